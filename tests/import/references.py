"""Whom a name means: parties, members, products and places; decisions on what nobody can know."""
from cases import (DN, DN_ROWS, DONG_LAI, DONG_LAI_TAX, HD, HD_ROWS, HTX, HTX_ROWS, QUYET_CHIEN, XANH,
                   XANH_TAX, actors, case, clean, csv, link, links, node, not_used, note, only_htx,
                   passed, record, says, waiting, waits, world)

MEMBERS = ["Họ và tên", "Thuộc tổ chức"]


def sells(seller, buyer, htx=None, **more):
    return world(htx=htx, hd=[HD, [seller, buyer, "Bưởi đỏ", 80, None, None]], **more)


case("a-party-by-tax-code", sells(DONG_LAI_TAX, XANH_TAX), clean, link(DONG_LAI, XANH))
case("a-party-in-other-capitals-and-spaces",
     sells("hợp tác xã  NÔNG NGHIỆP Mường Lai", "CÔNG TY TNHH NÔNG SẢN MƯỜNG BI"), clean,
     link(DONG_LAI, XANH))
case("a-party-with-the-mark-elsewhere",
     sells("HTX Hoà Bình", XANH, htx=[HTX, ["HTX Hòa Bình", None, 20, "Bưởi đỏ", 10]]),
     link("HTX Hòa Bình", XANH))
case("an-abbreviated-buyer", sells(DONG_LAI, "Cty NS Mường Bi"), links(0), waiting("Hợp đồng!B2"),
     waits("Cty NS Mường Bi", XANH))
case("an-unknown-buyer", sells(DONG_LAI, "Siêu thị Go"), links(0), waiting("Hợp đồng!B2"),
     waits("Siêu thị Go"))
case("an-unknown-seller", sells("HTX Chưa Có", XANH), links(0), waiting("Hợp đồng!A2"),
     waits("HTX Chưa Có"))
case("marks-are-never-dropped",
     sells("HTX Tấn Lạc", XANH, htx=[HTX, ["HTX Tân Lạc", None, 20, "Bưởi đỏ", 10]]), links(0),
     waits("HTX Tấn Lạc", "HTX Tân Lạc"))
case("numerals-are-never-dropped",
     sells("HTX 3", XANH, htx=[HTX, ["HTX 1", None, 20, "Bưởi đỏ", 10], ["HTX 2", None, 30, "Quýt", 5]]),
     actors(3), links(0), waiting("Hợp đồng!A2", "HTX 3"))
case("numerals-tell-apart",
     sells("HTX 2", XANH, htx=[HTX, ["HTX 1", None, 20, "Bưởi đỏ", 10], ["HTX 2", None, 30, "Bưởi đỏ", 5]]),
     clean, link("HTX 2", XANH))
case("one-name-in-two-communes",
     sells("HTX Đoàn Kết", XANH, htx=[[*HTX, "Xã"], ["HTX Đoàn Kết", None, 20, "Bưởi đỏ", 10, "Tử Nê"],
                                      ["HTX Đoàn Kết", None, 30, "Bưởi đỏ", 5, "Phong Phú"]]),
     actors(3), links(0), waiting("Hợp đồng!A2"), waits("HTX Đoàn Kết"))
case("one-cooperative-twice", only_htx(HTX, HTX_ROWS[0], HTX_ROWS[1], HTX_ROWS[0]), actors(2),
     note("HTX!4"))
case("one-tax-code-with-two-numbers-of-members",
     only_htx(HTX, HTX_ROWS[0], [DONG_LAI, DONG_LAI_TAX, 70, "Bưởi đỏ", 120]), actors(1),
     node(DONG_LAI, members=65), not_used("HTX!C3", "70"))
case("one-id-for-two-names",
     only_htx(["Mã", *HTX], ["H1", *HTX_ROWS[0]], ["H1", *HTX_ROWS[1]]), actors(1),
     not_used("HTX!A3", QUYET_CHIEN))
case("no-buyer-yet", sells(DONG_LAI, "Chưa có"), links(0), not_used("Hợp đồng!2", "no buyer"))
case("running-numbers-in-two-lists",
     world(htx=[["Mã", *HTX], [1, *HTX_ROWS[0]], [2, *HTX_ROWS[1]]],
           dn=[["Mã", *DN], [1, XANH, XANH_TAX], [2, "Công ty CP Sông Đà", None]]), actors(4),
     node(DONG_LAI, buyer=None), node("Công ty CP Sông Đà"))
case("a-buyer-that-is-a-cooperative", sells(DONG_LAI, QUYET_CHIEN), link(DONG_LAI, QUYET_CHIEN))
case("a-seller-that-is-its-buyer", sells(DONG_LAI, DONG_LAI), links(0), not_used("Hợp đồng!2", "both sides"))
case("from-an-enterprise-to-a-cooperative", sells(XANH, DONG_LAI), links(1), note("Hợp đồng!2"))
case("one-contract-twice", world(hd=[HD, *HD_ROWS, *HD_ROWS]), links(1), note("Hợp đồng!3", "row 2"))
case("a-contract-without-a-seller", world(hd=[HD, [None, XANH, "Bưởi đỏ", 80, None, None]]), links(0),
     not_used("Hợp đồng!2"))
case("a-contract-without-a-buyer", world(hd=[HD, [DONG_LAI, None, "Bưởi đỏ", 80, None, None]]),
     links(0), not_used("Hợp đồng!2"))
case("id-and-name-of-different-ones",
     world(dn=[["Mã", *DN], ["D1", XANH, XANH_TAX], ["D2", "Công ty CP Sông Đà", None]],
           hd=[["Bên bán", "Mã bên mua", "Bên mua"], [DONG_LAI, "D2", XANH]]), links(0),
     waiting("Hợp đồng!2"))
case("a-dissolved-cooperative-with-contracts",
     sells(DONG_LAI, XANH, htx=[[*HTX, "Trạng thái"], [*HTX_ROWS[0], "tạm ngừng hoạt động"]]),
     node(DONG_LAI, status="suspended"), links(1), note("HTX!2", "suspended"))
case("a-cooperative-that-sells-nothing-but-does",
     sells(DONG_LAI, XANH, htx=[[*HTX, "Có tiêu thụ nông sản"], [*HTX_ROWS[0], "không"]]),
     node(DONG_LAI, sells=False), note("Hợp đồng!2"))

# Members.
case("members-with-their-cooperative",
     world(**{"Thành viên": [MEMBERS, ["Bùi Văn An", DONG_LAI], ["Đinh Thị Hoa", DONG_LAI]]}),
     actors(5), links(3), clean, record("nodes", id="0100109106-0002", kind="farmer", name=None),
     record("links", source="0100109106-0001", target="0100109106", kind="membership"))
case("a-member-counted-twice",
     world(**{"Thành viên": [["Mã hộ", *MEMBERS], ["H1", "Bùi Văn An", DONG_LAI],
                             ["H1", "Bùi Văn An", DONG_LAI]]}),
     actors(4), links(2), note("Thành viên!3"))
case("a-member-of-two",
     world(**{"Thành viên": [["Mã hộ", *MEMBERS], ["H1", "Bùi Văn An", DONG_LAI],
                             ["H1", "Bùi Văn An", QUYET_CHIEN]]}),
     actors(4), links(3), record("links", source="H1", target="0100109106"),
     record("links", source="H1", target="htx-rau-an-toan-quyet-chien"))
case("a-group-as-a-member",
     world(htx=[HTX, *HTX_ROWS, ["Tổ hợp tác Bưởi Tử Nê", None, 12, "Bưởi đỏ", 20]],
           **{"Thành viên": [["Tên thành viên", "Loại thành viên", "Thuộc tổ chức"],
                             ["THT Bưởi Tử Nê", "tổ hợp tác", DONG_LAI]]}),
     actors(4), links(2), link("Tổ hợp tác Bưởi Tử Nê", DONG_LAI))
case("a-member-of-an-unknown-cooperative",
     world(**{"Thành viên": [MEMBERS, ["Bùi Văn An", "HTX Ma"]]}), actors(4), links(1),
     waiting("Thành viên!B2"))
case("a-union-with-members-on-its-books",
     only_htx(HTX, *HTX_ROWS, ["Liên hiệp HTX Mường Bi", None, 5, "Quýt", None]), actors(3),
     not_used("HTX!C4", "5"))

# Products and places.
case("a-product-that-is-not-in-the-list",
     world(**{"Sản phẩm": [["Mã sản phẩm", "Tên sản phẩm"], ["buoi", "Bưởi đỏ"], ["su", "Su xu"]]}),
     not_used("HTX!D3", "Su su"), node(DONG_LAI, products=[{"product": "buoi", "output_kg": 120000}]))
case("one-product-twice",
     world(**{"Sản phẩm": [["Mã sản phẩm", "Tên sản phẩm"], ["buoi", "Bưởi đỏ"], ["su", "Su su"],
                           ["buoi", "Bưởi đỏ"]]}), note("Sản phẩm!4"))
PLACES = ["Mã địa bàn", "Tên địa bàn", "Cấp", "Thuộc địa bàn"]


def at(commune, *places):
    return world(htx=[[*HTX, "Địa bàn"], [*HTX_ROWS[0], commune]], hd=[HD],
                 **{"Địa bàn": [PLACES, *places]})


case("places-of-a-list", at("Đông Lai", ["17", "Tỉnh Hòa Bình", "tỉnh", None], ["155", "Huyện Tân Lạc", "huyện", "17"],
                            ["05173", "Xã Đông Lai", "xã", "155"]), clean, node(DONG_LAI, place="05173"),
     record("places", id="155", parent="17"))
case("a-place-that-is-not-in-the-list", at("Đông Lay", ["05173", "Xã Đông Lai", "xã", None]),
     not_used("HTX!F2", "Đông Lay"), node(DONG_LAI, place=None))
case("two-places-of-one-name",
     at("Đông Lai", ["1", "Huyện A", "huyện", None], ["2", "Huyện B", "huyện", None],
        ["3", "Xã Đông Lai", "xã", "1"], ["4", "Xã Đông Lai", "xã", "2"]), not_used("HTX!F2", "Đông Lai"))
case("places-in-a-circle",
     at("Xã A", ["1", "Xã A", "xã", "2"], ["2", "Huyện B", "huyện", "1"]), says("Địa bàn"))
case("a-place-within-nowhere", at("Xã A", ["1", "Xã A", "xã", "Huyện Z"]),
     not_used("Địa bàn!D2", "Huyện Z"), record("places", id="1", parent=None))
case("communes-and-districts",
     only_htx([*HTX, "Xã", "Huyện"], [*HTX_ROWS[0], "Đông Lai", "Tân Lạc"],
              [*HTX_ROWS[1], "Quyết Chiến", "Tân Lạc"]), actors(2), record("places", name="Tân Lạc"),
     record("places", name="Đông Lai"))
case("output-of-nobody",
     world(**{"Sản lượng": [["Tên đơn vị", "Sản phẩm", "Sản lượng (tấn)"], ["HTX Ma", "Mía", 5],
                            [QUYET_CHIEN, "Mía", 5]]}), waiting("Sản lượng!A2"))

# Letters that nobody sees.
case("zero-width-characters", sells("HTX nông nghiệp\u200b Mường\ufeff Lai", XANH), link(DONG_LAI, XANH))
case("marks-of-direction", sells("\u200fHTX nông nghiệp Mường Lai\u200e", XANH), link(DONG_LAI, XANH))
case("letters-in-two-parts",
     sells("HTX nông nghiệp Mường Lai".replace("ô", "o\u0302"), XANH), clean, link(DONG_LAI, XANH))
case("a-name-that-is-a-formula",
     {"HTX.csv": csv([HTX, ['=HYPERLINK("http://example.invalid","HTX")', None, 5, "Mía", 1],
                      ["@SUM(A1)", None, 5, "Mía", 1]])}, actors(2))

# Decisions.
REVIEW = ["written", "role", "decision"]
ASKED = sells(DONG_LAI, "Cty NS Mường Bi")


def decided(*rows, files=ASKED):
    return {**files, "@review.csv": csv([REVIEW, *rows])}


DECIDE = ["--decisions", "@review.csv"]
case("decided-on-an-actor", decided(["Cty NS Mường Bi", "buyer", XANH_TAX]), link(DONG_LAI, XANH),
     waits("Cty NS Mường Bi", None, XANH_TAX), options=DECIDE)
case("decided-to-be-new", decided(["Cty NS Mường Bi", "buyer", "mới"]), actors(4),
     node("Cty NS Mường Bi", kind="enterprise"), link(DONG_LAI, "Cty NS Mường Bi"), options=DECIDE)
case("decided-to-be-new-in-english", decided(["Cty NS Mường Bi", "buyer", "new"]), actors(4),
     link(DONG_LAI, "Cty NS Mường Bi"), options=DECIDE)
case("decided-to-be-skipped", decided(["Cty NS Mường Bi", "buyer", "bỏ qua"]), actors(3), links(0),
     passed("Hợp đồng!2"), options=DECIDE)
case("decided-where-a-spreadsheet-dropped-the-zero",
     decided(["Hợp tác xã Lai", "seller", "100109106"], files=sells("Hợp tác xã Lai", XANH)),
     link(DONG_LAI, XANH), options=DECIDE)
case("left-undecided", decided(["Cty NS Mường Bi", "buyer", ""]), actors(3), links(0),
     waiting("Hợp đồng!B2"), options=DECIDE)
case("decided-on-nobody", decided(["Cty NS Mường Bi", "buyer", "DN-99"]),
     says("review.csv:2", "DN-99"), options=DECIDE, status=3)
case("decided-on-what-is-not-asked", decided(["Cty NS Mường Bi", "buyer", XANH_TAX], ["Cty Cũ", "buyer", "new"]),
     link(DONG_LAI, XANH), says("Cty Cũ"), options=DECIDE)
case("decisions-without-their-column",
     {**ASKED, "@review.csv": csv([["written", "role"], ["Cty NS Mường Bi", "buyer"]])},
     says("review.csv", "decision"), options=DECIDE, status=3)
case("decisions-that-are-no-list", {**ASKED, "@review.csv": b"%PDF-1.4 x"}, says("review.csv"),
     options=DECIDE, status=3)
