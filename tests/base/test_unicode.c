/* base/unicode: one form, widths, and keys that ignore what people type differently. */
#include "base/unicode.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "support/assert.h"

typedef void make_key(vcl_text *out, vcl_slice text);

/* Every letter of a Vietnamese word, precomposed. */
static const char *const vietnamese_letters =
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ";

static void assert_key(make_key *make, const char *text, const char *expected)
{
    vcl_text key = { 0 };

    make(&key, vcl_slice_of(text));
    assert_string_equal(vcl_text_bytes(&key), expected);
    vcl_text_release(&key);
}

static bool share(make_key *make, const char *a, const char *b)
{
    vcl_text key_a = { 0 };
    vcl_text key_b = { 0 };
    bool same = false;

    make(&key_a, vcl_slice_of(a));
    make(&key_b, vcl_slice_of(b));
    same = strcmp(vcl_text_bytes(&key_a), vcl_text_bytes(&key_b)) == 0;
    vcl_text_release(&key_a);
    vcl_text_release(&key_b);
    return same;
}

static void assert_same(make_key *make, const char *a, const char *b)
{
    if (!share(make, a, b)) {
        fail_msg("\"%s\" and \"%s\" have different keys", a, b);
    }
}

static void assert_different(make_key *make, const char *a, const char *b)
{
    if (share(make, a, b)) {
        fail_msg("\"%s\" and \"%s\" share a key", a, b);
    }
}

static void nfc_composes(void **state)
{
    (void)state;
    assert_key(vcl_unicode_nfc, "Hoa\u0300 Bi\u0300nh", "Hoà Bình");
    assert_key(vcl_unicode_nfc, "e\u0302\u0301", "ế");
    assert_key(vcl_unicode_nfc, "e\u0323\u0302", "ệ");
    assert_key(vcl_unicode_nfc, "e\u0302\u0323", "ệ");
    assert_key(vcl_unicode_nfc, "\u1EB9\u0302", "ệ");
    assert_key(vcl_unicode_nfc, "u\u031B\u0323", "ự");
    assert_key(vcl_unicode_nfc, "\u212B", "Å");
}

static void nfc_leaves_what_is_composed(void **state)
{
    (void)state;
    assert_key(vcl_unicode_nfc, "", "");
    assert_key(vcl_unicode_nfc, "HTX-09", "HTX-09");
    assert_key(vcl_unicode_nfc, vietnamese_letters, vietnamese_letters);
    assert_key(vcl_unicode_nfc, "\u0958 農 😀", "\u0915\u093C 農 😀");
}

static void nfc_keeps_width_and_compatibility_forms(void **state)
{
    (void)state;
    assert_key(vcl_unicode_nfc, "ﬁ ① Ａ", "ﬁ ① Ａ");
}

static void nfc_appends(void **state)
{
    vcl_text text = { 0 };

    (void)state;
    vcl_unicode_nfc(&text, vcl_slice_of("a\u0301"));
    vcl_unicode_nfc(&text, vcl_slice_of("\u0301"));
    assert_string_equal(text.bytes, "á\u0301");
    vcl_text_release(&text);
}

static void nfc_keeps_nul_bytes(void **state)
{
    vcl_text text = { 0 };

    (void)state;
    vcl_unicode_nfc(&text, (vcl_slice){ "a\0o\xCC\x80", 5 });
    assert_int_equal(text.size, 4);
    assert_memory_equal(text.bytes, "a\0ò", 5);
    vcl_text_release(&text);
}

/* Each character alone, after a letter and before marks, against utf8proc's own function. */
static void nfc_agrees_with_utf8proc_on_every_character(void **state)
{
    vcl_text text = { 0 };

    (void)state;
    for (utf8proc_int32_t codepoint = 1; codepoint <= 0x2FFFF; codepoint++) {
        utf8proc_uint8_t source[16] = "o";
        if (codepoint >= 0xD800 && codepoint <= 0xDFFF) {
            continue;
        }
        utf8proc_ssize_t size = 1 + utf8proc_encode_char(codepoint, source + 1);
        memcpy(source + size, "\u0323\u0302", sizeof "\u0323\u0302");
        utf8proc_uint8_t *expected = utf8proc_NFC(source);
        vcl_text_clear(&text);
        vcl_unicode_nfc(&text, vcl_slice_of((const char *)source));
        if (strcmp(text.bytes, (const char *)expected) != 0) {
            fail_msg("U+%04X", (unsigned)codepoint);
        }
        free(expected);
    }
    vcl_text_release(&text);
}

static void invalid_bytes_become_replacement_characters(void **state)
{
    (void)state;
    assert_key(vcl_unicode_nfc, "a\xFF\xC3", "a\uFFFD\uFFFD");
    assert_key(vcl_unicode_nfc,
               "\xE1\xBA"
               "a",
               "\uFFFD\uFFFDa");
    assert_different(vcl_unicode_twin_key, "a\xFF", "a");
    assert_same(vcl_unicode_search_key, "a\xFF", "a");
}

static void widths_are_columns_of_a_terminal(void **state)
{
    (void)state;
    assert_int_equal(vcl_unicode_width(vcl_slice_of("")), 0);
    assert_int_equal(vcl_unicode_width((vcl_slice){ NULL, 0 }), 0);
    assert_int_equal(vcl_unicode_width(vcl_slice_of("HTX")), 3);
    assert_int_equal(vcl_unicode_width(vcl_slice_of("Hợp tác xã")), 10);
    assert_int_equal(vcl_unicode_width(vcl_slice_of("Ho\u0323\u031B")), 2);
    assert_int_equal(vcl_unicode_width(vcl_slice_of("農業")), 4);
    assert_int_equal(vcl_unicode_width(vcl_slice_of("\033\n")), 0);
    assert_int_equal(vcl_unicode_width(vcl_slice_of("a\xFF")), 2);
}

static void every_vietnamese_letter_takes_one_column(void **state)
{
    size_t size = 0;

    (void)state;
    for (const char *at = vietnamese_letters; *at != '\0'; at += size) {
        vcl_unicode_decode(vcl_slice_of(at), &size);
        assert_int_equal(vcl_unicode_width((vcl_slice){ at, size }), 1);
    }
}

static void a_prefix_is_the_longest_that_fits(void **state)
{
    (void)state;
    assert_int_equal(vcl_unicode_prefix(vcl_slice_of("Hợp"), 0), 0);
    assert_int_equal(vcl_unicode_prefix(vcl_slice_of("Hợp"), 1), 1);
    assert_int_equal(vcl_unicode_prefix(vcl_slice_of("Hợp"), 2), 4);
    assert_int_equal(vcl_unicode_prefix(vcl_slice_of("Hợp"), 3), 5);
    assert_int_equal(vcl_unicode_prefix(vcl_slice_of("Hợp"), 99), 5);
    assert_int_equal(vcl_unicode_prefix((vcl_slice){ NULL, 0 }, 5), 0);
}

static void a_prefix_keeps_the_marks_of_its_last_letter(void **state)
{
    (void)state;
    assert_int_equal(vcl_unicode_prefix(vcl_slice_of("e\u0302\u0301x"), 1), 5);
}

static void a_prefix_never_halves_a_wide_character(void **state)
{
    (void)state;
    assert_int_equal(vcl_unicode_prefix(vcl_slice_of("農業"), 3), 3);
    assert_int_equal(vcl_unicode_prefix(vcl_slice_of("農業"), 1), 0);
}

static void twins_differ_in_the_place_of_the_tone_mark(void **state)
{
    (void)state;
    assert_same(vcl_unicode_twin_key, "Hoà", "Hòa");
    assert_same(vcl_unicode_twin_key, "thuỷ", "thủy");
    assert_same(vcl_unicode_twin_key, "Hợp tác xã Khoẻ Hoá", "Hợp tác xã Khỏe Hóa");
    assert_same(vcl_unicode_twin_key, "loạn", "lọan");
    assert_same(vcl_unicode_twin_key, "Hoà-Bình", "Hòa-Bình");
}

static void twins_differ_in_form_case_and_spacing(void **state)
{
    (void)state;
    assert_same(vcl_unicode_twin_key, "Đồng Tâm", "ĐỒNG TÂM");
    assert_same(vcl_unicode_twin_key, "Đồng Tâm", "Đo\u0302\u0300ng Ta\u0302m");
    assert_same(vcl_unicode_twin_key, "Tân  Lạc", "\tTân Lạc ");
    assert_same(vcl_unicode_twin_key, "Tân\u00A0Lạc", "Tân Lạc");
    assert_same(vcl_unicode_twin_key, "Tân \u200B\u3000Lạc\uFEFF", "Tân\nLạc");
}

/* ASCII has a way of its own: it leads to the same key as before a word that is none. */
static void ascii_has_the_key_it_has_among_others(void **state)
{
    unsigned seed = 3;

    (void)state;
    for (int round = 0; round < 20000; round++) {
        char ascii[24] = "";
        char longer[32];
        char expected[64];
        vcl_text key = { 0 };
        for (size_t i = 0; i < (size_t)round % 20; i++) {
            seed = seed * 1664525u + 1013904223u;
            ascii[i] = seed >> 30 == 0 ? " \t\nAz"[seed >> 20 & 3] : (char)(1 + (seed >> 20) % 127);
        }
        vcl_unicode_twin_key(&key, vcl_slice_of(ascii));
        snprintf(longer, sizeof longer, "%s \xC4\x91", ascii);
        snprintf(expected, sizeof expected, "%s%s\xC4\x91", vcl_text_bytes(&key),
                 key.size > 0 ? " " : "");
        assert_key(vcl_unicode_twin_key, longer, expected);
        vcl_text_release(&key);
    }
}

static void different_words_are_no_twins(void **state)
{
    (void)state;
    assert_different(vcl_unicode_twin_key, "Tân", "Tấn");
    assert_different(vcl_unicode_twin_key, "Tan", "Tân");
    assert_different(vcl_unicode_twin_key, "Tan", "Tàn");
    assert_different(vcl_unicode_twin_key, "Đa", "Da");
    assert_different(vcl_unicode_twin_key, "Tơ", "To");
    assert_different(vcl_unicode_twin_key, "Tân Lạc", "TânLạc");
    assert_different(vcl_unicode_twin_key, "HTX-09", "HTX-9");
}

static void a_tone_stays_in_its_word(void **state)
{
    (void)state;
    assert_different(vcl_unicode_twin_key, "Tấn Tân", "Tân Tấn");
    assert_different(vcl_unicode_twin_key, "Tấn-Tân", "Tân-Tấn");
    assert_different(vcl_unicode_twin_key, "Tấn1Tân", "Tân1Tấn");
}

static void a_twin_key_of_space_is_empty(void **state)
{
    (void)state;
    assert_key(vcl_unicode_twin_key, "", "");
    assert_key(vcl_unicode_twin_key, " \u00A0\t\u2003", "");
}

/* Typed with each letter composed or not, in either case: one key. */
static void every_vietnamese_letter_has_one_twin_key_in_every_form(void **state)
{
    size_t size = 0;

    (void)state;
    for (const char *at = vietnamese_letters; *at != '\0'; at += size) {
        utf8proc_uint8_t composed[8] = "";
        vcl_unicode_decode(vcl_slice_of(at), &size);
        memcpy(composed, at, size);
        utf8proc_uint8_t *decomposed = utf8proc_NFD(composed);
        assert_same(vcl_unicode_twin_key, (const char *)composed, (const char *)decomposed);
        assert_same(vcl_unicode_search_key, (const char *)composed, (const char *)decomposed);
        free(decomposed);
    }
}

static void searching_ignores_marks_case_and_punctuation(void **state)
{
    (void)state;
    assert_key(vcl_unicode_search_key, "Hợp tác xã Đồng Tâm", "hoptacxadongtam");
    assert_key(vcl_unicode_search_key, "HTX-09", "htx9");
    assert_key(vcl_unicode_search_key, "htx 9", "htx9");
    assert_key(vcl_unicode_search_key, "Ðồng Tâm (Eth)", "dongtameth");
    assert_key(vcl_unicode_search_key, "ＨＴＸ－０９", "htx9");
    assert_key(vcl_unicode_search_key, "***", "");
    assert_key(vcl_unicode_search_key, "", "");
}

static void searching_finds_every_letter_under_its_base(void **state)
{
    vcl_text key = { 0 };

    (void)state;
    vcl_unicode_search_key(&key, vcl_slice_of(vietnamese_letters));
    assert_int_equal(strspn(key.bytes, "abcdeghiklmnopqrstuvxy"), key.size);
    assert_int_equal(key.size, 2 * 89);
    vcl_text_release(&key);
}

static void leading_zeros_of_a_number_do_not_count(void **state)
{
    (void)state;
    assert_key(vcl_unicode_search_key, "007", "7");
    assert_key(vcl_unicode_search_key, "0", "0");
    assert_key(vcl_unicode_search_key, "000", "0");
    assert_key(vcl_unicode_search_key, "100", "100");
    assert_key(vcl_unicode_search_key, "a0b00c10", "a0b0c10");
}

static void two_numbers_stay_two(void **state)
{
    (void)state;
    assert_key(vcl_unicode_search_key, "1-02", "1 2");
    assert_key(vcl_unicode_search_key, "2021.06.15", "2021 6 15");
    assert_different(vcl_unicode_search_key, "1-2", "12");
    assert_same(vcl_unicode_search_key, "X1-2", "x 01 / 02");
}

static void lower_case_keeps_marks_and_their_places(void **state)
{
    (void)state;
    assert_key(vcl_unicode_lower, "  Hợp  Tác\tXÃ\xC2\xA0", "hợp tác xã");
    assert_key(vcl_unicode_lower, "ĐÔNG LAI", "đông lai");
    assert_key(vcl_unicode_lower, "Đo\u0302ng", "đông");
    assert_key(vcl_unicode_lower, " HTX  01 ", "htx 01");
    assert_key(vcl_unicode_lower, "", "");
    assert_different(vcl_unicode_lower, "Hoà", "Hòa");
    assert_same(vcl_unicode_lower, "a\xFF", "A\uFFFD");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nfc_composes),
        cmocka_unit_test(nfc_leaves_what_is_composed),
        cmocka_unit_test(nfc_keeps_width_and_compatibility_forms),
        cmocka_unit_test(nfc_appends),
        cmocka_unit_test(nfc_keeps_nul_bytes),
        cmocka_unit_test(nfc_agrees_with_utf8proc_on_every_character),
        cmocka_unit_test(invalid_bytes_become_replacement_characters),
        cmocka_unit_test(widths_are_columns_of_a_terminal),
        cmocka_unit_test(every_vietnamese_letter_takes_one_column),
        cmocka_unit_test(a_prefix_is_the_longest_that_fits),
        cmocka_unit_test(a_prefix_keeps_the_marks_of_its_last_letter),
        cmocka_unit_test(a_prefix_never_halves_a_wide_character),
        cmocka_unit_test(twins_differ_in_the_place_of_the_tone_mark),
        cmocka_unit_test(twins_differ_in_form_case_and_spacing),
        cmocka_unit_test(ascii_has_the_key_it_has_among_others),
        cmocka_unit_test(different_words_are_no_twins),
        cmocka_unit_test(a_tone_stays_in_its_word),
        cmocka_unit_test(a_twin_key_of_space_is_empty),
        cmocka_unit_test(every_vietnamese_letter_has_one_twin_key_in_every_form),
        cmocka_unit_test(searching_ignores_marks_case_and_punctuation),
        cmocka_unit_test(searching_finds_every_letter_under_its_base),
        cmocka_unit_test(leading_zeros_of_a_number_do_not_count),
        cmocka_unit_test(two_numbers_stay_two),
        cmocka_unit_test(lower_case_keeps_marks_and_their_places),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
