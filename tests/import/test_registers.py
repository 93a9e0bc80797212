#!/usr/bin/python3
"""Registers as offices keep them, odd and spoilt ones among them, through the command: each names the
cell that is wrong, loses no row, and writes either everything or nothing.

    test_registers.py [--office] [CASE...]     --office: as LibreOffice saves the workbooks"""
import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "cli")]

import command  # noqa: E402
from make_registers import CASES, write  # noqa: E402

OUTPUTS = ("out.json", "log.csv", "out-review.csv")
ROWS = "rows read"
FATES = ("  organisations, enterprises, members", "  contracts and other links",
         "  products, places, output, the dataset", "  joined with a row on the same", "  not used, each named in the log")
# A text that a spreadsheet would take for a formula is led by an apostrophe.
GUARDED = ("'=", "'+", "'-", "'@")


class Outcome:
    """What a run said and wrote."""

    def __init__(self, done, folder):
        self.status = done.returncode
        self.stderr = done.stderr.decode()
        self.written = [name for name in OUTPUTS if (folder / name).exists()]
        self.left = sorted(path.name for path in folder.glob(".*"))
        self.data = self.log = self.review = None
        if done.returncode == 0:
            self.data = json.loads((folder / "out.json").read_text(encoding="utf-8"))
            self.log = table(folder / "log.csv")
            self.review = table(folder / "out-review.csv")

    def counts(self):
        """The lines of the summary."""
        found = {}
        for line in self.stderr.splitlines():
            label, _, number = line.rpartition(" ")
            if number.isdigit():
                found[label.rstrip()] = int(number)
        return found


def table(path):
    """Rows of a CSV file that begins with a byte-order mark."""
    text = path.read_bytes().decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return [{key: value[1:] if value.startswith(GUARDED) else value for key, value in row.items()}
            for row in rows]


def run(case, folder):
    write(case, folder)
    files = [name for name in case.files if not name.startswith("@")]
    day = [] if "--as-of" in case.options else ["--as-of", "2025-12-31"]
    done = command.run("import", *files, "-o", OUTPUTS[0], "--log", OUTPUTS[1], "--review", OUTPUTS[2],
                       "--lang", "en", *day, *case.options, cwd=folder)
    return Outcome(done, folder)


def problems_of_failure(outcome):
    if outcome.written:
        yield f"written in spite of an error: {outcome.written}"
    if outcome.stderr.count("\n") != 1 or not outcome.stderr.startswith("vclink: "):
        yield f"not one line: {outcome.stderr!r}"


def problems_of_success(outcome, folder):
    counts = outcome.counts()
    if any(name not in counts for name in (ROWS, *FATES)):
        yield f"no summary: {outcome.stderr!r}"
    elif counts[ROWS] != sum(counts[name] for name in FATES):
        yield f"rows are lost: {counts}"
    checked = command.run("check", "out.json", cwd=folder)
    if checked.returncode != 0:
        yield f"the dataset has errors: {checked.stdout.decode()}"


def problems(case, folder):
    outcome = run(case, folder)
    if outcome.left:
        yield f"left behind: {outcome.left}"
    if outcome.status != case.status:
        yield f"status {outcome.status}, not {case.status}: {outcome.stderr}"
        return
    yield from problems_of_failure(outcome) if case.status else problems_of_success(outcome, folder)
    for expectation in case.expectations:
        problem = expectation.problem(outcome)
        if problem:
            yield f"{problem}\n{outcome.stderr}"


# Saving computes formulas, mends what is broken, and drops a sheet that has nothing.
NOT_FOR_OFFICE = {"a-formula-that-was-never-computed", "an-error-in-a-cell", "half-a-workbook",
                  "an-empty-workbook"}


def save_by_office(cases):
    """Replaces the workbooks of the cases by what LibreOffice makes of them, in one run."""
    with tempfile.TemporaryDirectory() as folder:
        given, saved = pathlib.Path(folder, "given"), pathlib.Path(folder, "saved")
        given.mkdir()
        books = {f"{number}.xlsx": (case, name) for number, case in enumerate(cases)
                 for name, content in case.files.items() if content.startswith(b"PK")}
        for file, (case, name) in books.items():
            (given / file).write_bytes(case.files[name])
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
                        "--convert-to", "xlsx", "--outdir", saved, *sorted(given.iterdir())],
                       check=True, capture_output=True)
        for file, (case, name) in books.items():
            case.files[name] = (saved / file).read_bytes()


def main():
    names = [name for name in sys.argv[1:] if name != "--office"]
    cases = [case for name, case in CASES.items() if not names or name in names]
    if "--office" in sys.argv:
        cases = [case for case in cases if case.name not in NOT_FOR_OFFICE
                 and any(name.endswith(".xlsx") for name in case.files)]
        save_by_office(cases)
    failed = 0
    for case in cases:
        with tempfile.TemporaryDirectory() as folder:
            found = list(problems(case, pathlib.Path(folder)))
        failed += bool(found)
        print("\n".join([f"FAIL {case.name}", *found]) if found else f"ok   {case.name}")
    sys.exit(command.report(len(cases) - failed, failed, 0))


if __name__ == "__main__":
    main()
