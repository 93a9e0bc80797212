/* actors: every actor as the dataset states it, by id; what holds anyway is null. */
#include <math.h>

#include "analysis/analysis.h"
#include "analysis/rows.h"
#include "base/try.h"
#include "model/records.h"

/* What is told of a farmer besides its place, products and status is not kept. */
static const vcl_facts nothing = {
    .turnover = (double)NAN,
    .area_ha = (double)NAN,
    .workers = (double)NAN,
    .latitude = (double)NAN,
    .longitude = (double)NAN,
};

static void add_unless(vcl_table *table, uint32_t number, uint32_t unstated)
{
    if (number == unstated) {
        vcl_table_add_null(table);
    } else {
        vcl_table_add_integer(table, number);
    }
}

/* id … sector */
static void add_identity(vcl_table *table, const vcl_chain *chain, uint32_t actor,
                         const vcl_facts *facts)
{
    const vcl_actor *record = chain->actors + actor;
    uint32_t sector = vcl_actor_sector(chain, actor);

    vcl_table_add_text(table, vcl_actor_id(chain, actor));
    vcl_table_add_term(table, vcl_kind_word((vcl_kind)record->kind));
    vcl_table_add_text(table, facts->name);
    vcl_table_add_text(table, facts->form);
    vcl_table_add_text(table, record->place == VCL_NONE ? NULL : chain->places[record->place].id);
    vcl_table_add_text(table, sector == VCL_NONE ? NULL : vcl_idmap_name(&chain->sectors, sector));
}

/* status … members */
static void add_standing(vcl_table *table, const vcl_chain *chain, uint32_t actor,
                         const vcl_facts *facts)
{
    const vcl_actor *record = chain->actors + actor;

    vcl_table_add_term(table,
                       record->status == VCL_ACTIVE ? NULL : vcl_rows_statuses[record->status]);
    vcl_rows_add_tri(table, record->sells ? VCL_UNSTATED : VCL_NO);
    vcl_rows_add_tri(table, (vcl_tri)facts->buyer);
    add_unless(table, vcl_actor_count(chain, actor), 1);
    add_unless(table, vcl_actor_members(chain, actor), VCL_NONE);
}

/* certificates … lon */
static void add_facts(vcl_table *table, const vcl_facts *facts)
{
    vcl_rows_add_texts(table, facts->certificates);
    vcl_rows_add_texts(table, facts->requires);
    vcl_rows_add_tri(table, (vcl_tri)facts->high_tech);
    vcl_table_add_text(table, facts->founded);
    vcl_table_add_text(table, facts->tax_id);
    vcl_table_add_real(table, facts->area_ha);
    vcl_table_add_real(table, facts->workers);
    vcl_table_add_real(table, facts->turnover);
    vcl_table_add_text(table, facts->rating);
    vcl_table_add_real(table, facts->latitude);
    vcl_table_add_real(table, facts->longitude);
}

static vcl_status add_row(vcl_table *table, const vcl_chain *chain, uint32_t actor, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_facts *facts = vcl_actor_facts(chain, actor);

    facts = facts == NULL ? &nothing : facts;
    add_identity(table, chain, actor, facts);
    add_standing(table, chain, actor, facts);
    TRY(vcl_rows_add_products(table, chain, chain->actors[actor].products, err));
    add_facts(table, facts);
done:
    return status;
}

static vcl_status run(vcl_study *study, vcl_table *table, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t rows = 0;

    for (uint32_t i = 0; i < study->chain->actor_count; i++) {
        rows += vcl_rows_is_shown(study, i) ? 1 : 0;
    }
    TRY(vcl_table_reserve(table, rows, err));
    for (uint32_t i = 0; i < study->chain->actor_count; i++) {
        if (vcl_rows_is_shown(study, i)) {
            TRY(add_row(table, study->chain, i, err));
            TRY(vcl_rows_check_memory(table, err));
        }
    }
done:
    return status;
}

const vcl_analysis vcl_analysis_actors = {
    .kind = &vcl_record_kinds[VCL_RECORDS_ACTORS],
    .run = run,
    .on_demand = true,
    .is_record = true,
};
