/* Reading GeoJSON, by jansson and as a whole: it is small beside the datasets that it serves. */
#include "load/geojson.h"

#include <errno.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/try.h"
#include "load/parse.h"

/* jansson takes some twenty times as much for lists of numbers. */
enum { MOST_MEBIBYTES = 64, MEMORY_TIMES = 20 };

/* What is being read. */
struct reader {
    vcl_geojson *geojson;
    const char *path;
    size_t feature; /* its index */
};

static vcl_status fail_geometry(const struct reader *reader, vcl_error *err)
{
    char place[64];

    snprintf(place, sizeof place, "/features/%zu/geometry", reader->feature);
    return vcl_fail(err, VCL_ERROR_INPUT, VCL_MSG_REGIONS_GEOMETRY, reader->path, place);
}

static bool is_within(double value, double limit)
{
    return value >= -limit && value <= limit; /* false if NaN */
}

static vcl_status add_point(struct reader *reader, const json_t *position, vcl_error *err)
{
    const json_t *longitude = json_array_get(position, 0);
    const json_t *latitude = json_array_get(position, 1);
    vcl_point point = { json_number_value(longitude), json_number_value(latitude) };

    if (!json_is_number(longitude) || !json_is_number(latitude) ||
        !is_within(point.longitude, 180.0) || !is_within(point.latitude, 90.0)) {
        return fail_geometry(reader, err);
    }
    return vcl_array_add(&reader->geojson->points, &point, err);
}

/* A ring's last point is its first one again. */
static vcl_status add_ring(struct reader *reader, const json_t *positions, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_geojson *geojson = reader->geojson;
    size_t count = json_array_size(positions);
    vcl_ring ring = { (uint32_t)geojson->points.count, 0 };

    if (count < 4) {
        return fail_geometry(reader, err);
    }
    for (size_t i = 0; i + 1 < count; i++) {
        TRY(add_point(reader, json_array_get(positions, i), err));
    }
    ring.count = (uint32_t)(count - 1);
    TRY(vcl_array_add(&geojson->rings, &ring, err));
done:
    return status;
}

static vcl_status add_polygon(struct reader *reader, const json_t *rings, vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (!json_is_array(rings)) {
        return fail_geometry(reader, err);
    }
    for (size_t i = 0; i < json_array_size(rings); i++) {
        TRY(add_ring(reader, json_array_get(rings, i), err));
    }
done:
    return status;
}

/* Points and lines, and no geometry at all, give no rings. */
static vcl_status add_geometry(struct reader *reader, const json_t *geometry, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const char *type = json_string_value(json_object_get(geometry, "type"));
    const json_t *coordinates = json_object_get(geometry, "coordinates");

    if (type != NULL && strcmp(type, "Polygon") == 0) {
        TRY(add_polygon(reader, coordinates, err));
    } else if (type != NULL && strcmp(type, "MultiPolygon") == 0) {
        if (!json_is_array(coordinates)) {
            return fail_geometry(reader, err);
        }
        for (size_t i = 0; i < json_array_size(coordinates); i++) {
            TRY(add_polygon(reader, json_array_get(coordinates, i), err));
        }
    }
done:
    return status;
}

/* Keeps a text, or an integer in digits; nothing else can say which place it is. */
static vcl_status add_value(vcl_geojson *geojson, const char *key, const json_t *value,
                            vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_geo_value kept = { 0 };
    const char *text = json_string_value(value);
    char digits[32];

    if (json_is_integer(value)) {
        snprintf(digits, sizeof digits, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        text = digits;
    }
    if (text != NULL) {
        TRY(vcl_idmap_intern(&geojson->keys, vcl_slice_of(key), &kept.key, err));
        TRY(vcl_arena_copy(&geojson->texts, vcl_slice_of(text), &kept.text, err));
        TRY(vcl_array_add(&geojson->values, &kept, err));
    }
done:
    return status;
}

static vcl_status add_values(vcl_geojson *geojson, const json_t *record, vcl_error *err)
{
    vcl_status status = VCL_OK;
    json_t *properties = json_object_get(record, "properties");
    vcl_text key = { 0 };

    TRY(add_value(geojson, "id", json_object_get(record, "id"), err));
    for (void *at = json_object_iter(properties); at != NULL;
         at = json_object_iter_next(properties, at)) {
        vcl_text_clear(&key);
        vcl_text_add(&key, "properties.");
        vcl_text_add(&key, json_object_iter_key(at));
        TRY(vcl_text_status(&key, err));
        TRY(add_value(geojson, vcl_text_bytes(&key), json_object_iter_value(at), err));
    }
done:
    vcl_text_release(&key);
    return status;
}

static vcl_status add_feature(struct reader *reader, const json_t *record, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_geojson *geojson = reader->geojson;
    vcl_feature feature = { .first = (uint32_t)geojson->rings.count,
                            .first_value = (uint32_t)geojson->values.count };

    TRY(add_values(geojson, record, err));
    TRY(add_geometry(reader, json_object_get(record, "geometry"), err));
    feature.value_count = (uint32_t)geojson->values.count - feature.first_value;
    feature.count = (uint32_t)geojson->rings.count - feature.first;
    TRY(vcl_array_add(&geojson->features, &feature, err));
done:
    return status;
}

static vcl_status add_features(vcl_geojson *geojson, const json_t *document, const char *path,
                               vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct reader reader = { geojson, path, 0 };
    const char *type = json_string_value(json_object_get(document, "type"));
    const json_t *features = json_object_get(document, "features");

    if (type == NULL || strcmp(type, "FeatureCollection") != 0 || !json_is_array(features)) {
        return vcl_fail(err, VCL_ERROR_INPUT, VCL_MSG_REGIONS_FORMAT, path, NULL);
    }
    for (; reader.feature < json_array_size(features); reader.feature++) {
        TRY(add_feature(&reader, json_array_get(features, reader.feature), err));
    }
done:
    return status;
}

static vcl_status parse(const char *path, const char *bytes, size_t size, json_t **document,
                        vcl_error *err)
{
    static const char mark[] = "\xEF\xBB\xBF";
    size_t skipped = size >= 3 && memcmp(bytes, mark, 3) == 0 ? 3 : 0;
    json_error_t fault;
    char place[64];

    *document = vcl_parse_surely((vcl_slice){ bytes + skipped, size - skipped }, 0, &fault);
    if (*document != NULL) {
        return VCL_OK;
    }
    if (vcl_parse_lacked_memory(&fault)) {
        return vcl_fail_memory(err);
    }
    snprintf(place, sizeof place, "%d:%d", fault.line, fault.column);
    return vcl_fail(err, VCL_ERROR_INPUT, VCL_MSG_REGIONS_SYNTAX, path, place);
}

/* All of it, from a file or a pipe. */
static vcl_status read_bytes(FILE *file, const char *path, vcl_text *bytes, vcl_error *err)
{
    char block[1 << 14];
    char limit[32];
    size_t size = sizeof block;

    while (size == sizeof block && bytes->size <= (size_t)MOST_MEBIBYTES << 20) {
        size = fread(block, 1, sizeof block, file);
        vcl_text_add_slice(bytes, (vcl_slice){ block, size });
    }
    if (ferror(file)) {
        return vcl_fail_file(err, path, errno);
    }
    if (bytes->size > (size_t)MOST_MEBIBYTES << 20) {
        snprintf(limit, sizeof limit, "%d MiB", MOST_MEBIBYTES);
        return vcl_fail(err, VCL_ERROR_INPUT, VCL_MSG_REGIONS_TOO_LARGE, path, limit);
    }
    return vcl_text_status(bytes, err);
}

vcl_status vcl_geojson_read(vcl_geojson *geojson, const char *path, vcl_error *err)
{
    vcl_status status = VCL_OK;
    json_t *document = NULL;
    vcl_text bytes = { 0 };
    FILE *file = fopen(path, "rb");

    *geojson = (vcl_geojson){ 0 };
    vcl_array_init(&geojson->features, sizeof(vcl_feature));
    vcl_array_init(&geojson->values, sizeof(vcl_geo_value));
    vcl_array_init(&geojson->rings, sizeof(vcl_ring));
    vcl_array_init(&geojson->points, sizeof(vcl_point));
    vcl_idmap_init(&geojson->keys);
    if (file == NULL) {
        return vcl_fail_file(err, path, errno);
    }
    TRY(read_bytes(file, path, &bytes, err));
    TRY(vcl_memory_ask((uint64_t)MEMORY_TIMES * bytes.size, err));
    TRY(parse(path, vcl_text_bytes(&bytes), bytes.size, &document, err));
    TRY(add_features(geojson, document, path, err));
done:
    json_decref(document);
    vcl_text_release(&bytes);
    fclose(file);
    return status;
}

void vcl_geojson_release(vcl_geojson *geojson)
{
    vcl_array_release(&geojson->features);
    vcl_array_release(&geojson->values);
    vcl_array_release(&geojson->rings);
    vcl_array_release(&geojson->points);
    vcl_idmap_release(&geojson->keys);
    vcl_arena_release(&geojson->texts);
}
