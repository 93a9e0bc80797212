/* analysis/links: every link that counts, who goes along it and whether it leads to a buyer. */
#include "support/figures.h"

static const char ends[] = "source target households leads_to_buyer";

static void every_link_has_a_row_with_what_it_says(void **state)
{
    (void)state;
    assert_drawn_rows("as_of 2023-06-30\n"
                      "farmer f; cooperative c; enterprise e\n"
                      "link f c\n"
                      "link c e 'products': ['tea', 'rice'], 'volume_kg': 5, 'delivered_kg': 4.5, "
                      "'value': 100, 'contract': 'written', 'start': '2023-01-01', 'end': "
                      "'2023-06-30'\n"
                      "link e c 'kind': 'input', 'status': 'breached', 'contract': 'oral'\n"
                      "link f e 'contract': 'none', 'status': 'ended'\n",
                      "links", NULL,
                      "c e supply [rice,tea] 5 4.5 100 written 2023-01-01 2023-06-30 active true 1 "
                      "true\n"
                      "e c input [] - - - oral - - breached false 0 false\n"
                      "f c membership [] - - - - - - active true 1 true\n"
                      "f e supply [] - - - none - - ended false 0 false\n");
}

static void links_stand_by_source_and_target_and_ignored_ones_are_left_out(void **state)
{
    (void)state;
    assert_drawn_rows("group g; cooperative C; cooperative c; enterprise e\n"
                      "link g e; link g c; link g c; link g g; link g C\n"
                      "link c e 'product': 'tea'; link c e 'product': 'rice'; link C e\n",
                      "links", "source target products",
                      "C e []\n"
                      "c e [rice]\n"
                      "c e [tea]\n"
                      "g C []\n"
                      "g c []\n"
                      "g e []\n");
}

static void a_link_is_active_on_its_days_between_active_ends(void **state)
{
    const vcl_study_options later = { .as_of = "2024-01-01" };
    vcl_chain *chain = chain_of("as_of 2023-06-30\n"
                                "farmer f; cooperative c; cooperative x 'status': 'suspended'\n"
                                "enterprise e\n"
                                "link f c 'end': '2023-12-31'\n"
                                "link f x\n"
                                "link e c 'kind': 'input'\n"
                                "link c e 'start': '2024-01-01'\n");

    (void)state;
    assert_rows(chain, "links", "source target active households leads_to_buyer",
                "c e false 0 false\n"
                "e c true 0 false\n"
                "f c true 1 false\n"
                "f x false 0 false\n");
    assert_rows_with(chain, &later, "links", "source target active households leads_to_buyer",
                     "c e true 0 true\n"
                     "e c true 0 false\n"
                     "f c false 0 false\n"
                     "f x false 0 false\n");
    vcl_chain_free(chain);
}

/* f's record alone goes along its own link; what f brings to h goes on from there.
 * Behind c stand both and one implied member. */
static void households_are_the_farmers_own_or_those_who_reach_the_source(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 3; farmer h 'count': 5; farmer idle 'sells': false\n"
                      "group g; cooperative c 'members': 10; enterprise e; enterprise d\n"
                      "link f c; link h g; link g c; link c e; link e d\n"
                      "link idle c; link f h 'kind': 'supply'\n",
                      "links", ends,
                      "c e 9 true\n"
                      "e d 9 true\n"
                      "f c 3 true\n"
                      "f h 3 true\n"
                      "g c 8 true\n"
                      "h g 5 true\n"
                      "idle c 0 false\n");
}

/* c sells rice only: what f brings as tea ends there, and its yam does not even get so far. */
static void a_link_leads_to_a_buyer_only_in_its_own_layers(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f 'count': 2; farmer h 'products': ['yam']\n"
                      "cooperative c 'products': ['tea', 'rice']; enterprise e\n"
                      "link f c 'product': 'tea'\n"
                      "link f c 'product': 'rice'\n"
                      "link f c 'products': ['tea', 'rice']\n"
                      "link f c\n"
                      "link h c\n"
                      "link c e 'product': 'rice'\n",
                      "links", "source target products households leads_to_buyer",
                      "c e [rice] 2 true\n"
                      "f c [] 2 true\n"
                      "f c [rice] 2 true\n"
                      "f c [rice,tea] 2 true\n"
                      "f c [tea] 2 false\n"
                      "h c [] 0 false\n");
}

/* What lists nothing stands in every layer; y leads to e for tea alone. */
static void a_link_that_carries_anything_may_lead_to_a_buyer_for_one_product(void **state)
{
    (void)state;
    assert_drawn_rows("product rice; product tea\n"
                      "farmer f; group g 'products': ['rice']\n"
                      "enterprise y 'buyer': false; enterprise e; enterprise z 'buyer': false\n"
                      "link f y; link g y; link g z; link y e 'product': 'tea'\n",
                      "links", ends,
                      "f y 1 true\n"
                      "g y 0 false\n"
                      "g z 0 false\n"
                      "y e 1 true\n");
}

/* The buyer b is where the goods are bought, whether it sells on or not. */
static void a_link_to_a_buyer_leads_to_one(void **state)
{
    (void)state;
    assert_drawn_rows("farmer f; cooperative b 'buyer': true; cooperative x\n"
                      "link f b; link b x 'kind': 'supply'\n",
                      "links", ends, "b x 1 false\nf b 1 true\n");
}

static void without_the_buyer_nothing_leads_there(void **state)
{
    vcl_chain *chain = chain_of("farmer f; cooperative c 'members': 9; enterprise e\n"
                                "link f c; link c e\n");

    (void)state;
    assert_rows_without(chain, "e", "links", ends, "c e 0 false\nf c 1 false\n");
    assert_rows_without(chain, "c", "links", ends, "c e 0 false\nf c 0 false\n");
    vcl_chain_free(chain);
}

/* Alike farmers are one vertex of the fold, whose arcs all their links share. */
static void alike_farmers_have_a_row_each(void **state)
{
    (void)state;
    assert_drawn_rows("farmer a 'count': 2; farmer b 'count': 3; farmer d 'count': 4\n"
                      "cooperative c; cooperative x; enterprise e\n"
                      "link a c; link b c; link d c; link a x; link b x; link d x; link c e\n",
                      "links", ends,
                      "a c 2 true\na x 2 false\nb c 3 true\nb x 3 false\nc e 9 true\nd c 4 true\n"
                      "d x 4 false\n");
}

static void farmers_links_may_be_left_out(void **state)
{
    vcl_study_options options = { .organisations_only = true };
    vcl_chain *chain = chain_of("farmer f 'count': 3; cooperative c; enterprise e\n"
                                "link f c; link c e; link e f 'kind': 'supply'\n");

    (void)state;
    assert_rows_with(chain, &options, "links", ends, "c e 3 true\n");
    vcl_chain_free(chain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_link_has_a_row_with_what_it_says),
        cmocka_unit_test(links_stand_by_source_and_target_and_ignored_ones_are_left_out),
        cmocka_unit_test(a_link_is_active_on_its_days_between_active_ends),
        cmocka_unit_test(households_are_the_farmers_own_or_those_who_reach_the_source),
        cmocka_unit_test(a_link_leads_to_a_buyer_only_in_its_own_layers),
        cmocka_unit_test(a_link_that_carries_anything_may_lead_to_a_buyer_for_one_product),
        cmocka_unit_test(a_link_to_a_buyer_leads_to_one),
        cmocka_unit_test(without_the_buyer_nothing_leads_there),
        cmocka_unit_test(alike_farmers_have_a_row_each),
        cmocka_unit_test(farmers_links_may_be_left_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
