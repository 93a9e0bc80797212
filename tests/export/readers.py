"""Readers of exported networks that nobody here wrote, and what each should make of a value.

A reader is one function from a file to (nodes, links), registered with @reader: nodes are
{id: {attribute: value}}, links a list of (source, target, {attribute: value}). What it should find
is said by a function from a cell of `vclink analyze --format json` and its column's type to the
value, or ABSENT. To test another format, write a function here; the tests call all of them."""
import csv
import importlib.util
import json
import math
import re
import shutil
import subprocess
import warnings
import xml.etree.ElementTree as ElementTree

ABSENT = object()
READERS = []


class Reader:
    """One way to read a format. `extra`: attributes that stand for no column; `left_out`: columns
    that stand elsewhere than among the attributes; both of nodes and of links. `arguments`: further
    ones for export. `slow`: only for small chains. `fails_on`: texts of the hostile corpus, by
    name, that the reader cannot read though the format allows them."""

    def __init__(self, read, form, expected, extra=((), ()),
                 left_out=(("id",), ("source", "target")), needs=(), arguments=(), slow=False,
                 fails_on=()):
        self.read, self.form, self.expected, self.slow = read, form, expected, slow
        self.extra, self.left_out, self.needs = extra, left_out, needs
        self.fails_on = fails_on
        self.arguments = ["--to", form, *arguments]
        self.name = read.__name__

    def as_id(self, text):
        """What the id of an actor is read as."""
        return id_in_dot(text) if self.form == "dot" else self.expected(text, "text")

    def left_out_of_node(self, row):
        """A dataset may not say `buyer` of a farmer, nor `sells` of an enterprise."""
        ours = {"farmer": ["buyer"], "enterprise": ["sells"]} if self.form == "nodelink" else {}
        return [*self.left_out[0], *ours.get(row["kind"], [])]

    def missing(self):
        """What is not installed: modules of Python by name, programs with a !."""
        for need in self.needs:
            found = (shutil.which(need[1:]) if need.startswith("!")
                     else importlib.util.find_spec(need))
            if not found:
                yield need.lstrip("!")


def reader(form, expected, **more):
    def register(read):
        READERS.append(Reader(read, form, expected, **more))
        return read
    return register


# What a value should be read as ------------------------------------------------------------------

def joined(items):
    """A list as one text: a ; or \\ of an item's own stands behind a \\."""
    return ";".join(item.replace("\\", "\\\\").replace(";", "\\;") for item in items)


def in_json(value, kind):
    return value


def in_json_known(value, kind):
    return ABSENT if value is None else value


def text_in_xml(text):
    """What XML 1.0 forbids is shown."""
    return re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", lambda m: f"<U+{ord(m[0]):04X}>", text)


def in_xml(value, kind):
    """Python's own types; null, empty texts and lists are absent."""
    if value is None or value in ("", []):
        return ABSENT
    if kind in ("text", "list"):
        return text_in_xml(value if kind == "text" else joined(value))
    return float(value) if kind == "real" else value


def in_igraph(value, kind):
    """Numbers are doubles, and a boolean that is not there is false."""
    if kind == "boolean":
        return bool(value)
    value = in_xml(value, kind)
    return float(value) if kind in ("integer", "real") and value is not ABSENT else value


def in_markup(value, kind):
    """The characters between the tags."""
    if kind == "boolean" and value is not None:
        return "true" if value else "false"
    if kind in ("integer", "real") and value is not None:
        return f"{value:.12g}" if kind == "real" else str(value)
    return in_xml(value, kind)


HIDDEN = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
                    "\ufffe\uffff]")


def text_in_dot(text):
    """Backslashes stand doubled, as graphviz leaves them; what may not be seen is shown."""
    return HIDDEN.sub(lambda m: f"<U+{ord(m[0]):04X}>", text.replace("\\", "\\\\"))


def id_in_dot(text):
    """graphviz takes a % in front for its own."""
    return re.sub("^%", "<U+0025>", text_in_dot(text))


def in_dot(value, kind):
    if value is None or value in ("", []):
        return ABSENT
    if kind in ("text", "list"):
        return text_in_dot(value if kind == "text" else joined(value))
    return in_markup(value, kind)


LABEL = (["label"], [])


# GraphML -----------------------------------------------------------------------------------------

@reader("graphml", in_xml, extra=LABEL, needs=["networkx"])
def graphml_by_networkx(path):
    import networkx
    graph = networkx.read_graphml(path)
    assert graph.is_directed()
    return dict(graph.nodes(data=True)), list(graph.edges(data=True))


@reader("graphml", in_igraph, extra=LABEL, needs=["igraph"])
def graphml_by_igraph(path):
    import igraph
    graph = igraph.Graph.Read_GraphML(str(path))
    assert graph.is_directed()
    # igraph leaves an & of an XML attribute as the reference that libxml2 hands it.
    names = [vertex["id"].replace("&#38;", "&") for vertex in graph.vs]
    nodes = {name: known(vertex.attributes(), "id") for name, vertex in zip(names, graph.vs)}
    return nodes, [(names[edge.source], names[edge.target], known(edge.attributes()))
                   for edge in graph.es]


def known(attributes, *without):
    """Without what igraph fills up: NaN and empty texts."""
    return {name: value for name, value in attributes.items()
            if name not in without and value not in ("", None)
            and not (isinstance(value, float) and math.isnan(value))}


GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


@reader("graphml", in_markup, extra=LABEL)
def graphml_by_expat(path):
    root = ElementTree.parse(path).getroot()
    keys = {key.get("id"): key.get("attr.name") for key in root.iter(GRAPHML + "key")}

    def data(element):
        pairs = ((keys[item.get("key")], item.text) for item in element.iter(GRAPHML + "data"))
        return {name: text for name, text in pairs if text}

    nodes = {node.get("id"): data(node) for node in root.iter(GRAPHML + "node")}
    return nodes, [(edge.get("source"), edge.get("target"), data(edge))
                   for edge in root.iter(GRAPHML + "edge")]


# JSON --------------------------------------------------------------------------------------------

def read_json(path):
    def refuse(word):
        raise ValueError(word)
    return json.loads(path.read_text(encoding="utf-8"), parse_constant=refuse)


def node_link(path, key):
    import networkx
    data = read_json(path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        try:  # networkx 3.4 renamed it
            graph = networkx.node_link_graph(data, edges=key)
        except TypeError:
            graph = networkx.node_link_graph(data, link=key)
    assert graph.is_directed() and graph.is_multigraph()
    for _, node in graph.nodes(data=True):  # a product with amounts is an object
        node["products"] = [one if isinstance(one, str) else one["product"]
                            for one in node["products"]]
    return dict(graph.nodes(data=True)), list(graph.edges(data=True))


@reader("nodelink", in_json_known, needs=["networkx"])
def nodelink_by_networkx(path):
    return node_link(path, "links")


@reader("nodelink", in_json_known, needs=["networkx"], arguments=["--edge-key", "edges"])
def nodelink_of_today_by_networkx(path):
    return node_link(path, "edges")


@reader("cytoscape", in_json_known, extra=(["label", "value"], ["key"]), needs=["networkx"],
        left_out=((), ()))
def cytoscape_by_networkx(path):
    import networkx
    graph = networkx.cytoscape_graph(read_json(path))
    assert graph.is_directed() and graph.is_multigraph()
    return dict(graph.nodes(data=True)), list(graph.edges(data=True))


# DOT ---------------------------------------------------------------------------------------------

DRAWING = ["label", "shape", "peripheries", "style", "color", "fillcolor", "fontcolor", "penwidth",
           "fontname", "fontsize", "arrowsize"]

# Every attribute of every node and edge as NAME US VALUE RS, a node or edge in between GS.
GVPR = r"""
BEG_G { string a; }
N { printf("N\x1f%s\x1e", $.name);
    for (a = fstAttr($G, "N"); a != ""; a = nxtAttr($G, "N", a))
        printf("%s\x1f%s\x1e", a, aget($, a));
    printf("\x1d"); }
E { printf("E\x1f%s\x1e\x1f%s\x1e", $.tail.name, $.head.name);
    for (a = fstAttr($G, "E"); a != ""; a = nxtAttr($G, "E", a))
        printf("%s\x1f%s\x1e", a, aget($, a));
    printf("\x1d"); }
"""


def renamed(attribute):
    """pydot refuses `name`."""
    return "name" if attribute == "full_name" else attribute


@reader("dot", in_dot, extra=(DRAWING, DRAWING), needs=["!gvpr"])
def dot_by_graphviz(path):
    done = subprocess.run(["gvpr", GVPR.replace(r"\x1f", "\x1f").replace(r"\x1e", "\x1e")
                           .replace(r"\x1d", "\x1d"), str(path)],
                          capture_output=True, check=True, timeout=120)
    assert not done.stderr, done.stderr
    nodes, links = {}, []
    for record in done.stdout.decode("utf-8").split("\x1d")[:-1]:
        (what, first), *pairs = [field.split("\x1f") for field in record.split("\x1e")[:-1]]
        values = {renamed(name): value for name, value in pairs if name and value}
        if what == "N":
            nodes[first] = values
        else:
            links.append((first, pairs[0][1], values))
    return nodes, links


# pydot does not know that + joins two strings.
@reader("dot", in_dot, extra=(DRAWING, DRAWING), needs=["pydot"], slow=True,
        fails_on=["very long", "very long without a space"])
def dot_by_pydot(path):
    import pydot
    graph, = pydot.graph_from_dot_file(str(path))

    def bare(text):
        return text[1:-1].replace('\\"', '"') if text.startswith('"') else text

    def plain(element):
        pairs = ((renamed(name), bare(value)) for name, value in element.get_attributes().items())
        return {name: value for name, value in pairs if value}

    nodes = {bare(node.get_name()): plain(node) for node in graph.get_nodes()
             if node.get_name() not in ("graph", "node", "edge", '"\\n"')}  # a line end
    return nodes, [(bare(edge.get_source()), bare(edge.get_destination()), plain(edge))
                   for edge in graph.get_edges()]


# CSV ---------------------------------------------------------------------------------------------

FORMULA = re.compile("[=+\\-@\t\r\n＝＋－＠]")


def shown(text):
    """Hidden characters as <U+202E>, save the line feed; noncharacters stay."""
    return re.sub(HIDDEN.pattern.replace("\ufffe\uffff", "\t"),
                  lambda m: f"<U+{ord(m[0]):04X}>", text)


def defused(text):
    return ("'" if FORMULA.match(text) else "") + text


def in_csv(value, kind):
    """Every text and every item of a list is defused; empty cells are absent."""
    if value is None or value in ("", []):
        return ABSENT
    if kind == "list":
        value = ";".join([value[0], *map(defused, value[1:])])
    return shown(defused(value)) if kind in ("text", "list") else in_markup(value, kind)


@reader("csv", in_csv, left_out=((), ()))
def csv_folder_by_python(path):
    def rows(name):
        with open(path / name, encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                yield {column: cell for column, cell in row.items() if cell}

    nodes = {row["id"]: row for row in rows("nodes.csv")}
    return nodes, [(row["source"], row["target"], row) for row in rows("links.csv")]
