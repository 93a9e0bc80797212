/* The review list: names that a person must decide on, with candidates. */
#ifndef IMPORT_REVIEW_H
#define IMPORT_REVIEW_H

#include "import/parties.h"
#include "model/table.h"

/* A result with one table, `review`: what waits, and what somebody decided on, by role, then by what
 * is written, so that one file serves for writing the list and for reading its decisions. The
 * caller frees it. Decisions that nothing needed this time stand at its end, as another list may need
 * them. O(n log n). VCL_ERROR_MEMORY. */
vcl_status vcl_review_result(const vcl_parties *parties, const vcl_decisions *decisions,
                             const vcl_draft *draft, const vcl_actor_list *actors, vcl_result **out,
                             vcl_error *err);

#endif
