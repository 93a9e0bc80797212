/* The parts of the first screen, one a file. Each draws itself, or nothing where its tables are
 * missing or have nothing to tell; the screen remembers failures. */
#ifndef EXPORT_OVERVIEW_H
#define EXPORT_OVERVIEW_H

#include "export/grid.h"
#include "export/headline.h"
#include "export/screen.h"

typedef struct vcl_overview {
    vcl_screen screen;
    const vcl_result *result;
    const vcl_export_options *options;
    const char *kind; /* whom the screen is about: vcl_headline_kind() */
} vcl_overview;

enum { VCL_OVERVIEW_INDENT = 2 };

/* A table by its name, or NULL. */
const vcl_table *vcl_overview_table(const vcl_overview *overview, const char *name);

/* The template of a message, in the language of the screen. */
const char *vcl_overview_word(const vcl_overview *overview, vcl_message message);

/* Appends a message with its arguments made visible. */
void vcl_overview_add(vcl_overview *overview, vcl_text *out, vcl_message message,
                      const char *const arguments[4]);

/* A blank line and a heading; with an aside after it where there is room, its {0} replaced by
 * `argument`. */
void vcl_overview_heading(vcl_overview *overview, vcl_message heading);
void vcl_overview_heading_aside(vcl_overview *overview, vcl_message heading, vcl_message aside,
                                const char *argument);

/* An indented paragraph; the text remembers failures and is released here. */
void vcl_overview_paragraph(vcl_overview *overview, vcl_tone tone, vcl_text *text);

/* Two panels side by side, or one above the other where the screen is narrow. Empty ones
 * are left out. */
void vcl_overview_panels(vcl_overview *overview, vcl_grid *left, vcl_grid *right);

void vcl_overview_headline(vcl_overview *overview);
void vcl_overview_unlinked(vcl_overview *overview);
void vcl_overview_coverage(vcl_overview *overview);
void vcl_overview_hubs(vcl_overview *overview);
void vcl_overview_next(vcl_overview *overview);

#endif
