/* Ids made from names. */
#include "import/slug.h"

#include <string.h>

#include "support/assert.h"

static void assert_slug(const char *name, const char *expected)
{
    vcl_text text = { 0 };

    vcl_slug_add(&text, vcl_slice_of(name));
    assert_string_equal(vcl_text_bytes(&text), expected);
    vcl_text_release(&text);
}

static void names_become_plain_words(void **state)
{
    (void)state;
    assert_slug("htx Đông Lai", "htx-dong-lai");
    assert_slug("  Cty TNHH M&N (chi nhánh 2) ", "cty-tnhh-m-n-chi-nhanh-2");
    assert_slug("HTX 01", "htx-1");
    assert_slug("", "");
    assert_slug(" -- ! ", "");
}

static void ids_are_given_once(void **state)
{
    static const char *const bases[] = { "a", "a", "b", "a-2", "a", "c", "a" };
    static const char *const expected[] = { "a", "a-3", "b-2", "a-2", "a-4", "c", "a-5" };
    vcl_idmap taken;
    vcl_array slugs;
    vcl_arena arena = { 0 };

    (void)state;
    vcl_idmap_init(&taken);
    vcl_array_init(&slugs, sizeof(vcl_slug));
    assert_int_equal(vcl_slug_take(&taken, vcl_slice_of("B"), NULL, NULL), VCL_OK);
    for (uint32_t i = 0; i < 7; i++) {
        vcl_slug slug = { .base = bases[i], .owner = i };
        assert_int_equal(vcl_array_add(&slugs, &slug, NULL), VCL_OK);
    }
    assert_int_equal(vcl_slug_settle(&slugs, &taken, &arena, NULL), VCL_OK);
    for (size_t i = 0; i < 7; i++) {
        assert_string_equal(((const vcl_slug *)slugs.items)[i].id, expected[i]);
    }
    vcl_arena_release(&arena);
    vcl_array_release(&slugs);
    vcl_idmap_release(&taken);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_become_plain_words),
        cmocka_unit_test(ids_are_given_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
