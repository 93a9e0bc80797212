/* model/sets: sets of products, each stored once. */
#include "model/sets.h"

#include <stdlib.h>

#include "base/idmap.h"
#include "support/assert.h"

enum { MOST = 8 };

static uint32_t intern(vcl_sets *sets, const uint32_t *items, uint32_t count)
{
    uint32_t copy[MOST] = { 0 };
    uint32_t set = VCL_NONE;

    for (uint32_t i = 0; i < count; i++) {
        copy[i] = items[i];
    }
    assert_int_equal(vcl_sets_intern(sets, copy, count, &set, NULL), VCL_OK);
    return set;
}

#define INTERN(sets, ...)                                                                          \
    intern((sets), (const uint32_t[]){ __VA_ARGS__ },                                              \
           sizeof(const uint32_t[]){ __VA_ARGS__ } / sizeof(uint32_t))

static void assert_set(const vcl_sets *sets, uint32_t number, const uint32_t *items, uint32_t count)
{
    vcl_set set = vcl_sets_at(sets, number);

    assert_int_equal(set.count, count);
    for (uint32_t i = 0; i < count; i++) {
        assert_int_equal(set.items[i], items[i]);
    }
}

#define ASSERT_SET(sets, number, ...)                                                              \
    assert_set((sets), (number), (const uint32_t[]){ __VA_ARGS__ },                                \
               sizeof(const uint32_t[]){ __VA_ARGS__ } / sizeof(uint32_t))

static void the_empty_set_is_set_0_from_the_start(void **state)
{
    vcl_sets sets;

    (void)state;
    assert_int_equal(vcl_sets_init(&sets, NULL), VCL_OK);
    assert_int_equal(vcl_sets_count(&sets), 1);
    assert_int_equal(vcl_sets_at(&sets, 0).count, 0);
    assert_int_equal(intern(&sets, NULL, 0), 0);
    assert_int_equal(vcl_sets_count(&sets), 1);
    vcl_sets_release(&sets);
}

static void equal_contents_have_one_number(void **state)
{
    vcl_sets sets;

    (void)state;
    assert_int_equal(vcl_sets_init(&sets, NULL), VCL_OK);
    assert_int_equal(INTERN(&sets, 3, 1, 2), 1);
    assert_int_equal(INTERN(&sets, 1, 2, 3), 1);
    assert_int_equal(INTERN(&sets, 2, 3, 2, 1, 1), 1);
    assert_int_equal(INTERN(&sets, 1, 2), 2);
    assert_int_equal(INTERN(&sets, 0), 3);
    assert_int_equal(INTERN(&sets, 0, 0), 3);
    assert_int_equal(vcl_sets_count(&sets), 4);
    vcl_sets_release(&sets);
}

static void items_are_sorted_and_distinct(void **state)
{
    vcl_sets sets;

    (void)state;
    assert_int_equal(vcl_sets_init(&sets, NULL), VCL_OK);
    ASSERT_SET(&sets, INTERN(&sets, 4000000000u, 7, 7, 0), 0, 7, 4000000000u);
    vcl_sets_release(&sets);
}

static void a_set_contains_what_it_lists_and_nothing_else(void **state)
{
    vcl_sets sets;
    vcl_set set;

    (void)state;
    assert_int_equal(vcl_sets_init(&sets, NULL), VCL_OK);
    assert_int_equal(INTERN(&sets, 2, 4, 6, 8), 1);
    set = vcl_sets_at(&sets, 1);
    for (uint32_t item = 0; item < 10; item++) {
        assert_int_equal(vcl_set_contains(set, item), item > 0 && item % 2 == 0);
        assert_false(vcl_set_contains(vcl_sets_at(&sets, 0), item));
    }
    vcl_sets_release(&sets);
}

/* Every pair and every single one of 120 items: far more than the first slots hold. */
static void many_sets_are_found_again_as_the_table_grows(void **state)
{
    enum { items = 120 };
    vcl_sets sets;
    uint32_t expected = 1;

    (void)state;
    assert_int_equal(vcl_sets_init(&sets, NULL), VCL_OK);
    for (int round = 0; round < 2; round++) {
        expected = 1;
        for (uint32_t i = 0; i < items; i++) {
            for (uint32_t j = 0; j <= i; j++) {
                assert_int_equal(INTERN(&sets, i, j), expected++);
            }
        }
    }
    assert_int_equal(vcl_sets_count(&sets), expected);
    ASSERT_SET(&sets, 1, 0);
    ASSERT_SET(&sets, expected - 1, items - 1);
    ASSERT_SET(&sets, expected - 2, items - 2, items - 1);
    vcl_sets_release(&sets);
}

static void canonical_numbers_follow_the_contents(void **state)
{
    static const uint32_t same[] = { 0, 1, 2, 3 };
    vcl_sets sets;
    uint32_t *moved = NULL;

    (void)state;
    assert_int_equal(vcl_sets_init(&sets, NULL), VCL_OK);
    assert_int_equal(INTERN(&sets, 3), 1);
    assert_int_equal(INTERN(&sets, 0, 2), 2);
    assert_int_equal(INTERN(&sets, 0), 3);
    assert_int_equal(INTERN(&sets, 0, 1, 3), 4);
    assert_int_equal(vcl_sets_canonical(&sets, same, &moved, NULL), VCL_OK);
    assert_int_equal(moved[0], 0);
    assert_int_equal(moved[3], 1); /* 0 */
    assert_int_equal(moved[4], 2); /* 0 1 3 */
    assert_int_equal(moved[2], 3); /* 0 2 */
    assert_int_equal(moved[1], 4); /* 3 */
    ASSERT_SET(&sets, 2, 0, 1, 3);
    free(moved);
    vcl_sets_release(&sets);
}

static void canonical_numbers_do_not_depend_on_the_order_of_coming(void **state)
{
    static const uint32_t names[2][3] = { { 2, 0, 1 }, { 0, 1, 2 } };
    vcl_sets sets[2];
    uint32_t *moved[2] = { NULL };

    (void)state;
    /* The same three products, named in another order. */
    assert_int_equal(vcl_sets_init(sets, NULL), VCL_OK);
    assert_int_equal(vcl_sets_init(sets + 1, NULL), VCL_OK);
    INTERN(sets, 0, 1);
    INTERN(sets, 2);
    INTERN(sets + 1, 1);
    INTERN(sets + 1, 2, 0);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(vcl_sets_canonical(sets + i, names[i], moved + i, NULL), VCL_OK);
        ASSERT_SET(sets + i, 1, 0, 2);
        ASSERT_SET(sets + i, 2, 1);
    }
    assert_int_equal(moved[0][1], 1);
    assert_int_equal(moved[1][1], 2);
    for (int i = 0; i < 2; i++) {
        free(moved[i]);
        vcl_sets_release(sets + i);
    }
}

static void sets_that_become_equal_are_one(void **state)
{
    static const uint32_t one_name[] = { 5, 5, 5 };
    vcl_sets sets;
    uint32_t *moved = NULL;

    (void)state;
    assert_int_equal(vcl_sets_init(&sets, NULL), VCL_OK);
    INTERN(&sets, 0, 1);
    INTERN(&sets, 2);
    assert_int_equal(vcl_sets_canonical(&sets, one_name, &moved, NULL), VCL_OK);
    assert_int_equal(moved[1], moved[2]);
    ASSERT_SET(&sets, moved[1], 5);
    free(moved);
    vcl_sets_release(&sets);
}

static void sets_without_any_items_stay_so(void **state)
{
    vcl_sets sets;
    uint32_t *moved = NULL;

    (void)state;
    assert_int_equal(vcl_sets_init(&sets, NULL), VCL_OK);
    assert_int_equal(vcl_sets_canonical(&sets, NULL, &moved, NULL), VCL_OK);
    assert_int_equal(moved[0], 0);
    assert_int_equal(vcl_sets_count(&sets), 1);
    assert_int_equal(INTERN(&sets, 9), 1);
    free(moved);
    vcl_sets_release(&sets);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_empty_set_is_set_0_from_the_start),
        cmocka_unit_test(equal_contents_have_one_number),
        cmocka_unit_test(items_are_sorted_and_distinct),
        cmocka_unit_test(a_set_contains_what_it_lists_and_nothing_else),
        cmocka_unit_test(many_sets_are_found_again_as_the_table_grows),
        cmocka_unit_test(canonical_numbers_follow_the_contents),
        cmocka_unit_test(canonical_numbers_do_not_depend_on_the_order_of_coming),
        cmocka_unit_test(sets_that_become_equal_are_one),
        cmocka_unit_test(sets_without_any_items_stay_so),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
