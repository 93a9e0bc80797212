/* A chain with its study, between vcl_bridge_enter() and vcl_bridge_exit(). */
#ifndef GRAPH_STUDIED_H
#define GRAPH_STUDIED_H

#include "graph/bridge.h"
#include "graph/study.h"
#include "support/chain.h"

typedef struct studied {
    vcl_bridge bridge;
    vcl_chain *chain;
    vcl_study study;
} studied;

/* Takes the chain over; `gone` (or NULL) is the id of an actor taken as dissolved. The caller
 * releases it. */
static inline studied *study_chain(vcl_chain *chain, const char *gone)
{
    studied *made = calloc(1, sizeof *made);
    vcl_pace pace = { .threads = 1 };
    uint32_t without = gone == NULL ? 0 : actor_of(chain, gone);

    assert_non_null(made);
    made->chain = chain;
    vcl_bridge_enter(&made->bridge);
    assert_int_equal(vcl_study_init(&made->study, chain, chain->as_of, &without,
                                    gone == NULL ? 0 : 1, &pace, NULL),
                     VCL_OK);
    return made;
}

static inline studied *study_of(const char *drawing)
{
    return study_chain(chain_of(drawing), NULL);
}

static inline void release_study(studied *made)
{
    vcl_study_release(&made->study);
    vcl_bridge_exit(&made->bridge);
    vcl_chain_free(made->chain);
    free(made);
}

/* The vertex of an actor, VCL_NONE where it is inactive. */
static inline uint32_t vertex_of(const studied *made, const char *id)
{
    return made->study.fold.of_actor[actor_of(made->chain, id)];
}

/* The layer of a product, "*" for the unstated one. */
static inline const vcl_layer *layer_of(const studied *made, const char *product)
{
    const vcl_layers *layers = &made->study.layers;

    return layers->layers + layers->of_product[product_of(made->chain, product)];
}

#endif
