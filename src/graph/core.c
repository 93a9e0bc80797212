/* Searching the core against the flow of goods, a block of goals at a time. */
#include "graph/core.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"

static void number_parts(vcl_core *core, const vcl_order *order, const vcl_twigs *twigs)
{
    for (uint32_t part = 0; part < order->part_count; part++) {
        core->of_part[part] = twigs->is_twig[part] ? VCL_NONE : core->count++;
    }
}

static void list_parts(vcl_core *core, const vcl_order *order)
{
    for (uint32_t part = 0; part < order->part_count; part++) {
        if (core->of_part[part] != VCL_NONE) {
            core->part_of[core->of_part[part]] = part;
        }
    }
}

/* Calls for each arc between parts of the core: counts it, or places it once starts are ends. */
static void add_arcs(vcl_core *core, const vcl_order *order, bool place)
{
    for (uint32_t part = 0; part < order->part_count; part++) {
        for (uint32_t i = order->next_start[part];
             core->of_part[part] != VCL_NONE && i < order->next_start[part + 1]; i++) {
            uint32_t next = core->of_part[order->next[i]];
            if (next != VCL_NONE && place) {
                core->before[--core->before_start[next]] = core->of_part[part];
            } else if (next != VCL_NONE) {
                core->before_start[next]++;
            }
        }
    }
}

vcl_status vcl_core_init(vcl_core *core, const vcl_order *order, const vcl_twigs *twigs,
                         vcl_error *err)
{
    vcl_status status = VCL_OK;

    *core = (vcl_core){ 0 };
    TRY(vcl_alloc(&core->of_part, order->part_count, sizeof(uint32_t), err));
    number_parts(core, order, twigs);
    TRY(vcl_alloc(&core->part_of, core->count, sizeof(uint32_t), err));
    list_parts(core, order);
    TRY(vcl_alloc(&core->before_start, (size_t)core->count + 1, sizeof(uint32_t), err));
    add_arcs(core, order, false);
    for (uint32_t i = 0; i < core->count; i++) {
        core->before_start[i + 1] += core->before_start[i];
    }
    TRY(vcl_alloc(&core->before, core->before_start[core->count], sizeof(uint32_t), err));
    add_arcs(core, order, true);
    TRY(vcl_alloc(&core->met_in, core->count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&core->at, core->count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&core->path, core->count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&core->met, core->count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&core->bits, core->count, VCL_BLOCK_WORDS * sizeof(uint64_t), err));
done:
    return status;
}

void vcl_core_release(vcl_core *core)
{
    free(core->of_part);
    free(core->part_of);
    free(core->before_start);
    free(core->before);
    free(core->met_in);
    free(core->at);
    free(core->path);
    free(core->met);
    free(core->bits);
    *core = (vcl_core){ 0 };
}

/* Puts a part on the path unless it was met; the path's new length. */
static uint32_t enter(vcl_core *core, uint32_t part, uint32_t length)
{
    if (core->met_in[part] == core->run) {
        return length;
    }
    core->met_in[part] = core->run;
    core->at[part] = core->before_start[part];
    core->path[length] = part;
    return length + 1;
}

/* Meets all who reach `goal` and were not met before. A part is left after all that lead to it. */
static void search(vcl_core *core, uint32_t goal)
{
    uint32_t length = enter(core, goal, 0);

    while (length > 0) {
        uint32_t part = core->path[length - 1];
        if (core->at[part] < core->before_start[part + 1]) {
            length = enter(core, core->before[core->at[part]++], length);
        } else {
            core->at[part] = core->met_count;
            core->met[core->met_count++] = part;
            length--;
        }
    }
}

static void search_all(vcl_core *core, const uint32_t *goals, uint32_t count)
{
    core->run++;
    core->met_count = 0;
    for (uint32_t i = 0; i < count; i++) {
        search(core, goals[i]);
    }
}

void vcl_core_arrange(vcl_core *core, uint32_t *parts, uint32_t count)
{
    uint32_t kept = 0;

    search_all(core, parts, count);
    memset(core->path, 0, core->met_count * sizeof *core->path);
    for (uint32_t i = 0; i < count; i++) {
        core->path[core->at[parts[i]]] = 1;
    }
    for (uint32_t place = 0; place < core->met_count; place++) {
        if (core->path[place] != 0) {
            parts[kept++] = core->met[place];
        }
    }
}

static uint64_t *row_at(vcl_core *core, uint32_t place)
{
    return core->bits + (size_t)place * core->words;
}

const uint64_t *vcl_core_row(const vcl_core *core, uint32_t place)
{
    return core->bits + (size_t)place * core->words;
}

/* Hands the goals that the part at a place reaches on to those who lead to it. */
static void hand_on(vcl_core *core, uint32_t place)
{
    const uint64_t *row = row_at(core, place);
    uint32_t part = core->met[place];

    for (uint32_t i = core->before_start[part]; i < core->before_start[part + 1]; i++) {
        uint64_t *before = row_at(core, core->at[core->before[i]]);
        for (uint32_t word = 0; word < core->words; word++) {
            before[word] |= row[word];
        }
    }
}

void vcl_core_run(vcl_core *core, const uint32_t *goals, uint32_t count)
{
    search_all(core, goals, count);
    core->words = (count + 63) / 64;
    memset(core->bits, 0, (size_t)core->met_count * core->words * sizeof(uint64_t));
    for (uint32_t bit = 0; bit < count; bit++) {
        row_at(core, core->at[goals[bit]])[bit / 64] |= (uint64_t)1 << (bit % 64);
    }
    for (uint32_t place = core->met_count; place-- > 0;) {
        hand_on(core, place);
    }
}
