/* Bars of block characters, U+2588 to U+258F and U+2591. */
#include "export/bar.h"

enum { steps_in_column = 8 };

/* How many of `steps` a fraction fills; at least one, and not all, where something is to be seen
 * of either part. */
static size_t filled(double fraction, size_t steps)
{
    if (steps == 0 || !(fraction > 0.0)) {
        return 0;
    }
    if (fraction >= 1.0) {
        return steps;
    }
    size_t count = (size_t)(fraction * (double)steps + 0.5);
    if (count == 0) {
        return 1;
    }
    return count < steps || steps == 1 ? count : steps - 1;
}

static void add_repeated(vcl_text *out, const char *piece, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        vcl_text_add(out, piece);
    }
}

void vcl_bar_add(vcl_text *out, double fraction, size_t width)
{
    static const char *const eighths[] = { "", "▏", "▎", "▍", "▌", "▋", "▊", "▉" };
    size_t steps = filled(fraction, width * steps_in_column);
    size_t whole = steps / steps_in_column;
    size_t part = steps % steps_in_column;

    add_repeated(out, "█", whole);
    vcl_text_add(out, eighths[part]);
    add_repeated(out, " ", width - whole - (part > 0 ? 1 : 0));
}

void vcl_bar_add_shaded(vcl_text *out, double fraction, size_t width)
{
    size_t whole = filled(fraction, width);

    add_repeated(out, "█", whole);
    add_repeated(out, "░", width - whole);
}
