#!/usr/bin/python3
"""Same data, same options: the same bytes, whatever the run, the threads, the locale, the order of
the records, their container, their line ends, or where they are read from."""
import json
import os
import pathlib
import random
import shutil
import subprocess
import tempfile
import unittest

import command
from command import environment, run

SEED = 20231231
WRAPPERS = {"products": "product", "places": "place", "nodes": "node", "links": "link",
            "edges": "link"}
COMMA_LOCALES = ("vi_VN", "de_DE")


def datasets():
    """Our own datasets and, where it is known, real data that nobody here wrote."""
    paths = []
    for path in sorted((command.ROOT / "datasets").glob("*/*.json")):
        if path.parent.name != "schema" and b'"nodes"' in path.read_bytes():
            paths.append(path)
    paths += sorted((command.ROOT / "datasets").glob("*/*.jsonl"))
    real = os.environ.get("VCLINK_REAL_DATA")
    if real:
        paths.append(pathlib.Path(real) / "montpellier-tomato.json")
    return paths


def records_of(path):
    """The file's records, each as {"node": …}, in their order."""
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    document = json.loads(text)
    records = [{"graph": document["graph"]}] if "graph" in document else []
    for key, wrapper in WRAPPERS.items():
        records += [{wrapper: item} for item in document.get(key, [])]
    return records


def as_lines(records, end="\n"):
    text = "".join(json.dumps(record, ensure_ascii=False) + end for record in records)
    return text.encode()


def as_document(records, order=None):
    """A document of the same records; its keys stand in `order`."""
    document = {"format": "vclink", "version": 1, "nodes": [], "links": []}
    names = {"product": "products", "place": "places", "node": "nodes", "link": "links"}
    for record in records:
        (wrapper, item), = record.items()
        if wrapper == "graph":
            document["graph"] = item
        else:
            document.setdefault(names[wrapper], []).append(item)
    keys = list(document)
    if order is not None:
        order.shuffle(keys)
    return json.dumps({key: document[key] for key in keys}, ensure_ascii=False, indent=1).encode()


class Same(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def figures(self, path, *options, **changes):
        done = run("analyze", path, "--quiet", *options, env=environment(**changes))
        self.assertEqual(done.returncode, 0, (path, done.stderr[:2000]))
        return done.stdout

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content)
        return path

    def each(self):
        paths = datasets()
        if not paths:
            self.skipTest("no datasets")
        for path in paths:
            yield path, self.figures(path)

    def assert_same(self, got, want, path):
        """Without printing both where they differ: they are large."""
        self.assertTrue(got == want, f"the figures of {path.name} differ")

    def test_every_run(self):
        for path, want in self.each():
            for _ in range(3):
                self.assert_same(self.figures(path), want, path)

    def test_every_number_of_threads(self):
        for path, want in self.each():
            for threads in ("1", "2", "4"):
                self.assert_same(self.figures(path, OMP_NUM_THREADS=threads), want, path)
                self.assert_same(self.figures(path, "--threads", threads), want, path)

    def test_every_locale_that_there_is(self):
        for path, want in self.each():
            for name in ("C", "POSIX", "C.UTF-8", "vi_VN.UTF-8", "nonsense"):
                self.assert_same(self.figures(path, LC_ALL=name), want, path)
                self.assert_same(self.figures(path, LC_ALL=None, LANG=name), want, path)

    def test_a_locale_with_a_decimal_comma(self):
        name = self.make_locale()
        for path, want in self.each():
            got = self.figures(path, LC_ALL=name, LOCPATH=str(self.folder / "locale"))
            self.assert_same(got, want, path)

    def make_locale(self):
        """Compiles one without root, into a folder of our own."""
        if shutil.which("localedef") is None:
            self.skipTest("no localedef")
        folder = self.folder / "locale"
        folder.mkdir()
        for name in COMMA_LOCALES:
            compiled = folder / f"{name}.UTF-8"
            done = subprocess.run(["localedef", "-i", name, "-f", "UTF-8", compiled],
                                  capture_output=True, check=False)
            if done.returncode == 0:
                return f"{name}.UTF-8"
        return self.skipTest("no comma locale among the system's (package locales)")

    def test_every_order_of_the_records(self):
        order = random.Random(SEED)
        for path, want in self.each():
            records = records_of(path)
            for i in range(3):
                order.shuffle(records)
                self.assert_same(self.figures(self.write("s.jsonl", as_lines(records))), want, path)
                document = as_document(records, order)
                self.assert_same(self.figures(self.write("s.json", document)), want, path)

    def test_document_or_lines_whatever_the_name(self):
        for path, want in self.each():
            records = records_of(path)
            self.assert_same(self.figures(self.write("x.json", as_lines(records))), want, path)
            self.assert_same(self.figures(self.write("x.jsonl", as_document(records))), want, path)

    def test_line_ends_and_a_byte_order_mark(self):
        for path, want in self.each():
            content = path.read_bytes().replace(b"\r\n", b"\n")
            crlf = content.replace(b"\n", b"\r\n")
            self.assert_same(self.figures(self.write("crlf", crlf)), want, path)
            self.assert_same(self.figures(self.write("bom", b"\xef\xbb\xbf" + content)), want, path)
            lines = as_lines(records_of(path), "\r\n")
            self.assert_same(self.figures(self.write("lines", lines)), want, path)

    def test_standard_input_and_pipes(self):
        for path, want in self.each():
            done = run("analyze", "-", "--quiet", stdin=path.read_bytes())
            self.assert_same(done.stdout, want, path)

    def test_unknown_keys_never_come_out(self):
        for path, want in self.each():
            records = records_of(path)
            for record in records:
                (_, item), = record.items()
                item["phone_of_the_head"] = "0912 345 678"
            self.assert_same(self.figures(self.write("keys", as_document(records))), want, path)

    def test_the_real_data_is_there(self):
        if not os.environ.get("VCLINK_REAL_DATA"):
            self.skipTest("VCLINK_REAL_DATA is not set")
        path = pathlib.Path(os.environ["VCLINK_REAL_DATA"]) / "montpellier-tomato.json"
        metrics = json.loads(self.figures(path))
        rows = {row["id"]: row for row in metrics["tables"]["centrality"]}
        known = {"I010": 72.667, "I012": 71.333, "I001": 70.667, "I003": 68.333, "I017": 55,
                 "I006": 50}
        for actor, betweenness in known.items():
            self.assertAlmostEqual(rows[actor]["betweenness"], betweenness, delta=5e-4)


if __name__ == "__main__":
    command.main()
