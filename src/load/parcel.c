/* Packing records and unpacking them. */
#include "load/parcel.h"

#include <assert.h>
#include <string.h>

#include "base/try.h"
#include "load/parcel_parts.h"

/* The texts of records, in the order in which they are packed. */
static const size_t node_texts[] = {
    offsetof(vcl_node_record, id),     offsetof(vcl_node_record, place),
    offsetof(vcl_node_record, sector), offsetof(vcl_node_record, name),
    offsetof(vcl_node_record, tax_id), offsetof(vcl_node_record, rating),
    offsetof(vcl_node_record, form),   offsetof(vcl_node_record, founded),
};
static const size_t link_texts[] = { offsetof(vcl_link_record, source),
                                     offsetof(vcl_link_record, target) };
static const size_t product_texts[] = { offsetof(vcl_product_record, id),
                                        offsetof(vcl_product_record, name),
                                        offsetof(vcl_product_record, name_en) };
static const size_t place_texts[] = {
    offsetof(vcl_place_record, id),      offsetof(vcl_place_record, name),
    offsetof(vcl_place_record, name_en), offsetof(vcl_place_record, level),
    offsetof(vcl_place_record, parent),
};

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* What stands before a record. */
struct head {
    uint8_t part;
    uint8_t text_count; /* texts of it that are packed */
    uint16_t struct_size; /* bytes of its struct that are */
};

static void pack_struct(struct vcl_packing *packing, struct head head, const void *record,
                        const size_t *texts)
{
    vcl_pack(packing, &head, sizeof head);
    vcl_pack(packing, record, head.struct_size);
    for (size_t i = 0; i < head.text_count; i++) {
        vcl_slice text;
        memcpy(&text, (const char *)record + texts[i], sizeof text);
        vcl_pack_text(packing, text);
    }
}

static void pack_list(struct vcl_packing *packing, const vcl_slice *items, size_t count)
{
    assert(count <= VCL_PARCEL_LIST);
    for (size_t i = 0; i < count; i++) {
        vcl_pack(packing, items + i, sizeof *items);
        vcl_pack_text(packing, items[i]);
    }
}

static void pack_node(struct vcl_packing *packing, const vcl_node_record *node)
{
    struct head head = { VCL_PART_NODES, COUNT_OF(node_texts), sizeof *node };

    assert(node->product_count <= VCL_PARCEL_LIST);
    pack_struct(packing, head, node, node_texts);
    for (size_t i = 0; i < node->product_count; i++) {
        vcl_pack(packing, node->products + i, sizeof *node->products);
        vcl_pack_text(packing, node->products[i].id);
    }
    pack_list(packing, node->certificates, node->certificate_count);
    pack_list(packing, node->requires, node->require_count);
}

static void pack_link(struct vcl_packing *packing, const vcl_link_record *link)
{
    struct head head = { VCL_PART_LINKS, COUNT_OF(link_texts), sizeof *link };

    assert(link->product_count <= VCL_PARCEL_LIST);
    pack_struct(packing, head, link, link_texts);
    for (size_t i = 0; i < link->product_count; i++) {
        vcl_pack(packing, link->products + i, sizeof *link->products);
        vcl_pack_text(packing, link->products[i].id);
    }
}

static void pack_product(struct vcl_packing *packing, const vcl_product_record *product)
{
    struct head head = { VCL_PART_PRODUCTS, COUNT_OF(product_texts), sizeof *product };

    pack_struct(packing, head, product, product_texts);
}

static void pack_place(struct vcl_packing *packing, const vcl_place_record *place)
{
    struct head head = { VCL_PART_PLACES, COUNT_OF(place_texts), sizeof *place };

    pack_struct(packing, head, place, place_texts);
}

bool vcl_parcel_pack(vcl_parcel *parcel, vcl_part part, const void *record)
{
    struct vcl_packing packing = { parcel->bytes + parcel->size, parcel->bytes + VCL_PARCEL };

    switch (part) {
    case VCL_PART_NODES:
        if (vcl_parcel_is_plain_farmer(record)) {
            vcl_parcel_pack_farmer(&packing, record);
        } else {
            pack_node(&packing, record);
        }
        break;
    case VCL_PART_PRODUCTS:
        pack_product(&packing, record);
        break;
    case VCL_PART_PLACES:
        pack_place(&packing, record);
        break;
    default:
        if (vcl_parcel_is_plain_link(record)) {
            vcl_parcel_pack_plain_link(&packing, record);
        } else {
            pack_link(&packing, record);
        }
        break;
    }
    if (packing.at != NULL) {
        parcel->size = (size_t)(packing.at - parcel->bytes);
    }
    return packing.at != NULL;
}

vcl_status vcl_parcel_bypass(vcl_builder *builder, vcl_part part, const void *record,
                             vcl_error *err)
{
    switch (part) {
    case VCL_PART_NODES:
        return vcl_builder_add_node(builder, record, err);
    case VCL_PART_PRODUCTS:
        return vcl_builder_add_product(builder, record, err);
    case VCL_PART_PLACES:
        return vcl_builder_add_place(builder, record, err);
    default:
        return vcl_builder_add_link(builder, record, err);
    }
}

static const char *unpack_struct(const char *at, struct head head, void *out, const size_t *texts)
{
    at = vcl_unpack(at, out, head.struct_size);
    for (size_t i = 0; i < head.text_count; i++) {
        at = vcl_unpack_text(at, (vcl_slice *)(void *)((char *)out + texts[i]));
    }
    return at;
}

static const char *unpack_list(const char *at, vcl_slice *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        at = vcl_unpack(at, items + i, sizeof *items);
        at = vcl_unpack_text(at, items + i);
    }
    return at;
}

static const char *unpack_node(const char *at, struct head head, struct vcl_unpacked *out)
{
    vcl_node_record *node = &out->node;

    at = unpack_struct(at, head, node, node_texts);
    for (size_t i = 0; i < node->product_count; i++) {
        at = vcl_unpack(at, out->node_products + i, sizeof *node->products);
        at = vcl_unpack_text(at, &out->node_products[i].id);
    }
    at = unpack_list(at, out->certificates, node->certificate_count);
    at = unpack_list(at, out->requires, node->require_count);
    node->products = out->node_products;
    node->certificates = out->certificates;
    node->requires = out->requires;
    return at;
}

static const char *unpack_link(const char *at, struct head head, struct vcl_unpacked *out)
{
    vcl_link_record *link = &out->link;

    at = unpack_struct(at, head, link, link_texts);
    for (size_t i = 0; i < link->product_count; i++) {
        at = vcl_unpack(at, out->link_products + i, sizeof *link->products);
        at = vcl_unpack_text(at, &out->link_products[i].id);
    }
    link->products = out->link_products;
    return at;
}

/* What follows the record. */
static const char *unpack_record(const char *at, vcl_part *part, struct vcl_unpacked *out)
{
    struct head head;

    *part = (vcl_part)*at;
    switch (*at) {
    case VCL_PARCEL_FARMER:
        *part = VCL_PART_NODES;
        return vcl_parcel_unpack_farmer(at, out);
    case VCL_PARCEL_PLAIN_LINK:
        *part = VCL_PART_LINKS;
        return vcl_parcel_unpack_plain_link(at, out);
    default:
        break;
    }
    at = vcl_unpack(at, &head, sizeof head);
    switch (head.part) {
    case VCL_PART_NODES:
        return unpack_node(at, head, out);
    case VCL_PART_PRODUCTS:
        return unpack_struct(at, head, &out->product, product_texts);
    case VCL_PART_PLACES:
        return unpack_struct(at, head, &out->place, place_texts);
    default:
        return unpack_link(at, head, out);
    }
}

vcl_status vcl_parcel_unpack(vcl_parcel *parcel, vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct vcl_unpacked record;
    vcl_part part = VCL_PART_UNKNOWN;
    const char *at = parcel->bytes;
    const char *end = at + parcel->size;

    while (at < end) {
        at = unpack_record(at, &part, &record);
        TRY(vcl_parcel_bypass(builder, part, &record.node, err));
    }
done:
    parcel->size = 0;
    return status;
}
