/* import/: any sheet is read without harm, and no row of it is lost: each is read or named. */
#include "registers/book.h"

#include "support/chance.h"

static const char *const headings[] = {
    "STT",
    "Mã",
    "Tên HTX",
    "Mã số thuế",
    "Xã",
    "Bên mua",
    "Bên bán",
    "Sản phẩm",
    "Sản lượng",
    "Doanh thu (EUR)",
    "Vĩ độ",
    "Số thành viên",
    "Ngày ký",
    "Đến ngày",
    "Năm thành lập",
    "Trạng thái",
    "OCOP",
    "Họ và tên",
    "Hợp đồng",
    "Tên",
    "Điện thoại",
    "",
    "Số hộ",
    "Sản lượng (tấn)",
    "Tên sản phẩm",
    "Diện tích (sào)",
};

static const char *const values[] = {
    "",           "",
    "1",          "2",
    "I",          "II. Xã A",
    "Tổng cộng",  "Ghi chú: x",
    "(1)",        "-",
    "1.234",      "1,234.5",
    "12 tấn",     "5 tỷ",
    "0100109106", "HTX Đông Lai",
    "x",          "31/12/2025",
    "12/2025",    "2017",
    "khoảng 5",   "#N/A",
    " ",          "\xC2\xA0",
    "20,61",      "Na; Bưởi (5 tấn)",
    "Huyện X",    "có",
    "1,23E+12",   "Tên HTX",
};

static void add_row(struct chance *chance, vcl_text *text, uint32_t columns,
                    const char *const *pieces, uint32_t count)
{
    for (uint32_t i = 0; i < columns; i++) {
        vcl_text_add(text, i > 0 ? "\t" : "");
        vcl_text_add(text, pieces[any_of(chance, count)]);
    }
    vcl_text_add(text, "\n");
}

static void make_sheet(struct chance *chance, vcl_text *text)
{
    uint32_t columns = 1 + any_of(chance, 8);

    vcl_text_clear(text);
    for (uint32_t i = any_of(chance, 3); i > 0; i--) {
        vcl_text_add(text, "DANH SÁCH HTX\n");
    }
    for (uint32_t i = 1 + any_of(chance, 2); i > 0; i--) {
        add_row(chance, text, columns, headings, sizeof headings / sizeof *headings);
    }
    for (uint32_t i = any_of(chance, 12); i > 0; i--) {
        add_row(chance, text, columns + any_of(chance, 2), values, sizeof values / sizeof *values);
    }
}

static void merge_some(struct chance *chance, book *b)
{
    uint32_t column = 1 + any_of(chance, 3);

    for (uint32_t i = any_of(chance, 3); i > 0; i--) {
        uint32_t row = 1 + any_of(chance, 6);
        merge(b, row, row + any_of(chance, 4), column, column + any_of(chance, 2));
        column += 1 + any_of(chance, 2);
    }
}

/* Rows below the headings that hold more than white space. */
static size_t rows_of(const book *b)
{
    size_t count = 0;

    for (size_t i = 0; i < sheet_of(b)->rows.count; i++) {
        const vcl_sheet_row *row = vcl_sheet_row_at(sheet_of(b), i);
        bool holds = false;
        for (size_t j = 0; j < row->count; j++) {
            holds = holds || strcmp(vcl_sheet_cell_of(sheet_of(b), row, j)->text, " ") != 0;
        }
        count += holds && row->number > b->layout.last_heading_row;
    }
    return count;
}

/* The entries of a row stand by field, each once, and its rows by number. */
static void assert_ordered(const book *b)
{
    const vcl_row *rows = b->rows.rows.items;
    const vcl_entry *entries = b->rows.entries.items;

    for (size_t i = 0; i < b->rows.rows.count; i++) {
        assert_true(rows[i].count > 0);
        assert_true(i == 0 || rows[i].number > rows[i - 1].number);
        assert_true(rows[i].continues == VCL_NONE || rows[i].continues < i);
        for (uint32_t j = 1; j < rows[i].count; j++) {
            assert_true(entries[rows[i].first + j].field > entries[rows[i].first + j - 1].field);
        }
    }
}

static void no_row_of_any_sheet_is_lost(void **state)
{
    struct chance chance = { 7 };
    vcl_text text = { 0 };
    size_t registers = 0;

    (void)state;
    for (int i = 0; i < 2000; i++) {
        book b;
        make_sheet(&chance, &text);
        open_book(&b, happens(&chance, 50) ? "HTX" : "S", vcl_text_bytes(&text));
        merge_some(&chance, &b);
        assert_int_equal(lay_out(&b, NULL), VCL_OK);
        if (b.layout.kind < VCL_REGISTER_COUNT) {
            vcl_sheet_layout_release(&b.layout);
            vcl_sheet_layout_init(&b.layout);
            assert_int_equal(read_book(&b, (vcl_decimal_mark)any_of(&chance, 3), NULL), VCL_OK);
            assert_int_equal(b.rows.rows.count + b.rows.named, rows_of(&b));
            assert_ordered(&b);
            registers++;
        }
        close_book(&b);
    }
    assert_true(registers > 500);
    vcl_text_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(no_row_of_any_sheet_is_lost) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
