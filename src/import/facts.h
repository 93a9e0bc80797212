/* What the rows of an actor say of it, put together: the first in order stays, a cell that says
 * something else is named. */
#ifndef IMPORT_FACTS_H
#define IMPORT_FACTS_H

#include "import/subjects.h"

typedef enum vcl_fact {
    VCL_FACT_NAME,
    VCL_FACT_FORM,
    VCL_FACT_SECTOR,
    VCL_FACT_STATUS,
    VCL_FACT_SELLS,
    VCL_FACT_BUYS,
    VCL_FACT_COUNT,
    VCL_FACT_MEMBERS,
    VCL_FACT_CERTIFICATES,
    VCL_FACT_REQUIRES,
    VCL_FACT_HIGH_TECH,
    VCL_FACT_FOUNDED,
    VCL_FACT_TAX_ID,
    VCL_FACT_AREA,
    VCL_FACT_WORKERS,
    VCL_FACT_TURNOVER,
    VCL_FACT_RATING,
    VCL_FACT_LATITUDE,
    VCL_FACT_LONGITUDE,
    VCL_FACTS
} vcl_fact;

typedef struct vcl_actor_facts_draft {
    const vcl_entry *entries[VCL_FACTS]; /* NULL where nothing is stated */
    uint32_t rows[VCL_FACTS]; /* that they stand in */
} vcl_actor_facts_draft;

/* Reads the facts of `actor`, and names what cannot be used: a fact that its kind does not have, a
 * number out of range, another value than that of an earlier row. O(its rows). */
void vcl_facts_read(vcl_draft *draft, const vcl_actor_list *actors, const vcl_gazetteer *gazetteer,
                    const vcl_subjects *subjects, uint32_t actor, vcl_actor_facts_draft *out);

/* Is the number of a cell one that its field may hold? If not, the cell is named. */
bool vcl_facts_in_range(vcl_draft *draft, uint32_t row, const vcl_entry *entry);

/* Names a cell that says something else than `stays` in `row_of_that`. */
void vcl_facts_say_difference(vcl_draft *draft, uint32_t row, const vcl_entry *entry,
                              uint32_t row_of_that, const vcl_entry *stays);

#endif
