/* Outputs that are nothing to read on a terminal. */
#include "cli/unnamed.h"

#include <string.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "cli/texts.h"

enum { TYPED_SIZE = 1024 };

static void make_name(const char *input, const char *otherwise, const char *ending,
                      char name[CLI_NAME_SIZE])
{
    const char *slash = input != NULL ? strrchr(input, '/') : NULL;
    const char *base = slash != NULL ? slash + 1 : input;
    const char *dot = base != NULL ? strrchr(base, '.') : NULL;
    size_t size = dot != NULL && dot > base ? (size_t)(dot - base)
                  : base != NULL            ? strlen(base)
                                            : 0;

    if (size == 0 || strcmp(input, "-") == 0 || size + strlen(ending) >= CLI_NAME_SIZE) {
        base = otherwise;
        size = strlen(otherwise);
    }
    snprintf(name, CLI_NAME_SIZE, "%.*s%s", (int)size, base, ending);
}

/* "report province.json": what was typed, less the options. */
static void repeat(const cli_settings *settings, char typed[TYPED_SIZE])
{
    int used = snprintf(typed, TYPED_SIZE, "%s", settings->command->name);

    for (size_t i = 0; i < settings->operands.count && used < TYPED_SIZE; i++) {
        used +=
            snprintf(typed + used, TYPED_SIZE - (size_t)used, " %s", settings->operands.items[i]);
    }
}

int cli_unnamed_choose(cli_settings *settings, const char *input, const char *otherwise,
                       const char *ending, char name[CLI_NAME_SIZE])
{
    char typed[TYPED_SIZE];

    name[0] = '\0';
    if (!cli_to_terminal(settings)) {
        return CLI_DONE;
    }
    make_name(input, otherwise, ending, name);
    if (access(name, F_OK) == 0) {
        repeat(settings, typed);
        cli_complain(settings->language, CLI_TEXT_EXISTS, (const char *const[]){ name, typed });
        return CLI_USAGE;
    }
    settings->output = name;
    return CLI_DONE;
}
