/* What vclink import writes. */
#include "cli/import_format.h"

#include <string.h>

/* Beside these, the library has formats of the same endings for its figures. */
static const struct {
    const char *name;
    const char *endings; /* separated by blanks */
    bool is_dataset;
} formats[] = {
    { "dataset", "json", true },
    { "datalines", "jsonl ndjson", true },
    { "registers", "xlsx", false },
    { "registers-csv", "", false },
};

enum { FORMATS = sizeof formats / sizeof formats[0] };

const char *cli_import_format(size_t index)
{
    return index < FORMATS ? formats[index].name : NULL;
}

static bool is_among(const char *words, const char *word)
{
    size_t size = strlen(word);

    while (*words != '\0') {
        size_t length = strcspn(words, " ");
        if (length == size && strncmp(words, word, size) == 0) {
            return true;
        }
        words += length + strspn(words + length, " ");
    }
    return false;
}

const vcl_export_format *cli_import_format_of(const char *word, const char *path)
{
    const char *dot = path != NULL ? strrchr(path, '.') : NULL;
    const char *name = word != NULL ? word : formats[0].name;

    for (size_t i = 0; word == NULL && dot != NULL && i < FORMATS; i++) {
        if (is_among(formats[i].endings, dot + 1)) {
            name = formats[i].name;
        }
    }
    return vcl_export_find(VCL_USE_NETWORK, name);
}

bool cli_import_gives_dataset(const vcl_export_format *format)
{
    for (size_t i = 0; i < FORMATS; i++) {
        if (strcmp(formats[i].name, format->name) == 0) {
            return formats[i].is_dataset;
        }
    }
    return false;
}
