#!/usr/bin/python3
"""The folder of CSV files: datapackage.json says what is in it, and every cell is that of
`vclink analyze --format json`, as Python's csv module reads it."""
import json
import pathlib
import re
import sys
import tempfile
import unittest

import jsonschema

import network
from book import LANGUAGES, Package, shown
from network import command

sys.path.insert(0, str(command.ROOT / "tests" / "support"))
import hostile  # noqa: E402

FORMULA = re.compile("[=+\\-@\t\r\n＝＋－＠]")

# What Frictionless Data Package 1, Tabular Data Resource and Table Schema ask of a document as ours.
NAME = {"type": "string", "pattern": "^[-a-z0-9._/]+$"}
FIELD = {
    "type": "object", "required": ["name", "type"],
    "properties": {
        "name": {"type": "string"}, "title": {"type": "string"}, "description": {"type": "string"},
        "type": {"enum": ["string", "number", "integer", "boolean", "date"]},
        "constraints": {"type": "object", "additionalProperties": False, "properties": {
            "required": {"type": "boolean"}, "unique": {"type": "boolean"},
            "minimum": {"type": "number"}, "maximum": {"type": "number"}}}}}
FOREIGN_KEY = {
    "type": "object", "required": ["fields", "reference"],
    "properties": {"fields": {"type": "string"}, "reference": {
        "type": "object", "required": ["resource", "fields"]}}}
RESOURCE = {
    "type": "object", "required": ["name", "path", "profile", "schema"],
    "properties": {
        "profile": {"const": "tabular-data-resource"}, "name": NAME, "title": {"type": "string"},
        "path": {"type": "string", "pattern": r"^[a-z]+\.csv$"}, "encoding": {"const": "utf-8"},
        "dialect": {"type": "object", "properties": {"delimiter": {"const": ","}}},
        "schema": {"type": "object", "required": ["fields"], "properties": {
            "fields": {"type": "array", "minItems": 1, "items": FIELD},
            "missingValues": {"type": "array", "items": {"type": "string"}},
            "primaryKey": {"type": "string"},
            "foreignKeys": {"type": "array", "minItems": 1, "items": FOREIGN_KEY}}}}}
DATA_PACKAGE = {
    "type": "object", "required": ["profile", "name", "resources"],
    "properties": {"profile": {"const": "tabular-data-package"}, "name": NAME,
                   "title": {"type": "string"},
                   "resources": {"type": "array", "minItems": 1, "items": RESOURCE}}}


def read(cell, field):
    """A cell by the type that the schema names, as a Frictionless reader casts it."""
    if cell == "":
        return None
    if field["type"] == "integer":
        return int(cell)
    if field["type"] == "number":
        return float(cell)
    if field["type"] == "boolean":
        return {"true": True, "false": False}[cell]
    return cell


def defused(text):
    return ("'" if FORMULA.match(text) else "") + shown(text)


def wanted(value, kind):
    """What stands in the cell for a value of the JSON."""
    if value is None or value == "":
        return None
    if kind == "list":
        items = [("'" if FORMULA.match(v) and i > 0 else "") + v for i, v in enumerate(value)]
        return defused(";".join(items)) or None
    return defused(value) if kind == "text" else value


class Packages(unittest.TestCase):
    def package(self, dataset, *arguments):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        return Package(self, dataset, pathlib.Path(folder.name) / "out", *arguments)

    def check(self, package):
        self.check_document(package)
        for name in package.resources:
            self.check_cells(package, name)
            self.check_schema(package, name)

    def check_document(self, package):
        jsonschema.validate(package.document, DATA_PACKAGE)
        there = {entry.name for entry in package.folder.iterdir()}
        paths = {one["path"] for one in package.resources.values()}
        self.assertEqual(there, paths | {"datapackage.json"})

    def check_cells(self, package, name):
        rows, fields = package.rows(name), package.fields(name)
        types = package.types[name]
        self.assertEqual(len(rows), len(package.tables[name]), name)
        self.assertEqual([field["name"] for field in fields], list(types))
        for row, want in zip(rows, package.tables[name]):
            self.assertEqual(list(row), list(types))
            for field in fields:
                value = want[field["name"]]
                self.assertEqual(read(row[field["name"]], field),
                                 wanted(value, types[field["name"]]), f"{name}: {field['name']}")

    def check_schema(self, package, name):
        schema, rows = package.resources[name]["schema"], package.rows(name)
        for field in schema["fields"]:
            values = [read(row[field["name"]], field) for row in rows]
            self.check_constraints(field.get("constraints", {}), values)
        if "primaryKey" in schema:
            keys = [row[schema["primaryKey"]] for row in rows]
            self.assertEqual(len(set(keys)), len(keys), name)
        for key in schema.get("foreignKeys", []):
            other = key["reference"]["resource"] or name
            there = {row[key["reference"]["fields"]] for row in package.rows(other)}
            here = {row[key["fields"]] for row in rows} - {""}
            self.assertLessEqual(here, there, f"{name}: {key}")

    def check_constraints(self, constraints, values):
        known = [value for value in values if value is not None]
        if constraints.get("required"):
            self.assertEqual(known, values)
        if constraints.get("unique"):
            self.assertEqual(len(set(known)), len(known))
        for value in known:
            self.assertGreaterEqual(value, constraints.get("minimum", value))
            self.assertLessEqual(value, constraints.get("maximum", value))

    def test_keys_and_units_are_told(self):
        package = self.package(network.EXAMPLE)
        nodes = package.resources["nodes"]["schema"]
        self.assertEqual(nodes["primaryKey"], "id")
        self.assertIn({"fields": "place", "reference": {"resource": "places", "fields": "id"}},
                      nodes["foreignKeys"])
        self.assertIn({"fields": "parent", "reference": {"resource": "", "fields": "id"}},
                      package.resources["places"]["schema"]["foreignKeys"])
        links = {field["name"]: field for field in package.fields("links")}
        self.assertEqual(links["start"]["type"], "date")
        self.assertEqual(links["volume_kg"]["unit"], "kg a year")

    def test_titles_are_in_the_language_asked_for_and_names_in_none(self):
        english, vietnamese = (self.package(network.EXAMPLE, "--lang", lang) for lang in LANGUAGES)
        for name in english.resources:
            one, other = english.fields(name), vietnamese.fields(name)
            self.assertEqual([f["name"] for f in one], [f["name"] for f in other])
            self.assertEqual((english.folder / f"{name}.csv").read_bytes(),
                             (vietnamese.folder / f"{name}.csv").read_bytes())
        self.assertEqual(vietnamese.fields("nodes")[0]["title"], "Mã")

    def test_hostile_texts_are_defused(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "hostile.json"
            path.write_text(json.dumps(hostile.dataset()))
            package = self.package(path)
            for name in package.resources:
                self.check_cells(package, name)
            for row in package.rows("nodes"):
                for field in package.fields("nodes"):
                    if field["type"] == "string":
                        self.assertIsNone(FORMULA.match(row[field["name"]]), row)


def add_test(dataset):
    def test(self):
        if not dataset.exists():
            self.skipTest(f"{dataset.name}: not here")
        self.check(self.package(dataset))

    setattr(Packages, f"test_{dataset.parent.name}_{dataset.stem}".replace("-", "_"), test)


for data in network.DATASETS:
    add_test(data)


if __name__ == "__main__":
    command.main()
