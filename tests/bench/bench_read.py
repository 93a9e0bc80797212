#!/usr/bin/python3
"""What reading alone costs, on one thread and without the chain being built, as ratios to `wc -l` of
the same bytes, in one interleaved run: the same chain as it is written by generate_large.py, with
narrow separators, as documents, and with a name on every farmer, plain and escaped. Where simdjson is
installed (libsimdjson-dev), its On-Demand reader takes every field of the first, too.

  bench_read.py [--build build] [--farmers 1000000] [--rounds 15]
"""
import argparse
import itertools
import json
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NAMES = ["Nguyễn Văn An", "Trần Thị Bưởi", "Lê Hoàng Cường", "Phạm Đức Dũng", "Đỗ Thị Én"]
NARROW = (",", ":")
WIDE = (", ", ": ")


def compile_programs(build, folder):
    """The reader, and that of simdjson or None."""
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "jansson", "libutf8proc"], text=True,
                           capture_output=True, check=True).stdout.split()
    reader = folder / "read"
    subprocess.run(["cc", "-O2", "-std=c11", "-D_POSIX_C_SOURCE=200809L", f"-I{ROOT / 'include'}",
                    f"-I{ROOT / 'src'}", "-o", reader, HERE / "read.c", build / "libvclink.a",
                    *flags, "-lm"], check=True)
    return reader, compile_rival(folder)


def compile_rival(folder):
    """As scripts/bench does; None where simdjson is not installed."""
    known = subprocess.run(["pkg-config", "--cflags", "--libs", "simdjson"], text=True,
                           capture_output=True, check=False)
    if known.returncode != 0:
        return None
    rival = folder / "simdjson_fields"
    subprocess.run(["c++", "-O3", "-march=native", "-std=c++17", "-o", rival,
                    HERE / "simdjson_fields.cpp", *known.stdout.split()], check=True)
    return rival


def named(record, names):
    node = record.get("node")
    if node is None or node["kind"] != "farmer":
        return record
    return {"node": {"id": node["id"], "name": next(names), **node}}


def write_lines(path, records, separators, names=None, escaped=False):
    with open(path, "w", encoding="utf-8") as lines:
        for record in records:
            record = record if names is None else named(record, names)
            lines.write(json.dumps(record, ensure_ascii=escaped, separators=separators) + "\n")


def write_document(path, records, **layout):
    document = {"format": "vclink", "version": 1, "products": [], "places": [], "nodes": [],
                "links": []}
    for record in records:
        for kind, fields in record.items():
            if kind == "graph":
                document["graph"] = fields
            else:
                document[kind + "s"].append(fields)
    with open(path, "w", encoding="utf-8") as out:
        json.dump(document, out, ensure_ascii=False, **layout)


def write_variants(folder, farmers):
    plain = folder / "plain.jsonl"
    subprocess.run([sys.executable, HERE / "generate_large.py", "--farmers", str(farmers), "-o",
                    plain], check=True)
    records = [json.loads(line) for line in open(plain, encoding="utf-8")]
    write_lines(folder / "narrow.jsonl", records, NARROW)
    write_lines(folder / "named.jsonl", records, WIDE, itertools.cycle(NAMES))
    write_lines(folder / "named-escaped.jsonl", records, WIDE, itertools.cycle(NAMES), True)
    write_document(folder / "document.json", records)
    write_document(folder / "document-indented.json", records, indent=1)
    return ["plain.jsonl", "narrow.jsonl", "named.jsonl", "named-escaped.jsonl", "document.json",
            "document-indented.json"]


def elapsed_s(*command):
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def measure(commands, rounds):
    """The least time of each command, taken in turns."""
    times = [[] for _ in commands]
    for _ in range(rounds):
        for kept, command in zip(times, commands):
            kept.append(elapsed_s(*command))
    return [min(kept) for kept in times]


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--farmers", type=int, default=1000000)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        reader, rival = compile_programs(options.build, folder)
        for variant in write_variants(folder, options.farmers):
            path = folder / variant
            commands = [["wc", "-l", path], [reader, path, "1"]]
            if rival is not None and variant == "plain.jsonl":
                commands.append([rival, path])
            count_s, read_s, *rest = measure(commands, options.rounds)
            print(f"{variant:24}{path.stat().st_size / 2**20:8.1f} MiB  wc -l {count_s:.4f} s"
                  f"  read {read_s:.4f} s  {read_s / count_s:5.2f} x wc -l")
            for rival_s in rest:
                print(f"{'  simdjson On-Demand':54}{rival_s:.4f} s  {rival_s / count_s:5.2f} x wc -l")


if __name__ == "__main__":
    main()
