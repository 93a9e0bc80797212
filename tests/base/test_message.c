/* base/message: every sentence has two languages that say the same. */
#include "base/message.h"

#include <stdio.h>
#include <string.h>

#include "base/unicode.h"
#include "support/assert.h"

static unsigned placeholders(const char *template)
{
    unsigned found = 0;

    for (const char *at = strchr(template, '{'); at != NULL; at = strchr(at + 1, '{')) {
        if (at[1] >= '0' && at[1] <= '9' && at[2] == '}') {
            found |= 1u << (at[1] - '0');
        }
    }
    return found;
}

static void both_languages_have_the_same_arguments(void **state)
{
    (void)state;
    for (int i = 0; i < VCL_MESSAGE_COUNT; i++) {
        const char *english = vcl_message_template((vcl_message)i, VCL_ENGLISH);
        const char *vietnamese = vcl_message_template((vcl_message)i, VCL_VIETNAMESE);
        if (placeholders(english) != placeholders(vietnamese)) {
            fail_msg("%s\n%s", english, vietnamese);
        }
    }
}

static bool is_clean(const char *template)
{
    vcl_text nfc = { 0 };
    vcl_text visible = { 0 };
    bool clean = template[0] != '\0';

    vcl_unicode_nfc(&nfc, vcl_slice_of(template));
    vcl_text_add_visible(&visible, vcl_slice_of(template));
    clean = clean && strcmp(nfc.bytes, template) == 0 && strcmp(visible.bytes, template) == 0;
    vcl_text_release(&nfc);
    vcl_text_release(&visible);
    return clean;
}

static void every_sentence_is_one_line_of_nfc(void **state)
{
    (void)state;
    for (int i = 0; i < 2 * VCL_MESSAGE_COUNT; i++) {
        vcl_language language = i % 2 == 0 ? VCL_ENGLISH : VCL_VIETNAMESE;
        const char *template = vcl_message_template((vcl_message)(i / 2), language);
        if (!is_clean(template)) {
            fail_msg("\"%s\"", template);
        }
    }
}

static void arguments_take_their_places(void **state)
{
    static const char *const arguments[] = { "actors", "loss" };
    vcl_text text = { 0 };

    (void)state;
    vcl_text_add(&text, "! ");
    vcl_message_format(&text, VCL_MSG_NOT_FINITE, VCL_ENGLISH, arguments, 2);
    assert_string_equal(text.bytes,
                        "! table actors: loss is not a finite number; please report this");
    vcl_text_release(&text);
}

static void a_missing_argument_leaves_nothing(void **state)
{
    static const char *const arguments[] = { NULL, "b" };
    vcl_text text = { 0 };

    (void)state;
    vcl_message_format(&text, VCL_MSG_FILE_FAILED, VCL_ENGLISH, arguments, 2);
    assert_string_equal(text.bytes, ": b");
    vcl_text_clear(&text);
    vcl_message_format(&text, VCL_MSG_FILE_FAILED, VCL_ENGLISH, NULL, 0);
    assert_string_equal(text.bytes, ": ");
    vcl_text_release(&text);
}

static void an_argument_is_no_template(void **state)
{
    static const char *const arguments[] = { "{1}", "{0}" };
    vcl_text text = { 0 };

    (void)state;
    vcl_message_format(&text, VCL_MSG_FILE_FAILED, VCL_ENGLISH, arguments, 2);
    assert_string_equal(text.bytes, "{1}: {0}");
    vcl_text_release(&text);
}

static void arguments_are_made_visible(void **state)
{
    static const char *const arguments[] = { "a\033", "b\xE2\x80\xAE\xC3" };
    vcl_text text = { 0 };

    (void)state;
    vcl_message_format(&text, VCL_MSG_FILE_FAILED, VCL_VIETNAMESE, arguments, 2);
    assert_string_equal(text.bytes, "a<U+001B>: b<U+202E><0xC3>");
    vcl_text_release(&text);
}

static void a_vietnamese_locale_asks_for_vietnamese(void **state)
{
    (void)state;
    assert_int_equal(vcl_language_of_locale("vi_VN.UTF-8"), VCL_VIETNAMESE);
    assert_int_equal(vcl_language_of_locale("vi_VN"), VCL_VIETNAMESE);
    assert_int_equal(vcl_language_of_locale("vi"), VCL_VIETNAMESE);
    assert_int_equal(vcl_language_of_locale("vi.utf8"), VCL_VIETNAMESE);
}

static void any_other_locale_gets_english(void **state)
{
    (void)state;
    assert_int_equal(vcl_language_of_locale(NULL), VCL_ENGLISH);
    assert_int_equal(vcl_language_of_locale(""), VCL_ENGLISH);
    assert_int_equal(vcl_language_of_locale("v"), VCL_ENGLISH);
    assert_int_equal(vcl_language_of_locale("C"), VCL_ENGLISH);
    assert_int_equal(vcl_language_of_locale("en_US.UTF-8"), VCL_ENGLISH);
    assert_int_equal(vcl_language_of_locale("fr_FR"), VCL_ENGLISH);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_languages_have_the_same_arguments),
        cmocka_unit_test(every_sentence_is_one_line_of_nfc),
        cmocka_unit_test(arguments_take_their_places),
        cmocka_unit_test(a_missing_argument_leaves_nothing),
        cmocka_unit_test(an_argument_is_no_template),
        cmocka_unit_test(arguments_are_made_visible),
        cmocka_unit_test(a_vietnamese_locale_asks_for_vietnamese),
        cmocka_unit_test(any_other_locale_gets_english),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
