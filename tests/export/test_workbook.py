#!/usr/bin/python3
"""The workbook, read back by openpyxl: every cell is that of `vclink analyze --format json`, in both
languages; what a reader needs besides is there; the same bytes come out on every run."""
import importlib.util
import json
import pathlib
import sys
import tempfile
import unittest
import zipfile

import network
from book import LANGUAGES, TERMS, Package, cell_of, is_term
from network import command

sys.path.insert(0, str(command.ROOT / "tests" / "support"))
import hostile  # noqa: E402

if importlib.util.find_spec("openpyxl"):
    import openpyxl

CODES = {"a": "_x0041_ is no A", "b": "x_x005F_y", "c": "two\nlines", "d": "_x00", "e": "_"}


@unittest.skipUnless(importlib.util.find_spec("openpyxl"), "openpyxl: not installed")
class Workbook(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def export(self, dataset, *arguments, env=None):
        path = self.folder / "out.xlsx"
        done = command.run("export", dataset, "--to", "xlsx", "-o", path, "-q", *arguments, env=env)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return path

    def book(self, dataset, *arguments):
        return openpyxl.load_workbook(self.export(dataset, *arguments))

    def check(self, dataset, lang):
        package = Package(self, dataset, self.folder / "out", "--lang", lang)
        book = self.book(dataset, "--lang", lang)
        titles = [one["title"] for one in package.resources.values()]
        self.assertEqual(book.sheetnames[1:-1], titles)
        for name, title in zip(package.resources, titles):
            self.assertLessEqual(len(title), 31)
            if name == "summary":
                self.check_upright(package, book[title], lang)
            else:
                self.check_sheet(package, name, book[title], lang)
        self.check_definitions(package, book.worksheets[-1], lang)
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    self.assertNotEqual(cell.data_type, "f", f"{sheet.title} {cell.coordinate}")

    def wanted(self, value, field, kind, lang):
        if is_term(field) and value is not None:
            return TERMS[value][LANGUAGES.index(lang)]
        return cell_of(value, field, kind, lang)

    def check_upright(self, package, sheet, lang):
        types, row = package.types["summary"], package.tables["summary"][0]
        for at, field in enumerate(package.fields("summary"), 1):
            self.assertEqual(sheet.cell(at, 1).value, field["title"])
            self.assertEqual(sheet.cell(at, 2).value,
                             self.wanted(row[field["name"]], field, types[field["name"]], lang))

    def check_sheet(self, package, name, sheet, lang):
        types, fields, rows = package.types[name], package.fields(name), package.tables[name]
        self.assertEqual([cell.value for cell in sheet[1]], [field["title"] for field in fields])
        for at, row in enumerate(rows, 2):
            for column, field in enumerate(fields, 1):
                cell = sheet.cell(at, column)
                value = cell.value
                if isinstance(value, str):
                    value = value.replace("_x005F_", "_")
                self.assertEqual(value, self.wanted(row[field["name"]], field,
                                                    types[field["name"]], lang),
                                 f"{name} {cell.coordinate}")
                self.check_format(cell, field)
        self.assertEqual(sheet.freeze_panes[-1], "2")
        self.assertTrue(sheet.auto_filter.ref.startswith("A1:"))
        self.assertTrue(sheet.auto_filter.ref.endswith(str(len(rows) + 1)), sheet.auto_filter.ref)
        self.check_total(sheet, rows, fields)

    def check_format(self, cell, field):
        if cell.value is None:
            return
        form = cell.number_format
        if field["name"] in ("id", "tax_id", "place", "source", "target"):
            self.assertEqual((cell.data_type, form), ("s", "@"))
        elif field["constraints"] if "constraints" in field else False:
            self.assertEqual(form, "0.0%")
        elif field["type"] == "integer":
            self.assertIn(form, ("#,##0", "0"))
        elif field["type"] == "date" and cell.is_date:
            self.assertIn(form, ("dd/mm/yyyy", "yyyy-mm-dd"))

    def check_total(self, sheet, rows, fields):
        """A blank line, then the sums of what may be summed."""
        for column, field in enumerate(fields, 1):
            self.assertIsNone(sheet.cell(len(rows) + 2, column).value)
            total = sheet.cell(len(rows) + 3, column).value
            if total is not None and not isinstance(total, str):
                known = [row[field["name"]] for row in rows if row[field["name"]] is not None]
                self.assertAlmostEqual(total / (sum(known) or 1), 1 if sum(known) else 0, 9)

    def check_definitions(self, package, sheet, lang):
        want = [(one["title"], field["title"], field["name"], field["description"])
                for one in package.resources.values() for field in one["schema"]["fields"]]
        rows = list(sheet.iter_rows(min_row=2, values_only=True))
        self.assertEqual([(row[0], row[1], row[2], row[4]) for row in rows], want)

    def test_the_first_sheet_answers(self):
        dataset = command.ROOT / "datasets" / "bac-giang-2021" / "bac-giang-2021.json"
        summary = json.loads(network.run(self, "analyze", dataset, "summary", "coverage", "buyers",
                                         "-q", "--format", "json"))["tables"]
        sheet = self.book(dataset, "--lang", "en").worksheets[0]
        rows = {row[0]: row for row in sheet.iter_rows(values_only=True) if row[0]}
        lacking = summary["summary"][0]["cooperatives_uncovered"]
        self.assertIn(f"No buyer for {lacking} of ", " ".join(rows))
        for word, kind in (("cooperatives", "cooperative"), ("households", "farmer")):
            want = next(row for row in summary["coverage"]
                        if row["scope"] == "all" and row["kind"] == kind)
            self.assertEqual(rows[word][1:5], (want["active"], want["covered"],
                                               want["active"] - want["covered"],
                                               want["rate_of_active"]))
        top = max(summary["buyers"], key=lambda row: row["exclusive_households"])
        self.assertEqual(rows[top["name"]][1:3],
                         (top["exclusive_households"], top["exclusive_cooperatives"]))

    def test_rates_have_bars(self):
        book = self.book(network.EXAMPLE, "--lang", "en")
        rules = book["Coverage"].conditional_formatting
        self.assertEqual({rule.type for one in rules for rule in one.rules}, {"dataBar"})

    def test_on_paper_no_column_stands_alone(self):
        for sheet in self.book(network.EXAMPLE, "--lang", "en"):
            self.assertTrue(sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.title)
            self.assertEqual(sheet.page_setup.fitToHeight, 0, sheet.title)
            if sheet.max_column <= 5:
                self.assertIn(sheet.page_setup.fitToWidth, (None, 1), sheet.title)

    def test_hostile_texts_stay_texts(self):
        path = self.folder / "hostile.json"
        path.write_text(json.dumps(hostile.dataset()))
        self.check(path, "en")

    def test_what_looks_like_a_code_stays_what_it_is(self):
        path = self.folder / "codes.json"
        nodes = [{"id": key, "kind": "cooperative", "name": text}
                 for key, text in CODES.items()]
        path.write_text(json.dumps({"nodes": nodes, "links": []}))
        sheet = self.book(path, "--lang", "en")["Actors"]
        found = {row[0]: row[1] for row in sheet.iter_rows(min_row=2, values_only=True) if row[0]}
        self.assertEqual(found["a"], "_x005F_x0041_ is no A")
        self.assertEqual(found["b"], "x_x005F_x005F_y")
        self.assertEqual((found["c"], found["d"], found["e"]), ("two\nlines", "_x00", "_"))

    def test_a_text_too_long_for_a_cell_is_an_error_that_names_it(self):
        path = self.folder / "long.json"
        path.write_text(json.dumps({"nodes": [
            {"id": "a", "kind": "cooperative", "name": "x" * 32767},
            {"id": "b", "kind": "cooperative", "name": "y"}], "links": []}))
        self.export(path)
        path.write_text(path.read_text().replace('"y"', '"' + "y" * 32768 + '"'))
        done = command.run("export", path, "--to", "xlsx", "-o", self.folder / "no.xlsx", "-q",
                           "--lang", "en")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"row 2: a text has more than the 32,767 characters", done.stderr)
        self.assertFalse((self.folder / "no.xlsx").exists())

    def test_the_same_bytes_on_every_run_and_in_every_locale(self):
        first = self.export(network.EXAMPLE, "--lang", "en").read_bytes()
        for env in (command.environment(TZ="Asia/Ho_Chi_Minh"), command.environment(
                LC_ALL="vi_VN.UTF-8", LOCPATH=str(command.BUILD / "locale"))):
            self.assertEqual(self.export(network.EXAMPLE, "--lang", "en", env=env).read_bytes(),
                             first)
        dates = {one.date_time for one in zipfile.ZipFile(self.folder / "out.xlsx").infolist()}
        self.assertEqual(dates, {(1980, 1, 1, 0, 0, 0)})

    def test_it_was_made_when_the_data_are_of_or_when_one_says(self):
        created = self.book(network.EXAMPLE).properties.created
        self.assertEqual(str(created), "2023-12-31 00:00:00")
        for epoch, moment in (("86400", "1970-01-02 00:00:00"), ("0", "1970-01-01 00:00:01"),
                              ("tomorrow", "2023-12-31 00:00:00")):
            path = self.export(network.EXAMPLE, env=command.environment(SOURCE_DATE_EPOCH=epoch))
            self.assertEqual(str(openpyxl.load_workbook(path).properties.created), moment)

    def test_it_goes_into_a_pipe(self):
        path = self.export(network.EXAMPLE)
        done = command.run("export", network.EXAMPLE, "--to", "xlsx", "-q", "-o", "-")
        self.assertEqual((done.returncode, done.stdout), (0, path.read_bytes()))


def add_test(dataset, lang):
    def test(self):
        if not dataset.exists():
            self.skipTest(f"{dataset.name}: not here")
        self.check(dataset, lang)

    setattr(Workbook, f"test_{dataset.parent.name}_{dataset.stem}_{lang}".replace("-", "_"), test)


for data in network.DATASETS:
    for language in LANGUAGES:
        add_test(data, language)


if __name__ == "__main__":
    command.main()
