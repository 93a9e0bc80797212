/* Places where there is no register of them: a tree of all that rows name.
 *
 * Rows that say most go first, so that "Đông Lai" alone finds the "Xã Đông Lai, huyện Tân Lạc" of
 * another row, if that is the only one. */
#include <stdlib.h>

#include "base/try.h"
#include "import/gazetteer_parts.h"

/* A path by how much it says. */
typedef struct wish {
    uint32_t path;
    size_t parts;
    size_t words; /* of levels */
} wish;

static int compare_wishes(const void *first, const void *second)
{
    const wish *a = first;
    const wish *b = second;
    bool whole_a = a->words == a->parts;
    bool whole_b = b->words == b->parts;

    if (whole_a != whole_b) {
        return whole_a ? -1 : 1;
    }
    if (a->parts != b->parts) {
        return a->parts > b->parts ? -1 : 1;
    }
    if (a->words != b->words) {
        return a->words > b->words ? -1 : 1;
    }
    return (a->path > b->path) - (a->path < b->path);
}

static vcl_place_draft *place_at(const vcl_gazetteer *gazetteer, uint32_t place)
{
    return (vcl_place_draft *)gazetteer->places.items + place;
}

/* What a name that says more tells of a place that is there. */
static vcl_status enrich(vcl_draft *draft, vcl_place_draft *place, const vcl_path_part *part,
                         vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (place->own.word == NULL && part->own.word != NULL) {
        place->own.word = part->own.word;
        TRY(vcl_draft_keep(draft, part->text, &place->name, err));
    }
    place->own.levels &= part->own.levels;
done:
    return status;
}

static uint32_t top_of(const vcl_gazetteer *gazetteer, uint32_t place)
{
    while (place_at(gazetteer, place)->parent != VCL_NONE) {
        place = place_at(gazetteer, place)->parent;
    }
    return place;
}

/* The place within `parent` that a part means; else one that lies nowhere yet. */
static uint32_t find_within(const vcl_gazetteer *gazetteer, const vcl_path_part *part,
                            uint32_t parent, bool *several)
{
    uint32_t found = vcl_gazetteer_find(gazetteer, part, parent, several);

    if (found == VCL_NONE && !*several && parent != VCL_NONE) {
        found = vcl_gazetteer_find(gazetteer, part, VCL_NONE, several);
        if (found != VCL_NONE && (place_at(gazetteer, found)->parent != VCL_NONE ||
                                  found == top_of(gazetteer, parent))) {
            found = VCL_NONE;
        }
    }
    return found;
}

static vcl_status plant(vcl_gazetteer *gazetteer, vcl_draft *draft, uint32_t number, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t parent = VCL_NONE;
    vcl_path path;

    vcl_paths_get(gazetteer, number, &path);
    for (size_t i = path.count; i > 0; i--) {
        const vcl_path_part *part = &path.parts[i - 1];
        bool several = false;
        uint32_t found = find_within(gazetteer, part, parent, &several);
        if (several) {
            return VCL_OK; /* which of them, nobody knows: no reason to make another */
        }
        if (found == VCL_NONE) {
            vcl_place_draft place = {
                .parent = parent, .row = VCL_NONE, .own = part->own, .bare = part->bare
            };
            found = (uint32_t)gazetteer->places.count;
            TRY(vcl_draft_keep(draft, part->text, &place.name, err));
            TRY(vcl_gazetteer_add(gazetteer, &place, err));
        } else {
            TRY(enrich(draft, place_at(gazetteer, found), part, err));
            if (place_at(gazetteer, found)->parent == VCL_NONE) {
                place_at(gazetteer, found)->parent = parent;
            }
        }
        parent = found;
    }
done:
    return status;
}

static vcl_status sort_wishes(const vcl_gazetteer *gazetteer, vcl_array *wishes, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_path path;

    for (uint32_t i = 0; i < vcl_paths_count(gazetteer); i++) {
        wish w = { .path = i };
        vcl_paths_get(gazetteer, i, &path);
        w.parts = path.count;
        for (size_t j = 0; j < path.count; j++) {
            w.words += path.parts[j].own.word != NULL;
        }
        TRY(vcl_array_add(wishes, &w, err));
    }
    if (wishes->count > 0) {
        qsort(wishes->items, wishes->count, sizeof(wish), compare_wishes);
    }
done:
    return status;
}

vcl_status vcl_gazetteer_gather(vcl_gazetteer *gazetteer, vcl_draft *draft, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_array wishes;

    vcl_array_init(&wishes, sizeof(wish));
    TRY(sort_wishes(gazetteer, &wishes, err));
    for (size_t i = 0; i < wishes.count; i++) {
        TRY(plant(gazetteer, draft, ((const wish *)wishes.items)[i].path, err));
    }
    for (uint32_t i = 0; i < gazetteer->places.count; i++) {
        place_at(gazetteer, i)->level = vcl_place_level_word(place_at(gazetteer, i)->own.levels);
    }
    TRY(vcl_gazetteer_index(gazetteer, draft, err));
done:
    vcl_array_release(&wishes);
    return status;
}
