#!/usr/bin/python3
"""How fast vclink is and how much memory it takes, on the file of a whole nation, against others.
Use it by `scripts/bench`, which installs and builds what it needs.

  scripts/bench                                     1 million farmers, 5 rounds
  scripts/bench --farmers 1000000,10000000          and how both grow
  scripts/bench --farmers 10000000 --only wc,check,analyze,simdjson --rounds 3
  scripts/bench --forms                             shuffled, escaped, compact, as a document
  scripts/bench --shapes                            chains that are hard to analyse
  scripts/bench --shapes chain --size 100000

What each contender does and how to read the tables: tests/bench/README.md.
"""
import argparse
import json
import pathlib
import sys

import hard
import plot
import report
from contest import contenders, disagreements, rounds
from files import FORMS, Files
from measure import Meter, machine
from shapes import SHAPES

WANTED_FROM = 1000000     # farmers: what is wanted is said of large files
ROOT = pathlib.Path(__file__).resolve().parents[2]


def sizes(text):
    return [int(word) for word in text.split(",")]


def names(text):
    return text.split(",")


def parse_options():
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--farmers", type=sizes, default=[1000000], metavar="N[,N...]")
    add("--rounds", type=int, default=5)
    add("--clock", choices=["elapsed", "cpu"], default="elapsed",
        help="what is compared: cpu where others use the machine too")
    add("--only", type=names, metavar="NAME,...", help="these contenders, at any size")
    add("--forms", action="store_true", help="the same records written in other ways")
    add("--shapes", nargs="*", metavar="SHAPE", help="hard shapes: all, or those named")
    add("--size", type=int, help="of the shapes; else each has its own")
    add("--limit", type=float, default=120, help="seconds a run of a shape may take")
    add("--memory", type=float, default=8, help="GB of addresses a run of a shape may take")
    add("--keep", type=pathlib.Path, default=ROOT / "build-bench" / "files", metavar="FOLDER",
        help="where the files are made, and found the next time")
    add("--results", type=pathlib.Path, default=ROOT / "build-bench", metavar="FOLDER",
        help="where bench.md, bench.svg and bench.json go")
    add("--vclink", type=pathlib.Path, default=ROOT / "build-release" / "vclink")
    add("--programs", type=pathlib.Path, default=ROOT / "build-bench", help=argparse.SUPPRESS)
    options = parser.parse_args()
    for name in options.shapes or []:
        if name not in SHAPES:
            parser.error(f"no such shape: {name}; shapes are: {' '.join(SHAPES)}")
    if min(options.farmers) < 1 or options.rounds < 1:
        parser.error("farmers and rounds are counted from 1")
    return parser, options


class Output:
    """Says everything on the terminal and remembers it as Markdown."""

    def __init__(self, clock):
        self.clock = clock
        self.parts = []
        self.groups = []    # for the plot
        self.raw = {}

    def say(self, text):
        print("\n" + text, flush=True)
        self.parts.append(text)

    def remember(self, title, results):
        self.raw[title] = {result.contender.name: [vars(run) for run in result.runs]
                           for result in results}

    def write(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "bench.md").write_text("\n\n".join(self.parts) + "\n", encoding="utf-8")
        (folder / "bench.json").write_text(json.dumps(self.raw, indent=1) + "\n", encoding="utf-8")
        if self.groups:
            time = {"elapsed": "time", "cpu": "time of the processor"}[self.clock]
            picture = plot.svg("vclink and others on the same file (less is better)", time,
                               self.groups)
            (folder / "bench.svg").write_text(picture, encoding="utf-8")


def chosen(options, parser):
    everyone = contenders(options.vclink, options.programs)
    if options.only is None:
        return everyone
    unknown = set(options.only) - {contender.name for contender in everyone}
    if unknown:
        known = " ".join(contender.name for contender in everyone)
        parser.error(f"no such contender: {min(unknown)}; contenders are: {known}")
    return [c for c in everyone if c.name in options.only or c.name == "wc"]


def heading(farmers, path, count):
    return (f"### {farmers:,} farmers, {path.stat().st_size / 1e6:,.0f} MB,"
            f" {count} round{'s' * (count > 1)}")


def run_contest(options, parser, files, output):
    by_size, meter = {}, Meter(options.programs)
    everyone = chosen(options, parser)
    for farmers in options.farmers:
        path = files.nation(farmers)
        entries = [(c, path) for c in everyone
                   if options.only is not None or farmers <= c.most_farmers]
        title = heading(farmers, path, options.rounds)
        print("\n" + title)
        by_size[farmers] = results = rounds(meter, entries, options.rounds, options.clock)
        output.say(title)
        output.say(report.table_of(results, results[0], farmers))
        for problem in disagreements(meter, options.vclink, entries):
            output.say("They disagree: " + problem)
        bars = list(report.bars_of(results, results[0], farmers))
        output.groups.append((title.lstrip("# "), bars))
        output.remember(title, results)
    rows = [row for farmers in by_size if farmers >= WANTED_FROM
            for row in report.size_targets(farmers, by_size[farmers])]
    rows.extend(report.growth_targets(by_size))
    if rows:
        output.say(report.target_table(rows))


def run_forms(options, parser, files, output):
    farmers, meter = options.farmers[-1], Meter(options.programs)
    program = next((c for c in chosen(options, parser) if c.name == "analyze"), None)
    if program is None:
        parser.error("--forms runs analyze")
    entries = [(program, files.nation(farmers, form)) for form in FORMS]
    results = rounds(meter, entries, options.rounds, options.clock)
    title = heading(farmers, entries[0][1], options.rounds) + ", in other forms"
    for form, result in zip(FORMS, results):
        result.contender = type(program)(form, form, program.command, ours=True)
    output.say(title)
    output.say(report.table_of(results, results[0], farmers, first="form of the file",
                               against="times the natural form"))
    output.say(report.target_table(list(report.form_targets(dict(zip(FORMS, results))))))
    output.remember(title, results)


def main():
    parser, options = parse_options()
    files = Files(options.keep, options.programs)
    output = Output(options.clock)
    output.say("\n".join(f"- {what}: {which}" for what, which in machine()))
    if options.shapes is not None:
        hard.run(options, files, output)
    elif options.forms:
        run_forms(options, parser, files, output)
    else:
        run_contest(options, parser, files, output)
    output.write(options.results)
    print(f"\nwritten: bench.md, bench.json and, with rounds, bench.svg in {options.results}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
