/* Parcels of records: copied with their lists and texts on one thread, taken in on another.
 *
 * A record is its struct, then the elements of its lists and the bytes of its texts, one behind the
 * other; plain farmers and links, who are many, take fewer bytes (parcel_plain.c). */
#ifndef LOAD_PARCEL_H
#define LOAD_PARCEL_H

#include "load/record.h"
#include "model/builder.h"

enum { VCL_PARCEL = 128 * 1024, VCL_PARCEL_LIST = 64 };

typedef struct vcl_parcel {
    size_t size;
    char bytes[VCL_PARCEL];
} vcl_parcel;

/* Copies a record to the end: a vcl_node_record, vcl_link_record, vcl_product_record or
 * vcl_place_record, as `part` says (VCL_PART_LINKS for edges, too). False where there is no room for
 * it. Its lists have at most VCL_PARCEL_LIST elements. */
bool vcl_parcel_pack(vcl_parcel *parcel, vcl_part part, const void *record);

/* Has the builder take in all records, in their order, and empties the parcel, also on failure.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_parcel_unpack(vcl_parcel *parcel, vcl_builder *builder, vcl_error *err);

/* Has the builder take in a record that was not packed. VCL_ERROR_MEMORY. */
vcl_status vcl_parcel_bypass(vcl_builder *builder, vcl_part part, const void *record,
                             vcl_error *err);

#endif
