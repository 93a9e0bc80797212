#!/usr/bin/python3
"""Runs every case in tests/golden: the command with the arguments in `args` must give exactly
`stdout`, `stderr` and `status` (absent: empty, empty, 0). It runs in the case's folder, with
`stdin` as standard input if there is one. Arguments are split as a shell would; further lines of
`args` that begin with # say what the case is about.

  run_golden.py [--update] [CASE...]     --update writes what the command gives now
"""
import argparse
import difflib
import pathlib
import re
import shlex
import sys

import command

GOLDEN = command.ROOT / "tests" / "golden"
# What changes with the machine or the release, not with the behaviour.
VERSIONS = re.compile(rb'("igraph": ?|"tool": ?\{"name": ?"vclink", ?"version": ?)"[0-9.]+"')


def arguments(case):
    lines = (case / "args").read_text(encoding="utf-8").splitlines()
    return shlex.split(" ".join(line for line in lines if not line.startswith("#")))


def outcome(case):
    stdin = case / "stdin"
    given = stdin.read_bytes() if stdin.exists() else b""
    done = command.run(*arguments(case), cwd=case, stdin=given)
    return {"stdout": VERSIONS.sub(rb'\1"X"', done.stdout), "stderr": done.stderr,
            "status": f"{done.returncode}\n".encode()}


def expected(case, name):
    path = case / name
    if path.exists():
        return path.read_bytes()
    return b"0\n" if name == "status" else b""


def update(case):
    for name, got in outcome(case).items():
        path = case / name
        if got == (b"0\n" if name == "status" else b""):
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(got)


def differences(case):
    for name, got in outcome(case).items():
        want = expected(case, name)
        if got != want:
            lines = (text.decode("utf-8", "replace").splitlines() for text in (want, got))
            yield from difflib.unified_diff(*lines, f"{case.name}/{name}", "now", lineterm="", n=1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("cases", nargs="*", metavar="CASE")
    options = parser.parse_args()
    cases = sorted(path.parent for path in GOLDEN.glob("*/args"))
    cases = [case for case in cases if not options.cases or case.name in options.cases]
    failed = 0
    for case in cases:
        if options.update:
            update(case)
        lines = list(differences(case))
        failed += bool(lines)
        print("\n".join([f"FAIL {case.name}", *lines[:60]]) if lines else f"ok   {case.name}")
    if not cases:
        print("no cases")
        failed = 1
    sys.exit(command.report(len(cases) - failed if cases else 0, failed, 0))


main()
