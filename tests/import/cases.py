"""Registers as offices keep them, with what importing them must say: shared by the cases.

A case is some files, options, an exit status and expectations. A place is written as in a spreadsheet
program, "HTX!C4"; "HTX!4" is any cell of that row, "HTX!C" a column, "HTX" the sheet. Of a CSV file
the sheet is "". Sentences are matched in English, by what is peculiar to them."""
import io
import re

import openpyxl

CASES = {}
PLACE = re.compile(r"^(?:(?P<sheet>.*)!)?(?P<column>[A-Z]*)(?P<row>\d*)$")


class Case:
    def __init__(self, name, files, expectations, options, status):
        self.name, self.files, self.options, self.status = name, files, options, status
        self.expectations = expectations


def case(name, files, *expectations, options=(), status=0):
    """`files`: {name: bytes}, all given to the command in that order, save those that begin with @:
    an option names them ("--mapping", "@map.json")."""
    assert name not in CASES, name
    CASES[name] = Case(name, files, expectations, options, status)


class Line:
    """A line of the log."""

    def __init__(self, result, place, *fragments):
        found = PLACE.match(place)
        self.sheet = found["sheet"] if found and found["sheet"] is not None else place
        self.row = found["row"] if found and found["sheet"] is not None else ""
        self.column = found["column"] if found and found["sheet"] is not None else ""
        self.result, self.place, self.fragments = result, place, fragments

    def fits(self, line):
        return (line["result"] == self.result and line["sheet"] == self.sheet
                and line["row"] == self.row
                and (line["column"] == self.column or (self.row and not self.column))
                and all(part.lower() in f"{line['heading']} {line['message']}".lower()
                        for part in self.fragments))

    def problem(self, outcome):
        if any(self.fits(line) for line in outcome.log):
            return None
        return f"no {self.result} line at {self.place} with {self.fragments}"


def used(place, *fragments):
    return Line("used", place, *fragments)


def note(place, *fragments):
    return Line("note", place, *fragments)


def passed(place, *fragments):
    return Line("passed_over", place, *fragments)


def waiting(place, *fragments):
    return Line("waiting", place, *fragments)


def not_used(place, *fragments):
    return Line("not_used", place, *fragments)


class Clean:
    """Nothing is left out and nothing is to be looked at."""

    def problem(self, outcome):
        bad = [line for line in outcome.log if line["result"] in ("not_used", "waiting", "note")]
        return f"unwanted: {bad}" if bad else None


clean = Clean()


class Number:
    """How many records of a kind the dataset has."""

    def __init__(self, key, count):
        self.key, self.count = key, count

    def problem(self, outcome):
        got = len(outcome.data.get(self.key, []))
        return None if got == self.count else f"{got} {self.key}, not {self.count}"


def actors(count):
    return Number("nodes", count)


def links(count):
    return Number("links", count)


class Record:
    """A record of the dataset with these fields; None: without that field."""

    def __init__(self, key, fields):
        self.key, self.fields = key, fields

    def problem(self, outcome):
        for record in outcome.data.get(self.key, []):
            if all(record.get(name) == value for name, value in self.fields.items()):
                return None
        return f"no record of {self.key} with {self.fields}"


def node(name, **fields):
    return Record("nodes", {"name": name, **fields})


def record(key, **fields):
    return Record(key, fields)


class Fact:
    """What the dataset says of itself."""

    def __init__(self, key, value):
        self.key, self.value = key, value

    def problem(self, outcome):
        got = outcome.data["graph"].get(self.key)
        return None if got == self.value else f"{self.key} is {got!r}, not {self.value!r}"


class Link:
    """A link between actors of these names."""

    def __init__(self, source, target, fields):
        self.source, self.target, self.fields = source, target, fields

    def problem(self, outcome):
        names = {one["id"]: one.get("name") for one in outcome.data["nodes"]}
        for one in outcome.data.get("links", []):
            if ((names[one["source"]], names[one["target"]]) == (self.source, self.target)
                    and all(one.get(name) == value for name, value in self.fields.items())):
                return None
        return f"no link from {self.source} to {self.target} with {self.fields}"


def link(source, target, **fields):
    return Link(source, target, fields)


class Says:
    """What standard error holds: for errors, after which there is no log."""

    def __init__(self, parts):
        self.parts = parts

    def problem(self, outcome):
        missing = [part for part in self.parts if part.lower() not in outcome.stderr.lower()]
        return f"not said: {missing} in {outcome.stderr!r}" if missing else None


def says(*parts):
    return Says(parts)


class Silent:
    """What standard error does not hold."""

    def __init__(self, part):
        self.part = part

    def problem(self, outcome):
        return f"said: {self.part} in {outcome.stderr!r}" if self.part in outcome.stderr else None


def silent(part):
    return Silent(part)


class Waits:
    """A line of the review list: the text, and the candidate that stands first."""

    def __init__(self, written, first, decision):
        self.written, self.first, self.decision = written, first, decision

    def problem(self, outcome):
        for line in outcome.review:
            if self.written in line.get("written", "") and line["decision"] == self.decision:
                good = self.first is None or line["name_1"] == self.first
                return None if good else f"first is {line['name_1']!r}, not {self.first!r}"
        return f"{self.written!r} is not in the review list: {outcome.review}"


def waits(written, first=None, decision=""):
    return Waits(written, first, decision)


# Workbooks and CSV files.

def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def workbook(sheets, change=None):
    """{sheet: rows of values}; `change(book)` does what openpyxl alone can."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    if change:
        change(book)
    return saved(book)


def csv(rows, separator=",", encoding="utf-8", end="\n"):
    def cell(value):
        text = "" if value is None else str(value)
        quoted = text.replace('"', '""')
        return f'"{quoted}"' if any(c in text for c in (separator, '"', "\n")) else text

    return end.join([*(separator.join(map(cell, row)) for row in rows), ""]).encode(encoding)


def tax_code(nine):
    """Nine digits with the check digit, as the Ministry of Finance defines it."""
    weights = (31, 29, 23, 19, 17, 13, 7, 5, 3)
    check = 10 - sum(weight * int(digit) for weight, digit in zip(weights, nine)) % 11
    assert 0 <= check <= 9, nine
    return f"{nine}{check}"


# A small world: two cooperatives, a company, a contract.

DONG_LAI = "HTX nông nghiệp Mường Lai"
QUYET_CHIEN = "HTX rau an toàn Quyết Chiến"
XANH = "Công ty TNHH Nông sản Mường Bi"
DONG_LAI_TAX = "0100109106"
XANH_TAX = "5400200027"
HTX = ["Tên HTX", "MST", "Số thành viên", "Sản phẩm", "Sản lượng (tấn)"]
HTX_ROWS = [[DONG_LAI, DONG_LAI_TAX, 65, "Bưởi đỏ", 120], [QUYET_CHIEN, None, 24, "Su su", 80]]
DN = ["Tên doanh nghiệp", "MST"]
DN_ROWS = [[XANH, XANH_TAX]]
HD = ["Bên bán", "Bên mua", "Sản phẩm", "Khối lượng (tấn)", "Từ ngày", "Đến ngày"]
HD_ROWS = [[DONG_LAI, XANH, "Bưởi đỏ", 80, "01/01/2025", "31/12/2027"]]


def world(htx=None, dn=None, hd=None, change=None, **more):
    """The world as a workbook, with other rows where some are given (headings first)."""
    sheets = {"HTX": htx or [HTX, *HTX_ROWS], "Doanh nghiệp": dn or [DN, *DN_ROWS],
              "Hợp đồng": hd or [HD, *HD_ROWS], **more}
    return {"so.xlsx": workbook(sheets, change)}


def only_htx(*rows, change=None):
    """A workbook of cooperatives alone."""
    return {"so.xlsx": workbook({"HTX": list(rows)}, change)}


def htx_with(heading, *values):
    """Cooperatives with one column more, the sixth: F."""
    names = [DONG_LAI, QUYET_CHIEN, "HTX Nam Sơn", "HTX Phong Phú", "HTX Tử Nê"]
    rows = [[name, None, 20, "Bưởi đỏ", 10, value] for name, value in zip(names, values)]
    return only_htx([*HTX, heading], *rows)
