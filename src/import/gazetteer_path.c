/* What rows say of their place: a name, and what it lies in. */
#include <string.h>

#include "base/try.h"
#include "base/unicode.h"
#include "import/gazetteer_parts.h"
#include "values/reading.h"

vcl_status vcl_gazetteer_number(vcl_gazetteer *gazetteer, vcl_slice key, uint32_t *out,
                                vcl_error *err)
{
    vcl_status status = VCL_OK;
    const uint32_t none = VCL_NONE;

    TRY(vcl_idmap_intern(&gazetteer->bare, key, out, err));
    if (*out == gazetteer->first.count) {
        TRY(vcl_array_add(&gazetteer->first, &none, err));
    }
done:
    return status;
}

/* "Bản Thượng" alone under the heading of communes is the name of one, not a village. */
static bool has_word_in_name(const vcl_path_part *part, const vcl_entry *entry, unsigned levels)
{
    return part->own.levels == VCL_LEVEL_VILLAGE && (levels & VCL_LEVEL_VILLAGE) == 0 &&
           part->text.size == vcl_reading_trim(entry->text).size;
}

static vcl_status add_part(vcl_gazetteer *gazetteer, vcl_path *path, const vcl_entry *entry,
                           vcl_slice text, unsigned levels, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_path_part part = { .field = entry->field, .text = vcl_reading_trim(text) };
    vcl_text key = { 0 };

    if (part.text.size == 0 || path->count == VCL_PATH_PARTS) {
        return VCL_OK;
    }
    part.own = vcl_place_name_read(&key, part.text);
    if (has_word_in_name(&part, entry, levels)) {
        vcl_text_clear(&key);
        vcl_unicode_twin_key(&key, part.text);
        part.own = (vcl_place_name){ .levels = levels };
    }
    part.own.levels = (part.own.levels & levels) != 0 ? part.own.levels & levels : part.own.levels;
    TRY(vcl_text_status(&key, err));
    TRY(vcl_gazetteer_number(gazetteer, (vcl_slice){ vcl_text_bytes(&key), key.size }, &part.bare,
                             err));
    path->parts[path->count++] = part;
done:
    vcl_text_release(&key);
    return status;
}

vcl_status vcl_path_add(vcl_gazetteer *gazetteer, vcl_path *path, const vcl_entry *entry,
                        unsigned levels, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_slice rest = entry != NULL ? entry->text : (vcl_slice){ 0 };

    if (vcl_owners_find(&gazetteer->ids, rest) != VCL_NONE) {
        return add_part(gazetteer, path, entry, rest, levels, err);
    }
    while (rest.size > 0) {
        const char *comma = memchr(rest.bytes, ',', rest.size);
        size_t size = comma != NULL ? (size_t)(comma - rest.bytes) : rest.size;
        TRY(add_part(gazetteer, path, entry, (vcl_slice){ rest.bytes, size }, levels, err));
        levels = VCL_LEVEL_ANY;
        rest = vcl_slice_from(rest, size + (comma != NULL));
    }
done:
    return status;
}

typedef struct place_fields {
    vcl_register_field place;
    vcl_register_field commune;
    vcl_register_field district;
    vcl_register_field province;
} place_fields;

#define FIELDS_OF(owner)                                                                           \
    {                                                                                              \
        VCL_FIELD_##owner##_PLACE, VCL_FIELD_##owner##_COMMUNE, VCL_FIELD_##owner##_DISTRICT,      \
            VCL_FIELD_##owner##_PROVINCE                                                           \
    }

/* NULL for registers whose rows state no place. */
static const place_fields *fields_of(vcl_register kind)
{
    static const place_fields organisations = FIELDS_OF(ORGANISATIONS);
    static const place_fields enterprises = FIELDS_OF(ENTERPRISES);
    static const place_fields members = FIELDS_OF(MEMBERS);

    switch (kind) {
    case VCL_REGISTER_ORGANISATIONS:
        return &organisations;
    case VCL_REGISTER_ENTERPRISES:
        return &enterprises;
    case VCL_REGISTER_MEMBERS:
        return &members;
    default:
        return NULL;
    }
}

/* The cells of a row that state its place, the smallest first. */
typedef struct place_cells {
    const vcl_entry *items[4];
    bool any;
} place_cells;

static place_cells cells_of(const vcl_draft *draft, uint32_t row)
{
    const place_fields *fields = fields_of(vcl_draft_register(draft, row));
    place_cells cells = { .any = false };

    if (fields != NULL) {
        cells.items[0] = vcl_draft_entry(draft, row, fields->place);
        cells.items[1] = vcl_draft_entry(draft, row, fields->commune);
        cells.items[2] = vcl_draft_entry(draft, row, fields->district);
        cells.items[3] = vcl_draft_entry(draft, row, fields->province);
    }
    for (size_t i = 0; i < 4; i++) {
        cells.any = cells.any || cells.items[i] != NULL;
    }
    return cells;
}

static vcl_status add_path(vcl_gazetteer *gazetteer, const place_cells *cells, vcl_error *err)
{
    static const unsigned levels[] = { VCL_LEVEL_ANY, VCL_LEVEL_COMMUNE, VCL_LEVEL_DISTRICT,
                                       VCL_LEVEL_PROVINCE };
    vcl_status status = VCL_OK;
    vcl_path path = { .count = 0 };

    for (size_t i = 0; i < 4; i++) {
        TRY(vcl_path_add(gazetteer, &path, cells->items[i], levels[i], err));
    }
    for (size_t i = 0; i < path.count; i++) {
        TRY(vcl_array_add(&gazetteer->path_parts, &path.parts[i], err));
    }
    const uint32_t end = (uint32_t)gazetteer->path_parts.count;
    TRY(vcl_array_add(&gazetteer->path_starts, &end, err));
done:
    return status;
}

vcl_status vcl_paths_read(vcl_gazetteer *gazetteer, const vcl_draft *draft, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text key = { 0 };
    const uint32_t none = 0;

    TRY(vcl_array_add(&gazetteer->path_starts, &none, err));
    for (uint32_t i = 0; i < draft->row_count; i++) {
        uint32_t row = draft->order[i];
        place_cells cells = cells_of(draft, row);
        gazetteer->row_path[row] = VCL_NONE;
        if (!cells.any) {
            continue;
        }
        vcl_text_clear(&key);
        vcl_text_add_byte(&key, (char)('a' + vcl_draft_register(draft, row)));
        for (size_t j = 0; j < 4; j++) {
            vcl_text_add_slice(&key,
                               cells.items[j] != NULL ? cells.items[j]->text : (vcl_slice){ 0 });
            vcl_text_add_byte(&key, '\x01');
        }
        TRY(vcl_text_status(&key, err));
        TRY(vcl_idmap_intern(&gazetteer->paths, (vcl_slice){ key.bytes, key.size },
                             &gazetteer->row_path[row], err));
        if (gazetteer->row_path[row] == vcl_paths_count(gazetteer)) {
            TRY(add_path(gazetteer, &cells, err));
        }
    }
done:
    vcl_text_release(&key);
    return status;
}

uint32_t vcl_paths_count(const vcl_gazetteer *gazetteer)
{
    return (uint32_t)gazetteer->path_starts.count - 1;
}

void vcl_paths_get(const vcl_gazetteer *gazetteer, uint32_t number, vcl_path *out)
{
    const uint32_t *starts = gazetteer->path_starts.items;
    const vcl_path_part *parts = gazetteer->path_parts.items;

    out->count = 0;
    for (uint32_t i = starts[number]; i < starts[number + 1]; i++) {
        out->parts[out->count++] = parts[i];
    }
}
