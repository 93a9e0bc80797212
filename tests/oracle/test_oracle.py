"""Self-test of the oracle on hand-drawn chains. As a command it runs every test_*.py of this
folder.

    /usr/bin/python3 tests/oracle/test_oracle.py

With VCLINK_REAL_DATA naming a folder that holds montpellier-tomato.json, that dataset is tested
too.
"""
import os
import random
import sys
import unittest

import networkx as nx

import centrality
import forms
import generate
import identities
import tables
from chain import UNSTATED
from drawing import EXAMPLE, SAMPLE, analyse, dataset, drawn, row_of, sample_of
from linkage import LINKAGES


class Example(unittest.TestCase):
    """The example of the contract, with every figure stated there."""

    def setUp(self):
        self.tables = tables.analyse(EXAMPLE.encode()).tables

    def test_households(self):
        summary, = self.tables["summary"]
        self.assertEqual(summary["households"], 105)
        self.assertEqual(summary["households_implied"], 64)
        farmers = row_of(self.tables["coverage"], scope="all", kind="farmer")
        self.assertEqual((farmers["covered"], farmers["indirect"]), (65, 65))

    def test_cooperative(self):
        row = row_of(self.tables["coverage"], scope="all", kind="cooperative")
        self.assertEqual((row["direct"], row["covered"]), (1, 1))
        gap, = self.tables["gaps"]
        self.assertEqual((gap["id"], gap["linkage"], gap["unsold_kg"]), ("c1", "volume_gap", 40000))

    def test_buyer(self):
        buyer, = self.tables["buyers"]
        self.assertEqual((buyer["reach_households"], buyer["exclusive_households"]), (65, 65))
        critical = row_of(self.tables["critical"], id="e1")
        self.assertEqual((critical["households_lost"], critical["cooperatives_lost"]), (65, 1))

    def test_centrality(self):
        self.assertEqual(row_of(self.tables["centrality"], id="c1")["betweenness"], 1)
        buyer = row_of(self.tables["centrality"], id="e1")
        self.assertAlmostEqual(buyer["pagerank"], 0.0566349276240, places=12)
        self.assertAlmostEqual(buyer["harmonic"], 1.5, places=12)


class Network(unittest.TestCase):
    """The tables of actors and links."""

    def test_the_example(self):
        tables_ = tables.analyse(EXAMPLE.encode()).tables
        self.assertEqual([row["id"] for row in tables_["nodes"]], ["c1", "e1", "f1", "h9"])
        told = [(row["coverage"], row["first_buyers"], row["households"],
                 row["households_uncovered"]) for row in tables_["nodes"]]
        self.assertEqual(told, [("direct", 1, 65, 0), (None, None, 65, 0), ("indirect", 1, 1, 0),
                                ("uncovered", 0, 40, 40)])
        told = [(row["source"], row["active"], row["households"], row["leads_to_buyer"])
                for row in tables_["links"]]
        self.assertEqual(told, [("c1", True, 65, True), ("f1", True, 1, True)])

    def test_a_link_leads_to_a_buyer_in_its_own_layers_only(self):
        links = drawn({"f1": {"count": 2}, "c1": {"products": ["tea", "rice"]}, "e1": {},
                       "e2": {"buyer": False}},
                      [("f1", "c1", {"product": "tea"}), ("f1", "c1", {"product": "rice"}),
                       ("c1", "e2", {"product": "rice"}), ("e2", "e1"), ("f1", "c1")],
                      ).tables["links"]
        told = [(row["source"], row["products"], row["leads_to_buyer"]) for row in links]
        self.assertEqual(told, [("c1", ["rice"], True), ("e2", [], True), ("f1", [], True),
                                ("f1", ["rice"], True), ("f1", ["tea"], False)])

    def test_one_household_of_a_record_may_lie_in_between(self):
        nodes = drawn({"f1": {"count": 2}, "c1": {}, "e1": {}},
                      [("e1", "f1"), ("f1", "c1")]).tables["nodes"]
        row = row_of(nodes, id="f1")
        self.assertEqual((row["in_degree"], row["out_degree"], row["betweenness"]), (1, 1, 0.5))


class Reading(unittest.TestCase):
    """Defaults, spellings and ignored links."""

    def test_an_enterprise_with_inputs_alone_does_not_buy(self):
        chain = drawn({"e1": {}, "e2": {}, "e3": {}, "e4": {"buyer": True}, "c1": {},
                       "c2": {"sells": False}, "e5": {}},
                      [("e1", "c1", {"kind": "input", "status": "ended"}), ("c1", "e2"),
                       ("e4", "c1", {"kind": "input"}), ("c2", "e5")]).chain
        buyers = {id_ for id_, node in chain.nodes.items() if node.buyer}
        self.assertEqual(buyers, {"e2", "e3", "e4"})

    def test_duplicates_and_self_links_are_ignored(self):
        analysis = drawn({"c1": {}, "e1": {}},
                         [("c1", "e1", {"product": "a"}), ("c1", "c1", {"product": "b"}),
                          ("c1", "e1", {"kind": "supply", "products": ["a", "a"], "key": 3}),
                          ("c1", "e1", {"product": "a", "contract": "none"})])
        self.assertEqual(len(analysis.chain.links), 2)
        self.assertEqual(analysis.chain.products, ["a", "b"])

    def test_a_declared_list_counts_and_an_empty_one_does_not(self):
        records = dataset({"f1": {"products": ["a"]}}, [])
        records["products"] = [{"id": "a"}, {"id": "z"}]
        self.assertEqual(analyse(records).chain.products, ["a", "z"])
        records["products"] = []
        self.assertEqual(analyse(records).chain.products, ["a"])

    def test_amounts_of_a_product_listed_twice_are_added(self):
        chain = drawn({"c1": {"products": [{"product": 7, "output_kg": 2}, "7", "8",
                                           {"product": "7", "output_kg": 3}]}}, []).chain
        self.assertEqual(chain.nodes["c1"].output_kg, {"7": 5, "8": None})

    def test_the_form_changes_nothing(self):
        for number in range(SAMPLE):
            rng = random.Random(f"forms/{number}")
            records, options = generate.chain_of("forms", number)
            results = [tables.metrics(tables.analyse(data, options["as_of"], options["without"]))
                       for data in (forms.as_document(records), forms.other_form(records, rng),
                                    forms.base_form(records, rng))]
            self.assertEqual(results[0], results[1])
            self.assertEqual(results[0], results[2])


class Implied(unittest.TestCase):
    """Members on the books whom no record stands for."""

    def test_each_household_is_known_once(self):
        # g1: f1 (2) and f2 (1, does not sell) known, 2 implied. c1: these 5 and f3, 4 implied.
        analysis = drawn({"f1": {"count": 2}, "f2": {"sells": False}, "f3": {},
                          "g1": {"members": 5}, "c1": {"members": 10}, "e1": {}},
                         [("f1", "g1"), ("f2", "g1"), ("f1", "c1"), ("g1", "c1"), ("f3", "c1"),
                          ("c1", "e1")])
        implied = {id_: len(units) for id_, units in analysis.market.implied_of.items()}
        self.assertEqual(implied, {"g1": 2, "c1": 4})
        farmers = row_of(analysis.tables["coverage"], scope="all", kind="farmer")
        self.assertEqual((farmers["total"], farmers["not_applicable"]), (10, 1))
        self.assertEqual(farmers["covered"], 9)
        flow = row_of(analysis.tables["flows"], source_kind="farmer", target_kind="cooperative")
        self.assertEqual((flow["links"], flow["nodes"], flow["households"]), (2, 2, 7))
        self.assertEqual(row_of(analysis.tables["centrality"], id="c1")["in_degree"], 4)

    def test_an_ended_membership_makes_nobody_known(self):
        analysis = drawn({"f1": {}, "c1": {"members": 3}, "c2": {"members": 3, "sells": False}},
                         [("f1", "c1", {"end": "2020-01-01"}), ("f1", "c2")], as_of="2020-01-02")
        self.assertEqual({id_: len(units) for id_, units in analysis.market.implied_of.items()},
                         {"c1": 3})

    def test_they_go_with_their_organisation_but_stay_without_it(self):
        records = dataset({"c1": {"members": 3, "status": "suspended"}, "c2": {"members": 2},
                           "e1": {}}, [("c1", "e1"), ("c2", "e1")])
        farmers = row_of(analyse(records).tables["coverage"], scope="all", kind="farmer")
        self.assertEqual((farmers["total"], farmers["inactive"], farmers["covered"]), (5, 3, 2))
        left_out = analyse(records, without=["c2"]).tables
        farmers = row_of(left_out["coverage"], scope="all", kind="farmer")
        self.assertEqual((farmers["inactive"], farmers["active"], farmers["covered"]), (3, 2, 0))
        self.assertEqual(left_out["flows"], [])

    def test_an_isolated_cooperative_has_households(self):
        row, = drawn({"c1": {"members": 50}}, []).tables["unlinked"]
        self.assertEqual((row["linkage"], row["households"], row["households_uncovered"]),
                         ("isolated", 50, 50))

    def test_members_of_a_buying_cooperative_sell_to_it(self):
        analysis = drawn({"c1": {"members": 4, "buyer": True}}, [])
        row = row_of(analysis.tables["coverage"], scope="all", kind="farmer")
        self.assertEqual((row["direct"], row["covered"]), (4, 4))
        flow, = analysis.tables["flows"]
        self.assertEqual((flow["links"], flow["nodes"], flow["households"]), (0, 0, 4))


class Linkage(unittest.TestCase):
    """Each linkage, and what comes first."""

    def linkage_of(self, nodes, links, as_of="2023-12-31"):
        return drawn(nodes, links, as_of=as_of).linkages.of.get("c1")

    def test_isolated(self):
        nodes = {"c1": {}, "e1": {}, "f1": {"sells": False}}
        self.assertEqual(self.linkage_of(nodes, [("e1", "c1", {"kind": "input"}), ("f1", "c1")]),
                         "isolated")
        self.assertEqual(self.linkage_of(nodes, [("c1", "e1", {"status": "ended"})]), "lapsed")

    def test_product_gap_comes_before_volume_gap(self):
        nodes = {"c1": {"products": ["b", {"product": "a", "output_kg": 9}]}, "e1": {}}
        links = [("c1", "e1", {"product": "a", "volume_kg": 1})]
        self.assertEqual(self.linkage_of(nodes, links), "product_gap")
        row, = drawn(nodes, links).tables["gaps"]
        self.assertEqual((row["missing_products"], row["unsold_kg"]), (["b"], None))

    def test_volume_gap_needs_volumes_known_in_full(self):
        nodes = {"c1": {"products": [{"product": "a", "output_kg": 0.3}]}, "e1": {}, "e2": {},
                 "u1": {}, "u2": {"products": ["b"]}}
        sale = ("c1", "e1", {"product": "a", "volume_kg": 0.1})
        for links, linkage in (
                ([sale], "volume_gap"),
                ([sale, ("c1", "e2", {"product": "a", "volume_kg": 0.2})], "linked"),
                ([sale, ("c1", "e2", {"product": "a", "volume_kg": 0})], "volume_gap"),
                ([sale, ("c1", "e2", {"product": "a"})], "linked"),
                ([sale, ("c1", "e2", {"products": ["a", "b"], "volume_kg": 0})], "linked"),
                ([sale, ("c1", "u1")], "linked"),
                ([sale, ("c1", "u2")], "volume_gap"),
                ([sale, ("c1", "e2", {"kind": "input"})], "volume_gap")):
            self.assertEqual(self.linkage_of(nodes, links), linkage, links)

    def test_not_covered_in_their_order(self):
        nodes = {"c1": {"products": ["a"]}, "e1": {}, "e2": {"status": "suspended"},
                 "e3": {"buyer": False}, "f1": {}}
        links = [(("c1", "e1", {"product": "b"}), "product_mismatch"),
                 (("c1", "e2"), "buyer_inactive"),
                 (("c1", "e1", {"start": "2024-01-01", "end": "2024-01-01"}), "upcoming"),
                 (("c1", "e1", {"end": "2023-12-30"}), "lapsed"),
                 (("c1", "e3"), "dead_end"), (("c1", "f1"), "no_buyer")]
        for first in range(len(links)):
            remaining = [link for link, _ in links[first:]]
            self.assertEqual(self.linkage_of(nodes, remaining), links[first][1])

    def test_dates_on_the_edge(self):
        nodes = {"c1": {}, "e1": {}}
        for dates, linkage in (({"end": "2023-12-31"}, "linked"),
                               ({"start": "2023-12-31"}, "linked"),
                               ({"start": "2024-02-01", "end": "2024-01-01"}, "no_buyer"),
                               ({"status": "breached", "start": "2024-02-01"}, "lapsed")):
            self.assertEqual(self.linkage_of(nodes, [("c1", "e1", dates)]), linkage, dates)
        links = [("c1", "e1", {"end": "1999-12-31"})]
        self.assertEqual(self.linkage_of(nodes, links, as_of=None), "linked")

    def test_those_without_a_linkage(self):
        for facts in ({"sells": False}, {"buyer": True}, {"status": "dissolved"}):
            self.assertIsNone(self.linkage_of({"c1": facts}, []), facts)

    def test_all_ten_occur_at_random(self):
        seen = {linkage for *_, analysis in sample_of("linkage")
                for linkage in analysis.linkages.of.values()}
        self.assertEqual(seen, set(LINKAGES))


class Layers(unittest.TestCase):
    """Products keep their own ways to the market."""

    def setUp(self):
        self.tables = drawn({"f1": {"products": ["a", "b"]}, "c1": {}, "e1": {}, "e2": {}},
                            [("f1", "c1"), ("c1", "e1", {"product": "a"}),
                             ("c1", "e2", {"product": "b"})]).tables

    def test_hurt_and_not_lost(self):
        rows = [(row["id"], row["households_lost"], row["households_hurt"],
                 row["cooperatives_lost"], row["cooperatives_hurt"])
                for row in self.tables["critical"]]
        self.assertEqual(rows, [("c1", 1, 1, 0, 0), ("e1", 0, 1, 0, 1), ("e2", 0, 1, 0, 1)])

    def test_exclusive_to_neither(self):
        for row in self.tables["buyers"]:
            self.assertEqual((row["reach_households"], row["exclusive_households"],
                              row["shapley_households"]), (1, 0, 0.5))

    def test_covered_unstated(self):
        row = row_of(self.tables["coverage"], scope="product", key="a", kind="cooperative")
        self.assertEqual((row["total"], row["covered"], row["covered_unstated"]), (0, 0, 1))
        self.assertEqual((row["rate_of_active"], row["rate_of_all"]), (None, None))

    def test_the_unstated_layer_is_one_like_any_other(self):
        analysis = drawn({"f1": {}, "c1": {"products": ["a"]}, "e1": {}, "c2": {}},
                         [("f1", "c1"), ("c1", "e1"), ("c2", "e1")])
        self.assertEqual({name for name, found in analysis.market.covered_in.items() if found},
                         {"a", UNSTATED})
        rows = [(row["product"], row["sellers"]) for row in analysis.tables["markets"]]
        self.assertEqual(rows, [("a", 1), (UNSTATED, 1)])


class FirstBuyers(unittest.TestCase):
    """Buyers behind buyers: f1 (3) - g1 - c1 - e1 and e2; e1 and f2 - e3."""

    def setUp(self):
        self.tables = drawn({"f1": {"count": 3}, "g1": {}, "c1": {}, "e1": {}, "e2": {}, "e3": {},
                             "f2": {}}, [("f1", "g1"), ("g1", "c1"), ("c1", "e1"), ("c1", "e2"),
                                         ("e1", "e3"), ("f2", "e3")]).tables

    def test_buyers(self):
        rows = [[row[name] for name in ("id", "reach_households", "exclusive_households",
                                        "shapley_households", "upstream_households",
                                        "shapley_cooperatives", "upstream_cooperatives")]
                for row in self.tables["buyers"]]
        self.assertEqual(rows, [["e1", 3, 0, 1.5, 3, 0.5, 1], ["e2", 3, 0, 1.5, 3, 0.5, 1],
                                ["e3", 1, 1, 1.0, 4, 0.0, 1]])

    def test_critical(self):
        rows = [(row["id"], row["households_lost"], row["cooperatives_lost"])
                for row in self.tables["critical"]]
        self.assertEqual(rows, [("c1", 3, 0), ("g1", 3, 0), ("e3", 1, 0)])

    def test_flows(self):
        rows = [(row["source_kind"], row["target_kind"], row["links"], row["households"])
                for row in self.tables["flows"]]
        self.assertEqual(rows, [("farmer", "group", 1, 3), ("farmer", "enterprise", 1, 1),
                                ("group", "cooperative", 1, 3), ("cooperative", "enterprise", 2, 3),
                                ("enterprise", "enterprise", 1, 3)])


class Trade(unittest.TestCase):
    """Shares, contracts and places."""

    def test_ties_for_the_top_go_to_the_smaller_id(self):
        row, = drawn({"c1": {}, "e1": {}, "e2": {}},
                     [("c1", "e2", {"volume_kg": 0.3}), ("c1", "e1", {"volume_kg": 0.1}),
                      ("c1", "e1", {"volume_kg": 0.2})]).tables["dependence"]
        self.assertEqual((row["top_buyer"], row["buyers"], row["basis"]), ("e1", 2, "volume"))
        self.assertAlmostEqual(row["hhi"], 0.5)

    def test_a_volume_of_nothing_makes_shares_equal(self):
        row, = drawn({"c1": {}, "e1": {}, "e2": {}},
                     [("c1", "e2", {"volume_kg": 9}), ("c1", "e1", {"volume_kg": 0}),
                      ("c1", "e2", {"volume_kg": 5})]).tables["dependence"]
        self.assertEqual((row["top_buyer"], row["top_share"], row["basis"]), ("e1", 0.5, "equal"))

    def test_a_market_by_volume(self):
        links = [("f1", "e1", {"product": "a", "volume_kg": 30}),
                 ("c1", "e2", {"product": "a", "volume_kg": 10})]
        row, = drawn({"f1": {"count": 5}, "c1": {}, "e1": {}, "e2": {}}, links).tables["markets"]
        self.assertEqual((row["sellers"], row["top_share"], row["hhi"]), (6, 0.75, 0.625))
        links.append(("c1", "e2", {"volume_kg": 10}))
        row = drawn({"f1": {}, "c1": {}, "e1": {}, "e2": {}}, links).tables["markets"][0]
        self.assertEqual((row["product"], row["basis"], row["hhi"]), ("a", "volume", 0.625))
        links.append(("c1", "e2", {"products": ["b", "a"], "volume_kg": 10}))
        row = drawn({"f1": {}, "c1": {}, "e1": {}, "e2": {}}, links).tables["markets"][0]
        self.assertEqual((row["product"], row["basis"], row["hhi"]), ("a", "equal", 0.5))

    def test_contracts_end_within_a_year_of_29_february(self):
        records = dataset({"f1": {"count": 3, "place": "xy"}, "c1": {"place": "x"}, "e1": {}},
                          [("f1", "e1", {"contract": "written", "end": "2025-02-28"}),
                           ("f1", "e1", {"contract": "oral", "end": "2025-03-01"}),
                           ("c1", "e1", {"end": "2024-02-29", "product": "a"})], as_of="2024-02-29")
        records["places"] = [{"id": "x"}, {"id": "xy", "parent": "x"}]
        rows = [[row[name] for name in ("scope", "key", "links", "written", "oral", "unknown",
                                        "ending_12_months", "sellers", "sellers_written")]
                for row in analyse(records).tables["contracts"]]
        self.assertEqual(rows, [["all", None, 3, 1, 1, 1, 2, 4, 3],
                                ["product", "a", 1, 0, 0, 1, 1, 1, 0],
                                ["place", "x", 3, 1, 1, 1, 2, 4, 3],
                                ["place", "xy", 2, 1, 1, 0, 1, 3, 3]])


@unittest.skipUnless(os.environ.get("VCLINK_REAL_DATA"), "VCLINK_REAL_DATA names no folder")
class Montpellier(unittest.TestCase):
    """Tomatoes around Montpellier, whose betweenness is known."""

    def setUp(self):
        path = os.path.join(os.environ["VCLINK_REAL_DATA"], "montpellier-tomato.json")
        with open(path, "rb") as file:
            self.analysis = tables.analyse(file.read())

    def test_known_betweenness(self):
        rows = sorted(self.analysis.tables["centrality"], key=lambda row: -row["betweenness"])
        self.assertEqual([(row["id"], round(row["betweenness"], 3)) for row in rows[:6]],
                         [("I010", 72.667), ("I012", 71.333), ("I001", 70.667), ("I003", 68.333),
                          ("I017", 55.0), ("I006", 50.0)])

    def test_known_shape(self):
        graph = centrality.centrality_graph(self.analysis.chain, self.analysis.market)
        self.assertTrue(nx.is_directed_acyclic_graph(graph))
        parts = [len(part) for part in nx.weakly_connected_components(graph)]
        self.assertEqual((len(parts), max(parts)), (12, 129))

    def test_identities(self):
        found = identities.violations(tables.metrics(self.analysis), self.analysis.chain)
        self.assertEqual(found, [])


def main():
    """Runs all tests of the folder; the last line says how many passed."""
    suite = unittest.defaultTestLoader.discover(os.path.dirname(os.path.abspath(__file__)))
    result = unittest.TextTestRunner().run(suite)
    failed, skipped = len(result.failures) + len(result.errors), len(result.skipped)
    for test, reason in result.skipped:
        print(f"skipped {test}: {reason}", file=sys.stderr)
    passed = result.testsRun - failed - skipped
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
