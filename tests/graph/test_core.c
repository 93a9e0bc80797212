/* graph/core: who reaches a block of goals, against following every arc. */
#include "graph/core.h"

#include <string.h>

#include "base/error.h"
#include "graph/drawn_core.h"

static bool has_bit(const vcl_core *core, uint32_t place, uint32_t bit)
{
    return (vcl_core_row(core, place)[bit / 64] >> (bit % 64) & 1) != 0;
}

static void assert_run(drawn_core *drawn, const uint32_t *goals, uint32_t count)
{
    static bool met[DRAWN_PARTS];
    vcl_core *core = &drawn->core;

    memset(met, 0, sizeof met);
    vcl_core_run(core, goals, count);
    for (uint32_t place = 0; place < core->met_count; place++) {
        uint32_t part = core->met[place];
        assert_false(met[part]);
        met[part] = true;
        for (uint32_t bit = 0; bit < 64 * core->words; bit++) {
            assert_int_equal(has_bit(core, place, bit),
                             bit < count && drawn_reaches(drawn, part, goals[bit]));
        }
    }
    for (uint32_t part = 0; part < core->count; part++) {
        bool reaches = false;
        for (uint32_t bit = 0; bit < count; bit++) {
            reaches = reaches || drawn_reaches(drawn, part, goals[bit]);
        }
        assert_int_equal(met[part], reaches);
    }
}

static drawn_core drawn;

static void blocks_meet_those_who_reach_their_goals(void **state)
{
    uint32_t goals[VCL_BLOCK_BITS] = { 0 };

    (void)state;
    for (uint64_t seed = 1; seed < 6; seed++) {
        struct chance chance = { seed };
        draw_core(&drawn, seed);
        assert_true(drawn.core.count > 300);
        for (uint32_t count = 0; count < drawn.core.count && count <= VCL_BLOCK_BITS;
             count = count * 3 + 1) {
            uint32_t first = any_of(&chance, drawn.core.count);
            for (uint32_t i = 0; i < count; i++) {
                goals[i] = (first + i * 7) % drawn.core.count;
            }
            if (drawn.core.count % 7 != 0) {
                assert_run(&drawn, goals, count);
            }
        }
        vcl_core_release(&drawn.core);
    }
}

static void a_full_block_is_told_apart(void **state)
{
    uint32_t goals[VCL_BLOCK_BITS] = { 0 };
    uint32_t count = 0;

    (void)state;
    draw_core(&drawn, 11);
    while (count < VCL_BLOCK_BITS && count < drawn.core.count) {
        goals[count] = drawn.core.count - 1 - count;
        count++;
    }
    assert_run(&drawn, goals, count);
    assert_run(&drawn, goals, 0);
    assert_run(&drawn, goals, 1);
    vcl_core_release(&drawn.core);
}

static void arranging_keeps_every_part_once(void **state)
{
    uint32_t parts[DRAWN_PARTS];
    bool found[DRAWN_PARTS] = { false };
    uint32_t count = 0;

    (void)state;
    draw_core(&drawn, 12);
    for (uint32_t part = 0; part < drawn.core.count; part += 3) {
        parts[count++] = part;
    }
    vcl_core_arrange(&drawn.core, parts, count);
    for (uint32_t i = 0; i < count; i++) {
        assert_true(parts[i] % 3 == 0 && !found[parts[i]]);
        found[parts[i]] = true;
    }
    assert_run(&drawn, parts, count < VCL_BLOCK_BITS ? count : VCL_BLOCK_BITS);
    vcl_core_release(&drawn.core);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_meet_those_who_reach_their_goals),
        cmocka_unit_test(a_full_block_is_told_apart),
        cmocka_unit_test(arranging_keeps_every_part_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
