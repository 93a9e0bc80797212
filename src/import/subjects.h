/* Which rows tell of an actor: those that list it, name it as a member, or state its amounts. */
#ifndef IMPORT_SUBJECTS_H
#define IMPORT_SUBJECTS_H

#include "import/parties.h"

typedef struct vcl_subjects {
    uint32_t *row_actor; /* by row: of whom it tells; VCL_NONE */
    uint32_t *first; /* by actor, and an end: its rows in `rows` */
    uint32_t *rows; /* by actor, in the order of the draft */
} vcl_subjects;

/* Rows that tell of nobody they give are named in the log. O(rows + actors). VCL_ERROR_MEMORY;
 * release in any case. */
vcl_status vcl_subjects_init(vcl_subjects *subjects, vcl_draft *draft, const vcl_actor_list *actors,
                             const vcl_parties *parties, vcl_error *err);
void vcl_subjects_release(vcl_subjects *subjects);

/* Notes in the log the rows that gave nothing but more of an actor; when all else is read. */
void vcl_subjects_say_joined(const vcl_subjects *subjects, vcl_draft *draft,
                             const vcl_actor_list *actors, const vcl_parties *parties);

#endif
