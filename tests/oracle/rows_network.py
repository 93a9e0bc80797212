"""Rows of the tables that show the network itself: `nodes`, `links`, `places`, `products`."""
import datetime

from chain import identifier, stated
from concentration import sum_of_known

FACTS = {"lat": float, "lon": float, "form": str, "certificates": list, "requires": list,
         "founded": str, "tax_id": str, "turnover": float, "area_ha": float, "workers": float,
         "rating": str, "high_tech": bool}
OF_BUYERS = ("suppliers", "reach_households", "exclusive_households", "shapley_households",
             "upstream_households")
LOST = ("households_lost", "households_hurt", "cooperatives_lost", "cooperatives_hurt")
CENTRALITY = ("in_degree", "out_degree", "pagerank", "betweenness", "harmonic")
LINK_KINDS = ("membership", "supply", "input")
LINK_STATUSES = ("active", "ended", "breached")
CONTRACTS = (None, "written", "oral", "none")


def nodes_rows(chain, market, linkages, centralities, tables):
    """`nodes`: one row for each actor, whatever its status, by id. What belongs to another table is
    taken from its rows; of a farmer's record the centrality is that of one household."""
    buyers = {row["id"]: row for row in tables["buyers"]}
    critical = {row["id"]: row for row in tables["critical"]}
    rows = []
    for id_, node in sorted(chain.nodes.items()):
        farmer = node.kind == "farmer"
        row = {"id": id_, "name": None if farmer else node.name, "kind": node.kind,
               "place": node.place, "sector": node.sector, "status": node.stated_status,
               "products": sorted(node.products), "count": node.count if farmer else None,
               "members": node.facts.get("members") if node.kind in ("group", "cooperative")
               else None,
               "active": node.active, "buyer": node.buyer, "sells": node.sells}
        row.update(standing(market, node))
        row["linkage"] = linkages.of.get(id_)
        row["output_kg"] = sum_of_known(node.output_kg.values())
        for name in CENTRALITY:
            row[name] = centralities.of_any[id_][name] if node.active else None
        for name in OF_BUYERS:
            row[name] = buyers[id_][name] if id_ in buyers else None
        for name in LOST:
            row[name] = critical.get(id_, {name: 0})[name] if node.active and not farmer else None
        row.update(facts(node))
        rows.append(row)
    return rows


def standing(market, node):
    """Coverage (null for those who cannot be covered) and households: a farmer's own, else those
    who reach the actor."""
    households_of = market.of_record[node.id]
    at = households_of[0]
    row = {"coverage": None, "first_buyers": None, "households": None,
           "households_uncovered": None}
    if market.units[at].may_be_covered:
        row["coverage"] = ("direct" if at in market.direct else
                           "indirect" if at in market.covered else "uncovered")
        row["first_buyers"] = len(market.first_buyers.get(at, ()))
    if node.active and node.kind == "farmer":
        row["households"] = node.count
        row["households_uncovered"] = node.count if row["coverage"] == "uncovered" else 0
    elif node.active:
        households = market.households_reaching(households_of)
        row["households"] = len(households)
        row["households_uncovered"] = len(households - market.covered)
    return row


def facts(node):
    """What is told of an organisation; nothing of a farmer."""
    if node.kind == "farmer":
        return dict.fromkeys(FACTS)
    told = {}
    for name, kind in FACTS.items():
        value = node.facts.get(name)
        told[name] = [] if value is None and kind is list else None if value is None \
            else kind(value)
    return told


def links_rows(chain, market):
    """`links`: one row for each link that is not ignored, by source, target, then all that it
    says."""
    traded = set(chain.trade)
    reaching = {id_: None for id_ in chain.nodes}
    rows = []
    for link in sorted(chain.links, key=order_of):
        layers = layers_of(market, link) if link in traded else []
        if layers and reaching[link.source] is None:
            reaching[link.source] = households_behind(market, chain.nodes[link.source])
        rows.append({
            "source": link.source, "target": link.target, "kind": link.stated_kind,
            "products": sorted(link.products), "volume_kg": real(link.volume_kg),
            "delivered_kg": real(link.delivered_kg), "value": real(link.value),
            "contract": link.contract, "start": shown(link.start), "end": shown(link.end),
            "status": link.status, "active": chain.is_active(link),
            "households": reaching[link.source] if layers else 0,
            "leads_to_buyer": any(leads(market, layer, link) for layer in layers)})
    return rows


def order_of(link):
    """What sorts links; what is not stated comes first."""
    def known(value):
        return (0, 0) if value is None else (1, value)

    return (link.source, link.target, LINK_KINDS.index(link.stated_kind), sorted(link.products),
            LINK_STATUSES.index(link.status), CONTRACTS.index(link.contract),
            link.start or datetime.date.min, link.end or datetime.date.min,
            known(link.volume_kg), known(link.delivered_kg), known(link.value))


def layers_of(market, link):
    """The layers in which the link stands: both its ends handle what it carries."""
    source, target = market.of_record[link.source][0], market.of_record[link.target][0]
    return [layer for name, layer in market.layers.items()
            if (not link.products or name in link.products)
            and source in layer.members and target in layer.members]


def leads(market, layer, link):
    """Is the target an active buyer, or does it lead to one in this layer?"""
    return market.of_record[link.target][0] in layer.reaching_buyers


def households_behind(market, node):
    """A farmer's own, else those who reach the source in some layer."""
    if node.kind == "farmer":
        return node.count
    return len(market.households_reaching(market.of_record[node.id]))


def real(value):
    return None if value is None else float(value)


def shown(date):
    return None if date is None else date.isoformat()


def places_rows(chain):
    """`places`, by id."""
    return [{"id": place, "parent": parent} for place, parent in sorted(chain.parent_of.items())]


def products_rows(chain):
    """`products`, by id."""
    return [{"id": product} for product in chain.products]


def handled_rows(chain):
    """`handled`: each product of each actor, by their ids; a product listed twice stands once."""
    rows = []
    for id_, node in sorted(chain.nodes.items()):
        for product in sorted(node.products):
            said = [stated(entry) for entry in node.facts.get("products", [])
                    if isinstance(entry, dict) and identifier(entry["product"]) == product]
            rows.append({"actor": id_, "product": product,
                         "output_kg": real(node.output_kg[product]),
                         "demand_kg": sum_of_known(entry.get("demand_kg") for entry in said),
                         "ocop": sorted(str(stars) for entry in said
                                        for stars in entry.get("ocop", []))})
    return rows
