"""Tân Lạc district, 2023: 65 cooperatives, 59 groups and their four linkage chains."""
from .chain import Chain, ids_of, places_below
from .chance import Calendar, words

GRAPH = {
    "name": "Tân Lạc 2023",
    "as_of": "2023-12-31",
    "currency": "VND",
    "source": "Synthetic data around published totals of 2023: 65 cooperatives and 59 groups, of "
              "which 39 and 59 work effectively; mean turnover of a cooperative 550 million VND a "
              "year, of a group over 35 million VND a month; the chains of red pomelo, cage fish, "
              "safe vegetables and Nam Sơn mandarin; three cooperatives by name; 7 OCOP products. "
              "Everything else is made up, the links of these cooperatives too. "
              "See datasets/README.md.",
}

# id (the official code) and name of 2023
COMMUNES = (
    ("05128", "Thị trấn Mãn Đức"),
    ("05134", "Xã Suối Hoa"),
    ("05137", "Xã Phú Vinh"),
    ("05140", "Xã Phú Cường"),
    ("05143", "Xã Mỹ Hòa"),
    ("05152", "Xã Quyết Chiến"),
    ("05158", "Xã Phong Phú"),
    ("05164", "Xã Tử Nê"),
    ("05167", "Xã Thanh Hối"),
    ("05170", "Xã Ngọc Mỹ"),
    ("05173", "Xã Đông Lai"),
    ("05176", "Xã Vân Sơn"),
    ("05182", "Xã Nhân Mỹ"),
    ("05191", "Xã Lỗ Sơn"),
    ("05194", "Xã Ngổ Luông"),
    ("05197", "Xã Gia Mô"),
)

# id, name, name in English, price in VND a kilogram, yearly output of one organisation in tonnes
PRODUCTS = (
    ("pomelo", "Bưởi đỏ", "Red pomelo", 15000, (8, 50)),
    ("mandarin", "Quýt Nam Sơn", "Nam Sơn mandarin", 25000, (4, 25)),
    ("cage-fish", "Cá lồng", "Cage fish", 70000, (2, 9)),
    ("dam-xanh", "Cá dầm xanh", "Dầm xanh fish", 350000, (1, 2)),
    ("vegetables", "Rau an toàn", "Safe vegetables", 12000, (8, 50)),
    ("chayote", "Su su", "Chayote", 7000, (15, 90)),
    ("radish", "Củ cải Hàn Quốc", "Korean radish", 9000, (10, 60)),
    ("gynostemma-tea", "Trà giảo cổ lam", "Gynostemma tea", 250000, (1, 3)),
    ("sugarcane", "Mía", "Sugarcane", 3000, (40, 200)),
    ("rice", "Gạo", "Rice", 17000, (8, 40)),
    ("chicken", "Gà thả vườn", "Free-range chicken", 90000, (1, 7)),
    ("pork", "Lợn bản địa", "Native pigs", 110000, (1, 6)),
    ("honey", "Mật ong", "Honey", 180000, (1, 4)),
)

POMELO_COMMUNES = "05173 05167 05164 05170 05128 05158"
UPLAND_COMMUNES = "05152 05194 05176"
OTHER_COMMUNES = "05128 05137 05140 05143 05158 05182 05191 05197"

# sector, name, products, communes in turn, fates
COOPERATIVES = (
    ("crops", "HTX nông nghiệp", "pomelo", POMELO_COMMUNES,
     "linked*3 volume_gap*2 upcoming lapsed no_buyer isolated"),
    ("crops", "HTX nông nghiệp", "mandarin", "05176", "linked volume_gap no_buyer"),
    ("crops", "HTX nông nghiệp", "chayote radish", UPLAND_COMMUNES, "linked*2 product_gap lapsed"),
    ("crops", "HTX dược liệu", "gynostemma-tea", "05137", "linked"),
    ("crops", "HTX nông nghiệp", "sugarcane", OTHER_COMMUNES, "linked isolated"),
    ("crops", "HTX nông nghiệp", "rice", OTHER_COMMUNES, "no_buyer"),
    ("aquaculture", "HTX thủy sản", "cage-fish", "05134", "linked*2 volume_gap no_buyer dead_end"),
    ("aquaculture", "HTX thủy sản", "dam-xanh", "05140", "linked"),
    ("livestock", "HTX chăn nuôi", "chicken", OTHER_COMMUNES, "linked lapsed isolated"),
    ("livestock", "HTX chăn nuôi", "pork", OTHER_COMMUNES, "volume_gap no_buyer isolated"),
    ("livestock", "HTX nuôi ong", "honey", "05164", "linked"),
    ("mixed", "HTX nông lâm nghiệp", "pomelo chicken", OTHER_COMMUNES,
     "product_gap*2 lapsed isolated"),
    ("farm_services", "HTX dịch vụ nông nghiệp", "", OTHER_COMMUNES, "not_selling*5 isolated*2"),
    ("industry", "HTX tiểu thủ công nghiệp", "", OTHER_COMMUNES, "not_selling*6"),
    ("trade", "HTX thương mại", "", "05128 05158 05170", "not_selling*6"),
    ("transport", "HTX vận tải", "", "05128", "not_selling*3"),
    ("tourism", "HTX du lịch", "", "05134 05176 05152", "not_selling*3"),
)

# id, name, commune, sector, products: the three that were helped into chains
NAMED = (
    ("htx-01", "HTX thương mại dịch vụ Tân Lạc Sơn", "155", "mixed", "pomelo mandarin"),
    ("htx-02", "HTX sản xuất và kinh doanh nông sản sạch Đông Lai", "05173", "crops", "pomelo"),
    ("htx-03", "HTX sản xuất rau an toàn Quyết Chiến", "05152", "crops", "vegetables chayote"),
)

# product, communes in turn, fates; "member" delivers to a cooperative with the same product
GROUPS = (
    ("pomelo", POMELO_COMMUNES, "member*6 linked*2 volume_gap no_buyer"),
    ("cage-fish", "05134 05143", "member*5 linked*3 lapsed no_buyer isolated*2"),
    ("vegetables", UPLAND_COMMUNES, "member*4 linked*3 upcoming no_buyer isolated"),
    ("mandarin", "05176", "member*3 linked*2 isolated"),
    ("chicken", OTHER_COMMUNES, "member*2 linked*2 no_buyer*2 isolated*2"),
    ("pork", OTHER_COMMUNES, "member*2 linked*2 lapsed isolated*2"),
    ("honey", OTHER_COMMUNES, "member linked isolated*2"),
    ("sugarcane", OTHER_COMMUNES, "linked no_buyer"),
)

BUYERS = (
    ("company", "Công ty xuất khẩu trái cây giả định", 2, "pomelo mandarin", 2, "VietGAP"),
    ("company", "Công ty mía đường giả định", 1, "sugarcane", 1, ""),
    ("company", "Công ty đặc sản giả định", 2, "gynostemma-tea honey dam-xanh rice", 4, ""),
    ("trader", "Thương lái trái cây giả định", 3, "pomelo mandarin sugarcane", 3, ""),
    ("trader", "Thương lái thủy sản giả định", 2, "cage-fish dam-xanh", 2, ""),
    ("trader", "Thương lái rau, gia súc, gia cầm giả định", 3,
     "chayote radish vegetables chicken pork rice", 6, ""),
    ("hub", "Chợ đầu mối nông sản giả định", 2, "pomelo vegetables chayote cage-fish pork", 5, ""),
    ("supermarket", "Siêu thị giả định", 2,
     "vegetables radish chayote cage-fish pomelo mandarin", 6, "VietGAP"),
    ("kitchen", "Bếp ăn tập thể giả định", 2, "vegetables chicken pork rice", 4, ""),
)

# The 7 OCOP products: su su, Korean radish, dầm xanh fish, giảo cổ lam tea and 3 of pomelo.
# The stars are made up.
OCOP = (("chayote", 3), ("radish", 3), ("dam-xanh", 3), ("gynostemma-tea", 3), ("pomelo", 4),
        ("pomelo", 3), ("pomelo", 3))

EFFECTIVE = "hoạt động hiệu quả"
NOT_YET_EFFECTIVE = "chưa hiệu quả"
EFFECTIVE_COOPERATIVES = 39
COOPERATIVE_TURNOVER_MILLION = 550
GROUP_TURNOVER_MILLION = 12 * 36    # published: over 35 million a month


class TanLac(Chain):
    def __init__(self):
        calendar = Calendar(GRAPH["as_of"], ("2024-01-01", "2024-02-15", "2024-03-01"))
        super().__init__(202312, calendar, PRODUCTS, group_size=1)
        self.communes = {row[0]: row[1].split(" ", 2 if row[1].startswith("Thị trấn") else 1)[-1]
                         for row in COMMUNES}
        self.cooperatives = []
        self.groups = []
        self.fates = {}

    def build(self):
        self.add_cooperatives()
        self.add_groups()
        self.add_buyers(BUYERS, [row[0] for row in COMMUNES])
        for organisation in self.cooperatives + self.groups:
            getattr(self, "fate_" + self.fates[organisation["id"]])(organisation)
        self.bring_members_of_the_linked()
        self.add_farmers_outside()
        self.add_inputs()
        self.resell(3)
        self.state_demands()
        for cooperative in self.cooperatives:
            year = self.founding_year(cooperative, self.dice.between(2014, 2023))
            cooperative["founded"] = str(year)
        self.award_ocop()
        self.rate()
        self.spread_turnover(self.cooperatives, COOPERATIVE_TURNOVER_MILLION)
        self.spread_turnover(self.groups, GROUP_TURNOVER_MILLION)
        return self.document(GRAPH, self.places())

    @staticmethod
    def places():
        return ([{"id": "17", "name": "Tỉnh Hòa Bình", "level": "province"}]
                + places_below("17", "district", (("155", "Huyện Tân Lạc", 20.61, 105.25),))
                + places_below("155", "commune", COMMUNES))

    # --- organisations

    def add_cooperatives(self):
        for cooperative_id, name, place, sector, products in NAMED:
            self.add_cooperative(cooperative_id, name, place, sector, products, "linked")
        numbers = {}
        for sector, stem, products, communes, fates in COOPERATIVES:
            for i, fate in enumerate(words(fates)):
                place = communes.split()[i % len(communes.split())]
                numbers[stem, place] = numbers.get((stem, place), 0) + 1
                self.add_cooperative(f"htx-{len(self.cooperatives) + 1:02d}",
                                     f"{stem} {self.communes[place]} {numbers[stem, place]:02d}",
                                     place, sector, products, fate)

    def add_cooperative(self, cooperative_id, name, place, sector, products, fate):
        cooperative = self.add_node(
            id=cooperative_id, kind="cooperative", name=name, place=place, sector=sector,
            members=self.dice.between(7, 25),
            products=[self.draw_handled(product, 80) for product in products.split()])
        self.cooperatives.append(cooperative)
        self.fates[cooperative_id] = fate

    def add_groups(self):
        for product, communes, fates in GROUPS:
            goods = self.products[product][1]
            goods = goods[0].lower() + goods[1:]
            for i, fate in enumerate(words(fates)):
                place = communes.split()[i % len(communes.split())]
                number = len(self.groups) + 1
                group = self.add_node(
                    id=f"tht-{number:02d}", kind="group", place=place,
                    name=f"Tổ hợp tác {goods} {self.communes[place]} {number:02d}",
                    members=self.dice.between(5, 15),
                    products=[self.draw_handled(product, 50, "group")])
                self.groups.append(group)
                self.fates[group["id"]] = fate

    # --- fates of this district

    def with_fate(self, *fates, product):
        return [c for c in self.cooperatives
                if self.fates[c["id"]] in fates and product in ids_of(c)]

    def fate_member(self, group):
        product = ids_of(group)[0]
        hosts = self.with_fate("linked", "volume_gap", "no_buyer", product=product)
        near = [c for c in hosts if c["place"] == group["place"]]
        self.add_link(group, self.dice.pick(near or hosts), "membership")

    def fate_not_selling(self, cooperative):
        cooperative["sells"] = False

    def fate_dead_end(self, seller):
        """It delivers to a cooperative without a buyer."""
        product = ids_of(seller)[0]
        stuck = self.with_fate("no_buyer", product=product)
        self.add_link(seller, stuck[0], "supply", product=product, contract="oral")

    # --- farmers and inputs

    def bring_members_of_the_linked(self):
        for organisation in self.cooperatives + self.groups:
            fate = self.fates[organisation["id"]]
            if fate not in ("isolated", "no_buyer", "not_selling") and self.dice.percent(50):
                self.bring_farmers(organisation)

    def add_farmers_outside(self):
        bag = words("pomelo*4 mandarin vegetables*2 chicken pork sugarcane")
        for place, _ in COMMUNES:
            farmers = self.add_farmers(self.dice.between(20, 180), place, [self.dice.pick(bag)])
            if self.dice.percent(60):
                self.sell_at_the_gate(farmers)

    def add_inputs(self):
        supplier = self.add_enterprise(name="Công ty vật tư nông nghiệp giả định 01",
                                       form="company", place="05128")
        growers = [c for c in self.cooperatives if c["products"]]
        for cooperative in self.dice.shuffled(growers)[:15]:
            self.add_link(supplier, cooperative, "input")

    # --- published facts

    def award_ocop(self):
        """To cooperatives with a buyer for the product; pomelo to three different ones."""
        for product, stars in OCOP:
            entry = next(handled for c in self.with_fate("linked", product=product)
                         for handled in c["products"]
                         if handled["product"] == product and "ocop" not in handled)
            entry["ocop"] = [stars]

    def rate(self):
        """39 cooperatives and all the groups work effectively. Who the 39 are is made up: the three
        helped into chains, and of the others rather those with a buyer."""
        lead = {"linked": 60, "volume_gap": 60, "product_gap": 60, "not_selling": 30}
        score = {c["id"]: lead.get(self.fates[c["id"]], 0) + self.dice.below(100)
                 for c in self.cooperatives}
        score.update((row[0], 1000) for row in NAMED)
        ranked = sorted(self.cooperatives, key=lambda c: -score[c["id"]])
        for i, cooperative in enumerate(ranked):
            cooperative["rating"] = EFFECTIVE if i < EFFECTIVE_COOPERATIVES else NOT_YET_EFFECTIVE
        for group in self.groups:
            group["rating"] = EFFECTIVE

    def spread_turnover(self, organisations, mean_million):
        """In whole millions, with exactly this mean; after what is known of its trade."""
        total = mean_million * len(organisations)
        weights = [self.trade_million(node) or self.dice.between(100, 900)
                   for node in organisations]
        shares = [total * weight // sum(weights) for weight in weights]
        for i in range(total - sum(shares)):
            shares[i] += 1
        for organisation, million in zip(organisations, shares):
            organisation["turnover"] = 1000000 * million
