/* Names of places, and the words of their levels. */
#include "registers/place_name.h"

#include <string.h>

#include "support/assert.h"

static void assert_read(const char *name, const char *word, unsigned levels, const char *same_as)
{
    vcl_text key = { 0 };
    vcl_text other = { 0 };
    vcl_place_name own = vcl_place_name_read(&key, vcl_slice_of(name));

    (void)vcl_place_name_read(&other, vcl_slice_of(same_as));
    assert_string_equal(own.word != NULL ? own.word : "", word);
    assert_int_equal(own.levels, levels);
    assert_string_equal(vcl_text_bytes(&key), vcl_text_bytes(&other));
    vcl_text_release(&other);
    vcl_text_release(&key);
}

static void the_word_of_a_level_is_taken_off(void **state)
{
    (void)state;
    assert_read("Xã Đông Lai", "xã", VCL_LEVEL_COMMUNE, "đông lai");
    assert_read("X. Đông Lai", "xã", VCL_LEVEL_COMMUNE, "Đông  Lai");
    assert_read("TT Mãn Đức", "thị trấn", VCL_LEVEL_COMMUNE, "Mãn Đức");
    assert_read("TT.Mãn Đức", "thị trấn", VCL_LEVEL_COMMUNE, "Mãn Đức");
    assert_read("H. Tân Lạc", "huyện", VCL_LEVEL_DISTRICT, "tân lạc");
    assert_read("TP Hoà Bình", "thành phố", VCL_LEVEL_PROVINCE | VCL_LEVEL_DISTRICT, "Hòa Bình");
    assert_read("Thị xã Phổ Yên", "thị xã", VCL_LEVEL_DISTRICT, "Phổ Yên");
    assert_read("Quận 1", "quận", VCL_LEVEL_DISTRICT, "1");
    assert_read("Tan Lac District", "", VCL_LEVEL_DISTRICT, "Tan Lac");
    assert_read("Đông Lai", "", VCL_LEVEL_ANY, "Đông Lai");
}

static void what_only_looks_like_such_a_word_stays(void **state)
{
    (void)state;
    assert_read("Xã", "", VCL_LEVEL_ANY, "Xã");
    assert_read("H Mông", "", VCL_LEVEL_ANY, "H Mông");
    assert_read("Pả Vi", "", VCL_LEVEL_ANY, "Pả Vi");
    assert_read("Bản", "", VCL_LEVEL_ANY, "bản");
    assert_read("", "", VCL_LEVEL_ANY, "");
}

static void marks_and_numerals_count(void **state)
{
    static const char *const names[] = { "Tân Lạc", "Tấn Lạc", "Tan Lac", "Phường 1", "Phường 2" };

    (void)state;
    for (size_t i = 1; i < sizeof names / sizeof *names; i++) {
        vcl_text one = { 0 };
        vcl_text other = { 0 };
        (void)vcl_place_name_read(&one, vcl_slice_of(names[i - 1]));
        (void)vcl_place_name_read(&other, vcl_slice_of(names[i]));
        assert_string_not_equal(vcl_text_bytes(&one), vcl_text_bytes(&other));
        vcl_text_release(&other);
        vcl_text_release(&one);
    }
}

static void assert_levels(const char *level, unsigned expected)
{
    vcl_text scratch = { 0 };

    assert_int_equal(vcl_place_levels_of(&scratch, vcl_slice_of(level)), expected);
    vcl_text_release(&scratch);
}

static void words_of_levels_are_known_in_both_languages(void **state)
{
    (void)state;
    assert_levels("Xã", VCL_LEVEL_COMMUNE);
    assert_levels("cấp huyện", VCL_LEVEL_DISTRICT);
    assert_levels("Province", VCL_LEVEL_PROVINCE);
    assert_levels("vùng", VCL_LEVEL_ANY);
    assert_string_equal(vcl_place_level_word(VCL_LEVEL_COMMUNE), "commune");
    assert_null(vcl_place_level_word(VCL_LEVEL_PROVINCE | VCL_LEVEL_DISTRICT));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_word_of_a_level_is_taken_off),
        cmocka_unit_test(what_only_looks_like_such_a_word_stays),
        cmocka_unit_test(marks_and_numerals_count),
        cmocka_unit_test(words_of_levels_are_known_in_both_languages),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
