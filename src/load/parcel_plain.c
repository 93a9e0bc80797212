/* Plain records take few bytes: what one thread writes the other must fetch. */
#include <math.h>

#include "load/parcel_parts.h"

struct farmer {
    uint8_t what; /* VCL_PARCEL_FARMER */
    uint8_t status;
    uint8_t sells;
    uint8_t product_count;
    uint8_t id_size;
    uint8_t place_size;
    uint8_t sector_size;
    uint8_t unused;
    uint32_t count;
    vcl_position at;
};

struct plain_link {
    uint8_t what; /* VCL_PARCEL_PLAIN_LINK */
    uint8_t source_size;
    uint8_t target_size;
    uint8_t kind;
    uint8_t status;
    uint8_t contract;
    bool has_kind;
    bool in_edges;
    vcl_position at;
};

static bool is_short(vcl_slice text)
{
    return text.size <= VCL_SHORT_ID;
}

bool vcl_parcel_is_plain_farmer(const vcl_node_record *node)
{
    bool is_plain = node->kind == VCL_FARMER && is_short(node->id) && is_short(node->place) &&
                    is_short(node->sector);

    for (size_t i = 0; i < node->product_count && is_plain; i++) {
        is_plain = !node->products[i].is_object && is_short(node->products[i].id);
    }
    return is_plain;
}

void vcl_parcel_pack_farmer(struct vcl_packing *packing, const vcl_node_record *node)
{
    struct farmer farmer = { .what = VCL_PARCEL_FARMER,
                             .status = node->status,
                             .sells = node->sells,
                             .product_count = (uint8_t)node->product_count,
                             .id_size = (uint8_t)node->id.size,
                             .place_size = (uint8_t)node->place.size,
                             .sector_size = (uint8_t)node->sector.size,
                             .count = node->count,
                             .at = node->at };

    vcl_pack(packing, &farmer, sizeof farmer);
    vcl_pack_text(packing, node->id);
    vcl_pack_text(packing, node->place);
    vcl_pack_text(packing, node->sector);
    for (size_t i = 0; i < node->product_count; i++) {
        uint8_t size = (uint8_t)node->products[i].id.size;
        vcl_pack(packing, &size, sizeof size);
        vcl_pack_text(packing, node->products[i].id);
    }
}

/* What the builder does not keep of farmers is left unstated. */
const char *vcl_parcel_unpack_farmer(const char *at, struct vcl_unpacked *out)
{
    struct farmer farmer;

    at = vcl_unpack(at, &farmer, sizeof farmer);
    out->node = (vcl_node_record){ .at = farmer.at,
                                   .id.size = farmer.id_size,
                                   .kind = VCL_FARMER,
                                   .status = farmer.status,
                                   .sells = farmer.sells,
                                   .count = farmer.count,
                                   .members = VCL_NONE,
                                   .place.size = farmer.place_size,
                                   .sector.size = farmer.sector_size,
                                   .products = out->node_products,
                                   .product_count = farmer.product_count };
    at = vcl_unpack_text(at, &out->node.id);
    at = vcl_unpack_text(at, &out->node.place);
    at = vcl_unpack_text(at, &out->node.sector);
    for (size_t i = 0; i < farmer.product_count; i++) {
        out->node_products[i] = (vcl_node_product){ .id.size = (uint8_t)*at,
                                                    .output_kg = (double)NAN,
                                                    .demand_kg = (double)NAN };
        at = vcl_unpack_text(at + 1, &out->node_products[i].id);
    }
    return at;
}

bool vcl_parcel_is_plain_link(const vcl_link_record *link)
{
    return link->product_count == 0 && link->start == VCL_NO_DATE && link->end == VCL_NO_DATE &&
           isnan(link->volume_kg) && isnan(link->delivered_kg) && isnan(link->value) &&
           is_short(link->source) && is_short(link->target);
}

void vcl_parcel_pack_plain_link(struct vcl_packing *packing, const vcl_link_record *link)
{
    struct plain_link plain = { .what = VCL_PARCEL_PLAIN_LINK,
                                .source_size = (uint8_t)link->source.size,
                                .target_size = (uint8_t)link->target.size,
                                .kind = link->kind,
                                .status = link->status,
                                .contract = link->contract,
                                .has_kind = link->has_kind,
                                .in_edges = link->in_edges,
                                .at = link->at };

    vcl_pack(packing, &plain, sizeof plain);
    vcl_pack_text(packing, link->source);
    vcl_pack_text(packing, link->target);
}

const char *vcl_parcel_unpack_plain_link(const char *at, struct vcl_unpacked *out)
{
    struct plain_link plain;

    at = vcl_unpack(at, &plain, sizeof plain);
    out->link = (vcl_link_record){ .at = plain.at,
                                   .in_edges = plain.in_edges,
                                   .source.size = plain.source_size,
                                   .target.size = plain.target_size,
                                   .has_kind = plain.has_kind,
                                   .kind = plain.kind,
                                   .status = plain.status,
                                   .contract = plain.contract,
                                   .start = VCL_NO_DATE,
                                   .end = VCL_NO_DATE,
                                   .volume_kg = (double)NAN,
                                   .delivered_kg = (double)NAN,
                                   .value = (double)NAN };
    at = vcl_unpack_text(at, &out->link.source);
    return vcl_unpack_text(at, &out->link.target);
}
