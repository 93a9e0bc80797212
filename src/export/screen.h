/* What readers see: rows of cells aligned by display width, paragraphs, colours.
 *
 * Writing never needs a check: failures are remembered until vcl_screen_status(). Colours are never
 * measured, and no line ends in spaces. */
#ifndef EXPORT_SCREEN_H
#define EXPORT_SCREEN_H

#include <stdbool.h>

#include "base/message.h"
#include "export/exporter.h"
#include "export/tone.h"

typedef enum vcl_align { VCL_LEFT = 0, VCL_RIGHT = 1 } vcl_align;

typedef struct vcl_screen {
    vcl_output *output;
    vcl_text line; /* the one under way */
    vcl_language language;
    size_t width;
    bool color;
    bool failed;
} vcl_screen;

/* A cell of a row; a zeroed one is empty and not drawn. */
typedef struct vcl_cell {
    vcl_text text; /* fit for a terminal */
    vcl_slice rest; /* what is still to be drawn of it */
    size_t width;
    vcl_align align;
    vcl_tone tone;
    bool wraps; /* over several lines; else cut in its middle, with an ellipsis */
} vcl_cell;

void vcl_screen_init(vcl_screen *screen, const vcl_export_options *options, vcl_output *output);
void vcl_screen_release(vcl_screen *screen);

/* VCL_OK, or VCL_ERROR_MEMORY with *err filled. */
vcl_status vcl_screen_status(const vcl_screen *screen, vcl_error *err);

void vcl_screen_add(vcl_screen *screen, vcl_tone tone, const char *text);
void vcl_screen_spaces(vcl_screen *screen, size_t count);
void vcl_screen_end_line(vcl_screen *screen);

/* `text` over as many lines as it takes, each behind `indent` spaces. */
void vcl_screen_paragraph(vcl_screen *screen, vcl_tone tone, size_t indent, const char *text);

/* The first line of the cells side by side, two spaces between them, without a line end. Cells of
 * width 0 are left out. */
void vcl_screen_cells(vcl_screen *screen, vcl_cell *cells, size_t count);

/* The same over as many lines as those that wrap take (at least one), each behind `indent`
 * spaces. */
void vcl_screen_row(vcl_screen *screen, size_t indent, vcl_cell *cells, size_t count);

/* A line of "─" as wide as vcl_screen_row() draws these cells. */
void vcl_screen_rule(vcl_screen *screen, size_t indent, const vcl_cell *cells, size_t count);

/* Between two cells of a row. */
enum { VCL_CELL_GAP = 2 };

void vcl_cells_release(vcl_cell *cells, size_t count);

#endif
