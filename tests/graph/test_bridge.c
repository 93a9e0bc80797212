/* graph/bridge: igraph's errors as ours, and a host left as it was. */
#include "graph/bridge.h"

#include <string.h>

#include "base/message.h"
#include "support/figures.h"

/* Of libgomp; clang's <omp.h> is elsewhere. */
int omp_get_max_threads(void);
void omp_set_num_threads(int count);

static void error_of_host(const char *reason, const char *file, int line, igraph_error_t code)
{
    (void)reason;
    (void)file;
    (void)line;
    (void)code;
    fail_msg("an error reached the host");
}

static void warning_of_host(const char *reason, const char *file, int line)
{
    (void)reason;
    (void)file;
    (void)line;
    fail_msg("a warning reached the host");
}

/* A host with handlers, threads and something to free of its own. */
struct host {
    igraph_error_handler_t *error_handler;
    igraph_warning_handler_t *warning_handler;
    int threads;
    igraph_vector_t own;
};

static void move_in(struct host *host)
{
    host->error_handler = igraph_set_error_handler(error_of_host);
    host->warning_handler = igraph_set_warning_handler(warning_of_host);
    host->threads = omp_get_max_threads();
    omp_set_num_threads(3);
    assert_int_equal(igraph_vector_init(&host->own, 5), IGRAPH_SUCCESS);
    IGRAPH_FINALLY(igraph_vector_destroy, &host->own);
}

/* Everything is as the host left it. */
static void move_out(struct host *host)
{
    assert_int_equal(omp_get_max_threads(), 3);
    assert_int_equal(igraph_vector_size(&host->own), 5);
    assert_int_equal(IGRAPH_FINALLY_STACK_SIZE(), 1);
    igraph_vector_destroy(&host->own);
    IGRAPH_FINALLY_CLEAN(1);
    omp_set_num_threads(host->threads);
    assert_ptr_equal(igraph_set_warning_handler(host->warning_handler), warning_of_host);
    assert_ptr_equal(igraph_set_error_handler(host->error_handler), error_of_host);
}

static void inside_there_is_one_thread_and_no_handler_of_the_host(void **state)
{
    vcl_bridge bridge;
    struct host host;

    (void)state;
    move_in(&host);
    vcl_bridge_enter(&bridge);
    assert_int_equal(omp_get_max_threads(), 1);
    igraph_warning("ignored", __FILE__, __LINE__);
    igraph_error("noted", __FILE__, __LINE__, IGRAPH_FAILURE);
    vcl_bridge_exit(&bridge);
    move_out(&host);
}

/* Two vertices, three arcs of which one leads nowhere: igraph frees its own and raises. */
static vcl_status fail_inside(vcl_error *err)
{
    vcl_status status = VCL_OK;
    igraph_t graph = { 0 };
    igraph_vector_int_t ends = { 0 };

    TRY_IG(igraph_vector_int_init(&ends, 6));
    VECTOR(ends)[3] = -7;
    TRY_IG(igraph_create(&graph, &ends, 2, IGRAPH_DIRECTED));
done:
    igraph_vector_int_destroy(&ends);
    igraph_destroy(&graph);
    return status;
}

static void a_call_that_fails_says_why_and_frees_nothing_of_the_host(void **state)
{
    vcl_error err = { 0 };
    vcl_bridge bridge;
    struct host host;

    (void)state;
    move_in(&host);
    vcl_bridge_enter(&bridge);
    assert_int_equal(fail_inside(&err), VCL_ERROR_INTERNAL);
    vcl_bridge_exit(&bridge);
    assert_int_equal(err.status, VCL_ERROR_INTERNAL);
    assert_int_equal(err.message, VCL_MSG_IGRAPH_FAILED);
    assert_true(strlen(err.arguments[0]) > 0);
    assert_true(strlen(err.arguments[1]) > 0);
    move_out(&host);
}

static void the_first_reason_is_kept_and_forgotten_at_the_next_entry(void **state)
{
    vcl_error err = { 0 };
    vcl_bridge bridge;

    (void)state;
    vcl_bridge_enter(&bridge);
    igraph_error("", __FILE__, __LINE__, IGRAPH_FAILURE);
    igraph_error("the reason", __FILE__, __LINE__, IGRAPH_FAILURE);
    igraph_error("", __FILE__, __LINE__, IGRAPH_FAILURE);
    igraph_error("what came of it", __FILE__, __LINE__, IGRAPH_EINVAL);
    assert_int_equal(vcl_bridge_status(IGRAPH_EINVAL, &err), VCL_ERROR_INTERNAL);
    vcl_bridge_exit(&bridge);
    assert_string_equal(err.arguments[1], "the reason");
    err = (vcl_error){ 0 };
    vcl_bridge_enter(&bridge);
    assert_int_equal(vcl_bridge_status(IGRAPH_EINVAL, &err), VCL_ERROR_INTERNAL);
    vcl_bridge_exit(&bridge);
    assert_string_equal(err.arguments[1], "");
}

static void memory_that_igraph_lacks_is_our_lack_of_memory(void **state)
{
    vcl_error err = { 0 };

    (void)state;
    assert_int_equal(vcl_bridge_status(IGRAPH_ENOMEM, &err), VCL_ERROR_MEMORY);
    assert_int_equal(err.status, VCL_ERROR_MEMORY);
    assert_int_equal(err.message, VCL_MSG_NO_MEMORY);
}

static void an_analysis_leaves_the_host_as_it_was(void **state)
{
    vcl_chain *chain = chain_of("farmer f 'products': ['tea']\n"
                                "cooperative c 'members': 9\n"
                                "enterprise e\n"
                                "link f c\n"
                                "link c e\n");
    static const char *const nobody = "nobody";
    vcl_study_options options = { .without = &nobody, .without_count = 1 };
    vcl_result *result = NULL;
    struct host host;

    (void)state;
    move_in(&host);
    vcl_result_free(analyze(chain, NULL));
    assert_int_equal(vcl_analyze(chain, &options, NULL, 0, &result, NULL), VCL_ERROR_USAGE);
    assert_null(result);
    move_out(&host);
    vcl_chain_free(chain);
}

static void the_version_is_that_of_the_library_in_use(void **state)
{
    int major = 0;

    (void)state;
    igraph_version(NULL, &major, NULL, NULL);
    assert_int_equal(vcl_igraph_version()[0] - '0', major);
    assert_true(strlen(vcl_igraph_version()) >= 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inside_there_is_one_thread_and_no_handler_of_the_host),
        cmocka_unit_test(a_call_that_fails_says_why_and_frees_nothing_of_the_host),
        cmocka_unit_test(the_first_reason_is_kept_and_forgotten_at_the_next_entry),
        cmocka_unit_test(memory_that_igraph_lacks_is_our_lack_of_memory),
        cmocka_unit_test(an_analysis_leaves_the_host_as_it_was),
        cmocka_unit_test(the_version_is_that_of_the_library_in_use),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
