#!/usr/bin/python3
"""Writes the registers of all cases, to look at in a spreadsheet program.

    make_registers.py FOLDER        FOLDER/CASE/FILE for each file of each case"""
import pathlib
import sys

import annexes  # noqa: F401 (it adds its cases)
import layouts  # noqa: F401
import odd_files  # noqa: F401
import references  # noqa: F401
import values  # noqa: F401
from cases import CASES


def write(case, folder):
    for name, content in case.files.items():
        (folder / name).write_bytes(content)


def main():
    for name, case in CASES.items():
        folder = pathlib.Path(sys.argv[1]) / name
        folder.mkdir(parents=True, exist_ok=True)
        write(case, folder)


if __name__ == "__main__":
    main()
