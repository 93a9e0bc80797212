/* What a column holds, in words. */
#include "cli/columns.h"

static const char *type_word(vcl_type type, vcl_language language)
{
    static const cli_text words[] = { CLI_TEXT_TYPE_INTEGER, CLI_TEXT_TYPE_REAL,
                                      CLI_TEXT_TYPE_TEXT,    CLI_TEXT_TYPE_TERM,
                                      CLI_TEXT_TYPE_LIST,    CLI_TEXT_TYPE_BOOLEAN };

    return cli_text_of(words[type], language);
}

void cli_column_nature(const vcl_column *column, vcl_language language, char *buffer, size_t size)
{
    snprintf(buffer, size, "%s%s%s", type_word(column->type, language),
             column->unit[0] != '\0' ? ", " : "", vcl_unit_label(column->unit, language));
}
