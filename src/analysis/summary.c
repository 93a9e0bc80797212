/* summary: one row of counts for the dataset. Records are counted whatever their status, save the
 * buyers and the last four, which are of active actors. */
#include "analysis/analysis.h"

static const vcl_column *const columns[] = {
    &vcl_columns[VCL_COL_NODES],
    &vcl_columns[VCL_COL_LINKS],
    &vcl_columns[VCL_COL_PRODUCTS],
    &vcl_columns[VCL_COL_PLACES],
    &vcl_columns[VCL_COL_FARMERS],
    &vcl_columns[VCL_COL_GROUPS],
    &vcl_columns[VCL_COL_COOPERATIVES],
    &vcl_columns[VCL_COL_UNIONS],
    &vcl_columns[VCL_COL_ENTERPRISES],
    &vcl_columns[VCL_COL_ACTIVE_BUYERS],
    &vcl_columns[VCL_COL_ALL_HOUSEHOLDS],
    &vcl_columns[VCL_COL_IMPLIED],
    &vcl_columns[VCL_COL_COOPERATIVES_ACTIVE],
    &vcl_columns[VCL_COL_COOPERATIVES_COVERED],
    &vcl_columns[VCL_COL_COOPERATIVES_UNCOVERED],
    &vcl_columns[VCL_COL_COOPERATIVES_GAP],
};

struct counts {
    int64_t of_kind[VCL_KIND_COUNT];
    int64_t buyers;
    int64_t farming; /* households of farmer records */
    int64_t implied;
    int64_t judged; /* cooperatives that have a linkage */
    int64_t covered;
    int64_t with_gap;
};

static void count_cooperative(struct counts *counts, vcl_linkage linkage)
{
    counts->judged += linkage != VCL_NO_LINKAGE ? 1 : 0;
    counts->covered += vcl_linkage_is_covered(linkage) ? 1 : 0;
    counts->with_gap += linkage == VCL_PRODUCT_GAP || linkage == VCL_VOLUME_GAP ? 1 : 0;
}

static struct counts count(const vcl_study *study)
{
    const vcl_chain *chain = study->chain;
    const uint32_t *organisations = chain->organisations.items;
    struct counts counts = { .farming = (int64_t)chain->households_told };

    counts.of_kind[VCL_FARMER] = chain->actor_count - (int64_t)chain->organisations.count;
    for (size_t i = 0; i < chain->organisations.count; i++) {
        uint32_t actor = organisations[i];
        const vcl_actor *record = chain->actors + actor;
        counts.of_kind[record->kind]++;
        counts.buyers += record->buyer && vcl_bits_has(study->state.active, actor) ? 1 : 0;
        counts.implied += study->state.implied[actor];
        if (record->kind == VCL_COOPERATIVE) {
            count_cooperative(&counts, (vcl_linkage)study->linkages.of_actor[actor]);
        }
    }
    return counts;
}

static vcl_status run(vcl_study *study, vcl_table *table, vcl_error *err)
{
    const vcl_chain *chain = study->chain;
    struct counts counts = count(study);

    (void)err;
    vcl_table_add_integer(table, chain->actor_count);
    vcl_table_add_integer(table, chain->link_count);
    vcl_table_add_integer(table, chain->product_count);
    vcl_table_add_integer(table, chain->place_count);
    for (int kind = 0; kind < VCL_KIND_COUNT; kind++) {
        vcl_table_add_integer(table, counts.of_kind[kind]);
    }
    vcl_table_add_integer(table, counts.buyers);
    vcl_table_add_integer(table, counts.farming + counts.implied);
    vcl_table_add_integer(table, counts.implied);
    vcl_table_add_integer(table, counts.judged);
    vcl_table_add_integer(table, counts.covered);
    vcl_table_add_integer(table, counts.judged - counts.covered);
    vcl_table_add_integer(table, counts.with_gap);
    return VCL_OK;
}

const vcl_analysis vcl_analysis_summary = {
    .kind =
        &(const vcl_table_kind){
            "summary", { "Summary", "Tổng quan" }, columns, sizeof columns / sizeof *columns },
    .run = run,
};
