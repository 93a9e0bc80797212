#!/usr/bin/python3
"""Make the registers of the guide: datasets/example-registers, with mistakes and mended.

    generate_registers.py            write them
    generate_registers.py --check    compare with the files on disk; exit 1 if one differs

What is in them stands in datasets/recipes/example_registers.py. Workbooks are compared by their
parts: how well they are compressed depends on the machine.
"""
import argparse
import io
import sys
import zipfile
from pathlib import Path

DATASETS = Path(__file__).resolve().parent.parent / "datasets"

sys.dont_write_bytecode = True
sys.path.insert(0, str(DATASETS))
from recipes import example_registers  # noqa: E402


def parts(content):
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return {name: book.read(name) for name in book.namelist()}


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    print(f"{path.name}: written")
    return True


def is_current(path, content):
    current = path.is_file() and parts(path.read_bytes()) == parts(content)
    print(f"{path.name}: {'as generated' if current else 'differs from what this script makes'}")
    return current


def main():
    parser = argparse.ArgumentParser(description="Make the registers of the guide.")
    parser.add_argument(
        "--check", action="store_true", help="compare with the files on disk, write nothing"
    )
    parser.add_argument("--folder", type=Path, default=DATASETS / "example-registers")
    options = parser.parse_args()
    act = is_current if options.check else write
    results = [act(options.folder / name, content)
               for name, content in example_registers.files().items()]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
