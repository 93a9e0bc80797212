/* Where a cell stands, as spreadsheet programs write it. */
#include <stdlib.h>
#include <string.h>

#include "sheet/sheet.h"

void vcl_sheet_add_column(vcl_text *out, uint32_t column)
{
    char letters[8];
    size_t begin = sizeof letters;

    for (; column > 0; column = (column - 1) / 26) {
        letters[--begin] = (char)('A' + (column - 1) % 26);
    }
    vcl_text_add_slice(out, (vcl_slice){ letters + begin, sizeof letters - begin });
}

/* A name of other characters than these stands in quotes. */
static bool is_plain(const char *name)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_";

    return name[0] != '\0' && name[strspn(name, plain)] == '\0';
}

static void add_name(vcl_text *out, const char *name)
{
    if (is_plain(name)) {
        vcl_text_add(out, name);
        return;
    }
    vcl_text_add_byte(out, '\'');
    for (; *name != '\0'; name++) {
        if (*name == '\'') {
            vcl_text_add_byte(out, '\'');
        }
        vcl_text_add_byte(out, *name);
    }
    vcl_text_add_byte(out, '\'');
}

void vcl_sheet_add_place(vcl_text *out, const vcl_sheet *sheet, uint32_t row, uint32_t column)
{
    add_name(out, sheet->name);
    if (row > 0 || column > 0) {
        vcl_text_add_byte(out, '!');
    }
    vcl_sheet_add_column(out, column);
    if (row > 0) {
        vcl_text_add_integer(out, row);
    }
}
