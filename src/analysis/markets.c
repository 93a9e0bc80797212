/* markets: who buys each product, and how concentrated that is. The market of a product is made of
 * the supply links to buyers in its layer where link, seller or buyer names it; that of the
 * unstated product of those in its own layer. */
#include <stdlib.h>

#include "analysis/analysis.h"
#include "analysis/concentration.h"
#include "analysis/rows.h"
#include "base/keyed.h"
#include "base/memory.h"
#include "base/try.h"
#include "model/carried.h"

static const vcl_column *const columns[] = {
    &vcl_columns[VCL_COL_PRODUCT],     &vcl_columns[VCL_COL_PRODUCT_NAME],
    &vcl_columns[VCL_COL_BUYER_COUNT], &vcl_columns[VCL_COL_SELLER_COUNT],
    &vcl_columns[VCL_COL_TOP_BUYER],   &vcl_columns[VCL_COL_TOP_SHARE],
    &vcl_columns[VCL_COL_HHI],         &vcl_columns[VCL_COL_BASIS],
};

/* A market, that of a class of products or of the unstated one. */
struct market {
    uint64_t sellers;
    uint32_t last_seller; /* 1 + the one last counted: links stand in the order of sellers */
    size_t trade_count;
    vcl_concentration figures;
};

struct measuring {
    const vcl_study *study;
    struct market *markets; /* by product, that of its class; last the unstated one's */
    vcl_array trades; /* of vcl_keyed: the market, then the buyer; and the link's terms */
};

static vcl_status add_trade(struct measuring *measuring, const vcl_link *link, uint32_t product,
                            vcl_error *err)
{
    struct market *market = measuring->markets + product;
    vcl_keyed trade = { (uint64_t)product << 32 | link->target, link->terms };

    market->trade_count++;
    if (market->last_seller != link->source + 1) {
        market->last_seller = link->source + 1;
        market->sellers += vcl_rows_weight(measuring->study->chain, link->source);
    }
    return vcl_array_add(&measuring->trades, &trade, err);
}

/* Of a class of products only its leader: the others have the same market. */
static vcl_status add_trades(struct measuring *measuring, const vcl_link *link, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = measuring->study->chain;
    vcl_carried carried = vcl_carried_by(
        &measuring->study->layers.classes.sets, vcl_link_terms(chain, link)->products,
        chain->actors[link->source].products, chain->actors[link->target].products);

    if (carried.candidates.count == 0) {
        TRY(add_trade(measuring, link, chain->product_count, err));
    }
    for (uint32_t i = 0; i < carried.candidates.count; i++) {
        if (vcl_carried_has(&carried, carried.candidates.items[i])) {
            TRY(add_trade(measuring, link, carried.candidates.items[i], err));
        }
    }
done:
    return status;
}

/* Lists the trades by market, of each by buyer, of that in the order of links. */
static vcl_status list_trades(struct measuring *measuring, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const uint32_t *sales = measuring->study->state.sales.items;

    for (size_t i = 0; i < measuring->study->state.sales.count; i++) {
        TRY(add_trades(measuring, measuring->study->chain->links + sales[i], err));
    }
    TRY(vcl_keyed_sort(measuring->trades.items, measuring->trades.count, err));
done:
    return status;
}

static vcl_status measure(const vcl_chain *chain, const vcl_keyed *trades, uint32_t product,
                          vcl_sales *sales, struct market *market, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t named = product < chain->product_count ? 1 : 0;

    vcl_sales_begin(sales);
    for (size_t i = 0; i < market->trade_count; i++) {
        const vcl_terms *terms = chain->terms + trades[i].number;
        bool alone = vcl_sets_at(&chain->sets, terms->products).count == named;
        TRY(vcl_sales_add(sales, (uint32_t)trades[i].key, terms->volume_kg, alone, err));
    }
    market->figures = vcl_sales_concentration(sales);
done:
    return status;
}

/* Fills the markets of leaders and that of the unstated product. */
static vcl_status measure_all(struct measuring *measuring, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = measuring->study->chain;
    const vcl_keyed *trades = NULL;
    vcl_sales sales = { 0 };

    TRY(list_trades(measuring, err));
    trades = measuring->trades.items;
    for (uint32_t product = 0; product <= chain->product_count; product++) {
        struct market *market = measuring->markets + product;
        if (market->trade_count > 0) {
            TRY(measure(chain, trades, product, &sales, market, err));
            trades += market->trade_count;
        }
    }
done:
    vcl_array_release(&sales.sales);
    return status;
}

static void add_row(vcl_table *table, const vcl_chain *chain, uint32_t product,
                    const struct market *market)
{
    bool stated = product < chain->product_count;

    if (market->trade_count == 0) {
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
    struct measuring measuring = { .study = study };

    vcl_array_init(&measuring.trades, sizeof(vcl_keyed));
    TRY(vcl_alloc(&measuring.markets, (size_t)products + 1, sizeof(struct market), err));
    TRY(measure_all(&measuring, err));
    for (uint32_t product = 0; product < products; product++) {
        add_row(table, study->chain, product,
                measuring.markets + study->layers.classes.leader[product]);
    }
    add_row(table, study->chain, products, measuring.markets + products);
done:
    free(measuring.markets);
    vcl_array_release(&measuring.trades);
    return status;
}

const vcl_analysis vcl_analysis_markets = {
    .kind = &(const vcl_table_kind){ "markets",
                                     { "Markets", "Thị trường sản phẩm" },
                                     columns,
                                     sizeof columns / sizeof *columns },
    .run = run,
};
