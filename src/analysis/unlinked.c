/* unlinked: the groups, cooperatives and unions without a buyer, those with the most stranded
 * households first. */
#include <stdlib.h>

#include "analysis/analysis.h"
#include "analysis/rows.h"
#include "analysis/wanting.h"
#include "base/try.h"

static const vcl_column *const columns[] = {
    &vcl_columns[VCL_COL_ID],
    &vcl_columns[VCL_COL_KIND],
    &vcl_columns[VCL_COL_NAME],
    &vcl_columns[VCL_COL_PLACE],
    &vcl_columns[VCL_COL_PLACE_NAME],
    &vcl_columns[VCL_COL_SECTOR],
    &vcl_columns[VCL_COL_LINKAGE],
    &vcl_columns[VCL_COL_HOUSEHOLDS],
    &vcl_columns[VCL_COL_HOUSEHOLDS_UNCOVERED],
    &vcl_columns[VCL_COL_OUTPUT_UNSOLD],
    &vcl_columns[VCL_COL_RANK],
};

static bool is_unlinked(vcl_linkage linkage)
{
    return linkage != VCL_NO_LINKAGE && !vcl_linkage_is_covered(linkage);
}

static double output_of(const vcl_study *study, uint32_t actor)
{
    return vcl_rows_output(study->chain, actor);
}

static int compare(const void *a, const void *b)
{
    const vcl_wanting *first = a;
    const vcl_wanting *second = b;
    int order = vcl_rows_larger_first(first->upstream.uncovered, second->upstream.uncovered);

    order = order != 0
                ? order
                : vcl_rows_larger_first(first->upstream.households, second->upstream.households);
    order = order != 0 ? order : vcl_rows_larger_real_first(first->unsold_kg, second->unsold_kg);
    return order != 0 ? order : vcl_rows_smaller_first(first->actor, second->actor);
}

static void add_row(vcl_table *table, const vcl_chain *chain, const vcl_wanting *row, uint32_t rank)
{
    vcl_wanting_add_actor(table, chain, row);
    vcl_table_add_integer(table, (int64_t)row->upstream.households);
    vcl_table_add_integer(table, (int64_t)row->upstream.uncovered);
    vcl_table_add_real(table, row->unsold_kg);
    vcl_table_add_integer(table, rank);
}

static vcl_status run(vcl_study *study, vcl_table *table, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_wanting *rows = NULL;
    uint32_t count = 0;

    TRY(vcl_wanting_list(study, is_unlinked, output_of, compare, &rows, &count, err));
    TRY(vcl_table_reserve(table, count, err));
    for (uint32_t i = 0; i < count; i++) {
        add_row(table, study->chain, rows + i, i + 1);
    }
done:
    free(rows);
    return status;
}

const vcl_analysis vcl_analysis_unlinked = {
    .kind = &(const vcl_table_kind){ "unlinked",
                                     { "Without a buyer", "Chưa có đầu ra" },
                                     columns,
                                     sizeof columns / sizeof *columns },
    .run = run,
    .asks_for = VCL_PART_UPSTREAM,
    .waits_for = 1U << VCL_STAGE_REACH,
};
