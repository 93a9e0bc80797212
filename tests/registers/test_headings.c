/* registers/headings.c: what headings mean, in either language, with or without marks and units. */
#include "registers/headings.h"

#include <string.h>

#include "base/unicode.h"
#include "support/assert.h"

static vcl_headings headings;

static int prepare(void **state)
{
    (void)state;
    vcl_headings_init(&headings);
    return vcl_headings_prepare(&headings, NULL) != VCL_OK;
}

static int release(void **state)
{
    (void)state;
    vcl_headings_release(&headings);
    return 0;
}

static void assert_both_mean(const char *upper, const char *lower, vcl_register kind,
                             vcl_register_field expected)
{
    vcl_heading found = vcl_headings_find(&headings, vcl_slice_of(upper), vcl_slice_of(lower));

    if (found.fields[kind] != expected) {
        fail_msg("%s: %s: field %d, not %d", upper, lower, (int)found.fields[kind], (int)expected);
    }
    assert_int_equal(vcl_headings_status(&headings, NULL), VCL_OK);
}

static void assert_means(const char *heading, vcl_register_field expected)
{
    assert_both_mean("", heading, vcl_register_field_at(expected)->owner, expected);
}

static void every_heading_of_ours_means_its_field(void **state)
{
    (void)state;
    for (vcl_register_field i = 0; i < VCL_FIELD_COUNT; i++) {
        const vcl_register_field_definition *field = vcl_register_field_at(i);
        assert_means(field->heading[VCL_VIETNAMESE], i);
        assert_means(field->heading[VCL_ENGLISH], i);
    }
}

/* Each of the other headings means one field of its register. */
static void no_heading_means_two_fields_of_a_register(void **state)
{
    (void)state;
    for (vcl_register_field i = 0; i < VCL_FIELD_COUNT; i++) {
        char others[600];
        vcl_text_cut(others, sizeof others, vcl_slice_of(vcl_register_field_at(i)->others));
        for (char *at = others; at != NULL && *at != '\0';) {
            char *end = strchr(at, '|');
            if (end != NULL) {
                *end++ = '\0';
            }
            assert_means(at, i);
            at = end;
        }
    }
}

static void units_remarks_and_years_do_not_count(void **state)
{
    (void)state;
    assert_means("Sản lượng (tấn)", VCL_FIELD_ORGANISATIONS_OUTPUT);
    assert_means("SAN LUONG(TAN/NAM)", VCL_FIELD_ORGANISATIONS_OUTPUT);
    assert_means("Sản lượng, tấn", VCL_FIELD_ORGANISATIONS_OUTPUT);
    assert_means("Sản lượng năm 2024 (tấn)", VCL_FIELD_ORGANISATIONS_OUTPUT);
    assert_means("Doanh thu 2024 [triệu đồng]", VCL_FIELD_ORGANISATIONS_TURNOVER);
    assert_means("3. Số thành viên *", VCL_FIELD_ORGANISATIONS_MEMBERS);
    assert_means("Tên Hợp tác xã (viết đầy đủ)", VCL_FIELD_ORGANISATIONS_NAME);
    assert_means("Tên HTX/THT", VCL_FIELD_ORGANISATIONS_NAME);
    assert_means("Tên đơn vị thu mua", VCL_FIELD_ENTERPRISES_NAME);
    assert_means("Tên DN", VCL_FIELD_ENTERPRISES_NAME);
    assert_means("Ngày ký HĐ", VCL_FIELD_CONTRACTS_START);
    assert_means("M.S.T", VCL_FIELD_ORGANISATIONS_TAX_ID);
}

static void each_line_of_a_heading_is_tried(void **state)
{
    (void)state;
    assert_means("Tên tổ chức\nName", VCL_FIELD_ORGANISATIONS_NAME);
    assert_means("Name\nTên tổ chức", VCL_FIELD_ORGANISATIONS_NAME);
    assert_means("Mã số\nthuế", VCL_FIELD_ORGANISATIONS_TAX_ID);
    assert_means("Sản lượng\n(tấn)", VCL_FIELD_ORGANISATIONS_OUTPUT);
}

static void what_we_do_not_know_means_nothing(void **state)
{
    static const char *const unknown[] = {
        "", " ", "Điện thoại", "Ghi chú", "()", "2024", "Tên cây"
    };

    (void)state;
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
        for (vcl_register kind = 0; kind < VCL_REGISTER_COUNT; kind++) {
            assert_both_mean("", unknown[i], kind, VCL_FIELD_COUNT);
        }
    }
}

static void two_rows_are_read_together(void **state)
{
    vcl_register contracts = VCL_REGISTER_CONTRACTS;
    vcl_register organisations = VCL_REGISTER_ORGANISATIONS;

    (void)state;
    assert_both_mean("Bên mua", "Mã số thuế", contracts, VCL_FIELD_CONTRACTS_BUYER_TAX_ID);
    assert_both_mean("Bên mua", "Tên", contracts, VCL_FIELD_CONTRACTS_BUYER);
    assert_both_mean("Bên bán", "Mã", contracts, VCL_FIELD_CONTRACTS_SELLER_ID);
    assert_both_mean("Thời gian", "Từ ngày", contracts, VCL_FIELD_CONTRACTS_START);
    assert_both_mean("Địa chỉ", "Xã", organisations, VCL_FIELD_ORGANISATIONS_COMMUNE);
    assert_both_mean("Hợp tác xã", "MST", organisations, VCL_FIELD_ORGANISATIONS_TAX_ID);
    assert_both_mean("Sản lượng (tấn)", "2024", organisations, VCL_FIELD_ORGANISATIONS_OUTPUT);
    assert_both_mean("Số thành viên", "", organisations, VCL_FIELD_ORGANISATIONS_MEMBERS);
}

static void what_is_said_of_a_buyer_is_not_of_the_row(void **state)
{
    (void)state;
    assert_both_mean("Đơn vị thu mua", "Mã số thuế", VCL_REGISTER_ORGANISATIONS, VCL_FIELD_COUNT);
    assert_both_mean("Đơn vị thu mua", "Tên", VCL_REGISTER_ORGANISATIONS,
                     VCL_FIELD_ORGANISATIONS_BUYER);
}

static void numbers_of_rows_are_known(void **state)
{
    (void)state;
    assert_true(vcl_headings_is_ordinal(&headings, vcl_slice_of("STT")));
    assert_true(vcl_headings_is_ordinal(&headings, vcl_slice_of("Số\nTT")) ||
                vcl_headings_is_ordinal(&headings, vcl_slice_of("Số TT")));
    assert_true(vcl_headings_is_ordinal(&headings, vcl_slice_of("TT\nNo.")));
    assert_true(vcl_headings_is_ordinal(&headings, vcl_slice_of("#")));
    assert_false(vcl_headings_is_ordinal(&headings, vcl_slice_of("Số thành viên")));
    assert_false(vcl_headings_is_ordinal(&headings, vcl_slice_of("")));
}

static void assert_names(const char *text, vcl_register expected, vcl_naming_strength strength)
{
    vcl_naming_strength found = VCL_NAMES_NONE;

    assert_int_equal(vcl_headings_register(&headings, vcl_slice_of(text), &found), expected);
    assert_int_equal(found, strength);
}

static void names_of_sheets_say_which_register(void **state)
{
    (void)state;
    assert_names("HTX", VCL_REGISTER_ORGANISATIONS, VCL_NAMES_EXACTLY);
    assert_names("hop-dong", VCL_REGISTER_CONTRACTS, VCL_NAMES_EXACTLY);
    assert_names("DS HTX 2025", VCL_REGISTER_ORGANISATIONS, VCL_NAMES_WITHIN);
    assert_names("Hợp đồng của HTX", VCL_REGISTER_CONTRACTS, VCL_NAMES_WITHIN);
    assert_names("Thành viên HTX", VCL_REGISTER_MEMBERS, VCL_NAMES_WITHIN);
    assert_names("Sheet1", VCL_REGISTER_COUNT, VCL_NAMES_NONE);
    assert_names("", VCL_REGISTER_COUNT, VCL_NAMES_NONE);
}

static void assert_kind(const char *text, const char *expected)
{
    const char *found = vcl_headings_kind_word(&headings, vcl_slice_of(text));

    assert_string_equal(found != NULL ? found : "-", expected);
}

static void headings_of_names_say_the_kind(void **state)
{
    (void)state;
    assert_kind("Tên HTX", "cooperative");
    assert_kind("Tên hợp tác xã", "cooperative");
    assert_kind("Tổ hợp tác", "group");
    assert_kind("DS THT", "group");
    assert_kind("Tên liên hiệp HTX", "union");
    assert_kind("Tên HTX, THT", "-");
    assert_kind("Tên đơn vị", "-");
    assert_kind("", "-");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_heading_of_ours_means_its_field),
        cmocka_unit_test(no_heading_means_two_fields_of_a_register),
        cmocka_unit_test(units_remarks_and_years_do_not_count),
        cmocka_unit_test(each_line_of_a_heading_is_tried),
        cmocka_unit_test(what_we_do_not_know_means_nothing),
        cmocka_unit_test(two_rows_are_read_together),
        cmocka_unit_test(what_is_said_of_a_buyer_is_not_of_the_row),
        cmocka_unit_test(numbers_of_rows_are_known),
        cmocka_unit_test(names_of_sheets_say_which_register),
        cmocka_unit_test(headings_of_names_say_the_kind),
    };

    return cmocka_run_group_tests(tests, prepare, release);
}
