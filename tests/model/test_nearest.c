/* model/nearest: the id that was probably meant. */
#include "model/nearest.h"

#include <stdio.h>
#include <string.h>

#include "support/assert.h"

/* What is found for `id` among `candidates`, a NULL-terminated list. */
static const char *find(const char *const *candidates, const char *id)
{
    vcl_nearest nearest;
    const char *found = NULL;

    vcl_nearest_init(&nearest);
    for (size_t i = 0; candidates[i] != NULL; i++) {
        assert_int_equal(vcl_nearest_add(&nearest, candidates[i], NULL), VCL_OK);
    }
    assert_int_equal(vcl_nearest_find(&nearest, id, &found, NULL), VCL_OK);
    vcl_nearest_release(&nearest);
    return found;
}

#define FIND(id, ...) find((const char *const[]){ __VA_ARGS__, NULL }, (id))
#define ASSERT_FOUND(expected, id, ...) assert_string_equal(FIND(id, __VA_ARGS__), (expected))
#define ASSERT_NOT_FOUND(id, ...) assert_null(FIND(id, __VA_ARGS__))

static void among_no_candidates_nothing_is_found(void **state)
{
    (void)state;
    assert_null(find((const char *const[]){ NULL }, "HTX-09"));
}

static void what_differs_only_in_typing_is_found_first(void **state)
{
    (void)state;
    ASSERT_FOUND("HTX-09", "HTX-9", "HTX-8", "HTX-09");
    ASSERT_FOUND("HTX-09", "htx 9", "htx 8", "HTX-09");
    ASSERT_FOUND("HTX Đông Lai", "htx dong lai", "htx dong mai", "HTX Đông Lai");
}

static void of_one_key_the_smaller_id_is_found(void **state)
{
    (void)state;
    ASSERT_FOUND("HTX-9", "htx_9", "htx-9", "HTX-9", "htx 9");
    ASSERT_FOUND("HTX-9", "htx_9", "htx 9", "htx-9", "HTX-9");
}

static void fewer_edits_are_nearer(void **state)
{
    (void)state;
    ASSERT_FOUND("buyer-ab", "buyer-ax", "buyer-xy", "buyer-ab");
    ASSERT_FOUND("pomelo", "pomello", "melon", "pomelo");
    ASSERT_FOUND("pomelo", "pmelo", "pomelo", "tea");
    ASSERT_FOUND("pomelo", "pomalo", "tea", "pomelo");
}

static void of_two_equally_near_the_smaller_is_found(void **state)
{
    (void)state;
    ASSERT_FOUND("farm-a", "farm-x", "farm-b", "farm-a", "farm-c");
    ASSERT_FOUND("farm-a", "farm-x", "farm-a", "farm-b", "farm-c");
}

static void two_edits_are_near_and_three_are_far(void **state)
{
    (void)state;
    ASSERT_FOUND("abcdef", "abcdxy", "abcdef");
    ASSERT_FOUND("abcdef", "abcd", "abcdef");
    ASSERT_FOUND("abcdef", "abcdefgh", "abcdef");
    ASSERT_NOT_FOUND("abcxyz", "abcdef");
    ASSERT_NOT_FOUND("abc-", "abcdefg");
}

/* In a short id two edits leave little of it. */
static void a_short_id_may_differ_by_one_edit_only(void **state)
{
    (void)state;
    ASSERT_FOUND("f12", "f13", "f12");
    ASSERT_FOUND("f1", "f", "f1");
    ASSERT_NOT_FOUND("f34", "f12");
    ASSERT_FOUND("fa12", "fa34", "fa12");
}

static void an_id_without_letters_or_digits_is_compared_by_edits(void **state)
{
    (void)state;
    ASSERT_FOUND("--+", "---", "--+", "a");
    ASSERT_NOT_FOUND("", "ab", "---");
}

static void a_long_id_is_found_by_its_key_only(void **state)
{
    char id[80] = "";
    char other[80] = "";

    (void)state;
    memset(id, 'a', 70);
    memset(other, 'a', 70);
    other[0] = 'A';
    ASSERT_FOUND(id, other, id);
    other[0] = 'b';
    ASSERT_NOT_FOUND(other, id);
    /* At most 64 bytes are compared edit by edit. */
    id[64] = '\0';
    other[64] = '\0';
    ASSERT_FOUND(id, other, id);
    ASSERT_NOT_FOUND("aaaaaaaaaa", id);
    id[64] = 'a';
    ASSERT_NOT_FOUND(other, id);
}

static void the_same_search_may_be_asked_again(void **state)
{
    vcl_nearest nearest;
    const char *found = NULL;

    (void)state;
    vcl_nearest_init(&nearest);
    assert_int_equal(vcl_nearest_add(&nearest, "HTX-09", NULL), VCL_OK);
    assert_int_equal(vcl_nearest_add(&nearest, "DN-01", NULL), VCL_OK);
    assert_int_equal(vcl_nearest_find(&nearest, "htx9", &found, NULL), VCL_OK);
    assert_string_equal(found, "HTX-09");
    assert_int_equal(vcl_nearest_find(&nearest, "somebody else", &found, NULL), VCL_OK);
    assert_null(found);
    assert_int_equal(vcl_nearest_find(&nearest, "dn1", &found, NULL), VCL_OK);
    assert_string_equal(found, "DN-01");
    vcl_nearest_release(&nearest);
}

/* 1,000 candidates: a file full of errors may ask some thousand times, and is then read on. */
static void after_millions_of_comparisons_it_gives_up(void **state)
{
    static char ids[1000][8];
    vcl_nearest nearest;
    const char *found = NULL;
    size_t searches = 0;

    (void)state;
    vcl_nearest_init(&nearest);
    for (size_t i = 0; i < 1000; i++) {
        snprintf(ids[i], sizeof ids[i], "id-%03d", (int)i);
        assert_int_equal(vcl_nearest_add(&nearest, ids[i], NULL), VCL_OK);
    }
    do {
        assert_int_equal(vcl_nearest_find(&nearest, "ID 7", &found, NULL), VCL_OK);
        searches++;
    } while (found != NULL && searches < 100000);
    assert_int_equal(searches, 2001);
    vcl_nearest_release(&nearest);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(among_no_candidates_nothing_is_found),
        cmocka_unit_test(what_differs_only_in_typing_is_found_first),
        cmocka_unit_test(of_one_key_the_smaller_id_is_found),
        cmocka_unit_test(fewer_edits_are_nearer),
        cmocka_unit_test(of_two_equally_near_the_smaller_is_found),
        cmocka_unit_test(two_edits_are_near_and_three_are_far),
        cmocka_unit_test(a_short_id_may_differ_by_one_edit_only),
        cmocka_unit_test(an_id_without_letters_or_digits_is_compared_by_edits),
        cmocka_unit_test(a_long_id_is_found_by_its_key_only),
        cmocka_unit_test(the_same_search_may_be_asked_again),
        cmocka_unit_test(after_millions_of_comparisons_it_gives_up),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
