/* Sheets and cells of a workbook. */
#include "export/xlsx.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void vcl_xlsx_note(vcl_xlsx *xlsx, lxw_error error)
{
    if (xlsx->error == LXW_NO_ERROR) {
        xlsx->error = error;
    }
}

lxw_worksheet *vcl_xlsx_add_sheet(vcl_xlsx *xlsx, const char *name)
{
    lxw_worksheet *sheet = workbook_add_worksheet(xlsx->book, name);

    if (sheet == NULL) {
        vcl_xlsx_note(xlsx, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return NULL;
    }
    worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    worksheet_set_paper(sheet, 9); /* A4 */
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0); /* no column on a page of its own */
    vcl_xlsx_note(xlsx, worksheet_set_footer(sheet, "&L&A&R&P / &N"));
    return sheet;
}

/* "_x0041_" would be read back as "A": its first "_" is written as such a code itself. */
static bool is_code(const char *text)
{
    return text[0] == '_' && text[1] == 'x' && strspn(text + 2, "0123456789abcdefABCDEF") >= 4 &&
           text[6] == '_';
}

/* U+FFFE and U+FFFF are no characters of XML: how they are shown, or NULL. */
static const char *noncharacter(const char *text)
{
    if (strncmp(text, "\xEF\xBF\xBE", 3) == 0) {
        return "<U+FFFE>";
    }
    return strncmp(text, "\xEF\xBF\xBF", 3) == 0 ? "<U+FFFF>" : NULL;
}

static void add_piece(vcl_text *out, const char *text, size_t size)
{
    vcl_text_add_visible(out, (vcl_slice){ text, size });
}

static void add_clean(vcl_text *out, const char *text)
{
    const char *from = text;
    const char *at = text;

    for (; *at != '\0'; at++) {
        bool code = is_code(at);
        const char *none = noncharacter(at);
        if (!code && none == NULL && *at != '\n') {
            continue;
        }
        add_piece(out, from, (size_t)(at - from));
        vcl_text_add(out, code ? "_x005F" : none != NULL ? none : "\n");
        from = code ? at : at + (none != NULL ? 3 : 1);
    }
    add_piece(out, from, (size_t)(at - from));
}

/* As UTF-16 counts: characters above U+FFFF, four bytes here, are two. */
static size_t characters_of(const char *text)
{
    size_t count = 0;

    for (const char *at = text; *at != '\0'; at++) {
        unsigned char byte = (unsigned char)*at;
        count += (byte & 0xC0) != 0x80 ? 1 : 0;
        count += byte >= 0xF0 ? 1 : 0;
    }
    return count;
}

/* What stands in the scratch text. On the first sheet one that is too long is left out; the sheet of
 * its table will tell of it. */
static void write_scratch(vcl_xlsx *xlsx, lxw_worksheet *sheet, size_t row, size_t column,
                          vcl_xlsx_style style)
{
    if (xlsx->scratch.size == 0 || xlsx->scratch.failed || xlsx->is_too_long) {
        return;
    }
    if (characters_of(xlsx->scratch.bytes) > VCL_XLSX_CHARACTERS) {
        xlsx->is_too_long = xlsx->table != NULL;
        return;
    }
    vcl_xlsx_note(xlsx, worksheet_write_string(sheet, (lxw_row_t)row, (lxw_col_t)column,
                                               xlsx->scratch.bytes, xlsx->styles[style]));
}

void vcl_xlsx_text(vcl_xlsx *xlsx, lxw_worksheet *sheet, size_t row, size_t column,
                   const char *text, vcl_xlsx_style style)
{
    if (sheet != NULL && text != NULL) {
        vcl_text_clear(&xlsx->scratch);
        add_clean(&xlsx->scratch, text);
        write_scratch(xlsx, sheet, row, column, style);
    }
}

void vcl_xlsx_number(vcl_xlsx *xlsx, lxw_worksheet *sheet, size_t row, size_t column, double value,
                     lxw_format *format)
{
    if (sheet == NULL || !isfinite(value)) {
        return;
    }
    vcl_text_clear(&xlsx->scratch);
    vcl_text_add_real(&xlsx->scratch, value);
    vcl_xlsx_note(xlsx,
                  worksheet_write_number(sheet, (lxw_row_t)row, (lxw_col_t)column,
                                         strtod(vcl_text_bytes(&xlsx->scratch), NULL), format));
}

static void write_list(vcl_xlsx *xlsx, lxw_worksheet *sheet, size_t row, size_t column,
                       const vcl_value *value)
{
    vcl_text_clear(&xlsx->scratch);
    for (size_t i = 0; i < value->list.count; i++) {
        vcl_text_add(&xlsx->scratch, i == 0 ? "" : ", ");
        add_clean(&xlsx->scratch, value->list.items[i]);
    }
    write_scratch(xlsx, sheet, row, column, VCL_XLSX_PLAIN);
}

/* A day as a day, if a workbook knows it: there is none before 1900. */
static void write_date(vcl_xlsx *xlsx, lxw_worksheet *sheet, size_t row, size_t column,
                       const char *text)
{
    int year = 0;
    int month = 0;
    int day = 0;

    if (strlen(text) != 10 || sscanf(text, "%4d-%2d-%2d", &year, &month, &day) != 3 ||
        year <= 1900) {
        vcl_xlsx_text(xlsx, sheet, row, column, text, VCL_XLSX_PLAIN);
        return;
    }
    lxw_datetime date = { .year = year, .month = month, .day = day };
    vcl_xlsx_note(xlsx, worksheet_write_datetime(sheet, (lxw_row_t)row, (lxw_col_t)column, &date,
                                                 xlsx->styles[VCL_XLSX_DATE]));
}

static void write_text(vcl_xlsx *xlsx, lxw_worksheet *sheet, size_t row, size_t column,
                       const char *text, const vcl_column *described)
{
    if ((described->flags & VCL_COLUMN_DATE) != 0) {
        write_date(xlsx, sheet, row, column, text);
    } else {
        vcl_xlsx_text(xlsx, sheet, row, column, text,
                      (described->flags & VCL_COLUMN_KEY) != 0 ? VCL_XLSX_ID : VCL_XLSX_PLAIN);
    }
}

void vcl_xlsx_value(vcl_xlsx *xlsx, lxw_worksheet *sheet, size_t row, size_t column,
                    const vcl_value *value, const vcl_column *described, int decimals)
{
    if (sheet == NULL || value->is_null) {
        return;
    }
    switch (described->type) {
    case VCL_INTEGER:
        vcl_xlsx_number(xlsx, sheet, row, column, (double)value->integer,
                        xlsx->styles[(described->flags & VCL_COLUMN_RANK) != 0 ? VCL_XLSX_RANK
                                                                               : VCL_XLSX_INTEGER]);
        break;
    case VCL_REAL:
        vcl_xlsx_number(xlsx, sheet, row, column, value->real,
                        (described->flags & VCL_COLUMN_RATE) != 0 ? xlsx->styles[VCL_XLSX_RATE]
                                                                  : xlsx->reals[decimals]);
        break;
    case VCL_BOOLEAN:
        vcl_xlsx_note(xlsx, worksheet_write_boolean(sheet, (lxw_row_t)row, (lxw_col_t)column,
                                                    value->boolean, xlsx->styles[VCL_XLSX_PLAIN]));
        break;
    case VCL_LIST:
        write_list(xlsx, sheet, row, column, value);
        break;
    case VCL_TERM:
        vcl_xlsx_text(xlsx, sheet, row, column,
                      vcl_term_label(value->text, xlsx->options->language), VCL_XLSX_PLAIN);
        break;
    case VCL_TEXT:
        write_text(xlsx, sheet, row, column, value->text, described);
        break;
    }
}

void vcl_xlsx_width(vcl_xlsx *xlsx, lxw_worksheet *sheet, size_t column, size_t content)
{
    const double margin = 1.5;

    if (sheet != NULL) {
        vcl_xlsx_note(xlsx, worksheet_set_column(sheet, (lxw_col_t)column, (lxw_col_t)column,
                                                 (double)content + margin, NULL));
    }
}

void vcl_xlsx_bars(vcl_xlsx *xlsx, lxw_worksheet *sheet, size_t first, size_t last, size_t column)
{
    enum { bar_fill = 0x9CC3E6 };
    lxw_conditional_format bar = {
        .type = LXW_CONDITIONAL_DATA_BAR,
        .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .min_value = 0,
        .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
        .max_value = 1,
        .bar_color = bar_fill,
        .data_bar_2010 = LXW_TRUE,
        .bar_solid = LXW_TRUE,
        .bar_no_border = LXW_TRUE,
    };

    if (sheet != NULL && first <= last) {
        vcl_xlsx_note(xlsx,
                      worksheet_conditional_format_range(sheet, (lxw_row_t)first, (lxw_col_t)column,
                                                         (lxw_row_t)last, (lxw_col_t)column, &bar));
    }
}
