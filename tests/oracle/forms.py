"""The forms a dataset may be written in: all mean the same, so all must give the same bytes
back."""
import json

from chain import split_records

PLURAL = {"product": "products", "place": "places", "node": "nodes", "link": "links"}
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def as_document(dataset, indent=None, ascii_only=False):
    """One JSON document."""
    return (json.dumps(dataset, indent=indent, ensure_ascii=ascii_only) + "\n").encode()


def as_lines(dataset, ascii_only=False, order=None):
    """JSON Lines, “one record a line, wrapped in its kind, in any order”; `order` rearranges
    them."""
    lines = [{"graph": dataset["graph"]}] if "graph" in dataset else []
    for kind, plural in PLURAL.items():
        lines += [{kind: record} for record in dataset.get(plural, [])]
    if order:
        order(lines)
    return "".join(json.dumps(line, ensure_ascii=ascii_only) + "\n" for line in lines).encode()


def dataset_of(data):
    """The dataset, in its document form, of bytes in either container."""
    records = split_records(data.decode("utf-8-sig"))
    dataset = {plural: records[kind] for kind, plural in PLURAL.items()
               if records[kind] or kind in ("node", "link")}
    return {**dataset, "graph": records["graph"]} if records["graph"] else dataset


def base_form(dataset, rng):
    """The dataset as generated, in one of its two containers."""
    if dataset["nodes"] and rng.random() < 0.5:
        return as_lines(dataset)
    return as_document(dataset, indent=rng.choice((None, 1)))


def other_form(dataset, rng):
    """The same dataset in another guise: records and keys shuffled, the other container, CRLF, a
    byte-order mark, `edges` for `links`, letters escaped."""
    guise = {plural: [shuffled_keys(record, rng) for record in dataset[plural]]
             for plural in PLURAL.values() if plural in dataset}
    for records in guise.values():
        rng.shuffle(records)
    guise.update((key, value) for key, value in dataset.items() if key not in guise)
    ascii_only = rng.random() < 0.3
    if dataset["nodes"] and rng.random() < 0.5:
        data = as_lines(guise, ascii_only, order=rng.shuffle)
    else:
        if rng.random() < 0.3:
            guise["edges"] = guise.pop("links")
        data = as_document(shuffled_keys(guise, rng), rng.choice((None, 2)), ascii_only)
    if rng.random() < 0.5:
        data = data.replace(b"\n", b"\r\n")
    return BYTE_ORDER_MARK + data if rng.random() < 0.3 else data


def shuffled_keys(record, rng):
    """The same object with its keys in another order."""
    keys = list(record)
    rng.shuffle(keys)
    return {key: record[key] for key in keys}
