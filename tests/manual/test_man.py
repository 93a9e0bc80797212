#!/usr/bin/python3
"""Manual pages, by those who read them: man, groff and mandoc."""
import filecmp
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "manual"), str(ROOT / "cli")]

import command  # noqa: E402
import shells  # noqa: E402
from command import BUILD, environment  # noqa: E402

HEADINGS = {"man1": ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "ENVIRONMENT",
                     "SEE ALSO"],
            "vi/man1": ["TÊN", "TÓM TẮT", "MÔ TẢ", "TÙY CHỌN", "MÃ KẾT THÚC",
                        "BIẾN MÔI TRƯỜNG", "XEM THÊM"]}
# Where the source reads a variable by its name.
READ = re.compile(r'\b(?:getenv|is_set)\("(\w+)"\)|"(LC_\w+|LANG)"')


def make(folder, **changes):
    shells.run(BUILD.resolve() / "vclink_manual", folder, env=environment(**changes))
    return pathlib.Path(folder)


def files(folder):
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())


def folded(text):
    return " ".join(text.split())


class Man(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        # With a date, as a release has one.
        cls.dated = make(cls.folder / "dated", SOURCE_DATE_EPOCH="1700000000")
        cls.pages = sorted((cls.dated / "man").rglob("*.1"))

    def need(self, program):
        if not shells.is_there(program):
            self.skipTest(f"no {program}")

    def rendered(self, page):
        """The page on a terminal of 80 columns, and what man had to complain of."""
        env = environment(LC_ALL="C.UTF-8", MANWIDTH="80", MAN_KEEP_FORMATTING=None)
        done = subprocess.run(["man", "--warnings", "-E", "utf8", "-l", str(page)], env=env,
                              capture_output=True, text=True, check=True)
        return done.stdout, done.stderr

    def language_of(self, page):
        return str(page.parent.relative_to(self.dated / "man"))

    def test_each_command_has_a_page_in_either_language(self):
        names = [name for name in ("check", "analyze", "list", "help", *self.commands())]
        for folder in HEADINGS:
            here = {path.name for path in self.pages if self.language_of(path) == folder}
            self.assertEqual(here, {"vclink.1", *(f"vclink-{name}.1" for name in names)})

    def commands(self):
        usage = command.run().stderr.decode()
        return re.findall(r"^  ([a-z]\S*) ", usage, re.MULTILINE)

    def test_the_same_bytes_come_whenever_and_wherever(self):
        again = make(self.folder / "again", SOURCE_DATE_EPOCH="1700000000", TZ="Asia/Ho_Chi_Minh",
                     LC_ALL="", LANG="vi_VN.UTF-8", NO_COLOR="1")
        self.assertEqual(files(again), files(self.dated))
        different = filecmp.cmpfiles(again, self.dated, files(again), shallow=False)[1:]
        self.assertEqual(different, ([], []))

    def test_the_date_is_that_of_the_source(self):
        title = (self.dated / "man/man1/vclink.1").read_text(encoding="utf-8").splitlines()[1]
        self.assertIn('"2023-11-14"', title)
        today = make(self.folder / "undated")
        changelog = (command.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
        version = command.run("--version").stdout.decode().split()[1]
        released = re.search(rf"^## {re.escape(version)} \((\d{{4}}-\d\d-\d\d)\)", changelog,
                             re.MULTILINE)
        title = (today / "man/man1/vclink.1").read_text(encoding="utf-8").splitlines()[1]
        self.assertIn(f'"{released[1] if released else ""}" "vclink {version}"', title)

    def test_every_variable_that_is_read_is_told(self):
        source = "".join(path.read_text(encoding="utf-8")
                         for folder in command.ROOT.glob("src/*") if folder.name != "manual"
                         for path in folder.glob("*.c"))
        names = {a or b for a, b in READ.findall(source)}
        self.assertIn("NO_COLOR", names)
        page = (self.dated / "man/man1/vclink.1").read_text(encoding="utf-8")
        told = set(re.findall(r"\b(?:fB)?([A-Z][A-Z_]+)", page.split(".SH ENVIRONMENT")[1]))
        self.assertLessEqual(names, told)

    def test_mandoc_finds_nothing_wrong(self):
        self.need("mandoc")
        for page in self.pages:
            self.assertEqual(shells.run("mandoc", "-T", "lint", "-W", "warning", page), "")

    def test_groff_warns_of_nothing(self):
        self.need("groff")
        for page in self.pages:
            shells.run("groff", "-ww", "-k", "-man", "-Tutf8", page)

    def test_man_shows_each_page_whole_in_80_columns(self):
        self.need("man")
        for page in self.pages:
            text, complaints = self.rendered(page)
            self.assertEqual(complaints, "", page)
            self.assertLessEqual(max(map(len, text.splitlines())), 80, page)
            found = re.findall(r"^(\w.*)$", text, re.MULTILINE)
            wanted = HEADINGS[self.language_of(page)]
            self.assertEqual([line for line in found if line in wanted], wanted, page)
            self.assertNotIn("\ufffd", text)

    def test_man_shows_what_help_says(self):
        """Every text of --help comes through roff letter by letter."""
        self.need("man")
        for language, folder in (("en", "man1"), ("vi", "vi/man1")):
            for name in self.commands():
                text = folded(self.rendered(self.dated / "man" / folder / f"vclink-{name}.1")[0])
                text = text.replace("’", "'").replace(" \\ ", " ")
                text = re.sub(r"(?<=\w)\| (?=\w)", "|", text)  # a line ended within a list
                told = command.run(name, "--help", "--lang", language).stdout.decode()
                for line in told.splitlines()[2:]:
                    parts = re.split(r" {2,}|`", line) if line[-1:] != ":" else []
                    for part in parts:
                        self.assertIn(part.strip(), text, f"{name} {language}")

    def test_whatis_finds_each_page(self):
        self.need("lexgrog")
        for page in self.pages:
            self.assertIn(f'"{page.stem} - ', shells.run("lexgrog", page, env=environment()))

    def test_a_folder_that_cannot_be_written_is_told(self):
        done = subprocess.run([BUILD.resolve() / "vclink_manual", "/dev/null/x"], capture_output=True,
                              text=True, check=False)
        self.assertEqual(done.returncode, 4)
        self.assertIn("/dev/null/x", done.stderr)


if __name__ == "__main__":
    command.main()
