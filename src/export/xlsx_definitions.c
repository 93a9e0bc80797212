/* The last sheet: every column of every sheet, its unit and its meaning. */
#include "base/message.h"
#include "base/unicode.h"
#include "export/xlsx.h"

enum { fields = 5, meaning_width = 90, line_height = 15 };

static void write_headings(vcl_xlsx *xlsx, lxw_worksheet *sheet)
{
    static const struct {
        vcl_message heading;
        size_t width;
    } columns[fields] = {
        { VCL_MSG_XLSX_SHEET, 24 },
        { VCL_MSG_XLSX_DEFINED_LABEL, 26 },
        { VCL_MSG_XLSX_DEFINED_NAME, 26 },
        { VCL_MSG_XLSX_DEFINED_UNIT, 20 },
        { VCL_MSG_XLSX_DEFINED_MEANING, meaning_width },
    };

    for (size_t i = 0; i < fields; i++) {
        vcl_xlsx_width(xlsx, sheet, i, columns[i].width);
        vcl_xlsx_text(xlsx, sheet, 0, i,
                      vcl_message_template(columns[i].heading, xlsx->options->language),
                      VCL_XLSX_HEADING);
    }
}

/* A row as high as its meaning is long: not every program that opens a workbook fits rows. */
static double height_of(const char *meaning)
{
    size_t width = vcl_unicode_width(vcl_slice_of(meaning));
    size_t lines = (width + meaning_width - 1) / meaning_width;

    return (double)((lines > 1 ? lines : 1) * line_height);
}

static void write_column(vcl_xlsx *xlsx, lxw_worksheet *sheet, size_t row, const char *sheet_name,
                         const vcl_column *column)
{
    vcl_language language = xlsx->options->language;
    double height = height_of(column->description[language]);

    vcl_xlsx_note(xlsx, worksheet_set_row(sheet, (lxw_row_t)row, height, NULL));
    vcl_xlsx_text(xlsx, sheet, row, 0, sheet_name, VCL_XLSX_PROSE);
    vcl_xlsx_text(xlsx, sheet, row, 1, column->label[language], VCL_XLSX_PROSE);
    vcl_xlsx_text(xlsx, sheet, row, 2, column->name, VCL_XLSX_PROSE);
    vcl_xlsx_text(xlsx, sheet, row, 3, vcl_unit_label(column->unit, language), VCL_XLSX_PROSE);
    vcl_xlsx_text(xlsx, sheet, row, 4, column->description[language], VCL_XLSX_PROSE);
}

static size_t write_table(vcl_xlsx *xlsx, lxw_worksheet *sheet, size_t row, const vcl_table *table)
{
    char name[VCL_XLSX_NAME_SIZE];

    vcl_xlsx_sheet_name(name, table, 0, xlsx->options->language);
    for (size_t i = 0; i < vcl_table_column_count(table); i++) {
        write_column(xlsx, sheet, row++, name, vcl_table_column(table, i));
    }
    return row;
}

void vcl_xlsx_add_definitions(vcl_xlsx *xlsx)
{
    lxw_worksheet *sheet = vcl_xlsx_add_sheet(
        xlsx, vcl_message_template(VCL_MSG_XLSX_DEFINITIONS, xlsx->options->language));
    size_t row = 1;

    if (sheet == NULL) {
        return;
    }
    write_headings(xlsx, sheet);
    for (size_t i = 0; i < vcl_result_table_count(xlsx->result); i++) {
        row = write_table(xlsx, sheet, row, vcl_result_table(xlsx->result, i));
    }
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
    vcl_xlsx_note(xlsx, worksheet_autofilter(sheet, 0, 0, (lxw_row_t)(row - 1), fields - 1));
}
