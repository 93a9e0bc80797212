"""Writes the malformed files in tests/bad/cases/ and what must be said of them, tests/bad/expected.json.

    /usr/bin/python3 tests/bad/make_cases.py [--check]

The files are kept in the repository byte for byte; --check only tells whether they are what this program
would write (exit 1 if not). To add a case, add it to one of the *_cases.py modules and run this once.
"""
import argparse
import json
import os
import sys

import encoding_cases
import field_cases
import output_cases
import reference_cases
import syntax_cases
import warning_cases

HERE = os.path.dirname(os.path.abspath(__file__))
MODULES = (syntax_cases, encoding_cases, field_cases, reference_cases, warning_cases, output_cases)


def all_cases():
    cases = [case for module in MODULES for case in module.cases()]
    names = [case.name for case in cases]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise SystemExit(f"two cases of one name: {', '.join(twice)}")
    return sorted(cases, key=lambda case: case.name)


def expectations(cases):
    """JSON with a problem on each line, so that changes are easy to read."""
    told = []
    for case in cases:
        fields = []
        for key, value in case.expectation().items():
            text = json.dumps(value, ensure_ascii=False)
            if key == "problems" and value:
                text = "[\n   " + ",\n   ".join(json.dumps(problem,
                                                           ensure_ascii=False) for problem in value) + "]"
            fields.append(f"  {json.dumps(key)}: {text}")
        told.append(f" {json.dumps(case.name)}: {{\n" + ",\n".join(fields) + "}")
    return ("{\n" + ",\n".join(told) + "\n}\n").encode()


def wanted_files(cases):
    files = {os.path.join("cases", case.file_name): case.data for case in cases}
    return files | {"expected.json": expectations(cases)}


def present_files():
    folder = os.path.join(HERE, "cases")
    names = os.listdir(folder) if os.path.isdir(folder) else []
    files = [os.path.join("cases", name) for name in names]
    if os.path.exists(os.path.join(HERE, "expected.json")):
        files.append("expected.json")
    return {name: read(name) for name in files}


def read(name):
    with open(os.path.join(HERE, name), "rb") as file:
        return file.read()


def write(wanted, present):
    os.makedirs(os.path.join(HERE, "cases"), exist_ok=True)
    for name in sorted(present.keys() - wanted.keys()):
        os.remove(os.path.join(HERE, name))
    for name, data in wanted.items():
        if present.get(name) != data:
            with open(os.path.join(HERE, name), "wb") as file:
                file.write(data)


def main():
    parser = argparse.ArgumentParser(description="Write the malformed files and what must be said of them.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file is not current")
    options = parser.parse_args()
    cases = all_cases()
    wanted, present = wanted_files(cases), present_files()
    stale = sorted(name for name in wanted.keys() | present.keys() if wanted.get(name) != present.get(name))
    if not options.check:
        write(wanted, present)
    for name in stale:
        print(("not current: " if options.check else "written: ") + name)
    print(f"{len(cases)} cases, {len(stale)} files {'not current' if options.check else 'changed'}")
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
