/* Places: those that the register of places lists, or, without one, all that other registers
 * name, each within the one that its row states. */
#ifndef IMPORT_GAZETTEER_H
#define IMPORT_GAZETTEER_H

#include "import/draft.h"
#include "import/owners.h"
#include "registers/place_name.h"

typedef struct vcl_place_draft {
    const char *id;
    const char *name; /* or NULL */
    const char *level; /* or NULL */
    uint32_t parent; /* VCL_NONE */
    uint32_t row; /* of the register; VCL_NONE without one */
    const vcl_entry *latitude; /* or NULL */
    const vcl_entry *longitude;
    vcl_place_name own; /* what its name and level say */
    uint32_t bare; /* its name without the word of its level, as a number */
    uint32_t next; /* with the same, VCL_NONE */
} vcl_place_draft;

typedef struct vcl_gazetteer {
    bool is_declared; /* there is a register of places */
    vcl_array places; /* of vcl_place_draft */
    vcl_owners ids;
    vcl_idmap bare; /* names without the words of levels */
    vcl_array first; /* of uint32_t by bare name: the first place */
    vcl_idmap paths; /* what the cells of a row say together */
    vcl_array path_starts; /* of uint32_t by path, and an end: its parts */
    vcl_array path_parts; /* of vcl_path_part */
    uint32_t *row_path; /* by row; VCL_NONE: it names no place */
    uint32_t *row_place; /* by row; VCL_NONE */
} vcl_gazetteer;

void vcl_gazetteer_init(vcl_gazetteer *gazetteer);
void vcl_gazetteer_release(vcl_gazetteer *gazetteer);

/* Reads the register of places, and the place of every row; the log says what was understood and
 * what is not known. O(n log n). VCL_ERROR_MEMORY. */
vcl_status vcl_gazetteer_read(vcl_gazetteer *gazetteer, vcl_draft *draft, vcl_error *err);

const vcl_place_draft *vcl_gazetteer_place(const vcl_gazetteer *gazetteer, uint32_t place);

/* The place that a row states, VCL_NONE where it states none that is known. */
uint32_t vcl_gazetteer_row(const vcl_gazetteer *gazetteer, uint32_t row);

#endif
