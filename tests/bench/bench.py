#!/usr/bin/python3
"""How fast and how small, as ratios, which hold on any machine. In one interleaved run:

  time    the whole `vclink analyze FILE --format json` against /usr/bin/python3 that reads the
          same lines with json.loads and does nothing with them
  memory  peak of vclink for each farmer of the file, in bytes: all of it, and what is left when
          that of a chain of one farmer (program, libraries) is taken off

  bench.py [--vclink PATH] [--farmers 100000] [--rounds 5] [FILE]
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PYTHON = "/usr/bin/python3"
READ_LINES = "import json, sys\nfor line in open(sys.argv[1], 'rb'): json.loads(line)"
TIME_TARGET = 8.0
MEMORY_TARGET = 400


def measure(*args):
    """(elapsed seconds, peak bytes) of a process."""
    start = time.perf_counter()
    process = subprocess.Popen([str(arg) for arg in args], stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed_s = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{args[0]}: exit status {process.returncode}")
    return elapsed_s, usage.ru_maxrss * 1024


def count_farmers(path):
    with open(path, "rb") as lines:
        return sum(b'"kind": "farmer"' in line for line in lines)


def verdict(value, target):
    return "meets" if value < target else "MISSES"


def bench(vclink, path, tiny, rounds):
    times = {"vclink": [], "python": []}
    peaks = []
    for _ in range(rounds):
        elapsed_s, peak = measure(vclink, "analyze", path, "--format", "json", "--quiet")
        times["vclink"].append(elapsed_s)
        peaks.append(peak)
        times["python"].append(measure(PYTHON, "-c", READ_LINES, path)[0])
    ratio = statistics.median(times["vclink"]) / statistics.median(times["python"])
    farmers = count_farmers(path)
    base = measure(vclink, "analyze", tiny, "--format", "json", "--quiet")[1]
    memory = max(peaks) / farmers
    beyond = (max(peaks) - base) / farmers
    print(f"{farmers} farmers, {path.stat().st_size / 2**20:.1f} MiB, {rounds} rounds, medians")
    print(f"time    {ratio:.2f} x json.loads of the lines"
          f" ({verdict(ratio, TIME_TARGET)} the target of {TIME_TARGET:g})")
    print(f"memory  {memory:.0f} bytes a farmer at the peak"
          f" ({verdict(memory, MEMORY_TARGET)} the target of {MEMORY_TARGET}),"
          f" {beyond:.0f} beyond the program itself")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vclink", default=ROOT / "build" / "vclink")
    parser.add_argument("--farmers", type=int, default=100000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("file", nargs="?", type=pathlib.Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tiny = pathlib.Path(folder) / "tiny.jsonl"
        tiny.write_text('{"node": {"id": "a", "kind": "farmer"}}\n', encoding="utf-8")
        path = options.file or pathlib.Path(folder) / "large.jsonl"
        if options.file is None:
            subprocess.run([PYTHON, HERE / "generate_large.py", "--farmers", str(options.farmers),
                            "-o", path], check=True)
        bench(options.vclink, path, tiny, options.rounds)


main()
