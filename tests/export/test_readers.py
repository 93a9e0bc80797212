#!/usr/bin/python3
"""Every exported network, read back by readers that nobody here wrote."""
import json
import pathlib
import subprocess
import tempfile
import unittest

import network
from network import command
from readers import READERS
from test_hostile import check_geojson

TWICE = json.dumps({
    "nodes": [{"id": "c1", "kind": "cooperative"}, {"id": "e1", "kind": "enterprise"}],
    "links": [{"source": "c1", "target": "e1", "volume_kg": kg} for kg in (7, 8, 9)]})


class Readers(unittest.TestCase):
    """A test for each reader and dataset; slow readers get the example only."""

    def export(self, dataset, form, *options):
        return network.run(self, "export", dataset, "--to", form, "-q", *options)

    def test_parallel_links_are_kept(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "in.json"
            path.write_text(TWICE)
            for reader in READERS:
                if not list(reader.missing()):
                    _, links = network.exported(self, path, reader)
                    found = sorted(str(float(link[2]["volume_kg"])) for link in links)
                    self.assertEqual(found, ["7.0", "8.0", "9.0"], reader.name)

    def test_an_empty_chain_can_be_read(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "in.json"
            path.write_text('{"nodes": [], "links": []}')
            for reader in READERS:
                if not list(reader.missing()):
                    nodes, links = network.exported(self, path, reader)
                    self.assertEqual((len(nodes), len(links)), (0, 0), reader.name)

    def test_a_graph_has_its_name_and_its_day(self):
        network.skip_without_module(self, "networkx")
        import networkx
        graphml = networkx.parse_graphml(self.export(network.EXAMPLE, "graphml").decode())
        self.assertEqual(graphml.graph["name"], "Tân Lạc 2023")
        self.assertEqual(graphml.graph["as_of"], "2023-12-31")
        day = ["--as-of", "2022-01-31"]
        data = json.loads(self.export(network.EXAMPLE, "nodelink", *day))["graph"]
        self.assertEqual(data, {"name": "Tân Lạc 2023", "as_of": "2022-01-31", "currency": "VND",
                                "source": "..."})
        data = json.loads(self.export(network.EXAMPLE, "cytoscape", *day))["data"]
        self.assertEqual(data, {"name": "Tân Lạc 2023", "as_of": "2022-01-31", "without": []})

    def test_a_graph_says_who_is_left_out(self):
        left_out = ["--without", "h9", "--without", "e1"]
        text = self.export(network.EXAMPLE, "graphml", *left_out).decode()
        self.assertIn('<data key="graph.without">e1;h9</data>', text)
        data = json.loads(self.export(network.EXAMPLE, "nodelink", *left_out))
        self.assertEqual(data["graph"]["without"], ["e1", "h9"])
        data = json.loads(self.export(network.EXAMPLE, "cytoscape", *left_out))
        self.assertEqual(data["data"]["without"], ["e1", "h9"])

    def test_what_if_shows_in_every_format(self):
        for reader in READERS:
            if not list(reader.missing()):
                with tempfile.TemporaryDirectory() as folder:
                    path = pathlib.Path(folder) / "out"
                    network.run(self, "export", network.EXAMPLE, *reader.arguments, "-o", path,
                                "--without", "e1", "-q")
                    nodes, _ = reader.read(path)
                self.assertEqual(nodes["c1"]["coverage"], "uncovered", reader.name)
                self.assertIn(nodes["e1"]["active"], (False, "false"), reader.name)

    def test_graphml_says_what_its_attributes_are(self):
        text = self.export(network.EXAMPLE, "graphml").decode()
        for name, kind in (("active", "boolean"), ("count", "long"), ("pagerank", "double"),
                           ("name", "string"), ("products", "string")):
            self.assertIn(f'for="node" attr.name="{name}" attr.type="{kind}">', text)

    def test_graphviz_draws_a_district(self):
        network.skip_without_program(self, "dot")
        for dataset, actors in ((network.EXAMPLE, 4), (network.DATASETS[2], 228)):
            done = subprocess.run(["dot", "-Tplain"], input=self.export(dataset, "dot"),
                                  capture_output=True, timeout=300, check=False)
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            self.assertEqual(done.stdout.count(b"\nnode "), actors)

    def test_xmllint_finds_it_well_formed(self):
        network.skip_without_program(self, "xmllint")
        for dataset in network.existing():
            done = subprocess.run(["xmllint", "--noout", "--nonet", "-"],
                                  input=self.export(dataset, "graphml"), capture_output=True,
                                  timeout=60, check=False)
            self.assertEqual((done.returncode, done.stderr), (0, b""))

    def test_geojson_is_what_rfc_7946_wants(self):
        for dataset in network.existing():
            check_geojson(self, dataset)

    def test_geojson_is_valid_to_a_library_for_it(self):
        network.skip_without_module(self, "geojson")
        import geojson
        for dataset in network.existing():
            collection = geojson.loads(self.export(dataset, "geojson"))
            self.assertIsInstance(collection, geojson.FeatureCollection)
            self.assertTrue(collection.is_valid, dataset.name)
            for feature in collection["features"]:
                self.assertTrue(feature.is_valid, feature)

    def test_the_node_link_form_is_a_dataset_by_our_schema(self):
        network.skip_without_module(self, "jsonschema")
        import jsonschema
        schema = command.ROOT / "datasets" / "schema" / "dataset.schema.json"
        valid = jsonschema.Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))
        for dataset in network.existing():
            for key in ("links", "edges"):
                data = json.loads(self.export(dataset, "nodelink", "--edge-key", key))
                problem = next(valid.iter_errors(data), None)
                self.assertIsNone(problem, dataset.name)

    def test_vclink_gives_the_same_figures_of_its_node_link_form(self):
        for dataset in network.existing():
            for key in ("links", "edges"):
                again = self.export(dataset, "nodelink", "--edge-key", key)
                done = command.run("analyze", "-", "-q", stdin=again)
                self.assertEqual(done.returncode, 0, done.stderr[:2000])
                want = network.run(self, "analyze", dataset, "-q")
                self.assertTrue(done.stdout == want, f"the figures of {dataset.name} differ")


def add_test(reader, dataset):
    def test(self):
        network.skip_without(self, reader, dataset)
        network.compare(self, dataset, reader)

    name = "contract" if dataset == network.EXAMPLE else dataset.stem
    setattr(Readers, f"test_{reader.name}_{name}".replace("-", "_"), test)


for one in READERS:
    for data in [network.EXAMPLE] if one.slow else network.DATASETS:
        add_test(one, data)


if __name__ == "__main__":
    command.main()
