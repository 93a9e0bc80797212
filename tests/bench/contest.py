"""vclink and what it is measured against, in rounds: in each everyone runs once, one after the
other, so that whatever else the machine does falls on all alike."""
import json
import math
import os
import pathlib
import statistics
import subprocess
import tempfile
from collections import namedtuple
from dataclasses import dataclass

from files import warm
from measure import Run

HERE = pathlib.Path(__file__).resolve().parent
PYTHON = "/usr/bin/python3"
OUTPUT = ["--format", "json", "--quiet"]
WC_RUNS = 5         # a round, for it is short
EVERY_SIZE = math.inf
Spread = namedtuple("Spread", "least median most")


@dataclass
class Contender:
    name: str
    label: str
    command: list           # the file's path comes behind
    most_farmers: float = EVERY_SIZE
    ours: bool = False
    prints_figures: bool = False


def knows_threads(vclink):
    text = subprocess.run([str(vclink), "analyze", "--help"], stdout=subprocess.PIPE, check=True)
    return b"--threads" in text.stdout


def ours(vclink):
    yield Contender("check", "vclink check", [vclink, "check", "--quiet"], ours=True)
    threads = [["--threads", "1"], ["--threads", "2"]] if knows_threads(vclink) else [[]]
    for number, option in enumerate(threads, 1):
        suffix = "" if number == 1 else f"-{number}"
        label = f", {number} thread{'s' * (number > 1)}" if option else ""
        yield Contender("analyze" + suffix, "vclink analyze" + label,
                        [vclink, "analyze", *OUTPUT, *option], ours=True)


def others(programs):
    with_python = [PYTHON, HERE / "with_python.py"]
    yield Contender("simdjson", "simdjson, reading every field", [programs / "simdjson_fields"])
    yield Contender("c-igraph", "jansson and igraph, from C", [programs / "with_igraph"],
                    most_farmers=1000000, prints_figures=True)
    yield Contender("python-igraph", "json and igraph, from Python", [*with_python, "igraph"],
                    most_farmers=1000000, prints_figures=True)
    yield Contender("networkx", "json and networkx", [*with_python, "networkx"],
                    most_farmers=100000, prints_figures=True)


def contenders(vclink, programs):
    return [Contender("wc", "wc -l", ["wc", "-l"]), *ours(vclink), *others(programs)]


def spread(values):
    values = sorted(values)
    return Spread(values[0], statistics.median(values), values[-1])


class Result:
    """All runs of one contender on one file. Compared is the time of the clock on the wall or,
    where others use the machine too, of the processor."""

    def __init__(self, contender, clock):
        self.contender = contender
        self.clock = clock
        self.runs = []

    @property
    def status(self):
        return next((run.status for run in self.runs if run.status != "0"), "0")

    def elapsed(self):
        return spread([run.elapsed_s for run in self.runs])

    def cpu(self):
        return spread([run.cpu_s for run in self.runs])

    def times(self):
        return self.cpu() if self.clock == "cpu" else self.elapsed()

    def peaks(self):
        return spread([run.peak for run in self.runs])

    def against(self, other):
        """How many times the other's time, round by round; None if either failed."""
        if self.status != "0" or other.status != "0":
            return None
        times = [[run.cpu_s if self.clock == "cpu" else run.elapsed_s for run in result.runs]
                 for result in (self, other)]
        return spread([mine / its for mine, its in zip(*times)])


def one_run(meter, contender, path):
    command = [*contender.command, path]
    if contender.name != "wc":
        return meter.run(command)
    runs = [meter.run(command) for _ in range(WC_RUNS)]
    return Run(statistics.median(run.elapsed_s for run in runs),
               statistics.median(run.cpu_s for run in runs),
               max(run.peak for run in runs), runs[0].status)


def rounds(meter, entries, count, clock):
    """Results of pairs of contender and file, in their order. Whoever fails once is out."""
    results = [Result(contender, clock) for contender, _ in entries]
    for path in {path for _, path in entries}:
        warm(path)
    for number in range(count):
        for result, (contender, path) in zip(results, entries):
            if result.status == "0":
                result.runs.append(one_run(meter, contender, path))
        print(f"round {number + 1} of {count} done", flush=True)
    return results


# ---- do they find the same? ----

def figures_printed(meter, contender, path):
    """None of them where it failed."""
    with tempfile.TemporaryFile() as stream:
        if meter.run([*contender.command, path], stdout=stream).status != "0":
            return {}
        stream.seek(0)
        return json.load(stream)


def figures_of_vclink(vclink, path):
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "figures.json")
        subprocess.run([str(vclink), "analyze", str(path), "summary", "centrality", *OUTPUT, "-o",
                        output], check=True, stderr=subprocess.DEVNULL)
        with open(output, encoding="utf-8") as stream:
            tables = json.load(stream)["tables"]
    return {"cooperatives_covered": tables["summary"][0]["cooperatives_covered"],
            "highest_pagerank": max(row["pagerank"] for row in tables["centrality"]
                                    if row["kind"] == "enterprise")}


def disagreements(meter, vclink, entries):
    """What those who print figures find otherwise than vclink or than each other."""
    known = {}
    for contender, path in entries:
        if not contender.prints_figures:
            continue
        known = known or {name: (figure, "vclink")
                          for name, figure in figures_of_vclink(vclink, path).items()}
        for name, figure in figures_printed(meter, contender, path).items():
            expected, whose = known.setdefault(name, (figure, contender.label))
            if not math.isclose(figure, expected, rel_tol=1e-8):
                yield f"{contender.label}: {name} is {figure}, but {expected} by {whose}"
