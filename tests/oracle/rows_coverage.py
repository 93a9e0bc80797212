"""Rows of the tables `summary` and `coverage`."""
from chain import SELLING_KINDS

SCOPES = ("all", "product", "place", "sector")


def summary_rows(chain, market, linkages):
    """`summary`: one row; “the numbers of actors are of records, ignored links left out; households
    are of any status, implied ones included; `buyers` and the last four are active ones, and those
    four leave out buyers and those that do not sell”."""
    nodes = chain.nodes.values()
    row = {"nodes": len(chain.nodes), "links": len(chain.links), "products": len(chain.products),
           "places": len(chain.parent_of)}
    for kind in ("farmer", "group", "cooperative", "union", "enterprise"):
        row[kind + "s"] = sum(1 for node in nodes if node.kind == kind)
    row["buyers"] = sum(1 for node in nodes if node.buyer and node.active)
    row["households"] = market.number(range(len(market.units)), "farmer")
    row["households_implied"] = sum(1 for unit in market.units if unit.implied)
    cooperatives = [node for node in nodes if node.kind == "cooperative" and node.active
                    and node.sells and not node.buyer]
    covered = sum(1 for node in cooperatives if linkages.is_covered(node))
    row["cooperatives_active"] = len(cooperatives)
    row["cooperatives_covered"] = covered
    row["cooperatives_uncovered"] = len(cooperatives) - covered
    row["cooperatives_with_gap"] = sum(1 for node in cooperatives
                                       if linkages.of[node.id] in ("product_gap", "volume_gap"))
    return [row]


def coverage_rows(chain, market):
    """`coverage`: “Rows with nothing to count … are left out, save under `all`. Order: scope as
    listed here, key, kind as listed here”."""
    rows = []
    for scope in SCOPES:
        groups = group_units(chain, market, scope)
        for key in sorted(groups, key=lambda key: key or ""):
            for kind in SELLING_KINDS:
                row = coverage_row(market, scope, key, kind, groups[key])
                if scope == "all" or row["total"] or row["covered_unstated"]:
                    rows.append(row)
    return rows


def group_units(chain, market, scope):
    """The units under each key of a scope. “Under `product` stand the nodes that list it … Under
    `place` a node counts for its place and for each of that place's ancestors”."""
    groups = {None: []} if scope == "all" else {}
    if scope == "product":
        groups = {product: [] for product in chain.products}
    for at, unit in enumerate(market.units):
        for key in keys_of(chain, unit, scope):
            groups.setdefault(key, []).append(at)
    return groups


def keys_of(chain, unit, scope):
    """The keys of a scope under which a unit counts."""
    if scope == "all":
        return [None]
    if scope == "product":
        return unit.node.products
    if scope == "place":
        return chain.places_of(unit.node)
    return [] if unit.node.sector is None else [unit.node.sector]


def coverage_row(market, scope, key, kind, found):
    """“total = inactive + buyers (active ones) + not_applicable (active, no buyer, does not sell) +
    active (the rest); covered counts among these.” Under `product`, “covered and direct mean for
    that product”."""
    of_kind = [at for at in found if market.units[at].kind == kind]
    units = [market.units[at] for at in of_kind]
    covered = market.covered_in[key] if scope == "product" else market.covered
    direct = market.direct_in[key] if scope == "product" else market.direct
    row = {"scope": scope, "key": key, "kind": kind, "total": len(units),
           "inactive": sum(1 for unit in units if not unit.active),
           "buyers": sum(1 for unit in units if unit.active and unit.buyer),
           "not_applicable": sum(1 for unit in units
                                 if unit.active and not unit.buyer and not unit.sells),
           "active": sum(1 for unit in units if unit.may_be_covered),
           "direct": sum(1 for at in of_kind if at in covered and at in direct),
           "indirect": sum(1 for at in of_kind if at in covered and at not in direct),
           "covered": sum(1 for at in of_kind if at in covered),
           "covered_unstated": covered_unstated(market, key, kind) if scope == "product" else None}
    row["rate_of_active"] = row["covered"] / row["active"] if row["active"] else None
    row["rate_of_all"] = row["covered"] / row["total"] if row["total"] else None
    return row


def covered_unstated(market, product, kind):
    """“`covered_unstated` (else null) counts active ones that list nothing and are covered for
    it”."""
    return sum(1 for at in market.covered_in[product]
               if market.units[at].kind == kind and not market.units[at].node.products)
