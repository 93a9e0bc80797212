/* dependence: how much each group, cooperative and union hangs on few buyers, by id. */
#include <stdlib.h>

#include "analysis/analysis.h"
#include "analysis/concentration.h"
#include "analysis/rows.h"
#include "base/try.h"

static const vcl_column *const columns[] = {
    &vcl_columns[VCL_COL_ID],        &vcl_columns[VCL_COL_NAME],
    &vcl_columns[VCL_COL_KIND],      &vcl_columns[VCL_COL_BUYER_COUNT],
    &vcl_columns[VCL_COL_TOP_BUYER], &vcl_columns[VCL_COL_TOP_SHARE],
    &vcl_columns[VCL_COL_HHI],       &vcl_columns[VCL_COL_BASIS],
};

/* Links out of an actor stand in the order of their targets. */
static vcl_status collect_sales(const vcl_study *study, uint32_t actor, vcl_sales *sales,
                                vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = study->chain;
    vcl_span out = vcl_links_out(chain, actor);

    vcl_sales_begin(sales);
    for (uint32_t i = out.first; i < out.end; i++) {
        const vcl_link *link = chain->links + i;
        if (vcl_rows_is_sale(study, i)) {
            TRY(vcl_sales_add(sales, link->target, vcl_link_terms(chain, link)->volume_kg, true,
                              err));
        }
    }
done:
    return status;
}

static vcl_status run(vcl_study *study, vcl_table *table, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = study->chain;
    vcl_sales sales = { 0 };

    for (uint32_t vertex = 0; vertex < study->fold.organisation_count; vertex++) {
        uint32_t actor = study->fold.vertices[vertex].actor;
        if (study->fold.vertices[vertex].kind == VCL_ENTERPRISE) {
            continue;
        }
        TRY(collect_sales(study, actor, &sales, err));
        if (sales.sales.count > 0) {
            vcl_concentration figures = vcl_sales_concentration(&sales);
            vcl_rows_add_actor(table, chain, actor);
            vcl_table_add_integer(table, figures.buyers);
            vcl_table_add_text(table, vcl_actor_id(chain, figures.top_buyer));
            vcl_table_add_real(table, figures.top_share);
            vcl_table_add_real(table, figures.hhi);
            vcl_table_add_term(table, figures.basis);
        }
    }
done:
    vcl_array_release(&sales.sales);
    return status;
}

const vcl_analysis vcl_analysis_dependence = {
    .kind = &(const vcl_table_kind){ "dependence",
                                     { "Dependence on buyers", "Mức độ phụ thuộc bên mua" },
                                     columns,
                                     sizeof columns / sizeof *columns },
    .run = run,
};
