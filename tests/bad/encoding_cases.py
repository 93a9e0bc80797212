"""Bytes: UTF-8, byte-order marks, line ends, NUL characters, empty files."""
from corpus import (EMPTY_FILE_LINE, as_document, as_lines, both, document_of, error, file, graph,
                    lines_of, link, node, place, product, raw, unread)

MARK = b"\xef\xbb\xbf"
FINE = [node("a", name="Hợp tác xã Đông Lai"), node("b", "enterprise"), link("a", "b")]
LATER = node("z", "farmr")

# Not UTF-8, within a text.
INVALID = {
    "latin-1": ("Hòa Bình".encode("latin-1"), "Latin-1"),
    "windows-1258": (b"H\xf2a B\xecnh", "the old Vietnamese code page of Windows"),
    "tcvn3": (b"H\xf9p t\xb8c x\xb7", "a font encoding of old Vietnamese documents"),
    "overlong-slash": (b"a\xc0\xafb", "an overlong form of two bytes"),
    "overlong-three": (b"\xe0\x80\xaf", "an overlong form of three bytes"),
    "overlong-four": (b"\xf0\x80\x80\xaf", "an overlong form of four bytes"),
    "overlong-nul": (b"\xc0\x80", "NUL as Java writes it"),
    "surrogate-bytes": (b"\xed\xa0\xbd\xed\xb8\x80", "a surrogate pair as bytes"),
    "beyond-unicode": (b"\xf4\x90\x80\x80", "a character beyond U+10FFFF"),
    "five-bytes": (b"\xf8\x88\x80\x80\x80", "a form of five bytes"),
    "byte-ff": (b"\xff", "a byte that never occurs"),
    "lone-continuation": (b"a\x80b", "a continuation byte alone"),
    "cut-character": (b"H\xe1\xbb", "a character cut short by the closing quotation mark"),
    "c1-byte": (b"\x9b31m", "a C1 control as a single byte"),
}


def invalid_cases():
    cases = []
    for number, (name, (text, note)) in enumerate(INVALID.items()):
        records = [node("a"), raw("node", b'{"id": "b", "kind": "enterprise", "name": "' + text + b'"}'),
                   LATER]
        wrong = [unread("utf8", 1), error("unknown-value", 2, "/kind")]
        cases.append(document_of("utf8-" + name, note, records, wrong))
        if number % 3 == 0:
            cases.append(lines_of(f"utf8-{name}-lines", note, records, wrong))
    return cases


def places_of_invalid():
    """Where in the file the bytes stand."""
    ignored = raw("node", b'{"id": "b", "kind": "farmer", "x": {"y": ["H\xf2a"]}}')
    key = raw("node", b'{"id": "b", "kind": "farmer", "h\xf2": 1}')
    identity = raw("node", b'{"id": "b\xff", "kind": "farmer"}')
    return (
        both("utf8-ignored-value", "bad bytes deep within a key that we ignore", [node("a"), ignored],
             [unread("utf8", 1)])
        + both("utf8-ignored-key", "bad bytes in the name of a key that we ignore", [node("a"), key],
               [unread("utf8", 1)])
        + both("utf8-id", "bad bytes in an id; links to it are no further error",
               [node("a", "enterprise"), identity, link("b", "a")], [unread("utf8", 1)])
        + both("utf8-several", "bad bytes in several records: all are told",
               [node("a"), ignored, key, identity],
               [unread("utf8", 1), unread("utf8", 2), unread("utf8", 3)])
        + both("utf8-lists", "bad bytes in a product, a place and a link",
               [raw("product", b'{"id": "p", "name": "B\xff"}'), raw("place", b'{"id": "1", "name": "\xff"}'),
                node("a"), raw("link", b'{"source": "a", "target": "a", "note": "\xff"}')],
               [unread("utf8", 0), unread("utf8", 1), unread("utf8", 3)])
        + [file("utf8-graph", "bad bytes in the graph record",
                b'{"graph": {"name": "H\xf2a"}, "nodes": [], "links": []}', ("utf8", 1, "/graph")),
           file("utf8-ignored-member", "bad bytes in a member that we ignore",
                b'{"x": {"y": "H\xf2a"}, "nodes": [], "links": []}', ("utf8", 1, "")),
           file("utf8-member-key", "bad bytes in a key of the document",
                b'{"h\xf2": 1, "nodes": [], "links": []}', ("utf8", 1, "")),
           file("utf8-cut-at-end", "the file ends within a character",
                b'{"nodes": [\n{"id": "a", "name": "H\xe1\xbb', ("utf8", 2, "/nodes/0")),
           file("utf8-cut-at-end-lines", "the last line ends within a character",
                b'{"node": {"id": "a", "kind": "farmer"}}\n{"node": {"id": "b", "name": "H\xe1\xbb',
                ("utf8", 2, ""),
                lines=True)])


def other_encodings():
    text = '{"nodes": [], "links": []}'
    return [
        file("utf-16-le", "UTF-16 with a byte-order mark, as Windows calls Unicode",
             b"\xff\xfe" + text.encode("utf-16-le"), ("utf8", 1, "")),
        file("utf-16-be", "UTF-16 with a byte-order mark, the other way round",
             b"\xfe\xff" + text.encode("utf-16-be"), ("utf8", 1, "")),
        file("utf-16-no-mark", "UTF-16 without a mark: NUL bytes between the letters",
             text.encode("utf-16-le"),
             ("json-syntax", 1, "")),
        file("utf-32-le", "UTF-32 with a byte-order mark", b"\xff\xfe\0\0" + text.encode("utf-32-le"),
             ("utf8", 1, "")),
        file("picture", "a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ("utf8", 1, "")),
    ]


def marks():
    document, _ = as_document(FINE)
    lines, _ = as_lines(FINE)
    broken = [node("a"), LATER]
    wrong = [error("unknown-value", 1, "/kind")]
    return [
        file("mark", "a byte-order mark is accepted", MARK + document),
        file("mark-lines", "before JSON Lines too", MARK + lines, lines=True),
        document_of("mark-and-error", "a byte-order mark does not shift lines", broken, wrong,
                    change=lambda text: MARK + text),
        file("mark-twice", "a second byte-order mark is not JSON", 2 * MARK + document,
             ("json-syntax", 1, "")),
        file("mark-twice-lines", "nor is it in JSON Lines", 2 * MARK + lines, ("json-syntax", 1, ""),
             lines=True),
        file("mark-within-lines", "a byte-order mark on a later line, as after joining two files",
             lines + MARK + b'{"node": {"id": "c", "kind": "farmer"}}\n', ("json-syntax", 4, ""), lines=True),
        file("mark-cut", "two bytes of a byte-order mark", MARK[:2] + document, ("utf8", 1, "")),
        file("mark-alone", "nothing but a byte-order mark", MARK, ("not-a-dataset", EMPTY_FILE_LINE, "")),
        file("mark-and-space", "a byte-order mark and blank lines", MARK + b"\n\n",
             ("not-a-dataset", EMPTY_FILE_LINE, "")),
        file("mark-in-text", "U+FEFF within a text is a character like any other",
             '{"nodes": [{"id": "a\ufeff", "kind": "farmer"}], "links": []}'),
    ]


def empty_files():
    texts = {"empty": b"", "space": b" ", "blank-lines": b"\n\n\n", "blank-lines-crlf": b"\r\n\r\n",
             "blank-all": b" \t\r\n \t\n"}
    return [file(name, "an empty or blank file", text, ("not-a-dataset", EMPTY_FILE_LINE, ""),
                 lines=number % 2 == 1)
            for number, (name, text) in enumerate(texts.items())]


def line_ends():
    broken = [graph(as_of="2023-12-31"), product("p"), place("1", lat=91), node("a", products=["p"]), LATER,
              link("a", "a", volume_kg=-1)]
    wrong = [error("out-of-range", 2, "/lat"), error("unknown-value", 4, "/kind"),
             error("out-of-range", 5, "/volume_kg")]
    crlf = lambda text: text.replace(b"\n", b"\r\n")
    spaces = lambda text: text.replace(b"\n", b" \t \n")
    document, _ = as_document(FINE)
    lines, _ = as_lines(FINE)
    return [
        document_of("crlf", "CRLF line ends: the same lines", broken, wrong, change=crlf),
        lines_of("crlf-lines", "CRLF line ends in JSON Lines", broken, wrong, change=crlf),
        document_of("trailing-spaces", "white space at the ends of lines", broken, wrong, change=spaces),
        lines_of("trailing-spaces-lines", "white space at the ends of lines", broken, wrong, change=spaces),
        lines_of("no-last-line-end", "the last line has no end", broken, wrong,
                 change=lambda text: text[:-1]),
        file("cr-only", "a document with line ends of old Macs is JSON", document.replace(b"\n", b"\r")),
        file("cr-only-error", "only LF and CRLF end lines, so all stands on line 1",
             b'{"nodes": [\r{"id": "a", "kind": "x"}],\r"links": []}\r',
             ("unknown-value", 1, "/nodes/0/kind")),
        file("cr-only-lines", "JSON Lines with CR alone are one line that holds several records",
             lines.replace(b"\n", b"\r"), ("json-syntax", 1, ""), lines=True),
        file("mixed-ends", "LF and CRLF mixed",
             b'{"nodes": [\r\n{"id": "a", "kind": "farmer"},\n{"id": "b", "kind": "x"}],\r\n"links": []}\n',
             ("unknown-value", 3, "/nodes/1/kind")),
        file("blank-lines-within", "blank lines count, and are no records",
             b'\n\n{"node": {"id": "a", "kind": "farmer"}}\n\n \t\r\n  {"node": {"id": "b", "kind": "x"}}  \n\n',
             ("unknown-value", 6, "/node/kind"), lines=True),
        file("blank-lines-before", "blank lines before a document, and within",
             b'\n\n  {"nodes":\n\n[\n{"id": "a", "kind": "x"}\n\n]\n,"links":\n[]}\n\n',
             ("unknown-value", 6, "/nodes/0/kind")),
        file("one-line", "a whole document on one line",
             b'{"nodes":[{"id":"a","kind":"farmer"}],"links":[]}'),
        file("next-line-character", "U+0085 is no white space in JSON",
             '{"nodes": [],\u0085"links": []}', ("json-syntax", 1, "")),
        file("line-separator-in-text", "U+2028 within a text ends no line",
             '{"node": {"id": "a\u2028b", "kind": "farmer"}}\n{"node": {"id": "c", "kind": "x"}}\n',
             ("unknown-value", 2, "/node/kind"), lines=True),
    ]


def nul_characters():
    return (
        both("nul-escaped", "an escaped NUL in a name",
             [node("b"), raw("node", rb'{"id": "a", "kind": "farmer", "name": "a\u0000b"}'), LATER],
             [unread("nul-character", 1), error("unknown-value", 2, "/kind")])
        + both("nul-in-id", "an escaped NUL in an id",
               [node("b", "enterprise"), raw("node", rb'{"id": "a\u0000", "kind": "farmer"}'),
                link("a", "b")],
               [unread("nul-character", 1)])
        + both("nul-in-ignored-value", "an escaped NUL in a key that we ignore",
               [node("b"), raw("node", rb'{"id": "a", "kind": "farmer", "x": ["\u0000"]}')],
               [unread("nul-character", 1)])
        + both("nul-in-ignored-key", "an escaped NUL in the name of a key that we ignore",
               [node("b"), raw("node", rb'{"id": "a", "kind": "farmer", "x\u0000": 1}')],
               [unread("nul-character", 1)]))


def odd_but_fine():
    """Nothing is wrong with these."""
    return (
        both("odd-characters", "noncharacters, DEL, controls that are escaped, characters beyond the first plane",
             [node("a\ufffe\uffff"), node("b\x7f"),
              raw("node", rb'{"id": "c\u0001\u001f\ud83c\udf4a", "kind": "farmer"}'),
              node("\U00020000", "enterprise"), link("b\x7f", "\U00020000")])
        + both("odd-ids", "ids that are words of programming languages",
               [node(text, name=text) for text in ("__proto__", "constructor", "toString", "null", "NaN",
                                                   "-1", "0", " ",
                                                   "true", "hasOwnProperty", "/", "~", "..", "%s%n",
                                                   "'\"`$(x)")])
        + both("odd-keys", "empty keys, and keys of other programs: ignored, and never told", [
            raw("node", b'{"": 1, "__proto__": {"kind": "x"}, "id": "a", "kind": "farmer", "phone": "private-1"}'),
            raw("node", b'{"id": "b", "kind": "enterprise", "constructor": null, "big": 123456789012345678901234567890, '
                        b'"Kind": "x", "COUNT": -1}'),
            raw("link", b'{"source": "a", "target": "b", "key": 0, "weight": "private-2", "label": ["private-3"]}')],
            absent=["private-1", "private-2", "private-3"]))


def cases():
    return (invalid_cases() + places_of_invalid() + other_encodings() + marks() + empty_files() + line_ends()
            + nul_characters() + odd_but_fine())
