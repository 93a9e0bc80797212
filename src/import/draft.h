/* A dataset in the making: the rows of registers in an order of their own, and what became of each.
 *
 * Rows are walked in the order of what they say, sheet by sheet, never of where they stand in it:
 * so nothing in the dataset depends on how somebody sorted a register. */
#ifndef IMPORT_DRAFT_H
#define IMPORT_DRAFT_H

#include "base/idmap.h"
#include "registers/rows.h"

/* What a row gave; the first that fits. */
typedef enum vcl_fate {
    VCL_FATE_ACTOR,
    VCL_FATE_LINK,
    VCL_FATE_OTHER, /* a product, a place, an amount, the dataset's facts */
    VCL_FATE_JOINED, /* more of what another row gave */
    VCL_FATE_NAMED, /* nothing */
    VCL_FATES
} vcl_fate;

typedef struct vcl_draft {
    const vcl_rows *rows;
    vcl_log *log;
    uint32_t row_count;
    uint32_t *order; /* rows by what they say; one that continues another stands behind it */
    uint8_t *fates; /* vcl_fate by row; VCL_FATES: not known yet */
    vcl_arena texts;
    vcl_text scratch;
} vcl_draft;

/* `rows` and `log` must outlive it. O(n log n). VCL_ERROR_MEMORY; release in any case. */
vcl_status vcl_draft_init(vcl_draft *draft, const vcl_rows *rows, vcl_log *log, vcl_error *err);
void vcl_draft_release(vcl_draft *draft);

const vcl_row *vcl_draft_row(const vcl_draft *draft, uint32_t row);
const vcl_source *vcl_draft_source(const vcl_draft *draft, uint32_t row);
vcl_register vcl_draft_register(const vcl_draft *draft, uint32_t row);

/* The cell of a field, NULL where there is none or `field` is VCL_FIELD_COUNT. */
const vcl_entry *vcl_draft_entry(const vcl_draft *draft, uint32_t row, vcl_register_field field);

/* The text of that cell, empty where there is none. */
vcl_slice vcl_draft_text(const vcl_draft *draft, uint32_t row, vcl_register_field field);

/* The row that `row` continues, and so on: the one that continues none. */
uint32_t vcl_draft_head(const vcl_draft *draft, uint32_t row);

/* The row gave this; what it gave before may count for more. */
void vcl_draft_give(vcl_draft *draft, uint32_t row, vcl_fate fate);

/* A line of the log about a cell (about the row, if `entry` is NULL). {0} is the cell as it stands,
 * {1} is `more` (NULL allowed); about a row, {0} is `more`. */
void vcl_draft_say(vcl_draft *draft, uint32_t row, const vcl_entry *entry, vcl_log_result result,
                   vcl_message message, const char *more);

/* The same about a part of the cell: {0} is `part`. */
void vcl_draft_say_part(vcl_draft *draft, uint32_t row, const vcl_entry *entry,
                        vcl_log_result result, vcl_message message, const char *part,
                        const char *more);

/* The row gives nothing more, and the log says why; `entry` as above. */
void vcl_draft_name(vcl_draft *draft, uint32_t row, const vcl_entry *entry, vcl_message message,
                    const char *more);

/* Counts how a cell was understood into the line of its column; {0} is the cell, or `part` of it
 * (NULL: the whole). */
void vcl_draft_count(vcl_draft *draft, uint32_t row, const vcl_entry *entry, vcl_message message,
                     const char *part, const char *understood);

/* Appends a cell as it stands, or as close as the rows tell. */
void vcl_draft_add_written(vcl_text *out, const vcl_entry *entry);

/* Appends where a row or cell stands: "so.xlsx, HTX!C14". */
void vcl_draft_add_place(const vcl_draft *draft, vcl_text *out, uint32_t row,
                         const vcl_entry *entry);

/* Appends which row that is, for somebody who looks at the row `from`: its number in one sheet, else
 * its place. */
void vcl_draft_add_row(const vcl_draft *draft, vcl_text *out, uint32_t row, uint32_t from);

/* A copy with a closing NUL, which lives as long as the draft. VCL_ERROR_MEMORY. */
vcl_status vcl_draft_keep(vcl_draft *draft, vcl_slice text, const char **out, vcl_error *err);

/* Do both cells say the same? They must be of fields that take the same. */
bool vcl_entry_equals(const vcl_entry *a, const vcl_entry *b);

#endif
