/* graph/reach: who reaches whom, for blocks of goals, against following every link. */
#include "graph/reach.h"

#include "graph/brute.h"
#include "graph/studied.h"
#include "support/random_chain.h"

static bool reaches(const vcl_reach *reach, const studied *made, const char *from, uint32_t bit)
{
    return vcl_reach_has(reach, vertex_of(made, from), bit);
}

#define CHAIN                                                                                      \
    "farmer f 'products': ['tea']\n"                                                               \
    "cooperative c\n"                                                                              \
    "enterprise d\n"                                                                               \
    "enterprise e\n"                                                                               \
    "cooperative x 'products': ['rice']\n"                                                         \
    "link f c\n"                                                                                   \
    "link c d\n"                                                                                   \
    "link d e\n"                                                                                   \
    "link x c\n"                                                                                   \
    "link c x 'kind': 'supply', 'product': 'rice'\n"

static void goals_are_reached_by_paths_of_a_layer(void **state)
{
    studied *made = study_of(CHAIN);
    vcl_reach reach;

    (void)state;
    assert_int_equal(vcl_reach_init(&reach, &made->study.paths, NULL), VCL_OK);
    const vcl_goal goals[] = { { vertex_of(made, "e"), 7 }, { vertex_of(made, "x"), 511 } };
    vcl_reach_run(&reach, goals, 2, false);
    assert_true(reaches(&reach, made, "f", 7));
    assert_true(reaches(&reach, made, "c", 7));
    assert_true(reaches(&reach, made, "x", 7));
    assert_true(reaches(&reach, made, "e", 7)); /* itself */
    assert_true(reaches(&reach, made, "c", 511));
    assert_false(reaches(&reach, made, "f", 511)); /* tea only */
    assert_false(reaches(&reach, made, "d", 511));
    assert_false(reaches(&reach, made, "f", 8));
    vcl_reach_release(&reach);
    release_study(made);
}

static void a_path_may_end_at_its_first_buyer(void **state)
{
    studied *made = study_of(CHAIN);
    vcl_reach reach;

    (void)state;
    assert_int_equal(vcl_reach_init(&reach, &made->study.paths, NULL), VCL_OK);
    const vcl_goal goals[] = { { vertex_of(made, "d"), 0 }, { vertex_of(made, "e"), 1 } };
    vcl_reach_run(&reach, goals, 2, true);
    assert_true(reaches(&reach, made, "f", 0));
    assert_false(reaches(&reach, made, "f", 1));
    assert_false(reaches(&reach, made, "d", 1));
    assert_true(reaches(&reach, made, "e", 1));
    vcl_reach_release(&reach);
    release_study(made);
}

static void several_vertices_may_share_a_goal(void **state)
{
    studied *made = study_of(CHAIN);
    vcl_reach reach;

    (void)state;
    assert_int_equal(vcl_reach_init(&reach, &made->study.paths, NULL), VCL_OK);
    const vcl_goal goals[] = { { vertex_of(made, "x"), 3 }, { vertex_of(made, "f"), 3 } };
    vcl_reach_run(&reach, goals, 2, false);
    assert_true(reaches(&reach, made, "f", 3));
    assert_true(reaches(&reach, made, "c", 3));
    assert_false(reaches(&reach, made, "e", 3));
    vcl_reach_release(&reach);
    release_study(made);
}

static void a_run_forgets_the_one_before(void **state)
{
    studied *made = study_of(CHAIN);
    vcl_reach reach;

    (void)state;
    assert_int_equal(vcl_reach_init(&reach, &made->study.paths, NULL), VCL_OK);
    const vcl_goal goal = { vertex_of(made, "e"), 0 };
    vcl_reach_run(&reach, &goal, 1, false);
    vcl_reach_run(&reach, NULL, 0, false);
    assert_int_equal(vcl_reach_next(&reach, vertex_of(made, "f"), 0), VCL_BLOCK_BITS);
    assert_int_equal(vcl_reach_next(&reach, vertex_of(made, "e"), 0), VCL_BLOCK_BITS);
    vcl_reach_release(&reach);
    release_study(made);
}

static void goals_are_walked_in_their_order(void **state)
{
    static const uint32_t bits[] = { 0, 1, 63, 64, 127, 200, 510, 511 };
    enum { count = sizeof bits / sizeof *bits };
    studied *made = study_of(CHAIN);
    vcl_goal goals[count];
    vcl_reach reach;
    uint32_t bit = 0;

    (void)state;
    for (size_t i = 0; i < count; i++) {
        goals[i] = (vcl_goal){ vertex_of(made, "e"), bits[i] };
    }
    assert_int_equal(vcl_reach_init(&reach, &made->study.paths, NULL), VCL_OK);
    vcl_reach_run(&reach, goals, count, false);
    for (size_t i = 0; i < count; i++) {
        bit = vcl_reach_next(&reach, vertex_of(made, "f"), bit);
        assert_int_equal(bit++, bits[i]);
    }
    assert_int_equal(vcl_reach_next(&reach, vertex_of(made, "f"), bit), VCL_BLOCK_BITS);
    vcl_reach_release(&reach);
    release_study(made);
}

/* Every vertex a goal. */
static void assert_as_unfolded(studied *made, bool first, uint64_t seed)
{
    const vcl_fold *fold = &made->study.fold;
    vcl_goal goals[MOST_VERTICES];
    vcl_reach reach;
    struct brute brute;

    brute_init(&brute, &made->study.state);
    for (uint32_t i = 0; i < fold->vertex_count; i++) {
        goals[i] = (vcl_goal){ i, i };
    }
    assert_int_equal(vcl_reach_init(&reach, &made->study.paths, NULL), VCL_OK);
    vcl_reach_run(&reach, goals, fold->vertex_count, first);
    for (uint32_t i = 0; i < brute.count; i++) {
        bool stops = first && (brute.buyers & bit_of(i)) != 0;
        uint64_t reached = stops ? 0 : brute_reach_any(&brute, i, first);
        uint32_t from = brute_folded(&brute, fold, i);
        for (uint32_t j = 0; j < brute.count; j++) {
            uint32_t to = brute_folded(&brute, fold, j);
            bool expected = (reached & bit_of(j)) != 0 || from == to;
            if (vcl_reach_has(&reach, from, to) != expected) {
                print_random_chain(seed);
                fail();
            }
        }
    }
    vcl_reach_release(&reach);
}

static void in_random_chains_whoever_reaches_is_found(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 800; seed++) {
        studied *made = study_chain(random_chain(seed), NULL);
        assert_as_unfolded(made, false, seed);
        assert_as_unfolded(made, true, seed);
        release_study(made);
    }
}

enum { MANY = 1300, LINKS = 2200 };

/* A random graph of cooperatives with about as many links as makes large parts and long tails. */
static vcl_chain *large_chain(void)
{
    struct chance chance = { 7 };
    vcl_text drawing = { 0 };
    char line[120];

    for (uint32_t i = 0; i < MANY; i++) {
        snprintf(line, sizeof line, "{'node': {'id': '%04u', 'kind': 'cooperative'}}\n",
                 (unsigned)i);
        vcl_text_add(&drawing, line);
    }
    for (uint32_t i = 0; i < LINKS; i++) {
        snprintf(line, sizeof line, "{'link': {'source': '%04u', 'target': '%04u'}}\n",
                 (unsigned)any_of(&chance, MANY), (unsigned)any_of(&chance, MANY));
        vcl_text_add(&drawing, line);
    }
    vcl_chain *chain = chain_of(vcl_text_bytes(&drawing));
    vcl_text_release(&drawing);
    return chain;
}

/* Marks all that `from` reaches, itself included; `queue` and `found` are of MANY. */
static void follow_links(const vcl_chain *chain, uint32_t from, uint32_t *queue, bool *found)
{
    uint32_t end = 1;

    memset(found, 0, MANY * sizeof *found);
    queue[0] = from;
    found[from] = true;
    for (uint32_t at = 0; at < end; at++) {
        vcl_span out = vcl_links_out(chain, queue[at]);
        for (uint32_t i = out.first; i < out.end; i++) {
            uint32_t target = chain->links[i].target;
            if (!found[target]) {
                found[target] = true;
                queue[end++] = target;
            }
        }
    }
}

/* Three blocks, the last one not full. */
static void in_a_large_chain_every_block_finds_its_goals(void **state)
{
    static uint32_t queue[MANY];
    static bool found[MANY];
    studied *made = study_chain(large_chain(), NULL);
    vcl_goal goals[VCL_BLOCK_BITS];
    vcl_reach reach;

    (void)state;
    assert_int_equal(vcl_reach_init(&reach, &made->study.paths, NULL), VCL_OK);
    for (uint32_t first = 0; first < MANY; first += VCL_BLOCK_BITS) {
        uint32_t count = MANY - first < VCL_BLOCK_BITS ? MANY - first : VCL_BLOCK_BITS;
        for (uint32_t bit = 0; bit < count; bit++) {
            goals[bit] = (vcl_goal){ first + bit, bit };
        }
        vcl_reach_run(&reach, goals, count, false);
        for (uint32_t from = 0; from < MANY; from++) {
            follow_links(made->chain, from, queue, found);
            for (uint32_t bit = 0; bit < count; bit++) {
                assert_int_equal(vcl_reach_has(&reach, from, bit), found[first + bit]);
            }
        }
    }
    vcl_reach_release(&reach);
    release_study(made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(goals_are_reached_by_paths_of_a_layer),
        cmocka_unit_test(a_path_may_end_at_its_first_buyer),
        cmocka_unit_test(several_vertices_may_share_a_goal),
        cmocka_unit_test(a_run_forgets_the_one_before),
        cmocka_unit_test(goals_are_walked_in_their_order),
        cmocka_unit_test(in_random_chains_whoever_reaches_is_found),
        cmocka_unit_test(in_a_large_chain_every_block_finds_its_goals),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
