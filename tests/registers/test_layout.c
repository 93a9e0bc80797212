/* registers/layout.c: headings are found wherever they stand, and say which register a sheet is. */
#include "registers/book.h"

/* "contracts 3-4 cooperative: A seller, B buyer, C? " with ? for what is not known, # for numbers of
 * rows, * for what is there already, - for what is passed over. */
static const char *shown_layout(book *b)
{
    const vcl_layout_column *columns = b->layout.columns.items;

    vcl_text_clear(&b->shown);
    vcl_text_add(&b->shown, b->layout.kind < VCL_REGISTER_COUNT
                                ? vcl_register_at(b->layout.kind)->key
                                : "none");
    vcl_text_add(&b->shown, " ");
    vcl_text_add_integer(&b->shown, b->layout.heading_row);
    vcl_text_add(&b->shown, "-");
    vcl_text_add_integer(&b->shown, b->layout.last_heading_row);
    for (size_t i = 0; i < b->layout.columns.count; i++) {
        const vcl_layout_column *c = &columns[i];
        vcl_text_add(&b->shown, i > 0 ? ", " : ": ");
        vcl_sheet_add_column(&b->shown, c->column);
        vcl_text_add(&b->shown, c->is_passed                   ? "-"
                                : c->repeats < VCL_FIELD_COUNT ? "*"
                                : c->is_ordinal                ? "#"
                                : c->field == VCL_FIELD_COUNT  ? "?"
                                                               : " ");
        if (c->field < VCL_FIELD_COUNT) {
            vcl_text_add(&b->shown, vcl_register_field_at(c->field)->key);
        }
    }
    return vcl_text_bytes(&b->shown);
}

static void assert_layout(const char *name, const char *text, const char *expected)
{
    book b;

    open_book(&b, name, text);
    assert_int_equal(lay_out(&b, NULL), VCL_OK);
    assert_string_equal(shown_layout(&b), expected);
    close_book(&b);
}

static void headings_stand_in_the_first_row_or_below_titles(void **state)
{
    (void)state;
    assert_layout("x", "Tên HTX;Số thành viên\nA;1\n", "organisations 1-1: A name, B members");
    assert_layout("x", "UBND HUYỆN;\nDANH SÁCH HTX NĂM 2025;\n\nSTT;Tên HTX;MST\n1;A;\n",
                  "organisations 4-4: A#, B name, C tax_id");
    assert_layout("x", "Báo cáo;\n;;Tên HTX;Sản phẩm\n;;A;Na\n",
                  "organisations 2-2: C name, D products");
}

static void headings_beyond_the_thirtieth_row_are_not_sought(void **state)
{
    vcl_text text = { 0 };

    (void)state;
    for (int i = 0; i < 30; i++) {
        vcl_text_add(&text, "ghi;chép\n");
    }
    vcl_text_add(&text, "Tên HTX;Số thành viên\nA;1\n");
    assert_layout("x", vcl_text_bytes(&text), "none 0-0");
    vcl_text_release(&text);
}

static void what_has_no_headings_is_no_register(void **state)
{
    (void)state;
    assert_layout("x", "", "none 0-0");
    assert_layout("HTX", "HTX A;65;Bưởi\nHTX B;20;Quýt\n", "none 0-0");
    assert_layout("x", "Nội dung chi;Kinh phí\nTập huấn;100\n", "none 0-0");
    assert_layout("x", "Sản phẩm;Sản lượng\nBưởi;100\n", "none 0-0");
}

static void a_sheet_is_the_register_that_explains_most(void **state)
{
    (void)state;
    assert_layout("x", "Tên HTX;Đơn vị thu mua;Sản phẩm;Ngày ký;Ngày hết hạn\n",
                  "contracts 1-1: A seller, B buyer, C products, D start, E end");
    assert_layout("x", "Tên HTX;Số thành viên;Đơn vị thu mua;Ngày ký;Ngày hết hạn\n",
                  "organisations 1-1: A name, B members, C buyer, D start, E end");
    assert_layout("x", "Tên doanh nghiệp;Mã số thuế;Nhu cầu (tấn)\n",
                  "enterprises 1-1: A name, B tax_id, C demand");
    assert_layout("x", "Họ và tên;Thuộc HTX;Số hộ\n",
                  "members 1-1: A name, B organisation, C count");
    assert_layout("x", "Mã địa bàn;Tên địa bàn;Cấp;Trực thuộc\n",
                  "places 1-1: A id, B name, C level, D parent");
    assert_layout("x", "Tên bộ dữ liệu;Số liệu tính đến ngày\n", "dataset 1-1: A name, B as_of");
}

static void the_name_of_the_sheet_counts_too(void **state)
{
    (void)state;
    assert_layout("San pham", "Mã;Tên\n", "products 1-1: A id, B name");
    assert_layout("Doanh nghiệp", "Tên đơn vị;MST\n", "enterprises 1-1: A name, B tax_id");
    assert_layout("DS HTX", "Tên đơn vị;MST\n", "organisations 1-1: A name, B tax_id");
    assert_layout("Sheet1", "DANH SÁCH DOANH NGHIỆP\n\nTên đơn vị;MST\n",
                  "enterprises 3-3: A name, B tax_id");
    assert_layout("Sản lượng", "Tên HTX;Sản phẩm;Sản lượng (tấn)\n",
                  "outputs 1-1: A actor, B product, C output");
}

static void contracts_need_both_sides(void **state)
{
    (void)state;
    assert_layout("Hợp đồng", "Bên bán;Sản phẩm;Ngày ký\n", "none 0-0");
    assert_layout("x", "Bên bán;Bên mua\n", "contracts 1-1: A seller, B buyer");
}

static void two_columns_of_a_field_are_one(void **state)
{
    (void)state;
    assert_layout("x", "Tên HTX;Số thành viên;Tổng số thành viên;Điện thoại\n",
                  "organisations 1-1: A name, B members, C*, D?");
    assert_layout("x", "Tên HTX;Doanh thu 2023;Doanh thu năm 2024 (tấn);Doanh thu 2022\n",
                  "organisations 1-1: A name, B*, C turnover, D*");
}

static void headings_in_two_rows_are_read_together(void **state)
{
    book b;

    (void)state;
    assert_layout("x", "STT;Bên bán;;Bên mua;;Thời hạn;\n;Tên;Mã;Tên;Mã số thuế;Từ ngày;Đến ngày\n",
                  "contracts 1-2: A#, B seller, C seller_id, D buyer, E buyer_tax_id, F start, "
                  "G end");
    open_book(&b, "x", "TT;Tên HTX;Địa chỉ;;Số TV\n;;Xã;Huyện;\n1;A;X;Y;3\n");
    merge(&b, 1, 2, 1, 1);
    merge(&b, 1, 2, 2, 2);
    merge(&b, 1, 1, 3, 4);
    assert_int_equal(lay_out(&b, NULL), VCL_OK);
    assert_string_equal(shown_layout(&b), "organisations 1-2: A#, B name, C commune, D district, "
                                          "E members");
    close_book(&b);
}

static void a_title_is_no_part_of_headings(void **state)
{
    book b;

    (void)state;
    open_book(&b, "x", "ĐƠN VỊ THU MUA;\nTên doanh nghiệp;MST;Sản phẩm\nA;;Na\n");
    merge(&b, 1, 1, 1, 3);
    assert_int_equal(lay_out(&b, NULL), VCL_OK);
    assert_string_equal(shown_layout(&b), "enterprises 2-2: A name, B tax_id, C products");
    close_book(&b);
}

static void assert_kind_word(const char *name, const char *text, const char *expected)
{
    book b;

    open_book(&b, name, text);
    assert_int_equal(lay_out(&b, NULL), VCL_OK);
    assert_string_equal(b.layout.kind_word != NULL ? b.layout.kind_word : "-", expected);
    close_book(&b);
}

static void the_kind_of_actors_is_in_the_heading_or_the_name(void **state)
{
    (void)state;
    assert_kind_word("x", "Tên HTX;MST\n", "cooperative");
    assert_kind_word("DS THT", "Tên đơn vị;MST\n", "group");
    assert_kind_word("DS THT", "Tên HTX;MST\n", "cooperative");
    assert_kind_word("x", "Tên đơn vị;MST\n", "-");
    assert_kind_word("x", "Tên doanh nghiệp;MST;Nhu cầu (tấn)\n", "-");
}

static void a_mapping_says_what_headings_do_not(void **state)
{
    book b;

    (void)state;
    open_book(&b, "Bảng 3", "Đ.vị;Hộ TV;SL;Số thành viên\nA;65;1;2\n");
    map_book(&b, "{\"sheets\": [{\"sheet\": \"Bảng 3\", \"register\": \"organisations\","
                 " \"kind\": \"group\", \"columns\": {\"đ.VỊ\": \"name\", \"B\": \"members\","
                 " \"SL\": {\"field\": \"output\", \"unit\": \"tấn\"}}}]}");
    assert_int_equal(lay_out(&b, NULL), VCL_OK);
    assert_string_equal(shown_layout(&b), "organisations 1-1: A name, B members, C output, D*");
    assert_string_equal(b.layout.kind_word, "group");
    close_book(&b);
}

static void a_mapping_by_letters_finds_the_first_row_that_has_them(void **state)
{
    book b;

    (void)state;
    open_book(&b, "x", "Bảng;\n;\nmột;hai;ba\nA;65;1\n");
    map_book(&b, "{\"sheets\": [{\"sheet\": \"x\", \"register\": \"organisations\","
                 " \"columns\": {\"A\": \"name\", \"C\": \"members\", \"B\": null}}]}");
    assert_int_equal(lay_out(&b, NULL), VCL_OK);
    assert_string_equal(shown_layout(&b), "organisations 3-3: A name, B-, C members");
    close_book(&b);
}

static void assert_mapping_fails(const char *columns, vcl_message message, const char *place,
                                 const char *possible)
{
    book b;
    vcl_error err = { 0 };
    char json[400];
    char expected[200];

    open_book(&b, "x", "Tên HTX;Số thành viên\nA;65\n");
    snprintf(json, sizeof json,
             "{\"sheets\": [{\"sheet\": \"x\", \"register\": \"organisations\", %s}]}", columns);
    snprintf(expected, sizeof expected, "map.json /sheets/0%s", place);
    map_book(&b, json);
    assert_int_equal(lay_out(&b, &err), VCL_ERROR_INPUT);
    assert_int_equal(err.message, message);
    assert_string_equal(err.arguments[0], expected);
    assert_non_null(strstr(err.arguments[1], possible));
    close_book(&b);
}

static void a_mapping_that_cannot_be_is_refused(void **state)
{
    (void)state;
    assert_mapping_fails("\"columns\": {\"Tên HTX\": \"nmae\"}", VCL_MSG_MAPPING_UNKNOWN_FIELD,
                         "/columns/Tên HTX: \"nmae\"", "id, name, kind");
    assert_mapping_fails("\"columns\": {\"Tên\": \"name\"}", VCL_MSG_MAPPING_NO_COLUMN,
                         "/columns/Tên", "Tên HTX, Số thành viên");
    assert_mapping_fails("\"columns\": {\"B\": {\"field\": \"members\", \"unit\": \"tấn\"}}",
                         VCL_MSG_MAPPING_UNKNOWN_UNIT, "/columns/B: \"tấn\"", "hộ");
    assert_mapping_fails("\"columns\": {\"A\": {\"field\": \"name\", \"unit\": \"kg\"}}",
                         VCL_MSG_MAPPING_UNKNOWN_UNIT, "/columns/A: \"kg\"", "null");
    assert_mapping_fails("\"heading_row\": 9, \"columns\": {\"A\": \"name\"}",
                         VCL_MSG_MAPPING_WRONG_ROW, "/heading_row: 9", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headings_stand_in_the_first_row_or_below_titles),
        cmocka_unit_test(headings_beyond_the_thirtieth_row_are_not_sought),
        cmocka_unit_test(what_has_no_headings_is_no_register),
        cmocka_unit_test(a_sheet_is_the_register_that_explains_most),
        cmocka_unit_test(the_name_of_the_sheet_counts_too),
        cmocka_unit_test(contracts_need_both_sides),
        cmocka_unit_test(two_columns_of_a_field_are_one),
        cmocka_unit_test(headings_in_two_rows_are_read_together),
        cmocka_unit_test(a_title_is_no_part_of_headings),
        cmocka_unit_test(the_kind_of_actors_is_in_the_heading_or_the_name),
        cmocka_unit_test(a_mapping_says_what_headings_do_not),
        cmocka_unit_test(a_mapping_by_letters_finds_the_first_row_that_has_them),
        cmocka_unit_test(a_mapping_that_cannot_be_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
