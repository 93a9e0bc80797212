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
    uint32_t *trades; /* links by market, in the order of buyers */
    size_t *next; /* by market: where its next trade is placed; NULL while they are counted */
};

/* Counts a link in a market, or places it there. */
static void add_trade(struct measuring *measuring, uint32_t link, uint32_t product)
{
    const vcl_chain *chain = measuring->study->chain;
    struct market *market = measuring->markets + product;
    uint32_t seller = chain->links[link].source;

    if (measuring->next != NULL) {
        measuring->trades[measuring->next[product]++] = link;
        return;
    }
    market->trade_count++;
    if (market->last_seller != seller + 1) {
        market->last_seller = seller + 1;
        market->sellers += vcl_rows_weight(chain, seller);
    }
}

/* Of a class of products only its leader: the others have the same market. */
static void add_trades(struct measuring *measuring, uint32_t link)
{
    const vcl_chain *chain = measuring->study->chain;
    const vcl_link *record = chain->links + link;
    vcl_carried carried = vcl_carried_by(
        &measuring->study->layers.classes.sets, vcl_link_terms(chain, record)->products,
        chain->actors[record->source].products, chain->actors[record->target].products);

    if (carried.candidates.count == 0) {
        add_trade(measuring, link, chain->product_count);
    }
    for (uint32_t i = 0; i < carried.candidates.count; i++) {
        if (vcl_carried_has(&carried, carried.candidates.items[i])) {
            add_trade(measuring, link, carried.candidates.items[i]);
        }
    }
}

static void count_trades(struct measuring *measuring)
{
    const uint32_t *sales = measuring->study->state.sales.items;

    for (size_t i = 0; i < measuring->study->state.sales.count; i++) {
        add_trades(measuring, sales[i]);
    }
}

/* Buyer by buyer. */
static vcl_status place_trades(struct measuring *measuring, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_study *study = measuring->study;
    size_t count = 0;

    TRY(vcl_alloc(&measuring->next, (size_t)study->chain->product_count + 1,
                  sizeof *measuring->next, err));
    for (uint32_t product = 0; product <= study->chain->product_count; product++) {
        measuring->next[product] = count;
        count += measuring->markets[product].trade_count;
    }
    TRY(vcl_alloc(&measuring->trades, count, sizeof *measuring->trades, err));
    for (uint32_t vertex = 0; vertex < study->fold.organisation_count; vertex++) {
        vcl_span in = vcl_links_in(study->chain, study->fold.vertices[vertex].actor);
        for (uint32_t i = in.first; study->fold.vertices[vertex].buyer && i < in.end; i++) {
            if (vcl_rows_is_sale(study, study->chain->links_in[i])) {
                add_trades(measuring, study->chain->links_in[i]);
            }
        }
    }
done:
    return status;
}

static vcl_status measure(const vcl_chain *chain, const uint32_t *trades, uint32_t product,
                          vcl_sales *sales, struct market *market, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t named = product < chain->product_count ? 1 : 0;

    vcl_sales_begin(sales);
    for (size_t i = 0; i < market->trade_count; i++) {
        const vcl_link *link = chain->links + trades[i];
        const vcl_terms *terms = vcl_link_terms(chain, link);
        bool alone = vcl_sets_at(&chain->sets, terms->products).count == named;
        TRY(vcl_sales_add(sales, link->target, terms->volume_kg, alone, err));
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
    vcl_sales sales = { 0 };

    count_trades(measuring);
    TRY(place_trades(measuring, err));
    for (uint32_t product = 0; product <= chain->product_count; product++) {
        struct market *market = measuring->markets + product;
        if (market->trade_count > 0) {
            TRY(measure(chain, measuring->trades + measuring->next[product] - market->trade_count,
                        product, &sales, market, err));
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

    TRY(vcl_alloc(&measuring.markets, (size_t)products + 1, sizeof(struct market), err));
    TRY(measure_all(&measuring, err));
    for (uint32_t product = 0; product < products; product++) {
        add_row(table, study->chain, product,
                measuring.markets + study->layers.classes.leader[product]);
    }
    add_row(table, study->chain, products, measuring.markets + products);
done:
    free(measuring.markets);
    free(measuring.trades);
    free(measuring.next);
    return status;
}

const vcl_analysis vcl_analysis_markets = {
    .kind = &(const vcl_table_kind){ "markets",
                                     { "Markets", "Thị trường sản phẩm" },
                                     columns,
                                     sizeof columns / sizeof *columns },
    .run = run,
};
