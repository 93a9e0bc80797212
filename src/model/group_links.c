/* Links brought into the order of their sources: where they are, if few are out of turn, else to
 * where counting says that they belong. */
#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"
#include "model/building.h"

/* A link out of turn. */
struct aside {
    vcl_link link;
    uint32_t at; /* where its record stands */
};

/* One link of so many is few. */
enum { FEW = 8 };

/* Farmers, who are many, mostly come in the order of their ids, and so do their links. */
static bool is_in_turn(const vcl_builder *builder, const vcl_link *link, uint32_t last)
{
    return link->source >= last && builder->chain->actors[link->source].kind == VCL_FARMER;
}

static size_t count_aside(const vcl_builder *builder)
{
    const vcl_link *links = builder->naming.links.items;
    uint32_t last = 0;
    size_t count = 0;

    for (size_t i = 0; i < builder->naming.links.count; i++) {
        bool in_turn = is_in_turn(builder, links + i, last);
        last = in_turn ? links[i].source : last;
        count += in_turn ? 0 : 1;
    }
    return count;
}

/* Moves those out of turn to `aside` and the others together; how many these are. */
static size_t set_aside(vcl_builder *builder, struct aside *aside)
{
    vcl_link *links = builder->naming.links.items;
    uint32_t *link_at = builder->naming.link_at.items;
    uint32_t last = 0;
    size_t kept = 0;

    for (size_t i = 0; i < builder->naming.links.count; i++) {
        if (is_in_turn(builder, links + i, last)) {
            last = links[i].source;
            links[kept] = links[i];
            link_at[kept++] = link_at[i];
        } else {
            *aside++ = (struct aside){ links[i], link_at[i] };
        }
    }
    return kept;
}

static int compare_aside(const void *a, const void *b)
{
    uint32_t first = ((const struct aside *)a)->link.source;
    uint32_t second = ((const struct aside *)b)->link.source;

    return (first > second) - (first < second);
}

/* Merges `left` links of `aside`, sorted, into the first `kept`, from the end. */
static void merge(vcl_builder *builder, size_t kept, const struct aside *aside, size_t left)
{
    vcl_link *links = builder->naming.links.items;
    uint32_t *link_at = builder->naming.link_at.items;

    while (left > 0) {
        size_t to = kept + left - 1;
        if (kept > 0 && links[kept - 1].source > aside[left - 1].link.source) {
            kept--;
            links[to] = links[kept];
            link_at[to] = link_at[kept];
        } else {
            left--;
            links[to] = aside[left].link;
            link_at[to] = aside[left].at;
        }
    }
}

/* `out_of_turn` of them; there are some others. */
static vcl_status group_in_place(vcl_builder *builder, size_t out_of_turn, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct aside *aside = NULL;
    size_t kept = 0;

    TRY(vcl_alloc(&aside, out_of_turn, sizeof *aside, err));
    kept = set_aside(builder, aside);
    qsort(aside, out_of_turn, sizeof *aside, compare_aside);
    merge(builder, kept, aside, out_of_turn);
    builder->chain->links = vcl_array_take(&builder->naming.links);
    builder->grouped_at = vcl_array_take(&builder->naming.link_at);
done:
    free(aside);
    return status;
}

static vcl_status group_by_counting(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t actors = builder->chain->actor_count;
    size_t count = builder->naming.links.count;
    const vcl_link *links = builder->naming.links.items;
    const uint32_t *link_at = builder->naming.link_at.items;
    uint32_t *next = NULL; /* by source: where its next link goes */

    TRY(vcl_alloc(&next, (size_t)actors + 1, sizeof *next, err));
    TRY(vcl_alloc(&builder->chain->links, count, sizeof(vcl_link), err));
    TRY(vcl_alloc(&builder->grouped_at, count, sizeof(uint32_t), err));
    for (size_t i = 0; i < count; i++) {
        next[links[i].source + 1]++;
    }
    for (uint32_t i = 0; i < actors; i++) {
        next[i + 1] += next[i];
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t to = next[links[i].source]++;
        builder->chain->links[to] = links[i];
        builder->grouped_at[to] = link_at[i];
    }
    vcl_array_release(&builder->naming.links);
    vcl_array_release(&builder->naming.link_at);
done:
    free(next);
    return status;
}

vcl_status vcl_group_links(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t count = builder->naming.links.count;
    size_t out_of_turn = count_aside(builder);

    TRY(out_of_turn < count / FEW ? group_in_place(builder, out_of_turn, err)
                                  : group_by_counting(builder, err));
    builder->chain->link_count = (uint32_t)count;
done:
    return status;
}
