/* Actors sorted by id, and the ends of links turned from names into actors. */
#include <stdlib.h>
#include <string.h>

#include "base/amount.h"
#include "base/error.h"
#include "base/try.h"
#include "model/building.h"
#include "model/nearest.h"

/* An actor's record and where it will stand. */
typedef struct placed {
    const char *id;
    uint32_t record;
} placed;

static int compare_placed(const void *a, const void *b)
{
    return strcmp(((const placed *)a)->id, ((const placed *)b)->id);
}

static int compare_amounts(const void *a, const void *b)
{
    const vcl_amount *first = a;
    const vcl_amount *second = b;

    if (first->actor != second->actor) {
        return first->actor < second->actor ? -1 : 1;
    }
    if (first->product != second->product) {
        return first->product < second->product ? -1 : 1;
    }
    /* Said twice: added in one order whatever the order of saying. */
    if (vcl_amount_compare(first->output_kg, second->output_kg) != 0) {
        return vcl_amount_compare(first->output_kg, second->output_kg);
    }
    return vcl_amount_compare(first->demand_kg, second->demand_kg);
}

/* Amounts of one actor and product become one. */
static void merge_amounts(vcl_array *array)
{
    vcl_amount *amounts = array->items;
    size_t kept = 0;

    for (size_t i = 0; i < array->count; i++) {
        vcl_amount *last = kept > 0 ? amounts + kept - 1 : NULL;
        if (last == NULL || last->actor != amounts[i].actor ||
            last->product != amounts[i].product) {
            amounts[kept++] = amounts[i];
            continue;
        }
        last->output_kg = vcl_amount_add_known(last->output_kg, amounts[i].output_kg);
        last->demand_kg = vcl_amount_add_known(last->demand_kg, amounts[i].demand_kg);
        for (size_t stars = 0; stars < 6; stars++) {
            unsigned sum = (unsigned)last->ocop[stars] + amounts[i].ocop[stars];
            last->ocop[stars] = (uint16_t)(sum < UINT16_MAX ? sum : UINT16_MAX);
        }
    }
    array->count = kept;
}

static void place_amounts(vcl_chain *chain, const uint32_t *position)
{
    vcl_amount *amounts = chain->amounts.items;

    for (size_t i = 0; i < chain->amounts.count; i++) {
        amounts[i].actor = position[amounts[i].actor];
    }
    if (chain->amounts.count > 0) {
        qsort(amounts, chain->amounts.count, sizeof *amounts, compare_amounts);
    }
    merge_amounts(&chain->amounts);
    vcl_array_trim(&chain->amounts);
}

/* Gives the chain its actors in the byte order of ids; (*of_name)[name] is the actor of that id,
 * VCL_NONE where no node bears it. */
static vcl_status place_actors(vcl_builder *builder, uint32_t **of_name, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_chain *chain = builder->chain;
    uint32_t count = (uint32_t)builder->actors.count;
    uint32_t names = vcl_idmap_count(&chain->ids);
    const vcl_actor *records = builder->actors.items;
    placed *order = NULL;
    uint32_t *position = NULL;

    TRY(vcl_alloc(&order, count, sizeof *order, err));
    TRY(vcl_alloc(&position, count, sizeof *position, err));
    TRY(vcl_alloc(&chain->actors, count, sizeof *chain->actors, err));
    TRY(vcl_alloc(of_name, names, sizeof **of_name, err));
    for (uint32_t i = 0; i < count; i++) {
        order[i] = (placed){ records[i].id, i };
    }
    if (count > 0) {
        qsort(order, count, sizeof *order, compare_placed);
    }
    memset(*of_name, 0xFF, names * sizeof **of_name);
    for (uint32_t i = 0; i < count; i++) {
        chain->actors[i] = records[order[i].record];
        position[order[i].record] = i;
        (*of_name)[vcl_idmap_find(&chain->ids, vcl_slice_of(order[i].id))] = i;
    }
    chain->actor_count = count;
    vcl_array_release(&builder->actors);
    place_amounts(chain, position);
done:
    free(order);
    free(position);
    return status;
}

static vcl_status report_unknown_end(vcl_builder *builder, const vcl_link *link, uint32_t name,
                                     const char *field, vcl_nearest *nearest, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const char *id = vcl_idmap_name(&builder->chain->ids, name);
    const char *suggestion = NULL;
    const vcl_chain *chain = builder->chain;

    for (uint32_t i = 0; nearest->ids.count < chain->actor_count; i++) {
        TRY(vcl_nearest_add(nearest, chain->actors[i].id, err));
    }
    if (vcl_problems_wants(builder->problems, VCL_PROBLEM_UNKNOWN_NODE)) {
        TRY(vcl_nearest_find(nearest, id, &suggestion, err));
    }
    TRY(vcl_builder_report(builder,
                           (vcl_finding){ .code = VCL_PROBLEM_UNKNOWN_NODE,
                                          .message = VCL_MSG_UNKNOWN_NODE,
                                          .value = id,
                                          .suggestion = suggestion },
                           link->in_edges ? VCL_SECTION_EDGES : VCL_SECTION_LINKS, link->at, field,
                           VCL_NONE, err));
done:
    return status;
}

/* Turns one end into an actor. An id that belongs to a node whose record has errors of its own, or
 * may belong to one that could not be read, is no further error. */
static vcl_status resolve_end(vcl_builder *builder, const vcl_link *link, uint32_t *end,
                              const char *field, const uint32_t *of_name, vcl_nearest *nearest,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;
    const uint32_t *lines = builder->node_line.items;

    if (of_name[*end] == VCL_NONE && lines[*end] == 0 && !builder->unreadable) {
        TRY(report_unknown_end(builder, link, *end, field, nearest, err));
    }
    *end = of_name[*end];
done:
    return status;
}

vcl_status vcl_resolve_ends(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_link *links = builder->links.items;
    uint32_t *of_name = NULL;
    vcl_nearest nearest;
    size_t kept = 0;

    vcl_nearest_init(&nearest);
    TRY(place_actors(builder, &of_name, err));
    for (size_t i = 0; i < builder->links.count; i++) {
        vcl_link link = links[i];
        TRY(resolve_end(builder, links + i, &link.source, "source", of_name, &nearest, err));
        TRY(resolve_end(builder, links + i, &link.target, "target", of_name, &nearest, err));
        if (link.source != VCL_NONE && link.target != VCL_NONE) {
            links[kept++] = link;
        }
    }
    builder->links.count = kept;
done:
    vcl_nearest_release(&nearest);
    free(of_name);
    return status;
}
