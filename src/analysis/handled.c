/* handled: what each actor lists as its products, with its amounts a year, by actor and product. */
#include <math.h>
#include <stdlib.h>

#include "analysis/analysis.h"
#include "analysis/rows.h"
#include "base/memory.h"
#include "base/try.h"
#include "model/records.h"

enum { MOST_STARS = 5 };

/* The stars of each certified product: "3", "3", "4". */
static vcl_status add_ocop(vcl_table *table, const vcl_amount *amount, vcl_error *err)
{
    static const char *const words[MOST_STARS + 1] = { "0", "1", "2", "3", "4", "5" };
    vcl_status status = VCL_OK;
    const char **items = NULL;
    size_t count = 0;

    for (size_t stars = 1; stars <= MOST_STARS; stars++) {
        count += amount->ocop[stars];
    }
    TRY(vcl_alloc(&items, count, sizeof *items, err));
    count = 0;
    for (size_t stars = 1; stars <= MOST_STARS; stars++) {
        for (size_t i = 0; i < amount->ocop[stars]; i++) {
            items[count++] = words[stars];
        }
    }
    vcl_table_add_list(table, items, count);
done:
    free(items);
    return status;
}

static vcl_status add_actor(const vcl_study *study, vcl_table *table, uint32_t actor,
                            vcl_error *err)
{
    static const vcl_amount nothing = { .output_kg = (double)NAN, .demand_kg = (double)NAN };
    vcl_status status = VCL_OK;
    const vcl_chain *chain = study->chain;
    vcl_set products = vcl_sets_at(&chain->sets, chain->actors[actor].products);

    for (uint32_t i = 0; i < products.count; i++) {
        const vcl_amount *amount = vcl_chain_amount(chain, actor, products.items[i]);
        amount = amount == NULL ? &nothing : amount;
        vcl_table_add_text(table, vcl_actor_id(chain, actor));
        vcl_table_add_text(table, chain->products[products.items[i]].id);
        vcl_table_add_real(table, amount->output_kg);
        vcl_table_add_real(table, amount->demand_kg);
        TRY(add_ocop(table, amount, err));
        TRY(vcl_rows_check_memory(table, err));
    }
done:
    return status;
}

static vcl_status run(vcl_study *study, vcl_table *table, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (uint32_t i = 0; i < study->chain->actor_count; i++) {
        if (vcl_rows_is_shown(study, i)) {
            TRY(add_actor(study, table, i, err));
        }
    }
done:
    return status;
}

const vcl_analysis vcl_analysis_handled = {
    .kind = &vcl_record_kinds[VCL_RECORDS_HANDLED],
    .run = run,
    .on_demand = true,
    .is_record = true,
};
