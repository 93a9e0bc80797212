/* centrality: where each active organisation stands in the network, by id. */
#include "analysis/analysis.h"
#include "analysis/rows.h"
#include "base/try.h"

static const vcl_column *const columns[] = {
    &vcl_columns[VCL_COL_ID],          &vcl_columns[VCL_COL_NAME],
    &vcl_columns[VCL_COL_KIND],        &vcl_columns[VCL_COL_IN_DEGREE],
    &vcl_columns[VCL_COL_OUT_DEGREE],  &vcl_columns[VCL_COL_PAGERANK],
    &vcl_columns[VCL_COL_BETWEENNESS], &vcl_columns[VCL_COL_HARMONIC],
};

static vcl_status run(vcl_study *study, vcl_table *table, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_centrality *centrality = &study->centrality;

    TRY(vcl_study_centrality(study, err));
    TRY(vcl_table_reserve(table, study->fold.organisation_count, err));
    for (uint32_t i = 0; i < study->fold.organisation_count; i++) {
        vcl_rows_add_actor(table, study->chain, study->fold.vertices[i].actor);
        vcl_table_add_integer(table, (int64_t)centrality->in_degree[i]);
        vcl_table_add_integer(table, (int64_t)centrality->out_degree[i]);
        vcl_table_add_real(table, centrality->pagerank[i]);
        vcl_table_add_real(table, centrality->betweenness[i]);
        vcl_table_add_real(table, centrality->harmonic[i]);
    }
done:
    return status;
}

const vcl_analysis vcl_analysis_centrality = {
    .kind = &(const vcl_table_kind){ "centrality",
                                     { "Centrality", "Vị trí trong mạng lưới" },
                                     columns,
                                     sizeof columns / sizeof *columns },
    .run = run,
    .asks_for = VCL_PART_CENTRALITY,
    .waits_for = 1U << VCL_STAGE_CENTRALITY,
};
