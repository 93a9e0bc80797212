#!/usr/bin/python3
"""vclink export: which format, where to, and what it refuses."""
import json
import pathlib
import tempfile
import unittest

import command
from command import SMALL, run

BEGINNINGS = {"graphml": b"<?xml", "dot": b"digraph", "geojson": b'{"type": "FeatureCollection"',
              "nodelink": b'{"format": "vclink"', "cytoscape": b'{"data": '}


class Export(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.small = self.folder / "small.json"
        self.small.write_text(SMALL, encoding="utf-8")

    def export(self, *options):
        return run("export", self.small, *options)

    def test_every_format_goes_to_standard_output(self):
        for form, beginning in BEGINNINGS.items():
            done = self.export("--to", form)
            self.assertEqual((done.returncode, done.stderr), (0, b""), form)
            self.assertTrue(done.stdout.startswith(beginning), form)

    def test_the_ending_of_the_output_chooses_the_format(self):
        endings = {"graphml": "graphml", "dot": "dot", "gv": "dot", "geojson": "geojson",
                   "cyjs": "cytoscape"}
        for ending, form in endings.items():
            path = self.folder / f"out.{ending}"
            done = self.export("-o", path)
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b"", b""), ending)
            self.assertEqual(path.read_bytes(), self.export("--to", form).stdout)

    def test_what_is_asked_for_goes_before_the_ending(self):
        path = self.folder / "out.graphml"
        self.assertEqual(self.export("-o", path, "--to", "dot").returncode, 0)
        self.assertTrue(path.read_bytes().startswith(b"digraph"))

    def test_an_ending_that_several_formats_share_does_not_choose(self):
        path = self.folder / "out.json"
        done = self.export("-o", path)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"--to FORMAT; the formats are graphml, dot, ", done.stderr)
        self.assertFalse(path.exists())

    def test_standard_input_can_be_exported(self):
        done = run("export", "-", "--to", "nodelink", stdin=SMALL.encode())
        self.assertEqual(done.returncode, 0)
        self.assertEqual([node["id"] for node in json.loads(done.stdout)["nodes"]],
                         ["c1", "e1", "f1"])

    def test_a_full_disk_is_told(self):
        for form in BEGINNINGS:
            done = self.export("--to", form, "-o", "/dev/full")
            self.assertEqual(done.returncode, 4, form)
            self.assertIn(b"/dev/full", done.stderr)

    def test_data_with_errors_leaves_the_old_file(self):
        path = self.folder / "out.dot"
        path.write_text("old")
        self.small.write_text('{"nodes": [{"id": "a", "kind": "b"}], "links": []}')
        done = self.export("-o", path)
        self.assertEqual((done.returncode, path.read_text()), (3, "old"))

    def test_an_unknown_id_names_the_nearest(self):
        done = self.export("--to", "dot", "--without", "c2")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"did you mean c1?", done.stderr)

    def test_the_day_decides_which_links_are_in_force(self):
        self.small.write_text(SMALL.replace('"kind": "supply", ',
                                            '"kind": "supply", "end": "2024-06-30", '))
        for day, coverage in (("2024-06-30", "direct"), ("2024-07-01", "uncovered")):
            done = self.export("--to", "nodelink", "--as-of", day)
            data = json.loads(done.stdout)
            self.assertEqual(data["nodes"][0]["coverage"], coverage)
            self.assertEqual(data["graph"]["as_of"], day)

    def test_edge_key_is_for_node_link_json(self):
        done = self.export("--to", "graphml", "--edge-key", "edges")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"--edge-key is for nodelink", done.stderr)
        done = self.export("--to", "nodelink", "--edge-key", "arcs")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"links, edges", done.stderr)

    def test_one_file_at_a_time(self):
        done = self.export("other.json", "--to", "dot")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"other.json is one argument too many", done.stderr)


if __name__ == "__main__":
    command.main()
