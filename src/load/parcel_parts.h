/* The parts of packing: any record (parcel.c), and the many that are plain (parcel_plain.c). */
#ifndef LOAD_PARCEL_PARTS_H
#define LOAD_PARCEL_PARTS_H

#include <string.h>

#include "base/short_id.h"
#include "load/parcel.h"

/* The first byte of a record is its part, or one of these. */
enum { VCL_PARCEL_FARMER = VCL_PART_LINE + 1, VCL_PARCEL_PLAIN_LINK };

/* Where the next bytes go; NULL once there was no room. */
struct vcl_packing {
    char *at;
    const char *end; /* of the room */
};

/* Is there room for `size` bytes more? */
static inline bool vcl_has_room(struct vcl_packing *packing, size_t size)
{
    if (packing->at != NULL && size > (size_t)(packing->end - packing->at)) {
        packing->at = NULL;
    }
    return packing->at != NULL;
}

static inline void vcl_pack(struct vcl_packing *packing, const void *bytes, size_t size)
{
    if (vcl_has_room(packing, size)) {
        memcpy(packing->at, bytes, size);
        packing->at += size;
    }
}

/* Most texts are short ids. */
static inline void vcl_pack_text(struct vcl_packing *packing, vcl_slice text)
{
    if (text.size > VCL_SHORT_ID) {
        vcl_pack(packing, text.bytes, text.size);
    } else if (vcl_has_room(packing, sizeof(vcl_short_id))) {
        vcl_short_id id = vcl_short_id_of(text);
        memcpy(packing->at, &id, sizeof id);
        packing->at += text.size;
    }
}

static inline const char *vcl_unpack(const char *at, void *out, size_t size)
{
    memcpy(out, at, size);
    return at + size;
}

/* Leaves the text where it is; its size is known. */
static inline const char *vcl_unpack_text(const char *at, vcl_slice *text)
{
    text->bytes = at;
    return at + text->size;
}

/* A record that is unpacked, with room for its lists. */
struct vcl_unpacked {
    union {
        vcl_node_record node;
        vcl_link_record link;
        vcl_product_record product;
        vcl_place_record place;
    };
    vcl_node_product node_products[VCL_PARCEL_LIST];
    vcl_link_product link_products[VCL_PARCEL_LIST];
    vcl_slice certificates[VCL_PARCEL_LIST];
    vcl_slice requires[VCL_PARCEL_LIST];
};

/* A farmer of whom no amounts are told, with short ids and a short sector. */
bool vcl_parcel_is_plain_farmer(const vcl_node_record *node);
void vcl_parcel_pack_farmer(struct vcl_packing *packing, const vcl_node_record *node);
const char *vcl_parcel_unpack_farmer(const char *at, struct vcl_unpacked *out);

/* A link that bears no products, dates and amounts, between short ids. */
bool vcl_parcel_is_plain_link(const vcl_link_record *link);
void vcl_parcel_pack_plain_link(struct vcl_packing *packing, const vcl_link_record *link);
const char *vcl_parcel_unpack_plain_link(const char *at, struct vcl_unpacked *out);

#endif
