/* Registers as a workbook: a sheet each, as an office would keep them, and a guide in either
 * language. What is a list is chosen from one; products, places and parties from their own sheets. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/try.h"
#include "base/unicode.h"
#include "export/register_rows.h"
#include "export/xlsx_registers.h"

enum { line_height = 15, filter_button = 3, frozen_columns = 2 };

/* A register on its way to one or several sheets. */
struct sheet {
    vcl_xlsx *xlsx;
    vcl_registers *registers;
    vcl_register number;
    lxw_worksheet *sheet;
    size_t row; /* the next one */
    size_t part;
    bool is_example; /* rows are to be written over */
};

static bool stands_in_sheet(vcl_register_field field)
{
    return vcl_register_field_at(field)->use != VCL_FIELD_EXTRA;
}

/* The column of a field. */
static size_t column_of(vcl_register_field field)
{
    size_t column = 0;

    for (vcl_register_field i = vcl_register_first(vcl_register_field_at(field)->owner); i < field;
         i++) {
        column += stands_in_sheet(i) ? 1 : 0;
    }
    return column;
}

static size_t width_of(vcl_takes takes)
{
    switch (takes) {
    case VCL_TAKES_NAME:
    case VCL_TAKES_PARTY:
    case VCL_TAKES_SELLER:
    case VCL_TAKES_BUYER:
    case VCL_TAKES_ORGANISATION:
        return 36;
    case VCL_TAKES_TEXT:
    case VCL_TAKES_TEXTS:
    case VCL_TAKES_PLACE:
    case VCL_TAKES_PARENT:
    case VCL_TAKES_PRODUCT:
    case VCL_TAKES_PRODUCTS:
    case VCL_TAKES_KIND:
    case VCL_TAKES_STATUS:
    case VCL_TAKES_LINK_KIND:
    case VCL_TAKES_LINK_STATUS:
    case VCL_TAKES_CONTRACT:
        return 22;
    default:
        return 15;
    }
}

static bool is_date(vcl_takes takes)
{
    return takes == VCL_TAKES_DATE || takes == VCL_TAKES_END_DATE;
}

static bool is_number(vcl_takes takes)
{
    return takes >= VCL_TAKES_COUNT && takes <= VCL_TAKES_LONGITUDE;
}

/* What is typed later is kept as it is typed: an id with its leading zeros, 3/4 as no date. */
static lxw_format *column_format(const vcl_xlsx *xlsx, vcl_takes takes)
{
    return is_date(takes)     ? xlsx->styles[VCL_XLSX_DAY]
           : is_number(takes) ? xlsx->styles[VCL_XLSX_GENERAL]
                              : xlsx->styles[VCL_XLSX_ID];
}

/* Both languages, the reader's first. */
static void add_heading(vcl_text *out, const struct sheet *sheet, vcl_register_field field)
{
    vcl_language language = sheet->registers->language;

    vcl_registers_heading(out, sheet->registers, field, language);
    vcl_text_add_byte(out, '\n');
    vcl_registers_heading(out, sheet->registers, field, (vcl_language)!language);
}

/* As far as can be told without its font. */
static size_t lines_of(const char *heading, size_t width)
{
    size_t room = width - filter_button;
    size_t lines = 0;

    while (*heading != '\0') {
        size_t size = strcspn(heading, "\n");
        size_t needed = vcl_unicode_width((vcl_slice){ heading, size });
        lines += (needed + room - 1) / room;
        heading += size + (heading[size] == '\n' ? 1 : 0);
    }
    return lines;
}

static vcl_xlsx_style heading_style(const vcl_register_field_definition *field)
{
    bool is_right = is_number(field->takes) || is_date(field->takes);

    return field->use == VCL_FIELD_KEY ? VCL_XLSX_KEY_HEADING
           : is_right                  ? VCL_XLSX_HEADING_RIGHT
                                       : VCL_XLSX_HEADING;
}

static void write_headings(struct sheet *sheet)
{
    vcl_xlsx *xlsx = sheet->xlsx;
    vcl_text heading = { 0 };
    size_t lines = 1;
    size_t column = 0;

    for (vcl_register_field i = vcl_register_first(sheet->number);
         i < vcl_register_end(sheet->number); i++) {
        const vcl_register_field_definition *field = vcl_register_field_at(i);
        size_t width = width_of(field->takes);
        if (!stands_in_sheet(i)) {
            continue;
        }
        vcl_text_clear(&heading);
        add_heading(&heading, sheet, i);
        lines = lines_of(vcl_text_bytes(&heading), width) > lines
                    ? lines_of(vcl_text_bytes(&heading), width)
                    : lines;
        vcl_xlsx_note(xlsx, worksheet_set_column(sheet->sheet, (lxw_col_t)column, (lxw_col_t)column,
                                                 (double)width, column_format(xlsx, field->takes)));
        vcl_xlsx_text(xlsx, sheet->sheet, 0, column++, vcl_text_bytes(&heading),
                      heading_style(field));
    }
    xlsx->scratch.failed = xlsx->scratch.failed || heading.failed;
    vcl_text_release(&heading);
    worksheet_set_row(sheet->sheet, 0, (double)(lines * line_height), NULL);
}

/* The field whose cells are offered for one that refers to others; false where there is none. */
static bool offered_for(vcl_takes takes, vcl_register_field *out)
{
    static const struct {
        vcl_takes takes;
        vcl_register_field offered;
    } all[] = {
        { VCL_TAKES_PLACE, VCL_FIELD_PLACES_NAME },
        { VCL_TAKES_PARENT, VCL_FIELD_PLACES_NAME },
        { VCL_TAKES_PRODUCT, VCL_FIELD_PRODUCTS_NAME },
        { VCL_TAKES_PRODUCTS, VCL_FIELD_PRODUCTS_NAME },
        { VCL_TAKES_SELLER, VCL_FIELD_ORGANISATIONS_NAME },
        { VCL_TAKES_SELLER_ID, VCL_FIELD_ORGANISATIONS_ID },
        { VCL_TAKES_BUYER, VCL_FIELD_ENTERPRISES_NAME },
        { VCL_TAKES_BUYER_ID, VCL_FIELD_ENTERPRISES_ID },
        { VCL_TAKES_ORGANISATION, VCL_FIELD_ORGANISATIONS_NAME },
        { VCL_TAKES_ORGANISATION_ID, VCL_FIELD_ORGANISATIONS_ID },
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (all[i].takes == takes) {
            *out = all[i].offered;
            return true;
        }
    }
    return false;
}

/* All rows below the heading. */
static void validate(const struct sheet *sheet, size_t column, lxw_data_validation *rule)
{
    vcl_xlsx_note(sheet->xlsx,
                  worksheet_data_validation_range(sheet->sheet, 1, (lxw_col_t)column,
                                                  VCL_XLSX_ROWS - 1, (lxw_col_t)column, rule));
}

/* The list stops what is not in it. */
static void offer_words(const struct sheet *sheet, size_t column, const char *const *words)
{
    enum { most = 8 };
    vcl_language language = sheet->registers->language;
    const char *labels[most] = { NULL };
    char message[256];

    for (size_t i = 0; i + 1 < most && words[i] != NULL; i++) {
        labels[i] = vcl_term_label(words[i], language);
    }
    vcl_text_cut(message, sizeof message,
                 vcl_slice_of(vcl_message_template(VCL_MSG_REGISTER_NOT_A_WORD, language)));
    lxw_data_validation rule = { .validate = LXW_VALIDATION_TYPE_LIST,
                                 .value_list = (char **)labels,
                                 .error_message = message };
    validate(sheet, column, &rule);
}

/* The list is as long as its column is filled; other texts stay possible. A cell of several is
 * never questioned. */
static void offer_cells(const struct sheet *sheet, size_t column, vcl_takes takes,
                        vcl_register_field offered)
{
    vcl_language language = sheet->registers->language;
    vcl_register owner = vcl_register_field_at(offered)->owner;
    const char *title = vcl_register_at(owner)->title[language];
    vcl_text formula = { 0 };
    vcl_text message = { 0 };
    char cells[64];

    snprintf(cells, sizeof cells, "!$%c$2", (char)('A' + (int)column_of(offered)));
    vcl_text_add(&formula, "=OFFSET('");
    vcl_text_add(&formula, title);
    vcl_text_add(&formula, "'");
    vcl_text_add(&formula, cells);
    vcl_text_add(&formula, ",0,0,MAX(1,COUNTA('");
    vcl_text_add(&formula, title);
    vcl_text_add(&formula, "'");
    vcl_text_add(&formula, cells);
    snprintf(cells, sizeof cells, ":$%c$%d)),1)", (char)('A' + (int)column_of(offered)),
             VCL_XLSX_ROWS);
    vcl_text_add(&formula, cells);
    vcl_message_format(&message, VCL_MSG_REGISTER_NOT_LISTED, language,
                       (const char *const[]){ title }, 1);
    if (!formula.failed && !message.failed) {
        lxw_data_validation rule = { .validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
                                     .value_formula = formula.bytes,
                                     .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
                                     .error_message = message.bytes };
        rule.show_error = takes == VCL_TAKES_PRODUCTS ? LXW_VALIDATION_OFF : LXW_VALIDATION_ON;
        validate(sheet, column, &rule);
    }
    sheet->xlsx->scratch.failed |= formula.failed || message.failed;
    vcl_text_release(&message);
    vcl_text_release(&formula);
}

static void add_lists(const struct sheet *sheet)
{
    for (vcl_register_field i = vcl_register_first(sheet->number);
         i < vcl_register_end(sheet->number); i++) {
        const char *const *words = vcl_registers_words(i);
        vcl_takes takes = vcl_register_field_at(i)->takes;
        vcl_register_field offered = VCL_FIELD_COUNT;
        if (!stands_in_sheet(i)) {
            continue;
        }
        if (words != NULL) {
            offer_words(sheet, column_of(i), words);
        } else if (offered_for(takes, &offered)) {
            offer_cells(sheet, column_of(i), takes, offered);
        }
    }
}

static void open_part(struct sheet *sheet)
{
    char name[VCL_XLSX_NAME_SIZE];
    const vcl_register_definition *definition = vcl_register_at(sheet->number);

    vcl_xlsx_title_name(name, definition->title[sheet->registers->language], sheet->part);
    sheet->sheet = vcl_xlsx_add_sheet(sheet->xlsx, name);
    sheet->row = 1;
    if (sheet->sheet != NULL) {
        write_headings(sheet);
        add_lists(sheet);
    }
}

/* On paper a wide register goes on on further pages, with whom it is about on each. */
static void set_paper(const struct sheet *sheet)
{
    enum { widest_page = 200 };
    size_t width = 0;

    for (vcl_register_field i = vcl_register_first(sheet->number);
         i < vcl_register_end(sheet->number); i++) {
        width += stands_in_sheet(i) ? width_of(vcl_register_field_at(i)->takes) : 0;
    }
    worksheet_repeat_rows(sheet->sheet, 0, 0);
    worksheet_fit_to_pages(sheet->sheet, (uint16_t)(1 + width / widest_page), 0);
    if (width > widest_page) {
        worksheet_repeat_columns(sheet->sheet, 0, frozen_columns - 1);
    }
}

/* Whom or what a row is about stays in sight. */
static void close_part(const struct sheet *sheet)
{
    vcl_register_field end = vcl_register_end(sheet->number) - 1;
    size_t last = column_of(end) - (stands_in_sheet(end) ? 0 : 1);

    if (sheet->sheet == NULL) {
        return;
    }
    worksheet_freeze_panes(sheet->sheet, 1,
                           sheet->number == VCL_REGISTER_DATASET ? 0 : frozen_columns);
    set_paper(sheet);
    if (sheet->row > 1) {
        vcl_xlsx_note(
            sheet->xlsx,
            worksheet_autofilter(sheet->sheet, 0, 0, (lxw_row_t)(sheet->row - 1), (lxw_col_t)last));
    }
}

/* With as many decimals as it has. */
static lxw_format *number_format(const struct sheet *sheet, vcl_takes takes, const char *text)
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

static void write_day(const struct sheet *sheet, size_t column, const char *text)
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

static void write_cell(const struct sheet *sheet, size_t column, vcl_register_field field,
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
    struct sheet *sheet = context;
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
        if (stands_in_sheet(i)) {
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
    struct sheet sheet = { .xlsx = xlsx, .registers = registers, .number = number };

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
