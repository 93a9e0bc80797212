/* graph/buyers: reach, exclusive, Shapley and upstream, by hand, by brute force and by identities. */
#include "graph/buyers.h"

#include "graph/brute.h"
#include "graph/studied.h"
#include "support/random_chain.h"

static const vcl_buyer *buyer_of(studied *made, const char *id)
{
    uint32_t vertex = vertex_of(made, id);

    assert_int_equal(vcl_study_buyers(&made->study, NULL), VCL_OK);
    for (uint32_t i = 0; i < made->study.buyers.count; i++) {
        if (made->study.buyers.buyers[i].vertex == vertex) {
            return made->study.buyers.buyers + i;
        }
    }
    fail_msg("%s is no buyer", id);
    return NULL;
}

static void assert_reach(const vcl_buyer_reach *found, uint64_t reach, uint64_t exclusive,
                         double shapley, uint64_t upstream)
{
    assert_int_equal(found->reach, reach);
    assert_int_equal(found->exclusive, exclusive);
    assert_close(found->shapley, shapley, 1e-12);
    assert_int_equal(found->upstream, upstream);
}

static void a_household_counts_for_its_first_buyers(void **state)
{
    studied *made = study_of("farmer f 'count': 40\n"
                             "cooperative c 'members': 60\n"
                             "enterprise d\n"
                             "enterprise e\n"
                             "link f c\n"
                             "link c d\n"
                             "link d e\n");

    (void)state;
    assert_reach(&buyer_of(made, "d")->households, 60, 60, 60.0, 60);
    assert_reach(&buyer_of(made, "d")->cooperatives, 1, 1, 1.0, 1);
    assert_reach(&buyer_of(made, "e")->households, 0, 0, 0.0, 60);
    assert_reach(&buyer_of(made, "e")->cooperatives, 0, 0, 0.0, 1);
    release_study(made);
}

static void first_buyers_share_a_household_alike(void **state)
{
    studied *made = study_of("farmer f 'count': 6\n"
                             "farmer g\n"
                             "cooperative c\n"
                             "enterprise a\n"
                             "enterprise b\n"
                             "enterprise d\n"
                             "link f c\n"
                             "link f d\n"
                             "link g d\n"
                             "link c a\n"
                             "link c b\n");

    (void)state;
    assert_reach(&buyer_of(made, "a")->households, 6, 0, 2.0, 6);
    assert_reach(&buyer_of(made, "b")->households, 6, 0, 2.0, 6);
    assert_reach(&buyer_of(made, "d")->households, 7, 1, 3.0, 7);
    assert_reach(&buyer_of(made, "a")->cooperatives, 1, 0, 0.5, 1);
    release_study(made);
}

/* It is stranded for neither, but hurt: see critical. */
static void a_household_with_a_buyer_for_each_product_is_exclusive_to_neither(void **state)
{
    studied *made = study_of("farmer f 'products': ['tea', 'rice']\n"
                             "enterprise a 'products': ['tea']\n"
                             "enterprise b 'products': ['rice']\n"
                             "link f a\n"
                             "link f b\n");

    (void)state;
    assert_reach(&buyer_of(made, "a")->households, 1, 0, 0.5, 1);
    assert_reach(&buyer_of(made, "b")->households, 1, 0, 0.5, 1);
    release_study(made);
}

static void buyers_may_be_of_other_kinds_and_have_suppliers_of_their_own(void **state)
{
    studied *made = study_of("farmer f 'count': 3\n"
                             "cooperative b 'buyer': true, 'members': 5\n"
                             "group g\n"
                             "link f b\n"
                             "link g b\n");

    (void)state;
    assert_int_equal(made->study.buyers.count, 0); /* not asked for yet */
    assert_reach(&buyer_of(made, "b")->households, 5, 5, 5.0, 5);
    assert_reach(&buyer_of(made, "b")->cooperatives, 0, 0, 0.0, 0);
    assert_int_equal(made->study.buyers.count, 1);
    release_study(made);
}

static void only_active_buyers_are_listed_by_id(void **state)
{
    studied *made = study_of("enterprise z\n"
                             "enterprise a\n"
                             "enterprise b 'status': 'dissolved'\n"
                             "enterprise d 'buyer': false\n");

    (void)state;
    assert_int_equal(vcl_study_buyers(&made->study, NULL), VCL_OK);
    assert_int_equal(made->study.buyers.count, 2);
    assert_int_equal(made->study.buyers.buyers[0].vertex, vertex_of(made, "a"));
    assert_int_equal(made->study.buyers.buyers[1].vertex, vertex_of(made, "z"));
    release_study(made);
}

static uint32_t number_of_bits(uint64_t bits)
{
    uint32_t count = 0;

    for (; bits != 0; bits &= bits - 1) {
        count++;
    }
    return count;
}

/* Adds what one covered vertex of that weight gives to a buyer. */
static void add_expected(vcl_buyer_reach *reach, uint64_t weight, uint64_t first, uint64_t any,
                         uint64_t buyer)
{
    reach->upstream += (any & buyer) != 0 ? weight : 0;
    if ((first & buyer) != 0) {
        reach->reach += weight;
        reach->exclusive += first == buyer ? weight : 0;
        reach->shapley += (double)weight / number_of_bits(first);
    }
}

static vcl_buyer expected_buyer(const struct brute *brute, uint64_t buyer)
{
    vcl_buyer expected = { 0 };

    for (uint32_t i = 0; i < brute->count; i++) {
        uint64_t first = brute_reach_any(brute, i, true) & brute->buyers;
        uint64_t any = brute_reach_any(brute, i, false);
        if (brute_covered(brute, i, 0) != 0) {
            add_expected(&expected.households, brute->households[i], first, any, buyer);
            add_expected(&expected.cooperatives, (brute->cooperatives & bit_of(i)) != 0 ? 1 : 0,
                         first, any, buyer);
        }
    }
    return expected;
}

static void assert_same_reach(const vcl_buyer_reach *found, const vcl_buyer_reach *expected)
{
    assert_reach(found, expected->reach, expected->exclusive, expected->shapley,
                 expected->upstream);
}

static void in_random_chains_buyers_mean_what_following_links_says(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 1500; seed++) {
        studied *made = study_chain(random_chain(seed), NULL);
        struct brute brute;
        brute_init(&brute, &made->study.state);
        for (uint32_t i = 0; i < brute.count; i++) {
            if ((brute.buyers & bit_of(i)) != 0) {
                vcl_buyer expected = expected_buyer(&brute, bit_of(i));
                const vcl_buyer *found =
                    buyer_of(made, vcl_actor_id(made->chain, brute.actor_of[i]));
                assert_same_reach(&found->households, &expected.households);
                assert_same_reach(&found->cooperatives, &expected.cooperatives);
            }
        }
        assert_int_equal(made->study.buyers.count, number_of_bits(brute.buyers));
        release_study(made);
    }
}

static void assert_identities(const vcl_buyers *buyers, bool households, uint64_t covered)
{
    double shapley = 0.0;

    for (uint32_t i = 0; i < buyers->count; i++) {
        const vcl_buyer_reach *reach =
            households ? &buyers->buyers[i].households : &buyers->buyers[i].cooperatives;
        assert_true((double)reach->exclusive <= reach->shapley + 1e-9);
        assert_true(reach->shapley <= (double)reach->reach + 1e-9);
        assert_true(reach->reach <= reach->upstream);
        shapley += reach->shapley;
    }
    assert_close(shapley, (double)covered, 1e-9);
}

enum { BUYERS = 1100, SELLERS = 400 };

/* Cooperative i supplies buyers i, 2i, 3i …, which stand in three blocks; every tenth buyer sells on
 * to the next one. */
static vcl_text many_buyers(void)
{
    vcl_text drawing = { 0 };
    char line[120];

    for (unsigned i = 0; i < BUYERS; i++) {
        snprintf(line, sizeof line, "{'node': {'id': 'e%04u', 'kind': 'enterprise'}}\n", i);
        vcl_text_add(&drawing, line);
        snprintf(line, sizeof line, "{'link': {'source': 'e%04u', 'target': 'e%04u'}}\n", i, i + 1);
        vcl_text_add(&drawing, i % 10 == 0 && i + 1 < BUYERS ? line : "");
    }
    for (unsigned i = 1; i <= SELLERS; i++) {
        snprintf(line, sizeof line,
                 "{'node': {'id': 'c%03u', 'kind': 'cooperative', 'members': %u}}\n", i, i);
        vcl_text_add(&drawing, line);
        for (unsigned buyer = i; buyer < BUYERS; buyer += i) {
            snprintf(line, sizeof line, "{'link': {'source': 'c%03u', 'target': 'e%04u'}}\n", i,
                     buyer);
            vcl_text_add(&drawing, line);
        }
    }
    return drawing;
}

/* Of buyer `number`: its sellers are its divisors up to SELLERS; upstream of it stand theirs and,
 * where it is the one after a tenth, that one's. */
static void assert_divisors(const vcl_buyer *buyer, unsigned number)
{
    vcl_buyer_reach expected = { 0 };

    for (unsigned i = 1; i <= SELLERS; i++) {
        unsigned first_buyers = (BUYERS - 1) / i;
        bool direct = number > 0 && number % i == 0;
        bool before = number % 10 == 1 && number > 1 && (number - 1) % i == 0;
        expected.reach += direct ? i : 0;
        expected.exclusive += direct && first_buyers == 1 ? i : 0;
        expected.shapley += direct ? (double)i / first_buyers : 0.0;
        expected.upstream += direct || before ? i : 0;
    }
    assert_same_reach(&buyer->households, &expected);
}

static void several_blocks_of_buyers_are_put_together(void **state)
{
    vcl_text drawing = many_buyers();
    studied *made = study_of(vcl_text_bytes(&drawing));

    (void)state;
    assert_int_equal(vcl_study_buyers(&made->study, NULL), VCL_OK);
    assert_int_equal(made->study.buyers.count, BUYERS);
    for (unsigned i = 0; i < BUYERS; i++) {
        assert_divisors(made->study.buyers.buyers + i, i);
    }
    assert_identities(&made->study.buyers, true, SELLERS * (SELLERS + 1) / 2);
    assert_identities(&made->study.buyers, false, SELLERS);
    vcl_text_release(&drawing);
    release_study(made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_household_counts_for_its_first_buyers),
        cmocka_unit_test(first_buyers_share_a_household_alike),
        cmocka_unit_test(a_household_with_a_buyer_for_each_product_is_exclusive_to_neither),
        cmocka_unit_test(buyers_may_be_of_other_kinds_and_have_suppliers_of_their_own),
        cmocka_unit_test(only_active_buyers_are_listed_by_id),
        cmocka_unit_test(in_random_chains_buyers_mean_what_following_links_says),
        cmocka_unit_test(several_blocks_of_buyers_are_put_together),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
