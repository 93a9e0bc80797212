/* places: the tree of places, by id. */
#include "analysis/analysis.h"
#include "model/records.h"

static vcl_status run(vcl_study *study, vcl_table *table, vcl_error *err)
{
    const vcl_place *places = study->chain->places;

    (void)err;
    for (uint32_t i = 0; i < study->chain->place_count; i++) {
        const vcl_place *place = places + i;
        vcl_table_add_text(table, place->id);
        vcl_table_add_text(table, place->name);
        vcl_table_add_text(table, place->level);
        vcl_table_add_text(table, place->parent == VCL_NONE ? NULL : places[place->parent].id);
        vcl_table_add_real(table, place->latitude);
        vcl_table_add_real(table, place->longitude);
    }
    return VCL_OK;
}

const vcl_analysis vcl_analysis_places = {
    .kind = &vcl_record_kinds[VCL_RECORDS_PLACES],
    .run = run,
    .on_demand = true,
    .is_record = true,
};
