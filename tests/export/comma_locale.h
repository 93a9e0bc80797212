/* A locale that writes 7,5: one that the machine has, else one that localedef makes. */
#ifndef EXPORT_COMMA_LOCALE_H
#define EXPORT_COMMA_LOCALE_H

#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "support/assert.h"

static inline bool is_comma_locale(const char *name)
{
    return setlocale(LC_ALL, name) != NULL && localeconv()->decimal_point[0] == ',';
}

static inline bool make_comma_locale(void)
{
    char folder[] = "/tmp/vclink-locale-XXXXXX";
    char command[200];

    if (mkdtemp(folder) == NULL) {
        return false;
    }
    snprintf(command, sizeof command, "localedef -i de_DE -f UTF-8 %s/de_DE.UTF-8 2>/dev/null",
             folder);
    bool made =
        system(command) == 0 && setenv("LOCPATH", folder, 1) == 0 && is_comma_locale("de_DE.UTF-8");
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command) == 0 && made;
}

/* Sets it for the rest of the test, which is skipped, visibly, where there is none; the caller goes
 * back to "C". */
static inline void use_comma_locale(void)
{
    static const char *const names[] = { "vi_VN.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8" };

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (is_comma_locale(names[i])) {
            return;
        }
    }
    if (!make_comma_locale()) {
        setlocale(LC_ALL, "C");
        print_message("no locale with a decimal comma, and localedef cannot make one\n");
        skip();
    }
}

#endif
