/* Telling how a stage goes, and how long it will take if it goes on so. */
#include "graph/pace.h"

#include <math.h>

static double seconds_since(struct timespec then)
{
    struct timespec now = { 0 };

    if (clock_gettime(CLOCK_MONOTONIC, &now) != 0) {
        return 0.0;
    }
    return (double)(now.tv_sec - then.tv_sec) + (double)(now.tv_nsec - then.tv_nsec) * 1e-9;
}

double vcl_pace_clock(void)
{
    return seconds_since((struct timespec){ 0 });
}

static void tell(const vcl_pace *pace, double done, double seconds)
{
    vcl_step step = { .stage = pace->stage, .done = done, .seconds_left = seconds };

    if (pace->watcher != NULL) {
        pace->watcher(&step, pace->context);
    }
}

void vcl_pace_begin(vcl_pace *pace, vcl_stage stage, double seconds)
{
    pace->stage = stage;
    if (clock_gettime(CLOCK_MONOTONIC, &pace->began) != 0) {
        pace->began = (struct timespec){ 0 };
    }
    tell(pace, 0.0, seconds);
}

void vcl_pace_tell(const vcl_pace *pace, double done)
{
    double seconds = done > 0.0 ? seconds_since(pace->began) * (1.0 - done) / done : (double)NAN;

    tell(pace, done, seconds);
}
