/* What an exporter is: a format and one function that writes a result in it. They are listed in
 * exporters.def; an exporter knows tables and columns, never an analysis. */
#ifndef EXPORT_EXPORTER_H
#define EXPORT_EXPORTER_H

#include <vclink/export.h>

#include "base/output.h"

/* Writes `result` to `output`, which the caller opened and will commit. `options` is not NULL, its
 * width not 0. A failed write is the output's to remember; the rest is VCL_ERROR_USAGE or
 * VCL_ERROR_MEMORY. O(size of the output). */
typedef vcl_status vcl_exporter_write(const vcl_result *result, const vcl_export_options *options,
                                      vcl_output *output, vcl_error *err);

/* Writes `result` into the folder `path`, which appears whole or not at all. Otherwise the same, and
 * VCL_ERROR_IO. */
typedef vcl_status vcl_exporter_write_folder(const vcl_result *result,
                                             const vcl_export_options *options, const char *path,
                                             vcl_error *err);

typedef struct vcl_exporter {
    vcl_export_format format;
    vcl_exporter_write *write; /* or else … */
    vcl_exporter_write_folder *write_folder;
} vcl_exporter;

#define EXPORTER(use, name, endings, needs, write, english, vietnamese) vcl_exporter_write write;
#define FOLDER_EXPORTER(use, name, endings, needs, write, english, vietnamese)                     \
    vcl_exporter_write_folder write;
#include "export/exporters.def"
#undef FOLDER_EXPORTER
#undef EXPORTER

/* How many rows of `table` are written: all, or the first `options->top`. */
size_t vcl_exporter_rows(const vcl_table *table, const vcl_export_options *options);

#endif
