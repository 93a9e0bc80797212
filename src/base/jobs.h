/* Jobs that do not need each other, done beside each other by several threads. */
#ifndef BASE_JOBS_H
#define BASE_JOBS_H

#include <stdint.h>

#include <vclink/status.h>

enum { VCL_MOST_JOBS = 32 };

typedef struct vcl_job {
    vcl_status (*run)(void *context, vcl_error *err);
    void *context;
} vcl_job;

/* Runs `count` jobs, at most VCL_MOST_JOBS, on up to `threads` threads, the calling one among them.
 * What it returns is of the first job, in their order, that failed; with one thread none that follows
 * it is run. */
vcl_status vcl_jobs_run(const vcl_job *jobs, uint32_t count, uint32_t threads, vcl_error *err);

#endif
