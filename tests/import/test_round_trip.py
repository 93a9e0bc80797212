#!/usr/bin/python3
"""From a dataset to registers and back: the same bytes, as a workbook and as CSV files, in either
language, whichever order the files are named in."""
import pathlib
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "cli"))

import command  # noqa: E402

DATASETS = sorted((ROOT / "datasets").glob("*-20??/*.json"))


class RoundTrip(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def do(self, *args):
        done = command.run(*args, "-q", cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return done.stdout

    def test_workbooks_give_the_dataset_back(self):
        self.assertGreater(len(DATASETS), 1)
        for dataset in DATASETS:
            for language in ("vi", "en"):
                self.do("export", dataset, "--to", "registers", "--lang", language, "-o", "r.xlsx")
                self.assertEqual(self.do("import", "r.xlsx"), dataset.read_bytes(), dataset)

    def test_csv_files_give_the_dataset_back(self):
        for dataset in DATASETS:
            for language in ("vi", "en"):
                folder = f"{dataset.stem}-{language}"
                self.do("export", dataset, "--to", "registers-csv", "--lang", language, "-o", folder)
                files = sorted((self.folder / folder).iterdir())
                self.assertEqual(self.do("import", *files), dataset.read_bytes(), dataset)
                self.assertEqual(self.do("import", *reversed(files)), dataset.read_bytes(), dataset)

    def test_registers_give_the_registers_back(self):
        for dataset in DATASETS:
            self.do("export", dataset, "--to", "registers", "-o", "a.xlsx")
            self.do("import", "a.xlsx", "-o", "b.xlsx")
            self.assertEqual((self.folder / "a.xlsx").read_bytes(), (self.folder / "b.xlsx").read_bytes())


if __name__ == "__main__":
    command.main()
