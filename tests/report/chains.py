"""Datasets for the tests of the report: hostile names, and as many actors as a province has."""
import random

HOSTILE = [
    "<img src=x onerror=\"window.hit=1\">", "</script><script>window.hit=1</script>",
    "<!--<script>", "javascript:window.hit=1", "'\"><svg onload=window.hit=1>",
    "{{title}}", "${window.hit=1}", "__proto__", "constructor", "=cmd|' /C calc'!A0", "+1+1", "-2",
    "@SUM(1)", "\tTAB", "\uff1d1+1", "\u202egnp.exe", "a\u2028b", "&lt;b&gt;", "]]>", "\\u003cb\\u003e",
    "Đồng Tháp", "x" * 300,
]


def hostile():
    """Every text of the format is a hostile one."""
    names = HOSTILE
    return {
        "format": "vclink", "version": 1,
        "graph": {"name": names[0], "as_of": "2023-12-31", "currency": names[4],
                  "source": names[1]},
        "products": [{"id": name, "name": name, "name_en": name} for name in names[:5]],
        "places": [{"id": name, "name": name, "level": name, "lat": 10 + i, "lon": 105 + i}
                   for i, name in enumerate(names[:5])],
        "nodes": [{"id": name, "kind": "cooperative", "name": name, "members": 5 + i,
                   "place": names[i % 5], "sector": name, "products": [names[i % 5]],
                   "certificates": [name], "rating": name, "form": name, "tax_id": name}
                  for i, name in enumerate(names)]
        + [{"id": "e" + name, "kind": "enterprise", "name": name, "products": [name],
            "requires": [name]} for name in names[:5]],
        "links": [{"source": name, "target": "e" + names[i % 5], "kind": "supply",
                   "contract": "written"} for i, name in enumerate(names[:5])],
    }


def many(actors=20000, seed=4):
    """A chain of so many actors: seven in ten farmers, most others cooperatives."""
    chance = random.Random(seed)
    products = [f"p{i}" for i in range(25)]
    places = [{"id": "00", "name": "Tỉnh Giả Định", "level": "province"}]
    for district in range(1, 15):
        places.append({"id": f"{district:02}", "name": f"Huyện Đồng Tháp {district}",
                       "level": "district", "parent": "00",
                       "lat": 10 + district % 4 / 3, "lon": 105 + district % 5 / 3})
    shares = (("farmer", 0.7), ("group", 0.02), ("cooperative", 0.22), ("union", 0.005))
    ids = {}
    nodes = []
    buying = {}
    for kind, share in shares + (("enterprise", None),):
        count = round(actors * share) if share else actors - len(nodes)
        ids[kind] = [f"{kind[0]}{i:05}" for i in range(count)]
        nodes += [actor(chance, kind, one, products, places) for one in ids[kind]]
    listed = {}
    for node in nodes:
        listed[node["id"]] = [one if isinstance(one, str) else one["product"]
                              for one in node["products"]]
        for product in listed[node["id"]] if node["kind"] == "enterprise" else []:
            buying.setdefault(product, []).append(node["id"])
    links = []
    for target, sources, share in (("group", ("farmer",), 0.1), ("cooperative", ("farmer",), 0.7),
                                   ("cooperative", ("group",), 0.5), ("union", ("cooperative",), 0.1)):
        for one in (one for source in sources for one in ids[source]):
            if chance.random() < share:
                links.append({"source": one, "target": chance.choice(ids[target]),
                              "kind": "membership"})
    for one in ids["cooperative"] + ids["union"] + ids["farmer"]:
        while chance.random() < (0.08 if one[0] == "f" else 0.45):
            product = chance.choice(listed[one])
            links.append({"source": one, "target": chance.choice(buying[product]),
                          "kind": "supply", "product": product,
                          "volume_kg": chance.randrange(1000, 90000),
                          "contract": chance.choice(["written", "oral", "none"]),
                          "end": chance.choice(["2022-06-30", "2024-06-30", "2026-12-31"])})
    return {"format": "vclink", "version": 1,
            "graph": {"name": f"{actors} tác nhân", "as_of": "2023-12-31", "currency": "VND"},
            "products": [{"id": one, "name": "Sản phẩm " + one[1:]} for one in products],
            "places": places, "nodes": nodes, "links": links}


def actor(chance, kind, one, products, places):
    node = {"id": one, "kind": kind, "place": chance.choice(places[1:])["id"],
            "products": chance.sample(products, chance.choice([1, 1, 2, 3]))}
    if kind == "farmer":
        node["count"] = chance.randrange(1, 40)
        return node
    node["name"] = {"group": "Tổ hợp tác", "cooperative": "HTX nông nghiệp", "union": "Liên hiệp HTX",
                    "enterprise": "Công ty nông sản"}[kind] + " " + one[1:]
    if kind == "cooperative":
        node.update(members=chance.randrange(7, 200), sector=chance.choice(["crops", "livestock"]),
                    status=chance.choice(["active"] * 9 + ["suspended"]))
        node["products"] = [{"product": product, "output_kg": chance.randrange(1000, 300000)}
                            for product in node["products"]]
    if kind == "enterprise":
        node["products"] = chance.sample(products, 8)
    return node
