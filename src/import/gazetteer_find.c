/* Which place a row means. */
#include <string.h>

#include "base/try.h"
#include "import/gazetteer_parts.h"

static vcl_place_draft *place_at(const vcl_gazetteer *gazetteer, uint32_t place)
{
    return (vcl_place_draft *)gazetteer->places.items + place;
}

bool vcl_gazetteer_fits(const vcl_place_draft *place, const vcl_path_part *part)
{
    bool words = place->own.word == NULL || part->own.word == NULL ||
                 strcmp(place->own.word, part->own.word) == 0;

    return words && place->bare == part->bare && (place->own.levels & part->own.levels) != 0;
}

static bool has_same_word(const vcl_place_draft *place, const vcl_path_part *part)
{
    return (place->own.word == NULL) == (part->own.word == NULL);
}

/* The best so far of those that fit. */
typedef struct finding {
    uint32_t place;
    bool exact;
    bool several;
} finding;

/* "Xã Hòa Bình" and "Hòa Bình", a commune too: that somebody left out the word tells nothing. */
static bool are_of_one_level(const vcl_place_draft *a, const vcl_place_draft *b)
{
    return (a->own.word == NULL) != (b->own.word == NULL) && a->own.levels == b->own.levels;
}

static void consider(finding *best, const vcl_gazetteer *gazetteer, uint32_t place,
                     const vcl_path_part *part)
{
    const vcl_place_draft *own = place_at(gazetteer, place);
    const vcl_place_draft *other =
        best->place != VCL_NONE ? place_at(gazetteer, best->place) : NULL;
    bool exact = has_same_word(own, part);

    if (other == NULL) {
        *best = (finding){ place, exact, false };
    } else if (exact == best->exact || are_of_one_level(own, other)) {
        best->several = true;
    } else if (exact) {
        *best = (finding){ place, exact, false };
    }
}

static uint32_t finish(const finding *best, bool *several)
{
    *several = best->several;
    return best->several ? VCL_NONE : best->place;
}

static uint32_t first_with(const vcl_gazetteer *gazetteer, uint32_t bare)
{
    return ((const uint32_t *)gazetteer->first.items)[bare];
}

uint32_t vcl_gazetteer_find(const vcl_gazetteer *gazetteer, const vcl_path_part *part,
                            uint32_t within, bool *several)
{
    finding best = { .place = VCL_NONE };

    for (uint32_t i = first_with(gazetteer, part->bare); i != VCL_NONE;
         i = place_at(gazetteer, i)->next) {
        const vcl_place_draft *place = place_at(gazetteer, i);
        if ((within == VCL_NONE || place->parent == within) && vcl_gazetteer_fits(place, part)) {
            consider(&best, gazetteer, i, part);
        }
    }
    return finish(&best, several);
}

/* Does the place lie in one that the part may mean? Nobody knows where a part is unknown. */
static bool lies_in(const vcl_gazetteer *gazetteer, uint32_t place, const vcl_path_part *part)
{
    bool known = false;
    size_t steps = 0; /* whoever drew the tree may have drawn a ring */

    for (uint32_t i = first_with(gazetteer, part->bare); i != VCL_NONE && !known;
         i = place_at(gazetteer, i)->next) {
        known = vcl_gazetteer_fits(place_at(gazetteer, i), part);
    }
    for (uint32_t i = place; known && i != VCL_NONE && steps++ < VCL_PATH_PARTS;
         i = place_at(gazetteer, i)->parent) {
        if (vcl_gazetteer_fits(place_at(gazetteer, i), part)) {
            return true;
        }
    }
    return !known;
}

static bool lies_in_all(const vcl_gazetteer *gazetteer, uint32_t place, const vcl_path *path,
                        size_t start)
{
    for (size_t i = start; i < path->count; i++) {
        if (!lies_in(gazetteer, place, &path->parts[i])) {
            return false;
        }
    }
    return true;
}

uint32_t vcl_gazetteer_find_path(const vcl_gazetteer *gazetteer, const vcl_path *path, size_t start,
                                 bool *several)
{
    const vcl_path_part *part = &path->parts[start];
    uint32_t owner = vcl_owners_find(&gazetteer->ids, part->text);
    finding best = { .place = VCL_NONE };

    *several = false;
    if (owner != VCL_NONE) {
        return owner;
    }
    for (uint32_t i = first_with(gazetteer, part->bare); i != VCL_NONE;
         i = place_at(gazetteer, i)->next) {
        if (vcl_gazetteer_fits(place_at(gazetteer, i), part) &&
            lies_in_all(gazetteer, i, path, start + 1)) {
            consider(&best, gazetteer, i, part);
        }
    }
    return finish(&best, several);
}

vcl_status vcl_gazetteer_add(vcl_gazetteer *gazetteer, const vcl_place_draft *place, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_place_draft added = *place;
    uint32_t number = (uint32_t)gazetteer->places.count;
    uint32_t *first = (uint32_t *)gazetteer->first.items + place->bare;

    added.next = *first;
    TRY(vcl_array_add(&gazetteer->places, &added, err));
    *first = number;
done:
    return status;
}
