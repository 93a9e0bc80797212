"""Bắc Giang, August 2021: 585 agricultural cooperatives, 175 of them linked to buyers."""
from .chain import Chain, grant, ids_of, places_below
from .chance import Calendar, words

GRAPH = {
    "name": "Bắc Giang 2021",
    "as_of": "2021-08-31",
    "currency": "VND",
    "source": "Synthetic data around published totals of August 2021: 585 agricultural "
              "cooperatives (322 crops, 82 livestock, 40 aquaculture, 141 mixed; 44 suspended; "
              "48 high-tech; about 175 linked to buyers) and the published facts of HTX rau sạch Yên Dũng. "
              "Everything else is made up, the links of that cooperative too. "
              "See datasets/README.md.",
}

# id (the official code), name, latitude and longitude of the district's town, about
DISTRICTS = (
    ("213", "Thành phố Bắc Giang", 21.27, 106.19),
    ("215", "Huyện Yên Thế", 21.48, 106.12),
    ("216", "Huyện Tân Yên", 21.39, 106.12),
    ("217", "Huyện Lạng Giang", 21.36, 106.26),
    ("218", "Huyện Lục Nam", 21.3, 106.38),
    ("219", "Huyện Lục Ngạn", 21.37, 106.56),
    ("220", "Huyện Sơn Động", 21.34, 106.85),
    ("221", "Huyện Yên Dũng", 21.2, 106.25),
    ("222", "Huyện Việt Yên", 21.27, 106.1),
    ("223", "Huyện Hiệp Hòa", 21.36, 105.98),
)
TIEN_DUNG = "07729"

# id, name, name in English, price in VND a kilogram, yearly output of one organisation in tonnes
PRODUCTS = (
    ("lychee", "Vải thiều", "Lychee", 18000, (40, 400)),
    ("orange", "Cam", "Orange", 22000, (20, 150)),
    ("pomelo", "Bưởi", "Pomelo", 16000, (20, 150)),
    ("custard-apple", "Na", "Custard apple", 35000, (10, 80)),
    ("pineapple", "Dứa", "Pineapple", 8000, (30, 200)),
    ("vegetables", "Rau an toàn", "Safe vegetables", 12000, (30, 350)),
    ("cucumber", "Dưa chuột", "Cucumber", 7000, (40, 300)),
    ("potato", "Khoai tây", "Potato", 8000, (40, 300)),
    ("groundnut", "Lạc", "Groundnut", 30000, (5, 40)),
    ("rice", "Gạo", "Rice", 15000, (50, 400)),
    ("rice-noodles", "Mì gạo", "Rice noodles", 32000, (20, 150)),
    ("mushroom", "Nấm", "Mushroom", 30000, (5, 60)),
    ("tea", "Chè", "Tea", 120000, (2, 20)),
    ("honey", "Mật ong", "Honey", 150000, (1, 10)),
    ("pork", "Lợn thịt", "Pigs for meat", 60000, (10, 90)),
    ("chicken", "Gà đồi", "Hill chicken", 65000, (8, 70)),
    ("eggs", "Trứng gà", "Chicken eggs", 30000, (10, 80)),
    ("goat", "Dê", "Goat", 120000, (3, 20)),
    ("fish", "Cá", "Fish", 45000, (15, 150)),
    ("snail", "Ốc nhồi", "Apple snail", 80000, (2, 15)),
)

# district: crops, livestock, aquaculture, mixed. The columns sum to the published 322, 82, 40, 141.
SECTORS = ("crops", "livestock", "aquaculture", "mixed")
COOPERATIVES = {
    "213": (12, 2, 2, 6),
    "215": (22, 22, 1, 17),
    "216": (41, 13, 6, 15),
    "217": (38, 9, 5, 14),
    "218": (40, 7, 6, 17),
    "219": (70, 4, 1, 23),
    "220": (15, 5, 0, 10),
    "221": (29, 4, 8, 11),
    "222": (24, 6, 6, 12),
    "223": (31, 10, 5, 16),
}
# How many of each district's are linked; together the published 175.
LINKED = {"213": 8, "215": 22, "216": 27, "217": 20, "218": 19, "219": 34, "220": 4, "221": 21,
          "222": 11, "223": 9}

CROPS = {
    "213": words("vegetables*4 mushroom rice*2"),
    "215": words("tea*3 vegetables*2 lychee*2 rice*2"),
    "216": words("lychee*3 groundnut*2 vegetables*3 potato*2 cucumber pomelo"),
    "217": words("vegetables*3 potato*2 cucumber*3 rice*2 mushroom*2 pineapple groundnut"),
    "218": words("custard-apple*3 pineapple*2 lychee*3 vegetables*2 rice*2"),
    "219": words("lychee*8 orange*3 pomelo*3 rice-noodles*2 vegetables"),
    "220": words("lychee*2 mushroom rice*2 vegetables*2 pomelo"),
    "221": words("vegetables*4 rice*4 potato*2 cucumber"),
    "222": words("vegetables*3 rice*3 potato mushroom"),
    "223": words("vegetables*3 rice*3 groundnut*2 potato pomelo"),
}
ANIMALS = {
    "215": words("chicken*9 pork*2 honey*2 goat*2"),
    "219": words("honey*2 chicken*2 pork*2"),
    "220": words("honey*3 goat*2 pork*2 chicken*2"),
}
ANIMALS_ELSEWHERE = words("pork*3 chicken*3 eggs")
FISH = words("fish*5 snail*2")

STEMS = {
    "crops": "HTX nông nghiệp",
    "livestock": "HTX chăn nuôi",
    "aquaculture": "HTX thủy sản",
    "mixed": "HTX dịch vụ nông nghiệp tổng hợp",
}

# The fates of the 585: those linked (175) and the others (410). The hardest to place come first.
LINKED_FATES = (("several_buyers", 1), ("union", 12), ("partner", 6), ("product_gap", 31),
                ("unstated", 4), ("volume_gap", 38), ("linked", 83))
OTHER_FATES = (("not_selling", 34), ("mismatch", 6), ("buyer_inactive", 11), ("dead_end", 23),
               ("suspended", 44), ("upcoming", 18), ("lapsed", 47), ("isolated", 96),
               ("no_buyer", 131))
HIGH_TECH = 48

GROUPS = {"213": 2, "215": 6, "216": 7, "217": 5, "218": 6, "219": 9, "220": 3, "221": 4, "222": 3,
          "223": 3}
GROUP_FATES = words("member*18 linked*9 volume_gap*3 isolated*8 no_buyer*4 lapsed*3 upcoming*3")

# form, name, number, products such buyers handle, how many of them each handles, certificates
# they insist on
BUYERS = (
    ("company", "Công ty xuất khẩu nông sản giả định", 4,
     "lychee orange pomelo custard-apple", 3, "VietGAP"),
    ("company", "Công ty chế biến rau quả giả định", 5,
     "vegetables cucumber potato pineapple lychee", 3, ""),
    ("company", "Công ty lương thực giả định", 3, "rice rice-noodles groundnut potato", 3, ""),
    ("company", "Công ty chè và đặc sản giả định", 2, "tea honey mushroom", 3, ""),
    ("company", "Công ty chế biến thịt giả định", 3, "pork chicken goat", 3, ""),
    ("trader", "Thương lái trái cây giả định", 9,
     "lychee orange pomelo custard-apple pineapple", 3, ""),
    ("trader", "Thương lái rau màu giả định", 6,
     "vegetables cucumber potato groundnut mushroom rice", 3, ""),
    ("trader", "Thương lái gia súc, gia cầm giả định", 6, "pork chicken eggs goat honey", 3, ""),
    ("trader", "Thương lái thủy sản giả định", 4, "fish snail", 2, ""),
    ("hub", "Chợ đầu mối nông sản giả định", 4,
     "vegetables lychee orange pomelo fish pork chicken rice potato", 6, ""),
    ("supermarket", "Siêu thị giả định", 6,
     "vegetables rice mushroom eggs chicken fish orange rice-noodles honey tea lychee", 7,
     "VietGAP"),
    ("kitchen", "Bếp ăn tập thể giả định", 5, "vegetables rice pork chicken eggs fish", 4, ""),
)
UNION_PRODUCTS = ("lychee", "orange", "pomelo", "vegetables", "chicken")
DISSOLVED_BUYERS = ("lychee orange pomelo vegetables", "pork chicken rice fish")


class BacGiang(Chain):
    def __init__(self):
        calendar = Calendar(GRAPH["as_of"], ("2021-09-15", "2021-10-01", "2022-01-01"))
        super().__init__(202108, calendar, PRODUCTS, group_size=4)
        self.short_names = {row[0]: row[1].replace("Huyện ", "").replace("Thành phố", "thành phố")
                            for row in DISTRICTS}
        self.cooperatives = []
        self.fates = {}

    def build(self):
        self.add_cooperatives()
        self.add_markets()
        self.deal_fates()
        for cooperative in self.cooperatives:
            getattr(self, "fate_" + self.fates[cooperative["id"]])(cooperative)
        self.add_groups()
        self.bring_members_of_the_linked()
        self.add_history()
        self.add_farmers_outside()
        self.add_inputs()
        self.resell(9)
        self.state_demands()
        self.choose_high_tech()
        self.add_facts()
        return self.document(GRAPH, self.places())

    @staticmethod
    def places():
        return ([{"id": "24", "name": "Tỉnh Bắc Giang", "level": "province"}]
                + places_below("24", "district", DISTRICTS)
                + places_below("221", "commune", ((TIEN_DUNG, "Xã Tiến Dũng"),)))

    # --- cooperatives

    def add_cooperatives(self):
        for district, numbers in COOPERATIVES.items():
            sectors = [sector for sector, number in zip(SECTORS, numbers) for _ in range(number)]
            for i, sector in enumerate(self.dice.shuffled(sectors), 1):
                self.cooperatives.append(self.add_cooperative(district, sector, i))
        self.name_yen_dung()

    def add_cooperative(self, district, sector, number):
        return self.add_node(
            id=f"htx-{district}-{number:02d}", kind="cooperative",
            district=district, place=district, sector=sector,
            name=f"{STEMS[sector]} {self.short_names[district]} {number:02d}",
            members=self.draw_members(),
            products=[self.draw_handled(product, 70)
                      for product in self.draw_products(district, sector)])

    def draw_members(self):
        return self.dice.between(60, 250) if self.dice.percent(6) else self.dice.between(7, 40)

    def draw_products(self, district, sector):
        crops = CROPS[district]
        animals = ANIMALS.get(district, ANIMALS_ELSEWHERE)
        bags = {
            "crops": (crops, crops if self.dice.percent(40) else ()),
            "livestock": (animals, animals if self.dice.percent(25) else ()),
            "aquaculture": (FISH,),
            "mixed": (crops, animals if self.dice.percent(70) else FISH),
        }[sector]
        drawn = []
        for bag in bags:
            product = self.dice.pick(bag) if bag else None
            if product and product not in drawn:
                drawn.append(product)
        return drawn

    def name_yen_dung(self):
        """The published facts of HTX rau sạch Yên Dũng. It was said to have over 100 workers."""
        cooperative = next(c for c in self.cooperatives
                           if c["district"] == "221" and c["sector"] == "crops")
        cooperative.update(
            name="HTX rau sạch Yên Dũng", place=TIEN_DUNG, founded="2016-09",
            area_ha=60, workers=105, high_tech=True, certificates=["VietGAP"],
            products=[{"product": "vegetables", "output_kg": 900000, "ocop": [4, 4, 3, 3]}])
        self.fates[cooperative["id"]] = "several_buyers"

    # --- fates

    def deal_fates(self):
        waiting = self.dice.shuffled(c for c in self.cooperatives if c["id"] not in self.fates)
        room = dict(LINKED)
        for cooperative_id, fate in self.fates.items():
            room[self.by_id[cooperative_id]["district"]] -= 1
        for fate, number in LINKED_FATES:
            for _ in range(number - list(self.fates.values()).count(fate)):
                chosen = self.take(fate, [c for c in waiting if room[c["district"]] > 0])
                waiting.remove(chosen)
                room[chosen["district"]] -= 1
        for fate, number in OTHER_FATES:
            for _ in range(number):
                waiting.remove(self.take(fate, waiting))
        if waiting:
            raise ValueError(f"{len(waiting)} cooperatives are left without a fate")

    def take(self, fate, candidates):
        for cooperative in candidates:
            if self.suits(cooperative, fate):
                self.fates[cooperative["id"]] = fate
                return cooperative
        raise ValueError(f"no cooperative fits the fate {fate}")

    @staticmethod
    def suits(cooperative, fate):
        products = ids_of(cooperative)
        if fate == "union":
            return all(product in UNION_PRODUCTS for product in products)
        if fate == "partner":
            return products in (["lychee"], ["vegetables"], ["rice"])
        if fate == "product_gap":
            return len(products) > 1
        if fate == "not_selling":
            return cooperative["sector"] == "mixed"
        if fate == "mismatch":
            return cooperative["sector"] in ("livestock", "aquaculture")
        if fate == "buyer_inactive":
            return any(product in handled.split()
                       for product in products for handled in DISSOLVED_BUYERS)
        return True

    def with_fate(self, *fates, product=None):
        return [c for c in self.cooperatives if self.fates[c["id"]] in fates
                and (product is None or product in ids_of(c))]

    def fate_several_buyers(self, seller):
        """A supermarket, a kitchen and a company share the output."""
        product, output_kg = seller["products"][0]["product"], seller["products"][0]["output_kg"]
        buyers = [self.dice.pick(self.buyers_of(product, (form,)))
                  for form in ("supermarket", "kitchen", "company")]
        self.share_out(seller, buyers, product, output_kg)

    def fate_union(self, seller):
        """It delivers to the union, which sells."""
        self.add_link(seller, self.union, "membership")

    def fate_partner(self, seller):
        """It delivers to another cooperative that has a buyer for the same product."""
        product = ids_of(seller)[0]
        partners = self.with_fate("linked", product=product)
        near = [c for c in partners if c["district"] == seller["district"]]
        self.add_link(seller, self.dice.pick(near or partners), "supply", product=product,
                      volume_kg=self.agreed_kg(seller, product), contract="oral")

    def fate_unstated(self, seller):
        """What it grows was not written down, only what it sells."""
        self.fate_linked(seller)
        seller["products"] = None

    def fate_not_selling(self, cooperative):
        """Irrigation and farm services: it markets no produce."""
        cooperative.update(sells=False, products=None)

    def fate_suspended(self, cooperative):
        cooperative["status"] = "suspended"
        if self.dice.percent(25):
            self.fate_lapsed(cooperative)

    def fate_mismatch(self, seller):
        """Its buyer deals in other goods than it produces; the agreement names none."""
        strangers = [node for node in self.nodes if node.get("form") == "company"
                     and node.get("status") is None and not set(ids_of(node)) & set(ids_of(seller))]
        self.add_link(seller, self.dice.pick(strangers), "supply", contract="oral")

    def fate_buyer_inactive(self, seller):
        """The contract runs on, the buyer has been dissolved."""
        buyer, product = next((buyer, product) for buyer in self.dissolved
                              for product in ids_of(seller) if product in ids_of(buyer))
        self.supply(seller, buyer, product, self.agreed_kg(seller, product), contract="written",
                    start=self.calendar.starts[0], end=self.dice.pick(self.calendar.ends))

    def fate_dead_end(self, seller):
        """It delivers to a cooperative without a buyer, or to a cold store that does not buy."""
        product = self.dice.pick(ids_of(seller))
        stuck = self.with_fate("no_buyer", product=product)
        target = self.dice.pick(stuck if stuck and self.dice.percent(60) else self.cold_stores)
        self.add_link(seller, target, "supply", product=product,
                      volume_kg=self.agreed_kg(seller, product), contract="oral")

    # --- markets

    def add_markets(self):
        districts = [row[0] for row in DISTRICTS]
        self.add_buyers(BUYERS, districts)
        self.dissolved = [
            self.add_enterprise(name=f"Công ty thu mua giả định {i:02d}", form="company",
                                place=place,
                                products=[{"product": product} for product in products.split()],
                                status="dissolved")
            for i, (place, products) in enumerate(zip(("219", "223"), DISSOLVED_BUYERS), 1)]
        self.cold_stores = [
            self.add_enterprise(name=f"Kho lạnh giả định {i:02d}", form="storage", place=place,
                                buyer=False)
            for i, place in enumerate(("217", "218", "219"), 1)]
        self.union = self.add_node(id="lh-01", kind="union", place="213", sector="mixed",
                                   name="Liên hiệp HTX nông nghiệp giả định Bắc Giang")
        for product in UNION_PRODUCTS:
            buyer = self.dice.pick(self.buyers_of(product, ("company", "supermarket")))
            self.supply(self.union, buyer, product, 4 * self.typical_kg(product),
                        contract="written", start="2020-01-01", end="2022-12-31")

    def add_inputs(self):
        """Suppliers of fertiliser, seed and feed, and the service cooperatives: no market links."""
        suppliers = [self.add_enterprise(name=f"Công ty vật tư nông nghiệp giả định {i:02d}",
                                         form="company", place=self.dice.pick(DISTRICTS)[0])
                     for i in range(1, 7)]
        active = [c for c in self.cooperatives
                  if self.fates[c["id"]] not in ("suspended", "not_selling")]
        for cooperative in self.dice.shuffled(active)[:80]:
            self.add_link(self.dice.pick_early(suppliers), cooperative, "input")
        for servant in self.with_fate("not_selling")[::2]:
            served = [c for c in active if c["district"] == servant["district"]]
            self.add_link(servant, self.dice.pick(served), "input", contract="written")

    # --- groups, farmers, history

    def add_groups(self):
        fates = self.dice.shuffled(GROUP_FATES)
        for district, number in GROUPS.items():
            for i in range(1, number + 1):
                self.add_group(district, i, fates.pop())

    def add_group(self, district, number, fate):
        hosts = [c for c in self.with_fate("linked", "volume_gap", "product_gap", "no_buyer")
                 if c["district"] == district]
        host = self.dice.pick(hosts)
        bag = ids_of(host) if fate == "member" else CROPS[district] + FISH[:1]
        product = self.dice.pick(bag)
        goods = self.products[product][1].lower()
        group = self.add_node(
            id=f"tht-{district}-{number:02d}", kind="group", place=district,
            name=f"Tổ hợp tác sản xuất {goods} {self.short_names[district]} {number:02d}",
            members=self.dice.between(5, 25),
            products=[self.draw_handled(product, 40, "group")])
        if fate == "member":
            self.add_link(group, host, "membership")
        else:
            getattr(self, "fate_" + fate)(group)

    def bring_members_of_the_linked(self):
        shares = {"linked": 60, "volume_gap": 60, "product_gap": 60, "union": 60, "partner": 60,
                  "unstated": 50, "lapsed": 40, "upcoming": 40, "buyer_inactive": 40,
                  "dead_end": 40}
        for cooperative in self.cooperatives:
            if self.dice.percent(shares.get(self.fates[cooperative["id"]], 0)):
                self.bring_farmers(cooperative)

    def add_history(self):
        """Old contracts of those who have a new one, and renewals already signed."""
        linked = self.with_fate("linked")
        for cooperative in self.dice.shuffled(linked)[:20]:
            self.fate_lapsed(cooperative)
        for cooperative in self.dice.shuffled(linked)[:8]:
            self.fate_upcoming(cooperative)

    def add_farmers_outside(self):
        """Households in no cooperative, most of whom sell to traders; and members who sell past
        their cooperative."""
        for i in range(45):
            district = DISTRICTS[i % len(DISTRICTS)][0]
            product = self.dice.pick(CROPS[district])
            farmers = self.add_farmers(self.dice.between(15, 200), district, [product])
            if self.dice.percent(65):
                self.sell_at_the_gate(farmers)
        members = [self.by_id[link["source"]] for link in self.links if link["kind"] == "membership"
                   and self.fates.get(link["target"]) in ("no_buyer", "lapsed")
                   and self.by_id[link["source"]].get("products")]
        for farmers in self.dice.shuffled(members)[:25]:
            self.sell_at_the_gate(farmers)

    # --- facts that no link depends on

    def choose_high_tech(self):
        """30 of the linked, the others to make up the published number."""
        linked = [c for c in self.with_fate("linked", "volume_gap", "product_gap")
                  if not c.get("high_tech")]
        others = self.with_fate("lapsed", "no_buyer", "isolated")
        known = sum(1 for c in self.cooperatives if c.get("high_tech"))
        chosen = self.dice.shuffled(linked)[:30]
        for cooperative in chosen + self.dice.shuffled(others)[:HIGH_TECH - known - len(chosen)]:
            cooperative["high_tech"] = True

    def add_facts(self):
        for cooperative in self.cooperatives:
            if cooperative.get("founded"):
                continue
            self.add_age_and_size(cooperative)
            if cooperative["sector"] == "crops" and self.dice.percent(12):
                grant(cooperative, "VietGAP")
            is_selling = cooperative.get("products") and cooperative.get("status") is None
            if is_selling and self.dice.percent(8):
                stars = [self.dice.pick((3, 3, 4)) for _ in range(self.dice.between(1, 2))]
                cooperative["products"][0]["ocop"] = stars
            if self.fates[cooperative["id"]] in ("isolated", "no_buyer") and self.dice.percent(6):
                cooperative["products"] = None

    def add_age_and_size(self, cooperative):
        is_recent = self.dice.percent(85)
        year = self.dice.between(2013, 2020) if is_recent else self.dice.between(1998, 2012)
        year = self.founding_year(cooperative, year)
        month = self.dice.between(1, 12)
        cooperative["founded"] = f"{year}-{month:02d}" if self.dice.percent(60) else str(year)
        if cooperative.get("status") is None and self.dice.percent(55):
            million = self.trade_million(cooperative) or self.dice.between(200, 4500)
            cooperative["turnover"] = 1000000 * (million * self.dice.between(95, 125) // 100)
        if cooperative["sector"] in ("crops", "aquaculture") and self.dice.percent(50):
            cooperative["area_ha"] = self.dice.between(2, 60)
        if self.dice.percent(40):
            cooperative["workers"] = self.dice.between(5, 40)
