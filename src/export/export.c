/* Exporting: which format, into which file, whole or not at all. */
#include "export/exporter.h"

#include <assert.h>
#include <string.h>

#include "base/error.h"
#include "base/try.h"

static const char default_format[] = "json";
enum { default_width = 100 };

static const vcl_exporter exporters[] = {
#define EXPORTER(name, write, english, vietnamese) { name, { english, vietnamese }, write },
#include "export/exporters.def"
#undef EXPORTER
};

size_t vcl_export_count(void)
{
    return sizeof exporters / sizeof exporters[0];
}

const char *vcl_export_name(size_t index)
{
    assert(index < vcl_export_count());
    return exporters[index].name;
}

const char *vcl_export_description(size_t index, vcl_language language)
{
    assert(index < vcl_export_count());
    return exporters[index].description[language];
}

static vcl_status fail_unknown_format(const char *format, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text names = { 0 };

    for (size_t i = 0; i < vcl_export_count(); i++) {
        vcl_text_add(&names, i == 0 ? "" : ", ");
        vcl_text_add(&names, exporters[i].name);
    }
    TRY(vcl_text_status(&names, err));
    status = vcl_fail(err, VCL_ERROR_USAGE, VCL_MSG_UNKNOWN_FORMAT, format, vcl_text_bytes(&names));
done:
    vcl_text_release(&names);
    return status;
}

static vcl_status find_exporter(const char *format, const vcl_exporter **out, vcl_error *err)
{
    for (size_t i = 0; i < vcl_export_count(); i++) {
        if (strcmp(exporters[i].name, format) == 0) {
            *out = &exporters[i];
            return VCL_OK;
        }
    }
    return fail_unknown_format(format, err);
}

size_t vcl_exporter_rows(const vcl_table *table, const vcl_export_options *options)
{
    size_t rows = vcl_table_row_count(table);

    return options->top > 0 && options->top < rows ? options->top : rows;
}

vcl_status vcl_export(const vcl_result *result, const vcl_export_options *options, const char *path,
                      vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_exporter *exporter = NULL;
    vcl_export_options settled = { 0 };
    vcl_output output = { 0 };

    vcl_error_clear(err);
    if (options != NULL) {
        settled = *options;
    }
    settled.width = settled.width > 0 ? settled.width : default_width;
    TRY(find_exporter(settled.format != NULL ? settled.format : default_format, &exporter, err));
    TRY(vcl_output_open(&output, path, err));
    TRY(exporter->write(result, &settled, &output, err));
    TRY(vcl_output_commit(&output, err));
done:
    vcl_output_release(&output);
    return status;
}

void vcl_export_abandon(void)
{
    vcl_output_abandon();
}
