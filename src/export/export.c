/* Exporting: which format, into which file, whole or not at all. */
#include "export/exporter.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/try.h"

static const char default_format[] = "json";
enum { default_width = 100 };

/* Tables that formats need, besides figures or alone. */
static const char *const no_tables[] = { NULL };
static const char *const network_tables[] = { "nodes", "links", NULL };
static const char *const map_tables[] = { "nodes", "links", "places", NULL };
static const char *const dataset_tables[] = { "nodes",    "links",   "places",
                                              "products", "handled", NULL };
static const char *const record_tables[] = { "products", "places", "actors",
                                             "handled",  "deals",  NULL };
static const char *const page_tables[] = { "nodes", "links", "places", "products", "layout", NULL };

#define ONLY(tables) false, (tables)
#define FIGURES_AND(tables) true, (tables)

static const vcl_exporter exporters[] = {
#define EXPORTER(use, name, endings, needs, function, english, vietnamese)                         \
    { { VCL_USE_##use, name, endings, { english, vietnamese }, needs, false }, function, NULL },
#define FOLDER_EXPORTER(use, name, endings, needs, function, english, vietnamese)                  \
    { { VCL_USE_##use, name, endings, { english, vietnamese }, needs, true }, NULL, function },
#include "export/exporters.def"
#undef FOLDER_EXPORTER
#undef EXPORTER
};

enum { EXPORTERS = sizeof exporters / sizeof exporters[0] };

/* NULL after the last. */
static const vcl_exporter *exporter_at(vcl_export_use use, size_t index)
{
    for (size_t i = 0; i < EXPORTERS; i++) {
        if (exporters[i].format.use == use && index-- == 0) {
            return &exporters[i];
        }
    }
    return NULL;
}

const vcl_export_format *vcl_export_format_at(vcl_export_use use, size_t index)
{
    const vcl_exporter *exporter = exporter_at(use, index);

    return exporter != NULL ? &exporter->format : NULL;
}

const vcl_export_format *vcl_export_find(vcl_export_use use, const char *name)
{
    const vcl_export_format *format;

    for (size_t i = 0; (format = vcl_export_format_at(use, i)) != NULL; i++) {
        if (strcmp(format->name, name) == 0) {
            return format;
        }
    }
    return NULL;
}

/* Is `word` among `words`, which spaces separate? */
static bool is_among(const char *words, const char *word)
{
    size_t size = strlen(word);
    const char *found = words;

    while (size > 0 && (found = strstr(found, word)) != NULL) {
        if ((found == words || found[-1] == ' ') && (found[size] == '\0' || found[size] == ' ')) {
            return true;
        }
        found += size;
    }
    return false;
}

const vcl_export_format *vcl_export_find_ending(vcl_export_use use, const char *ending)
{
    const vcl_export_format *format;

    for (size_t i = 0; (format = vcl_export_format_at(use, i)) != NULL; i++) {
        if (is_among(format->endings, ending)) {
            return format;
        }
    }
    return NULL;
}

size_t vcl_export_count(void)
{
    size_t count = 0;

    while (vcl_export_format_at(VCL_USE_FIGURES, count) != NULL) {
        count++;
    }
    return count;
}

const char *vcl_export_name(size_t index)
{
    assert(index < vcl_export_count());
    return vcl_export_format_at(VCL_USE_FIGURES, index)->name;
}

const char *vcl_export_description(size_t index, vcl_language language)
{
    assert(index < vcl_export_count());
    return vcl_export_format_at(VCL_USE_FIGURES, index)->description[language];
}

static vcl_status fail_unknown_format(const vcl_export_options *options, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text names = { 0 };
    const vcl_export_format *format;

    for (size_t i = 0; (format = vcl_export_format_at(options->use, i)) != NULL; i++) {
        vcl_text_add(&names, i == 0 ? "" : ", ");
        vcl_text_add(&names, format->name);
    }
    TRY(vcl_text_status(&names, err));
    status = vcl_fail(err, VCL_ERROR_USAGE, VCL_MSG_UNKNOWN_FORMAT, options->format,
                      vcl_text_bytes(&names));
done:
    vcl_text_release(&names);
    return status;
}

static vcl_status find_exporter(const vcl_export_options *options, const vcl_exporter **out,
                                vcl_error *err)
{
    for (size_t i = 0; (*out = exporter_at(options->use, i)) != NULL; i++) {
        if (strcmp((*out)->format.name, options->format) == 0) {
            return VCL_OK;
        }
    }
    return fail_unknown_format(options, err);
}

static vcl_status check_needs(const vcl_export_format *format, const vcl_result *result,
                              vcl_error *err)
{
    for (size_t i = 0; format->needs[i] != NULL; i++) {
        if (vcl_result_find_table(result, format->needs[i]) == NULL) {
            return vcl_fail(err, VCL_ERROR_USAGE, VCL_MSG_FORMAT_NEEDS_TABLE, format->name,
                            format->needs[i]);
        }
    }
    return VCL_OK;
}

static const char *default_of(vcl_export_use use)
{
    const vcl_export_format *first = vcl_export_format_at(use, 0);

    return use == VCL_USE_FIGURES || first == NULL ? default_format : first->name;
}

size_t vcl_exporter_rows(const vcl_table *table, const vcl_export_options *options)
{
    size_t rows = vcl_table_row_count(table);

    return options->top > 0 && options->top < rows ? options->top : rows;
}

/* An output under way. */
typedef struct part {
    const vcl_result *result;
    const char *path;
    vcl_export_options options;
    const vcl_exporter *exporter;
    vcl_output output; /* unless the exporter writes a folder */
    bool is_file; /* it appears when it is committed, not as it is written */
} part;

static vcl_status begin(part *one, const vcl_export_part *asked, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_export_options *options = &one->options;

    one->result = asked->result;
    one->path = asked->path;
    if (asked->options != NULL) {
        *options = *asked->options;
    }
    options->width = options->width > 0 ? options->width : default_width;
    options->format = options->format != NULL ? options->format : default_of(options->use);
    TRY(find_exporter(options, &one->exporter, err));
    TRY(check_needs(&one->exporter->format, one->result, err));
    if (!one->exporter->format.is_folder) {
        TRY(vcl_output_open(&one->output, one->path, err));
        one->is_file = one->output.temporary != NULL;
    }
done:
    return status;
}

static vcl_status write_folder(const part *one, vcl_error *err)
{
    if (one->path == NULL || strcmp(one->path, "-") == 0) {
        return vcl_fail(err, VCL_ERROR_USAGE, VCL_MSG_FOLDER_WITHOUT_PATH,
                        one->exporter->format.name, NULL);
    }
    return one->exporter->write_folder(one->result, &one->options, one->path, err);
}

static vcl_status write_part(part *one, vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (one->exporter->format.is_folder) {
        return write_folder(one, err);
    }
    TRY(one->exporter->write(one->result, &one->options, &one->output, err));
    TRY(vcl_output_settle(&one->output, err));
done:
    return status;
}

/* Files first: they can still be taken back. */
static vcl_status write_parts(part *parts, size_t count, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (int files = 1; files >= 0; files--) {
        for (size_t i = 0; i < count; i++) {
            if (parts[i].is_file == (files == 1)) {
                TRY(write_part(&parts[i], err));
            }
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (!parts[i].exporter->format.is_folder) {
            TRY(vcl_output_commit(&parts[i].output, err));
        }
    }
done:
    return status;
}

vcl_status vcl_export_together(const vcl_export_part *asked, size_t count, vcl_error *err)
{
    vcl_status status = VCL_OK;
    part *parts = NULL;

    vcl_error_clear(err);
    parts = calloc(count > 0 ? count : 1, sizeof *parts);
    if (parts == NULL) {
        return vcl_fail_memory(err);
    }
    for (size_t i = 0; i < count; i++) {
        TRY(begin(&parts[i], &asked[i], err));
    }
    TRY(write_parts(parts, count, err));
done:
    for (size_t i = 0; i < count; i++) {
        vcl_output_release(&parts[i].output);
    }
    free(parts);
    return status;
}

vcl_status vcl_export(const vcl_result *result, const vcl_export_options *options, const char *path,
                      vcl_error *err)
{
    return vcl_export_together(&(vcl_export_part){ result, options, path }, 1, err);
}

void vcl_export_abandon(void)
{
    vcl_output_abandon();
}
