/* The guide of a workbook of registers. */
#ifndef EXPORT_XLSX_REGISTERS_H
#define EXPORT_XLSX_REGISTERS_H

#include "export/register_rows.h"
#include "export/xlsx.h"

/* Adds the sheet of the guide in `language`. VCL_ERROR_MEMORY. */
vcl_status vcl_xlsx_add_guide(vcl_xlsx *xlsx, const vcl_registers *registers, vcl_language language,
                              bool has_examples, vcl_error *err);

#endif
