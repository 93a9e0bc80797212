#!/usr/bin/python3
"""The corpus of hostile names (tests/support/hostile.py) through every format that there is.

A network format is read back by its readers (readers.py); a format of figures or a page has a test
here, named in TESTED. A format without a test fails."""
import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest

import network
from network import command
from readers import ABSENT, FORMULA, HIDDEN, READERS, in_csv

sys.path.insert(0, str(command.ROOT / "tests" / "support"))
import hostile  # noqa: E402

# Formats that are not read by a reader of readers.py, by command: each has a test below, the
# workbooks in test_workbook.py and test_register_book.py.
TESTED = {"analyze": {"overview", "table", "json", "ndjson", "csv"},
          "export": {"geojson", "xlsx", "dataset", "datalines", "registers",
                     "registers-csv"}}


class Hostile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.file = pathlib.Path(cls.folder.name) / "hostile.json"
        cls.file.write_text(json.dumps(hostile.dataset()))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def run_on(self, *args):
        return network.run(self, args[0], self.file, *args[1:], "-q").decode("utf-8")

    def tables(self, *names):
        return network.Tables(self, self.file, *names)

    def test_every_format_is_tested(self):
        read = {"export": {reader.form for reader in READERS}}
        for name, tested in TESTED.items():
            self.assertEqual(network.formats(self, name), tested | read.get(name, set()), name)

    def test_json_holds_the_texts_as_nfc(self):
        rows = {row["id"]: row for row in self.tables("nodes").rows["nodes"]}
        for name, text in hostile.TEXTS.items():
            text = unicodedata.normalize("NFC", text)
            row = rows[text]
            for column in ("name", "place", "place_name", "sector", "form", "tax_id", "rating"):
                self.assertEqual(row[column], text, f"{name}: {column}")
            self.assertEqual((row["products"], row["requires"]), ([text], [text]), name)
            self.assertEqual(rows[f"{name}: {text}"]["name"], text)

    def test_json_shows_no_hidden_character(self):
        self.assertIsNone(HIDDEN.search(self.run_on("analyze").replace("\ufffe", "")
                                        .replace("\uffff", "")))

    def test_ndjson_is_json(self):
        lines = self.run_on("analyze", "nodes", "--format", "ndjson").split("\n")[:-1]
        rows = [json.loads(line) for line in lines]
        self.assertEqual(rows, [{"table": "nodes", **row}
                                for row in self.tables("nodes").rows["nodes"]])

    def test_csv_is_defused(self):
        text = self.run_on("analyze", "nodes", "--format", "csv")
        cells = list(csv.DictReader(io.StringIO(text, newline="")))
        rows = self.tables("nodes").rows["nodes"]
        self.assertEqual(len(cells), len(rows))
        for row, cell in zip(rows, cells):
            for column in ("id", "name", "place", "sector", "form", "rating"):
                want = in_csv(row[column], "text")
                self.assertEqual(cell[column] or ABSENT, want, column)
            for value in cell.values():
                self.assertFalse(FORMULA.match(value) and not is_number(value), value)

    def test_csv_defuses_every_item_of_a_list(self):
        text = self.run_on("analyze", "nodes", "--format", "csv")
        cells = {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}
        self.assertEqual(cells["'=1+1"]["certificates"], "'=1+1;a sum")
        self.assertEqual(cells["a;=1+1;@b"]["products"], "a;=1+1;@b")

    def test_a_terminal_sees_no_hidden_character(self):
        for form in (["nodes", "--format", "table"], ["--format", "overview"]):
            text = self.run_on("analyze", *form, "--color", "never")
            hidden = HIDDEN.search(text.replace("\ufffe", "").replace("\uffff", ""))
            self.assertIsNone(hidden, form)

    def test_geojson_holds_every_column(self):
        check_geojson(self, self.file)

    def test_vclink_reads_the_node_link_form_again(self):
        again = self.file.with_name("again.json")
        network.run(self, "export", self.file, "--to", "nodelink", "-o", again, "-q")
        self.assertEqual(network.Tables(self, again, "links").rows, self.tables("links").rows)

    def test_a_dataset_says_the_same_again(self):
        records = ("products", "places", "actors", "handled", "deals")
        rows = self.tables(*records).rows
        for form in ("dataset", "datalines"):
            again = self.file.with_name(f"{form}.json")
            text = self.run_on("export", "--to", form)
            again.write_text(text, encoding="utf-8", newline="")
            self.assertEqual(network.Tables(self, again, *records).rows, rows)
            self.assertEqual(network.run(self, "export", again, "--to", form, "-q").decode(), text)
            self.assertIsNone(HIDDEN.search(text.replace("\ufffe", "").replace("\uffff", "")))

    def test_csv_of_registers_is_defused(self):
        folder = self.file.with_name("registers")
        network.run(self, "export", self.file, "--to", "registers-csv", "-o", folder, "-q")
        for path in folder.iterdir():
            text = path.read_text("utf-8-sig")
            self.assertIsNone(HIDDEN.search(text.replace("\ufffe", "").replace("\uffff", "")))
            for row in csv.reader(io.StringIO(text, newline=""), strict=True):
                for value in row:
                    self.assertFalse(FORMULA.match(value) and not is_number(value), value)

    def test_graphviz_draws_it(self):
        network.skip_without_program(self, "dot")
        done = subprocess.run(["dot", "-Tplain"], input=self.run_on("export", "--to", "dot"),
                              capture_output=True, encoding="utf-8", timeout=300, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(done.stdout.count("\nnode "), 3 * len(hostile.TEXTS))

    def test_xmllint_finds_it_well_formed(self):
        network.skip_without_program(self, "xmllint")
        done = subprocess.run(["xmllint", "--noout", "--nonet", "-"],
                              input=self.run_on("export", "--to", "graphml").encode(),
                              capture_output=True, timeout=60, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, b""))


def is_number(text):
    return re.fullmatch(r"-?\d+(\.\d+)?(e[+-]\d+)?", text) is not None


def check_geojson(test, dataset):
    """Every actor and link whose place is known, with every column."""
    tables = network.Tables(test, dataset, "nodes", "links", "places")
    collection = json.loads(network.run(test, "export", dataset, "--to", "geojson", "-q"))
    places = {row["id"]: row for row in tables.rows["places"]}
    points = {row["id"]: where(row, places) for row in tables.rows["nodes"]}
    wanted = [{"type": "Feature", "id": row["id"],
               "geometry": {"type": "Point", "coordinates": points[row["id"]][0]},
               "properties": {**row, "located_by": points[row["id"]][1],
                              "located_at": points[row["id"]][2]}}
              for row in tables.rows["nodes"] if points[row["id"]]]
    wanted += [{"type": "Feature",
                "geometry": {"type": "LineString", "coordinates": [points[row["source"]][0],
                                                                   points[row["target"]][0]]},
                "properties": row}
               for row in tables.rows["links"] if points[row["source"]] and points[row["target"]]]
    test.assertEqual(collection["type"], "FeatureCollection")
    test.assertEqual(len(collection["features"]), len(wanted))
    for feature, want in zip(collection["features"], wanted):
        test.assertEqual(feature, want)


def where(row, places):
    """[lon, lat], by what, at which place; or None."""
    if row["lat"] is not None and row["lon"] is not None:
        return [row["lon"], row["lat"]], "own", None
    name, by = row["place"], "place"
    while name is not None:
        place = places[name]
        if place["lat"] is not None and place["lon"] is not None:
            return [place["lon"], place["lat"]], by, name
        name, by = place["parent"], "ancestor"
    return None


def add_test(reader):
    def test(self):
        network.skip_without(self, reader, self.file)
        file = self.file.with_name(f"{reader.name}.json")
        file.write_text(json.dumps(hostile.dataset(reader.fails_on)))
        network.compare(self, file, reader)
    setattr(Hostile, "test_" + reader.name, test)


for one in READERS:
    add_test(one)


if __name__ == "__main__":
    command.main()
