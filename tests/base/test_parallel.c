/* base/parallel: every piece is done once, and taken in in order, on any number of threads. */
#include "base/parallel.h"

#include <stdbool.h>
#include <string.h>

#include "support/assert.h"

enum { PIECES = 1000, WORKERS = 8 };

struct job {
    uint32_t done[PIECES]; /* how often */
    uint32_t at_hand[WORKERS]; /* the piece that a worker has in hand */
    bool busy[WORKERS];
    uint32_t taken; /* the number so far */
    bool in_order;
};

static void work(void *context, uint32_t worker, uint32_t piece)
{
    struct job *job = context;

    /* Work space is the worker's own until its piece is taken in. */
    if (job->busy[worker]) {
        job->in_order = false;
    }
    job->busy[worker] = true;
    job->at_hand[worker] = piece;
    job->done[piece]++;
}

static void take(void *context, uint32_t worker, uint32_t piece)
{
    struct job *job = context;

    job->in_order = job->in_order && job->taken == piece && job->at_hand[worker] == piece;
    job->busy[worker] = false;
    job->taken++;
}

static void pieces_are_taken_in_in_order(void **state)
{
    (void)state;
    for (uint32_t workers = 1; workers <= WORKERS; workers++) {
        struct job job = { .in_order = true };
        vcl_parallel parallel = { .context = &job, .pieces = PIECES, .work = work, .take = take };
        vcl_parallel_run(&parallel, workers);
        assert_true(job.in_order);
        assert_int_equal(job.taken, PIECES);
        for (uint32_t i = 0; i < PIECES; i++) {
            assert_int_equal(job.done[i], 1);
        }
    }
}

static void no_pieces_are_no_work(void **state)
{
    struct job job = { .in_order = true };
    vcl_parallel parallel = { .context = &job, .work = work, .take = take };

    (void)state;
    vcl_parallel_run(&parallel, 4);
    assert_int_equal(job.taken, 0);
}

static void count_items(void *context, uint32_t worker, uint32_t piece)
{
    uint8_t *done = context;

    (void)worker;
    for (uint32_t i = piece * VCL_PIECE; i < vcl_parallel_end(piece, 3 * VCL_PIECE + 7); i++) {
        done[i]++;
    }
}

/* What is left with the workers need not be taken in. */
static void items_cut_into_pieces_are_each_looked_at_once(void **state)
{
    enum { items = 3 * VCL_PIECE + 7 };
    static uint8_t done[items];
    vcl_parallel parallel = { .context = done,
                              .pieces = vcl_parallel_pieces(items),
                              .work = count_items };

    (void)state;
    vcl_parallel_run(&parallel, 3);
    for (uint32_t i = 0; i < items; i++) {
        assert_int_equal(done[i], 1);
    }
    assert_int_equal(vcl_parallel_pieces(0), 0);
    assert_int_equal(vcl_parallel_pieces(VCL_PIECE), 1);
    assert_int_equal(vcl_parallel_end(UINT32_MAX / VCL_PIECE, UINT32_MAX), UINT32_MAX);
}

static void the_number_of_threads_is_what_was_asked_for_within_bounds(void **state)
{
    (void)state;
    assert_int_equal(vcl_parallel_threads(3), 3);
    assert_int_equal(vcl_parallel_threads(1000000), 64);
    assert_true(vcl_parallel_threads(0) >= 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_taken_in_in_order),
        cmocka_unit_test(no_pieces_are_no_work),
        cmocka_unit_test(items_cut_into_pieces_are_each_looked_at_once),
        cmocka_unit_test(the_number_of_threads_is_what_was_asked_for_within_bounds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
