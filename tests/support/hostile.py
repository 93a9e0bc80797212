#!/usr/bin/python3
"""A dataset whose ids, names and other texts are what many hands and a few enemies may type.

    /usr/bin/python3 tests/support/hostile.py >hostile.json

It has no errors, so that every exporter must cope with it. Whoever adds a format adds what could
break it to TEXTS; the tests send all of them through all formats."""
import json
import sys

TEXTS = {
    "end of a script": "</script><script>alert(1)</script>",
    "end of a style": "</style></title></textarea><svg/onload=alert(1)>",
    "an image": "<img src=x onerror=alert(1)>",
    "a comment": "<!--><script>alert(1)</script>-->",
    "quotes": "\"'`´“”«»",
    "an attribute": "\" onmouseover=\"alert(1)\" x='",
    "entities": "& &amp; &lt; &#0; &#x41; &notanentity; &",
    "end of CDATA": "]]> <![CDATA[ ]]&gt;",
    "a declaration": "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
    "a URL": "javascript:alert(1)",
    "a line feed": "first line\nsecond line",
    "a carriage return": "first\rsecond\r\nthird",
    "tabs": "\ttab\tbed\t",
    "line separators": "one\u2028two\u2029three\u0085four",
    "bidirectional overrides": "abc\u202edef\u202c \u202a \u202b \u202d \u2066x\u2067y\u2068z\u2069",
    "bidirectional marks": "a\u200eb\u200fc\u061cd",
    "C0": "".join(map(chr, range(1, 32))),
    "DEL and C1": "".join(map(chr, range(127, 160))),
    "terminal colours": "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b31m",
    "a sum": "=1+1",
    "a command": "=cmd|' /C calc'!A0",
    "plus": "+1+1",
    "minus": "-1+1",
    "at": "@SUM(A1:A9)",
    "a full-width sum": "＝1＋1",
    "full-width plus": "＋1",
    "full-width minus": "－1",
    "full-width at": "＠SUM(A1)",
    "a formula behind a tab": "\t=1+1",
    "a formula behind a space": " =1+1",
    "a formula in a list": "a;=1+1;@b",
    "commas": "a,b,,c",
    "semicolons": "a;b;;c\\;d",
    "DOT escapes": "\\N \\G \\E \\T \\H \\L \\l \\r \\n",
    "a backslash at the end": "ends in \\",
    "two backslashes at the end": "ends in \\\\",
    "a backslash before a quote": "\\\" \\\\\" \\",
    "DOT syntax": "a -> b; subgraph x { } [label=<b>] // # /* */",
    "a port of DOT": "a:b:n",
    "an HTML label": "<<b>bold</b>>",
    "percent signs": "%s %n %d 100%",
    "holes": "{0} {1} {}",
    "a shell": "$(touch x) `touch x` ; rm -rf ~ | & > < ' \" !",
    "a path": "../../etc/passwd",
    "a sheet name": "[Sheet]1:*?/\\'",
    "a prototype": "__proto__",
    "a constructor": "constructor",
    "null": "null",
    "not a number": "NaN",
    "infinity": "-Infinity",
    "true": "true",
    "a number": "007",
    "a large number": "12345678901234567890",
    "a real": "1e5",
    "a date": "2023-01-01",
    "spaces": "  two  before,  two  between,  two  behind  ",
    "a space": " ",
    "spaces of all sorts": "a\u00a0b\u2003c\u3000d\u200be\u200df",
    "a byte order mark": "\ufeffmark\ufeff",
    "noncharacters": "\ufffe \uffff \ufdd0 \U0001ffff \U0010ffff",
    "a replacement character": "\ufffd",
    "private use": "\ue000 \U000f0000",
    "emoji": "👩\u200d🌾 🌾 🇻🇳 ☎\ufe0f 👍🏽",
    "Vietnamese, composed": "Hợp tác xã Đồng Tháp, Hòa Bình, Nguyễn Ưởng Ẵng",
    "Vietnamese, decomposed": "Ho\u031b\u0323p ta\u0301c xa\u0303 Đo\u0302\u0300ng Tha\u0301p",
    "piled marks": "Z" + "\u0351\u036b\u0343" * 20,
    "right to left": "שלום عليكم",
    "wide characters": "農業協同組合",
    "very long": "dài " * 5000,
    "very long without a space": "x" * 20000,
}



def dataset(but=()):
    """Without the texts whose names are in `but`."""
    texts = {name: text for name, text in TEXTS.items() if name not in but}
    products = [{"id": text, "name": text, "name_en": text} for text in texts.values()]
    places = [{"id": text, "name": text, "level": text, "lat": 10 + i / 10, "lon": 105 + i / 10}
              for i, text in enumerate(texts.values())]
    nodes, links = [], []
    for name, text in texts.items():
        nodes += [{"id": f"{name}: farmer", "kind": "farmer", "count": 3},
                  {"id": text, "kind": "cooperative", "name": text, "place": text, "sector": text,
                   "products": [{"product": text, "output_kg": 1000.5}], "form": text,
                   "certificates": [text, name], "requires": [text], "tax_id": text,
                   "rating": text},
                  {"id": f"{name}: {text}", "kind": "enterprise", "name": text, "place": text}]
        links += [{"source": f"{name}: farmer", "target": text, "kind": "membership"},
                  {"source": text, "target": f"{name}: {text}", "kind": "supply",
                   "products": [text], "volume_kg": 0.1, "value": 1e15, "contract": "oral"},
                  {"source": text, "target": f"{name}: {text}", "kind": "supply",
                   "volume_kg": 1e-7, "start": "2020-02-29"}]
    return {"format": "vclink", "version": 1, "directed": True, "multigraph": True,
            "graph": {"name": " ".join(text for text in texts.values() if len(text) < 100),
                      "as_of": "2023-12-31", "currency": "</script>", "source": "]]>\\\""},
            "products": products, "places": places, "nodes": nodes, "links": links}


if __name__ == "__main__":
    json.dump(dataset(), sys.stdout, ensure_ascii=True)
