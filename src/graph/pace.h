/* How the work of a study is done: on how many threads, and who is told how it goes. */
#ifndef GRAPH_PACE_H
#define GRAPH_PACE_H

#include <stdint.h>

#include <vclink/analysis.h>

typedef struct vcl_pace {
    uint32_t threads; /* at least 1 */
    vcl_watcher *watcher; /* or NULL */
    void *context; /* the watcher's */

    /* private */
    vcl_stage stage;
    double began; /* by vcl_pace_clock() */
} vcl_pace;

/* A stage begins, which is thought to take so many seconds (NaN: not known). */
void vcl_pace_begin(vcl_pace *pace, vcl_stage stage, double seconds);

/* So much of it is done, 0 … 1. */
void vcl_pace_tell(const vcl_pace *pace, double done);

/* Seconds since some moment, for measuring how long things take. */
double vcl_pace_clock(void);

#endif
