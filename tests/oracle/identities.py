"""Identities that hold in the tables of every dataset, whoever computed them.

    /usr/bin/python3 tests/oracle/identities.py METRICS.json [DATASET]

checks the output of `vclink analyze --format json`, taken without --without where a dataset is
given.
"""
import json
import math
import sys

import chain as chains
from rows_actors import descending

KINDS = chains.SELLING_KINDS
TABLES = ("summary", "coverage", "unlinked", "gaps", "buyers", "critical", "centrality",
          "dependence", "markets", "contracts", "flows", "nodes", "links", "places", "products",
          "handled")
ORDERS = {
    "unlinked": ("households_uncovered", "households", "unsold_kg"),
    "gaps": ("unsold_kg", "households"),
    "buyers": ("shapley_households", "shapley_cooperatives", "suppliers"),
    "critical": ("households_lost", "households_hurt", "cooperatives_lost", "cooperatives_hurt"),
}


def violations(metrics, chain=None):
    """Every identity that does not hold, as a sentence. `chain` is the dataset as read, if at
    hand."""
    tables = metrics["tables"]
    missing = [name for name in TABLES if name not in tables]
    if missing:
        return [f"tables missing: {', '.join(missing)}"]
    found = Findings()
    for check in (check_numbers, check_coverage, check_summary, check_linkage, check_buyers,
                  check_losses, check_centrality, check_concentration, check_contracts, check_flows,
                  check_orders, check_nodes, check_links):
        check(tables, found)
    if chain is not None:
        check_dataset(tables, chain, found)
    return found.sentences


class Findings:
    """Collects what does not hold."""

    def __init__(self):
        self.sentences = []

    def require(self, holds, *what):
        if not holds:
            self.sentences.append(" ".join(str(part) for part in what))

    def same(self, left, right, *what):
        self.require(close(left, right), *what, f"{left!r} is not {right!r}")

    def ascending(self, values, *what):
        """a ≤ b ≤ c …, to the last digits of reals."""
        holds = all(low <= high or close(low, high) for low, high in zip(values, values[1:]))
        self.require(holds, *what, f"{values!r} do not ascend")


def close(left, right):
    """Equal; reals to nine digits or so, as each is rounded to twelve and they are then summed."""
    return abs(left - right) <= 1e-9 * max(1.0, abs(left), abs(right))


def column(rows, name):
    return [row[name] for row in rows]


def whole(tables, kind):
    """The row of `coverage` for all actors of a kind."""
    return next(row for row in tables["coverage"] if row["scope"] == "all" and row["kind"] == kind)


def check_numbers(tables, found):
    """“Undefined is `null`; never NaN … Reals are rounded to 12 significant digits.”"""
    for table, rows in tables.items():
        for row in rows:
            for name, value in row.items():
                if isinstance(value, float):
                    found.require(math.isfinite(value) and float(f"{value:.12g}") == value,
                                  table, name, "is no real of 12 digits:", value)
                if isinstance(value, (int, float)) and not isinstance(value, bool):
                    found.require(value >= 0 or name in ("lat", "lon"), table, name,
                                  "is negative:", value)
                found.require(name.isascii(), table, "has a key beyond ASCII:", name)


def check_coverage(tables, found):
    """“total = inactive + buyers + not_applicable + active”; covered = direct + indirect; rates."""
    for row in tables["coverage"]:
        where = ("coverage", row["scope"], row["key"], row["kind"])
        parts = row["inactive"] + row["buyers"] + row["not_applicable"] + row["active"]
        found.same(row["total"], parts, *where, "total:")
        found.same(row["covered"], row["direct"] + row["indirect"], *where, "covered:")
        found.ascending([row["covered"], row["active"], row["total"]], *where)
        for rate, base in (("rate_of_active", "active"), ("rate_of_all", "total")):
            found.require((row[rate] is None) == (row[base] == 0), *where, rate, "null or not")
            if row[rate] is not None:
                found.same(row[rate], row["covered"] / row[base], *where, rate)
        found.require((row["covered_unstated"] is None) == (row["scope"] != "product"), *where,
                      "covered_unstated null or not")
        found.require(row["scope"] == "all" or row["total"] or row["covered_unstated"], *where,
                      "has nothing to count")
        check_part(tables, row, where, found)


def check_part(tables, row, where, found):
    """No part counts more than the whole."""
    everyone = whole(tables, row["kind"])
    for name in ("total", "inactive", "buyers", "not_applicable", "active", "covered"):
        found.ascending([row[name], everyone[name]], *where, name)
    if row["covered_unstated"] is not None:
        found.ascending([row["covered"] + row["covered_unstated"], everyone["covered"]], *where)


def check_summary(tables, found):
    """`summary` against `coverage`, `buyers`, `unlinked` and `gaps`."""
    summary, = tables["summary"]
    cooperatives = whole(tables, "cooperative")
    kinds = sum(summary[kind + "s"] for kind in KINDS + ("enterprise",))
    found.same(summary["nodes"], kinds, "summary nodes:")
    found.same(summary["households"], whole(tables, "farmer")["total"], "summary households:")
    for kind in ("group", "cooperative", "union"):
        found.same(summary[kind + "s"], whole(tables, kind)["total"], "summary", kind + "s:")
    found.same(summary["buyers"], len(tables["buyers"]), "summary buyers:")
    found.same(summary["cooperatives_active"], cooperatives["active"], "summary active:")
    found.same(summary["cooperatives_covered"], cooperatives["covered"], "summary covered:")
    found.same(summary["cooperatives_uncovered"],
               column(tables["unlinked"], "kind").count("cooperative"), "summary uncovered:")
    found.same(summary["cooperatives_with_gap"],
               column(tables["gaps"], "kind").count("cooperative"), "summary gaps:")
    found.ascending([summary["households_implied"], summary["households"]], "summary implied")


def check_linkage(tables, found):
    """The rows of `unlinked` and those covered are all that apply; those in `gaps` are covered."""
    for kind in ("group", "cooperative", "union"):
        row = whole(tables, kind)
        unlinked = column(tables["unlinked"], "kind").count(kind)
        found.same(row["active"], unlinked + row["covered"], "unlinked and covered:", kind)
        found.ascending([column(tables["gaps"], "kind").count(kind), row["covered"]], "gaps:", kind)
    farmers = whole(tables, "farmer")
    uncovered = farmers["active"] - farmers["covered"]
    for row in tables["unlinked"]:
        found.ascending([row["households_uncovered"], row["households"], farmers["active"]],
                        "unlinked", row["id"])
        found.ascending([row["households_uncovered"], uncovered], "unlinked", row["id"])
    both = set(column(tables["unlinked"], "id")) & set(column(tables["gaps"], "id"))
    found.require(not both, "in unlinked and in gaps:", sorted(both))
    for row in tables["gaps"]:
        found.require(bool(row["missing_products"]) == (row["linkage"] == "product_gap"), "gaps",
                      row["id"], "missing_products")
        found.require(row["linkage"] == "product_gap" or row["unsold_kg"] > 0, "gaps", row["id"])
        found.ascending([row["households"], farmers["active"]], "gaps", row["id"])


def check_buyers(tables, found):
    """“Always exclusive ≤ shapley ≤ reach ≤ upstream, and the Shapley values sum to those
    covered.”"""
    for kind, plural in (("farmer", "households"), ("cooperative", "cooperatives")):
        covered = whole(tables, kind)["covered"]
        for row in tables["buyers"]:
            figures = [row[name + plural]
                       for name in ("exclusive_", "shapley_", "reach_", "upstream_")]
            found.ascending(figures + [covered], "buyers", row["id"], plural)
            found.require((row["shapley_" + plural] > 0) == (row["reach_" + plural] > 0),
                          "buyers", row["id"], "shapley without reach")
        shapley = math.fsum(column(tables["buyers"], "shapley_" + plural))
        found.same(shapley, covered, "Shapley values of", plural)


def check_losses(tables, found):
    """lost ≤ hurt; “For a buyer, lost = exclusive”; nobody is lost who was not covered."""
    critical = {row["id"]: row for row in tables["critical"]}
    none = {name: 0 for name in ORDERS["critical"]}
    for kind, plural in (("farmer", "households"), ("cooperative", "cooperatives")):
        covered = whole(tables, kind)["covered"]
        for row in tables["critical"]:
            found.ascending([row[plural + "_lost"], row[plural + "_hurt"], covered], "critical",
                            row["id"], plural)
        for row in tables["buyers"]:
            found.same(row["exclusive_" + plural], critical.get(row["id"], none)[plural + "_lost"],
                       "exclusive and lost", row["id"], plural)
    for row in tables["critical"]:
        found.require(any(row[name] for name in none), "critical", row["id"], "has nothing to lose")


def check_centrality(tables, found):
    """PageRank “sums to 1 over all vertices”, so to 1 at most over these; betweenness is “0 at
    every enterprise that sells to nobody”; the buyers have the same figures."""
    rows = {row["id"]: row for row in tables["centrality"]}
    found.ascending([math.fsum(column(tables["centrality"], "pagerank")), 1.0], "sum of PageRank")
    for row in rows.values():
        found.require(row["pagerank"] > 0, "pagerank of", row["id"], "is not above 0")
        if row["in_degree"] == 0 or row["out_degree"] == 0:
            found.same(row["betweenness"], 0, "betweenness of", row["id"])
        found.ascending([row["in_degree"], row["harmonic"]], "harmonic of", row["id"])
    for buyer in tables["buyers"]:
        for name in ("pagerank", "betweenness", "harmonic"):
            found.same(buyer[name], rows[buyer["id"]][name], "buyers", buyer["id"], name)
        found.ascending([buyer["suppliers"], rows[buyer["id"]]["in_degree"]], "suppliers",
                        buyer["id"])


def check_concentration(tables, found):
    """HHI lies within 1/n and 1, and between the square of the top share and the top share."""
    buyers = tables["summary"][0]["buyers"]
    for table, key in (("dependence", "id"), ("markets", "product")):
        for row in tables[table]:
            where = (table, row[key])
            found.ascending([1, row["buyers"], buyers], *where, "buyers")
            found.ascending([1 / row["buyers"], row["hhi"], row["top_share"], 1], *where)
            found.ascending([row["top_share"] ** 2, row["hhi"]], *where)
            if row["basis"] == "equal":
                found.same(row["hhi"], 1 / row["buyers"], *where)


def check_contracts(tables, found):
    """Each link has one contract or none known; no scope holds more than all."""
    rows = tables["contracts"]
    for row in rows:
        where = ("contracts", row["scope"], row["key"])
        parts = sum(row[name] for name in ("written", "oral", "none", "unknown"))
        found.same(row["links"], parts, *where)
        found.ascending([1, row["links"], rows[0]["links"]], *where)
        found.ascending([row["sellers_written"], row["sellers"], rows[0]["sellers"]], *where)
        found.ascending([row["ending_12_months"] or 0, row["links"]], *where)
        found.require((row["written"] == 0) == (row["sellers_written"] == 0), *where, "written")
    if rows:
        found.require(rows[0]["scope"] == "all", "contracts: the first row is not of all")


def check_flows(tables, found):
    """No more sources than links; no more households than are active."""
    order = list(KINDS + ("enterprise",))
    kinds = [(order.index(row["source_kind"]), order.index(row["target_kind"]))
             for row in tables["flows"]]
    found.require(kinds == sorted(set(kinds)), "flows: not in the order of the kinds")
    farmers = whole(tables, "farmer")
    for row in tables["flows"]:
        where = ("flows", row["source_kind"], row["target_kind"])
        found.ascending([row["nodes"], row["links"], tables["summary"][0]["links"]], *where)
        found.ascending([row["households_uncovered"], row["households"], farmers["active"]],
                        *where)
        found.ascending([row["households_uncovered"], farmers["active"] - farmers["covered"]],
                        *where)
        found.require((row["nodes"] == 0) == (row["links"] == 0), *where, "nodes without links")


def check_nodes(tables, found):
    """`nodes` has every actor, by id, with the figures of the other tables."""
    nodes = {row["id"]: row for row in tables["nodes"]}
    ids = [id_.encode() for id_ in column(tables["nodes"], "id")]
    found.require(ids == sorted(set(ids)), "nodes is not in the order of ids")
    found.same(len(nodes), tables["summary"][0]["nodes"], "nodes:")
    for kind in ("group", "cooperative", "union"):
        row = whole(tables, kind)
        told = [node["coverage"] for node in nodes.values() if node["kind"] == kind]
        for name in ("direct", "indirect"):
            found.same(told.count(name), row[name], "nodes", kind, name)
        found.same(told.count("uncovered"), row["active"] - row["covered"], "nodes", kind)
    for table in ("unlinked", "gaps", "buyers", "critical", "centrality"):
        for row in tables[table]:
            check_node(table, row, nodes[row["id"]], found)
    for id_, node in nodes.items():
        found.require((node["coverage"] in ("direct", "indirect")) == bool(node["first_buyers"]),
                      "nodes", id_, "first buyers")
        found.require((node["households"] is None) != node["active"], "nodes", id_, "households")
        found.require((node["pagerank"] is None) != node["active"], "nodes", id_, "pagerank")
        found.ascending([node["households_uncovered"] or 0, node["households"] or 0], "nodes", id_)


def check_node(table, row, node, found):
    """Whatever another table says of the actor too is the same."""
    for name, value in row.items():
        if name in node and name != "unsold_kg":
            found.require(node[name] == value, "nodes", row["id"], name, "is not that of", table)


def check_links(tables, found):
    """Who can be covered is covered just if one of its links leads to a buyer."""
    nodes = {row["id"]: row for row in tables["nodes"]}
    leading = {row["source"] for row in tables["links"] if row["leads_to_buyer"]}
    for id_, node in nodes.items():
        if node["coverage"] is not None:
            found.require((node["coverage"] != "uncovered") == (id_ in leading), "links of", id_)
    ends = [(row["source"].encode(), row["target"].encode()) for row in tables["links"]]
    found.require(ends == sorted(ends), "links is not in its order")
    found.same(len(ends), tables["summary"][0]["links"], "links:")
    for row in tables["links"]:
        where = ("links", row["source"], row["target"])
        found.require(row["active"] or not row["leads_to_buyer"], *where, "leads, but is not active")
        found.require(row["active"] or row["households"] == 0, *where, "households, not active")
        found.ascending([row["households"], nodes[row["source"]]["households"] or 0], *where)


def check_orders(tables, found):
    """“`rank` is the position, 1 … n”; the order of the rows; no row twice."""
    for table, columns in ORDERS.items():
        rows = tables[table]
        found.require(column(rows, "rank") == list(range(1, len(rows) + 1)), table, "rank")
        keys = [[descending(row[name]) for name in columns] + [row["id"].encode()] for row in rows]
        found.require(keys == sorted(keys), table, "is not in its order")
    for table in ("centrality", "dependence"):
        ids = [id_.encode() for id_ in column(tables[table], "id")]
        found.require(ids == sorted(set(ids)), table, "is not in the order of ids")
    scopes = ("all", "product", "place", "sector")
    for table in ("coverage", "contracts"):
        keys = [(scopes.index(row["scope"]), (row["key"] or "").encode(),
                 KINDS.index(row["kind"]) if "kind" in row else 0) for row in tables[table]]
        found.require(keys == sorted(set(keys)), table, "is not in its order")
    products = [(row["product"] == "*", row["product"].encode()) for row in tables["markets"]]
    found.require(products == sorted(set(products)), "markets is not in its order")


def check_dataset(tables, chain, found):
    """The tables against the records themselves."""
    summary, = tables["summary"]
    found.same(summary["nodes"], len(chain.nodes), "nodes of the dataset:")
    found.same(summary["links"], len(chain.links), "links of the dataset:")
    found.same(summary["products"], len(chain.products), "products of the dataset:")
    found.same(summary["places"], len(chain.parent_of), "places of the dataset:")
    for name in ("products", "places"):
        found.same(summary[name], len(tables[name]), name, "in their table:")
    known = sum(node.count for node in chain.nodes.values() if node.kind == "farmer")
    found.same(summary["households"], known + summary["households_implied"], "households:")
    members = sum(node.members for node in chain.nodes.values() if node.kind != "union")
    found.ascending([summary["households_implied"], members], "implied members")
    flows = sum(column(tables["flows"], "links"))
    found.same(flows, len(chain.trade), "links of all flows:")
    active = {node.id for node in chain.nodes.values() if node.active and node.kind != "farmer"}
    found.require(len(tables["centrality"]) == len(active), "centrality: not every active actor")
    for product in tables["markets"]:
        found.require(product["product"] in chain.products + ["*"], "markets", product["product"])


def main(arguments):
    with open(arguments[0], encoding="utf-8") as file:
        metrics = json.load(file)
    chain = chains.read_file(arguments[1]) if len(arguments) > 1 else None
    found = violations(metrics, chain)
    print("\n".join(found) or "all identities hold")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
