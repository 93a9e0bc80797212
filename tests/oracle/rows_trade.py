"""Rows of the tables of links: `dependence`, `markets`, `contracts`, `flows`."""
import calendar
import datetime

from chain import KINDS, ORGANISATIONS, SELLING_KINDS, UNSTATED
from concentration import concentration, known_volume_kg
from market import lists_or_any


def dependence_rows(chain):
    """`dependence`: “each active group, cooperative, union with an active supply link to an active
    buyer”."""
    rows = []
    supplies = chain.supplies_to_buyers()
    for id_ in sorted(chain.nodes):
        node = chain.nodes[id_]
        own = [link for link in supplies if link.source == id_]
        if node.kind in ORGANISATIONS and own:
            rows.append({"id": id_, "name": node.name, "kind": node.kind,
                         **concentration(own)})
    return rows


def markets_rows(chain, market):
    """`markets`: “each product, and `*`, that has a link … volumes serve only where each of these
    links names p alone (for `*`: nothing). By product, `*` last”."""
    rows = []
    for product in chain.products + [UNSTATED]:
        links = [link for link in chain.supplies_to_buyers() if is_in_market(chain, link, product)]
        if links:
            alone = set() if product == UNSTATED else {product}
            named_alone = all(link.products == alone for link in links)
            sellers = {link.source for link in links}
            shares = concentration(links, volumes_serve=named_alone)
            rows.append({"product": product, "buyers": shares.pop("buyers"),
                         "sellers": sum(len(market.of_record[seller]) for seller in sellers),
                         **shares})
    return rows


def is_in_market(chain, link, product):
    """“the market of p is the supply links to buyers in layer p where link, seller or buyer names
    p; of `*`, those in layer `*`”."""
    listings = [link.products, chain.nodes[link.source].products, chain.nodes[link.target].products]
    if not all(lists_or_any(products, product) for products in listings):
        return False
    return product == UNSTATED or any(product in products for products in listings)


def contracts_rows(chain, market):
    """`contracts`: “each scope (`all`, `product`, `place` of the seller and its ancestors) with an
    active supply link from a farmer, group, cooperative or union to a buyer … Order as in
    coverage”."""
    scopes = {"all": {}, "product": {}, "place": {}}
    for link in chain.supplies_to_buyers():
        seller = chain.nodes[link.source]
        if seller.kind in SELLING_KINDS:
            scopes["all"].setdefault(None, []).append(link)
            for product in link.products:
                scopes["product"].setdefault(product, []).append(link)
            for place in chain.places_of(seller):
                scopes["place"].setdefault(place, []).append(link)
    return [contracts_row(chain, market, scope, key, links)
            for scope, by_key in scopes.items()
            for key, links in sorted(by_key.items(), key=lambda item: item[0] or "")]


def contracts_row(chain, market, scope, key, links):
    """“links are of records, sellers are actors; ending: `end` from the as-of date to the same day
    a year on, null without an as-of date”."""
    def contracted(contract):
        return [link for link in links if link.contract == contract]

    def sellers(some_links):
        return sum(len(market.of_record[id_]) for id_ in {link.source for link in some_links})

    ending = None
    if chain.as_of is not None:
        ending = sum(1 for link in links
                     if link.end is not None and chain.as_of <= link.end <= a_year_on(chain.as_of))
    return {"scope": scope, "key": key, "links": len(links), "written": len(contracted("written")),
            "oral": len(contracted("oral")), "none": len(contracted("none")),
            "unknown": len(contracted(None)), "ending_12_months": ending,
            "sellers": sellers(links), "sellers_written": sellers(contracted("written"))}


def a_year_on(date):
    """The same day a year on; of 29 February, 28 February."""
    if date.year == datetime.MAXYEAR:
        return datetime.date.max
    last_day = calendar.monthrange(date.year + 1, date.month)[1]
    return date.replace(year=date.year + 1, day=min(date.day, last_day))


def flows_rows(chain, market):
    """`flows`: “each pair of kinds that active membership and supply links join, the implied
    members' too … By kinds from farmer to enterprise”."""
    rows = []
    for source_kind in KINDS:
        for target_kind in KINDS:
            links = [link for link in chain.trade
                     if chain.nodes[link.source].kind == source_kind
                     and chain.nodes[link.target].kind == target_kind]
            implied = set()
            if source_kind == "farmer":
                implied = implied_sources(chain, market, target_kind)
            if links or implied:
                rows.append({"source_kind": source_kind, "target_kind": target_kind,
                             **flow_figures(market, links, implied)})
    return rows


def implied_sources(chain, market, target_kind):
    """The implied members whose membership to organisations of this kind is active."""
    return {household for organisation, households in market.implied_of.items()
            for household in households
            if chain.nodes[organisation].kind == target_kind and chain.nodes[organisation].active
            and market.units[household].active}


def flow_figures(market, links, implied):
    """“links and nodes (distinct sources) of records …; households = the sources that are farmers
    and all who reach the sources in some layer, each once; volume_kg as in buyers”."""
    nodes = {link.source for link in links}
    sources = set(implied).union(*(market.of_record[id_] for id_ in nodes))
    households = {at for at in sources if market.units[at].kind == "farmer"}
    households |= market.households_reaching(sources)
    return {"links": len(links), "nodes": len(nodes), "households": len(households),
            "households_uncovered": len(households - market.covered),
            "volume_kg": known_volume_kg(links)}
