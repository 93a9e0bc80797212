"""Random links: those of a layered chain, by the kind and fate of each actor, and of other
shapes."""
import datetime

from chain import inferred_kind


def amount(rng):
    """Kilograms: often equal ones, now and then 0 or with decimals."""
    return rng.choice((0, 50, 100, 100, 250, 1000, rng.randint(1, 5000),
                       round(rng.uniform(0, 900), 2), 0.1, 0.2, 0.3))


class LinkMaker:
    """Makes link records; `records` are those made so far."""

    def __init__(self, rng, recipe, actors):
        self.rng = rng
        self.recipe = recipe
        self.actors = actors
        self.records = []

    def of_kind(self, *kinds):
        """The actors of these kinds."""
        return [actor for actor in self.actors if actor.kind in kinds]

    def add(self, source, target, kind, **given):
        """A link of this kind; `given` fields stand as they are, the others are drawn."""
        rng = self.rng
        record = {"source": self.reference(source), "target": self.reference(target)}
        if kind != inferred_kind(source.kind, target.kind) or rng.random() < 0.6:
            record["kind"] = kind
        if "product" not in given and "products" not in given:
            record.update(self.draw_products(source, target, kind))
        if kind == "supply" or rng.random() < 0.1:
            record.update(self.draw_trade_facts())
        if "start" not in given and "end" not in given and rng.random() < self.recipe.dated:
            record.update(self.draw_dates())
        if rng.random() < 0.05:
            record["status"] = rng.choice(("active", "active", "ended", "breached"))
        record.update(given)
        self.records.append(record)

    def reference(self, actor):
        """An id, where it is a number now and then as text, or the other way round."""
        text = str(actor.id)
        if self.rng.random() < 0.2 and text.isdigit():
            return text if isinstance(actor.id, int) else int(text)
        return actor.id

    def draw_products(self, source, target, kind):
        """What it carries: most often nothing stated, or what both ends handle."""
        rng = self.rng
        if not self.recipe.products or rng.random() < (0.85 if kind == "membership" else 0.4):
            return {"products": []} if rng.random() < 0.05 else {}
        shared = [p for p in self.recipe.products if source.handles(p) and target.handles(p)]
        pool = shared if shared and rng.random() < 0.85 else self.recipe.products
        chosen = rng.sample(pool, min(len(pool), rng.choice((1, 1, 1, 2, 3))))
        if len(chosen) == 1 and rng.random() < 0.7:
            return {"product": chosen[0]}
        if rng.random() < 0.1:
            return {"product": chosen[0], "products": chosen[1:]}
        return {"products": chosen}

    def draw_trade_facts(self):
        """Volumes and the contract."""
        rng, facts = self.rng, {}
        if rng.random() < self.recipe.volumes:
            facts["volume_kg"] = amount(rng)
        if rng.random() < 0.15:
            facts["delivered_kg"] = amount(rng)
        if rng.random() < 0.1:
            facts["value"] = amount(rng)
        if rng.random() >= self.recipe.unknown_contract:
            facts["contract"] = rng.choice(("written", "written", "oral", "none"))
        return facts

    def draw_dates(self):
        """Mostly current; also past, to come, on the very edge, or the wrong way round."""
        rng, base = self.rng, self.recipe.base_day

        def days(first, last):
            return (base + datetime.timedelta(days=rng.randint(first, last))).isoformat()

        return rng.choice((
            {"start": days(-900, -1)}, {"start": days(-900, -1)}, {"end": days(1, 900)},
            {"start": days(-900, -1), "end": days(1, 364)}, {"start": days(-900, -1)},
            {"start": days(-900, -1), "end": days(364, 368)}, {"end": days(364, 367)},
            {"end": days(0, 0)}, {"start": days(1, 30), "end": days(0, 0)},
            {"start": days(0, 0), "end": days(200, 500)}, {"end": days(-400, -1)},
            {"start": days(1, 300)}, {"start": days(1, 300), "end": days(301, 600)},
            {"start": days(-10, 30), "end": days(-60, -11)},
            {"start": days(20, 30), "end": days(1, 9)}))


def draw_links(rng, recipe, actors, links):
    """The links of a layered chain, or of another shape, and some noise over it."""
    if recipe.shape == "line":
        draw_line(rng, actors, links)
    elif recipe.shape == "star":
        draw_star(rng, actors, links)
    elif recipe.shape == "crossing":
        draw_crossing(rng, recipe, actors, links)
    elif recipe.shape != "soup":
        for actor in actors:
            draw_links_out(rng, recipe, actor, links)
    if recipe.shape == "cyclic":
        for _ in range(len(actors) // 3):
            draw_way_back(rng, links)
    for _ in range(int(recipe.noise * len(actors))):
        source, target = rng.choice(actors), rng.choice(actors)
        links.add(source, target, rng.choice(("membership", "supply", "supply", "input")))


def draw_line(rng, actors, links):
    """Each actor delivers to the next."""
    for source, target in zip(actors, actors[1:]):
        if rng.random() < 0.9:
            links.add(source, target, inferred_kind(source.kind, target.kind))


def draw_star(rng, actors, links):
    """All deliver to one, who may deliver to an enterprise."""
    for source in actors[1:]:
        if source.kind != "enterprise":
            links.add(source, actors[0], inferred_kind(source.kind, actors[0].kind))
        elif rng.random() < 0.5:
            links.add(actors[0], source, "supply")


def draw_crossing(rng, recipe, actors, links):
    """Each product flows its own way among the same actors: one's way forth is another's back."""
    density = rng.choice((0.1, 0.25, 0.4))
    for source in actors:
        for target in actors:
            if source is target or target.kind == "farmer" or source.kind == "enterprise":
                continue
            products = [p for p in recipe.products if rng.random() < density]
            if products:
                links.add(source, target, "supply", products=products)


def draw_way_back(rng, links):
    """A supply link against the order of the kinds, which may close a cycle."""
    down = links.of_kind("group", "cooperative", "union")
    up = links.of_kind("cooperative", "union", "enterprise")
    if down and up:
        links.add(rng.choice(up), rng.choice(down), "supply")


def draw_links_out(rng, recipe, actor, links):
    """What one actor delivers, by its kind and fate."""
    sparse = recipe.shape == "sparse" and rng.random() < 0.4
    if sparse or actor.fate == "isolated" and rng.random() < 0.8:
        return
    if actor.kind == "farmer":
        draw_farmer_links(rng, actor, links)
    elif actor.kind == "enterprise":
        draw_enterprise_links(rng, actor, links)
    elif actor.fate == "sells":
        draw_organisation_links(rng, actor, links)
    else:
        draw_fate(rng, recipe, actor, links)


def some(rng, pool, most):
    """Up to `most` of a pool, at least one where there is one."""
    return rng.sample(pool, min(len(pool), rng.randint(1, most)))


def draw_farmer_links(rng, actor, links):
    """Memberships, seldom sales, seldom anything between farmers."""
    hosts = [host for host in links.of_kind("group", "cooperative")
             if host.fate != "isolated" or rng.random() < 0.05]
    draw = rng.random()
    if draw < 0.8:
        for host in some(rng, hosts, 2):
            links.add(actor, host, "membership" if rng.random() < 0.9 else "supply")
    if draw > 0.7:
        for buyer in some(rng, links.of_kind("enterprise", "union"), 2):
            links.add(actor, buyer, "supply")
    if draw < 0.05:
        for neighbour in some(rng, links.of_kind("farmer"), 1):
            links.add(actor, neighbour, "supply")


def draw_enterprise_links(rng, actor, links):
    """Trade between enterprises, and inputs to those who deliver."""
    draw = rng.random()
    if draw < 0.25:
        for buyer in some(rng, links.of_kind("enterprise"), 2):
            links.add(actor, buyer, "supply")
    elif draw < 0.4:
        for customer in some(rng, links.of_kind("farmer", "group", "cooperative"), 2):
            links.add(actor, customer, "input")


def draw_organisation_links(rng, actor, links):
    """A group joins cooperatives, a cooperative unions; both, and unions, sell to enterprises."""
    hosts = {"group": links.of_kind("cooperative"), "cooperative": links.of_kind("union"),
             "union": []}[actor.kind]
    hosts = [host for host in hosts if host.fate != "isolated"]
    if rng.random() < (0.75 if actor.kind == "group" else 0.4):
        for host in some(rng, hosts, 2):
            links.add(actor, host, "membership")
    if rng.random() < (0.3 if actor.kind == "group" else 0.8):
        for buyer in some(rng, links.of_kind("enterprise"), 3):
            links.add(actor, buyer, "supply")
            if rng.random() < 0.1:
                links.add(actor, buyer, "supply")
    if rng.random() < 0.1:
        for partner in some(rng, links.of_kind("cooperative", "union"), 1):
            links.add(actor, partner, "supply")


def draw_fate(rng, recipe, actor, links):
    """The links of an organisation that is meant for one linkage; noise may give it another."""
    enterprises = links.of_kind("enterprise")
    if actor.fate == "isolated":
        for supplier in some(rng, enterprises, 1):
            links.add(supplier, actor, "input")
    elif actor.fate in ("dead_end", "no_buyer"):
        draw_way_to_nobody(rng, actor, links)
    elif actor.fate == "buyer_inactive":
        for buyer in some(rng, enterprises, 1):
            if rng.random() < 0.6:
                buyer.record["status"] = "suspended"
            links.add(actor, buyer, "supply")
    elif actor.fate == "product_mismatch":
        others = [product for product in recipe.products if product not in actor.products]
        for buyer in some(rng, enterprises, 1):
            links.add(actor, buyer, "supply", products=others[:1])
    elif actor.fate in ("sold", "gap"):
        draw_sales(rng, actor, links)
    else:
        for buyer in some(rng, enterprises, 2):
            links.add(actor, buyer, "supply", **past_or_future(rng, recipe, actor.fate))


def past_or_future(rng, recipe, fate):
    """The fields of a link that lapsed or is upcoming."""
    def days(first, last):
        return (recipe.base_day + datetime.timedelta(days=rng.randint(first, last))).isoformat()

    if fate == "upcoming":
        return {"start": days(1, 200), **({"end": days(200, 400)} if rng.random() < 0.5 else {})}
    return rng.choice(({"status": "ended"}, {"status": "breached"}, {"end": days(-300, -1)}))


def draw_way_to_nobody(rng, actor, links):
    """A membership that leads nowhere, a sale to a farmer, or nothing at all."""
    if actor.fate == "dead_end":
        hosts = [other for other in links.of_kind("group", "cooperative", "union")
                 if other.fate in ("dead_end", "no_buyer") and other is not actor]
        for host in some(rng, hosts, 1):
            links.add(actor, host, inferred_kind(actor.kind, host.kind))
    elif rng.random() < 0.3:
        for farmer in some(rng, links.of_kind("farmer"), 1):
            links.add(actor, farmer, "supply")


def draw_sales(rng, actor, links):
    """Sales of single products with a volume; with the fate `gap` not of every product."""
    if actor.products and rng.random() < 0.25:
        draw_sums_that_tie(rng, actor, links)
        return
    products = actor.products[1:] if actor.fate == "gap" else actor.products
    for product in products:
        for buyer in some(rng, links.of_kind("enterprise"), 2):
            if not buyer.handles(product):
                buyer.products.append(product)
                buyer.record["products"].append(product)
            links.add(actor, buyer, "supply", product=product, volume_kg=amount(rng))


def draw_sums_that_tie(rng, actor, links):
    """Sums that are equal but for their last bits: sales of 0.1 and 0.2 kg to one buyer, 0.3 kg to
    another; or sales of 0.7 and 0.1 kg of an output of 0.8 kg."""
    product = actor.products[0]
    actor.record["products"] = [{"product": product, "output_kg": 0.8}]
    actor.products[:] = [product]
    buyers = [buyer for buyer in links.of_kind("enterprise") if buyer.handles(product)]
    sales = rng.choice((((0.1, 0.2), (0.3,)), ((0.7, 0.1),)))
    for buyer, volumes in zip(rng.sample(buyers, min(2, len(buyers))), sales):
        for volume_kg in volumes:
            links.add(actor, buyer, "supply", product=product, volume_kg=volume_kg)
