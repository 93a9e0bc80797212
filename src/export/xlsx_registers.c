/* Registers as a workbook: a sheet each, as an office would keep them, and a guide in either
 * language. Rows beyond a sheet go on on the next. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/try.h"
#include "export/xlsx_registers.h"

static void open_part(vcl_register_sheet *sheet)
{
    char name[VCL_XLSX_NAME_SIZE];
    const vcl_register_definition *definition = vcl_register_at(sheet->number);

    vcl_xlsx_title_name(name, definition->title[sheet->registers->language], sheet->part);
    sheet->sheet = vcl_xlsx_add_sheet(sheet->xlsx, name);
    sheet->row = 1;
    if (sheet->sheet != NULL) {
        vcl_xlsx_add_register_headings(sheet);
        vcl_xlsx_add_lists(sheet);
    }
}

/* Whom or what a row is about stays in sight. */
static void close_part(const vcl_register_sheet *sheet)
{
    vcl_register_field end = vcl_register_end(sheet->number) - 1;
    size_t last = vcl_registers_column(end) - (vcl_registers_shows(end) ? 0 : 1);

    if (sheet->sheet == NULL) {
        return;
    }
    worksheet_freeze_panes(sheet->sheet, 1,
                           sheet->number == VCL_REGISTER_DATASET ? 0 : VCL_XLSX_FROZEN);
    vcl_xlsx_set_register_paper(sheet);
    if (sheet->row > 1) {
        vcl_xlsx_note(
            sheet->xlsx,
            worksheet_autofilter(sheet->sheet, 0, 0, (lxw_row_t)(sheet->row - 1), (lxw_col_t)last));
    }
}

/* With as many decimals as it has. */
static lxw_format *number_format(const vcl_register_sheet *sheet, vcl_takes takes, const char *text)
{
    const char *point = strchr(text, '.');
    size_t decimals = point != NULL ? strlen(point + 1) : 0;

    if (sheet->is_example) {
        return sheet->xlsx->styles[VCL_XLSX_EXAMPLE_NUMBER];
    }
    if (takes == VCL_TAKES_LATITUDE || takes == VCL_TAKES_LONGITUDE ||
        decimals >= VCL_XLSX_DECIMALS) {
        return sheet->xlsx->styles[VCL_XLSX_GENERAL];
    }
    return sheet->xlsx->reals[decimals];
}

static void write_day(const vcl_register_sheet *sheet, size_t column, const char *text)
{
    int year = 0;
    int month = 0;
    int day = 0;

    if (sscanf(text, "%4d-%2d-%2d", &year, &month, &day) != 3 || year <= 1900) {
        vcl_xlsx_text(sheet->xlsx, sheet->sheet, sheet->row, column, text, VCL_XLSX_ID);
        return;
    }
    lxw_datetime date = { .year = year, .month = month, .day = day };
    vcl_xlsx_note(
        sheet->xlsx,
        worksheet_write_datetime(
            sheet->sheet, (lxw_row_t)sheet->row, (lxw_col_t)column, &date,
            sheet->xlsx->styles[sheet->is_example ? VCL_XLSX_EXAMPLE_DAY : VCL_XLSX_DAY]));
}

static void write_cell(const vcl_register_sheet *sheet, size_t column, vcl_register_field field,
                       const vcl_register_cell *cell)
{
    switch (cell->type) {
    case VCL_REGISTER_EMPTY:
        break;
    case VCL_REGISTER_TEXT:
        vcl_xlsx_text(sheet->xlsx, sheet->sheet, sheet->row, column, cell->text,
                      sheet->is_example ? VCL_XLSX_EXAMPLE : VCL_XLSX_ID);
        break;
    case VCL_REGISTER_NUMBER:
        vcl_xlsx_note(sheet->xlsx,
                      worksheet_write_number(
                          sheet->sheet, (lxw_row_t)sheet->row, (lxw_col_t)column,
                          strtod(cell->text, NULL),
                          number_format(sheet, vcl_register_field_at(field)->takes, cell->text)));
        break;
    case VCL_REGISTER_DATE:
        write_day(sheet, column, cell->text);
        break;
    }
}

static vcl_status take_row(void *context, const vcl_register_cell *cells, vcl_error *err)
{
    vcl_register_sheet *sheet = context;
    size_t column = 0;

    (void)err;
    if (sheet->row == VCL_XLSX_ROWS) {
        close_part(sheet);
        sheet->part++;
        open_part(sheet);
    }
    sheet->xlsx->row = sheet->row;
    for (vcl_register_field i = vcl_register_first(sheet->number);
         i < vcl_register_end(sheet->number) && sheet->sheet != NULL; i++) {
        if (vcl_registers_shows(i)) {
            write_cell(sheet, column++, i, &cells[i]);
        }
    }
    sheet->row++;
    return VCL_OK;
}

static vcl_status add_register(vcl_xlsx *xlsx, vcl_registers *registers, vcl_register number,
                               bool is_template, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_register_sheet sheet = { .xlsx = xlsx, .registers = registers, .number = number };

    xlsx->table = vcl_register_at(number)->key;
    open_part(&sheet);
    if (is_template) {
        sheet.is_example = true;
        TRY(vcl_registers_example(registers, number, take_row, &sheet, err));
    } else {
        TRY(vcl_registers_each(registers, number, take_row, &sheet, err));
    }
    close_part(&sheet);
done:
    return status;
}

static vcl_status add_sheets(vcl_xlsx *xlsx, bool is_template, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_registers registers = { 0 };
    vcl_language language = xlsx->options->language;

    TRY(vcl_registers_init(&registers, xlsx->result, language, err));
    TRY(vcl_xlsx_add_guide(xlsx, &registers, language, is_template, err));
    for (vcl_register i = 0; i < VCL_REGISTER_COUNT && !xlsx->is_too_long; i++) {
        TRY(add_register(xlsx, &registers, i, is_template, err));
    }
    TRY(vcl_xlsx_add_guide(xlsx, &registers, (vcl_language)!language, is_template, err));
done:
    vcl_registers_release(&registers);
    return status;
}

static vcl_status add_filled_sheets(vcl_xlsx *xlsx, vcl_error *err)
{
    return add_sheets(xlsx, false, err);
}

static vcl_status add_template_sheets(vcl_xlsx *xlsx, vcl_error *err)
{
    return add_sheets(xlsx, true, err);
}

vcl_status vcl_write_registers(const vcl_result *result, const vcl_export_options *options,
                               vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_registers_check(result, err));
    TRY(vcl_xlsx_write(result, options, add_filled_sheets, output, err));
done:
    return status;
}

vcl_status vcl_write_template(const vcl_result *result, const vcl_export_options *options,
                              vcl_output *output, vcl_error *err)
{
    return vcl_xlsx_write(result, options, add_template_sheets, output, err);
}
