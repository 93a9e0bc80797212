/* model/census: households known to organisations, against asking every farmer about every one. */
#include "model/census.h"

#include <stdio.h>

#include "model/state.h"
#include "support/chain.h"
#include "support/chance.h"

/* Some groups and cooperatives, farmers who belong to up to four of them, by links of which some
 * are parallel, ended or supplies. */
static vcl_text drawing_of(uint64_t seed)
{
    struct chance chance = { seed };
    uint32_t groups = 1 + any_of(&chance, 5);
    uint32_t cooperatives = 1 + any_of(&chance, 5);
    uint32_t farmers = any_of(&chance, 25);
    vcl_text drawing = { 0 };
    char line[160];

    for (uint32_t i = 0; i < groups + cooperatives; i++) {
        snprintf(line, sizeof line, "{'node': {'id': '%c%u', 'kind': '%s', 'members': %u}}\n",
                 i < groups ? 'g' : 'c', (unsigned)i, i < groups ? "group" : "cooperative",
                 (unsigned)any_of(&chance, 60));
        vcl_text_add(&drawing, line);
    }
    for (uint32_t i = 0; i < farmers; i++) {
        snprintf(line, sizeof line, "{'node': {'id': 'f%u', 'kind': 'farmer', 'count': %u}}\n",
                 (unsigned)i, 1 + (unsigned)any_of(&chance, 4));
        vcl_text_add(&drawing, line);
    }
    for (uint32_t i = 0; i < 2 * farmers + groups * cooperatives / 2; i++) {
        bool of_group = farmers == 0 || i >= 2 * farmers;
        uint32_t target = any_of(&chance, of_group ? cooperatives : groups + cooperatives);
        target += of_group ? groups : 0;
        snprintf(line, sizeof line,
                 "{'link': {'source': '%c%u', 'target': '%c%u', 'kind': '%s', 'status': '%s',"
                 " 'value': %u}}\n",
                 of_group ? 'g' : 'f', (unsigned)any_of(&chance, of_group ? groups : farmers),
                 target < groups ? 'g' : 'c', (unsigned)target,
                 happens(&chance, 90) ? "membership" : "supply",
                 happens(&chance, 85) ? "active" : "ended", (unsigned)any_of(&chance, 3));
        vcl_text_add(&drawing, line);
    }
    return drawing;
}

static bool is_member(const vcl_chain *chain, uint32_t member, uint32_t organisation)
{
    vcl_span out = vcl_links_out(chain, member);

    for (uint32_t i = out.first; i < out.end; i++) {
        const vcl_terms *terms = vcl_link_terms(chain, chain->links + i);
        if (chain->links[i].target == organisation && terms->kind == VCL_MEMBERSHIP &&
            vcl_terms_are_current(terms, chain->as_of)) {
            return true;
        }
    }
    return false;
}

/* Does a cooperative know a farmer by itself or by one of its groups? */
static bool knows(const vcl_chain *chain, uint32_t organisation, uint32_t farmer)
{
    bool known = is_member(chain, farmer, organisation);

    for (uint32_t i = 0; i < chain->actor_count; i++) {
        known = known || (chain->actors[organisation].kind == VCL_COOPERATIVE &&
                          chain->actors[i].kind == VCL_GROUP && is_member(chain, i, organisation) &&
                          is_member(chain, farmer, i));
    }
    return known;
}

static uint64_t expected_known(const vcl_chain *chain, uint32_t organisation,
                               const uint32_t *implied)
{
    bool cooperative = chain->actors[organisation].kind == VCL_COOPERATIVE;
    uint64_t known = 0;

    for (uint32_t i = 0; i < chain->actor_count; i++) {
        if (chain->actors[i].kind == VCL_FARMER) {
            known += knows(chain, organisation, i) ? vcl_actor_count(chain, i) : 0;
        } else if (cooperative && chain->actors[i].kind == VCL_GROUP) {
            known += is_member(chain, i, organisation) ? implied[i] : 0;
        }
    }
    return known;
}

static void in_random_chains_each_household_is_known_once(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 3000; seed++) {
        vcl_text drawing = drawing_of(seed);
        vcl_chain *chain = chain_of(vcl_text_bytes(&drawing));
        vcl_state now;
        vcl_census census;

        assert_int_equal(vcl_state_init(&now, chain, chain->as_of, NULL, 0, 2, NULL), VCL_OK);
        assert_int_equal(vcl_census_init(&census, chain, chain->as_of, NULL), VCL_OK);
        for (uint32_t i = 0; i < chain->actor_count; i++) {
            uint32_t members = vcl_actor_members(chain, i);
            uint64_t expected = expected_known(chain, i, now.implied);
            if (chain->actors[i].kind != VCL_FARMER &&
                (vcl_census_known(&census, i, now.implied, UINT32_MAX) != expected ||
                 now.implied[i] != (expected < members ? members - expected : 0))) {
                fail_msg("%s in:\n%s", vcl_actor_id(chain, i), vcl_text_bytes(&drawing));
            }
        }
        vcl_census_release(&census);
        vcl_state_release(&now);
        vcl_chain_free(chain);
        vcl_text_release(&drawing);
    }
}

/* Of many households only "more than anyone has on the books" is known. */
static void sums_do_not_run_over(void **state)
{
    vcl_chain *chain = chain_of("cooperative c 'members': 1000000000; group g; group h\n"
                                "farmer a 'count': 1000000000; link a g; link a h\n"
                                "farmer b 'count': 1000000000; link b g\n"
                                "farmer d 'count': 1000000000; link d g\n"
                                "farmer e 'count': 1000000000; link e g\n"
                                "farmer f 'count': 1000000000; link f g\n"
                                "link g c; link h c\n");
    const uint32_t implied[16] = { 0 };
    vcl_census census;

    (void)state;
    assert_int_equal(vcl_census_init(&census, chain, chain->as_of, NULL), VCL_OK);
    assert_true(vcl_census_known(&census, actor_of(chain, "c"), implied, 1000000000) >= 1000000000);
    assert_true(vcl_census_known(&census, actor_of(chain, "g"), implied, 1000000000) >= 1000000000);
    assert_int_equal(vcl_census_known(&census, actor_of(chain, "h"), implied, 1000000000),
                     1000000000);
    vcl_census_release(&census);
    vcl_chain_free(chain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_random_chains_each_household_is_known_once),
        cmocka_unit_test(sums_do_not_run_over),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
