/* Which files an import reads and writes. */
#include "cli/import_files.h"

#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "cli/import_format.h"
#include "cli/terminal.h"
#include "cli/texts.h"

/* Files that are written, by the option that names them. */
typedef struct named_file {
    const char *option;
    const char *path; /* NULL: standard output, or not asked for */
} named_file;

enum { OUTPUTS = 3, FOLDER_SIZE = 4096 };

/* Splits a path into its folder ("." where it names none) and the name in it. */
static const char *split(const char *path, char folder[FOLDER_SIZE])
{
    const char *slash = strrchr(path, '/');
    size_t size = slash != NULL ? (size_t)(slash - path) + 1 : 0;

    snprintf(folder, FOLDER_SIZE, "%.*s.", size < FOLDER_SIZE ? (int)size : 0, path);
    return slash != NULL ? slash + 1 : path;
}

static bool is_same_node(const char *a, const char *b)
{
    struct stat first;
    struct stat second;

    return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

/* Also of files that are not there yet. Devices may be named twice. */
static bool is_same_file(const char *a, const char *b)
{
    char folder_a[FOLDER_SIZE];
    char folder_b[FOLDER_SIZE];
    struct stat there;

    if (a == NULL || b == NULL || (stat(a, &there) == 0 && !S_ISREG(there.st_mode))) {
        return false;
    }
    return is_same_node(a, b) || (strcmp(split(a, folder_a), split(b, folder_b)) == 0 &&
                                  is_same_node(folder_a, folder_b));
}

/* The review list alone may be written over the decisions that were read. */
static const char *input_that_is(const cli_settings *settings, named_file output)
{
    for (size_t i = 0; i < settings->operands.count; i++) {
        if (is_same_file(settings->operands.items[i], output.path)) {
            return settings->operands.items[i];
        }
    }
    if (is_same_file(settings->mapping, output.path)) {
        return settings->mapping;
    }
    return strcmp(output.option, "--review") != 0 && is_same_file(settings->decisions, output.path)
               ? settings->decisions
               : NULL;
}

/* What a file says would count twice. */
static int check_inputs(const cli_settings *settings)
{
    const char *const *inputs = settings->operands.items;

    for (size_t i = 0; i < settings->operands.count; i++) {
        for (size_t j = 0; j < i; j++) {
            if (strcmp(inputs[i], inputs[j]) == 0 || is_same_file(inputs[i], inputs[j])) {
                cli_complain(settings->language, CLI_TEXT_INPUT_TWICE,
                             (const char *const[]){ inputs[j], inputs[i] });
                return CLI_USAGE;
            }
        }
    }
    return CLI_DONE;
}

/* Does the file's name end in one of these? */
static bool ends_in_any(const char *path, const char *const *endings, size_t count)
{
    size_t size = path != NULL ? strlen(path) : 0;

    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(endings[i]);
        if (size > length && strcasecmp(path + size - length, endings[i]) == 0) {
            return true;
        }
    }
    return false;
}

int cli_import_check_endings(const cli_settings *settings, const vcl_export_format *format)
{
    static const char *const of_others[] = { ".csv",  ".tsv",  ".xls",   ".ods",
                                             ".xlsx", ".json", ".jsonl", ".ndjson" };
    bool is_dataset = cli_import_gives_dataset(format);
    const char *stated = is_dataset ? ".json, .jsonl" : ".xlsx";
    const struct {
        named_file file;
        const char *const *wrong; /* endings that it must not have */
        size_t count;
        const char *right;
    } outputs[OUTPUTS] = { { { "--output", format->is_folder ? NULL : cli_output_path(settings) },
                             of_others,
                             is_dataset ? 5 : 4,
                             settings->format == NULL ? ".json, .jsonl, .xlsx" : stated },
                           { { "--log", settings->log }, of_others + 1, 7, ".csv" },
                           { { "--review", settings->review }, of_others + 1, 7, ".csv" } };

    for (size_t i = 0; i < OUTPUTS; i++) {
        const char *path = outputs[i].file.path;
        if (ends_in_any(path, outputs[i].wrong, outputs[i].count)) {
            cli_complain(settings->language, CLI_TEXT_OUTPUT_ENDING,
                         (const char *const[]){ outputs[i].file.option, path, outputs[i].right });
            return CLI_USAGE;
        }
    }
    return CLI_DONE;
}

static int check_outputs(const cli_settings *settings)
{
    const named_file outputs[OUTPUTS] = { { "--output", cli_output_path(settings) },
                                          { "--log", settings->log },
                                          { "--review", settings->review } };

    for (size_t i = 0; i < OUTPUTS; i++) {
        const char *input = input_that_is(settings, outputs[i]);
        if (input != NULL) {
            cli_complain(settings->language, CLI_TEXT_OUTPUT_IS_INPUT,
                         (const char *const[]){ outputs[i].option, input });
            return CLI_USAGE;
        }
        for (size_t j = 0; j < i; j++) {
            if (is_same_file(outputs[i].path, outputs[j].path)) {
                cli_complain(
                    settings->language, CLI_TEXT_OUTPUT_TWICE,
                    (const char *const[]){ outputs[j].option, outputs[i].option, outputs[i].path });
                return CLI_USAGE;
            }
        }
    }
    return CLI_DONE;
}

int cli_import_check_files(const cli_settings *settings)
{
    int status = check_inputs(settings);

    return status == CLI_DONE ? check_outputs(settings) : status;
}
