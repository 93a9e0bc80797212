/* What a row says of whom it lists, before it is known who that is. */
#ifndef IMPORT_CANDIDATE_H
#define IMPORT_CANDIDATE_H

#include "import/actor_list.h"

/* How well the kind of an actor is known: by the register it stands in, by the heading or the name of
 * the sheet, by its name's legal form, by a cell. */
enum { VCL_RANK_NONE, VCL_RANK_LIST, VCL_RANK_WORD, VCL_RANK_NAME, VCL_RANK_CELL };

typedef struct vcl_identity_candidate {
    uint32_t row;
    vcl_slice id;
    vcl_slice tax_code;
    vcl_slice name;
    vcl_slice key; /* of the name */
    const char *kind; /* or NULL */
    const char *legal; /* by the name, or NULL */
    unsigned rank; /* of the kind */
    uint32_t place;
    vcl_slice number; /* what stood as id, where it is none (import/shared_ids.h); else empty */
    bool refused; /* named in the log: its id is another's */
} vcl_identity_candidate;

/* Reads a row of a register that lists actors. `scratch` is overwritten. VCL_ERROR_MEMORY. */
vcl_status vcl_candidate_read(vcl_draft *draft, const vcl_gazetteer *gazetteer, uint32_t row,
                              vcl_text *scratch, vcl_identity_candidate *out, vcl_error *err);

#endif
