/* The guide to a workbook of registers: how to begin, and what every column takes. */
#include "base/message.h"
#include "base/unicode.h"
#include "export/register_guide.h"
#include "export/xlsx_registers.h"

enum { line_height = 15, page_width = 150 };

static const size_t widths[VCL_GUIDE_CELLS] = {
    [VCL_GUIDE_SHEET] = 30,   [VCL_GUIDE_COLUMN] = 32, [VCL_GUIDE_OTHER] = 32,
    [VCL_GUIDE_NEEDED] = 9,   [VCL_GUIDE_TAKES] = 36,  [VCL_GUIDE_MEANING] = 60,
    [VCL_GUIDE_EXAMPLE] = 30,
};

struct guide {
    vcl_xlsx *xlsx;
    lxw_worksheet *sheet;
    size_t row;
    size_t headings; /* their row */
};

/* Most letters are narrower than the digits that a width is counted in. */
static size_t lines_of(const char *text, size_t width)
{
    return text == NULL ? 1 : vcl_unicode_width(vcl_slice_of(text)) * 10 / (width * 13) + 1;
}

/* Not every program that opens a workbook fits rows. */
static void set_height(const struct guide *guide, size_t lines)
{
    vcl_xlsx_note(guide->xlsx, worksheet_set_row(guide->sheet, (lxw_row_t)guide->row,
                                                 (double)(lines * line_height), NULL));
}

/* A sentence over all columns. */
static void write_sentence(const struct guide *guide, const char *text, vcl_xlsx_style style)
{
    vcl_xlsx_note(guide->xlsx, worksheet_merge_range(guide->sheet, (lxw_row_t)guide->row, 0,
                                                     (lxw_row_t)guide->row, VCL_GUIDE_EXAMPLE - 1,
                                                     "", guide->xlsx->styles[style]));
    vcl_xlsx_text(guide->xlsx, guide->sheet, guide->row, 0, text, style);
    set_height(guide, style == VCL_XLSX_TITLE ? 2 : lines_of(text, page_width));
}

static void write_cells(const struct guide *guide, const char *const cells[VCL_GUIDE_CELLS],
                        vcl_xlsx_style style)
{
    size_t lines = 1;

    for (size_t i = 0; i < VCL_GUIDE_CELLS; i++) {
        size_t own = lines_of(cells[i], widths[i]);
        lines = own > lines ? own : lines;
    }
    set_height(guide, lines);
    for (size_t i = 0; i < VCL_GUIDE_CELLS; i++) {
        if (cells[i] == NULL && style == VCL_XLSX_GROUP) {
            vcl_xlsx_note(guide->xlsx,
                          worksheet_write_blank(guide->sheet, (lxw_row_t)guide->row, (lxw_col_t)i,
                                                guide->xlsx->styles[style]));
        }
        vcl_xlsx_text(guide->xlsx, guide->sheet, guide->row, i, cells[i], style);
    }
}

static void take(void *context, vcl_guide_row kind, const char *const cells[VCL_GUIDE_CELLS])
{
    struct guide *guide = context;

    switch (kind) {
    case VCL_GUIDE_TITLE:
        write_sentence(guide, cells[0], VCL_XLSX_TITLE);
        break;
    case VCL_GUIDE_STEP:
        write_sentence(guide, cells[0], VCL_XLSX_PROSE);
        break;
    case VCL_GUIDE_HEADINGS:
        guide->headings = ++guide->row;
        write_cells(guide, cells, VCL_XLSX_HEADING);
        break;
    case VCL_GUIDE_REGISTER:
        write_cells(guide, cells, VCL_XLSX_GROUP);
        break;
    case VCL_GUIDE_FIELD:
        write_cells(guide, cells, VCL_XLSX_PROSE);
        break;
    }
    guide->row++;
}

vcl_status vcl_xlsx_add_guide(vcl_xlsx *xlsx, const vcl_registers *registers, vcl_language language,
                              bool has_examples, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct guide guide = { .xlsx = xlsx };

    xlsx->table = NULL;
    guide.sheet = vcl_xlsx_add_sheet(xlsx, vcl_message_template(VCL_MSG_GUIDE_SHEET, language));
    if (guide.sheet == NULL) {
        return VCL_OK; /* it is remembered */
    }
    for (size_t i = 0; i < VCL_GUIDE_CELLS; i++) {
        vcl_xlsx_width(xlsx, guide.sheet, i, widths[i]);
    }
    status = vcl_registers_guide(registers, language, has_examples, take, &guide, err);
    worksheet_repeat_rows(guide.sheet, (lxw_row_t)guide.headings, (lxw_row_t)guide.headings);
    return status;
}
