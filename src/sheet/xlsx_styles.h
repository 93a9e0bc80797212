/* How the styles of a workbook show numbers. */
#ifndef SHEET_XLSX_STYLES_H
#define SHEET_XLSX_STYLES_H

#include "sheet/xlsx_xml.h"

typedef struct vcl_xlsx_style {
    uint8_t form; /* vcl_cell_form */
    uint8_t width; /* digits that an integer is filled up to with zeros, or 0 */
} vcl_xlsx_style;

/* What a format such as "dd/mm/yyyy" makes of a number. O(size). */
vcl_xlsx_style vcl_xlsx_style_of_format(const char *format);

/* The cells' styles: an array of vcl_xlsx_style. VCL_ERROR_INPUT, VCL_ERROR_MEMORY. */
vcl_status vcl_xlsx_read_styles(vcl_xlsx_archive *archive, const char *part, vcl_array *out,
                                vcl_error *err);

#endif
