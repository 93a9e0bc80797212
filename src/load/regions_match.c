/* Which features of a map are which places. Running numbers may be codes of some places by chance,
 * and every district of a map bears its province's name: most places decide. */
#include "load/regions_match.h"

#include <stdlib.h>
#include <string.h>

#include "base/compare.h"
#include "base/try.h"

/* A value that is a place. */
struct hit {
    uint32_t key;
    uint32_t place;
    uint32_t feature;
};

/* What a key finds. */
struct score {
    uint32_t key;
    size_t outlined; /* places with a polygon */
    size_t places;
    size_t features;
};

static int compare_hits(const void *a, const void *b)
{
    const struct hit *left = a;
    const struct hit *right = b;
    int order = vcl_compare_uint32(&left->key, &right->key);

    order = order != 0 ? order : vcl_compare_uint32(&left->place, &right->place);
    return order != 0 ? order : vcl_compare_uint32(&left->feature, &right->feature);
}

static vcl_status find_hits(vcl_array *hits, const vcl_geojson *geojson, const vcl_places *places,
                            vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_feature *features = geojson->features.items;
    const vcl_geo_value *values = geojson->values.items;

    for (uint32_t i = 0; i < geojson->features.count; i++) {
        for (uint32_t k = 0; k < features[i].value_count; k++) {
            const vcl_geo_value *value = values + features[i].first_value + k;
            struct hit hit = { .key = value->key, .feature = i };
            TRY(vcl_places_find(places, value->text, &hit.place, err));
            if (hit.place != VCL_NONE) {
                TRY(vcl_array_add(hits, &hit, err));
            }
        }
    }
    if (hits->count > 0) {
        qsort(hits->items, hits->count, sizeof(struct hit), compare_hits);
    }
done:
    return status;
}

/* The hits of one key, which stand together from `first` on; sets *end behind them. */
static struct score count_hits(const vcl_array *hits, const vcl_feature *features, size_t first,
                               size_t *end)
{
    const struct hit *items = hits->items;
    struct score score = { .key = items[first].key };
    uint32_t place = VCL_NONE;
    uint32_t outlined = VCL_NONE;

    for (*end = first; *end < hits->count && items[*end].key == score.key; ++*end) {
        const struct hit *hit = items + *end;
        score.features++;
        score.places += hit->place != place;
        place = hit->place;
        if (features[hit->feature].count > 0) {
            score.outlined += place != outlined;
            outlined = place;
        }
    }
    return score;
}

/* The order of trust; all others behind these. */
static size_t trust_of(const char *key)
{
    static const char *const trusted[] = { "id",
                                           "properties.id",
                                           "properties.code",
                                           "properties.place",
                                           "properties.ma",
                                           "properties.name" };
    size_t count = sizeof trusted / sizeof trusted[0];

    for (size_t i = 0; i < count; i++) {
        if (strcmp(trusted[i], key) == 0) {
            return i;
        }
    }
    return count;
}

static bool comes_first(const vcl_idmap *keys, uint32_t a, uint32_t b)
{
    size_t left = trust_of(vcl_idmap_name(keys, a));
    size_t right = trust_of(vcl_idmap_name(keys, b));

    return left != right ? left < right : vcl_idmap_compare(keys, a, b) < 0;
}

static bool is_better(const vcl_idmap *keys, const struct score *score, const struct score *best)
{
    if (score->outlined != best->outlined) {
        return score->outlined > best->outlined;
    }
    if (score->places != best->places) {
        return score->places > best->places;
    }
    if (score->features != best->features) {
        return score->features > best->features;
    }
    return comes_first(keys, score->key, best->key);
}

static vcl_status keep_matches(vcl_matching *matching, const vcl_array *hits,
                               const vcl_feature *features, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const struct hit *items = hits->items;

    for (size_t i = 0; i < hits->count; i++) {
        vcl_match match = { items[i].place, items[i].feature };
        if (items[i].key == matching->key && features[match.feature].count > 0) {
            TRY(vcl_array_add(&matching->matches, &match, err));
        }
    }
done:
    return status;
}

vcl_status vcl_matching_init(vcl_matching *matching, const vcl_geojson *geojson,
                             const vcl_places *places, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_array hits = { 0 };
    struct score best = { .key = VCL_NONE };

    *matching = (vcl_matching){ 0 };
    vcl_array_init(&matching->matches, sizeof(vcl_match));
    vcl_array_init(&hits, sizeof(struct hit));
    TRY(find_hits(&hits, geojson, places, err));
    for (size_t i = 0; i < hits.count;) {
        struct score score = count_hits(&hits, geojson->features.items, i, &i);
        if (best.key == VCL_NONE || is_better(&geojson->keys, &score, &best)) {
            best = score;
        }
    }
    matching->key = best.key;
    TRY(keep_matches(matching, &hits, geojson->features.items, err));
done:
    vcl_array_release(&hits);
    return status;
}

void vcl_matching_release(vcl_matching *matching)
{
    vcl_array_release(&matching->matches);
}

const char *vcl_matching_value(const vcl_geojson *geojson, const vcl_feature *feature, uint32_t key)
{
    const vcl_geo_value *values = geojson->values.items;

    for (uint32_t i = 0; i < feature->value_count; i++) {
        if (values[feature->first_value + i].key == key) {
            return values[feature->first_value + i].text;
        }
    }
    return NULL;
}
