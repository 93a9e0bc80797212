"""PageRank, betweenness and harmonic centrality on the unfolded simple directed graph.

"the simple directed graph of active nodes and active membership and supply links (parallel links
once, no weights), every household of a record its own vertex"; implied members are left out.
"""
import networkx as nx
import numpy as np
from scipy import sparse

DAMPING = 0.85
ROUNDS = 400      # 0.85 ** 400 is below 1e-28: no rank moves any more


def centrality_graph(chain, market):
    """The graph; its vertices are the places in `market.units`."""
    graph = nx.DiGraph()
    graph.add_nodes_from(at for at, unit in enumerate(market.units)
                         if unit.active and not unit.implied)
    for link in chain.trade:
        graph.add_edges_from((source, target) for source in market.of_record[link.source]
                             for target in market.of_record[link.target])
    return graph


def pagerank(graph):
    """“damping 0.85, a vertex without links out spreads evenly over all, sums to 1 over all
    vertices”: the fixed point, by iteration."""
    size = len(graph)
    if size == 0:
        return {}
    adjacency = nx.to_scipy_sparse_array(graph, dtype=float, format="csr")
    out_degree = np.asarray(adjacency.sum(axis=1)).ravel()
    dangling = out_degree == 0
    spread = sparse.diags(1.0 / np.where(dangling, 1.0, out_degree))
    transition = (spread @ adjacency).T.tocsr()
    rank = np.full(size, 1.0 / size)
    for _ in range(ROUNDS):
        rank = (1.0 - DAMPING) / size + DAMPING * (transition @ rank + rank[dangling].sum() / size)
    return dict(zip(graph.nodes, (rank / rank.sum()).tolist()))


def betweenness(graph):
    """“unnormalised, directed, exact”."""
    return nx.betweenness_centrality(graph, normalized=False)


def harmonic(graph, vertices):
    """“sum over all u that reach v of 1/distance(u, v)”."""
    return nx.harmonic_centrality(graph, nbunch=vertices)


class Centralities:
    """The figures of each active node by its id, of a record's households those of one: `of_any`;
    and `of` those that are not farmers."""

    def __init__(self, chain, market):
        graph = centrality_graph(chain, market)
        vertex_of = {id_: market.of_record[id_][0] for id_, node in sorted(chain.nodes.items())
                     if node.active}
        rank, between = pagerank(graph), betweenness(graph)
        near = harmonic(graph, list(vertex_of.values()))
        self.of_any = {id_: {"in_degree": graph.in_degree(at), "out_degree": graph.out_degree(at),
                             "pagerank": rank[at], "betweenness": float(between[at]),
                             "harmonic": float(near[at])} for id_, at in vertex_of.items()}
        self.of = {id_: figures for id_, figures in self.of_any.items()
                   if chain.nodes[id_].kind != "farmer"}
