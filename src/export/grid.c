/* A few rows of cells. */
#include "export/grid.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/unicode.h"

/* Nothing is cut to less. */
enum { least_text = 8 };

void vcl_grid_init(vcl_grid *grid, vcl_screen *screen, size_t capacity, size_t columns)
{
    *grid = (vcl_grid){ .columns = columns, .has_heading = grid->has_heading };
    if (vcl_alloc(&grid->cells, capacity * columns, sizeof *grid->cells, NULL) == VCL_OK) {
        grid->capacity = capacity;
    } else {
        screen->failed = true;
    }
}

void vcl_grid_release(vcl_grid *grid)
{
    vcl_cells_release(grid->cells, grid->rows * grid->columns);
    free(grid->cells);
    *grid = (vcl_grid){ 0 };
}

vcl_cell *vcl_grid_add_row(vcl_grid *grid)
{
    if (grid->rows == grid->capacity) {
        return NULL;
    }
    grid->rows++;
    return grid->cells + (grid->rows - 1) * grid->columns;
}

void vcl_cell_put(vcl_cell *cell, vcl_align align, vcl_tone tone, const char *text)
{
    vcl_text_add(&cell->text, text);
    cell->align = align;
    cell->tone = tone;
}

void vcl_cell_put_visible(vcl_cell *cell, vcl_tone tone, const char *text)
{
    vcl_text_add_visible(&cell->text, vcl_slice_of(text));
    cell->tone = tone;
}

static vcl_cell *cell_at(const vcl_grid *grid, size_t row, size_t column)
{
    return &grid->cells[row * grid->columns + column];
}

static void set_width(vcl_grid *grid, size_t column, size_t width)
{
    for (size_t row = 0; row < grid->rows; row++) {
        cell_at(grid, row, column)->width = width;
    }
}

static size_t widest_cell(const vcl_grid *grid, size_t column, size_t first_row)
{
    size_t widest = 0;

    for (size_t row = first_row; row < grid->rows; row++) {
        const vcl_text *text = &cell_at(grid, row, column)->text;
        size_t width = vcl_unicode_width((vcl_slice){ vcl_text_bytes(text), text->size });
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* 0 where nothing stands in the column but its heading. */
static size_t natural_width(const vcl_grid *grid, size_t column)
{
    if (widest_cell(grid, column, grid->has_heading ? 1 : 0) == 0) {
        return 0;
    }
    return widest_cell(grid, column, 0);
}

/* Numbers stand on the right; what stands on the left may be cut. */
static bool may_cut(const vcl_grid *grid, size_t column)
{
    return cell_at(grid, grid->rows - 1, column)->align == VCL_LEFT;
}

static bool cut_widest(vcl_grid *grid)
{
    size_t widest = grid->columns;

    for (size_t column = 0; column < grid->columns; column++) {
        size_t width = cell_at(grid, 0, column)->width;
        if (may_cut(grid, column) && width > least_text &&
            (widest == grid->columns || width > cell_at(grid, 0, widest)->width)) {
            widest = column;
        }
    }
    if (widest < grid->columns) {
        set_width(grid, widest, cell_at(grid, 0, widest)->width - 1);
    }
    return widest < grid->columns;
}

void vcl_grid_fit(vcl_grid *grid, size_t width)
{
    grid->width = 0;
    if (grid->rows == 0) {
        return;
    }
    for (size_t column = 0; column < grid->columns; column++) {
        size_t natural = natural_width(grid, column);
        set_width(grid, column, natural);
        grid->width += natural > 0 ? natural + (grid->width > 0 ? VCL_CELL_GAP : 0) : 0;
    }
    while (grid->width > width && cut_widest(grid)) {
        grid->width--;
    }
}

void vcl_grid_draw(vcl_screen *screen, const vcl_grid *grid, size_t indent)
{
    for (size_t row = 0; row < grid->rows; row++) {
        vcl_screen_row(screen, indent, cell_at(grid, row, 0), grid->columns);
    }
}

/* Row `row`, and as many spaces as make it `width` columns; only those below the last row. */
static void draw_padded(vcl_screen *screen, const vcl_grid *grid, size_t row, size_t width)
{
    size_t drawn = 0;

    if (row < grid->rows) {
        vcl_screen_cells(screen, cell_at(grid, row, 0), grid->columns);
        drawn = grid->width;
    }
    vcl_screen_spaces(screen, width > drawn ? width - drawn : 0);
}

void vcl_grid_draw_pair(vcl_screen *screen, const vcl_grid *left, const vcl_grid *right,
                        size_t indent, size_t left_width)
{
    size_t rows = left->rows > right->rows ? left->rows : right->rows;

    for (size_t row = 0; row < rows; row++) {
        vcl_screen_spaces(screen, indent);
        draw_padded(screen, left, row, left_width);
        draw_padded(screen, right, row, 0);
        vcl_screen_end_line(screen);
    }
}
