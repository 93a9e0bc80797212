#!/usr/bin/python3
"""From a dataset to registers and back: the same bytes, as a workbook and as CSV, in either language;
of a dataset with whatever the format can say, and of both of ours. What registers cannot hold is
named, never lost in silence."""
import json
import pathlib
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "tests" / "cli"))
sys.path.insert(0, str(ROOT / "tests" / "support"))
import command  # noqa: E402
import hostile  # noqa: E402

LANGUAGES = ("vi", "en")
FORMS = ("registers", "registers-csv")
OURS = [ROOT / "datasets" / name / f"{name}.json" for name in ("tan-lac-2023", "bac-giang-2021")]

# Ids that look like numbers and dates, names that several bear or that a list would part, amounts of
# one product and of several, links of every kind.
ODD = {
    "graph": {"name": "X", "as_of": "2023-12-31", "currency": "EUR", "source": "a; b, \"c\""},
    "products": [
        {"id": "007"}, {"id": "rice", "name": "Gạo", "name_en": "Rice"},
        {"id": "rice, white", "name": "Gạo"}, {"id": "tea", "name": "Chè"},
        {"id": "y", "name": "Chẻ"}, {"id": "z", "name": "Rau, củ và quả"},
    ],
    "places": [
        {"id": "5", "name": "Xã Đông Lai", "level": "xã", "parent": "7"},
        {"id": "6", "name": "Xã Đông Lai", "level": "xã", "parent": "8"},
        {"id": "7", "name": "Hòa Bình", "level": "tỉnh", "lat": 20.5, "lon": -0.000125},
        {"id": "8", "name": "TP. Hòa Bình", "parent": "7"}, {"id": "9"},
    ],
    "nodes": [
        {"id": "007", "kind": "cooperative", "name": "HTX 1-2", "members": 0, "sells": False,
         "status": "suspended", "products": ["rice", "tea"], "founded": "2012-06",
         "tax_id": "0100109106"},
        {"id": "1-2", "kind": "cooperative", "name": "HTX A", "buyer": False, "members": 12,
         "products": [{"product": "tea", "output_kg": 1234.5678, "demand_kg": 1, "ocop": [4, 3, 3]}],
         "certificates": ["GlobalG.A.P.", "ISO 9001:2015/HACCP", "VietGAP, OCOP"]},
        {"id": "1e5", "kind": "group", "name": "HTX A", "place": "5", "founded": "2012-06-20",
         "certificates": ["VietGAP, hữu cơ"], "products": ["z"]},
        {"id": "3/4", "kind": "group", "buyer": True, "high_tech": False, "lat": 20.123456789,
         "lon": 105.5, "place": "7"},
        {"id": "5", "kind": "union", "rating": "=khá", "area_ha": 0.1, "workers": 3,
         "turnover": 123456789012345, "place": "9"},
        {"id": "e1", "kind": "enterprise", "name": "Công ty X", "form": "công ty", "buyer": False,
         "products": [{"product": "tea", "demand_kg": 0}, {"product": "rice, white", "output_kg": 1.25}],
         "requires": ["VietGAP"], "founded": "1999", "sector": "+84"},
        {"id": "e2", "kind": "enterprise", "name": "Công ty X", "buyer": True, "high_tech": True,
         "products": [{"product": "007", "demand_kg": 1234567}]},
        {"id": "e3", "kind": "enterprise", "name": "e1", "status": "dissolved", "turnover": 1234},
        {"id": "f1", "kind": "farmer", "count": 1000000, "place": "8", "sector": "trồng trọt",
         "sells": False, "products": [{"product": "tea", "output_kg": 77, "demand_kg": 3}]},
        {"id": "f2", "kind": "farmer", "status": "suspended", "products": ["tea", "rice"]},
        {"id": "f3", "kind": "farmer", "products": [{"product": "y", "output_kg": 1000.5}]},
        {"id": "f4", "kind": "farmer"},
    ],
    "links": [
        {"source": "1-2", "target": "e2", "kind": "supply", "products": ["rice", "tea"],
         "volume_kg": 80000.5, "delivered_kg": 0, "value": 1.5e9, "contract": "none",
         "start": "2020-01-01", "end": "2025-12-31", "status": "breached"},
        {"source": "1-2", "target": "e2", "kind": "supply", "product": "tea", "contract": "oral",
         "status": "ended"},
        {"source": "1-2", "target": "5", "kind": "membership"},
        {"source": "1e5", "target": "1-2", "kind": "membership", "start": "2021-05-05"},
        {"source": "e1", "target": "f1", "kind": "input"},
        {"source": "e1", "target": "1-2", "kind": "input", "contract": "written"},
        {"source": "e2", "target": "e1", "kind": "supply"},
        {"source": "f1", "target": "1-2", "kind": "membership", "product": "tea", "volume_kg": 7},
        {"source": "f1", "target": "1e5", "kind": "membership", "status": "ended"},
        {"source": "f1", "target": "1e5", "kind": "membership", "start": "2023-01-01"},
        {"source": "f2", "target": "e2", "kind": "membership"},
        {"source": "f2", "target": "e2", "kind": "supply", "volume_kg": 0.3},
    ],
}


class RoundTrip(unittest.TestCase):
    maxDiff = 3000

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_command(self, *arguments):
        done = command.run(*arguments)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return done

    def registers(self, dataset, form, lang):
        """The files of the registers, but for the guide, which is none."""
        path = self.folder / f"{dataset.stem}-{lang}{'.xlsx' if form == 'registers' else ''}"
        self.run_command("export", dataset, "--to", form, "-o", path, "--lang", lang, "-q")
        return [path] if form == "registers" else sorted(path.iterdir())

    def imported(self, files, *arguments):
        path = self.folder / "again.json"
        done = self.run_command("import", *files, "-o", path, *arguments)
        return path.read_bytes(), done.stderr.decode()

    def check(self, dataset):
        for form in FORMS:
            for lang in LANGUAGES:
                with self.subTest(f"{dataset.stem}, {form}, {lang}"):
                    again, _ = self.imported(self.registers(dataset, form, lang))
                    self.assertEqual(again.decode(), dataset.read_text("utf-8"))

    def canonical(self, name, document):
        path = self.folder / f"{name}.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        text = self.run_command("export", path, "--to", "dataset", "-q").stdout
        path.write_bytes(text)
        return path

    def test_ours_come_back_byte_for_byte(self):
        for dataset in OURS:
            self.check(dataset)

    def test_whatever_can_be_said_comes_back(self):
        self.check(self.canonical("odd", ODD))

    def test_whole_kilograms_and_dong_come_back(self):
        nodes = [{"id": f"e{i}", "kind": "enterprise", "turnover": i * 7 + 1,
                  "products": [{"product": "tea", "demand_kg": i * i * 13 + 1}]} for i in range(500)]
        for currency in (None, "VND", "USD", "đồng", "Kíp"):
            self.check(self.canonical(f"in-{currency}", {"graph": {"currency": currency},
                                                         "nodes": nodes, "links": []}))

    def test_numbers_that_a_program_worked_out_come_back(self):
        """Any number as CSV; of a workbook 15 digits for sure, as libxlsxwriter writes 16 at most."""
        numbers = {"registers": [123.456789012345, 357142.857142857, 0.2, 4321.987654321012],
                   "registers-csv": [55006 / 3, 1e6 / 3, 2e9 / 7, 0.1 * 3, 12345678901234568.0, 1e-7 / 3]}
        for form, values in numbers.items():
            nodes = [{"id": f"e{i}", "kind": "enterprise", "turnover": value, "area_ha": value,
                      "products": [{"product": "tea", "demand_kg": value}]}
                     for i, value in enumerate(values)]
            dataset = self.canonical("worked-out", {"nodes": nodes, "links": []})
            for lang in LANGUAGES:
                with self.subTest(f"{form}, {lang}"):
                    again, _ = self.imported(self.registers(dataset, form, lang))
                    self.assertEqual(again.decode(), dataset.read_text("utf-8"))

    def test_names_that_an_import_would_read_otherwise_come_back(self):
        document = {
            "products": [{"id": "a", "name": "Vải (120 tấn)"}, {"id": "b", "name": "Bưởi 30 tấn"},
                         {"id": "c", "name": "Lúa OM 18"}, {"id": "d", "name": "Ngô 5 kg"}],
            "places": [{"id": "1", "name": "TP. X"}, {"id": "2", "name": "Thành phố X"},
                       {"id": "3", "name": "Xã Y", "parent": "1"}, {"id": "4", "name": "Y commune"},
                       {"id": "5", "name": "Xã Z"}, {"id": "6", "name": "Z", "parent": "2"}],
            "nodes": [{"id": "h", "kind": "cooperative", "place": "2", "products": ["b", "d"]},
                      {"id": "i", "kind": "cooperative", "place": "4", "products": ["a"]},
                      {"id": "e", "kind": "enterprise", "place": "6"}],
            "links": [{"source": "h", "target": "e", "kind": "supply", "product": "b"},
                      {"source": "i", "target": "e", "kind": "supply", "products": ["a", "c", "d"]}]}
        self.check(self.canonical("read-otherwise", document))

    def test_an_id_that_says_nothing_is_refused(self):
        for name in ("-", "N/A", "Không rõ"):
            for records in ({"nodes": [{"id": name, "kind": "group"}]},
                            {"nodes": [], "places": [{"id": name}]},
                            {"nodes": [], "products": [{"id": name}]}):
                dataset = self.canonical("nothing", {"links": [], **records})
                for form in FORMS:
                    out = self.folder / f"refused-{form}"
                    done = command.run("export", dataset, "--to", form, "-o", out)
                    self.assertEqual(done.returncode, 3, done.stderr.decode())
                    self.assertIn(f'"{name}"', done.stderr.decode())
                    self.assertFalse(out.exists())

    def test_the_order_of_rows_in_a_register_does_not_count(self):
        dataset = OURS[0]
        files = self.registers(dataset, "registers-csv", "vi")
        for path in files:
            if path.stem != "guide":
                head, *rows = path.read_text("utf-8").splitlines(keepends=True)
                path.write_text("".join([head, *reversed(rows)]), encoding="utf-8")
        self.assertEqual(self.imported(reversed(files))[0], dataset.read_bytes())

    def test_jsonl_and_registers_are_written_alike(self):
        files = self.registers(OURS[0], "registers", "vi")
        lines = self.folder / "again.jsonl"
        self.run_command("import", *files, "-o", lines, "-q")
        self.assertEqual(lines.read_bytes(),
                         self.run_command("export", OURS[0], "--to", "datalines", "-q").stdout)
        book = self.folder / "again.xlsx"
        self.run_command("import", *files, "--to", "registers", "-o", book, "-q", "--lang", "vi")
        self.assertEqual(book.read_bytes(), files[0].read_bytes())

    def test_an_untouched_template_gives_nothing(self):
        for lang in LANGUAGES:
            book, folder = self.folder / f"t-{lang}.xlsx", self.folder / f"t-{lang}"
            self.run_command("template", "-o", book, "--lang", lang)
            self.run_command("template", "--to", "csv", "-o", folder, "--lang", lang)
            for files in ([book], sorted(folder.iterdir())):
                done = command.run("import", *files, "-o", self.folder / "again.json")
                self.assertEqual(done.returncode, 3)
                self.assertIn("nothing is filled in", done.stderr.decode())

    def test_what_cannot_be_held_is_named(self):
        """Of texts that no register has, whatever does not come back stands in the log."""
        dataset = self.canonical("hostile", hostile.dataset())
        log = self.folder / "log.csv"
        for form in FORMS:
            again, _ = self.imported(self.registers(dataset, form, "en"), "--log", log)
            before, after = json.loads(dataset.read_bytes()), json.loads(again)
            missing = len(before["nodes"]) - len(after["nodes"])
            named = log.read_text("utf-8-sig").count("not_used")
            self.assertGreaterEqual(named, missing)


if __name__ == "__main__":
    command.main()
