/* An analysis: a function from a study to a table. */
#ifndef ANALYSIS_ANALYSIS_H
#define ANALYSIS_ANALYSIS_H

#include "graph/study.h"
#include "model/columns.h"
#include "model/table.h"

typedef struct vcl_analysis {
    const vcl_table_kind *kind;
    /* Adds the rows; what the table itself remembers of failing is looked at by the caller. */
    vcl_status (*run)(vcl_study *study, vcl_table *table, vcl_error *err);
    unsigned waits_for; /* bits 1 << vcl_stage */
    unsigned asks_for; /* parts of the study: VCL_PART_… */
    bool on_demand; /* computed only where it is named */
    bool is_record; /* says what the dataset says: of the study it needs the chain alone */
    bool every_vertex; /* shows figures of farmers: the study must keep them */
} vcl_analysis;

#define ANALYSIS(name) extern const vcl_analysis vcl_analysis_##name;
#include "analysis/analyses.def"
#undef ANALYSIS

#endif
