"""Coverage, linkage and warnings of a dataset document, computed the plainest way: no product layer
is shared, no path remembered. It reads the documented format and nothing of the program."""
import unicodedata
from datetime import date

RANK = {"farmer": 0, "group": 1, "cooperative": 2, "union": 3}
ORGANISATIONS = ("group", "cooperative", "union")
UNSTATED = "*"


class BruteChain:
    def __init__(self, document):
        self.as_of = (document.get("graph") or {}).get("as_of")
        self.nodes = {str(node["id"]): node for node in document["nodes"]}
        self.products = [str(product["id"]) for product in document.get("products") or []]
        self.links = [link for link in document.get("links") or document.get("edges") or []
                      if str(link["source"]) != str(link["target"])]
        self.layers = {product: self.layer(product) for product in self.products + [UNSTATED]}
        self.reaching = {product: self.who_reach_a_buyer(product) for product in self.layers}

    # --- records

    def ends(self, link):
        return self.nodes[str(link["source"])], self.nodes[str(link["target"])]

    def stated_kind(self, link):
        if link.get("kind"):
            return link["kind"]
        source, target = (RANK.get(node["kind"], 9) for node in self.ends(link))
        return "membership" if source < target <= 3 else "supply"

    def kind(self, link):
        """What does not sell has only inputs to give."""
        source, _ = self.ends(link)
        return "input" if source.get("sells") is False else self.stated_kind(link)

    @staticmethod
    def handled(node):
        return {str(entry["product"] if isinstance(entry, dict) else entry)
                for entry in node.get("products") or []}

    @staticmethod
    def carried(link):
        named = [link.get("product"), *(link.get("products") or [])]
        return {str(product) for product in named if product is not None}

    @staticmethod
    def is_active(node):
        return (node.get("status") or "active") == "active"

    def is_current(self, link):
        if (link.get("status") or "active") != "active":
            return False
        if self.as_of is None:
            return True
        return (link.get("start") or self.as_of) <= self.as_of <= (link.get("end") or self.as_of)

    def is_active_link(self, link):
        return self.is_current(link) and all(self.is_active(node) for node in self.ends(link))

    def is_buyer(self, node):
        if node.get("buyer") is not None:
            return node["buyer"]
        if node["kind"] != "enterprise":
            return False
        own = [link for link in self.links if any(end is node for end in self.ends(link))]
        return not own or any(self.kind(link) != "input" for link in own)

    # --- product layers

    def stands_in(self, record_products, product):
        return not record_products or product in record_products

    def layer(self, product):
        """source id -> links of that source in the layer."""
        out = {}
        for link in self.links:
            parts = [self.carried(link)] + [self.handled(node) for node in self.ends(link)]
            if self.kind(link) != "input" and self.is_active_link(link) \
                    and all(self.stands_in(part, product) for part in parts):
                out.setdefault(str(link["source"]), []).append(link)
        return out

    def who_reach_a_buyer(self, product):
        reached = {node_id for node_id, node in self.nodes.items()
                   if self.is_active(node) and self.is_buyer(node)
                   and self.stands_in(self.handled(node), product)}
        grown = True
        while grown:
            grown = False
            for source, links in self.layers[product].items():
                if source not in reached and any(str(link["target"]) in reached for link in links):
                    reached.add(source)
                    grown = True
        return reached

    # --- coverage and linkage

    def may_be_covered(self, node):
        return (node["kind"] != "enterprise" and self.is_active(node)
                and node.get("sells") is not False and not self.is_buyer(node))

    def covered_for(self, node):
        if not self.may_be_covered(node):
            return set()
        return {product for product, reached in self.reaching.items() if str(node["id"]) in reached}

    def is_direct(self, node):
        return bool(self.covered_for(node)) and any(
            self.is_buyer(self.ends(link)[1]) for layer in self.layers.values()
            for link in layer.get(str(node["id"]), []))

    def to_buyers(self, links):
        return [link for link in links
                if self.kind(link) == "supply" and self.is_buyer(self.ends(link)[1])]

    def contracted_kg(self, node, product):
        """None where the contracts do not say how much of this product they take."""
        links = self.layers[product].get(str(node["id"]), [])
        sales = self.to_buyers(links)
        if not sales or len(sales) < len(links):
            return None
        if any(self.carried(link) != {product} or link.get("volume_kg") is None for link in sales):
            return None
        return sum(link["volume_kg"] for link in sales)

    def has_volume_gap(self, node):
        for entry in node.get("products") or []:
            output_kg = entry.get("output_kg") if isinstance(entry, dict) else None
            if output_kg is not None:
                contracted_kg = self.contracted_kg(node, str(entry["product"]))
                if contracted_kg is not None and round(output_kg, 6) > round(contracted_kg, 6):
                    return True
        return False

    def linkage(self, node):
        """None for those it is not defined for."""
        if node["kind"] not in ORGANISATIONS or not self.may_be_covered(node):
            return None
        own = [link for link in self.links if any(end is node for end in self.ends(link))]
        if all(self.kind(link) == "input" for link in own):
            return "isolated"
        covered_for = self.covered_for(node)
        if covered_for:
            if self.handled(node) - covered_for:
                return "product_gap"
            return "volume_gap" if self.has_volume_gap(node) else "linked"
        return self.reason_uncovered([link for link in own if self.ends(link)[0] is node])

    def reason_uncovered(self, links_out):
        to_buyers = self.to_buyers(links_out)
        if any(self.is_active_link(link) for link in to_buyers):
            return "product_mismatch"
        if any(self.is_current(link) and not self.is_active(self.ends(link)[1])
               for link in to_buyers):
            return "buyer_inactive"
        if any(self.is_upcoming(link) for link in to_buyers):
            return "upcoming"
        if any(self.has_lapsed(link) for link in to_buyers):
            return "lapsed"
        if any(self.is_current(link) and self.kind(link) != "input" for link in links_out):
            return "dead_end"
        return "no_buyer"

    def is_upcoming(self, link):
        start = link.get("start")
        return bool((link.get("status") or "active") == "active" and self.as_of and start
                    and start > self.as_of and (link.get("end") or start) >= start)

    def has_lapsed(self, link):
        if (link.get("status") or "active") != "active":
            return True
        return bool(self.as_of and link.get("end") and link["end"] < self.as_of)

    # --- problems of the data that are no errors

    def warnings(self):
        found = []
        seen = set()
        for link in self.links:
            found += [(what, link) for what in self.link_warnings(link)]
            key = repr(sorted((field, value) for field, value in link.items() if value is not None))
            if key in seen:
                found.append(("an exact duplicate", link))
            seen.add(key)
        for node in self.nodes.values():
            if node["kind"] == "union" and node.get("members") is not None:
                found.append(("members on a union", node))
        return found + self.lookalikes()

    def link_warnings(self, link):
        source, target = self.ends(link)
        kind = self.stated_kind(link)
        if kind == "supply" and source["kind"] == "enterprise" and RANK.get(target["kind"], 9) < 3:
            yield "supply runs upstream"
        if kind == "membership" and not RANK.get(source["kind"], 9) <= RANK.get(target["kind"], -1):
            yield "membership runs downward or to an enterprise"
        if kind == "supply" and source.get("sells") is False:
            yield "supply from one that does not sell"
        if kind == "supply" and self.is_active_link(link) and not any(
                link in layer.get(str(link["source"]), []) for layer in self.layers.values()):
            yield "the ends handle none of its products"
        if self.is_current(link) and "suspended" in (source.get("status"), target.get("status")):
            yield "a suspended actor with an active link"
        if (link.get("start") or link.get("end")) and not self.as_of:
            yield "dates but no as-of date"
        start, end = (link.get(key) and date.fromisoformat(link[key]) for key in ("start", "end"))
        if start and end and end < start:
            yield "an end before its start"

    def lookalikes(self):
        """Names that are the same without case, spacing and any marks: coarser than need be."""
        seen = {}
        for node in self.nodes.values():
            if node["kind"] != "farmer" and node.get("name"):
                bare = unicodedata.normalize("NFD", node["name"].casefold())
                key = "".join(c for c in bare if not unicodedata.combining(c) and not c.isspace())
                seen.setdefault(key, []).append(node["name"])
        return [("names alike", names) for names in seen.values() if len(names) > 1]
