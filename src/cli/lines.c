/* Problems as lines, and what was found and read in words. */
#include "cli/lines.h"

#include <string.h>

#include "cli/texts.h"
#include "cli/visible.h"

enum {
    MESSAGE_SIZE = 4096,
    MOST_CODES = 128, /* several times as many as there are */
};

#define RED_BOLD "\033[1;31m"
#define YELLOW_BOLD "\033[1;33m"
#define PLAIN "\033[0m"

static void print_severity(FILE *stream, const cli_line_style *style, vcl_severity severity)
{
    bool is_error = severity == VCL_SEVERITY_ERROR;
    cli_text text = is_error ? CLI_TEXT_ERROR : CLI_TEXT_WARNING;

    if (style->color) {
        fputs(is_error ? RED_BOLD : YELLOW_BOLD, stream);
    }
    fputs(cli_text_of(text, style->language), stream);
    fputs(style->color ? PLAIN ": " : ": ", stream);
}

static void print_line(FILE *stream, const cli_line_style *style, const vcl_problem *problem)
{
    char message[MESSAGE_SIZE];
    char digits[CLI_DIGITS_SIZE];

    cli_print_visible(stream, problem->file);
    if (problem->line > 0) {
        fprintf(stream, ":%s", cli_digits(problem->line, digits));
    }
    fputs(": ", stream);
    print_severity(stream, style, problem->severity);
    if (problem->pointer != NULL && problem->pointer[0] != '\0') {
        cli_print_visible(stream, problem->pointer);
        fputs(": ", stream);
    }
    vcl_problem_text(problem, style->language, message, sizeof message);
    fprintf(stream, "%s\n", message);
}

/* How many problems of one code were printed, and how many were not. */
typedef struct code_tally {
    const vcl_problem *example;
    uint64_t printed;
    uint64_t left_out;
} code_tally;

typedef struct code_tallies {
    code_tally codes[MOST_CODES];
    size_t count;
} code_tallies;

static code_tally *tally_of(code_tallies *tallies, const vcl_problem *problem)
{
    size_t i = 0;

    while (i < tallies->count && strcmp(tallies->codes[i].example->code, problem->code) != 0) {
        i++;
    }
    if (i == tallies->count && i < MOST_CODES - 1) {
        tallies->codes[tallies->count++] = (code_tally){ .example = problem };
    }
    return &tallies->codes[i];
}

static void print_left_out(FILE *stream, const cli_line_style *style, const vcl_problems *problems,
                           const code_tally *tally)
{
    char digits[CLI_DIGITS_SIZE];
    uint64_t left_out = tally->left_out + vcl_problems_omitted(problems, tally->example->code);

    if (left_out == 0) {
        return;
    }
    cli_print_visible(stream, tally->example->file);
    fputs(": ", stream);
    print_severity(stream, style, tally->example->severity);
    cli_digits(left_out, digits);
    cli_print(stream, style->language, CLI_TEXT_OMITTED,
              (const char *const[]){ digits, tally->example->code });
    fputc('\n', stream);
}

static bool is_wanted(const cli_line_style *style, const vcl_problem *problem)
{
    return problem->severity == VCL_SEVERITY_ERROR || !style->errors_only;
}

static bool is_enough(const cli_line_style *style, const code_tally *tally)
{
    return tally->example->severity == VCL_WARNING && style->most_warnings > 0 &&
           tally->printed >= style->most_warnings;
}

void cli_lines_print(FILE *stream, const cli_line_style *style, const vcl_problems *problems)
{
    code_tallies tallies = { 0 };

    for (size_t i = 0; i < vcl_problems_count(problems); i++) {
        const vcl_problem *problem = vcl_problems_at(problems, i);
        if (!is_wanted(style, problem)) {
            continue;
        }
        code_tally *tally = tally_of(&tallies, problem);
        if (is_enough(style, tally)) {
            tally->left_out++;
        } else {
            tally->printed++;
            print_line(stream, style, problem);
        }
    }
    for (size_t i = 0; i < tallies.count; i++) {
        print_left_out(stream, style, problems, &tallies.codes[i]);
    }
}

static void print_number(FILE *stream, vcl_language language, uint64_t number, cli_text one,
                         cli_text many)
{
    char digits[CLI_DIGITS_SIZE];

    cli_print(stream, language, number == 1 ? one : many,
              (const char *const[]){ cli_digits(number, digits) });
}

void cli_lines_print_counts(FILE *stream, vcl_language language, const vcl_problems *problems)
{
    uint64_t errors = vcl_problems_errors(problems);
    uint64_t warnings = vcl_problems_warnings(problems);

    if (errors > 0) {
        print_number(stream, language, errors, CLI_TEXT_ONE_ERROR, CLI_TEXT_ERRORS);
    }
    if (errors > 0 && warnings > 0) {
        fputs(", ", stream);
    }
    if (warnings > 0) {
        print_number(stream, language, warnings, CLI_TEXT_ONE_WARNING, CLI_TEXT_WARNINGS);
    }
}

void cli_lines_print_contents(FILE *stream, vcl_language language, const vcl_chain *chain)
{
    print_number(stream, language, vcl_chain_actor_count(chain), CLI_TEXT_ONE_ACTOR,
                 CLI_TEXT_ACTORS);
    fputs(", ", stream);
    print_number(stream, language, vcl_chain_link_count(chain), CLI_TEXT_ONE_LINK, CLI_TEXT_LINKS);
    fputs(", ", stream);
    print_number(stream, language, vcl_chain_product_count(chain), CLI_TEXT_ONE_PRODUCT,
                 CLI_TEXT_PRODUCTS);
    fputs(", ", stream);
    print_number(stream, language, vcl_chain_place_count(chain), CLI_TEXT_ONE_PLACE,
                 CLI_TEXT_PLACES);
}
