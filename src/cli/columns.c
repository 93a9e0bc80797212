/* What a column holds, in words. */
#include "cli/columns.h"

#include <string.h>

static const char *type_word(vcl_type type, vcl_language language)
{
    static const cli_text words[] = { CLI_TEXT_TYPE_INTEGER, CLI_TEXT_TYPE_REAL,
                                      CLI_TEXT_TYPE_TEXT,    CLI_TEXT_TYPE_TERM,
                                      CLI_TEXT_TYPE_LIST,    CLI_TEXT_TYPE_BOOLEAN };

    return cli_text_of(words[type], language);
}

/* Units in words; one that has none stands as it is. */
static const char *unit_word(const char *unit, vcl_language language)
{
    static const cli_text words[] = { CLI_TEXT_UNIT_ACTORS,     CLI_TEXT_UNIT_COOPERATIVES,
                                      CLI_TEXT_UNIT_CURRENCY,   CLI_TEXT_UNIT_DEGREES,
                                      CLI_TEXT_UNIT_FRACTION,   CLI_TEXT_UNIT_HECTARES,
                                      CLI_TEXT_UNIT_HOUSEHOLDS, CLI_TEXT_UNIT_HOUSEHOLDS_OR_ACTORS,
                                      CLI_TEXT_UNIT_KG_A_YEAR,  CLI_TEXT_UNIT_LINKS,
                                      CLI_TEXT_UNIT_PATHS,      CLI_TEXT_UNIT_PEOPLE,
                                      CLI_TEXT_UNIT_PLACES,     CLI_TEXT_UNIT_PRODUCTS,
                                      CLI_TEXT_UNIT_RECORDS };

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(cli_text_of(words[i], VCL_ENGLISH), unit) == 0) {
            return cli_text_of(words[i], language);
        }
    }
    return unit;
}

void cli_column_nature(const vcl_column *column, vcl_language language, char *buffer, size_t size)
{
    snprintf(buffer, size, "%s%s%s", type_word(column->type, language),
             column->unit[0] != '\0' ? ", " : "", unit_word(column->unit, language));
}
