/* Ids that stand for actors of different names. */
#ifndef IMPORT_SHARED_IDS_H
#define IMPORT_SHARED_IDS_H

#include "import/candidate.h"

/* Looks for ids that stand for different names, which are never one actor. Where most ids that a
 * register shares do so, it has running numbers: those of organisations and enterprises are left
 * out (`id` becomes empty), those of households hold within an organisation only (`number` gets
 * what `id` was), and the log notes it once a column. Else the row may have a typo: it is named in
 * the log and `refused`. Candidates stand in the order of the draft. O(n). VCL_ERROR_MEMORY. */
vcl_status vcl_shared_ids_part(vcl_draft *draft, vcl_identity_candidate *candidates, size_t count,
                               vcl_error *err);

#endif
