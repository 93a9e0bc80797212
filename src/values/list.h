/* Several entries in one cell: "Vải thiều (120 tấn); Bưởi: 30 tấn", "rau, củ và nấm". */
#ifndef VALUES_LIST_H
#define VALUES_LIST_H

#include "base/array.h"
#include "values/reading.h"

typedef struct vcl_list_item {
    vcl_slice name;
    vcl_slice amount; /* empty where none is stated; for vcl_quantity_read() in lower case */
} vcl_list_item;

/* Is `name` one entry although a separator stands in it ("Rau, củ, quả")? */
typedef bool (*vcl_list_is_known)(void *context, vcl_slice name);

/* Appends the entries of `cell` to `items`, an array of vcl_list_item; their slices point into
 * the cell, which keeps its case and is NFC. Line ends and semicolons part more strongly than
 * commas, these more than / + & và; a part that `is_known` (may be NULL) is not parted further.
 * Nothing parts within parentheses, nor a comma or slash between digits, nor the slash of
 * "tấn/năm". Empty entries are passed over. O(size) calls of is_known at most. VCL_ERROR_MEMORY. */
vcl_status vcl_list_read(vcl_slice cell, vcl_list_is_known is_known, void *context,
                         vcl_array *items, vcl_reading *reading, vcl_error *err);

#endif
