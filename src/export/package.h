/* The description of a folder of CSV files: datapackage.json. */
#ifndef EXPORT_PACKAGE_H
#define EXPORT_PACKAGE_H

#include "export/exporter.h"

/* Its first bytes, by which a folder is known as ours. */
#define VCL_PACKAGE_BEGINNING                                                                      \
    "{\n  \"profile\": \"tabular-data-package\",\n  \"name\": \"vclink\",\n"

/* Writes it for the tables of `result`, titles and meanings in the language of `options`; each
 * table's file is NAME.csv. VCL_ERROR_MEMORY. */
vcl_status vcl_package_describe(const vcl_result *result, const vcl_export_options *options,
                                vcl_output *output, vcl_error *err);

#endif
