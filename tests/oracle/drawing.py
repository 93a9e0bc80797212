"""Hand-drawn chains for the self-tests, and samples of random ones."""
import forms
import generate
import tables

SAMPLE = 120      # random chains in a sample
EXAMPLE = """
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
"""
KIND_OF_LETTER = {"f": "farmer", "g": "group", "c": "cooperative", "u": "union", "e": "enterprise"}


def dataset(nodes, links, **graph):
    """A dataset from facts by node id and (source, target, facts) of links; an id's first letter is
    its kind."""
    return {"graph": graph,
            "nodes": [{"id": id_, "kind": KIND_OF_LETTER[id_[0]], **facts}
                      for id_, facts in nodes.items()],
            "links": [{"source": source, "target": target, **(facts[0] if facts else {})}
                      for source, target, *facts in links]}


def analyse(records, as_of=None, without=()):
    return tables.analyse(forms.as_document(records), as_of, without)


def drawn(nodes, links, **graph):
    """The analysis of a hand-drawn chain."""
    return analyse(dataset(nodes, links, **graph))


def row_of(rows, **wanted):
    """The one row with these values."""
    found = [row for row in rows if all(row[name] == value for name, value in wanted.items())]
    assert len(found) == 1, f"{len(found)} rows with {wanted}"
    return found[0]


def sample_of(seed):
    """Random chains, analysed."""
    for number in range(SAMPLE):
        records, options = generate.chain_of(seed, number)
        yield records, options, analyse(records, options["as_of"], options["without"])
