#!/usr/bin/python3
"""How time and memory grow with the data, on chains drawn to be as awkward as they can be.

For each shape, files of n, 2n and 4n are written and three things are run on each:

  check    `vclink check`: loading and reviewing
  tables   `vclink analyze` with every table but buyers and centrality
  all      `vclink analyze` with every table: exact betweenness may cost the square

Printed are the time in user mode, the peak of memory and the growth exponent, log2 of what the
last doubling cost: 1 is linear, 2 is the square. An exponent above 1.5 is marked if the time is
above 0.2 s (or the memory above 64 MB), and so is what passes a limit; then each table is run by
itself. The peak is never below that of this script. It is a benchmark, no test: it exits with 0.

  scaling.py [--vclink PATH] [--size 4000] [--doublings 2] [--limit 10] [--memory 2048] [--each]
             [SHAPE...]
"""
import argparse
import json
import math
import os
import pathlib
import resource
import signal
import subprocess
import tempfile
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
SLOW_S, LARGE_MB, STEEP = 0.2, 64, 1.5
COSTLY = ("buyers", "centrality")
SHAPES = {}


def shape(function):
    """A function from n to records, each a pair of wrapper and fields."""
    SHAPES[function.__name__] = function
    return function


def product(id_, **more):
    return "product", {"id": id_, **more}


def place(id_, **more):
    return "place", {"id": id_, **more}


def node(id_, kind, **more):
    return "node", {"id": id_, "kind": kind, **more}


def link(source, target, **more):
    return "link", {"source": source, "target": target, **more}


def cooperatives(n, **more):
    for i in range(n):
        yield node(f"c{i}", "cooperative", **more)


def path(prefix, n, end, **more):
    """Links prefix0 -> prefix1 -> … -> end."""
    for i in range(n):
        yield link(f"{prefix}{i}", f"{prefix}{i + 1}" if i + 1 < n else end, kind="supply", **more)


@shape
def path_of_cooperatives(n):
    yield node("buyer", "enterprise")
    yield from cooperatives(n)
    yield from path("c", n, "buyer")


@shape
def path_with_products(n):
    """Eight layers of one path, each with a buyer of its own somewhere on it."""
    names = [f"p{i}" for i in range(8)]
    yield node("buyer", "enterprise")
    yield from cooperatives(n, products=names)
    yield from path("c", n, "buyer", products=names)
    for i, name in enumerate(names):
        yield node(f"e{i}", "enterprise", products=[name])
        yield link(f"c{n * (i + 1) // 9}", f"e{i}")


@shape
def path_there_and_back(n):
    """One product flows along the path, the other the opposite way."""
    yield node("buyer", "enterprise")
    yield from cooperatives(n)
    yield from path("c", n, "buyer", product="p")
    yield link("c0", "buyer", product="q")
    for i in range(n - 1):
        yield link(f"c{i + 1}", f"c{i}", kind="supply", product="q")


@shape
def star(n):
    yield node("buyer", "enterprise")
    yield from cooperatives(n)
    for i in range(n):
        yield link(f"c{i}", "buyer")


@shape
def star_without_links(n):
    yield from cooperatives(n)


@shape
def farmers_of_one_cooperative(n):
    yield node("c", "cooperative")
    yield node("buyer", "enterprise")
    yield link("c", "buyer")
    for i in range(n):
        yield node(f"f{i}", "farmer", place=f"{i % 200}")
        yield link(f"f{i}", "c")


@shape
def farmers_each_unlike(n):
    """Farmers that sell to each other in a row: none can be folded."""
    yield node("buyer", "enterprise")
    for i in range(n):
        yield node(f"f{i}", "farmer")
    yield from path("f", n, "buyer")


@shape
def farmers_with_baskets(n):
    """Farmers who list three of thirty products and belong to two of n / 100 cooperatives."""
    yield node("buyer", "enterprise")
    for i in range(n // 100):
        yield node(f"c{i}", "cooperative")
        yield link(f"c{i}", "buyer")
    for i in range(n):
        yield node(f"f{i}", "farmer", products=[f"p{i * step % 30}" for step in (1, 7, 11)])
        for step in (1, 13):
            yield link(f"f{i}", f"c{i * step % (n // 100)}")


@shape
def product_of_each_cooperative(n):
    yield node("buyer", "enterprise")
    for i in range(n):
        yield node(f"c{i}", "cooperative", products=[f"p{i}"])
        yield link(f"c{i}", "buyer")


@shape
def product_of_each_pair(n):
    for i in range(n):
        yield node(f"c{i}", "cooperative", products=[f"p{i}"])
        yield node(f"e{i}", "enterprise", products=[f"p{i}"])
        yield link(f"c{i}", f"e{i}")


@shape
def products_declared_only(n):
    for i in range(n):
        yield product(f"p{i}", name=f"Sản phẩm {i}")
    yield node("c", "cooperative")
    yield node("buyer", "enterprise")
    yield link("c", "buyer")


@shape
def products_of_one_node(n):
    yield node("c", "cooperative", products=[f"p{i}" for i in range(n)])
    yield node("buyer", "enterprise")
    yield link("c", "buyer")


@shape
def products_of_one_link(n):
    yield node("c", "cooperative")
    yield node("buyer", "enterprise")
    yield link("c", "buyer", products=[f"p{i}" for i in range(n)])


@shape
def products_with_outputs_and_links(n):
    yield node("c", "cooperative",
               products=[{"product": f"p{i}", "output_kg": i + 1} for i in range(n)])
    yield node("buyer", "enterprise")
    for i in range(n):
        yield link("c", "buyer", product=f"p{i}", volume_kg=i)


@shape
def products_of_one_buyer_sold_by_many(n):
    """A supermarket that lists n products, n cooperatives that list nothing."""
    yield node("buyer", "enterprise", products=[f"p{i}" for i in range(n)])
    yield from cooperatives(n)
    for i in range(n):
        yield link(f"c{i}", "buyer")


@shape
def products_that_never_meet(n):
    """n links that say nothing, between two that list n products each and share none."""
    yield node("c", "cooperative", products=[f"p{i}" for i in range(n)])
    yield node("buyer", "enterprise", products=[f"q{i}" for i in range(n)])
    for i in range(n):
        yield link("c", "buyer", volume_kg=i)


@shape
def hubs_without_products(n):
    """A path of hubs that list nothing, each fed by a cooperative with a product of its own."""
    yield node("buyer", "enterprise")
    yield from path("h", n, "buyer")
    for i in range(n):
        yield node(f"h{i}", "cooperative")
        yield node(f"c{i}", "cooperative", products=[f"p{i}"])
        yield link(f"c{i}", f"h{i}", kind="supply")


@shape
def few_products_beside_many_links(n):
    """n cooperatives that list nothing beside one that lists n products."""
    yield from star(n)
    yield node("c", "cooperative", products=[f"p{i}" for i in range(n)])
    yield link("c", "buyer")


@shape
def buyers_of_one_each(n):
    for i in range(n):
        yield node(f"c{i}", "cooperative")
        yield node(f"e{i}", "enterprise")
        yield link(f"c{i}", f"e{i}")


@shape
def buyers_of_one_cooperative(n):
    yield node("c", "cooperative", members=50)
    for i in range(n):
        yield node(f"e{i}", "enterprise")
        yield link("c", f"e{i}", volume_kg=i + 1)


@shape
def buyer_at_every_step(n):
    """A path on which every cooperative also sells to a buyer of its own."""
    yield node("buyer", "enterprise")
    yield from cooperatives(n)
    yield from path("c", n, "buyer")
    for i in range(n):
        yield node(f"e{i}", "enterprise")
        yield link(f"c{i}", f"e{i}")


@shape
def enterprises_in_a_ring(n):
    yield node("c", "cooperative")
    yield link("c", "e0")
    for i in range(n):
        yield node(f"e{i}", "enterprise")
        yield link(f"e{i}", f"e{(i + 1) % n}")


@shape
def path_to_nowhere(n):
    yield from cooperatives(n, members=10)
    for i in range(n - 1):
        yield link(f"c{i}", f"c{i + 1}", kind="supply")


@shape
def ladder_to_nowhere(n):
    """Two paths side by side with rungs: no part of it is a tree."""
    yield from cooperatives(2 * n, members=10)
    for i in range(2 * n):
        if i + 2 < 2 * n:
            yield link(f"c{i}", f"c{i + 2}", kind="supply")
        if i % 2 == 0:
            yield link(f"c{i}", f"c{i + 1}", kind="supply")


@shape
def rings_to_nowhere(n):
    """Rings of three that sell to the next ring and to the one after it."""
    yield from cooperatives(3 * n, members=10)
    for i in range(n):
        for step in range(3):
            yield link(f"c{3 * i + step}", f"c{3 * i + (step + 1) % 3}", kind="supply")
        for further in (1, 2):
            if i + further < n:
                yield link(f"c{3 * i}", f"c{3 * (i + further) + 1}", kind="supply")


@shape
def products_to_nowhere(n):
    """A path that eight products flow along, each with a cooperative of its own to feed it."""
    names = [f"p{i}" for i in range(8)]
    for i in range(n):
        yield node(f"c{i}", "cooperative", products=names, members=10)
    for i in range(n - 1):
        yield link(f"c{i}", f"c{i + 1}", kind="supply", products=names)
    for i, name in enumerate(names):
        yield node(f"d{i}", "cooperative", products=[name])
        yield link(f"d{i}", f"c{n * (i + 1) // 9}", kind="supply")


@shape
def buyers_of_many(n):
    """n farmers with two of n / 10 cooperatives each, which sell to three of n / 10 buyers each."""
    many = max(n // 10, 1)
    for i in range(many):
        yield node(f"c{i}", "cooperative")
        yield node(f"e{i}", "enterprise")
        for step in (1, 7, 11):
            yield link(f"c{i}", f"e{i * step % many}")
    for i in range(n):
        yield node(f"f{i}", "farmer")
        for step in (1, 13):
            yield link(f"f{i}", f"c{i * step % many}")


@shape
def parallel_links(n):
    yield node("c", "cooperative")
    yield node("buyer", "enterprise")
    for i in range(n):
        yield link("c", "buyer", volume_kg=i)


@shape
def duplicate_links(n):
    yield node("c", "cooperative")
    yield node("buyer", "enterprise")
    for _ in range(n):
        yield link("c", "buyer")


@shape
def two_long_paths(n):
    """Two paths in layers of their own, every step of both fed by one farmer."""
    yield node("buyer", "enterprise")
    for name in ("a", "b"):
        for i in range(n):
            yield node(f"{name}{i}", "cooperative", products=[name])
        yield from path(name, n, "buyer")
    for i in range(n):
        yield node(f"f{i}", "farmer")
        yield link(f"f{i}", f"a{i}")
        yield link(f"f{i}", f"b{i}")


@shape
def groups_of_one_cooperative(n):
    yield node("c", "cooperative", members=10**9)
    yield node("buyer", "enterprise")
    yield link("c", "buyer")
    for i in range(n):
        yield node(f"g{i}", "group", members=20)
        yield link(f"g{i}", "c")


@shape
def cooperatives_of_one_group(n):
    """n farmers in one group, which belongs to n cooperatives."""
    yield node("g", "group")
    for i in range(n):
        yield node(f"f{i}", "farmer")
        yield link(f"f{i}", "g")
        yield node(f"c{i}", "cooperative", members=10**6)
        yield link("g", f"c{i}")


@shape
def cooperatives_of_two_groups(n):
    """n farmers in both of two groups, which belong to n cooperatives."""
    for name in ("g", "h"):
        yield node(name, "group")
    for i in range(n):
        yield node(f"f{i}", "farmer")
        yield node(f"c{i}", "cooperative", members=10**6)
        for name in ("g", "h"):
            yield link(f"f{i}", name)
            yield link(name, f"c{i}")


@shape
def places_in_places(n):
    for i in range(n):
        yield place(f"{i}", **({"parent": f"{i - 1}"} if i > 0 else {}))
    yield node("c", "cooperative", place=f"{n - 1}")


@shape
def places_side_by_side(n):
    for i in range(n):
        yield place(f"{i}", name=f"Xã {i}")
        yield node(f"c{i}", "cooperative", place=f"{i}")


@shape
def sectors(n):
    for i in range(n):
        yield node(f"c{i}", "cooperative", sector=f"Lĩnh vực {i}")


@shape
def names_alike(n):
    for i in range(n):
        yield node(f"c{i}", "cooperative", name=("HTX Hòa Bình", "HTX Hoà  bình")[i % 2])


@shape
def ids_unknown(n):
    """Every link names a cooperative that is not there: wrong input, exit status 3."""
    yield node("buyer", "enterprise")
    for i in range(n):
        yield node(f"c{i}", "cooperative")
        yield link(f"d{i}", "buyer")


@shape
def ids_unknown_and_alike(n):
    """The same, with long ids of which many are nearly one: suggestions are hard to find."""
    start = "x" * 54
    yield node("buyer", "enterprise")
    for i in range(n):
        yield node(f"{start}{i:08}", "cooperative")
        yield link(f"{i:08}{start}", "buyer")


@shape
def ids_unknown_in_lists(n):
    yield product("p")
    for i in range(n):
        yield node(f"c{i}", "cooperative", products=[f"q{i}"])


@shape
def ids_given_twice(n):
    for _ in range(n):
        yield node("c", "cooperative")


@shape
def ids_that_are_long(n):
    start = "x" * 500
    yield node("buyer", "enterprise")
    for i in range(n):
        yield node(f"{start}{i}", "cooperative")
        yield link(f"{start}{i}", "buyer")


@shape
def id_that_is_long(n):
    long = "x" * n * 20
    yield node("buyer", "enterprise")
    yield node(long, "cooperative")
    for i in range(20):
        yield link(long, "buyer", volume_kg=i)


def write(records, path_):
    """Nodes, links and lists in the order in which the shape gives them; that is free."""
    with open(path_, "w", encoding="utf-8") as lines:
        for wrapper, fields in records:
            json.dump({wrapper: fields}, lines, ensure_ascii=False)
            lines.write("\n")


def measure(command, limit_s, limit_mb):
    """(seconds in user mode, peak in MB), inf for the one whose limit was passed."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    resource.prlimit(process.pid, resource.RLIMIT_AS, (limit_mb << 20, limit_mb << 20))
    timer = threading.Timer(limit_s, process.kill)
    timer.start()
    _, status, usage = os.wait4(process.pid, 0)
    timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    stopped = process.returncode == -signal.SIGKILL
    failed = not stopped and process.returncode not in (0, 1, 3)
    if process.returncode < 0 and not stopped:
        print(f"ended by signal {-process.returncode}: {' '.join(command)}")
    return (math.inf if stopped else usage.ru_utime,
            math.inf if failed else usage.ru_maxrss / 1024)


def exponent(values):
    """log2 of the last doubling, NaN where it is not known."""
    if len(values) < 2 or math.inf in values[-2:] or min(values[-2:]) <= 0.0:
        return math.nan
    return math.log2(values[-1] / values[-2])


def is_steep(values, floor):
    return values[-1] == math.inf or (exponent(values) > STEEP and values[-1] > floor)


def figures(values, decimals, width):
    """The values and their growth, as columns; “over” a limit, “-” where nothing is known."""
    cells = ["over" if value == math.inf else f"{value:.{decimals}f}" for value in values]
    growth = exponent(values)
    return "".join(f"{cell:>{width}}" for cell in cells) + (
        f"{'-':>7}" if math.isnan(growth) else f"{growth:>7.2f}")


class Bench:
    def __init__(self, options):
        self.options = options
        with subprocess.Popen([options.vclink, "list", "--format", "json"],
                              stdout=subprocess.PIPE) as process:
            rows = json.load(process.stdout)["tables"]["tables"]
        self.tables = list(dict.fromkeys(row["table"] for row in rows))
        self.steep = []

    def run(self, name, what, files, arguments):
        """Measures one command on all sizes and prints the line; True where it is steep."""
        times, peaks = [], []
        for file in files:
            time_s, peak_mb = measure([self.options.vclink, arguments[0], file, *arguments[1:]],
                                      self.options.limit, self.options.memory)
            times.append(time_s)
            peaks.append(peak_mb)
            if math.inf in (time_s, peak_mb):
                break
        slow, large = is_steep(times, SLOW_S), is_steep(peaks, LARGE_MB)
        marks = (" TIME" if slow else "") + (" MEMORY" if large else "")
        print(f"{name:36}{what:14}{figures(times, 2, 8)}  {figures(peaks, 0, 7)}{marks}",
              flush=True)
        if marks:
            self.steep.append(f"{name} {what}{marks}")
        return bool(marks)

    def run_shape(self, name, folder):
        sizes = [self.options.size << i for i in range(self.options.doublings + 1)]
        files = [os.path.join(folder, f"{size}.jsonl") for size in sizes]
        for size, file in zip(sizes, files):
            write(SHAPES[name](size), file)
        cheap = [table for table in self.tables if table not in COSTLY]
        output = ["--format", "json", "--quiet"]
        self.run(name, "check", files, ["check", "--quiet"])
        steep = self.run(name, "tables", files, ["analyze", *cheap, *output])
        self.run(name, "all", files, ["analyze", *output])
        if steep or self.options.each:
            for table in cheap:
                self.run(name, "- " + table, files, ["analyze", table, *output])


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vclink", default=str(ROOT / "build" / "vclink"))
    parser.add_argument("--size", type=int, default=4000)
    parser.add_argument("--doublings", type=int, default=2)
    parser.add_argument("--limit", type=float, default=10.0, help="seconds a run at most")
    parser.add_argument("--memory", type=int, default=2048, help="MB a run at most")
    parser.add_argument("--each", action="store_true", help="each table by itself, always")
    parser.add_argument("shapes", nargs="*", metavar="SHAPE")
    options = parser.parse_args()
    unknown = [name for name in options.shapes if name not in SHAPES]
    if unknown:
        parser.error(f"no such shape: {unknown[0]}; shapes are: {' '.join(SHAPES)}")
    bench = Bench(options)
    print(f"n = {options.size}, doubled {options.doublings} times; seconds in user mode, growth, "
          "MB at the peak, growth")
    with tempfile.TemporaryDirectory() as folder:
        for name in options.shapes or SHAPES:
            bench.run_shape(name, folder)
    print("\nsteep:" if bench.steep else "\nnothing is steep")
    for line in bench.steep:
        print("  " + line)


main()
