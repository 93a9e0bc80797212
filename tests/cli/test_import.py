#!/usr/bin/python3
"""vclink template and vclink import as commands: usage, outputs that appear all or none, terminals."""
import io
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from csv import reader as csv_rows

import openpyxl

import command
from command import environment, run
from test_terminal import at_terminal

sys.path.insert(0, str(command.ROOT / "tests" / "import"))
from cases import HTX, HTX_ROWS, csv, world  # noqa: E402

# Lines of headings that stand in a template of either language.
HEADINGS = {"name": "Name", "members": "Members", "seller": "Seller", "buyer": "Buyer",
            "volume": "Contracted volume a year (tonnes)"}


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "so.xlsx").write_bytes(world()["so.xlsx"])

    def there(self):
        return sorted(os.listdir(self.folder))

    def run_here(self, *args, **named):
        return run(*args, cwd=self.folder, **named)

    def assert_refused(self, done, status, *parts):
        """One line on stderr that holds the parts, and no file more."""
        error = done.stderr.decode()
        self.assertEqual((done.returncode, done.stdout), (status, b""), error)
        self.assertEqual(error.count("\n"), 1, error)
        for part in parts:
            self.assertIn(part, error)
        self.assertEqual(self.there(), ["so.xlsx"])


class Usage(Case):
    def test_an_output_is_no_input(self):
        self.assert_refused(self.run_here("import", "so.xlsx", "-o", "so.xlsx"), 2, "--output", "so.xlsx")
        self.assert_refused(self.run_here("import", "so.xlsx", "-o", "./so.xlsx"), 2, "--output")
        self.assert_refused(self.run_here("import", "so.xlsx", "--log", "so.xlsx"), 2, "--log")
        self.assert_refused(self.run_here("import", "so.xlsx", "--mapping", "m.json", "-o", "m.json"), 2, "m.json")

    def test_a_file_is_what_its_ending_says(self):
        self.assert_refused(self.run_here("import", "so.xlsx", "-o", "a.csv"), 2, "a.csv", ".json")
        self.assert_refused(self.run_here("import", "so.xlsx", "--to", "dataset", "-o", "a.xlsx"), 2, ".json")
        self.assert_refused(self.run_here("import", "so.xlsx", "-o", "a.json", "--log", "l.xlsx"), 2, "l.xlsx", ".csv")
        self.assert_refused(self.run_here("import", "so.xlsx", "-o", "a.json", "--review", "R.XLSX"), 2, ".csv")

    def test_lists_are_parted_as_a_spreadsheet_of_the_language_reads_them(self):
        for language, separator in (("en", ","), ("vi", ";")):
            done = self.run_here("import", "so.xlsx", "-o", "a.json", "--log", "l.csv", "--review", "r.csv",
                                 "--lang", language)
            self.assertEqual(done.returncode, 0, done.stderr)
            for name, first in (("l.csv", "file"), ("r.csv", "written")):
                text = (self.folder / name).read_bytes().decode("utf-8-sig")
                rows = list(csv_rows(io.StringIO(text, newline=""), delimiter=separator))
                self.assertEqual(rows[0][0], first)
                self.assertEqual({len(row) for row in rows}, {len(rows[0])})
            again = self.run_here("import", "so.xlsx", "-o", "b.json", "--decisions", "r.csv")
            self.assertEqual(again.returncode, 0, again.stderr)
            self.assertEqual((self.folder / "a.json").read_bytes(), (self.folder / "b.json").read_bytes())

    def test_no_file_is_written_twice(self):
        done = self.run_here("import", "so.xlsx", "-o", "a.json", "--log", "./a.json")
        self.assert_refused(done, 2, "--output", "--log", "a.json")
        done = self.run_here("import", "so.xlsx", "-o", "a.json", "--log", "l.csv", "--review", "l.csv")
        self.assert_refused(done, 2, "--log", "--review", "l.csv")

    def test_a_draft_of_a_mapping_goes_alone(self):
        for option in ("--log", "--review", "--mapping", "--decisions"):
            done = self.run_here("import", "so.xlsx", "--suggest-mapping", option, "x")
            self.assert_refused(done, 2, option)

    def test_words_of_options_are_known(self):
        self.assert_refused(self.run_here("import", "so.xlsx", "--decimal", "dot"), 2, "comma, point")
        self.assert_refused(self.run_here("import", "so.xlsx", "--to", "graphml"), 2, "dataset, datalines")
        self.assert_refused(self.run_here("template", "--to", "ods"), 2, "xlsx, csv")
        self.assert_refused(self.run_here("import"), 2, "FILE")
        self.assert_refused(self.run_here("template", "so.xlsx"), 2, "so.xlsx")

    def test_a_folder_needs_a_name(self):
        self.assert_refused(self.run_here("template", "--to", "csv"), 2, "-o")
        self.assert_refused(self.run_here("import", "so.xlsx", "--to", "registers-csv"), 2, "-o")


class Outputs(Case):
    def test_each_ending_has_its_format(self):
        for name, begins in (("a.json", b"{"), ("a.jsonl", b'{"graph"'), ("a.xlsx", b"PK"), ("a", b"{")):
            self.assertEqual(self.run_here("import", "so.xlsx", "-q", "-o", name).returncode, 0)
            self.assertTrue((self.folder / name).read_bytes().startswith(begins), name)

    def test_standard_output_gets_the_dataset_alone(self):
        done = self.run_here("import", "so.xlsx")
        self.run_here("import", "so.xlsx", "-o", "a.json")
        self.assertEqual(done.stdout, (self.folder / "a.json").read_bytes())
        self.assertNotIn("a.json", done.stderr.decode())

    def test_standard_input_is_a_register(self):
        done = self.run_here("import", "-", "-q", stdin=csv([HTX, *HTX_ROWS]))
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertIn("Mường Lai", done.stdout.decode())

    def test_lists_open_in_a_spreadsheet(self):
        self.run_here("import", "so.xlsx", "-o", "a.json", "--log", "l.csv", "--review", "r.csv")
        for name in ("l.csv", "r.csv"):
            self.assertTrue((self.folder / name).read_bytes().startswith(b"\xef\xbb\xbf"), name)

    def test_all_appear_or_none(self):
        for option, path in (("--log", "nowhere/l.csv"), ("--review", "nowhere/r.csv"),
                             ("-o", "nowhere/a.json"), ("--log", "/dev/full"), ("--review", "/dev/full")):
            args = {"-o": "a.json", "--log": "l.csv", "--review": "r.csv"}
            args[option] = path
            done = self.run_here("import", "so.xlsx", "-q", *(word for pair in args.items() for word in pair))
            self.assert_refused(done, 4, path)

    def test_what_was_there_stays_where_one_fails(self):
        (self.folder / "a.json").write_text("old", encoding="utf-8")
        self.run_here("import", "so.xlsx", "-q", "-o", "a.json", "--log", "nowhere/l.csv")
        self.assertEqual((self.folder / "a.json").read_text(encoding="utf-8"), "old")

    def test_the_same_bytes_on_every_run(self):
        runs = []
        for _ in range(2):
            self.run_here("import", "so.xlsx", "-o", "a.json", "--log", "l.csv", "--review", "r.csv")
            runs.append([(self.folder / name).read_bytes() for name in ("a.json", "l.csv", "r.csv")])
        self.assertEqual(runs[0], runs[1])

    def test_quiet_says_nothing(self):
        done = self.run_here("import", "so.xlsx", "-q", "-o", "a.json")
        self.assertEqual((done.returncode, done.stderr), (0, b""))

    def test_an_empty_template_gives_no_dataset(self):
        self.assertEqual(self.run_here("template", "-q", "-o", "t.xlsx").returncode, 0)
        done = self.run_here("import", "t.xlsx", "-o", "a.json")
        self.assertEqual(done.returncode, 3)
        self.assertIn("nothing is filled in", done.stderr.decode())
        self.assertFalse((self.folder / "a.json").exists())

    def test_a_template_that_was_filled_in_gives_what_stands_in_it(self):
        for language, sheets in (("vi", ("Tổ chức của nông dân", "Doanh nghiệp và đầu mối thu mua",
                                         "Hợp đồng và liên kết")),
                                 ("en", ("Organisations", "Enterprises", "Contracts"))):
            name = f"{language}.xlsx"
            self.run_here("template", "-q", "--lang", language, "-o", name)
            book = openpyxl.load_workbook(self.folder / name)
            facts = ({"name": "HTX Một", "members": 40}, {"name": "Công ty A"},
                     {"seller": "HTX Một", "buyer": "Công ty A", "volume": 5})
            for sheet, row in zip(sheets, facts):
                headings = [str(cell.value).split("\n") for cell in book[sheet][1]]
                for key, value in row.items():
                    column = next(i for i, text in enumerate(headings, 1) if HEADINGS[key] in text)
                    book[sheet].cell(3, column, value)  # below the example, which stays
            book.save(self.folder / name)
            done = self.run_here("import", name, "-q")
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            data = json.loads(done.stdout)
            self.assertEqual([(node["id"], node["kind"]) for node in data["nodes"]],
                             [("cty-a", "enterprise"), ("htx-mot", "cooperative")])
            self.assertEqual([(link["source"], link["volume_kg"]) for link in data["links"]],
                             [("htx-mot", 5000)])

    def test_a_template_replaces_nothing(self):
        for args in (["-o", "so.xlsx"], ["--to", "csv", "-o", "."]):
            before = (self.folder / "so.xlsx").read_bytes()
            done = self.run_here("template", *args)
            self.assert_refused(done, 2, args[-1])
            self.assertEqual((self.folder / "so.xlsx").read_bytes(), before)
        self.assertEqual(self.run_here("template", "-q", "-o", "/dev/null").returncode, 0)

    def test_a_draft_of_a_mapping_may_be_used_as_it_is(self):
        done = self.run_here("import", "so.xlsx", "--suggest-mapping", "-o", "m.json")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.run_here("import", "so.xlsx", "-q", "-o", "a.json")
        done = self.run_here("import", "so.xlsx", "-q", "--mapping", "m.json", "-o", "b.json")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual((self.folder / "a.json").read_bytes(), (self.folder / "b.json").read_bytes())


class Interrupted(Case):
    def test_signals_leave_no_file(self):
        for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            process = subprocess.Popen([command.VCLINK, "import", "-", "-o", "a.json", "--log", "l.csv"],
                                       stdin=subprocess.PIPE, cwd=self.folder, env=environment(),
                                       stderr=subprocess.PIPE)
            self.addCleanup(process.communicate)
            process.stdin.write("Tên HTX\n".encode())
            process.stdin.flush()
            time.sleep(0.3)
            process.send_signal(number)
            self.assertEqual(process.wait(10), status)
            self.assertEqual(self.there(), ["so.xlsx"])


class Terminal(Case):
    def setUp(self):
        super().setUp()
        before = os.getcwd()
        self.addCleanup(os.chdir, before)
        os.chdir(self.folder)

    def test_a_dataset_that_nobody_named_goes_into_a_file(self):
        status, _ = at_terminal("import", "so.xlsx")
        self.assertEqual((status, self.there()), (0, ["so.json", "so.xlsx"]))
        status, text = at_terminal("import", "so.xlsx")
        self.assertEqual(status, 2)
        self.assertIn("vclink import so.xlsx -o so.json", text)

    def test_so_does_a_template(self):
        status, text = at_terminal("template")
        self.assertEqual((status, self.there()), (0, ["registers.xlsx", "so.xlsx"]))
        self.assertIn("vclink import registers.xlsx", text)
        self.assertEqual(at_terminal("template")[0], 2)


if __name__ == "__main__":
    command.main()
