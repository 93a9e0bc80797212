"""The linkage of organisations to buyers (tình trạng liên kết tiêu thụ): the first case that
fits."""
from chain import ORGANISATIONS
from market import lists_or_any

COVERED = ("product_gap", "volume_gap", "linked")
NOT_COVERED = ("isolated", "product_mismatch", "buyer_inactive", "upcoming", "lapsed", "dead_end",
               "no_buyer")
LINKAGES = NOT_COVERED + COVERED


class Linkages:
    """Linkage of “an active group, cooperative or union that sells and is not a buyer”, in `of`.
    Implied members are left out of it: only links of records are looked at."""

    def __init__(self, chain, market):
        self.chain = chain
        self.market = market
        self.out_of = {id_: [] for id_ in chain.nodes}
        self.into = {id_: [] for id_ in chain.nodes}
        for link in chain.links:
            self.out_of[link.source].append(link)
            self.into[link.target].append(link)
        self.of = {id_: self.classify(node) for id_, node in sorted(chain.nodes.items())
                   if node.kind in ORGANISATIONS and node.active and node.sells and not node.buyer}

    def classify(self, node):
        """“the first that fits”."""
        every_link = self.out_of[node.id] + self.into[node.id]
        if all(self.chain.kind_of(link) == "input" for link in every_link):
            return "isolated"
        if not self.is_covered(node):
            return self.why_not_covered(node)
        if self.missing_products(node):
            return "product_gap"
        return "volume_gap" if self.above_contracts(node) else "linked"

    def is_covered(self, node):
        """Covered for at least one product or the unstated one."""
        return self.market.of_record[node.id][0] in self.market.covered

    def missing_products(self, node):
        """The products it lists and is not covered for, in byte order."""
        at = self.market.of_record[node.id][0]
        return sorted(p for p in node.products if at not in self.market.covered_in[p])

    def above_contracts(self, node):
        """The products whose “`output_kg` is above what it has contracted, both rounded to 6
        decimals”, each with what is above."""
        above_kg = {}
        for product, output_kg in node.output_kg.items():
            contracted_kg = self.contracted_kg(node, product)
            if output_kg is not None and contracted_kg is not None:
                if round(output_kg, 6) > round(contracted_kg, 6):
                    above_kg[product] = round(output_kg, 6) - round(contracted_kg, 6)
        return above_kg

    def contracted_kg(self, node, product):
        """“the sum of `volume_kg` over its supply links to buyers in the layer of that product;
        known only if there are some, each names that product alone and has a volume (0 is one), and
        it has no other link out in that layer”. None where not known."""
        links = [link for link in self.out_of[node.id] if self.stands_in_layer(link, product)]
        for link in links:
            to_buyer = self.chain.kind_of(link) == "supply" and self.chain.nodes[link.target].buyer
            if not to_buyer or link.products != {product} or link.volume_kg is None:
                return None
        return sum(link.volume_kg for link in links) if links else None

    def stands_in_layer(self, link, product):
        """An active membership or supply link that carries the product between two that handle
        it."""
        chain = self.chain
        return (chain.kind_of(link) != "input" and chain.is_active(link)
                and all(lists_or_any(products, product) for products in (
                    link.products, chain.nodes[link.source].products,
                    chain.nodes[link.target].products)))

    def why_not_covered(self, node):
        """The cases “if not” covered, in their order."""
        chain = self.chain
        out = [link for link in self.out_of[node.id] if chain.kind_of(link) != "input"]
        to_buyers = [link for link in out
                     if chain.kind_of(link) == "supply" and chain.nodes[link.target].buyer]
        if any(chain.is_active(link) for link in to_buyers):
            return "product_mismatch"
        if any(chain.is_current(link) and not chain.nodes[link.target].active
               for link in to_buyers):
            return "buyer_inactive"
        if any(self.is_upcoming(link) for link in to_buyers):
            return "upcoming"
        if any(self.has_lapsed(link) for link in to_buyers):
            return "lapsed"
        if any(chain.is_current(link) and chain.nodes[link.target].kind != "farmer"
               for link in out):
            return "dead_end"
        return "no_buyer"

    def is_upcoming(self, link):
        """“its status active, that starts after the as-of date (and does not end before it
        starts)”."""
        as_of = self.chain.as_of
        return (link.status == "active" and as_of is not None and link.start is not None
                and link.start > as_of and (link.end is None or link.end >= link.start))

    def has_lapsed(self, link):
        """“that ended, ran out or was breached”."""
        as_of = self.chain.as_of
        ran_out = as_of is not None and link.end is not None and link.end < as_of
        return link.status in ("ended", "breached") or ran_out
