/* Two orders of every layer. */
#include "graph/paths.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/try.h"

static vcl_status order_layer(vcl_paths *paths, uint32_t number, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_layer *layer = paths->layers->layers + number;
    const vcl_vertex *vertices = paths->layers->fold->vertices;
    bool *keeps = NULL;

    TRY(vcl_alloc(&keeps, layer->vertex_count, sizeof *keeps, err));
    for (uint32_t i = 0; i < layer->vertex_count; i++) {
        keeps[i] = !vertices[layer->vertices[i]].buyer;
    }
    TRY(vcl_order_init(paths->all + number, layer, NULL, err));
    TRY(vcl_order_init(paths->first + number, layer, keeps, err));
done:
    free(keeps);
    return status;
}

vcl_status vcl_paths_init(vcl_paths *paths, const vcl_layers *layers, vcl_error *err)
{
    vcl_status status = VCL_OK;

    *paths = (vcl_paths){ .layers = layers };
    TRY(vcl_alloc(&paths->all, layers->count, sizeof *paths->all, err));
    TRY(vcl_alloc(&paths->first, layers->count, sizeof *paths->first, err));
    for (uint32_t i = 0; i < layers->count; i++) {
        TRY(order_layer(paths, i, err));
    }
done:
    return status;
}

void vcl_paths_release(vcl_paths *paths)
{
    for (uint32_t i = 0; paths->layers != NULL && i < paths->layers->count; i++) {
        if (paths->all != NULL) {
            vcl_order_release(paths->all + i);
        }
        if (paths->first != NULL) {
            vcl_order_release(paths->first + i);
        }
    }
    free(paths->all);
    free(paths->first);
    *paths = (vcl_paths){ 0 };
}
