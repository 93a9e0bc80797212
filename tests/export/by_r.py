#!/usr/bin/python3
"""The folder of CSV files and the JSON in R (read.R, with jsonlite): the same figures in both."""
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import network
from network import command


def has_jsonlite():
    return shutil.which("Rscript") and subprocess.run(
        ["Rscript", "-e", "library(jsonlite)"], check=False, capture_output=True).returncode == 0


@unittest.skipUnless(has_jsonlite(), "R with jsonlite: not installed")
class ByR(unittest.TestCase):
    """A test for each dataset."""

    def check(self, dataset):
        with tempfile.TemporaryDirectory() as folder:
            out, figures = pathlib.Path(folder) / "out", pathlib.Path(folder) / "figures.json"
            network.run(self, "export", dataset, "--to", "csv", "-o", out, "-q")
            names = sorted(path.stem for path in out.glob("*.csv"))
            network.run(self, "analyze", dataset, *names, "--format", "json", "-o", figures, "-q")
            done = subprocess.run(
                ["Rscript", str(network.HERE / "read.R"), str(out), str(figures)], check=False,
                capture_output=True, timeout=300, encoding="utf-8", env=command.environment())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertGreater(int(done.stdout.split()[0]), 50)


for data in network.DATASETS:
    if data.exists():
        setattr(ByR, f"test_{data.stem}".replace("-", "_"),
                lambda self, dataset=data: self.check(dataset))


if __name__ == "__main__":
    command.main()
