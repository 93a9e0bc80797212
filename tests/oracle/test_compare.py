"""Self-test of the comparison: it finds what is wrong."""
import contextlib
import copy
import io
import os
import stat
import sys
import tempfile
import unittest

import compare
import generate
import identities
import program
import shrink
import tables
from drawing import EXAMPLE, sample_of


class Comparison(unittest.TestCase):
    """The comparison finds what is wrong. A stand-in for the program prints the oracle's tables."""

    def test_any_changed_figure_is_noticed(self):
        for _, _, analysis in list(sample_of("noticed"))[:20]:
            for table, rows in analysis.tables.items():
                for position, row in enumerate(rows):
                    for column, value in row.items():
                        given = copy.deepcopy(analysis.tables)
                        given[table][position][column] = changed(value)
                        self.assertEqual(len(program.differences(analysis.tables, given)), 1)

    def test_more_columns_are_permitted_and_fewer_rows_are_not(self):
        analysis = tables.analyse(EXAMPLE.encode())
        given = copy.deepcopy(analysis.tables)
        given["summary"][0]["more"] = 1
        self.assertEqual(program.differences(analysis.tables, given), [])
        given["flows"].pop()
        self.assertEqual(len(program.differences(analysis.tables, given)), 1)

    def test_the_nature_of_a_problem_is_its_table_and_column(self):
        analysis = tables.analyse(EXAMPLE.encode())
        given = copy.deepcopy(analysis.tables)
        given["coverage"][2]["direct"] = 7
        given["summary"][0]["links"] = 7
        given["flows"].pop()
        natures = [program.nature(problem)
                   for problem in program.differences(analysis.tables, given)]
        self.assertEqual(natures, [("summary", "links"), ("coverage", "direct"),
                                   ("flows:", "1", "rows,")])

    def test_identities_notice_a_wrong_figure(self):
        analysis = tables.analyse(EXAMPLE.encode())
        for table, column, value in (("buyers", "exclusive_households", 64),
                                     ("buyers", "shapley_households", 64.5),
                                     ("summary", "households", 106), ("coverage", "covered", 9),
                                     ("gaps", "linkage", "product_gap"), ("markets", "hhi", 0.9),
                                     ("critical", "households_hurt", 1), ("contracts", "oral", 1),
                                     ("flows", "households_uncovered", 66),
                                     ("nodes", "coverage", "uncovered"),
                                     ("nodes", "first_buyers", 0), ("nodes", "harmonic", 7.0),
                                     ("links", "leads_to_buyer", False),
                                     ("links", "households", 66),
                                     ("centrality", "pagerank", 0.1234567890123),
                                     ("centrality", "betweenness", float("inf"))):
            metrics = tables.metrics(analysis)
            metrics["tables"][table][0][column] = value
            self.assertNotEqual(identities.violations(metrics, analysis.chain), [], column)

    def test_the_whole_command(self):
        """Six chains, the example, and the example without its most critical actor."""
        self.assertEqual(self.run_compare("pass"), (0, "8 passed, 0 failed"))
        self.assertEqual(self.run_compare("sys.exit(6)"), (1, "0 passed, 8 failed"))
        status, last_line = self.run_compare("metrics['tables']['flows'].clear()")
        self.assertEqual(status, 1)
        self.assertNotIn(" 0 failed", last_line)

    def test_without_any_case_it_fails(self):
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            status = compare.main(["--vclink", "none", "--chains", "0"])
        self.assertEqual((status, printed.getvalue().strip()), (1, "0 passed, 0 failed"))

    def run_compare(self, fault):
        """The exit status and last line of a comparison with a stand-in that has this fault."""
        with tempfile.TemporaryDirectory() as folder:
            stand_in = os.path.join(folder, "stand-in")
            with open(stand_in, "w", encoding="utf-8") as file:
                file.write(STAND_IN.format(python=sys.executable, fault=fault,
                                           oracle=os.path.dirname(os.path.abspath(__file__))))
            os.chmod(stand_in, stat.S_IRWXU)
            example = os.path.join(folder, "example")
            with open(example, "w", encoding="utf-8") as file:
                file.write(EXAMPLE)
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                status = compare.main(["--vclink", stand_in, "--chains", "6", "--seed", "1",
                                       "--keep", folder, example])
            return status, printed.getvalue().splitlines()[-1]

    def test_a_failing_chain_becomes_small(self):
        records, options = generate.chain_of("small", 0)
        needed = records["links"][3]

        def fails(smaller, _):
            return any(str(link["source"]) == str(needed["source"])
                       and str(link["target"]) == str(needed["target"])
                       for link in smaller["links"])

        small, small_options = shrink.shrink(records, options, fails)
        self.assertLessEqual(len(small["nodes"]), 2)
        self.assertEqual([set(link) for link in small["links"]], [{"source", "target"}])
        self.assertEqual(small_options, {"as_of": None, "without": []})


STAND_IN = """#!{python}
import json, sys
sys.dont_write_bytecode = True
sys.path.insert(0, {oracle!r})
import tables
words = sys.argv[2:]
data = sys.stdin.buffer.read() if words[0] == "-" else open(words[0], "rb").read()
options = list(zip(words[1::2], words[2::2]))
as_of = dict(options).get("--as-of")
without = [value for name, value in options if name == "--without"]
metrics = tables.metrics(tables.analyse(data, as_of, without))
{fault}
json.dump(metrics, sys.stdout)
"""


def changed(value):
    """Another value, near it."""
    if value is None:
        return 0
    if isinstance(value, float):
        return value + 3e-9 * max(1.0, abs(value))
    if isinstance(value, (int, str)):
        return value + type(value)(1)
    return value + ["more"]
