/* The careful reader of the products that nodes and links list. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "load/careful_parts.h"
#include "load/vocabulary.h"

static void check_ocop(vcl_node_product *product, vcl_field field)
{
    if (!vcl_field_is_array(field)) {
        return;
    }
    for (size_t i = 0; i < json_array_size(field.value); i++) {
        double star = vcl_field_integer(vcl_field_element(&field, i), VCL_STARS);
        if (!isnan(star) && product->ocop[(size_t)star] < UINT16_MAX) {
            product->ocop[(size_t)star]++;
        }
    }
}

static vcl_node_product check_product(vcl_field field)
{
    vcl_node_product product = { .output_kg = (double)NAN, .demand_kg = (double)NAN };

    product.is_object = json_is_object(field.value);
    if (product.is_object) {
        vcl_field_require(&field, "product");
        product.id = vcl_field_product_id(vcl_field_at(&field, "product"));
        product.output_kg = vcl_field_number(vcl_field_at(&field, "output_kg"), VCL_AMOUNTS);
        product.demand_kg = vcl_field_number(vcl_field_at(&field, "demand_kg"), VCL_AMOUNTS);
        check_ocop(&product, vcl_field_at(&field, "ocop"));
    } else if (json_is_array(field.value) || json_is_boolean(field.value) ||
               json_is_null(field.value)) {
        vcl_field_report(&field, VCL_PROBLEM_WRONG_TYPE, VCL_MSG_NOT_PRODUCT, NULL);
    } else {
        product.id = vcl_field_product_id(field);
    }
    return product;
}

/* Any order that brings equal ids together, the earlier first. */
static int compare_listed(const void *left, const void *right)
{
    const vcl_listed_product *a = left;
    const vcl_listed_product *b = right;
    int order = (a->id.size > b->id.size) - (a->id.size < b->id.size);

    if (order == 0 && a->id.size > 0) {
        order = memcmp(a->id.bytes, b->id.bytes, a->id.size);
    }
    return order != 0 ? order : (a->index > b->index) - (a->index < b->index);
}

static void report_repeated(const vcl_field *list, size_t index)
{
    vcl_field element = vcl_field_element(list, index);

    if (json_is_object(element.value)) {
        vcl_field id = vcl_field_at(&element, "product");
        vcl_field_report(&id, VCL_PROBLEM_REPEATED_PRODUCT, VCL_MSG_REPEATED_PRODUCT, NULL);
    } else {
        vcl_field_report(&element, VCL_PROBLEM_REPEATED_PRODUCT, VCL_MSG_REPEATED_PRODUCT, NULL);
    }
}

/* Equal ids are neighbours once sorted, so a long list costs no square. */
static void warn_repeated(vcl_careful *careful, const vcl_field *list)
{
    vcl_listed_product *listed = careful->listed.items;
    size_t count = careful->listed.count;

    if (count > 1) {
        qsort(listed, count, sizeof *listed, compare_listed);
    }
    for (size_t i = 1; i < count; i++) {
        if (vcl_slice_equal(listed[i - 1].id, listed[i].id)) {
            report_repeated(list, listed[i].index);
        }
    }
}

static void note_listed(vcl_careful *careful, const vcl_field *list, vcl_slice id, size_t index)
{
    vcl_listed_product listed = { id, index };

    if (id.size > 0) {
        vcl_careful_keep(list, &careful->listed, &listed);
    }
}

void vcl_careful_node_products(vcl_careful *careful, const vcl_field *node)
{
    vcl_field list = vcl_field_at(node, "products");

    careful->node_products.count = 0;
    careful->listed.count = 0;
    if (!vcl_field_is_array(list)) {
        return;
    }
    for (size_t i = 0; i < json_array_size(list.value); i++) {
        vcl_node_product product = check_product(vcl_field_element(&list, i));
        vcl_careful_keep(&list, &careful->node_products, &product);
        note_listed(careful, &list, product.id, i);
    }
    warn_repeated(careful, &list);
}

static void keep_link_product(vcl_careful *careful, vcl_field field, vcl_slice id, uint32_t element)
{
    vcl_link_product product = { id, element };

    if (id.size > 0) {
        vcl_careful_keep(&field, &careful->link_products, &product);
    }
}

void vcl_careful_link_products(vcl_careful *careful, const vcl_field *link)
{
    vcl_field single = vcl_field_at(link, "product");
    vcl_field list = vcl_field_at(link, "products");

    careful->link_products.count = 0;
    careful->listed.count = 0;
    keep_link_product(careful, single, vcl_field_product_id(single), VCL_NONE);
    if (!vcl_field_is_array(list)) {
        return;
    }
    for (size_t i = 0; i < json_array_size(list.value); i++) {
        vcl_slice id = vcl_field_product_id(vcl_field_element(&list, i));
        keep_link_product(careful, list, id, (uint32_t)i);
        note_listed(careful, &list, id, i);
    }
    warn_repeated(careful, &list);
}
