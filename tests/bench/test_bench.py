#!/usr/bin/python3
"""That the benchmark measures what it says: the nation's file is the same in every form, its others
find the same as vclink, the same figures give the same picture."""
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "cli")]

import command      # noqa: E402
import contest      # noqa: E402
import files        # noqa: E402
import measure      # noqa: E402
import plot         # noqa: E402
import report       # noqa: E402
from shapes import SHAPES      # noqa: E402

FARMERS = 3000
C_FLAGS = ["-std=c11", "-D_GNU_SOURCE", "-O1", "-Wall", "-Wextra", "-Werror"]


class Bench(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        cls.files = files.Files(cls.folder, cls.folder)
        cls.compile("national", "national.c", "records.c")
        cls.compile("measured", "measured.c")
        libraries = subprocess.run(["pkg-config", "--cflags", "--libs", "igraph", "jansson"],
                                   stdout=subprocess.PIPE, check=True).stdout.decode().split()
        cls.compile("with_igraph", "with_igraph.c", *libraries)
        cls.meter = measure.Meter(cls.folder)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    @classmethod
    def compile(cls, name, *words):
        words = [HERE / word if word.endswith(".c") else word for word in words]
        subprocess.run(["cc", *C_FLAGS, "-o", cls.folder / name, *words], check=True)

    def test_every_form_of_the_nation_gives_the_same_analysis(self):
        outputs = set()
        for form in files.FORMS:
            result = command.run("analyze", self.files.nation(FARMERS, form), "-q")
            self.assertEqual(result.returncode, 0, result.stderr.decode())
            outputs.add(hashlib.sha256(result.stdout).hexdigest())
        self.assertEqual(len(outputs), 1)

    def test_shuffled_are_the_same_lines(self):
        natural, shuffled = (self.files.nation(FARMERS, form).read_bytes().splitlines()
                             for form in ("natural", "shuffled"))
        self.assertNotEqual(natural, shuffled)
        self.assertEqual(sorted(natural), sorted(shuffled))

    def test_the_nation_has_the_size_that_is_asked_for(self):
        document = json.loads(self.files.nation(FARMERS, "document").read_bytes())
        kinds = [node["kind"] for node in document["nodes"]]
        self.assertEqual([kinds.count(kind) for kind in ("farmer", "group", "cooperative", "union",
                                                         "enterprise")], [FARMERS, 21, 9, 1, 6])

    def test_others_find_what_vclink_finds(self):
        path = self.files.nation(FARMERS)
        everyone = contest.contenders(command.VCLINK, self.folder)
        able = {"c-igraph", *(name for name, module in [("python-igraph", "igraph"),
                                                        ("networkx", "networkx")]
                              if subprocess.run(["/usr/bin/python3", "-c", "import " + module],
                                                check=False, capture_output=True).returncode == 0)}
        entries = [(contender, path) for contender in everyone if contender.name in able]
        for contender, _ in entries:
            self.assertIn("most_lost", contest.figures_printed(self.meter, contender, path))
        self.assertEqual(list(contest.disagreements(self.meter, command.VCLINK, entries)), [])

    def test_shapes_are_data_without_errors(self):
        for name in SHAPES:
            result = command.run("check", self.files.shape(name, 200), "--quiet")
            self.assertEqual(result.returncode, 0, name)

    def test_limits_hold(self):
        self.assertEqual(self.meter.run(["sleep", "30"], limit_s=1).status, "too slow")
        self.assertEqual(self.meter.run(["false"]).status, "1")
        self.assertEqual(self.meter.run(["/nowhere"]).status, "127")
        run = self.meter.run(["sleep", "0.2"])
        self.assertTrue(0.2 <= run.elapsed_s < 20 and run.peak < 20e6 and run.status == "0")


class Report(unittest.TestCase):
    def test_the_same_figures_give_the_same_picture(self):
        bars = [("vclink", True, (1.5, 2.0, 2.5), (70.0, 71.0, 75.0)),
                ("a < b", False, (20.0, 30.0, 1000.0), None)]
        pictures = {plot.svg("title", "time", [("10 farmers", bars)]) for _ in range(3)}
        self.assertEqual(len(pictures), 1)
        self.assertIn("a &lt; b", pictures.pop())

    def test_three_digits_are_shown(self):
        shown = [report.digits(value) for value in (0, 0.01234, 0.5, 1, 12.345, 999.9, 12345.6)]
        self.assertEqual(shown, ["0", "0.0123", "0.500", "1.00", "12.3", "1,000", "12,346"])

    def test_ratios_are_taken_round_by_round(self):
        one, other = (contest.Result(contest.Contender(name, name, [name]), "elapsed")
                      for name in ("one", "other"))
        one.runs = [measure.Run(s, 0.1, 1, "0") for s in (2.0, 8.0, 3.0)]
        other.runs = [measure.Run(s, 0.1, 1, "0") for s in (1.0, 2.0, 1.0)]
        self.assertEqual(one.against(other), (2.0, 3.0, 4.0))


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    command.main()
