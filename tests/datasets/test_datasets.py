#!/usr/bin/python3
"""The datasets, their schemas, the generator and the script that draws coverage.

    VCLINK=build/vclink VCLINK_REAL_DATA=folder /usr/bin/python3 tests/datasets/test_datasets.py

Both variables may be unset: the parts that need the program or foreign data are then skipped.
"""
import copy
import json
import os
import subprocess
import sys
import tempfile
import unittest
from collections import Counter
from fractions import Fraction
from pathlib import Path

import jsonschema

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from brute_check import ORGANISATIONS, BruteChain  # noqa: E402

ROOT = HERE.parent.parent
DATASETS = ROOT / "datasets"
SCRIPTS = ROOT / "scripts"
PROGRAM = os.environ.get("VCLINK")
REAL_DATA = os.environ.get("VCLINK_REAL_DATA")
NAMES = ("bac-giang-2021", "tan-lac-2023")
LINKAGES = {"isolated", "product_gap", "volume_gap", "linked", "product_mismatch", "buyer_inactive",
            "upcoming", "lapsed", "dead_end", "no_buyer"}

# The columns that every table has at least, as documented.
COLUMNS = {
    "summary": "nodes links products places farmers groups cooperatives unions enterprises buyers "
               "households households_implied cooperatives_active cooperatives_covered "
               "cooperatives_uncovered cooperatives_with_gap",
    "coverage": "scope key kind total inactive buyers not_applicable active direct indirect covered "
                "covered_unstated rate_of_active rate_of_all",
    "unlinked": "id kind name place sector linkage households households_uncovered unsold_kg rank",
    "gaps": "id kind name place sector linkage missing_products households unsold_kg rank",
    "buyers": "id name kind place suppliers volume_kg reach_households exclusive_households "
              "shapley_households upstream_households reach_cooperatives exclusive_cooperatives "
              "shapley_cooperatives upstream_cooperatives pagerank betweenness harmonic rank",
    "critical": "id name kind households_lost households_hurt cooperatives_lost cooperatives_hurt "
                "rank",
    "centrality": "id name kind in_degree out_degree pagerank betweenness harmonic",
    "dependence": "id name kind buyers top_buyer top_share hhi basis",
    "markets": "product buyers sellers top_buyer top_share hhi basis",
    "contracts": "scope key links written oral none unknown ending_12_months sellers "
                 "sellers_written",
    "flows": "source_kind target_kind links nodes households households_uncovered volume_kg",
    "nodes": "id name kind place place_name sector status products count members active buyer "
             "sells coverage linkage first_buyers households households_uncovered output_kg "
             "in_degree out_degree pagerank betweenness harmonic suppliers reach_households "
             "exclusive_households shapley_households upstream_households households_lost "
             "households_hurt cooperatives_lost cooperatives_hurt lat lon form certificates "
             "requires founded tax_id turnover area_ha workers rating high_tech",
    "links": "source target kind products volume_kg delivered_kg value contract start end status "
             "active households leads_to_buyer",
    "places": "id name level parent lat lon",
    "products": "id name name_en",
    "handled": "actor product output_kg demand_kg ocop",
    "actors": "id kind name form place sector status sells buyer count members products certificates "
              "requires high_tech founded tax_id area_ha workers turnover rating lat lon",
    "deals": "source target kind products volume_kg delivered_kg value contract start end status",
    "layout": "id x y",
}

# The example of the format's documentation.
EXAMPLE = json.loads("""
{"format": "vclink", "version": 1, "directed": true, "multigraph": true,
 "graph": {"name": "Tân Lạc 2023", "as_of": "2023-12-31", "currency": "VND", "source": "..."},
 "products": [{"id": "pomelo", "name": "Bưởi đỏ", "name_en": "Red pomelo"}],
 "places": [{"id": "17", "name": "Hòa Bình", "level": "province"},
            {"id": "155", "name": "Tân Lạc", "level": "district", "parent": "17",
             "lat": 20.61, "lon": 105.25}],
 "nodes": [{"id": "f1", "kind": "farmer", "place": "155", "products": ["pomelo"]},
           {"id": "h9", "kind": "farmer", "count": 40},
           {"id": "c1", "kind": "cooperative", "name": "HTX Đông Lai", "members": 65,
            "sector": "crops", "certificates": ["VietGAP"],
            "products": [{"product": "pomelo", "output_kg": 120000, "ocop": [4]}]},
           {"id": "e1", "kind": "enterprise",
            "products": [{"product": "pomelo", "demand_kg": 300000}]}],
 "links": [{"source": "f1", "target": "c1", "kind": "membership"},
           {"source": "c1", "target": "e1", "kind": "supply", "product": "pomelo",
            "volume_kg": 80000, "contract": "written",
            "start": "2021-01-01", "end": "2025-12-31"}]}
""")


def read_json(path):
    return json.loads(path.read_text(encoding="utf-8-sig"))


def read_dataset(name):
    return read_json(DATASETS / name / f"{name}.json")


def validator(name, definition=None):
    """Of a whole schema, or of one of its definitions."""
    schema = read_json(DATASETS / "schema" / f"{name}.schema.json")
    if definition:
        schema = {"$schema": schema["$schema"], "$ref": f"#/$defs/{definition}",
                  "$defs": schema["$defs"]}
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def run(*arguments):
    """LC_ALL=C: nothing here may depend on the locale."""
    return subprocess.run([str(argument) for argument in arguments], capture_output=True,
                          env={**os.environ, "LC_ALL": "C", "PYTHONDONTWRITEBYTECODE": "1"})


def of_kind(document, kind):
    return [node for node in document["nodes"] if node["kind"] == kind]


def named(document, name):
    return next(node for node in document["nodes"] if node.get("name") == name)


def ocop_stars(node):
    return [(entry["product"], star) for entry in node.get("products") or []
            if isinstance(entry, dict) for star in entry.get("ocop") or []]


class BacGiang2021(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.document = read_dataset("bac-giang-2021")
        cls.chain = BruteChain(cls.document)
        cls.cooperatives = of_kind(cls.document, "cooperative")

    def test_holds_the_published_numbers_of_cooperatives(self):
        self.assertEqual(len(self.cooperatives), 585)
        self.assertEqual(Counter(node["sector"] for node in self.cooperatives),
                         {"crops": 322, "livestock": 82, "aquaculture": 40, "mixed": 141})
        self.assertEqual(Counter(node.get("status", "active") for node in self.cooperatives),
                         {"active": 541, "suspended": 44})
        self.assertEqual(sum(node.get("high_tech") is True for node in self.cooperatives), 48)

    def test_175_cooperatives_are_covered(self):
        covered = [node for node in self.cooperatives if self.chain.covered_for(node)]
        self.assertEqual(len(covered), 175)
        self.assertEqual(round(Fraction(175, 585), 3), Fraction(299, 1000))

    def test_every_linkage_occurs_among_the_cooperatives(self):
        linkages = Counter(self.chain.linkage(node) for node in self.cooperatives)
        self.assertEqual(linkages, {
            "linked": 106, "product_gap": 31, "volume_gap": 38, "no_buyer": 131, "isolated": 96,
            "lapsed": 47, "dead_end": 23, "upcoming": 18, "buyer_inactive": 11,
            "product_mismatch": 6, None: 44 + 34})
        self.assertEqual(set(linkages) - {None}, LINKAGES)

    def test_rau_sach_yen_dung_stands_as_published(self):
        node = named(self.document, "HTX rau sạch Yên Dũng")
        self.assertEqual((node["founded"], node["area_ha"], node["high_tech"]), ("2016-09", 60, True))
        self.assertGreater(node["workers"], 100)
        self.assertEqual(node["certificates"], ["VietGAP"])
        self.assertEqual(sorted(ocop_stars(node)), [("vegetables", 3)] * 2 + [("vegetables", 4)] * 2)
        place = next(p for p in self.document["places"] if p["id"] == node["place"])
        self.assertEqual((place["name"], place["level"]), ("Xã Tiến Dũng", "commune"))
        parent = next(p for p in self.document["places"] if p["id"] == place["parent"])
        self.assertEqual(parent["name"], "Huyện Yên Dũng")

    def test_places_are_those_of_august_2021(self):
        districts = [p["name"] for p in self.document["places"] if p["level"] == "district"]
        self.assertEqual(districts, [
            "Thành phố Bắc Giang", "Huyện Yên Thế", "Huyện Tân Yên", "Huyện Lạng Giang",
            "Huyện Lục Nam", "Huyện Lục Ngạn", "Huyện Sơn Động", "Huyện Yên Dũng", "Huyện Việt Yên",
            "Huyện Hiệp Hòa"])
        self.assertEqual(self.document["graph"]["as_of"], "2021-08-31")

    def test_nothing_but_the_mismatches_calls_for_a_warning(self):
        """A sale to a buyer of other goods is what `product_mismatch` means."""
        mismatches = [node["id"] for node in self.cooperatives
                      if self.chain.linkage(node) == "product_mismatch"]
        warnings = self.chain.warnings()
        self.assertEqual({what for what, _ in warnings}, {"the ends handle none of its products"})
        self.assertEqual(sorted(link["source"] for _, link in warnings), sorted(mismatches))


class TanLac2023(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.document = read_dataset("tan-lac-2023")
        cls.chain = BruteChain(cls.document)
        cls.cooperatives = of_kind(cls.document, "cooperative")
        cls.groups = of_kind(cls.document, "group")

    def test_holds_the_published_numbers(self):
        self.assertEqual((len(self.cooperatives), len(self.groups)), (65, 59))
        effective = [sum(node["rating"] == "hoạt động hiệu quả" for node in nodes)
                     for nodes in (self.cooperatives, self.groups)]
        self.assertEqual(effective, [39, 59])

    def test_mean_turnover_is_the_published_one(self):
        self.assertEqual(sum(node["turnover"] for node in self.cooperatives), 65 * 550_000_000)
        self.assertGreater(sum(node["turnover"] for node in self.groups), 59 * 12 * 35_000_000)

    def test_most_cooperatives_farm_and_the_others_sell_no_produce(self):
        other = [node for node in self.cooperatives
                 if node["sector"] in ("industry", "trade", "transport", "tourism")]
        self.assertLess(0, len(other))
        self.assertLess(2 * len(other), len(self.cooperatives))
        self.assertEqual({node.get("sells") for node in other}, {False})

    def test_the_three_cooperatives_helped_into_chains_have_a_buyer(self):
        for name in ("HTX thương mại dịch vụ Tân Lạc Sơn", "HTX sản xuất rau an toàn Quyết Chiến",
                     "HTX sản xuất và kinh doanh nông sản sạch Đông Lai"):
            self.assertEqual(self.chain.linkage(named(self.document, name)), "linked", name)

    def test_the_four_chains_reach_a_buyer(self):
        names = {product["id"]: product["name"] for product in self.document["products"]}
        covered = {names[product] for node in self.cooperatives
                   for product in self.chain.covered_for(node)}
        self.assertLessEqual({"Bưởi đỏ", "Cá lồng", "Rau an toàn", "Quýt Nam Sơn"}, covered)

    def test_has_the_seven_ocop_products(self):
        products = Counter(product for node in self.document["nodes"]
                           for product, _ in ocop_stars(node))
        self.assertEqual(products, {"chayote": 1, "radish": 1, "dam-xanh": 1, "gynostemma-tea": 1,
                                    "pomelo": 3})

    def test_calls_for_no_warning(self):
        self.assertEqual(self.chain.warnings(), [])


class EachDataset(unittest.TestCase):
    def each(self):
        for name in NAMES:
            with self.subTest(name):
                yield name, read_dataset(name)

    def test_everything_named_is_declared_once(self):
        for _, document in self.each():
            ids = {part: [record["id"] for record in document[part]]
                   for part in ("nodes", "places", "products")}
            for part, names in ids.items():
                self.assertEqual(len(names), len(set(names)), part)
            nodes, places, products = (set(ids[part]) for part in ("nodes", "places", "products"))
            for link in document["links"]:
                self.assertLessEqual({link["source"], link["target"]}, nodes)
                self.assertLessEqual(BruteChain.carried(link), products)
            for node in document["nodes"]:
                self.assertLessEqual(BruteChain.handled(node), products)
                self.assertLessEqual({node["place"]} if "place" in node else set(), places)
            parents = {place["parent"] for place in document["places"] if "parent" in place}
            self.assertLessEqual(parents, places)

    def test_says_that_it_is_synthetic(self):
        for _, document in self.each():
            self.assertIn("Synthetic", document["graph"]["source"])

    def test_what_is_made_up_shows_it_in_its_name(self):
        for _, document in self.each():
            for node in of_kind(document, "enterprise"):
                self.assertRegex(node["name"], r"giả định \d\d$")
            for node in of_kind(document, "farmer"):
                self.assertNotIn("name", node)

    def test_nobody_deals_before_being_founded(self):
        for _, document in self.each():
            founded = {node["id"]: node["founded"] for node in document["nodes"] if "founded" in node}
            for link in document["links"]:
                if "start" in link and link["source"] in founded:
                    self.assertLess(founded[link["source"]], link["start"])

    def test_generating_it_again_gives_the_same_bytes(self):
        for seed in ("0", "1"):
            os.environ["PYTHONHASHSEED"] = seed
            done = run("/usr/bin/python3", SCRIPTS / "generate_datasets.py", "--check")
            del os.environ["PYTHONHASHSEED"]
            self.assertEqual(done.returncode, 0, done.stdout.decode() + done.stderr.decode())

    def test_the_check_sees_a_file_that_differs(self):
        with tempfile.TemporaryDirectory() as folder:
            script = ("/usr/bin/python3", SCRIPTS / "generate_datasets.py", "--folder", folder)
            self.assertEqual(run(*script, "--check").returncode, 1)
            self.assertEqual(run(*script).returncode, 0)
            self.assertEqual(run(*script, "--check").returncode, 0)
            path = Path(folder, NAMES[0], f"{NAMES[0]}.json")
            path.write_bytes(path.read_bytes().replace(b"2021-08-31", b"2021-08-30"))
            self.assertEqual(run(*script, "--check").returncode, 1)


class BruteCheck(unittest.TestCase):
    def test_reads_the_example_as_documented(self):
        chain = BruteChain(EXAMPLE)
        cooperative = chain.nodes["c1"]
        self.assertTrue(chain.is_direct(cooperative))
        self.assertEqual(chain.linkage(cooperative), "volume_gap")
        self.assertEqual(chain.covered_for(chain.nodes["f1"]), {"pomelo"})
        self.assertFalse(chain.is_direct(chain.nodes["f1"]))
        self.assertEqual(chain.covered_for(chain.nodes["h9"]), set())
        self.assertEqual(chain.warnings(), [])


class DatasetSchema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.schema = validator("dataset")
        cls.line = validator("dataset", "line")

    def accepts(self, document):
        return self.schema.is_valid(document)

    def spoilt(self, path, value):
        """The example with one value put at `path`."""
        document = copy.deepcopy(EXAMPLE)
        *way, last = path
        record = document
        for step in way:
            record = record[step]
        record[last] = value
        return document

    def test_accepts_the_example_and_both_datasets(self):
        self.schema.validate(EXAMPLE)
        for name in NAMES:
            self.schema.validate(read_dataset(name))

    def test_accepts_the_records_of_the_datasets_as_lines(self):
        for name in NAMES:
            document = read_dataset(name)
            self.line.validate({"graph": document["graph"]})
            for part in ("products", "places", "nodes", "links"):
                for record in document[part][:50]:
                    self.line.validate({part[:-1]: record})

    def test_accepts_what_the_format_allows(self):
        self.assertTrue(self.accepts({"nodes": [], "links": []}))
        self.assertTrue(self.accepts({"nodes": [], "edges": []}))
        for path, value in (
                (("products",), None), (("graph",), None), (("graph", "as_of"), None),
                (("nodes", 0, "id"), 7), (("links", 0, "source"), 7),
                (("nodes", 1, "count"), 40.0), (("nodes", 1, "count"), None),
                (("nodes", 2, "founded"), 2016), (("nodes", 2, "founded"), "2016"),
                (("nodes", 2, "founded"), "2016-09"), (("nodes", 2, "founded"), "2016-09-30"),
                (("nodes", 2, "count"), None), (("nodes", 0, "buyer"), None),
                (("nodes", 2, "phone"), {"not": "ours"}), (("links", 0, "kind"), None),
                (("links", 1, "products"), ["pomelo"]), (("links", 1, "volume_kg"), 0)):
            with self.subTest(path=path, value=value):
                self.assertTrue(self.accepts(self.spoilt(path, value)))

    def test_rejects_spoilt_documents(self):
        for document in ([], {"nodes": []}, {"links": []}, {"nodes": [], "links": None}):
            self.assertFalse(self.accepts(document), document)
        for path, value in (
                (("version",), 2), (("format",), "other"), (("graph", "as_of"), "2023-02-30"),
                (("graph", "as_of"), "31/12/2023"), (("products", 0, "id"), "*"),
                (("products", 0, "id"), None), (("places", 1, "lat"), 91), (("nodes", 0, "id"), ""),
                (("nodes", 0, "id"), 1.5), (("nodes", 0, "id"), True), (("nodes", 0, "kind"), None),
                (("nodes", 0, "kind"), "company"), (("nodes", 0, "count"), 0),
                (("nodes", 0, "count"), 1_000_000_001), (("nodes", 0, "count"), 2.5),
                (("nodes", 0, "count"), "3"), (("nodes", 2, "count"), 3),
                (("nodes", 0, "buyer"), True), (("nodes", 2, "members"), -1),
                (("nodes", 2, "status"), "closed"), (("nodes", 2, "sells"), "no"),
                (("nodes", 2, "products"), "pomelo"), (("nodes", 2, "products"), [None]),
                (("nodes", 2, "products"), [{"output_kg": 1}]), (("nodes", 0, "products"), ["*"]),
                (("nodes", 2, "products", 0, "ocop"), [6]),
                (("nodes", 2, "products", 0, "ocop"), [0]),
                (("nodes", 2, "products", 0, "output_kg"), -1),
                (("nodes", 2, "founded"), "2016-13"), (("nodes", 2, "founded"), "9/2016"),
                (("nodes", 2, "founded"), "2016-02-30"), (("nodes", 2, "founded"), 2016.5),
                (("nodes", 2, "certificates"), "VietGAP"), (("links", 0, "target"), None),
                (("links", 0, "kind"), "sale"), (("links", 1, "volume_kg"), "80 t"),
                (("links", 1, "contract"), "yes"), (("links", 1, "end"), "2025-12"),
                (("links", 1, "status"), "suspended"), (("links", 1, "product"), "*")):
            with self.subTest(path=path, value=value):
                self.assertFalse(self.accepts(self.spoilt(path, value)))

    def test_rejects_lines_of_no_or_two_kinds(self):
        node, link = EXAMPLE["nodes"][0], EXAMPLE["links"][0]
        for line in ({}, {"nodes": node}, {"node": node, "link": link}, {"node": [node]}, node):
            self.assertFalse(self.line.is_valid(line), line)

    @unittest.skipUnless(REAL_DATA, "VCLINK_REAL_DATA is not set")
    def test_accepts_data_that_nobody_here_wrote(self):
        self.schema.validate(read_json(Path(REAL_DATA, "montpellier-tomato.json")))


def coverage_row(scope, key, kind, total, covered, **more):
    rate = covered / total if total else None
    return {"scope": scope, "key": key, "kind": kind, "total": total, "inactive": 0, "buyers": 0,
            "not_applicable": 0, "active": total, "direct": covered, "indirect": 0,
            "covered": covered, "covered_unstated": None, "rate_of_active": rate,
            "rate_of_all": rate, **more}


def metrics_by_hand(document, with_names=True):
    """What the program would say of each district's cooperatives, from the brute check."""
    chain = BruteChain(document)
    parents = {place["id"]: place.get("parent") for place in document["places"]}
    counts = {place["id"]: [0, 0] for place in document["places"]}
    for node in of_kind(document, "cooperative"):
        place = node.get("place")
        while place:
            counts[place][0] += 1
            counts[place][1] += bool(chain.covered_for(node))
            place = parents[place]
    rows = []
    for place in sorted(document["places"], key=lambda place: place["id"]):
        more = {"name": place["name"], "level": place["level"]} if with_names else {}
        if counts[place["id"]][0]:
            rows.append(coverage_row("place", place["id"], "cooperative", *counts[place["id"]],
                                     **more))
    return {"format": "vclink-metrics", "version": 1,
            "dataset": {"name": document["graph"]["name"], "as_of": document["graph"]["as_of"]},
            "tool": {"name": "vclink", "version": "0", "igraph": "0.10.2"},
            "options": {"as_of": None, "without": []},
            "tables": {"coverage": rows},
            "schema": {"coverage": [{"name": "total", "type": "integer", "unit": "actors",
                                     "description": "all on the books"}]}}


class MetricsSchema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.schema = validator("metrics")
        cls.metrics = metrics_by_hand(read_dataset("tan-lac-2023"))

    def test_demands_the_documented_columns(self):
        definitions = self.schema.schema["$defs"]
        self.assertEqual(set(self.schema.schema["properties"]["tables"]["properties"]), set(COLUMNS))
        for table, columns in COLUMNS.items():
            self.assertEqual(definitions[table]["required"], columns.split(), table)
            self.assertLessEqual(set(columns.split()), set(definitions[table]["properties"]), table)

    def test_accepts_metrics_with_columns_and_tables_of_their_own(self):
        self.schema.validate(self.metrics)
        metrics = copy.deepcopy(self.metrics)
        metrics["tables"]["coverage"][0]["rate_of_others"] = 0.5
        metrics["tables"]["others"] = [{"id": "x"}]
        self.schema.validate(metrics)

    def test_rejects_spoilt_metrics(self):
        def without_column(metrics):
            del metrics["tables"]["coverage"][0]["covered"]

        def share_above_one(metrics):
            metrics["tables"]["coverage"][0]["rate_of_all"] = 1.5

        def key_for_all(metrics):
            metrics["tables"]["coverage"][0]["scope"] = "all"

        def unknown_scope(metrics):
            metrics["tables"]["coverage"][0]["scope"] = "district"

        def not_a_table(metrics):
            metrics["tables"]["coverage"] = {}

        def not_a_number(metrics):
            metrics["tables"]["coverage"][0]["total"] = "62"

        def no_options(metrics):
            metrics["options"] = {}

        def unknown_type(metrics):
            metrics["schema"]["coverage"][0]["type"] = "float"

        def a_link_that_leads_though_it_is_not_active(metrics):
            link = dict.fromkeys(COLUMNS["links"].split())
            link |= {"source": "a", "target": "b", "kind": "supply", "products": [],
                     "status": "active", "active": True, "households": 1,
                     "leads_to_buyer": True}
            metrics["tables"]["links"] = [link]
            self.assertTrue(self.schema.is_valid(metrics))
            link["active"] = False

        for spoil in (without_column, share_above_one, key_for_all, unknown_scope, not_a_table,
                      not_a_number, no_options, unknown_type,
                      a_link_that_leads_though_it_is_not_active):
            metrics = copy.deepcopy(self.metrics)
            spoil(metrics)
            self.assertFalse(self.schema.is_valid(metrics), spoil.__name__)


class CoverageByDistrict(unittest.TestCase):
    SCRIPT = SCRIPTS / "coverage_by_district.py"

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.metrics = Path(folder.name, "metrics.json")
        self.picture = Path(folder.name, "coverage.png")

    def draw(self, metrics, *options):
        self.metrics.write_text(metrics if isinstance(metrics, str) else json.dumps(metrics),
                                encoding="utf-8")
        return run("/usr/bin/python3", self.SCRIPT, self.metrics, "-o", self.picture, *options)

    def test_draws_the_districts_and_prints_their_table(self):
        done = self.draw(metrics_by_hand(read_dataset("bac-giang-2021")))
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual(self.picture.read_bytes()[:8], b"\x89PNG\r\n\x1a\n")
        lines = done.stdout.decode("utf-8").splitlines()
        self.assertEqual(len(lines), 1 + 10)
        self.assertEqual(lines[1].split(), "Huyện Yên Dũng 21 52 40.4%".split())
        rates = [float(line.split()[-1].rstrip("%")) for line in lines[1:]]
        self.assertEqual(rates, sorted(rates, reverse=True))

    def test_draws_the_same_bytes_again(self):
        metrics = metrics_by_hand(read_dataset("bac-giang-2021"))
        self.draw(metrics)
        first = self.picture.read_bytes()
        self.draw(metrics)
        self.assertEqual(self.picture.read_bytes(), first)

    def test_shows_ids_where_the_metrics_tell_no_names(self):
        done = self.draw(metrics_by_hand(read_dataset("bac-giang-2021"), with_names=False))
        self.assertEqual(done.returncode, 0)
        self.assertIn(b"all places are shown", done.stderr)
        self.assertEqual(len(done.stdout.decode("utf-8").splitlines()), 1 + 12)

    def test_says_what_is_wrong(self):
        metrics = metrics_by_hand(read_dataset("bac-giang-2021"))
        cases = (("{", (), 3, "not JSON"), ({"format": "vclink"}, (), 3, "not the output of"),
                 ({**metrics, "tables": {}}, (), 3, "no coverage table"),
                 ({**metrics, "tables": {"coverage": [{}]}}, (), 3, "lacks"),
                 (metrics, ("--kind", "union"), 3, "no place has unions"),
                 (metrics, ("--level", "ward"), 3, "there are: commune, district, province"),
                 (metrics, ("-o", "/no/such/folder/x.png"), 4, "cannot write"))
        for metrics, options, status, message in cases:
            done = self.draw(metrics, *options)
            self.assertEqual((done.returncode, done.stdout), (status, b""), message)
            self.assertIn(message, done.stderr.decode("utf-8"))
            self.assertFalse(self.picture.exists(), message)
        self.assertEqual(run("/usr/bin/python3", self.SCRIPT, self.picture).returncode, 4)


@unittest.skipUnless(PROGRAM, "VCLINK is not set")
class Program(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.schema = validator("metrics")
        cls.metrics = {name: cls.analyze(name) for name in NAMES}

    @staticmethod
    def analyze(name):
        done = run(PROGRAM, "analyze", DATASETS / name / f"{name}.json", *COLUMNS, "--format",
                   "json")
        if done.returncode:
            raise AssertionError(done.stderr.decode())
        return json.loads(done.stdout)

    def each(self):
        for name in NAMES:
            with self.subTest(name):
                yield BruteChain(read_dataset(name)), self.metrics[name]["tables"]

    def coverage(self, tables, scope, kind):
        return {row["key"]: row for row in tables["coverage"]
                if (row["scope"], row["kind"]) == (scope, kind)}

    def test_finds_no_error_in_the_datasets(self):
        for name in NAMES:
            done = run(PROGRAM, "check", DATASETS / name / f"{name}.json")
            self.assertEqual(done.returncode, 0, done.stdout.decode() + done.stderr.decode())

    def test_writes_the_files_own_bytes_again(self):
        for name in NAMES:
            path = DATASETS / name / f"{name}.json"
            self.assertEqual(run(PROGRAM, "export", path, "--to", "dataset").stdout,
                             path.read_bytes())

    def test_writes_metrics_that_hold_the_schema(self):
        for name in NAMES:
            self.schema.validate(self.metrics[name])
            self.assertLessEqual(set(COLUMNS), set(self.metrics[name]["tables"]))
            for table, rows in self.metrics[name]["tables"].items():
                columns = [column["name"] for column in self.metrics[name]["schema"][table]]
                for row in rows:
                    self.assertEqual(sorted(row), sorted(columns), table)

    def test_covers_175_of_the_585(self):
        row = self.coverage(self.metrics["bac-giang-2021"]["tables"], "all", "cooperative")[None]
        self.assertEqual((row["total"], row["inactive"], row["covered"]), (585, 44, 175))
        self.assertAlmostEqual(row["rate_of_all"], 175 / 585, places=12)

    def test_agrees_with_the_brute_check_on_coverage(self):
        for chain, tables in self.each():
            for kind in ORGANISATIONS:
                nodes = [node for node in chain.nodes.values() if node["kind"] == kind]
                row = self.coverage(tables, "all", kind)[None]
                self.assertEqual(row["total"], len(nodes), kind)
                covered = [node for node in nodes if chain.covered_for(node)]
                self.assertEqual(row["covered"], len(covered), kind)
                self.assertEqual(row["direct"], sum(map(chain.is_direct, nodes)), kind)
                self.assertEqual(row["active"], sum(map(chain.may_be_covered, nodes)), kind)

    def test_agrees_with_the_brute_check_on_every_linkage(self):
        for chain, tables in self.each():
            linkages = {node_id: chain.linkage(node) for node_id, node in chain.nodes.items()}
            expected = {node_id: linkage for node_id, linkage in linkages.items()
                        if linkage not in (None, "linked")}
            told = {row["id"]: row["linkage"] for row in tables["unlinked"] + tables["gaps"]}
            self.assertEqual(told, expected)

    def test_feeds_the_script_that_draws_coverage(self):
        with tempfile.TemporaryDirectory() as folder:
            metrics, picture = Path(folder, "metrics.json"), Path(folder, "coverage.png")
            metrics.write_text(json.dumps(self.metrics["bac-giang-2021"]), encoding="utf-8")
            done = run("/usr/bin/python3", CoverageByDistrict.SCRIPT, metrics, "-o", picture)
            self.assertEqual(done.returncode, 0, done.stderr.decode())
            self.assertEqual(picture.read_bytes()[:4], b"\x89PNG")


if __name__ == "__main__":
    unittest.main(verbosity=2)
