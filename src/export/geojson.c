/* GeoJSON (RFC 7946): a Point for every actor that has a position (see positions.h) and a LineString
 * for every link both of whose ends have one, all columns of `nodes` and `links` as properties, null
 * kept. `located_by` is "own", "place" or "ancestor", `located_at` the id of that place. */
#include "export/exporter.h"

#include "base/error.h"
#include "base/try.h"
#include "export/network.h"
#include "export/positions.h"
#include "export/rowjson.h"

struct writer {
    vcl_network network;
    vcl_positions positions;
    vcl_output *output;
    size_t features;
};

static json_t *coordinates_of(vcl_position position)
{
    return json_pack("[f, f]", position.longitude, position.latitude);
}

static json_t *point_of(vcl_position position)
{
    return json_pack("{s:s, s:o}", "type", "Point", "coordinates", coordinates_of(position));
}

static json_t *line_of(vcl_position from, vcl_position to)
{
    return json_pack("{s:s, s:[o, o]}", "type", "LineString", "coordinates", coordinates_of(from),
                     coordinates_of(to));
}

/* NULL for want of memory. */
static json_t *properties_of(const vcl_table *table, size_t row)
{
    json_t *properties = json_object();

    if (vcl_rowjson_set_row(properties, table, row) != 0) {
        json_decref(properties);
        return NULL;
    }
    return properties;
}

static json_t *actor_of(const struct writer *writer, size_t row, const char *id,
                        vcl_position position)
{
    static const char *const words[] = { NULL, "own", "place", "ancestor" };
    json_t *properties = properties_of(writer->network.nodes, row);
    int failed =
        json_object_set_new(properties, "located_by", json_string(words[position.located])) |
        json_object_set_new(properties, "located_at", vcl_rowjson_string(position.place));

    if (failed != 0) {
        json_decref(properties);
        return NULL;
    }
    return json_pack("{s:s, s:o, s:o, s:o}", "type", "Feature", "id", vcl_rowjson_string(id),
                     "geometry", point_of(position), "properties", properties);
}

/* Takes the reference. */
static vcl_status write_feature(struct writer *writer, json_t *feature, vcl_error *err)
{
    const char *lead = writer->features == 0 ? "\n  " : ",\n  ";

    writer->features++;
    return vcl_rowjson_write(writer->output, lead, feature, err);
}

static vcl_status write_actors(struct writer *writer, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_network *network = &writer->network;

    for (size_t i = 0; i < vcl_table_row_count(network->nodes); i++) {
        const char *id = vcl_table_row(network->nodes, i)[network->id].text;
        vcl_position position = vcl_positions_of(&writer->positions, id);
        if (position.located != VCL_LOCATED_NOWHERE) {
            TRY(write_feature(writer, actor_of(writer, i, id, position), err));
        }
    }
done:
    return status;
}

static vcl_status write_links(struct writer *writer, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_network *network = &writer->network;

    for (size_t i = 0; i < vcl_table_row_count(network->links); i++) {
        const vcl_value *values = vcl_table_row(network->links, i);
        vcl_position from = vcl_positions_of(&writer->positions, values[network->source].text);
        vcl_position to = vcl_positions_of(&writer->positions, values[network->target].text);
        if (from.located != VCL_LOCATED_NOWHERE && to.located != VCL_LOCATED_NOWHERE) {
            TRY(write_feature(writer,
                              json_pack("{s:s, s:o, s:o}", "type", "Feature", "geometry",
                                        line_of(from, to), "properties",
                                        properties_of(network->links, i)),
                              err));
        }
    }
done:
    return status;
}

vcl_status vcl_write_geojson(const vcl_result *result, const vcl_export_options *options,
                             vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct writer writer = { .network = vcl_network_of(result), .output = output };

    (void)options;
    TRY(vcl_positions_init(&writer.positions, writer.network.nodes,
                           vcl_result_find_table(result, "places"), err));
    vcl_output_write(output, vcl_slice_of("{\"type\": \"FeatureCollection\",\n \"features\": ["));
    TRY(write_actors(&writer, err));
    TRY(write_links(&writer, err));
    vcl_output_write(output, vcl_slice_of("]}\n"));
done:
    vcl_positions_release(&writer.positions);
    return status;
}
