/* The clerk: names batches, on a thread of its own if it may, while the next one is filled.
 *
 * The thread is hired when the first batch is full: small files never need it. What naming holds is
 * the clerk's until vcl_clerk_finish(); in between vcl_clerk_wait() lends it. */
#ifndef MODEL_CLERK_H
#define MODEL_CLERK_H

#include <pthread.h>

#include "model/naming.h"

typedef struct vcl_clerk {
    vcl_naming naming;
    vcl_batch *batch; /* the one to be filled */

    /* private */
    vcl_batch *batches[2];
    bool may_hire;
    bool hired;
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    vcl_batch *handed; /* the one that is being named, NULL when the clerk is idle */
    bool dismissed;
    vcl_status status; /* of naming, on the thread */
    vcl_error err;
} vcl_clerk;

/* Release in any case. VCL_ERROR_MEMORY. */
vcl_status vcl_clerk_init(vcl_clerk *clerk, vcl_error *err);
void vcl_clerk_release(vcl_clerk *clerk);

/* Allows a thread. */
void vcl_clerk_allow_thread(vcl_clerk *clerk);

/* Has clerk->batch, which is full, named; there is an empty one again. VCL_ERROR_MEMORY, also of
 * the batch before. */
vcl_status vcl_clerk_hand_over(vcl_clerk *clerk, vcl_error *err);

/* Waits until nothing is being named. VCL_ERROR_MEMORY of what was. */
vcl_status vcl_clerk_wait(vcl_clerk *clerk, vcl_error *err);

/* Has all named and dismisses the thread. VCL_ERROR_MEMORY. */
vcl_status vcl_clerk_finish(vcl_clerk *clerk, vcl_error *err);

#endif
