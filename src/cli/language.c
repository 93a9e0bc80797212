/* The language of one run. */
#include "cli/language.h"

#include <stdlib.h>
#include <string.h>

/* The locale by which messages go, as POSIX orders them. */
static const char *message_locale(void)
{
    static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *locale = getenv(names[i]);
        if (locale != NULL && locale[0] != '\0') {
            return locale;
        }
    }
    return NULL;
}

vcl_language cli_language(const cli_arguments *arguments)
{
    const char *locale = message_locale();

    for (int i = 1; i < arguments->count; i++) {
        const char *argument = arguments->items[i];
        if (strcmp(argument, "--") == 0) {
            break;
        }
        if (strncmp(argument, "--lang=", 7) == 0) {
            locale = argument + 7;
        } else if (strcmp(argument, "--lang") == 0 && i + 1 < arguments->count) {
            locale = arguments->items[i + 1];
        }
    }
    return vcl_language_of_locale(locale);
}
