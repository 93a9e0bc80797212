/* Links brought into the order of their sources: where they are, if few are out of turn, else to
 * where counting says that they belong. */
#include <stdlib.h>
#include <string.h>

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

struct grouping {
    vcl_builder *builder;
    vcl_array aside; /* of struct aside */
    size_t most; /* so many go there; with more links are in no order */
    size_t first; /* links in turn are [first, end), */
    size_t end;
    uint32_t last; /* and this is the source of the last */
};

/* Farmers, who are many, mostly come in the order of their ids, and so do their links. */
static bool is_in_turn(const struct grouping *grouping, const vcl_link *link)
{
    return link->source >= grouping->last &&
           grouping->builder->chain->actors[link->source].kind == VCL_FARMER;
}

/* Those aside that come before a link, the first in turn: room for them is left in front of it, for
 * organisations often come before all farmers. */
static size_t room_in_front(const struct grouping *grouping, const vcl_link *link)
{
    const struct aside *aside = grouping->aside.items;
    size_t room = 0;

    for (size_t i = 0; i < grouping->aside.count; i++) {
        room += aside[i].link.source < link->source ? 1 : 0;
    }
    return room;
}

static void keep_in_turn(struct grouping *grouping, vcl_link link, uint32_t at)
{
    vcl_naming *naming = &grouping->builder->naming;

    if (grouping->end == 0) {
        grouping->first = room_in_front(grouping, &link);
        grouping->end = grouping->first;
    }
    ((vcl_link *)naming->links.items)[grouping->end] = link;
    ((uint32_t *)naming->link_at.items)[grouping->end++] = at;
    grouping->last = link.source;
}

/* Turns names into actors, drops links of which an end is unknown, settles terms, sets links out of
 * turn aside while there is room, and moves the others together. */
static vcl_status take_links(struct grouping *grouping, vcl_settling *settling, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_naming *naming = &grouping->builder->naming;
    const vcl_actor *actors = grouping->builder->chain->actors;
    const uint32_t *actor_of = grouping->builder->actor_of;
    const vcl_link *links = naming->links.items;
    const uint32_t *link_at = naming->link_at.items;

    for (size_t i = 0; i < naming->links.count; i++) {
        vcl_link link = { actor_of[links[i].source], actor_of[links[i].target], links[i].terms };
        if (link.source == VCL_NONE || link.target == VCL_NONE) {
            continue;
        }
        TRY(vcl_settle(settling, actors + link.source, actors + link.target, &link, err));
        if (grouping->aside.count < grouping->most && !is_in_turn(grouping, &link)) {
            TRY(vcl_array_add(&grouping->aside, &(struct aside){ link, link_at[i] }, err));
        } else {
            keep_in_turn(grouping, link, link_at[i]);
        }
    }
done:
    return status;
}

static int compare_aside(const void *a, const void *b)
{
    uint32_t first = ((const struct aside *)a)->link.source;
    uint32_t second = ((const struct aside *)b)->link.source;

    return (first > second) - (first < second);
}

/* The end of those among links [low, high) whose source is at most that, sought from the end in steps
 * that grow: links of organisations mostly stand together. */
static size_t end_of_source(const vcl_link *links, size_t low, size_t high, uint32_t source)
{
    for (size_t step = 1; step <= high - low; step *= 2) {
        if (links[high - step].source <= source) {
            low = high - step + 1;
            break;
        }
        high -= step;
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (links[middle].source <= source) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* Merges those aside, sorted, into the others, from the end: these move together. There is room, for
 * all were among them. */
static void merge(struct grouping *grouping)
{
    vcl_naming *naming = &grouping->builder->naming;
    vcl_link *links = naming->links.items;
    uint32_t *link_at = naming->link_at.items;
    size_t first = grouping->first;
    size_t end = grouping->end;

    for (size_t left = grouping->aside.count; left > 0; left--) {
        const struct aside *aside = (const struct aside *)grouping->aside.items + left - 1;
        size_t behind = end_of_source(links, first, end, aside->link.source);
        size_t to = behind - first + left;
        if (to != behind) {
            memmove(links + to, links + behind, (end - behind) * sizeof *links);
            memmove(link_at + to, link_at + behind, (end - behind) * sizeof *link_at);
        }
        links[to - 1] = aside->link;
        link_at[to - 1] = aside->at;
        end = behind;
    }
}

static void group_in_place(struct grouping *grouping)
{
    vcl_builder *builder = grouping->builder;
    size_t count = builder->chain->link_count;

    if (grouping->aside.count > 0) {
        qsort(grouping->aside.items, grouping->aside.count, sizeof(struct aside), compare_aside);
    }
    merge(grouping);
    builder->naming.links.count = count;
    builder->naming.link_at.count = count;
    builder->chain->links = vcl_array_take(&builder->naming.links);
    builder->grouped_at = vcl_array_take(&builder->naming.link_at);
}

/* Puts those aside to the others, in front of them and behind. */
static void put_back(struct grouping *grouping)
{
    vcl_naming *naming = &grouping->builder->naming;
    const struct aside *aside = grouping->aside.items;

    for (size_t i = 0; i < grouping->aside.count; i++) {
        size_t to = i < grouping->first ? i : grouping->end++;
        ((vcl_link *)naming->links.items)[to] = aside[i].link;
        ((uint32_t *)naming->link_at.items)[to] = aside[i].at;
    }
}

static vcl_status group_by_counting(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t actors = builder->chain->actor_count;
    size_t count = builder->chain->link_count;
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

vcl_status vcl_group_links(vcl_builder *builder, vcl_settling *settling, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct grouping grouping = { .builder = builder, .most = builder->naming.links.count / FEW };

    vcl_array_init(&grouping.aside, sizeof(struct aside));
    TRY(take_links(&grouping, settling, err));
    free(builder->actor_of);
    builder->actor_of = NULL;
    builder->chain->link_count = (uint32_t)(grouping.end - grouping.first + grouping.aside.count);
    if (grouping.aside.count < grouping.most) {
        group_in_place(&grouping);
    } else {
        put_back(&grouping);
        TRY(group_by_counting(builder, err));
    }
done:
    vcl_array_release(&grouping.aside);
    return status;
}
