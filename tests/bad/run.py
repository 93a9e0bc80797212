"""Runs the program on malformed files: tests/bad/cases/, and more that are made at run time.

    /usr/bin/python3 tests/bad/run.py --vclink PATH [--only TEXT...] [--jobs 2] [--slow]

Each file in cases/ is checked (as JSON and as text) and analysed (as JSON and as text): what is told must be
what expected.json says, on errors no output is written, and no character that drives a terminal comes out.
--slow adds two datasets of nine million records. The last line is `N passed, M failed`; exit 1 if any failed
or if none ran.
"""
import argparse
import concurrent.futures
import sys
import traceback

import generated
import huge
import stored
import variations
from program import Program


def selected_tasks(options):
    # The long ones go first, so that both jobs end together.
    tasks = variations.tasks() + generated.tasks() + stored.tasks()
    tasks = (huge.tasks() if options.slow else []) + tasks
    wanted = options.only or [""]
    return [(name, judge) for name, judge in tasks if any(text in name for text in wanted)]


def complaints_of(judge, program):
    try:
        return judge(program)
    except Exception:    # the test's own fault: say so, and go on with the others
        return ["the test failed: " + traceback.format_exc()]


def main():
    parser = argparse.ArgumentParser(description="Run the program on malformed files.")
    parser.add_argument("--vclink", required=True, metavar="PATH", help="the program")
    parser.add_argument("--only", nargs="+", metavar="TEXT",
                        help="only cases whose names hold one of the texts")
    parser.add_argument("--jobs", type=int, default=2, help="runs at a time (default: %(default)s)")
    parser.add_argument("--slow", action="store_true", help="also datasets of nine million records")
    options = parser.parse_args()
    program = Program(options.vclink)
    passed = failed = 0
    tasks = selected_tasks(options) if program.is_there else []
    if not program.is_there:
        print(f"{options.vclink}: there is no such program")
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        results = pool.map(lambda task: complaints_of(task[1], program), tasks)
        for (name, _), complaints in zip(tasks, results):
            passed += not complaints
            failed += bool(complaints)
            for complaint in complaints:
                print(f"{name}: {complaint}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
