/* The cells of one sheet of a workbook. */
#ifndef SHEET_XLSX_SHEET_H
#define SHEET_XLSX_SHEET_H

#include "sheet/xlsx_xml.h"

/* What cells refer to. */
typedef struct vcl_xlsx_shared {
    vcl_array strings; /* of vcl_slice */
    vcl_array styles; /* of vcl_xlsx_style */
} vcl_xlsx_shared;

/* Reads a place such as "C14"; false where it is none of a sheet. */
bool vcl_xlsx_place(const char *text, uint32_t *row, uint32_t *column);

/* Fills an empty sheet from its part; texts go to the arena. VCL_ERROR_INPUT, VCL_ERROR_MEMORY.
 * O(size). */
vcl_status vcl_xlsx_read_sheet(vcl_xlsx_archive *archive, const char *part,
                               const vcl_xlsx_shared *shared, vcl_arena *arena, vcl_sheet *sheet,
                               vcl_error *err);

#endif
