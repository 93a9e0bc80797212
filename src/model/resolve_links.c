/* Links: kinds inferred, ignored ones dropped, sorted by every field, indexed by either end. */
#include <stdlib.h>
#include <string.h>

#include "base/amount.h"
#include "base/error.h"
#include "base/try.h"
#include "model/building.h"

/* A membership where both ends are in farmer < group < cooperative < union and the source ranks
 * lower, else a supply. */
static uint8_t inferred_kind(const vcl_actor *source, const vcl_actor *target)
{
    bool upward = target->kind != VCL_ENTERPRISE && source->kind < target->kind;

    return upward ? VCL_MEMBERSHIP : VCL_SUPPLY;
}

static void fill_kinds(vcl_builder *builder)
{
    vcl_link *links = builder->links.items;
    const vcl_actor *actors = builder->chain->actors;

    for (size_t i = 0; i < builder->links.count; i++) {
        const vcl_actor *source = actors + links[i].source;
        if (links[i].kind == VCL_KIND_UNSTATED) {
            links[i].kind = inferred_kind(source, actors + links[i].target);
        }
        links[i].treated = source->sells ? links[i].kind : VCL_INPUT;
    }
}

static int compare_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

/* Compares what links say; 0 for exact duplicates. */
static int compare_fields(const vcl_link *a, const vcl_link *b)
{
    const int64_t whole[][2] = {
        { a->source, b->source },     { a->target, b->target }, { a->kind, b->kind },
        { a->products, b->products }, { a->status, b->status }, { a->contract, b->contract },
        { a->start, b->start },       { a->end, b->end },
    };
    int order = 0;

    for (size_t i = 0; i < sizeof whole / sizeof *whole && order == 0; i++) {
        order = compare_numbers(whole[i][0], whole[i][1]);
    }
    order = order != 0 ? order : vcl_amount_compare(a->volume_kg, b->volume_kg);
    order = order != 0 ? order : vcl_amount_compare(a->delivered_kg, b->delivered_kg);
    return order != 0 ? order : vcl_amount_compare(a->value, b->value);
}

/* Among exact duplicates the one that stands first in the file comes first. */
static int compare_links(const void *a, const void *b)
{
    const vcl_link *first = a;
    const vcl_link *second = b;
    int order = compare_fields(first, second);

    order = order != 0 ? order : compare_numbers(first->at.line, second->at.line);
    order = order != 0 ? order : compare_numbers(first->in_edges, second->in_edges);
    return order != 0 ? order : compare_numbers(first->at.index, second->at.index);
}

static vcl_section section_of(const vcl_link *link)
{
    return link->in_edges ? VCL_SECTION_EDGES : VCL_SECTION_LINKS;
}

static vcl_status report_duplicate(vcl_builder *builder, const vcl_link *link,
                                   const vcl_link *earlier, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text line = { 0 };

    vcl_text_add_integer(&line, earlier->at.line);
    TRY(vcl_text_status(&line, err));
    TRY(vcl_builder_report(builder,
                           (vcl_finding){ .code = VCL_PROBLEM_DUPLICATE_LINK,
                                          .message = VCL_MSG_DUPLICATE_LINK,
                                          .value = vcl_actor_id(builder->chain, link->source),
                                          .detail = line.bytes },
                           section_of(link), link->at, NULL, VCL_NONE, err));
done:
    vcl_text_release(&line);
    return status;
}

static vcl_status report_self(vcl_builder *builder, const vcl_link *link, vcl_error *err)
{
    return vcl_builder_report(builder,
                              (vcl_finding){ .code = VCL_PROBLEM_SELF_LINK,
                                             .message = VCL_MSG_SELF_LINK,
                                             .value = vcl_actor_id(builder->chain, link->source) },
                              section_of(link), link->at, NULL, VCL_NONE, err);
}

/* Drops links to themselves and, from sorted links, exact duplicates. */
static vcl_status drop_ignored(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_link *links = builder->links.items;
    size_t kept = 0;

    for (size_t i = 0; i < builder->links.count; i++) {
        if (links[i].source == links[i].target) {
            TRY(report_self(builder, links + i, err));
        } else if (kept > 0 && compare_fields(links + kept - 1, links + i) == 0) {
            TRY(report_duplicate(builder, links + i, links + kept - 1, err));
        } else {
            links[kept++] = links[i];
        }
    }
    builder->links.count = kept;
    vcl_array_trim(&builder->links);
done:
    return status;
}

/* links_out, links_in_start and links_in by counting. */
static vcl_status index_links(vcl_chain *chain, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t *next = NULL;

    TRY(vcl_alloc(&chain->links_out, (size_t)chain->actor_count + 1, sizeof(uint32_t), err));
    TRY(vcl_alloc(&chain->links_in_start, (size_t)chain->actor_count + 1, sizeof(uint32_t), err));
    TRY(vcl_alloc(&chain->links_in, chain->link_count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&next, (size_t)chain->actor_count + 1, sizeof(uint32_t), err));
    for (uint32_t i = 0; i < chain->link_count; i++) {
        chain->links_out[chain->links[i].source + 1]++;
        chain->links_in_start[chain->links[i].target + 1]++;
    }
    for (uint32_t i = 0; i < chain->actor_count; i++) {
        chain->links_out[i + 1] += chain->links_out[i];
        chain->links_in_start[i + 1] += chain->links_in_start[i];
        next[i + 1] = chain->links_in_start[i + 1];
    }
    for (uint32_t i = 0; i < chain->link_count; i++) {
        chain->links_in[next[chain->links[i].target]++] = i;
    }
done:
    free(next);
    return status;
}

/* An enterprise buys unless it has links and all of them are inputs; the others do not. */
static void fill_buyers(vcl_chain *chain)
{
    for (uint32_t i = 0; i < chain->actor_count; i++) {
        chain->actors[i].buyer = chain->actors[i].kind == VCL_ENTERPRISE &&
                                 chain->links_out[i] == chain->links_out[i + 1] &&
                                 chain->links_in_start[i] == chain->links_in_start[i + 1];
    }
    for (uint32_t i = 0; i < chain->link_count; i++) {
        const vcl_link *link = chain->links + i;
        if (link->treated != VCL_INPUT) {
            vcl_actor *source = chain->actors + link->source;
            vcl_actor *target = chain->actors + link->target;
            source->buyer = source->buyer || source->kind == VCL_ENTERPRISE;
            target->buyer = target->buyer || target->kind == VCL_ENTERPRISE;
        }
    }
    for (uint32_t i = 0; i < chain->actor_count; i++) {
        const vcl_facts *facts = vcl_actor_facts(chain, i);
        if (facts != NULL && facts->buyer != VCL_UNSTATED) {
            chain->actors[i].buyer = facts->buyer == VCL_YES;
        }
    }
}

vcl_status vcl_resolve_links(vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_chain *chain = builder->chain;

    fill_kinds(builder);
    if (builder->links.count > 0) {
        qsort(builder->links.items, builder->links.count, sizeof(vcl_link), compare_links);
    }
    TRY(drop_ignored(builder, err));
    chain->links = builder->links.items;
    chain->link_count = (uint32_t)builder->links.count;
    vcl_array_init(&builder->links, sizeof(vcl_link));
    TRY(index_links(chain, err));
    fill_buyers(chain);
done:
    return status;
}
