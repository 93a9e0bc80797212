/* products: what is traded, by id. */
#include "analysis/analysis.h"
#include "model/records.h"

static vcl_status run(vcl_study *study, vcl_table *table, vcl_error *err)
{
    const vcl_chain *chain = study->chain;

    (void)err;
    for (uint32_t i = 0; i < chain->product_count; i++) {
        vcl_table_add_text(table, chain->products[i].id);
        vcl_table_add_text(table, chain->products[i].name);
        vcl_table_add_text(table, chain->products[i].name_en);
    }
    return VCL_OK;
}

const vcl_analysis vcl_analysis_products = {
    .kind = &vcl_record_kinds[VCL_RECORDS_PRODUCTS],
    .run = run,
    .on_demand = true,
    .is_record = true,
};
