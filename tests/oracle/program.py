"""Runs the program under test and holds its tables against the oracle's."""
import json
import re
import subprocess

import identities
import tables
from identities import TABLES

SECONDS_AT_MOST = 600
REALS_WITHIN = 1e-9


class ProgramFailed(Exception):
    """The program did not give tables; the message says why."""


def run(vclink, path, options, standard_input=None):
    """What `vclink analyze` prints for the file at `path` (or “-”), every table named: some are
    computed only so."""
    command = [vclink, "analyze", path, "--format", "json"] + arguments(options) + list(TABLES)
    try:
        done = subprocess.run(command, input=standard_input, capture_output=True,
                              timeout=SECONDS_AT_MOST, check=False)
    except subprocess.TimeoutExpired as expired:
        raise ProgramFailed(f"no end after {expired.timeout} s") from expired
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip()
        raise ProgramFailed(f"exit status {done.returncode}: {said[-600:]}")
    return done.stdout


def arguments(options):
    """The options as arguments of the command."""
    as_of = ["--as-of", options["as_of"]] if options["as_of"] else []
    return as_of + [word for id_ in options["without"] for word in ("--without", id_)]


def parse(output):
    """The metrics document; keys given twice and NaN are no JSON of ours."""
    try:
        metrics = json.loads(output, object_pairs_hook=distinct_keys, parse_constant=no_constant)
    except (ValueError, UnicodeDecodeError) as error:
        raise ProgramFailed(f"standard output is not sound JSON: {error}") from error
    if not isinstance(metrics, dict) or not isinstance(metrics.get("tables"), dict):
        raise ProgramFailed("standard output holds no tables")
    if metrics.get("format") != "vclink-metrics" or metrics.get("version") != 1:
        raise ProgramFailed("format and version are not vclink-metrics and 1")
    return metrics


def distinct_keys(pairs):
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return dict(pairs)


def no_constant(name):
    raise ValueError(f"{name} is no number")


def problems(vclink, path, data, options, other_forms=()):
    """Everything wrong with the program's tables for this dataset, and the oracle's analysis.

    `data` is what the file at `path` holds; the `other_forms` (bytes) must give the same output.
    """
    analysis = tables.analyse(data, options["as_of"], options["without"])
    found = []
    try:
        output = run(vclink, path, options)
        metrics = parse(output)
        found += differences(analysis.tables, metrics["tables"])
        found += ["identity: " + sentence
                  for sentence in identities.violations(metrics, analysis.chain)]
        for form in other_forms:
            if run(vclink, "-", options, form) != output:
                found.append("another form of the same data gives other bytes")
    except ProgramFailed as failure:
        found.append(str(failure))
    except (KeyError, TypeError, ValueError, AttributeError, StopIteration) as error:
        found.append(f"identity: the tables lack something: {error!r}")
    return found, analysis


def differences(expected, given):
    """Every difference as a sentence: “same rows, same order, same keys”; more columns are
    permitted."""
    found = []
    for table, rows in expected.items():
        if table not in given:
            found.append(f"{table}: the table is missing")
            continue
        if len(given[table]) != len(rows):
            found.append(f"{table}: {len(given[table])} rows, the oracle has {len(rows)}; "
                         + unmatched(rows, given[table]))
        for position, (row, given_row) in enumerate(zip(rows, given[table])):
            found += row_differences(f"{table}[{position}] {label(row)}", row, given_row)
    return found


def nature(problem):
    """What kind of problem this is, whatever the row and the values: the table and the column."""
    difference = re.match(r"(\w+)\[\d+\] (?:.* )?(\w+): (?:oracle|missing)", problem)
    if difference:
        return difference.groups()
    return tuple(problem.split()[:3])


def unmatched(rows, given_rows):
    """Which rows only one side has."""
    ours, theirs = {label(row) for row in rows}, {label(row) for row in given_rows}
    return (f"only the oracle's: {sorted(ours - theirs)}; "
            f"only the program's: {sorted(theirs - ours)}")


def label(row):
    """What tells a row from the others of its table."""
    names = ("scope", "key", "kind", "id", "product", "source_kind", "target_kind")
    return " ".join(str(row[name]) for name in names if name in row)


def row_differences(where, row, given_row):
    """Column by column."""
    found = []
    for column, value in row.items():
        if column not in given_row:
            found.append(f"{where} {column}: missing")
        elif not same(value, given_row[column]):
            found.append(f"{where} {column}: oracle {value!r}, program {given_row[column]!r}")
    return found


def same(value, given):
    """Counts exactly, reals within 1e-9·max(1, |x|), all else equal."""
    if isinstance(value, float):
        if isinstance(given, bool) or not isinstance(given, (int, float)):
            return False
        return abs(value - given) <= REALS_WITHIN * max(1.0, abs(value))
    return type(value) is type(given) and value == given
