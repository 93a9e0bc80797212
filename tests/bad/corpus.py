"""What a case is, and the two containers in which the records of a case can stand.

Most cases are told once, as records and what is wrong with them, and written twice: as a document and as
JSON Lines. The line and the JSON Pointer of each problem follow from where the container puts the record.
"""
import json
import re
from dataclasses import dataclass, field

SECTIONS = {"product": "products", "place": "places", "node": "nodes", "link": "links"}
REQUIRED = ("node", "link")

# Choices where the dataset format leaves it open; each stands here alone.
EMPTY_FILE_LINE = 1      # an empty file has no line; editors open it at its first
DOCUMENT_LINE = 1        # what a whole document lacks is told of the line on which it begins


@dataclass
class Case:
    """One file, and what `vclink check` must say of it."""
    name: str
    data: bytes
    problems: list           # of [severity, code, line, pointer]
    note: str
    lines: bool = False      # JSON Lines
    suggestions: dict = field(default_factory=dict)   # by pointer
    csv_names: bool = False  # texts that a spreadsheet would take for formulas
    absent: list = field(default_factory=list)        # texts that no output may hold

    @property
    def file_name(self):
        return self.name + (".jsonl" if self.lines else ".json")

    @property
    def has_errors(self):
        return any(severity == "error" for severity, *_ in self.problems)

    def expectation(self):
        told = {"exit": 1 if self.has_errors else 0, "problems": sorted(self.problems, key=sort_key)}
        if self.suggestions:
            told["suggestions"] = self.suggestions
        if self.csv_names:
            told["csv_names"] = True
        if self.absent:
            told["absent"] = self.absent
        return told | {"note": self.note}


def sort_key(problem):
    """By line, then pointer, in which numbers compare as numbers, then code."""
    _, code, line, pointer = problem
    steps = [(0, int(step), "") if step.isdigit() else (1, 0, step)
             for step in re.split(r"(\d+)", pointer) if step]
    return (line or 0, steps, code)


# --- records

class Raw(bytes):
    """JSON as it shall stand in the file, right or wrong."""


@dataclass
class Record:
    kind: str     # "graph", "product", "place", "node" or "link"
    text: bytes


def json_bytes(value):
    if isinstance(value, Raw):
        return bytes(value)
    if isinstance(value, dict):
        return b"{" + b", ".join(json_bytes(key) + b": " + json_bytes(item)
                                 for key, item in value.items()) + b"}"
    return json.dumps(value, ensure_ascii=False).encode()


def raw(kind, text):
    """A record whose JSON is given as it shall stand."""
    return Record(kind, text if isinstance(text, bytes) else text.encode())


def graph(**fields):
    return Record("graph", json_bytes(fields))


def product(id, **fields):
    return Record("product", json_bytes({"id": id} | fields))


def place(id, **fields):
    return Record("place", json_bytes({"id": id} | fields))


def node(id, kind="farmer", **fields):
    return Record("node", json_bytes({"id": id, "kind": kind} | fields))


def link(source, target, **fields):
    return Record("link", json_bytes({"source": source, "target": target} | fields))


# --- what is wrong with them

@dataclass
class Wrong:
    """A problem with the record of that number in the list."""
    severity: str
    code: str
    record: int
    inside: str      # the pointer within the record; "" is the record itself
    unread: bool     # the record cannot be read at all: in JSON Lines nothing tells its kind


def error(code, record, inside=""):
    return Wrong("error", code, record, inside, False)


def unread(code, record):
    return Wrong("error", code, record, "", True)


def warning(code, record, inside=""):
    return Wrong("warning", code, record, inside, False)


# --- the containers

def as_document(records, ends="links"):
    """Bytes, and (line, pointer) of each record: every record begins a line."""
    places_of = [None] * len(records)
    text = b"{"
    for number, record in enumerate(records):
        if record.kind == "graph":
            places_of[number] = (1, "/graph")
            text += b'"graph": ' + record.text + b",\n"
    for kind, section in SECTIONS.items():
        numbers = [number for number, record in enumerate(records) if record.kind == kind]
        if not numbers and kind not in REQUIRED:
            continue
        section = ends if kind == "link" else section
        text += f'"{section}": ['.encode()
        for index, number in enumerate(numbers):
            text += b"\n" if index == 0 else b",\n"
            places_of[number] = (text.count(b"\n") + 1, f"/{section}/{index}")
            text += records[number].text
        text += b"]}\n" if kind == "link" else b"],\n"
    return text, places_of


def as_lines(records):
    """Bytes, and (line, pointer) of each record."""
    text = b""
    places_of = []
    for record in records:
        places_of.append((text.count(b"\n") + 1, "/" + record.kind))
        text += b'{"' + record.kind.encode() + b'": ' + record.text + b"}\n"
    return text, places_of


def problems_at(wrong, places_of, lines):
    told = []
    for item in wrong:
        line, pointer = places_of[item.record]
        pointer = "" if item.unread and lines else pointer + item.inside
        told.append([item.severity, item.code, line, pointer])
    return told


def document_of(name, note, records, wrong=(), ends="links", change=None, **extras):
    """One case: the records as a document. `change` alters the bytes, but no line."""
    text, places_of = as_document(records, ends)
    text = change(text) if change else text
    return Case(name, text, problems_at(wrong, places_of, False), note, **extras)


def lines_of(name, note, records, wrong=(), change=None, **extras):
    """The same as JSON Lines."""
    text, places_of = as_lines(records)
    text = change(text) if change else text
    return Case(name, text, problems_at(wrong, places_of, True), note, lines=True, **extras)


def both(name, note, records, wrong=(), **extras):
    """Two cases: the records as a document and as JSON Lines."""
    suggested = extras.pop("suggested", {})     # by number in `wrong`
    cases = [document_of(name, note, records, wrong, **extras),
             lines_of(name + "-lines", note, records, wrong, **extras)]
    for case in cases:
        case.suggestions = {case.problems[number][3]: text for number, text in suggested.items()}
    return cases


def file(name, note, data, *problems, lines=False, severity="error", **extras):
    """One case, byte for byte; `problems` as (code, line, pointer), all of one severity."""
    data = data if isinstance(data, bytes) else data.encode()
    return Case(name, data, [[severity, *problem] for problem in problems], note, lines=lines, **extras)
