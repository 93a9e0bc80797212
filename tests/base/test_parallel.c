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
        cmocka_unit_test(the_number_of_threads_is_what_was_asked_for_within_bounds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
