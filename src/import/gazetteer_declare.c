/* The register of places. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"
#include "import/gazetteer_parts.h"

/* Rows by id, else by name and what they lie in: whether they mean a place that is there. */
typedef struct known_rows {
    vcl_idmap keys;
    vcl_array places; /* of uint32_t, by key */
} known_rows;

static vcl_status key_of(vcl_gazetteer *gazetteer, const vcl_draft *draft, uint32_t row,
                         vcl_text *out, vcl_place_draft *place, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_slice id = vcl_draft_text(draft, row, VCL_FIELD_PLACES_ID);
    const vcl_entry *name = vcl_draft_entry(draft, row, VCL_FIELD_PLACES_NAME);
    const vcl_entry *level = vcl_draft_entry(draft, row, VCL_FIELD_PLACES_LEVEL);
    vcl_text bare = { 0 };

    if (name != NULL) {
        place->own = vcl_place_name_read(&bare, name->text);
    } else {
        place->own = (vcl_place_name){ .levels = VCL_LEVEL_ANY };
    }
    TRY(vcl_text_status(&bare, err));
    if (level != NULL && place->own.word == NULL) {
        place->own.levels = vcl_place_levels_of(out, level->text);
        TRY(vcl_text_status(out, err));
        vcl_text_clear(out);
    }
    vcl_slice key = { vcl_text_bytes(&bare), bare.size };
    TRY(vcl_gazetteer_number(gazetteer, key, &place->bare, err));
    vcl_text_add(out, id.size > 0 ? "i" : "n");
    vcl_text_add_slice(out, id.size > 0 ? id : key);
    if (id.size == 0) {
        vcl_text_add_byte(out, '\x01');
        vcl_text_add(out, place->own.word != NULL ? place->own.word : "");
        vcl_text_add_byte(out, '\x01');
        vcl_text_add_slice(out, vcl_draft_text(draft, row, VCL_FIELD_PLACES_PARENT));
    }
    TRY(vcl_text_status(out, err));
done:
    vcl_text_release(&bare);
    return status;
}

static vcl_status keep_texts(vcl_draft *draft, uint32_t row, vcl_place_draft *place, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_entry *id = vcl_draft_entry(draft, row, VCL_FIELD_PLACES_ID);
    const vcl_entry *name = vcl_draft_entry(draft, row, VCL_FIELD_PLACES_NAME);
    const vcl_entry *level = vcl_draft_entry(draft, row, VCL_FIELD_PLACES_LEVEL);

    if (id != NULL) {
        TRY(vcl_draft_keep(draft, id->text, &place->id, err));
    }
    if (name != NULL) {
        TRY(vcl_draft_keep(draft, name->text, &place->name, err));
    }
    if (level != NULL) {
        TRY(vcl_draft_keep(draft, level->text, &place->level, err));
    }
    place->latitude = vcl_draft_entry(draft, row, VCL_FIELD_PLACES_LATITUDE);
    place->longitude = vcl_draft_entry(draft, row, VCL_FIELD_PLACES_LONGITUDE);
done:
    return status;
}

/* The cells of a further row of the same place that say something else than its first. */
static void name_differences(vcl_draft *draft, uint32_t row, uint32_t first)
{
    for (vcl_register_field field = vcl_register_first(VCL_REGISTER_PLACES);
         field < vcl_register_end(VCL_REGISTER_PLACES); field++) {
        const vcl_entry *own = vcl_draft_entry(draft, row, field);
        const vcl_entry *other = vcl_draft_entry(draft, first, field);
        if (own != NULL && (other == NULL || !vcl_entry_equals(own, other))) {
            vcl_text stays = { 0 };
            if (other != NULL) {
                vcl_draft_add_written(&stays, other);
            }
            vcl_draft_say(draft, row, own, VCL_LOG_NOT_USED, VCL_MSG_IMPORT_DIFFERS,
                          vcl_text_bytes(&stays));
            draft->log->failed = draft->log->failed || stays.failed;
            vcl_text_release(&stays);
        }
    }
}

static vcl_status read_row(vcl_gazetteer *gazetteer, vcl_draft *draft, uint32_t row,
                           known_rows *known, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_place_draft place = { .row = row, .parent = VCL_NONE };
    vcl_text key = { 0 };
    uint32_t number = 0;
    uint32_t added = (uint32_t)gazetteer->places.count;

    TRY(key_of(gazetteer, draft, row, &key, &place, err));
    TRY(vcl_idmap_intern(&known->keys, (vcl_slice){ key.bytes, key.size }, &number, err));
    if (number < known->places.count) {
        uint32_t first = ((const uint32_t *)known->places.items)[number];
        vcl_draft_give(draft, row, VCL_FATE_JOINED);
        vcl_draft_say(draft, row, NULL, VCL_LOG_NOTE, VCL_MSG_IMPORT_SAME_PLACE, NULL);
        name_differences(draft, row, vcl_gazetteer_place(gazetteer, first)->row);
        goto done;
    }
    TRY(vcl_array_add(&known->places, &added, err));
    TRY(keep_texts(draft, row, &place, err));
    TRY(vcl_gazetteer_add(gazetteer, &place, err));
    vcl_draft_give(draft, row, VCL_FATE_OTHER);
done:
    vcl_text_release(&key);
    return status;
}

static vcl_status set_parents(vcl_gazetteer *gazetteer, vcl_draft *draft, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (uint32_t i = 0; i < gazetteer->places.count; i++) {
        vcl_place_draft *place = (vcl_place_draft *)gazetteer->places.items + i;
        const vcl_entry *entry = vcl_draft_entry(draft, place->row, VCL_FIELD_PLACES_PARENT);
        vcl_path path = { .count = 0 };
        bool several = false;
        TRY(vcl_path_add(gazetteer, &path, entry, VCL_LEVEL_ANY, err));
        if (path.count == 0) {
            continue;
        }
        uint32_t parent = vcl_gazetteer_find_path(gazetteer, &path, 0, &several);
        if (parent == VCL_NONE) {
            vcl_draft_say(draft, place->row, entry, VCL_LOG_NOT_USED,
                          several ? VCL_MSG_IMPORT_PLACE_SEVERAL : VCL_MSG_IMPORT_PLACE_UNKNOWN,
                          NULL);
        }
        place->parent = parent;
    }
done:
    return status;
}

/* Places that lie in each other all lose what they lie in: none of them is more wrong. Each step up
 * is taken once: whoever comes to a place that it has passed itself is in a ring. */
static vcl_status open_rings(vcl_gazetteer *gazetteer, vcl_draft *draft, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_place_draft *places = gazetteer->places.items;
    uint32_t count = (uint32_t)gazetteer->places.count;
    uint32_t *seen = NULL; /* by place: 1 and the place from which it was reached first */
    bool *rings = NULL;

    TRY(vcl_alloc(&seen, count, sizeof *seen, err));
    TRY(vcl_alloc(&rings, count, sizeof *rings, err));
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = i;
        while (at != VCL_NONE && seen[at] == 0) {
            seen[at] = i + 1;
            at = places[at].parent;
        }
        if (at != VCL_NONE && seen[at] == i + 1) {
            for (uint32_t j = at; !rings[j]; j = places[j].parent) {
                rings[j] = true;
            }
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        if (rings[i]) {
            vcl_draft_say(draft, places[i].row,
                          vcl_draft_entry(draft, places[i].row, VCL_FIELD_PLACES_PARENT),
                          VCL_LOG_NOT_USED, VCL_MSG_IMPORT_PLACE_RING, NULL);
            places[i].parent = VCL_NONE;
        }
    }
done:
    free(rings);
    free(seen);
    return status;
}

vcl_status vcl_gazetteer_declare(vcl_gazetteer *gazetteer, vcl_draft *draft, vcl_error *err)
{
    vcl_status status = VCL_OK;
    known_rows known;

    vcl_idmap_init(&known.keys);
    vcl_array_init(&known.places, sizeof(uint32_t));
    for (uint32_t i = 0; i < draft->row_count; i++) {
        if (vcl_draft_register(draft, draft->order[i]) == VCL_REGISTER_PLACES) {
            gazetteer->is_declared = true;
            TRY(read_row(gazetteer, draft, draft->order[i], &known, err));
        }
    }
    TRY(vcl_gazetteer_index(gazetteer, draft, err));
    TRY(set_parents(gazetteer, draft, err));
    TRY(open_rings(gazetteer, draft, err));
done:
    vcl_array_release(&known.places);
    vcl_idmap_release(&known.keys);
    return status;
}
