/* The command's own sentences, in both languages. */
#include "cli/texts.h"

#include <inttypes.h>

#include "cli/visible.h"

static const char *const texts[CLI_TEXT_COUNT][2] = {
#define TEXT(id, english, vietnamese) { english, vietnamese },
#include "cli/texts.def"
#undef TEXT
};

const char *cli_text_of(cli_text text, vcl_language language)
{
    return texts[text][language];
}

static int is_placeholder(const char *at)
{
    return at[0] == '{' && at[1] >= '0' && at[1] <= '9' && at[2] == '}';
}

void cli_print(FILE *stream, vcl_language language, cli_text text, const char *const *arguments)
{
    for (const char *at = cli_text_of(text, language); *at != '\0'; at++) {
        if (is_placeholder(at)) {
            cli_print_visible(stream, arguments[at[1] - '0']);
            at += 2;
        } else {
            fputc(*at, stream);
        }
    }
}

void cli_complain(vcl_language language, cli_text text, const char *const *arguments)
{
    fputs("vclink: ", stderr);
    cli_print(stderr, language, text, arguments);
    fputc('\n', stderr);
}

static int exit_status(vcl_status status)
{
    switch (status) {
    case VCL_OK:
        return CLI_DONE;
    case VCL_ERROR_USAGE:
        return CLI_USAGE;
    case VCL_ERROR_INPUT:
        return CLI_INPUT;
    case VCL_ERROR_IO:
        return CLI_IO;
    case VCL_ERROR_MEMORY:
    case VCL_ERROR_INTERNAL:
        break;
    }
    return CLI_INTERNAL;
}

int cli_report(vcl_language language, const vcl_error *err)
{
    char line[3 * VCL_ERROR_ARGUMENT_SIZE];

    vcl_error_text(err, language, line, sizeof line);
    fprintf(stderr, "vclink: %s\n", line);
    return exit_status(err->status);
}

const char *cli_digits(uint64_t number, char buffer[CLI_DIGITS_SIZE])
{
    snprintf(buffer, CLI_DIGITS_SIZE, "%" PRIu64, number);
    return buffer;
}
