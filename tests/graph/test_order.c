/* graph/order: the parts of a layer, numbered against the flow of goods. */
#include "graph/order.h"

#include "graph/bridge.h"
#include "graph/brute.h"
#include "graph/drawn_layer.h"
#include "graph/studied.h"
#include "support/random_chain.h"

/* Every arc that is kept goes to the same part or a lower one, and then stands in `next`. */
static void assert_in_order(const vcl_order *order, const vcl_layer *layer, const bool *keeps)
{
    for (uint32_t from = 0; from < layer->vertex_count; from++) {
        uint32_t part = order->part_of[from];
        assert_true(part < order->part_count);
        for (uint32_t i = layer->out_start[from]; i < layer->out_start[from + 1]; i++) {
            uint32_t lower = order->part_of[layer->out[i]];
            bool listed = false;
            if (keeps != NULL && !keeps[from]) {
                continue;
            }
            assert_true(lower <= part);
            for (uint32_t k = order->next_start[part]; k < order->next_start[part + 1]; k++) {
                listed = listed || order->next[k] == lower;
            }
            assert_true(lower == part || listed);
        }
    }
    for (uint32_t part = 0; part < order->part_count; part++) {
        for (uint32_t k = order->next_start[part]; k < order->next_start[part + 1]; k++) {
            assert_true(order->next[k] < part);
        }
    }
}

/* Draws a layer, orders it and says how many parts there are; `part_of` as digits, a letter a part. */
static void assert_parts(uint32_t vertices, const char *arcs, const bool *keeps,
                         const char *expected)
{
    drawn_layer drawn;
    vcl_bridge bridge;
    vcl_order order;

    draw_layer(&drawn, vertices, arcs);
    vcl_bridge_enter(&bridge);
    assert_int_equal(vcl_order_init(&order, &drawn.layer, keeps, NULL), VCL_OK);
    vcl_bridge_exit(&bridge);
    assert_in_order(&order, &drawn.layer, keeps);
    for (uint32_t i = 0; i < vertices; i++) {
        for (uint32_t j = 0; j < vertices; j++) {
            assert_int_equal(order.part_of[i] == order.part_of[j], expected[i] == expected[j]);
        }
    }
    vcl_order_release(&order);
}

static void without_cycles_every_vertex_is_a_part(void **state)
{
    (void)state;
    assert_parts(0, "", NULL, "");
    assert_parts(1, "", NULL, "a");
    assert_parts(3, "", NULL, "abc");
    assert_parts(4, "01 02 13 23", NULL, "abcd");
}

static void a_cycle_is_one_part(void **state)
{
    (void)state;
    assert_parts(2, "01 10", NULL, "aa");
    assert_parts(4, "01 12 20 23", NULL, "aaab");
    assert_parts(6, "01 10 12 23 32 34 45 54", NULL, "aabbcc");
    assert_parts(5, "01 12 20 23 34 42", NULL, "aaaaa");
    assert_parts(3, "00 01 12", NULL, "abc");
}

static void arcs_that_are_left_out_join_nothing(void **state)
{
    const bool keeps[] = { true, false, true };

    (void)state;
    assert_parts(3, "01 10 12 20", keeps, "abc");
    assert_parts(3, "01 12 20", (const bool[]){ false, false, false }, "abc");
}

static void assert_mutual_reach(const studied *made, uint32_t product, bool first)
{
    struct brute brute;
    const vcl_layer *layer = made->study.layers.layers + made->study.layers.of_product[product];
    uint32_t number = made->study.layers.of_product[product];
    const vcl_order *order = (first ? made->study.paths.first : made->study.paths.all) + number;

    brute_init(&brute, &made->study.state);
    for (uint32_t i = 0; i < brute.count; i++) {
        uint64_t ends = first ? brute.buyers : 0;
        bool stops = (ends & bit_of(i)) != 0;
        uint64_t reached = stops ? 0 : brute_reach(&brute, product, i, 0, ends);
        uint32_t local = vcl_layer_find(layer, brute_folded(&brute, &made->study.fold, i));
        for (uint32_t j = 0; j < brute.count && local != VCL_NONE; j++) {
            uint32_t other = vcl_layer_find(layer, brute_folded(&brute, &made->study.fold, j));
            if (other == VCL_NONE || other == local || !vcl_layer_sends(layer, local) ||
                !vcl_layer_sends(layer, other)) {
                continue;
            }
            bool back = (ends & bit_of(j)) == 0 &&
                        (brute_reach(&brute, product, j, 0, ends) & bit_of(i)) != 0;
            assert_int_equal(order->part_of[local] == order->part_of[other],
                             (reached & bit_of(j)) != 0 && back);
        }
    }
}

/* Once as they are, and once where paths end at the first buyer. */
static void parts_of_random_layers_are_those_who_reach_each_other(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 300; seed++) {
        studied *made = study_chain(random_chain(seed), NULL);
        for (uint32_t product = 0; product <= made->chain->product_count; product++) {
            assert_mutual_reach(made, product, false);
            assert_mutual_reach(made, product, true);
        }
        for (uint32_t i = 0; i < made->study.layers.count; i++) {
            assert_in_order(made->study.paths.all + i, made->study.layers.layers + i, NULL);
        }
        release_study(made);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_cycles_every_vertex_is_a_part),
        cmocka_unit_test(a_cycle_is_one_part),
        cmocka_unit_test(arcs_that_are_left_out_join_nothing),
        cmocka_unit_test(parts_of_random_layers_are_those_who_reach_each_other),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
