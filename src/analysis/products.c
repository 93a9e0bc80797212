/* products: what is traded, by id. */
#include "analysis/analysis.h"

static const vcl_column *const columns[] = {
    &vcl_columns[VCL_COL_PRODUCT_ID],
    &vcl_columns[VCL_COL_PRODUCT_NAME],
    &vcl_columns[VCL_COL_NAME_ENGLISH],
};

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
    .kind = { "products", { "Products", "Sản phẩm" }, columns, sizeof columns / sizeof *columns },
    .run = run,
    .on_demand = true,
};
