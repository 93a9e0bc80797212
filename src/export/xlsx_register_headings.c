/* Headings of registers in a workbook, and the paper that they are printed on. */
#include <string.h>

#include "base/unicode.h"
#include "export/xlsx_registers.h"

enum { line_height = 15, filter_button = 3 };

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
static void add_heading(vcl_text *out, const vcl_register_sheet *sheet, vcl_register_field field)
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

void vcl_xlsx_add_register_headings(const vcl_register_sheet *sheet)
{
    vcl_xlsx *xlsx = sheet->xlsx;
    vcl_text heading = { 0 };
    size_t lines = 1;
    size_t column = 0;

    for (vcl_register_field i = vcl_register_first(sheet->number);
         i < vcl_register_end(sheet->number); i++) {
        const vcl_register_field_definition *field = vcl_register_field_at(i);
        size_t width = width_of(field->takes);
        if (!vcl_registers_shows(i)) {
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

/* On paper a wide register goes on on further pages, with whom it is about on each. */
void vcl_xlsx_set_register_paper(const vcl_register_sheet *sheet)
{
    enum { widest_page = 200 };
    size_t width = 0;

    for (vcl_register_field i = vcl_register_first(sheet->number);
         i < vcl_register_end(sheet->number); i++) {
        width += vcl_registers_shows(i) ? width_of(vcl_register_field_at(i)->takes) : 0;
    }
    worksheet_repeat_rows(sheet->sheet, 0, 0);
    worksheet_fit_to_pages(sheet->sheet, (uint16_t)(1 + width / widest_page), 0);
    if (width > widest_page) {
        worksheet_repeat_columns(sheet->sheet, 0, VCL_XLSX_FROZEN - 1);
    }
}
