#!/usr/bin/python3
"""The registers as a workbook, read back by openpyxl and opened by LibreOffice: each sheet holds what
the CSV file of the same register holds, as texts, numbers and days; lists, frozen headings and guides
are there; the same bytes come out on every run."""
import csv
import datetime
import importlib.util
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

import network
from book import LANGUAGES
from network import command

sys.path.insert(0, str(command.ROOT / "tests" / "support"))
import hostile  # noqa: E402

if importlib.util.find_spec("openpyxl"):
    import openpyxl

DATASETS = [command.ROOT / "datasets" / name / f"{name}.json"
            for name in ("tan-lac-2023", "bac-giang-2021")]
GUIDES = {"en": "Guide", "vi": "Hướng dẫn"}
DEFINITIONS = (command.ROOT / "src" / "registers" / "registers.def").read_text("utf-8")
TITLES = {key: (en, vi) for key, en, vi in
          re.findall(r'^REGISTER\(\w+, "(\w+)", "([^"]*)", "([^"]*)"', DEFINITIONS, re.MULTILINE)}


def other(lang):
    return LANGUAGES[1 - LANGUAGES.index(lang)]


@unittest.skipUnless(importlib.util.find_spec("openpyxl"), "openpyxl: not installed")
class Registers(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def export(self, dataset, lang, name="book.xlsx"):
        path = self.folder / name
        network.run(self, "export", dataset, "--to", "registers", "-o", path, "-q", "--lang", lang)
        return path

    def files(self, dataset, lang):
        """The rows of each register, as the folder has them."""
        path = self.folder / f"files-{lang}-{dataset.stem}"
        network.run(self, "export", dataset, "--to", "registers-csv", "-o", path, "-q", "--lang",
                    lang)
        return {file.stem: list(csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline=""),
                                           strict=True)) for file in path.iterdir()}

    def check_sheet(self, sheet, rows, headings):
        self.assertEqual([cell.value.split("\n")[0] for cell in sheet[1]], rows[0])
        self.assertEqual([cell.value.split("\n")[1] for cell in sheet[1]], headings)
        self.assertEqual(sheet.max_row, len(rows), sheet.title)
        for number, row in enumerate(rows[1:], 2):
            for cell, text in zip(sheet[number], row):
                self.check_cell(cell, text)

    def check_cell(self, cell, text):
        where = f"{cell.parent.title}!{cell.coordinate}"
        if cell.value is None:
            self.assertEqual(text, "", where)
        elif isinstance(cell.value, datetime.datetime):
            self.assertEqual((cell.value.strftime("%d/%m/%Y"), cell.number_format),
                             (text, "dd/mm/yyyy"), where)
        elif isinstance(cell.value, str):
            self.assertEqual((cell.data_type, cell.number_format), ("s", "@"), where)
            value = cell.value.replace("_x005F_", "_")
            self.assertEqual(text.removeprefix("'") if text[:2] in ("'=", "'+", "'-", "'@") else text,
                             value, where)
        else:
            self.assertEqual(float(text), cell.value, where)

    def test_sheets_hold_what_the_files_hold(self):
        for dataset in DATASETS:
            files = {lang: self.files(dataset, lang) for lang in LANGUAGES}
            for lang in LANGUAGES:
                book = openpyxl.load_workbook(self.export(dataset, lang))
                titles = [titles[LANGUAGES.index(lang)] for titles in TITLES.values()]
                self.assertEqual(book.sheetnames, [GUIDES[lang], *titles, GUIDES[other(lang)]])
                for (key, titles) in TITLES.items():
                    sheet = book[titles[LANGUAGES.index(lang)]]
                    self.check_sheet(sheet, files[lang][key], files[other(lang)][key][0])
                    self.assertEqual(sheet.freeze_panes, "A2" if key == "dataset" else "C2")
                    self.assertEqual(sheet.auto_filter.ref, sheet.dimensions)

    def test_formulas_are_texts(self):
        path = self.folder / "hostile.json"
        path.write_text(json.dumps(hostile.dataset()))
        for row in (row for sheet in openpyxl.load_workbook(self.export(path, "en")) for row in sheet):
            for cell in row:
                self.assertNotEqual(cell.data_type, "f", cell.coordinate)

    def lists(self, sheet):
        return {str(rule.sqref)[0]: rule for rule in sheet.data_validations.dataValidation}

    def test_lists_stop_other_words_and_only_warn_of_other_names(self):
        book = openpyxl.load_workbook(self.export(DATASETS[0], "en"))
        rules = self.lists(book["Organisations"])
        self.assertEqual((rules["C"].formula1, rules["C"].errorStyle or "stop"),
                         ('"group,cooperative,union"', "stop"))
        self.assertIn("'Places'!$B$2", rules["E"].formula1)
        self.assertEqual(rules["E"].errorStyle, "warning")
        self.assertIn("'Products'!$B$2", rules["K"].formula1)
        with zipfile.ZipFile(self.folder / "book.xlsx") as book_file:
            xml = book_file.read("xl/worksheets/sheet3.xml").decode()
        products = re.search(r'<dataValidation [^>]*sqref="K2:[^>]*>', xml)[0]
        self.assertNotIn("showErrorMessage", products)
        for sheet in book:
            for rule in sheet.data_validations.dataValidation:
                self.assertLessEqual(len(rule.formula1), 255)

    def test_what_is_typed_below_stays_text_number_or_day(self):
        sheet = openpyxl.load_workbook(self.export(DATASETS[0], "en"))["Contracts"]
        formats = {letter: sheet.column_dimensions[letter].number_format for letter in "AHK"}
        self.assertEqual(formats, {"A": "@", "H": "General", "K": "dd/mm/yyyy"})

    def test_the_guides_explain_every_column_in_either_language(self):
        book = openpyxl.load_workbook(self.export(DATASETS[0], "vi"))
        for lang, guide in GUIDES.items():
            explained = {(row[0].value, row[1].value) for row in book[guide]}
            for titles in TITLES.values():
                for cell in book[titles[1]][1]:
                    heading = cell.value.split("\n")[LANGUAGES.index(other(lang))]
                    self.assertIn((titles[1], heading), explained)

    def test_bytes_are_the_same_on_every_run(self):
        first = self.export(DATASETS[0], "vi").read_bytes()
        self.assertEqual(self.export(DATASETS[0], "vi", "again.xlsx").read_bytes(), first)

    def test_nobody_can_be_left_out(self):
        done = command.run("export", DATASETS[0], "--to", "registers", "--without", "htx-01", "-q",
                           "-o", self.folder / "x.xlsx")
        self.assertEqual(done.returncode, 2)
        self.assertFalse((self.folder / "x.xlsx").exists())

    @unittest.skipUnless(shutil.which("soffice"), "LibreOffice: not installed")
    def test_libreoffice_opens_and_prints_it(self):
        path = self.export(DATASETS[0], "vi")
        done = subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{self.folder}/profile", "--headless",
             "--convert-to", "pdf", "--outdir", str(self.folder), str(path)],
            check=False, capture_output=True, timeout=300, encoding="utf-8")
        said = [line for line in done.stderr.splitlines() if "javaldx" not in line]
        self.assertEqual((done.returncode, said), (0, []))
        self.assertTrue((self.folder / "book.pdf").read_bytes().startswith(b"%PDF"))


if __name__ == "__main__":
    command.main()
