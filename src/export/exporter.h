/* What an exporter is: a name, a description and one function that writes a result. They are listed
 * in exporters.def; an exporter knows tables and columns, never an analysis. */
#ifndef EXPORT_EXPORTER_H
#define EXPORT_EXPORTER_H

#include <vclink/export.h>

#include "base/output.h"

/* Writes `result` to `output`, which the caller opened and will commit. `options` is not NULL, its
 * width not 0. A failed write is the output's to remember; the rest is VCL_ERROR_USAGE or
 * VCL_ERROR_MEMORY. O(size of the output). */
typedef vcl_status vcl_exporter_write(const vcl_result *result, const vcl_export_options *options,
                                      vcl_output *output, vcl_error *err);

typedef struct vcl_exporter {
    const char *name;
    const char *description[2]; /* by vcl_language */
    vcl_exporter_write *write;
} vcl_exporter;

#define EXPORTER(name, write, english, vietnamese) vcl_exporter_write write;
#include "export/exporters.def"
#undef EXPORTER

/* How many rows of `table` are written: all, or the first `options->top`. */
size_t vcl_exporter_rows(const vcl_table *table, const vcl_export_options *options);

#endif
