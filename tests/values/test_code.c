/* import/code and import/flag: ids, tax codes, yes and no. The tax codes are made up. */
#include "values/code.h"

#include "values/flag.h"
#include "values/read.h"

typedef struct cell {
    const char *text;
    const char *expected; /* "" where it is not understood */
    vcl_message says;
} cell;

static const cell tax_codes[] = {
    { "0100000042", "0100000042", VCL_MSG_READ_TAX_CODE },
    { "0100000042-001", "0100000042-001", VCL_MSG_READ_TAX_CODE },
    { "0100000042001", "0100000042-001", VCL_MSG_READ_TAX_CODE },
    { "0100000042 - 001", "0100000042-001", VCL_MSG_READ_TAX_CODE },
    { " 0100 000 042 ", "0100000042", VCL_MSG_READ_TAX_CODE },
    { "0100.000.042", "0100000042", VCL_MSG_READ_TAX_CODE },
    { "MST: 0100000042", "0100000042", VCL_MSG_READ_TAX_CODE },
    { "'0100000042", "0100000042", VCL_MSG_READ_TAX_CODE },
    { "2400000008", "2400000008", VCL_MSG_READ_TAX_CODE },
    { "100000042", "0100000042", VCL_MSG_READ_TAX_CODE_ZERO },
    { "100000042-001", "0100000042-001", VCL_MSG_READ_TAX_CODE_ZERO },
    { "100000042001", "0100000042-001", VCL_MSG_READ_TAX_CODE_ZERO },
    { "0100000012", "", VCL_MSG_CELL_TAX_CODE_CHECK },
    { "0100000101", "", VCL_MSG_CELL_TAX_CODE_CHECK },
    { "100000012", "", VCL_MSG_CELL_TAX_CODE_CHECK },
    { "024090000001", "", VCL_MSG_CELL_TAX_CODE_PERSONAL },
    { "01000000", "", VCL_MSG_CELL_NOT_TAX_CODE },
    { "01000000420", "", VCL_MSG_CELL_NOT_TAX_CODE },
    { "01000000420011", "", VCL_MSG_CELL_NOT_TAX_CODE },
    { "0100-000042", "", VCL_MSG_CELL_NOT_TAX_CODE },
    { "0100000042-1", "", VCL_MSG_CELL_NOT_TAX_CODE },
    { "O100000042", "", VCL_MSG_CELL_NOT_TAX_CODE },
    { "", "", VCL_MSG_CELL_NOT_TAX_CODE },
    { "chưa có", "", VCL_MSG_CELL_NOT_TAX_CODE },
    { "1,00E+08", "", VCL_MSG_CELL_ID_ROUNDED },
};

static void tax_codes_are_checked(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof tax_codes / sizeof *tax_codes; i++) {
        char code[VCL_TAX_CODE_SIZE];
        vcl_reading reading = vcl_tax_code_read(vcl_slice_of(tax_codes[i].text), code);
        assert_says(tax_codes[i].text, reading, tax_codes[i].says);
        assert_string_equal(code, tax_codes[i].expected);
        assert_int_equal(reading.understood, code[0] != '\0');
    }
}

/* Its weights are no multiples of 11, nor is the change of a digit. */
static void one_slip_of_the_finger_is_noticed(void **state)
{
    char code[VCL_TAX_CODE_SIZE];
    char typed[] = "2400000008";

    (void)state;
    for (size_t i = 0; i < 10; i++) {
        char right = typed[i];
        for (char digit = '0'; digit <= '9'; digit++) {
            typed[i] = digit;
            assert_int_equal(vcl_tax_code_read(vcl_slice_of(typed), code).understood,
                             digit == right);
        }
        typed[i] = right;
    }
}

static void ids_keep_their_zeros(void **state)
{
    vcl_slice id = { 0 };

    (void)state;
    assert_says("", vcl_id_read(vcl_slice_of(" 0012 "), &id), VCL_MSG_READ_ID);
    assert_true(vcl_reading_is(id, "0012"));
    assert_true(vcl_id_read(vcl_slice_of("HTX-Đông Lai/01"), &id).understood);
    assert_true(vcl_id_read(vcl_slice_of("1E5"), &id).understood);
    assert_says("", vcl_id_read(vcl_slice_of("   "), &id), VCL_MSG_CELL_NOT_ID);
    assert_says("", vcl_id_read(vcl_slice_of("a\tb"), &id), VCL_MSG_CELL_NOT_ID);
    assert_says("", vcl_id_read(vcl_slice_of("a\xFF"), &id), VCL_MSG_CELL_NOT_ID);
    assert_says("", vcl_id_read(vcl_slice_of("a\xE2\x80\xAE"), &id), VCL_MSG_CELL_NOT_ID);
    assert_says("", vcl_id_read(vcl_slice_of("1,23457E+12"), &id), VCL_MSG_CELL_ID_ROUNDED);
    assert_says("", vcl_id_read(vcl_slice_of("1.23457E+12"), &id), VCL_MSG_CELL_ID_ROUNDED);
}

static void yes_and_no_have_many_words(void **state)
{
    static const char *const yes[] = { "có", "Có", "CÓ", "x", "X", "✓", "✔", "1", "yes", "TRUE" };
    static const char *const no[] = { "không", "Không", "KHÔNG", "0", "no", "False", "chưa" };
    static const char *const neither[] = { "", "2", "có thể", "x?", "-", "không rõ" };
    bool value = false;

    (void)state;
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
        assert_says(yes[i], vcl_flag_read(lower(yes[i]), &value), VCL_MSG_READ_YES);
        assert_true(value);
    }
    for (size_t i = 0; i < sizeof no / sizeof *no; i++) {
        assert_says(no[i], vcl_flag_read(lower(no[i]), &value), VCL_MSG_READ_NO);
        assert_false(value);
    }
    for (size_t i = 0; i < sizeof neither / sizeof *neither; i++) {
        assert_says(neither[i], vcl_flag_read(lower(neither[i]), &value), VCL_MSG_CELL_NOT_YES_NO);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tax_codes_are_checked),
        cmocka_unit_test(one_slip_of_the_finger_is_noticed),
        cmocka_unit_test(ids_keep_their_zeros),
        cmocka_unit_test(yes_and_no_have_many_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
