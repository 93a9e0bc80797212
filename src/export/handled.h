/* The products that actors list, as a dataset has them: an id alone, or an object with amounts. */
#ifndef EXPORT_HANDLED_H
#define EXPORT_HANDLED_H

#include "base/text.h"
#include "export/ordered.h"

/* The rows of `handled`, gone through actor by actor. */
typedef struct vcl_handled {
    vcl_ordered rows;
    size_t next;
} vcl_handled;

/* `result` must have the table; release in any case. VCL_ERROR_MEMORY. */
vcl_status vcl_handled_init(vcl_handled *handled, const vcl_result *result, vcl_error *err);
void vcl_handled_release(vcl_handled *handled);

/* How many rows the actor `id` has; the first is handled->rows.rows[handled->next]. Actors must be
 * asked for in the order of their ids. */
size_t vcl_handled_count(vcl_handled *handled, const char *id);

/* Appends a list of those, such as `["tea", {"product": "rice", "output_kg": 7, "ocop": [4]}]`, and
 * goes on behind them. Amounts as by vcl_rowjson_add_member(). VCL_ERROR_MEMORY. */
vcl_status vcl_handled_add(vcl_text *out, vcl_handled *handled, const char *id, bool exact,
                           vcl_error *err);

#endif
