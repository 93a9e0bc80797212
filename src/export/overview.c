/* The first screen: how many lack a buyer, who and why, what is covered, on whom it all hangs, and
 * what to type next. It reads tables by name and does without those that are missing. */
#include "export/overview.h"

#include <string.h>

#include "base/try.h"
#include "base/unicode.h"
#include "export/view.h"

const vcl_table *vcl_overview_table(const vcl_overview *overview, const char *name)
{
    return vcl_result_find_table(overview->result, name);
}

const char *vcl_overview_word(const vcl_overview *overview, vcl_message message)
{
    return vcl_message_template(message, overview->screen.language);
}

void vcl_overview_add(vcl_overview *overview, vcl_text *out, vcl_message message,
                      const char *const arguments[4])
{
    vcl_message_format(out, message, overview->screen.language, arguments, 4);
}

void vcl_overview_heading(vcl_overview *overview, vcl_message heading)
{
    vcl_screen_end_line(&overview->screen);
    vcl_screen_add(&overview->screen, VCL_TONE_HEADING, vcl_overview_word(overview, heading));
    vcl_screen_end_line(&overview->screen);
}

void vcl_overview_heading_aside(vcl_overview *overview, vcl_message heading, vcl_message aside,
                                const char *argument)
{
    vcl_screen *screen = &overview->screen;
    const char *word = vcl_overview_word(overview, heading);
    vcl_text text = { 0 };

    vcl_overview_add(overview, &text, aside, (const char *const[4]){ argument });
    vcl_screen_end_line(screen);
    vcl_screen_add(screen, VCL_TONE_HEADING, word);
    if (vcl_unicode_width(vcl_slice_of(word)) + VCL_CELL_GAP +
            vcl_unicode_width(vcl_slice_of(vcl_text_bytes(&text))) <=
        screen->width) {
        vcl_screen_spaces(screen, VCL_CELL_GAP);
        vcl_screen_add(screen, VCL_TONE_ASIDE, vcl_text_bytes(&text));
    }
    vcl_screen_end_line(screen);
    screen->failed = screen->failed || text.failed;
    vcl_text_release(&text);
}

void vcl_overview_paragraph(vcl_overview *overview, vcl_tone tone, vcl_text *text)
{
    vcl_screen_paragraph(&overview->screen, tone, VCL_OVERVIEW_INDENT, vcl_text_bytes(text));
    overview->screen.failed = overview->screen.failed || text->failed;
    vcl_text_release(text);
}

void vcl_overview_panels(vcl_overview *overview, vcl_grid *left, vcl_grid *right)
{
    enum { gap = 4, least_panel = 36 };
    vcl_screen *screen = &overview->screen;
    size_t room = screen->width - VCL_OVERVIEW_INDENT;
    size_t half = (room - gap) / 2;

    if (left->rows > 0 && right->rows > 0 && half >= least_panel) {
        vcl_grid_fit(left, half);
        vcl_grid_fit(right, half);
        vcl_grid_draw_pair(screen, left, right, VCL_OVERVIEW_INDENT, half + gap);
        return;
    }
    vcl_grid_fit(left, room);
    vcl_grid_draw(screen, left, VCL_OVERVIEW_INDENT);
    vcl_grid_fit(right, room);
    vcl_grid_draw(screen, right, VCL_OVERVIEW_INDENT);
}

vcl_status vcl_write_overview(const vcl_result *result, const vcl_export_options *options,
                              vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_overview overview = { .result = result, .options = options };

    vcl_screen_init(&overview.screen, options, output);
    overview.kind = vcl_headline_kind(result);
    vcl_overview_headline(&overview);
    vcl_overview_unlinked(&overview);
    vcl_overview_coverage(&overview);
    vcl_overview_hubs(&overview);
    vcl_overview_next(&overview);
    TRY(vcl_screen_status(&overview.screen, err));
done:
    vcl_screen_release(&overview.screen);
    return status;
}
