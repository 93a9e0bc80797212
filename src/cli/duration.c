/* Durations in words. */
#include "cli/duration.h"

#include "cli/texts.h"

enum { MINUTE_S = 60, HOUR_S = 3600 };

const char *cli_duration(vcl_language language, double seconds, char out[CLI_DURATION_SIZE])
{
    static const double most = 1e15;
    char digits[CLI_DIGITS_SIZE];
    cli_text unit = CLI_TEXT_SECONDS;

    if (seconds >= 2 * HOUR_S) {
        unit = CLI_TEXT_HOURS;
        seconds /= HOUR_S;
    } else if (seconds >= 2 * MINUTE_S) {
        unit = CLI_TEXT_MINUTES;
        seconds /= MINUTE_S;
    }
    cli_digits((uint64_t)(seconds < most ? seconds + 0.5 : most), digits);
    snprintf(out, CLI_DURATION_SIZE, "%s %s", digits, cli_text_of(unit, language));
    return out;
}
