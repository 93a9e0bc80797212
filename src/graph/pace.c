/* Telling how a stage goes, and how long it will take if it goes on so. */
#include "graph/pace.h"

#include <math.h>
#include <time.h>

double vcl_pace_clock(void)
{
    struct timespec now = { 0 };

    if (clock_gettime(CLOCK_MONOTONIC, &now) != 0) {
        return 0.0;
    }
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
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
    pace->began = vcl_pace_clock();
    tell(pace, 0.0, seconds);
}

void vcl_pace_tell(const vcl_pace *pace, double done)
{
    double seconds =
        done > 0.0 ? (vcl_pace_clock() - pace->began) * (1.0 - done) / done : (double)NAN;

    tell(pace, done, seconds);
}
