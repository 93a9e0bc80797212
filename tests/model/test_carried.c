/* model/carried: in which layers a link stands. */
#include "model/carried.h"

#include "support/assert.h"

enum { PRODUCTS = 3, SETS = 8 };

/* Every set of three products, by its bits; the empty set is 0. */
static void make_sets(vcl_sets *sets, uint32_t numbers[SETS])
{
    assert_int_equal(vcl_sets_init(sets, NULL), VCL_OK);
    for (uint32_t bits = 0; bits < SETS; bits++) {
        uint32_t items[PRODUCTS];
        uint32_t count = 0;
        for (uint32_t product = 0; product < PRODUCTS; product++) {
            items[count] = product;
            count += bits >> product & 1u;
        }
        assert_int_equal(vcl_sets_intern(sets, items, count, numbers + bits, NULL), VCL_OK);
    }
}

/* The products that whoever lists `bits` carries or handles: those listed, any where none is. */
static uint32_t any_if_none(uint32_t bits)
{
    return bits == 0 ? SETS - 1 : bits;
}

static uint32_t bits_of(const vcl_carried *carried)
{
    uint32_t bits = 0;

    for (uint32_t i = 0; i < carried->candidates.count; i++) {
        uint32_t product = carried->candidates.items[i];
        bits |= vcl_carried_has(carried, product) ? 1u << product : 0u;
    }
    return bits;
}

static void assert_carried(const vcl_sets *sets, const uint32_t numbers[SETS], uint32_t link,
                           uint32_t source, uint32_t target)
{
    uint32_t expected = any_if_none(link) & any_if_none(source) & any_if_none(target);
    bool unstated = (link | source | target) == 0;
    vcl_carried carried = vcl_carried_by(sets, numbers[link], numbers[source], numbers[target]);

    assert_int_equal(carried.candidates.count == 0, unstated);
    assert_int_equal(bits_of(&carried), unstated ? 0 : expected);
    assert_int_equal(vcl_carried_any(&carried), expected != 0);
}

static void a_link_stands_where_it_and_both_ends_say_so(void **state)
{
    vcl_sets sets;
    uint32_t numbers[SETS];

    (void)state;
    make_sets(&sets, numbers);
    for (uint32_t link = 0; link < SETS; link++) {
        for (uint32_t source = 0; source < SETS; source++) {
            for (uint32_t target = 0; target < SETS; target++) {
                assert_carried(&sets, numbers, link, source, target);
            }
        }
    }
    vcl_sets_release(&sets);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_link_stands_where_it_and_both_ends_say_so),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
