/* load/quick_text: texts of plain records are UTF-8, seen eight bytes at a time. */
#include "load/quick_text.h"

#include <string.h>

#include "base/unicode.h"
#include "support/assert.h"

/* Is the text taken whose `size` bytes stand at `text`, behind which there is room? */
static bool is_taken(vcl_quick *quick, char *text, size_t size)
{
    vcl_slice out = { 0 };
    const char *end = NULL;

    text[size] = '"';
    quick->end = text + size + 2 * VCL_QUICK_ROOM;
    end = vcl_quick_long_text(quick, text, text, &out);
    if (end != NULL) {
        assert_ptr_equal(end, text + size + 1);
        assert_int_equal(out.size, size);
    }
    return end != NULL;
}

/* Bytes at which the rules of UTF-8 change, and some between. */
static const unsigned char leads[] = { 'a',  0x7F, 0x80, 0xBF, 0xC0, 0xC1, 0xC2, 0xC3,
                                       0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0,
                                       0xF1, 0xF4, 0xF5, 0xF7, 0xF8, 0xFE, 0xFF };
static const unsigned char others[] = { 'a',  '"' - 1, 0x7F, 0x80, 0x8F, 0x90,
                                        0x9F, 0xA0,    0xBF, 0xC3, 0xE1 };

enum { LEADS = sizeof leads, OTHERS = sizeof others };

/* Any four such bytes, wherever they stand to the words of eight, before letters and at the end. */
static void a_text_is_taken_if_it_is_utf8(void **state)
{
    static vcl_quick quick;
    char text[128];
    size_t taken = 0;

    (void)state;
    for (size_t i = 0; i < LEADS * OTHERS * OTHERS * OTHERS; i++) {
        for (size_t before = 0; before < 9; before++) {
            size_t size = before + 4 + i % 3;
            memset(text, 'x', sizeof text);
            text[before] = (char)leads[i % LEADS];
            text[before + 1] = (char)others[i / LEADS % OTHERS];
            text[before + 2] = (char)others[i / LEADS / OTHERS % OTHERS];
            text[before + 3] = (char)others[i / LEADS / OTHERS / OTHERS];
            bool is_valid = vcl_unicode_valid((vcl_slice){ text, size }, NULL);
            assert_int_equal(is_taken(&quick, text, size), is_valid);
            taken += is_valid;
        }
    }
    assert_true(taken > 10000);
}

/* What stands behind the end of a text is not looked at. */
static void what_follows_a_text_does_not_matter(void **state)
{
    static vcl_quick quick;
    char text[128];

    (void)state;
    for (size_t size = 0; size < 40; size++) {
        memset(text, 0xBF, sizeof text);
        memset(text, 'x', size);
        assert_true(is_taken(&quick, text, size));
        if (size > 0) {
            text[size - 1] = (char)0xC3;
            assert_false(is_taken(&quick, text, size));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_taken_if_it_is_utf8),
        cmocka_unit_test(what_follows_a_text_does_not_matter),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
