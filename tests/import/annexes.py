"""What else stands in the sheets of an office: the template's example, tables below one another,
remarks between the rows."""
import json

from cases import (DONG_LAI, QUYET_CHIEN, actors, case, csv, htx_with, links, node, not_used, note,
                   only_htx, passed, says, used, workbook,
                   world)

# The columns of the template with its example, as another spreadsheet program saves them.
TEMPLATE = ["Mã", "Tên tổ chức", "Mã số thuế", "Số thành viên", "Diện tích (ha)", "Năm thành lập"]
EXAMPLE = ["HTX-01", "HTX nông nghiệp Đông Lai", "0100109106", 65, 25.5, 2017]

case("the-example-below-other-rows",
     only_htx(TEMPLATE, ["HTX-02", "HTX Nam Sơn", None, 20, 3, 2019], EXAMPLE), actors(1),
     passed("HTX!3", "example"))
case("the-example-of-another-locale",
     {"to-chuc.csv": csv([TEMPLATE, ["HTX-02", "HTX Nam Sơn", None, 20, "3.5", 2019],
                          ["HTX-01", "Đông Lai cooperative", "100109106", "65", "25.50", "2017"]])},
     actors(1), passed("!3", "example"))
case("the-example-with-other-figures",
     only_htx(TEMPLATE, ["HTX-02", "HTX Nam Sơn", None, 20, 3, 2019], [*EXAMPLE[:3], 66, *EXAMPLE[4:]]),
     actors(2), node(EXAMPLE[1], members=66), note("HTX!3", "example"))

# Tables below one another, as in the annex of a report.
STACKED = [["I. DANH SÁCH HỢP TÁC XÃ"], ["STT", "Tên HTX", "Số thành viên", "Sản phẩm"],
           [1, "HTX A", 10, "Chè"], [2, "HTX B", 20, "Bưởi"]]
case("tables-below-one-another",
     only_htx(*STACKED, [], ["II. DANH SÁCH DOANH NGHIỆP"],
              ["STT", "Tên doanh nghiệp", "Địa chỉ", "Sản phẩm"], [1, "Công ty X", "Hà Nội", "Chè"],
              [], ["III. HỢP ĐỒNG"], ["STT", "Bên bán", "Bên mua", "Sản phẩm"],
              [1, "HTX A", "Công ty X", "Chè"]),
     actors(2), links(0), not_used("HTX!7", "sheet of its own"),
     not_used("HTX!8", "Công ty X"), not_used("HTX!12", "HTX A"))
case("a-table-right-below-another",
     only_htx(["Tên HTX", "Xã"], ["HTX A", "X"], ["Bên bán", "Bên mua"], ["HTX A", "Công ty X"]),
     actors(1), not_used("HTX!3", "Bên bán"), not_used("HTX!4"))
case("the-headings-again-in-other-words",
     only_htx(*STACKED, ["TT", "Tên hợp tác xã", "Số TV", "Sản phẩm chính"], [3, "HTX C", 5, "Chè"]),
     actors(3), passed("HTX!5", "headings"), node("HTX C", members=5))
case("a-heading-in-place-of-a-name",
     only_htx(*STACKED, [3, "Bên bán", 7, "Chè"]), actors(2), not_used("HTX!5", "is a heading"))
case("names-with-what-headings-have",
     only_htx(*STACKED, [3, "HTX 2", 7, "Chè"], [4, "HTX (Nà Hoa)", 7, "Chè"]), actors(4))

# Remarks between rows.
case("rows-below-a-remark",
     {"HTX.csv": csv([["Tên HTX", "Xã"], ["HTX A", "X"], ["Lưu ý: các HTX sau mới thành lập", None],
                      ["HTX B", "Y"], ["HTX C", None], ["Minh Tâm", "Z"]])},
     actors(4), passed("!3", "Lưu ý"))
case("numbered-rows-below-a-remark",
     only_htx(*STACKED, [None, "Ghi chú: chưa có số liệu"], ["3", "HTX C"]), actors(3),
     passed("HTX!5"))
case("a-note-of-several-rows",
     only_htx(*STACKED, ["Ghi chú: số liệu tạm tính"], [None, "đến hết quý III"],
              [None, "HTX C: chưa báo cáo."]), actors(2), passed("HTX!6"), passed("HTX!7"))

# Statuses with more than the word.
case("statuses-with-a-tail",
     htx_with("Tình trạng", "Đã giải thể năm 2020", "ngừng HĐ từ 2021", "Đang hoạt động (khá)",
              "Hoạt động kém hiệu quả", "Không còn hoạt động"),
     node(DONG_LAI, status="dissolved"), node(QUYET_CHIEN, status="suspended"),
     node("HTX Nam Sơn", status=None), node("HTX Phong Phú", status=None),
     node("HTX Tử Nê", status="suspended"), used("HTX!F", "first words", "Đã giải thể năm 2020"))
case("a-status-that-is-none", htx_with("Tình trạng", "Yếu"), not_used("HTX!F2", "not known"))


class Said:
    """A sentence on stderr, where nothing else need be read."""

    def __init__(self, *parts):
        self.parts = parts

    def problem(self, outcome):
        lines = outcome.stderr.splitlines()
        found = any(all(part in line for part in self.parts) for line in lines)
        return None if found else f"stderr does not say {self.parts}"


class Cells:
    """How many cells the log says of a column."""

    def __init__(self, letters, count):
        self.letters, self.count = letters, count

    def problem(self, outcome):
        found = [line["cells"] for line in outcome.log if line["column"] == self.letters
                 and line["result"] == "used" and not line["row"]]
        return None if str(self.count) in found else f"{self.letters}: {found} cells, not {self.count}"


case("rows-passed-over-are-said",
     only_htx(*STACKED, [None, "Cộng", 30]), actors(2), Said("HTX!5", "passed over", "Cộng"))
case("each-cell-is-counted-once",
     world(), Cells("A", 2), Cells("B", 1))


# What a mapping says that cannot be.
def mapped(columns=None, **more):
    sheet = {"sheet": "DS", **more, **({"columns": columns} if columns else {})}
    return {"@map.json": json.dumps({"sheets": [sheet]}).encode(),
            "so.xlsx": workbook({"DS": [["Ghi chép"], ["Đơn vị", "Số"], ["HTX A", 5]]})}


MAPPING = ["--mapping", "@map.json"]
case("a-mapping-with-a-misspelt-field", mapped({"Đơn vị": "nmae"}),
     says("/sheets/0/columns/Đơn vị", '"nmae"', "possible", "tax_id"), options=MAPPING, status=3)
case("a-mapping-with-the-wrong-row", mapped(heading_row=1), says("/sheets/0/heading_row: 1"),
     options=MAPPING, status=3)
case("a-mapping-with-two-columns-of-a-field",
     mapped({"A": "name", "B": "name"}, register="organisations"),
     says("/sheets/0/columns/B", "A has this field"), options=MAPPING, status=3)


# Amounts that nobody has.
case("amounts-out-of-any-sense",
     only_htx(["Tên HTX", "Số thành viên", "Doanh thu (tỷ đồng)", "DT (ha)", "Sản phẩm",
               "Sản lượng (tấn)"],
              ["HTX A", 65, 1200000000, 25, "Chè", 12], ["HTX B", 65000000, 2, 10000001, "Chè", 12e9]),
     actors(2), note("HTX!C2", "unit"), note("HTX!B3", "unit"), note("HTX!D3", "unit"),
     note("HTX!F3", "unit"))
