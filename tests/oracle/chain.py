"""Reads a dataset, a document or JSON Lines, into plain records with every default filled in.

Nothing here is checked: the oracle is for valid datasets alone. Sentences in quotation marks are
the contract's own.
"""
import datetime
import json
from dataclasses import dataclass
from functools import cached_property

KINDS = ("farmer", "group", "cooperative", "union", "enterprise")
ORGANISATIONS = ("group", "cooperative", "union")
SELLING_KINDS = ("farmer",) + ORGANISATIONS
UNSTATED = "*"


@dataclass
class Node:
    """One record of `nodes`."""
    id: str
    kind: str
    count: int
    members: int
    status: str          # with --without applied
    stated_status: str   # as the dataset has it: what the implied members go by
    output_kg: dict      # every product it lists -> its output, None where unknown
    sells: bool
    buyer: bool
    name: str
    place: str
    sector: str
    facts: dict          # its record as it was read

    @property
    def active(self):
        """“A node is active if its status is.”"""
        return self.status == "active"

    @cached_property
    def products(self):
        """The products it lists; empty: “not stated, so any product”."""
        return frozenset(self.output_kg)


@dataclass(frozen=True)
class Link:
    """One record of `links` that is not ignored; equal links are exact duplicates."""
    source: str
    target: str
    stated_kind: str
    products: frozenset
    volume_kg: float
    delivered_kg: float
    value: float
    contract: str
    start: datetime.date
    end: datetime.date
    status: str


class Chain:
    """A whole dataset: `nodes` by id, `links` without the ignored ones, `products`, `parent_of`
    places."""

    def __init__(self, nodes, links, products, parent_of, as_of, name):
        self.nodes = nodes
        self.links = links
        self.products = products
        self.parent_of = parent_of
        self.as_of = as_of
        self.name = name

    def kind_of(self, link):
        """`sells` false: “Their links out are treated as `input` throughout”."""
        return link.stated_kind if self.nodes[link.source].sells else "input"

    def is_current(self, link):
        """“A link is current if its own status is active and the as-of date … lies within
        start..end”."""
        if link.status != "active":
            return False
        if self.as_of is None:
            return True
        return ((link.start is None or link.start <= self.as_of)
                and (link.end is None or self.as_of <= link.end))

    def is_active(self, link):
        """“It is active if it is current and both its ends are active.”"""
        return (self.is_current(link) and self.nodes[link.source].active
                and self.nodes[link.target].active)

    @cached_property
    def trade(self):
        """The active membership and supply links, in which goods flow “source to target”."""
        return [link for link in self.links
                if self.kind_of(link) != "input" and self.is_active(link)]

    def supplies_to_buyers(self):
        """The active supply links that end at a buyer."""
        return [link for link in self.trade
                if self.kind_of(link) == "supply" and self.nodes[link.target].buyer]

    def places_of(self, node):
        """“a node counts for its place and for each of that place's ancestors”."""
        places = []
        place = node.place
        while place is not None:
            places.append(place)
            place = self.parent_of.get(place)
        return places


def read_file(path, as_of=None, without=()):
    """The chain in the file at `path`."""
    with open(path, "rb") as file:
        return read(file.read(), as_of, without)


def read(data, as_of=None, without=()):
    """The chain in `data` (bytes), with the options --as-of and --without."""
    records = split_records(data.decode("utf-8-sig"))
    nodes = {}
    for record in records["node"]:
        node = read_node(record, without)
        nodes[node.id] = node
    every_link = [read_link(record, nodes) for record in records["link"]]
    graph = records["graph"]
    chain = Chain(nodes, without_ignored(every_link), products_of(records, nodes, every_link),
                  places_tree(records, nodes), day(as_of or graph.get("as_of")), graph.get("name"))
    settle_buyers(chain, records["node"])
    return chain


def split_records(text):
    """The records by kind. “The two are told apart by what they contain, never by the file's
    name.”"""
    try:
        document = json.loads(text)
    except json.JSONDecodeError:
        document = None
    if isinstance(document, dict) and ("nodes" in document or "links" in document
                                       or "edges" in document):
        document = stated(document)
        return {"graph": stated(document.get("graph", {})),
                "product": [stated(r) for r in document.get("products", [])],
                "place": [stated(r) for r in document.get("places", [])],
                "node": [stated(r) for r in document.get("nodes", [])],
                "link": [stated(r) for r in document.get("links", document.get("edges", []))]}
    records = {"graph": {}, "product": [], "place": [], "node": [], "link": []}
    for line in text.split("\n"):
        if line.strip():
            (kind, record), = json.loads(line).items()
            if kind == "graph":
                records["graph"] = stated(record)
            else:
                records[kind].append(stated(record))
    return records


def stated(record):
    """“`null` is the same as absent”."""
    return {key: value for key, value in record.items() if value is not None}


def identifier(value):
    """“an integer id is read as its decimal string”."""
    return str(value) if isinstance(value, int) else value


def day(text):
    """An ISO date, None where absent."""
    return datetime.date.fromisoformat(text) if text is not None else None


def read_node(record, without):
    """A node with its defaults; `buyer` is settled once all links are known."""
    id_ = identifier(record["id"])
    status = record.get("status", "active")
    return Node(id=id_, kind=record["kind"], count=record.get("count", 1),
                members=record.get("members", 0), stated_status=status,
                status="dissolved" if id_ in without else status,
                output_kg=listed_products(record.get("products", [])),
                sells=record.get("sells", True), buyer=record.get("buyer", False),
                name=record.get("name"), place=identifier(record.get("place")),
                sector=record.get("sector"), facts=record)


def listed_products(entries):
    """Every product listed, with its output; “array of product ids or of {product, output_kg?…}”.

    A product listed twice is listed once, its amounts added.
    """
    output_kg = {}
    for entry in entries:
        entry = stated(entry) if isinstance(entry, dict) else {"product": entry}
        product = identifier(entry["product"])
        amounts = [kg for kg in (output_kg.get(product), entry.get("output_kg")) if kg is not None]
        output_kg[product] = sum(amounts) if amounts else None
    return output_kg


def read_link(record, nodes):
    """A link with its defaults; “`product` and `products` together are one set”."""
    source, target = identifier(record["source"]), identifier(record["target"])
    products = list(record.get("products", []))
    if "product" in record:
        products.append(record["product"])
    kind = record.get("kind") or inferred_kind(nodes[source].kind, nodes[target].kind)
    return Link(source, target, kind, frozenset(identifier(p) for p in products),
                record.get("volume_kg"), record.get("delivered_kg"), record.get("value"),
                record.get("contract"), day(record.get("start")), day(record.get("end")),
                record.get("status", "active"))


def inferred_kind(source_kind, target_kind):
    """“Absent: `membership` if both ends are in farmer < group < cooperative < union and the source
    ranks lower, else `supply`”."""
    if source_kind in SELLING_KINDS and target_kind in SELLING_KINDS:
        if SELLING_KINDS.index(source_kind) < SELLING_KINDS.index(target_kind):
            return "membership"
    return "supply"


def without_ignored(links):
    """All but links of an actor to itself and exact duplicates, which are “equal in every known
    field once defaults are filled in”."""
    return list(dict.fromkeys(link for link in links if link.source != link.target))


def products_of(records, nodes, every_link):
    """“those that are declared, or, where no list of them is given, those mentioned anywhere (in
    ignored links too)”; an empty list is none given."""
    if records["product"]:
        return sorted(identifier(record["id"]) for record in records["product"])
    mentioned = set()
    for node in nodes.values():
        mentioned |= node.products
    for link in every_link:
        mentioned |= link.products
    return sorted(mentioned)


def places_tree(records, nodes):
    """Each place declared, or else mentioned, with its parent."""
    if records["place"]:
        return {identifier(record["id"]): identifier(record.get("parent"))
                for record in records["place"]}
    return {node.place: None for node in nodes.values() if node.place is not None}


def settle_buyers(chain, records):
    """“Default: true for an enterprise, unless it has links and all of them, whatever their status,
    ignored ones aside, are `input`; false for the rest”."""
    has_links, only_input = set(), set(chain.nodes)
    for link in chain.links:
        for end in (link.source, link.target):
            has_links.add(end)
            if chain.kind_of(link) != "input":
                only_input.discard(end)
    for record in records:
        node = chain.nodes[identifier(record["id"])]
        if "buyer" not in record and node.kind == "enterprise":
            node.buyer = not (node.id in has_links and node.id in only_input)
