/* Where actors stand on a map. */
#include "export/positions.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"
#include "export/network.h"

/* The columns that say where something is. `within` is the place it lies in. */
struct where {
    const vcl_table *table;
    size_t id;
    size_t within;
    size_t latitude;
    size_t longitude;
};

static struct where where_of(const vcl_table *table, const char *within)
{
    return (struct where){ .table = table,
                           .id = vcl_network_column(table, "id"),
                           .within = vcl_network_column(table, within),
                           .latitude = vcl_network_column(table, "lat"),
                           .longitude = vcl_network_column(table, "lon") };
}

static vcl_position position_of(const struct where *where, size_t row, vcl_located located)
{
    const vcl_value *values = vcl_table_row(where->table, row);
    bool known = !values[where->latitude].is_null && !values[where->longitude].is_null;

    if (!known) {
        return (vcl_position){ .located = VCL_LOCATED_NOWHERE };
    }
    return (vcl_position){ .located = located,
                           .latitude = values[where->latitude].real,
                           .longitude = values[where->longitude].real,
                           .place = located == VCL_LOCATED_OWN ? NULL : values[where->id].text };
}

/* Up from the place that `value` names; no further than there are places. */
static vcl_position climb(const struct where *places, const vcl_idmap *ids, const vcl_value *value)
{
    vcl_position position = { .located = VCL_LOCATED_NOWHERE };
    size_t count = vcl_table_row_count(places->table);

    for (size_t i = 0; i < count && !value->is_null && position.located == VCL_LOCATED_NOWHERE;
         i++) {
        uint32_t row = vcl_idmap_find(ids, vcl_slice_of(value->text));
        if (row == VCL_NONE) {
            break;
        }
        position = position_of(places, row, i == 0 ? VCL_LOCATED_PLACE : VCL_LOCATED_ANCESTOR);
        value = &vcl_table_row(places->table, row)[places->within];
    }
    return position;
}

static vcl_status number_rows(const struct where *where, vcl_idmap *ids, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (size_t i = 0; i < vcl_table_row_count(where->table); i++) {
        uint32_t number = 0;
        const char *id = vcl_table_row(where->table, i)[where->id].text;
        TRY(vcl_idmap_intern(ids, vcl_slice_of(id), &number, err));
    }
done:
    return status;
}

static void locate(vcl_positions *positions, const struct where *nodes, const struct where *places,
                   const vcl_idmap *place_ids)
{
    for (size_t i = 0; i < vcl_table_row_count(nodes->table); i++) {
        vcl_position position = position_of(nodes, i, VCL_LOCATED_OWN);
        if (position.located == VCL_LOCATED_NOWHERE) {
            position = climb(places, place_ids, &vcl_table_row(nodes->table, i)[nodes->within]);
        }
        positions->positions[i] = position;
    }
}

vcl_status vcl_positions_init(vcl_positions *positions, const vcl_table *nodes,
                              const vcl_table *places, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const struct where node = where_of(nodes, "place");
    const struct where place = where_of(places, "parent");
    vcl_idmap place_ids;

    *positions = (vcl_positions){ 0 };
    vcl_idmap_init(&positions->actors);
    vcl_idmap_init(&place_ids);
    TRY(vcl_alloc(&positions->positions, vcl_table_row_count(nodes), sizeof *positions->positions,
                  err));
    TRY(number_rows(&node, &positions->actors, err));
    TRY(number_rows(&place, &place_ids, err));
    locate(positions, &node, &place, &place_ids);
done:
    vcl_idmap_release(&place_ids);
    return status;
}

void vcl_positions_release(vcl_positions *positions)
{
    vcl_idmap_release(&positions->actors);
    free(positions->positions);
    *positions = (vcl_positions){ 0 };
}

vcl_position vcl_positions_of(const vcl_positions *positions, const char *id)
{
    uint32_t actor = vcl_idmap_find(&positions->actors, vcl_slice_of(id));

    return actor == VCL_NONE ? (vcl_position){ .located = VCL_LOCATED_NOWHERE }
                             : positions->positions[actor];
}
