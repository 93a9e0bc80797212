"""Which features of the format, and which results, a chain shows: so that none goes untested."""
import networkx as nx

from chain import ORGANISATIONS
from linkage import LINKAGES
from rows_trade import a_year_on

UPSTREAM = ("farmer", "group", "cooperative")


def features(dataset, options, analysis):
    """The names of all features that occur in this chain."""
    found = {name for name, seen in TESTS.items() if seen(dataset, options, analysis)}
    found |= {"linkage " + linkage for linkage in analysis.linkages.of.values()}
    found |= {"table " + name for name, rows in analysis.tables.items() if rows}
    return found


def known_features():
    """Every name that features() may give, save those of tables."""
    return list(TESTS) + ["linkage " + linkage for linkage in LINKAGES]


def any_node(test):
    """A feature of some node: `test` is given the node."""
    return lambda dataset, options, analysis: any(map(test, analysis.chain.nodes.values()))


def any_link(test):
    """A feature of some link: `test` is given the chain and the link."""
    return lambda dataset, options, analysis: any(
        test(analysis.chain, link) for link in analysis.chain.links)


def any_record(kind, test):
    """A feature of some record as it was written."""
    return lambda dataset, options, analysis: any(map(test, dataset[kind]))


def is_self_link(record):
    return str(record["source"]) == str(record["target"])


def has_duplicates(dataset, options, analysis):
    ours = [record for record in dataset["links"] if not is_self_link(record)]
    return len(ours) > len(analysis.chain.links)


def has_parallel_links(dataset, options, analysis):
    trade = analysis.chain.trade
    return len({(link.source, link.target) for link in trade}) < len(trade)


def has_cycle(dataset, options, analysis):
    graph = nx.DiGraph((link.source, link.target) for link in analysis.chain.trade)
    return not nx.is_directed_acyclic_graph(graph)


def farmer_links(chain, kinds):
    """Current memberships of farmers in organisations of these kinds."""
    return [(link.source, link.target) for link in chain.links
            if link.stated_kind == "membership" and chain.is_current(link)
            and chain.nodes[link.source].kind == "farmer"
            and chain.nodes[link.target].kind in kinds]


def farmer_known_twice(dataset, options, analysis):
    """A farmer in a cooperative with members, itself and by a group of it."""
    chain = analysis.chain
    direct = set(farmer_links(chain, ("cooperative",)))
    joined = {(link.source, link.target) for link in chain.links
              if link.stated_kind == "membership" and chain.is_current(link)}
    return any((farmer, cooperative) in direct and chain.nodes[cooperative].members
               for farmer, group in farmer_links(chain, ("group",))
               for source, cooperative in joined if source == group)


def implied_in_cooperative_by_group(dataset, options, analysis):
    chain, implied = analysis.chain, analysis.market.implied_of
    return any(link.source in implied and chain.nodes[link.target].kind == "cooperative"
               and chain.nodes[link.target].members and chain.is_current(link)
               and link.stated_kind == "membership" for link in chain.links)


def not_selling_farmer_known(dataset, options, analysis):
    chain = analysis.chain
    return any(not chain.nodes[farmer].sells and chain.nodes[organisation].members
               for farmer, organisation in farmer_links(chain, ("group", "cooperative")))


def declared_only(dataset, options, analysis):
    declared = {str(record["id"]) for record in dataset.get("products", [])}
    mentioned = set().union(*(node.products for node in analysis.chain.nodes.values()),
                            *(link.products for link in analysis.chain.links))
    return bool(declared - mentioned)


def ends_at(chain, link, date):
    return chain.as_of is not None and link.end == date


def all_of(test):
    """A feature of the analysis as a whole."""
    return lambda dataset, options, analysis: test(analysis)


TESTS = {
    "empty": all_of(lambda a: not a.chain.nodes),
    "60 actors": all_of(lambda a: len(a.chain.nodes) == 60),
    "no products": all_of(lambda a: not a.chain.products),
    "3 products or more": all_of(lambda a: len(a.chain.products) >= 3),
    "products declared": lambda d, o, a: bool(d.get("products")),
    "products list empty": lambda d, o, a: d.get("products") == [] and bool(a.chain.products),
    "products mentioned only": lambda d, o, a: "products" not in d and bool(a.chain.products),
    "product declared, not mentioned": declared_only,
    "product listed twice": any_record("nodes", lambda n: len(n.get("products") or []) > len(
        {str(p["product"] if isinstance(p, dict) else p) for p in n.get("products") or []})),
    "node without products": any_node(lambda n: not n.products),
    "link without products": any_link(lambda c, l: not l.products),
    "link with product": any_record("links", lambda l: l.get("product") is not None),
    "link with products": any_record("links", lambda l: bool(l.get("products"))),
    "link with product and products": any_record(
        "links", lambda l: l.get("product") is not None and bool(l.get("products"))),
    "integer id": any_record("nodes", lambda n: isinstance(n["id"], int)),
    "id beyond ASCII": any_node(lambda n: not n.id.isascii()),
    "null field": any_record("links", lambda l: None in l.values()),
    "kind of link absent": any_record("links", lambda l: l.get("kind") is None),
    "suspended": any_node(lambda n: n.stated_status == "suspended"),
    "dissolved": any_node(lambda n: n.stated_status == "dissolved"),
    "organisation does not sell": any_node(lambda n: n.kind != "farmer" and not n.sells),
    "farmer does not sell": any_node(lambda n: n.kind == "farmer" and not n.sells),
    "organisation buys": any_node(lambda n: n.kind in ORGANISATIONS and n.buyer),
    "buys and does not sell": any_node(lambda n: n.buyer and not n.sells),
    "enterprise buyer stated true": any_record("nodes", lambda n: n["kind"] == "enterprise"
                                               and n.get("buyer") is True),
    "enterprise buyer stated false": any_record("nodes", lambda n: n["kind"] == "enterprise"
                                                and n.get("buyer") is False),
    "enterprise with inputs alone": lambda d, o, a: any(
        not a.chain.nodes[str(n["id"])].buyer for n in d["nodes"]
        if n["kind"] == "enterprise" and n.get("buyer") is None),
    "count above 1": any_node(lambda n: n.count > 1),
    "members": any_node(lambda n: n.members > 0),
    "members on a union": any_node(lambda n: n.kind == "union" and n.members > 0),
    "implied members": all_of(lambda a: bool(a.market.implied_of)),
    "implied members of a group in a cooperative": implied_in_cooperative_by_group,
    "implied members of an inactive organisation": all_of(lambda a: any(
        unit.implied and not unit.active for unit in a.market.units)),
    "implied members of an actor left out": all_of(lambda a: any(
        unit.implied and unit.active and not unit.node.active for unit in a.market.units)),
    "farmer known twice": farmer_known_twice,
    "farmer who does not sell known": not_selling_farmer_known,
    "no as-of date": all_of(lambda a: a.chain.as_of is None),
    "dates, no as-of date": all_of(lambda a: a.chain.as_of is None and any(
        link.start or link.end for link in a.chain.links)),
    "--as-of": lambda d, o, a: o["as_of"] is not None,
    "--as-of over another": lambda d, o, a: bool(o["as_of"]) and "as_of" in d.get("graph", {}),
    "--without": lambda d, o, a: bool(o["without"]),
    "started": any_link(lambda c, l: bool(c.as_of and l.start) and l.start <= c.as_of),
    "ran out": any_link(lambda c, l: bool(c.as_of and l.end) and l.end < c.as_of),
    "not begun": any_link(lambda c, l: bool(c.as_of and l.start) and l.start > c.as_of),
    "starts on the as-of date": any_link(lambda c, l: c.as_of is not None and l.start == c.as_of),
    "ends on the as-of date": any_link(lambda c, l: ends_at(c, l, c.as_of)),
    "ends a year on": any_link(lambda c, l: c.as_of is not None and l.end == a_year_on(c.as_of)),
    "end before start": any_link(lambda c, l: bool(l.start and l.end) and l.end < l.start),
    "link ended": any_link(lambda c, l: l.status == "ended"),
    "link breached": any_link(lambda c, l: l.status == "breached"),
    "link to itself": any_record("links", is_self_link),
    "exact duplicate": has_duplicates,
    "parallel links": has_parallel_links,
    "cycle": has_cycle,
    "input": any_link(lambda c, l: l.stated_kind == "input"),
    "membership downward": any_link(lambda c, l: l.stated_kind == "membership" and "farmer" ==
                                    c.nodes[l.target].kind),
    "membership in an enterprise": any_link(lambda c, l: l.stated_kind == "membership" and
                                            c.nodes[l.target].kind == "enterprise"),
    "supply upstream": any_link(lambda c, l: l.stated_kind == "supply" and c.nodes[
        l.source].kind == "enterprise" and c.nodes[l.target].kind in UPSTREAM),
    "farmer who is delivered to": all_of(lambda a: any(
        a.chain.nodes[link.target].kind == "farmer" for link in a.chain.trade)),
    "volume 0": any_link(lambda c, l: l.volume_kg == 0),
    "volume with decimals": any_link(lambda c, l: isinstance(l.volume_kg, float)),
    "volume missing": any_link(lambda c, l: l.stated_kind == "supply" and l.volume_kg is None),
    "contract": any_link(lambda c, l: l.contract is not None),
    "ending within a year": all_of(lambda a: any(
        row["ending_12_months"] for row in a.tables["contracts"])),
    "output": any_node(lambda n: any(kg is not None for kg in n.output_kg.values())),
    "places of 3 levels": all_of(lambda a: any(
        len(a.chain.places_of(node)) == 3 for node in a.chain.nodes.values())),
    "places mentioned only": lambda d, o, a: not d.get("places") and bool(a.chain.parent_of),
    "sector": any_node(lambda n: n.sector is not None),
    "covered, not stated": all_of(lambda a: any(
        row["covered_unstated"] for row in a.tables["coverage"])),
    "basis volume": all_of(lambda a: any(
        row["basis"] == "volume" and row["buyers"] > 1 for row in a.tables["markets"])),
    "basis equal": all_of(lambda a: any(row["basis"] == "equal" for row in a.tables["markets"])),
    "hurt, not lost": all_of(lambda a: any(
        row["households_hurt"] > row["households_lost"] for row in a.tables["critical"])),
    "upstream above reach": all_of(lambda a: any(
        row["upstream_households"] > row["reach_households"] for row in a.tables["buyers"])),
    "shared households": all_of(lambda a: any(
        row["exclusive_households"] < row["reach_households"] for row in a.tables["buyers"])),
    "flow of implied members alone": all_of(lambda a: any(
        row["links"] == 0 for row in a.tables["flows"])),
}
