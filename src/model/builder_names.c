/* Names: ids become numbers when they are first seen, declared or only mentioned. */
#include "base/try.h"
#include "model/building.h"

vcl_status vcl_builder_name(vcl_idmap *ids, vcl_namespace *names, vcl_slice id, uint32_t *out,
                            vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_idmap_intern(ids, id, out, err));
    if (*out >= names->declared_line.count) {
        TRY(vcl_array_resize(&names->declared_line, (size_t)*out + 1, err));
    }
    if (*out >= names->mention_count.count) {
        TRY(vcl_array_resize(&names->mention_count, (size_t)*out + 1, err));
    }
done:
    return status;
}

/* Adds a mention. When the array is full, those of names that have been declared meanwhile go, and
 * it gets room for as many as are left once more: O(1) amortised. */
static vcl_status add_mention(vcl_namespace *names, const vcl_mention *mention, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_array *array = &names->mentions;
    vcl_mention *mentions = array->items;
    const uint32_t *lines = names->declared_line.items;
    size_t kept = 0;

    if (array->count == array->capacity) {
        for (size_t i = 0; i < array->count; i++) {
            if (lines[mentions[i].name] == 0) {
                mentions[kept++] = mentions[i];
            }
        }
        array->count = kept;
        vcl_array_trim(array);
        TRY(vcl_array_make_room(array, kept + 1, err));
    }
    TRY(vcl_array_add(array, mention, err));
done:
    return status;
}

vcl_status vcl_builder_mention(vcl_idmap *ids, vcl_namespace *names, vcl_slice id,
                               vcl_mention mention, uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t *counts = NULL;

    TRY(vcl_builder_name(ids, names, id, &mention.name, err));
    counts = names->mention_count.items;
    if (((const uint32_t *)names->declared_line.items)[mention.name] == 0) {
        counts[mention.name]++;
        if (counts[mention.name] <= VCL_MENTIONS_OF_A_NAME) {
            TRY(add_mention(names, &mention, err));
        }
    }
    *out = mention.name;
done:
    return status;
}

vcl_status vcl_builder_place(vcl_builder *builder, vcl_slice id, vcl_mention at, uint32_t *out,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;

    *out = VCL_NONE;
    if (id.size > 0) {
        TRY(vcl_builder_mention(&builder->chain->place_ids, &builder->place_names, id, at, out,
                                err));
    }
done:
    return status;
}
