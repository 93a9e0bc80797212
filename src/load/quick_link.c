/* The quick reader of links. */
#include <math.h>
#include <string.h>

#include "load/quick_parts.h"
#include "load/vocabulary.h"

#define PLACE(member) offsetof(vcl_link_record, member)

static const vcl_quick_field fields[] = {
    { "source", vcl_quick_read_id, PLACE(source), NULL, NULL },
    { "target", vcl_quick_read_id, PLACE(target), NULL, NULL },
    { "kind", vcl_quick_read_word, PLACE(kind), &VCL_LINK_KINDS, NULL },
    { "status", vcl_quick_read_word, PLACE(status), &VCL_LINK_STATUSES, NULL },
    { "contract", vcl_quick_read_word, PLACE(contract), &VCL_LINK_CONTRACTS, NULL },
    { "product", vcl_quick_read_link_product, 0, NULL, NULL },
    { "products", vcl_quick_read_link_products, 0, NULL, NULL },
    { "volume_kg", vcl_quick_read_number, PLACE(volume_kg), NULL, &VCL_AMOUNTS },
    { "delivered_kg", vcl_quick_read_number, PLACE(delivered_kg), NULL, &VCL_AMOUNTS },
    { "value", vcl_quick_read_number, PLACE(value), NULL, &VCL_AMOUNTS },
    { "start", vcl_quick_read_date, PLACE(start), NULL, NULL },
    { "end", vcl_quick_read_date, PLACE(end), NULL, NULL },
};

const vcl_quick_shape VCL_QUICK_LINK = { fields, sizeof fields / sizeof fields[0],
                                         vcl_quick_pass_value };

const vcl_link_record VCL_QUICK_BLANK_LINK = {
    .kind = VCL_NO_WORD,
    .status = VCL_LINK_ACTIVE,
    .contract = VCL_NO_WORD,
    .start = VCL_NO_DATE,
    .end = VCL_NO_DATE,
    .volume_kg = (double)NAN,
    .delivered_kg = (double)NAN,
    .value = (double)NAN,
};

/* What was read into link_products: that of `product` at 0, the others behind it. */
static void set_products(const vcl_quick *quick, vcl_link_record *link)
{
    bool has_one = quick->link_products[0].id.size > 0;

    link->products = quick->link_products + !has_one;
    link->product_count += has_one;
}

const char *vcl_quick_link(vcl_quick *quick, const char *at)
{
    vcl_link_record *link = &quick->link;

    memcpy(link, &quick->blank_link, sizeof *link);
    quick->link_products[0] = (vcl_link_product){ .element = VCL_NONE };
    at = vcl_quick_object(quick, &quick->link_habit, at, link);
    if (at == NULL || link->source.size == 0 || link->target.size == 0) {
        return NULL;
    }
    set_products(quick, link);
    link->has_kind = link->kind != VCL_NO_WORD;
    link->kind = link->has_kind ? link->kind : 0;
    link->contract =
        link->contract == VCL_NO_WORD ? VCL_CONTRACT_UNKNOWN : (uint8_t)(link->contract + 1);
    return at;
}
