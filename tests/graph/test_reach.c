/* graph/reach: sums over who reaches a vertex, numbers of whom it reaches, against following every
 * link. */
#include "graph/reach.h"

#include "graph/brute.h"
#include "graph/heard.h"
#include "graph/studied.h"
#include "support/random_chain.h"

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

/* A vertex weighs 1, its households and a tenth of its number. */
static vcl_weights weigh(const void *context, uint32_t vertex)
{
    const vcl_fold *fold = context;

    return (vcl_weights){ { 1.0, (double)fold->vertices[vertex].households, 0.1 * vertex } };
}

static double sum_of(studied *made, const char *id, bool first)
{
    uint32_t goal = vertex_of(made, id);
    vcl_weights sum;
    vcl_reach reach;

    assert_int_equal(vcl_reach_init(&reach, &made->study.layers, first, &goal, 1, NULL), VCL_OK);
    assert_int_equal(vcl_reach_sum(&reach, weigh, &made->study.fold, &sum, NULL), VCL_OK);
    vcl_reach_release(&reach);
    return sum.of[0];
}

static void whoever_reaches_by_paths_of_a_layer_is_summed(void **state)
{
    studied *made = study_of(CHAIN);

    (void)state;
    assert_true(sum_of(made, "f", false) == 1.0); /* itself */
    assert_true(sum_of(made, "c", false) == 3.0);
    assert_true(sum_of(made, "x", false) == 2.0); /* f has tea only */
    assert_true(sum_of(made, "e", false) == 5.0);
    release_study(made);
}

static void a_path_may_end_at_its_first_buyer(void **state)
{
    studied *made = study_of(CHAIN);

    (void)state;
    assert_true(sum_of(made, "d", true) == 4.0);
    assert_true(sum_of(made, "e", true) == 1.0); /* even d does not sell on */
    release_study(made);
}

static void nobody_asked_for_is_no_trouble(void **state)
{
    studied *made = study_of(CHAIN);
    uint32_t counts[5];
    uint64_t marked[5];
    vcl_reach reach;

    (void)state;
    assert_int_equal(vcl_reach_init(&reach, &made->study.layers, false, NULL, 0, NULL), VCL_OK);
    assert_int_equal(vcl_reach_sum(&reach, weigh, &made->study.fold, NULL, NULL), VCL_OK);
    assert_int_equal(vcl_reach_count(&reach, counts, NULL), VCL_OK);
    assert_int_equal(vcl_reach_mark(&reach, NULL, marked, NULL), VCL_OK);
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(counts[i], 0);
        assert_int_equal(marked[i], 0);
    }
    vcl_reach_release(&reach);
    release_study(made);
}

/* Who reaches whom in the fold, by the brute's paths. */
struct pairs {
    bool reaches[MOST_VERTICES][MOST_VERTICES];
};

static void find_pairs(const studied *made, bool first, struct pairs *pairs)
{
    const vcl_fold *fold = &made->study.fold;
    struct brute brute;

    memset(pairs, 0, sizeof *pairs);
    brute_init(&brute, &made->study.state);
    for (uint32_t i = 0; i < brute.count; i++) {
        bool stops = first && (brute.buyers & bit_of(i)) != 0;
        uint64_t reached = stops ? 0 : brute_reach_any(&brute, i, first);
        uint32_t from = brute_folded(&brute, fold, i);
        for (uint32_t j = 0; j < brute.count; j++) {
            uint32_t to = brute_folded(&brute, fold, j);
            pairs->reaches[from][to] |= (reached & bit_of(j)) != 0 || from == to;
        }
    }
}

static void assert_sums(const vcl_fold *fold, vcl_reach *reach, const uint32_t *goals,
                        const struct pairs *pairs)
{
    vcl_weights sums[MOST_VERTICES];

    assert_int_equal(vcl_reach_sum(reach, weigh, fold, sums, NULL), VCL_OK);
    for (uint32_t i = 0; i < reach->goal_count; i++) {
        vcl_weights expected = { { 0.0 } };
        for (uint32_t from = 0; from < fold->vertex_count; from++) {
            vcl_weights weights = weigh(fold, from);
            if (pairs->reaches[from][goals[i]]) {
                vcl_weights_add(&expected, &weights);
            }
        }
        assert_true(sums[i].of[0] == expected.of[0]);
        assert_true(sums[i].of[1] == expected.of[1]);
        assert_close(sums[i].of[2], expected.of[2], 1e-9);
    }
}

/* Goals share marks. */
static void assert_counts(const vcl_fold *fold, vcl_reach *reach, const uint32_t *goals,
                          const struct pairs *pairs)
{
    uint32_t counts[MOST_VERTICES];
    uint64_t marks[MOST_VERTICES];
    uint64_t marked[MOST_VERTICES];

    for (uint32_t i = 0; i < reach->goal_count; i++) {
        marks[i] = (uint64_t)1 << (i % 3 * 31);
    }
    assert_int_equal(vcl_reach_mark(reach, marks, marked, NULL), VCL_OK);
    assert_int_equal(vcl_reach_count(reach, counts, NULL), VCL_OK);
    for (uint32_t from = 0; from < fold->vertex_count; from++) {
        uint32_t expected = 0;
        uint64_t expected_marks = 0;
        for (uint32_t i = 0; i < reach->goal_count; i++) {
            expected += pairs->reaches[from][goals[i]] ? 1 : 0;
            expected_marks |= pairs->reaches[from][goals[i]] ? marks[i] : 0;
        }
        assert_int_equal(counts[from], expected);
        assert_true(marked[from] == expected_marks);
    }
}

/* Every vertex is a goal, or every third, from the last on. */
static void assert_as_in_paths(const studied *made, bool first, uint32_t step)
{
    static struct pairs pairs;
    const vcl_fold *fold = &made->study.fold;
    uint32_t goals[MOST_VERTICES];
    uint32_t count = 0;
    vcl_reach reach;

    for (uint32_t vertex = fold->vertex_count; vertex >= step; vertex -= step) {
        goals[count++] = vertex - 1;
    }
    find_pairs(made, first, &pairs);
    assert_int_equal(vcl_reach_init(&reach, &made->study.layers, first, goals, count, NULL),
                     VCL_OK);
    assert_counts(fold, &reach, goals, &pairs);
    assert_sums(fold, &reach, goals, &pairs);
    vcl_reach_release(&reach);
}

static void in_random_chains_sums_and_numbers_are_those_of_the_paths(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 1200; seed++) {
        studied *made = study_chain(random_chain(seed), NULL);
        assert_as_in_paths(made, false, 1);
        assert_as_in_paths(made, false, 3);
        assert_as_in_paths(made, true, 1);
        assert_as_in_paths(made, true, 3);
        release_study(made);
    }
}

enum { MANY = 2500 };

/* A random graph of cooperatives with so many links that it has large parts and long tails. */
static vcl_chain *large_chain(uint32_t links)
{
    struct chance chance = { 7 };
    vcl_text drawing = { 0 };
    char line[120];

    for (uint32_t i = 0; i < MANY; i++) {
        snprintf(line, sizeof line, "{'node': {'id': '%04u', 'kind': 'cooperative'}}\n",
                 (unsigned)i);
        vcl_text_add(&drawing, line);
    }
    for (uint32_t i = 0; i < links; i++) {
        uint32_t source = any_of(&chance, MANY);
        uint32_t target = any_of(&chance, MANY);
        bool down = source < target || happens(&chance, 2);
        snprintf(line, sizeof line, "{'link': {'source': '%04u', 'target': '%04u'}}\n",
                 (unsigned)(down ? source : target), (unsigned)(down ? target : source));
        vcl_text_add(&drawing, line);
    }
    vcl_chain *chain = chain_of(vcl_text_bytes(&drawing));
    vcl_text_release(&drawing);
    return chain;
}

/* Marks all that `from` reaches, itself included. */
static void follow_links(const vcl_chain *chain, uint32_t from, bool *found)
{
    static uint32_t queue[MANY];
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

/* Several blocks, the last one not full; every vertex is a goal. */
static void assert_large(uint32_t links)
{
    static bool found[MANY];
    static uint32_t goals[MANY];
    static uint32_t counts[MANY];
    static vcl_weights sums[MANY];
    static vcl_weights expected[MANY];
    studied *made = study_chain(large_chain(links), NULL);
    struct heard heard = { .stage = VCL_STAGE_REACH, .in_order = true };
    vcl_reach reach;

    memset(expected, 0, sizeof expected);
    for (uint32_t i = 0; i < MANY; i++) {
        goals[i] = i;
    }
    assert_int_equal(vcl_reach_init(&reach, &made->study.layers, false, goals, MANY, NULL), VCL_OK);
    reach.pace = (vcl_pace){ .threads = 1, .watcher = hear, .context = &heard };
    assert_int_equal(vcl_reach_sum(&reach, weigh, &made->study.fold, sums, NULL), VCL_OK);
    assert_true(heard.in_order);
    assert_true(heard.begun <= 1);
    assert_true(heard.begun == 0 || heard.done == 1.0);
    assert_true(heard.begun == 1 || links < 3 * MANY); /* a core of more than a block */
    assert_int_equal(vcl_reach_count(&reach, counts, NULL), VCL_OK);
    for (uint32_t from = 0; from < MANY; from++) {
        uint32_t reached = 0;
        follow_links(made->chain, from, found);
        for (uint32_t to = 0; to < MANY; to++) {
            reached += found[to] ? 1 : 0;
            expected[to].of[0] += found[to] ? 1.0 : 0.0;
            expected[to].of[2] += found[to] ? 0.1 * from : 0.0;
        }
        assert_int_equal(counts[from], reached);
    }
    for (uint32_t i = 0; i < MANY; i++) {
        assert_true(sums[i].of[0] == expected[i].of[0]);
        assert_close(sums[i].of[2], expected[i].of[2], 1e-6);
    }
    vcl_reach_release(&reach);
    release_study(made);
}

static void in_large_chains_every_block_finds_its_goals(void **state)
{
    (void)state;
    assert_large(MANY / 2);
    assert_large(MANY);
    assert_large(3 * MANY / 2);
    assert_large(3 * MANY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whoever_reaches_by_paths_of_a_layer_is_summed),
        cmocka_unit_test(a_path_may_end_at_its_first_buyer),
        cmocka_unit_test(nobody_asked_for_is_no_trouble),
        cmocka_unit_test(in_random_chains_sums_and_numbers_are_those_of_the_paths),
        cmocka_unit_test(in_large_chains_every_block_finds_its_goals),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
