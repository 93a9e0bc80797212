/* Drawing lines for readers. */
#include "export/screen.h"

#include <string.h>

#include "base/error.h"
#include "base/unicode.h"
#include "export/wrap.h"

void vcl_screen_init(vcl_screen *screen, const vcl_export_options *options, vcl_output *output)
{
    enum { least_width = 40 }; /* below it nothing can be read */

    *screen = (vcl_screen){
        .output = output,
        .language = options->language,
        .width = options->width < least_width ? least_width : options->width,
        .color = options->color,
    };
}

void vcl_screen_release(vcl_screen *screen)
{
    vcl_text_release(&screen->line);
}

vcl_status vcl_screen_status(const vcl_screen *screen, vcl_error *err)
{
    return screen->failed || screen->line.failed ? vcl_fail_memory(err) : VCL_OK;
}

static void add_toned(vcl_screen *screen, vcl_tone tone, vcl_slice text)
{
    if (text.size == 0) {
        return;
    }
    vcl_text_add(&screen->line, screen->color ? vcl_tone_begin(tone) : "");
    vcl_text_add_slice(&screen->line, text);
    vcl_text_add(&screen->line, screen->color ? vcl_tone_end(tone) : "");
}

void vcl_screen_add(vcl_screen *screen, vcl_tone tone, const char *text)
{
    add_toned(screen, tone, vcl_slice_of(text));
}

void vcl_screen_spaces(vcl_screen *screen, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        vcl_text_add_byte(&screen->line, ' ');
    }
}

void vcl_screen_end_line(vcl_screen *screen)
{
    vcl_text *line = &screen->line;

    while (line->size > 0 && line->bytes[line->size - 1] == ' ') {
        line->size--;
    }
    vcl_text_add_byte(line, '\n');
    if (!line->failed) {
        vcl_output_write(screen->output, (vcl_slice){ line->bytes, line->size });
    }
    vcl_text_clear(line);
}

void vcl_screen_paragraph(vcl_screen *screen, vcl_tone tone, size_t indent, const char *text)
{
    vcl_slice rest = vcl_slice_of(text);
    vcl_slice line = { 0 };
    size_t width = indent < screen->width ? screen->width - indent : 1;

    while (vcl_wrap_next(&rest, width, &line)) {
        vcl_screen_spaces(screen, indent);
        add_toned(screen, tone, line);
        vcl_screen_end_line(screen);
    }
}

/* The longest end of `text` that is at most `width` columns wide; from a word on, where that keeps
 * a half of it. */
static vcl_slice end_of(vcl_slice text, size_t width)
{
    size_t skipped = vcl_unicode_width(text) - width;
    vcl_slice end = vcl_slice_from(text, vcl_unicode_prefix(text, skipped));
    const char *space = NULL;

    if (vcl_unicode_width(end) > width) { /* half of a wide character */
        end = vcl_slice_from(text, vcl_unicode_prefix(text, skipped + 1));
    }
    space = end.size > 0 ? memchr(end.bytes, ' ', end.size / 2) : NULL;
    return space != NULL ? vcl_slice_from(end, (size_t)(space - end.bytes) + 1) : end;
}

/* What a cell shows on one line: all of a text, or its beginning and end around an ellipsis. Names
 * of cooperatives begin alike ("HTX dịch vụ nông nghiệp …") and differ at their end. */
struct shown {
    vcl_slice head, tail;
    bool is_cut;
    size_t width;
};

static struct shown cut_to(vcl_slice text, size_t width)
{
    enum { least_for_two_ends = 12 };
    struct shown shown = { .head = text };
    size_t kept = width - 1;
    size_t tail = width < least_for_two_ends ? 0 : kept / 2;

    shown.is_cut = vcl_unicode_width(text) > width;
    if (shown.is_cut) {
        shown.tail = end_of(text, tail);
        shown.head.size = vcl_unicode_prefix(text, kept - vcl_unicode_width(shown.tail));
    }
    shown.width =
        vcl_unicode_width(shown.head) + vcl_unicode_width(shown.tail) + (shown.is_cut ? 1 : 0);
    return shown;
}

static struct shown take_line(vcl_cell *cell)
{
    vcl_slice line = cell->rest;

    if (cell->wraps) {
        vcl_wrap_next(&cell->rest, cell->width, &line);
    } else {
        cell->rest = (vcl_slice){ 0 };
    }
    return cut_to(line, cell->width);
}

static void draw_cell(vcl_screen *screen, vcl_cell *cell)
{
    struct shown shown = take_line(cell);
    size_t padding = shown.width < cell->width ? cell->width - shown.width : 0;
    bool is_toned = screen->color && shown.width > 0;

    vcl_screen_spaces(screen, cell->align == VCL_RIGHT ? padding : 0);
    vcl_text_add(&screen->line, is_toned ? vcl_tone_begin(cell->tone) : "");
    vcl_text_add_slice(&screen->line, shown.head);
    vcl_text_add(&screen->line, shown.is_cut ? "…" : "");
    vcl_text_add_slice(&screen->line, shown.tail);
    vcl_text_add(&screen->line, is_toned ? vcl_tone_end(cell->tone) : "");
    vcl_screen_spaces(screen, cell->align == VCL_LEFT ? padding : 0);
}

static void begin_cells(vcl_screen *screen, vcl_cell *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        screen->failed = screen->failed || cells[i].text.failed;
        cells[i].rest = (vcl_slice){ vcl_text_bytes(&cells[i].text), cells[i].text.size };
    }
}

/* The next line of each; true while some cell has more to draw. */
static bool draw_cells(vcl_screen *screen, vcl_cell *cells, size_t count)
{
    bool more = false;
    bool first = true;

    for (size_t i = 0; i < count; i++) {
        if (cells[i].width == 0) {
            continue;
        }
        vcl_screen_spaces(screen, first ? 0 : VCL_CELL_GAP);
        draw_cell(screen, &cells[i]);
        more = more || cells[i].rest.size > 0;
        first = false;
    }
    return more;
}

void vcl_screen_cells(vcl_screen *screen, vcl_cell *cells, size_t count)
{
    begin_cells(screen, cells, count);
    draw_cells(screen, cells, count);
}

void vcl_screen_row(vcl_screen *screen, size_t indent, vcl_cell *cells, size_t count)
{
    bool more = true;

    begin_cells(screen, cells, count);
    while (more) {
        vcl_screen_spaces(screen, indent);
        more = draw_cells(screen, cells, count);
        vcl_screen_end_line(screen);
    }
}

void vcl_screen_rule(vcl_screen *screen, size_t indent, const vcl_cell *cells, size_t count)
{
    vcl_text rule = { 0 };
    bool first = true;

    vcl_screen_spaces(screen, indent);
    for (size_t i = 0; i < count; i++) {
        size_t gap = first || cells[i].width == 0 ? 0 : VCL_CELL_GAP;
        for (size_t column = 0; column < cells[i].width + gap; column++) {
            vcl_text_add(&rule, "─");
        }
        first = first && cells[i].width == 0;
    }
    screen->failed = screen->failed || rule.failed;
    vcl_screen_add(screen, VCL_TONE_ASIDE, vcl_text_bytes(&rule));
    vcl_screen_end_line(screen);
    vcl_text_release(&rule);
}

void vcl_cells_release(vcl_cell *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        vcl_text_release(&cells[i].text);
    }
}
