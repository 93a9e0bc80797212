/* What a mapping says of sheets and columns. */
#include "registers/mapping.h"

#include <string.h>

#include "base/error.h"
#include "base/try.h"
#include "base/unicode.h"
#include "sheet/sheet.h"
#include "values/reading.h"

/* A path, or only its last part. */
static bool is_file(const char *path, const char *name)
{
    const char *slash = strrchr(path, '/');

    return strcmp(path, name) == 0 || (slash != NULL && strcmp(slash + 1, name) == 0);
}

const vcl_mapped_sheet *vcl_mapping_find(vcl_mapping *mapping, const char *file, const char *sheet)
{
    vcl_mapped_sheet *sheets = mapping->sheets.items;

    for (size_t i = 0; i < mapping->sheets.count; i++) {
        if ((sheets[i].file == NULL || is_file(file, sheets[i].file)) &&
            (sheets[i].sheet == NULL || strcmp(sheet, sheets[i].sheet) == 0)) {
            sheets[i].was_met = true;
            return &sheets[i];
        }
    }
    return NULL;
}

/* A single capital letter is a column; "SL" may be a heading as well. */
static bool is_letter(const char *name)
{
    return name[0] >= 'A' && name[0] <= 'Z' && name[1] == '\0';
}

const vcl_mapped_column *vcl_mapping_column(const vcl_mapping *mapping,
                                            const vcl_mapped_sheet *sheet, vcl_slice heading,
                                            uint32_t column, vcl_text *scratch)
{
    const vcl_mapped_column *columns = mapping->columns.items;
    vcl_text letters = { 0 };
    const vcl_mapped_column *found = NULL;

    vcl_text_clear(scratch);
    vcl_unicode_lower(scratch, heading);
    vcl_sheet_add_column(&letters, column);
    scratch->failed = scratch->failed || letters.failed;
    vcl_slice key = { vcl_text_bytes(scratch), scratch->size };
    for (uint32_t i = sheet->first_column; i < sheet->end_column && found == NULL; i++) {
        bool by_heading =
            !is_letter(columns[i].name) && key.size > 0 && vcl_reading_is(key, columns[i].key);
        bool by_letters = column > 0 && strcmp(columns[i].name, vcl_text_bytes(&letters)) == 0;
        found = by_heading || by_letters ? &columns[i] : NULL;
    }
    vcl_text_release(&letters);
    return found;
}

vcl_register_field vcl_mapping_field(vcl_register kind, const char *key)
{
    for (vcl_register_field i = vcl_register_first(kind); i < vcl_register_end(kind); i++) {
        if (strcmp(vcl_register_field_at(i)->key, key) == 0) {
            return i;
        }
    }
    return VCL_FIELD_COUNT;
}

vcl_status vcl_mapping_fail(const vcl_mapping *mapping, const vcl_mapped_sheet *sheet,
                            const char *place, vcl_message message, const char *possible,
                            vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text text = { 0 };

    vcl_text_add(&text, mapping->path);
    vcl_text_add(&text, " /sheets/");
    vcl_text_add_integer(&text, (int64_t)sheet->index);
    vcl_text_add(&text, place[0] != '\0' ? "/" : "");
    vcl_text_add(&text, place);
    TRY(vcl_text_status(&text, err));
    status = vcl_fail(err, VCL_ERROR_INPUT, message, vcl_text_bytes(&text), possible);
done:
    vcl_text_release(&text);
    return status;
}

/* Is it about one of these files, or about any? */
static bool is_expected(const vcl_mapped_sheet *sheet, const char *const *paths, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (sheet->file == NULL || is_file(paths[i], sheet->file)) {
            return true;
        }
    }
    return false;
}

vcl_status vcl_mapping_check_met(const vcl_mapping *mapping, const char *const *paths, size_t count,
                                 vcl_error *err)
{
    const vcl_mapped_sheet *sheets = mapping->sheets.items;

    for (size_t i = 0; i < mapping->sheets.count; i++) {
        if (!sheets[i].was_met && is_expected(&sheets[i], paths, count)) {
            vcl_text files = { 0 };
            vcl_text place = { 0 };
            for (size_t j = 0; j < count; j++) {
                vcl_text_add(&files, j > 0 ? ", " : "");
                vcl_text_add(&files, paths[j]);
            }
            vcl_text_add(&place, "sheet: \"");
            vcl_text_add(&place, sheets[i].sheet != NULL ? sheets[i].sheet : "");
            vcl_text_add(&place, "\"");
            vcl_status status =
                files.failed || place.failed
                    ? vcl_fail_memory(err)
                    : vcl_mapping_fail(mapping, &sheets[i], vcl_text_bytes(&place),
                                       VCL_MSG_MAPPING_NO_SHEET, vcl_text_bytes(&files), err);
            vcl_text_release(&files);
            vcl_text_release(&place);
            return status;
        }
    }
    return VCL_OK;
}
