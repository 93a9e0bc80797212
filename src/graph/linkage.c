/* Linkage, the first that fits; and for those covered, whether their output has found its buyers. */
#include "graph/linkage.h"

#include <math.h>
#include <stdlib.h>

#include "base/amount.h"
#include "base/memory.h"
#include "base/try.h"
#include "model/carried.h"

/* What is contracted of a product by the actor being looked at. */
struct contracted {
    double kg;
    bool some; /* a supply link to a buyer */
    bool unknown; /* a link that does not say how much of this product alone it takes */
};

struct judging {
    vcl_linkages *linkages;
    const vcl_coverage *coverage;
    const vcl_fold *fold;
    const vcl_state *state;
    const vcl_chain *chain;
    struct contracted *contracted; /* by product */
};

const char *vcl_linkage_word(vcl_linkage linkage)
{
    static const char *const words[] = {
        NULL,     "isolated",         "product_gap",    "volume_gap",
        "linked", "product_mismatch", "buyer_inactive", "upcoming",
        "lapsed", "dead_end",         "no_buyer",
    };

    return words[linkage];
}

bool vcl_linkage_is_covered(vcl_linkage linkage)
{
    return linkage == VCL_PRODUCT_GAP || linkage == VCL_VOLUME_GAP || linkage == VCL_LINKED;
}

/* Of the active organisations. */
static bool is_judged(const vcl_actor *record)
{
    return record->kind != VCL_ENTERPRISE && record->sells && !record->buyer;
}

static bool is_isolated(const vcl_chain *chain, uint32_t actor)
{
    vcl_span out = vcl_links_out(chain, actor);
    vcl_span in = vcl_links_in(chain, actor);

    for (uint32_t i = out.first; i < out.end; i++) {
        if (vcl_link_terms(chain, chain->links + i)->treated != VCL_INPUT) {
            return false;
        }
    }
    for (uint32_t i = in.first; i < in.end; i++) {
        if (vcl_link_terms(chain, chain->links + chain->links_in[i])->treated != VCL_INPUT) {
            return false;
        }
    }
    return true;
}

/* What a link out says of an actor that is not covered; VCL_NO_BUYER where it says nothing. */
static vcl_linkage judge_link(const struct judging *judging, const vcl_link *link)
{
    const vcl_actor *target = judging->chain->actors + link->target;
    const vcl_terms *terms = vcl_link_terms(judging->chain, link);
    vcl_date as_of = judging->state->as_of;
    bool current = vcl_terms_are_current(terms, as_of);
    bool starts_later = as_of != VCL_NO_DATE && terms->start != VCL_NO_DATE && terms->start > as_of;

    if (terms->treated == VCL_SUPPLY && target->buyer && current) {
        return vcl_bits_has(judging->state->active, link->target) ? VCL_PRODUCT_MISMATCH
                                                                  : VCL_BUYER_INACTIVE;
    }
    if (terms->treated == VCL_SUPPLY && target->buyer && terms->status == VCL_LINK_ACTIVE &&
        starts_later && (terms->end == VCL_NO_DATE || terms->end >= terms->start)) {
        return VCL_UPCOMING;
    }
    if (terms->treated == VCL_SUPPLY && target->buyer &&
        (terms->status != VCL_LINK_ACTIVE ||
         (as_of != VCL_NO_DATE && terms->end != VCL_NO_DATE && terms->end < as_of))) {
        return VCL_LAPSED;
    }
    if (terms->treated != VCL_INPUT && current && target->kind != VCL_FARMER) {
        return VCL_DEAD_END;
    }
    return VCL_NO_BUYER;
}

/* The order of the values is the order in which they are looked for. */
static vcl_linkage judge_uncovered(const struct judging *judging, uint32_t actor)
{
    const vcl_chain *chain = judging->chain;
    vcl_span out = vcl_links_out(chain, actor);
    vcl_linkage found = VCL_NO_BUYER;

    for (uint32_t i = out.first; i < out.end; i++) {
        vcl_linkage linkage = judge_link(judging, chain->links + i);
        found = linkage < found ? linkage : found;
    }
    return found;
}

static bool has_product_gap(const struct judging *judging, uint32_t actor)
{
    vcl_set set = vcl_sets_at(&judging->chain->sets, judging->chain->actors[actor].products);

    for (uint32_t i = 0; i < set.count; i++) {
        if (vcl_coverage_for(judging->coverage, judging->fold->of_actor[actor], set.items[i]) ==
            0) {
            return true;
        }
    }
    return false;
}

/* Adds a link that carries goods to what is contracted of the products in whose layers it stands. */
static void add_link(struct judging *judging, const vcl_link *link)
{
    const vcl_chain *chain = judging->chain;
    const vcl_actor *target = chain->actors + link->target;
    const vcl_terms *terms = vcl_link_terms(chain, link);
    vcl_carried carried = vcl_carried_by(&chain->sets, terms->products,
                                         chain->actors[link->source].products, target->products);
    bool says_how_much = terms->treated == VCL_SUPPLY && target->buyer &&
                         vcl_sets_at(&chain->sets, terms->products).count == 1 &&
                         !isnan(terms->volume_kg);

    for (uint32_t i = 0; i < carried.candidates.count; i++) {
        struct contracted *contracted = judging->contracted + carried.candidates.items[i];
        if (!vcl_carried_has(&carried, carried.candidates.items[i])) {
            continue;
        }
        if (says_how_much) {
            contracted->kg = vcl_amount_add(contracted->kg, terms->volume_kg);
            contracted->some = true;
        } else {
            contracted->unknown = true;
        }
    }
}

/* Output above what is contracted, 0 where there is none or it is not known. */
static double surplus_of(struct judging *judging, uint32_t actor)
{
    const vcl_chain *chain = judging->chain;
    vcl_set set = vcl_sets_at(&chain->sets, chain->actors[actor].products);
    vcl_span out = vcl_links_out(chain, actor);
    double surplus_kg = 0.0;

    for (uint32_t i = 0; i < set.count; i++) {
        judging->contracted[set.items[i]] = (struct contracted){ 0 };
    }
    for (uint32_t i = out.first; set.count > 0 && i < out.end; i++) {
        if (vcl_bits_has(judging->state->carries, i)) {
            add_link(judging, chain->links + i);
        }
    }
    for (uint32_t i = 0; i < set.count; i++) {
        const struct contracted *contracted = judging->contracted + set.items[i];
        const vcl_amount *amount = vcl_chain_amount(chain, actor, set.items[i]);
        if (amount != NULL && !isnan(amount->output_kg) && contracted->some &&
            !contracted->unknown &&
            vcl_amount_round(amount->output_kg) > vcl_amount_round(contracted->kg)) {
            surplus_kg = vcl_amount_add(surplus_kg, amount->output_kg - contracted->kg);
        }
    }
    return surplus_kg;
}

static vcl_linkage judge(struct judging *judging, uint32_t actor)
{
    uint32_t vertex = judging->fold->of_actor[actor];

    if (is_isolated(judging->chain, actor)) {
        return VCL_ISOLATED;
    }
    if ((judging->coverage->any[vertex] & VCL_COVERED) == 0) {
        return judge_uncovered(judging, actor);
    }
    if (has_product_gap(judging, actor)) {
        return VCL_PRODUCT_GAP;
    }
    judging->linkages->surplus_kg[actor] = surplus_of(judging, actor);
    return judging->linkages->surplus_kg[actor] > 0.0 ? VCL_VOLUME_GAP : VCL_LINKED;
}

vcl_status vcl_linkages_init(vcl_linkages *linkages, const vcl_coverage *coverage, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_fold *fold = coverage->layers->fold;
    const vcl_chain *chain = fold->state->chain;
    struct judging judging = { .linkages = linkages,
                               .coverage = coverage,
                               .fold = fold,
                               .state = fold->state,
                               .chain = chain };

    *linkages = (vcl_linkages){ 0 };
    TRY(vcl_alloc(&linkages->of_actor, chain->actor_count, sizeof(uint8_t), err));
    TRY(vcl_alloc(&linkages->surplus_kg, chain->actor_count, sizeof(double), err));
    TRY(vcl_alloc(&judging.contracted, chain->product_count, sizeof *judging.contracted, err));
    for (uint32_t vertex = 0; vertex < fold->organisation_count; vertex++) {
        uint32_t actor = fold->vertices[vertex].actor;
        if (is_judged(chain->actors + actor)) {
            linkages->of_actor[actor] = (uint8_t)judge(&judging, actor);
        }
    }
done:
    free(judging.contracted);
    return status;
}

void vcl_linkages_release(vcl_linkages *linkages)
{
    free(linkages->of_actor);
    free(linkages->surplus_kg);
    *linkages = (vcl_linkages){ 0 };
}
