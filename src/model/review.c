/* Warnings about the chain as a whole: links that contradict what is told of their ends. */
#include "base/try.h"
#include "model/building.h"
#include "model/carried.h"
#include "model/state.h"

/* A warning about a link, in whose message the ids of both ends stand. */
static vcl_status warn_of_link(vcl_builder *builder, const vcl_link *link, vcl_problem_code code,
                               vcl_message message, vcl_error *err)
{
    const vcl_chain *chain = builder->chain;

    return vcl_builder_report(builder,
                              (vcl_finding){ .code = code,
                                             .message = message,
                                             .value = vcl_actor_id(chain, link->source),
                                             .detail = vcl_actor_id(chain, link->target) },
                              link->in_edges ? VCL_SECTION_EDGES : VCL_SECTION_LINKS, link->at,
                              NULL, VCL_NONE, err);
}

static vcl_status review_direction(vcl_builder *builder, const vcl_link *link, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_kind source = (vcl_kind)builder->chain->actors[link->source].kind;
    vcl_kind target = (vcl_kind)builder->chain->actors[link->target].kind;

    if (link->kind == VCL_SUPPLY && source == VCL_ENTERPRISE && target <= VCL_COOPERATIVE) {
        TRY(warn_of_link(builder, link, VCL_PROBLEM_UPSTREAM_SUPPLY, VCL_MSG_UPSTREAM_SUPPLY, err));
    }
    if (link->kind == VCL_MEMBERSHIP && target == VCL_ENTERPRISE) {
        TRY(warn_of_link(builder, link, VCL_PROBLEM_DOWNWARD_MEMBERSHIP,
                         VCL_MSG_ENTERPRISE_MEMBERSHIP, err));
    }
    if (link->kind == VCL_MEMBERSHIP && source != VCL_ENTERPRISE && source > target) {
        TRY(warn_of_link(builder, link, VCL_PROBLEM_DOWNWARD_MEMBERSHIP,
                         VCL_MSG_DOWNWARD_MEMBERSHIP, err));
    }
done:
    return status;
}

static bool stands_in_a_layer(const vcl_chain *chain, const vcl_link *link)
{
    vcl_carried carried =
        vcl_carried_by(&chain->sets, link->products, chain->actors[link->source].products,
                       chain->actors[link->target].products);

    return vcl_carried_any(&carried);
}

/* Parallel links stand next to each other, and those that carry the same in the same layers. */
static bool is_like(const vcl_link *link, const vcl_link *other)
{
    return link->source == other->source && link->target == other->target &&
           link->products == other->products;
}

static vcl_status review_supply(vcl_builder *builder, const vcl_link *link, vcl_date as_of,
                                bool stands, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = builder->chain;
    const vcl_actor *source = chain->actors + link->source;
    const vcl_actor *target = chain->actors + link->target;

    if (link->kind == VCL_SUPPLY && !source->sells) {
        TRY(warn_of_link(builder, link, VCL_PROBLEM_SUPPLY_FROM_NON_SELLER,
                         VCL_MSG_SUPPLY_FROM_NON_SELLER, err));
    }
    if (link->treated == VCL_SUPPLY && source->status == VCL_ACTIVE &&
        target->status == VCL_ACTIVE && vcl_link_is_current(link, as_of) && !stands) {
        TRY(warn_of_link(builder, link, VCL_PROBLEM_PRODUCTS_UNHANDLED, VCL_MSG_PRODUCTS_UNHANDLED,
                         err));
    }
done:
    return status;
}

static vcl_status review_dates(vcl_builder *builder, const vcl_link *link, vcl_error *err)
{
    char start[VCL_DATE_SIZE];
    char end[VCL_DATE_SIZE];

    if (link->start == VCL_NO_DATE || link->end == VCL_NO_DATE || link->start <= link->end) {
        return VCL_OK;
    }
    vcl_date_format(link->start, start);
    vcl_date_format(link->end, end);
    return vcl_builder_report(builder,
                              (vcl_finding){ .code = VCL_PROBLEM_END_BEFORE_START,
                                             .message = VCL_MSG_END_BEFORE_START,
                                             .value = end,
                                             .detail = start },
                              link->in_edges ? VCL_SECTION_EDGES : VCL_SECTION_LINKS, link->at,
                              "end", VCL_NONE, err);
}

/* One warning for the dataset, at the first link that bears a date. */
static vcl_status review_as_of(vcl_builder *builder, vcl_date as_of, vcl_error *err)
{
    const vcl_chain *chain = builder->chain;
    const vcl_link *first = NULL;

    for (uint32_t i = 0; i < chain->link_count && as_of == VCL_NO_DATE; i++) {
        const vcl_link *link = chain->links + i;
        if ((link->start != VCL_NO_DATE || link->end != VCL_NO_DATE) &&
            (first == NULL || vcl_position_before(link->at, first->at))) {
            first = link;
        }
    }
    if (first == NULL) {
        return VCL_OK;
    }
    return vcl_builder_report(builder,
                              (vcl_finding){ .code = VCL_PROBLEM_DATES_WITHOUT_AS_OF,
                                             .message = VCL_MSG_DATES_WITHOUT_AS_OF },
                              first->in_edges ? VCL_SECTION_EDGES : VCL_SECTION_LINKS, first->at,
                              NULL, VCL_NONE, err);
}

static bool has_current_link(const vcl_chain *chain, uint32_t actor, vcl_date as_of)
{
    for (uint32_t i = chain->links_out[actor]; i < chain->links_out[actor + 1]; i++) {
        if (vcl_link_is_current(chain->links + i, as_of)) {
            return true;
        }
    }
    for (uint32_t i = chain->links_in_start[actor]; i < chain->links_in_start[actor + 1]; i++) {
        if (vcl_link_is_current(chain->links + chain->links_in[i], as_of)) {
            return true;
        }
    }
    return false;
}

static vcl_status review_suspended(vcl_builder *builder, vcl_date as_of, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = builder->chain;

    for (uint32_t i = 0; i < chain->actor_count; i++) {
        const vcl_actor *actor = chain->actors + i;
        if (actor->status == VCL_SUSPENDED && has_current_link(chain, i, as_of)) {
            TRY(vcl_builder_report(builder,
                                   (vcl_finding){ .code = VCL_PROBLEM_SUSPENDED_WITH_LINKS,
                                                  .message = VCL_MSG_SUSPENDED_WITH_LINKS,
                                                  .value = vcl_actor_id(chain, i) },
                                   VCL_SECTION_NODES,
                                   vcl_builder_position(builder, builder->actor_at[i]), "status",
                                   VCL_NONE, err));
        }
    }
done:
    return status;
}

vcl_status vcl_review(vcl_builder *builder, vcl_date as_of, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = builder->chain;
    bool stands = true;

    for (uint32_t i = 0; i < chain->link_count; i++) {
        if (i == 0 || !is_like(chain->links + i, chain->links + i - 1)) {
            stands = stands_in_a_layer(chain, chain->links + i);
        }
        TRY(review_direction(builder, chain->links + i, err));
        TRY(review_supply(builder, chain->links + i, as_of, stands, err));
        TRY(review_dates(builder, chain->links + i, err));
    }
    TRY(review_as_of(builder, as_of, err));
    TRY(review_suspended(builder, as_of, err));
    for (int names = 0; names < 2; names++) {
        TRY(vcl_review_twins(builder, VCL_SECTION_NODES, names != 0, err));
        TRY(vcl_review_twins(builder, VCL_SECTION_PLACES, names != 0, err));
    }
done:
    return status;
}
