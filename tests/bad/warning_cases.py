"""Data that can be worked with but is odd: every kind of warning, and its nearest neighbour that is none."""
import unicodedata

from corpus import (both, document_of, file, graph, json_bytes, lines_of, link, node, place, product,
                    warning)

FARMER, GROUP, COOPERATIVE = node("f"), node("g", "group"), node("c", "cooperative")
UNION, BUYER, TRADER = node("u", "union"), node("e", "enterprise"), node("t", "enterprise")
ACTORS = [FARMER, GROUP, COOPERATIVE, UNION, BUYER, TRADER]
FIRST = len(ACTORS)         # the number of the first link
DATED = [graph(as_of="2023-12-31")]


def link_warnings(name, note, links, codes, actors=ACTORS):
    """Two cases; `codes` by position in `links`, None where nothing is wrong."""
    return both(name, note, [*actors, *links],
                [warning(code, len(actors) + number) for number, code in enumerate(codes) if code])


def direction():
    return (
        link_warnings("upstream-supply", "supply from an enterprise to a farmer, group or cooperative",
                      [link("e", "f"), link("e", "g", kind="supply"), link("e", "c", kind="supply"),
                       link("e", "u"),
                       link("e", "t"), link("e", "f", kind="input")],
                      ["upstream-supply", "upstream-supply", "upstream-supply", None, None, None])
        + link_warnings("downward-membership", "membership that runs downward, or ends at an enterprise",
                        [link("c", "f", kind="membership"), link("u", "g", kind="membership"),
                         link("f", "e", kind="membership"), link("c", "e", kind="membership"),
                         link("f", "c", kind="membership"), link("c", "u"), link("f", "g")],
                        ["downward-membership", "downward-membership", "downward-membership",
                         "downward-membership",
                         None, None, None])
        + link_warnings("downward-supply", "a link downward without a kind is a supply, which is fine",
                        [link("c", "f"), link("u", "c"), link("g", "f")], [None, None, None])
        + link_warnings("odd-but-ended", "a link that has ended is odd all the same",
                        [link("e", "f", status="ended"),
                         link("c", "f", kind="membership", status="breached")],
                        ["upstream-supply", "downward-membership"]))


def ignored_links():
    full = {"kind": "supply", "product": "p", "volume_kg": 5, "contract": "written", "status": "active"}
    return (
        link_warnings("self-link", "links to themselves, of every kind",
                      [link("c", "c"), link("f", "f", kind="membership"), link("e", "e", kind="input"),
                       link("c", "c")], ["self-link"] * 4)
        + link_warnings("duplicate-link", "exact duplicates, the later ones",
                        [link("f", "e"), link("f", "e"), link("c", "e", **full),
                         link("f", "e", kind="supply"),
                         link("c", "e", **full), link("f", "e", status="active")],
                        [None, "duplicate-link", None, "duplicate-link", "duplicate-link", "duplicate-link"])
        + link_warnings("duplicate-link-products", "product and products are one set, whatever its order",
                        [link("c", "e", products=["p", "q"]), link("c", "e", product="q", products=["p"]),
                         link("c", "e", products=["q", "p"]), link("c", "e", products=["p"]),
                         link("c", "e", product="p")],
                        [None, "duplicate-link", "duplicate-link", None, "duplicate-link"])
        + link_warnings("no-duplicate-link", "they differ in a field: an absent contract is not none",
                        [link("c", "e"), link("c", "e", contract="none"), link("c", "e", volume_kg=0),
                         link("c", "e", value=0), link("c", "e", delivered_kg=0),
                         link("c", "e", kind="input"),
                         link("c", "e", status="ended"), link("c", "e", product="p")], [None] * 8)
        + [file("duplicate-of-edge", "the same link in links and in edges",
                '{"nodes": [{"id": "f", "kind": "farmer"}, {"id": "e", "kind": "enterprise"}],\n'
                '"links": [{"source": "f", "target": "e"}],\n"edges": [{"source": "f", "target": "e"}]}',
                ("duplicate-link", 3, "/edges/0"), severity="warning")])


def products():
    actors = [node("f", products=["rice"]), node("c", "cooperative", products=["rice", "tea"]),
              node("e", "enterprise", products=["pomelo"]), node("t", "enterprise")]
    return link_warnings(
        "products-unhandled", "an active supply link whose ends share no product that it carries",
        [link("f", "e"), link("c", "t", product="pomelo"), link("f", "t", products=["tea", "rice"]),
         link("c", "e", product="rice"), link("f", "e", kind="input"), link("f", "e", status="ended"),
         link("f", "c", kind="membership", product="tea"), link("c", "t")],
        ["products-unhandled", "products-unhandled", None, "products-unhandled", None, None, None, None],
        actors)


def ignored_fields():
    return (
        both("members-ignored", "members counts on groups and cooperatives only",
             [node("u", "union", members=12), node("f", members=3), node("e", "enterprise", members=0),
              node("g", "group", members=5), node("v", "union", members=None)],
             [warning("members-ignored", number, "/members") for number in (0, 1, 2)])
        + both("sells-ignored", "sells counts on all but enterprises",
               [node("e", "enterprise", sells=False), node("f", sells=False),
                node("t", "enterprise", sells=None)],
               [warning("sells-ignored", 0, "/sells")])
        + both("repeated-product", "a product listed twice",
               [node("f", products=["p", "q", "p"]), node("e", "enterprise", products=["p", "p", "p"]),
                node("c", "cooperative", products=["p", {"product": "q"}, {"product": "p", "output_kg": 5}]),
                link("f", "e", products=["p", "p"])],
               [warning("repeated-product", 0, "/products/2"), warning("repeated-product", 1, "/products/1"),
                warning("repeated-product", 1, "/products/2"),
                warning("repeated-product", 2, "/products/2/product"),
                warning("repeated-product", 3, "/products/1")]))


def dates():
    span = {"start": "2021-01-01", "end": "2025-12-31"}
    return (
        both("dates-without-as-of", "links bear dates, but no as-of date is known: one warning, at the first",
             [*ACTORS, link("c", "e"), link("f", "e", **span), link("g", "e", end="2022-01-01"),
              link("u", "e", **span)],
             [warning("dates-without-as-of", FIRST + 1)])
        + both("dates-with-as-of", "with an as-of date nothing is odd",
               [*DATED, *ACTORS, link("f", "e", **span)])
        + both("end-before-start", "an end before a start, and on the same day",
               [*DATED, *ACTORS, link("f", "e", start="2023-02-01", end="2023-01-31"),
                link("c", "e", start="2023-02-01", end="2023-02-01")],
               [warning("end-before-start", FIRST + 1, "/end")])
        + both("end-before-start-no-as-of", "both warnings, in the order of pointers",
               [*ACTORS, link("f", "e", start="2023-02-01", end="2023-01-31")],
               [warning("dates-without-as-of", FIRST), warning("end-before-start", FIRST, "/end")]))


def suspended():
    actors = [node("s", "cooperative", status="suspended"), node("d", "cooperative", status="dissolved"),
              node("r", "cooperative", status="suspended"), node("q", "enterprise", status="suspended"),
              node("e", "enterprise"), node("f")]
    return (
        both("suspended-with-links", "a suspended actor with a link out, one with a link in; ended links do not count",
             [*actors, link("s", "e"), link("d", "e"), link("r", "e", status="ended"), link("f", "q")],
             [warning("suspended-with-links", 0, "/status"), warning("suspended-with-links", 3, "/status")])
        + both("suspended-and-dates", "links that ran out before the as-of date do not count either",
               [*DATED, node("s", "cooperative", status="suspended"), BUYER,
                link("s", "e", end="2023-12-30")])
        + both("suspended-on-the-day", "a link's last day is included",
               [*DATED, node("s", "cooperative", status="suspended"), BUYER,
                link("s", "e", end="2023-12-31")],
               [warning("suspended-with-links", 1, "/status")])
        + link_warnings("supply-from-non-seller", "supply from an actor that does not sell",
                        [link("c", "e"), link("c", "e", kind="input"), link("c", "u"),
                         link("c", "t", kind="supply")],
                        ["supply-from-non-seller", None, None, "supply-from-non-seller"],
                        [node("c", "cooperative", sells=False), UNION, BUYER, TRADER]))


def near_duplicates():
    def organisations(first, second):
        return [node("a", "cooperative", name=first), node("b", "enterprise", name=second)]

    def nfd(text):
        return unicodedata.normalize("NFD", text)

    names = {
        "tone": ("HTX Hoà Bình", "HTX Hòa Bình", "where the tone mark stands"),
        "form": ("HTX Đông Lai Bưởi", nfd("HTX Đông Lai Bưởi"), "the Unicode form"),
        "case": ("HTX Đông Lai", "htx ĐÔNG LAI", "letter case"),
        "space": ("HTX Đông Lai", " HTX  Đông\u00a0Lai", "spacing"),
    }
    cases = []
    for name, (first, second, what) in names.items():
        cases += both("near-name-" + name, "names that differ only by " + what, organisations(first, second),
                      [warning("near-duplicate", 1, "/name")])
    return (
        cases
        + both("near-id", "ids that differ only by the way they are typed",
               [node("HTX-01", "cooperative"), node("htx-01", "union"), node("Hoà", "group"),
                node("Hòa", "enterprise"),
                node(nfd("Hòa"), "enterprise")],
               [warning("near-duplicate", 1, "/id"), warning("near-duplicate", 3, "/id"),
                warning("near-duplicate", 4, "/id")])
        + both("near-place", "places that differ only by the way they are typed",
               [place("p1", name="Hoà Bình"), place("P1", name="Tân Lạc"), place("x", name="Hòa Bình"),
                node("a")],
               [warning("near-duplicate", 1, "/id"), warning("near-duplicate", 2, "/name")])
        + both("near-farmers", "farmers are not compared, nor products, nor the name of one with the id of another",
               [product("Lúa", name="Lúa"), product("lúa", name="lúa"), node("f1", name="Hoà"),
                node("F1", name="Hòa"),
                node("C", "cooperative"), node("d", "cooperative", name="c")])
        + both("no-near", "other names are other names: vowels, and tones on other letters",
               organisations("HTX Tân Lạc", "HTX Tấn Lạc")))


def other():
    empty = '"nodes": [], "links": []}'
    first, last = (json_bytes({"node": {"id": id, "kind": "farmer"}}) + b"\n" for id in "az")
    unknown = [
        (b'{"farmer": {"id": "b", "phone": "private-5"}}\n', "a record of a kind that we do not know"),
        (b"{}\n", "an empty object"),
        (b'{"nodes": [{"id": "b", "kind": "farmer"}], "links": []}\n', "a whole document on a later line"),
        (b'{"Node": {"id": "b", "kind": "farmer"}}\n', "a kind in capitals"),
    ]
    cases = [file(f"unknown-record-{number}", note, first + text + last, ("unknown-record", 2, ""),
                  lines=True,
                  severity="warning", absent=["private-5"]) for number, (text, note) in enumerate(unknown, 1)]
    return cases + [
        file("unknown-records", "several, among blank lines", first + 2 * b'\n{"x": 1}\n' + last,
             ("unknown-record", 3, ""), ("unknown-record", 5, ""), lines=True, severity="warning"),
        file("undirected", "the file says that its links have no direction", '{"directed": false, ' + empty,
             ("undirected", 1, "/directed"), severity="warning"),
        file("directed", "directed and multigraph as they should be",
             '{"directed": true, "multigraph": false, ' + empty)]


def edges():
    return [
        document_of("warnings-in-edges", "the pointer names edges where they stand there",
                    [*ACTORS, link("c", "c"), link("f", "e", start="2023-02-01", end="2023-01-01")],
                    [warning("self-link", FIRST), warning("dates-without-as-of", FIRST + 1),
                     warning("end-before-start", FIRST + 1, "/end")], ends="edges"),
        lines_of("warnings-far-apart", "warnings come in the order of lines, whatever finds them",
                 [link("c", "c"), node("u", "union", members=5), link("e", "f"), BUYER, COOPERATIVE, FARMER,
                  node("E", "enterprise")],
                 [warning("self-link", 0), warning("members-ignored", 1, "/members"),
                  warning("upstream-supply", 2),
                  warning("near-duplicate", 6, "/id")])]


def cases():
    return (direction() + ignored_links() + products() + ignored_fields() + dates() + suspended() + near_duplicates()
            + other() + edges())
