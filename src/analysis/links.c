/* links: every link that counts, in the order of source, target, then the chain's own; who goes
 * along it and whether it leads to a buyer. */
#include <stdlib.h>

#include "analysis/analysis.h"
#include "analysis/rows.h"
#include "base/memory.h"
#include "base/try.h"
#include "model/carried.h"

static const vcl_column *const columns[] = {
    &vcl_columns[VCL_COL_SOURCE],          &vcl_columns[VCL_COL_TARGET],
    &vcl_columns[VCL_COL_LINK_KIND],       &vcl_columns[VCL_COL_LINK_PRODUCTS],
    &vcl_columns[VCL_COL_LINK_VOLUME],     &vcl_columns[VCL_COL_DELIVERED],
    &vcl_columns[VCL_COL_LINK_VALUE],      &vcl_columns[VCL_COL_CONTRACT],
    &vcl_columns[VCL_COL_START],           &vcl_columns[VCL_COL_END],
    &vcl_columns[VCL_COL_LINK_STATUS],     &vcl_columns[VCL_COL_LINK_ACTIVE],
    &vcl_columns[VCL_COL_LINK_HOUSEHOLDS], &vcl_columns[VCL_COL_LEADS_TO_BUYER],
};

/* What is known of an arc of the fold: found once, however many links it stands for. */
enum { STANDS = 1, LEADS = 2 };

static uint8_t look_at_arc(const vcl_study *study, const vcl_arc *arc)
{
    const vcl_vertex *vertices = study->fold.vertices;
    vcl_carried carried =
        vcl_carried_by(&study->layers.classes.sets, arc->products, vertices[arc->source].products,
                       vertices[arc->target].products);
    uint8_t found = 0;

    if (carried.candidates.count == 0) { /* it stands in every layer */
        return vcl_coverage_leads(&study->coverage, arc->target) ? STANDS | LEADS : STANDS;
    }
    for (uint32_t i = 0; i < carried.candidates.count && (found & LEADS) == 0; i++) {
        uint32_t product = carried.candidates.items[i];
        if (vcl_carried_has(&carried, product)) {
            bool leads = vcl_coverage_leads_for(&study->coverage, arc->target, product);
            found |= leads ? STANDS | LEADS : STANDS;
        }
    }
    return found;
}

static vcl_status look_at_arcs(const vcl_study *study, uint8_t **out, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_alloc(out, study->fold.arc_count, sizeof **out, err));
    for (uint32_t i = 0; i < study->fold.arc_count; i++) {
        (*out)[i] = look_at_arc(study, study->fold.arcs + i);
    }
done:
    return status;
}

/* The arc of a link that carries goods: arcs out of a vertex stand in the order of target, then
 * products. */
static uint32_t arc_of(const vcl_study *study, const vcl_link *link)
{
    const vcl_fold *fold = &study->fold;
    uint32_t source = fold->of_actor[link->source];
    uint32_t target = fold->of_actor[link->target];
    uint32_t products = vcl_link_terms(study->chain, link)->products;
    uint32_t low = fold->arcs_out[source];
    uint32_t high = fold->arcs_out[source + 1];

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const vcl_arc *arc = fold->arcs + middle;
        if (arc->target < target || (arc->target == target && arc->products < products)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* Those who go along a link that stands in a layer. */
static uint64_t households_behind(const vcl_study *study, uint32_t actor)
{
    return study->chain->actors[actor].kind == VCL_FARMER
               ? vcl_actor_count(study->chain, actor)
               : study->upstream[study->fold.of_actor[actor]].households;
}

static vcl_status add_row(vcl_table *table, const vcl_study *study, uint32_t number,
                          const uint8_t *arcs, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = study->chain;
    const vcl_link *link = chain->links + number;
    const vcl_terms *terms = vcl_link_terms(chain, link);
    bool is_active = vcl_terms_are_current(terms, study->state.as_of) &&
                     vcl_bits_has(study->state.active, link->source) &&
                     vcl_bits_has(study->state.active, link->target);
    uint8_t found = vcl_bits_has(study->state.carries, number) ? arcs[arc_of(study, link)] : 0;
    uint64_t households = (found & STANDS) != 0 ? households_behind(study, link->source) : 0;

    vcl_table_add_text(table, vcl_actor_id(chain, link->source));
    vcl_table_add_text(table, vcl_actor_id(chain, link->target));
    TRY(vcl_rows_add_terms(table, chain, terms, err));
    vcl_table_add_term(table, vcl_rows_link_statuses[terms->status]);
    vcl_table_add_boolean(table, is_active);
    vcl_table_add_integer(table, (int64_t)households);
    vcl_table_add_boolean(table, (found & LEADS) != 0);
done:
    return status;
}

static vcl_status run(vcl_study *study, vcl_table *table, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = study->chain;
    uint8_t *arcs = NULL;
    size_t rows = 0;

    for (uint32_t i = 0; i < chain->link_count; i++) {
        rows += vcl_rows_shows_link(study, chain->links + i) ? 1 : 0;
    }
    TRY(vcl_table_reserve(table, rows, err));
    TRY(vcl_study_all_upstream(study, err));
    TRY(look_at_arcs(study, &arcs, err));
    for (uint32_t i = 0; i < chain->link_count; i++) {
        if (vcl_rows_shows_link(study, chain->links + i)) {
            TRY(add_row(table, study, i, arcs, err));
            TRY(vcl_rows_check_memory(table, err));
        }
    }
done:
    free(arcs);
    return status;
}

const vcl_analysis vcl_analysis_links = {
    .kind =
        &(const vcl_table_kind){
            "links", { "Links", "Các liên kết" }, columns, sizeof columns / sizeof *columns },
    .run = run,
    .waits_for = 1U << VCL_STAGE_REACH,
    .on_demand = true,
};
