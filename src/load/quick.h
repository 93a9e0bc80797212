/* Reads plain records straight from bytes and hands them to the builder.
 *
 * Takes nodes, links, products and places that hold nothing unusual, and refuses all else without a
 * word: nested values that it does not expect, escapes in keys, long numbers, duplicate keys,
 * anything wrong or worth a warning. A refused record is read with care (careful.h); the two agree
 * on every record that is taken here. The order and the spacing of keys are learned from the
 * file. */
#ifndef LOAD_QUICK_H
#define LOAD_QUICK_H

#include <stddef.h>

#include "load/quick_habit.h"
#include "load/quick_seen.h"
#include "load/record.h"
#include "model/builder.h"

enum {
    VCL_QUICK_LIST = 32, /* elements of an array that are taken */
    VCL_QUICK_SCRATCH = 4096, /* bytes of a record's texts once their escapes are undone */
};

typedef struct vcl_quick {
    vcl_builder *builder;
    vcl_status status; /* of the builder; once it failed, nothing more is taken */
    bool in_lines; /* a record ends with its line */

    /* private */
    const char *end; /* of the bytes in sight */
    uint64_t lines; /* that ended since a run of elements began */
    vcl_quick_habit line_habit;
    vcl_quick_habit node_habit;
    vcl_quick_habit link_habit;
    vcl_quick_habit product_habit;
    vcl_quick_habit place_habit;
    vcl_quick_habit listed_habit; /* of objects in a node's list of products */
    vcl_quick_seen places; /* that nodes name */
    vcl_quick_seen lists; /* of a node's products */
    vcl_part part; /* of the record that was read */
    vcl_node_record blank_node; /* nothing stated */
    vcl_link_record blank_link;
    vcl_node_record node;
    vcl_link_record link;
    vcl_product_record product;
    vcl_place_record place;
    vcl_node_product node_products[VCL_QUICK_LIST];
    vcl_link_product link_products[1 + VCL_QUICK_LIST]; /* the first is that of `product` */
    vcl_slice certificates[VCL_QUICK_LIST];
    vcl_slice requires[VCL_QUICK_LIST];
    size_t scratch_size;
    char scratch[VCL_QUICK_SCRATCH];
} vcl_quick;

/* `builder` must outlive it. Allocates nothing; nothing is to be released. It must not be copied or
 * moved. */
void vcl_quick_init(vcl_quick *quick, vcl_builder *builder, bool in_lines);

/* What was taken off the beginning of the window. */
typedef struct vcl_quick_taken {
    size_t size;
    uint32_t records;
    uint64_t lines; /* that end in it */
} vcl_quick_taken;

/* Takes the plain lines that `window` begins with, the first of them line `line` of the file, up to
 * the first that is refused or that `window` does not hold whole with some bytes behind it. Whole
 * lines are taken. O(bytes). */
vcl_quick_taken vcl_quick_lines(vcl_quick *quick, vcl_slice window, uint64_t line);

/* The same for the elements of a document's array `part`, the first of them element `index`. What is
 * taken ends with an element, behind which stands a comma or the closing bracket. O(bytes). */
vcl_quick_taken vcl_quick_elements(vcl_quick *quick, vcl_slice window, vcl_part part, uint64_t line,
                                   uint32_t index);

#endif
