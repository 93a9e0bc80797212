/* What a heading above a column means in each register.
 *
 * Capitals, marks, spaces and punctuation do not count, nor do units and remarks in parentheses or
 * behind a comma, a year at the end, or a number before the heading; lines of a cell, in two
 * languages say, are tried one by one. HTX, THT, DN,
 * HĐ and MST are what they stand for. */
#ifndef REGISTERS_HEADINGS_H
#define REGISTERS_HEADINGS_H

#include "base/idmap.h"
#include "base/text.h"
#include "registers/registers.h"

typedef struct vcl_headings {
    vcl_idmap keys;
    vcl_array meanings; /* of vcl_heading, by key */
    vcl_idmap names; /* keys of the names of registers, */
    vcl_array named; /* of vcl_register, by name */
    vcl_text key; /* scratch */
    vcl_text part; /* scratch */
} vcl_headings;

/* The field that a heading means, by register; VCL_FIELD_COUNT where it means none there. */
typedef struct vcl_heading {
    vcl_register_field fields[VCL_REGISTER_COUNT];
} vcl_heading;

void vcl_headings_init(vcl_headings *headings);
void vcl_headings_release(vcl_headings *headings);

/* Indexes registers.def; call once. VCL_ERROR_MEMORY. */
vcl_status vcl_headings_prepare(vcl_headings *headings, vcl_error *err);

/* A heading of one cell, or of two below each other ("Bên mua" over "Mã số thuế"); `upper` is empty
 * where there is but one. Expected O(size). */
vcl_heading vcl_headings_find(vcl_headings *headings, vcl_slice upper, vcl_slice lower);

/* Does a text only tell apart the columns below one heading: "2024", "Năm 2024", "Tổng số"? */
bool vcl_headings_goes_on(vcl_headings *headings, vcl_slice text);

/* Does the heading stand over the rows' own numbers: "STT", "TT", "No."? */
bool vcl_headings_is_ordinal(vcl_headings *headings, vcl_slice text);

/* How a text such as a sheet's name or a title names a register. */
typedef enum vcl_naming_strength {
    VCL_NAMES_NONE,
    VCL_NAMES_WITHIN, /* among other words: "DS HTX 2025" */
    VCL_NAMES_EXACTLY,
} vcl_naming_strength;

/* The register that a text names; of several names within it the longest. VCL_REGISTER_COUNT and
 * NONE where it names none. O(size * names). */
vcl_register vcl_headings_register(vcl_headings *headings, vcl_slice text,
                                   vcl_naming_strength *strength);

/* "cooperative", "group" or "union" where a text speaks of one of them only ("Tên HTX"), else NULL.
 * Static. */
const char *vcl_headings_kind_word(vcl_headings *headings, vcl_slice text);

/* Memory may run out in any of these, which is remembered. */
vcl_status vcl_headings_status(const vcl_headings *headings, vcl_error *err);

#endif
