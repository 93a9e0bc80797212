/* Terms of links in the end, sorted by every field. */
#include <stdlib.h>

#include "base/amount.h"
#include "base/memory.h"
#include "base/try.h"
#include "model/building.h"

/* Terms to be sorted by what they say. */
struct ranked {
    vcl_terms terms;
    uint32_t number;
};

vcl_status vcl_settling_init(vcl_settling *settling, const vcl_builder *builder, vcl_error *err)
{
    *settling = (vcl_settling){ .raw = builder->terms.items.items };
    vcl_interns_init(&settling->settled, sizeof(vcl_terms));
    return vcl_alloc(&settling->variants, builder->terms.items.count * VCL_VARIANTS,
                     sizeof(uint32_t), err);
}

void vcl_settling_release(vcl_settling *settling)
{
    vcl_interns_release(&settling->settled);
    free(settling->variants);
    free(settling->rank);
    *settling = (vcl_settling){ 0 };
}

vcl_status vcl_settle_anew(vcl_settling *settling, uint32_t raw, uint8_t inferred, bool sells,
                           uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_terms terms = settling->raw[raw];

    terms.kind = terms.kind == VCL_KIND_UNSTATED ? inferred : terms.kind;
    terms.treated = sells ? terms.kind : VCL_INPUT;
    TRY(vcl_interns_number(&settling->settled, &terms, out, err));
    settling->variants[(size_t)raw * VCL_VARIANTS + inferred * 2 + sells] = *out + 1;
done:
    return status;
}

static int compare_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int compare_ranked(const void *first, const void *second)
{
    const vcl_terms *a = &((const struct ranked *)first)->terms;
    const vcl_terms *b = &((const struct ranked *)second)->terms;
    const int64_t whole[][2] = {
        { a->kind, b->kind },         { a->products, b->products }, { a->status, b->status },
        { a->contract, b->contract }, { a->start, b->start },       { a->end, b->end },
    };
    int order = 0;

    for (size_t i = 0; i < sizeof whole / sizeof *whole && order == 0; i++) {
        order = compare_numbers(whole[i][0], whole[i][1]);
    }
    order = order != 0 ? order : vcl_amount_compare(a->volume_kg, b->volume_kg);
    order = order != 0 ? order : vcl_amount_compare(a->delivered_kg, b->delivered_kg);
    order = order != 0 ? order : vcl_amount_compare(a->value, b->value);
    return order != 0 ? order : compare_numbers(a->treated, b->treated);
}

vcl_status vcl_settling_sort(vcl_settling *settling, vcl_chain *chain, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_terms *terms = settling->settled.items.items;
    size_t count = settling->settled.items.count;
    struct ranked *order = NULL;

    TRY(vcl_alloc(&order, count, sizeof *order, err));
    TRY(vcl_alloc(&settling->rank, count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&chain->terms, count, sizeof *chain->terms, err));
    for (size_t i = 0; i < count; i++) {
        order[i] = (struct ranked){ terms[i], (uint32_t)i };
    }
    if (count > 0) {
        qsort(order, count, sizeof *order, compare_ranked);
    }
    for (size_t i = 0; i < count; i++) {
        chain->terms[i] = order[i].terms;
        settling->rank[order[i].number] = (uint32_t)i;
    }
done:
    free(order);
    return status;
}
