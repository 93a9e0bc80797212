/* graph/study: what several tables share, computed once when first asked for. */
#include "graph/study.h"

#include "graph/studied.h"

#define CHAIN                                                                                      \
    "farmer f\n"                                                                                   \
    "cooperative c 'members': 9\n"                                                                 \
    "enterprise e\n"                                                                               \
    "link f c\n"                                                                                   \
    "link c e\n"

static void each_part_is_computed_once(void **state)
{
    studied *made = study_of(CHAIN);
    vcl_study *study = &made->study;

    (void)state;
    assert_false(study->has_buyers || study->has_losses || study->has_centrality);
    assert_int_equal(vcl_study_buyers(study, NULL), VCL_OK);
    assert_int_equal(vcl_study_losses(study, NULL), VCL_OK);
    assert_int_equal(vcl_study_centrality(study, NULL), VCL_OK);
    const vcl_buyer *buyers = study->buyers.buyers;
    const vcl_loss *losses = study->losses.losses;
    const double *pagerank = study->centrality.pagerank;
    assert_int_equal(vcl_study_upstream(study, NULL), VCL_OK);
    const vcl_upstream *upstream = study->upstream;
    assert_int_equal(vcl_study_buyers(study, NULL), VCL_OK);
    assert_int_equal(vcl_study_losses(study, NULL), VCL_OK);
    assert_int_equal(vcl_study_centrality(study, NULL), VCL_OK);
    assert_ptr_equal(study->buyers.buyers, buyers);
    assert_ptr_equal(study->losses.losses, losses);
    assert_ptr_equal(study->centrality.pagerank, pagerank);
    assert_int_equal(vcl_study_upstream(study, NULL), VCL_OK);
    assert_ptr_equal(study->upstream, upstream);
    assert_int_equal(upstream[vertex_of(made, "c")].households, 0); /* linked: nobody asks */
    assert_int_equal(upstream[vertex_of(made, "e")].households, 9);
    assert_int_equal(vcl_study_all_upstream(study, NULL), VCL_OK);
    upstream = study->upstream;
    assert_int_equal(upstream[vertex_of(made, "c")].households, 9);
    assert_int_equal(upstream[vertex_of(made, "e")].households, 9);
    assert_int_equal(vcl_study_all_upstream(study, NULL), VCL_OK);
    assert_int_equal(vcl_study_upstream(study, NULL), VCL_OK);
    assert_ptr_equal(study->upstream, upstream);
    release_study(made);
}

/* Farmers are many: what is known of them is kept only where it is shown. */
static void figures_of_farmers_are_kept_where_they_are_asked_for(void **state)
{
    studied *made = study_of(CHAIN);
    studied *kept = study_of(CHAIN);

    (void)state;
    assert_int_equal(vcl_study_buyers(&made->study, NULL), VCL_OK);
    assert_int_equal(vcl_study_centrality(&made->study, NULL), VCL_OK);
    assert_null(made->study.buyers.of_first);
    assert_null(made->study.centrality.of_vertex);
    kept->study.every_vertex = true;
    assert_int_equal(vcl_study_buyers(&kept->study, NULL), VCL_OK);
    assert_int_equal(vcl_study_centrality(&kept->study, NULL), VCL_OK);
    assert_int_equal(kept->study.buyers.of_first[vertex_of(kept, "f")], 1);
    assert_int_equal(
        kept->study.centrality.out_degree[kept->study.centrality.of_vertex[vertex_of(kept, "f")]],
        1);
    release_study(kept);
    release_study(made);
}

static void whoever_is_gone_stands_in_no_part(void **state)
{
    studied *made = study_chain(chain_of(CHAIN), "c");
    vcl_study *study = &made->study;

    (void)state;
    assert_int_equal(vcl_study_buyers(study, NULL), VCL_OK);
    assert_int_equal(vcl_study_losses(study, NULL), VCL_OK);
    assert_int_equal(vcl_study_centrality(study, NULL), VCL_OK);
    assert_int_equal(study->fold.organisation_count, 1);
    assert_int_equal(study->linkages.of_actor[actor_of(made->chain, "c")], VCL_NO_LINKAGE);
    assert_int_equal(study->buyers.buyers[0].households.reach, 0);
    assert_int_equal(study->losses.losses[0].households_lost, 0);
    assert_close(study->centrality.harmonic[0], 0.0, 0.0);
    release_study(made);
}

static void a_study_that_was_never_made_may_be_released(void **state)
{
    vcl_study study = { 0 };

    (void)state;
    vcl_study_release(&study);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_part_is_computed_once),
        cmocka_unit_test(figures_of_farmers_are_kept_where_they_are_asked_for),
        cmocka_unit_test(whoever_is_gone_stands_in_no_part),
        cmocka_unit_test(a_study_that_was_never_made_may_be_released),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
