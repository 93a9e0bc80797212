/* A text of a workbook: <t>, or several of them in formatted runs, readings (<rPh>) left out. */
#ifndef SHEET_XLSX_TEXT_H
#define SHEET_XLSX_TEXT_H

#include "sheet/xlsx_xml.h"

/* Zeroed to begin with. Blanks at the ends are kept, whatever xml:space says. */
typedef struct vcl_xlsx_text {
    vcl_text bytes;
    unsigned readings; /* that are open */
    bool is_open; /* within <t> */
} vcl_xlsx_text;

void vcl_xlsx_text_begin(vcl_xlsx_text *text, const char *element);
void vcl_xlsx_text_end(vcl_xlsx_text *text, const char *element);

/* Copies what was collected, "_x000A_" as the character it stands for, and empties it.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_xlsx_text_take(vcl_xlsx_text *text, vcl_arena *arena, vcl_slice *out,
                              vcl_error *err);

/* The shared strings: an array of vcl_slice. VCL_ERROR_INPUT, VCL_ERROR_MEMORY. */
vcl_status vcl_xlsx_read_strings(vcl_xlsx_archive *archive, const char *part, vcl_arena *arena,
                                 vcl_array *out, vcl_error *err);

#endif
