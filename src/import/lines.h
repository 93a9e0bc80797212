/* A dataset being written as JSON Lines in memory, each line with the row that it came from. */
#ifndef IMPORT_LINES_H
#define IMPORT_LINES_H

#include "base/array.h"
#include "base/text.h"

typedef struct vcl_lines {
    vcl_text text;
    vcl_array rows; /* of uint32_t by line; VCL_NONE: of no one row */
    bool begun; /* the object that is being written has a field */
} vcl_lines;

void vcl_lines_init(vcl_lines *lines);
void vcl_lines_release(vcl_lines *lines);

/* Begins and ends a record: {"node": { … }}. Memory that runs out is remembered by the text, save
 * for VCL_ERROR_MEMORY at the end of a record. */
void vcl_lines_begin(vcl_lines *lines, const char *record);
vcl_status vcl_lines_end(vcl_lines *lines, uint32_t row, vcl_error *err);

/* A field of the object that is being written; nothing where there is no text or the number is
 * NaN. A number is written so that it reads back the same. */
void vcl_lines_add_text(vcl_lines *lines, const char *key, vcl_slice value);
void vcl_lines_add_number(vcl_lines *lines, const char *key, double value);
void vcl_lines_add_flag(vcl_lines *lines, const char *key, bool value);

/* An array of texts, elements or objects: begin, then items, then the end. */
void vcl_lines_begin_list(vcl_lines *lines, const char *key);
void vcl_lines_add_item(vcl_lines *lines, vcl_slice value);
void vcl_lines_begin_object(vcl_lines *lines);
void vcl_lines_end_object(vcl_lines *lines);
void vcl_lines_end_list(vcl_lines *lines);

#endif
