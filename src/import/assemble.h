/* From the rows of registers to a dataset: the second half of an import. */
#ifndef IMPORT_ASSEMBLE_H
#define IMPORT_ASSEMBLE_H

#include "model/table.h"
#include "registers/rows.h"

/* Puts the rows together; whatever cannot be used is named in the log. The caller frees *dataset,
 * with the tables of a dataset as stated, and *review. VCL_ERROR_INPUT, VCL_ERROR_IO,
 * VCL_ERROR_USAGE, VCL_ERROR_MEMORY as vcl_import_read(). */
vcl_status vcl_assemble(const vcl_rows *rows, vcl_log *log, const vcl_import_options *options,
                        vcl_result **dataset, vcl_result **review, vcl_import_counts *counts,
                        vcl_error *err);

#endif
