"""What records say of each other, and what the document says of itself."""
from corpus import (DOCUMENT_LINE, Raw, as_lines, both, document_of, error, file, json_bytes, link,
                    lines_of, node, place, product, raw, unread, warning)

PAIR = [node("a"), node("b", "enterprise")]
EMPTY = '"nodes": [], "links": []'


def duplicate_ids():
    return (
        both("duplicate-node", "an id used twice, and a third time",
             [node("a"), node("b", "enterprise"), node("a", "cooperative"), node("a")],
             [error("duplicate-id", 2, "/id"), error("duplicate-id", 3, "/id")])
        + both("duplicate-node-integer", "an integer id is read as its decimal string",
               [node(5), node("5"), node("05")],
               [error("duplicate-id", 1, "/id")])
        + both("duplicate-product", "a product declared twice",
               [product("p"), product("q"), product("p"), node("a")],
               [error("duplicate-id", 2, "/id")])
        + both("duplicate-place", "a place declared twice", [place("1"), place(1, name="x"), node("a")],
               [error("duplicate-id", 1, "/id")])
        + both("duplicate-of-mistyped", "the first of two is mistyped, the second a duplicate all the same",
               [node("a", lat="x"), node("a")],
               [error("wrong-type", 0, "/lat"), error("duplicate-id", 1, "/id")])
        + both("same-id-elsewhere", "a node, a product and a place may share an id",
               [product("a"), place("a"), node("a", products=["a"], place="a")]))


def duplicate_keys():
    def twice(inside):
        return [node("b"), raw("node", b'{"id": "a", "kind": "farmer", ' + inside + b"}"), node("c", "x")]

    wrong = [unread("duplicate-key", 1), error("unknown-value", 2, "/kind")]
    inside = {
        "name": (b'"name": "x", "name": "y"', "a known key twice"),
        "same-value": (b'"name": "x", "name": "x"', "a known key twice with one value"),
        "id": (b'"id": "b"', "the id twice"),
        "null": (b'"lat": null, "lat": 20', "null and a value"),
        "ignored": (b'"x": 1, "x": 2', "a key that we ignore twice"),
        "nested": (b'"x": {"y": {"z": 1, "z": 2}}', "a key twice deep within one that we ignore"),
        "in-product": (b'"products": [{"product": "p", "output_kg": 1, "output_kg": 2}]',
                       "a key twice in a product"),
        "escaped": (rb'"name": "x", "n\u0061me": "y"', "a key twice, once with an escape"),
        "empty": (b'"": 1, "": 2', "the empty key twice"),
        "proto": (b'"__proto__": 1, "__proto__": 2', "__proto__ twice"),
    }
    cases = []
    for name, (text, note) in inside.items():
        cases += both("duplicate-key-" + name, note, twice(text), wrong)
    members = {
        "nodes": '"nodes": [], ' + EMPTY, "links": EMPTY + ', "links": []',
        "version": '"version": 1, "version": 1, ' + EMPTY,
        "graph-member": '"graph": {}, "graph": {}, ' + EMPTY, "ignored-member": '"x": 1, "x": 2, ' + EMPTY,
        "escaped-member": rb'"nodes": [], "n\u006fdes": [], "links": []'.decode(),
    }
    cases += [file("duplicate-key-" + name, "a key of the document twice", "{" + text + "}",
                   ("duplicate-key", 1, ""))
              for name, text in members.items()]
    return cases + [
        file("duplicate-key-graph", "a key of the graph record twice",
             '{"graph": {"name": "x", "name": "y"}, ' + EMPTY + "}", ("duplicate-key", 1, "/graph")),
        file("duplicate-key-line", "one line holds the same kind twice",
             '{"node": {"id": "a", "kind": "farmer"}}\n'
             '{"node": {"id": "b", "kind": "farmer"}, "node": {"id": "c", "kind": "farmer"}}\n',
             ("duplicate-key", 2, ""), lines=True)]


def unknown_ids():
    cases = both("unknown-node", "ends that no node bears",
                 [*PAIR, link("a", "z"), link("z", "b"), link("y", "z"), link("a", "b")],
                 [error("unknown-node", 2, "/target"), error("unknown-node", 3, "/source"),
                  error("unknown-node", 4, "/source"), error("unknown-node", 4, "/target")])
    cases += both("unknown-node-near", "an id typed without its zero",
                  [node("HTX-09", "cooperative"), node("buyer", "enterprise"), link("HTX-9", "buyer")],
                  [error("unknown-node", 2, "/source")], suggested={0: "HTX-09"})
    cases += both("unknown-node-case", "ids are compared byte by byte",
                  [*PAIR, link("A", "b"), link("a ", "b")],
                  [error("unknown-node", 2, "/source"), error("unknown-node", 3, "/source")])
    cases += both("unknown-node-self", "a link of an unknown node to itself", [*PAIR, link("z", "z")],
                  [error("unknown-node", 2, "/source"), error("unknown-node", 2, "/target")])
    cases += both("unknown-product", "products that are not in the list",
                  [product("p"), node("a", products=["p", "q"]),
                   node("b", "enterprise", products=["p", {"product": "r", "demand_kg": 5}]),
                   link("a", "b", product="q"), link("a", "b", products=["p", "q", "r"])],
                  [error("unknown-product", 1, "/products/1"),
                   error("unknown-product", 2, "/products/1/product"),
                   error("unknown-product", 3, "/product"), error("unknown-product", 4, "/products/1"),
                   error("unknown-product", 4, "/products/2")])
    cases += both("unknown-place", "places that are not in the list",
                  [place("1"), place("2", parent="9"), node("a", place="1"), node("b", place="3")],
                  [error("unknown-place", 1, "/parent"), error("unknown-place", 3, "/place")])
    cases += both("no-lists", "without lists, what is mentioned is there",
                  [node("a", products=["p"], place="1"), node("b", "enterprise"),
                   link("a", "b", product="p")])
    return cases + [
        file("empty-lists", "an empty list counts as not given",
             '{"products": [], "places": [], "nodes": [{"id": "a", "kind": "farmer", "products": ["p"], "place": "1"}], '
             '"links": []}'),
        document_of("unknown-node-edges", "edges in place of links", [*PAIR, link("a", "z")],
                    [error("unknown-node", 2, "/target")], ends="edges"),
        document_of("mistyped-edges", "edges in place of links", [*PAIR, link("a", "b", volume_kg="5")],
                    [error("wrong-type", 2, "/volume_kg")], ends="edges")]


def place_cycles():
    return (
        both("place-in-itself", "a place that is its own parent", [place("1", parent="1"), node("a")],
             [error("place-cycle", 0, "/parent")])
        + both("place-cycle-2", "two places within each other: told at the smaller id",
               [place("2", parent="1"), place("1", parent="2"), node("a")],
               [error("place-cycle", 1, "/parent")])
        + both("place-cycle-3", "three places in a circle, a fourth below them and a fifth apart",
               [place("x", parent="c"), place("c", parent="b"), place("b", parent="d"),
                place("d", parent="c"), place("e"),
                node("a", place="x")], [error("place-cycle", 2, "/parent")])
        + both("place-cycles", "two circles are two errors",
               [place("1", parent="2"), place("2", parent="1"), place("3", parent="3"), node("a")],
               [error("place-cycle", 0, "/parent"), error("place-cycle", 2, "/parent")])
        + both("place-order", "ids compare as text: \"10\" is smaller than \"9\"",
               [place("9", parent="10"), place("10", parent="9"), node("a")],
               [error("place-cycle", 1, "/parent")]))


def members():
    """The document's own members. What a member is wrong in is told of the member."""
    line = DOCUMENT_LINE
    texts = {
        "version-2": ('"version": 2, ' + EMPTY, [("unsupported-version", line, "/version")]),
        "version-0": ('"version": 0, ' + EMPTY, [("unsupported-version", line, "/version")]),
        "version-text": ('"version": "1", ' + EMPTY, [("wrong-type", line, "/version")]),
        "version-list": ('"version": [1], ' + EMPTY, [("wrong-type", line, "/version")]),
        "format-other": ('"format": "other", ' + EMPTY, [("unknown-value", line, "/format")]),
        "format-number": ('"format": 1, ' + EMPTY, [("wrong-type", line, "/format")]),
        "directed-text": ('"directed": "yes", ' + EMPTY, [("wrong-type", line, "/directed")]),
        "multigraph-text": ('"multigraph": "yes", ' + EMPTY, [("wrong-type", line, "/multigraph")]),
        "nodes-object": ('"nodes": {}, "links": []', [("wrong-type", line, "/nodes")]),
        "nodes-number": ('"nodes": 5, "links": []', [("wrong-type", line, "/nodes")]),
        "nodes-by-id": ('"nodes": {"a": {"kind": "farmer"}}, "links": []', [("wrong-type", line, "/nodes")]),
        "links-text": ('"nodes": [], "links": "none"', [("wrong-type", line, "/links")]),
        "links-object": ('"nodes": [], "links": {}', [("wrong-type", line, "/links")]),
        "edges-flag": ('"nodes": [], "edges": false', [("wrong-type", line, "/edges")]),
        "products-object": ('"products": {"p": "x"}, ' + EMPTY, [("wrong-type", line, "/products")]),
        "places-text": ('"places": "Hòa Bình", ' + EMPTY, [("wrong-type", line, "/places")]),
        "no-nodes": ('"links": []', [("missing-field", line, "")]),
        "no-links": ('"nodes": []', [("missing-field", line, "")]),
        "nodes-null": ('"nodes": null, "links": []', [("missing-field", line, "")]),
        "links-null": ('"nodes": [], "links": null', [("missing-field", line, "")]),
        "no-members": ("", [("missing-field", line, ""), ("missing-field", line, "")]),
        "other-members": ('"type": "FeatureCollection", "features": []',
                          [("missing-field", line, ""), ("missing-field", line, "")]),
        "edges-null": (EMPTY + ', "edges": null', []),
        "members-null": ('"format": null, "version": null, "directed": null, "multigraph": null, "graph": null, '
                         '"products": null, "places": null, ' + EMPTY, []),
        "version-real": ('"version": 1.0, ' + EMPTY, []),
        "nothing": (EMPTY, []),
    }
    cases = [file(name, "members of the document", "{" + text + "}", *problems)
             for name, (text, problems) in texts.items()]
    return cases + [
        file("members-several", "all that is wrong with the document is told",
             '{"directed": 1, "places": 5, "graph": [], "nodes": {}}', ("missing-field", 1, ""),
             ("wrong-type", 1, "/directed"), ("wrong-type", 1, "/graph"), ("wrong-type", 1, "/nodes"),
             ("wrong-type", 1, "/places")),
        file("edges-and-links", "both are read",
             '{"nodes": [{"id": "a", "kind": "farmer"}, {"id": "b", "kind": "enterprise"}],\n'
             '"links": [{"source": "a", "target": "b"}],\n"edges": [{"source": "b", "target": "z"}]}',
             ("unknown-node", 3, "/edges/0/target"))]


def containers():
    lines, _ = as_lines(PAIR)
    return [
        file("graph-then-lines", "the graph record opens JSON Lines as well as a document",
             json_bytes({"graph": {"name": "x"}}) + b"\n" + lines + b'{"node": {"id": "c", "kind": "x"}}\n',
             ("unknown-value", 4, "/node/kind"), lines=True),
        file("graph-then-nodes", "what follows decides",
             '{"graph": {"name": "x"},\n"nodes": [\n{"id": "a", "kind": "x"}],\n'
             '"links": []}', ("unknown-value", 3, "/nodes/0/kind")),
        file("links-first", "records in any order",
             '{"links": [\n{"source": "a", "target": "z"}],\n"nodes": [\n'
             '{"id": "a", "kind": "farmer"}]}', ("unknown-node", 2, "/links/0/target")),
        file("lines-in-json", "JSON Lines by another name",
             lines + b'{"link": {"source": "a", "target": "z"}}\n',
             ("unknown-node", 3, "/link/target")),
        file("document-in-jsonl", "a document by another name",
             '{"nodes": [\n{"id": "a", "kind": "x"}],\n"links": []}',
             ("unknown-value", 2, "/nodes/0/kind"), lines=True),
        lines_of("lines-any-order", "links before their ends",
                 [link("a", "b"), link("a", "z"), PAIR[1], PAIR[0]],
                 [error("unknown-node", 1, "/target")]),
        file("line-with-more", "a line may hold other keys, which are ignored",
             '{"node": {"id": "a", "kind": "farmer"}, "phone": "private-4"}\n{"x": 1, "node": {"id": "b", "kind": "x"}}\n',
             ("unknown-value", 2, "/node/kind"), lines=True, absent=["private-4"]),
    ]


def mixed():
    """Errors with warnings: those that need the whole chain are not told."""
    return (
        both("error-and-link-warnings", "with an error, nothing is said of links that are odd", [
            node("a"), node("b", "enterprise"), node("c", "cooperative", status="suspended", lat=91),
            link("a", "a"),
            link("b", "a"), link("a", "b", start="2023-02-01", end="2023-01-01"), link("a", "b"),
            link("a", "b"),
            link("c", "b")], [error("out-of-range", 2, "/lat")])
        + both("error-and-record-warnings", "but all is said of single records", [
            node("a", products=["p", "p"]), node("u", "union", members=5),
            node("b", "enterprise", sells=False),
            node("c", "x")],
            [warning("repeated-product", 0, "/products/1"), warning("members-ignored", 1, "/members"),
             warning("sells-ignored", 2, "/sells"), error("unknown-value", 3, "/kind")])
        + both("everything", "errors of many kinds, in the order of lines", [
            product("p"), product("*"), place("1", parent="1"), node("a", count=0), node("", "group"),
            node("g", "group", count=3), raw("node", b'{"id": "h", "kind": "group",}'),
            node("b", "enterprise", place=True),
            link("a", "b", start="2023-02-30"), link("a", "b", contract="verbal"),
            link("a", "b", volume_kg=Raw(b"1e3"))],
            [error("reserved-id", 1, "/id"), error("place-cycle", 2, "/parent"),
             error("out-of-range", 3, "/count"),
             error("empty-id", 4, "/id"), error("misplaced-field", 5, "/count"), unread("json-syntax", 6),
             error("wrong-type", 7, "/place"), error("bad-date", 8, "/start"),
             error("unknown-value", 9, "/contract")])
        + [file("overflow", "a number beyond any real: told of the record",
                '{"nodes": [\n{"id": "a", "kind": "farmer", "lat": 1e999},\n{"id": "b", "kind": "farmer", "lon": -1e999},\n'
                '{"id": "c", "kind": "farmer", "lat": 1e-999}],\n"links": []}',
                ("out-of-range", 2, "/nodes/0"), ("out-of-range", 3, "/nodes/1"))])


def cases():
    return (duplicate_ids() + duplicate_keys() + unknown_ids() + place_cycles() + members() + containers() + mixed())
