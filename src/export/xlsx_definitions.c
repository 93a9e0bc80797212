/* The last sheet: every column of every sheet, its unit and its meaning. */
#include "base/message.h"
#include "export/xlsx.h"

enum { fields = 5 };

static void write_headings(vcl_xlsx *xlsx, lxw_worksheet *sheet)
{
    static const struct {
        vcl_message heading;
        size_t width;
    } columns[fields] = {
        { VCL_MSG_XLSX_SHEET, 24 },           { VCL_MSG_XLSX_DEFINED_LABEL, 26 },
        { VCL_MSG_XLSX_DEFINED_NAME, 26 },    { VCL_MSG_XLSX_DEFINED_UNIT, 20 },
        { VCL_MSG_XLSX_DEFINED_MEANING, 90 },
    };

    for (size_t i = 0; i < fields; i++) {
        vcl_xlsx_width(xlsx, sheet, i, columns[i].width);
        vcl_xlsx_text(xlsx, sheet, 0, i,
                      vcl_message_template(columns[i].heading, xlsx->options->language),
                      VCL_XLSX_HEADING);
    }
}

static void write_column(vcl_xlsx *xlsx, lxw_worksheet *sheet, size_t row, const char *sheet_name,
                         const vcl_column *column)
{
    vcl_language language = xlsx->options->language;

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
    worksheet_fit_to_pages(sheet, 1, 0);
    vcl_xlsx_note(xlsx, worksheet_autofilter(sheet, 0, 0, (lxw_row_t)(row - 1), fields - 1));
}
