/* graph/twigs: trees come off as a whole, cycles of arcs in whatever direction stay. */
#include "graph/twigs.h"

#include "graph/bridge.h"
#include "graph/drawn_layer.h"

/* Draws a layer and says of each vertex whether it is a twig, "t", or of the core, "c". */
static void assert_twigs(uint32_t vertices, const char *arcs, const char *expected)
{
    drawn_layer drawn;
    vcl_bridge bridge;
    vcl_order order;
    vcl_twigs twigs;

    draw_layer(&drawn, vertices, arcs);
    vcl_bridge_enter(&bridge);
    assert_int_equal(vcl_order_init(&order, &drawn.layer, NULL), VCL_OK);
    vcl_bridge_exit(&bridge);
    assert_int_equal(vcl_twigs_init(&twigs, &order, NULL), VCL_OK);
    for (uint32_t i = 0; i < vertices; i++) {
        assert_int_equal(twigs.is_twig[order.part_of[i]], expected[i] == 't');
    }
    vcl_twigs_release(&twigs);
    vcl_order_release(&order);
}

static void a_tree_is_all_twigs(void **state)
{
    (void)state;
    assert_twigs(0, "", "");
    assert_twigs(1, "", "t");
    assert_twigs(4, "01 12 23", "tttt");
    assert_twigs(7, "02 12 23 43 45 64", "ttttttt");
    assert_twigs(5, "01 01 23", "ttttt"); /* parallel arcs are one */
}

static void where_paths_part_and_meet_is_the_core(void **state)
{
    (void)state;
    assert_twigs(4, "01 02 13 23", "cccc");
    assert_twigs(3, "01 02 12", "ccc");
    assert_twigs(4, "01 02 31 32", "cccc"); /* nobody goes round, but arcs do */
    assert_twigs(8, "01 12 13 24 34 45 64 75", "tccccttt");
}

static void a_cycle_of_goods_is_one_part(void **state)
{
    (void)state;
    assert_twigs(4, "01 12 21 23", "tttt");
}

/* A twig's stem comes later or is of the core, and an arc joins them as the twig says. */
static void twigs_come_before_their_stems(void **state)
{
    static const char arcs[] = "02 12 23 24 35 45 56 75";
    drawn_layer drawn;
    vcl_bridge bridge;
    vcl_order order;
    vcl_twigs twigs;
    bool off[8] = { false };

    (void)state;
    draw_layer(&drawn, 8, arcs);
    vcl_bridge_enter(&bridge);
    assert_int_equal(vcl_order_init(&order, &drawn.layer, NULL), VCL_OK);
    vcl_bridge_exit(&bridge);
    assert_int_equal(vcl_twigs_init(&twigs, &order, NULL), VCL_OK);
    assert_int_equal(twigs.count, 4);
    for (uint32_t i = 0; i < twigs.count; i++) {
        vcl_twig twig = twigs.twigs[i];
        uint32_t from = twig.leads ? twig.part : twig.stem;
        bool joined = false;
        off[twig.part] = true;
        assert_true(twig.stem != VCL_NONE && !off[twig.stem]);
        for (uint32_t k = order.next_start[from]; k < order.next_start[from + 1]; k++) {
            joined = joined || order.next[k] == (twig.leads ? twig.stem : twig.part);
        }
        assert_true(joined);
    }
    vcl_twigs_release(&twigs);
    vcl_order_release(&order);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tree_is_all_twigs),
        cmocka_unit_test(where_paths_part_and_meet_is_the_core),
        cmocka_unit_test(a_cycle_of_goods_is_one_part),
        cmocka_unit_test(twigs_come_before_their_stems),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
