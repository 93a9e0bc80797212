/* Outlines of places: which feature of a map is which place. */
#include <stdlib.h>

#include "base/compare.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/try.h"
#include "base/unicode.h"
#include "load/geojson.h"
#include "load/places.h"

/* A feature with polygons that is a place. */
struct match {
    uint32_t place;
    uint32_t feature;
};

/* The features that a key makes places. */
struct matching {
    vcl_geo_key key;
    struct match *matches;
    size_t count;
};

static vcl_status find_place(const vcl_places *places, vcl_geo_key key, const vcl_feature *feature,
                             uint32_t *place, vcl_error *err)
{
    const char *value = feature->values[key];

    *place = VCL_NONE;
    if (value == NULL || feature->count == 0) {
        return VCL_OK;
    }
    if (key == VCL_GEO_NAME) {
        return vcl_places_by_name(places, value, place, err);
    }
    *place = vcl_places_by_id(places, value);
    return VCL_OK;
}

static int compare_matches(const void *a, const void *b)
{
    const struct match *left = a;
    const struct match *right = b;
    int order = vcl_compare_uint32(&left->place, &right->place);

    return order != 0 ? order : vcl_compare_uint32(&left->feature, &right->feature);
}

static vcl_status match_by(struct matching *matching, vcl_geo_key key, const vcl_geojson *geojson,
                           const vcl_places *places, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_feature *features = geojson->features.items;

    matching->key = key;
    matching->count = 0;
    for (uint32_t i = 0; i < geojson->features.count; i++) {
        struct match match = { .feature = i };
        TRY(find_place(places, key, features + i, &match.place, err));
        if (match.place != VCL_NONE) {
            matching->matches[matching->count++] = match;
        }
    }
    if (matching->count > 0) {
        qsort(matching->matches, matching->count, sizeof *matching->matches, compare_matches);
    }
done:
    return status;
}

/* Running numbers may be codes of some places by chance: the key that fits most decides. */
static vcl_status match_by_best(struct matching *matching, const vcl_geojson *geojson,
                                const vcl_places *places, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_geo_key best = VCL_GEO_FEATURE_ID;
    size_t most = 0;

    for (int key = 0; key < VCL_GEO_KEY_COUNT; key++) {
        TRY(match_by(matching, (vcl_geo_key)key, geojson, places, err));
        if (matching->count > most) {
            most = matching->count;
            best = (vcl_geo_key)key;
        }
    }
    TRY(match_by(matching, best, geojson, places, err));
done:
    return status;
}

/* Adds the rings of a feature to the last region. */
static vcl_status copy_rings(vcl_regions *regions, const vcl_geojson *geojson,
                             const vcl_feature *feature, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_ring *rings = (const vcl_ring *)geojson->rings.items + feature->first;
    const vcl_point *points = geojson->points.items;

    for (uint32_t i = 0; i < feature->count; i++) {
        vcl_ring ring = { (uint32_t)regions->points.count, rings[i].count };
        TRY(vcl_array_add(&regions->rings, &ring, err));
        for (uint32_t k = 0; k < ring.count; k++) {
            TRY(vcl_array_add(&regions->points, points + rings[i].first + k, err));
        }
    }
done:
    return status;
}

/* A place may be several features. */
static vcl_status copy_matches(vcl_regions *regions, const struct matching *matching,
                               const vcl_geojson *geojson, const vcl_chain *chain, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_feature *features = geojson->features.items;

    for (size_t i = 0; i < matching->count; i++) {
        struct match match = matching->matches[i];
        vcl_region region = { .first = (uint32_t)regions->rings.count };
        if (i == 0 || matching->matches[i - 1].place != match.place) {
            TRY(vcl_unicode_copy(&regions->texts, vcl_slice_of(chain->places[match.place].id),
                                 &region.place, err));
            TRY(vcl_array_add(&regions->regions, &region, err));
        }
        TRY(copy_rings(regions, geojson, features + match.feature, err));
        vcl_region *last = (vcl_region *)regions->regions.items + regions->regions.count - 1;
        last->count = (uint32_t)regions->rings.count - last->first;
    }
done:
    return status;
}

/* Notes what is no place, with some of what its key says. */
static vcl_status note_unmatched(vcl_regions *regions, const struct matching *matching,
                                 const vcl_geojson *geojson, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_feature *features = geojson->features.items;
    bool *matched = NULL;
    size_t shown = 0;

    TRY(vcl_alloc(&matched, geojson->features.count, sizeof *matched, err));
    for (size_t i = 0; i < matching->count; i++) {
        matched[matching->matches[i].feature] = true;
    }
    for (size_t i = 0; i < geojson->features.count; i++) {
        const char *value = features[i].values[matching->key];
        if (!matched[i] && value != NULL && shown < VCL_REGIONS_EXAMPLES) {
            TRY(vcl_arena_copy(&regions->texts, vcl_slice_of(value), &regions->examples[shown++],
                               err));
        }
    }
    regions->property = vcl_geojson_key_name(matching->key);
    regions->unmatched = geojson->features.count - matching->count;
done:
    free(matched);
    return status;
}

static vcl_status fill(vcl_regions *regions, const vcl_geojson *geojson, const vcl_chain *chain,
                       const char *path, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_places places = { 0 };
    struct matching matching = { 0 };

    TRY(vcl_places_init(&places, chain, err));
    TRY(vcl_alloc(&matching.matches, geojson->features.count, sizeof *matching.matches, err));
    TRY(match_by_best(&matching, geojson, &places, err));
    if (matching.count == 0) {
        status = vcl_fail(err, VCL_ERROR_INPUT, VCL_MSG_REGIONS_NO_PLACE, path,
                          "id, code, place, ma, name");
        goto done;
    }
    TRY(note_unmatched(regions, &matching, geojson, err));
    TRY(copy_matches(regions, &matching, geojson, chain, err));
    TRY(vcl_regions_simplify(regions, err));
done:
    free(matching.matches);
    vcl_places_release(&places);
    return status;
}

vcl_status vcl_regions_load(const char *path, const vcl_chain *chain, vcl_regions **out,
                            vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_regions *regions = NULL;
    vcl_geojson geojson = { 0 };

    vcl_error_clear(err);
    *out = NULL;
    TRY(vcl_geojson_read(&geojson, path, err));
    TRY(vcl_regions_new(&regions, err));
    TRY(fill(regions, &geojson, chain, path, err));
    *out = regions;
    regions = NULL;
done:
    vcl_regions_free(regions);
    vcl_geojson_release(&geojson);
    return status;
}
