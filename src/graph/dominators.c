/* One dominator tree of a layer, and the times of a walk through it. */
#include "graph/dominators.h"

#include <stdlib.h>

#include "base/error.h"
#include "graph/bridge.h"

/* The layer's graph with the market as its last vertex. */
static vcl_status build_graph(igraph_t *graph, const vcl_layer *layer, const vcl_vertex *vertices,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;
    igraph_vector_int_t ends = { 0 };

    TRY_IG(igraph_vector_int_init(&ends, 0));
    TRY_IG(igraph_vector_int_reserve(
        &ends, ((igraph_integer_t)layer->arc_count + layer->vertex_count) * 2));
    for (uint32_t from = 0; from < layer->vertex_count; from++) {
        for (uint32_t i = layer->out_start[from]; i < layer->out_start[from + 1]; i++) {
            TRY_IG(igraph_vector_int_push_back(&ends, from));
            TRY_IG(igraph_vector_int_push_back(&ends, layer->out[i]));
        }
        if (vertices[layer->vertices[from]].buyer) {
            TRY_IG(igraph_vector_int_push_back(&ends, from));
            TRY_IG(igraph_vector_int_push_back(&ends, layer->vertex_count));
        }
    }
    TRY_IG(igraph_create(graph, &ends, (igraph_integer_t)layer->vertex_count + 1, IGRAPH_DIRECTED));
done:
    igraph_vector_int_destroy(&ends);
    return status;
}

/* The children of every vertex as lists: the first child, and each one's next sibling. */
struct family {
    uint32_t *first;
    uint32_t *next;
};

static vcl_status list_children(struct family *family, const vcl_dominators *dominators,
                                vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t count = dominators->market + 1;

    TRY(vcl_alloc(&family->first, count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&family->next, count, sizeof(uint32_t), err));
    for (uint32_t i = 0; i < count; i++) {
        family->first[i] = VCL_NONE;
    }
    for (uint32_t i = dominators->market; i > 0; i--) {
        uint32_t parent = dominators->nearest[i - 1];
        if (parent != VCL_NONE) {
            family->next[i - 1] = family->first[parent];
            family->first[parent] = i - 1;
        }
    }
done:
    return status;
}

/* Walks the tree without recursion: a chain may be as long as memory. Times begin at 1. */
static void walk(vcl_dominators *dominators, struct family *family)
{
    uint32_t at = dominators->market;
    uint32_t time = 1;

    dominators->enter[at] = time++;
    for (;;) {
        uint32_t child = family->first[at];
        if (child != VCL_NONE) {
            family->first[at] = family->next[child];
            dominators->enter[child] = time++;
            at = child;
        } else if (at != dominators->market) {
            dominators->leave[at] = time;
            at = dominators->nearest[at];
        } else {
            dominators->leave[at] = time;
            return;
        }
    }
}

static vcl_status find_nearest(vcl_dominators *dominators, const vcl_layer *layer,
                               const vcl_vertex *vertices, vcl_error *err)
{
    vcl_status status = VCL_OK;
    igraph_t graph = { 0 };
    igraph_vector_int_t found = { 0 };

    TRY(build_graph(&graph, layer, vertices, err));
    TRY_IG(igraph_vector_int_init(&found, 0));
    TRY_IG(igraph_dominator_tree(&graph, dominators->market, &found, NULL, NULL, IGRAPH_IN));
    for (uint32_t i = 0; i <= dominators->market; i++) {
        /* igraph: -1 for the root, -2 for what it does not reach. */
        dominators->nearest[i] = VECTOR(found)[i] < 0 ? VCL_NONE : (uint32_t)VECTOR(found)[i];
    }
done:
    igraph_vector_int_destroy(&found);
    igraph_destroy(&graph);
    return status;
}

vcl_status vcl_dominators_init(vcl_dominators *dominators, const vcl_layers *layers, uint32_t layer,
                               vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct family family = { 0 };
    uint32_t count = layers->layers[layer].vertex_count + 1;

    *dominators = (vcl_dominators){ .market = count - 1 };
    TRY(vcl_alloc(&dominators->nearest, count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&dominators->enter, count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&dominators->leave, count, sizeof(uint32_t), err));
    TRY(find_nearest(dominators, layers->layers + layer, layers->fold->vertices, err));
    TRY(list_children(&family, dominators, err));
    walk(dominators, &family);
done:
    free(family.first);
    free(family.next);
    return status;
}

void vcl_dominators_release(vcl_dominators *dominators)
{
    free(dominators->nearest);
    free(dominators->enter);
    free(dominators->leave);
    *dominators = (vcl_dominators){ 0 };
}

bool vcl_dominates(const vcl_dominators *dominators, uint32_t above, uint32_t below)
{
    return dominators->enter[above] <= dominators->enter[below] &&
           dominators->enter[below] < dominators->leave[above];
}
