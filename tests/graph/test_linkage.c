/* graph/linkage: where an actor stands on its way to a buyer; each value, and what comes near it. */
#include "graph/linkage.h"

#include "graph/studied.h"

/* The linkage of x in a drawing, as it stands on 2023-06-30. */
static void assert_linkage(vcl_linkage expected, const char *drawing)
{
    vcl_text dated = { 0 };
    vcl_text_add(&dated, AS_OF("2023-06-30"));
    vcl_text_add(&dated, drawing);
    studied *made = study_of(vcl_text_bytes(&dated));
    vcl_linkage found =
        (vcl_linkage)made->study.linkages.of_actor[actor_of(made->chain, "x")];

    if (found != expected) {
        const char *word = vcl_linkage_word(found);
        const char *wanted = vcl_linkage_word(expected);
        fail_msg("x is %s, not %s, in:\n%s", word == NULL ? "nothing" : word,
                 wanted == NULL ? "nothing" : wanted, drawing);
    }
    vcl_text_release(&dated);
    release_study(made);
}

#define X COOPERATIVE("x", "")
#define E ENTERPRISE("e", "")

static void only_active_organisations_that_sell_and_do_not_buy_have_one(void **state)
{
    (void)state;
    assert_linkage(VCL_ISOLATED, GROUP("x", ""));
    assert_linkage(VCL_ISOLATED, COOPERATIVE("x", ""));
    assert_linkage(VCL_ISOLATED, UNION("x", ""));
    assert_linkage(VCL_NO_LINKAGE, FARMER("x", ""));
    assert_linkage(VCL_NO_LINKAGE, ENTERPRISE("x", "'buyer': false"));
    assert_linkage(VCL_NO_LINKAGE, COOPERATIVE("x", "'buyer': true"));
    assert_linkage(VCL_NO_LINKAGE, COOPERATIVE("x", "'sells': false"));
    assert_linkage(VCL_NO_LINKAGE, COOPERATIVE("x", "'status': 'suspended'"));
}

static void isolated_is_who_has_no_link_but_inputs(void **state)
{
    (void)state;
    assert_linkage(VCL_ISOLATED, X E LINK("e", "x", "'kind': 'input'")
                                 LINK("x", "e", "'kind': 'input'"));
    assert_linkage(VCL_ISOLATED, X E LINK("x", "x", ""));
    assert_linkage(VCL_ISOLATED, X FARMER("f", "'sells': false") LINK("f", "x", ""));
    assert_linkage(VCL_NO_BUYER, X FARMER("f", "") LINK("f", "x", ""));
    assert_linkage(VCL_NO_BUYER, X FARMER("f", "") LINK("f", "x", "'status': 'ended'"));
    assert_linkage(VCL_NO_BUYER, X E LINK("e", "x", "'kind': 'supply'"));
    assert_linkage(VCL_NO_BUYER, X FARMER("f", "'status': 'dissolved'") LINK("f", "x", ""));
}

static void linked_is_who_is_covered_for_all_it_lists(void **state)
{
    (void)state;
    assert_linkage(VCL_LINKED, X E LINK("x", "e", ""));
    assert_linkage(VCL_LINKED, X E COOPERATIVE("c", "") LINK("x", "c", "'kind': 'supply'")
                               LINK("c", "e", ""));
    assert_linkage(VCL_LINKED, COOPERATIVE("x", "'products': ['tea', 'rice']") E
                               LINK("x", "e", ""));
    /* What it does not list it need not sell. */
    assert_linkage(VCL_LINKED, X E LINK("x", "e", "'product': 'tea'")
                               PRODUCT("tea", "") PRODUCT("rice", ""));
}

static void product_gap_is_who_is_not_covered_for_a_product_it_lists(void **state)
{
    (void)state;
    assert_linkage(VCL_PRODUCT_GAP, COOPERATIVE("x", "'products': ['tea', 'rice']") E
                                    LINK("x", "e", "'product': 'tea'"));
    assert_linkage(VCL_PRODUCT_GAP, COOPERATIVE("x", "'products': ['tea', 'rice']")
                                    ENTERPRISE("e", "'products': ['rice']") LINK("x", "e", ""));
    /* Whatever its output. */
    assert_linkage(VCL_PRODUCT_GAP,
                   COOPERATIVE("x", "'products': ['rice', {'product': 'tea', 'output_kg': 9}]") E
                   LINK("x", "e", "'product': 'tea', 'volume_kg': 5"));
}

#define GROWER COOPERATIVE("x", "'products': [{'product': 'tea', 'output_kg': 100}, 'rice']")
#define RICE LINK("x", "e", "'product': 'rice'")

static void volume_gap_is_who_grows_more_than_is_contracted(void **state)
{
    (void)state;
    assert_linkage(VCL_VOLUME_GAP,
                   GROWER E RICE LINK("x", "e", "'product': 'tea', 'volume_kg': 99"));
    assert_linkage(VCL_LINKED, GROWER E RICE LINK("x", "e", "'product': 'tea', 'volume_kg': 100"));
    assert_linkage(VCL_LINKED, GROWER E RICE LINK("x", "e", "'product': 'tea', 'volume_kg': 101"));
    assert_linkage(VCL_LINKED, GROWER E RICE LINK("x", "e", "'product': 'tea', 'volume_kg': 60")
                               LINK("x", "e", "'product': 'tea', 'volume_kg': 40"));
    assert_linkage(VCL_VOLUME_GAP,
                   GROWER E RICE LINK("x", "e", "'product': 'tea', 'volume_kg': 60")
                   LINK("x", "e", "'product': 'tea', 'volume_kg': 39"));
}

static void a_contract_of_nothing_is_known(void **state)
{
    (void)state;
    assert_linkage(VCL_VOLUME_GAP,
                   GROWER E RICE LINK("x", "e", "'product': 'tea', 'volume_kg': 0"));
    assert_linkage(VCL_LINKED, GROWER E RICE LINK("x", "e", "'product': 'tea'"));
}

static void amounts_are_compared_to_six_decimals(void **state)
{
    (void)state;
    assert_linkage(VCL_LINKED,
                   GROWER E RICE LINK("x", "e", "'product': 'tea', 'volume_kg': 99.9999999"));
    assert_linkage(VCL_VOLUME_GAP,
                   GROWER E RICE LINK("x", "e", "'product': 'tea', 'volume_kg': 99.999998"));
}

#define KNOWN LINK("x", "e", "'product': 'tea', 'volume_kg': 1")

/* Each link must name that product alone, have a volume, and end at a buyer. */
static void what_is_contracted_is_known_only_if_every_link_says_so(void **state)
{
    (void)state;
    assert_linkage(VCL_VOLUME_GAP, GROWER E RICE KNOWN);
    assert_linkage(VCL_LINKED, GROWER E RICE KNOWN LINK("x", "e", "'product': 'tea'"));
    assert_linkage(VCL_LINKED, GROWER E RICE KNOWN LINK("x", "e", "'volume_kg': 5"));
    assert_linkage(VCL_LINKED, GROWER E KNOWN
                               LINK("x", "e", "'products': ['tea', 'rice'], 'volume_kg': 5"));
    assert_linkage(VCL_LINKED, GROWER E RICE KNOWN UNION("u", "") LINK("x", "u", ""));
    assert_linkage(VCL_LINKED, GROWER E RICE KNOWN UNION("u", "")
                               LINK("x", "u", "'product': 'tea', 'volume_kg': 5"));
    assert_linkage(VCL_LINKED, GROWER E RICE KNOWN COOPERATIVE("u", "'buyer': true")
                               LINK("x", "u", "'kind': 'membership', 'product': 'tea',"
                                              " 'volume_kg': 5"));
}

static void links_outside_of_the_layer_leave_it_known(void **state)
{
    (void)state;
    assert_linkage(VCL_VOLUME_GAP, GROWER E RICE KNOWN LINK("x", "e", "'kind': 'input'"));
    assert_linkage(VCL_VOLUME_GAP, GROWER E RICE KNOWN LINK("x", "e", "'status': 'ended'"));
    assert_linkage(VCL_VOLUME_GAP, GROWER E RICE KNOWN ENTERPRISE("d", "'products': ['rice']")
                                   LINK("x", "d", ""));
    assert_linkage(VCL_VOLUME_GAP, GROWER E RICE KNOWN ENTERPRISE("d", "'status': 'dissolved'")
                                   LINK("x", "d", ""));
    assert_linkage(VCL_VOLUME_GAP, GROWER E RICE KNOWN FARMER("f", "") LINK("f", "x", ""));
}

static void a_product_without_a_link_of_its_own_is_not_known(void **state)
{
    (void)state;
    /* Covered for tea by way of the union only. */
    assert_linkage(VCL_LINKED, COOPERATIVE("x", "'products': [{'product': 'tea', 'output_kg': 9}]")
                               E UNION("u", "") LINK("x", "u", "") LINK("u", "e", ""));
    assert_linkage(VCL_LINKED, COOPERATIVE("x", "'products': ['tea']") E
                               LINK("x", "e", "'product': 'tea', 'volume_kg': 1"));
}

#define TEA COOPERATIVE("x", "'products': ['tea']")
#define RICE_BUYER ENTERPRISE("e", "'products': ['rice']")

static void product_mismatch_is_an_active_supply_of_what_the_buyer_does_not_take(void **state)
{
    (void)state;
    assert_linkage(VCL_PRODUCT_MISMATCH, TEA RICE_BUYER LINK("x", "e", ""));
    assert_linkage(VCL_PRODUCT_MISMATCH, TEA E LINK("x", "e", "'product': 'rice'"));
    assert_linkage(VCL_DEAD_END, TEA COOPERATIVE("e", "'products': ['rice'], 'buyer': true")
                                 LINK("x", "e", "'kind': 'membership'"));
    assert_linkage(VCL_DEAD_END, TEA ENTERPRISE("e", "'products': ['rice'], 'buyer': false")
                                 LINK("x", "e", ""));
}

static void buyer_inactive_is_a_current_supply_to_one(void **state)
{
    (void)state;
    assert_linkage(VCL_BUYER_INACTIVE, X ENTERPRISE("e", "'status': 'suspended'")
                                       LINK("x", "e", ""));
    assert_linkage(VCL_BUYER_INACTIVE, X ENTERPRISE("e", "'status': 'dissolved'")
                                       LINK("x", "e", "'start': '2023-06-30'"));
    assert_linkage(VCL_LAPSED, X ENTERPRISE("e", "'status': 'dissolved'")
                               LINK("x", "e", "'end': '2023-06-29'"));
}

static void upcoming_is_a_supply_that_starts_after_the_as_of_date(void **state)
{
    (void)state;
    assert_linkage(VCL_UPCOMING, X E LINK("x", "e", "'start': '2023-07-01'"));
    assert_linkage(VCL_UPCOMING, X E LINK("x", "e", "'start': '2023-07-01', 'end': '2023-07-01'"));
    assert_linkage(VCL_UPCOMING, X ENTERPRISE("e", "'status': 'dissolved'")
                                 LINK("x", "e", "'start': '2023-07-01'"));
    assert_linkage(VCL_NO_BUYER, X E LINK("x", "e", "'start': '2023-07-02', 'end': '2023-07-01'"));
    assert_linkage(VCL_LAPSED,
                   X E LINK("x", "e", "'start': '2023-07-01', 'status': 'breached'"));
    assert_linkage(VCL_LINKED, X E LINK("x", "e", "'start': '2023-06-30'"));
}

static void lapsed_is_a_supply_that_ended_ran_out_or_was_breached(void **state)
{
    (void)state;
    assert_linkage(VCL_LAPSED, X E LINK("x", "e", "'status': 'ended'"));
    assert_linkage(VCL_LAPSED, X E LINK("x", "e", "'status': 'breached'"));
    assert_linkage(VCL_LAPSED, X E LINK("x", "e", "'end': '2023-06-29'"));
    assert_linkage(VCL_LINKED, X E LINK("x", "e", "'end': '2023-06-30'"));
    assert_linkage(VCL_LAPSED, X E LINK("x", "e", "'start': '2023-07-01', 'end': '2023-06-29'"));
    assert_linkage(VCL_NO_BUYER, X UNION("e", "'buyer': true")
                                 LINK("x", "e", "'status': 'ended'"));
    assert_linkage(VCL_NO_BUYER, X ENTERPRISE("e", "'buyer': false")
                                 LINK("x", "e", "'status': 'ended'"));
}

static void dead_end_is_another_current_link_to_an_organisation_or_enterprise(void **state)
{
    (void)state;
    assert_linkage(VCL_DEAD_END, X UNION("u", "") LINK("x", "u", ""));
    assert_linkage(VCL_DEAD_END, X UNION("u", "'status': 'dissolved'") LINK("x", "u", ""));
    assert_linkage(VCL_DEAD_END, X COOPERATIVE("c", "") LINK("x", "c", "'kind': 'supply'"));
    assert_linkage(VCL_DEAD_END, X ENTERPRISE("e", "'buyer': false, 'status': 'suspended'")
                                 LINK("x", "e", ""));
    assert_linkage(VCL_NO_BUYER, X UNION("u", "") LINK("x", "u", "'status': 'ended'"));
    assert_linkage(VCL_NO_BUYER, X UNION("u", "") LINK("x", "u", "'start': '2023-07-01'"));
    assert_linkage(VCL_NO_BUYER, X FARMER("f", "") LINK("x", "f", "'kind': 'supply'"));
}

/* One link for each reason; the first of the list that is there decides. */
static void the_first_reason_that_fits_is_given(void **state)
{
    static const char mismatch[] = ENTERPRISE("a", "'products': ['rice']") LINK("x", "a", "");
    static const char inactive[] = ENTERPRISE("b", "'status': 'suspended'") LINK("x", "b", "");
    static const char upcoming[] = ENTERPRISE("c", "") LINK("x", "c", "'start': '2023-07-01'");
    static const char lapsed[] = ENTERPRISE("d", "") LINK("x", "d", "'status': 'ended'");
    static const char dead_end[] = UNION("u", "") LINK("x", "u", "");
    static const char no_buyer[] = FARMER("f", "") LINK("f", "x", "");
    static const char *const reasons[] = { no_buyer, dead_end, lapsed,
                                           upcoming, inactive, mismatch };
    static const vcl_linkage expected[] = { VCL_NO_BUYER,       VCL_DEAD_END,
                                            VCL_LAPSED,         VCL_UPCOMING,
                                            VCL_BUYER_INACTIVE, VCL_PRODUCT_MISMATCH };
    vcl_text drawing = { 0 };

    (void)state;
    vcl_text_add(&drawing, TEA);
    for (size_t i = 0; i < 6; i++) {
        vcl_text_add(&drawing, reasons[i]);
        assert_linkage(expected[i], vcl_text_bytes(&drawing));
    }
    vcl_text_add(&drawing, E LINK("x", "e", "'product': 'tea'"));
    assert_linkage(VCL_LINKED, vcl_text_bytes(&drawing));
    vcl_text_release(&drawing);
}

static void without_an_as_of_date_nothing_is_upcoming_or_ran_out(void **state)
{
    studied *made = study_of(X E COOPERATIVE("y", "")
                             LINK("x", "e", "'start': '2999-01-01'")
                             LINK("y", "e", "'end': '1999-01-01'"));

    (void)state;
    assert_int_equal(made->study.linkages.of_actor[actor_of(made->chain, "x")], VCL_LINKED);
    assert_int_equal(made->study.linkages.of_actor[actor_of(made->chain, "y")], VCL_LINKED);
    release_study(made);
}

static void the_surplus_is_what_is_above_the_contracts(void **state)
{
    studied *made = study_of(
        COOPERATIVE("x", "'products': [{'product': 'tea', 'output_kg': 100},"
                         " {'product': 'rice', 'output_kg': 50}, {'product': 'maize',"
                         " 'output_kg': 5}, {'product': 'yam', 'output_kg': 7}]")
        E
        LINK("x", "e", "'product': 'tea', 'volume_kg': 30")
        LINK("x", "e", "'product': 'tea', 'volume_kg': 20")
        LINK("x", "e", "'product': 'rice', 'volume_kg': 49.5")
        LINK("x", "e", "'product': 'maize', 'volume_kg': 6")
        LINK("x", "e", "'product': 'yam'"));
    uint32_t actor = actor_of(made->chain, "x");

    (void)state;
    assert_int_equal(made->study.linkages.of_actor[actor], VCL_VOLUME_GAP);
    assert_close(made->study.linkages.surplus_kg[actor], 50.5, 1e-12);
    release_study(made);
}

static void words_are_those_of_the_contract(void **state)
{
    static const char *const words[] = { "isolated",       "product_gap", "volume_gap",
                                         "linked",         "product_mismatch",
                                         "buyer_inactive", "upcoming",    "lapsed",
                                         "dead_end",       "no_buyer" };

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
