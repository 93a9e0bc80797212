/* The joined layers in order, and what is handed along their twigs. */
#include "graph/reach.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"
#include "graph/joined.h"

vcl_status vcl_reach_init(vcl_reach *reach, const vcl_layers *layers, bool first,
                          const uint32_t *goals, uint32_t count, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_joined joined = { 0 };

    *reach = (vcl_reach){ .vertex_count = layers->fold->vertex_count, .goal_count = count };
    TRY(vcl_joined_init(&joined, layers, first, goals, count, err));
    TRY(vcl_order_init(&reach->order, &joined.graph, err));
    TRY(vcl_alloc(&reach->ends, count, sizeof(uint32_t), err));
    for (uint32_t i = 0; i < count; i++) {
        reach->ends[i] = reach->order.part_of[joined.ends[i]];
    }
    /* The first points are those where vertices start. */
    reach->starts = reach->order.part_of;
    reach->order.part_of = NULL;
done:
    vcl_joined_release(&joined);
    return status;
}

vcl_status vcl_reach_init_all(vcl_reach *reach, const vcl_layers *layers, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t count = layers->fold->vertex_count;
    uint32_t *vertices = NULL;

    *reach = (vcl_reach){ 0 };
    TRY(vcl_alloc(&vertices, count, sizeof *vertices, err));
    for (uint32_t i = 0; i < count; i++) {
        vertices[i] = i;
    }
    TRY(vcl_reach_init(reach, layers, false, vertices, count, err));
    reach->ends_of = reach->ends;
    reach->ends = NULL;
    reach->goal_count = 0;
done:
    free(vertices);
    return status;
}

vcl_status vcl_reach_ask(vcl_reach *reach, const uint32_t *goals, uint32_t count, vcl_error *err)
{
    vcl_status status = VCL_OK;

    free(reach->ends);
    reach->goal_count = 0;
    TRY(vcl_alloc(&reach->ends, count, sizeof(uint32_t), err));
    for (uint32_t i = 0; i < count; i++) {
        reach->ends[i] = reach->ends_of[goals[i]];
    }
    reach->goal_count = count;
done:
    return status;
}

void vcl_reach_rest(vcl_reach *reach)
{
    vcl_core_release(&reach->core);
    vcl_twigs_release(&reach->twigs);
}

void vcl_reach_release(vcl_reach *reach)
{
    vcl_reach_rest(reach);
    vcl_order_release(&reach->order);
    free(reach->starts);
    free(reach->ends);
    free(reach->ends_of);
    *reach = (vcl_reach){ 0 };
}

static vcl_status find_core(vcl_reach *reach, vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (reach->core.of_part == NULL) {
        TRY(vcl_twigs_init(&reach->twigs, &reach->order, err));
        TRY(vcl_core_init(&reach->core, &reach->order, &reach->twigs, err));
    }
done:
    return status;
}

/* Hands sums down to whom twigs lead, and asks for those of stems that lead to a twig asked for. */
static void hand_down(const vcl_twigs *twigs, vcl_weights *sums, bool *asked)
{
    for (uint32_t i = 0; i < twigs->count; i++) {
        vcl_twig twig = twigs->twigs[i];
        if (twig.stem != VCL_NONE && twig.leads) {
            vcl_weights_add(sums + twig.stem, sums + twig.part);
        } else if (twig.stem != VCL_NONE && asked[twig.part]) {
            asked[twig.stem] = true;
        }
    }
}

/* Adds the sums of stems to those of the twigs that they lead to. */
static void hand_out(const vcl_twigs *twigs, vcl_weights *sums)
{
    for (uint32_t i = twigs->count; i-- > 0;) {
        vcl_twig twig = twigs->twigs[i];
        if (twig.stem != VCL_NONE && !twig.leads) {
            vcl_weights_add(sums + twig.part, sums + twig.stem);
        }
    }
}

/* The parts of the core that are asked for, arranged, by their numbers there. */
static vcl_status list_asked(vcl_reach *reach, const bool *asked, uint32_t **out, uint32_t *count,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;

    *count = 0;
    TRY(vcl_alloc(out, reach->core.count, sizeof(uint32_t), err));
    for (uint32_t i = 0; i < reach->core.count; i++) {
        if (asked[reach->core.part_of[i]]) {
            (*out)[(*count)++] = i;
        }
    }
    vcl_core_arrange(&reach->core, *out, *count);
done:
    return status;
}

static uint32_t size_of_block(uint32_t first, uint32_t count)
{
    return count - first < VCL_BLOCK_BITS ? count - first : VCL_BLOCK_BITS;
}

/* After a block up to the goal `end` of `count`, which began at `began`: from the first one it is
 * seen how long they all will take. */
static void tell_block(vcl_reach *reach, double began, uint32_t end, uint32_t count)
{
    if (end <= VCL_BLOCK_BITS && end < count) {
        double seconds = vcl_pace_clock() - began;
        vcl_pace_begin(&reach->pace, VCL_STAGE_REACH, seconds * (count - end) / end);
    } else if (count > VCL_BLOCK_BITS) {
        vcl_pace_tell(&reach->pace, (double)end / count);
    }
}

/* Replaces the weights of the parts of the core that are asked for by their sums. */
static vcl_status sum_core(vcl_reach *reach, const bool *asked, vcl_weights *sums, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_core *core = &reach->core;
    vcl_weights *found = NULL;
    uint32_t *goals = NULL;
    uint32_t count = 0;
    double began = 0.0;

    TRY(list_asked(reach, asked, &goals, &count, err));
    TRY(vcl_alloc(&found, count, sizeof *found, err));
    began = vcl_pace_clock();
    for (uint32_t first = 0; first < count; first += VCL_BLOCK_BITS) {
        uint32_t size = size_of_block(first, count);
        vcl_core_run(core, goals + first, size);
        TRY(vcl_columns_sum(core, sums, size, found + first, err));
        tell_block(reach, began, first + size, count);
    }
    for (uint32_t i = 0; i < count; i++) {
        sums[core->part_of[goals[i]]] = found[i];
    }
done:
    free(found);
    free(goals);
    return status;
}

vcl_status vcl_reach_sum(vcl_reach *reach, vcl_weigh *weigh, const void *context, vcl_weights *sums,
                         vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_weights *of_part = NULL;
    bool *asked = NULL;

    TRY(find_core(reach, err));
    TRY(vcl_alloc_written(&of_part, reach->order.part_count, sizeof *of_part, err));
    TRY(vcl_alloc(&asked, reach->order.part_count, sizeof *asked, err));
    for (uint32_t vertex = 0; vertex < reach->vertex_count; vertex++) {
        vcl_weights weights = weigh(context, vertex);
        vcl_weights_add(of_part + reach->starts[vertex], &weights);
    }
    for (uint32_t i = 0; i < reach->goal_count; i++) {
        asked[reach->ends[i]] = true;
    }
    hand_down(&reach->twigs, of_part, asked);
    TRY(sum_core(reach, asked, of_part, err));
    hand_out(&reach->twigs, of_part);
    for (uint32_t i = 0; i < reach->goal_count; i++) {
        sums[i] = of_part[reach->ends[i]];
    }
done:
    free(of_part);
    free(asked);
    return status;
}

/* Replaces the numbers of goals of the parts of the core by those that each reaches. */
static vcl_status count_core(vcl_reach *reach, uint32_t *counts, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_core *core = &reach->core;
    uint32_t *found = NULL;
    bool *asked = NULL;
    uint32_t *goals = NULL;
    uint32_t count = 0;
    double began = 0.0;

    TRY(vcl_alloc(&found, core->count, sizeof *found, err));
    TRY(vcl_alloc(&asked, reach->order.part_count, sizeof *asked, err));
    for (uint32_t part = 0; part < reach->order.part_count; part++) {
        asked[part] = counts[part] > 0;
    }
    TRY(list_asked(reach, asked, &goals, &count, err));
    began = vcl_pace_clock();
    for (uint32_t first = 0; first < count; first += VCL_BLOCK_BITS) {
        uint32_t size = size_of_block(first, count);
        vcl_core_run(core, goals + first, size);
        TRY(vcl_columns_count(core, counts, goals + first, size, found, err));
        tell_block(reach, began, first + size, count);
    }
    for (uint32_t i = 0; i < core->count; i++) {
        counts[core->part_of[i]] = found[i];
    }
done:
    free(found);
    free(asked);
    free(goals);
    return status;
}

vcl_status vcl_reach_count(vcl_reach *reach, uint32_t *counts, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_twigs *twigs = &reach->twigs;
    uint32_t *of_part = NULL;

    TRY(find_core(reach, err));
    TRY(vcl_alloc_written(&of_part, reach->order.part_count, sizeof *of_part, err));
    for (uint32_t i = 0; i < reach->goal_count; i++) {
        of_part[reach->ends[i]]++;
    }
    for (uint32_t i = 0; i < twigs->count; i++) {
        vcl_twig twig = twigs->twigs[i];
        if (twig.stem != VCL_NONE && !twig.leads) {
            of_part[twig.stem] += of_part[twig.part];
        }
    }
    TRY(count_core(reach, of_part, err));
    for (uint32_t i = twigs->count; i-- > 0;) {
        vcl_twig twig = twigs->twigs[i];
        if (twig.stem != VCL_NONE && twig.leads) {
            of_part[twig.part] += of_part[twig.stem];
        }
    }
    for (uint32_t vertex = 0; vertex < reach->vertex_count; vertex++) {
        counts[vertex] = of_part[reach->starts[vertex]];
    }
done:
    free(of_part);
    return status;
}

/* Arcs lead to lower parts, so their sets are known before they are asked for. */
vcl_status vcl_reach_mark(const vcl_reach *reach, const uint64_t *marks, uint64_t *marked,
                          vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_order *order = &reach->order;
    uint64_t *of_part = NULL;

    TRY(vcl_alloc_written(&of_part, order->part_count, sizeof *of_part, err));
    for (uint32_t i = 0; i < reach->goal_count; i++) {
        of_part[reach->ends[i]] |= marks[i];
    }
    for (uint32_t part = 0; part < order->part_count; part++) {
        for (uint32_t i = order->next_start[part]; i < order->next_start[part + 1]; i++) {
            of_part[part] |= of_part[order->next[i]];
        }
    }
    for (uint32_t vertex = 0; vertex < reach->vertex_count; vertex++) {
        marked[vertex] = of_part[reach->starts[vertex]];
    }
done:
    free(of_part);
    return status;
}
