#!/usr/bin/python3
"""Counts tests from what test programs print: cmocka, unittest, and our scripts' own last line.

  tally.py RESULTS.xml              ctest's --output-junit: each program, then the total
  tally.py --status N OUTPUT        one program's output and exit status
  tally.py --sum FILE.tally...      adds up; exit status 1 if anything failed

The last line is always "N passed, M failed, K skipped"."""
import argparse
import re
import sys
import xml.etree.ElementTree as ElementTree

OWN = re.compile(r"^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?", re.MULTILINE)
CMOCKA = re.compile(r"^\[ *(PASSED|FAILED|SKIPPED) *\] (\d+) test", re.MULTILINE)
UNITTEST = re.compile(r"^Ran (\d+) tests?", re.MULTILINE)
UNITTEST_BAD = re.compile(r"(failures|errors|skipped)=(\d+)")


def count_own(text):
    found = OWN.findall(text)
    return tuple(int(n or 0) for n in found[-1]) if found else None


def count_cmocka(text):
    counts = {"PASSED": 0, "FAILED": 0, "SKIPPED": 0}
    found = CMOCKA.findall(text)
    for word, number in found:
        counts[word] += int(number)
    return tuple(counts.values()) if found else None


def count_unittest(text):
    ran = UNITTEST.findall(text)
    if not ran:
        return None
    last = text.strip().splitlines()[-1]
    bad = {word: int(number) for word, number in UNITTEST_BAD.findall(last)}
    failed = bad.get("failures", 0) + bad.get("errors", 0)
    skipped = bad.get("skipped", 0)
    return int(ran[-1]) - failed - skipped, failed, skipped


def count(text, succeeded):
    """What the program counted, or itself as one test; a failure is never lost."""
    passed, failed, skipped = (count_own(text) or count_cmocka(text) or count_unittest(text)
                               or (int(succeeded), int(not succeeded), 0))
    if not succeeded and failed == 0:
        failed = 1
    return passed, failed, skipped


def of_junit(path):
    total = (0, 0, 0)
    for case in ElementTree.parse(path).getroot().iter("testcase"):
        text = "".join(out.text or "" for out in case.iter("system-out"))
        if case.get("status") == "notrun" and case.find("skipped") is not None:
            one = count_own(text) or (0, 0, 1)
        else:
            one = count(text, case.get("status") == "run")
        total = tuple(map(sum, zip(total, one)))
    return total


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--status", type=int)
    parser.add_argument("--sum", action="store_true")
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()
    total = (0, 0, 0)
    for path in options.files:
        if path.endswith(".xml"):
            one = of_junit(path)
        else:
            with open(path, encoding="utf-8", errors="replace") as file:
                one = count(file.read(), not options.status)
        total = tuple(map(sum, zip(total, one)))
    print("{} passed, {} failed, {} skipped".format(*total))
    sys.exit(1 if options.sum and (total[1] or not total[0]) else 0)


main()
