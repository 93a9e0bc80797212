"""How sheets are laid out: titles, sections, totals, signatures, merged and hidden cells."""
from cases import (DN, Fact, DN_ROWS, DONG_LAI, HD, HD_ROWS, HTX, HTX_ROWS, QUYET_CHIEN, XANH, actors, case,
                   clean, csv, htx_with, link, links, node, not_used, note, only_htx, passed, record,
                   says, used, waiting, waits, workbook, world)

EMPTY = []

case("the-world-as-it-is", world(), actors(3), links(1), clean,
     node(DONG_LAI, kind="cooperative", members=65, tax_id="0100109106"),
     link(DONG_LAI, XANH, volume_kg=80000, start="2025-01-01", end="2027-12-31"))

case("titles-above", only_htx(["UBND HUYỆN TÂN LẠC"], ["PHÒNG NÔNG NGHIỆP VÀ PTNT"], EMPTY,
                              ["DANH SÁCH HỢP TÁC XÃ NĂM 2025"], ["(Kèm theo báo cáo số 12/BC-NN)"],
                              EMPTY, HTX, *HTX_ROWS), actors(2), clean)


def _merge_title(book):
    book["HTX"].merge_cells("A1:E1")
    book["HTX"].merge_cells("A2:E2")


case("merged-titles", only_htx(["DANH SÁCH HTX"], ["đến ngày 31/12/2025"], HTX, *HTX_ROWS,
                               change=_merge_title), actors(2), clean)


def _merge_headings(book):
    sheet = book["Hợp đồng"]
    for area in ("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1"):
        sheet.merge_cells(area)


case("headings-in-two-rows",
     world(hd=[["Bên bán", "Bên mua", "Sản phẩm", "Khối lượng (tấn)", "Thời hạn hợp đồng", None],
               [None, None, None, None, "Từ ngày", "Đến ngày"], *HD_ROWS], change=_merge_headings),
     actors(3), link(DONG_LAI, XANH, start="2025-01-01", end="2027-12-31"), clean)

case("numbers-under-headings", only_htx(HTX, [1, 2, 3, 4, 5], *HTX_ROWS), actors(2),
     passed("HTX!2"))
case("bracketed-numbers-under-headings",
     only_htx(HTX, ["(1)", "(2)", "(3)", "(4)", "(5)=(3)x(4)"], *HTX_ROWS), actors(2),
     passed("HTX!2"))
case("sections-by-district",
     only_htx(["STT", *HTX], [None, "I. Huyện Tân Lạc"], [1, *HTX_ROWS[0]],
              [None, "II. Huyện Cao Phong"], [2, *HTX_ROWS[1]]),
     actors(2), passed("HTX!2", "I. Huyện Tân Lạc"), passed("HTX!4", "II. Huyện Cao Phong"))


def _merge_section(book):
    book["HTX"].merge_cells("A2:F2")


case("sections-merged-over-the-row",
     only_htx(["STT", *HTX], ["Huyện Tân Lạc"], [1, *HTX_ROWS[0]], [2, *HTX_ROWS[1]],
              change=_merge_section), actors(2), passed("HTX!2", "Huyện Tân Lạc"))
case("sections-with-roman-numbers-and-sums",
     only_htx(["STT", *HTX], ["I", "Huyện Tân Lạc", None, 89, None, 200], [1, *HTX_ROWS[0]],
              [2, *HTX_ROWS[1]]), actors(2), passed("HTX!2"))
case("a-total-at-the-bottom",
     only_htx(["STT", *HTX], [1, *HTX_ROWS[0]], [2, *HTX_ROWS[1]],
              ["Tổng cộng", None, None, 89, None, 200]), actors(2), passed("HTX!4", "Tổng cộng"))
case("a-total-in-the-column-of-names",
     only_htx(HTX, *HTX_ROWS, ["TỔNG", None, 89, None, 200]), actors(2), passed("HTX!4"))
case("a-total-at-the-top",
     only_htx(HTX, ["Toàn huyện", None, 89, None, 200], *HTX_ROWS), actors(2), passed("HTX!2"))
case("a-total-without-a-word", only_htx(HTX, *HTX_ROWS, [None, None, 89, None, 200]), actors(2),
     passed("HTX!4"))
case("sums-of-sections",
     only_htx(HTX, HTX_ROWS[0], ["Cộng", None, 65, None, 120], HTX_ROWS[1],
              ["Cộng", None, 24, None, 80], ["Tổng cộng", None, 89, None, 200]),
     actors(2), passed("HTX!3"), passed("HTX!5"), passed("HTX!6"))
case("footnotes",
     only_htx(HTX, *HTX_ROWS, EMPTY, ["Ghi chú: số liệu theo báo cáo của các xã."],
              ["(*) HTX mới thành lập"]), actors(2), passed("HTX!5"), passed("HTX!6"))
case("signatures",
     only_htx(HTX, *HTX_ROWS, EMPTY, [None, None, None, "Tân Lạc, ngày 31 tháng 12 năm 2025"],
              ["Người lập biểu", None, None, "TRƯỞNG PHÒNG"],
              ["(Ký, ghi rõ họ tên)", None, None, "(Ký, đóng dấu)"], EMPTY,
              ["Bùi Thị Hoa", None, None, "Đinh Văn Nam"]),
     actors(2), passed("HTX!5"), passed("HTX!6"), passed("HTX!7"), passed("HTX!9"))
case("headings-again-on-every-page", only_htx(HTX, HTX_ROWS[0], HTX, HTX_ROWS[1]), actors(2),
     passed("HTX!3"))
case("empty-rows-within", only_htx(HTX, HTX_ROWS[0], EMPTY, EMPTY, HTX_ROWS[1]), actors(2), clean)
case("a-table-that-begins-at-column-c",
     only_htx([None, None, *HTX], *([None, None, *row] for row in HTX_ROWS)), actors(2), clean)
case("headings-in-capitals-without-marks",
     only_htx(["TEN HTX", "MA SO THUE", "SO THANH VIEN", "SAN PHAM CHU LUC", "SAN LUONG (TAN)"],
              *HTX_ROWS), actors(2), node(DONG_LAI, members=65), clean)
case("headings-in-english",
     only_htx(["Name of cooperative", "Tax code", "Members", "Products", "Output a year (tonnes)"],
              *HTX_ROWS), actors(2), node(DONG_LAI, members=65), clean)
case("headings-with-line-breaks",
     only_htx(["Tên\nHTX", "Mã số\nthuế", "Số\nthành viên", "Sản phẩm", "Sản lượng\n(tấn)"],
              *HTX_ROWS), actors(2), node(DONG_LAI, members=65), clean)
case("a-column-that-nobody-knows", htx_with("Số điện thoại", "0912345678", "0987654321"), actors(2),
     passed("HTX!F", "Số điện thoại"))
case("two-columns-of-the-same-meaning",
     htx_with("Tổng số thành viên", 30, 40), actors(2), node(DONG_LAI, members=20),
     passed("HTX!F"))
case("no-headings-at-all", only_htx(*HTX_ROWS), says("so.xlsx"), status=3)
case("headings-alone", only_htx(HTX), says("nothing is filled in"), status=3)


def _merge_names(book):
    for area in ("A2:A4", "B2:B4", "C2:C4"):
        book["HTX"].merge_cells(area)


case("a-name-merged-over-its-products",
     only_htx(HTX, [DONG_LAI, "0100109106", 65, "Bưởi đỏ", 120], [None, None, None, "Quýt", 30],
              [None, None, None, "Mía", 10], HTX_ROWS[1], change=_merge_names),
     actors(2), node(DONG_LAI, members=65),
     record("nodes", name=DONG_LAI, products=[{"product": "buoi-do", "output_kg": 120000},
                                              {"product": "mia", "output_kg": 10000},
                                              {"product": "quyt", "output_kg": 30000}]))


def _merge_value(book):
    book["HTX"].merge_cells("F2:F3")


case("a-commune-merged-over-its-cooperatives",
     only_htx([*HTX, "Xã"], [*HTX_ROWS[0], "Đông Lai"], [*HTX_ROWS[1], None], change=_merge_value),
     actors(2), node(DONG_LAI, place="dong-lai"), node(QUYET_CHIEN, place="dong-lai"))


def _hide_sheet(book):
    book["Nháp"].sheet_state = "hidden"


case("a-hidden-sheet",
     world(change=_hide_sheet, Nháp=[HTX, ["HTX cũ", None, 5, "Ngô", 1]]), actors(3), passed("Nháp"))


def _hide_rows(book):
    book["HTX"].auto_filter.ref = "A1:E3"
    book["HTX"].row_dimensions[3].hidden = True
    book["HTX"].column_dimensions["C"].hidden = True


case("rows-hidden-by-a-filter", only_htx(HTX, *HTX_ROWS, change=_hide_rows), actors(2),
     node(QUYET_CHIEN, members=24))


def _comment(book):
    from openpyxl.comments import Comment
    book["HTX"]["A2"].comment = Comment("kiểm tra lại tên này", "cán bộ xã")


case("comments-on-cells", only_htx(HTX, *HTX_ROWS, change=_comment), actors(2), clean)
case("sheets-for-other-purposes",
     world(**{"Kế hoạch chi": [["Nội dung chi", "Kinh phí"], ["Tập huấn", 25000000]],
              "Ghi chép": [["Gọi lại cho anh Nam"]]}),
     actors(3), passed("Kế hoạch chi"), passed("Ghi chép"))
case("an-empty-sheet-beside-others", world(**{"Sheet3": []}), actors(3))
case("a-chart-sheet", world(change=lambda book: book.create_chartsheet("Biểu đồ")), actors(3))
case("registers-in-two-files",
     {"htx.xlsx": workbook({"HTX": [HTX, *HTX_ROWS]}),
      "doanh nghiệp.csv": csv([DN, *DN_ROWS]), "hợp đồng.csv": csv([HD, *HD_ROWS])},
     actors(3), links(1), clean)
case("a-list-of-cooperatives-with-their-buyers",
     only_htx([*HTX, "Đơn vị thu mua", "Ngày ký", "Ngày hết hạn"],
              [*HTX_ROWS[0], XANH, "01/01/2025", "31/12/2027"], [*HTX_ROWS[1], None, None, None]),
     actors(2), links(0), waiting("HTX!F2"), waits(XANH))
case("two-tables-beside-one-another",
     only_htx([*HTX, None, "Tên doanh nghiệp"], [*HTX_ROWS[0], None, XANH], HTX_ROWS[1]), actors(2),
     passed("HTX!G"))
case("a-sheet-that-names-no-organisation",
     world(hd=[["STT", "Nội dung", "Số tiền"], [1, "Hỗ trợ giống", 5000000]]), actors(3), links(0),
     passed("Hợp đồng"))
case("names-of-sheets-with-quotes",
     {"so.xlsx": workbook({"HTX's": [HTX, [DONG_LAI, "0100109107", 65, "Bưởi đỏ", 120]]})},
     actors(1), not_used("HTX's!B2", "check digit"), says("'HTX''s'!B2"))
case("columns-are-said-in-the-log", world(), used("HTX!C"), used("Hợp đồng!E", "day first"))

# A sheet for each kind, headings cut short, several buyers in a cell, households in sums.
case("kinds-by-their-sheets",
     {"so.xlsx": workbook({
         "DS HTX": [["STT", "Tên đơn vị", "Số TV", "SP chủ lực", "SL (tấn)", "Chủ tịch HĐQT"],
                    [1, "Đông Lai", 50, "Chè", 12, "Bùi Văn A"], [2, "Nam Sơn", 30, "Cam", 5, "Bùi Văn B"]],
         "DS THT": [["STT", "Tên đơn vị", "Số TV"], [1, "Chè Tử Nê", 12]]})},
     actors(3), node("Đông Lai", kind="cooperative", members=50), node("Chè Tử Nê", kind="group"),
     passed("DS HTX!F", "Chủ tịch"))
case("several-buyers-in-a-cell",
     {"so.xlsx": workbook({
         "HTX": [["Tên HTX", "Đơn vị thu mua", "Sản phẩm", "Sản lượng liên kết (tấn)"],
                 ["HTX Một", "Công ty A; Siêu thị B", "Chè", 10]],
         "Doanh nghiệp": [["Tên doanh nghiệp"], ["Công ty A"], ["Siêu thị B"]]})},
     links(2), link("HTX Một", "Siêu thị B", product="che"), not_used("HTX!D2", "several buyers"))
case("households-in-sums",
     {"so.xlsx": workbook({
         "Thành viên": [["Xã", "Tên HTX", "Số hộ", "Sản phẩm"], ["Nà Hoa", "HTX Một", 40, "Chè"],
                        [None, "HTX Hai", 30, "Cam"]],
         "HTX": [["Tên HTX", "Xã"], ["HTX Một", "Nà Hoa"], ["HTX Hai", "Nà Hoa"]]})},
     actors(4), links(2), record("nodes", kind="farmer", count=40, products=["che"]), clean)
case("units-in-a-column-of-their-own",
     world(hd=[["Bên bán", "Bên mua", "ĐVT", "Số lượng"], [DONG_LAI, XANH, "kg", "12500"]]),
     links(1), passed("Hợp đồng!C", "ĐVT"), not_used("Hợp đồng!D2", "no unit"))
case("headings-too-far-down", only_htx(*[["x"]] * 35, HTX, *HTX_ROWS), says("so.xlsx"), status=3)

# What looks like a total or a remark, and is none.
DATASET = ["Tên bộ dữ liệu", "Số liệu tính đến ngày", "Đơn vị tiền tệ"]
for number, name in enumerate(["Sổ HTX huyện X đến ngày 31 tháng 12 năm 2025", "Tổng cộng", "Ghi chú"]):
    case(f"a-dataset-named-as-a-remark-{number}",
         world(**{"Thông tin chung": [DATASET, [name, "31/12/2024", "VND"]]}),
         Fact("name", name), Fact("as_of", "2024-12-31"), actors(3), options=["--as-of", "2024-12-31"])
case("an-id-that-reads-like-a-total",
     only_htx(["Mã", *HTX], ["H1", *HTX_ROWS[0]], ["Tổng", *HTX_ROWS[1]], ["Tổng", None, None, 89]),
     actors(2), record("nodes", id="Tổng", members=24), passed("HTX!4", "Tổng"))

# Sums and sections between numbered rows.
NUMBERED = ["STT", "Tên HTX", "Số thành viên"]


def numbered(*rows, heading="STT"):
    return {"HTX.csv": csv([[heading, *NUMBERED[1:]], *rows], ";")}


X, Y, Z = [1, "HTX X", 10], [2, "HTX Y", 12], [1, "HTX Z", 9]
case("sums-and-sums-of-sections", numbered(["I", "Xã A", 22], X, Y, [None, "Cộng xã A", 22], ["II", "Xã B", 9], Z,
                                  [None, "Cộng xã B", 9], [None, "Cộng I+II", 31]), actors(3),
     passed("!5", "total", "Cộng xã A"), passed("!8", "Cộng xã B"), passed("!9", "Cộng I+II"))
case("sections-with-sums-and-no-number",
     numbered([None, "Xã A", 22], X, Y, [None, "Huyện B", 9], Z), actors(3),
     passed("!2", "section", "Xã A"), passed("!5", "section", "Huyện B"))
case("a-sum-that-reads-like-a-name", numbered(X, Y, [3, "HTX Z", 9], [None, "3 HTX", 31]), actors(3),
     not_used("!5", "3 HTX", "number the row"))
case("a-cooperative-without-a-number", numbered(X, Y, [None, "HTX Nam Sơn", 5], [3, "HTX Z", 9]),
     actors(4), clean)
case("names-without-a-legal-form-where-numbers-are-missing",
     numbered([1, "Đông Lai", 10], [2, "Quyết Chiến", 12], [None, "Nam Sơn", 5], [4, "Tử Nê", 9]),
     actors(4), clean)
for number, heading in enumerate(["Thứ tự", "A", None]):
    case(f"sections-below-other-headings-of-numbers-{number}",
         numbered(["I", "Xã A", None], X, Y, ["II", "Xã B", 9], Z, [None, "2 HTX", 31], heading=heading),
         actors(3), passed("!2", "Xã A"), passed("!5", "Xã B"), used("!A", "numbers the rows"),
         not_used("!7", "2 HTX"))

# Two rows of headings whose lower one holds years or sums.
YEARS = [["STT", "Tên HTX", "Sản lượng (tấn)", None, None, "Số thành viên", None],
         [None, None, 2023, 2024, 2025, "Tổng số", "Trong đó: nữ"]]
YEAR_ROWS = [[1, "HTX X", 10, 11, 12, 65, 20], [2, "HTX Y", 20, 21, 22, 30, 10]]


def _merge_three(book):
    for area in ("A1:A3", "B1:B3", "C1:E1", "F1:G1"):
        book["HTX"].merge_cells(area)


PRODUCT = ["Sản phẩm", None]


def with_product(rows, *names):
    """The rows with a column of products behind the second."""
    return [[*row[:2], name, *row[2:]] for row, name in zip(rows, names)]


YEARS_READ = (actors(2), node("HTX X", members=65, products=[{"product": "che", "output_kg": 12000}]),
              node("HTX Y", members=30), passed("HTX!D", "already read from column F"))
case("years-below-a-heading",
     only_htx(*with_product(YEARS + YEAR_ROWS, *PRODUCT, "Chè", "Chè"),
              change=lambda book: [book["HTX"].merge_cells(area)
                                   for area in ("A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:H1")]),
     *YEARS_READ, passed("HTX!H"))
case("years-below-a-heading-in-words",
     only_htx(["STT", "Tên HTX", "Doanh thu (triệu đồng)", None],
              [None, None, "Năm 2024", "Năm 2025"], [1, "HTX X", 100, 200], [2, "HTX Y", 110, 210],
              change=lambda book: [book["HTX"].merge_cells(area)
                                   for area in ("A1:A2", "B1:B2", "C1:D1")]),
     actors(2), node("HTX X", turnover=200000000), passed("HTX!C", "already read from column D"))
case("years-below-a-heading-in-csv",
     {"HTX.csv": csv(with_product(YEARS + YEAR_ROWS, *PRODUCT, "Chè", "Chè"), ";")},
     actors(2), node("HTX X", members=65, products=[{"product": "che", "output_kg": 12000}]))
case("headings-merged-over-three-rows",
     only_htx(*YEARS, [None, None, "(tấn)", "(tấn)", "(tấn)", "(hộ)", "(hộ)"], *YEAR_ROWS,
              change=_merge_three), actors(2), node("HTX X", members=65))
case("a-sum-below-members", only_htx(["STT", "Tên HTX", "Số thành viên", None, "Ghi chú"],
                                     [None, None, "Tổng số", "Trong đó: nữ", None],
                                     [1, "HTX X", 65, 20, None], [2, "HTX Y", 30, 10, "mới"]),
     actors(2), node("HTX X", members=65), node("HTX Y", members=30), passed("HTX!D"))
case("a-total-right-below-the-headings",
     only_htx(["STT", *HTX], ["Tổng số", None, None, 89, None, 200], [1, *HTX_ROWS[0]],
              [2, *HTX_ROWS[1]]), actors(2), passed("HTX!2", "Tổng số"))

# What sections say is not lost without a word.
case("sections-that-tell-a-status",
     numbered(["A", "HTX đang hoạt động", None], X, Y, ["B", "HTX ngừng hoạt động", None], Z), actors(3),
     note("", "HTX đang hoạt động", "give it a column"), says("sections such as"))
case("sections-that-tell-a-place", numbered(["I", "Xã A", None], X, Y, ["II", "Xã B", None], Z),
     note("", "Xã A"))
case("sections-that-tell-a-place-that-has-a-column",
     {"HTX.csv": csv([[*NUMBERED, "Xã"], ["I", "Xã A", None, None], [*X, "A"], [*Y, "A"]], ";")},
     actors(2), clean)
