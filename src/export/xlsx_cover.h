/* The first sheet while it is written, line by line. */
#ifndef EXPORT_XLSX_COVER_H
#define EXPORT_XLSX_COVER_H

#include "base/message.h"
#include "export/xlsx.h"

/* Where the sheet goes on. */
typedef struct vcl_cover {
    vcl_xlsx *xlsx;
    lxw_worksheet *sheet;
    vcl_language language;
    const char *kind; /* whom it is about, or NULL */
    size_t row;
} vcl_cover;

/* A message without arguments. */
const char *vcl_cover_word(const vcl_cover *cover, vcl_message message);

/* A cell of the current row. */
void vcl_cover_text(vcl_cover *cover, size_t column, const char *text, vcl_xlsx_style style);
void vcl_cover_count(vcl_cover *cover, size_t column, int64_t count);

/* A section's name, with an aside unless that is the name itself, and below it the headings of its
 * columns; those of the columns in `right` (bit i for column i), which hold numbers, to the
 * right. */
void vcl_cover_section(vcl_cover *cover, vcl_message name, vcl_message aside,
                       const vcl_message *headings, size_t count, unsigned right);

/* The sheets of the workbook, with links to them. */
void vcl_cover_contents(vcl_cover *cover);

#endif
