/* What the command prints: text made visible, columns, sentences. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/layout.h"
#include "cli/texts.h"
#include "cli/visible.h"
#include "support/assert.h"

typedef struct page {
    FILE *stream;
    char *bytes;
    size_t size;
} page;

static FILE *stream_of(page *p)
{
    p->stream = open_memstream(&p->bytes, &p->size);
    assert_non_null(p->stream);
    return p->stream;
}

static void assert_printed(page *p, const char *want)
{
    fclose(p->stream);
    assert_string_equal(p->bytes, want);
    free(p->bytes);
}

static void assert_visible(const char *text, const char *want)
{
    page p = { 0 };

    cli_print_visible(stream_of(&p), text);
    assert_printed(&p, want);
}

static void plain_text_stays_as_it_is(void **state)
{
    (void)state;
    assert_visible("", "");
    assert_visible("HTX Đông Lai 🍊.json", "HTX Đông Lai 🍊.json");
}

static void controls_are_shown(void **state)
{
    (void)state;
    assert_visible("\033[31m\n\x7f", "<U+001B>[31m<U+000A><U+007F>");
    assert_visible("\xc2\x85", "<U+0085>");
    assert_visible("\xe2\x80\xae|\xe2\x81\xa6|\xe2\x80\xa8|\xef\xbb\xbf",
                   "<U+202E>|<U+2066>|<U+2028>|<U+FEFF>");
}

static void invalid_bytes_are_shown(void **state)
{
    (void)state;
    assert_visible("\xff", "<0xFF>");
    assert_visible("a\xc3", "a<0xC3>");
    assert_visible("\xe1\xba|", "<0xE1><0xBA>|");
    assert_visible("\xc0\xaf", "<0xC0><0xAF>");
    assert_visible("\xed\xa0\x80", "<0xED><0xA0><0x80>");
    assert_visible("\xf4\x90\x80\x80", "<0xF4><0x90><0x80><0x80>");
    assert_visible("\xe0\x80\x80", "<0xE0><0x80><0x80>");
}

static void columns_are_counted_in_characters(void **state)
{
    page p = { 0 };

    (void)state;
    assert_int_equal(cli_width("Đông"), 4);
    cli_print_padded(stream_of(&p), "Đông", 6);
    cli_print_padded(p.stream, "Đông", 2);
    fputc('|', p.stream);
    assert_printed(&p, "Đông  Đông |");
}

static void long_text_is_broken_at_spaces(void **state)
{
    page p = { 0 };

    (void)state;
    cli_print_wrapped(stream_of(&p), "aaaa bbbb cccc", CLI_PAGE_WIDTH - 9);
    assert_printed(&p, "aaaa bbbb\n"
                       "                                                                         "
                       "                  cccc\n");
}

static void sentences_take_arguments(void **state)
{
    page p = { 0 };

    (void)state;
    cli_print(stream_of(&p), VCL_ENGLISH, CLI_TEXT_OMITTED,
              (const char *const[]){ "17", "a\033b" });
    assert_printed(&p, "17 more of a<U+001B>b are not shown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_text_stays_as_it_is),
        cmocka_unit_test(controls_are_shown),
        cmocka_unit_test(invalid_bytes_are_shown),
        cmocka_unit_test(columns_are_counted_in_characters),
        cmocka_unit_test(long_text_is_broken_at_spaces),
        cmocka_unit_test(sentences_take_arguments),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
