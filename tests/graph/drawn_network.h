/* Networks to draw, small by hand and large by chance. */
#ifndef GRAPH_DRAWN_NETWORK_H
#define GRAPH_DRAWN_NETWORK_H

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "graph/drawing.h"
#include "support/assert.h"
#include "support/chance.h"

/* A network with room of its own. */
typedef struct drawn_network {
    vcl_network network;
    uint8_t *rank;
    vcl_drawn_link *links;
} drawn_network;

/* `count` vertices, all of rank 0, and no links yet. */
static inline drawn_network network_of(uint32_t count, uint32_t most_links)
{
    drawn_network made = { .rank = calloc(count + 1, sizeof *made.rank),
                           .links = calloc(most_links + 1, sizeof *made.links) };

    assert_non_null(made.rank);
    assert_non_null(made.links);
    made.network = (vcl_network){ count, made.rank, made.links, 0 };
    return made;
}

static inline void release_network(drawn_network *made)
{
    free(made->rank);
    free(made->links);
}

/* Unless it is there, or from a vertex to itself. */
static inline void join(drawn_network *made, uint32_t source, uint32_t target)
{
    uint32_t count = made->network.link_count;

    for (uint32_t i = 0; i < count; i++) {
        if (made->links[i].source == source && made->links[i].target == target) {
            return;
        }
    }
    if (source != target) {
        made->links[count] = (vcl_drawn_link){ source, target };
        made->network.link_count++;
    }
}

/* Of a chain's shape: most links lead to a higher rank, some run within one or back. */
static inline drawn_network random_network(uint64_t seed, uint32_t count, uint32_t links)
{
    struct chance chance = { seed };
    drawn_network made = network_of(count, links);

    for (uint32_t i = 0; i < count; i++) {
        made.rank[i] = (uint8_t)any_of(&chance, VCL_DRAWN_RANKS);
    }
    for (uint32_t i = 0; i < links; i++) {
        uint32_t source = any_of(&chance, count);
        uint32_t target = any_of(&chance, count);
        bool back = made.rank[source] > made.rank[target] && !happens(&chance, 5);
        join(&made, back ? target : source, back ? source : target);
    }
    return made;
}

#endif
