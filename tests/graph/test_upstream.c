/* graph/upstream: the households behind an actor, those of them without a buyer, and cooperatives. */
#include "graph/upstream.h"

#include "graph/brute.h"
#include "graph/studied.h"
#include "support/random_chain.h"

static vcl_status find_upstream(studied *made, const uint32_t *vertices, uint32_t count,
                                vcl_upstream *out)
{
    assert_int_equal(vcl_study_paths(&made->study, NULL), VCL_OK);
    return vcl_upstream_find(&made->study.coverage, &made->study.paths, vertices, count, out, NULL);
}

static void assert_upstream(studied *made, const char *id, uint64_t households, uint64_t uncovered)
{
    uint32_t vertex = vertex_of(made, id);
    vcl_upstream found = { 0 };

    assert_int_equal(find_upstream(made, &vertex, 1, &found), VCL_OK);
    assert_int_equal(found.households, households);
    assert_int_equal(found.uncovered, uncovered);
}

static void households_that_reach_an_actor_stand_behind_it(void **state)
{
    studied *made = study_of("farmer f 'count': 40\n"
                             "farmer g 'count': 5\n"
                             "farmer n 'sells': false\n"
                             "group h 'members': 43\n"
                             "cooperative c 'members': 60\n"
                             "enterprise e\n"
                             "link f h\n"
                             "link h c\n"
                             "link g c\n"
                             "link g e\n"
                             "link n c\n");

    (void)state;
    assert_upstream(made, "h", 43, 43);
    assert_upstream(made, "c", 59, 54); /* g sells to e besides; n is known but does not sell */
    assert_upstream(made, "e", 5, 0);
    release_study(made);
}

static void a_household_by_several_ways_counts_once(void **state)
{
    studied *made = study_of("farmer f 'count': 40\n"
                             "group a\n"
                             "group b\n"
                             "cooperative c\n"
                             "link f a\n"
                             "link f b\n"
                             "link a c\n"
                             "link b c\n"
                             "link c b 'kind': 'supply'\n"
                             "link f c 'product': 'tea'\n");

    (void)state;
    assert_upstream(made, "c", 40, 40);
    release_study(made);
}

static void nobody_asked_for_is_no_trouble(void **state)
{
    studied *made = study_of("farmer f\n");

    (void)state;
    assert_int_equal(find_upstream(made, NULL, 0, NULL), VCL_OK);
    release_study(made);
}

static void assert_as_unfolded(studied *made, uint64_t seed)
{
    const vcl_fold *fold = &made->study.fold;
    uint32_t vertices[MOST_VERTICES];
    vcl_upstream found[MOST_VERTICES] = { { 0 } };
    vcl_upstream expected[MOST_VERTICES] = { { 0 } };
    struct brute brute;

    brute_init(&brute, &made->study.state);
    for (uint32_t i = 0; i < fold->organisation_count; i++) {
        vertices[i] = i;
    }
    for (uint32_t i = 0; i < brute.count; i++) {
        uint64_t reached = brute_reach_any(&brute, i, false);
        bool covered = brute_covered(&brute, i, 0) != 0;
        for (uint32_t j = 0; j < brute.count; j++) {
            uint32_t vertex = brute_folded(&brute, fold, j);
            if ((reached & bit_of(j)) != 0) {
                expected[vertex].households += brute.households[i];
                expected[vertex].uncovered += covered ? 0 : brute.households[i];
            }
            if (((reached | bit_of(i)) & bit_of(j)) != 0 && covered) {
                expected[vertex].cooperatives += (brute.cooperatives & bit_of(i)) != 0 ? 1 : 0;
            }
        }
    }
    assert_int_equal(find_upstream(made, vertices, fold->organisation_count, found), VCL_OK);
    if (memcmp(found, expected, fold->organisation_count * sizeof *found) != 0) {
        print_random_chain(seed);
        fail();
    }
}

static void in_random_chains_the_households_behind_are_all_found(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 1500; seed++) {
        studied *made = study_chain(random_chain(seed), NULL);
        assert_as_unfolded(made, seed);
        release_study(made);
    }
}

/* 1,100 cooperatives, each with members of its own, in three blocks. */
static void blocks_of_actors_are_told_apart(void **state)
{
    enum { count = 1100 };
    static uint32_t vertices[count];
    static vcl_upstream found[count];
    vcl_text drawing = { 0 };
    char line[100];

    (void)state;
    for (uint32_t i = 0; i < count; i++) {
        snprintf(line, sizeof line,
                 "{'node': {'id': '%04u', 'kind': 'cooperative', 'members': %u}}\n", (unsigned)i,
                 (unsigned)i);
        vcl_text_add(&drawing, line);
        vertices[i] = i;
    }
    studied *made = study_of(vcl_text_bytes(&drawing));
    assert_int_equal(find_upstream(made, vertices, count, found), VCL_OK);
    for (uint32_t i = 0; i < count; i++) {
        assert_int_equal(found[i].households, i);
        assert_int_equal(found[i].uncovered, i);
    }
    vcl_text_release(&drawing);
    release_study(made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(households_that_reach_an_actor_stand_behind_it),
        cmocka_unit_test(a_household_by_several_ways_counts_once),
        cmocka_unit_test(nobody_asked_for_is_no_trouble),
        cmocka_unit_test(in_random_chains_the_households_behind_are_all_found),
        cmocka_unit_test(blocks_of_actors_are_told_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
