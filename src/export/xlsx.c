/* A workbook: the answer on the first sheet, a sheet for each table, and what every column means.
 *
 * libxlsxwriter writes to a named file only, and packs it by jumping back and forth in it, so the
 * workbook is put together in a scratch folder of our own, read back (xlsx_whole.c) and copied to
 * the output: a pipe may be one, and a file is replaced whole or not at all. Rows go to the disk as
 * they are written, so memory does not grow with them. The same bytes on every run: the moment of
 * its making is that of the data, or SOURCE_DATE_EPOCH (reproducible-builds.org). */
#define _XOPEN_SOURCE 700 /* uselocale() */
#include "export/xlsx.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/error.h"
#include "base/message.h"
#include "base/scratch.h"
#include "base/try.h"
#include "model/table.h"

static const time_t beginning_of_1980 = 315532800; /* the first moment that a ZIP archive knows */
static const time_t seconds_of_day = 86400;

/* libxlsxwriter takes 0 for now. */
static time_t moment_of(const vcl_result *result)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    const char *as_of = result->option_as_of != NULL ? result->option_as_of : result->dataset_as_of;
    vcl_date date = 0;

    if (epoch != NULL && epoch[0] != '\0' && strspn(epoch, "0123456789") == strlen(epoch) &&
        strlen(epoch) <= 11) {
        time_t moment = (time_t)strtoll(epoch, NULL, 10);
        return moment > 0 ? moment : 1;
    }
    if (as_of != NULL && vcl_date_parse(vcl_slice_of(as_of), &date) &&
        date * seconds_of_day > beginning_of_1980) {
        return date * seconds_of_day;
    }
    return beginning_of_1980;
}

static vcl_status set_properties(vcl_xlsx *xlsx, vcl_error *err)
{
    vcl_status status = VCL_OK;
    lxw_doc_properties properties = { .created = moment_of(xlsx->result) };
    vcl_text title = { 0 };
    vcl_text comment = { 0 };
    enum { longest = 255 };
    char cut[longest];

    if (xlsx->result->dataset_name != NULL) {
        vcl_text_add_visible(&title, vcl_slice_of(xlsx->result->dataset_name));
    }
    vcl_text_add(&comment, "vclink ");
    vcl_text_add(&comment, vcl_version());
    TRY(vcl_text_status(&title, err));
    TRY(vcl_text_status(&comment, err));
    vcl_text_cut(cut, sizeof cut, vcl_slice_of(vcl_text_bytes(&title)));
    properties.title = cut;
    properties.comments = comment.bytes;
    vcl_xlsx_note(xlsx, workbook_set_properties(xlsx->book, &properties));
done:
    vcl_text_release(&title);
    vcl_text_release(&comment);
    return status;
}

static vcl_status write_sheets(vcl_xlsx *xlsx, vcl_error *err)
{
    vcl_status status = VCL_OK;

    vcl_xlsx_add_cover(xlsx);
    for (size_t i = 0; i < vcl_result_table_count(xlsx->result); i++) {
        TRY(vcl_xlsx_add_table(xlsx, vcl_result_table(xlsx->result, i), err));
        if (xlsx->is_too_long) {
            break;
        }
    }
    vcl_xlsx_add_definitions(xlsx);
done:
    return status;
}

static vcl_status fail_too_long(const vcl_xlsx *xlsx, vcl_error *err)
{
    char row[32];

    snprintf(row, sizeof row, "%zu", xlsx->row + 1);
    return vcl_fail(err, VCL_ERROR_USAGE, VCL_MSG_XLSX_CELL_TOO_LONG, xlsx->table, row);
}

/* What the sheets and the library remember. */
static vcl_status status_of(const vcl_xlsx *xlsx, const char *path, vcl_error *err)
{
    if (xlsx->is_too_long) {
        return fail_too_long(xlsx, err);
    }
    if (xlsx->scratch.failed || xlsx->error == LXW_ERROR_MEMORY_MALLOC_FAILED) {
        return vcl_fail_memory(err);
    }
    if (xlsx->error != LXW_NO_ERROR) {
        return vcl_fail(err, VCL_ERROR_IO, VCL_MSG_XLSX_SCRATCH, path, NULL);
    }
    return VCL_OK;
}

/* The whole workbook, with the library's own temporary files beside it. */
static vcl_status write_book(vcl_xlsx *xlsx, vcl_xlsx_write_sheets *add_sheets,
                             vcl_scratch *scratch, vcl_error *err)
{
    vcl_status status = VCL_OK;
    lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = scratch->folder->path };

    xlsx->book = workbook_new_opt(scratch->file->path, &options);
    if (xlsx->book == NULL) {
        return vcl_fail_memory(err);
    }
    vcl_xlsx_make_styles(xlsx);
    TRY(set_properties(xlsx, err));
    TRY(add_sheets(xlsx, err));
done:
    vcl_xlsx_note(xlsx, workbook_close(xlsx->book)); /* also frees it */
    if (status == VCL_OK) {
        status = status_of(xlsx, scratch->file->path, err);
    }
    vcl_text_release(&xlsx->scratch);
    return status;
}

static vcl_status copy_to(vcl_output *output, const char *path, vcl_error *err)
{
    FILE *file = fopen(path, "rb");
    char block[1 << 16];
    size_t size = 0;
    bool failed = file == NULL;

    while (!failed && (size = fread(block, 1, sizeof block, file)) > 0) {
        vcl_output_write(output, (vcl_slice){ block, size });
    }
    failed = failed || ferror(file);
    if (file != NULL) {
        fclose(file);
    }
    return failed ? vcl_fail(err, VCL_ERROR_IO, VCL_MSG_XLSX_SCRATCH, path, NULL) : VCL_OK;
}

static vcl_status write_by_scratch(vcl_xlsx xlsx, vcl_xlsx_write_sheets *add_sheets,
                                   vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_scratch scratch = { 0 };
    const char *path = NULL;

    TRY(vcl_scratch_open(&scratch, "book.xlsx", err));
    path = scratch.file->path;
    TRY(write_book(&xlsx, add_sheets, &scratch, err));
    if (!vcl_xlsx_is_whole(path)) {
        status = vcl_fail(err, VCL_ERROR_IO, VCL_MSG_XLSX_SCRATCH, path, NULL);
        goto done;
    }
    TRY(copy_to(output, path, err));
done:
    vcl_scratch_release(&scratch);
    return status;
}

/* libxlsxwriter would write 7,5 where the locale does. */
vcl_status vcl_xlsx_write(const vcl_result *result, const vcl_export_options *options,
                          vcl_xlsx_write_sheets *add_sheets, vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_xlsx xlsx = { .result = result, .options = options };
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    locale_t before = (locale_t)0;

    if (plain == (locale_t)0) {
        return vcl_fail_memory(err);
    }
    before = uselocale(plain);
    status = write_by_scratch(xlsx, add_sheets, output, err);
    uselocale(before);
    freelocale(plain);
    return status;
}

vcl_status vcl_write_xlsx(const vcl_result *result, const vcl_export_options *options,
                          vcl_output *output, vcl_error *err)
{
    return vcl_xlsx_write(result, options, write_sheets, output, err);
}
