/* base/utf8: what is well formed, and what must stay hidden. The oracle is arithmetic: so many
 * strings of so many bytes are well formed, and each code point has one form. */
#include <string.h>

#include "base/unicode.h"
#include "support/assert.h"

/* How many characters take one, two, three and four bytes; surrogates are none. */
enum { one = 0x80, two = 0x800 - 0x80, three = 0x10000 - 0x800 - 0x800, four = 0x100000 };

static size_t encode(int32_t codepoint, char *bytes)
{
    static const int32_t first_of_size[] = { 0, 0, 0x80, 0x800, 0x10000, 0x110000 };
    static const int32_t lead_byte[] = { 0, 0x00, 0xC0, 0xE0, 0xF0 };
    size_t size = 1;

    while (codepoint >= first_of_size[size + 1]) {
        size++;
    }
    for (size_t i = size - 1; i > 0; i--) {
        bytes[i] = (char)(0x80 | (codepoint & 0x3F));
        codepoint >>= 6;
    }
    bytes[0] = (char)(lead_byte[size] | codepoint);
    return size;
}

/* Of the strings of `size` bytes from `first` to `last` as big-endian numbers, in steps. */
static size_t count_valid(size_t size, uint32_t first, uint32_t last, uint32_t step)
{
    size_t count = 0;
    char bytes[4];

    for (uint64_t number = first; number <= last; number += step) {
        for (size_t i = 0; i < size; i++) {
            bytes[i] = (char)(number >> 8 * (size - 1 - i) & 0xFF);
        }
        count += vcl_unicode_valid((vcl_slice){ bytes, size }, NULL);
    }
    return count;
}

static void every_character_is_decoded(void **state)
{
    char bytes[4];
    size_t decoded = 0;

    (void)state;
    for (int32_t codepoint = 0; codepoint <= 0x10FFFF; codepoint++) {
        size_t size = encode(codepoint, bytes);
        bool surrogate = codepoint >= 0xD800 && codepoint <= 0xDFFF;
        int32_t expected = surrogate ? -1 : codepoint;
        if (vcl_unicode_decode((vcl_slice){ bytes, size }, &decoded) != expected ||
            decoded != (surrogate ? 1 : size)) {
            fail_msg("U+%04X", (unsigned)codepoint);
        }
    }
}

static void no_other_string_is_well_formed(void **state)
{
    (void)state;
    assert_int_equal(count_valid(1, 0, 0xFF, 1), one);
    assert_int_equal(count_valid(2, 0, 0xFFFF, 1), one * one + two);
    assert_int_equal(count_valid(3, 0, 0xFFFFFF, 1), one * one * one + 2 * one * two + three);
    /* From F0 on only whole characters are left: those whose last byte is 80, one in 64. */
    assert_int_equal(count_valid(4, 0xF0000080, 0xFFFFFF80, 0x100), four / 64);
}

static void a_character_cut_short_is_invalid(void **state)
{
    static const char *const texts[] = { "đ", "ế", "😀" };
    size_t size = 0;

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        for (size_t cut = 1; cut < strlen(texts[i]); cut++) {
            assert_int_equal(vcl_unicode_decode((vcl_slice){ texts[i], cut }, &size), -1);
            assert_int_equal(size, 1);
        }
    }
}

static void the_first_bad_byte_is_found_wherever_it_stands(void **state)
{
    static const char *const bad_ones[] = {
        "\x80", /* nothing to continue */
        "\xC0\xAF", /* overlong / */
        "\xC1\xBF", /* overlong */
        "\xE0\x80\xAF", /* overlong */
        "\xE0\x9F\xBF", /* overlong */
        "\xF0\x80\x80\xAF", /* overlong */
        "\xF0\x8F\xBF\xBF", /* overlong */
        "\xED\xA0\x80", /* surrogate */
        "\xED\xBF\xBF", /* surrogate */
        "\xF4\x90\x80\x80", /* above U+10FFFF */
        "\xF5\x80\x80\x80", /* no first byte */
        "\xFE", /* no first byte */
        "\xFF", /* no first byte */
        "\xC3", /* cut short */
        "\xE1\xBA", /* cut short */
        "\xF0\x9F\x98", /* cut short */
        "\xC3(", /* cut short by another */
        "\xE1\xBA\xC3\xA0", /* cut short by another */
    };
    char text[64];

    (void)state;
    for (size_t i = 0; i < sizeof bad_ones / sizeof bad_ones[0]; i++) {
        for (size_t before = 0; before < 20; before++) {
            size_t bad = 99;
            size_t size = strlen(bad_ones[i]);
            memset(text, 'a', sizeof text);
            memcpy(text + before, bad_ones[i], size);
            assert_false(vcl_unicode_valid((vcl_slice){ text, before + size }, &bad));
            assert_int_equal(bad, before);
            assert_false(vcl_unicode_valid((vcl_slice){ text, sizeof text }, NULL));
        }
    }
}

static void vietnamese_is_well_formed_at_every_offset(void **state)
{
    const char *text = "Hợp tác xã nông nghiệp Đồng Tâm, huyện Tân Lạc, tỉnh Hoà Bình 😀";
    size_t size = 0;

    (void)state;
    for (size_t i = 0; i < strlen(text); i += size) {
        assert_true(vcl_unicode_valid(vcl_slice_of(text + i), NULL));
        assert_true(vcl_unicode_valid((vcl_slice){ text, i }, NULL));
        vcl_unicode_decode(vcl_slice_of(text + i), &size);
    }
}

static void nothing_is_well_formed(void **state)
{
    size_t bad = 99;

    (void)state;
    assert_true(vcl_unicode_valid((vcl_slice){ NULL, 0 }, &bad));
    assert_int_equal(bad, 99);
}

static void a_nul_is_a_character(void **state)
{
    (void)state;
    assert_true(vcl_unicode_valid((vcl_slice){ "a\0b", 3 }, NULL));
}

static void what_a_terminal_obeys_is_hidden(void **state)
{
    static const int32_t hidden[] = { 0x00,   0x09,   0x0A,   0x1B,   0x1F,   0x7F,   0x80,
                                      0x9B,   0x9F,   0x061C, 0x200E, 0x200F, 0x2028, 0x2029,
                                      0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF };

    (void)state;
    for (size_t i = 0; i < sizeof hidden / sizeof hidden[0]; i++) {
        assert_true(vcl_unicode_hidden(hidden[i]));
    }
}

static void what_people_read_is_not_hidden(void **state)
{
    static const int32_t shown[] = { ' ',    '~',    0xA0,   0x111,  0x300,  0x061B, 0x200D,
                                     0x2010, 0x2027, 0x202F, 0x2065, 0x206A, 0x1EBF, 0x1F600 };

    (void)state;
    for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++) {
        assert_false(vcl_unicode_hidden(shown[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_is_decoded),
        cmocka_unit_test(no_other_string_is_well_formed),
        cmocka_unit_test(a_character_cut_short_is_invalid),
        cmocka_unit_test(the_first_bad_byte_is_found_wherever_it_stands),
        cmocka_unit_test(vietnamese_is_well_formed_at_every_offset),
        cmocka_unit_test(nothing_is_well_formed),
        cmocka_unit_test(a_nul_is_a_character),
        cmocka_unit_test(what_a_terminal_obeys_is_hidden),
        cmocka_unit_test(what_people_read_is_not_hidden),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
