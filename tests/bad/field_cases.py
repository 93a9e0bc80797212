"""Every field that we know, with values of the wrong type or out of its range.

A file is about one field; each of its records bears one bad value, and all of them must be told at once.
The files end with values at the very edge, about which nothing may be said.
"""
from corpus import Raw, Record, both, error, file, graph, json_bytes, link, node, place, product

NO_OBJECT = [5, True, [], "x"]

# (value, code, where inside the value)
NOT_TEXT = [(5, "wrong-type", ""), (2.5, "wrong-type", ""), (True, "wrong-type", ""),
            (["x"], "wrong-type", ""),
            ({"x": 1}, "wrong-type", "")]
NOT_FLAG = [("yes", "wrong-type", ""), ("true", "wrong-type", ""), (1, "wrong-type", ""),
            ([], "wrong-type", ""),
            ({}, "wrong-type", "")]
NOT_ID = [(1.5, "wrong-type", ""), (True, "wrong-type", ""), (["x"], "wrong-type", ""),
          ({}, "wrong-type", ""),
          ("", "empty-id", ""), (Raw(b"18446744073709551616"), "out-of-range", "")]
NOT_AMOUNT = [("5", "wrong-type", ""), ("5 kg", "wrong-type", ""), (False, "wrong-type", ""),
              ([5], "wrong-type", ""),
              ({}, "wrong-type", ""), (-1, "out-of-range", ""), (-0.001, "out-of-range", "")]
NOT_INTEGER = [("5", "wrong-type", ""), (2.5, "wrong-type", ""), (True, "wrong-type", ""),
               ([5], "wrong-type", ""),
               ({}, "wrong-type", ""), (-1, "out-of-range", ""), (-1.0, "out-of-range", ""),
               (Raw(b"9223372036854775808"), "out-of-range", ""),
               (Raw(b"-9223372036854775809"), "out-of-range", ""),
               (Raw(b"1" + 40 * b"0"), "out-of-range", "")]
NOT_TEXTS = [("VietGAP", "wrong-type", ""), (5, "wrong-type", ""), ({}, "wrong-type", ""),
             ([5], "wrong-type", "/0"),
             (["VietGAP", ["x"]], "wrong-type", "/1"), (["VietGAP", "OCOP", True], "wrong-type", "/2")]
NOT_DATE = [(20231231, "wrong-type", ""), (True, "wrong-type", ""), (["2023-01-01"], "wrong-type", "")] + [
    (text, "bad-date", "") for text in (
        "2023-02-29", "1900-02-29", "2023-13-01", "2023-00-10", "2023-04-31", "2023-01-32", "2023-01-00",
        "0000-00-00", "2023-1-1", "31/12/2023", "20231231", "2023-12-31T00:00:00", "2023-12", " 2023-12-31",
        "+023-01-01", "2023-12-3１", "hôm nay", "")]
FAR = {"lat": 90.0001, "lon": 180.5}


def not_degrees(field):
    return [("20,6", "wrong-type", ""), (True, "wrong-type", ""), ([20.6], "wrong-type", ""),
            (FAR[field], "out-of-range", ""), (-FAR[field], "out-of-range", ""),
            (1000000, "out-of-range", "")]


def not_word(*words):
    return [(word, "unknown-value", "") for word in words] + [
        (5, "wrong-type", ""), (False, "wrong-type", ""), ([], "wrong-type", ""), ({}, "wrong-type", "")]


# --- one field at a time

ENDS = [node("a", "cooperative"), node("b", "enterprise")]
BASES = {"node": {"id": None, "kind": None}, "link": {"source": "a", "target": "b"}, "place": {"id": None},
         "product": {"id": None}}


def base(kind, number, node_kind):
    fields = dict(BASES[kind])
    if "id" in fields:
        fields["id"] = f"{kind}{number}"
    if "kind" in fields:
        fields["kind"] = node_kind
    return fields


def field_cases(kind, field, values, node_kind="cooperative", good=(), name=None):
    """Two cases about `field` of records of `kind`; `good` values are no problem."""
    records = list(ENDS) if kind == "link" else []
    wrong = []
    for number, (value, code, inside) in enumerate(values):
        wrong.append(error(code, len(records), "/" + field + inside))
        records.append(Record(kind, json_bytes(base(kind, number, node_kind) | {field: value})))
    for number, value in enumerate(good, len(values)):
        records.append(Record(kind, json_bytes(base(kind, number, node_kind) | {field: value})))
    return both(name or f"{kind}-{field.replace('_', '-')}", f"{field} of a {kind}", records, wrong)


def node_cases():
    text = {field: field_cases("node", field, NOT_TEXT, good=["", None])
            for field in ("name", "sector", "rating", "form")}
    flags = {"high_tech": "cooperative", "sells": "cooperative", "buyer": "cooperative"}
    amounts = ("turnover", "area_ha")
    cases = [case for some in text.values() for case in some]
    for field, kind in flags.items():
        cases += field_cases("node", field, NOT_FLAG, kind, good=[True, False, None])
    for field in amounts:
        cases += field_cases("node", field, NOT_AMOUNT, good=[0, 0.5, 3, None])
    for field in ("certificates", "requires"):
        cases += field_cases("node", field, NOT_TEXTS, good=[[], ["VietGAP"], None])
    for field in ("lat", "lon"):
        limit = int(FAR[field])
        cases += field_cases("node", field, not_degrees(field), good=[limit, -limit, 0, 20.61, None])
    cases += field_cases("node", "id", NOT_ID)
    cases += field_cases("node", "kind", not_word("farmr", "Farmer", "hợp tác xã", "cooperatives", "trader",
                                                  ""))
    cases += field_cases("node", "status", not_word("closed", "Active", "ended", ""),
                         good=["active", "suspended", "dissolved", None])
    cases += field_cases("node", "count", NOT_INTEGER + [(0, "out-of-range", ""),
                                                         (1000000001, "out-of-range", "")],
                         "farmer", good=[1, 3.0, 1000000000, None])
    cases += field_cases("node", "members", NOT_INTEGER + [(1000000001, "out-of-range", "")],
                         good=[0, 65.0, 1000000000, None])
    cases += field_cases("node", "workers", NOT_INTEGER, good=[0, 12, 12.0, None])
    cases += field_cases("node", "place", NOT_ID, good=["17", 17, None])
    cases += field_cases("node", "tax_id", [(1.5, "wrong-type", ""), (True, "wrong-type", ""),
                                            (["0101"], "wrong-type", ""), ({}, "wrong-type", "")],
                         good=["0101234567-001", 101234567, None])
    cases += field_cases("node", "founded", [
        (True, "wrong-type", ""), (2019.5, "wrong-type", ""), ([2019], "wrong-type", ""),
        ({}, "wrong-type", ""),
        (0, "out-of-range", ""), (10000, "out-of-range", ""), ("2019-13", "bad-date", ""),
        ("2023-02-29", "bad-date", ""), ("năm 2019", "bad-date", ""), ("19", "bad-date", "")],
        good=[2019, "2019", "2019-07", "2019-07-01", None])
    return cases


def node_product_cases():
    cases = field_cases("node", "products", [
        ("pomelo", "wrong-type", ""), (5, "wrong-type", ""), (True, "wrong-type", ""), ({}, "wrong-type", ""),
        ([1.5], "wrong-type", "/0"), (["pomelo", True], "wrong-type", "/1"),
        (["pomelo", []], "wrong-type", "/1"),
        ([""], "empty-id", "/0"), (["pomelo", "*"], "reserved-id", "/1")],
        good=[[], ["pomelo"], [5], None])
    cases += field_cases("node", "products", [
        ([{}], "missing-field", "/0"), ([{"product": None}], "missing-field", "/0"),
        ([{"output_kg": 5}], "missing-field", "/0"), ([{"product": 1.5}], "wrong-type", "/0/product"),
        ([{"product": ["pomelo"]}], "wrong-type", "/0/product"),
        ([{"product": ""}], "empty-id", "/0/product"),
        (["rice", {"product": "*"}], "reserved-id", "/1/product")],
        good=[[{"product": "pomelo"}], [{"product": 5, "output_kg": None, "demand_kg": None, "ocop": None}]],
        name="node-product-object")
    for field in ("output_kg", "demand_kg"):
        values = [(["rice", {"product": "pomelo", field: value}], code, f"/1/{field}") for value, code,
                  _ in NOT_AMOUNT]
        cases += field_cases("node", "products", values, name="node-product-" + field.replace("_", "-"),
                             good=[[{"product": "pomelo", field: 0}], [{"product": "pomelo", field: 0.5}]])
    stars = [(4, "wrong-type", ""), ("4", "wrong-type", ""), ({}, "wrong-type", ""),
             (["4"], "wrong-type", "/0"),
             ([4, 4.5], "wrong-type", "/1"), ([4, 0], "out-of-range", "/1"), ([6], "out-of-range", "/0"),
             ([3, 4, -1], "out-of-range", "/2"), ([5, True], "wrong-type", "/1")]
    values = [([{"product": "pomelo", "ocop": value}], code, "/0/ocop" + inside) for value, code,
              inside in stars]
    return cases + field_cases("node", "products", values, name="node-product-ocop",
                               good=[[{"product": "pomelo", "ocop": good}] for good in ([], [1, 5], [4.0])])


def link_cases():
    cases = []
    for field in ("source", "target"):
        cases += field_cases("link", field, NOT_ID)
    for field in ("volume_kg", "delivered_kg", "value"):
        cases += field_cases("link", field, NOT_AMOUNT, good=[0, 0.5, 80000])
    cases += field_cases("link", "kind", not_word("sells", "Supply", "supplies", ""),
                         good=["input", "supply"])
    cases += field_cases("link", "status", not_word("closed", "suspended", ""),
                         good=["active", "ended", "breached"])
    cases += field_cases("link", "contract", not_word("verbal", "yes", "Written", ""),
                         good=["written", "oral", "none"])
    cases += field_cases("link", "product", NOT_ID + [("*", "reserved-id", ""),
                                                      ({"product": "p"}, "wrong-type", "")],
                         good=["pomelo", 5])
    cases += field_cases("link", "products", [
        ("pomelo", "wrong-type", ""), (5, "wrong-type", ""), ({}, "wrong-type", ""),
        ([1.5], "wrong-type", "/0"),
        (["p", {"product": "p"}], "wrong-type", "/1"), (["p", ""], "empty-id", "/1"),
        (["p", "q", "*"], "reserved-id", "/2")],
        good=[["pomelo"], [5]])
    for field in ("start", "end"):
        cases += field_cases("link", field, NOT_DATE,
                             good=["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
    return cases


def list_cases():
    """Declared products and places."""
    cases = field_cases("product", "id", NOT_ID + [("*", "reserved-id", "")])
    for field in ("name", "name_en"):
        cases += field_cases("product", field, NOT_TEXT, good=["", None])
    cases += field_cases("place", "id", NOT_ID)
    for field in ("name", "level"):
        cases += field_cases("place", field, NOT_TEXT, good=["", None])
    for field in ("lat", "lon"):
        limit = int(FAR[field])
        cases += field_cases("place", field, not_degrees(field), good=[limit, -limit, None])
    return cases + field_cases("place", "parent", NOT_ID, good=[None, "place0"])


def graph_cases():
    cases = both("graph-fields", "every field of the graph record is of the wrong type",
                 [graph(name=5, as_of=20231231, currency=["VND"], source={"url": "x"}), node("a")],
                 [error("wrong-type", 0, "/" + field) for field in ("name", "as_of", "currency", "source")])
    for name, text in (("not-leap", "2023-02-29"), ("month", "2023-13-01"), ("zero", "0000-00-00"),
                       ("short", "2023-1-1"), ("day-first", "31/12/2023"), ("empty", "")):
        cases += both(f"as-of-{name}", "an as-of date that is no date", [graph(as_of=text), node("a")],
                      [error("bad-date", 0, "/as_of")])
    return cases


def missing_cases():
    return (
        both("missing-fields", "required fields that are absent or null", [
            node("a"), Record("node", b'{"id": "b"}'), Record("node", b'{"kind": "farmer"}'),
            Record("node", b'{"id": null, "kind": "farmer"}'), node("c", None),
            Record("link", b'{"source": "a"}'), Record("link", b'{"target": "a"}'), link(None, "a"),
            link("a", None),
            Record("product", b'{"name": "x"}'), product(None), Record("place", b'{"name": "x"}'),
            place(None)],
            [error("missing-field", number) for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)])
        + both("missing-both-fields", "two required fields are absent: two problems at one place",
               [Record("node", b"{}"), Record("link", b"{}")],
               [error("missing-field", 0), error("missing-field", 0), error("missing-field", 1),
                error("missing-field", 1)])
        + both("null-is-absent", "null is the same as absent, for every field that is not required", [
            graph(name=None, as_of=None, currency=None, source=None), product("p", name=None, name_en=None),
            place("17", name=None, level=None, parent=None, lat=None, lon=None),
            node("a", "farmer", count=None, members=None, status=None, products=None, sells=None, buyer=None),
            node("b", "enterprise", count=None, buyer=None, sells=None, members=None, requires=None,
                 founded=None),
            link("a", "b", kind=None, product=None, products=None, volume_kg=None, delivered_kg=None,
                 value=None,
                 contract=None, start=None, end=None, status=None)]))


def not_object_cases():
    cases = []
    for kind in ("product", "place", "node", "link"):
        records = [Record(kind, json_bytes(value)) for value in NO_OBJECT]
        cases += both(f"{kind}-no-object", f"a {kind} record that is no object", records,
                      [error("wrong-type", number) for number in range(len(records))])
    for name, value in zip(("number", "flag", "array", "text"), NO_OBJECT):
        cases += both(f"graph-{name}", "a graph record that is no object",
                      [Record("graph", json_bytes(value)), node("a")],
                      [error("wrong-type", 0)])
    return cases


def several_cases():
    return (
        both("several-in-a-record", "all that is wrong with one record is told, in the order of its pointers",
             [node("a", "cooperative", name=5, lat=91, lon="105", members=-1, products=["p", 2.5, "", {}])],
             [error("out-of-range", 0, "/lat"), error("wrong-type", 0, "/lon"),
              error("out-of-range", 0, "/members"),
              error("wrong-type", 0, "/name"), error("wrong-type", 0, "/products/1"),
              error("empty-id", 0, "/products/2"), error("missing-field", 0, "/products/3")])
        + [file("several-on-a-line", "one line holds all: pointers sort by number, /nodes/2 before /nodes/10",
                b'{"nodes": [' + b", ".join(
                    b'{"id": "n%d", "kind": "farmer"%s}' % (number,
                                                            b', "lat": 91' if number in (2, 10) else b"")
                    for number in range(12)) + b'], "links": []}',
                ("out-of-range", 1, "/nodes/2/lat"), ("out-of-range", 1, "/nodes/10/lat"))]
        + both("misplaced-count", "count stands on farmers only", [
            node(kind, kind, count=value) for kind, value in
            (("group", 2), ("cooperative", 40), ("union", 1), ("enterprise", 5))],
            [error("misplaced-field", number, "/count") for number in range(4)])
        + both("misplaced-buyer", "buyer stands on all but farmers",
               [node("a", buyer=True), node("b", buyer=False)],
               [error("misplaced-field", 0, "/buyer"), error("misplaced-field", 1, "/buyer")]))


def suggestion_cases():
    return both("kind-near", "a kind mistyped by one letter", [node("a", "farmr")],
                [error("unknown-value", 0, "/kind")], suggested={0: "farmer"})


def cases():
    return (node_cases() + node_product_cases() + link_cases() + list_cases() + graph_cases() + missing_cases()
            + not_object_cases() + several_cases() + suggestion_cases())
