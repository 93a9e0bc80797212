/* registers/sheet_rows.c, column.c, row_kind.c: rows of a sheet as typed values; what is no record and
 * what could not be read is named. */
#include "registers/book.h"

static void rows_are_read_as_their_columns_say(void **state)
{
    (void)state;
    assert_read("HTX",
                "STT;Mã;Tên HTX;Mã số thuế;Loại hình;Xã;Số thành viên;Năm thành lập\n"
                "1;007; Đông Lai ;0100109106;HTX;Đông Lai;1.065;5/2017\n"
                "2;08;Tử Nê;;tổ hợp tác;;;2019\n",
                "2: id=007 name=Đông Lai kind=cooperative tax_id=0100109106 commune=Đông Lai "
                "members=1065 founded=2017-05; 3: id=08 name=Tử Nê kind=group founded=2019",
                "");
    assert_read("Hợp đồng",
                "Bên bán;Bên mua;Sản phẩm;Khối lượng (tấn);Giá trị;Hợp đồng;Từ ngày;Đến ngày\n"
                "A;B;Bưởi (120 tấn), quýt;1.234,5;1,2 tỷ;12/2024/HĐ-LK;31/1/2025;12/2027\n"
                "C;D;-;12 tạ;550 triệu;miệng;2025-02-03;không thời hạn\n",
                "2: seller=A buyer=B products=Bưởi (120 tấn), quýt volume=1234500 kg "
                "value=1200000000 contract=written start=2025-01-31 end=2027-12-31; "
                "3: seller=C buyer=D volume=1200 kg value=550000000 contract=oral "
                "start=2025-02-03 end=without an end",
                "");
}

static void places_on_earth_and_flags_are_read(void **state)
{
    (void)state;
    assert_read("HTX", "Tên HTX;Vĩ độ;Kinh độ;Công nghệ cao;Diện tích\nA;20,612;105,25;x;25,5\n",
                "2: name=A high_tech=yes area=25.5 ha latitude=20.612 longitude=105.25", "");
    assert_read("HTX", "Tên HTX;Vĩ độ;Kinh độ\nA;105,25;205,1\nB;-90;180\n",
                "2: name=A; 3: name=B latitude=-90 longitude=180",
                "B2 CELL_NOT_DEGREES; C2 CELL_NOT_DEGREES");
}

static void what_cannot_be_read_is_named(void **state)
{
    (void)state;
    assert_read("HTX",
                "Tên HTX;Mã số thuế;Số thành viên;Sản lượng;Trạng thái;Ngày hết hạn\n"
                "A;0100109107;nhiều;120;??;31/02/2027\nB;;-5;85 tấn;giải thể;\n",
                "2: name=A; 3: name=B status=dissolved output=85000 kg",
                "B2 CELL_TAX_CODE_CHECK; C2 CELL_NOT_NUMBER; D2 CELL_UNIT_MISSING; E2 "
                "CELL_NOT_WORD; F2 CELL_NO_SUCH_DAY; C3 CELL_NEGATIVE");
}

static void a_unit_of_the_heading_that_we_refuse_is_the_reason(void **state)
{
    (void)state;
    assert_read("HTX", "Tên HTX;Diện tích (sào);Sản lượng (tấn/vụ)\nA;12;5\nB;2 ha;6 kg\n",
                "2: name=A; 3: name=B output=6 kg area=2 ha",
                "B2 CELL_UNIT_REGIONAL; C2 CELL_UNIT_PERIOD");
}

static void sections_are_known_where_a_mapping_passes_their_numbers_over(void **state)
{
    book b;

    (void)state;
    open_book(&b, "x", "TT;Tên HTX;Số thành viên\nI;Huyện A;9\n1;A;5\n");
    map_book(&b, "{\"sheets\": [{\"sheet\": \"x\", \"register\": \"organisations\", "
                 "\"columns\": {\"TT\": null}}]}");
    assert_int_equal(read_book(&b, VCL_MARK_UNKNOWN, NULL), VCL_OK);
    assert_string_equal(shown_rows(&b), "3: name=A members=5");
    close_book(&b);
    assert_read("x", ";Tên HTX;Số thành viên\nII;Huyện A;9\n1;A;5\n", "3: name=A members=5",
                "2 ROW_SECTION");
    assert_read("x", "Nhóm;Tên HTX;Số thành viên\nA;B;9\n", "2: name=B members=9", "");
}

static void a_unit_above_the_table_is_that_of_columns_without_one(void **state)
{
    (void)state;
    assert_read(
        "HTX",
        "DANH SÁCH\n(Đơn vị tính: triệu đồng, tấn)\nTên HTX;Doanh thu;Sản lượng (kg);Nhu cầu\n"
        "A;5;6;7\n",
        "4: name=A output=6 kg demand=7000 kg turnover=5000000", "");
    assert_read("HTX", "ĐVT: con\nTên HTX;Doanh thu\nA;5\n", "3: name=A",
                "B3 CELL_UNIT_MISSING_MONEY");
}

static void totals_are_passed_over(void **state)
{
    (void)state;
    assert_read("HTX",
                "STT;Tên HTX;Số thành viên\n1;Tổng công ty Lương thực;5\nCộng:;;5\n2;B;3\n"
                ";TỔNG CỘNG;8\nTổng số: 2 HTX;;8\n",
                "2: name=Tổng công ty Lương thực members=5; 4: name=B members=3",
                "3 ROW_TOTAL; 5 ROW_TOTAL; 6 ROW_TOTAL");
    assert_read("HTX", "Tên HTX;Số thành viên\nA;5\n;5\n", "2: name=A members=5",
                "3 ROW_TOTAL_UNNAMED");
}

static void sections_are_passed_over(void **state)
{
    (void)state;
    assert_read(
        "HTX",
        "STT;Tên HTX;Số thành viên\nI;Huyện Tân Lạc;9\n1;A;5\n;II. Huyện Cao Phong;\n2;B;4\n"
        "Xã Nam Sơn;;\n3;C;4\n",
        "3: name=A members=5; 5: name=B members=4; 7: name=C members=4",
        "2 ROW_SECTION; 4 ROW_SECTION; 6 ROW_SECTION");
    assert_read("Địa bàn", "Tên địa bàn;Cấp\nXã Nam Sơn;\n", "2: name=Xã Nam Sơn", "");
}

static void headings_again_and_numbers_of_columns_are_passed_over(void **state)
{
    (void)state;
    assert_read(
        "HTX",
        "STT;Tên HTX;Số thành viên\nA;(1);(2)=(1)x2\n1;X;5\nSTT;Tên HTX;Số thành viên\n2;Y;6\n",
        "3: name=X members=5; 5: name=Y members=6", "2 ROW_NUMBERS; 4 ROW_HEADINGS");
    assert_read("Mã", "Mã;Tên HTX;Số thành viên\n1;2;4\n", "2: id=1 name=2 members=4", "");
}

static void remarks_below_are_passed_over(void **state)
{
    (void)state;
    assert_read("HTX",
                "Tên HTX;Số thành viên;Sản phẩm\nA;5;Na\nGhi chú: tạm tính;;\n\n"
                ";;Tân Lạc, ngày 31 tháng 12 năm 2025\nBùi Thị Hoa;;Đinh Văn Nam\n",
                "2: name=A members=5 products=Na", "3 ROW_REMARK; 5 ROW_REMARK; 6 ROW_REMARK");
}

static void the_example_of_the_template_is_passed_over_as_long_as_it_is_untouched(void **state)
{
    char text[400];
    const vcl_register_field_definition *id = vcl_register_field_at(VCL_FIELD_PRODUCTS_ID);
    const vcl_register_field_definition *name = vcl_register_field_at(VCL_FIELD_PRODUCTS_NAME);

    (void)state;
    for (int i = 0; i < 2; i++) {
        snprintf(text, sizeof text, "Mã sản phẩm;Tên sản phẩm\n%s;%s\nna;Na\n", id->example[i],
                 name->example[i]);
        assert_read("Sản phẩm", text, "3: id=na name=Na", "2 ROW_EXAMPLE");
        snprintf(text, sizeof text, "Mã sản phẩm;Tên sản phẩm\n%s;Na\n", id->example[i]);
        char expected[100];
        snprintf(expected, sizeof expected, "2: id=%s name=Na", id->example[i]);
        assert_read("Sản phẩm", text, expected, "");
    }
}

static void a_second_table_is_named_not_read(void **state)
{
    (void)state;
    assert_read("HTX",
                "Tên HTX;Số thành viên;Sản phẩm\nA;5;Na\n\nTên doanh nghiệp;Mã số thuế;Nhu cầu\n"
                "B;;7\n",
                "2: name=A members=5 products=Na", "4 ROW_OTHER_TABLE; 5 ROW_OTHER_TABLE");
    assert_read("HTX", "Tên HTX;Số thành viên;Sản phẩm\n\nHTX;x;Sản phẩm\n", "", "3 ROW_HEADINGS");
}

static void a_row_of_nobody_is_named(void **state)
{
    (void)state;
    assert_read("HTX", "Mã;Tên HTX;Số thành viên;Sản phẩm\n;;5;Na\n1;A;6;\n;B;;\n",
                "3: id=1 name=A members=6; 4: name=B", "2 ROW_WITHOUT_KEY");
    assert_read("HTX", "Tên HTX;Số thành viên\n;nhiều\nA;1\n", "3: name=A members=1",
                "2 ROW_WITHOUT_VALUES; B2 CELL_NOT_NUMBER");
}

static void rows_merged_under_a_name_go_on_with_it(void **state)
{
    book b;

    (void)state;
    open_book(
        &b, "HTX",
        "Tên HTX;Xã;Số thành viên;Sản phẩm;Sản lượng (tấn)\nA;X;65;Na;5\n;;;Mía;6\nB;;9;Na;7\n"
        "C;;;Na;8\n");
    merge(&b, 2, 3, 1, 1);
    merge(&b, 2, 4, 2, 2);
    merge(&b, 2, 3, 3, 3);
    merge(&b, 4, 5, 3, 3);
    assert_int_equal(read_book(&b, VCL_MARK_UNKNOWN, NULL), VCL_OK);
    assert_string_equal(shown_rows(&b),
                        "2: name=A commune=X members=65 products=Na output=5000 kg; "
                        "3+2: name=A commune=X products=Mía output=6000 kg; "
                        "4: name=B commune=X products=Na output=7000 kg; "
                        "5: name=C products=Na output=8000 kg");
    assert_string_equal(shown_log(&b), "C4 CELL_MERGED_AMOUNT");
    close_book(&b);
}

static void a_row_merged_over_its_columns_is_a_section(void **state)
{
    book b;

    (void)state;
    open_book(&b, "HTX", "Tên HTX;Số thành viên\nPhía bắc;\nA;5\n");
    merge(&b, 2, 2, 1, 2);
    assert_int_equal(read_book(&b, VCL_MARK_UNKNOWN, NULL), VCL_OK);
    assert_string_equal(shown_rows(&b), "3: name=A members=5");
    assert_string_equal(shown_log(&b), "2 ROW_SECTION");
    close_book(&b);
}

static void assert_marked(vcl_decimal_mark mark, const char *undecided, const char *rows)
{
    book b;

    open_book(&b, "HTX", "Tên HTX;Sản lượng (tấn);Sản phẩm\nA;1.234;Na (1.500 tấn)\nB;2.500;\n");
    assert_int_equal(read_book(&b, mark, NULL), VCL_OK);
    assert_string_equal(vcl_text_bytes(&b.undecided), undecided);
    assert_string_equal(shown_rows(&b), rows);
    close_book(&b);
}

static void numbers_that_can_be_read_in_two_ways_are_asked_about(void **state)
{
    (void)state;
    assert_marked(VCL_MARK_UNKNOWN,
                  "book.csv, C2 \"Na (1.500 tấn)\"; book.csv, B2 \"1.234\", B3 \"2.500\"",
                  "2: name=A products=Na (1.500 tấn); 3: name=B");
    assert_marked(VCL_MARK_COMMA, "",
                  "2: name=A products=Na (1.500 tấn) output=1234000 kg; "
                  "3: name=B output=2500000 kg");
    assert_marked(VCL_MARK_POINT, "",
                  "2: name=A products=Na (1.500 tấn) output=1234 kg; 3: name=B output=2500 kg");
}

static void one_cell_tells_for_its_column(void **state)
{
    (void)state;
    assert_read("HTX", "Tên HTX;Sản lượng (kg);Số thành viên\nA;1.234;1.234\nB;0,5;7\n",
                "2: name=A members=1234 output=1234 kg; 3: name=B members=7 output=0.5 kg", "");
    assert_read("HTX", "Tên HTX;Sản lượng (kg)\nA;1.234\nB;1.234,5\nC;1,234.5\n",
                "2: name=A; 3: name=B; 4: name=C",
                "B2 CELL_DECIMAL_BOTH; B3 CELL_DECIMAL_BOTH; B4 CELL_DECIMAL_BOTH");
}

static void a_mapping_says_unit_and_mark(void **state)
{
    book b;

    (void)state;
    open_book(&b, "x", "Tên HTX;SL\nA;1.234\n");
    map_book(&b, "{\"sheets\": [{\"sheet\": \"x\", \"register\": \"organisations\", \"columns\": "
                 "{\"SL\": {\"field\": \"output\", \"unit\": \"tạ\", \"decimal\": \"comma\"}}}]}");
    assert_int_equal(read_book(&b, VCL_MARK_POINT, NULL), VCL_OK);
    assert_string_equal(shown_rows(&b), "2: name=A output=123400 kg");
    close_book(&b);
}

static void amounts_of_products_know_their_column(void **state)
{
    book b;

    (void)state;
    open_book(&b, "HTX", "Tên HTX;Sản phẩm (tấn)\nA;Na: 1,5\n");
    assert_int_equal(read_book(&b, VCL_MARK_UNKNOWN, NULL), VCL_OK);
    const vcl_entry *entry =
        vcl_row_entry(&b.rows, b.rows.rows.items, VCL_FIELD_ORGANISATIONS_PRODUCTS);
    assert_non_null(entry);
    assert_int_equal(entry->amounts->quantity, VCL_QUANTITY_MASS);
    assert_true(entry->amounts->has_unit);
    assert_int_equal(entry->amounts->power, 3);
    assert_null(vcl_row_entry(&b.rows, b.rows.rows.items, VCL_FIELD_ORGANISATIONS_OUTPUT));
    close_book(&b);
}

static void text_is_nfc_on_one_line(void **state)
{
    (void)state;
    assert_read("HTX",
                "Tên HTX;Sản phẩm\n\"\xC2\xA0"
                "Đo\xCC\x82ng\nLai \";\"Na\nMía\"\n",
                "2: name=Đông Lai products=Na\nMía", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_read_as_their_columns_say),
        cmocka_unit_test(places_on_earth_and_flags_are_read),
        cmocka_unit_test(what_cannot_be_read_is_named),
        cmocka_unit_test(a_unit_of_the_heading_that_we_refuse_is_the_reason),
        cmocka_unit_test(sections_are_known_where_a_mapping_passes_their_numbers_over),
        cmocka_unit_test(a_unit_above_the_table_is_that_of_columns_without_one),
        cmocka_unit_test(totals_are_passed_over),
        cmocka_unit_test(sections_are_passed_over),
        cmocka_unit_test(headings_again_and_numbers_of_columns_are_passed_over),
        cmocka_unit_test(remarks_below_are_passed_over),
        cmocka_unit_test(the_example_of_the_template_is_passed_over_as_long_as_it_is_untouched),
        cmocka_unit_test(a_second_table_is_named_not_read),
        cmocka_unit_test(a_row_of_nobody_is_named),
        cmocka_unit_test(rows_merged_under_a_name_go_on_with_it),
        cmocka_unit_test(a_row_merged_over_its_columns_is_a_section),
        cmocka_unit_test(numbers_that_can_be_read_in_two_ways_are_asked_about),
        cmocka_unit_test(one_cell_tells_for_its_column),
        cmocka_unit_test(a_mapping_says_unit_and_mark),
        cmocka_unit_test(amounts_of_products_know_their_column),
        cmocka_unit_test(text_is_nfc_on_one_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
