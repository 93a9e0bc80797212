/* How much went in and came out. */
#ifndef IMPORT_TALLY_H
#define IMPORT_TALLY_H

#include "import/draft.h"

/* Counts rows by what they gave. Rows that gave nothing and of which the log says nothing yet are
 * named. `logged` lines of the log were there before the rows were put together: rows of them that
 * did not come to the draft count as named. O(n log n). VCL_ERROR_MEMORY. */
vcl_status vcl_tally(vcl_draft *draft, size_t logged, size_t waiting, vcl_import_counts *out,
                     vcl_error *err);

#endif
