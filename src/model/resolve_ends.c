/* Actors sorted by id, and names of links that no node bears. */
#include <stdlib.h>
#include <string.h>

#include "base/amount.h"
#include "base/jobs.h"
#include "base/memory.h"
#include "base/try.h"
#include "model/building.h"
#include "model/nearest.h"

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

/* How many of order[0 .. count) come before the id of `name`, sought from the end in steps that grow:
 * organisations mostly stand together. */
static uint32_t count_before(const vcl_idmap *names, const uint32_t *order, uint32_t count,
                             uint32_t name)
{
    uint32_t low = 0;
    uint32_t high = count; /* from here on none does */

    for (uint32_t step = 1; step <= high; step *= 2) {
        if (vcl_idmap_compare(names, order[high - step], name) < 0) {
            low = high - step + 1;
            break;
        }
        high -= step;
    }
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (vcl_idmap_compare(names, order[middle], name) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* Merges names by their ids: order[0 .. count) and others[0 .. more), which then say where in `order`
 * they came. */
static void merge_names(const vcl_idmap *names, uint32_t *order, uint32_t count, uint32_t *others,
                        uint32_t more)
{
    for (; more > 0; more--) {
        uint32_t name = others[more - 1];
        uint32_t before = count_before(names, order, count, name);
        memmove(order + before + more, order + before, (count - before) * sizeof *order);
        order[before + more - 1] = name;
        others[more - 1] = before + more - 1;
        count = before;
    }
}

/* The names that nodes bear, by their ids, and who of them are organisations. Farmers, who are many,
 * mostly come in the order of their ids, so they are sorted by themselves; where all of them stand
 * in the row of names, these are known to be in order. */
static vcl_status order_names(vcl_placing *placing, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_builder *builder = placing->builder;
    const vcl_idmap *names = &builder->naming.names;
    const vcl_actor *actors = builder->naming.actors.items;
    vcl_array *others = &builder->chain->organisations;
    uint32_t farmers = 0;
    bool in_order = false;

    for (uint32_t name = 0; name < builder->naming.actors.count; name++) {
        if (actors[name].kind == VCL_FARMER) {
            placing->order[farmers++] = name;
        } else if (actors[name].kind != VCL_NO_ACTOR) {
            TRY(vcl_array_add(others, &name, err));
        }
    }
    in_order = farmers == names->row_count || vcl_ids_are_sorted(names, placing->order, farmers);
    if (!in_order) {
        TRY(vcl_ids_sort(names, placing->order, farmers, err));
    }
    TRY(vcl_ids_sort(names, others->items, (uint32_t)others->count, err));
    merge_names(names, placing->order, farmers, others->items, (uint32_t)others->count);
    placing->count = farmers + (uint32_t)others->count;
    placing->in_order = in_order && placing->count == builder->naming.actors.count;
done:
    return status;
}

static vcl_status place_ids(void *context, vcl_error *err)
{
    const vcl_placing *placing = context;
    vcl_builder *builder = placing->builder;

    return vcl_ids_init(&builder->chain->ids, &builder->naming.names, placing->order,
                        placing->count, err);
}

static vcl_status place_actors(void *context, vcl_error *err)
{
    return vcl_place_actors(context, err);
}

/* builder->actor_of, where those who are placed in that order are known. */
static vcl_status note_actors(vcl_builder *builder, size_t names, const vcl_placing *placing,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_alloc(&builder->actor_of, names, sizeof(uint32_t), err));
    if (placing->count < names) {
        memset(builder->actor_of, 0xFF, names * sizeof(uint32_t));
    }
    for (uint32_t i = 0; i < placing->count; i++) {
        builder->actor_of[placing->order[i]] = i;
    }
done:
    return status;
}

static vcl_status resolve_actors(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t names = builder->naming.actors.count;
    vcl_placing placing = { .builder = builder };
    const vcl_job jobs[] = { { place_ids, &placing }, { place_actors, &placing } };

    TRY(vcl_memory_ask(names * sizeof(uint32_t), err));
    TRY(vcl_array_reserve(&builder->spare, names, err));
    placing.order = builder->spare.items;
    TRY(order_names(&placing, err));
    TRY(vcl_jobs_run(jobs, sizeof jobs / sizeof *jobs, builder->threads, err));
    if (placing.count == names) { /* no name of nobody is left to be reported */
        vcl_idmap_release(&builder->naming.names);
    }
    TRY(note_actors(builder, names, &placing, err));
    place_amounts(builder->chain, builder->actor_of);
done:
    return status;
}

static vcl_status report_unknown_end(vcl_builder *builder, uint32_t at, uint32_t name,
                                     const char *field, vcl_nearest *nearest, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const char *id = vcl_idmap_name(&builder->naming.names, name);
    const char *suggestion = NULL;
    const vcl_chain *chain = builder->chain;

    for (uint32_t i = 0; nearest->ids.count < chain->actor_count; i++) {
        TRY(vcl_nearest_add(nearest, vcl_actor_id(chain, i), err));
    }
    if (vcl_problems_wants(builder->problems, VCL_PROBLEM_UNKNOWN_NODE)) {
        TRY(vcl_nearest_find(nearest, id, &suggestion, err));
    }
    TRY(vcl_builder_report(builder,
                           (vcl_finding){ .code = VCL_PROBLEM_UNKNOWN_NODE,
                                          .message = VCL_MSG_UNKNOWN_NODE,
                                          .value = id,
                                          .suggestion = suggestion },
                           vcl_builder_section(builder, at), vcl_builder_position(builder, at),
                           field, VCL_NONE, err));
done:
    return status;
}

/* An id that belongs to a node whose record has errors of its own, or may belong to one that could
 * not be read, is no further error. */
static bool is_unknown(const vcl_builder *builder, uint32_t name)
{
    const uint32_t *node_at = builder->naming.node_at.items;

    return builder->actor_of[name] == VCL_NONE && node_at[name] == 0 && !builder->unreadable;
}

static vcl_status report_unknown_ends(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_link *links = builder->naming.links.items;
    const uint32_t *link_at = builder->naming.link_at.items;
    vcl_nearest nearest;

    vcl_nearest_init(&nearest);
    for (size_t i = 0; i < builder->naming.links.count; i++) {
        if (is_unknown(builder, links[i].source)) {
            TRY(report_unknown_end(builder, link_at[i], links[i].source, "source", &nearest, err));
        }
        if (is_unknown(builder, links[i].target)) {
            TRY(report_unknown_end(builder, link_at[i], links[i].target, "target", &nearest, err));
        }
    }
done:
    vcl_nearest_release(&nearest);
    return status;
}

vcl_status vcl_resolve_ends(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t names = vcl_idmap_count(&builder->naming.names);

    TRY(resolve_actors(builder, err));
    if (builder->chain->actor_count < names) {
        TRY(report_unknown_ends(builder, err));
    }
    vcl_idmap_release(&builder->naming.names);
    vcl_array_release(&builder->naming.node_at);
done:
    return status;
}
