"""Texts that must not come out as they went in: control and bidirectional characters, which drive a terminal,
and texts that a spreadsheet would take for formulas. And texts that are very long."""
from corpus import both, error, graph, link, node, place, product, raw, unread, warning

HIDDEN = {
    "escape": "\x1b[31mred\x1b[0m", "bell": "a\x07b", "backspace": "a\x08\x08b", "carriage-return": "a\rb",
    "c1": "a\x9b31mb", "delete": "a\x7fb", "override": "a\u202egpj.exe", "embedding": "\u202aa\u202bb\u202c",
    "isolate": "\u2066a\u2067b\u2068c\u2069", "marks": "a\u200eb\u200fc\u061cd", "title": "\x1b]0;title\x07",
}


def hidden_in_problems():
    cases = []
    for name, text in HIDDEN.items():
        cases += both("hidden-" + name, "hidden characters in what errors tell of", [
            node(text, "cooperative", name=text), node(text, "group"), node("b", text),
            node("c", "group", status=text),
            node("d", "enterprise"), link("d", "z" + text), link("d", "d", start=text),
            link("d", "d", contract=text)],
            [error("duplicate-id", 1, "/id"), error("unknown-value", 2, "/kind"),
             error("unknown-value", 3, "/status"),
             error("unknown-node", 5, "/target"), error("bad-date", 6, "/start"),
             error("unknown-value", 7, "/contract")])
    every = "".join(HIDDEN.values())
    return (
        cases
        + both("hidden-in-lists", "hidden characters in ids of products and places",
               [product("p" + every), place("1" + every), place("1" + every),
                node("a", products=["q" + every], place=every)],
               [error("duplicate-id", 2, "/id"), error("unknown-product", 3, "/products/0"),
                error("unknown-place", 3, "/place")])
        + both("hidden-in-cycle", "hidden characters along a circle of places",
               [place("1" + every, parent="2" + every), place("2" + every, parent="1" + every), node("a")],
               [error("place-cycle", 0, "/parent")])
        + both("hidden-in-syntax", "hidden characters next to broken JSON",
               [node("a"), raw("node", '{"id": "b" "\u202e\x7f\x9b31m": "farmer"}')],
               [unread("json-syntax", 1)]))


def hidden_in_tables():
    every = "".join(HIDDEN.values())
    return (
        both("hidden-in-tables", "hidden characters in what tables show, and in warnings",
             [graph(name="N" + every, as_of="2023-12-31", source=every),
              product("p" + every, name="P" + every),
              place("1", name="X" + every), place("1" + every, parent="1"),
              node("c" + every, "cooperative", name="C" + every, sector="S" + every, place="1" + every,
                   products=["p" + every], members=5),
              node("e" + every, "enterprise", name="E" + every, place="1"),
              node("E" + every, "enterprise"), link("c" + every, "e" + every, product="p" + every),
              link("c" + every, "c" + every)],
             [warning("near-duplicate", 6, "/id"), warning("self-link", 8)])
        + both("forged-lines", "a line feed in an id must not begin a line of its own",
               [node("a", "cooperative", name="x\nforged.json:1: error: first"), node("e", "enterprise"),
                link("a", "e\nforged.json:2: error: second"), link("a\r\nforged.json:3: error: third", "e")],
               [error("unknown-node", 2, "/target"), error("unknown-node", 3, "/source")],
               absent=["\nforged", "\rforged"]))


FORMULAS = ["=1+1", "+84 123 456", "-2+3", "@SUM(A1:A9)", "＝1+2", "＋1", "－1", "＠x", "\t=1+3", "\r=1+4",
            "\n=1+5",
            "=HYPERLINK(\"http://x.example\",\"y\")", "=cmd|' /C calc'!A0", "-1", "+", "=\"a,b\"\n"]


def formulas():
    organisations = [node(f"c{number}", "cooperative", name=text, sector=text, products=[f"p{number}"])
                     for number, text in enumerate(FORMULAS)]
    by_id = [node(text, "enterprise" if number % 2 else "group", place=text, products=[text])
             for number, text in enumerate(FORMULAS)]
    links = [link(f"c{number}", FORMULAS[1]) for number in range(0, len(FORMULAS), 2)]
    return (
        both("formula-names", "names and sectors that begin like formulas", organisations, csv_names=True)
        + both("formula-ids", "ids of nodes, places and products that begin like formulas", by_id,
               csv_names=True)
        + both("formula-buyers", "buyers whose ids and names begin like formulas",
               [node(f"c{number}", "cooperative", members=9) for number in range(len(FORMULAS))]
               + [node(text, "enterprise", name="=" + text) for text in FORMULAS[1:4]] + links,
               csv_names=True))


def long_texts():
    long = 100 * 1024 * "x"
    return (
        both("long-id", "an id of 100 KB", [node(long, "cooperative"), node("e", "enterprise"),
                                            link(long, "e")])
        + both("long-unknown", "an unknown id of 100 KB", [node("e", "enterprise"), link(long, "e")],
               [error("unknown-node", 1, "/source")])
        + both("long-name", "a name of 100 KB in letters of three bytes",
               [node("c", "cooperative", name=34 * 1024 * "ệ"), node("e", "enterprise"), link("c", "e")])
        + both("long-word", "a kind of 100 KB", [node("a", long)], [error("unknown-value", 0, "/kind")])
        + both("stacked-marks", "a letter under a thousand marks",
               [node("c", "cooperative", name="a" + 1000 * "\u0301"), node("e", "enterprise"),
                link("c", "e")]))


def cases():
    return hidden_in_problems() + hidden_in_tables() + formulas() + long_texts()
