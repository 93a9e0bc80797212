#!/usr/bin/python3
"""What a researcher would write in an afternoon, as a measure for vclink: the same job as
with_igraph.c, on the json module and numpy, and one of two libraries.

  with_python.py igraph|networkx FILE

Every household is a vertex, every product a graph. Found are, for a file of JSON Lines: who reaches
a buyer, product by product; of each layer the dominator tree, and from it how many households lose
that layer with each actor; PageRank. It knows kinds, status, products, dates and inputs, but no
`count`, `members`, `sells`, `buyer` and no errors in the data. Prints three figures that vclink
has too.
"""
import json
import sys

import numpy

KINDS = ["farmer", "group", "cooperative", "union", "enterprise"]
FARMER, COOPERATIVE, ENTERPRISE = (KINDS.index(k) for k in ("farmer", "cooperative", "enterprise"))


class Chain:
    """Columns of numpy: kind, active, products (a bit each) of actors; ends, products, current of
    links; buyer."""

    def __init__(self, path):
        self.numbers, self.bits, self.as_of = {}, {}, ""
        self.nodes, self.links = [], []
        with open(path, "rb") as lines:
            for line in lines:
                for wrapper, record in json.loads(line).items():
                    getattr(self, "read_" + wrapper)(record)
        self.make_columns()

    def read_graph(self, graph):
        self.as_of = graph.get("as_of", "")

    def read_product(self, product):
        self.products_of({"product": product["id"]})

    def read_place(self, place):
        pass

    def products_of(self, record):
        listed = record.get("products", ())
        if "product" in record:
            listed = [record["product"]]
        mask = 0
        for item in listed:
            product = item if isinstance(item, str) else item["product"]
            mask |= self.bits.setdefault(product, 1 << len(self.bits))
        return mask

    def number(self, id_):
        return self.numbers.setdefault(id_, len(self.numbers))

    def read_node(self, node):
        self.nodes.append((self.number(node["id"]), KINDS.index(node["kind"]),
                           node.get("status", "active") == "active", self.products_of(node)))

    def read_link(self, link):
        active = (link.get("status", "active") == "active"
                  and link.get("start", self.as_of) <= self.as_of <= link.get("end", self.as_of))
        self.links.append((self.number(link["source"]), self.number(link["target"]),
                           active, link["kind"] == "input", self.products_of(link)))

    def make_columns(self):
        nodes = numpy.array(self.nodes, dtype=numpy.int64)
        nodes = nodes[nodes[:, 0].argsort()]
        links = numpy.array(self.links, dtype=numpy.int64).reshape(-1, 5)
        del self.nodes, self.links, self.numbers
        self.kind, self.active, self.products = nodes[:, 1], nodes[:, 2] == 1, nodes[:, 3]
        self.ends, inputs, self.carried = links[:, :2], links[:, 3] == 1, links[:, 4]
        self.current = (links[:, 2] == 1) & ~inputs
        with_inputs = numpy.zeros(len(nodes), bool)
        with_others = numpy.zeros(len(nodes), bool)
        with_inputs[self.ends[inputs].ravel()] = True
        with_others[self.ends[~inputs].ravel()] = True
        self.buyer = (self.kind == ENTERPRISE) & (with_others | ~with_inputs)

    def layer(self, product):
        """The actors of a product's layer, or (0) of the unstated one, and its links by their
        places among them; buyers join in one more, the market, the last."""
        stands = self.active & ((self.products == 0) | (self.products & product != 0))
        carries = self.current & ((self.carried == 0) | (self.carried & product != 0))
        members = numpy.flatnonzero(stands)
        local = numpy.full(len(stands), -1)
        local[members] = numpy.arange(len(members))
        ends = local[self.ends[carries]]
        ends = ends[(ends >= 0).all(axis=1)]
        buyers = local[members[self.buyer[members]]]
        to_market = numpy.column_stack([buyers, numpy.full(len(buyers), len(members))])
        return members, numpy.concatenate([ends, to_market])

    def whole(self):
        """Vertices and links of the simple graph of all that is active."""
        members = numpy.flatnonzero(self.active)
        local = numpy.full(len(self.active), -1)
        local[members] = numpy.arange(len(members))
        ends = local[self.ends[self.current]]
        ends = ends[(ends >= 0).all(axis=1)]
        return members, numpy.unique(ends[ends[:, 0] != ends[:, 1]], axis=0)


def sum_subtrees(dominators, households):
    """The households below each vertex of the tree, leaves first; -1 is the root, -2 nowhere."""
    children = [0] * len(dominators)
    for above in dominators:
        if above >= 0:
            children[above] += 1
    for leaf in range(len(dominators)):
        while children[leaf] == 0:
            children[leaf] = -1
            above = dominators[leaf]
            if above < 0:
                break
            households[above] += households[leaf]
            children[above] -= 1
            leaf = above
    return households


class Igraph:
    def __init__(self):
        import igraph
        self.igraph = igraph

    def graph(self, count, ends):
        ends = memoryview(numpy.ascontiguousarray(ends, dtype=numpy.int64))
        return self.igraph.Graph(n=count, edges=ends, directed=True)

    def covered(self, graph, market):
        return graph.subcomponent(market, mode="in")

    def dominators(self, graph, market):
        above = numpy.array(graph.dominator(market, mode="in"), dtype=float)
        return numpy.nan_to_num(above, nan=-2).astype(int).tolist()

    def pagerank(self, graph):
        return numpy.array(graph.pagerank())


class Networkx:
    def __init__(self):
        import networkx
        self.networkx = networkx

    def graph(self, count, ends):
        graph = self.networkx.DiGraph()
        graph.add_nodes_from(range(count))
        graph.add_edges_from(ends.tolist())
        return graph

    def covered(self, graph, market):
        return list(self.networkx.ancestors(graph, market))

    def dominators(self, graph, market):
        above = self.networkx.immediate_dominators(graph.reverse(copy=False), market)
        return [-1 if v == market else above.get(v, -2) for v in range(len(graph))]

    def pagerank(self, graph):
        return numpy.array(list(self.networkx.pagerank(graph, tol=1e-14, max_iter=500).values()))


def analyse(chain, library):
    covered = numpy.zeros(len(chain.kind), bool)
    most_lost = 0
    for product in [*chain.bits.values(), 0]:
        members, ends = chain.layer(product)
        market = len(members)
        graph = library.graph(market + 1, ends)
        reached = numpy.array(library.covered(graph, market), dtype=numpy.int64)
        covered[members[reached[reached != market]]] = True
        dominators = library.dominators(graph, market)
        farmers = chain.kind[members] == FARMER
        households = [int(farmer) if above >= 0 else 0
                      for farmer, above in zip(farmers.tolist(), dominators)] + [0]
        households = numpy.array(sum_subtrees(dominators, households)[:market])
        most_lost = max(most_lost, int(households[~farmers].max(initial=0)))
    members, ends = chain.whole()
    ranks = library.pagerank(library.graph(len(members), ends))
    covered &= ~chain.buyer
    return {"cooperatives_covered": int((covered & (chain.kind == COOPERATIVE)).sum()),
            "farmers_covered": int((covered & (chain.kind == FARMER)).sum()),
            "most_lost": most_lost,
            "highest_pagerank": float(f"{ranks[chain.kind[members] == ENTERPRISE].max():.12g}")}


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("igraph", "networkx"):
        sys.exit("usage: with_python.py igraph|networkx FILE")
    library = Igraph() if sys.argv[1] == "igraph" else Networkx()
    print(json.dumps(analyse(Chain(sys.argv[2]), library)))


main()
