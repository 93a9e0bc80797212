/* Folding once more, now that products no longer tell farmers apart. */
#include "graph/simple.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/compare.h"
#include "base/memory.h"
#include "base/try.h"

/* A farmers' vertex of the fold and where it sends to. */
struct sender {
    const uint32_t *targets; /* vertices of the fold, sorted and distinct */
    uint32_t target_count;
    uint32_t vertex;
    bool receives;
};

struct simplifying {
    const vcl_fold *fold;
    uint32_t *targets; /* distinct targets of every vertex of the fold, neighbours */
    uint32_t *targets_start; /* by vertex, one more */
    bool *receives;
    struct sender *senders;
    uint32_t sender_count;
    uint32_t *origin; /* by vertex of the simple graph: one of the fold */
};

static vcl_status collect_targets(struct simplifying *work, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_fold *fold = work->fold;
    uint32_t count = 0;

    TRY(vcl_alloc(&work->targets, fold->arc_count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&work->targets_start, (size_t)fold->vertex_count + 1, sizeof(uint32_t), err));
    TRY(vcl_alloc(&work->receives, fold->vertex_count, sizeof(bool), err));
    for (uint32_t vertex = 0; vertex < fold->vertex_count; vertex++) {
        uint32_t first = count;
        for (uint32_t i = fold->arcs_out[vertex]; i < fold->arcs_out[vertex + 1]; i++) {
            uint32_t target = fold->arcs[i].target;
            if (count == first || work->targets[count - 1] != target) {
                work->targets[count++] = target;
            }
            work->receives[target] = true;
        }
        work->targets_start[vertex + 1] = count;
    }
done:
    return status;
}

static int compare_senders(const void *a, const void *b)
{
    const struct sender *first = a;
    const struct sender *second = b;
    uint32_t shared =
        first->target_count < second->target_count ? first->target_count : second->target_count;

    for (uint32_t i = 0; i < shared; i++) {
        if (first->targets[i] != second->targets[i]) {
            return first->targets[i] < second->targets[i] ? -1 : 1;
        }
    }
    if (first->target_count != second->target_count) {
        return first->target_count < second->target_count ? -1 : 1;
    }
    if (first->receives != second->receives) {
        return first->receives ? 1 : -1;
    }
    return (first->vertex > second->vertex) - (first->vertex < second->vertex);
}

static bool alike(const struct sender *a, const struct sender *b)
{
    return !a->receives && !b->receives && a->target_count == b->target_count &&
           memcmp(a->targets, b->targets, a->target_count * sizeof(uint32_t)) == 0;
}

/* Whoever sends to nobody comes first, then by the first target, from 1. */
static uint32_t rank_of(const struct simplifying *work, uint32_t vertex)
{
    uint32_t first = work->targets_start[vertex];

    return first == work->targets_start[vertex + 1] ? 0 : work->targets[first] + 1;
}

static bool is_sender(const struct simplifying *work, uint32_t vertex)
{
    return vertex >= work->fold->organisation_count && !work->fold->vertices[vertex].implied;
}

/* Lists the senders by their first target, of which few share one. Fills `start`, which is all 0:
 * where those of each rank end. */
static vcl_status list_senders(struct simplifying *work, uint32_t *start, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t vertices = work->fold->vertex_count;

    TRY(vcl_alloc(&work->senders, vertices, sizeof *work->senders, err));
    for (uint32_t vertex = 0; vertex < vertices; vertex++) {
        start[rank_of(work, vertex) + 1] += is_sender(work, vertex) ? 1 : 0;
    }
    for (uint32_t rank = 0; rank <= vertices; rank++) {
        start[rank + 1] += start[rank];
    }
    work->sender_count = start[vertices + 1];
    for (uint32_t vertex = 0; vertex < vertices; vertex++) {
        uint32_t first = work->targets_start[vertex];
        if (is_sender(work, vertex)) {
            work->senders[start[rank_of(work, vertex)]++] =
                (struct sender){ work->targets + first, work->targets_start[vertex + 1] - first,
                                 vertex, work->receives[vertex] };
        }
    }
done:
    return status;
}

static vcl_status collect_senders(struct simplifying *work, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t *end = NULL;
    uint32_t first = 0;

    TRY(vcl_alloc(&end, (size_t)work->fold->vertex_count + 2, sizeof *end, err));
    TRY(list_senders(work, end, err));
    for (uint32_t rank = 0; rank <= work->fold->vertex_count; rank++) {
        if (end[rank] - first > 1) {
            qsort(work->senders + first, end[rank] - first, sizeof *work->senders, compare_senders);
        }
        first = end[rank];
    }
done:
    free(end);
    return status;
}

/* Numbers the vertices of the simple graph and counts their copies. */
static vcl_status number_vertices(struct simplifying *work, vcl_simple *simple, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_fold *fold = work->fold;
    uint32_t count = fold->organisation_count;

    TRY(vcl_alloc(&simple->copies, fold->vertex_count, sizeof(uint64_t), err));
    TRY(vcl_alloc(&simple->of_vertex, fold->vertex_count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&work->origin, fold->vertex_count, sizeof(uint32_t), err));
    for (uint32_t vertex = 0; vertex < count; vertex++) {
        simple->of_vertex[vertex] = vertex;
        work->origin[vertex] = vertex;
        simple->copies[vertex] = 1;
    }
    for (uint32_t vertex = count; vertex < fold->vertex_count; vertex++) {
        simple->of_vertex[vertex] = VCL_NONE;
    }
    for (uint32_t i = 0; i < work->sender_count; i++) {
        const struct sender *sender = work->senders + i;
        if (i == 0 || !alike(sender - 1, sender)) {
            work->origin[count++] = sender->vertex;
        }
        simple->of_vertex[sender->vertex] = count - 1;
        simple->copies[count - 1] += fold->vertices[sender->vertex].households;
    }
    simple->organisation_count = fold->organisation_count;
    simple->vertex_count = count;
done:
    return status;
}

static vcl_status fill_arcs(struct simplifying *work, vcl_simple *simple, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_fold *fold = work->fold;

    TRY(vcl_alloc(&simple->out_start, (size_t)simple->vertex_count + 1, sizeof(uint32_t), err));
    TRY(vcl_alloc(&simple->out, work->targets_start[fold->vertex_count], sizeof(uint32_t), err));
    for (uint32_t vertex = 0; vertex < simple->vertex_count; vertex++) {
        uint32_t from = work->origin[vertex];
        uint32_t first = simple->out_start[vertex];
        uint32_t count = work->targets_start[from + 1] - work->targets_start[from];
        for (uint32_t i = 0; i < count; i++) {
            simple->out[first + i] =
                simple->of_vertex[work->targets[work->targets_start[from] + i]];
        }
        if (count > 1) {
            qsort(simple->out + first, count, sizeof(uint32_t), vcl_compare_uint32);
        }
        simple->out_start[vertex + 1] = first + count;
    }
done:
    return status;
}

vcl_status vcl_simple_init(vcl_simple *simple, const vcl_fold *fold, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct simplifying work = { .fold = fold };

    *simple = (vcl_simple){ 0 };
    TRY(collect_targets(&work, err));
    TRY(collect_senders(&work, err));
    TRY(number_vertices(&work, simple, err));
    TRY(fill_arcs(&work, simple, err));
done:
    free(work.targets);
    free(work.targets_start);
    free(work.receives);
    free(work.senders);
    free(work.origin);
    return status;
}

void vcl_simple_release(vcl_simple *simple)
{
    free(simple->copies);
    free(simple->out_start);
    free(simple->out);
    free(simple->of_vertex);
    *simple = (vcl_simple){ 0 };
}
