/* import/quantity and import/unit: figures with their units. */
#include "values/quantity.h"

#include "values/read.h"

typedef struct cell {
    const char *text;
    const char *heading;
    vcl_quantity quantity;
    double expected;
} cell;

static const cell cells[] = {
    { "550 triệu", "Giá trị", VCL_QUANTITY_MONEY, 550e6 },
    { "550 triệu đồng", "Giá trị", VCL_QUANTITY_MONEY, 550e6 },
    { "550 triệu VNĐ", "Giá trị", VCL_QUANTITY_MONEY, 550e6 },
    { "5,9 tỷ", "Giá trị", VCL_QUANTITY_MONEY, 5.9e9 },
    { "1,2 tỉ", "Giá trị", VCL_QUANTITY_MONEY, 1.2e9 },
    { "5,9 TỶ ĐỒNG", "Giá trị", VCL_QUANTITY_MONEY, 5.9e9 },
    { "300 nghìn", "Giá trị", VCL_QUANTITY_MONEY, 300e3 },
    { "300 ngàn đồng", "Giá trị", VCL_QUANTITY_MONEY, 300e3 },
    { "300k", "Giá trị", VCL_QUANTITY_MONEY, 300e3 },
    { "1,5 nghìn tỷ", "Giá trị", VCL_QUANTITY_MONEY, 1.5e12 },
    { "1 tỷ 200 triệu", "Giá trị", VCL_QUANTITY_MONEY, 1.2e9 },
    { "2 tỷ 50 triệu 300 nghìn", "Giá trị", VCL_QUANTITY_MONEY, 2050300e3 },
    { "12.500.000 đ", "Giá trị", VCL_QUANTITY_MONEY, 12.5e6 },
    { "12.500.000đ", "Giá trị", VCL_QUANTITY_MONEY, 12.5e6 },
    { "5.900", "Doanh thu (triệu đồng)", VCL_QUANTITY_MONEY, 5.9e9 },
    { "5.900", "Doanh thu (Tr.đ)", VCL_QUANTITY_MONEY, 5.9e9 },
    { "5,9", "Doanh thu (tỷ đồng/năm)", VCL_QUANTITY_MONEY, 5.9e9 },
    { "5,9 tỷ", "Doanh thu (triệu đồng)", VCL_QUANTITY_MONEY, 5.9e9 },
    { "5.900", "Doanh thu, ĐVT: triệu đồng", VCL_QUANTITY_MONEY, 5.9e9 },
    { "120 tấn", "Sản lượng", VCL_QUANTITY_MASS, 120e3 },
    { "120 Tấn/năm", "Sản lượng", VCL_QUANTITY_MASS, 120e3 },
    { "120 tấn / năm", "Sản lượng", VCL_QUANTITY_MASS, 120e3 },
    { "1,5 nghìn tấn", "Sản lượng", VCL_QUANTITY_MASS, 1.5e6 },
    { "45 tạ", "Sản lượng", VCL_QUANTITY_MASS, 4500 },
    { "7 yến", "Sản lượng", VCL_QUANTITY_MASS, 70 },
    { "500 kg", "Sản lượng (tấn)", VCL_QUANTITY_MASS, 500 },
    { "500KG", "Sản lượng (tấn)", VCL_QUANTITY_MASS, 500 },
    { "1 tấn 200 kg", "Sản lượng", VCL_QUANTITY_MASS, 1200 },
    { "120", "Sản lượng (tấn)", VCL_QUANTITY_MASS, 120e3 },
    { "120,25", "Sản lượng (tấn/năm)", VCL_QUANTITY_MASS, 120250 },
    { "0,3", "SẢN LƯỢNG (TẤN)", VCL_QUANTITY_MASS, 300 },
    { "120", "Sản lượng (2025) (tạ)", VCL_QUANTITY_MASS, 12000 },
    { "120", "San luong (tan)", VCL_QUANTITY_MASS, 120e3 },
    { "120", "Output (kg)", VCL_QUANTITY_MASS, 120 },
    { "12,5 ha", "Diện tích", VCL_QUANTITY_AREA, 12.5 },
    { "12,5", "Diện tích (ha)", VCL_QUANTITY_AREA, 12.5 },
    { "5.000 m2", "Diện tích", VCL_QUANTITY_AREA, 0.5 },
    { "5.000 m²", "Diện tích", VCL_QUANTITY_AREA, 0.5 },
    { "5.000", "Diện tích (m2)", VCL_QUANTITY_AREA, 0.5 },
    { "1 ha 2000 m2", "Diện tích", VCL_QUANTITY_AREA, 1.2 },
    { "65", "Số thành viên", VCL_QUANTITY_COUNT, 65 },
    { "1.250", "Số thành viên", VCL_QUANTITY_COUNT, 1250 },
    { "65 thành viên", "Quy mô", VCL_QUANTITY_COUNT, 65 },
    { "65 hộ", "Quy mô", VCL_QUANTITY_COUNT, 65 },
    { "12,5%", "Tỷ lệ", VCL_QUANTITY_SHARE, 0.125 },
    { "12,5 %", "Tỷ lệ", VCL_QUANTITY_SHARE, 0.125 },
    { "12,5", "Tỷ lệ (%)", VCL_QUANTITY_SHARE, 0.125 },
    { "80 phần trăm", "Tỷ lệ", VCL_QUANTITY_SHARE, 0.8 },
};

static vcl_quantity_column column_of(const char *heading, vcl_quantity quantity)
{
    vcl_quantity_column column = { .quantity = quantity, .decimal = VCL_DECIMAL_COMMA };
    vcl_reading reading = { 0 };

    column.has_unit = vcl_unit_of_heading(lower(heading), quantity, &column.power, &reading);
    return column;
}

static void figures_are_read_in_the_unit_of_the_dataset(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        vcl_quantity_column column = column_of(cells[i].heading, cells[i].quantity);
        double value = 0;
        vcl_reading reading = vcl_quantity_read(lower(cells[i].text), &column, &value);
        if (!reading.understood || value != cells[i].expected) {
            fail_msg("%s under %s: %.17g, %s", cells[i].text, cells[i].heading, value,
                     vcl_message_template(reading.message, VCL_ENGLISH));
        }
    }
}

static void assert_refused(const char *text, const char *heading, vcl_quantity quantity,
                           vcl_message why)
{
    vcl_quantity_column column = column_of(heading, quantity);
    double value = 0;
    vcl_reading reading = vcl_quantity_read(lower(text), &column, &value);

    assert_false(reading.understood);
    assert_says(text, reading, why);
}

static void what_is_not_one_figure_says_why(void **state)
{
    (void)state;
    assert_refused("120", "Sản lượng", VCL_QUANTITY_MASS, VCL_MSG_CELL_UNIT_MISSING);
    assert_refused("12", "Tỷ lệ", VCL_QUANTITY_SHARE, VCL_MSG_CELL_UNIT_MISSING);
    assert_refused("khoảng 50 tấn", "Sản lượng", VCL_QUANTITY_MASS, VCL_MSG_CELL_NOT_EXACT);
    assert_refused("~50 tấn", "Sản lượng", VCL_QUANTITY_MASS, VCL_MSG_CELL_NOT_EXACT);
    assert_refused("≥ 50 tấn", "Sản lượng", VCL_QUANTITY_MASS, VCL_MSG_CELL_NOT_EXACT);
    assert_refused("50-60 tấn", "Sản lượng", VCL_QUANTITY_MASS, VCL_MSG_CELL_NOT_EXACT);
    assert_refused("50 – 60", "Sản lượng (tấn)", VCL_QUANTITY_MASS, VCL_MSG_CELL_NOT_EXACT);
    assert_refused("50 đến 60", "Sản lượng (tấn)", VCL_QUANTITY_MASS, VCL_MSG_CELL_NOT_EXACT);
    assert_refused("200 kg 1 tấn", "Sản lượng", VCL_QUANTITY_MASS, VCL_MSG_CELL_NOT_EXACT);
    assert_refused("1 tỷ 2", "Giá trị", VCL_QUANTITY_MONEY, VCL_MSG_CELL_UNIT_UNKNOWN);
    assert_refused("3 sào", "Diện tích", VCL_QUANTITY_AREA, VCL_MSG_CELL_UNIT_REGIONAL);
    assert_refused("2 mẫu", "Diện tích (ha)", VCL_QUANTITY_AREA, VCL_MSG_CELL_UNIT_REGIONAL);
    assert_refused("5 công", "Diện tích (ha)", VCL_QUANTITY_AREA, VCL_MSG_CELL_UNIT_REGIONAL);
    assert_refused("30 tấn/vụ", "Sản lượng", VCL_QUANTITY_MASS, VCL_MSG_CELL_UNIT_PERIOD);
    assert_refused("3 triệu/tháng", "Doanh thu", VCL_QUANTITY_MONEY, VCL_MSG_CELL_UNIT_PERIOD);
    assert_refused("30 thùng", "Sản lượng", VCL_QUANTITY_MASS, VCL_MSG_CELL_UNIT_UNKNOWN);
    assert_refused("30 tá", "Sản lượng", VCL_QUANTITY_MASS, VCL_MSG_CELL_UNIT_UNKNOWN);
    assert_refused("30 tạ/ha", "Sản lượng", VCL_QUANTITY_MASS, VCL_MSG_CELL_UNIT_UNKNOWN);
    assert_refused("500 USD", "Giá trị", VCL_QUANTITY_MONEY, VCL_MSG_CELL_UNIT_UNKNOWN);
    assert_refused("550 triệu", "Sản lượng (tấn)", VCL_QUANTITY_MASS, VCL_MSG_CELL_UNIT_UNKNOWN);
    assert_refused("120 tấn", "Giá trị", VCL_QUANTITY_MONEY, VCL_MSG_CELL_UNIT_UNKNOWN);
    assert_refused("6,5", "Số thành viên", VCL_QUANTITY_COUNT, VCL_MSG_CELL_NOT_WHOLE);
    assert_refused("nhiều", "Sản lượng (tấn)", VCL_QUANTITY_MASS, VCL_MSG_CELL_NOT_NUMBER);
}

static void a_heading_with_a_unit_we_refuse_says_so(void **state)
{
    int power = 0;
    vcl_reading reading = { 0 };

    (void)state;
    assert_false(
        vcl_unit_of_heading(lower("Diện tích (sào)"), VCL_QUANTITY_AREA, &power, &reading));
    assert_false(reading.understood);
    assert_says("(sào)", reading, VCL_MSG_CELL_UNIT_REGIONAL);
    assert_false(
        vcl_unit_of_heading(lower("Doanh thu (ước)"), VCL_QUANTITY_MONEY, &power, &reading));
    assert_true(reading.understood);
    assert_false(vcl_unit_of_heading(lower("Ghi chú)"), VCL_QUANTITY_MONEY, &power, &reading));
    assert_false(vcl_unit_of_heading(lower(""), VCL_QUANTITY_MONEY, &power, &reading));
}

static void a_number_takes_the_unit_of_its_column(void **state)
{
    vcl_quantity_column column = column_of("Sản lượng (tấn)", VCL_QUANTITY_MASS);
    double value = 0;

    (void)state;
    assert_true(vcl_quantity_of_number(12.345, &column, &value).understood);
    assert_true(value == 12345.0);
    assert_says("nan", vcl_quantity_of_number((double)NAN, &column, &value),
                VCL_MSG_CELL_NOT_NUMBER);
    column.has_unit = false;
    assert_says("12", vcl_quantity_of_number(12, &column, &value), VCL_MSG_CELL_UNIT_MISSING);
}

static void blanks_say_nothing(void **state)
{
    (void)state;
    assert_true(vcl_reading_is_blank(lower("")));
    assert_true(vcl_reading_is_blank(lower("  ")));
    assert_true(vcl_reading_is_blank(lower(" - ")));
    assert_true(vcl_reading_is_blank(lower("Không rõ")));
    assert_false(vcl_reading_is_blank(lower("0")));
    assert_true(vcl_reading_is_none(lower("Không có ")));
    assert_true(vcl_reading_is_none(lower("Chưa")));
    assert_false(vcl_reading_is_none(lower("Không Gian Xanh")));
    assert_false(vcl_reading_is_blank(lower("không")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_are_read_in_the_unit_of_the_dataset),
        cmocka_unit_test(what_is_not_one_figure_says_why),
        cmocka_unit_test(a_heading_with_a_unit_we_refuse_says_so),
        cmocka_unit_test(a_number_takes_the_unit_of_its_column),
        cmocka_unit_test(blanks_say_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
