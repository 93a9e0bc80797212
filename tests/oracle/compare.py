"""Holds the program against the oracle on thousands of random chains and on given datasets.

    /usr/bin/python3 tests/oracle/compare.py --vclink PATH [--chains 2000] [--seed 1] [--jobs 2]
        [--chain NUMBER] [--shrink] [--keep FOLDER] [--real FILE...] [FILE...]

All tables must have the same rows in the same order: counts exactly, reals within 1e-9·max(1, |x|).
The identities must hold in each. A third of the chains are run again in another form (shuffled, the
other container, CRLF, from standard input), which must give the same bytes. Each given file is also
analysed without its most critical actor. What fails is kept, and with --shrink made small. The last
line is `N passed, M failed`; exit 1 if any failed or if none ran.
"""
import argparse
import collections
import multiprocessing
import os
import random
import shlex
import sys
import tempfile
import traceback
from dataclasses import dataclass, field

import features
import forms
import generate
import program
from linkage import LINKAGES
from shrink import shrink

ENOUGH_FOR_ALL_LINKAGES = 500
SHOWN_PER_CASE = 12
SHOWN_CASES = 20
NO_OPTIONS = {"as_of": None, "without": []}


@dataclass
class Case:
    """One dataset with one set of options, and what came of it."""
    name: str
    data: bytes
    options: dict
    problems: list
    features: set = field(default_factory=set)


def compare_chain(task):
    """One random chain."""
    vclink, seed, number = task
    dataset, options = generate.chain_of(seed, number)
    rng = random.Random(f"{seed}/{number}/forms")
    data = forms.base_form(dataset, rng)
    others = [forms.other_form(dataset, rng)] if rng.random() < 0.34 else []
    case = Case(f"chain-{seed}-{number}", data, options, [])
    try:
        case.problems, analysis = check_data(vclink, data, options, others)
        case.features = features.features(dataset, options, analysis)
        if others:
            case.features.add("run again in another form")
    except Exception:   # the oracle's own fault: say so, and go on with the other chains
        case.problems = ["the oracle failed: " + traceback.format_exc()]
    return case


def check_data(vclink, data, options, others=()):
    """The problems with a dataset, written to a temporary folder."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "chain")
        with open(path, "wb") as file:
            file.write(data)
        return program.problems(vclink, path, data, options, others)


def compare_file(vclink, path):
    """A given dataset, as it is and without its most critical actor."""
    with open(path, "rb") as file:
        data = file.read()
    rng = random.Random(path)
    name = os.path.basename(path)
    plain = Case(name, data, NO_OPTIONS, [])
    other = forms.other_form(forms.dataset_of(data), rng)
    plain.problems, analysis = program.problems(vclink, path, data, plain.options, [other])
    cases = [plain]
    if analysis.tables["critical"]:
        worst = analysis.tables["critical"][0]["id"]
        case = Case(f"{name}-without", data, {"as_of": None, "without": [worst]}, [])
        case.problems, _ = program.problems(vclink, path, data, case.options)
        cases.append(case)
    return cases


def compare_all(options):
    """Every chain and every file, one case at a time."""
    numbers = range(options.chains) if options.chain is None else [options.chain]
    tasks = [(options.vclink, options.seed, number) for number in numbers]
    with multiprocessing.Pool(options.jobs) as pool:
        yield from pool.imap(compare_chain, tasks, chunksize=4)
    for path in options.real + options.file + foreign_files(options):
        try:
            yield from compare_file(options.vclink, path)
        except Exception:   # as above
            name = os.path.basename(path)
            yield Case(name, b"", NO_OPTIONS, ["the oracle failed: " + traceback.format_exc()])


def foreign_files(options):
    """What --real-data asks for; nothing, visibly, where it is not at hand."""
    if not options.real_data:
        return []
    if "VCLINK_REAL_DATA" not in os.environ:
        print("skipped: montpellier-tomato.json (VCLINK_REAL_DATA is not set)")
        return []
    return [os.path.join(os.environ["VCLINK_REAL_DATA"], "montpellier-tomato.json")]


def report_failure(case, options):
    """Says what differs, and keeps the chain."""
    print(f"\n{case.name}: {len(case.problems)} differences")
    for problem in case.problems[:SHOWN_PER_CASE]:
        print(f"  {problem}")
    if options.keep is None:
        options.keep = tempfile.mkdtemp(prefix="vclink-oracle-")
    os.makedirs(options.keep, exist_ok=True)
    print(f"  kept: {keep(options.keep, case.name, case.data, case.options)}")
    if options.shrink:
        report_shrunk(case, options)


def keep(folder, name, data, analysis_options):
    """Writes the chain; returns the arguments that analyse it."""
    path = os.path.join(folder, name + ".dataset")
    with open(path, "wb") as file:
        file.write(data)
    return shlex.join(["analyze", path] + program.arguments(analysis_options))


def report_shrunk(case, options):
    """Says what differs in the smallest chain that still fails."""
    if case.problems == ["another form of the same data gives other bytes"]:
        print("  not made small: only another form of it differs")
        return

    def problems_of(dataset, analysis_options):
        return check_data(options.vclink, forms.as_document(dataset), analysis_options)[0]

    def still_fails(dataset, analysis_options):
        return any(program.nature(problem) == program.nature(case.problems[0])
                   for problem in problems_of(dataset, analysis_options))

    dataset = forms.dataset_of(case.data)
    if not still_fails(dataset, case.options):
        print("  not made small: only the form it was in differs")
        return
    small, small_options = shrink(dataset, case.options, still_fails)
    data = forms.as_document(small, indent=1)
    print(f"  small: {keep(options.keep, case.name + '-small', data, small_options)}")
    for problem in problems_of(small, small_options)[:SHOWN_PER_CASE]:
        print(f"    {problem}")


def report_features(count, chains):
    """How often each feature, linkage and table occurred."""
    print(f"\nOf {chains} random chains, with")
    for name in features.known_features():
        count[name] += 0
    for name in sorted(count):
        print(f"{count[name]:7} {name}")


def parse_arguments(words):
    parser = argparse.ArgumentParser(description="Holds the program against the oracle.")
    parser.add_argument("--vclink", required=True, help="the program")
    parser.add_argument("--chains", type=int, default=2000, help="how many random chains")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--chain", type=int, help="this chain of the seed alone")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--shrink", action="store_true", help="make failing chains small")
    parser.add_argument("--keep", help="the folder for failing chains")
    parser.add_argument("--real", nargs="+", default=[], metavar="FILE", help="datasets")
    parser.add_argument("--real-data", action="store_true",
                        help="also montpellier-tomato.json in the folder $VCLINK_REAL_DATA")
    parser.add_argument("file", nargs="*", help="more datasets")
    return parser.parse_args(words)


def main(words):
    options = parse_arguments(words)
    count, passed, failed, chains = collections.Counter(), 0, 0, 0
    for case in compare_all(options):
        count.update(case.features)
        chains += case.name.startswith(f"chain-{options.seed}-")
        if not case.problems:
            passed += 1
        else:
            failed += 1
            if failed <= SHOWN_CASES:
                report_failure(case, options)
    if chains > 1:
        report_features(count, chains)
    unseen = [linkage for linkage in LINKAGES if count["linkage " + linkage] == 0]
    if chains >= ENOUGH_FOR_ALL_LINKAGES and unseen:
        print(f"\nNo chain had the linkage: {', '.join(unseen)}")
        failed += 1
    print(f"\n{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
