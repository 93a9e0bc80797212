/* Warnings about the chain as a whole: links that contradict what is told of their ends. */
#include "base/try.h"
#include "model/building.h"
#include "model/carried.h"
#include "model/state.h"

/* A link under review. */
struct reviewed {
    const vcl_link *link;
    const vcl_terms *terms;
    const vcl_actor *source;
    const vcl_actor *target;
    uint32_t at; /* where its record stands */
};

static struct reviewed reviewed_link(const vcl_builder *builder, uint32_t number)
{
    const vcl_chain *chain = builder->chain;
    const vcl_link *link = chain->links + number;

    return (struct reviewed){ .link = link,
                              .terms = vcl_link_terms(chain, link),
                              .source = chain->actors + link->source,
                              .target = chain->actors + link->target,
                              .at = builder->grouped_at[number] };
}

static vcl_status report_link(vcl_builder *builder, uint32_t at, vcl_finding finding,
                              const char *field, vcl_error *err)
{
    return vcl_builder_report(builder, finding, vcl_builder_section(builder, at),
                              vcl_builder_position(builder, at), field, VCL_NONE, err);
}

/* A warning about a link, in whose message the ids of both ends stand. */
static vcl_status warn_of_link(vcl_builder *builder, const struct reviewed *reviewed,
                               vcl_problem_code code, vcl_message message, vcl_error *err)
{
    const vcl_chain *chain = builder->chain;

    if (!vcl_problems_wants(builder->problems, code)) { /* finding the ids takes its time */
        vcl_problems_count_more(builder->problems, code, 1);
        return VCL_OK;
    }
    return report_link(builder, reviewed->at,
                       (vcl_finding){ .code = code,
                                      .message = message,
                                      .value = vcl_actor_id(chain, reviewed->link->source),
                                      .detail = vcl_actor_id(chain, reviewed->link->target) },
                       NULL, err);
}

static vcl_status review_direction(vcl_builder *builder, const struct reviewed *reviewed,
                                   vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint8_t kind = reviewed->terms->kind;
    uint8_t source = reviewed->source->kind;
    uint8_t target = reviewed->target->kind;

    if (kind == VCL_SUPPLY && source == VCL_ENTERPRISE && target <= VCL_COOPERATIVE) {
        TRY(warn_of_link(builder, reviewed, VCL_PROBLEM_UPSTREAM_SUPPLY, VCL_MSG_UPSTREAM_SUPPLY,
                         err));
    }
    if (kind == VCL_MEMBERSHIP && target == VCL_ENTERPRISE) {
        TRY(warn_of_link(builder, reviewed, VCL_PROBLEM_DOWNWARD_MEMBERSHIP,
                         VCL_MSG_ENTERPRISE_MEMBERSHIP, err));
    }
    if (kind == VCL_MEMBERSHIP && source != VCL_ENTERPRISE && source > target) {
        TRY(warn_of_link(builder, reviewed, VCL_PROBLEM_DOWNWARD_MEMBERSHIP,
                         VCL_MSG_DOWNWARD_MEMBERSHIP, err));
    }
done:
    return status;
}

static bool stands_in_a_layer(const vcl_chain *chain, const struct reviewed *reviewed)
{
    vcl_carried carried = vcl_carried_by(&chain->sets, reviewed->terms->products,
                                         reviewed->source->products, reviewed->target->products);

    return vcl_carried_any(&carried);
}

/* Of parallel links, which stand next to each other, those that carry the same stand in the same
 * layers. */
static bool is_like(const vcl_chain *chain, const struct reviewed *reviewed, uint32_t other)
{
    const vcl_link *link = chain->links + other;

    return other != VCL_NONE && link->source == reviewed->link->source &&
           link->target == reviewed->link->target &&
           vcl_link_terms(chain, link)->products == reviewed->terms->products;
}

static vcl_status review_supply(vcl_review_of_links *review, const struct reviewed *reviewed,
                                vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_builder *builder = review->builder;
    const vcl_chain *chain = builder->chain;

    if (reviewed->terms->kind == VCL_SUPPLY && !reviewed->source->sells) {
        TRY(warn_of_link(builder, reviewed, VCL_PROBLEM_SUPPLY_FROM_NON_SELLER,
                         VCL_MSG_SUPPLY_FROM_NON_SELLER, err));
    }
    if (reviewed->terms->treated != VCL_SUPPLY || reviewed->source->status != VCL_ACTIVE ||
        reviewed->target->status != VCL_ACTIVE ||
        !vcl_terms_are_current(reviewed->terms, review->as_of)) {
        return VCL_OK;
    }
    if (!is_like(chain, reviewed, review->last)) {
        review->stands = stands_in_a_layer(chain, reviewed);
        review->last = (uint32_t)(reviewed->link - chain->links);
    }
    if (!review->stands) {
        TRY(warn_of_link(builder, reviewed, VCL_PROBLEM_PRODUCTS_UNHANDLED,
                         VCL_MSG_PRODUCTS_UNHANDLED, err));
    }
done:
    return status;
}

static vcl_status review_dates(vcl_builder *builder, const struct reviewed *reviewed,
                               vcl_error *err)
{
    const vcl_terms *terms = reviewed->terms;
    char start[VCL_DATE_SIZE];
    char end[VCL_DATE_SIZE];

    if (terms->start == VCL_NO_DATE || terms->end == VCL_NO_DATE || terms->start <= terms->end) {
        return VCL_OK;
    }
    vcl_date_format(terms->start, start);
    vcl_date_format(terms->end, end);
    return report_link(builder, reviewed->at,
                       (vcl_finding){ .code = VCL_PROBLEM_END_BEFORE_START,
                                      .message = VCL_MSG_END_BEFORE_START,
                                      .value = end,
                                      .detail = start },
                       "end", err);
}

static bool has_date(const vcl_terms *terms)
{
    return terms->start != VCL_NO_DATE || terms->end != VCL_NO_DATE;
}

vcl_status vcl_review_any_link(vcl_review_of_links *review, uint32_t number, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct reviewed reviewed = reviewed_link(review->builder, number);

    TRY(review_direction(review->builder, &reviewed, err));
    TRY(review_supply(review, &reviewed, err));
    TRY(review_dates(review->builder, &reviewed, err));
done:
    return status;
}

/* One warning for the dataset, at the first link that bears a date. */
static vcl_status review_as_of(vcl_builder *builder, vcl_date as_of, vcl_error *err)
{
    const vcl_chain *chain = builder->chain;
    uint32_t first = 0; /* where a link stands */

    for (uint32_t i = 0; i < chain->link_count && as_of == VCL_NO_DATE; i++) {
        uint32_t at = builder->grouped_at[i];
        if (has_date(vcl_link_terms(chain, chain->links + i)) &&
            (first == 0 || vcl_position_before(vcl_builder_position(builder, at),
                                               vcl_builder_position(builder, first)))) {
            first = at;
        }
    }
    if (first == 0) {
        return VCL_OK;
    }
    return report_link(builder, first,
                       (vcl_finding){ .code = VCL_PROBLEM_DATES_WITHOUT_AS_OF,
                                      .message = VCL_MSG_DATES_WITHOUT_AS_OF },
                       NULL, err);
}

static bool is_current(const vcl_chain *chain, uint32_t link, vcl_date as_of)
{
    return vcl_terms_are_current(vcl_link_terms(chain, chain->links + link), as_of);
}

static bool has_current_link(const vcl_chain *chain, uint32_t actor, vcl_date as_of)
{
    vcl_span out = vcl_links_out(chain, actor);
    vcl_span in = vcl_links_in(chain, actor);

    for (uint32_t i = out.first; i < out.end; i++) {
        if (is_current(chain, i, as_of)) {
            return true;
        }
    }
    for (uint32_t i = in.first; i < in.end; i++) {
        if (is_current(chain, chain->links_in[i], as_of)) {
            return true;
        }
    }
    return false;
}

static vcl_status review_suspended(vcl_builder *builder, uint32_t actor, vcl_date as_of,
                                   vcl_error *err)
{
    const vcl_chain *chain = builder->chain;

    if (chain->actors[actor].status != VCL_SUSPENDED || !has_current_link(chain, actor, as_of)) {
        return VCL_OK;
    }
    return vcl_builder_report(builder,
                              (vcl_finding){ .code = VCL_PROBLEM_SUSPENDED_WITH_LINKS,
                                             .message = VCL_MSG_SUSPENDED_WITH_LINKS,
                                             .value = vcl_actor_id(chain, actor) },
                              VCL_SECTION_NODES,
                              vcl_builder_position(builder, builder->actor_at[actor]), "status",
                              VCL_NONE, err);
}

/* Where all farmers are active only organisations need a look. */
static vcl_status review_actors(vcl_builder *builder, vcl_date as_of, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = builder->chain;
    const uint32_t *organisations = chain->organisations.items;

    for (uint32_t i = 0; chain->idle_farmers > 0 && i < chain->actor_count; i++) {
        TRY(review_suspended(builder, i, as_of, err));
    }
    for (size_t i = 0; chain->idle_farmers == 0 && i < chain->organisations.count; i++) {
        TRY(review_suspended(builder, organisations[i], as_of, err));
    }
done:
    return status;
}

vcl_status vcl_review(vcl_builder *builder, vcl_date as_of, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(review_as_of(builder, as_of, err));
    TRY(review_actors(builder, as_of, err));
    TRY(vcl_twins_report(builder, err));
done:
    return status;
}
