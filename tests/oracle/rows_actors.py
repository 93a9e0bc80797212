"""Rows of the tables of actors: `unlinked`, `gaps`, `buyers`, `critical`, `centrality`."""
from concentration import known_volume_kg, sum_of_known
from linkage import NOT_COVERED
from shapley import by_formula


def descending(value):
    """A sorting key: greatest first, null last; “where rows are ordered by a real it is compared as
    rounded to 6 decimals”."""
    return (1, 0) if value is None else (0, -round(value, 6))


def ranked(rows, columns):
    """The rows by these columns, descending, then by id; “`rank` is the position, 1 … n”."""
    rows.sort(key=lambda row: ([descending(row[column]) for column in columns], row["id"]))
    for position, row in enumerate(rows, 1):
        row["rank"] = position
    return rows


def organisation_columns(node, linkage):
    """The columns that `unlinked` and `gaps` begin with."""
    return {"id": node.id, "kind": node.kind, "name": node.name, "place": node.place,
            "sector": node.sector, "linkage": linkage}


def unlinked_rows(chain, market, linkages):
    """`unlinked`: “households = those who sell and reach it in some layer, implied members
    included; uncovered = those of them who are not covered by another way either; unsold_kg = the
    sum of its known `output_kg`, null if none is known”."""
    rows = []
    for id_, linkage in linkages.of.items():
        if linkage in NOT_COVERED:
            node = chain.nodes[id_]
            households = market.households_reaching(market.of_record[id_])
            row = organisation_columns(node, linkage)
            row["households"] = len(households)
            row["households_uncovered"] = len(households - market.covered)
            row["unsold_kg"] = sum_of_known(node.output_kg.values())
            rows.append(row)
    return ranked(rows, ("households_uncovered", "households", "unsold_kg"))


def gaps_rows(chain, market, linkages):
    """`gaps`: “unsold_kg = the known output of the missing products (null if none is known), or for
    `volume_gap` the sum of what is above the contracts”."""
    rows = []
    for id_, linkage in linkages.of.items():
        if linkage in ("product_gap", "volume_gap"):
            node = chain.nodes[id_]
            missing = linkages.missing_products(node)
            unsold = [node.output_kg[product] for product in missing]
            if linkage == "volume_gap":
                unsold = linkages.above_contracts(node).values()
            row = organisation_columns(node, linkage)
            row["missing_products"] = missing
            row["households"] = len(market.households_reaching(market.of_record[id_]))
            row["unsold_kg"] = sum_of_known(unsold)
            rows.append(row)
    return ranked(rows, ("unsold_kg", "households"))


def buyers_rows(chain, market, centralities):
    """`buyers`: “suppliers = actors with an active supply link to it; volume_kg = the sum of those
    known, null if none”."""
    rows = []
    supplies = chain.supplies_to_buyers()
    for id_, node in chain.nodes.items():
        if node.buyer and node.active:
            own = [link for link in supplies if link.target == id_]
            suppliers = {link.source for link in own}
            row = {"id": id_, "name": node.name, "kind": node.kind, "place": node.place,
                   "suppliers": sum(len(market.of_record[source]) for source in suppliers),
                   "volume_kg": known_volume_kg(own)}
            for kind, plural in (("farmer", "households"), ("cooperative", "cooperatives")):
                row.update(buyer_figures(market, market.of_record[id_][0], kind, plural))
            for measure in ("pagerank", "betweenness", "harmonic"):
                row[measure] = centralities.of[id_][measure]
            rows.append(row)
    return ranked(rows, ("shapley_households", "shapley_cooperatives", "suppliers"))


def buyer_figures(market, buyer, kind, plural):
    """“`reach` = those with b among their first buyers; `exclusive` = those whose only first buyer
    is b …; `upstream` = those that reach b by any path in a layer, through other buyers too”."""
    first = [buyers for at, buyers in market.first_buyers.items() if market.units[at].kind == kind]
    return {"reach_" + plural: sum(1 for buyers in first if buyer in buyers),
            "exclusive_" + plural: sum(1 for buyers in first if buyers == {buyer}),
            "shapley_" + plural: by_formula(buyer, first),
            "upstream_" + plural: market.number(market.upstream_of[buyer], kind)}


def critical_rows(chain, market):
    """`critical`: “each active group, cooperative, union, enterprise with one of the four above
    0”."""
    rows = []
    figures = ("households_lost", "households_hurt", "cooperatives_lost", "cooperatives_hurt")
    for id_, node in chain.nodes.items():
        if node.active and node.kind != "farmer":
            lost, hurt = market.losses(market.of_record[id_][0])
            row = {"id": id_, "name": node.name, "kind": node.kind,
                   "households_lost": market.number(lost, "farmer"),
                   "households_hurt": market.number(hurt, "farmer"),
                   "cooperatives_lost": market.number(lost, "cooperative"),
                   "cooperatives_hurt": market.number(hurt, "cooperative")}
            if any(row[figure] for figure in figures):
                rows.append(row)
    return ranked(rows, figures)


def centrality_rows(chain, centralities):
    """`centrality`: “each active node that is not a farmer … by id”."""
    return [{"id": id_, "name": chain.nodes[id_].name, "kind": chain.nodes[id_].kind, **figures}
            for id_, figures in centralities.of.items()]
