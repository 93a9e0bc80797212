/* base/text: a text that is being written. */
#include "base/text.h"

#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/assert.h"

static void assert_real(double value, const char *expected)
{
    vcl_text text = { 0 };

    vcl_text_add_real(&text, value);
    assert_string_equal(text.bytes, expected);
    vcl_text_release(&text);
}

static void assert_exact(double value, const char *expected)
{
    vcl_text text = { 0 };

    vcl_text_add_exact(&text, value);
    assert_string_equal(text.bytes, expected);
    assert_true(strtod(text.bytes, NULL) == value);
    vcl_text_release(&text);
}

static void assert_visible(vcl_slice addition, const char *expected)
{
    vcl_text text = { 0 };

    vcl_text_add_visible(&text, addition);
    assert_string_equal(vcl_text_bytes(&text), expected);
    vcl_text_release(&text);
}

static void a_text_grows_by_what_is_added(void **state)
{
    vcl_text text = { 0 };

    (void)state;
    vcl_text_add(&text, "Hoà");
    vcl_text_add_byte(&text, ' ');
    vcl_text_add_slice(&text, (vcl_slice){ "Bia", 2 });
    vcl_text_add_integer(&text, -17);
    vcl_text_add_real(&text, 0.5);
    assert_string_equal(text.bytes, "Hoà Bi-170.5");
    assert_int_equal(text.size, strlen(text.bytes));
    assert_int_equal(vcl_text_status(&text, NULL), VCL_OK);
    vcl_text_release(&text);
}

static void exact_numbers_have_as_many_digits_as_they_need(void **state)
{
    (void)state;
    assert_exact(-0.0, "0");
    assert_exact(80000.0, "80000");
    assert_exact(1.5e15, "1500000000000000");
    assert_exact(-9007199254740991.0, "-9007199254740991");
    assert_exact(1e300, "1e+300");
    assert_exact(0.1, "0.1");
    assert_exact(0.1 + 0.2, "0.30000000000000004");
    assert_exact(20.61, "20.61");
    assert_exact(1.0 / 3.0, "0.3333333333333333");
    assert_exact(5e-324, "4.94065645841247e-324");
    assert_exact(1e-7, "1e-07");
}

static void a_zeroed_text_is_empty(void **state)
{
    vcl_text text = { 0 };

    (void)state;
    assert_string_equal(vcl_text_bytes(&text), "");
    assert_int_equal(vcl_text_status(&text, NULL), VCL_OK);
    vcl_text_clear(&text);
    vcl_text_release(&text);
}

static void adding_nothing_ends_it_with_a_nul(void **state)
{
    vcl_text text = { 0 };

    (void)state;
    vcl_text_add_slice(&text, (vcl_slice){ NULL, 0 });
    assert_non_null(text.bytes);
    assert_string_equal(text.bytes, "");
    assert_int_equal(text.size, 0);
    vcl_text_release(&text);
}

static void a_text_may_hold_nul_bytes(void **state)
{
    vcl_text text = { 0 };

    (void)state;
    vcl_text_add_slice(&text, (vcl_slice){ "a\0b", 3 });
    assert_int_equal(text.size, 3);
    assert_memory_equal(text.bytes, "a\0b", 4);
    vcl_text_release(&text);
}

static void pieces_of_every_size_are_kept(void **state)
{
    enum { largest = 5000 };
    static char piece[largest];
    vcl_text text = { 0 };
    size_t size = 0;

    (void)state;
    memset(piece, 'x', largest);
    for (size_t i = 0; i < largest; i += 7) {
        vcl_text_add_slice(&text, (vcl_slice){ piece, i });
        size += i;
        assert_int_equal(text.size, size);
        assert_true(text.capacity > size);
        assert_int_equal(text.bytes[size], '\0');
    }
    assert_int_equal(strspn(text.bytes, "x"), size);
    vcl_text_release(&text);
}

static void clearing_keeps_the_memory(void **state)
{
    vcl_text text = { 0 };
    char *bytes = NULL;

    (void)state;
    vcl_text_add(&text, "abc");
    bytes = text.bytes;
    vcl_text_clear(&text);
    assert_string_equal(vcl_text_bytes(&text), "");
    vcl_text_add(&text, "d");
    assert_ptr_equal(text.bytes, bytes);
    assert_string_equal(text.bytes, "d");
    vcl_text_release(&text);
}

static void what_cannot_fit_is_remembered(void **state)
{
    vcl_text text = { 0 };
    vcl_error err = { 0 };

    (void)state;
    vcl_text_add(&text, "abc");
    vcl_text_add_slice(&text, (vcl_slice){ "x", SIZE_MAX - 1 });
    vcl_text_add(&text, "d");
    assert_int_equal(vcl_text_status(&text, &err), VCL_ERROR_MEMORY);
    assert_int_equal(err.status, VCL_ERROR_MEMORY);
    assert_string_equal(text.bytes, "abc");
    vcl_text_clear(&text);
    assert_int_equal(vcl_text_status(&text, NULL), VCL_ERROR_MEMORY);
    vcl_text_release(&text);
}

static void integers_reach_their_limits(void **state)
{
    vcl_text text = { 0 };

    (void)state;
    vcl_text_add_integer(&text, INT64_MIN);
    vcl_text_add_byte(&text, ' ');
    vcl_text_add_integer(&text, 0);
    vcl_text_add_byte(&text, ' ');
    vcl_text_add_integer(&text, INT64_MAX);
    assert_string_equal(text.bytes, "-9223372036854775808 0 9223372036854775807");
    vcl_text_release(&text);
}

static void reals_have_at_most_12_digits(void **state)
{
    (void)state;
    assert_real(0.0, "0");
    assert_real(1.0, "1");
    assert_real(-2.5, "-2.5");
    assert_real(0.1, "0.1");
    assert_real(1.0 / 3.0, "0.333333333333");
    assert_real(2.0 / 3.0, "0.666666666667");
    assert_real(123456789012.0, "123456789012");
    assert_real(1234567890123.0, "1.23456789012e+12");
    assert_real(1e-5, "1e-05");
    assert_real(DBL_MAX, "1.79769313486e+308");
    assert_real(-DBL_MIN, "-2.22507385851e-308");
}

static void minus_zero_is_zero(void **state)
{
    (void)state;
    assert_real(-0.0, "0");
}

/* Twelve digits come back as they are. */
static void reals_read_back(void **state)
{
    (void)state;
    for (int i = -300; i <= 300; i += 3) {
        vcl_text text = { 0 };
        double value = 1.23456789012 * pow(10.0, i);
        vcl_text_add_real(&text, value);
        assert_close(strtod(text.bytes, NULL) / value, 1.0, 1e-11);
        vcl_text_release(&text);
    }
}

static void reals_have_a_point_in_every_locale(void **state)
{
    static const char *const locales[] = { "vi_VN.UTF-8", "vi_VN",       "fr_FR.UTF-8",
                                           "de_DE.UTF-8", "ps_AF.UTF-8", "ps_AF" };
    size_t tried = 0;

    (void)state;
    for (size_t i = 0; i < sizeof locales / sizeof locales[0]; i++) {
        if (setlocale(LC_ALL, locales[i]) != NULL) {
            assert_real(-1234.5, "-1234.5");
            assert_real(1.5e-30, "1.5e-30");
            assert_real(7.0, "7");
            tried++;
        }
    }
    setlocale(LC_ALL, "C");
    if (tried == 0) {
        skip(); /* none is installed */
    }
}

static void vietnamese_is_visible_as_it_is(void **state)
{
    (void)state;
    assert_visible(vcl_slice_of("Hợp tác xã Đồng Tâm — 農"), "Hợp tác xã Đồng Tâm — 農");
    assert_visible((vcl_slice){ NULL, 0 }, "");
}

static void controls_are_shown_by_their_numbers(void **state)
{
    (void)state;
    assert_visible(vcl_slice_of("\033[31m\n\t\x7F"), "<U+001B>[31m<U+000A><U+0009><U+007F>");
    assert_visible((vcl_slice){ "a\0b", 3 }, "a<U+0000>b");
    assert_visible(vcl_slice_of("\xC2\x85x\xC2\x9B"), "<U+0085>x<U+009B>");
}

static void bidirectional_controls_are_shown(void **state)
{
    (void)state;
    assert_visible(vcl_slice_of("a\u202Eb\u2066c\u061C\u200F"),
                   "a<U+202E>b<U+2066>c<U+061C><U+200F>");
    assert_visible(vcl_slice_of("\u2028\u2029\uFEFFa"), "<U+2028><U+2029><U+FEFF>a");
}

static void invalid_bytes_are_shown(void **state)
{
    (void)state;
    assert_visible(vcl_slice_of("a\xFF\xC3"), "a<0xFF><0xC3>");
    assert_visible(vcl_slice_of("\xE1\xBAx"), "<0xE1><0xBA>x");
}

static void a_cut_never_divides_a_character(void **state)
{
    static const char *const expected[] = { "", "", "a", "a", "a", "aế", "aếb", "aếb" };
    char buffer[10];

    (void)state;
    for (size_t size = 1; size < sizeof expected / sizeof expected[0]; size++) {
        memset(buffer, '#', sizeof buffer);
        vcl_text_cut(buffer, size, vcl_slice_of("aếb"));
        assert_string_equal(buffer, expected[size]);
        assert_int_equal(buffer[size], '#');
    }
    vcl_text_cut(buffer, 0, vcl_slice_of("x"));
    assert_string_equal(buffer, "aếb");
    vcl_text_cut(buffer, sizeof buffer, (vcl_slice){ NULL, 0 });
    assert_string_equal(buffer, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_grows_by_what_is_added),
        cmocka_unit_test(exact_numbers_have_as_many_digits_as_they_need),
        cmocka_unit_test(a_zeroed_text_is_empty),
        cmocka_unit_test(adding_nothing_ends_it_with_a_nul),
        cmocka_unit_test(a_text_may_hold_nul_bytes),
        cmocka_unit_test(pieces_of_every_size_are_kept),
        cmocka_unit_test(clearing_keeps_the_memory),
        cmocka_unit_test(what_cannot_fit_is_remembered),
        cmocka_unit_test(integers_reach_their_limits),
        cmocka_unit_test(reals_have_at_most_12_digits),
        cmocka_unit_test(minus_zero_is_zero),
        cmocka_unit_test(reals_read_back),
        cmocka_unit_test(reals_have_a_point_in_every_locale),
        cmocka_unit_test(vietnamese_is_visible_as_it_is),
        cmocka_unit_test(controls_are_shown_by_their_numbers),
        cmocka_unit_test(bidirectional_controls_are_shown),
        cmocka_unit_test(invalid_bytes_are_shown),
        cmocka_unit_test(a_cut_never_divides_a_character),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
