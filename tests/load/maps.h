/* Small maps for the tests, written into a file. */
#ifndef LOAD_MAPS_H
#define LOAD_MAPS_H

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "support/chain.h"

/* A chain with three places, two of them of one name. */
static const char places_drawing[] =
    "{'graph': {}, 'places': [{'id': '215', 'name': 'Huyện Hoà An'}, {'id': '216', 'name': 'Ba'},"
    " {'id': '217', 'name': 'BA'}], 'nodes': [], 'links': []}";

#define SQUARE(x, y)                                                                               \
    "{'type': 'Polygon', 'coordinates': [[[" #x ", " #y "], [" #x ".5, " #y "], [" #x ".5, " #y    \
    ".5], [" #x ", " #y ".5], [" #x ", " #y "]]]}"
#define FEATURE(id, properties, geometry)                                                          \
    "{'type': 'Feature', 'id': " id ", 'properties': " properties ", 'geometry': " geometry "}"
#define COLLECTION(features) "{'type': 'FeatureCollection', 'features': [" features "]}"

/* Writes JSON with ' for " into a new file of that name. */
static inline void write_map(char *path, const char *json)
{
    int descriptor = mkstemp(path);
    FILE *file = fdopen(descriptor, "w");

    assert_non_null(file);
    for (const char *at = json; *at != '\0'; at++) {
        fputc(*at == '\'' ? '"' : *at, file);
    }
    assert_int_equal(fclose(file), 0);
}

/* Loads the outlines for places_drawing; the caller frees *regions. */
static inline vcl_status load_map(const char *json, vcl_regions **regions, vcl_error *err)
{
    char path[] = "/tmp/vclink-map-XXXXXX";
    vcl_chain *chain = chain_of(places_drawing);

    write_map(path, json);
    vcl_status status = vcl_regions_load(path, chain, regions, err);
    unlink(path);
    vcl_chain_free(chain);
    return status;
}

#endif
