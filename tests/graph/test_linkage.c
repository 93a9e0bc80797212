/* graph/linkage: where an actor stands on its way to a buyer; each value, and what comes near it. */
#include "graph/linkage.h"

#include "graph/studied.h"

/* The linkage of x in a drawing, as it stands on 2023-06-30. */
static void assert_linkage(vcl_linkage expected, const char *drawing)
{
    vcl_text dated = { 0 };
    vcl_text_add(&dated, "as_of 2023-06-30\n");
    vcl_text_add(&dated, drawing);
    studied *made = study_of(vcl_text_bytes(&dated));
    vcl_linkage found = (vcl_linkage)made->study.linkages.of_actor[actor_of(made->chain, "x")];

    if (found != expected) {
        const char *word = vcl_linkage_word(found);
        const char *wanted = vcl_linkage_word(expected);
        fail_msg("x is %s, not %s, in:\n%s", word == NULL ? "nothing" : word,
                 wanted == NULL ? "nothing" : wanted, drawing);
    }
    vcl_text_release(&dated);
    release_study(made);
}

static void only_active_organisations_that_sell_and_do_not_buy_have_one(void **state)
{
    (void)state;
    assert_linkage(VCL_ISOLATED, "group x\n");
    assert_linkage(VCL_ISOLATED, "cooperative x\n");
    assert_linkage(VCL_ISOLATED, "union x\n");
    assert_linkage(VCL_NO_LINKAGE, "farmer x\n");
    assert_linkage(VCL_NO_LINKAGE, "enterprise x 'buyer': false\n");
    assert_linkage(VCL_NO_LINKAGE, "cooperative x 'buyer': true\n");
    assert_linkage(VCL_NO_LINKAGE, "cooperative x 'sells': false\n");
    assert_linkage(VCL_NO_LINKAGE, "cooperative x 'status': 'suspended'\n");
}

static void isolated_is_who_has_no_link_but_inputs(void **state)
{
    (void)state;
    assert_linkage(VCL_ISOLATED, "cooperative x; enterprise e; link e x 'kind': 'input'\n"
                                 "link x e 'kind': 'input'\n");
    assert_linkage(VCL_ISOLATED, "cooperative x; enterprise e; link x x\n");
    assert_linkage(VCL_ISOLATED, "cooperative x; farmer f 'sells': false; link f x\n");
    assert_linkage(VCL_NO_BUYER, "cooperative x; farmer f; link f x\n");
    assert_linkage(VCL_NO_BUYER, "cooperative x; farmer f; link f x 'status': 'ended'\n");
    assert_linkage(VCL_NO_BUYER, "cooperative x; enterprise e; link e x 'kind': 'supply'\n");
    assert_linkage(VCL_NO_BUYER, "cooperative x; farmer f 'status': 'dissolved'; link f x\n");
}

static void linked_is_who_is_covered_for_all_it_lists(void **state)
{
    (void)state;
    assert_linkage(VCL_LINKED, "cooperative x; enterprise e; link x e\n");
    assert_linkage(VCL_LINKED,
                   "cooperative x; enterprise e; cooperative c; link x c 'kind': 'supply'\n"
                   "link c e\n");
    assert_linkage(VCL_LINKED, "cooperative x 'products': ['tea', 'rice']; enterprise e\n"
                               "link x e\n");
    /* What it does not list it need not sell. */
    assert_linkage(VCL_LINKED, "cooperative x; enterprise e; link x e 'product': 'tea'\n"
                               "product tea; product rice\n");
}

static void product_gap_is_who_is_not_covered_for_a_product_it_lists(void **state)
{
    (void)state;
    assert_linkage(VCL_PRODUCT_GAP, "cooperative x 'products': ['tea', 'rice']; enterprise e\n"
                                    "link x e 'product': 'tea'\n");
    assert_linkage(VCL_PRODUCT_GAP, "cooperative x 'products': ['tea', 'rice']\n"
                                    "enterprise e 'products': ['rice']; link x e\n");
    /* Whatever its output. */
    assert_linkage(
        VCL_PRODUCT_GAP,
        "cooperative x 'products': ['rice', {'product': 'tea', 'output_kg': 9}]; enterprise e\n"
        "link x e 'product': 'tea', 'volume_kg': 5\n");
}

/* Grows 100 kg of tea, and sells its rice. */
#define GROWER                                                                                     \
    "cooperative x 'products': [{'product': 'tea', 'output_kg': 100}, 'rice']; enterprise e\n"     \
    "link x e 'product': 'rice'\n"

static void volume_gap_is_who_grows_more_than_is_contracted(void **state)
{
    (void)state;
    assert_linkage(VCL_VOLUME_GAP, GROWER "link x e 'product': 'tea', 'volume_kg': 99\n");
    assert_linkage(VCL_LINKED, GROWER "link x e 'product': 'tea', 'volume_kg': 100\n");
    assert_linkage(VCL_LINKED, GROWER "link x e 'product': 'tea', 'volume_kg': 101\n");
    assert_linkage(VCL_LINKED, GROWER "link x e 'product': 'tea', 'volume_kg': 60\n"
                                      "link x e 'product': 'tea', 'volume_kg': 40\n");
    assert_linkage(VCL_VOLUME_GAP, GROWER "link x e 'product': 'tea', 'volume_kg': 60\n"
                                          "link x e 'product': 'tea', 'volume_kg': 39\n");
}

static void a_contract_of_nothing_is_known(void **state)
{
    (void)state;
    assert_linkage(VCL_VOLUME_GAP, GROWER "link x e 'product': 'tea', 'volume_kg': 0\n");
    assert_linkage(VCL_LINKED, GROWER "link x e 'product': 'tea'\n");
}

static void amounts_are_compared_to_six_decimals(void **state)
{
    (void)state;
    assert_linkage(VCL_LINKED, GROWER "link x e 'product': 'tea', 'volume_kg': 99.9999999\n");
    assert_linkage(VCL_VOLUME_GAP, GROWER "link x e 'product': 'tea', 'volume_kg': 99.999998\n");
}

/* And 1 kg of its tea. */
#define KNOWN "link x e 'product': 'tea', 'volume_kg': 1\n"

/* Each link must name that product alone, have a volume, and end at a buyer. */
static void what_is_contracted_is_known_only_if_every_link_says_so(void **state)
{
    (void)state;
    assert_linkage(VCL_VOLUME_GAP, GROWER KNOWN);
    assert_linkage(VCL_LINKED, GROWER KNOWN "link x e 'product': 'tea'\n");
    assert_linkage(VCL_LINKED, GROWER KNOWN "link x e 'volume_kg': 5\n");
    assert_linkage(VCL_LINKED,
                   GROWER KNOWN "link x e 'products': ['tea', 'rice'], 'volume_kg': 5\n");
    assert_linkage(VCL_LINKED, GROWER KNOWN "union u; link x u\n");
    assert_linkage(VCL_LINKED, GROWER KNOWN "union u\n"
                                            "link x u 'product': 'tea', 'volume_kg': 5\n");
    assert_linkage(VCL_LINKED, GROWER KNOWN
                   "cooperative u 'buyer': true\n"
                   "link x u 'kind': 'membership', 'product': 'tea', 'volume_kg': 5\n");
}

static void links_outside_of_the_layer_leave_it_known(void **state)
{
    (void)state;
    assert_linkage(VCL_VOLUME_GAP, GROWER KNOWN "link x e 'kind': 'input'\n");
    assert_linkage(VCL_VOLUME_GAP, GROWER KNOWN "link x e 'status': 'ended'\n");
    assert_linkage(VCL_VOLUME_GAP, GROWER KNOWN "enterprise d 'products': ['rice']\n"
                                                "link x d\n");
    assert_linkage(VCL_VOLUME_GAP, GROWER KNOWN "enterprise d 'status': 'dissolved'\n"
                                                "link x d\n");
    assert_linkage(VCL_VOLUME_GAP, GROWER KNOWN "farmer f; link f x\n");
}

static void an_output_that_is_not_stated_is_no_gap(void **state)
{
    (void)state;
    assert_linkage(VCL_LINKED,
                   "cooperative x 'products': [{'product': 'tea', 'ocop': [4]}]; enterprise e\n"
                   "link x e 'product': 'tea', 'volume_kg': 1\n");
}

static void a_product_without_a_link_of_its_own_is_not_known(void **state)
{
    (void)state;
    /* Covered for tea by way of the union only. */
    assert_linkage(VCL_LINKED, "cooperative x 'products': [{'product': 'tea', 'output_kg': 9}]\n"
                               "enterprise e; union u; link x u; link u e\n");
    assert_linkage(VCL_LINKED, "cooperative x 'products': ['tea']; enterprise e\n"
                               "link x e 'product': 'tea', 'volume_kg': 1\n");
}

static void product_mismatch_is_an_active_supply_of_what_the_buyer_does_not_take(void **state)
{
    (void)state;
    assert_linkage(
        VCL_PRODUCT_MISMATCH,
        "cooperative x 'products': ['tea']; enterprise e 'products': ['rice']; link x e\n");
    assert_linkage(VCL_PRODUCT_MISMATCH,
                   "cooperative x 'products': ['tea']; enterprise e; link x e 'product': 'rice'\n");
    assert_linkage(
        VCL_DEAD_END,
        "cooperative x 'products': ['tea']; cooperative e 'products': ['rice'], 'buyer': true\n"
        "link x e 'kind': 'membership'\n");
    assert_linkage(
        VCL_DEAD_END,
        "cooperative x 'products': ['tea']; enterprise e 'products': ['rice'], 'buyer': false\n"
        "link x e\n");
}

static void buyer_inactive_is_a_current_supply_to_one(void **state)
{
    (void)state;
    assert_linkage(VCL_BUYER_INACTIVE, "cooperative x; enterprise e 'status': 'suspended'\n"
                                       "link x e\n");
    assert_linkage(VCL_BUYER_INACTIVE, "cooperative x; enterprise e 'status': 'dissolved'\n"
                                       "link x e 'start': '2023-06-30'\n");
    assert_linkage(VCL_LAPSED, "cooperative x; enterprise e 'status': 'dissolved'\n"
                               "link x e 'end': '2023-06-29'\n");
}

static void upcoming_is_a_supply_that_starts_after_the_as_of_date(void **state)
{
    (void)state;
    assert_linkage(VCL_UPCOMING, "cooperative x; enterprise e; link x e 'start': '2023-07-01'\n");
    assert_linkage(
        VCL_UPCOMING,
        "cooperative x; enterprise e; link x e 'start': '2023-07-01', 'end': '2023-07-01'\n");
    assert_linkage(VCL_UPCOMING, "cooperative x; enterprise e 'status': 'dissolved'\n"
                                 "link x e 'start': '2023-07-01'\n");
    assert_linkage(
        VCL_NO_BUYER,
        "cooperative x; enterprise e; link x e 'start': '2023-07-02', 'end': '2023-07-01'\n");
    assert_linkage(
        VCL_LAPSED,
        "cooperative x; enterprise e; link x e 'start': '2023-07-01', 'status': 'breached'\n");
    assert_linkage(VCL_LINKED, "cooperative x; enterprise e; link x e 'start': '2023-06-30'\n");
}

static void lapsed_is_a_supply_that_ended_ran_out_or_was_breached(void **state)
{
    (void)state;
    assert_linkage(VCL_LAPSED, "cooperative x; enterprise e; link x e 'status': 'ended'\n");
    assert_linkage(VCL_LAPSED, "cooperative x; enterprise e; link x e 'status': 'breached'\n");
    assert_linkage(VCL_LAPSED, "cooperative x; enterprise e; link x e 'end': '2023-06-29'\n");
    assert_linkage(VCL_LINKED, "cooperative x; enterprise e; link x e 'end': '2023-06-30'\n");
    assert_linkage(
        VCL_LAPSED,
        "cooperative x; enterprise e; link x e 'start': '2023-07-01', 'end': '2023-06-29'\n");
    assert_linkage(VCL_NO_BUYER, "cooperative x; union e 'buyer': true\n"
                                 "link x e 'status': 'ended'\n");
    assert_linkage(VCL_NO_BUYER, "cooperative x; enterprise e 'buyer': false\n"
                                 "link x e 'status': 'ended'\n");
}

static void dead_end_is_another_current_link_to_an_organisation_or_enterprise(void **state)
{
    (void)state;
    assert_linkage(VCL_DEAD_END, "cooperative x; union u; link x u\n");
    assert_linkage(VCL_DEAD_END, "cooperative x; union u 'status': 'dissolved'; link x u\n");
    assert_linkage(VCL_DEAD_END, "cooperative x; cooperative c; link x c 'kind': 'supply'\n");
    assert_linkage(VCL_DEAD_END,
                   "cooperative x; enterprise e 'buyer': false, 'status': 'suspended'\n"
                   "link x e\n");
    assert_linkage(VCL_NO_BUYER, "cooperative x; union u; link x u 'status': 'ended'\n");
    assert_linkage(VCL_NO_BUYER, "cooperative x; union u; link x u 'start': '2023-07-01'\n");
    assert_linkage(VCL_NO_BUYER, "cooperative x; farmer f; link x f 'kind': 'supply'\n");
}

/* One link for each reason; the first of the list that is there decides. */
static void the_first_reason_that_fits_is_given(void **state)
{
    static const char mismatch[] = "enterprise a 'products': ['rice']; link x a\n";
    static const char inactive[] = "enterprise b 'status': 'suspended'; link x b\n";
    static const char upcoming[] = "enterprise c; link x c 'start': '2023-07-01'\n";
    static const char lapsed[] = "enterprise d; link x d 'status': 'ended'\n";
    static const char dead_end[] = "union u; link x u\n";
    static const char no_buyer[] = "farmer f; link f x\n";
    static const char *const reasons[] = {
        no_buyer, dead_end, lapsed, upcoming, inactive, mismatch
    };
    static const vcl_linkage expected[] = {
        VCL_NO_BUYER, VCL_DEAD_END,       VCL_LAPSED,
        VCL_UPCOMING, VCL_BUYER_INACTIVE, VCL_PRODUCT_MISMATCH
    };
    vcl_text drawing = { 0 };

    (void)state;
    vcl_text_add(&drawing, "cooperative x 'products': ['tea']\n");
    for (size_t i = 0; i < 6; i++) {
        vcl_text_add(&drawing, reasons[i]);
        assert_linkage(expected[i], vcl_text_bytes(&drawing));
    }
    vcl_text_add(&drawing, "enterprise e; link x e 'product': 'tea'\n");
    assert_linkage(VCL_LINKED, vcl_text_bytes(&drawing));
    vcl_text_release(&drawing);
}

static void without_an_as_of_date_nothing_is_upcoming_or_ran_out(void **state)
{
    studied *made = study_of("cooperative x; enterprise e; cooperative y\n"
                             "link x e 'start': '2999-01-01'\n"
                             "link y e 'end': '1999-01-01'\n");

    (void)state;
    assert_int_equal(made->study.linkages.of_actor[actor_of(made->chain, "x")], VCL_LINKED);
    assert_int_equal(made->study.linkages.of_actor[actor_of(made->chain, "y")], VCL_LINKED);
    release_study(made);
}

static void the_surplus_is_what_is_above_the_contracts(void **state)
{
    studied *made = study_of("cooperative x 'products': [{'product': 'tea', 'output_kg': 100}, "
                             "{'product': 'rice', 'output_kg': 50}, {'product': 'maize', "
                             "'output_kg': 5}, {'product': 'yam', 'output_kg': 7}]\n"
                             "enterprise e\n"
                             "link x e 'product': 'tea', 'volume_kg': 30\n"
                             "link x e 'product': 'tea', 'volume_kg': 20\n"
                             "link x e 'product': 'rice', 'volume_kg': 49.5\n"
                             "link x e 'product': 'maize', 'volume_kg': 6\n"
                             "link x e 'product': 'yam'\n");
    uint32_t actor = actor_of(made->chain, "x");

    (void)state;
    assert_int_equal(made->study.linkages.of_actor[actor], VCL_VOLUME_GAP);
    assert_close(made->study.linkages.surplus_kg[actor], 50.5, 1e-12);
    release_study(made);
}

static void words_are_those_of_the_contract(void **state)
{
    static const char *const words[] = { "isolated", "product_gap",      "volume_gap",
                                         "linked",   "product_mismatch", "buyer_inactive",
                                         "upcoming", "lapsed",           "dead_end",
                                         "no_buyer" };

    (void)state;
    assert_null(vcl_linkage_word(VCL_NO_LINKAGE));
    for (int linkage = VCL_ISOLATED; linkage <= VCL_NO_BUYER; linkage++) {
        assert_string_equal(vcl_linkage_word((vcl_linkage)linkage), words[linkage - 1]);
        assert_int_equal(vcl_linkage_is_covered((vcl_linkage)linkage),
                         linkage >= VCL_PRODUCT_GAP && linkage <= VCL_LINKED);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_active_organisations_that_sell_and_do_not_buy_have_one),
        cmocka_unit_test(isolated_is_who_has_no_link_but_inputs),
        cmocka_unit_test(linked_is_who_is_covered_for_all_it_lists),
        cmocka_unit_test(product_gap_is_who_is_not_covered_for_a_product_it_lists),
        cmocka_unit_test(volume_gap_is_who_grows_more_than_is_contracted),
        cmocka_unit_test(a_contract_of_nothing_is_known),
        cmocka_unit_test(amounts_are_compared_to_six_decimals),
        cmocka_unit_test(what_is_contracted_is_known_only_if_every_link_says_so),
        cmocka_unit_test(links_outside_of_the_layer_leave_it_known),
        cmocka_unit_test(an_output_that_is_not_stated_is_no_gap),
        cmocka_unit_test(a_product_without_a_link_of_its_own_is_not_known),
        cmocka_unit_test(product_mismatch_is_an_active_supply_of_what_the_buyer_does_not_take),
        cmocka_unit_test(buyer_inactive_is_a_current_supply_to_one),
        cmocka_unit_test(upcoming_is_a_supply_that_starts_after_the_as_of_date),
        cmocka_unit_test(lapsed_is_a_supply_that_ended_ran_out_or_was_breached),
        cmocka_unit_test(dead_end_is_another_current_link_to_an_organisation_or_enterprise),
        cmocka_unit_test(the_first_reason_that_fits_is_given),
        cmocka_unit_test(without_an_as_of_date_nothing_is_upcoming_or_ran_out),
        cmocka_unit_test(the_surplus_is_what_is_above_the_contracts),
        cmocka_unit_test(words_are_those_of_the_contract),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
