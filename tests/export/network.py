"""Exporting a dataset and holding what a reader finds in it against `vclink analyze`."""
import importlib.util
import json
import os
import pathlib
import re
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))
import command  # noqa: E402,F401
from readers import ABSENT  # noqa: E402

REAL_DATA = os.environ.get("VCLINK_REAL_DATA")
EXAMPLE = command.ROOT / "tests" / "golden" / "contract-example" / "in.json"
MONTPELLIER = pathlib.Path(REAL_DATA or ".") / "montpellier-tomato.json"
DATASETS = [EXAMPLE, MONTPELLIER,
            *(command.ROOT / "datasets" / name / f"{name}.json"
              for name in ("tan-lac-2023", "bac-giang-2021"))]


def existing():
    return [dataset for dataset in DATASETS if dataset.exists()]


def skip_without(test, reader, dataset):
    """Says what is missing for the test."""
    missing = list(reader.missing())
    if missing:
        test.skipTest(f"{' and '.join(missing)}: not installed")
    if not dataset.exists():
        test.skipTest(f"{dataset.name}: not in VCLINK_REAL_DATA")


def run(test, *args):
    done = command.run(*args)
    test.assertEqual(done.returncode, 0, done.stderr.decode())
    return done.stdout


def formats(test, name):
    """The formats of a command, as its help says them."""
    text = run(test, name, "--help", "--lang", "en").decode()
    words = re.search(r"^ +--(?:format|to) ([a-z|-]+)", text, re.MULTILINE)[1]
    return set(words.split("|"))


class Tables:
    """The tables of a dataset, as rows and as the types of their columns."""

    def __init__(self, test, dataset, *names):
        data = json.loads(run(test, "analyze", dataset, *names, "--format", "json", "-q"))
        self.rows = data["tables"]
        self.types = {name: {column["name"]: column["type"] for column in columns}
                      for name, columns in data["schema"].items()}


def exported(test, dataset, reader):
    """(nodes, links) as the reader finds them."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "out"
        run(test, "export", dataset, *reader.arguments, "-o", path, "-q")
        return reader.read(path)


def wanted(reader, row, types, left_out):
    values = ((name, reader.expected(value, types[name])) for name, value in row.items()
              if name not in left_out)
    return {name: value for name, value in values if value is not ABSENT}


def compare_row(test, where, got, want, extra):
    got = {name: value for name, value in got.items() if name not in extra}
    for name in sorted(set(want) | set(got)):
        value, other = got.get(name, ABSENT), want.get(name, ABSENT)
        test.assertEqual((type(value), value), (type(other), other), f"{where}: {name}")


def compare(test, dataset, reader):
    """Every column of every node and every link, and nothing else."""
    tables = Tables(test, dataset, "nodes", "links")
    nodes, links = exported(test, dataset, reader)
    ids = [reader.as_id(row["id"]) for row in tables.rows["nodes"]]
    test.assertEqual(set(nodes), set(ids))
    for name, row in zip(ids, tables.rows["nodes"]):
        want = wanted(reader, row, tables.types["nodes"], reader.left_out_of_node(row))
        compare_row(test, name, nodes[name], want, reader.extra[0])
    compare_links(test, reader, links, tables)


def compare_links(test, reader, links, tables):
    """In any order, but parallel links in theirs."""
    rows = [(reader.as_id(row["source"]), reader.as_id(row["target"]), row)
            for row in tables.rows["links"]]
    rows.sort(key=lambda row: row[:2])
    links = sorted(links, key=lambda link: link[:2])
    test.assertEqual([link[:2] for link in links], [row[:2] for row in rows])
    for (source, target, attributes), (_, _, row) in zip(links, rows):
        want = wanted(reader, row, tables.types["links"], reader.left_out[1])
        compare_row(test, f"{source} -> {target}", attributes, want, reader.extra[1])


def skip_without_program(test, program):
    if shutil.which(program) is None:
        test.skipTest(f"{program}: not installed")


def skip_without_module(test, module):
    if importlib.util.find_spec(module) is None:
        test.skipTest(f"{module}: not installed")
