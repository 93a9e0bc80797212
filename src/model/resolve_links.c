/* Links: sorted by every field, ignored ones dropped, indexed by either end. */
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

/* Drops links to themselves and exact duplicates from the sorted links [first, end) of one source;
 * the others go to where links[*kept] stands. */
static vcl_status drop_ignored(vcl_builder *builder, uint32_t first, uint32_t end, uint32_t *kept,
                               vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_link *links = builder->chain->links;
    uint32_t own = *kept; /* where those of this source begin */

    for (uint32_t i = first; i < end; i++) {
        if (links[i].source == links[i].target) {
            TRY(report_self(builder, i, err));
        } else if (*kept > own && compare_links(links + *kept - 1, links + i) == 0) {
            TRY(report_duplicate(builder, i, *kept - 1, err));
        } else {
            builder->grouped_at[*kept] = builder->grouped_at[i];
            links[(*kept)++] = links[i];
        }
    }
done:
    return status;
}

/* Sorts the links of every source and drops those that are ignored. */
static vcl_status sort_links(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_chain *chain = builder->chain;
    const vcl_link *links = chain->links;
    uint32_t kept = 0;
    vcl_array scratch;

    vcl_array_init(&scratch, sizeof(struct placed));
    for (uint32_t first = 0, end = 0; first < chain->link_count; first = end) {
        uint32_t source = links[first].source;
        for (end = first + 1; end < chain->link_count && links[end].source == source;) {
            end++;
        }
        TRY(sort_group(builder, first, end, &scratch, err));
        TRY(drop_ignored(builder, first, end, &kept, err));
    }
    chain->link_count = kept;
done:
    vcl_array_release(&scratch);
    return status;
}

/* in_start and in_of; `next` has where the links to each actor begin. */
static vcl_status mark_links_in(vcl_chain *chain, const uint32_t *next, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t steps = (size_t)chain->actor_count / VCL_LINKS_STEP + 1;
    const uint32_t *organisations = chain->organisations.items;

    TRY(vcl_alloc(&chain->in_start, steps + 1, sizeof(uint32_t), err));
    TRY(vcl_alloc(&chain->in_of, chain->facts.count, sizeof(vcl_span), err));
    for (size_t i = 0; i < steps; i++) {
        chain->in_start[i] = next[i * VCL_LINKS_STEP];
    }
    chain->in_start[steps] = chain->link_count;
    for (size_t i = 0; i < chain->organisations.count; i++) {
        uint32_t actor = organisations[i];
        chain->in_of[chain->actors[actor].more] = (vcl_span){ next[actor], next[actor + 1] };
    }
done:
    return status;
}

/* links_in, by counting, and where they begin. */
static vcl_status list_links_in(vcl_chain *chain, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t *next = NULL; /* by target: where its next link goes */

    TRY(vcl_alloc(&next, (size_t)chain->actor_count + 1, sizeof *next, err));
    TRY(vcl_alloc(&chain->links_in, chain->link_count, sizeof(uint32_t), err));
    for (uint32_t i = 0; i < chain->link_count; i++) {
        next[chain->links[i].target + 1]++;
    }
    for (uint32_t i = 0; i < chain->actor_count; i++) {
        next[i + 1] += next[i];
    }
    TRY(mark_links_in(chain, next, err));
    for (uint32_t i = 0; i < chain->link_count; i++) {
        chain->links_in[next[chain->links[i].target]++] = i;
    }
done:
    free(next);
    return status;
}

/* out_start and out_of. */
static vcl_status mark_links_out(vcl_chain *chain, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t steps = (size_t)chain->actor_count / VCL_LINKS_STEP + 1;
    size_t marked = 0;
    const uint32_t *organisations = chain->organisations.items;

    TRY(vcl_alloc(&chain->out_start, steps + 1, sizeof(uint32_t), err));
    TRY(vcl_alloc(&chain->out_of, chain->facts.count, sizeof(vcl_span), err));
    for (uint32_t i = 0; i < chain->link_count; i++) {
        while (marked * VCL_LINKS_STEP <= chain->links[i].source) {
            chain->out_start[marked++] = i;
        }
    }
    while (marked <= steps) {
        chain->out_start[marked++] = chain->link_count;
    }
    for (size_t i = 0; i < chain->organisations.count; i++) {
        vcl_span span = vcl_links_out_sought(chain, organisations[i]);
        chain->out_of[chain->actors[organisations[i]].more] = span;
    }
done:
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

vcl_status vcl_resolve_links(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_group_links(builder, err));
    TRY(sort_links(builder, err));
    TRY(list_links_in(builder->chain, err));
    TRY(mark_links_out(builder->chain, err));
    fill_buyers(builder->chain);
done:
    return status;
}
