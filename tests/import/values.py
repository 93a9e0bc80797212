"""Values as people write them: numbers, units, dates, money, yes and no, ids and tax codes."""
import datetime

from cases import (DN, DONG_LAI, DONG_LAI_TAX, Number, HD, HTX, HTX_ROWS, QUYET_CHIEN, XANH, actors, case, clean, csv,
                   htx_with, link, links, node, not_used, note, only_htx, passed, record, says, tax_code,
                   used, workbook, world)

UNITLESS = [*HTX[:4], "Sản lượng"]


def output(kilograms, product="buoi-do"):
    return [{"product": product, "output_kg": kilograms}]


def amounts(heading, *values):
    names = [DONG_LAI, QUYET_CHIEN, "HTX Nam Sơn"]
    rows = [[name, None, 20, "Bưởi đỏ", value] for name, value in zip(names, values)]
    return only_htx([*HTX[:4], heading], *rows)


def contract(**changed):
    """A contract with other cells."""
    row = dict(zip(HD, [DONG_LAI, XANH, "Bưởi đỏ", 80, "01/01/2025", "31/12/2027"]))
    row.update(changed)
    return world(hd=[list(row), list(row.values())])


# Amounts and units.
case("units-in-cells", amounts("Sản lượng", "120 tấn", "85 000 kg", "12 tạ"), clean,
     node(DONG_LAI, products=output(120000)), node(QUYET_CHIEN, products=output(85000)),
     node("HTX Nam Sơn", products=output(1200)))
case("kilograms-in-the-heading", amounts("Sản lượng (kg)", 120000, 85000), clean,
     node(DONG_LAI, products=output(120000)))
case("no-unit-anywhere", amounts("Sản lượng", 120, 85), actors(2), not_used("HTX!E2", "no unit"),
     not_used("HTX!E3", "no unit"))
case("a-unit-that-is-none", amounts("Sản lượng (tấn)", "120 quả", 85), not_used("HTX!E2", "unit"),
     node(QUYET_CHIEN, products=output(85000)))
case("a-decimal-comma", amounts("Sản lượng (tấn)", "1.234,5", "85,25"), clean,
     node(DONG_LAI, products=output(1234500)), node(QUYET_CHIEN, products=output(85250)))
case("a-decimal-point", amounts("Sản lượng (tấn)", "1,234.5", "85.25"), clean,
     node(DONG_LAI, products=output(1234500)), node(QUYET_CHIEN, products=output(85250)))
case("both-decimal-marks", amounts("Sản lượng (tấn)", "1.234,5", "1,234.5"),
     not_used("HTX!E2", "decimal"), not_used("HTX!E3", "decimal"))
case("thousands-or-decimals", amounts("Sản lượng (tấn)", "1.234", "2.500"),
     says("so.xlsx", "HTX!E2", "1.234", "--decimal"), status=3)
case("thousands-by-option", amounts("Sản lượng (tấn)", "1.234", "2.500"), clean,
     node(DONG_LAI, products=output(1234000)), options=["--decimal", "comma"])
case("decimals-by-option", amounts("Sản lượng (tấn)", "1.234", "2.500"), clean,
     node(DONG_LAI, products=output(1234)), options=["--decimal", "point"])
case("thousands-told-by-another-cell", amounts("Sản lượng (kg)", "12.000", "1.200.000"), clean,
     node(DONG_LAI, products=output(12000)), node(QUYET_CHIEN, products=output(1200000)))
case("thousands-parted-by-spaces", amounts("Sản lượng (kg)", "12 000", "1\u00a0200\u00a0000,5"),
     clean, node(QUYET_CHIEN, products=output(1200000.5)))
case("about-so-much", amounts("Sản lượng (tấn)", "khoảng 120", "100-120"), not_used("HTX!E2"),
     not_used("HTX!E3"))
case("amounts-below-zero", amounts("Sản lượng (tấn)", -5, 85), not_used("HTX!E2", "-5"))
case("what-stands-for-nothing", amounts("Sản lượng (tấn)", "-", "chưa có số liệu", "0"), actors(3),
     node("HTX Nam Sơn", products=output(0)))
case("an-error-in-a-cell", amounts("Sản lượng (tấn)", "#N/A", 85), not_used("HTX!E2", "#N/A"))
case("a-formula-that-was-never-computed", amounts("Sản lượng (tấn)", "=60*2", 85),
     not_used("HTX!E2", "formula"))
case("money-in-words",
     only_htx([*HTX, "Doanh thu"], [*HTX_ROWS[0], "550 triệu"], [*HTX_ROWS[1], "5,9 tỷ"]), clean,
     node(DONG_LAI, turnover=550000000), node(QUYET_CHIEN, turnover=5900000000))
case("money-by-its-heading",
     only_htx([*HTX, "Doanh thu (triệu đồng)"], [*HTX_ROWS[0], 550], [*HTX_ROWS[1], "1.250,5"]),
     clean, node(DONG_LAI, turnover=550000000), node(QUYET_CHIEN, turnover=1250500000))
case("money-a-month", htx_with("Doanh thu (triệu đồng)", "36/tháng", 400), not_used("HTX!F2"),
     node(QUYET_CHIEN, turnover=400000000))
case("a-hectare-or-a-sao", htx_with("Diện tích", "25,5 ha", "12 sào"), node(DONG_LAI, area_ha=25.5),
     not_used("HTX!F3", "sào"))

# Counts.
case("members-that-are-no-number", htx_with("Số lao động", "nhiều", "12,5", "12 người"),
     not_used("HTX!F2", "nhiều"), not_used("HTX!F3", "whole"), node("HTX Nam Sơn", workers=12))
case("households-zero",
     world(**{"Thành viên": [["Họ và tên", "Số hộ", "Thuộc tổ chức"], ["Bùi Văn An", 0, DONG_LAI],
                             ["Bùi Thị Bé", 3, DONG_LAI]]}),
     not_used("Thành viên!B2", "0"), record("nodes", kind="farmer", count=3))

# Days.
case("days-as-texts-and-as-serials",
     world(hd=[HD, [DONG_LAI, XANH, None, 80, "05/03/2025", datetime.date(2027, 12, 31)],
               [QUYET_CHIEN, XANH, None, 30, 45721, "31/12/2027"]]), links(2),
     link(DONG_LAI, XANH, start="2025-03-05", end="2027-12-31"),
     link(QUYET_CHIEN, XANH, start="2025-03-05", end="2027-12-31"))
case("a-day-that-is-none", contract(**{"Đến ngày": "31/02/2027"}), not_used("Hợp đồng!F2", "31/02/2027"),
     link(DONG_LAI, XANH, start="2025-01-01", end=None))
case("months-alone", contract(**{"Từ ngày": "3/2025", "Đến ngày": "12/2027"}), clean,
     link(DONG_LAI, XANH, start="2025-03-01", end="2027-12-31"))
case("without-an-end", contract(**{"Đến ngày": "không thời hạn"}), clean,
     link(DONG_LAI, XANH, start="2025-01-01", end=None))
case("american-days",
     world(hd=[HD, [DONG_LAI, XANH, None, 80, "01/31/2025", "12/31/2027"],
               [QUYET_CHIEN, XANH, None, 30, "02/01/2025", "11/30/2027"]]),
     link(QUYET_CHIEN, XANH, start="2025-02-01"), used("Hợp đồng!E", "month first"))
case("days-in-both-orders",
     world(hd=[HD, [DONG_LAI, XANH, None, 80, "31/01/2025", None],
               [QUYET_CHIEN, XANH, None, 30, "01/31/2025", None]]),
     not_used("Hợp đồng!E2"), not_used("Hợp đồng!E3"), links(2))
case("an-end-before-its-start", contract(**{"Từ ngày": "01/01/2027", "Đến ngày": "31/12/2025"}),
     note("Hợp đồng!2"))
case("a-term-in-years", contract(**{"Đến ngày": "3 năm"}), not_used("Hợp đồng!F2", "3 năm"))
case("a-year-beyond-belief", contract(**{"Đến ngày": "31/12/20225"}), not_used("Hợp đồng!F2"))
case("founded-in-a-year-a-month-a-day",
     htx_with("Năm thành lập", 2017, "5/2018", "20/05/2019", "năm 20"), node(DONG_LAI, founded="2017"),
     node(QUYET_CHIEN, founded="2018-05"), node("HTX Nam Sơn", founded="2019-05-20"),
     not_used("HTX!F5", "năm 20"))

# Words.
case("yes-no-and-x", htx_with("Công nghệ cao", "có", "không", "x", "", "chưa rõ lắm"),
     node(DONG_LAI, high_tech=True), node(QUYET_CHIEN, high_tech=False),
     node("HTX Nam Sơn", high_tech=True), not_used("HTX!F6", "chưa rõ lắm"))
case("a-status-that-nobody-knows", htx_with("Trạng thái", "đang hoạt động", "tạm ngừng hoạt động", "??"),
     node(DONG_LAI, status=None), node(QUYET_CHIEN, status="suspended"), not_used("HTX!F4", "??"))
case("a-kind-that-nobody-knows", htx_with("Loại hình", "hợp tác xã", "câu lạc bộ"),
     not_used("HTX!F3", "câu lạc bộ"), node(QUYET_CHIEN, kind="cooperative"))
case("kinds-by-their-names",
     {"so.xlsx": workbook({"Danh sách": [
         ["Tên đơn vị", "Số thành viên", "Sản phẩm"], ["Tổ hợp tác Bưởi Tử Nê", 12, "Bưởi đỏ"],
         ["HTX Nam Sơn", 40, "Quýt"], ["Liên hiệp HTX Mường Bi", None, "Quýt"],
         ["Đông Lai", 9, "Bưởi đỏ"]]})},
     actors(3), node("Tổ hợp tác Bưởi Tử Nê", kind="group"),
     node("Liên hiệp HTX Mường Bi", kind="union"), not_used("Danh sách!5"))
case("written-oral-none",
     world(hd=[[*HD, "Hình thức hợp đồng"],
               [DONG_LAI, XANH, None, 80, None, None, "bằng văn bản"],
               [QUYET_CHIEN, XANH, None, 30, None, None, "thỏa thuận miệng"],
               [QUYET_CHIEN, XANH, "Su su", 30, None, None, "qua điện thoại"]]), links(3),
     link(DONG_LAI, XANH, contract="written"), link(QUYET_CHIEN, XANH, contract="oral"),
     not_used("Hợp đồng!G4", "qua điện thoại"))
case("stars", htx_with("OCOP", "4 sao", "3; 4", 6), not_used("HTX!F4", "6"),
     node(DONG_LAI, products=[{"product": "buoi-do", "output_kg": 10000, "ocop": [4]}]))
case("several-products-in-a-cell",
     only_htx(HTX[:4], [DONG_LAI, None, 65, "Bưởi đỏ, quýt; mía"], [QUYET_CHIEN, None, 24, "Quýt\nSu su"]),
     actors(2), node(DONG_LAI, products=["buoi-do", "mia", "quyt"]),
     node(QUYET_CHIEN, products=["quyt", "su-su"]))
case("one-amount-for-several-products",
     only_htx(HTX, [DONG_LAI, None, 65, "Bưởi đỏ; quýt", 120]), not_used("HTX!E2"),
     node(DONG_LAI, products=["buoi-do", "quyt"]))
case("degrees-out-of-this-world", htx_with("Vĩ độ", "20,61", 205.25), not_used("HTX!F3"),
     actors(2))

# Ids and tax codes.
case("a-wrong-check-digit", only_htx(HTX, [DONG_LAI, "0100109107", 65, "Bưởi đỏ", 120]),
     not_used("HTX!B2", "0100109107", "check digit"), node(DONG_LAI, tax_id=None))
case("a-lost-zero", only_htx(HTX, [DONG_LAI, 100109106, 65, "Bưởi đỏ", 120]),
     node(DONG_LAI, tax_id="0100109106"), used("HTX!B", "leading zero"))
case("a-tax-code-with-blanks-and-dots", only_htx(HTX, [DONG_LAI, "0100 109 106", 65, "Bưởi đỏ", 120]),
     clean, node(DONG_LAI, tax_id="0100109106"))
case("a-tax-code-of-nine-letters", only_htx(HTX, [DONG_LAI, "chưa cấp", 65, "Bưởi đỏ", 120]),
     not_used("HTX!B2", "chưa cấp"))
case("a-branch", only_htx(HTX, [DONG_LAI, f"{tax_code('010010910')}-001", 65, "Bưởi đỏ", 120]), clean,
     node(DONG_LAI, tax_id="0100109106-001"))
case("ids-with-leading-zeros",
     only_htx(["Mã", *HTX], ["007", *HTX_ROWS[0]], ["07", *HTX_ROWS[1]]), clean,
     node(DONG_LAI, id="007"), node(QUYET_CHIEN, id="07"))
case("an-id-that-the-spreadsheet-shortened",
     {"HTX.csv": csv([["Mã", *HTX], ["1,23457E+19", *HTX_ROWS[0]], ["HTX-02", *HTX_ROWS[1]]])},
     not_used("!A2", "1,23457E+19"), actors(2))
case("an-id-of-forty-digits",
     only_htx(["Mã", *HTX], ["1234567890" * 4, *HTX_ROWS[0]]), node(DONG_LAI, id="1234567890" * 4))
case("latitudes-and-longitudes",
     only_htx([*HTX, "Vĩ độ", "Kinh độ"], [*HTX_ROWS[0], "20,61", "105,25"]), clean,
     node(DONG_LAI, lat=20.61, lon=105.25))
case("without-longitude", htx_with("Vĩ độ", "20,61"), actors(1))
case("facts-of-the-dataset",
     world(**{"Thông tin chung": [["Tên bộ dữ liệu", "Số liệu tính đến ngày", "Đơn vị tiền tệ"],
                                  ["Huyện Tân Lạc năm 2025", "31/12/2025", "VND"]]}), clean, actors(3))
case("two-rows-of-facts",
     world(**{"Thông tin chung": [["Tên bộ dữ liệu", "Số liệu tính đến ngày"],
                                  ["Huyện Tân Lạc năm 2025", "31/12/2025"],
                                  ["Huyện Y năm 2025", "31/12/2025"]]}), actors(3),
     not_used("Thông tin chung!3"))

# Ticks say that, not what.
case("ticks-for-certificates", htx_with("Chứng nhận", "x", "✓", "VietGAP", "Có", "1"),
     record("nodes", name="HTX Nam Sơn", certificates=["VietGAP"]), node(DONG_LAI, certificates=None),
     *(not_used(f"HTX!F{row}", "only a tick") for row in (2, 3, 5, 6)))
case("ticks-for-products",
     only_htx([*HTX[:3], "Chè"], [DONG_LAI, None, 65, "x"], [QUYET_CHIEN, None, 24, "X"]), actors(2),
     passed("HTX!D"))
case("ticks-for-products-by-a-mapping",
     {**only_htx([*HTX[:3], "Chè"], [DONG_LAI, None, 65, "x"], [QUYET_CHIEN, None, 24, "X"],
                 ["HTX Nam Sơn", None, 9, "Chè xanh"]),
      "@map.json": '{"sheets": [{"sheet": "HTX", "columns": {"Chè": "products"}}]}'.encode()},
     Number("products", 1), node(DONG_LAI, products=None), not_used("HTX!D2", "only a tick"),
     not_used("HTX!D3", "only a tick"), options=["--mapping", "@map.json"])
case("a-product-whose-id-is-a-tick",
     world(htx=[HTX, [DONG_LAI, DONG_LAI_TAX, 65, "x", 120]],
           hd=[HD, [DONG_LAI, XANH, "x", 80, "01/01/2025", "31/12/2027"]],
           **{"Sản phẩm": [["Mã", "Tên sản phẩm"], ["x", "Xoài"]]}),
     node(DONG_LAI, products=[{"product": "x", "output_kg": 120000}]), clean)
case("a-count-with-another-count",
     only_htx(["Tên HTX", "Số thành viên"], [DONG_LAI, "65 (nữ 30)"], [QUYET_CHIEN, "7 hộ, 20 người"]),
     not_used("HTX!B2", "not one figure"), not_used("HTX!B3", "not one figure"))
case("both-decimal-marks-and-an-option",
     amounts("Sản lượng (tấn)", "1,5", "2.5"), not_used("HTX!E2", "--decimal"))
