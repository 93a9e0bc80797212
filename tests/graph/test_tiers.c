/* graph/tiers: which tier a vertex stands in. */
#include "graph/tiers.h"

#include "graph/drawn_network.h"

static void assert_tier(const vcl_tiers *tiers, uint32_t vertex, uint32_t rank, uint32_t level)
{
    assert_int_equal(tiers->tier[vertex], rank * VCL_TIERS_OF_RANK + level);
}

static void ranks_are_tiers_where_no_link_joins_their_own(void **state)
{
    drawn_network made = network_of(4, 3);
    vcl_tiers tiers;

    (void)state;
    for (uint8_t i = 0; i < 4; i++) {
        made.rank[i] = (uint8_t)(3 - i);
    }
    join(&made, 3, 2);
    join(&made, 2, 1);
    join(&made, 1, 0);
    assert_int_equal(vcl_tiers_init(&tiers, &made.network, NULL), VCL_OK);
    for (uint32_t i = 0; i < 4; i++) {
        assert_tier(&tiers, i, 3 - i, 0);
        assert_int_equal(tiers.order[3 - i], i);
    }
    vcl_tiers_release(&tiers);
    release_network(&made);
}

static void who_sells_on_within_a_rank_stands_behind_by_the_longest_way(void **state)
{
    drawn_network made = network_of(4, 4);
    vcl_tiers tiers;

    (void)state;
    join(&made, 0, 3); /* the short way to 3 … */
    join(&made, 0, 1);
    join(&made, 1, 2);
    join(&made, 2, 3); /* … and the long one */
    assert_int_equal(vcl_tiers_init(&tiers, &made.network, NULL), VCL_OK);
    for (uint32_t i = 0; i < 4; i++) {
        assert_tier(&tiers, i, 0, i);
    }
    vcl_tiers_release(&tiers);
    release_network(&made);
}

static void long_ways_end_in_the_last_tier_of_the_rank(void **state)
{
    drawn_network made = network_of(9, 8);
    vcl_tiers tiers;

    (void)state;
    for (uint32_t i = 0; i < 8; i++) {
        join(&made, i, i + 1);
    }
    assert_int_equal(vcl_tiers_init(&tiers, &made.network, NULL), VCL_OK);
    for (uint32_t i = 0; i < 9; i++) {
        assert_tier(&tiers, i, 0, i < VCL_TIERS_OF_RANK ? i : VCL_TIERS_OF_RANK - 1);
    }
    vcl_tiers_release(&tiers);
    release_network(&made);
}

static void what_sells_round_in_a_circle_stays_where_the_rest_pushed_it(void **state)
{
    drawn_network made = network_of(4, 4);
    vcl_tiers tiers;

    (void)state;
    join(&made, 0, 1);
    join(&made, 1, 2);
    join(&made, 2, 3);
    join(&made, 3, 1);
    assert_int_equal(vcl_tiers_init(&tiers, &made.network, NULL), VCL_OK);
    assert_tier(&tiers, 0, 0, 0);
    assert_tier(&tiers, 1, 0, 1);
    assert_tier(&tiers, 2, 0, 0);
    assert_tier(&tiers, 3, 0, 0);
    vcl_tiers_release(&tiers);
    release_network(&made);
}

static void vertices_without_links_follow_by_rank(void **state)
{
    drawn_network made = network_of(5, 1);
    vcl_tiers tiers;
    const uint32_t order[] = { 1, 4, 2, 3, 0 };

    (void)state;
    memcpy(made.rank, (const uint8_t[]){ 3, 0, 0, 1, 2 }, 5);
    join(&made, 1, 4);
    assert_int_equal(vcl_tiers_init(&tiers, &made.network, NULL), VCL_OK);
    assert_int_equal(tiers.count, 2);
    for (uint32_t i = 0; i < 5; i++) {
        assert_int_equal(tiers.order[i], order[i]);
        assert_int_equal(tiers.tier[order[i]] == VCL_TIER_COUNT, i >= 2);
    }
    vcl_tiers_release(&tiers);
    release_network(&made);
}

static void sorting_keeps_every_vertex_in_its_tier(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 100; seed++) {
        drawn_network made = random_network(seed, 30, 50);
        bool seen[30] = { false };
        vcl_tiers tiers;
        assert_int_equal(vcl_tiers_init(&tiers, &made.network, NULL), VCL_OK);
        assert_int_equal(vcl_tiers_sort(&tiers, &made.network, NULL), VCL_OK);
        for (uint32_t tier = 0; tier < VCL_TIER_COUNT; tier++) {
            for (uint32_t i = tiers.start[tier]; i < tiers.start[tier + 1]; i++) {
                assert_int_equal(tiers.tier[tiers.order[i]], tier);
                assert_false(seen[tiers.order[i]]);
                seen[tiers.order[i]] = true;
            }
        }
        vcl_tiers_release(&tiers);
        release_network(&made);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ranks_are_tiers_where_no_link_joins_their_own),
        cmocka_unit_test(who_sells_on_within_a_rank_stands_behind_by_the_longest_way),
        cmocka_unit_test(long_ways_end_in_the_last_tier_of_the_rank),
        cmocka_unit_test(what_sells_round_in_a_circle_stays_where_the_rest_pushed_it),
        cmocka_unit_test(vertices_without_links_follow_by_rank),
        cmocka_unit_test(sorting_keeps_every_vertex_in_its_tier),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
