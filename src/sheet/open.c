/* Opening a spreadsheet file by what it contains, and saying what others are. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/try.h"
#include "sheet/bytes.h"
#include "sheet/csv.h"
#include "sheet/xlsx.h"

static bool holds(vcl_slice bytes, vcl_slice sought)
{
    const char *at = bytes.bytes;
    const char *end = bytes.bytes + bytes.size;

    while ((size_t)(end - at) >= sought.size) {
        at = memchr(at, sought.bytes[0], (size_t)(end - at) - sought.size + 1);
        if (at == NULL || memcmp(at, sought.bytes, sought.size) == 0) {
            return at != NULL;
        }
        at++;
    }
    return false;
}

static bool begins_with(vcl_slice bytes, vcl_slice beginning)
{
    return bytes.size >= beginning.size &&
           memcmp(bytes.bytes, beginning.bytes, beginning.size) == 0;
}

/* What an OLE compound file is: Excel keeps a workbook with a password in one, too. */
static vcl_message message_of_compound(vcl_slice bytes)
{
    static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

    return holds(bytes, (vcl_slice){ encrypted, sizeof encrypted - 1 }) ? VCL_MSG_SHEET_PASSWORD
                                                                        : VCL_MSG_SHEET_OLD_EXCEL;
}

/* Does it begin with "<", white space and a mark aside? No table of people does. */
static bool is_markup(vcl_slice bytes)
{
    size_t at = begins_with(bytes, (vcl_slice){ "\xEF\xBB\xBF", 3 }) ? 3 : 0;

    while (at < bytes.size && memchr(" \t\r\n", bytes.bytes[at], 4) != NULL) {
        at++;
    }
    return at + 1 < bytes.size && bytes.bytes[at] == '<' &&
           (strchr("!?/", bytes.bytes[at + 1]) != NULL ||
            ((bytes.bytes[at + 1] | 0x20) >= 'a' && (bytes.bytes[at + 1] | 0x20) <= 'z'));
}

/* A document of JSON, or lines of it: { and then a string, or [ and then { … */
static bool is_json(vcl_slice bytes)
{
    static const char spaces[] = " \t\r\n\xEF\xBB\xBF";
    char seen[2] = { 0 };
    size_t count = 0;

    for (size_t at = 0; at < bytes.size && count < 2; at++) {
        if (bytes.bytes[at] == '\0' || strchr(spaces, bytes.bytes[at]) == NULL) {
            seen[count++] = bytes.bytes[at];
        }
    }
    return (seen[0] == '{' && (seen[1] == '"' || seen[1] == '}')) ||
           (seen[0] == '[' && (seen[1] == '{' || seen[1] == ']'));
}

static vcl_status read_into(const char *path, vcl_slice bytes, vcl_workbook *workbook,
                            vcl_error *err)
{
    if (begins_with(bytes, (vcl_slice){ "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8 })) {
        return vcl_fail(err, VCL_ERROR_INPUT, message_of_compound(bytes), path, NULL);
    }
    if (begins_with(bytes, (vcl_slice){ "%PDF-", 5 })) {
        return vcl_fail(err, VCL_ERROR_INPUT, VCL_MSG_SHEET_PDF, path, NULL);
    }
    if (is_json(bytes)) {
        return vcl_fail(err, VCL_ERROR_INPUT, VCL_MSG_SHEET_JSON, path, NULL);
    }
    if (is_markup(bytes)) {
        return vcl_fail(err, VCL_ERROR_INPUT, VCL_MSG_SHEET_MARKUP, path, NULL);
    }
    return vcl_xlsx_is_archive(bytes) ? vcl_xlsx_read(path, bytes, workbook, err)
                                      : vcl_csv_read(path, bytes, workbook, err);
}

vcl_status vcl_workbook_read(const char *path, vcl_slice bytes, vcl_workbook **out, vcl_error *err)
{
    static const vcl_hash_key key = { { 0x9E3779B97F4A7C15u, 0xBF58476D1CE4E5B9u } };
    vcl_status status = VCL_OK;
    vcl_workbook *workbook = NULL;

    *out = NULL;
    TRY(vcl_alloc(&workbook, 1, sizeof *workbook, err));
    vcl_array_init(&workbook->sheets, sizeof(vcl_sheet));
    TRY(read_into(path, bytes, workbook, err));
    workbook->fingerprint = vcl_hash_bytes(&key, bytes.bytes, bytes.size);
    *out = workbook;
    workbook = NULL;
done:
    vcl_workbook_free(workbook);
    return status;
}

vcl_status vcl_workbook_open(const char *path, vcl_workbook **out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_slice bytes = { 0 };

    *out = NULL;
    TRY(vcl_bytes_read(path, &bytes, err));
    TRY(vcl_workbook_read(path, bytes, out, err));
done:
    free((char *)(uintptr_t)bytes.bytes);
    return status;
}
