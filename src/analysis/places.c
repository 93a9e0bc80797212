/* places: the tree of places, by id. */
#include "analysis/analysis.h"

static const vcl_column *const columns[] = {
    &vcl_columns[VCL_COL_PLACE_ID],    &vcl_columns[VCL_COL_PLACE_OWN_NAME],
    &vcl_columns[VCL_COL_PLACE_LEVEL], &vcl_columns[VCL_COL_PARENT],
    &vcl_columns[VCL_COL_LATITUDE],    &vcl_columns[VCL_COL_LONGITUDE],
};

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
    .kind = { "places", { "Places", "Địa bàn" }, columns, sizeof columns / sizeof *columns },
    .run = run,
    .on_demand = true,
};
