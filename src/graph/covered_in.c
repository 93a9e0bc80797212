/* Layers listed by vertex, by counting, and each list made a set. */
#include "graph/covered_in.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"

struct listing {
    const vcl_coverage *coverage;
    size_t *start; /* by vertex, one more: where its layers begin */
    size_t *next; /* by vertex: where its next layer goes */
    uint32_t *layers;
};

/* Counts the layers of each vertex, or, once they are counted, lists them. */
static void list_layer(struct listing *listing, uint32_t number, bool place)
{
    const vcl_layer *layer = listing->coverage->layers->layers + number;
    const uint8_t *flags = listing->coverage->of_layer[number];

    for (uint32_t i = 0; i < layer->vertex_count; i++) {
        uint32_t vertex = layer->vertices[i];
        if ((flags[i] & VCL_COVERED) != 0 && place) {
            listing->layers[listing->next[vertex]++] = number;
        } else if ((flags[i] & VCL_COVERED) != 0) {
            listing->start[vertex + 1]++;
        }
    }
}

static vcl_status list_layers(struct listing *listing, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t layers = listing->coverage->layers->count;
    uint32_t vertices = listing->coverage->layers->fold->vertex_count;

    TRY(vcl_alloc(&listing->start, (size_t)vertices + 1, sizeof *listing->start, err));
    TRY(vcl_alloc(&listing->next, vertices, sizeof *listing->next, err));
    for (uint32_t layer = 0; layer < layers; layer++) {
        list_layer(listing, layer, false);
    }
    for (uint32_t vertex = 0; vertex < vertices; vertex++) {
        listing->next[vertex] = listing->start[vertex];
        listing->start[vertex + 1] += listing->start[vertex];
    }
    TRY(vcl_alloc(&listing->layers, listing->start[vertices], sizeof(uint32_t), err));
    for (uint32_t layer = 0; layer < layers; layer++) {
        list_layer(listing, layer, true);
    }
done:
    return status;
}

vcl_status vcl_covered_in_init(vcl_covered_in *covered_in, const vcl_coverage *coverage,
                               vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct listing listing = { .coverage = coverage };
    uint32_t vertices = coverage->layers->fold->vertex_count;

    *covered_in = (vcl_covered_in){ 0 };
    TRY(vcl_sets_init(&covered_in->sets, err));
    TRY(vcl_alloc(&covered_in->of_vertex, vertices, sizeof(uint32_t), err));
    TRY(list_layers(&listing, err));
    for (uint32_t vertex = 0; vertex < vertices; vertex++) {
        TRY(vcl_sets_intern(&covered_in->sets, listing.layers + listing.start[vertex],
                            (uint32_t)(listing.start[vertex + 1] - listing.start[vertex]),
                            covered_in->of_vertex + vertex, err));
    }
done:
    free(listing.start);
    free(listing.next);
    free(listing.layers);
    return status;
}

void vcl_covered_in_release(vcl_covered_in *covered_in)
{
    vcl_sets_release(&covered_in->sets);
    free(covered_in->of_vertex);
    *covered_in = (vcl_covered_in){ 0 };
}
