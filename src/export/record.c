/* A single row, standing upright: heading on the left, value on the right. */
#include "export/record.h"

#include "base/unicode.h"
#include "export/format.h"

bool vcl_record_suits(const vcl_table *table)
{
    for (size_t i = 0; i < vcl_table_column_count(table); i++) {
        if ((vcl_table_column(table, i)->flags & (VCL_COLUMN_KEY | VCL_COLUMN_TOTAL)) != 0) {
            return false;
        }
    }
    return vcl_table_row_count(table) == 1;
}

/* The widest heading, the widest number. */
static void measure(const vcl_layout *layout, size_t *label, size_t *number)
{
    for (size_t i = 0; i < layout->count; i++) {
        const vcl_layout_column *column = &layout->columns[i];
        size_t width = vcl_unicode_width(vcl_slice_of(column->column->label[layout->language]));
        *label = width > *label ? width : *label;
        if (vcl_format_is_number(column->column)) {
            *number = column->content > *number ? column->content : *number;
        }
    }
}

void vcl_record_draw(vcl_screen *screen, const vcl_layout *layout, const vcl_value *row)
{
    vcl_cell cells[2] = { { .wraps = true }, { .wraps = true } };
    size_t label = 1;
    size_t number = 1;

    measure(layout, &label, &number);
    cells[0].width = label < screen->width / 2 ? label : screen->width / 2;
    for (size_t i = 0; i < layout->count; i++) {
        const vcl_layout_column *column = &layout->columns[i];
        bool is_number = vcl_format_is_number(column->column);
        vcl_text_clear(&cells[0].text);
        vcl_text_clear(&cells[1].text);
        vcl_text_add(&cells[0].text, column->column->label[layout->language]);
        vcl_format_value(&cells[1].text, &row[i], column->column, column->decimals,
                         layout->language);
        cells[1].align = is_number ? VCL_RIGHT : VCL_LEFT;
        cells[1].width = is_number ? number : screen->width - cells[0].width - VCL_CELL_GAP;
        vcl_screen_row(screen, 0, cells, 2);
    }
    vcl_cells_release(cells, 2);
}
