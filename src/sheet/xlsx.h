/* XLSX: Office Open XML workbooks (ECMA-376), transitional or strict, as Excel, LibreOffice, Google
 * Sheets and others write them. */
#ifndef SHEET_XLSX_H
#define SHEET_XLSX_H

#include "sheet/sheet.h"

/* Does the file begin as a ZIP archive? */
bool vcl_xlsx_is_archive(vcl_slice bytes);

/* Fills an empty workbook. VCL_ERROR_MEMORY; VCL_ERROR_INPUT where it is no workbook, is damaged,
 * or passes the limits. O(bytes, unpacked). */
vcl_status vcl_xlsx_read(const char *path, vcl_slice bytes, vcl_workbook *workbook, vcl_error *err);

#endif
