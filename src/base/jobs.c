/* Each job is a piece of parallel work that keeps its own status and error. */
#include "base/jobs.h"

#include <assert.h>

#include "base/parallel.h"
#include "base/try.h"

struct running {
    const vcl_job *jobs;
    vcl_status statuses[VCL_MOST_JOBS];
    vcl_error errors[VCL_MOST_JOBS];
};

static void run_job(void *context, uint32_t worker, uint32_t piece)
{
    struct running *running = context;
    const vcl_job *job = running->jobs + piece;

    (void)worker;
    running->statuses[piece] = job->run(job->context, running->errors + piece);
}

static vcl_status run_in_turn(const vcl_job *jobs, uint32_t count, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (uint32_t i = 0; i < count; i++) {
        TRY(jobs[i].run(jobs[i].context, err));
    }
done:
    return status;
}

vcl_status vcl_jobs_run(const vcl_job *jobs, uint32_t count, uint32_t threads, vcl_error *err)
{
    struct running running = { .jobs = jobs };
    vcl_parallel parallel = { .context = &running, .pieces = count, .work = run_job };

    assert(count <= VCL_MOST_JOBS);
    if (threads <= 1) {
        return run_in_turn(jobs, count, err);
    }
    vcl_parallel_run(&parallel, threads);
    for (uint32_t i = 0; i < count; i++) {
        if (running.statuses[i] != VCL_OK) {
            if (err != NULL) {
                *err = running.errors[i];
            }
            return running.statuses[i];
        }
    }
    return VCL_OK;
}
