"""Runs the program under test, and judges what any run of it must keep to."""
import csv
import io
import json
import os
import re
import subprocess
from dataclasses import dataclass

LIMIT_S = 20
SHOWN = 200     # characters of an output that a complaint quotes

# C0 but tab and line feed, DEL, C1; then the characters that change the direction of writing.
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
SANITIZER = re.compile(rb"[A-Z][a-z]+Sanitizer|runtime error: ")   # of a build that watches itself
FIELDS = {"severity", "code", "file", "line", "pointer", "value", "message", "suggestion"}


@dataclass
class Outcome:
    arguments: list
    status: int      # negative: the signal that ended it; None: it ran too long
    output: bytes
    complaints: bytes

    @property
    def texts(self):
        return (self.output + b"\n" + self.complaints).decode("utf-8", "replace")


class Program:
    def __init__(self, path):
        self.path = os.path.abspath(path)
        self.environment = {name: value for name, value in os.environ.items()
                            if not name.startswith("LC_") and name not in ("LANG", "LANGUAGE", "NO_COLOR")}
        self.environment["LC_ALL"] = "C.UTF-8"

    @property
    def is_there(self):
        return os.path.isfile(self.path) and os.access(self.path, os.X_OK)

    def run(self, *arguments, limit_s=LIMIT_S, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE):
        process = subprocess.Popen([self.path, *arguments], stdin=stdin, stdout=stdout,
                                   stderr=subprocess.PIPE,
                                   env=self.environment, close_fds=False)
        try:
            output, complaints = process.communicate(timeout=limit_s)
            status = process.returncode
        except subprocess.TimeoutExpired:
            process.kill()
            output, complaints = process.communicate()
            status = None
        return Outcome(list(arguments), status, output or b"", complaints)


# --- judgements: each returns a list of complaints

def judge_status(outcome, *wanted):
    if outcome.status is None:
        return ["ran longer than it may"]
    if SANITIZER.search(outcome.complaints):
        return [f"a sanitizer complains: {outcome.complaints.decode('utf-8', 'replace')[:2000]}"]
    if outcome.status < 0:
        return [f"died of signal {-outcome.status}: {quoted(outcome.complaints)}"]
    if outcome.status not in wanted:
        return [f"exit {outcome.status}, not {' or '.join(map(str, wanted))}: {quoted(outcome.complaints)}"]
    return []


def judge_text(text, what):
    """UTF-8 without characters that drive a terminal or turn the direction of writing."""
    try:
        hidden = RAW.search(text.decode())
    except UnicodeDecodeError as error:
        return [f"{what} is not UTF-8: {error}"]
    return [f"{what} has a raw U+{ord(hidden.group()):04X}"] if hidden else []


def judge_any(outcome, *wanted):
    """What every run must keep to."""
    return judge_status(outcome, *wanted) + judge_text(outcome.complaints, "standard error")


def problems_of(outcome, path=None):
    """(rows of the table `problems`, complaints about their form)."""
    try:
        metrics = json.loads(outcome.output.decode(), parse_constant=refuse_constant)
    except ValueError as error:
        return [], [f"the output is not JSON: {error}: {quoted(outcome.output)}"]
    rows = metrics.get("tables", {}).get("problems")
    if metrics.get("format") != "vclink-metrics" or not isinstance(rows, list):
        return [], ["the output has no table of problems"]
    return rows, [complaint for row in rows for complaint in judge_row(row, path)]


def refuse_constant(word):
    raise ValueError(word)


def judge_row(row, path):
    missing = sorted(FIELDS - row.keys())
    if missing:
        return [f"a problem lacks {', '.join(missing)}"]
    complaints = []
    if path is not None and row["file"] != path:
        complaints.append(f"file is {row['file']!r}")
    if row["severity"] not in ("error", "warning"):
        complaints.append(f"severity is {row['severity']!r}")
    if not isinstance(row["message"], str) or not row["message"]:
        complaints.append(f"a message is {row['message']!r}")
    if row["line"] is not None and (type(row["line"]) is not int or row["line"] < 1):
        complaints.append(f"a line is {row['line']!r}")
    for field in ("value", "suggestion"):
        if row[field] is not None and not isinstance(row[field], str):
            complaints.append(f"a {field} is {row[field]!r}")
    return complaints


def cells_of(outcome):
    """The rows of a CSV."""
    return list(csv.reader(io.StringIO(outcome.output.decode("utf-8", "replace"), newline="")))


def judge_csv(rows):
    """No cell begins like a formula, and every row has as many cells as the header."""
    complaints = [f"a cell begins like a formula: {cell[:SHOWN]!r}" for row in rows for cell in row
                  if cell.startswith(FORMULA)]
    if not rows or any(len(row) != len(rows[0]) for row in rows):
        complaints.append("rows of different lengths")
    return complaints


def quoted(text):
    return repr(text[:SHOWN].decode("utf-8", "replace"))
