/* buyers: who buys, from how many, and how many households and cooperatives stand behind each. */
#include <math.h>
#include <stdlib.h>

#include "analysis/analysis.h"
#include "analysis/rows.h"
#include "base/amount.h"
#include "base/memory.h"
#include "base/try.h"

static const vcl_column *const columns[] = {
    &vcl_columns[VCL_COL_ID],
    &vcl_columns[VCL_COL_NAME],
    &vcl_columns[VCL_COL_KIND],
    &vcl_columns[VCL_COL_PLACE],
    &vcl_columns[VCL_COL_SUPPLIERS],
    &vcl_columns[VCL_COL_VOLUME],
    &vcl_columns[VCL_COL_REACH_HOUSEHOLDS],
    &vcl_columns[VCL_COL_EXCLUSIVE_HOUSEHOLDS],
    &vcl_columns[VCL_COL_SHAPLEY_HOUSEHOLDS],
    &vcl_columns[VCL_COL_UPSTREAM_HOUSEHOLDS],
    &vcl_columns[VCL_COL_REACH_COOPERATIVES],
    &vcl_columns[VCL_COL_EXCLUSIVE_COOPERATIVES],
    &vcl_columns[VCL_COL_SHAPLEY_COOPERATIVES],
    &vcl_columns[VCL_COL_UPSTREAM_COOPERATIVES],
    &vcl_columns[VCL_COL_PAGERANK],
    &vcl_columns[VCL_COL_BETWEENNESS],
    &vcl_columns[VCL_COL_HARMONIC],
    &vcl_columns[VCL_COL_RANK],
};

struct row {
    const vcl_buyer *buyer;
    uint32_t actor;
    uint64_t suppliers;
    double volume_kg; /* NaN where none is known */
};

static struct row look_at(const vcl_study *study, const vcl_buyer *buyer)
{
    const vcl_chain *chain = study->chain;
    uint32_t actor = study->fold.vertices[buyer->vertex].actor;
    struct row row = { buyer, actor, vcl_rows_suppliers(study, actor), (double)NAN };
    vcl_span in = vcl_links_in(chain, actor);

    for (uint32_t i = in.first; i < in.end; i++) {
        const vcl_link *link = chain->links + chain->links_in[i];
        if (vcl_rows_is_sale(study, chain->links_in[i])) {
            row.volume_kg =
                vcl_amount_add_known(row.volume_kg, vcl_link_terms(chain, link)->volume_kg);
        }
    }
    return row;
}

static int compare(const void *a, const void *b)
{
    const struct row *first = a;
    const struct row *second = b;
    int order = vcl_rows_larger_real_first(first->buyer->households.shapley,
                                           second->buyer->households.shapley);

    order = order != 0 ? order
                       : vcl_rows_larger_real_first(first->buyer->cooperatives.shapley,
                                                    second->buyer->cooperatives.shapley);
    order = order != 0 ? order : vcl_rows_larger_first(first->suppliers, second->suppliers);
    return order != 0 ? order : vcl_rows_smaller_first(first->actor, second->actor);
}

static void add_reach(vcl_table *table, const vcl_buyer_reach *reach)
{
    vcl_table_add_integer(table, (int64_t)reach->reach);
    vcl_table_add_integer(table, (int64_t)reach->exclusive);
    vcl_table_add_real(table, reach->shapley);
    vcl_table_add_integer(table, (int64_t)reach->upstream);
}

static void add_row(vcl_table *table, const vcl_study *study, const struct row *row, uint32_t rank)
{
    const vcl_chain *chain = study->chain;
    uint32_t place = chain->actors[row->actor].place;
    uint32_t vertex = row->buyer->vertex;

    vcl_rows_add_actor(table, chain, row->actor);
    vcl_table_add_text(table, place == VCL_NONE ? NULL : chain->places[place].id);
    vcl_table_add_integer(table, (int64_t)row->suppliers);
    vcl_table_add_real(table, row->volume_kg);
    add_reach(table, &row->buyer->households);
    add_reach(table, &row->buyer->cooperatives);
    vcl_table_add_real(table, study->centrality.pagerank[vertex]);
    vcl_table_add_real(table, study->centrality.betweenness[vertex]);
    vcl_table_add_real(table, study->centrality.harmonic[vertex]);
    vcl_table_add_integer(table, rank);
}

static vcl_status run(vcl_study *study, vcl_table *table, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct row *rows = NULL;
    uint32_t count = 0;

    TRY(vcl_study_buyers(study, err));
    TRY(vcl_study_centrality(study, err));
    count = study->buyers.count;
    TRY(vcl_alloc(&rows, count, sizeof *rows, err));
    for (uint32_t i = 0; i < count; i++) {
        rows[i] = look_at(study, study->buyers.buyers + i);
    }
    if (count > 0) {
        qsort(rows, count, sizeof *rows, compare);
    }
    TRY(vcl_table_reserve(table, count, err));
    for (uint32_t i = 0; i < count; i++) {
        add_row(table, study, rows + i, i + 1);
    }
done:
    free(rows);
    return status;
}

const vcl_analysis vcl_analysis_buyers = {
    .kind =
        &(const vcl_table_kind){
            "buyers", { "Buyers", "Bên mua" }, columns, sizeof columns / sizeof *columns },
    .run = run,
    .asks_for = VCL_PART_BUYERS | VCL_PART_CENTRALITY,
    .waits_for = 1U << VCL_STAGE_REACH | 1U << VCL_STAGE_CENTRALITY,
};
