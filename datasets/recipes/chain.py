"""The steps that every synthetic value chain takes: chance, dates, nodes, links, and fates.

A *fate* is the linkage that an actor is to show in the figures. A dataset's own recipe says how
many actors get which; here is what each of them does. All arithmetic is on integers and all chance
comes from one seeded stream, so a recipe gives the same bytes on every machine.
"""
import json

from .chance import Dice, words

# The order in which fields are written.
NODE_FIELDS = ("id kind name form place sector status sells buyer count members products "
               "certificates requires high_tech founded area_ha workers turnover rating").split()
LINK_FIELDS = ("source target kind product volume_kg delivered_kg value contract start end "
               "status").split()

# What is agreed, by the form of the buyer; "unknown" leaves the field out.
CONTRACTS = {
    "company": words("written*8 oral"),
    "supermarket": words("written"),
    "kitchen": words("written*2 oral"),
    "hub": words("oral*3 written none"),
    "trader": words("oral*3 none*2 unknown"),
}


class Chain:
    """Nodes and links under construction, and the steps that both datasets take."""

    def __init__(self, seed, calendar, products, group_size):
        """`group_size`: how many times smaller than a cooperative a group is."""
        self.dice = Dice(seed)
        self.group_size = group_size
        self.calendar = calendar
        self.products = {row[0]: row for row in products}
        self.nodes = []
        self.links = []
        self.by_id = {}
        self.farmer_count = 0
        self.enterprise_count = 0

    # --- records

    def add_node(self, **facts):
        if facts["id"] in self.by_id:
            raise ValueError(f"node {facts['id']} stands twice")
        self.nodes.append(facts)
        self.by_id[facts["id"]] = facts
        return facts

    def add_link(self, source, target, kind, **facts):
        link = {"source": source["id"], "target": target["id"], "kind": kind, **facts}
        self.links.append(link)
        return link

    def add_enterprise(self, **facts):
        self.enterprise_count += 1
        return self.add_node(id=f"dn-{self.enterprise_count:03d}", kind="enterprise", **facts)

    def add_farmers(self, count, place, products):
        self.farmer_count += 1
        return self.add_node(id=f"ho-{self.farmer_count:04d}", kind="farmer", count=count,
                             place=place, products=[{"product": product} for product in products])

    # --- products

    def draw_handled(self, product, known_percent, kind="cooperative"):
        """A product an organisation grows; its yearly output is known for some."""
        output_kg = self.typical_kg(product, kind)
        known = self.dice.percent(known_percent)
        return {"product": product, "output_kg": output_kg if known else None}

    def typical_kg(self, product, kind="cooperative"):
        """A group is smaller than a cooperative."""
        low, high = self.products[product][4]
        return 1000 * self.dice.between(low, high) // (self.group_size if kind == "group" else 1)

    def agreed_kg(self, seller, product):
        """What one contract is about: most of the output where it is known."""
        known_kg = [handled["output_kg"] for handled in seller["products"]
                    if handled["product"] == product and handled.get("output_kg")]
        output_kg = known_kg[0] if known_kg else self.typical_kg(product, seller["kind"])
        return rounded_kg(output_kg * self.dice.between(50, 100) // 100)

    def trade_million(self, node):
        """The known output or, if worth more, the current contracts; at the usual prices."""
        produced = [(handled["product"], handled.get("output_kg"))
                    for handled in node.get("products") or []]
        contracted = [(link["product"], link.get("volume_kg")) for link in self.links
                      if link["source"] == node["id"] and self.is_running(link)]
        return max(sum(self.price(product) * (amount_kg or 0) for product, amount_kg in trade)
                   for trade in (produced, contracted)) // 1000000

    def is_running(self, link):
        as_of = self.calendar.as_of
        return (link.get("product") and link.get("status") is None
                and (link.get("start") or as_of) <= as_of <= (link.get("end") or as_of))

    def founding_year(self, node, year):
        """No later than the year before its first deal."""
        starts = [int(link["start"][:4]) for link in self.links
                  if link["source"] == node["id"] and link.get("start")]
        return min([year] + [start - 1 for start in starts])

    def price(self, product):
        return self.products[product][3]

    def buyers_of(self, product, forms=None):
        return [node for node in self.nodes
                if node["kind"] == "enterprise" and node.get("status") is None
                and product in ids_of(node) and (forms is None or node["form"] in forms)]

    # --- sales

    def draw_contract(self, buyer):
        contract = self.dice.pick(CONTRACTS[buyer["form"]])
        if contract == "written":
            return {"contract": contract, "start": self.dice.pick(self.calendar.starts),
                    "end": self.dice.pick(self.calendar.ends)}
        start = self.dice.pick(self.calendar.starts) if self.dice.percent(40) else None
        return {"contract": None if contract == "unknown" else contract, "start": start}

    def supply(self, seller, buyer, product, volume_kg=None, **terms):
        """A current sale, unless `terms` say otherwise. The seller gets the certificates that
        the buyer insists on."""
        facts = {"product": product, "volume_kg": volume_kg, **(terms or self.draw_contract(buyer))}
        if volume_kg and self.dice.percent(60):
            facts["value"] = volume_kg * self.price(product)
        if volume_kg and not terms and self.dice.percent(30):
            facts["delivered_kg"] = rounded_kg(volume_kg * self.dice.between(75, 100) // 100)
        for certificate in buyer.get("requires") or []:
            if seller["kind"] in ("group", "cooperative", "union"):
                grant(seller, certificate)
        return self.add_link(seller, buyer, "supply", **facts)

    def draw_buyers(self, product, most):
        first = self.dice.pick_early(self.buyers_of(product))
        others = [buyer for buyer in self.buyers_of(product) if buyer is not first]
        if self.dice.below(most):
            return [first, self.dice.pick_early(others)]
        return [first]

    def sell_all(self, seller, handled):
        """Contracts at least as large as the output, or of unknown size: no gap."""
        product, output_kg = handled["product"], handled.get("output_kg")
        buyers = self.draw_buyers(product, 2 if self.dice.percent(30) else 1)
        total_kg = None
        if output_kg is not None:
            total_kg = max(output_kg, rounded_kg(output_kg * self.dice.between(100, 110) // 100))
        elif self.dice.percent(50):
            total_kg = self.typical_kg(product, seller["kind"])
        if self.dice.percent(25):
            total_kg = None
        self.share_out(seller, buyers, product, total_kg)

    def sell_part(self, seller, handled):
        """Contracts for 35 to 85 % of the output: a volume gap."""
        product = handled["product"]
        if handled.get("output_kg") is None:
            handled["output_kg"] = self.typical_kg(product, seller["kind"])
        buyers = self.draw_buyers(product, 2 if self.dice.percent(30) else 1)
        total_kg = rounded_kg(handled["output_kg"] * self.dice.between(35, 85) // 100)
        self.share_out(seller, buyers, product, total_kg)

    def share_out(self, seller, buyers, product, total_kg):
        part_kg = None if total_kg is None else rounded_kg(total_kg // len(buyers))
        for buyer in buyers[1:]:
            self.supply(seller, buyer, product, part_kg)
        rest_kg = None if total_kg is None else total_kg - part_kg * (len(buyers) - 1)
        self.supply(seller, buyers[0], product, rest_kg)

    def lapsed_terms(self):
        start = f"{int(self.calendar.as_of[:4]) - 3}-01-01"
        past_end = self.dice.pick(self.calendar.past_ends)
        future_end = self.dice.pick(self.calendar.future_ends)
        return self.dice.pick(6 * [{"contract": "written", "start": start, "end": past_end}]
                              + 2 * [{"contract": "oral", "start": start, "end": past_end,
                                      "status": "ended"}]
                              + 2 * [{"contract": "written", "start": start, "end": future_end,
                                      "status": "breached"}])

    def agree(self, seller, terms):
        """One contract about one of the seller's products."""
        product = self.dice.pick(ids_of(seller))
        buyer = self.dice.pick_early(self.buyers_of(product))
        self.supply(seller, buyer, product, self.agreed_kg(seller, product), **terms)

    # --- fates: each makes the links that give an organisation its linkage

    def fate_linked(self, seller):
        for handled in seller["products"]:
            self.sell_all(seller, handled)

    def fate_volume_gap(self, seller):
        self.sell_part(seller, seller["products"][0])
        for handled in seller["products"][1:]:
            self.sell_all(seller, handled)

    def fate_product_gap(self, seller):
        self.sell_all(seller, seller["products"][0])

    def fate_lapsed(self, seller):
        self.agree(seller, self.lapsed_terms())

    def fate_upcoming(self, seller):
        self.agree(seller, {"contract": "written",
                            "start": self.dice.pick(self.calendar.future_starts),
                            "end": self.dice.pick(self.calendar.future_ends)})

    def fate_no_buyer(self, seller):
        """Its members deliver, and nothing leaves."""
        self.bring_farmers(seller)

    def fate_isolated(self, seller):
        """No links."""

    # --- households

    def bring_farmers(self, organisation):
        """Some of the members as records of their own; the rest stays implied by `members`."""
        households = organisation["members"] * self.dice.between(40, 100) // 100
        records = self.dice.between(1, 2)
        for i in range(records):
            count = households // records + (households % records if i == 0 else 0)
            farmers = self.add_farmers(max(count, 1), organisation["place"], ids_of(organisation))
            self.add_link(farmers, organisation, "membership")

    def sell_at_the_gate(self, farmers):
        """The households of a record sell to a trader themselves."""
        product = self.dice.pick(ids_of(farmers))
        traders = self.buyers_of(product, ("trader",))
        if traders:
            self.supply(farmers, self.dice.pick(traders), product)

    # --- enterprises

    def add_buyers(self, table, districts):
        for form, name, number, handled, each, requires in table:
            for i in range(1, number + 1):
                chosen = sorted(self.dice.shuffled(handled.split())[:each])
                is_local = form in ("trader", "kitchen") or self.dice.percent(60)
                self.add_enterprise(name=f"{name} {i:02d}", form=form,
                                    place=self.dice.pick(districts) if is_local else None,
                                    requires=requires.split() or None,
                                    products=[{"product": product} for product in chosen])
        for product in self.products:
            if len(self.buyers_of(product)) < 2:
                raise ValueError(f"{product} has fewer than two buyers")

    def resell(self, number):
        """Some traders sell on to a company or a hub."""
        traders = [node for node in self.nodes if node.get("form") == "trader"]
        for trader in self.dice.shuffled(traders)[:number]:
            product = self.dice.pick(ids_of(trader))
            next_buyers = self.buyers_of(product, ("company", "hub"))
            if next_buyers:
                self.supply(trader, self.dice.pick(next_buyers), product, self.typical_kg(product))

    def state_demands(self):
        """Half of what enterprises buy has a known demand, mostly above what is contracted."""
        contracted = {}
        for link in self.links:
            key = (link["target"], link.get("product"))
            contracted[key] = contracted.get(key, 0) + (link.get("volume_kg") or 0)
        buyers = [node for node in self.nodes
                  if node["kind"] == "enterprise" and node.get("status") is None]
        for buyer in buyers:
            for handled in buyer.get("products") or []:
                if self.dice.percent(50):
                    product = handled["product"]
                    base_kg = contracted.get((buyer["id"], product)) or self.typical_kg(product)
                    handled["demand_kg"] = rounded_kg(base_kg * self.dice.between(90, 160) // 100)

    # --- the document

    def document(self, graph, places):
        return {"graph": graph,
                "products": by_id({"id": row[0], "name": row[1], "name_en": row[2]}
                                  for row in self.products.values()),
                "places": by_id(places),
                "nodes": by_id(in_order(as_stated(node), NODE_FIELDS) for node in self.nodes),
                "links": sorted((in_order(link, LINK_FIELDS) for link in self.links), key=rank)}


def grant(node, certificate):
    held = node.setdefault("certificates", [])
    if certificate not in held:
        held.append(certificate)


def rounded_kg(amount_kg):
    """Down to whole hundreds, as contracts are; small amounts to whole tens."""
    unit_kg = 100 if amount_kg >= 10000 else 10
    return amount_kg // unit_kg * unit_kg


def ids_of(node):
    return [handled["product"] for handled in node.get("products") or []]


def as_stated(node):
    """Without what holds anyway; a product of which nothing but the id is known is its id."""
    handled = [{key: sorted(value) if key == "ocop" else value
                for key, value in entry.items() if value is not None}
               for entry in sorted(node.get("products") or [], key=lambda entry: entry["product"])]
    plain = [entry if len(entry) > 1 else entry["product"] for entry in handled]
    count = node.get("count")
    return {**node, "products": plain or None, "count": None if count == 1 else count}


def by_id(records):
    return sorted(records, key=lambda record: record["id"])


def rank(link):
    """The order of links in a dataset: what is not stated comes first."""
    texts = [link.get(field) or "" for field in ("source", "target", "kind", "product", "start", "end")]
    amounts = [link.get(field, -1) for field in ("volume_kg", "delivered_kg", "value")]
    return texts, amounts, link.get("status") or "", link.get("contract") or ""


def in_order(record, fields):
    return {field: record[field] for field in fields if record.get(field) is not None}


def places_below(parent, level, table):
    places = []
    for place_id, name, *position in table:
        place = {"id": place_id, "name": name, "level": level, "parent": parent}
        if position:
            place["lat"], place["lon"] = position
        places.append(place)
    return places


def as_text(document):
    """A document with one record a line, so that a change of a record is a change of a line: what
    `vclink export --to dataset` makes of it again."""
    parts = ['{"format": "vclink", "version": 1, "directed": true, "multigraph": true,\n"graph": '
             + json.dumps(document["graph"], ensure_ascii=False)]
    for name in ("products", "places", "nodes", "links"):
        records = ",\n".join(json.dumps(record, ensure_ascii=False) for record in document[name])
        parts.append(f'"{name}": [\n{records}\n]')
    return ",\n".join(parts) + "}\n"
