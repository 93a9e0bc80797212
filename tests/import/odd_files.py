"""Files that are no register, CSV files of every kind, and mappings, right and wrong."""
import io
import json
import unicodedata
import zipfile

from cases import (DONG_LAI, HD, HTX, HTX_ROWS, QUYET_CHIEN, XANH, actors, case, clean, csv, link,
                   links, node, not_used, note, only_htx, passed, says, silent, used, workbook, world)

ROWS = [HTX, *HTX_ROWS]

# Files that are none.
case("an-empty-file", {"so.xlsx": b""}, says("so.xlsx"), status=3)
case("an-empty-workbook", {"so.xlsx": workbook({"Sheet1": []})}, says("so.xlsx"), status=3)
case("a-workbook-of-another-purpose",
     {"chi.xlsx": workbook({"Kế hoạch": [["Nội dung", "Kinh phí"], ["Tập huấn", 25]]})},
     says("chi.xlsx"), status=3)
case("a-pdf", {"so.xlsx": b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"}, says("so.xlsx", "PDF"), status=3)
case("an-old-excel", {"so.xls": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)}, says("so.xls", ".xlsx"),
     status=3)
case("a-password", {"so.xlsx": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
                    + "EncryptedPackage".encode("utf-16-le") + bytes(600)},
     says("so.xlsx", "password"), status=3)
case("a-web-page-named-xls", {"so.xls": b"<html><table><tr><td>HTX</td></tr></table></html>"},
     says("so.xls", "web page"), status=3)


def archive(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return out.getvalue()


case("an-open-document",
     {"so.ods": archive(mimetype="application/vnd.oasis.opendocument.spreadsheet", **{"content.xml": "<x/>"})},
     says("so.ods", "OpenDocument"), status=3)
case("a-text-document", {"so.docx": archive(**{"word/document.xml": "<x/>"})}, says("so.docx"), status=3)
case("half-a-workbook", {"so.xlsx": workbook({"HTX": ROWS})[:2000]}, says("so.xlsx", "damaged"), status=3)
case("no-such-file", {}, says("khong-co.xlsx", "no such file"), options=["khong-co.xlsx"], status=4)
case("one-good-file-one-bad", {"htx.xlsx": workbook({"HTX": ROWS}), "so.xlsx": b"%PDF-1.7"},
     says("so.xlsx", "PDF"), status=3)
case("one-file-twice", {"htx.xlsx": workbook({"HTX": ROWS})}, says("htx.xlsx", "the same file"),
     options=["htx.xlsx"], status=2)
case("one-file-by-two-paths", {"htx.xlsx": workbook({"HTX": ROWS})}, says("the same file"),
     options=["./htx.xlsx"], status=2)
case("two-files-of-the-same-content", {"htx.csv": csv(ROWS), "htx-copy.csv": csv(ROWS)}, actors(2),
     note("", "same content as htx.csv"))
case("two-files-of-other-content", {"htx.csv": csv(ROWS[:2]), "htx-2.csv": csv([ROWS[0], ROWS[2]])},
     actors(2), clean)
case("a-template-that-nobody-filled-in",
     {"htx.csv": csv([["Tên tổ chức", "Số thành viên"], ["HTX nông nghiệp Đông Lai", 65]])},
     says("htx.csv", "nothing is filled in"), status=3)
case("a-column-that-a-mapping-passes-over",
     {"so.xlsx": workbook({"HTX": ROWS}),
      "@map.json": b'{"sheets": [{"sheet": "HTX", "columns": {"MST": null}}]}'},
     used("HTX!B", "left out, as the mapping file says"), silent("mapping file"),
     options=["--mapping", "@map.json"])
case("a-dataset", {"so.json": b'{"format": "vclink", "version": 1, "nodes": [{"id": "a", "kind": "group"}]}'},
     says("so.json", "dataset", "vclink check"), status=3)
case("a-dataset-in-lines", {"so.csv": b'\xef\xbb\xbf{\n "kind": "cooperative", "name": "HTX A"}\n'},
     says("so.csv", "dataset"), status=3)

# CSV files of every kind.
GOOD = (actors(2), node(DONG_LAI, members=65, tax_id="0100109106"),
        node(QUYET_CHIEN, products=[{"product": "su-su", "output_kg": 80500}]))
CSV_ROWS = [HTX, HTX_ROWS[0], [*HTX_ROWS[1][:4], "80,5"]]
case("csv-with-commas", {"HTX.csv": csv(CSV_ROWS)}, *GOOD, clean)
case("csv-with-semicolons", {"HTX.csv": csv(CSV_ROWS, ";")}, *GOOD, clean)
case("csv-with-tabs", {"HTX.txt": csv(CSV_ROWS, "\t")}, *GOOD, clean)
case("csv-with-a-byte-order-mark", {"HTX.csv": csv(CSV_ROWS, ";", "utf-8-sig", "\r\n")}, *GOOD, clean)
case("csv-in-utf-16", {"HTX.csv": csv(CSV_ROWS, "\t", "utf-16", "\r\n")}, *GOOD, clean)


def in_1258(rows):
    """As Windows writes Vietnamese: a letter with its shape, its tone behind it."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    text = csv(rows, ";").decode()
    out = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(part for part in parts if part in tones)
        out.append(unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones)) + tone)
    return "".join(out).encode("cp1258")


case("csv-in-windows-1258", {"HTX.csv": in_1258(CSV_ROWS)}, *GOOD, clean)
case("csv-with-a-line-that-says-its-separator", {"HTX.csv": b"sep=;\n" + csv(CSV_ROWS, ";")}, *GOOD)
case("csv-with-a-quotation-mark-left-open",
     {"HTX.csv": csv(CSV_ROWS) + '"HTX Nam Sơn,,20,Quýt,5\n'.encode()}, says("HTX.csv", "line 4"), status=3)
case("csv-with-lines-in-cells",
     {"HTX.csv": csv([HTX, ["HTX nông nghiệp\nMường Lai", "0100109106", 65, "Bưởi đỏ", 120]])}, actors(1),
     node(DONG_LAI, members=65))
case("csv-with-a-wrong-cell", {"HTX.csv": csv([HTX, [DONG_LAI, "0100109107", 65, "Bưởi đỏ", 120]])},
     not_used("!B2", "check digit"), says("HTX.csv: B2"))
case("csv-of-another-name", {"bảng 3.csv": csv(CSV_ROWS)}, *GOOD)

# Mappings.
STRANGE = workbook({"Bảng 3": [["Đ.vị", "Hộ TV", "NS chính", "SL"], [DONG_LAI, 65, "Bưởi đỏ", "1.234"],
                               [QUYET_CHIEN, 24, "Su su", "80"]]})


def mapped(mapping, book=STRANGE):
    text = mapping if isinstance(mapping, bytes) else json.dumps(mapping, ensure_ascii=False).encode()
    return {"so.xlsx": book, "@map.json": text}


def sheet(columns, **more):
    return {"sheets": [{"sheet": "Bảng 3", "register": "organisations", "columns": columns, **more}]}


MAP = ["--mapping", "@map.json"]
COLUMNS = {"Đ.vị": "name", "Hộ TV": "members", "NS chính": "products"}
case("a-mapping-by-headings",
     mapped(sheet({**COLUMNS, "SL": {"field": "output", "unit": "tấn", "decimal": "comma"}})), clean,
     actors(2), node(DONG_LAI, members=65, products=[{"product": "buoi-do", "output_kg": 1234000}]),
     options=MAP)
case("a-mapping-by-letters", mapped(sheet({"A": "name", "B": "members", "C": "products", "D": None})),
     actors(2), node(DONG_LAI, members=65, products=["buoi-do"]), options=MAP)
case("a-mapping-that-says-the-kind",
     mapped(sheet({"Đơn vị": "name"}, kind="group"),
            workbook({"Bảng 3": [["Đơn vị"], ["Bưởi Tử Nê"], ["Cam Nam Sơn"]]})), actors(2),
     node("Bưởi Tử Nê", kind="group"), options=MAP)
case("a-mapping-that-passes-a-sheet-over",
     {**world(), "@map.json": b'{"sheets": [{"sheet": "HTX", "register": null}]}'}, passed("HTX"),
     actors(1), options=MAP)
case("a-mapping-that-is-no-json", mapped(b'{"sheets": [}'), says("map.json"), options=MAP, status=3)
case("a-mapping-of-an-unknown-register",
     mapped({"sheets": [{"sheet": "Bảng 3", "register": "cooperatives", "columns": {}}]}),
     says("map.json", "/sheets/0/register", "cooperatives", "organisations"), options=MAP, status=3)
case("a-mapping-to-an-unknown-field", mapped(sheet({**COLUMNS, "SL": "yield"})),
     says("map.json", "/sheets/0/columns/SL", "yield"), options=MAP, status=3)
case("a-mapping-of-a-column-that-is-not-there", mapped(sheet({**COLUMNS, "Doanh thu": "turnover"})),
     says("map.json", "Doanh thu"), options=MAP, status=3)
case("a-mapping-of-a-sheet-that-is-not-there",
     mapped({"sheets": [{"sheet": "Bảng 9", "register": "organisations", "columns": {"A": "name"}}]}),
     says("map.json", "Bảng 9"), options=MAP, status=3)
case("a-mapping-that-is-a-list", mapped(b"[]"), says("map.json"), options=MAP, status=3)
case("a-mapping-that-is-not-there", {"so.xlsx": STRANGE}, says("@map.json", "no such file"), options=MAP,
     status=4)

# Options.
case("a-day-that-the-option-gets-wrong", world(), says("31/12/2025"), options=["--as-of", "31/12/2025"],
     status=2)
case("names-by-option", world(), actors(3), clean,
     options=["--name", "Huyện Y", "--as-of", "2025-12-31", "--currency", "VND"])
