"""Registers of a district that does not exist, as an office keeps them, for the guide: a workbook with
the organisations and the buyers, a CSV file with the contracts, with typical mistakes; the same mended;
and the answers to the names that no program can decide on."""
import csv
import datetime
import io
import zipfile

import openpyxl
from openpyxl.styles import Alignment, Font

# Every file bears this time: the same bytes on every day.
MADE = datetime.datetime(2026, 1, 5)

TITLE = "DANH SÁCH HỢP TÁC XÃ, TỔ HỢP TÁC NÔNG NGHIỆP HUYỆN SUỐI VÀNG"
HEADINGS = ["STT", "Tên tổ chức", "Mã số thuế", "Xã", "Năm thành lập", "Số thành viên",
            "Sản phẩm chủ lực", "Sản lượng (tấn)", "Doanh thu (triệu đồng)", "Điện thoại"]
NAME, TAX, MEMBERS, OUTPUT = 0, 1, 4, 6
# Name, tax code, commune, founded, members, products, output, turnover.
ORGANISATIONS = [
    ["HTX nông nghiệp Bản Thượng", "5400100015", "Bản Thượng", 2014, 120, "Chè", 310, "2.450"],
    ["HTX chè Suối Vàng", "5400100110", "Suối Vàng", 2017, 86, "Chè", 240, "3.100"],
    ["HTX Đoàn Kết", "5400100223", "Nà Hoa", 2019, 24, "Cam", 180, "1.250"],
    ["HTX Đoàn Kết", "5400100329", "Phú Lâm", 2020, 31, "Rau an toàn", 95, "870"],
    ["HTX Tân Phát", "5400100424", "Đồng Tâm", 2018, 45, "Cam; Bưởi", None, "1.900"],
    ["HTX cây ăn quả Nà Hoa", "5400100537", "Nà Hoa", 2016, 64, "Cam", 420, "4.200"],
    ["HTX bưởi Đồng Tâm", "5400100625", "Đồng Tâm", 2015, 58, "Bưởi", 350, "3.650"],
    ["HTX rau an toàn Phú Lâm", "5400100738", "Phú Lâm", 2013, 72, "Rau an toàn", 260, "2.150"],
    ["HTX mật ong Bản Thượng", "5400100833", "Bản Thượng", 2021, 15, "Mật ong", 12, "640"],
    ["HTX gà đồi Suối Vàng", "5400100939", "Suối Vàng", 2019, 28, "Gà đồi", 140, "5.200"],
    ["HTX nông sản Hợp Lực", "5400101019", "Suối Vàng", 2018, 52, "Rau an toàn", 130, "1.480"],
    ["HTX Thanh niên Phú Lâm", "5400101114", "Phú Lâm", 2022, 20, "Rau an toàn", 60, "410"],
    ["HTX chăn nuôi Đồng Tâm", "5400101227", "Đồng Tâm", 2017, 33, "Gà đồi", 95, "2.760"],
    ["HTX cam sạch Nà Hoa", "5400101322", "Nà Hoa", 2020, 26, "Cam", 150, "1.120"],
    ["HTX Bình Minh", "5400101428", "Bản Thượng", 2016, 38, "Chè", 85, "690"],
    ["HTX bưởi da xanh Phú Lâm", "5400101530", "Phú Lâm", 2021, 19, "Bưởi", 70, "530"],
    ["THT chè Bản Thượng 1", None, "Bản Thượng", 2018, 14, "Chè", 32, "210"],
    ["THT chè Bản Thượng 2", None, "Bản Thượng", 2019, 11, "Chè", 24, "165"],
    ["THT cam Nà Hoa", None, "Nà Hoa", 2020, 17, "Cam", 66, "380"],
    ["THT rau Phú Lâm", None, "Phú Lâm", 2017, 22, "Rau an toàn", 48, "295"],
    ["THT nuôi ong Bản Thượng", None, "Bản Thượng", 2021, 9, "Mật ong", 5, "240"],
    ["THT bưởi Đồng Tâm", None, "Đồng Tâm", 2018, 13, "Bưởi", 41, "270"],
    ["THT gà đồi Suối Vàng", None, "Suối Vàng", 2022, 12, "Gà đồi", 26, "720"],
    ["THT rau Suối Vàng", None, "Suối Vàng", 2020, 16, "Rau an toàn", 37, "230"],
    ["Liên hiệp HTX nông sản Suối Vàng", "5400101636", "Suối Vàng", 2023, None, "Cam; Bưởi; Chè", None,
     "6.800"],
]

BUYER_HEADINGS = ["STT", "Tên đơn vị thu mua", "Loại hình", "Mã số thuế", "Mặt hàng", "Nhu cầu (tấn)"]
BUYERS = [
    ["Công ty TNHH Chè Núi Mây", "công ty", "5400200027", "Chè", 400],
    ["Công ty CP Nông sản Hoa Ban", "công ty", "5400200115", "Cam; Bưởi", None],
    ["Công ty TNHH Thực phẩm Ban Mai", "công ty", "5400200228", "Rau an toàn", 300],
    ["Công ty CP Gia cầm Đồi Xanh", "công ty", "5400200323", "Gà đồi", 200],
    ["Siêu thị Sen Vàng", "siêu thị", "5400200429", "Rau an toàn; Cam; Bưởi", None],
    ["Cơ sở chế biến hoa quả Nà Hoa", "cơ sở chế biến", None, "Cam", 250],
    ["Cửa hàng nông sản sạch An Phú", "cửa hàng", None, "Rau an toàn; Mật ong", None],
    ["Bếp ăn Trường nội trú Suối Vàng", "bếp ăn", None, "Rau an toàn; Gà đồi", None],
    ["Chợ đầu mối Đồng Tâm", "chợ đầu mối", None, None, None],
    ["Thương lái Nguyễn Văn Hùng", "thương lái", None, "Chè", 120],
]

CONTRACT_HEADINGS = ["STT", "Bên bán", "Bên mua", "Sản phẩm", "Khối lượng (tấn)", "Hình thức hợp đồng",
                     "Từ ngày", "Đến ngày"]
SELLER, BUYER, UNTIL = 0, 1, 6
WRITTEN, ORAL = "bằng văn bản", "thỏa thuận miệng"
HOA_BAN, BAN_MAI, NUI_MAY = "Công ty CP Nông sản Hoa Ban", "Công ty TNHH Thực phẩm Ban Mai", \
    "Công ty TNHH Chè Núi Mây"
UNION = "Liên hiệp HTX nông sản Suối Vàng"
CONTRACTS = [
    ["HTX nông nghiệp Bản Thượng", NUI_MAY, "Chè", "220", WRITTEN, "01/01/2024", "31/12/2026"],
    ["HTX chè Suối Vàng", NUI_MAY, "Chè", "150", WRITTEN, "01/03/2024", "28/02/2027"],
    ["HTX chè Suối Vàng", "Thương lái Nguyễn Văn Hùng", "Chè", "40", ORAL, "01/03/2025", None],
    ["HTX Đoàn Kết", HOA_BAN, "Cam", "120", WRITTEN, "01/10/2024", "30/09/2026"],
    ["HTX Đoàn Kết", BAN_MAI, "Rau an toàn", "60", WRITTEN, "01/01/2025", "31/12/2026"],
    ["HTX Tân Phát", HOA_BAN, "Cam", "75,5", WRITTEN, "01/10/2024", "30/09/2026"],
    ["HTX Tân Phát", UNION, "Bưởi", "30", WRITTEN, "01/06/2025", "31/05/2027"],
    ["HTX cây ăn quả Nà Hoa", HOA_BAN, "Cam", "200", WRITTEN, "01/10/2023", "30/09/2026"],
    ["HTX cây ăn quả Nà Hoa", "Cơ sở chế biến hoa quả Nà Hoa", "Cam", "150", WRITTEN, "15/01/2025",
     "14/01/2027"],
    ["HTX cây ăn quả Nà Hoa", "Siêu thị Sen Vàng", "Cam", "25", WRITTEN, "01/01/2025", "31/12/2025"],
    ["HTX bưởi Đồng Tâm", HOA_BAN, "Bưởi", "180", WRITTEN, "01/08/2023", "31/07/2025"],
    ["HTX bưởi Đồng Tâm", UNION, "Bưởi", "90", WRITTEN, "01/06/2025", "31/05/2027"],
    ["HTX rau an toàn Phú Lâm", BAN_MAI, "Rau an toàn", "140", WRITTEN, "01/01/2025", "31/12/2026"],
    ["HTX rau an toàn Phú Lâm", "Siêu thị Sen Vàng", "Rau an toàn", "52,5", WRITTEN, "01/01/2025",
     "31/12/2025"],
    ["HTX rau an toàn Phú Lâm", "Bếp ăn Trường nội trú Suối Vàng", "Rau an toàn", "18", WRITTEN,
     "05/09/2025", "31/05/2026"],
    ["HTX rau an toàn Phú Lâm", "Cửa hàng nông sản sạch An Phú", "Rau an toàn", "12", ORAL,
     "01/02/2025", None],
    ["HTX mật ong Bản Thượng", "Cửa hàng nông sản sạch An Phú", "Mật ong", "4,5", WRITTEN,
     "01/04/2025", "31/03/2026"],
    ["HTX gà đồi Suối Vàng", "Công ty CP Gia cầm Đồi Xanh", "Gà đồi", "90", WRITTEN, "01/01/2025",
     "31/12/2026"],
    ["HTX gà đồi Suối Vàng", "Bếp ăn Trường nội trú Suối Vàng", "Gà đồi", "9", WRITTEN, "05/09/2025",
     "31/05/2026"],
    ["HTX nông sản Hợp Lực", BAN_MAI, "Rau an toàn", "70", WRITTEN, "01/07/2024", "30/06/2025"],
    ["HTX cam sạch Nà Hoa", HOA_BAN, "Cam", "80", WRITTEN, "01/11/2026", "31/10/2028"],
    ["HTX bưởi da xanh Phú Lâm", UNION, "Bưởi", "45", WRITTEN, "01/06/2025", "31/05/2027"],
    ["THT chè Bản Thượng 1", "HTX nông nghiệp Bản Thượng", "Chè", "30", ORAL, "01/01/2025", None],
    ["THT chè Bản Thượng 2", "HTX nông nghiệp Bản Thượng", "Chè", "20", ORAL, "01/01/2025", None],
    ["THT chè Bản Thượng 2", "Thương lái Nguyễn Văn Hùng", "Chè", "4", ORAL, None, None],
    ["THT cam Nà Hoa", "HTX cây ăn quả Nà Hoa", "Cam", "50", ORAL, "01/10/2024", None],
    ["THT rau Phú Lâm", "HTX rau an toàn Phú Lâm", "Rau an toàn", "40", ORAL, "01/01/2025", None],
    ["THT nuôi ong Bản Thượng", "HTX mật ong Bản Thượng", "Mật ong", "4", ORAL, "01/04/2025", None],
    ["THT bưởi Đồng Tâm", "HTX bưởi Đồng Tâm", "Bưởi", "35", ORAL, "01/08/2024", None],
    ["THT gà đồi Suối Vàng", "HTX gà đồi Suối Vàng", "Gà đồi", "20", ORAL, "01/01/2025", None],
    [UNION, HOA_BAN, "Bưởi", "150", WRITTEN, "01/06/2025", "31/05/2027"],
    [UNION, "Siêu thị Sen Vàng", "Bưởi; Cam", None, WRITTEN, "01/06/2025", "31/05/2027"],
    [UNION, NUI_MAY, "Chè", "60", WRITTEN, "01/06/2025", "31/05/2027"],
    ["HTX Thanh niên Phú Lâm", "Siêu thị Hương Sen", "Rau an toàn", "30", WRITTEN, "01/05/2025",
     "30/04/2026"],
    ["THT rau Suối Vàng", "HTX nông sản Hợp Lực", "Rau an toàn", "25", ORAL, None, None],
    ["HTX chè Suối Vàng", "Chợ đầu mối Đồng Tâm", "Chè", None, "không có hợp đồng", None, None],
    ["HTX bưởi Đồng Tâm", "Chợ đầu mối Đồng Tâm", "Bưởi", None, "không có hợp đồng", None, None],
    ["HTX cây ăn quả Nà Hoa", "Chợ đầu mối Đồng Tâm", "Cam", "30", ORAL, "01/10/2025", None],
    ["THT bưởi Đồng Tâm", UNION, "Bưởi", "6", ORAL, "01/08/2025", None],
]

# What a person gets wrong: (row, column, what is written). Rows count from 0.
WRONG_ORGANISATIONS = [
    (6, TAX, "5400100629"),  # a digit mistyped
    (11, MEMBERS, "khoảng 20"),
    (13, OUTPUT, "150 sọt"),
]
WRONG_CONTRACTS = [
    (5, SELLER, "HTX Tấn Phát"),  # another mark, another name
    (7, BUYER, "Cty Hoa Ban"),
    (8, UNTIL, "31/02/2027"),
]

DECISIONS = {"HTX Tấn Phát": "5400100424", "Cty Hoa Ban": "5400200115",
             "Siêu thị Hương Sen": "mới"}


def with_mistakes(rows, mistakes):
    rows = [list(row) for row in rows]
    for row, column, written in mistakes:
        rows[row][column] = written
    return rows


def contracts(mended):
    """The rows; one is written down twice unless mended, and the two of one name are told apart."""
    if not mended:
        return with_mistakes([*CONTRACTS, CONTRACTS[12]], WRONG_CONTRACTS)
    rows = with_mistakes(CONTRACTS, WRONG_CONTRACTS[:2])  # a name is mended by a decision, not in the file
    rows[3][SELLER], rows[4][SELLER] = "5400100223", "5400100329"
    return rows


def _sheet(book, name, headings, rows):
    sheet = book.create_sheet(name)
    sheet.append(["UBND HUYỆN SUỐI VÀNG"])
    sheet.append([TITLE if name == "DS HTX, THT" else "DANH SÁCH ĐƠN VỊ THU MUA NÔNG SẢN"])
    sheet.append(["(Số liệu đến ngày 31 tháng 12 năm 2025)"])
    sheet.append([])
    sheet.append(headings)
    for number, row in enumerate(rows, 1):
        sheet.append([number, *row])
    for row in (1, 2, 3):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(headings))
        sheet.cell(row, 1).font = Font(bold=row < 3, italic=row == 3)
        sheet.cell(row, 1).alignment = Alignment(horizontal="center")
    for cell in sheet[5]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, horizontal="center")
    return sheet


def _totals(sheet, rows):
    def total(column):
        return sum(row[column] for row in rows if isinstance(row[column], int))

    sheet.append(["Tổng cộng", None, None, None, None, total(MEMBERS), None, total(OUTPUT)])
    sheet.append([])
    sheet.append([None, "Người lập biểu", None, None, None, None, "TRƯỞNG PHÒNG"])
    sheet.append([None, "(Ký, ghi rõ họ tên)", None, None, None, None, "(Ký, đóng dấu)"])


def _bytes(book):
    """The workbook, with one time everywhere."""
    book.properties.created = book.properties.modified = MADE
    made, fixed = io.BytesIO(), io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _stamped(content)
            entry = zipfile.ZipInfo(name, MADE.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
    return fixed.getvalue()


def _stamped(core):
    """Saving writes the time of now once more."""
    head, tag, rest = core.partition(b"<dcterms:modified")
    text, end, tail = rest.partition(b"</dcterms:modified>")
    return head + tag + text[:text.index(b">") + 1] + MADE.isoformat().encode() + b"Z" + end + tail


def workbook(mended):
    rows = ORGANISATIONS if mended else with_mistakes(ORGANISATIONS, WRONG_ORGANISATIONS)
    book = openpyxl.Workbook()
    book.remove(book.active)
    phones = [[*row, f"0900000{number:03}"] for number, row in enumerate(rows, 1)]
    _totals(_sheet(book, "DS HTX, THT", HEADINGS, phones), rows)
    _sheet(book, "Đơn vị thu mua", BUYER_HEADINGS, BUYERS)
    return _bytes(book)


def table(rows):
    """A CSV file as a Vietnamese Excel writes it: semicolons, a byte-order mark, CRLF."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def contract_table(mended):
    rows = [[number, *row] for number, row in enumerate(contracts(mended), 1)]
    return table([CONTRACT_HEADINGS, *rows])


def files():
    """{name: bytes} of the folder, save what vclink makes of them."""
    return {"htx.xlsx": workbook(False), "hop-dong.csv": contract_table(False),
            "da-sua/htx.xlsx": workbook(True), "da-sua/hop-dong.csv": contract_table(True)}
