/* Fitting columns into a terminal. */
#include "export/layout.h"

#include <stdio.h>
#include <string.h>

#include "base/unicode.h"
#include "export/screen.h"
#include "export/wrap.h"

/* What is tried before texts are cut: lines of the headings, width of the bars. */
static const struct attempt {
    size_t lines;
    size_t bar;
} attempts[] = { { 1, 10 }, { 2, 10 }, { 3, 10 }, { 3, 6 }, { 3, 0 } };

enum { attempt_count = sizeof attempts / sizeof attempts[0], prose_width = 60 };

/* How little may stay of a text: an id must be typed, a name recognized. */
enum { least_key = 24, least_text = 20, least_prose = 30 };

static bool has_flag(const vcl_layout_column *column, unsigned flag)
{
    return (column->column->flags & flag) != 0;
}

bool vcl_layout_is_prose(const vcl_layout_column *column)
{
    return column->column->type == VCL_TEXT && column->content > prose_width &&
           !has_flag(column, VCL_COLUMN_KEY);
}

static size_t total_width(const vcl_layout *layout)
{
    size_t total = 0;

    for (size_t i = 0; i < layout->count; i++) {
        if (layout->columns[i].width > 0) {
            total += layout->columns[i].width + (total > 0 ? VCL_CELL_GAP : 0);
        }
    }
    return total;
}

/* The width each column asks for, under headings of at most `lines` lines. */
static void set_widths(vcl_layout *layout, const struct attempt *attempt)
{
    layout->bar = attempt->bar;
    for (size_t i = 0; i < layout->count; i++) {
        vcl_layout_column *column = &layout->columns[i];
        vcl_slice label = vcl_slice_of(column->column->label[layout->language]);
        bool has_bar = has_flag(column, VCL_COLUMN_RATE) && attempt->bar > 0;
        size_t content = column->content + (has_bar ? attempt->bar + 1 : 0);
        if (column->width > 0) {
            column->width = vcl_wrap_width(label, attempt->lines, content > 0 ? content : 1);
        }
    }
}

static size_t least_width(const vcl_layout_column *column)
{
    if (vcl_layout_is_prose(column)) {
        return least_prose;
    }
    if (column->column->type == VCL_INTEGER || column->column->type == VCL_REAL ||
        column->column->type == VCL_BOOLEAN) {
        return SIZE_MAX;
    }
    return has_flag(column, VCL_COLUMN_KEY) ? least_key : least_text;
}

/* Cuts the widest text as long as rows are too wide; true once they fit. */
static bool cut_texts(vcl_layout *layout, size_t width)
{
    for (size_t total = total_width(layout); total > width; total--) {
        vcl_layout_column *widest = NULL;
        for (size_t i = 0; i < layout->count; i++) {
            vcl_layout_column *column = &layout->columns[i];
            bool can = column->width > least_width(column);
            widest = can && (widest == NULL || column->width > widest->width) ? column : widest;
        }
        if (widest == NULL) {
            return false;
        }
        widest->width--;
    }
    return true;
}

static bool fits_uncut(vcl_layout *layout, size_t width)
{
    for (size_t i = 0; i < attempt_count; i++) {
        set_widths(layout, &attempts[i]);
        if (total_width(layout) <= width) {
            return true;
        }
    }
    return false;
}

/* "place" where there is a "place_name" too. */
static bool has_name_beside(const vcl_layout *layout, const vcl_layout_column *column)
{
    char twin[64];

    snprintf(twin, sizeof twin, "%s_name", column->column->name);
    for (size_t i = 0; i < layout->count; i++) {
        if (strcmp(layout->columns[i].column->name, twin) == 0 && !layout->columns[i].is_empty) {
            return true;
        }
    }
    return false;
}

/* What a reader would miss least comes first. */
enum importance {
    IS_EMPTY,
    IS_SEEN_ELSEWHERE, /* a rank in a sorted table, an id with its name beside it */
    IS_SIDE_TERM,
    IS_SIDE_TEXT,
    IS_FIGURE,
    IS_TOTAL,
    IS_TELLING, /* a rate, a term that is good or bad */
    IS_IDENTITY, /* what a row is known by */
};

/* In tables without an id in front, terms and keys stand for one. */
static enum importance importance_of_text(const vcl_layout *layout, const vcl_layout_column *column)
{
    bool has_id = has_flag(&layout->columns[0], VCL_COLUMN_KEY);

    if (strcmp(column->column->name, "name") == 0) {
        return IS_IDENTITY;
    }
    if (has_flag(column, VCL_COLUMN_KEY)) {
        return has_id ? IS_SIDE_TEXT : IS_IDENTITY;
    }
    if (column->column->type == VCL_TERM) {
        return column->is_toned ? IS_TELLING : (has_id ? IS_SIDE_TERM : IS_IDENTITY);
    }
    return IS_SIDE_TEXT;
}

static enum importance importance(const vcl_layout *layout, size_t index)
{
    const vcl_layout_column *column = &layout->columns[index];

    if (index == 0) {
        return IS_IDENTITY;
    }
    if (column->is_empty) {
        return IS_EMPTY;
    }
    if (has_flag(column, VCL_COLUMN_RANK) || has_name_beside(layout, column)) {
        return IS_SEEN_ELSEWHERE;
    }
    if (column->column->type == VCL_TEXT || column->column->type == VCL_TERM) {
        return importance_of_text(layout, column);
    }
    if (has_flag(column, VCL_COLUMN_RATE)) {
        return IS_TELLING;
    }
    return has_flag(column, VCL_COLUMN_TOTAL) ? IS_TOTAL : IS_FIGURE;
}

/* The column that matters least, the last of those that matter alike. */
static size_t find_least(const vcl_layout *layout)
{
    size_t least = layout->count;

    for (size_t i = 0; i < layout->count; i++) {
        bool is_kept = layout->columns[i].width > 0;
        if (is_kept &&
            (least == layout->count || importance(layout, i) <= importance(layout, least))) {
            least = i;
        }
    }
    return least;
}

static size_t kept_count(const vcl_layout *layout)
{
    size_t kept = 0;

    for (size_t i = 0; i < layout->count; i++) {
        kept += layout->columns[i].width > 0 ? 1 : 0;
    }
    return kept;
}

void vcl_layout_fit(vcl_layout *layout, size_t width)
{
    for (size_t i = 0; i < layout->count; i++) {
        layout->columns[i].width = 1; /* kept; its width follows */
    }
    while (!fits_uncut(layout, width) && kept_count(layout) > 1) {
        size_t least = find_least(layout);
        if (importance(layout, least) > IS_SEEN_ELSEWHERE && cut_texts(layout, width)) {
            break;
        }
        layout->columns[least].width = 0;
    }
    for (size_t i = 0; i < layout->count; i++) {
        vcl_layout_column *column = &layout->columns[i];
        column->width = column->width > width ? width : column->width;
    }
}
