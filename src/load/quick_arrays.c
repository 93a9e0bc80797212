/* Arrays within plain records: products and certificates. Those with more than VCL_QUICK_LIST elements
 * are refused, and so are products listed twice, which deserve a warning. */
#include <math.h>
#include <string.h>

#include "load/quick_parts.h"
#include "load/quick_text.h"
#include "load/vocabulary.h"

const char *vcl_quick_long_space(vcl_quick *quick, const char *at)
{
    while (quick->end - at >= VCL_QUICK_ROOM &&
           (*at == ' ' || *at == '\t' || *at == '\r' || (*at == '\n' && !quick->in_lines))) {
        quick->lines += *at == '\n';
        at++;
    }
    return quick->end - at >= VCL_QUICK_ROOM ? at : NULL;
}

/* Passes the opening bracket and white space; NULL where there is none. */
static const char *open_array(vcl_quick *quick, const char *at)
{
    return *at == '[' ? vcl_quick_space(quick, at + 1) : NULL;
}

/* Behind an element: passes a comma and white space, or stays at the closing bracket. NULL where
 * there is neither. */
static const char *next_element(vcl_quick *quick, const char *at)
{
    at = at == NULL ? NULL : vcl_quick_space(quick, at);
    if (at == NULL || *at == ']') {
        return at;
    }
    at = *at == ',' ? vcl_quick_space(quick, at + 1) : NULL;
    return at != NULL && *at != ']' ? at : NULL;
}

/* Empty ones are not kept. */
static const char *read_texts(vcl_quick *quick, const char *at, vcl_slice items[VCL_QUICK_LIST],
                              size_t *count)
{
    *count = 0;
    at = open_array(quick, at);
    while (at != NULL && *at != ']') {
        if (*count == VCL_QUICK_LIST) {
            return NULL;
        }
        at = next_element(quick, vcl_quick_text(quick, at, items + *count));
        *count += items[*count].size > 0;
    }
    return at == NULL ? NULL : at + 1;
}

const char *vcl_quick_read_certificates(vcl_quick *quick, const char *at, vcl_quick_slot *slot,
                                        void *record)
{
    vcl_node_record *node = record;

    (void)slot;
    node->certificates = quick->certificates;
    return read_texts(quick, at, quick->certificates, &node->certificate_count);
}

const char *vcl_quick_read_requires(vcl_quick *quick, const char *at, vcl_quick_slot *slot,
                                    void *record)
{
    vcl_node_record *node = record;

    (void)slot;
    node->requires = quick->requires;
    return read_texts(quick, at, quick->requires, &node->require_count);
}

static bool is_listed(const vcl_node_product *products, size_t count, vcl_slice id)
{
    while (count > 0 && !vcl_slice_equal(products[count - 1].id, id)) {
        count--;
    }
    return count > 0;
}

static const vcl_node_product blank_product = { .output_kg = (double)NAN,
                                                .demand_kg = (double)NAN };

/* An id, or an object with one. */
static const char *read_product(vcl_quick *quick, const char *at, vcl_node_product *product)
{
    *product = blank_product;
    product->is_object = *at == '{';
    if (!product->is_object) {
        return vcl_quick_product_id(quick, at, &product->id);
    }
    at = vcl_quick_object(quick, &quick->listed_habit, at, product);
    return product->id.size > 0 ? at : NULL;
}

/* The products of a list that was seen. */
static const char *take_list(vcl_quick *quick, const char *at, const vcl_quick_value *list,
                             vcl_node_record *node)
{
    for (size_t i = 0; i < list->id_count; i++) {
        quick->node_products[i] = blank_product;
        quick->node_products[i].id = (vcl_slice){ at + list->ids[i].begin, list->ids[i].size };
    }
    node->products = quick->node_products;
    node->product_count = list->id_count;
    node->products_seen = list->number;
    quick->lines += list->run.lines;
    return at + list->run.size;
}

/* Does a list hold few ids and nothing else? */
static bool may_see(const vcl_node_record *node)
{
    bool may = node->product_count <= VCL_QUICK_SEEN_IDS;

    for (size_t i = 0; i < node->product_count && may; i++) {
        may = !node->products[i].is_object;
    }
    return may;
}

static void see_list(vcl_quick_value *list, const char *begin, const char *end,
                     vcl_node_record *node)
{
    if (!may_see(node) || !vcl_quick_see(list, begin, end)) {
        return;
    }
    vcl_quick_run_count_lines(&list->run, begin);
    for (size_t i = 0; i < node->product_count; i++) {
        list->ids[i].begin = (uint8_t)(node->products[i].id.bytes - begin);
        list->ids[i].size = (uint8_t)node->products[i].id.size;
    }
    list->id_count = (uint32_t)node->product_count;
    node->products_seen = list->number;
}

static const char *read_list(vcl_quick *quick, const char *at, vcl_node_record *node)
{
    vcl_node_product *products = quick->node_products;
    size_t count = 0;

    at = open_array(quick, at);
    while (at != NULL && *at != ']') {
        if (count == VCL_QUICK_LIST) {
            return NULL;
        }
        at = next_element(quick, read_product(quick, at, products + count));
        if (at == NULL || is_listed(products, count, products[count].id)) {
            return NULL;
        }
        count++;
    }
    node->products = products;
    node->product_count = count;
    return at == NULL ? NULL : at + 1;
}

const char *vcl_quick_read_node_products(vcl_quick *quick, const char *at, vcl_quick_slot *slot,
                                         void *record)
{
    vcl_quick_value *list = vcl_quick_seen_at(&quick->lists, at);
    size_t scratch_size = quick->scratch_size;
    const char *begin = at;

    (void)slot;
    if (vcl_quick_run_fits(&list->run, at)) {
        return take_list(quick, at, list, record);
    }
    at = read_list(quick, at, record);
    if (at != NULL && quick->scratch_size == scratch_size) { /* no escapes */
        see_list(list, begin, at, record);
    }
    return at;
}

/* The one of `product` comes first, wherever it stands. */
const char *vcl_quick_read_link_product(vcl_quick *quick, const char *at, vcl_quick_slot *slot,
                                        void *record)
{
    (void)slot;
    (void)record;
    return vcl_quick_product_id(quick, at, &quick->link_products[0].id);
}

static bool is_named(const vcl_link_product *products, size_t count, vcl_slice id)
{
    while (count > 0 && !vcl_slice_equal(products[count - 1].id, id)) {
        count--;
    }
    return count > 0;
}

const char *vcl_quick_read_link_products(vcl_quick *quick, const char *at, vcl_quick_slot *slot,
                                         void *record)
{
    vcl_link_record *link = record;
    vcl_link_product *products = quick->link_products + 1;
    size_t count = 0;

    (void)slot;
    at = open_array(quick, at);
    while (at != NULL && *at != ']') {
        if (count == VCL_QUICK_LIST) {
            return NULL;
        }
        products[count].element = (uint32_t)count;
        at = next_element(quick, vcl_quick_product_id(quick, at, &products[count].id));
        if (at == NULL || is_named(products, count, products[count].id)) {
            return NULL;
        }
        count++;
    }
    link->product_count = count;
    return at == NULL ? NULL : at + 1;
}

/* Certified products by their stars, each a digit. */
static const char *read_ocop(vcl_quick *quick, const char *at, vcl_quick_slot *slot, void *record)
{
    vcl_node_product *product = record;
    size_t count = 0;

    (void)slot;
    at = open_array(quick, at);
    while (at != NULL && *at != ']') {
        if (*at < '1' || *at > '5' || count++ == VCL_QUICK_LIST) {
            return NULL;
        }
        product->ocop[*at - '0']++;
        at = next_element(quick, at + 1);
    }
    return at == NULL ? NULL : at + 1;
}

static const vcl_quick_field listed_fields[] = {
    { "product", vcl_quick_read_product_id, offsetof(vcl_node_product, id), NULL, NULL },
    { "output_kg", vcl_quick_read_number, offsetof(vcl_node_product, output_kg), NULL,
      &VCL_AMOUNTS },
    { "demand_kg", vcl_quick_read_number, offsetof(vcl_node_product, demand_kg), NULL,
      &VCL_AMOUNTS },
    { "ocop", read_ocop, 0, NULL, NULL },
};

const vcl_quick_shape VCL_QUICK_LISTED = { listed_fields, 4, vcl_quick_pass_value };
