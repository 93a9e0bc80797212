"""Runs vclink on chains that are hard to analyse, each once and within limits: which take too long
or too much memory, and in which table."""
import json
import subprocess

from files import warm
from measure import Meter
from report import digits, megabytes, table
from shapes import SHAPES

COSTLY = ("buyers", "centrality")   # exact betweenness may cost the square
OUTPUT = ["--format", "json", "--quiet"]
HEADS = ["shape and size", "of it", "time s", "CPU s", "peak MB", "exit status"]


def tables_of(vclink):
    """Those that are had unasked: the network's own are no part of `analyze`."""
    text = subprocess.run([str(vclink), "analyze", "-", *OUTPUT], stdout=subprocess.PIPE,
                          input=b'{"graph": {}}', check=True).stdout
    return list(json.loads(text)["tables"])


class Shape:
    def __init__(self, options, files, name):
        self.options = options
        self.label = f"{name} {options.size or SHAPES[name][0]:,}"
        self.path = files.shape(name, options.size or SHAPES[name][0])
        self.rows = []

    def run(self, step, command):
        """The exit status. One line is printed at once: some take minutes."""
        meter = Meter(self.options.programs)
        run = meter.run([self.options.vclink, command[0], self.path, *command[1:]],
                        self.options.limit, self.options.memory * 1e9)
        self.rows.append([self.label, step, digits(run.elapsed_s), digits(run.cpu_s),
                          megabytes(run.peak), run.status])
        print("  ".join(self.rows[-1]), flush=True)
        return run.status

    def run_all(self, tables):
        """Each table by itself too, if they cannot be had together."""
        warm(self.path)
        if self.run("check", ["check", "--quiet"]) not in ("0", "1"):
            return
        cheap = [word for name in COSTLY for word in ("--skip", name)]
        steps = [(f"all but {', '.join(COSTLY)}", cheap), ("analyze", [])]
        statuses = [self.run(step, ["analyze", *some, *OUTPUT]) for step, some in steps]
        if statuses != ["0", "0"]:
            for name in tables if statuses[0] != "0" else COSTLY:
                self.run(name, ["analyze", name, *OUTPUT])


def run(options, files, output):
    tables = tables_of(options.vclink)
    output.say(f"### Hard shapes, at most {options.limit:g} s and {options.memory:g} GB")
    rows = []
    for name in options.shapes or SHAPES:
        shape = Shape(options, files, name)
        shape.run_all(tables)
        rows.extend(shape.rows)
    output.say(table(HEADS, rows))
