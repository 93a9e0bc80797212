/* Walking through an XML part of a workbook, by expat.
 *
 * Names are given without their namespace's prefix, so that transitional and strict workbooks, and
 * those that write <x:row>, look alike. A document type, and with it any entity of its own, is
 * refused; so is what is nested deeper than VCL_XLSX_DEEPEST. Extensions (<extLst>), which hold
 * elements of the same names, are passed over. */
#ifndef SHEET_XLSX_XML_H
#define SHEET_XLSX_XML_H

#include "sheet/xlsx_archive.h"

enum { VCL_XLSX_DEEPEST = 64 };

/* What is done at an element's begin and end, and for the text in between, which comes in pieces
 * and may be left out. `attributes` are names and values by turns, a NULL behind them. A status
 * other than VCL_OK ends the walk. */
typedef struct vcl_xlsx_handlers {
    vcl_status (*begin)(void *context, const char *name, const char **attributes, vcl_error *err);
    vcl_status (*end)(void *context, const char *name, vcl_error *err);
    vcl_status (*text)(void *context, vcl_slice text, vcl_error *err);
} vcl_xlsx_handlers;

/* Walks through the part `name`. VCL_ERROR_INPUT, also where it is missing; VCL_ERROR_MEMORY; or
 * what a handler answered. O(its size). */
vcl_status vcl_xlsx_walk(vcl_xlsx_archive *archive, const char *name,
                         const vcl_xlsx_handlers *handlers, void *context, vcl_error *err);

/* The value of an attribute, without its prefix; NULL where there is none. */
const char *vcl_xlsx_attribute(const char **attributes, const char *name);

/* Is an attribute there, and "1" or "true"? */
bool vcl_xlsx_is_true(const char **attributes, const char *name);

/* Reads a number without a sign; false where it is none, or above `most`. */
bool vcl_xlsx_integer(const char *text, uint32_t most, uint32_t *out);

#endif
