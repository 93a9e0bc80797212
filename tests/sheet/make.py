#!/usr/bin/python3
"""Writes spreadsheet files, odd and spoilt ones among them, each with what reading it must give.

    make.py FOLDER        FOLDER/NAME and FOLDER/NAME.expected for each case

What is expected is one line a cell ("A1 text Tên HTX"), or "error: " and the sentence."""
import datetime
import io
import pathlib
import sys
import unicodedata
import zipfile

import openpyxl

CASES = {}
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def case(name, content, *expected):
    assert name not in CASES, name
    CASES[name] = content, expected


# Workbooks by hand.

def relations(*entries, office=OFFICE):
    lines = "".join(f'<Relationship Id="{key}" Type="{office}/{kind}" Target="{target}"/>'
                    for key, kind, target in entries)
    return f'{HEAD}<Relationships xmlns="{PACKAGE}">{lines}</Relationships>'


def sheet(rows, after="", main=MAIN):
    return f'{HEAD}<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def parts(rows="", strings=None, styles=None, after="", main=MAIN, office=OFFICE, properties="",
          sheets='<sheet name="HTX" sheetId="1" r:id="r1"/>'):
    made = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="x"/>',
        "_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.xml"), office=office),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{main}" xmlns:r="{office}">{properties}'
                           f'<sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "strings.xml"),
            ("r3", "styles", "/xl/styles.xml"), office=office),
        "xl/worksheets/sheet1.xml": sheet(rows, after, main),
        "xl/strings.xml": f'{HEAD}<sst xmlns="{main}">{strings or ""}</sst>',
        "xl/styles.xml": f'{HEAD}<styleSheet xmlns="{main}">{styles or ""}</styleSheet>',
    }
    return made


def archive(made, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, content in made.items():
            file.writestr(name, content)
    return out.getvalue()


def book(*arguments, **named):
    return archive(parts(*arguments, **named))


def without(name, **named):
    made = parts('<row><c t="s"><v>0</v></c></row>', "<si><t>a</t></si>", **named)
    del made[name]
    return archive(made)


def changed(name, content, *arguments, **named):
    return archive({**parts(*arguments, **named), name: content})


def saved(workbook):
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def by_openpyxl():
    workbook = openpyxl.Workbook()
    first = workbook.active
    first.title = "Hợp tác xã"
    first.append(["Tên HTX", "MST", "Ngày", True, "=1+1", "#N/A", -0.5])
    first.append(["Tân Lạc", "0312345678", datetime.date(2025, 12, 31), False, None,
                  datetime.time(12, 0), 1.1])
    first["A4"] = "gộp"
    first.merge_cells("A4:C5")
    first["D4"] = 0.25
    first["D4"].number_format = "0%"
    first["E4"] = 312345678
    first["E4"].number_format = "0000000000"
    first["F4"] = 46022
    first["F4"].number_format = '[$-42A]dd" tháng "mm'
    second = workbook.create_sheet("Ẩn")
    second.sheet_state = "hidden"
    second["C14"] = "một\nhai"
    workbook.create_sheet("Trống")
    return saved(workbook)


def valid():
    case("openpyxl.xlsx", by_openpyxl(), "sheet Hợp tác xã", "A1 text Tên HTX", "B1 text MST",
         "C1 text Ngày", "D1 boolean TRUE", "E1 formula", "F1 error #N/A", "G1 number -0.5",
         "A2 text Tân Lạc", "B2 text 0312345678", "C2 number 46022 date 2025-12-31",
         "D2 boolean FALSE", "F2 number 0.5 time", "G2 number 1.1", "A4 text gộp",
         "D4 number 0.25 percent", "E4 number 0312345678 text", "F4 number 46022 date 2025-12-31",
         "merged A4:C5", "hidden sheet Ẩn", "C14 text một⏎hai", "sheet Trống")
    case("1904.xlsx", book('<row><c s="1"><v>44560</v></c></row>', properties='<workbookPr '
         'date1904="1"/>', styles='<cellXfs><xf/><xf numFmtId="14"/></cellXfs>'),
         "sheet HTX", "A1 number 44560 date 2025-12-31")
    case("strict.xlsx", book('<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="d">'
         '<v>2025-12-31</v></c></row>', "<si><t>a</t></si>", main=STRICT, office=STRICT_OFFICE),
         "sheet HTX", "B2 text a", "C2 text 2025-12-31 date")
    case("prefixed.xlsx", changed("xl/worksheets/sheet1.xml", f'{HEAD}<x:worksheet xmlns:x="{MAIN}">'
         '<x:sheetData><x:row r="3"><x:c r="B3" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c>'
         '</x:row></x:sheetData></x:worksheet>'), "sheet HTX", "B3 text a")
    case("as-excel-writes.xlsx", archive({
        **parts('<row r="1" spans="1:2" x14ac:dyDescent="0.25" xmlns:x14ac="x"><c r="A1" s="1" t="s">'
                '<v>0</v></c><c r="B1" s="1"><v>44560</v></c></row>',
                "<si><t>a</t><phoneticPr fontId='1'/></si>",
                "<cellXfs><xf numFmtId='0'/><xf numFmtId='14' xfId='0'/></cellXfs>"),
        "xl/workbook.xml": f"""{HEAD}\r
            <workbook xmlns="{MAIN}" xmlns:r="{OFFICE}" xmlns:mc="m" xmlns:x15="x" mc:Ignorable="x15">
            <fileVersion appName="xl"/><workbookPr date1904="true"/><mc:AlternateContent><mc:Choice
            Requires="x15"><x15:absPath url="C:\\"/></mc:Choice></mc:AlternateContent><bookViews/>
            <sheets><sheet name="HTX" sheetId="7" r:id="r1"/></sheets><definedNames><definedName
            name="a">HTX!$A$1</definedName></definedNames><extLst><ext uri="y"><x15:workbookPr
            chartTrackingRefBase="1"/></ext></extLst></workbook>"""}),
         "sheet HTX", "A1 text a", "B1 number 44560 date 2025-12-31")
    case("no-places.xlsx", book('<row/><row><c><v>1</v></c><c/><c><v>3</v></c></row>'
         '<row r="9"><c r="Z9"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>'),
         "sheet HTX", "A2 number 1", "C2 number 3", "Z9 number 4", "AA9 number 5", "A10 number 6")
    case("runs.xlsx", book('<row><c t="s"><v> 0 </v></c><c t="s"><v>1</v></c><c t="inlineStr"><is>'
         '<r><t>a</t></r><r><t xml:space="preserve"> b </t></r></is></c></row>',
         '<si><r><rPr><b/></rPr><t xml:space="preserve">Hợp </t></r><r><t>tác</t></r><rPh sb="0" '
         'eb="1"><t>đọc</t></rPh><phoneticPr/></si><si><t>x_x000D__x005F_x0041_ _x00e2_ _xD800_ '
         '_x0000_.</t></si>'),
         "sheet HTX", "A1 text Hợp tác", "B1 text x␍_x0041_ â _xD800_ .", "C1 text a b ")
    case("kinds.xlsx", book('<row><c t="b"><v>true</v></c><c t="e"><v>#REF!</v></c><c t="str"><f>A'
         '</f><v>kq</v></c><c t="str"><f>A</f><v></v></c><c><f>A</f><v>7</v></c><c><f>A</f></c>'
         '<c t="n"><v>NaN</v></c><c t="x"><v>8</v></c><c t="s"/><c t="inlineStr"><is><t></t></is>'
         '</c></row>'),
         "sheet HTX", "A1 boolean TRUE", "B1 error #REF!", "C1 text kq", "E1 number 7", "F1 formula",
         "G1 error NaN", "H1 number 8")
    case("numbers.xlsx", book("<row>" + "".join(f"<c><v>{text}</v></c>" for text in (
        "1.1000000000000001", "0.30000000000000004", "1E+3", "5.0", "123456789012345678", "-0",
        "1e400", " 12 ", "1,5")) + "</row>"), "sheet HTX", "A1 number 1.1",
        "B1 number 0.30000000000000004", "C1 number 1000", "D1 number 5",
        "E1 number 123456789012345680", "F1 number 0", "G1 error 1e400", "H1 number 12",
        "I1 error 1,5")
    formats = ["General", "dd/mm/yyyy", "[$-409]mmm\\-yy;@", "[h]:mm", "0.00%", "@", '#,##0" đồng"',
               "[Magenta]0.0", "000", '"ngày" 0', "mm:ss", "yyyy", "0_d", "General\\ \"đ\""]
    codes = "".join(f"<numFmt numFmtId='{200 + i}' formatCode='{code}'/>"
                    for i, code in enumerate(formats))
    styles = "".join(f'<xf numFmtId="{200 + i}"/>' for i in range(len(formats)))
    case("formats.xlsx", book("<row>" + "".join(f'<c s="{i}"><v>7</v></c>' for i in range(
        len(formats) + 1)) + "</row>", styles=f"<numFmts>{codes}</numFmts><cellStyleXfs><xf "
        f'numFmtId="14"/></cellStyleXfs><cellXfs>{styles}</cellXfs>'), "sheet HTX", "A1 number 7",
        "B1 number 7 date 1900-01-07", "C1 number 7 date 1900-01-07", "D1 number 7 time",
        "E1 number 7 percent", "F1 number 7 text", "G1 number 7", "H1 number 7", "I1 number 007 text",
        "J1 number 7", "K1 number 7 time", "L1 number 7 date 1900-01-07", "M1 number 7",
        "N1 number 7", "O1 number 7")
    case("built-in.xlsx", book("<row>" + "".join(f'<c s="{i}"><v>1.5</v></c>' for i in range(7)) +
         "</row>", styles="<cellXfs>" + "".join(f'<xf numFmtId="{i}"/>' for i in (
             14, 22, 20, 45, 9, 49, 4)) + "</cellXfs>"), "sheet HTX",
         "A1 number 1.5 date 1900-01-01", "B1 number 1.5 date 1900-01-01", "C1 number 1.5 time",
         "D1 number 1.5 time", "E1 number 1.5 percent", "F1 number 1.5 text", "G1 number 1.5")
    case("sheets.xlsx", archive({**parts(sheets='<sheet name="Biểu đồ" r:id="r5"/>'
         '<sheet name="B" state="veryHidden" r:id="r4"/><sheet name="A" r:id="r1"/>',
         rows="<row><c><v>1</v></c></row>"),
         "xl/_rels/workbook.xml.rels": relations(
             ("r1", "worksheet", "./../xl//worksheets/sheet1.xml"), ("r4", "worksheet", "/two.xml"),
             ("r5", "chartsheet", "chart.xml")), "two.xml": sheet("<row><c><v>2</v></c></row>")}),
         "hidden sheet B", "A1 number 2", "sheet A", "A1 number 1")
    case("merged.xlsx", book("<row><c><v>1</v></c></row>", after='<mergeCells><mergeCell '
         'ref="D2:E9"/><mergeCell ref="A1:C1"/><mergeCell ref="A3:A4"/></mergeCells>'),
         "sheet HTX", "A1 number 1", "merged A1:C1", "merged A3:A4", "merged D2:E9")
    case("extended.xlsx", book('<row><c><v>1</v><extLst><ext><v>2</v></ext></extLst></c></row>',
         after="<extLst><ext><mergeCell ref='?'/></ext></extLst>"), "sheet HTX", "A1 number 1")
    case("nothing.xlsx", archive({**parts(sheets=""), "xl/_rels/workbook.xml.rels": relations()}))
    case("backslashes.xlsx", archive({name.replace("/", "\\"): content for name, content in parts(
        "<row><c><v>1</v></c></row>").items()}), "sheet HTX", "A1 number 1")
    case("letter-case.xlsx", archive({name.upper(): content for name, content in parts(
        "<row><c><v>1</v></c></row>").items()}), "sheet HTX", "A1 number 1")
    case("stored.xlsx", archive(parts("<row><c><v>1</v></c></row>"), zipfile.ZIP_STORED),
         "sheet HTX", "A1 number 1")
    case("before.xlsx.csv", book("<row><c><v>1</v></c></row>"), "sheet HTX", "A1 number 1")
    case("utf-16.xlsx", changed("xl/worksheets/sheet1.xml", sheet(
        '<row><c t="inlineStr"><is><t>ệ</t></is></c></row>').replace("UTF-8", "UTF-16").encode(
            "utf-16")), "sheet HTX", "A1 text ệ")


REPAIR = "open it in Excel or LibreOffice and save it as .xlsx"


def error(text):
    return f"error: {text}"


def damaged(part):
    return error(f"{{file}}: the workbook is damaged or not complete ({part}); copy it anew, or "
                 f"{REPAIR}")


def out_of_place(after):
    return error(f"{{file}}: the workbook is damaged: after {after} a row or cell is out of order "
                 f"or has no place; {REPAIR}")


def wrong_syntax(place):
    return error("{file}: the workbook is damaged, its part is not valid XML at " + place +
                 f" (line:column); {REPAIR}")


def with_bytes(content, sought, replacement):
    assert sought in content
    return content.replace(sought, replacement)


def spoilt_archives():
    whole = book("<row><c><v>1</v></c></row>")
    stored = archive(parts("<row><c><v>1</v></c></row>"), zipfile.ZIP_STORED)
    case("cut.xlsx", whole[:len(whole) // 2], damaged("ZIP"))
    case("only-magic.xlsx", b"PK\3\4", damaged("ZIP"))
    case("sum-wrong.xlsx", with_bytes(stored, b"<c><v>1</v>", b"<c><v>2</v>"),
         damaged("xl/worksheets/sheet1.xml"))
    flags = zipfile.ZipFile(io.BytesIO(whole)).getinfo("xl/workbook.xml").header_offset
    assert whole[flags:flags + 4] == b"PK\3\4"
    central = bytearray(whole)
    at = central.rindex(b"xl/workbook.xml") - 46
    central[at + 8] |= 1
    case("encrypted-part.xlsx", bytes(central), error(
        "{file}: the file is protected by a password; open it, take the password off and save it as "
        ".xlsx"))
    case("bomb.xlsx", changed("xl/strings.xml", b" " * (40 << 20)), error(
        "{file}: the part xl/strings.xml would be too large when unpacked; the file is not read"))
    case("many-parts.xlsx", archive({**parts(), **{f"x/{i}": "" for i in range(10000)}}), error(
        "{file}: the file has more than 10,000 parts; it is not read"))
    case("no-workbook-part.xlsx", without("xl/workbook.xml"), error(
        "{file}: the workbook lacks a part (xl/workbook.xml); " + REPAIR))
    case("no-sheet-part.xlsx", without("xl/worksheets/sheet1.xml"), error(
        "{file}: the workbook lacks a part (xl/worksheets/sheet1.xml); " + REPAIR))
    case("no-strings-part.xlsx", without("xl/strings.xml"), error(
        "{file}: the workbook lacks a part (xl/strings.xml); " + REPAIR))
    case("no-relations.xlsx", without("xl/_rels/workbook.xml.rels"), error(
        "{file}: the workbook lacks a part (HTX); " + REPAIR))
    nothing = error("{file}: there is no workbook in this file; save the table as .xlsx or .csv")
    case("photos.zip", archive({"a.jpg": b"\xff\xd8"}), nothing)
    case("empty.zip", archive({}), damaged("ZIP"))
    case("document.docx", changed("xl/workbook.xml", f"{HEAD}<w:document xmlns:w='x'/>"), nothing)
    case("open-document.ods", archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                                       "content.xml": "<a/>"}), error(
        "{file}: this is an OpenDocument file (.ods); open it in LibreOffice or Excel and save it "
        "as .xlsx"))
    case("binary.xlsb", changed("_rels/.rels", relations(
        ("r1", "officeDocument", "xl/workbook.bin"))), error(
        "{file}: this is a binary workbook (.xlsb); " + REPAIR))


def spoilt_parts():
    case("not-xml.xlsx", changed("xl/worksheets/sheet1.xml", "<worksheet>\n<sheetData></row>"),
         wrong_syntax("xl/worksheets/sheet1.xml:2:14"))
    case("xml-ends.xlsx", changed("xl/strings.xml", "<sst><si>"),
         wrong_syntax("xl/strings.xml:1:10"))
    case("empty-part.xlsx", changed("xl/workbook.xml", ""), wrong_syntax("xl/workbook.xml:1:1"))
    case("not-utf-8.xlsx", changed("xl/worksheets/sheet1.xml", sheet(
        '<row><c t="str"><v>@</v></c></row>').encode().replace(b"@", b"\xff")),
        wrong_syntax("xl/worksheets/sheet1.xml:1:146"))
    laughs = "".join(f"<!ENTITY l{i + 1} '{f'&l{i};' * 10}'>" for i in range(9))
    declared = "{file}: the part xl/strings.xml declares a document type, which no spreadsheet " \
               "program writes; the file is not read"
    case("laughs.xlsx", changed("xl/strings.xml", f"<!DOCTYPE sst [<!ENTITY l0 'ha'>{laughs}]>"
                                "<sst><si><t>&l9;</t></si></sst>"), error(declared))
    case("entity.xlsx", changed("xl/strings.xml", "<!DOCTYPE sst [<!ENTITY x SYSTEM "
                                "'file:///etc/passwd'>]><sst><si><t>&x;</t></si></sst>"),
         error(declared))
    case("deep.xlsx", changed("xl/strings.xml", "<sst>" + "<r>" * 70 + "</r>" * 70 + "</sst>"),
         error("{file}: the part xl/strings.xml is nested too deeply; the file is not read"))
    case("rows-turned.xlsx", book('<row r="5"/><row r="4"><c r="A4"><v>1</v></c></row>'),
         out_of_place("HTX!5"))
    case("row-twice.xlsx", book('<row r="5"/><row r="5"/>'), out_of_place("HTX!5"))
    case("row-0.xlsx", book('<row r="0"/>'), out_of_place("HTX"))
    case("row-far.xlsx", book('<row r="1048577"/>'), out_of_place("HTX"))
    case("row-word.xlsx", book('<row r="a"/>'), out_of_place("HTX"))
    case("cells-turned.xlsx", book('<row><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>'),
         out_of_place("HTX!B1"))
    case("cell-elsewhere.xlsx", book('<row r="2"><c r="B3"><v>1</v></c></row>'),
         out_of_place("HTX!2"))
    case("cell-far.xlsx", book('<row r="2"><c r="XFE2"><v>1</v></c></row>'), out_of_place("HTX!2"))
    case("cell-last.xlsx", book('<row r="2"><c r="XFD2"><v>1</v></c><c><v>1</v></c></row>'),
         out_of_place("HTX!XFD2"))
    for name, value in (("beyond", "1"), ("negative", "-1"), ("word", "a"),
                        ("huge", "99999999999999999999999")):
        case(f"string-{name}.xlsx", book(f'<row r="14"><c r="C14" t="s"><v>{value}</v></c></row>',
             "<si><t>a</t></si>"), error("{file}: the workbook is damaged: HTX!C14 refers to a text "
                                         f"that is not there; {REPAIR}"))
    for name, value in (("turned", "C3:A1"), ("single", "A1"), ("word", "x:y"), ("none", "")):
        case(f"merged-{name}.xlsx", book(after=f'<mergeCells><mergeCell ref="{value}"/>'
             "</mergeCells>"), error("{file}: the workbook is damaged: in HTX merged cells have no "
                                     f"proper range; {REPAIR}"))
    long = "a" * ((1 << 20) + 1)
    case("long-inline.xlsx", book(f'<row r="3"><c r="B3" t="str"><v>{long}</v></c></row>'), error(
        "{file}, HTX!B3: the cell's text is longer than a million bytes"))
    case("long-shared.xlsx", book(strings=f"<si><t>{long}</t></si>"), error(
        "{file}, xl/strings.xml: the cell's text is longer than a million bytes"))


def compound(*names):
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "".join(names).encode("utf-16-le")


def other_files():
    case("old.xls", compound("Workbook"), error("{file}: this is a file of an old Excel (.xls); "
                                                + REPAIR))
    case("password.xlsx", compound("EncryptionInfo", "EncryptedPackage"), error(
        "{file}: the file is protected by a password; open it, take the password off and save it as "
        ".xlsx"))
    markup = error("{file}: this is a web page or another XML file, not a table; " + REPAIR)
    case("page.xls", "\ufeff\r\n <html><table><tr><td>1</td></tr></table></html>".encode(), markup)
    case("book-2003.xml", b"<?xml version='1.0'?><Workbook/>", markup)
    case("scan.pdf", b"%PDF-1.7\n\0\0", error(
        "{file}: this is a PDF file, whose tables cannot be read; ask for the table as .xlsx or "
        ".csv"))
    zero = "{file}, line %d: there is a byte 0 here, so this is no text; save the table as .xlsx " \
           "or .csv (UTF-8)"
    case("zero.csv", b"a,b\r\nc,d\re\nf\0g,h", error(zero % 4))
    case("zeros.csv", bytes(1001), error(zero % 1))


# Text files.

def windows_1258(text):
    """As Windows writes Vietnamese: letters, then the tone as a mark of its own."""
    out = b""
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in apart if mark in "\u0300\u0301\u0303\u0309\u0323")
        rest = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in tone))
        out += (rest + tone).encode("cp1258")
    return out


TABLE = "Tên HTX;Sản lượng\r\nTân Lạc;5,9 tỷ\r\n\r\nĐồng Tiến;ệ ỗ ự\r\n"
CELLS = ("sheet {stem}", "A1 text Tên HTX", "B1 text Sản lượng", "A2 text Tân Lạc",
         "B2 text 5,9 tỷ", "A4 text Đồng Tiến", "B4 text ệ ỗ ự")


def encodings():
    case("utf-8.csv", TABLE.encode(), "csv ; utf-8", *CELLS)
    case("utf-8-marked.csv", TABLE.encode("utf-8-sig"), "csv ; utf-8", *CELLS)
    case("utf-16-little-marked.csv", b"\xff\xfe" + TABLE.encode("utf-16-le"), "csv ; utf-16le",
         *CELLS)
    case("utf-16-big-marked.csv", b"\xfe\xff" + TABLE.encode("utf-16-be"), "csv ; utf-16be", *CELLS)
    case("utf-16-little.csv", TABLE.encode("utf-16-le"), "csv ; utf-16le", *CELLS)
    case("utf-16-big.csv", TABLE.encode("utf-16-be"), "csv ; utf-16be", *CELLS)
    case("windows-1258.csv", windows_1258(TABLE), "csv ; windows-1258", *CELLS)
    case("bar.in.name.csv", b"a|b\n", "csv | utf-8", "sheet bar.in.name", "A1 text a", "B1 text b")
    wrong = "{file}, line %d: there is a byte here that does not fit the file's encoding; save " \
            "the table as .xlsx or .csv (UTF-8)"
    case("utf-8-broken.csv", with_bytes(TABLE.encode(), "ệ".encode(), b"\xe1\xbb"),
         error(wrong % 4))
    case("utf-8-marked-broken.csv", b"\xef\xbb\xbfa\nb\xe1", error(wrong % 2))
    case("windows-unknown.csv", b"a;b\rHTX \xe1;\x90", error(wrong % 2))
    case("utf-16-broken.csv", b"\xff\xfe" + "a\nb\nc".encode("utf-16-le") + b"\x00\xdc",
         error(wrong % 3))
    case("utf-16-odd.csv", b"\xff\xfe" + "a\nb".encode("utf-16-le") + b"c", error(wrong % 2))


def separators():
    case("comma.csv", b'a,b\n"1,5",2;3\n', "csv , utf-8", "sheet comma", "A1 text a", "B1 text b",
         "A2 text 1,5", "B2 text 2;3")
    case("tab.csv", b"a\tb\n1,5\t2,5\n", "csv tab utf-8", "sheet tab", "A1 text a", "B1 text b",
         "A2 text 1,5", "B2 text 2,5")
    case("title.csv", "DANH SÁCH, năm 2025\n\nTên;Sản lượng;Giá\nA;1,5;2,5\nB;3,5;4,5\n".encode(),
         "csv ; utf-8", "sheet title", "A1 text DANH SÁCH, năm 2025", "A3 text Tên",
         "B3 text Sản lượng", "C3 text Giá", "A4 text A", "B4 text 1,5", "C4 text 2,5", "A5 text B",
         "B5 text 3,5", "C5 text 4,5")
    case("stated.csv", b"sep=;\r\na,b;c\r\nd,e\r\n", "csv ; utf-8", "sheet stated", "A1 text a,b",
         "B1 text c", "A2 text d,e")
    case("stated-quote.csv", b'SEP=|\na|"b\n', error(
        "{file}, line 2: a quotation mark opens a cell here and is never closed"))
    case("one-column.csv", b"a\nb\n", "csv , utf-8", "sheet one-column", "A1 text a", "A2 text b")
    case("empty.csv", b"", "csv , utf-8", "sheet empty")
    case("only-mark.csv", b"\xef\xbb\xbf", "csv , utf-8", "sheet only-mark")


def quotes():
    case("quotes.csv", b'"a ""b""","c\r\nd\re"\r"f" g,h"i"\r\n"",""""\n" ",', "csv , utf-8",
         "sheet quotes", 'A1 text a "b"', "B1 text c⏎d⏎e", "A2 text f g", 'B2 text h"i"',
         'B3 text "', "A4 text  ")
    case("lines.csv", b"a\rb\nc\r\n\r\rd", "csv , utf-8", "sheet lines", "A1 text a", "A2 text b",
         "A3 text c", "A6 text d")
    case("zeros-kept.csv", b"MST,So\n0312345678,007\n", "csv , utf-8", "sheet zeros-kept",
         "A1 text MST", "B1 text So", "A2 text 0312345678", "B2 text 007")
    case("unclosed.csv", b'a,b\n"c\nd",e\n"f,g\nh,i\n', error(
        "{file}, line 4: a quotation mark opens a cell here and is never closed"))
    case("wide.csv", b"," * 16384 + b"x", error(
        "{file}, wide!XFE1: there are more columns than a sheet can have (16,384)"))
    case("long.csv", b"a\nb," + b"x" * ((1 << 20) + 1), error(
        "{file}, long!B2: the cell's text is longer than a million bytes"))


def main():
    folder = pathlib.Path(sys.argv[1])
    for make in (valid, spoilt_archives, spoilt_parts, other_files, encodings, separators, quotes):
        make()
    for name, (content, expected) in CASES.items():
        text = "".join(line + "\n" for line in expected)
        text = text.replace("{file}", name).replace("{stem}", name.rpartition(".")[0])
        (folder / name).write_bytes(content)
        (folder / f"{name}.expected").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
