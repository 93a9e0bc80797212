/* base/keyed: in the order of keys, those of one key as they stood. */
#include "base/keyed.h"

#include "support/assert.h"
#include "support/chance.h"

static void assert_sorted(vcl_keyed *items, size_t count)
{
    uint64_t sum = 0;

    for (size_t i = 0; i < count; i++) {
        items[i].number = (uint32_t)i;
        sum += items[i].key * (i + 1);
    }
    assert_int_equal(vcl_keyed_sort(items, count, NULL), VCL_OK);
    for (size_t i = 0; i < count; i++) {
        sum -= items[i].key * ((uint64_t)items[i].number + 1);
        assert_true(i == 0 || items[i - 1].key < items[i].key ||
                    (items[i - 1].key == items[i].key && items[i - 1].number < items[i].number));
    }
    assert_int_equal(sum, 0); /* the same items */
}

static void nothing_and_one_are_in_order(void **state)
{
    vcl_keyed one = { .key = 7 };

    (void)state;
    assert_sorted(&one, 0);
    assert_sorted(&one, 1);
}

static void keys_of_any_size_are_sorted(void **state)
{
    enum { count = 2000 };
    vcl_keyed items[count];
    struct chance chance = { .state = 3 };

    (void)state;
    for (unsigned shift = 0; shift < 64; shift++) {
        for (size_t i = 0; i < count; i++) {
            items[i].key = next_of(&chance) >> shift;
        }
        assert_sorted(items, count);
    }
}

static void the_highest_byte_counts_most(void **state)
{
    vcl_keyed items[] = { { .key = (uint64_t)1 << 56 }, { .key = 255 }, { .key = UINT64_MAX } };

    (void)state;
    assert_sorted(items, 3);
    assert_int_equal(items[0].key, 255);
    assert_true(items[2].key == UINT64_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_and_one_are_in_order),
        cmocka_unit_test(keys_of_any_size_are_sorted),
        cmocka_unit_test(the_highest_byte_counts_most),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
