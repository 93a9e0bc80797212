/* In which layers each vertex is covered, as sets of layers: many share one. */
#ifndef GRAPH_COVERED_IN_H
#define GRAPH_COVERED_IN_H

#include "graph/coverage.h"

typedef struct vcl_covered_in {
    vcl_sets sets; /* of layers; set 0 is empty */
    uint32_t *of_vertex; /* by vertex: a set */
} vcl_covered_in;

/* Release in any case. Linear in the layers, expected. VCL_ERROR_MEMORY. */
vcl_status vcl_covered_in_init(vcl_covered_in *covered_in, const vcl_coverage *coverage,
                               vcl_error *err);
void vcl_covered_in_release(vcl_covered_in *covered_in);

#endif
