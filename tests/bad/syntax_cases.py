"""Broken JSON: within a record, around the records, and at the ends of the file.

What is wrong within a record is told of that record, and the others are read all the same. What is wrong
around the records is told of the line on which it stands, with the pointer "".
"""
from corpus import both, document_of, error, file, lines_of, link, node, raw, unread

FARMER = b'"id": "a", "kind": "farmer"'
GOOD = [node("b", "enterprise"), node("c", "cooperative")]
LATER = node("d", lat=91)       # an error of its own, which must still be found

# What stands within the braces of a record: brackets and quotation marks are whole, all else may not be.
BROKEN = {
    "missing-comma": (b'"id": "a" "kind": "farmer"', "a comma is missing between two members"),
    "double-comma": (b'"id": "a",, "kind": "farmer"', "one comma too many"),
    "leading-comma": (b', "id": "a", "kind": "farmer"', "a comma before the first member"),
    "trailing-comma": (b'"id": "a", "kind": "farmer",', "a comma after the last member"),
    "trailing-comma-in-list": (FARMER + b', "products": ["p",]', "a comma after the last element"),
    "missing-comma-in-list": (FARMER + b', "products": ["p" "q"]', "a comma is missing between two elements"),
    "missing-colon": (b'"id" "a", "kind": "farmer"', "a colon is missing"),
    "equals-sign": (b'"id" = "a", "kind": "farmer"', "an equals sign in place of a colon"),
    "semicolon": (b'"id": "a"; "kind": "farmer"', "a semicolon in place of a comma"),
    "missing-value": (b'"id": , "kind": "farmer"', "a value is missing"),
    "key-alone": (b'"id": "a", "kind"', "a key without a value"),
    "value-twice": (b'"id": "a" "b", "kind": "farmer"', "two values of one key"),
    "colon-in-list": (FARMER + b', "products": ["p": 1]', "a key within a list"),
    "number-as-key": (b'"id": "a", "kind": "farmer", 5: 6', "a key that is a number"),
    "single-quotes": (b"'id': 'a', 'kind': 'farmer'", "single quotation marks, as Python prints a dict"),
    "unquoted-keys": (b"id: \"a\", kind: \"farmer\"", "keys without quotation marks, as in JavaScript"),
    "unquoted-value": (b'"id": a, "kind": "farmer"', "a text without quotation marks"),
    "curly-quotes": ("“id”: “a”, “kind”: “farmer”".encode(), "the quotation marks of a word processor"),
    "block-comment": (b'"id": "a", /* new */ "kind": "farmer"', "a comment"),
    "line-comment": (b'"id": "a", // new\n"kind": "farmer"', "a comment to the end of the line"),
    "hash-comment": (b'"id": "a", # new\n"kind": "farmer"', "a comment as in Python"),
    "nan": (FARMER + b', "lat": NaN', "NaN, as Python's json module writes it"),
    "infinity": (FARMER + b', "lat": Infinity', "Infinity"),
    "minus-infinity": (FARMER + b', "lat": -Infinity', "minus Infinity"),
    "python-words": (FARMER + b', "sells": True, "name": None', "True and None, as Python writes them"),
    "cut-word": (FARMER + b', "sells": tru', "a word cut short"),
    "undefined": (FARMER + b', "name": undefined', "undefined, as in JavaScript"),
    "leading-plus": (FARMER + b', "count": +5', "a number with a plus sign"),
    "leading-zero": (FARMER + b', "count": 05', "a number with a leading zero"),
    "hex-number": (FARMER + b', "count": 0x10', "a hexadecimal number"),
    "no-whole-part": (FARMER + b', "lat": .5', "a number that begins with its point"),
    "no-fraction": (FARMER + b', "lat": 5.', "a number that ends with its point"),
    "no-exponent": (FARMER + b', "lat": 1e', "a number without the digits of its exponent"),
    "two-signs": (FARMER + b', "lat": --5', "a number with two signs"),
    "two-points": (FARMER + b', "lat": 20.6.1', "a number with two points"),
    "decimal-comma": (FARMER + b', "lat": 20,6', "a decimal comma"),
    "underscores": (FARMER + b', "count": 1_000', "a number grouped by underscores"),
    "unit": (FARMER + b', "count": 40ha', "a number with its unit"),
    "bad-escape": (FARMER + rb', "name": "C:\data"', "a backslash that escapes nothing"),
    "quote-escape": (FARMER + rb''', "name": "d\'Arc"''', "an escaped apostrophe"),
    "hex-escape": (FARMER + rb', "name": "\x41"', "a hexadecimal escape"),
    "short-escape": (FARMER + rb', "name": "\u12"', "an escape with too few digits"),
    "bad-digits": (FARMER + rb', "name": "\u12G4"', "an escape with a letter that is no digit"),
    "lone-high-surrogate": (FARMER + rb', "name": "H\ud83d"', "the first half of a surrogate pair"),
    "lone-low-surrogate": (FARMER + rb', "name": "\udc00a"', "the second half of a surrogate pair"),
    "high-surrogate-twice": (FARMER + rb', "name": "\ud83d\ud83d"', "two first halves"),
    "surrogate-and-letter": (FARMER + rb', "name": "\ud83d\u0041"', "a first half and a letter"),
    "surrogate-in-ignored-key": (FARMER + rb', "x\udc00": 1',
                                 "half a surrogate pair in a key that we ignore"),
    "raw-tab": (FARMER + b', "name": "a\tb"', "a raw tab in a text"),
    "raw-escape-character": (FARMER + b', "name": "a\x1b[31mb"', "a raw escape character in a text"),
    "raw-nul": (FARMER + b', "name": "a\x00b"', "a raw NUL in a text"),
    "raw-unit-separator": (FARMER + b', "x": "\x1f"', "a raw control character in a text that we ignore"),
    "nul-outside": (FARMER + b',\x00 "x": 1', "a raw NUL between two members"),
    "form-feed-outside": (FARMER + b',\x0c "x": 1', "a form feed is no white space in JSON"),
    "no-break-space": (FARMER + b',\xc2\xa0"x": 1', "a no-break space is no white space in JSON"),
}
IN_LINES = ("missing-comma", "trailing-comma", "single-quotes", "unquoted-keys", "block-comment", "nan",
            "infinity",
            "leading-plus", "hex-number", "bad-escape", "lone-high-surrogate", "raw-tab", "raw-nul",
            "missing-colon")


def broken_records():
    """One broken record among good ones: the error is told, and a later one too."""
    cases = []
    for name, (inside, note) in BROKEN.items():
        records = [GOOD[0], raw("node", b"{" + inside + b"}"), GOOD[1], LATER]
        wrong = [unread("json-syntax", 1), error("out-of-range", 3, "/lat")]
        cases.append(document_of(name, note, records, wrong))
        if name in IN_LINES:
            cases.append(lines_of(name + "-lines", note, records, wrong))
    return cases


def broken_in_other_records():
    bad_numbers = [b"+5", b"05", b"0x5", b".5", b"5.", b"NaN", b"1e+", b"five"]
    links = [raw("link", b'{"source": "b", "target": "c", "volume_kg": ' + text + b"}") for text in bad_numbers]
    return (both("numbers-of-links", "every link is broken: all are told", GOOD + links,
                 [unread("json-syntax", len(GOOD) + number) for number in range(len(links))])
            + both("broken-lists", "broken records in the lists of products and places",
                   [raw("product", b'{"id": "p" "name": "x"}'), raw("place", b'{"id": "17",}'), *GOOD],
                   [unread("json-syntax", 0), unread("json-syntax", 1)])
            + [file("broken-graph", "the graph record is broken",
                    '{"graph": {"name" "x"}, "nodes": [], "links": []}', ("json-syntax", 1, "/graph")),
               file("broken-ignored-member", "a member that we ignore is broken; its key may be personal",
                    '{"private": {"a" 1}, "nodes": [], "links": []}', ("json-syntax", 1, ""),
                    absent=["private"])])


def unread_cases():
    """After a record that could not be read, what it may have declared is not missing."""
    return (
        both("unread-node", "a link to a node whose record is broken is no further error",
             [raw("node", b'{"id": "a" "kind": "farmer"}'), node("b", "enterprise"), link("a", "b")],
             [unread("json-syntax", 0)])
        + both("unread-product", "nor is a product or place whose record is broken",
               [raw("product", b'{"id": "p",}'), raw("product", b'{"id": "q"}'),
                raw("place", b'{"id": "1",}'),
                raw("place", b'{"id": "2", "parent": "1"}'), node("a", products=["p"], place="1")],
               [unread("json-syntax", 0), unread("json-syntax", 2)])
        + both("mistyped-node", "a node that is mistyped but bears its id is known to links",
               [node("a", lat="x"), node("b", "enterprise"), link("a", "b"), link("a", "z")],
               [error("wrong-type", 0, "/lat"), error("unknown-node", 3, "/target")]))


def depth_cases():
    def nested(depth):
        return node("a").text[:-1] + b', "x": ' + depth * b"[" + depth * b"]" + b"}"

    deep, fine = raw("node", nested(3000)), raw("node", nested(1900))
    return (both("too-deep", "nesting beyond 2048 in a key that we ignore", [deep, LATER],
                 [unread("json-syntax", 0), error("out-of-range", 1, "/lat")])
            + both("deep", "nesting up to 1900 in a key that we ignore", [fine])
            + [file("too-deep-member", "nesting beyond 2048 in a member that we ignore",
                    b'{"x": ' + 3000 * b'{"x": ' + b"1" + 3000 * b"}" + b', "nodes": [], "links": []}',
                    ("json-syntax", 1, ""))])


NODES = '{"nodes": [\n{"id": "a", "kind": "farmer"},\n{"id": "b", "kind": "enterprise"}],\n'
ENDING = '"links": []}'


def around_records():
    """Broken structure; what cannot be told apart is told once."""
    first, second = '{"id": "a", "kind": "farmer"}', '{"id": "b", "kind": "enterprise"}'
    return [
        file("records-without-comma", "no comma between two records: told where the second stands",
             f'{{"nodes": [\n{first}\n{second}],\n{ENDING}', ("json-syntax", 3, "")),
        file("comma-after-records", "a comma after the last record",
             f'{{"nodes": [{first},], {ENDING}', ("json-syntax", 1, "")),
        file("two-commas-between-records", "two commas between records",
             f'{{"nodes": [{first},, {second}], {ENDING}', ("json-syntax", 1, "")),
        file("members-without-comma", "no comma between two members of the document",
             f'{{"nodes": [{first}] {ENDING}', ("json-syntax", 1, "")),
        file("comma-after-members", "a comma after the last member of the document",
             '{"nodes": [], "links": [],}', ("json-syntax", 1, "")),
        file("member-without-colon", "a colon is missing after a key of the document",
             '{"nodes" [], "links": []}', ("json-syntax", 1, "")),
        file("document-single-quotes", "single quotation marks throughout",
             "{'nodes': [], 'links': []}", ("json-syntax", 1, "")),
        file("document-unquoted", "keys of the document without quotation marks",
             "{nodes: [], links: []}", ("json-syntax", 1, "")),
        file("document-comment", "a comment within the document",
             f'{{"nodes": [{first}], /* none */ {ENDING}', ("json-syntax", 1, "")),
        file("colon-among-records", "a key within an array of records",
             f'{{"nodes": [{first}, "b": {second}], {ENDING}', ("json-syntax", 1, "")),
        file("comment-first", "a comment before the document", '// ours\n{"nodes": [], "links": []}',
             ("json-syntax", 1, "")),
        file("extra-brace", "one closing brace too many", NODES + ENDING + "}\n", ("json-syntax", 4, "")),
        file("extra-bracket", "one closing bracket too many",
             f'{{"nodes": [{first}]], {ENDING}', ("json-syntax", 1, "")),
        file("bracket-for-brace", "the document is closed by a bracket", '{"nodes": [], "links": []]',
             ("json-syntax", 1, "")),
        file("trailing-word", "a word behind the document", NODES + ENDING + "\ngarbage\n",
             ("json-syntax", 5, "")),
        file("trailing-comma-behind", "a comma behind the document", '{"nodes": [], "links": []},',
             ("json-syntax", 1, "")),
        file("trailing-nul", "NUL bytes behind the document, as after a crash",
             b'{"nodes": [], "links": []}' + 16 * b"\0", ("json-syntax", 1, "")),
        file("two-documents", "a second document", NODES + ENDING + "\n" + NODES + ENDING + "\n",
             ("json-syntax", 5, "")),
        file("two-documents-on-a-line", "a second document on the same line",
             2 * '{"nodes": [], "links": []}',
             ("json-syntax", 1, "")),
        file("document-then-lines", "JSON Lines behind a document",
             NODES + ENDING + '\n{"node": {"id": "c", "kind": "farmer"}}\n', ("json-syntax", 5, "")),
    ]


def cut_files():
    """Files that end too early: a download that broke off."""
    return [
        file("cut-brace", "only an opening brace", "{", ("json-syntax", 1, "")),
        file("cut-between-records", "the file ends after a record's comma",
             '{"nodes": [{"id": "a", "kind": "farmer"},', ("json-syntax", 1, "")),
        file("cut-after-record", "the file ends after a record", '{"nodes": [{"id": "a", "kind": "farmer"}',
             ("json-syntax", 1, "")),
        file("cut-after-nodes", "the file ends after the nodes: it is not told as well that links are missing",
             '{"nodes": [{"id": "a", "kind": "farmer"}],', ("json-syntax", 1, "")),
        file("cut-before-brace", "only the last brace is missing", '{"nodes": [], "links": []',
             ("json-syntax", 1, "")),
        file("cut-in-record", "the file ends within a record", NODES + '"links": [\n{"source": "a", "tar',
             ("json-syntax", 5, "/links/0")),
        file("cut-in-number", "the file ends within a number",
             NODES + '"links": [\n{"source": "a", "target": "b", "volume_kg": 80',
             ("json-syntax", 5, "/links/0")),
        file("cut-in-list", "the file ends within a list of a record",
             '{"nodes": [\n{"id": "a", "products": ["p"',
             ("json-syntax", 2, "/nodes/0")),
        file("cut-in-escape", "the file ends within an escape", '{"nodes": [\n{"id": "a\\u00',
             ("json-syntax", 2, "/nodes/0")),
        file("cut-lines", "the last line is cut short",
             '{"node": {"id": "a", "kind": "farmer"}}\n{"node": {"id": "b", "kind": "enter',
             ("json-syntax", 2, ""), lines=True),
        file("unclosed-text", "a quotation mark is missing: all behind it is the inside of texts",
             '{"nodes": [\n{"id": "a, "kind": "farmer"},\n{"id": "b", "kind": "enterprise"}],\n"links": []}\n',
             ("json-syntax", 2, "/nodes/0")),
        file("raw-newline", "a raw line feed in a text; lines are counted on",
             '{"nodes": [\n{"id": "a", "kind": "farmer", "name": "Hợp\ntác xã"},\n{"id": "b", "kind": "x"}],\n"links": []}',
             ("json-syntax", 2, "/nodes/0"), ("unknown-value", 4, "/nodes/1/kind")),
    ]


def top_level():
    """What is JSON, but no object."""
    texts = {"array": "[]", "array-of-nodes": '[{"id": "a", "kind": "farmer"}]', "number": "42",
             "text": '"nodes"',
             "null": "null", "true": "true"}
    cases = [file("top-" + name, "the top level is no object", text, ("json-syntax", 1, ""))
             for name, text in texts.items()]
    return cases + [
        file("table-of-text", "a CSV file", "id,kind,name\na,farmer,Đông\n", ("json-syntax", 1, "")),
        file("markup", "an error page in place of the data", "<!DOCTYPE html>\n<html></html>\n",
             ("json-syntax", 1, "")),
        file("word", "no JSON at all", "nodes", ("json-syntax", 1, "")),
        file("closing-first", "a closing brace first", "}", ("json-syntax", 1, "")),
    ]


def lines_structure():
    good = '{"node": {"id": "b", "kind": "enterprise"}}\n'
    bad = '{"node": {"id": "d", "kind": "x"}}\n'
    texts = {
        "lines-unclosed-object": ('{"node": {"id": "a", "kind": "farmer"}\n', "a closing brace is missing"),
        "lines-unclosed-array": ('{"node": {"id": "a", "kind": "farmer", "products": ["p"}}\n',
                                 "a bracket is missing"),
        "lines-unclosed-text": ('{"node": {"id": "a, "kind": "farmer"}}\n', "a quotation mark is missing"),
        "lines-extra-brace": ('{"node": {"id": "a", "kind": "farmer"}}}\n', "one closing brace too many"),
        "lines-two-on-a-line": (2 * '{"node": {"id": "a", "kind": "farmer"}}' + "\n",
                                "two records on a line"),
        "lines-comma": ('{"node": {"id": "a", "kind": "farmer"}},\n', "lines that end in commas"),
        "lines-array": ('[{"node": {"id": "a", "kind": "farmer"}}]\n', "a line that is an array"),
        "lines-number": ("5\n", "a line that is a number"),
        "lines-word": ("garbage\n", "a line that is no JSON"),
        "lines-comment": ("# farmers\n", "a line that is a comment"),
        "lines-nul": ("\0\0\0\n", "a line of NUL bytes"),
    }
    cases = [file(name, note + "; the lines behind it are read", good + text + bad, ("json-syntax", 2, ""),
                  ("unknown-value", 3, "/node/kind"), lines=True) for name, (text, note) in texts.items()]
    return cases + [
        file("lines-raw-newline", "a raw line feed in a text makes two broken lines of one",
             good + '{"node": {"id": "a", "name": "Hợp\ntác xã", "kind": "farmer"}}\n' + bad,
             ("json-syntax", 2, ""), ("json-syntax", 3, ""), ("unknown-value", 4, "/node/kind"), lines=True),
        file("lines-pretty", "a record spread over lines",
             good + '{"node":\n {"id": "a", "kind": "farmer"}}\n',
             ("json-syntax", 2, ""), ("json-syntax", 3, ""), lines=True),
    ]


def cases():
    return (broken_records() + broken_in_other_records() + unread_cases() + depth_cases() + around_records()
            + cut_files() + top_level() + lines_structure())
