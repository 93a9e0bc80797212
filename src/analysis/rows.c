/* Comparing, naming and weighing for the rows of tables. */
#include "analysis/rows.h"

#include <math.h>
#include <stdlib.h>

#include "base/amount.h"
#include "base/memory.h"
#include "base/try.h"

const char *const vcl_rows_statuses[] = { "active", "suspended", "dissolved" };
const char *const vcl_rows_link_kinds[] = { "membership", "supply", "input" };
const char *const vcl_rows_link_statuses[] = { "active", "ended", "breached" };
const char *const vcl_rows_contracts[] = { NULL, "written", "oral", "none" };

int vcl_rows_larger_first(uint64_t a, uint64_t b)
{
    return (a < b) - (a > b);
}

int vcl_rows_larger_real_first(double a, double b)
{
    if (isnan(a) || isnan(b)) {
        return (isnan(a) != 0) - (isnan(b) != 0);
    }
    a = vcl_amount_round(a);
    b = vcl_amount_round(b);
    return (a < b) - (a > b);
}

int vcl_rows_smaller_first(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

void vcl_rows_add_actor(vcl_table *table, const vcl_chain *chain, uint32_t actor)
{
    vcl_table_add_text(table, vcl_actor_id(chain, actor));
    vcl_table_add_text(table, vcl_actor_name(chain, actor));
    vcl_table_add_term(table, vcl_kind_word((vcl_kind)chain->actors[actor].kind));
}

void vcl_rows_add_scope(vcl_table *table, const vcl_chain *chain, vcl_scope scope, uint32_t index)
{
    static const char *const words[] = { "all", "product", "place", "sector" };
    const char *key = NULL;
    const char *name = NULL;
    const char *level = NULL;

    if (scope == VCL_SCOPE_PRODUCT) {
        key = chain->products[index].id;
        name = chain->products[index].name;
    } else if (scope == VCL_SCOPE_PLACE) {
        key = chain->places[index].id;
        name = chain->places[index].name;
        level = chain->places[index].level;
    } else if (scope == VCL_SCOPE_SECTOR) {
        key = vcl_idmap_name(&chain->sectors, index);
    }
    vcl_table_add_term(table, words[scope]);
    vcl_table_add_text(table, key);
    vcl_table_add_text(table, name);
    vcl_table_add_text(table, level);
}

vcl_status vcl_rows_places_upward(const vcl_chain *chain, uint32_t **out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t *children = NULL; /* not yet listed */
    uint32_t listed = 0;

    TRY(vcl_alloc(&children, chain->place_count, sizeof *children, err));
    TRY(vcl_alloc(out, chain->place_count, sizeof **out, err));
    for (uint32_t i = 0; i < chain->place_count; i++) {
        if (chain->places[i].parent != VCL_NONE) {
            children[chain->places[i].parent]++;
        }
    }
    for (uint32_t i = 0; i < chain->place_count; i++) {
        if (children[i] == 0) {
            (*out)[listed++] = i;
        }
    }
    for (uint32_t i = 0; i < listed; i++) {
        uint32_t parent = chain->places[(*out)[i]].parent;
        if (parent != VCL_NONE && --children[parent] == 0) {
            (*out)[listed++] = parent;
        }
    }
done:
    free(children);
    return status;
}

uint64_t vcl_rows_weight(const vcl_chain *chain, uint32_t actor)
{
    return vcl_actor_count(chain, actor);
}

bool vcl_rows_is_sale(const vcl_study *study, uint32_t link)
{
    const vcl_link *record = study->chain->links + link;

    return vcl_bits_has(study->state.carries, link) &&
           vcl_link_terms(study->chain, record)->treated == VCL_SUPPLY &&
           study->chain->actors[record->target].buyer;
}

vcl_status vcl_rows_add_products(vcl_table *table, const vcl_chain *chain, uint32_t set,
                                 vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_set products = vcl_sets_at(&chain->sets, set);
    const char **ids = NULL;

    TRY(vcl_alloc(&ids, products.count, sizeof *ids, err));
    for (uint32_t i = 0; i < products.count; i++) {
        ids[i] = chain->products[products.items[i]].id;
    }
    vcl_table_add_list(table, ids, products.count);
done:
    free(ids);
    return status;
}

void vcl_rows_add_texts(vcl_table *table, const char *const *texts)
{
    size_t count = 0;

    while (texts != NULL && texts[count] != NULL) {
        count++;
    }
    vcl_table_add_list(table, texts, count);
}

void vcl_rows_add_date(vcl_table *table, vcl_date date)
{
    char text[VCL_DATE_SIZE];

    if (date == VCL_NO_DATE) {
        vcl_table_add_null(table);
        return;
    }
    vcl_date_format(date, text);
    vcl_table_add_text(table, text);
}

void vcl_rows_add_tri(vcl_table *table, vcl_tri fact)
{
    if (fact == VCL_UNSTATED) {
        vcl_table_add_null(table);
    } else {
        vcl_table_add_boolean(table, fact == VCL_YES);
    }
}

double vcl_rows_output(const vcl_chain *chain, uint32_t actor)
{
    vcl_set set = vcl_sets_at(&chain->sets, chain->actors[actor].products);
    double sum_kg = (double)NAN;

    for (uint32_t i = 0; i < set.count; i++) {
        const vcl_amount *amount = vcl_chain_amount(chain, actor, set.items[i]);
        sum_kg = vcl_amount_add_known(sum_kg, amount == NULL ? (double)NAN : amount->output_kg);
    }
    return sum_kg;
}

bool vcl_rows_is_shown(const vcl_study *study, uint32_t actor)
{
    return !study->organisations_only || study->chain->actors[actor].kind != VCL_FARMER;
}

bool vcl_rows_shows_link(const vcl_study *study, const vcl_link *link)
{
    return vcl_rows_is_shown(study, link->source) && vcl_rows_is_shown(study, link->target);
}

uint64_t vcl_rows_suppliers(const vcl_study *study, uint32_t buyer)
{
    const vcl_chain *chain = study->chain;
    vcl_span in = vcl_links_in(chain, buyer);
    uint64_t suppliers = 0;
    uint32_t last = VCL_NONE;

    /* Links into an actor stand in the order of their sources. */
    for (uint32_t i = in.first; i < in.end; i++) {
        uint32_t source = chain->links[chain->links_in[i]].source;
        if (vcl_rows_is_sale(study, chain->links_in[i])) {
            suppliers += source != last ? vcl_rows_weight(chain, source) : 0;
            last = source;
        }
    }
    return suppliers;
}

vcl_status vcl_rows_check_memory(const vcl_table *table, vcl_error *err)
{
    static const size_t rows_a_look = 1 << 14;
    size_t rows = vcl_table_row_count(table);

    return rows > 0 && rows % rows_a_look == 0 ? vcl_memory_check(err) : VCL_OK;
}

vcl_status vcl_rows_add_terms(vcl_table *table, const vcl_chain *chain, const vcl_terms *terms,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;

    vcl_table_add_term(table, vcl_rows_link_kinds[terms->kind]);
    TRY(vcl_rows_add_products(table, chain, terms->products, err));
    vcl_table_add_real(table, terms->volume_kg);
    vcl_table_add_real(table, terms->delivered_kg);
    vcl_table_add_real(table, terms->value);
    vcl_table_add_term(table, vcl_rows_contracts[terms->contract]);
    vcl_rows_add_date(table, terms->start);
    vcl_rows_add_date(table, terms->end);
done:
    return status;
}
