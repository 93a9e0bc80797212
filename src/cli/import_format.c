/* What vclink import writes. */
#include "cli/import_format.h"

#include <string.h>

const char *cli_import_format(size_t index)
{
    static const char *const names[] = { "dataset", "datalines", "registers", "registers-csv",
                                         NULL };

    return names[index];
}

/* Is `ending` among those of a format, which spaces separate? */
static bool has_ending(const vcl_export_format *format, const char *ending)
{
    size_t size = strlen(ending);
    const char *at = format->endings;

    while (*at != '\0') {
        size_t length = strcspn(at, " ");
        if (length == size && strncmp(at, ending, size) == 0) {
            return true;
        }
        at += length + strspn(at + length, " ");
    }
    return false;
}

const vcl_export_format *cli_import_format_of(const char *word, const char *path)
{
    const char *dot = path != NULL ? strrchr(path, '.') : NULL;

    if (word != NULL) {
        return vcl_export_find(VCL_USE_NETWORK, word);
    }
    for (size_t i = 0; dot != NULL && cli_import_format(i) != NULL; i++) {
        const vcl_export_format *format = vcl_export_find(VCL_USE_NETWORK, cli_import_format(i));
        if (has_ending(format, dot + 1)) {
            return format;
        }
    }
    return vcl_export_find(VCL_USE_NETWORK, cli_import_format(0));
}

bool cli_import_gives_dataset(const vcl_export_format *format)
{
    return strcmp(format->name, "dataset") == 0 || strcmp(format->name, "datalines") == 0;
}
