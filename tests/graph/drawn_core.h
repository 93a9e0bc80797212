/* A random order without cycles, all of it core if it is dense, and who reaches whom in it. */
#ifndef GRAPH_DRAWN_CORE_H
#define GRAPH_DRAWN_CORE_H

#include "base/memory.h"
#include "graph/core.h"
#include "support/assert.h"
#include "support/chance.h"

enum { DRAWN_PARTS = 700, DRAWN_ARCS = 1500 };

typedef struct drawn_core {
    vcl_core core;
    bool reaches[DRAWN_PARTS][DRAWN_PARTS]; /* drawn parts, by source and target */
} drawn_core;

static inline void draw_order(vcl_order *order, uint64_t seed)
{
    struct chance chance = { seed };

    *order = (vcl_order){ .part_count = DRAWN_PARTS };
    assert_int_equal(vcl_alloc(&order->next_start, DRAWN_PARTS + 1, sizeof(uint32_t), NULL),
                     VCL_OK);
    assert_int_equal(vcl_alloc(&order->next, DRAWN_ARCS, sizeof(uint32_t), NULL), VCL_OK);
    for (uint32_t part = 1; part < DRAWN_PARTS; part++) {
        uint32_t *end = order->next_start + part + 1;
        *end = order->next_start[part];
        for (uint32_t i = any_of(&chance, 5); i > 0 && *end < DRAWN_ARCS; i--) {
            uint32_t next = any_of(&chance, part);
            bool there = false;
            for (uint32_t k = order->next_start[part]; k < *end; k++) {
                there = there || order->next[k] == next;
            }
            order->next[*end] = next;
            *end += there ? 0 : 1;
        }
    }
}

/* The caller releases drawn->core. */
static inline void draw_core(drawn_core *drawn, uint64_t seed)
{
    vcl_order order;
    vcl_twigs twigs;

    memset(drawn, 0, sizeof *drawn);
    draw_order(&order, seed);
    assert_int_equal(vcl_twigs_init(&twigs, &order, NULL), VCL_OK);
    assert_int_equal(vcl_core_init(&drawn->core, &order, &twigs, NULL), VCL_OK);
    for (uint32_t part = 0; part < DRAWN_PARTS; part++) {
        drawn->reaches[part][part] = true;
        for (uint32_t i = order.next_start[part]; i < order.next_start[part + 1]; i++) {
            for (uint32_t to = 0; to < part; to++) {
                drawn->reaches[part][to] |= drawn->reaches[order.next[i]][to];
            }
        }
    }
    vcl_twigs_release(&twigs);
    vcl_order_release(&order);
}

/* Does one part of the core reach another? */
static inline bool drawn_reaches(const drawn_core *drawn, uint32_t from, uint32_t to)
{
    return drawn->reaches[drawn->core.part_of[from]][drawn->core.part_of[to]];
}

#endif
