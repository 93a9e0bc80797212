#!/usr/bin/python3
"""Writes a large, made-up but realistic chain as JSON Lines: for every 100,000 farmers about 1,200
organisations (groups, cooperatives, unions, enterprises), 12 products, communes in districts.

  generate_large.py --farmers 100000 [--seed 1] [-o FILE]
"""
import argparse
import json
import random
import sys

PRODUCTS = ["bưởi", "cam", "vải", "chè", "cà phê", "lúa", "rau", "mía", "ngô", "sắn", "gà", "cá"]
# For every 100,000 farmers.
GROUPS, COOPERATIVES, UNIONS, ENTERPRISES = 300, 600, 20, 280
COMMUNES, DISTRICTS = 200, 20


class Writer:
    def __init__(self, stream):
        self.stream = stream

    def record(self, wrapper, **fields):
        fields = {key: value for key, value in fields.items() if value is not None}
        json.dump({wrapper: fields}, self.stream, ensure_ascii=False)
        self.stream.write("\n")

    def node(self, **fields):
        self.record("node", **fields)

    def link(self, source, target, kind, **fields):
        self.record("link", source=source, target=target, kind=kind, **fields)


class Chain:
    def __init__(self, farmers, seed, writer):
        scale = farmers / 100000
        self.random = random.Random(seed)
        self.writer = writer
        self.farmers = farmers
        self.products = [f"p{i:02d}" for i in range(len(PRODUCTS))]
        self.districts = [f"{i:03d}" for i in range(1, 1 + self.number(DISTRICTS, scale))]
        self.communes = [f"{i:05d}" for i in range(1, 1 + self.number(COMMUNES, scale))]
        self.groups = self.ids("THT", self.number(GROUPS, scale))
        self.cooperatives = self.ids("HTX", self.number(COOPERATIVES, scale))
        self.unions = self.ids("LH", self.number(UNIONS, scale))
        self.enterprises = self.ids("DN", self.number(ENTERPRISES, scale))
        self.handles = {}

    @staticmethod
    def number(per_100000, scale):
        return max(1, round(per_100000 * scale))

    @staticmethod
    def ids(prefix, count):
        return [f"{prefix}-{i:05d}" for i in range(1, count + 1)]

    def some_products(self, most):
        return sorted(self.random.sample(self.products, self.random.randint(1, most)))

    def write(self):
        self.writer.record("graph", name="Chuỗi giá trị thử nghiệm", as_of="2023-12-31",
                           currency="VND")
        for product, name in zip(self.products, PRODUCTS):
            self.writer.record("product", id=product, name=name)
        for district in self.districts:
            self.writer.record("place", id=district, level="district")
        for commune in self.communes:
            self.writer.record("place", id=commune, level="commune",
                               parent=self.random.choice(self.districts))
        self.organisations()
        self.trade()
        for i in range(1, self.farmers + 1):
            self.farmer(f"H{i:08d}")

    def organisations(self):
        kinds = {"group": self.groups, "cooperative": self.cooperatives, "union": self.unions,
                 "enterprise": self.enterprises}
        for kind, ids in kinds.items():
            for actor in ids:
                self.handles[actor] = self.some_products(3)
                self.organisation(actor, kind)

    def organisation(self, actor, kind):
        chance = self.random
        products = self.handles[actor]
        if kind == "cooperative":
            products = [{"product": p, "output_kg": chance.randint(10, 900) * 1000}
                        for p in products]
        self.writer.node(id=actor, kind=kind, name=f"{kind.capitalize()} {actor}",
                         place=chance.choice(self.communes), products=products,
                         members=chance.randint(7, 300) if kind == "cooperative" else None,
                         status="suspended" if chance.random() < 0.03 else None)

    def supply(self, source, target):
        chance = self.random
        product = chance.choice(self.handles[source])
        stated = chance.random() < 0.7
        self.writer.link(source, target, "supply", product=product,
                         volume_kg=chance.randint(1, 500) * 1000 if stated else None,
                         contract=chance.choice(["written", "oral", None]),
                         start=f"20{chance.randint(18, 23)}-01-01",
                         end=f"20{chance.randint(22, 27)}-12-31")

    def trade(self):
        chance = self.random
        for group in self.groups:
            if chance.random() < 0.7:
                self.writer.link(group, chance.choice(self.cooperatives), "membership")
        for cooperative in self.cooperatives:
            if chance.random() < 0.25:
                self.writer.link(cooperative, chance.choice(self.unions), "membership")
            for _ in range(chance.choice([0, 0, 1, 1, 2, 3])):
                self.supply(cooperative, chance.choice(self.enterprises))
        for union in self.unions:
            for _ in range(3):
                self.supply(union, chance.choice(self.enterprises))
        for enterprise in self.enterprises:
            if chance.random() < 0.3:
                self.supply(enterprise, chance.choice(self.enterprises))

    def farmer(self, actor):
        chance = self.random
        first = chance.choice(self.cooperatives if chance.random() < 0.8 else self.groups)
        products = chance.choice([None, self.handles[first][:1], self.handles[first][:2]])
        self.writer.node(id=actor, kind="farmer", place=chance.choice(self.communes),
                         products=products)
        if chance.random() < 0.85:
            self.writer.link(actor, first, "membership")
        if chance.random() < 0.12:
            self.writer.link(actor, chance.choice(self.enterprises), "supply",
                             volume_kg=chance.randint(1, 50) * 100)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--farmers", type=int, default=100000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output")
    options = parser.parse_args()
    if options.output:
        with open(options.output, "w", encoding="utf-8") as stream:
            Chain(options.farmers, options.seed, Writer(stream)).write()
    else:
        Chain(options.farmers, options.seed, Writer(sys.stdout)).write()


if __name__ == "__main__":
    main()
