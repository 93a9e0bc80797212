/* critical: single points of failure, those whose loss strands the most first. */
#include <stdlib.h>

#include "analysis/analysis.h"
#include "analysis/rows.h"
#include "base/memory.h"
#include "base/try.h"

static const vcl_column *const columns[] = {
    &vcl_columns[VCL_COL_ID],
    &vcl_columns[VCL_COL_NAME],
    &vcl_columns[VCL_COL_KIND],
    &vcl_columns[VCL_COL_HOUSEHOLDS_LOST],
    &vcl_columns[VCL_COL_HOUSEHOLDS_HURT],
    &vcl_columns[VCL_COL_COOPERATIVES_LOST],
    &vcl_columns[VCL_COL_COOPERATIVES_HURT],
    &vcl_columns[VCL_COL_RANK],
};

struct row {
    vcl_loss loss;
    uint32_t actor;
};

static int compare(const void *a, const void *b)
{
    const struct row *first = a;
    const struct row *second = b;
    const uint64_t pairs[][2] = {
        { first->loss.households_lost, second->loss.households_lost },
        { first->loss.households_hurt, second->loss.households_hurt },
        { first->loss.cooperatives_lost, second->loss.cooperatives_lost },
        { first->loss.cooperatives_hurt, second->loss.cooperatives_hurt },
    };
    int order = 0;

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs && order == 0; i++) {
        order = vcl_rows_larger_first(pairs[i][0], pairs[i][1]);
    }
    return order != 0 ? order : vcl_rows_smaller_first(first->actor, second->actor);
}

/* Whoever is lost is hurt. */
static bool is_critical(const vcl_loss *loss)
{
    return loss->households_hurt > 0 || loss->cooperatives_hurt > 0;
}

static vcl_status run(vcl_study *study, vcl_table *table, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct row *rows = NULL;
    uint32_t count = 0;

    TRY(vcl_study_losses(study, err));
    TRY(vcl_alloc(&rows, study->fold.organisation_count, sizeof *rows, err));
    for (uint32_t i = 0; i < study->fold.organisation_count; i++) {
        if (is_critical(study->losses.losses + i)) {
            rows[count++] = (struct row){ study->losses.losses[i], study->fold.vertices[i].actor };
        }
    }
    if (count > 0) {
        qsort(rows, count, sizeof *rows, compare);
    }
    TRY(vcl_table_reserve(table, count, err));
    for (uint32_t i = 0; i < count; i++) {
        vcl_rows_add_actor(table, study->chain, rows[i].actor);
        vcl_table_add_integer(table, (int64_t)rows[i].loss.households_lost);
        vcl_table_add_integer(table, (int64_t)rows[i].loss.households_hurt);
        vcl_table_add_integer(table, (int64_t)rows[i].loss.cooperatives_lost);
        vcl_table_add_integer(table, (int64_t)rows[i].loss.cooperatives_hurt);
        vcl_table_add_integer(table, i + 1);
    }
done:
    free(rows);
    return status;
}

const vcl_analysis vcl_analysis_critical = {
    .kind = &(const vcl_table_kind){ "critical",
                                     { "Single points of failure", "Mắt xích trọng yếu" },
                                     columns,
                                     sizeof columns / sizeof *columns },
    .run = run,
    .asks_for = VCL_PART_LOSSES,
};
