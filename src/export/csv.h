/* A table as CSV, for whoever writes one. */
#ifndef EXPORT_CSV_H
#define EXPORT_CSV_H

#include "export/exporter.h"

/* Writes the header and the rows of `table` that `options` ask for. VCL_ERROR_MEMORY. */
vcl_status vcl_csv_write(const vcl_table *table, const vcl_export_options *options,
                         vcl_output *output, vcl_error *err);

#endif
