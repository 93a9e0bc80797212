#!/usr/bin/python3
"""The report: a page that any parser of HTML reads, around the figures of `vclink analyze`. Nothing
from the data is ever markup, the policy allows exactly its own style and script, and outlines of
places come out small and whole."""
import base64
import collections
import hashlib
import html.parser
import json
import os
import pathlib
import pty
import random
import sys
import tempfile
import time
import unicodedata
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "cli"), str(HERE.parent / "support")]

import command      # noqa: E402
import hostile      # noqa: E402
from command import run      # noqa: E402

DATASETS = [command.ROOT / "datasets" / name / f"{name}.json"
            for name in ("bac-giang-2021", "tan-lac-2023")]
ON_DEMAND = ("nodes", "links", "places", "products", "layout")
MOST_BESIDES_DATA = 600_000
MOST_SECONDS = 30  # for 20,000 actors; it takes half a second where nothing slows it down

# Besides the corpus: what only a page could mistake for its own.
HOLES = ["{{data}}", "{{title}}", "{{script}}", "\\u003cb\\u003e", "</noscript><b>", "</title><b>"]
HOSTILE = [*hostile.TEXTS.values(), *HOLES]


class Page(html.parser.HTMLParser):
    """The tags of a page in their order, and what stands in scripts, style, title and noscript."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags = []
        self.attributes = []
        self.within = collections.defaultdict(list)
        self.open = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag in ("script", "style", "title", "noscript"):
            self.open = tag
            self.within[tag].append("")

    def handle_endtag(self, tag):
        self.tags.append("/" + tag)
        self.open = None if tag == self.open else self.open

    def handle_data(self, data):
        if self.open:
            self.within[self.open][-1] += data

    def handle_comment(self, data):
        self.tags.append("comment")

    def data(self):
        return json.loads(self.within["script"][0])

    def policy(self):
        content = [value for tag, name, value in self.attributes
                   if tag == "meta" and name == "content" and "default-src" in value]
        assert len(content) == 1
        pairs = (part.split(None, 1) for part in content[0].split(";"))
        return {name: value for name, value in pairs}


def page_of(path, *options):
    done = run("report", path, "-q", *options)
    assert done.returncode == 0, done.stderr.decode()
    return Page(done.stdout.decode("utf-8"))


def rows_of(table):
    """A table of the page as `vclink analyze` gives it: a list of objects."""
    names = [column["name"] for column in table["columns"]]
    return [dict(zip(names, row)) for row in zip(*table["values"])]


def sha256(text):
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def chain_of(names):
    """A chain in which everything that has a name bears one of these, and an id too."""
    nodes, places, products = [], [], []
    for number, name in enumerate(names):
        places.append({"id": f"p{name}", "name": name, "level": name})
        products.append({"id": f"s{name}", "name": name, "name_en": name})
        nodes.append({"id": f"c{name}", "kind": "cooperative", "name": name, "sector": name,
                      "place": f"p{name}", "products": [f"s{name}"], "certificates": [name],
                      "form": name, "rating": name, "tax_id": name, "members": number})
    nodes.append({"id": "e", "kind": "enterprise"})
    links = [{"source": node["id"], "target": "e"} for node in nodes[::2] if node["id"] != "e"]
    return {"graph": {"name": " ".join(names), "source": " ".join(names), "currency": names[0]},
            "places": places, "products": products, "nodes": nodes, "links": links}


class Folder(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="vclink-report-")
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def write(self, name, value):
        path = self.folder / name
        path.write_text(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False),
                        encoding="utf-8")
        return path


class Frame(Folder):
    def test_the_policy_allows_the_style_and_the_script_that_are_there_and_nothing_else(self):
        page = page_of(DATASETS[1])
        data, script = page.within["script"]
        self.assertEqual(page.policy(), {
            "default-src": "'none'", "script-src": sha256(script),
            "style-src": sha256(page.within["style"][0]), "img-src": "data: blob:",
            "base-uri": "'none'", "form-action": "'none'"})
        self.assertNotEqual(sha256(data), sha256(script))
        self.assertIn(("script", "type", "application/json"), page.attributes)

    def test_nothing_is_loaded_or_run_but_what_stands_in_it(self):
        page = page_of(DATASETS[1])
        self.assertEqual(page.tags.count("script"), 2)
        self.assertEqual(page.tags.count("style"), 1)
        for tag, name, value in page.attributes:
            self.assertFalse(name.startswith("on"), (tag, name))
            self.assertNotIn(name, ("src", "srcset", "style", "action", "data", "formaction"))
            if name == "href":
                self.assertTrue(value.startswith("#"), value)

    def test_beyond_its_data_it_is_small(self):
        for path in DATASETS:
            text = run("report", path, "-q").stdout
            data = Page(text.decode()).within["script"][0].encode()
            self.assertLess(len(text) - len(data), MOST_BESIDES_DATA)

    def test_who_allows_no_script_reads_the_answer_in_both_languages(self):
        page = page_of(DATASETS[0])
        text = page.within["noscript"][0]
        row = rows_of(page.data()["tables"]["summary"])[0]
        lacking, active = row["cooperatives_uncovered"], row["cooperatives_active"]
        self.assertIn(f"No buyer for {lacking} of {active} cooperatives (65.5%).", text)
        self.assertIn(f"{lacking}/{active} hợp tác xã chưa có đầu ra (65,5%).", text)
        self.assertIn("allow scripts", text)

    def test_the_language_is_that_of_the_page(self):
        for language, title in (("vi", "tình trạng liên kết"), ("en", "who has a buyer")):
            page = page_of(DATASETS[1], "--lang", language)
            self.assertIn(("html", "lang", language), page.attributes)
            self.assertEqual(page.data()["language"], language)
            self.assertIn(title, page.within["title"][0])


class Data(Folder):
    def test_it_holds_the_figures_of_analyze(self):
        for path in DATASETS:
            page = page_of(path).data()
            named = [t for t in page["tables"]]
            figures = json.loads(run("analyze", path, "-q", "--format", "json", *named).stdout)
            self.assertEqual(page["options"], figures["options"])
            self.assertEqual(page["tool"], figures["tool"])
            for key in ("name", "as_of"):
                self.assertEqual(page["dataset"][key], figures["dataset"][key])
            self.assertEqual(set(page["tables"]), set(figures["tables"]))
            for name, table in page["tables"].items():
                self.assertEqual(rows_of(table), figures["tables"][name], name)
                self.assertEqual([column["unit"] for column in table["columns"]],
                                 [column["unit"] for column in figures["schema"][name]])

    def test_it_holds_every_table(self):
        tables = page_of(DATASETS[1]).data()["tables"]
        unasked = json.loads(run("analyze", DATASETS[1], "-q", "--format", "json").stdout)
        self.assertEqual(list(tables), [*unasked["tables"], *ON_DEMAND])

    def test_options_that_change_figures_are_followed(self):
        page = page_of(DATASETS[1], "--without", "dn-003", "--as-of", "2023-06-30").data()
        self.assertEqual(page["options"], {"as_of": "2023-06-30", "without": ["dn-003"]})
        row = [row for row in rows_of(page["tables"]["nodes"]) if row["id"] == "dn-003"]
        self.assertFalse(row[0]["active"])

    def test_every_term_and_unit_that_occurs_has_labels_in_both_languages(self):
        page = page_of(DATASETS[0]).data()
        terms, units = set(), set()
        for table in page["tables"].values():
            for column, values in zip(table["columns"], table["values"]):
                self.assertIn(column["type"],
                              ("integer", "real", "text", "term", "list", "boolean"))
                self.assertEqual(len(column["label"]), 2)
                self.assertEqual(len(column["description"]), 2)
                self.assertLessEqual(set(column["flags"]),
                                     {"rate", "total", "rank", "key", "date"})
                self.assertEqual("date" in column["flags"],
                                 column["name"] in ("start", "end"), column["name"])
                units |= {column["unit"]} - {""}
                if column["type"] == "term":
                    terms |= set(values) - {None}
        self.assertEqual(list(page["terms"]), sorted(terms))
        self.assertEqual(list(page["units"]), sorted(units))
        self.assertEqual(page["terms"]["cooperative"], ["cooperative", "hợp tác xã"])
        self.assertEqual(page["units"]["households"], ["households", "hộ"])

    def test_the_same_bytes_come_out_on_every_run_and_whatever_the_order_of_records(self):
        document = json.loads(DATASETS[0].read_text(encoding="utf-8"))
        chance = random.Random(4)
        expected = run("report", DATASETS[0], "-q").stdout
        for threads in (1, 3):
            for key in ("nodes", "links", "places", "products"):
                chance.shuffle(document[key])
            path = self.write("shuffled.json", document)
            self.assertEqual(run("report", path, "-q", "--threads", threads).stdout, expected)

    def test_nothing_at_all_gives_a_page_too(self):
        page = page_of(self.write("empty.json", {"nodes": [], "links": []})).data()
        self.assertEqual(page["tables"]["nodes"]["values"],
                         [[] for _ in page["tables"]["nodes"]["columns"]])
        self.assertIsNone(page["dataset"]["name"])
        self.assertIsNone(page["regions"])

    def test_households_are_left_out_of_large_networks(self):
        nodes = [{"id": "c", "kind": "cooperative"}, {"id": "e", "kind": "enterprise"}]
        links = [{"source": "c", "target": "e"}]
        for number in range(20_000 - 2):
            nodes.append({"id": f"f{number}", "kind": "farmer"})
            links.append({"source": f"f{number}", "target": "c"})
        drawn = page_of(self.write("most.json", {"nodes": nodes, "links": links})).data()
        self.assertFalse(drawn["organisations_only"])
        self.assertEqual(len(drawn["tables"]["nodes"]["values"][0]), 20_000)
        nodes.append({"id": "one more", "kind": "farmer"})
        left = page_of(self.write("more.json", {"nodes": nodes, "links": links})).data()
        self.assertTrue(left["organisations_only"])
        self.assertEqual(left["tables"]["nodes"]["values"][0], ["c", "e"])
        self.assertEqual(len(left["tables"]["links"]["values"][0]), 1)
        self.assertEqual(rows_of(left["tables"]["summary"])[0]["households"], 19_999)


class HostileNames(Folder):
    def test_no_name_becomes_markup_and_every_name_is_read_back(self):
        plain = page_of(self.write("plain.json", chain_of(["a" * 9] * 1)))
        for names in [*([name] for name in HOSTILE), HOSTILE]:
            path = self.write("hostile.json", chain_of(names))
            for language in ("vi", "en"):
                page = page_of(path, "--lang", language)
                self.assertEqual(page.tags, plain.tags, names)
                self.assertEqual(page.policy(), plain.policy(), names)
                self.assertEqual(page.within["script"][1], plain.within["script"][1])
                found = rows_of(page.data()["tables"]["nodes"])
                wanted = {unicodedata.normalize("NFC", name) for name in names}
                self.assertEqual({row["name"] for row in found} - {None}, wanted)
                self.assertEqual({row["sector"] for row in found} - {None}, wanted)

    def test_the_data_has_no_character_that_could_end_a_script(self):
        text = run("report", self.write("hostile.json", chain_of(HOSTILE)), "-q").stdout.decode()
        data = Page(text).within["script"][0]
        self.assertIn(data, text)
        for character in "<>&\u2028\u2029\u202e\x7f\x85":
            self.assertNotIn(character, data)

    def test_a_title_shows_what_is_hidden(self):
        names = ["x\u202ey</title>", "&#60;"]
        page = page_of(self.write("hostile.json", chain_of(names)), "--lang", "en")
        self.assertTrue(page.within["title"][0].startswith("x<U+202E>y</title> &#60;: "))


def wiggle(start, end, chance, size=0.05):
    """A border from one corner to another, of 257 points."""
    points = [start, end]
    for _ in range(8):
        longer = []
        for (ax, ay), (bx, by) in zip(points, points[1:]):
            longer += [(ax, ay), ((ax + bx) / 2 + chance.uniform(-size, size) / 2,
                                  (ay + by) / 2 + chance.uniform(-size, size) / 2)]
        points, size = longer + [points[-1]], size * 0.5
    return points


class Regions(Folder):
    """Two districts of Tân Lạc's map that share a border, made up."""

    def setUp(self):
        super().setUp()
        document = json.loads(DATASETS[1].read_text(encoding="utf-8"))
        self.places = [place for place in document["places"] if place["level"] != "commune"]
        chance = random.Random(7)
        south, middle, north = (105.2, 20.5), (105.3, 20.7), (105.2, 20.9)
        border = wiggle(south, middle, chance) + wiggle(middle, north, chance)[1:]
        west = wiggle(north, (105.0, 20.7), chance) + wiggle((105.0, 20.7), south, chance)[1:]
        east = wiggle(north, (105.6, 20.7), chance) + wiggle((105.6, 20.7), south, chance)[1:]
        # Each begins elsewhere, and they go round in opposite directions.
        left = border[:-1] + west[:-1]
        right = border[:-1] + east[:-1]
        self.rings = [left[50:] + left[:51], right[300:] + right[:301]]

    def features(self, of_place, more=()):
        features = [{"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring]},
                     **of_place(place)} for place, ring in zip(self.places, self.rings)]
        return {"type": "FeatureCollection", "features": [*features, *more]}

    def report(self, regions, *options):
        path = self.write("map.geojson", regions)
        return run("report", DATASETS[1], "--regions", path.name, "-o", "out.html", *options,
                   cwd=self.folder)

    def read(self):
        return Page((self.folder / "out.html").read_text(encoding="utf-8")).data()["regions"]

    def test_features_are_found_by_any_of_the_properties(self):
        shouted = [place["name"].upper() for place in self.places]
        ways = {
            "id": lambda place: {"id": place["id"]},
            "properties.id": lambda place: {"properties": {"id": place["id"]}},
            "properties.code": lambda place: {"id": 1, "properties": {"code": int(place["id"])}},
            "properties.place": lambda place: {"properties": {"place": place["id"]}},
            "properties.ma": lambda place: {"properties": {"ma": place["id"], "name": "?"}},
            "properties.name": lambda place: {
                "properties": {"name": unicodedata.normalize("NFD", place["name"]).upper()}},
        }
        self.assertEqual(len(set(shouted)), 2)
        for property_name, of_place in ways.items():
            done = self.report(self.features(of_place))
            self.assertEqual(done.returncode, 0, done.stderr.decode())
            self.assertIn(property_name.encode(), done.stderr)
            self.assertEqual([region["place"] for region in self.read()],
                             sorted(place["id"] for place in self.places))

    def test_running_numbers_do_not_beat_what_fits_more_features(self):
        first = self.places[0]["id"]
        done = self.report(self.features(
            lambda place: {"id": first, "properties": {"name": place["name"], "id": first}}
            if place["id"] == first else {"properties": {"name": place["name"]}}))
        self.assertIn(b"properties.name", done.stderr)
        self.assertEqual(len(self.read()), 2)

    def test_outlines_are_small_and_a_shared_border_stays_shared(self):
        self.report(self.features(lambda place: {"id": place["id"]}))
        sides = []
        for region in self.read():
            (ring,) = region["rings"]
            self.assertGreater(len(ring), 20)
            self.assertLess(len(ring), len(self.rings[0]) / 3)
            self.assertLess(len(json.dumps(ring)), 25 * len(ring))
            sides.append({frozenset((tuple(a), tuple(b)))
                          for a, b in zip(ring, ring[1:] + ring[:1])})
        self.assertGreater(len(sides[0] & sides[1]), 10)
        # What is not shared leads from one junction round to the other, all in one piece.
        for side in sides:
            ends = collections.Counter(point for pair in side - (sides[0] & sides[1])
                                       for point in pair)
            self.assertEqual({point for point, count in ends.items() if count % 2},
                             {(105.2, 20.5), (105.2, 20.9)})

    def test_no_point_that_is_left_out_was_far_from_what_is_drawn(self):
        self.report(self.features(lambda place: {"id": place["id"]}))
        drawn = {region["place"]: region["rings"][0] for region in self.read()}
        extent = 0.61
        for place, ring in zip(self.places, self.rings):
            outline = drawn[place["id"]]
            sides = list(zip(outline, outline[1:] + outline[:1]))
            for point in ring[::7]:
                nearest = min(distance(point, *side) for side in sides)
                self.assertLess(nearest, 0.002 * extent)

    def test_what_is_no_place_is_counted_with_examples(self):
        odd = {"type": "Feature", "id": "nơi khác", "geometry": None, "properties": None}
        done = self.report(self.features(lambda place: {"id": place["id"]}, [odd, odd, odd]),
                           "--lang", "en")
        self.assertIn("no place of the dataset: 3, such as nơi khác", done.stderr.decode())
        done = self.report(self.features(lambda place: {"id": place["id"]}, [odd]), "-q")
        self.assertEqual(done.stderr, b"")

    def test_what_is_wrong_with_a_map_is_said(self):
        square = [[0, 0], [0, 1], [1, 1], [0, 0]]
        cases = [
            ("{", "not valid JSON at 1:1"),
            ([], "FeatureCollection"),
            ({"type": "FeatureCollection"}, "FeatureCollection"),
            ({"type": "FeatureCollection", "features": []}, "no feature is a place"),
            (self.features(lambda place: {"id": "?"}), "no feature is a place"),
        ]
        for ring in ([[500000, 2300000], *square], [["a", "b"], *square], [None, *square], 7,
                     square[:3], [[0], *square]):
            feature = {"type": "Feature", "id": self.places[0]["id"],
                       "geometry": {"type": "Polygon", "coordinates": [ring]}}
            cases.append(({"type": "FeatureCollection", "features": [feature]},
                          "/features/0/geometry is no polygon"))
        for regions, message in cases:
            done = self.report(regions, "--lang", "en", "-q")
            self.assertEqual(done.returncode, 3, (regions, done.stderr))
            self.assertIn(message, done.stderr.decode())
            self.assertTrue(done.stderr.startswith(b"vclink: map.geojson: "))
            self.assertFalse((self.folder / "out.html").exists())

    def test_a_map_that_is_not_there_is_an_error_of_reading(self):
        done = run("report", DATASETS[1], "--regions", "none.geojson", "-q", cwd=self.folder)
        self.assertEqual((done.returncode, done.stdout), (4, b""))


def distance(point, start, end):
    """From a point to a stretch of line."""
    (x, y), (ax, ay), (bx, by) = point, start, end
    length = (bx - ax) ** 2 + (by - ay) ** 2
    share = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length if length else 0
    share = min(1, max(0, share))
    return ((x - ax - share * (bx - ax)) ** 2 + (y - ay - share * (by - ay)) ** 2) ** 0.5


class Terminal(Folder):
    """On a terminal a page goes into a file."""

    def report(self, *args):
        """What stands on the terminal, and the exit status."""
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(self.folder)
            os.execve(command.VCLINK, [command.VCLINK, "report", *map(str, args)],
                      command.environment())
        shown = b""
        while True:
            try:
                block = os.read(terminal, 4096)
            except OSError:
                break
            if not block:
                break
            shown += block
        _, status = os.waitpid(child, 0)
        os.close(terminal)
        return shown.decode(), os.waitstatus_to_exitcode(status)

    def test_it_is_named_after_the_dataset_and_told_so(self):
        shown, status = self.report(DATASETS[1], "--lang", "en")
        self.assertEqual(status, 0)
        self.assertIn("the report is in tan-lac-2023.html", shown)
        self.assertIn("<title>", (self.folder / "tan-lac-2023.html").read_text(encoding="utf-8"))

    def test_a_file_that_nobody_named_is_never_replaced(self):
        (self.folder / "tan-lac-2023.html").write_text("mine", encoding="utf-8")
        shown, status = self.report(DATASETS[1], "--lang", "en")
        self.assertEqual(status, 2)
        self.assertIn("-o tan-lac-2023.html", shown)
        self.assertEqual((self.folder / "tan-lac-2023.html").read_text(encoding="utf-8"), "mine")
        self.assertEqual(self.report(DATASETS[1], "-o", "tan-lac-2023.html")[1], 0)
        self.assertNotEqual((self.folder / "tan-lac-2023.html").read_text(encoding="utf-8"), "mine")


class Whole(Folder):
    """A report is there as a whole, or what was there before."""

    def test_a_full_disk_is_an_error(self):
        with open("/dev/full", "wb") as full:
            done = run("report", DATASETS[1], "-q", stdout=full)
        self.assertEqual(done.returncode, 4)

    def test_a_report_that_cannot_be_made_leaves_the_old_one(self):
        old = self.write("report.html", "old")
        wrong = self.write("wrong.json", {"nodes": [{"id": "a"}], "links": []})
        for status, args in ((3, [wrong]), (4, [self.folder / "none.json"]),
                             (2, [DATASETS[1], "--without", "nobody"]),
                             (2, [DATASETS[1], "--as-of", "yesterday"]),
                             (4, [DATASETS[1], "--regions", "none.geojson"])):
            done = run("report", *args, "-q", "-o", "report.html", cwd=self.folder)
            self.assertEqual(done.returncode, status, done.stderr)
            self.assertEqual(old.read_text(encoding="utf-8"), "old")
        self.assertEqual(run("report", DATASETS[1], "-q", "-o", old).returncode, 0)
        self.assertIn("</html>", old.read_text(encoding="utf-8"))
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()),
                         ["report.html", "wrong.json"])


class Large(Folder):
    def test_twenty_thousand_actors_take_seconds(self):
        chance = random.Random(1)
        nodes = [{"id": f"e{i}", "kind": "enterprise"} for i in range(2000)]
        links = []
        for number in range(18_000):
            nodes.append({"id": f"c{number}", "kind": "cooperative", "members": 20})
            links += [{"source": f"c{number}", "target": f"e{chance.randrange(2000)}"}
                      for _ in range(number % 4)]
        path = self.write("large.json", {"nodes": nodes, "links": links})
        before = time.monotonic()
        page = page_of(path)
        self.assertLess(time.monotonic() - before, MOST_SECONDS)
        layout = rows_of(page.data()["tables"]["layout"])
        self.assertEqual(len({(row["x"], row["y"]) for row in layout}), 20_000)


if __name__ == "__main__":
    command.main()
