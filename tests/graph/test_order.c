/* graph/order: the parts of a layer, numbered against the flow of goods. */
#include "graph/order.h"

#include "graph/bridge.h"
#include "graph/brute.h"
#include "graph/drawn_layer.h"
#include "graph/studied.h"
#include "support/random_chain.h"

/* Every arc goes to the same part or a lower one, which then stands in `next`, once. */
static void assert_in_order(const vcl_order *order, const vcl_layer *layer)
{
    for (uint32_t from = 0; from < layer->vertex_count; from++) {
        uint32_t part = order->part_of[from];
        assert_true(part < order->part_count);
        for (uint32_t i = layer->out_start[from]; i < layer->out_start[from + 1]; i++) {
            uint32_t lower = order->part_of[layer->out[i]];
            uint32_t listed = 0;
            assert_true(lower <= part);
            for (uint32_t k = order->next_start[part]; k < order->next_start[part + 1]; k++) {
                listed += order->next[k] == lower ? 1 : 0;
            }
            assert_int_equal(listed, lower == part ? 0 : 1);
        }
    }
    for (uint32_t part = 0; part < order->part_count; part++) {
        for (uint32_t k = order->next_start[part]; k < order->next_start[part + 1]; k++) {
            assert_true(order->next[k] < part);
        }
    }
}

/* Draws a layer, orders it and says how many parts there are; `part_of` as digits, a letter a part. */
static void assert_parts(uint32_t vertices, const char *arcs, const char *expected)
{
    drawn_layer drawn;
    vcl_bridge bridge;
    vcl_order order;

    draw_layer(&drawn, vertices, arcs);
    vcl_bridge_enter(&bridge);
    assert_int_equal(vcl_order_init(&order, &drawn.layer, NULL), VCL_OK);
    vcl_bridge_exit(&bridge);
    assert_in_order(&order, &drawn.layer);
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
    assert_parts(0, "", "");
    assert_parts(1, "", "a");
    assert_parts(3, "", "abc");
    assert_parts(4, "01 02 13 23", "abcd");
}

static void a_cycle_is_one_part(void **state)
{
    (void)state;
    assert_parts(2, "01 10", "aa");
    assert_parts(4, "01 12 20 23", "aaab");
    assert_parts(6, "01 10 12 23 32 34 45 54", "aabbcc");
    assert_parts(5, "01 12 20 23 34 42", "aaaaa");
    assert_parts(3, "00 01 12", "abc");
}

static void parallel_arcs_count_once(void **state)
{
    (void)state;
    assert_parts(3, "01 01 12 12 12", "abc");
    assert_parts(4, "01 01 10 12 12 13 23", "aabc");
}

/* Whoever leads to a cycle is taken off before it is looked for, whoever it leads to is not. */
static void cycles_are_found_between_trees(void **state)
{
    (void)state;
    assert_parts(9, "01 12 23 32 34 45 53 67 78", "abccccdef");
    assert_parts(8, "02 12 23 34 42 45 56 57", "abcccdef");
}

static void assert_mutual_reach(const studied *made, uint32_t product, const vcl_layer *layer,
                                const vcl_order *order)
{
    struct brute brute;

    brute_init(&brute, &made->study.state);
    for (uint32_t i = 0; i < brute.count; i++) {
        uint64_t reached = brute_reach(&brute, product, i, 0, 0);
        uint32_t local = vcl_layer_find(layer, brute_folded(&brute, &made->study.fold, i));
        for (uint32_t j = 0; j < brute.count && local != VCL_NONE; j++) {
            uint32_t other = vcl_layer_find(layer, brute_folded(&brute, &made->study.fold, j));
            if (other == VCL_NONE || other == local || !vcl_layer_sends(layer, local) ||
                !vcl_layer_sends(layer, other)) {
                continue;
            }
            bool back = (brute_reach(&brute, product, j, 0, 0) & bit_of(i)) != 0;
            assert_int_equal(order->part_of[local] == order->part_of[other],
                             (reached & bit_of(j)) != 0 && back);
        }
    }
}

static void parts_of_random_layers_are_those_who_reach_each_other(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 300; seed++) {
        studied *made = study_chain(random_chain(seed), NULL);
        for (uint32_t product = 0; product <= made->chain->product_count; product++) {
            const vcl_layer *layer =
                made->study.layers.layers + made->study.layers.of_product[product];
            vcl_order order;
            assert_int_equal(vcl_order_init(&order, layer, NULL), VCL_OK);
            assert_in_order(&order, layer);
            assert_mutual_reach(made, product, layer, &order);
            vcl_order_release(&order);
        }
        release_study(made);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_cycles_every_vertex_is_a_part),
        cmocka_unit_test(a_cycle_is_one_part),
        cmocka_unit_test(parallel_arcs_count_once),
        cmocka_unit_test(cycles_are_found_between_trees),
        cmocka_unit_test(parts_of_random_layers_are_those_who_reach_each_other),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
