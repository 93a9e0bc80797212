/* model/state: who is active, what carries goods, and the members that are only on the books. */
#include "model/state.h"

#include <stdio.h>

#include "support/chain.h"

static vcl_date day(const char *text)
{
    vcl_date date = VCL_NO_DATE;

    assert_true(text == NULL || vcl_date_parse(vcl_slice_of(text), &date));
    return date;
}

static bool is_current(const char *as_of, const char *start, const char *end, int status)
{
    const vcl_terms terms = { .start = day(start), .end = day(end), .status = (uint8_t)status };

    return vcl_terms_are_current(&terms, day(as_of));
}

static void a_link_is_current_from_its_start_to_its_end_both_included(void **state)
{
    (void)state;
    assert_false(is_current("2022-12-31", "2023-01-01", "2023-12-31", VCL_LINK_ACTIVE));
    assert_true(is_current("2023-01-01", "2023-01-01", "2023-12-31", VCL_LINK_ACTIVE));
    assert_true(is_current("2023-12-31", "2023-01-01", "2023-12-31", VCL_LINK_ACTIVE));
    assert_false(is_current("2024-01-01", "2023-01-01", "2023-12-31", VCL_LINK_ACTIVE));
    assert_true(is_current("2023-01-01", "2023-01-01", "2023-01-01", VCL_LINK_ACTIVE));
}

static void a_date_that_is_not_stated_is_no_bound(void **state)
{
    (void)state;
    assert_true(is_current("2023-01-01", NULL, NULL, VCL_LINK_ACTIVE));
    assert_true(is_current("2023-01-01", NULL, "2023-01-01", VCL_LINK_ACTIVE));
    assert_true(is_current("2023-01-01", "2023-01-01", NULL, VCL_LINK_ACTIVE));
    assert_false(is_current("2023-01-02", NULL, "2023-01-01", VCL_LINK_ACTIVE));
    assert_false(is_current("2022-12-31", "2023-01-01", NULL, VCL_LINK_ACTIVE));
}

static void without_an_as_of_date_dates_are_not_looked_at(void **state)
{
    (void)state;
    assert_true(is_current(NULL, "9999-12-31", "0001-01-01", VCL_LINK_ACTIVE));
    assert_false(is_current("2023-01-01", "2023-01-02", "2022-12-31", VCL_LINK_ACTIVE));
}

static void only_a_link_whose_status_is_active_is_current(void **state)
{
    (void)state;
    assert_false(is_current(NULL, NULL, NULL, VCL_LINK_ENDED));
    assert_false(is_current("2023-01-01", NULL, NULL, VCL_LINK_BREACHED));
}

static void a_link_carries_where_it_and_both_ends_are_active(void **state)
{
    static const struct {
        const char *source;
        const char *target;
        const char *link;
        bool carries;
    } cases[] = {
        { "", "", "", true },
        { "", "", "'kind': 'membership'", true },
        { "", "", "'kind': 'input'", false },
        { "", "", "'status': 'ended'", false },
        { "", "", "'end': '2022-12-31'", false },
        { "'status': 'suspended'", "", "", false },
        { "", "'status': 'dissolved'", "", false },
        { "'sells': false", "", "", false },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char drawing[600];
        vcl_state now;
        snprintf(drawing, sizeof drawing,
                 "as_of 2023-01-01\n"
                 "cooperative c %s\n"
                 "enterprise e %s\n"
                 "link c e %s\n",
                 cases[i].source, cases[i].target, cases[i].link);
        vcl_chain *chain = chain_of(drawing);
        assert_int_equal(vcl_state_init(&now, chain, chain->as_of, NULL, 0, 2, NULL), VCL_OK);
        assert_int_equal(vcl_bits_has(now.carries, 0), cases[i].carries);
        vcl_state_release(&now);
        vcl_chain_free(chain);
    }
}

static void whoever_is_gone_is_not_active_but_its_implied_members_are(void **state)
{
    vcl_chain *chain = chain_of("cooperative c 'members': 5\n"
                                "cooperative d 'members': 5, 'status': 'dissolved'\n"
                                "enterprise e\n"
                                "link c e\n");
    uint32_t gone[] = { 0, 1 };
    vcl_state now;

    (void)state;
    assert_int_equal(vcl_state_init(&now, chain, VCL_NO_DATE, gone, 2, 2, NULL), VCL_OK);
    assert_false(vcl_bits_has(now.active, 0));
    assert_false(vcl_bits_has(now.active, 1));
    assert_true(vcl_bits_has(now.active, 2));
    assert_false(vcl_bits_has(now.carries, 0));
    assert_int_equal(now.implied[0], 5);
    vcl_state_release(&now);
    assert_int_equal(vcl_state_init(&now, chain, VCL_NO_DATE, NULL, 0, 2, NULL), VCL_OK);
    assert_true(vcl_bits_has(now.active, 0));
    assert_true(vcl_bits_has(now.carries, 0));
    vcl_state_release(&now);
    vcl_chain_free(chain);
}

/* The implied members of `id` in a drawing, as it stands on its own day. */
static void assert_implied(const char *drawing, const char *id, uint32_t expected)
{
    vcl_chain *chain = chain_of(drawing);
    vcl_state now;

    assert_int_equal(vcl_state_init(&now, chain, chain->as_of, NULL, 0, 2, NULL), VCL_OK);
    if (now.implied[actor_of(chain, id)] != expected) {
        fail_msg("%u implied members, not %u, of %s in:\n%s",
                 (unsigned)now.implied[actor_of(chain, id)], (unsigned)expected, id, drawing);
    }
    vcl_state_release(&now);
    vcl_chain_free(chain);
}

static void members_beyond_the_known_households_are_implied(void **state)
{
    (void)state;
    assert_implied("cooperative c 'members': 65\n"
                   "farmer f 'count': 40\n"
                   "farmer g\n"
                   "link f c\n"
                   "link g c\n",
                   "c", 24);
    assert_implied("cooperative c 'members': 41; farmer f 'count': 41; link f c\n", "c", 0);
    assert_implied("cooperative c 'members': 7; farmer f 'count': 41; link f c\n", "c", 0);
    assert_implied("group g 'members': 7\n", "g", 7);
    assert_implied("cooperative c 'members': 0\n", "c", 0);
    assert_implied("cooperative c\n", "c", 0);
}

static void unions_and_those_that_do_not_sell_have_none(void **state)
{
    (void)state;
    assert_implied("union u 'members': 7\n", "u", 0);
    assert_implied("cooperative c 'members': 7, 'sells': false\n", "c", 0);
    assert_implied("group g 'members': 7, 'sells': false\n", "g", 0);
}

static void known_is_who_has_a_current_membership(void **state)
{
    (void)state;
    assert_implied("as_of 2023-01-01\n"
                   "cooperative c 'members': 100\n"
                   "farmer a 'count': 50, 'status': 'dissolved'\n"
                   "farmer b 'count': 2, 'sells': false\n"
                   "farmer d 'count': 3\n"
                   "farmer e 'count': 4\n"
                   "farmer f 'count': 5\n"
                   "link a c\n"
                   "link b c\n"
                   "link d c 'kind': 'supply'\n"
                   "link e c 'end': '2022-12-31'\n"
                   "link f c 'status': 'ended'\n",
                   "c", 48);
}

/* The date decides who is known. */
static void a_membership_not_yet_begun_makes_nobody_known(void **state)
{
    (void)state;
    assert_implied("as_of 2023-01-01; cooperative c 'members': 9; farmer f 'count': 5\n"
                   "link f c 'start': '2023-01-02'\n",
                   "c", 9);
    assert_implied("as_of 2023-01-02; cooperative c 'members': 9; farmer f 'count': 5\n"
                   "link f c 'start': '2023-01-02'\n",
                   "c", 4);
}

static void a_cooperative_knows_its_groups_and_their_implied_members(void **state)
{
    (void)state;
    assert_implied("cooperative c 'members': 100\n"
                   "group g 'members': 30\n"
                   "farmer f 'count': 10\n"
                   "link g c\n"
                   "link f g\n",
                   "c", 70);
    assert_implied("cooperative c 'members': 100\n"
                   "group g 'members': 30, 'status': 'dissolved'\n"
                   "farmer f 'count': 40\n"
                   "link g c\n"
                   "link f g\n",
                   "c", 60);
    assert_implied("cooperative c 'members': 100\n"
                   "group g 'members': 30, 'sells': false\n"
                   "farmer f 'count': 10\n"
                   "link g c\n"
                   "link f g\n",
                   "c", 90);
}

static void a_group_with_no_current_membership_makes_nobody_known(void **state)
{
    (void)state;
    assert_implied("cooperative c 'members': 100\n"
                   "group g 'members': 30\n"
                   "farmer f 'count': 10\n"
                   "link g c 'kind': 'supply'\n"
                   "link f g\n",
                   "c", 100);
    assert_implied("cooperative c 'members': 100\n"
                   "group g 'members': 30\n"
                   "link g c 'status': 'breached'\n",
                   "c", 100);
    assert_implied("cooperative c 'members': 100\n"
                   "group g\n"
                   "farmer f 'count': 10\n"
                   "link g c\n"
                   "link f g 'kind': 'supply'\n",
                   "c", 100);
}

static void each_is_known_once(void **state)
{
    (void)state;
    /* A farmer by itself, through a group, and by a second membership to either. */
    assert_implied("cooperative c 'members': 100\n"
                   "group g 'members': 30\n"
                   "group h\n"
                   "farmer f 'count': 10\n"
                   "link f c\n"
                   "link f c 'product': 'tea'\n"
                   "link f g\n"
                   "link f h\n"
                   "link g c\n"
                   "link g c 'product': 'tea'\n"
                   "link h c\n",
                   "c", 70);
}

static void a_farmer_is_known_to_each_of_its_organisations(void **state)
{
    static const char drawing[] = "cooperative c 'members': 20\n"
                                  "cooperative d 'members': 30\n"
                                  "group g 'members': 15\n"
                                  "farmer f 'count': 10\n"
                                  "link f c\n"
                                  "link f d\n"
                                  "link f g\n"
                                  "link g c\n"
                                  "link g d\n";

    (void)state;
    assert_implied(drawing, "g", 5);
    assert_implied(drawing, "c", 5);
    assert_implied(drawing, "d", 15);
}

/* A cooperative within a cooperative, or a group within a group, makes nobody known. */
static void only_groups_of_cooperatives_are_looked_through(void **state)
{
    (void)state;
    assert_implied("cooperative c 'members': 20\n"
                   "cooperative d 'members': 10\n"
                   "link d c 'kind': 'membership'\n",
                   "c", 20);
    assert_implied("group g 'members': 20\n"
                   "group h 'members': 10\n"
                   "link h g 'kind': 'membership'\n",
                   "g", 20);
    assert_implied("cooperative c 'members': 20\n"
                   "group g\n"
                   "group h 'members': 10\n"
                   "link h g 'kind': 'membership'\n"
                   "link g c\n",
                   "c", 20);
}

static void nobody_is_active_in_an_empty_chain(void **state)
{
    vcl_chain *chain = chain_of("{'graph': {'name': 'x'}}\n");
    vcl_state now;

    (void)state;
    assert_int_equal(vcl_state_init(&now, chain, VCL_NO_DATE, NULL, 0, 2, NULL), VCL_OK);
    vcl_state_release(&now);
    vcl_chain_free(chain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_link_is_current_from_its_start_to_its_end_both_included),
        cmocka_unit_test(a_date_that_is_not_stated_is_no_bound),
        cmocka_unit_test(without_an_as_of_date_dates_are_not_looked_at),
        cmocka_unit_test(only_a_link_whose_status_is_active_is_current),
        cmocka_unit_test(a_link_carries_where_it_and_both_ends_are_active),
        cmocka_unit_test(whoever_is_gone_is_not_active_but_its_implied_members_are),
        cmocka_unit_test(members_beyond_the_known_households_are_implied),
        cmocka_unit_test(unions_and_those_that_do_not_sell_have_none),
        cmocka_unit_test(known_is_who_has_a_current_membership),
        cmocka_unit_test(a_membership_not_yet_begun_makes_nobody_known),
        cmocka_unit_test(a_cooperative_knows_its_groups_and_their_implied_members),
        cmocka_unit_test(a_group_with_no_current_membership_makes_nobody_known),
        cmocka_unit_test(each_is_known_once),
        cmocka_unit_test(a_farmer_is_known_to_each_of_its_organisations),
        cmocka_unit_test(only_groups_of_cooperatives_are_looked_through),
        cmocka_unit_test(nobody_is_active_in_an_empty_chain),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
