/* Links: sorted by every field, ignored ones dropped, the others reviewed and indexed by either end. */
#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"
#include "model/building.h"

/* A link among others of one source, with where it stands. */
struct placed {
    vcl_link link;
    uint32_t at;
    vcl_position position;
    vcl_section section;
};

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

/* Compares what links of one source say; 0 for exact duplicates. */
static int compare_links(const vcl_link *a, const vcl_link *b)
{
    int order = compare_numbers(a->target, b->target);

    return order != 0 ? order : compare_numbers(a->terms, b->terms);
}

/* Among exact duplicates the one that stands first in the file comes first. */
static int compare_placed(const void *a, const void *b)
{
    const struct placed *first = a;
    const struct placed *second = b;
    int order = compare_links(&first->link, &second->link);

    order = order != 0 ? order : compare_numbers(first->position.line, second->position.line);
    order = order != 0 ? order : compare_numbers(first->section, second->section);
    return order != 0 ? order : compare_numbers(first->position.index, second->position.index);
}

/* Sorts links of one source. */
static vcl_status sort_group(vcl_builder *builder, uint32_t first, uint32_t end, vcl_array *scratch,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_link *links = builder->chain->links + first;
    uint32_t *link_at = builder->grouped_at + first;
    struct placed *placed = NULL;
    uint32_t sorted = 1;

    while (sorted < end - first && compare_links(links + sorted - 1, links + sorted) < 0) {
        sorted++;
    }
    if (sorted >= end - first) {
        return VCL_OK;
    }
    TRY(vcl_array_resize(scratch, end - first, err));
    placed = scratch->items;
    for (uint32_t i = 0; i < end - first; i++) {
        placed[i] =
            (struct placed){ links[i], link_at[i], vcl_builder_position(builder, link_at[i]),
                             vcl_builder_section(builder, link_at[i]) };
    }
    qsort(placed, end - first, sizeof *placed, compare_placed);
    for (uint32_t i = 0; i < end - first; i++) {
        links[i] = placed[i].link;
        link_at[i] = placed[i].at;
    }
done:
    return status;
}

/* A warning about a link, in whose message the id of its source stands. */
static vcl_status report_link(vcl_builder *builder, uint32_t link, vcl_finding finding,
                              vcl_error *err)
{
    uint32_t at = builder->grouped_at[link];

    finding.value = vcl_actor_id(builder->chain, builder->chain->links[link].source);
    return vcl_builder_report(builder, finding, vcl_builder_section(builder, at),
                              vcl_builder_position(builder, at), NULL, VCL_NONE, err);
}

static vcl_status report_duplicate(vcl_builder *builder, uint32_t link, uint32_t earlier,
                                   vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text line = { 0 };

    vcl_text_add_integer(&line, vcl_builder_position(builder, builder->grouped_at[earlier]).line);
    TRY(vcl_text_status(&line, err));
    TRY(report_link(builder, link,
                    (vcl_finding){ .code = VCL_PROBLEM_DUPLICATE_LINK,
                                   .message = VCL_MSG_DUPLICATE_LINK,
                                   .detail = line.bytes },
                    err));
done:
    vcl_text_release(&line);
    return status;
}

static vcl_status report_self(vcl_builder *builder, uint32_t link, vcl_error *err)
{
    return report_link(builder, link,
                       (vcl_finding){ .code = VCL_PROBLEM_SELF_LINK, .message = VCL_MSG_SELF_LINK },
                       err);
}

/* Grouped links on their way to where they stay. */
struct arranging {
    vcl_builder *builder;
    const uint32_t *rank; /* of their terms */
    vcl_array scratch;
    vcl_review_of_links review;
    size_t next_organisation;
    bool of_farmer; /* is the source at hand one? */
    uint32_t kept; /* so many are there */
    size_t marked; /* so many of chain->out_start are set */
    uint32_t *next; /* by target: how many links it has, then where the next of them goes */
    bool *receives; /* of every VCL_LINKS_STEP actors: does any have links? */
};

/* Puts a link behind those that are kept: it mostly stands there. */
static vcl_status keep_link(struct arranging *arranging, uint32_t number, vcl_error *err)
{
    vcl_builder *builder = arranging->builder;
    vcl_chain *chain = builder->chain;
    vcl_link link = chain->links[number];
    uint32_t to = arranging->kept++;

    chain->links[to] = link;
    builder->grouped_at[to] = builder->grouped_at[number];
    arranging->next[link.target]++;
    arranging->receives[link.target / VCL_LINKS_STEP] = true;
    while (arranging->marked * VCL_LINKS_STEP <= link.source) {
        chain->out_start[arranging->marked++] = to;
    }
    return vcl_review_link(&arranging->review, to, arranging->of_farmer, err);
}

/* Keeps the sorted links [first, end) of one source, without links to themselves and exact
 * duplicates. */
static vcl_status keep_group(struct arranging *arranging, uint32_t first, uint32_t end,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_builder *builder = arranging->builder;
    const vcl_link *links = builder->chain->links;
    uint32_t own = arranging->kept; /* where those of this source begin */

    for (uint32_t i = first; i < end; i++) {
        uint32_t kept = arranging->kept;
        if (links[i].source == links[i].target) {
            TRY(report_self(builder, i, err));
        } else if (kept > own && compare_links(links + kept - 1, links + i) == 0) {
            TRY(report_duplicate(builder, i, kept - 1, err));
        } else {
            TRY(keep_link(arranging, i, err));
        }
    }
done:
    return status;
}

static vcl_status arrange_groups(struct arranging *arranging, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_builder *builder = arranging->builder;
    vcl_link *links = builder->chain->links;
    uint32_t count = builder->chain->link_count;

    for (uint32_t first = 0, end = 0; first < count; first = end) {
        uint32_t source = links[first].source;
        for (; end < count && links[end].source == source; end++) {
            links[end].terms = arranging->rank[links[end].terms];
        }
        arranging->of_farmer =
            !vcl_meets_organisation(builder->chain, source, &arranging->next_organisation);
        if (end - first > 1) { /* most links are the only ones of their sources */
            TRY(sort_group(builder, first, end, &arranging->scratch, err));
        }
        TRY(keep_group(arranging, first, end, err));
    }
    builder->chain->link_count = arranging->kept;
done:
    return status;
}

/* The number of marks in out_start and in_start, their end not counted. */
static size_t count_steps(const vcl_chain *chain)
{
    return (size_t)chain->actor_count / VCL_LINKS_STEP + 1;
}

/* out_start where no more links begin, and out_of. */
static vcl_status mark_links_out(struct arranging *arranging, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_chain *chain = arranging->builder->chain;
    const uint32_t *organisations = chain->organisations.items;

    TRY(vcl_alloc(&chain->out_of, chain->facts.count, sizeof(vcl_span), err));
    while (arranging->marked <= count_steps(chain)) {
        chain->out_start[arranging->marked++] = chain->link_count;
    }
    for (size_t i = 0; i < chain->organisations.count; i++) {
        vcl_span span = vcl_links_out_sought(chain, organisations[i]);
        chain->out_of[chain->actors[organisations[i]].more] = span;
    }
done:
    return status;
}

/* in_start and in_of; next[] changes from counts to places. Only few actors, mostly organisations, have
 * links to them: the memory of the others' counts is never touched. */
static vcl_status mark_links_in(struct arranging *arranging, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_chain *chain = arranging->builder->chain;
    uint32_t *next = arranging->next;
    uint32_t place = 0;

    TRY(vcl_alloc(&chain->in_start, count_steps(chain) + 1, sizeof(uint32_t), err));
    TRY(vcl_alloc(&chain->in_of, chain->facts.count, sizeof(vcl_span), err));
    for (uint32_t step = 0; step < count_steps(chain); step++) {
        uint32_t actor = step * VCL_LINKS_STEP;
        chain->in_start[step] = place;
        for (uint32_t i = 0; arranging->receives[step] && i < VCL_LINKS_STEP; i++, actor++) {
            uint32_t count = next[actor];
            if (count > 0 && chain->actors[actor].kind != VCL_FARMER) {
                chain->in_of[chain->actors[actor].more] = (vcl_span){ place, place + count };
            }
            next[actor] = place;
            place += count;
        }
    }
    chain->in_start[count_steps(chain)] = place;
done:
    return status;
}

/* links_in, by counting, where the order of names stood. */
static vcl_status list_links_in(struct arranging *arranging, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_array *spare = &arranging->builder->spare;
    vcl_chain *chain = arranging->builder->chain;

    TRY(mark_links_in(arranging, err));
    TRY(vcl_array_reserve(spare, chain->link_count, err));
    spare->count = chain->link_count;
    chain->links_in = vcl_array_take(spare);
    for (uint32_t i = 0; i < chain->link_count; i++) {
        chain->links_in[arranging->next[chain->links[i].target]++] = i;
    }
done:
    return status;
}

/* Brings grouped links to where they stay. */
static vcl_status arrange_links(vcl_builder *builder, const uint32_t *rank, vcl_date as_of,
                                vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_chain *chain = builder->chain;
    size_t steps = count_steps(chain);
    struct arranging arranging = { .builder = builder,
                                   .rank = rank,
                                   .review = { builder, as_of, VCL_NONE, true } };

    vcl_array_init(&arranging.scratch, sizeof(struct placed));
    TRY(vcl_alloc(&arranging.next, steps * VCL_LINKS_STEP, sizeof(uint32_t), err));
    TRY(vcl_alloc(&arranging.receives, steps, sizeof(bool), err));
    TRY(vcl_alloc(&chain->out_start, steps + 1, sizeof(uint32_t), err));
    TRY(arrange_groups(&arranging, err));
    TRY(mark_links_out(&arranging, err));
    TRY(list_links_in(&arranging, err));
done:
    vcl_array_release(&arranging.scratch);
    free(arranging.next);
    free(arranging.receives);
    return status;
}

static bool is_input(const vcl_chain *chain, uint32_t link)
{
    return vcl_link_terms(chain, chain->links + link)->treated == VCL_INPUT;
}

/* Unless it has links and all of them are inputs. */
static bool enterprise_buys(const vcl_chain *chain, uint32_t actor)
{
    vcl_span out = vcl_links_out(chain, actor);
    vcl_span in = vcl_links_in(chain, actor);

    for (uint32_t i = out.first; i < out.end; i++) {
        if (!is_input(chain, i)) {
            return true;
        }
    }
    for (uint32_t i = in.first; i < in.end; i++) {
        if (!is_input(chain, chain->links_in[i])) {
            return true;
        }
    }
    return out.first == out.end && in.first == in.end;
}

/* As it is said; else an enterprise may buy, the others do not, nor does a farmer. */
static void fill_buyers(vcl_chain *chain)
{
    const uint32_t *organisations = chain->organisations.items;

    for (size_t i = 0; i < chain->organisations.count; i++) {
        vcl_actor *actor = chain->actors + organisations[i];
        uint8_t said = vcl_actor_facts(chain, organisations[i])->buyer;
        actor->buyer = said == VCL_YES || (said == VCL_UNSTATED && actor->kind == VCL_ENTERPRISE &&
                                           enterprise_buys(chain, organisations[i]));
    }
}

vcl_status vcl_resolve_links(vcl_builder *builder, vcl_date as_of, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_settling settling;

    TRY(vcl_settling_init(&settling, builder, err));
    TRY(vcl_group_links(builder, &settling, err));
    vcl_interns_release(&builder->terms);
    TRY(vcl_settling_sort(&settling, builder->chain, err));
    TRY(arrange_links(builder, settling.rank, as_of, err));
    fill_buyers(builder->chain);
done:
    vcl_settling_release(&settling);
    return status;
}
