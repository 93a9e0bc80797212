"""What tests of the workbook and of the data package share: the tables that should be in them."""
import csv
import datetime
import json
import re

import network
from network import command
from readers import HIDDEN

LANGUAGES = ("en", "vi")
TERM = re.compile(r'^TERM\("([^"]*)", "([^"]*)", "([^"]*)"\)', re.MULTILINE)
TERMS = {word: labels for word, *labels in
         TERM.findall((command.ROOT / "src" / "analysis" / "terms.def").read_text("utf-8"))}


def shown(text):
    """Hidden characters as <U+202E>, save the line feed."""
    return re.sub(HIDDEN.pattern.replace("\ufffe\uffff", "\t"),
                  lambda m: f"<U+{ord(m[0]):04X}>", text)


def shown_in_xml(text):
    """Two more that XML does not know."""
    return shown(text).replace("\ufffe", "<U+FFFE>").replace("\uffff", "<U+FFFF>")


class Package:
    """An exported folder, and the same tables as JSON."""

    def __init__(self, test, dataset, folder, *arguments):
        network.run(test, "export", dataset, "--to", "csv", "-o", folder, "-q", *arguments)
        self.folder = folder
        self.document = json.loads((folder / "datapackage.json").read_text("utf-8"))
        self.resources = {one["name"]: one for one in self.document["resources"]}
        figures = json.loads(network.run(test, "analyze", dataset, *self.resources, "-q",
                                         "--format", "json"))
        self.tables = figures["tables"]
        self.types = {name: {column["name"]: column["type"] for column in columns}
                      for name, columns in figures["schema"].items()}

    def fields(self, name):
        return self.resources[name]["schema"]["fields"]

    def rows(self, name):
        with open(self.folder / self.resources[name]["path"], encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, strict=True))


def cell_of(value, field, kind, language):
    """What a cell of the workbook should hold."""
    if value is None or value in ("", []):
        return None
    if kind == "list":
        return ", ".join(map(shown_in_xml, value)) or None
    if field["type"] == "date" and value > "1901":
        return datetime.datetime.fromisoformat(value)
    if kind == "text":
        return shown_in_xml(value)
    return value


def is_term(field):
    """Our own words are the only texts with a label; names and ids are shown as they are."""
    return field["name"] in ("kind", "linkage", "scope", "basis", "status", "coverage", "contract",
                             "source_kind", "target_kind")
