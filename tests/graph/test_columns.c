/* graph/columns: sums by column and by row of a run, against adding one bit after the other. */
#include "graph/columns.h"

#include <string.h>

#include "base/error.h"
#include "graph/drawn_core.h"

static drawn_core drawn;

/* `count` goals, every second part of the core. */
static void draw_goals(uint32_t *goals, uint32_t *count)
{
    *count = *count < drawn.core.count / 2 ? *count : drawn.core.count / 2;
    for (uint32_t i = 0; i < *count; i++) {
        goals[i] = 2 * i;
    }
}

static void assert_sums(uint32_t count)
{
    static vcl_weights weights[DRAWN_PARTS]; /* by drawn part */
    vcl_weights sums[VCL_BLOCK_BITS + 1];
    uint32_t goals[VCL_BLOCK_BITS] = { 0 };

    draw_goals(goals, &count);
    for (uint32_t part = 0; part < DRAWN_PARTS; part++) {
        weights[part] = (vcl_weights){ { part % 3 == 0 ? 0.0 : part, 1.0, 0.5 * (part % 2) } };
        weights[part] = part % 5 == 0 ? (vcl_weights){ { 0.0 } } : weights[part];
    }
    sums[count].of[0] = -1.0;
    vcl_core_run(&drawn.core, goals, count);
    assert_int_equal(vcl_columns_sum(&drawn.core, weights, count, sums, NULL), VCL_OK);
    for (uint32_t bit = 0; bit < count; bit++) {
        vcl_weights expected = { { 0.0 } };
        for (uint32_t part = 0; part < drawn.core.count; part++) {
            if (drawn_reaches(&drawn, part, goals[bit])) {
                vcl_weights_add(&expected, weights + drawn.core.part_of[part]);
            }
        }
        assert_memory_equal(sums + bit, &expected, sizeof expected);
    }
    assert_true(sums[count].of[0] == -1.0);
}

static void assert_counts(uint32_t count)
{
    static uint32_t numbers[DRAWN_PARTS];
    static uint32_t counts[DRAWN_PARTS];
    uint32_t goals[VCL_BLOCK_BITS] = { 0 };

    draw_goals(goals, &count);
    for (uint32_t part = 0; part < DRAWN_PARTS; part++) {
        numbers[part] = 1 + part % 7;
        counts[part] = 1000;
    }
    vcl_core_run(&drawn.core, goals, count);
    assert_int_equal(vcl_columns_count(&drawn.core, numbers, goals, count, counts, NULL), VCL_OK);
    for (uint32_t part = 0; part < drawn.core.count; part++) {
        uint32_t expected = 1000;
        for (uint32_t bit = 0; bit < count; bit++) {
            expected += drawn_reaches(&drawn, part, goals[bit])
                            ? numbers[drawn.core.part_of[goals[bit]]]
                            : 0;
        }
        assert_int_equal(counts[part], expected);
    }
}

static void sums_by_column_and_by_row_are_those_of_the_bits(void **state)
{
    static const uint32_t counts[] = { 0, 1, 7, 8, 9, 64, 65, 200, VCL_BLOCK_BITS };

    (void)state;
    draw_core(&drawn, 3);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        assert_sums(counts[i]);
        assert_counts(counts[i]);
    }
    vcl_core_release(&drawn.core);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_by_column_and_by_row_are_those_of_the_bits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
