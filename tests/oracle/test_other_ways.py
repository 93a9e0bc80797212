"""Self-test of the oracle: the same figures by quite different means, on random chains."""
import copy
import unittest
import warnings

import networkx as nx
import numpy as np

import centrality
import identities
import program
import shapley
import tables
from drawing import analyse, row_of, sample_of


class OtherWays(unittest.TestCase):
    """The same figures by quite different means, on random chains."""

    def test_identities(self):
        for _, _, analysis in sample_of("identities"):
            found = identities.violations(tables.metrics(analysis), analysis.chain)
            self.assertEqual(found, [])

    def test_shapley_by_definition(self):
        tried = 0
        for _, _, analysis in sample_of("shapley"):
            first = list(analysis.market.first_buyers.values())
            if first and len(set().union(*first)) <= 7:
                for buyer in set().union(*first):
                    tried += 1
                    self.assertAlmostEqual(shapley.by_formula(buyer, first),
                                           shapley.by_definition(buyer, first), places=9)
        self.assertGreater(tried, 50)

    def test_losses_by_dominators(self):
        """“They come from dominator trees, one a layer: lost is the intersection of an actor's
        dominators over the layers it is covered in, hurt the union.”"""
        for _, _, analysis in sample_of("dominators"):
            market = analysis.market
            dominators = [dominators_in(market, name) for name in market.layers]
            for gone in range(len(market.units)):
                if market.units[gone].active and market.units[gone].kind != "farmer":
                    lost, hurt = market.losses(gone)
                    seen = {at: [gone in of[at] for of in dominators if at in of]
                            for at in market.covered - {gone}}
                    self.assertEqual(lost, {at for at, is_in in seen.items() if all(is_in)})
                    self.assertEqual(hurt, {at for at, is_in in seen.items() if any(is_in)})

    def test_losses_by_leaving_out(self):
        """The households lost with an actor are those no more covered --without it."""
        for records, options, analysis in list(sample_of("without"))[:30]:
            lost = {row["id"]: row["households_lost"] for row in analysis.tables["critical"]}
            for id_, node in analysis.chain.nodes.items():
                if node.active and node.kind != "farmer":
                    left = analyse(records, options["as_of"], options["without"] + [id_])
                    fewer = [row_of(tables_["coverage"], scope="all", kind="farmer")["covered"]
                             for tables_ in (analysis.tables, left.tables)]
                    self.assertEqual(lost.get(id_, 0), fewer[0] - fewer[1])

    def test_one_record_of_many_is_many_records_of_one(self):
        """“so that one record of 40 and 40 records of 1 give the same figures”."""
        for records, options, analysis in sample_of("records"):
            options["without"] = [id_ for id_ in options["without"]
                                  if analysis.chain.nodes[id_].kind != "farmer"]
            as_of, without = options["as_of"], options["without"]
            folded = analyse(records, as_of, without).tables
            single = analyse(of_single_records(records), as_of, without).tables
            for name in ("coverage", "unlinked", "gaps", "buyers", "critical", "centrality",
                         "dependence"):
                found = program.differences({name: without_volumes(single[name])}, folded)
                self.assertEqual(found, [])

    def test_pagerank_of_networkx(self):
        for _, _, analysis in sample_of("pagerank"):
            graph = centrality.centrality_graph(analysis.chain, analysis.market)
            if len(graph):
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    expected = nx.pagerank(graph, alpha=0.85, tol=1e-14, max_iter=10000)
                solved = pagerank_solved(graph)
                for at, rank in centrality.pagerank(graph).items():
                    self.assertAlmostEqual(rank, expected[at], delta=1e-11)
                    self.assertAlmostEqual(rank, solved[at], delta=1e-14)

    def test_betweenness_and_harmonic_by_definition(self):
        for _, _, analysis in list(sample_of("between"))[:40]:
            graph = centrality.centrality_graph(analysis.chain, analysis.market)
            distance = {at: nx.single_source_shortest_path_length(graph, at) for at in graph}
            paths = {at: numbers_of_paths(graph, at, distance[at]) for at in graph}
            for row in analysis.tables["centrality"]:
                at, = analysis.market.of_record[row["id"]]
                self.assertAlmostEqual(row["betweenness"], sum(
                    paths[s][at] * paths[at][t] / paths[s][t]
                    for s in graph if s != at and at in distance[s]
                    for t in distance[at] if t not in (s, at)
                    and distance[s][at] + distance[at][t] == distance[s][t]), places=9)
                self.assertAlmostEqual(row["harmonic"], sum(
                    1 / distance[s][at] for s in graph if s != at and at in distance[s]), places=9)


def dominators_in(market, name):
    """All dominators, on the way from the market, of each actor covered in a layer, itself
    aside."""
    layer = market.layers[name]
    graph = nx.DiGraph((target, source) for target, sources in layer.into.items()
                       for source in sources)
    graph.add_edges_from(("market", buyer) for buyer in layer.buyers)
    if "market" not in graph:
        return {}
    parent = nx.immediate_dominators(graph, "market")
    dominators = {}
    for at in market.covered_in[name]:
        above, dominators[at] = parent[at], set()
        while above != "market":
            dominators[at].add(above)
            above = parent[above]
    return dominators


def of_single_records(records):
    """The same chain with a record of its own, and links of its own, for each household."""
    single = copy.deepcopy(records)
    copies = {}
    single["nodes"] = []
    for node in records["nodes"]:
        ids = [node["id"]] + [f"{node['id']}#{number}" for number in range(1, node.get("count", 1))]
        copies[str(node["id"])] = ids
        facts = {name: value for name, value in node.items() if name != "count"}
        single["nodes"] += [{**facts, "id": id_} for id_ in ids]
    single["links"] = [{**link, "source": source, "target": target} for link in records["links"]
                       if str(link["source"]) != str(link["target"])
                       for source in copies[str(link["source"])]
                       for target in copies[str(link["target"])]]
    return single


def without_volumes(rows):
    """The rows without what sums volumes, which a record states once for all its households."""
    return [{name: value for name, value in row.items() if name != "volume_kg"} for row in rows]


def pagerank_solved(graph):
    """PageRank as the solution of its linear equations."""
    order = list(graph)
    size = len(order)
    follow = np.zeros((size, size))
    for row, at in enumerate(order):
        targets = [order.index(target) for target in graph[at]] or list(range(size))
        follow[row, targets] = 1.0 / len(targets)
    rank = np.linalg.solve(np.eye(size) - 0.85 * follow.T, np.full(size, 0.15 / size))
    return dict(zip(order, rank))


def numbers_of_paths(graph, source, distance):
    """How many shortest paths lead from a source to each vertex."""
    paths = {source: 1}
    for at in sorted(distance, key=distance.get):
        if at != source:
            paths[at] = sum(paths[before] for before in graph.predecessors(at)
                            if distance.get(before) == distance[at] - 1)
    return paths
