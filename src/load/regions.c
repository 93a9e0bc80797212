/* Outlines of places, out of a map of which some features are places. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/try.h"
#include "base/unicode.h"
#include "load/regions_match.h"

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
static vcl_status copy_matches(vcl_regions *regions, const vcl_matching *matching,
                               const vcl_geojson *geojson, const vcl_chain *chain, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_feature *features = geojson->features.items;
    const vcl_match *matches = matching->matches.items;

    for (size_t i = 0; i < matching->matches.count; i++) {
        vcl_match match = matches[i];
        vcl_region region = { .first = (uint32_t)regions->rings.count };
        if (i == 0 || matches[i - 1].place != match.place) {
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
static vcl_status note_unmatched(vcl_regions *regions, const vcl_matching *matching,
                                 const vcl_geojson *geojson, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_feature *features = geojson->features.items;
    const vcl_match *matches = matching->matches.items;
    bool *matched = NULL;
    size_t shown = 0;

    TRY(vcl_alloc(&matched, geojson->features.count, sizeof *matched, err));
    for (size_t i = 0; i < matching->matches.count; i++) {
        matched[matches[i].feature] = true;
    }
    for (size_t i = 0; i < geojson->features.count; i++) {
        const char *value = vcl_matching_value(geojson, features + i, matching->key);
        if (!matched[i] && value != NULL && shown < VCL_REGIONS_EXAMPLES) {
            TRY(vcl_arena_copy(&regions->texts, vcl_slice_of(value), &regions->examples[shown++],
                               err));
        }
    }
    TRY(vcl_arena_copy(&regions->texts, vcl_slice_of(vcl_idmap_name(&geojson->keys, matching->key)),
                       &regions->property, err));
    regions->unmatched = geojson->features.count - matching->matches.count;
done:
    free(matched);
    return status;
}

/* "id (1), properties.NAME_2 (Lục Ngạn), …": all keys with what the first feature that has them says,
 * as far as a message holds them. */
static void list_keys(vcl_text *out, const vcl_geojson *geojson)
{
    const vcl_geo_value *values = geojson->values.items;
    uint32_t next = 0;

    for (size_t i = 0; i < geojson->values.count; i++) {
        const char *name = vcl_idmap_name(&geojson->keys, values[i].key);
        size_t size = strlen(name) + strlen(values[i].text) + sizeof ", () …";
        if (values[i].key != next) {
            continue; /* seen before: keys are numbered as they appear */
        }
        next++;
        if (out->size + size >= VCL_ERROR_ARGUMENT_SIZE) {
            vcl_text_add(out, out->size > 0 ? ", …" : "…");
            return;
        }
        vcl_text_add(out, out->size > 0 ? ", " : "");
        vcl_text_add(out, name);
        vcl_text_add(out, " (");
        vcl_text_add(out, values[i].text);
        vcl_text_add(out, ")");
    }
    vcl_text_add(out, out->size > 0 ? "" : "–");
}

/* No outline of any place: because no feature is one, or because those that are have none. */
static vcl_status fail_unmatched(const vcl_matching *matching, const vcl_geojson *geojson,
                                 const char *path, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text keys = { 0 };

    if (matching->key != VCL_NONE) {
        return vcl_fail(err, VCL_ERROR_INPUT, VCL_MSG_REGIONS_NO_OUTLINE, path,
                        vcl_idmap_name(&geojson->keys, matching->key));
    }
    list_keys(&keys, geojson);
    TRY(vcl_text_status(&keys, err));
    status = vcl_fail(err, VCL_ERROR_INPUT, VCL_MSG_REGIONS_NO_PLACE, path, vcl_text_bytes(&keys));
done:
    vcl_text_release(&keys);
    return status;
}

static vcl_status fill(vcl_regions *regions, const vcl_geojson *geojson, const vcl_chain *chain,
                       const char *path, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_places places = { 0 };
    vcl_matching matching = { 0 };

    TRY(vcl_places_init(&places, chain, err));
    TRY(vcl_matching_init(&matching, geojson, &places, err));
    if (matching.matches.count == 0) {
        TRY(fail_unmatched(&matching, geojson, path, err));
    }
    TRY(note_unmatched(regions, &matching, geojson, err));
    TRY(copy_matches(regions, &matching, geojson, chain, err));
    TRY(vcl_regions_simplify(regions, err));
done:
    vcl_matching_release(&matching);
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
