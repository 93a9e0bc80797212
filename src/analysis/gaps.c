/* gaps: those that have a buyer, but not for every product or not for all of their output. */
#include <math.h>
#include <stdlib.h>

#include "analysis/analysis.h"
#include "analysis/rows.h"
#include "analysis/wanting.h"
#include "base/amount.h"
#include "base/memory.h"
#include "base/try.h"

static const vcl_column *const columns[] = {
    &vcl_columns[VCL_COL_ID],         &vcl_columns[VCL_COL_KIND],
    &vcl_columns[VCL_COL_NAME],       &vcl_columns[VCL_COL_PLACE],
    &vcl_columns[VCL_COL_PLACE_NAME], &vcl_columns[VCL_COL_SECTOR],
    &vcl_columns[VCL_COL_LINKAGE],    &vcl_columns[VCL_COL_MISSING_PRODUCTS],
    &vcl_columns[VCL_COL_HOUSEHOLDS], &vcl_columns[VCL_COL_GAP_UNSOLD],
    &vcl_columns[VCL_COL_RANK],
};

static bool is_gap(vcl_linkage linkage)
{
    return linkage == VCL_PRODUCT_GAP || linkage == VCL_VOLUME_GAP;
}

static bool is_missing(const vcl_study *study, uint32_t actor, uint32_t product)
{
    return vcl_coverage_for(&study->coverage, study->fold.of_actor[actor], product) == 0;
}

static double unsold_of(const vcl_study *study, uint32_t actor)
{
    const vcl_chain *chain = study->chain;
    vcl_set set = vcl_sets_at(&chain->sets, chain->actors[actor].products);
    double sum_kg = (double)NAN;

    if (study->linkages.of_actor[actor] == VCL_VOLUME_GAP) {
        return study->linkages.surplus_kg[actor];
    }
    for (uint32_t i = 0; i < set.count; i++) {
        const vcl_amount *amount = vcl_chain_amount(chain, actor, set.items[i]);
        if (amount != NULL && is_missing(study, actor, set.items[i])) {
            sum_kg = vcl_amount_add_known(sum_kg, amount->output_kg);
        }
    }
    return sum_kg;
}

static int compare(const void *a, const void *b)
{
    const vcl_wanting *first = a;
    const vcl_wanting *second = b;
    int order = vcl_rows_larger_real_first(first->unsold_kg, second->unsold_kg);

    order = order != 0
                ? order
                : vcl_rows_larger_first(first->upstream.households, second->upstream.households);
    return order != 0 ? order : vcl_rows_smaller_first(first->actor, second->actor);
}

/* Products are numbered in the byte order of their ids. */
static vcl_status add_missing(vcl_table *table, const vcl_study *study, const vcl_wanting *row,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = study->chain;
    vcl_set set = vcl_sets_at(&chain->sets, chain->actors[row->actor].products);
    const char **missing = NULL;
    size_t count = 0;

    TRY(vcl_alloc(&missing, set.count, sizeof *missing, err));
    for (uint32_t i = 0; i < set.count && row->linkage == VCL_PRODUCT_GAP; i++) {
        if (is_missing(study, row->actor, set.items[i])) {
            missing[count++] = chain->products[set.items[i]].id;
        }
    }
    vcl_table_add_list(table, missing, count);
done:
    free(missing);
    return status;
}

static vcl_status add_row(vcl_table *table, const vcl_study *study, const vcl_wanting *row,
                          uint32_t rank, vcl_error *err)
{
    vcl_status status = VCL_OK;

    vcl_wanting_add_actor(table, study->chain, row);
    TRY(add_missing(table, study, row, err));
    vcl_table_add_integer(table, (int64_t)row->upstream.households);
    vcl_table_add_real(table, row->unsold_kg);
    vcl_table_add_integer(table, rank);
done:
    return status;
}

static vcl_status run(vcl_study *study, vcl_table *table, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_wanting *rows = NULL;
    uint32_t count = 0;

    TRY(vcl_wanting_list(study, is_gap, unsold_of, compare, &rows, &count, err));
    TRY(vcl_table_reserve(table, count, err));
    for (uint32_t i = 0; i < count; i++) {
        TRY(add_row(table, study, rows + i, i + 1, err));
    }
done:
    free(rows);
    return status;
}

const vcl_analysis vcl_analysis_gaps = {
    .kind =
        &(const vcl_table_kind){
            "gaps", { "Gaps", "Còn thiếu đầu ra" }, columns, sizeof columns / sizeof *columns },
    .run = run,
    .asks_for = VCL_PART_UPSTREAM,
    .waits_for = 1U << VCL_STAGE_REACH,
};
