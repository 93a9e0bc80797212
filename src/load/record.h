/* A record as it stands in the file: its bytes, and where it was found. */
#ifndef LOAD_RECORD_H
#define LOAD_RECORD_H

#include "load/diagnostics.h"
#include "model/chain.h"

/* What a record is, by the member of the document it stands in. */
typedef enum vcl_part {
    VCL_PART_NODES = 0,
    VCL_PART_LINKS,
    VCL_PART_EDGES,
    VCL_PART_PRODUCTS,
    VCL_PART_PLACES,
    VCL_PART_GRAPH,
    VCL_PART_FORMAT,
    VCL_PART_VERSION,
    VCL_PART_DIRECTED,
    VCL_PART_MULTIGRAPH,
    VCL_PART_UNKNOWN, /* ignored, save that it must be JSON */
    VCL_PART_KEY, /* a key of the document itself */
    VCL_PART_LINE, /* a line of JSON Lines, which holds records by their kind */
} vcl_part;

enum { VCL_KNOWN_PART_COUNT = VCL_PART_UNKNOWN };

typedef struct vcl_record {
    vcl_slice bytes; /* one JSON value; valid until the next is asked for */
    vcl_part part;
    bool is_element; /* of its part's array; else it is the member's value itself */
    vcl_position at; /* where it begins */
    uint64_t column; /* of its first byte, from 1 */
} vcl_record;

/* The JSON Pointer of a record. `path` points to itself: it must not be copied. */
typedef struct vcl_record_path {
    vcl_path part;
    vcl_path element;
    const vcl_path *end; /* NULL for "" */
} vcl_record_path;

void vcl_record_path_init(vcl_record_path *path, const vcl_record *record);

/* Our word for a part that is known, such as "nodes". Static. */
const char *vcl_part_name(vcl_part part);

/* The part of a document's member; VCL_PART_UNKNOWN for a key that we do not know. */
vcl_part vcl_part_find(vcl_slice key);

/* Is it an array of records? */
bool vcl_part_is_array(vcl_part part);

#endif
