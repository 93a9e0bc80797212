"""The report in headless Chromium: what a reader sees, presses, types, prints and listens to.

    /usr/bin/python3 tests/report/run.py --vclink PATH [CASE...]

Needs chromium, chromium-driver and python3-selenium; axe-core comes by npm into the build folder.
What cannot run for want of one of them is skipped by name. The last line says how many passed.
"""
import argparse
import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))
sys.path.insert(0, str(HERE.parent / "oracle"))
import browser  # noqa: E402
import chains  # noqa: E402
import generate  # noqa: E402
from command import BUILD, ROOT, report  # noqa: E402

PROVINCE = ROOT / "datasets" / "bac-giang-2021" / "bac-giang-2021.json"
DISTRICT = ROOT / "datasets" / "tan-lac-2023" / "tan-lac-2023.json"
# Within these the console says nothing and the network hears nothing.
HARMLESS = ("file:", "data:", "blob:", "about:")
# Between the margins of A4, in pixels.
PAPER = 695
# The page's own scripts without those that draw: they read the data and follow paths.
READING = ("data.js", "chain.js", "routes.js")


class Case(unittest.TestCase):
    """A report of a dataset in a browser; reports are made once."""
    vclink = None
    folder = None
    made = {}
    maxDiff = None

    def report_of(self, dataset, name, *options):
        path = pathlib.Path(self.folder) / (name + ".html")
        if name not in self.made:
            if isinstance(dataset, dict):
                text = json.dumps(dataset, ensure_ascii=False)
                dataset = pathlib.Path(self.folder) / (name + ".json")
                dataset.write_text(text, encoding="utf-8")
            subprocess.run([self.vclink, "report", str(dataset), "-o", str(path), "-q",
                            *options], check=True)
            self.made[name] = path
        return path

    def province(self):
        return self.report_of(PROVINCE, "province", "--lang", "vi")

    def assert_quiet(self, driver):
        self.assertEqual(browser.complaints(driver), [])
        for address in browser.asked_for(driver):
            self.assertTrue(address.startswith(HARMLESS), address)


class Reading(Case):
    def test_it_opens_with_the_answer(self):
        with browser.chromium() as driver:
            browser.open_page(driver, self.province())
            title = driver.find_element("tag name", "h1").text
            self.assertIn("332", title)
            self.assertIn("507", title)
            values = [one.text for one in driver.find_elements("css selector", ".figure .value")]
            self.assertEqual(values[:2], ["332", "13.726"])
            self.assert_quiet(driver)

    def test_the_language_is_switched_without_loading(self):
        with browser.chromium() as driver:
            browser.open_page(driver, self.province())
            driver.execute_script("window.kept = true")
            browser.language(driver, "en")
            self.assertEqual(driver.execute_script("return document.documentElement.lang"), "en")
            self.assertIn("332 of 507", driver.find_element("tag name", "h1").text)
            self.assertIn("13,726", driver.find_element("id", "answer").text)
            self.assertTrue(driver.execute_script("return window.kept"))
            browser.language(driver, "vi")
            self.assertIn("332 trong số 507", driver.find_element("tag name", "h1").text)
            self.assertIn("13.726", driver.find_element("id", "answer").text)
            self.assert_quiet(driver)

    def test_dark_is_what_the_reader_prefers_and_may_be_switched(self):
        ground = "return getComputedStyle(document.body).backgroundColor"
        with browser.chromium(dark=True) as driver:
            browser.open_page(driver, self.province())
            dark = driver.execute_script(ground)
            driver.find_element("css selector", ".theme").click()
            self.assertNotEqual(driver.execute_script(ground), dark)
            driver.find_element("css selector", ".theme").click()
            self.assertEqual(driver.execute_script(ground), dark)

    def test_a_definition_is_a_press_away_and_escape_closes_it(self):
        with browser.chromium() as driver:
            browser.open_page(driver, self.province())
            opener = driver.find_element("css selector", ".figure .what")
            opener.click()
            self.assertEqual(opener.get_attribute("aria-expanded"), "true")
            panel = driver.find_element("css selector", ".definition")
            self.assertGreater(len(panel.text), 60)
            panel.send_keys("\ue00c")
            self.assertEqual(driver.find_elements("css selector", ".definition"), [])
            self.assertEqual(driver.switch_to.active_element, opener)

    def test_nothing_is_wider_than_a_narrow_screen(self):
        with browser.chromium(360, 800) as driver:
            browser.open_page(driver, self.province())
            for name in ("vi", "en"):
                browser.language(driver, name)
                self.assertLessEqual(
                    driver.execute_script("return document.documentElement.scrollWidth"), 360)

    def test_it_prints(self):
        with browser.chromium(dark=True) as driver:
            browser.open_page(driver, self.province())
            page = driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
            self.assertGreater(len(page["data"]), 50000)
            driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
            seen = driver.execute_script(
                "return [...document.querySelectorAll('button, select, input, nav, canvas')]"
                ".filter((one) => one.offsetParent !== null && !one.classList.contains('name')"
                " && !one.classList.contains('sort')).length")
            self.assertEqual(seen, 0)
            self.assertEqual(driver.execute_script(
                "return getComputedStyle(document.documentElement)"
                ".getPropertyValue('--surface').trim()"), "#ffffff")
            for name in ("en", "vi"):
                driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "screen"})
                browser.language(driver, name)
                driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
                browser.resize(driver, PAPER, 1000)
                tall = driver.execute_script(
                    "return [...document.querySelectorAll('.split tbody th')]"
                    ".filter((one) => one.firstChild && one.clientHeight > 25)"
                    ".map((one) => one.textContent)")
                self.assertEqual(tall, [])


    def test_paper_says_how_much_it_leaves_out(self):
        with browser.chromium() as driver:
            browser.open_page(driver, self.province())
            notes = driver.find_elements("css selector", ".paper")
            self.assertFalse(any(one.is_displayed() for one in notes))
            driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
            rows = len(driver.find_elements("css selector", ".register tbody tr"))
            self.assertEqual(driver.find_element("css selector", "#register .paper").text,
                             f"Còn {332 - rows} dòng không in ra.")
            # A heading in a box of its own is not drawn again on the next page.
            self.assertEqual(driver.execute_script(
                "return [...new Set([...document.querySelectorAll('.register thead .sort')]"
                ".map((one) => getComputedStyle(one).display))]"), ["contents"])

    def test_where_nobody_is_active_the_answer_says_who_is_left_out(self):
        path = self.report_of({"nodes": [{"id": one, "kind": "cooperative", "status": "suspended"}
                                         for one in "abc"], "links": []}, "idle-all", "--lang", "en")
        with browser.chromium() as driver:
            browser.open_page(driver, path)
            answer = driver.find_element("id", "answer").text
            self.assertIn("Cooperatives in the dataset: 3 suspended or dissolved.", answer)
            self.assert_quiet(driver)

    def sold_by(self, *linked, farmers=True):
        """A chain of two cooperatives, or as many as there are, of 30 households each."""
        nodes = [{"id": "e", "kind": "enterprise"}]
        links = []
        for at, one in enumerate(linked):
            nodes.append({"id": f"c{at}", "kind": "cooperative"})
            links += [{"source": f"c{at}", "target": "e"}] if one else []
            if farmers:
                nodes.append({"id": f"f{at}", "kind": "farmer", "count": 30})
                links.append({"source": f"f{at}", "target": f"c{at}", "kind": "membership"})
        return {"nodes": nodes, "links": links}

    def test_the_answer_is_told_for_one_for_all_and_for_none(self):
        for name, linked, title, households in (
                ("one-not", [False], "The only active cooperative has no buyer",
                 "No path leads to a buyer for 30 of 30"),
                ("one-sold", [True], "The only active cooperative has a buyer",
                 "All 30 farmer households have a buyer."),
                ("two-sold", [True, True], "All 2 active cooperatives have a buyer",
                 "All 60 farmer households have a buyer."),
                ("two-half", [True, False], "1 of 2 active cooperatives has no buyer",
                 "No path leads to a buyer for 30 of 60")):
            with browser.chromium() as driver:
                browser.open_page(driver, self.report_of(self.sold_by(*linked), name, "--lang", "en"))
                self.assertEqual(driver.find_element("tag name", "h1").text, title)
                self.assertIn(households, driver.find_element("css selector", ".lead").text)
                self.assert_quiet(driver)

    def test_households_that_several_organisations_share_are_not_summed(self):
        """The one household delivers to each of two cooperatives: the sum says two."""
        shared = {"nodes": [{"id": "f", "kind": "farmer"}, {"id": "a", "kind": "cooperative"},
                            {"id": "b", "kind": "cooperative"}],
                  "links": [{"source": "f", "target": one, "kind": "membership"} for one in "ab"]}
        own = self.sold_by(*4 * [False])
        each = "is counted in each of them"
        for name, dataset, told, silent in (
                ("shared", shared, ["Find a buyer for the largest cooperative without one first.\n"],
                 each),
                ("own", own, ["60 households belong to them, 50.0%", each], "without one first.\n")):
            with browser.chromium() as driver:
                browser.open_page(driver, self.report_of(dataset, name, "--lang", "en"))
                steps = driver.find_element("id", "next").text
                for one in told:
                    self.assertIn(one, steps)
                self.assertNotIn(silent, steps)

    def test_actors_with_coordinates_alone_make_a_map_with_names(self):
        dataset = self.sold_by(True, False)
        for at, one in enumerate(dataset["nodes"]):
            if one["kind"] == "cooperative":
                one.update(name=f"HTX {at}", lat=20 + at, lon=105 + at)
        with browser.chromium() as driver:
            browser.open_page(driver, self.report_of(dataset, "dots", "--lang", "en"))
            part = driver.find_element("id", "map")
            self.assertIn("Each dot is an organisation", part.text)
            dots = part.find_elements("css selector", "circle.dot")
            self.assertEqual([one.find_element("tag name", "title").get_attribute("textContent")
                              for one in dots],
                             ["HTX 1: Has a buyer directly", "HTX 3: No buyer"])
            self.assertEqual([one.text for one in part.find_elements("css selector", ".map > text")],
                             ["HTX 1", "HTX 3"])
            for one in dots:
                self.assertGreaterEqual(one.rect["width"], 10)
            part.find_element("tag name", "summary").click()
            names = part.find_elements("css selector", "tbody th")
            self.assertEqual([one.text for one in names], ["HTX 1", "HTX 3"])
            dots[1].click()
            self.assertEqual(driver.find_element("id", "actor-name").text, "HTX 3")
            self.assert_quiet(driver)

    def test_a_buyer_whom_nobody_reaches_makes_no_empty_table(self):
        path = self.report_of({"nodes": [{"id": "e", "kind": "enterprise"}], "links": []},
                              "idle", "--lang", "en")
        with browser.chromium() as driver:
            browser.open_page(driver, path)
            self.assertEqual(driver.find_elements("css selector", "#buyers table"), [])
            self.assertIn("1 more buyer has no suppliers yet",
                          driver.find_element("id", "buyers").text)
            self.assert_quiet(driver)

    def test_where_there_are_only_households_something_is_to_do_for_them(self):
        for linked in (False, True):
            dataset = {"nodes": [{"id": "f", "kind": "farmer", "count": 30},
                                 {"id": "e", "kind": "enterprise"}],
                       "links": [{"source": "f", "target": "e"}] if linked else []}
            path = self.report_of(dataset, f"households-{linked}", "--lang", "en")
            with browser.chromium() as driver:
                browser.open_page(driver, path)
                steps = driver.find_element("id", "next").text
                self.assertEqual("Find buyers for the 30 households without one" in steps,
                                 not linked, steps)
                if not linked:
                    browser.press(driver, "//*[@id='next']//button")
                self.assert_quiet(driver)


class Register(Case):
    def rows(self, driver):
        return driver.execute_script(
            "return [...document.querySelectorAll('.register tbody tr')].map((row) =>"
            " Object.fromEntries([...row.children].map((cell) =>"
            " [/of-(\\w+)/.exec(cell.className)[1], cell.textContent])))")

    def choose(self, driver, label, value):
        driver.execute_script(
            "const field = [...document.querySelectorAll('#register .field')].find((one) =>"
            " one.querySelector('span').textContent === arguments[0]);"
            "const select = field.querySelector('select');"
            "select.value = arguments[1]; select.dispatchEvent(new Event('change'));", label, value)

    def show_all(self, driver):
        while True:
            more = driver.find_element("css selector", "#register .more")
            if not more.is_displayed():
                return
            driver.execute_script("arguments[0].click()", more)

    def unlinked(self):
        return browser.rows_of(browser.data_of(self.province()), "unlinked")

    def test_words_without_marks_find_names_with_them(self):
        dataset = json.loads(DISTRICT.read_text(encoding="utf-8"))
        province = next(place for place in dataset["places"] if place["level"] == "province")
        province["name"] = "Tỉnh Đồng Tháp"
        dataset["nodes"] = [node for node in dataset["nodes"]]
        some = next(node for node in dataset["nodes"] if node["id"] == "htx-27")
        some["name"] = "HTX xoài Mỹ Xương, Đồng Tháp"
        path = self.report_of(dataset, "dong-thap", "--lang", "vi")
        with browser.chromium() as driver:
            browser.open_page(driver, path)
            field = driver.find_element("css selector", "#register input[type=search]")
            for typed in ("my xuong dong thap", "ĐỒNG THÁP xoai", "đồng tháp mỹ xương"):
                field.clear()
                field.send_keys(typed)
                names = [row["name"] for row in self.rows(driver)]
                self.assertEqual(names, ["HTX xoài Mỹ Xương, Đồng Tháp"], typed)
            field.clear()
            field.send_keys("khong co ai ten nhu vay")
            self.assertEqual(self.rows(driver), [])
            self.assertIn("Không có", driver.find_element("css selector", ".shown").text)

    def test_filters_show_what_the_table_holds(self):
        table = self.unlinked()
        with browser.chromium() as driver:
            browser.open_page(driver, self.province())
            for label, value, fits in (
                    ("Tình trạng liên kết", "lapsed", lambda row: row["linkage"] == "lapsed"),
                    ("Địa bàn", "219", lambda row: row["place"] == "219"),
                    ("Địa bàn", "24", lambda row: row["place"] is not None),
                    ("Lĩnh vực", "livestock", lambda row: row["sector"] == "livestock")):
                self.choose(driver, label, value)
                self.show_all(driver)
                wanted = [row["name"] for row in table if row["kind"] == "cooperative" and fits(row)]
                self.assertEqual([row["name"] for row in self.rows(driver)], wanted, label)
                self.choose(driver, label, "")

    def test_every_column_sorts_both_ways(self):
        with browser.chromium() as driver:
            browser.open_page(driver, self.province())
            self.choose(driver, "Loại hình", "")
            heads = driver.find_elements("css selector", ".register thead .sort")
            self.assertEqual(len(heads), 10)
            for index in range(len(heads)):
                orders = []
                for _ in range(2):
                    head = driver.find_elements("css selector", ".register thead .sort")[index]
                    driver.execute_script("arguments[0].click()", head)
                    marked = driver.find_elements("css selector", ".register th[aria-sort]")
                    self.assertEqual(len(marked), 1)
                    orders.append((marked[0].get_attribute("aria-sort"),
                                   [row["rank"] for row in self.rows(driver)]))
                self.assertEqual({one[0] for one in orders}, {"ascending", "descending"})
                self.assertNotEqual(orders[0][1], orders[1][1])

    def test_a_sum_of_nothing_known_is_not_told(self):
        for known in (False, True):
            product = {"product": "p", "output_kg": 7000} if known else "p"
            dataset = {"products": [{"id": "p"}], "links": [],
                       "nodes": [{"id": "c", "kind": "cooperative", "members": 5,
                                  "products": [product]}]}
            path = self.report_of(dataset, f"output-{known}", "--lang", "en")
            with browser.chromium() as driver:
                browser.open_page(driver, path)
                shown = driver.find_element("css selector", "#register .shown").text
                self.assertEqual(shown, "1 of 1 shown · 5 households without a buyer"
                                 + (" · 7 t a year unsold" if known else ""))

    def test_numbers_sort_as_numbers(self):
        table = self.unlinked()
        with browser.chromium() as driver:
            browser.open_page(driver, self.province())
            head = driver.find_element("css selector", "th.of-unsold_kg .sort")
            driver.execute_script("arguments[0].click()", head)
            self.show_all(driver)
            known = sorted((row for row in table if row["kind"] == "cooperative"
                            and row["unsold_kg"] is not None),
                           key=lambda row: (-row["unsold_kg"], row["rank"]))
            self.assertEqual([row["name"] for row in self.rows(driver)][:len(known)],
                             [row["name"] for row in known])

    def test_the_csv_holds_what_is_shown(self):
        table = self.unlinked()
        with tempfile.TemporaryDirectory() as folder, browser.chromium(downloads=folder) as driver:
            browser.open_page(driver, self.province())
            self.choose(driver, "Tình trạng liên kết", "lapsed")
            browser.press(driver, "//*[@id='register']//button[text()='Tải về CSV']")
            text = self.downloaded(folder)
            self.assertTrue(text.startswith("\ufeff"))
            rows = list(csv.DictReader(io.StringIO(text[1:], newline="")))
            wanted = [row for row in table if row["kind"] == "cooperative"
                      and row["linkage"] == "lapsed"]
            self.assertEqual([row["id"] for row in rows], [row["id"] for row in wanted])
            self.assertEqual([row["name"] for row in rows], [row["name"] for row in wanted])
            self.assertEqual([float(row["unsold_kg"] or -1) for row in rows],
                             [-1 if row["unsold_kg"] is None else row["unsold_kg"]
                              for row in wanted])
            self.assert_quiet(driver)

    def downloaded(self, folder):
        for _ in range(100):
            files = [one for one in pathlib.Path(folder).iterdir() if one.suffix == ".csv"]
            if files:
                return files[0].read_bytes().decode("utf-8")
            time.sleep(0.1)
        self.fail("no file was downloaded")

    def test_formulas_in_the_csv_are_disarmed(self):
        path = self.report_of(chains.hostile(), "hostile", "--lang", "en")
        with tempfile.TemporaryDirectory() as folder, browser.chromium(downloads=folder) as driver:
            browser.open_page(driver, path)
            browser.press(driver, "//*[@id='register']//button[text()='Download CSV']")
            rows = list(csv.reader(io.StringIO(self.downloaded(folder)[1:], newline="")))
            cells = [cell for row in rows for cell in row]
            self.assertTrue(any(cell.startswith("'=cmd") for cell in cells))
            for cell in cells:
                self.assertNotRegex(cell, "^\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20\t\r]")


class Chain(Case):
    def script(self, *more):
        page = ROOT / "src" / "report"
        return "".join((page / name).read_text(encoding="utf-8") for name in READING) + \
            "".join(more)

    def test_ways_agree_with_the_tables(self):
        """Who has a way, and whether it is one link long, against `coverage` of `nodes`."""
        for dataset, name in ((PROVINCE, "province"), (DISTRICT, "district"),
                              (chains.many(1500, 9), "some")):
            path = self.report_of(dataset, name, "--lang", "vi")
            nodes = browser.rows_of(browser.data_of(path), "nodes")
            with browser.chromium() as driver:
                browser.open_page(driver, path)
                found = driver.execute_script(
                    self.script("return chain.ids.map((_, row) => coverageOf(row));"))
            wrong = [(node["id"], one, node["coverage"]) for one, node in zip(found, nodes)
                     if one != node["coverage"]]
            self.assertEqual(wrong, [])
            self.assertEqual(len(found), len(nodes))
            self.assertEqual({one for one in found if one}, {"direct", "indirect", "uncovered"})

    def test_random_chains_agree_with_the_tables_and_are_shown(self):
        """Chains of the oracle: whatever may stand in a dataset, and in odd company."""
        with browser.chromium() as driver:
            for number in range(60):
                dataset, options = generate.chain_of(7, number)
                given = ["--as-of", options["as_of"]] if options["as_of"] else []
                for one in options["without"]:
                    given += ["--without", one]
                path = self.report_of(dataset, f"random-{number}", *given, "--lang", "en")
                data = browser.data_of(path)
                browser.open_page(driver, path)
                found = driver.execute_script(self.script(
                    "return [chain.ids.map((_, row) => coverageOf(row)),"
                    " column('critical', 'id').map((id) => strandedBy(chain.rowOf.get(id))"
                    ".filter((row) => chain.kinds[row] === 'cooperative').length)];"))
                nodes = browser.rows_of(data, "nodes")
                critical = browser.rows_of(data, "critical")
                with self.subTest(number=number):
                    self.assertEqual(found[0], [node["coverage"] for node in nodes])
                    self.assertEqual(found[1], [row["cooperatives_lost"] for row in critical])
                    browser.language(driver, "vi")
                    text = driver.find_element("tag name", "body").text
                    for bad in ("undefined", "NaN", "[object"):
                        self.assertNotIn(bad, text)
                    self.assert_quiet(driver)

    def test_a_way_lies_within_one_layer_and_ends_at_a_buyer(self):
        data = browser.data_of(self.province())
        nodes = {node["id"]: node for node in browser.rows_of(data, "nodes")}
        links = browser.rows_of(data, "links")
        with browser.chromium() as driver:
            browser.open_page(driver, self.province())
            ways = driver.execute_script(self.script(
                "return chain.ids.flatMap((id, row) => coveredProducts(row).map((product) =>"
                " [id, product, wayToBuyer(row, product)]));"))
        self.assertGreater(len(ways), 300)
        for start, product, way in ways:
            here = start
            for at in way:
                link = links[at]
                self.assertEqual(link["source"], here)
                self.assertTrue(link["active"] and link["kind"] != "input")
                self.assertTrue(nodes[here]["sells"])
                here = link["target"]
                for one in (link["products"], nodes[link["source"]]["products"],
                            nodes[here]["products"]):
                    self.assertTrue(product in one or (not one))
            self.assertTrue(nodes[here]["active"] and nodes[here]["buyer"])

    def test_those_stranded_are_as_many_as_the_table_says(self):
        data = browser.data_of(self.province())
        critical = browser.rows_of(data, "critical")
        with browser.chromium() as driver:
            browser.open_page(driver, self.province())
            lost = driver.execute_script(self.script(
                "return arguments[0].map((id) => strandedBy(chain.rowOf.get(id)).filter((row) =>"
                " chain.kinds[row] === 'cooperative').length);"),
                [row["id"] for row in critical])
        self.assertEqual(lost, [row["cooperatives_lost"] for row in critical])

    def test_an_actor_is_found_by_keys_alone_and_its_way_is_told(self):
        with browser.chromium() as driver:
            browser.open_page(driver, self.province())
            field = driver.find_element("css selector", "[role=combobox]")
            field.send_keys("rau sach yen dung")
            self.assertEqual(field.get_attribute("aria-expanded"), "true")
            field.send_keys("\ue015")
            self.assertTrue(field.get_attribute("aria-activedescendant"))
            field.send_keys("\ue007")
            self.assertEqual(driver.find_element("id", "actor-name").text, "HTX rau sạch Yên Dũng")
            steps = driver.find_elements("css selector", ".way li")
            self.assertGreaterEqual(len(steps), 2)

    def test_of_a_long_way_the_beginning_and_the_end_are_told(self):
        def path_of(count):
            nodes = [{"id": f"c{i:03}", "kind": "cooperative"} for i in range(count)]
            nodes.append({"id": "e", "kind": "enterprise"})
            return {"nodes": nodes, "links": [{"source": one["id"], "target": then["id"]}
                                              for one, then in zip(nodes, nodes[1:])]}
        for count, steps, told in ((24, 25, []), (25, 25, ["2 more steps between"]),
                                   (300, 25, ["277 more steps between"])):
            with browser.chromium() as driver:
                browser.open_page(driver, self.report_of(path_of(count), f"path-{count}",
                                                         "--lang", "en"))
                driver.find_element("css selector", "[role=combobox]").send_keys(
                    "c000", "\ue015", "\ue007")
                items = driver.find_elements("css selector", ".way li")
                between = driver.find_elements("css selector", ".way .between")
                self.assertEqual([one.text for one in between], told)
                self.assertEqual(len(items), steps)
                self.assertIn("e", items[-1].find_element("tag name", "button").text)

    def test_why_there_is_no_way_is_told_for_every_linkage(self):
        nodes = browser.rows_of(browser.data_of(self.province()), "nodes")
        with browser.chromium() as driver:
            browser.open_page(driver, self.province())
            for name in ("vi", "en"):
                browser.language(driver, name)
                told = {}
                for linkage in ("isolated", "product_mismatch", "buyer_inactive", "upcoming",
                                "lapsed", "dead_end", "no_buyer"):
                    node = next(one for one in nodes if one["linkage"] == linkage
                                and one["coverage"] == "uncovered")
                    field = driver.find_element("css selector", "[role=combobox]")
                    field.clear()
                    field.send_keys(node["id"], "\ue015", "\ue007")
                    told[linkage] = driver.find_element("css selector", ".ways").text
                    self.assertNotRegex(told[linkage], "[{}]|undefined|null")
                self.assertEqual(len(set(told.values())), 7)

    def test_the_picture_moves_by_keys(self):
        image = "return document.querySelector('canvas').toDataURL()"
        with browser.chromium() as driver:
            browser.open_page(driver, self.province())
            frame = driver.find_element("css selector", ".picture")
            driver.execute_script("arguments[0].scrollIntoView()", frame)
            time.sleep(0.3)
            seen = [driver.execute_script(image)]
            for key in ("+", "\ue014", "-", "0"):
                frame.send_keys(key)
                time.sleep(0.3)
                seen.append(driver.execute_script(image))
            self.assertNotEqual(seen[0], seen[1])
            self.assertNotEqual(seen[1], seen[2])
            self.assertNotEqual(seen[2], seen[3])
            self.assertEqual(seen[0], seen[4])


class Safety(Case):
    def test_hostile_names_run_nothing(self):
        path = self.report_of(chains.hostile(), "hostile", "--lang", "en")
        tags = "return [...document.querySelectorAll('img, iframe, object, embed, [onerror]," \
               " [onload], [style*=expression], a[href^=\"javascript\"]')].length"
        scripts = "return document.scripts.length"
        with browser.chromium() as driver:
            browser.open_page(driver, path)
            for name in ("vi", "en"):
                browser.language(driver, name)
                for opener in driver.find_elements("css selector", ".what")[:12]:
                    driver.execute_script("arguments[0].click()", opener)
                for opener in driver.find_elements("css selector", "#critical .press button"):
                    driver.execute_script("arguments[0].click()", opener)
                for typed in ("img", "script", "javascript", "proto"):
                    field = driver.find_element("css selector", "[role=combobox]")
                    field.clear()
                    field.send_keys(typed, "\ue015", "\ue007")
                    self.assertTrue(driver.find_element("id", "actor-name").text)
            self.assertIsNone(driver.execute_script("return window.hit || null"))
            self.assertEqual(driver.execute_script(tags), 0)
            self.assertEqual(driver.execute_script(scripts), 2)
            self.assertIn("<img", driver.find_element("id", "top").text)
            self.assert_quiet(driver)

    def test_chains_with_little_in_them_are_shown(self):
        bare = {"nodes": [{"id": "c", "kind": "cooperative"}], "links": []}
        farmers = {"nodes": [{"id": "f", "kind": "farmer"}, {"id": "e", "kind": "enterprise"}],
                   "links": [{"source": "f", "target": "e"}]}
        empty = {"nodes": [], "links": []}
        for dataset, name in ((bare, "bare"), (farmers, "farmers"), (empty, "empty")):
            path = self.report_of(dataset, name, "--lang", "en")
            with browser.chromium() as driver:
                browser.open_page(driver, path)
                browser.language(driver, "vi")
                self.assertTrue(driver.find_element("tag name", "h1").text)
                self.assertNotIn("undefined", driver.find_element("tag name", "body").text)
                self.assert_quiet(driver)


class Speed(Case):
    def test_20000_actors_are_ready_within_two_seconds(self):
        path = self.report_of(chains.many(20000), "many", "--lang", "vi")
        self.assertEqual(len(browser.rows_of(browser.data_of(path), "nodes")), 20000)
        times = []
        for _ in range(3):
            with browser.chromium() as driver:
                browser.open_page(driver, path)
                times.append(driver.execute_script(
                    "return performance.getEntriesByName('vclink-ready')[0].startTime"))
                self.assert_quiet(driver)
        print(f"ready after {', '.join(f'{one:.0f}' for one in times)} ms", flush=True)
        self.assertLess(min(times), 2000)


    def test_more_actors_than_that_show_organisations(self):
        path = self.report_of(chains.many(20500), "organisations", "--lang", "en")
        data = browser.data_of(path)
        self.assertTrue(data["organisations_only"])
        with browser.chromium() as driver:
            browser.open_page(driver, path)
            self.assertIn("not listed one by one", driver.find_element("id", "foot").text)
            driver.find_element("css selector", "[role=combobox]").send_keys("HTX 00012", "\ue007")
            self.assertEqual(driver.find_element("id", "actor-name").text, "HTX nông nghiệp 00012")
            self.assert_quiet(driver)


class Accessible(Case):
    def test_axe_finds_nothing(self):
        axe = browser.axe_source(BUILD)
        if axe is None:
            self.skipTest("axe-core: npm could not install it")
        for width, dark in ((1440, False), (1440, True), (390, False), (390, True)):
            with browser.chromium(width, 900, dark) as driver:
                browser.open_page(driver, self.province())
                for name in ("vi", "en"):
                    browser.language(driver, name)
                    with self.subTest(width=width, dark=dark, language=name):
                        self.assertEqual(self.violations(driver, axe), [])

    def violations(self, driver, axe):
        for opener in driver.find_elements("css selector", "#critical .press button")[:1]:
            driver.execute_script("arguments[0].click()", opener)
        driver.execute_script(
            "document.querySelectorAll('details').forEach((one) => { one.open = true; });"
            "document.querySelector('.figure .what').click()")
        driver.execute_script(axe)
        found = driver.execute_async_script(
            "const done = arguments[0]; axe.run(document, { resultTypes: ['violations'] })"
            ".then((all) => done(all.violations.map((one) => one.id + ': ' +"
            " one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160) + ' | ' +"
            " node.failureSummary).join(' || '))), (error) => done(['failed: ' + error]));")
        return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vclink", required=True)
    parser.add_argument("cases", nargs="*", help="such as Register or Chain.test_the_picture...")
    arguments = parser.parse_args()
    loader = unittest.defaultTestLoader
    suite = loader.loadTestsFromNames(arguments.cases, sys.modules["__main__"]) \
        if arguments.cases else loader.loadTestsFromModule(sys.modules["__main__"])
    absent = browser.missing()
    if absent:
        print(f"report in a browser: skipped, not installed: {', '.join(absent)}")
        return report(0, 0, suite.countTestCases())
    with tempfile.TemporaryDirectory() as folder:
        Case.vclink = str(pathlib.Path(arguments.vclink).resolve())
        Case.folder = folder
        result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
    failed = len(result.failures) + len(result.errors)
    skipped = len(result.skipped)
    return report(result.testsRun - failed - skipped, failed, skipped)


if __name__ == "__main__":
    sys.exit(main())
