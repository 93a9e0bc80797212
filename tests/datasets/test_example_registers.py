#!/usr/bin/python3
"""The registers of the guide: as their recipe makes them, wrong where the guide says, right when mended."""
import csv
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "cli"))

import command  # noqa: E402

EXAMPLE = ROOT / "datasets" / "example-registers"
OPTIONS = ["--decimal", "comma", "--as-of", "2025-12-31", "--lang", "vi"]


def rows(path):
    """Of a list of ours, whose columns stand apart as Excel of that language expects it."""
    text = path.read_text(encoding="utf-8-sig")
    mark = ";" if ";" in text.splitlines()[0] else ","
    return list(csv.DictReader(text.splitlines(keepends=True), delimiter=mark))


class Example(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_import(self, *args):
        """(log, review list)"""
        done = command.run("import", *args, *OPTIONS, "-o", self.folder / "a.json", "--log",
                           self.folder / "log.csv", "--review", self.folder / "review.csv", cwd=EXAMPLE)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return rows(self.folder / "log.csv"), rows(self.folder / "review.csv")

    def test_the_recipe_makes_the_same_again(self):
        done = subprocess.run(["/usr/bin/python3", ROOT / "scripts" / "generate_registers.py", "--check"],
                              check=False, capture_output=True)
        self.assertEqual(done.returncode, 0, done.stdout.decode())

    def test_each_mistake_is_named(self):
        log, review = self.run_import("htx.xlsx", "hop-dong.csv")
        places = {line["column"] + line["row"] for line in log if line["result"] == "not_used"}
        self.assertEqual(places, {"C12", "F17", "H19", "H10"})
        self.assertEqual({line["written"] for line in review},
                         {"HTX Đoàn Kết", "HTX Tấn Phát", "Cty Hoa Ban", "Siêu thị Hương Sen"})

    def test_mended_and_decided_nothing_is_left_over(self):
        log, review = self.run_import("da-sua/htx.xlsx", "da-sua/hop-dong.csv", "--decisions",
                                      "da-sua/ra-soat.csv")
        self.assertEqual([line for line in log if line["result"] in ("not_used", "waiting")], [])
        self.assertTrue(all(line["decision"] for line in review), review)
        checked = command.run("check", self.folder / "a.json")
        self.assertEqual(checked.returncode, 0)

    def test_the_decisions_stand_in_the_list_that_import_writes(self):
        _, review = self.run_import("da-sua/htx.xlsx", "da-sua/hop-dong.csv")
        decided = rows(EXAMPLE / "da-sua" / "ra-soat.csv")
        for line in decided:
            self.assertTrue(line.pop("decision"))
        for line in review:
            self.assertFalse(line.pop("decision"))
        for line in (*decided, *review):  # a sentence, whose words may change
            self.assertTrue(line.pop("reason"))
        self.assertEqual(decided, review)


if __name__ == "__main__":
    command.main()
