/* A mapping file: reading it, by jansson, and finding what it says of a sheet. */
#include "registers/mapping.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/try.h"
#include "base/unicode.h"
#include "load/parse.h"
#include "sheet/bytes.h"

static const char *const marks[] = {
    [VCL_MARK_COMMA] = "comma",
    [VCL_MARK_POINT] = "point",
};

static const char *const kinds[] = { "farmer", "group", "cooperative", "union", "enterprise" };

void vcl_mapping_init(vcl_mapping *mapping)
{
    *mapping = (vcl_mapping){ 0 };
    vcl_array_init(&mapping->sheets, sizeof(vcl_mapped_sheet));
    vcl_array_init(&mapping->columns, sizeof(vcl_mapped_column));
}

void vcl_mapping_release(vcl_mapping *mapping)
{
    vcl_array_release(&mapping->sheets);
    vcl_array_release(&mapping->columns);
    vcl_arena_release(&mapping->texts);
}

/* "map.json /sheets/0/columns/Tên: "nmae"" */
static void add_place(vcl_text *out, const char *path, const char *pointer, const json_t *value)
{
    vcl_text_add(out, path);
    vcl_text_add(out, " ");
    vcl_text_add(out, pointer);
    if (json_is_string(value)) {
        vcl_text_add(out, ": \"");
        vcl_text_add(out, json_string_value(value));
        vcl_text_add(out, "\"");
    }
}

/* Where reading stands. */
typedef struct mapping_reading {
    vcl_mapping *mapping;
    vcl_text pointer;
} mapping_reading;

static vcl_status fail_at(const mapping_reading *r, const json_t *value, vcl_message message,
                          const char *possible, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text place = { 0 };

    TRY(vcl_text_status(&r->pointer, err));
    add_place(&place, r->mapping->path, vcl_text_bytes(&r->pointer), value);
    TRY(vcl_text_status(&place, err));
    status = vcl_fail(err, VCL_ERROR_INPUT, message, vcl_text_bytes(&place), possible);
done:
    vcl_text_release(&place);
    return status;
}

/* Goes one step down in the pointer; the size to go back to. */
static size_t enter(mapping_reading *r, const char *step)
{
    size_t before = r->pointer.size;

    vcl_text_add(&r->pointer, "/");
    for (; *step != '\0'; step++) {
        if (*step == '~' || *step == '/') {
            vcl_text_add(&r->pointer, *step == '~' ? "~0" : "~1");
        } else {
            vcl_text_add_byte(&r->pointer, *step);
        }
    }
    return before;
}

static void leave(mapping_reading *r, size_t before)
{
    if (!r->pointer.failed) {
        r->pointer.size = before;
        r->pointer.bytes[before] = '\0';
    }
}

/* "comma, point" */
static vcl_status fail_among(const mapping_reading *r, const json_t *value, vcl_message message,
                             const char *const *words, size_t count, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text possible = { 0 };

    for (size_t i = 0; i < count; i++) {
        vcl_text_add(&possible, i > 0 ? ", " : "");
        vcl_text_add(&possible, words[i]);
    }
    TRY(vcl_text_status(&possible, err));
    status = fail_at(r, value, message, vcl_text_bytes(&possible), err);
done:
    vcl_text_release(&possible);
    return status;
}

/* The index of a text among words, `count` where it is none of them. */
static size_t index_of(const json_t *value, const char *const *words, size_t count)
{
    size_t i = 0;

    while (i < count &&
           (!json_is_string(value) || strcmp(json_string_value(value), words[i]) != 0)) {
        i++;
    }
    return i;
}

/* Every key of an object must be one of ours: a slip must not go unnoticed. */
static vcl_status check_keys(mapping_reading *r, const json_t *object, const char *const *keys,
                             size_t count, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const char *key = NULL;
    json_t *value = NULL;

    if (!json_is_object(object)) {
        return fail_at(r, NULL, VCL_MSG_MAPPING_NOT_OBJECT, NULL, err);
    }
    json_object_foreach((json_t *)object, key, value)
    {
        size_t i = 0;
        while (i < count && strcmp(key, keys[i]) != 0) {
            i++;
        }
        if (i == count) {
            enter(r, key);
            TRY(fail_among(r, NULL, VCL_MSG_MAPPING_UNKNOWN_KEY, keys, count, err));
        }
    }
done:
    return status;
}

/* A member that is a text, null or absent. */
static vcl_status read_text(mapping_reading *r, const json_t *object, const char *key,
                            const char **out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const json_t *value = json_object_get(object, key);
    size_t before = enter(r, key);

    *out = NULL;
    if (json_is_string(value)) {
        TRY(vcl_unicode_copy(&r->mapping->texts, vcl_slice_of(json_string_value(value)), out, err));
    } else if (value != NULL && !json_is_null(value)) {
        TRY(fail_at(r, value, VCL_MSG_MAPPING_NOT_TEXT, NULL, err));
    }
    leave(r, before);
done:
    return status;
}

static vcl_status read_decimal(mapping_reading *r, const json_t *object, vcl_decimal_mark *out,
                               vcl_error *err)
{
    vcl_status status = VCL_OK;
    const json_t *value = json_object_get(object, "decimal");
    size_t before = enter(r, "decimal");

    *out = VCL_MARK_UNKNOWN;
    if (value != NULL && !json_is_null(value)) {
        size_t index = index_of(value, marks + 1, 2);
        if (index == 2) {
            TRY(fail_among(r, value, VCL_MSG_MAPPING_UNKNOWN_DECIMAL, marks + 1, 2, err));
        }
        *out = (vcl_decimal_mark)(index + 1);
    }
    leave(r, before);
done:
    return status;
}

/* "name", {"field": "output", "unit": "tấn", "decimal": "comma"}, or null. */
static vcl_status read_column(mapping_reading *r, const char *name, const json_t *value,
                              vcl_error *err)
{
    static const char *const keys[] = { "field", "unit", "decimal" };
    vcl_status status = VCL_OK;
    vcl_mapped_column column = { 0 };
    vcl_text key = { 0 };
    size_t before = enter(r, name);

    TRY(vcl_unicode_copy(&r->mapping->texts, vcl_slice_of(name), &column.name, err));
    vcl_unicode_lower(&key, vcl_slice_of(name));
    TRY(vcl_text_status(&key, err));
    TRY(vcl_arena_copy(&r->mapping->texts, (vcl_slice){ vcl_text_bytes(&key), key.size },
                       &column.key, err));
    if (json_is_string(value)) {
        TRY(vcl_unicode_copy(&r->mapping->texts, vcl_slice_of(json_string_value(value)),
                             &column.field, err));
    } else if (!json_is_null(value)) {
        TRY(check_keys(r, value, keys, sizeof keys / sizeof *keys, err));
        TRY(read_text(r, value, "field", &column.field, err));
        TRY(read_text(r, value, "unit", &column.unit, err));
        TRY(read_decimal(r, value, &column.decimal, err));
    }
    TRY(vcl_array_add(&r->mapping->columns, &column, err));
    leave(r, before);
done:
    vcl_text_release(&key);
    return status;
}

static vcl_status read_columns(mapping_reading *r, const json_t *object, vcl_error *err)
{
    vcl_status status = VCL_OK;
    json_t *columns = json_object_get(object, "columns");
    const char *name = NULL;
    json_t *value = NULL;
    size_t before = enter(r, "columns");

    if (columns != NULL && !json_is_object(columns)) {
        TRY(fail_at(r, columns, VCL_MSG_MAPPING_NOT_OBJECT, NULL, err));
    }
    json_object_foreach(columns, name, value)
    {
        TRY(read_column(r, name, value, err));
    }
    leave(r, before);
done:
    return status;
}

static vcl_status read_register(mapping_reading *r, const json_t *object, vcl_mapped_sheet *sheet,
                                vcl_error *err)
{
    vcl_status status = VCL_OK;
    const json_t *value = json_object_get(object, "register");
    const char *keys[VCL_REGISTER_COUNT];
    size_t before = enter(r, "register");

    for (vcl_register i = 0; i < VCL_REGISTER_COUNT; i++) {
        keys[i] = vcl_register_at(i)->key;
    }
    sheet->is_passed = json_is_null(value);
    sheet->kind = (vcl_register)index_of(value, keys, VCL_REGISTER_COUNT);
    if (value != NULL && !sheet->is_passed && sheet->kind == VCL_REGISTER_COUNT) {
        TRY(fail_among(r, value, VCL_MSG_MAPPING_UNKNOWN_REGISTER, keys, VCL_REGISTER_COUNT, err));
    }
    leave(r, before);
done:
    return status;
}

/* Its heading row and the kind of its actors. */
static vcl_status read_facts(mapping_reading *r, const json_t *object, vcl_mapped_sheet *sheet,
                             vcl_error *err)
{
    enum { KINDS = sizeof kinds / sizeof *kinds, MOST_ROW = 1048576 };
    vcl_status status = VCL_OK;
    const json_t *row = json_object_get(object, "heading_row");
    const json_t *kind = json_object_get(object, "kind");
    size_t before = enter(r, "heading_row");

    if (row != NULL && !json_is_null(row)) {
        if (!json_is_integer(row) || json_integer_value(row) < 1 ||
            json_integer_value(row) > MOST_ROW) {
            TRY(fail_at(r, row, VCL_MSG_MAPPING_NOT_ROW, NULL, err));
        }
        sheet->heading_row = (uint32_t)json_integer_value(row);
    }
    leave(r, before);
    before = enter(r, "kind");
    if (kind != NULL && !json_is_null(kind)) {
        size_t index = index_of(kind, kinds, KINDS);
        if (index == KINDS) {
            TRY(fail_among(r, kind, VCL_MSG_MAPPING_UNKNOWN_KIND, kinds, KINDS, err));
        }
        sheet->kind_word = kinds[index];
    }
    leave(r, before);
done:
    return status;
}

static vcl_status read_sheet(mapping_reading *r, const json_t *object, size_t index, vcl_error *err)
{
    static const char *const keys[] = { "file",        "sheet", "register",
                                        "heading_row", "kind",  "columns" };
    vcl_status status = VCL_OK;
    vcl_mapped_sheet sheet = { .index = index,
                               .first_column = (uint32_t)r->mapping->columns.count };
    char number[32];

    snprintf(number, sizeof number, "%zu", index);
    size_t before = enter(r, number);
    TRY(check_keys(r, object, keys, sizeof keys / sizeof *keys, err));
    TRY(read_text(r, object, "file", &sheet.file, err));
    TRY(read_text(r, object, "sheet", &sheet.sheet, err));
    if (sheet.file == NULL && sheet.sheet == NULL) {
        TRY(fail_at(r, NULL, VCL_MSG_MAPPING_NO_NAME, NULL, err));
    }
    TRY(read_register(r, object, &sheet, err));
    TRY(read_facts(r, object, &sheet, err));
    TRY(read_columns(r, object, err));
    sheet.end_column = (uint32_t)r->mapping->columns.count;
    TRY(vcl_array_add(&r->mapping->sheets, &sheet, err));
    leave(r, before);
done:
    return status;
}

static vcl_status read_root(mapping_reading *r, const json_t *root, vcl_error *err)
{
    static const char *const keys[] = { "sheets" };
    vcl_status status = VCL_OK;
    const json_t *sheets = json_object_get(root, "sheets");

    TRY(check_keys(r, root, keys, 1, err));
    size_t before = enter(r, "sheets");
    if (!json_is_array(sheets)) {
        TRY(fail_at(r, NULL, VCL_MSG_MAPPING_NOT_LIST, NULL, err));
    }
    for (size_t i = 0; i < json_array_size(sheets); i++) {
        TRY(read_sheet(r, json_array_get(sheets, i), i, err));
    }
    leave(r, before);
    TRY(vcl_text_status(&r->pointer, err));
done:
    return status;
}

static vcl_slice without_mark(vcl_slice bytes)
{
    bool marked = bytes.size >= 3 && memcmp(bytes.bytes, "\xEF\xBB\xBF", 3) == 0;

    return vcl_slice_from(bytes, marked ? 3 : 0);
}

vcl_status vcl_mapping_read_memory(vcl_mapping *mapping, const char *path, vcl_slice bytes,
                                   vcl_error *err)
{
    vcl_status status = VCL_OK;
    mapping_reading r = { .mapping = mapping };
    json_error_t error = { 0 };
    char place[48];

    mapping->path = path;
    json_t *root = vcl_parse_surely(without_mark(bytes), JSON_REJECT_DUPLICATES, &error);
    if (root == NULL && vcl_parse_lacked_memory(&error)) {
        TRY(vcl_fail_memory(err));
    }
    if (root == NULL) {
        snprintf(place, sizeof place, "%d:%d", error.line, error.column);
        TRY(vcl_fail(err, VCL_ERROR_INPUT, VCL_MSG_MAPPING_SYNTAX, path, place));
    }
    TRY(read_root(&r, root, err));
done:
    json_decref(root);
    vcl_text_release(&r.pointer);
    return status;
}

vcl_status vcl_mapping_read(vcl_mapping *mapping, const char *path, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_slice bytes = { 0 };

    TRY(vcl_bytes_read(path, &bytes, err));
    TRY(vcl_mapping_read_memory(mapping, path, bytes, err));
done:
    free((char *)bytes.bytes);
    return status;
}
