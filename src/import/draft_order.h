/* The order in which the rows of registers are walked. */
#ifndef IMPORT_DRAFT_ORDER_H
#define IMPORT_DRAFT_ORDER_H

#include "import/draft.h"

/* Fills draft->order: actors' registers first, then by sheet, then by what the rows say. Rows that
 * say the same are alike, so it does not matter which of them comes first. O(n log n).
 * VCL_ERROR_MEMORY. */
vcl_status vcl_draft_sort(vcl_draft *draft, vcl_error *err);

#endif
