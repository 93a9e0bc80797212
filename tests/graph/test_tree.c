/* graph/tree and graph/branching: who is above whom, and where branches meet. */
#include "graph/branching.h"
#include "graph/tree.h"

#include <stdlib.h>

#include "support/assert.h"
#include "support/chance.h"

/* Takes copies of the parents, VCL_NONE for the root 0 and for nodes outside. */
static vcl_tree tree_of(const uint32_t *parents, uint32_t count)
{
    vcl_tree tree;
    uint32_t *kept = malloc(count * sizeof *kept);

    assert_non_null(kept);
    for (uint32_t i = 0; i < count; i++) {
        kept[i] = parents[i];
    }
    assert_int_equal(vcl_tree_init(&tree, kept, count, 0, NULL), VCL_OK);
    return tree;
}

static bool is_above(const uint32_t *parents, uint32_t above, uint32_t below)
{
    while (below != above && parents[below] != VCL_NONE) {
        below = parents[below];
    }
    return below == above;
}

/* 0 - 1 - 2, 1 - 3, 0 - 4; 5 is outside. */
static const uint32_t drawn[] = { VCL_NONE, 0, 1, 1, 0, VCL_NONE };

static void a_node_is_above_itself_and_all_below(void **state)
{
    vcl_tree tree = tree_of(drawn, 6);

    (void)state;
    assert_true(vcl_tree_is_above(&tree, 1, 1));
    assert_true(vcl_tree_is_above(&tree, 1, 3));
    assert_true(vcl_tree_is_above(&tree, 0, 4));
    assert_false(vcl_tree_is_above(&tree, 3, 1));
    assert_false(vcl_tree_is_above(&tree, 1, 4));
    assert_int_equal(vcl_tree_meet(&tree, 2, 3), 1);
    assert_int_equal(vcl_tree_meet(&tree, 2, 4), 0);
    assert_int_equal(vcl_tree_meet(&tree, 1, 2), 1);
    assert_true(vcl_tree_holds(&tree, 4));
    assert_false(vcl_tree_holds(&tree, 5));
    vcl_tree_release(&tree);
}

static void the_root_may_be_alone(void **state)
{
    const uint32_t parents[] = { VCL_NONE };
    vcl_tree tree = tree_of(parents, 1);

    (void)state;
    assert_int_equal(vcl_tree_meet(&tree, 0, 0), 0);
    vcl_tree_release(&tree);
}

/* Parents come before their children: node i hangs on one of 0 … i - 1, at times on the last one,
 * so that there are long chains. */
static void draw_parents(struct chance *chance, uint32_t *parents, uint32_t count)
{
    parents[0] = VCL_NONE;
    for (uint32_t i = 1; i < count; i++) {
        parents[i] = any_of(chance, 3) == 0 ? any_of(chance, i) : i - 1;
    }
}

static uint32_t meeting_of(const uint32_t *parents, uint32_t a, uint32_t b)
{
    while (!is_above(parents, a, b)) {
        a = parents[a];
    }
    return a;
}

static void meetings_in_random_trees_are_those_of_a_search(void **state)
{
    uint32_t parents[60];

    (void)state;
    for (uint64_t seed = 0; seed < 300; seed++) {
        struct chance chance = { seed };
        draw_parents(&chance, parents, 60);
        vcl_tree tree = tree_of(parents, 60);
        for (uint32_t a = 0; a < 60; a++) {
            for (uint32_t b = 0; b < 60; b++) {
                assert_int_equal(vcl_tree_is_above(&tree, a, b), is_above(parents, a, b));
                assert_int_equal(vcl_tree_meet(&tree, a, b), meeting_of(parents, a, b));
            }
        }
        vcl_tree_release(&tree);
    }
}

/* The branch of a node, NULL if it has none. */
static const vcl_branch *branch_of(const vcl_array *branches, uint32_t node)
{
    const vcl_branch *items = branches->items;
    const vcl_branch *found = NULL;

    for (size_t i = 0; i < branches->count; i++) {
        if (items[i].node == node) {
            assert_null(found);
            found = items + i;
        }
    }
    return found;
}

/* Every branching is there once, and what the branches say is above is the nearest there is. */
static void assert_branches(const uint32_t *parents, const vcl_array *nodes,
                            const vcl_array *branches)
{
    const uint32_t *items = nodes->items;

    for (size_t i = 0; i < nodes->count; i++) {
        for (size_t k = 0; k < nodes->count; k++) {
            uint32_t meeting = meeting_of(parents, items[i], items[k]);
            assert_true(meeting == 0 || branch_of(branches, meeting) != NULL);
        }
    }
    for (size_t i = 0; i < branches->count; i++) {
        const vcl_branch *branch = (const vcl_branch *)branches->items + i;
        uint32_t above = parents[branch->node];
        while (above != 0 && branch_of(branches, above) == NULL) {
            above = parents[above];
        }
        assert_int_equal(branch->above, above);
    }
    assert_true(branches->count <= 2 * nodes->count);
}

static void branchings_of_random_nodes_are_where_their_ways_meet(void **state)
{
    uint32_t parents[60];
    vcl_array nodes;
    vcl_array branches;

    (void)state;
    vcl_array_init(&nodes, sizeof(uint32_t));
    vcl_array_init(&branches, sizeof(vcl_branch));
    for (uint64_t seed = 0; seed < 500; seed++) {
        struct chance chance = { seed };
        draw_parents(&chance, parents, 60);
        vcl_tree tree = tree_of(parents, 60);
        nodes.count = 0;
        for (uint32_t node = 1; node < 60; node++) {
            if (any_of(&chance, 60) < seed % 20) {
                assert_int_equal(vcl_array_add(&nodes, &node, NULL), VCL_OK);
            }
        }
        assert_int_equal(vcl_branching(&tree, &nodes, &branches, NULL), VCL_OK);
        assert_branches(parents, &nodes, &branches);
        vcl_tree_release(&tree);
    }
    vcl_array_release(&nodes);
    vcl_array_release(&branches);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_node_is_above_itself_and_all_below),
        cmocka_unit_test(the_root_may_be_alone),
        cmocka_unit_test(meetings_in_random_trees_are_those_of_a_search),
        cmocka_unit_test(branchings_of_random_nodes_are_where_their_ways_meet),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
