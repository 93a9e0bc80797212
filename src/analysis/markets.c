/* markets: who buys each product, and how concentrated that is. The market of a product is made of
 * the supply links to buyers in its layer where link, seller or buyer names it; that of the
 * unstated product of those in its own layer. */
#include <stdlib.h>

#include "analysis/analysis.h"
#include "analysis/concentration.h"
#include "analysis/rows.h"
#include "base/memory.h"
#include "base/try.h"
#include "model/carried.h"

static const vcl_column *const columns[] = {
    &vcl_columns[VCL_COL_PRODUCT],     &vcl_columns[VCL_COL_PRODUCT_NAME],
    &vcl_columns[VCL_COL_BUYER_COUNT], &vcl_columns[VCL_COL_SELLER_COUNT],
    &vcl_columns[VCL_COL_TOP_BUYER],   &vcl_columns[VCL_COL_TOP_SHARE],
    &vcl_columns[VCL_COL_HHI],         &vcl_columns[VCL_COL_BASIS],
};

/* A link in the market of a product. */
struct trade {
    uint32_t product; /* the number of products: the unstated one */
    uint32_t buyer;
    uint32_t link;
};

static int compare_trades(const void *a, const void *b)
{
    const struct trade *first = a;
    const struct trade *second = b;
    int order = vcl_rows_smaller_first(first->product, second->product);

    order = order != 0 ? order : vcl_rows_smaller_first(first->buyer, second->buyer);
    return order != 0 ? order : vcl_rows_smaller_first(first->link, second->link);
}

/* Of a class of products only its leader: the others have the same market. */
static vcl_status add_trades(const vcl_study *study, uint32_t link, vcl_array *trades,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = study->chain;
    const vcl_link *record = chain->links + link;
    struct trade trade = { chain->product_count, record->target, link };
    vcl_carried carried = vcl_carried_by(
        &study->layers.classes.sets, vcl_link_terms(chain, record)->products,
        chain->actors[record->source].products, chain->actors[record->target].products);

    if (carried.candidates.count == 0) {
        TRY(vcl_array_add(trades, &trade, err));
    }
    for (uint32_t i = 0; i < carried.candidates.count; i++) {
        trade.product = carried.candidates.items[i];
        if (vcl_carried_has(&carried, trade.product)) {
            TRY(vcl_array_add(trades, &trade, err));
        }
    }
done:
    return status;
}

static vcl_status collect_trades(const vcl_study *study, vcl_array *trades, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (uint32_t i = 0; i < study->chain->link_count; i++) {
        if (vcl_rows_is_sale(study, i)) {
            TRY(add_trades(study, i, trades, err));
        }
    }
    if (trades->count > 0) {
        qsort(trades->items, trades->count, sizeof(struct trade), compare_trades);
    }
done:
    return status;
}

/* A market, that of a class of products or of the unstated one. */
struct market {
    bool exists;
    uint64_t sellers;
    vcl_concentration figures;
};

/* `seen` tells for which product a seller was last counted. */
static vcl_status measure(const vcl_study *study, const struct trade *trades, size_t count,
                          uint32_t *seen, vcl_sales *sales, struct market *market, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = study->chain;
    uint32_t named = trades[0].product < chain->product_count ? 1 : 0;

    vcl_sales_begin(sales);
    for (size_t i = 0; i < count; i++) {
        const vcl_link *link = chain->links + trades[i].link;
        const vcl_terms *terms = vcl_link_terms(chain, link);
        bool alone = vcl_sets_at(&chain->sets, terms->products).count == named;
        TRY(vcl_sales_add(sales, link->target, terms->volume_kg, alone, err));
        if (seen[link->source] != trades[0].product + 1) {
            seen[link->source] = trades[0].product + 1;
            market->sellers += vcl_rows_weight(chain, link->source);
        }
    }
    market->figures = vcl_sales_concentration(sales);
    market->exists = true;
done:
    return status;
}

/* Fills the markets, by product; those of leaders and, last, that of the unstated product. */
static vcl_status measure_all(const vcl_study *study, struct market *markets, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_array trades;
    vcl_sales sales = { 0 };
    uint32_t *seen = NULL;

    vcl_array_init(&trades, sizeof(struct trade));
    TRY(vcl_alloc(&seen, study->chain->actor_count, sizeof *seen, err));
    TRY(collect_trades(study, &trades, err));
    for (size_t first = 0, end = 0; first < trades.count; first = end) {
        const struct trade *items = trades.items;
        while (end < trades.count && items[end].product == items[first].product) {
            end++;
        }
        TRY(measure(study, items + first, end - first, seen, &sales, markets + items[first].product,
                    err));
    }
done:
    vcl_array_release(&trades);
    vcl_array_release(&sales.sales);
    free(seen);
    return status;
}

static void add_row(vcl_table *table, const vcl_chain *chain, uint32_t product,
                    const struct market *market)
{
    bool stated = product < chain->product_count;

    if (!market->exists) {
        return;
    }
    vcl_table_add_text(table, stated ? chain->products[product].id : "*");
    vcl_table_add_text(table, stated ? chain->products[product].name : NULL);
    vcl_table_add_integer(table, market->figures.buyers);
    vcl_table_add_integer(table, (int64_t)market->sellers);
    vcl_table_add_text(table, vcl_actor_id(chain, market->figures.top_buyer));
    vcl_table_add_real(table, market->figures.top_share);
    vcl_table_add_real(table, market->figures.hhi);
    vcl_table_add_term(table, market->figures.basis);
}

static vcl_status run(vcl_study *study, vcl_table *table, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t products = study->chain->product_count;
    struct market *markets = NULL;

    TRY(vcl_alloc(&markets, (size_t)products + 1, sizeof *markets, err));
    TRY(measure_all(study, markets, err));
    for (uint32_t product = 0; product < products; product++) {
        add_row(table, study->chain, product, markets + study->layers.classes.leader[product]);
    }
    add_row(table, study->chain, products, markets + products);
done:
    free(markets);
    return status;
}

const vcl_analysis vcl_analysis_markets = {
    .kind = { "markets",
              { "Markets", "Thị trường sản phẩm" },
              columns,
              sizeof columns / sizeof *columns },
    .run = run,
};
