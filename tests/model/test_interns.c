/* model/interns: items each stored once. */
#include "model/interns.h"

#include "support/assert.h"

typedef struct pair {
    uint32_t first;
    uint32_t second;
} pair;

static uint32_t number_of(vcl_interns *interns, uint32_t first, uint32_t second)
{
    const pair item = { first, second };
    uint32_t number = UINT32_MAX;

    assert_int_equal(vcl_interns_number(interns, &item, &number, NULL), VCL_OK);
    return number;
}

static void equal_items_have_one_number(void **state)
{
    vcl_interns interns;

    (void)state;
    vcl_interns_init(&interns, sizeof(pair));
    assert_int_equal(number_of(&interns, 1, 2), 0);
    assert_int_equal(number_of(&interns, 2, 1), 1);
    assert_int_equal(number_of(&interns, 2, 1), 1);
    assert_int_equal(number_of(&interns, 1, 2), 0);
    assert_int_equal(number_of(&interns, 0, 0), 2);
    assert_int_equal(interns.items.count, 3);
    vcl_interns_release(&interns);
}

static void many_items_are_found_again(void **state)
{
    enum { count = 50000 };
    vcl_interns interns;

    (void)state;
    vcl_interns_init(&interns, sizeof(pair));
    for (uint32_t round = 0; round < 2; round++) {
        for (uint32_t i = 0; i < count; i++) {
            if (number_of(&interns, i, i % 7) != i) {
                fail_msg("item %u is not found", (unsigned)i);
            }
        }
    }
    vcl_interns_release(&interns);
}

static void sealed_items_stay(void **state)
{
    vcl_interns interns;

    (void)state;
    vcl_interns_init(&interns, sizeof(pair));
    number_of(&interns, 3, 4);
    vcl_interns_seal(&interns);
    assert_int_equal(interns.items.count, 1);
    assert_int_equal(((const pair *)interns.items.items)->second, 4);
    vcl_interns_release(&interns);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_items_have_one_number),
        cmocka_unit_test(many_items_are_found_again),
        cmocka_unit_test(sealed_items_stay),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
