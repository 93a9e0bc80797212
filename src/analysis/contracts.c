/* contracts: on what footing farmers, groups, cooperatives and unions sell to buyers, in all, by
 * product that a link names, and by place of the seller. */
#include <stdlib.h>

#include "analysis/analysis.h"
#include "analysis/rows.h"
#include "base/memory.h"
#include "base/try.h"

static const vcl_column *const columns[] = {
    &vcl_columns[VCL_COL_SCOPE],
    &vcl_columns[VCL_COL_SCOPE_KEY],
    &vcl_columns[VCL_COL_SCOPE_NAME],
    &vcl_columns[VCL_COL_SCOPE_LEVEL],
    &vcl_columns[VCL_COL_CONTRACT_LINKS],
    &vcl_columns[VCL_COL_WRITTEN],
    &vcl_columns[VCL_COL_ORAL],
    &vcl_columns[VCL_COL_NONE],
    &vcl_columns[VCL_COL_UNKNOWN],
    &vcl_columns[VCL_COL_ENDING],
    &vcl_columns[VCL_COL_CONTRACT_SELLERS],
    &vcl_columns[VCL_COL_SELLERS_WRITTEN],
};

enum { CONTRACTS = 4 };

struct cell {
    uint64_t links[CONTRACTS]; /* by vcl_contract */
    uint64_t ending;
    uint64_t sellers;
    uint64_t sellers_written;
    /* 1 + the seller last counted: links stand in the order of sellers. */
    uint32_t last_seller;
    uint32_t last_written;
};

struct census {
    const vcl_study *study;
    vcl_date year_end; /* the as-of day a year on */
    struct cell all;
    struct cell *products;
    struct cell *places;
};

static bool ends_soon(const struct census *census, const vcl_terms *terms)
{
    return census->study->state.as_of != VCL_NO_DATE && terms->end != VCL_NO_DATE &&
           terms->end >= census->study->state.as_of && terms->end <= census->year_end;
}

static void add_to(struct cell *cell, const struct census *census, const vcl_link *link)
{
    const vcl_chain *chain = census->study->chain;
    const vcl_terms *terms = vcl_link_terms(chain, link);
    uint64_t weight = vcl_rows_weight(chain, link->source);

    cell->links[terms->contract]++;
    cell->ending += ends_soon(census, terms) ? 1 : 0;
    if (cell->last_seller != link->source + 1) {
        cell->last_seller = link->source + 1;
        cell->sellers += weight;
    }
    if (terms->contract == VCL_CONTRACT_WRITTEN && cell->last_written != link->source + 1) {
        cell->last_written = link->source + 1;
        cell->sellers_written += weight;
    }
}

static void count_links(struct census *census)
{
    const vcl_chain *chain = census->study->chain;
    const uint32_t *sales = census->study->state.sales.items;

    for (size_t i = 0; i < census->study->state.sales.count; i++) {
        const vcl_link *link = chain->links + sales[i];
        const vcl_actor *seller = chain->actors + link->source;
        vcl_set named = vcl_sets_at(&chain->sets, vcl_link_terms(chain, link)->products);
        if (seller->kind == VCL_ENTERPRISE) {
            continue;
        }
        add_to(&census->all, census, link);
        for (uint32_t k = 0; k < named.count; k++) {
            add_to(census->products + named.items[k], census, link);
        }
        if (seller->place != VCL_NONE) {
            add_to(census->places + seller->place, census, link);
        }
    }
}

/* A seller stands in one place, so what lies within a place adds up. */
static vcl_status add_up_places(struct census *census, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = census->study->chain;
    uint32_t *order = NULL;

    TRY(vcl_rows_places_upward(chain, &order, err));
    for (uint32_t i = 0; i < chain->place_count; i++) {
        const struct cell *from = census->places + order[i];
        uint32_t parent = chain->places[order[i]].parent;
        if (parent == VCL_NONE) {
            continue;
        }
        struct cell *to = census->places + parent;
        for (int contract = 0; contract < CONTRACTS; contract++) {
            to->links[contract] += from->links[contract];
        }
        to->ending += from->ending;
        to->sellers += from->sellers;
        to->sellers_written += from->sellers_written;
    }
done:
    free(order);
    return status;
}

static void add_row(vcl_table *table, const struct census *census, vcl_scope scope, uint32_t index,
                    const struct cell *cell)
{
    uint64_t links = 0;

    for (int contract = 0; contract < CONTRACTS; contract++) {
        links += cell->links[contract];
    }
    if (links == 0) {
        return;
    }
    vcl_rows_add_scope(table, census->study->chain, scope, index);
    vcl_table_add_integer(table, (int64_t)links);
    vcl_table_add_integer(table, (int64_t)cell->links[VCL_CONTRACT_WRITTEN]);
    vcl_table_add_integer(table, (int64_t)cell->links[VCL_CONTRACT_ORAL]);
    vcl_table_add_integer(table, (int64_t)cell->links[VCL_CONTRACT_NONE]);
    vcl_table_add_integer(table, (int64_t)cell->links[VCL_CONTRACT_UNKNOWN]);
    if (census->study->state.as_of == VCL_NO_DATE) {
        vcl_table_add_null(table);
    } else {
        vcl_table_add_integer(table, (int64_t)cell->ending);
    }
    vcl_table_add_integer(table, (int64_t)cell->sellers);
    vcl_table_add_integer(table, (int64_t)cell->sellers_written);
}

static vcl_status run(vcl_study *study, vcl_table *table, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = study->chain;
    struct census census = { .study = study, .year_end = VCL_NO_DATE };

    if (study->state.as_of != VCL_NO_DATE) {
        census.year_end = vcl_date_next_year(study->state.as_of);
    }
    TRY(vcl_alloc(&census.products, chain->product_count, sizeof(struct cell), err));
    TRY(vcl_alloc(&census.places, chain->place_count, sizeof(struct cell), err));
    count_links(&census);
    TRY(add_up_places(&census, err));
    add_row(table, &census, VCL_SCOPE_ALL, 0, &census.all);
    for (uint32_t i = 0; i < chain->product_count; i++) {
        add_row(table, &census, VCL_SCOPE_PRODUCT, i, census.products + i);
    }
    for (uint32_t i = 0; i < chain->place_count; i++) {
        add_row(table, &census, VCL_SCOPE_PLACE, i, census.places + i);
    }
done:
    free(census.products);
    free(census.places);
    return status;
}

const vcl_analysis vcl_analysis_contracts = {
    .kind = &(const vcl_table_kind){ "contracts",
                                     { "Contracts", "Hợp đồng tiêu thụ" },
                                     columns,
                                     sizeof columns / sizeof *columns },
    .run = run,
};
