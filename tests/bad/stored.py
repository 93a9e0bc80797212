"""Holds the program to what expected.json says of each file in cases/."""
import json
import os
import re
import tempfile

from program import FORMULA, cells_of, judge_any, judge_csv, judge_text, problems_of, quoted

HERE = os.path.dirname(os.path.abspath(__file__))
TEXT_TABLES = ("coverage", "unlinked", "gaps", "buyers", "critical", "centrality", "dependence", "markets",
               "contracts")
KEPT = b"what was here before\n"


def tasks():
    """(name, function of the program that returns complaints) for each case."""
    with open(os.path.join(HERE, "expected.json"), encoding="utf-8") as file:
        expected = json.load(file)
    found = {os.path.splitext(name)[0]: os.path.join(HERE, "cases", name)
             for name in os.listdir(os.path.join(HERE, "cases"))}
    strays = sorted(found.keys() ^ expected.keys())
    told = [(name, lambda program, name=name: judge_case(program, found[name], expected[name]))
            for name in sorted(expected) if name in found]
    return told + [(name, lambda program: ["a file without an expectation, or the reverse"]) for name in strays]


def judge_case(program, path, expected):
    complaints = []
    runs = {"check as json": judge_check, "check as text": judge_text_check, "analyze": judge_analyze,
            "analyze as text": judge_analyze_text}
    if has_errors(expected):
        runs["analyze -o"] = judge_outputs
    if expected.get("csv_names"):
        runs["analyze as csv"] = judge_csv_tables
    for name, judge in runs.items():
        complaints += [f"{name}: {complaint}" for complaint in judge(program, path, expected)]
    return complaints


def has_errors(expected):
    return expected["exit"] != 0


def judge_absent(outcome, expected):
    return [f"tells {text!r}" for text in expected.get("absent", ()) if text in outcome.texts]


def judge_check(program, path, expected):
    outcome = program.run("check", path, "--format", "json")
    rows, complaints = problems_of(outcome, path)
    complaints = judge_any(outcome, expected["exit"]) + judge_absent(outcome, expected) + complaints
    if complaints:
        return complaints
    told = [[row["severity"], row["code"], row["line"], row["pointer"]] for row in rows]
    return difference(expected["problems"], told) + judge_suggestions(rows, expected.get("suggestions", {}))


def difference(wanted, told):
    if wanted == told:
        return []
    missing = [problem for problem in wanted if problem not in told]
    extra = [problem for problem in told if problem not in wanted]
    if not missing and not extra:
        return [f"told in another order or number: {told}"]
    return [f"not told: {problem}" for problem in missing] + [f"told: {problem}" for problem in extra]


def judge_suggestions(rows, wanted):
    told = {row["pointer"]: row["suggestion"] for row in rows}
    return [f"suggests {told.get(pointer)!r} at {pointer}, not {text!r}" for pointer, text in wanted.items()
            if told.get(pointer) != text]


def judge_text_check(program, path, expected):
    outcome = program.run("check", path, "--format", "table", "--lang", "en")
    complaints = judge_any(outcome, expected["exit"]) + judge_text(outcome.output, "standard output")
    complaints += judge_absent(outcome, expected)
    text = outcome.output.decode("utf-8", "replace")
    return complaints + [f"the text lacks {pointer}" for *_,
                         pointer in expected["problems"] if pointer not in text]


def judge_analyze(program, path, expected):
    outcome = program.run("analyze", path, "--format", "json", "--lang", "en")
    if not has_errors(expected):
        return judge_figures(outcome, expected)
    complaints = judge_any(outcome, 3) + judge_absent(outcome, expected)
    if outcome.output:
        complaints.append(f"writes figures in spite of errors: {quoted(outcome.output)}")
    return complaints + judge_lines(outcome.complaints.decode("utf-8", "replace"), path, expected["problems"])


def judge_figures(outcome, expected):
    complaints = judge_any(outcome, 0) + judge_absent(outcome, expected)
    try:
        if "summary" not in json.loads(outcome.output)["tables"]:
            complaints.append("no table summary")
    except (ValueError, KeyError, TypeError):
        complaints.append(f"the output is not JSON with tables: {quoted(outcome.output)}")
    return complaints


def judge_lines(text, path, problems):
    """Each error on a line of its own: FILE:LINE: error: POINTER: message."""
    complaints = []
    for severity, _, line, pointer in problems:
        begin = f"{path}:{line}" if line else path
        begin += f": {severity}: " + (f"{pointer}: " if pointer else "")
        if severity == "error" and not re.search("^" + re.escape(begin) + r"\S", text, re.MULTILINE):
            complaints.append(f"no line begins {begin!r}")
    return complaints


def judge_analyze_text(program, path, expected):
    outcome = program.run("analyze", path, "--format", "table", "--lang", "en")
    complaints = judge_any(outcome, 3 if has_errors(expected) else 0) + judge_absent(outcome, expected)
    if has_errors(expected) and outcome.output:
        complaints.append(f"writes figures in spite of errors: {quoted(outcome.output)}")
    return complaints + judge_text(outcome.output, "standard output")


def judge_outputs(program, path, _):
    """On errors no file is made, and one that was there stays as it was."""
    complaints = []
    with tempfile.TemporaryDirectory() as folder:
        kept = os.path.join(folder, "kept.json")
        with open(kept, "wb") as file:
            file.write(KEPT)
        for name in ("new.json", "kept.json"):
            outcome = program.run("analyze", path, "-o", os.path.join(folder, name))
            complaints += judge_any(outcome, 3)
            if outcome.output:
                complaints.append(f"writes to standard output: {quoted(outcome.output)}")
            if os.listdir(folder) != ["kept.json"]:
                complaints.append(f"leaves files: {sorted(os.listdir(folder))}")
            with open(kept, "rb") as file:
                if file.read() != KEPT:
                    complaints.append("an output file that was there is changed")
    return complaints


def judge_csv_tables(program, path, expected):
    complaints = []
    defused = 0
    for table in TEXT_TABLES:
        outcome = program.run("analyze", path, table, "--format", "csv")
        rows = cells_of(outcome)
        told = judge_any(outcome, expected["exit"]) + judge_text(outcome.output,
                                                                 "standard output") + judge_csv(rows)
        complaints += [f"{table}: {complaint}" for complaint in told]
        defused += sum(cell[1:].startswith(FORMULA) for row in rows for cell in row)
    return complaints if defused else [*complaints, "no cell shows a text that begins like a formula"]
