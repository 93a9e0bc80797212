"""Random valid chains with every feature of the dataset format, the same for the same seed.

    /usr/bin/python3 tests/oracle/generate.py --seed 7 [--chain 0] [--lines] [--large]

prints one. Most chains are layered as in the field: farmers, groups, cooperatives, unions,
enterprises.
"""
import argparse
import datetime
import random
import sys
from types import SimpleNamespace

import forms
from chain import KINDS
from generate_links import LinkMaker, amount, draw_links

SHAPES = ("layered",) * 9 + ("dense", "sparse", "line", "star", "cyclic", "soup", "tiny", "full",
                              "crossing", "crossing")
SHARES = {"farmer": 34, "group": 15, "cooperative": 22, "union": 6, "enterprise": 23}
FATES = {"sells": 34, "sold": 16, "gap": 6, "isolated": 7, "lapsed": 6, "upcoming": 6,
         "buyer_inactive": 6, "product_mismatch": 6, "dead_end": 6, "no_buyer": 7}
PRODUCTS = ("pomelo", "orange", "rice", "tea", "cá tra", "rau", "Rau")
SECTORS = ("crops", "livestock", "fishery", "thủy sản", "services")
NAMES = ("HTX Đông Lai", "Tổ hợp tác số 1", "Bưởi \"đỏ\" \\ Tân Lạc", "=1+1", "Hòa Bi\u0300nh",
         "</script>", "line\nbreak", "Công ty TNHH", "a,b;c\td", "\U0001f34a")


def chain_of(seed, number):
    """Chain `number` of a seed: a dataset in its document form, and the options to analyse it
    with."""
    return generate(random.Random(f"{seed}/{number}"))


def generate(rng):
    """One chain."""
    recipe = draw_recipe(rng)
    actors = draw_actors(rng, recipe)
    links = LinkMaker(rng, recipe, actors)
    draw_links(rng, recipe, actors, links)
    dataset = {"nodes": [actor.record for actor in actors], "links": links.records}
    add_lists(rng, recipe, dataset)
    add_graph(rng, recipe, dataset)
    add_spurious_links(rng, dataset)
    add_trimmings(rng, dataset)
    return dataset, draw_options(rng, recipe, actors)


def draw_recipe(rng):
    """What this chain is like as a whole."""
    recipe = SimpleNamespace()
    recipe.shape = rng.choice(SHAPES)
    recipe.size = {"tiny": rng.randint(0, 5), "full": 60}.get(recipe.shape) \
        if recipe.shape in ("tiny", "full") else rng.randint(6, rng.choice((12, 25, 40, 60)))
    recipe.products = draw_products(rng)
    recipe.product_lists = rng.choice(("declared", "declared", "mentioned", "empty"))
    recipe.unstated = rng.choice((0.05, 0.2, 0.5, 0.9))
    recipe.places = draw_places(rng)
    recipe.place_lists = rng.choice(("declared", "declared", "mentioned"))
    recipe.placed = rng.choice((0.3, 0.9))
    recipe.sectors = rng.sample(SECTORS, rng.randint(0, 3))
    recipe.id_style = rng.choice(("letters", "letters", "integers", "words"))
    recipe.inactive = rng.choice((0.0, 0.05, 0.2))
    recipe.not_selling = rng.choice((0.0, 0.05, 0.15))
    recipe.buying = rng.choice((0.0, 0.05, 0.2))
    recipe.dated = rng.choice((0.0, 0.25, 0.7))
    recipe.base_day = rng.choice((datetime.date(2023, 12, 31), datetime.date(2024, 2, 29),
                                  datetime.date(2022, 6, 15)))
    recipe.as_of = rng.choice(("graph", "graph", "graph", "option", "both", "absent"))
    recipe.volumes = rng.choice((0.0, 0.5, 0.95))
    recipe.counts = rng.choice((0.0, 0.3, 0.6))
    recipe.unknown_contract = rng.choice((0.1, 0.5))
    if recipe.shape == "crossing":
        recipe.size, recipe.products = rng.randint(4, 9), list(PRODUCTS[:rng.randint(2, 4)])
        recipe.unstated, recipe.inactive, recipe.not_selling = 0.95, 0.0, 0.0
        recipe.buying, recipe.dated = 0.0, 0.0
    recipe.noise = {"soup": 1.5, "dense": 1.2, "cyclic": 0.3, "crossing": 0.0}.get(recipe.shape,
                                                                  rng.choice((0.0, 0.0, 0.1, 0.4)))
    return recipe


def draw_products(rng):
    """Up to five product ids, in some chains integers."""
    number = rng.choice((0, 1, 1, 2, 2, 3, 3, 4, 5))
    if rng.random() < 0.15:
        return rng.sample(range(1, 30), number)
    return rng.sample(PRODUCTS, number)


def draw_places(rng):
    """A tree of up to three levels: province, district, commune."""
    places = []
    for province in rng.sample(("17", "1", "tỉnh"), rng.randint(0, 2)):
        places.append({"id": province, "level": "province"})
        for district in range(rng.randint(0, 3)):
            id_ = f"{province}{district}"
            places.append({"id": id_, "level": "district", "parent": province})
            for commune in range(rng.randint(0, 2)):
                places.append({"id": f"{id_}{commune}", "level": "commune", "parent": id_,
                               "lat": 20.61, "lon": 105.25})
    return places


class Actor:
    """A node record in the making, with what the links must know of it."""

    def __init__(self, record, products, fate):
        self.record = record
        self.id = record["id"]
        self.kind = record["kind"]
        self.products = products
        self.fate = fate

    def handles(self, product):
        """Whether it lists this product or nothing."""
        return not self.products or product in self.products


def draw_actors(rng, recipe):
    """All actors; the order of their ids says nothing about their kinds."""
    ids = draw_ids(rng, recipe)
    kinds = rng.choices(KINDS, weights=[SHARES[kind] for kind in KINDS], k=recipe.size)
    if recipe.shape == "star" and kinds:
        kinds[0] = rng.choice(("cooperative", "enterprise"))
    elif recipe.shape == "crossing":
        kinds = ["enterprise", "farmer"] + ["cooperative"] * (recipe.size - 2)
    return [draw_actor(rng, recipe, id_, kind) for id_, kind in zip(ids, kinds)]


def draw_ids(rng, recipe):
    """Distinct ids in one of three styles."""
    numbers = rng.sample(range(1, 130), recipe.size)
    if recipe.id_style == "integers":
        return [number if rng.random() < 0.7 else str(number) for number in numbers]
    if recipe.id_style == "words":
        words = ("tổ", "HTX", "z", "Z", "é", "\U0001f69c", "\uff21", "a b")
        return [f"{rng.choice(words)}{number}" for number in numbers]
    return [f"{rng.choice('abcdefg')}{number}" for number in numbers]


def draw_actor(rng, recipe, id_, kind):
    """One actor, with its fate where it is an organisation."""
    record = {"id": id_, "kind": kind}
    organisation = kind in ("group", "cooperative", "union")
    fate = rng.choices(list(FATES), weights=list(FATES.values()))[0] if organisation else "sells"
    products = []
    if recipe.products and (fate in ("sold", "gap", "product_mismatch")
                            or rng.random() >= recipe.unstated):
        products = rng.sample(recipe.products, min(len(recipe.products), rng.choice((1, 1, 2, 3))))
    if fate == "isolated" and len(recipe.products) > 1 and rng.random() < 0.3:
        products = recipe.products[:2]
        record["products"] = outputs_that_tie(rng, products)
    elif products:
        record["products"] = product_entries(rng, kind, products)
    elif rng.random() < 0.1:
        record["products"] = []
    if rng.random() < recipe.inactive:
        record["status"] = rng.choice(("suspended", "dissolved"))
    elif rng.random() < 0.05:
        record["status"] = "active"
    draw_kind_facts(rng, recipe, record)
    draw_optional_facts(rng, recipe, record)
    return Actor(record, products, fate)


def product_entries(rng, kind, products):
    """The list of products: plain ids, or objects with amounts; now and then one is listed
    twice."""
    entries = []
    for product in products + ([products[0]] if rng.random() < 0.05 else []):
        if rng.random() < (0.3 if kind in ("farmer", "enterprise") else 0.75):
            entry = {"product": product}
            if kind != "enterprise" and rng.random() < 0.85:
                entry["output_kg"] = amount(rng)
            if kind == "enterprise" and rng.random() < 0.7:
                entry["demand_kg"] = amount(rng)
            if rng.random() < 0.15:
                entry["ocop"] = [rng.randint(3, 5) for _ in range(rng.randint(0, 2))]
            entries.append(entry)
        else:
            entries.append(product)
    return entries


def outputs_that_tie(rng, products):
    """Outputs of 0.1 and 0.2 kg, or of 0.3 and 0 kg: equal sums whose last bits differ."""
    return [{"product": product, "output_kg": output_kg}
            for product, output_kg in zip(products, rng.choice(((0.1, 0.2), (0.3, 0))))]


def draw_kind_facts(rng, recipe, record):
    """`count`, `members`, `sells`, `buyer`, where the kind may have them."""
    kind = record["kind"]
    if kind == "farmer" and rng.random() < recipe.counts:
        record["count"] = rng.randint(1, 6)
    if kind in ("group", "cooperative") and rng.random() < 0.5:
        record["members"] = rng.choice((0, 1, 2, 4, 6, 9))
    if kind == "union" and rng.random() < 0.1:
        record["members"] = 12
    if kind != "enterprise" and rng.random() < recipe.not_selling:
        record["sells"] = False
    elif kind != "enterprise" and rng.random() < 0.05:
        record["sells"] = True
    if kind == "enterprise" and rng.random() < 0.15:
        record["buyer"] = rng.random() < 0.5
    elif kind not in ("farmer", "enterprise") and rng.random() < recipe.buying:
        record["buyer"] = rng.random() < 0.8


def draw_optional_facts(rng, recipe, record):
    """Facts that are shown, or ignored, or null."""
    if recipe.places and rng.random() < recipe.placed:
        place = rng.choice(recipe.places)["id"]
        record["place"] = int(place) if place.isdigit() and rng.random() < 0.1 else place
    if recipe.sectors and rng.random() < 0.7:
        record["sector"] = rng.choice(recipe.sectors)
    if rng.random() < 0.3:
        record["name"] = rng.choice(NAMES)
    if rng.random() < 0.1:
        record.update(rng.choice((
            {"certificates": ["VietGAP"]}, {"requires": ["GlobalGAP", "VietGAP"]},
            {"lat": 20.6, "lon": 105.2}, {"tax_id": "0102030405"}, {"high_tech": True},
            {"turnover": 1250000000, "area_ha": 12.5, "workers": 14}, {"rating": "khá"},
            {"form": "supermarket"}, {"phone": "0900000000", "notes": {"id": 1, "kind": "x"}},
            {"buyer": None}, {"sells": None}, {"status": None}, {"name": None, "sector": None})))


def add_lists(rng, recipe, dataset):
    """The lists of products and places: declared, with some that nobody mentions, or left out."""
    if recipe.product_lists == "declared" and recipe.products:
        unused = ["unused"] if rng.random() < 0.1 else []
        dataset["products"] = [{"id": product, "name": f"tên {product}"}
                               for product in recipe.products + unused]
    elif recipe.product_lists == "empty":
        dataset["products"] = []
    if recipe.place_lists == "declared" and recipe.places:
        dataset["places"] = [dict(place) for place in recipe.places]
    elif recipe.place_lists == "mentioned" and rng.random() < 0.3:
        dataset["places"] = []


def add_graph(rng, recipe, dataset):
    """The `graph` record and the keys of node-link JSON."""
    graph = {}
    if rng.random() < 0.7:
        graph["name"] = rng.choice(NAMES)
    if recipe.as_of in ("graph", "both"):
        day = recipe.base_day
        if recipe.as_of == "both":
            day += datetime.timedelta(days=rng.randint(-500, 500))
        graph["as_of"] = day.isoformat()
    if rng.random() < 0.3:
        graph.update({"currency": "VND", "source": "survey", "unknown": [1, {"a": None}]})
    if graph:
        dataset["graph"] = graph
    if rng.random() < 0.6:
        dataset.update({"format": "vclink", "version": 1})
    if rng.random() < 0.6:
        dataset.update({"directed": True, "multigraph": True})


def add_spurious_links(rng, dataset):
    """Links to oneself and exact duplicates, in another spelling, and near duplicates."""
    for link in list(dataset["links"]):
        draw = rng.random()
        if draw < 0.03:
            dataset["links"].append(respelled(rng, link))
        elif draw < 0.04:
            dataset["links"].append({**link, "volume_kg": 77})
        elif draw < 0.05:
            dataset["links"].append({**link, "contract": "none"})
    for node in dataset["nodes"]:
        if rng.random() < 0.015:
            kind = rng.choice(({}, {"kind": "supply"}, {"kind": "membership"}))
            dataset["links"].append({"source": node["id"], "target": node["id"], **kind})


def respelled(rng, link):
    """The same link with other spellings of the same facts, and a key that we do not know."""
    copy = dict(link)
    copy.setdefault("status", "active")
    if "product" in copy and "products" not in copy and rng.random() < 0.5:
        copy["products"] = [copy.pop("product")] * rng.randint(1, 2)
    if isinstance(copy.get("volume_kg"), int) and rng.random() < 0.5:
        copy["volume_kg"] = float(copy["volume_kg"])
    if rng.random() < 0.3:
        copy["key"] = rng.randint(0, 9)
    copy.setdefault("contract", None)
    return copy


def add_trimmings(rng, dataset):
    """Null fields, which are as good as absent."""
    for link in dataset["links"]:
        if rng.random() < 0.05:
            for field in rng.sample(("volume_kg", "product", "start", "end", "status", "kind"), 2):
                link.setdefault(field, None)
    for node in dataset["nodes"]:
        if rng.random() < 0.05:
            node.setdefault("place", None)
            node.setdefault("products", None)


def draw_options(rng, recipe, actors):
    """The options to analyse it with."""
    options = {"as_of": None, "without": []}
    if recipe.as_of in ("option", "both"):
        options["as_of"] = recipe.base_day.isoformat()
    if actors and rng.random() < 0.2:
        chosen = rng.sample(actors, min(len(actors), rng.choice((1, 1, 2, 3))))
        options["without"] = sorted(str(actor.id) for actor in chosen)
    return options


def generate_large(rng, cooperatives=300, farmers=3000):
    """A chain as large as a province's: hundreds of cooperatives and thousands of households."""
    recipe = draw_recipe(rng)
    recipe.shape, recipe.id_style, recipe.products = "layered", "letters", list(PRODUCTS[:4])
    numbers = {"farmer": farmers, "group": cooperatives // 2, "cooperative": cooperatives,
               "union": cooperatives // 20, "enterprise": cooperatives // 2}
    actors = [draw_actor(rng, recipe, f"{kind[0]}{number}", kind)
              for kind in KINDS for number in range(numbers[kind])]
    links = LinkMaker(rng, recipe, actors)
    draw_links(rng, recipe, actors, links)
    dataset = {"nodes": [actor.record for actor in actors], "links": links.records}
    add_lists(rng, recipe, dataset)
    add_graph(rng, recipe, dataset)
    return dataset, draw_options(rng, recipe, actors)


def main(arguments):
    parser = argparse.ArgumentParser(description="Prints a random chain.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--chain", type=int, default=0)
    parser.add_argument("--lines", action="store_true", help="as JSON Lines")
    parser.add_argument("--large", action="store_true", help="hundreds of cooperatives")
    options = parser.parse_args(arguments)
    if options.large:
        dataset, analysis = generate_large(random.Random(f"{options.seed}/large"))
    else:
        dataset, analysis = chain_of(options.seed, options.chain)
    write = forms.as_lines if options.lines else forms.as_document
    sys.stdout.buffer.write(write(dataset))
    print(f"options: {analysis}", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
