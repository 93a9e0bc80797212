#!/usr/bin/python3
"""The workbook in LibreOffice: it opens and is printed without a complaint in both languages, and
what LibreOffice makes of each sheet has the figures of `vclink analyze --format json`."""
import csv
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import network
from book import LANGUAGES, Package
from network import command

# Comma, quote, UTF-8, from line 1; as stored, not as shown; every sheet into a file of its own.
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"


@unittest.skipUnless(shutil.which("soffice"), "LibreOffice: not installed")
class Office(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def convert(self, path, form):
        done = subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless",
             "--convert-to", form, "--outdir", str(self.folder), str(path)],
            check=False, capture_output=True, timeout=300, encoding="utf-8")
        self.assertEqual(done.returncode, 0, done.stderr)
        said = [line for line in done.stderr.splitlines() if "javaldx" not in line]
        self.assertEqual(said, [])
        self.assertIn("convert ", done.stdout)

    def export(self, dataset, lang):
        path = self.folder / "book.xlsx"
        network.run(self, "export", dataset, "--to", "xlsx", "-o", path, "-q", "--lang", lang)
        return path

    def check(self, dataset, lang):
        package = Package(self, dataset, self.folder / "out", "--lang", lang)
        self.convert(self.export(dataset, lang), AS_CSV)
        for name, resource in package.resources.items():
            if name != "summary":
                self.check_sheet(package, name, self.folder / f"book-{resource['title']}.csv")

    def check_sheet(self, package, name, path):
        with open(path, encoding="utf-8", newline="") as file:
            lines = list(csv.reader(file))
        rows, fields = package.tables[name], package.fields(name)
        self.assertEqual(lines[0], [field["title"] for field in fields])
        for row, cells in zip(rows, lines[1:]):
            for field, cell in zip(fields, cells):
                value = row[field["name"]]
                if value is None or value == []:
                    self.assertEqual(cell, "", f"{name}: {field['name']}")
                elif field["type"] in ("integer", "number"):
                    self.assertAlmostEqual(float(cell.rstrip("%")) / (100 if "%" in cell else 1),
                                           value, delta=1e-9 * max(1, abs(value)))
                elif field["type"] == "boolean":
                    self.assertEqual(cell, str(value).upper())
        self.assertGreaterEqual(len(lines), len(rows) + 1)

    def test_it_is_printed(self):
        for lang in LANGUAGES:
            self.convert(self.export(network.DATASETS[-1], lang), "pdf")
            self.assertGreater((self.folder / "book.pdf").stat().st_size, 10000)


def add_test(dataset, lang):
    setattr(Office, f"test_{dataset.stem}_{lang}".replace("-", "_"),
            lambda self: self.check(dataset, lang))


for data in network.DATASETS:
    if data.exists():
        for language in LANGUAGES:
            add_test(data, language)


if __name__ == "__main__":
    command.main()
