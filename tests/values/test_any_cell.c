/* import/: any bytes in a cell are read without harm, and what is understood is usable. */
#include "names/name.h"
#include "values/code.h"
#include "values/day.h"
#include "values/flag.h"
#include "values/list.h"
#include "values/quantity.h"

#include <string.h>

#include "base/unicode.h"
#include "support/assert.h"
#include "support/chance.h"

static const char *const pieces[] = {
    "1",
    "0",
    "12",
    "500",
    ".",
    ",",
    " ",
    "-",
    "/",
    "'",
    "(",
    ")",
    ":",
    ";",
    "\n",
    "%",
    "tấn",
    "tỷ",
    "triệu",
    "kg",
    "ha",
    "m2",
    "ngày",
    "tháng",
    "năm",
    "t",
    "2025",
    "31",
    "và",
    "&",
    "+",
    "HTX",
    "NN",
    "DV",
    "hợp tác xã",
    "Công",
    "ty",
    "TNHH",
    "cp",
    "\xFF",
    "\xCC\x81",
    "\x01",
    "Đ",
    "oà",
    "E+",
    "99999999999",
    "’",
    "−",
    "khoảng",
    "sào",
    "9007199254740993",
    "\xE2\x80\xAE",
};

static size_t any_cell(struct chance *chance, char *buffer, size_t room)
{
    size_t size = 0;

    for (uint32_t left = any_of(chance, 12); left > 0; left--) {
        const char *piece = pieces[any_of(chance, sizeof pieces / sizeof *pieces)];
        size_t more = strlen(piece);
        if (size + more < room) {
            memcpy(buffer + size, piece, more);
            size += more;
        }
    }
    if (happens(chance, 5) && size < room) {
        buffer[size++] = '\0';
    }
    return size;
}

static void read_values(struct chance *chance, vcl_slice lower)
{
    double value = 0.0;
    bool flag = false;
    vcl_date date = 0;
    char text[VCL_DATE_SIZE];
    vcl_quantity_column column = { (vcl_quantity)any_of(chance, 5), (vcl_decimal)any_of(chance, 5),
                                   happens(chance, 50), 3 };
    vcl_day_column days = { (vcl_day_order)any_of(chance, 3), happens(chance, 50),
                            happens(chance, 50) };
    vcl_decimal_evidence evidence = { 0 };
    vcl_day_evidence order = { 0 };

    vcl_decimal_look(&evidence, lower);
    vcl_day_look(&order, lower);
    if (vcl_quantity_read(lower, &column, &value).understood) {
        assert_true(isfinite(value));
    }
    if (vcl_day_read(lower, &days, &date).understood && date != VCL_NO_DATE) {
        vcl_date again = 0;
        vcl_date_format(date, text);
        assert_true(vcl_date_parse(vcl_slice_of(text), &again) && again == date);
    }
    (void)vcl_flag_read(lower, &flag);
    (void)vcl_reading_is_blank(lower);
    (void)vcl_unit_of_heading(lower, column.quantity, &column.power, &(vcl_reading){ 0 });
}

static bool lies_in(vcl_slice part, vcl_slice whole)
{
    return part.size == 0 ||
           (part.bytes >= whole.bytes && part.bytes + part.size <= whole.bytes + whole.size);
}

static void read_texts(vcl_slice cell)
{
    vcl_array items;
    vcl_reading reading = { 0 };
    vcl_slice id = { 0 };
    char code[VCL_TAX_CODE_SIZE];

    vcl_array_init(&items, sizeof(vcl_list_item));
    assert_int_equal(vcl_list_read(cell, NULL, NULL, &items, &reading, NULL), VCL_OK);
    for (size_t i = 0; i < items.count; i++) {
        const vcl_list_item *item = (const vcl_list_item *)items.items + i;
        assert_true(lies_in(item->name, cell) && lies_in(item->amount, cell));
    }
    vcl_array_release(&items);
    assert_true(!vcl_id_read(cell, &id).understood || lies_in(id, cell));
    (void)vcl_tax_code_read(cell, code);
    assert_in_range(strlen(code), 0, VCL_TAX_CODE_SIZE - 1);
}

/* Words with single spaces, no NUL. */
static void make_keys(vcl_slice cell)
{
    vcl_text key = { 0 };

    vcl_name_key(&key, cell);
    assert_false(key.failed);
    assert_int_equal(strlen(vcl_text_bytes(&key)), key.size);
    assert_true(key.size == 0 || (key.bytes[0] != ' ' && key.bytes[key.size - 1] != ' '));
    assert_null(strstr(vcl_text_bytes(&key), "  "));
    vcl_text_clear(&key);
    vcl_name_words(&key, cell);
    assert_false(key.failed);
    vcl_text_release(&key);
}

static void any_cell_is_read_without_harm(void **state)
{
    struct chance chance = { 5 };
    vcl_text lower = { 0 };
    char buffer[256];

    (void)state;
    for (int i = 0; i < 50000; i++) {
        vcl_slice cell = { buffer, any_cell(&chance, buffer, sizeof buffer) };
        vcl_text_clear(&lower);
        vcl_unicode_lower(&lower, cell);
        assert_false(lower.failed);
        read_values(&chance, (vcl_slice){ vcl_text_bytes(&lower), lower.size });
        read_texts(cell);
        make_keys(cell);
    }
    vcl_text_release(&lower);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(any_cell_is_read_without_harm) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
