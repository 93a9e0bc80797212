/* deals: every link as the dataset states it, those left out that do not count, in the order of
 * source, target, then the chain's own; what holds anyway is null. */
#include "analysis/analysis.h"
#include "analysis/rows.h"
#include "base/try.h"
#include "model/records.h"

static vcl_status add_row(vcl_table *table, const vcl_chain *chain, const vcl_link *link,
                          vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_terms *terms = vcl_link_terms(chain, link);

    vcl_table_add_text(table, vcl_actor_id(chain, link->source));
    vcl_table_add_text(table, vcl_actor_id(chain, link->target));
    TRY(vcl_rows_add_terms(table, chain, terms, err));
    vcl_table_add_term(
        table, terms->status == VCL_LINK_ACTIVE ? NULL : vcl_rows_link_statuses[terms->status]);
done:
    return status;
}

static vcl_status run(vcl_study *study, vcl_table *table, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = study->chain;
    size_t rows = 0;

    for (uint32_t i = 0; i < chain->link_count; i++) {
        rows += vcl_rows_shows_link(study, chain->links + i) ? 1 : 0;
    }
    TRY(vcl_table_reserve(table, rows, err));
    for (uint32_t i = 0; i < chain->link_count; i++) {
        if (vcl_rows_shows_link(study, chain->links + i)) {
            TRY(add_row(table, chain, chain->links + i, err));
            TRY(vcl_rows_check_memory(table, err));
        }
    }
done:
    return status;
}

const vcl_analysis vcl_analysis_deals = {
    .kind = &vcl_record_kinds[VCL_RECORDS_DEALS],
    .run = run,
    .on_demand = true,
    .is_record = true,
};
