/* graph/coverage: from whom a path leads to a buyer, and for what. */
#include "graph/coverage.h"

#include "graph/brute.h"
#include "graph/studied.h"
#include "support/random_chain.h"

enum { INDIRECT = VCL_COVERED, DIRECT = VCL_COVERED | VCL_DIRECT };

static void assert_covered(const studied *made, const char *id, int expected)
{
    assert_int_equal(made->study.coverage.any[vertex_of(made, id)], expected);
}

static void assert_covered_for(const studied *made, const char *id, const char *product,
                               int expected)
{
    assert_int_equal(vcl_coverage_for(&made->study.coverage, vertex_of(made, id),
                                      product_of(made->chain, product)),
                     expected);
}

static void direct_is_who_has_a_link_of_its_own_to_a_buyer(void **state)
{
    studied *made = study_of("farmer f\n"
                             "cooperative c\n"
                             "cooperative x\n"
                             "enterprise e\n"
                             "link f c\n"
                             "link c e\n"
                             "link x c\n"
                             "link x e\n");

    (void)state;
    assert_covered(made, "f", INDIRECT);
    assert_covered(made, "c", DIRECT);
    assert_covered(made, "x", DIRECT);
    release_study(made);
}

static void whoever_no_path_leads_from_is_not_covered(void **state)
{
    studied *made = study_of("farmer f\n"
                             "cooperative c\n"
                             "cooperative d\n"
                             "cooperative x\n"
                             "enterprise e\n"
                             "link f c\n"
                             "link c d 'kind': 'supply'\n"
                             "link d c 'kind': 'supply'\n"
                             "link e x\n");

    (void)state;
    assert_covered(made, "f", 0);
    assert_covered(made, "c", 0);
    assert_covered(made, "d", 0);
    assert_covered(made, "x", 0);
    release_study(made);
}

static void a_path_must_carry_one_product_all_the_way(void **state)
{
    studied *made = study_of("farmer f 'products': ['tea', 'rice']\n"
                             "cooperative c\n"
                             "enterprise e\n"
                             "link f c 'product': 'tea'\n"
                             "link c e 'product': 'rice'\n");

    (void)state;
    assert_covered(made, "f", 0);
    assert_covered(made, "c", DIRECT);
    assert_covered_for(made, "c", "rice", DIRECT);
    assert_covered_for(made, "c", "tea", 0);
    assert_covered_for(made, "c", "*", 0);
    release_study(made);
}

static void an_actor_may_be_direct_for_one_product_and_indirect_for_another(void **state)
{
    studied *made = study_of("group g 'products': ['tea', 'rice', 'maize']\n"
                             "cooperative c\n"
                             "enterprise e\n"
                             "link g e 'product': 'tea'\n"
                             "link g c 'product': 'rice'\n"
                             "link c e 'product': 'rice'\n");

    (void)state;
    assert_covered_for(made, "g", "tea", DIRECT);
    assert_covered_for(made, "g", "rice", INDIRECT);
    assert_covered_for(made, "g", "maize", 0);
    assert_covered(made, "g", DIRECT);
    release_study(made);
}

/* It is in every layer, so covered for each product, even one that nobody deals in. */
static void whoever_lists_nothing_may_be_covered_for_any_product(void **state)
{
    studied *made = study_of("product tea\n"
                             "product rice\n"
                             "group g\n"
                             "cooperative c 'products': ['tea']\n"
                             "enterprise e\n"
                             "enterprise d\n"
                             "link g e\n"
                             "link c d\n");

    (void)state;
    assert_covered_for(made, "g", "*", DIRECT);
    assert_covered_for(made, "g", "tea", DIRECT);
    assert_covered_for(made, "g", "rice", DIRECT);
    assert_covered_for(made, "c", "tea", DIRECT);
    assert_covered_for(made, "c", "rice", 0);
    assert_covered_for(made, "c", "*", 0);
    release_study(made);
}

static void buyers_enterprises_and_those_that_do_not_sell_are_never_covered(void **state)
{
    studied *made = study_of("cooperative b 'buyer': true\n"
                             "enterprise x 'buyer': false\n"
                             "group n 'sells': false\n"
                             "farmer f\n"
                             "enterprise e\n"
                             "link f b\n"
                             "link b e\n"
                             "link x e\n"
                             "link n e\n");

    (void)state;
    assert_covered(made, "b", VCL_PASSES_ON);
    assert_covered(made, "x", VCL_PASSES_ON);
    assert_covered(made, "e", 0);
    assert_covered(made, "n", 0);
    assert_covered(made, "f", DIRECT);
    release_study(made);
}

static void a_membership_may_lead_to_a_buyer(void **state)
{
    studied *made = study_of("farmer f; cooperative b 'buyer': true; link f b\n");

    (void)state;
    assert_covered(made, "f", DIRECT);
    release_study(made);
}

static void goods_pass_through_an_enterprise_that_does_not_buy(void **state)
{
    studied *made = study_of("farmer f\n"
                             "enterprise x 'buyer': false\n"
                             "enterprise e\n"
                             "link f x\n"
                             "link x e\n");

    (void)state;
    assert_covered(made, "f", INDIRECT);
    assert_true(vcl_coverage_leads(&made->study.coverage, vertex_of(made, "x")));
    release_study(made);
}

/* A buyer need not send; whoever leads to one may do so for some products only. */
static void whoever_leads_to_a_buyer_is_known_by_product(void **state)
{
    studied *made = study_of("product tea; product rice\n"
                             "enterprise x 'buyer': false\n"
                             "enterprise e\n"
                             "enterprise y 'buyer': false\n"
                             "link x e 'product': 'tea'\n");
    const vcl_coverage *coverage = &made->study.coverage;

    (void)state;
    assert_true(vcl_coverage_leads_for(coverage, vertex_of(made, "x"), 1));
    assert_false(vcl_coverage_leads_for(coverage, vertex_of(made, "x"), 0));
    assert_true(vcl_coverage_leads_for(coverage, vertex_of(made, "e"), 0));
    assert_true(vcl_coverage_leads(coverage, vertex_of(made, "e")));
    assert_false(vcl_coverage_leads(coverage, vertex_of(made, "y")));
    release_study(made);
}

static void implied_members_are_covered_with_their_organisation(void **state)
{
    studied *made = study_of("cooperative b 'buyer': true, 'members': 3\n"
                             "cooperative c 'members': 3, 'products': ['tea']\n"
                             "cooperative x 'members': 3\n"
                             "enterprise e\n"
                             "link c e 'product': 'tea'\n");
    const vcl_fold *fold = &made->study.fold;
    const uint8_t *any = made->study.coverage.any;

    (void)state;
    assert_int_equal(any[vcl_fold_of_implied(fold, actor_of(made->chain, "b"))], DIRECT);
    assert_int_equal(any[vcl_fold_of_implied(fold, actor_of(made->chain, "c"))], INDIRECT);
    assert_int_equal(any[vcl_fold_of_implied(fold, actor_of(made->chain, "x"))], 0);
    release_study(made);
}

static void nobody_is_covered_in_an_empty_chain(void **state)
{
    studied *made = study_of("{'graph': {'name': 'x'}}\n");

    (void)state;
    assert_int_equal(made->study.coverage.layers->fold->vertex_count, 0);
    release_study(made);
}

/* The flags of a vertex in one layer. */
static uint8_t expected_flags(const struct brute *brute, uint32_t layer, uint32_t vertex)
{
    bool covered = (brute_covered(brute, vertex, 0) >> layer & 1u) != 0;
    bool buys = (brute->buyers & bit_of(vertex)) != 0 && brute->out[layer][vertex] != 0;
    bool leads = (brute_reach(brute, layer, vertex, 0, 0) & brute->buyers) != 0;
    bool direct = covered && (brute->out[layer][vertex] & brute->buyers) != 0;

    if ((brute->coverable & bit_of(vertex)) == 0) {
        return buys || leads ? VCL_PASSES_ON : 0;
    }
    return (uint8_t)((covered ? VCL_COVERED : 0) | (direct ? VCL_DIRECT : 0));
}

static void assert_as_unfolded(const studied *made, uint64_t seed)
{
    const vcl_coverage *coverage = &made->study.coverage;
    struct brute brute;

    brute_init(&brute, &made->study.state);
    for (uint32_t i = 0; i < brute.count; i++) {
        uint32_t vertex = brute_folded(&brute, &made->study.fold, i);
        uint8_t any = 0;
        for (uint32_t layer = 0; layer < brute.layers; layer++) {
            uint8_t flags = expected_flags(&brute, layer, i);
            any |= flags;
            if (vcl_coverage_for(coverage, vertex, layer) != flags) {
                print_random_chain(seed);
                fail_msg("%s for %u", vcl_actor_id(made->chain, brute.actor_of[i]),
                         (unsigned)layer);
            }
        }
        assert_int_equal(coverage->any[vertex], any);
    }
}

static void in_random_chains_whoever_has_a_path_is_covered(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 2000; seed++) {
        studied *made = study_chain(random_chain(seed), NULL);
        assert_as_unfolded(made, seed);
        release_study(made);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(direct_is_who_has_a_link_of_its_own_to_a_buyer),
        cmocka_unit_test(whoever_no_path_leads_from_is_not_covered),
        cmocka_unit_test(a_path_must_carry_one_product_all_the_way),
        cmocka_unit_test(an_actor_may_be_direct_for_one_product_and_indirect_for_another),
        cmocka_unit_test(whoever_lists_nothing_may_be_covered_for_any_product),
        cmocka_unit_test(buyers_enterprises_and_those_that_do_not_sell_are_never_covered),
        cmocka_unit_test(a_membership_may_lead_to_a_buyer),
        cmocka_unit_test(goods_pass_through_an_enterprise_that_does_not_buy),
        cmocka_unit_test(whoever_leads_to_a_buyer_is_known_by_product),
        cmocka_unit_test(implied_members_are_covered_with_their_organisation),
        cmocka_unit_test(nobody_is_covered_in_an_empty_chain),
        cmocka_unit_test(in_random_chains_whoever_has_a_path_is_covered),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
