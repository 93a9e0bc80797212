/* graph/losses: who is lost and who is hurt when an actor is gone, against looking again without. */
#include "graph/losses.h"

#include "graph/brute.h"
#include "graph/studied.h"
#include "support/random_chain.h"

static void assert_loss(studied *made, const char *id, uint64_t households_lost,
                        uint64_t households_hurt, uint64_t cooperatives_lost,
                        uint64_t cooperatives_hurt)
{
    assert_int_equal(vcl_study_losses(&made->study, NULL), VCL_OK);
    const vcl_loss *loss = made->study.losses.losses + vertex_of(made, id);
    assert_int_equal(loss->households_lost, households_lost);
    assert_int_equal(loss->households_hurt, households_hurt);
    assert_int_equal(loss->cooperatives_lost, cooperatives_lost);
    assert_int_equal(loss->cooperatives_hurt, cooperatives_hurt);
}

static void whoever_all_paths_lead_through_strands_those_behind_it(void **state)
{
    studied *made = study_of("farmer f 'count': 40\n"
                             "cooperative c 'members': 65\n"
                             "union u\n"
                             "enterprise e\n"
                             "link f c\n"
                             "link c u\n"
                             "link u e\n");

    (void)state;
    assert_loss(made, "c", 65, 65, 0, 0);
    assert_loss(made, "u", 65, 65, 1, 1);
    assert_loss(made, "e", 65, 65, 1, 1);
    release_study(made);
}

static void another_way_saves(void **state)
{
    studied *made = study_of("farmer f 'count': 3\n"
                             "farmer g 'count': 5\n"
                             "cooperative c\n"
                             "cooperative d\n"
                             "enterprise e\n"
                             "link f c\n"
                             "link f d\n"
                             "link g d\n"
                             "link c e\n"
                             "link d e\n");

    (void)state;
    assert_loss(made, "c", 0, 0, 0, 0);
    assert_loss(made, "d", 5, 5, 0, 0);
    assert_loss(made, "e", 8, 8, 2, 2);
    release_study(made);
}

static void whoever_loses_one_product_of_two_is_hurt_not_lost(void **state)
{
    studied *made = study_of("farmer f 'count': 7, 'products': ['tea', 'rice']\n"
                             "cooperative c 'products': ['tea', 'rice']\n"
                             "enterprise a 'products': ['tea']\n"
                             "enterprise b 'products': ['rice']\n"
                             "link f c\n"
                             "link c a\n"
                             "link c b\n");

    (void)state;
    assert_loss(made, "a", 0, 7, 0, 1);
    assert_loss(made, "b", 0, 7, 0, 1);
    assert_loss(made, "c", 7, 7, 0, 0);
    release_study(made);
}

/* Tea flows x, a, b and rice x, b, a: both stand on all paths, and no layer says which is nearer. */
static void layers_that_disagree_on_the_order_agree_on_who_is_lost(void **state)
{
    studied *made = study_of("farmer x 'count': 9, 'products': ['tea', 'rice']\n"
                             "cooperative a\n"
                             "cooperative b\n"
                             "enterprise e\n"
                             "link x a 'product': 'tea'\n"
                             "link a b 'product': 'tea', 'kind': 'supply'\n"
                             "link b e 'product': 'tea'\n"
                             "link x b 'product': 'rice'\n"
                             "link b a 'product': 'rice', 'kind': 'supply'\n"
                             "link a e 'product': 'rice'\n");

    (void)state;
    assert_loss(made, "a", 9, 9, 0, 1);
    assert_loss(made, "b", 9, 9, 0, 1);
    assert_loss(made, "e", 9, 9, 2, 2);
    release_study(made);
}

/* Beyond the two that change places one more stands in both layers. */
/* For p goods flow u to n, for q n to u; all layers agree that n is the nearest whom s depends on in
 * every one of them, yet u, before n for p, stands beyond it for q. */
static void whoever_stands_before_and_beyond_is_hurt_once(void **state)
{
    studied *made = study_of("farmer s 'count': 10\n"
                             "cooperative u\n"
                             "cooperative n\n"
                             "enterprise b\n"
                             "link s u 'product': 'p'\n"
                             "link s n 'products': ['q', 'r']\n"
                             "link u n 'product': 'p', 'kind': 'supply'\n"
                             "link n u 'product': 'q', 'kind': 'supply'\n"
                             "link n b 'products': ['p', 'r']\n"
                             "link u b 'product': 'q'\n");

    (void)state;
    assert_loss(made, "u", 0, 10, 0, 1);
    assert_loss(made, "n", 10, 10, 0, 1);
    assert_loss(made, "b", 10, 10, 2, 2);
    release_study(made);
}

static void weights_go_on_together_beyond_a_disagreement(void **state)
{
    studied *made = study_of("farmer x 'count': 9, 'products': ['tea', 'rice']\n"
                             "group a\n"
                             "group b\n"
                             "cooperative c\n"
                             "union u\n"
                             "enterprise e\n"
                             "link x a 'product': 'tea'\n"
                             "link a b 'product': 'tea', 'kind': 'supply'\n"
                             "link b c 'product': 'tea'\n"
                             "link x b 'product': 'rice'\n"
                             "link b a 'product': 'rice', 'kind': 'supply'\n"
                             "link a c 'product': 'rice'\n"
                             "link c u\n"
                             "link u e\n");

    (void)state;
    assert_loss(made, "a", 9, 9, 0, 0);
    assert_loss(made, "b", 9, 9, 0, 0);
    assert_loss(made, "c", 9, 9, 0, 0);
    assert_loss(made, "u", 9, 9, 1, 1);
    assert_loss(made, "e", 9, 9, 1, 1);
    release_study(made);
}

static void what_lists_nothing_may_be_hurt_in_a_layer_of_others(void **state)
{
    studied *made = study_of("farmer f 'count': 4\n"
                             "group g\n"
                             "enterprise a\n"
                             "enterprise b 'products': ['tea']\n"
                             "link f g\n"
                             "link g b\n"
                             "link f a 'product': 'rice'\n");

    (void)state;
    assert_loss(made, "g", 0, 4, 0, 0);
    assert_loss(made, "b", 0, 4, 0, 0);
    assert_loss(made, "a", 0, 4, 0, 0);
    release_study(made);
}

static void goods_in_a_circle_strand_nobody_more(void **state)
{
    studied *made = study_of("farmer f 'count': 4\n"
                             "cooperative a\n"
                             "cooperative b\n"
                             "enterprise e\n"
                             "link f a\n"
                             "link a b 'kind': 'supply'\n"
                             "link b a 'kind': 'supply'\n"
                             "link a e\n"
                             "link b e\n");

    (void)state;
    assert_loss(made, "a", 4, 4, 0, 0);
    assert_loss(made, "b", 0, 0, 0, 0);
    assert_loss(made, "e", 4, 4, 2, 2);
    release_study(made);
}

static void for_a_buyer_lost_is_exclusive(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 500; seed++) {
        studied *made = study_chain(random_chain(seed), NULL);
        assert_int_equal(vcl_study_losses(&made->study, NULL), VCL_OK);
        assert_int_equal(vcl_study_buyers(&made->study, NULL), VCL_OK);
        for (uint32_t i = 0; i < made->study.buyers.count; i++) {
            const vcl_buyer *buyer = made->study.buyers.buyers + i;
            const vcl_loss *loss = made->study.losses.losses + buyer->vertex;
            assert_int_equal(loss->households_lost, buyer->households.exclusive);
            assert_int_equal(loss->cooperatives_lost, buyer->cooperatives.exclusive);
        }
        release_study(made);
    }
}

/* Who is lost and hurt when `gone` is gone: looks again. */
static vcl_loss look_again(const struct brute *brute, uint32_t gone)
{
    vcl_loss loss = { 0 };

    for (uint32_t i = 0; i < brute->count; i++) {
        uint32_t before = brute_covered(brute, i, 0);
        uint32_t after = brute_covered(brute, i, bit_of(gone));
        uint64_t cooperative = (brute->cooperatives & bit_of(i)) != 0 ? 1 : 0;
        if (i == gone || before == 0) {
            continue;
        }
        loss.households_lost += after == 0 ? brute->households[i] : 0;
        loss.households_hurt += after != before ? brute->households[i] : 0;
        loss.cooperatives_lost += after == 0 ? cooperative : 0;
        loss.cooperatives_hurt += after != before ? cooperative : 0;
    }
    return loss;
}

static void assert_as_looking_again(const char *drawing)
{
    studied *made = study_of(drawing);
    struct brute brute;

    brute_init(&brute, &made->study.state);
    assert_int_equal(vcl_study_losses(&made->study, NULL), VCL_OK);
    for (uint32_t i = 0; i < brute.count; i++) {
        uint32_t vertex = brute_folded(&brute, &made->study.fold, i);
        vcl_loss expected = look_again(&brute, i);
        if (vertex < made->study.fold.organisation_count &&
            memcmp(made->study.losses.losses + vertex, &expected, sizeof expected) != 0) {
            fail_msg("without %s:\n%s", vcl_actor_id(made->chain, brute.actor_of[i]), drawing);
        }
    }
    release_study(made);
}

static void in_random_chains_deleting_and_looking_again_agrees(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 3000; seed++) {
        vcl_text drawing = random_drawing(seed);
        assert_as_looking_again(vcl_text_bytes(&drawing));
        vcl_text_release(&drawing);
    }
}

/* Few buyers, long ways, each link of one product of three: the layers' orders differ often. */
static vcl_text crossing_ways(uint64_t seed)
{
    static const char *const products[] = { "p", "q", "r" };
    struct chance chance = { seed };
    vcl_text drawing = { 0 };
    char line[120];

    vcl_text_add(&drawing, "farmer 00 'count': 3, 'products': ['p', 'q', 'r']\n"
                           "farmer 01 'count': 5, 'products': ['p', 'q']\n"
                           "enterprise 10\n");
    for (unsigned i = 2; i < 10; i++) {
        snprintf(line, sizeof line, "{'node': {'id': '%02u', 'kind': 'cooperative'}}\n", i);
        vcl_text_add(&drawing, line);
    }
    for (int i = 0; i < 26; i++) {
        unsigned source = any_of(&chance, 10);
        unsigned target = 2 + any_of(&chance, 9);
        snprintf(line, sizeof line,
                 "{'link': {'source': '%02u', 'target': '%02u', 'product': '%s',"
                 " 'kind': 'supply'}}\n",
                 source, target, products[any_of(&chance, 3)]);
        vcl_text_add(&drawing, line);
    }
    return drawing;
}

static void where_layers_cross_deleting_and_looking_again_agrees(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 3000; seed++) {
        vcl_text drawing = crossing_ways(seed);
        assert_as_looking_again(vcl_text_bytes(&drawing));
        vcl_text_release(&drawing);
    }
}

/* 20,000 cooperatives one behind another: chain by chain this would be their square. */
static void a_long_chain_does_not_cost_its_square(void **state)
{
    enum { length = 20000 };
    vcl_text drawing = { 0 };
    char line[200];

    (void)state;
    vcl_text_add(&drawing, "enterprise e; link 00000 e\n");
    for (unsigned i = 0; i < length; i++) {
        snprintf(line, sizeof line,
                 "{'node': {'id': '%05u', 'kind': 'cooperative', 'members': 2}}\n"
                 "{'link': {'source': '%05u', 'target': '%05u', 'kind': 'supply'}}\n",
                 i, i, i == 0 ? 0 : i - 1);
        vcl_text_add(&drawing, line);
    }
    studied *made = study_of(vcl_text_bytes(&drawing));
    assert_loss(made, "e", 2 * length, 2 * length, length, length);
    assert_loss(made, "00000", 2 * length, 2 * length, length - 1, length - 1);
    assert_loss(made, "19999", 2, 2, 0, 0);
    assert_loss(made, "19990", 20, 20, 9, 9);
    vcl_text_release(&drawing);
    release_study(made);
}

static void nobody_is_lost_in_an_empty_chain(void **state)
{
    studied *made = study_of("{'graph': {'name': 'x'}}\n");

    (void)state;
    assert_int_equal(vcl_study_losses(&made->study, NULL), VCL_OK);
    release_study(made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whoever_all_paths_lead_through_strands_those_behind_it),
        cmocka_unit_test(another_way_saves),
        cmocka_unit_test(whoever_loses_one_product_of_two_is_hurt_not_lost),
        cmocka_unit_test(layers_that_disagree_on_the_order_agree_on_who_is_lost),
        cmocka_unit_test(whoever_stands_before_and_beyond_is_hurt_once),
        cmocka_unit_test(weights_go_on_together_beyond_a_disagreement),
        cmocka_unit_test(what_lists_nothing_may_be_hurt_in_a_layer_of_others),
        cmocka_unit_test(goods_in_a_circle_strand_nobody_more),
        cmocka_unit_test(for_a_buyer_lost_is_exclusive),
        cmocka_unit_test(in_random_chains_deleting_and_looking_again_agrees),
        cmocka_unit_test(where_layers_cross_deleting_and_looking_again_agrees),
        cmocka_unit_test(a_long_chain_does_not_cost_its_square),
        cmocka_unit_test(nobody_is_lost_in_an_empty_chain),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
