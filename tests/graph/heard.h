/* What a stage tells while it runs: that it begins, with an estimate, and then how far it is. */
#ifndef TESTS_GRAPH_HEARD_H
#define TESTS_GRAPH_HEARD_H

#include "graph/pace.h"

struct heard {
    vcl_stage stage; /* the only one that may tell */
    bool in_order; /* true at first: it began before it went on, and never went back */
    uint32_t begun;
    uint32_t steps;
    double done;
};

static inline void hear(const vcl_step *step, void *context)
{
    struct heard *heard = context;
    bool begins = step->done == 0.0;

    heard->in_order =
        heard->in_order && step->stage == heard->stage &&
        (begins ? step->seconds_left >= 0.0 : heard->begun > 0 && step->done >= heard->done);
    heard->begun += begins ? 1 : 0;
    heard->steps++;
    heard->done = step->done;
}

#endif
