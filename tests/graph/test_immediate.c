/* graph/immediate: the nearest through whom all paths to the root lead, against looking again with
 * each vertex gone. */
#include "graph/immediate.h"

#include "graph/bridge.h"
#include "graph/drawn_layer.h"
#include "support/chance.h"

enum { MOST_VERTICES = 10, ROOT = 0 };

static void find(const vcl_layer *layer, uint32_t *nearest)
{
    vcl_bridge bridge;

    vcl_bridge_enter(&bridge);
    assert_int_equal(vcl_immediate_dominators(layer, ROOT, nearest, NULL), VCL_OK);
    vcl_bridge_exit(&bridge);
}

/* `expected` has a digit for each vertex, or '-' for none. */
static void assert_nearest(uint32_t vertices, const char *arcs, const char *expected)
{
    drawn_layer drawn;
    uint32_t nearest[MOST_VERTICES];

    draw_layer(&drawn, vertices, arcs);
    find(&drawn.layer, nearest);
    for (uint32_t i = 0; i < vertices; i++) {
        assert_int_equal(nearest[i], expected[i] == '-' ? VCL_NONE : (uint32_t)(expected[i] - '0'));
    }
}

static void whoever_all_paths_lead_through_is_nearest(void **state)
{
    (void)state;
    assert_nearest(1, "", "-");
    assert_nearest(4, "10 21 32", "-012");
    assert_nearest(4, "10 20 31 32", "-000");
    assert_nearest(6, "10 21 31 42 43 54", "-01114");
    assert_nearest(6, "10 21 32 43 50 51 54", "-01230");
    assert_nearest(3, "10 10 21 21", "-01");
}

static void who_does_not_reach_the_root_has_none(void **state)
{
    (void)state;
    assert_nearest(2, "", "--");
    assert_nearest(4, "10 21 23", "-01-");
    assert_nearest(5, "10 23 32 42 41", "-0--1");
}

static void a_way_round_in_a_circle_counts_for_nothing(void **state)
{
    (void)state;
    assert_nearest(4, "10 21 23 32", "-012");
    assert_nearest(4, "10 12 20 21 31 32", "-000");
    assert_nearest(3, "10 11 21 22", "-01");
}

/* The vertices from which a path leads to the root, without `gone`, as bits. */
static uint32_t who_reaches(const vcl_layer *layer, uint32_t gone)
{
    uint32_t reached = gone == ROOT ? 0 : 1u << ROOT;

    for (uint32_t round = 0; round < layer->vertex_count; round++) {
        for (uint32_t from = 0; from < layer->vertex_count; from++) {
            for (uint32_t i = layer->out_start[from]; i < layer->out_start[from + 1]; i++) {
                reached |= from != gone ? (reached >> layer->out[i] & 1u) << from : 0;
            }
        }
    }
    return reached;
}

/* Of those who dominate, the nearest is dominated by all the others. */
static void assert_right(const vcl_layer *layer, const uint32_t *nearest)
{
    uint32_t reaching = who_reaches(layer, VCL_NONE);

    for (uint32_t vertex = 0; vertex < layer->vertex_count; vertex++) {
        uint32_t above = 0; /* as bits */
        uint32_t told = 0;
        if (vertex == ROOT || (reaching >> vertex & 1u) == 0) {
            assert_int_equal(nearest[vertex], VCL_NONE);
            continue;
        }
        for (uint32_t gone = 0; gone < layer->vertex_count; gone++) {
            bool stays = (who_reaches(layer, gone) >> vertex & 1u) != 0;
            above |= gone != vertex && !stays ? 1u << gone : 0;
        }
        for (uint32_t at = nearest[vertex]; at != VCL_NONE; at = nearest[at]) {
            told |= 1u << at;
        }
        assert_int_equal(told, above);
    }
}

/* Without cycles arcs lead to lower numbers only. */
static void draw_at_random(drawn_layer *drawn, uint64_t seed, bool with_cycles)
{
    struct chance chance = { .state = seed };
    uint32_t vertices = 1 + any_of(&chance, MOST_VERTICES);
    uint32_t percent = 10 + any_of(&chance, 40);
    char arcs[3 * MOST_VERTICES * MOST_VERTICES + 1];
    size_t size = 0;

    for (uint32_t from = 1; from < vertices; from++) {
        for (uint32_t to = 0; to < (with_cycles ? vertices : from); to++) {
            if (happens(&chance, percent)) {
                arcs[size++] = (char)('0' + from);
                arcs[size++] = (char)('0' + to);
                arcs[size++] = ' ';
            }
        }
    }
    arcs[size > 0 ? size - 1 : 0] = '\0';
    draw_layer(drawn, vertices, arcs);
}

static void random_graphs_agree_with_looking_again(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 4000; seed++) {
        drawn_layer drawn;
        uint32_t nearest[MOST_VERTICES];
        draw_at_random(&drawn, seed, seed % 2 == 0);
        find(&drawn.layer, nearest);
        assert_right(&drawn.layer, nearest);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whoever_all_paths_lead_through_is_nearest),
        cmocka_unit_test(who_does_not_reach_the_root_has_none),
        cmocka_unit_test(a_way_round_in_a_circle_counts_for_nothing),
        cmocka_unit_test(random_graphs_agree_with_looking_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
