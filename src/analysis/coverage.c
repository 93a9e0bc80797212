/* coverage: how many of each kind are covered, in all, by product, place and sector. Farmers count
 * as households, implied members included. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/analysis.h"
#include "analysis/counts.h"
#include "analysis/rows.h"
#include "base/memory.h"
#include "base/try.h"

static const vcl_column *const columns[] = {
    &vcl_columns[VCL_COL_SCOPE],          &vcl_columns[VCL_COL_SCOPE_KEY],
    &vcl_columns[VCL_COL_SCOPE_NAME],     &vcl_columns[VCL_COL_SCOPE_LEVEL],
    &vcl_columns[VCL_COL_KIND],           &vcl_columns[VCL_COL_TOTAL],
    &vcl_columns[VCL_COL_INACTIVE],       &vcl_columns[VCL_COL_BUYERS_OF_KIND],
    &vcl_columns[VCL_COL_NOT_APPLICABLE], &vcl_columns[VCL_COL_ACTIVE],
    &vcl_columns[VCL_COL_DIRECT],         &vcl_columns[VCL_COL_INDIRECT],
    &vcl_columns[VCL_COL_COVERED],        &vcl_columns[VCL_COL_COVERED_UNSTATED],
    &vcl_columns[VCL_COL_RATE_OF_ACTIVE], &vcl_columns[VCL_COL_RATE_OF_ALL],
};

static double rate(uint64_t part, uint64_t whole)
{
    return whole == 0 ? (double)NAN : (double)part / (double)whole;
}

static void add_row(vcl_table *table, const vcl_chain *chain, vcl_scope scope, uint32_t index,
                    vcl_kind kind, const vcl_cell *cell)
{
    uint64_t total = cell->inactive + cell->buyers + cell->not_applicable + cell->active;

    if (scope != VCL_SCOPE_ALL && total == 0 && cell->unstated == 0) {
        return;
    }
    vcl_rows_add_scope(table, chain, scope, index);
    vcl_table_add_term(table, vcl_kind_word(kind));
    vcl_table_add_integer(table, (int64_t)total);
    vcl_table_add_integer(table, (int64_t)cell->inactive);
    vcl_table_add_integer(table, (int64_t)cell->buyers);
    vcl_table_add_integer(table, (int64_t)cell->not_applicable);
    vcl_table_add_integer(table, (int64_t)cell->active);
    vcl_table_add_integer(table, (int64_t)cell->direct);
    vcl_table_add_integer(table, (int64_t)(cell->covered - cell->direct));
    vcl_table_add_integer(table, (int64_t)cell->covered);
    if (scope == VCL_SCOPE_PRODUCT) {
        vcl_table_add_integer(table, (int64_t)cell->unstated);
    } else {
        vcl_table_add_null(table);
    }
    vcl_table_add_real(table, rate(cell->covered, cell->active));
    vcl_table_add_real(table, rate(cell->covered, total));
}

static void add_rows(vcl_table *table, const vcl_chain *chain, vcl_scope scope, uint32_t index,
                     const vcl_cell *cells)
{
    for (int kind = 0; kind < VCL_CELL_KINDS; kind++) {
        add_row(table, chain, scope, index, (vcl_kind)kind, cells + kind);
    }
}

struct named_sector {
    const char *name;
    uint32_t sector;
};

static int compare_sectors(const void *a, const void *b)
{
    return strcmp(((const struct named_sector *)a)->name, ((const struct named_sector *)b)->name);
}

static vcl_status add_sectors(const vcl_counts *counts, vcl_table *table, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = counts->study->chain;
    uint32_t count = vcl_idmap_count(&chain->sectors);
    struct named_sector *order = NULL;

    TRY(vcl_alloc(&order, count, sizeof *order, err));
    for (uint32_t i = 0; i < count; i++) {
        order[i] = (struct named_sector){ vcl_idmap_name(&chain->sectors, i), i };
    }
    if (count > 0) {
        qsort(order, count, sizeof *order, compare_sectors);
    }
    for (uint32_t i = 0; i < count; i++) {
        add_rows(table, chain, VCL_SCOPE_SECTOR, order[i].sector,
                 counts->sectors + (size_t)order[i].sector * VCL_CELL_KINDS);
    }
done:
    free(order);
    return status;
}

static vcl_status run(vcl_study *study, vcl_table *table, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = study->chain;
    vcl_counts counts = { 0 };

    TRY(vcl_counts_init(&counts, study, err));
    add_rows(table, chain, VCL_SCOPE_ALL, 0, counts.all);
    for (uint32_t i = 0; i < chain->product_count; i++) {
        add_rows(table, chain, VCL_SCOPE_PRODUCT, i, counts.products + (size_t)i * VCL_CELL_KINDS);
    }
    for (uint32_t i = 0; i < chain->place_count; i++) {
        add_rows(table, chain, VCL_SCOPE_PLACE, i, counts.places + (size_t)i * VCL_CELL_KINDS);
    }
    TRY(add_sectors(&counts, table, err));
done:
    vcl_counts_release(&counts);
    return status;
}

const vcl_analysis vcl_analysis_coverage = {
    .kind = &(const vcl_table_kind){ "coverage",
                                     { "Coverage", "Tỷ lệ có đầu ra" },
                                     columns,
                                     sizeof columns / sizeof *columns },
    .run = run,
};
