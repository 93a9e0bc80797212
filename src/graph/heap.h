/* A heap of vertices: the one with the largest key comes out first.
 *
 * Invariant: no entry has a larger key than the one above it. */
#ifndef GRAPH_HEAP_H
#define GRAPH_HEAP_H

#include <stdint.h>

#include "base/array.h"

typedef struct vcl_heap {
    vcl_array entries; /* of vcl_heap_entry */
} vcl_heap;

typedef struct vcl_heap_entry {
    uint32_t key;
    uint32_t vertex;
} vcl_heap_entry;

/* An empty heap; allocates nothing. */
void vcl_heap_init(vcl_heap *heap);
void vcl_heap_release(vcl_heap *heap);

/* O(log n). VCL_ERROR_MEMORY. */
vcl_status vcl_heap_push(vcl_heap *heap, uint32_t key, uint32_t vertex, vcl_error *err);

/* Takes out the vertex with the largest key of a heap that is not empty. O(log n). */
uint32_t vcl_heap_pop(vcl_heap *heap);

#endif
