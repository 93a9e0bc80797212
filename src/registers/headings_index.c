/* The headings and names of registers.def, by key. */
#include <string.h>

#include "base/try.h"
#include "base/unicode.h"
#include "registers/headings_parts.h"
#include "values/reading.h"

vcl_heading vcl_headings_none(void)
{
    vcl_heading none;

    for (size_t i = 0; i < VCL_REGISTER_COUNT; i++) {
        none.fields[i] = VCL_FIELD_COUNT;
    }
    return none;
}

/* What stands first for a register stays. */
static vcl_status add_heading(vcl_headings *headings, vcl_slice text, vcl_register_field field,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_register owner = vcl_register_field_at(field)->owner;
    uint32_t number = 0;
    vcl_slice key = vcl_headings_key(headings, text);

    TRY(vcl_text_status(&headings->key, err));
    if (key.size == 0) {
        return VCL_OK;
    }
    TRY(vcl_idmap_intern(&headings->keys, key, &number, err));
    if (number == headings->meanings.count) {
        vcl_heading none = vcl_headings_none();
        TRY(vcl_array_add(&headings->meanings, &none, err));
    }
    vcl_heading *heading = (vcl_heading *)headings->meanings.items + number;
    if (heading->fields[owner] == VCL_FIELD_COUNT) {
        heading->fields[owner] = field;
    }
done:
    return status;
}

/* Cuts the part before the next `mark` off the front of *text. */
vcl_slice vcl_headings_take(vcl_slice *text, char mark)
{
    const char *end = text->size > 0 ? memchr(text->bytes, mark, text->size) : NULL;
    size_t size = end != NULL ? (size_t)(end - text->bytes) : text->size;
    vcl_slice part = { text->bytes, size };

    *text = vcl_slice_from(*text, end != NULL ? size + 1 : size);
    return part;
}

static vcl_status add_others(vcl_headings *headings, vcl_register_field field, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_slice others = vcl_slice_of(vcl_register_field_at(field)->others);

    while (others.size > 0) {
        TRY(add_heading(headings, vcl_headings_take(&others, '|'), field, err));
    }
    TRY(add_heading(headings, vcl_slice_of(vcl_register_field_at(field)->key), field, err));
done:
    return status;
}

/* Names are compared as they are: what is long within a text says more than what is short. */
static vcl_slice name_key(vcl_headings *headings, vcl_slice text)
{
    vcl_text_clear(&headings->key);
    vcl_unicode_search_key(&headings->key, text);
    return (vcl_slice){ vcl_text_bytes(&headings->key), headings->key.size };
}

static vcl_status add_name(vcl_headings *headings, vcl_slice text, vcl_register number,
                           vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t name = 0;
    vcl_slice key = name_key(headings, text);

    TRY(vcl_text_status(&headings->key, err));
    if (key.size > 0) {
        TRY(vcl_idmap_intern(&headings->names, key, &name, err));
        if (name == headings->named.count) {
            TRY(vcl_array_add(&headings->named, &number, err));
        }
    }
done:
    return status;
}

static vcl_status add_names(vcl_headings *headings, vcl_register number, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_register_definition *definition = vcl_register_at(number);
    vcl_slice others = vcl_slice_of(definition->others);

    TRY(add_name(headings, vcl_slice_of(definition->title[VCL_ENGLISH]), number, err));
    TRY(add_name(headings, vcl_slice_of(definition->title[VCL_VIETNAMESE]), number, err));
    TRY(add_name(headings, vcl_slice_of(definition->key), number, err));
    while (others.size > 0) {
        TRY(add_name(headings, vcl_headings_take(&others, '|'), number, err));
    }
done:
    return status;
}

/* Our own headings go before others that are the same without marks. */
vcl_status vcl_headings_prepare(vcl_headings *headings, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (vcl_register_field i = 0; i < VCL_FIELD_COUNT; i++) {
        const vcl_register_field_definition *field = vcl_register_field_at(i);
        TRY(add_heading(headings, vcl_slice_of(field->heading[VCL_VIETNAMESE]), i, err));
        TRY(add_heading(headings, vcl_slice_of(field->heading[VCL_ENGLISH]), i, err));
    }
    for (vcl_register_field i = 0; i < VCL_FIELD_COUNT; i++) {
        TRY(add_others(headings, i, err));
    }
    for (vcl_register i = 0; i < VCL_REGISTER_COUNT; i++) {
        TRY(add_names(headings, i, err));
    }
done:
    return status;
}

vcl_register vcl_headings_register(vcl_headings *headings, vcl_slice text,
                                   vcl_naming_strength *strength)
{
    const vcl_register *named = headings->named.items;
    vcl_slice key = name_key(headings, text);
    size_t longest = 0;
    vcl_register best = VCL_REGISTER_COUNT;

    *strength = VCL_NAMES_NONE;
    for (uint32_t i = 0; key.size > 0 && i < vcl_idmap_count(&headings->names); i++) {
        const char *name = vcl_idmap_name(&headings->names, i);
        size_t size = strlen(name);
        if (vcl_reading_is(key, name)) {
            *strength = VCL_NAMES_EXACTLY;
            return named[i];
        }
        if (size >= 3 && size > longest && strstr(key.bytes, name) != NULL) {
            *strength = VCL_NAMES_WITHIN;
            longest = size;
            best = named[i];
        }
    }
    return best;
}

const char *vcl_headings_kind_word(vcl_headings *headings, vcl_slice text)
{
    vcl_slice key = vcl_headings_key(headings, text);
    const char *words[2] = { NULL, NULL };

    if (key.size == 0) {
        return NULL;
    }
    if (strstr(key.bytes, "lienhiephtx") != NULL || strstr(key.bytes, "lhhtx") != NULL ||
        strstr(key.bytes, "lienhiepcachtx") != NULL) {
        return strstr(key.bytes, "tht") == NULL ? "union" : NULL;
    }
    words[0] = strstr(key.bytes, "htx") != NULL || strstr(key.bytes, "cooperatives") != NULL
                   ? "cooperative"
                   : NULL;
    words[1] = strstr(key.bytes, "tht") != NULL ? "group" : NULL;
    return words[0] == NULL ? words[1] : words[1] == NULL ? words[0] : NULL;
}
