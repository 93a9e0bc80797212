"""The files that are measured: made when they are not there yet, each from a fixed seed."""
import os
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
FORMS = {"natural": [], "shuffled": ["--shuffled"], "escaped": ["--ascii"],
         "compact": ["--compact"], "document": ["--document"]}


class Files:
    """A folder of them, and of the program that writes the nation."""

    def __init__(self, folder, programs):
        self.folder, self.programs = folder, programs
        folder.mkdir(parents=True, exist_ok=True)

    def made(self, name, command):
        path = self.folder / name
        if not path.exists():
            print(f"writing {path}", flush=True)
            part = path.with_name(name + ".part")
            with open(part, "wb") as stream:
                subprocess.run([str(word) for word in command], stdout=stream, check=True)
            os.replace(part, path)
        return path

    def nation(self, farmers, form="natural"):
        name = "nation" if form == "natural" else f"nation-{form}"
        return self.made(f"{name}-{farmers}.jsonl",
                         [self.programs / "national", "--farmers", farmers, *FORMS[form]])

    def shape(self, name, size):
        return self.made(f"{name}-{size}.jsonl",
                         ["/usr/bin/python3", HERE / "shapes.py", name, size])


def warm(path):
    """Brings a file into the cache."""
    with open(path, "rb") as stream:
        while stream.read(1 << 22):
            pass
