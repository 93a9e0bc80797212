/* Places: making them known, and the place of every row. */
#include "import/gazetteer.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"
#include "import/gazetteer_parts.h"
#include "import/slug.h"

void vcl_gazetteer_init(vcl_gazetteer *gazetteer)
{
    *gazetteer = (vcl_gazetteer){ 0 };
    vcl_array_init(&gazetteer->places, sizeof(vcl_place_draft));
    vcl_owners_init(&gazetteer->ids);
    vcl_idmap_init(&gazetteer->bare);
    vcl_array_init(&gazetteer->first, sizeof(uint32_t));
    vcl_idmap_init(&gazetteer->paths);
    vcl_array_init(&gazetteer->path_starts, sizeof(uint32_t));
    vcl_array_init(&gazetteer->path_parts, sizeof(vcl_path_part));
}

void vcl_gazetteer_release(vcl_gazetteer *gazetteer)
{
    free(gazetteer->row_place);
    free(gazetteer->row_path);
    vcl_array_release(&gazetteer->path_parts);
    vcl_array_release(&gazetteer->path_starts);
    vcl_idmap_release(&gazetteer->paths);
    vcl_array_release(&gazetteer->first);
    vcl_idmap_release(&gazetteer->bare);
    vcl_owners_release(&gazetteer->ids);
    vcl_array_release(&gazetteer->places);
}

const vcl_place_draft *vcl_gazetteer_place(const vcl_gazetteer *gazetteer, uint32_t place)
{
    return (const vcl_place_draft *)gazetteer->places.items + place;
}

uint32_t vcl_gazetteer_row(const vcl_gazetteer *gazetteer, uint32_t row)
{
    return gazetteer->row_place[row];
}

/* "bac-giang/luc-nam/dong-hung". */
static void add_base(const vcl_gazetteer *gazetteer, vcl_text *out, uint32_t place)
{
    uint32_t chain[VCL_PATH_PARTS];
    size_t count = 0;

    for (uint32_t i = place; i != VCL_NONE && count < VCL_PATH_PARTS;
         i = vcl_gazetteer_place(gazetteer, i)->parent) {
        chain[count++] = i;
    }
    while (count > 0) {
        const vcl_place_draft *own = vcl_gazetteer_place(gazetteer, chain[--count]);
        vcl_text_add(out, out->size > 0 ? "/" : "");
        vcl_slug_add(out, vcl_slice_of(vcl_idmap_name(&gazetteer->bare, own->bare)));
    }
    vcl_text_add(out, out->size == 0 ? "place" : "");
}

static vcl_status want_id(vcl_gazetteer *gazetteer, vcl_draft *draft, uint32_t place,
                          vcl_array *slugs, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_slug slug = { .owner = place };
    vcl_text base = { 0 };

    add_base(gazetteer, &base, place);
    TRY(vcl_text_status(&base, err));
    TRY(vcl_draft_keep(draft, (vcl_slice){ base.bytes, base.size }, &slug.base, err));
    TRY(vcl_array_add(slugs, &slug, err));
done:
    vcl_text_release(&base);
    return status;
}

static vcl_status make_ids(vcl_gazetteer *gazetteer, vcl_draft *draft, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_place_draft *places = gazetteer->places.items;
    vcl_idmap taken;
    vcl_array slugs;

    vcl_idmap_init(&taken);
    vcl_array_init(&slugs, sizeof(vcl_slug));
    for (uint32_t i = 0; i < gazetteer->places.count; i++) {
        if (places[i].id != NULL) {
            TRY(vcl_slug_take(&taken, vcl_slice_of(places[i].id), NULL, err));
        } else {
            TRY(want_id(gazetteer, draft, i, &slugs, err));
        }
    }
    TRY(vcl_slug_settle(&slugs, &taken, &draft->texts, err));
    for (size_t i = 0; i < slugs.count; i++) {
        const vcl_slug *slug = (const vcl_slug *)slugs.items + i;
        places[slug->owner].id = slug->id;
    }
done:
    vcl_array_release(&slugs);
    vcl_idmap_release(&taken);
    return status;
}

vcl_status vcl_gazetteer_index(vcl_gazetteer *gazetteer, vcl_draft *draft, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(make_ids(gazetteer, draft, err));
    for (uint32_t i = 0; i < gazetteer->places.count; i++) {
        vcl_slice id = vcl_slice_of(vcl_gazetteer_place(gazetteer, i)->id);
        TRY(vcl_owners_claim(&gazetteer->ids, id, i, err));
    }
done:
    return status;
}

/* What became of a path: how many of its parts are not known before the one that is. */
typedef struct outcome {
    uint32_t place;
    uint32_t passed;
    bool several;
} outcome;

static outcome settle_path(const vcl_gazetteer *gazetteer, uint32_t number)
{
    outcome found = { .place = VCL_NONE };
    vcl_path path;

    vcl_paths_get(gazetteer, number, &path);
    while (found.passed < path.count) {
        bool several = false;
        found.place = vcl_gazetteer_find_path(gazetteer, &path, found.passed, &several);
        found.several = found.several || several;
        if (found.place != VCL_NONE) {
            break;
        }
        found.passed++;
    }
    return found;
}

/* Villages are mostly not listed; whatever else is unknown is named. */
static void say_unknown(vcl_draft *draft, uint32_t row, const vcl_path *path, const outcome *found)
{
    vcl_register_field named = VCL_FIELD_COUNT;

    for (size_t i = 0; i < found->passed; i++) {
        const vcl_path_part *part = &path->parts[i];
        bool village = part->own.levels == VCL_LEVEL_VILLAGE && found->place != VCL_NONE;
        if (!village && part->field != named) {
            named = part->field;
            vcl_draft_say(
                draft, row, vcl_draft_entry(draft, row, named), VCL_LOG_NOT_USED,
                found->several ? VCL_MSG_IMPORT_PLACE_SEVERAL : VCL_MSG_IMPORT_PLACE_UNKNOWN, NULL);
        }
    }
}

/* How the cells were understood, those of what the place lies in too. */
static void say_known(const vcl_gazetteer *gazetteer, vcl_draft *draft, uint32_t row,
                      const vcl_path *path, const outcome *found)
{
    vcl_register_field told = VCL_FIELD_COUNT;
    uint32_t at = found->place;

    for (size_t i = found->passed; i < path->count && at != VCL_NONE; i++) {
        const vcl_path_part *part = &path->parts[i];
        while (at != VCL_NONE && i > found->passed &&
               !vcl_gazetteer_fits(vcl_gazetteer_place(gazetteer, at), part)) {
            at = vcl_gazetteer_place(gazetteer, at)->parent;
        }
        if (at != VCL_NONE && part->field != told) {
            told = part->field;
            vcl_draft_count(draft, row, vcl_draft_entry(draft, row, told), VCL_MSG_IMPORT_PLACE,
                            NULL, vcl_gazetteer_place(gazetteer, at)->id);
        }
    }
}

static vcl_status settle_rows(vcl_gazetteer *gazetteer, vcl_draft *draft, vcl_error *err)
{
    vcl_status status = VCL_OK;
    outcome *outcomes = NULL;
    uint32_t count = vcl_paths_count(gazetteer);

    TRY(vcl_alloc(&outcomes, count, sizeof *outcomes, err));
    for (uint32_t i = 0; i < count; i++) {
        outcomes[i] = settle_path(gazetteer, i);
    }
    for (uint32_t row = 0; row < draft->row_count; row++) {
        vcl_path path;
        gazetteer->row_place[row] = VCL_NONE;
        if (gazetteer->row_path[row] != VCL_NONE) {
            const outcome *found = &outcomes[gazetteer->row_path[row]];
            gazetteer->row_place[row] = found->place;
            vcl_paths_get(gazetteer, gazetteer->row_path[row], &path);
            say_unknown(draft, row, &path, found);
            say_known(gazetteer, draft, row, &path, found);
        }
    }
done:
    free(outcomes);
    return status;
}

vcl_status vcl_gazetteer_read(vcl_gazetteer *gazetteer, vcl_draft *draft, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_alloc(&gazetteer->row_path, draft->row_count, sizeof *gazetteer->row_path, err));
    TRY(vcl_alloc(&gazetteer->row_place, draft->row_count, sizeof *gazetteer->row_place, err));
    TRY(vcl_gazetteer_declare(gazetteer, draft, err));
    TRY(vcl_paths_read(gazetteer, draft, err));
    if (!gazetteer->is_declared) {
        TRY(vcl_gazetteer_gather(gazetteer, draft, err));
    }
    TRY(settle_rows(gazetteer, draft, err));
done:
    return status;
}
