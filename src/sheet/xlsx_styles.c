/* How the styles of a workbook show numbers: number formats, built in (ECMA-376, 18.8.30) and the
 * workbook's own. */
#include "sheet/xlsx_styles.h"

#include <string.h>

#include "base/try.h"

/* What of a date stands in a format. */
typedef struct letters {
    bool day, month, year, hour, second, percent, text;
} letters;

/* Elapsed hours, minutes or seconds: "[hh]", other than a colour or a condition. */
static bool is_elapsed(const char *at)
{
    size_t size = strspn(at + 1, "hHmMsS");

    return size > 0 && at[size + 1] == ']';
}

/* What follows a quoted text, a bracket or an escaped character that begins at `at`; else `at`. */
static const char *pass_literal(const char *at)
{
    const char *end = NULL;

    if (*at == '"') {
        end = strchr(at + 1, '"');
    } else if (*at == '[' && !is_elapsed(at)) {
        end = strchr(at, ']');
    } else if ((*at == '\\' || *at == '_' || *at == '*') && at[1] != '\0') {
        end = at + 1;
    }
    return end != NULL ? end + 1 : at;
}

/* The first of the formats that semicolons part, which is that of numbers above zero. */
static letters letters_of(const char *at)
{
    letters found = { 0 };

    while (*at != '\0' && *at != ';') {
        const char *next = pass_literal(at);
        if (next != at) {
            at = next;
            continue;
        }
        char letter = *at++;
        found.day = found.day || letter == 'd' || letter == 'D';
        found.month = found.month || letter == 'm' || letter == 'M';
        found.year = found.year || letter == 'y' || letter == 'Y';
        found.hour = found.hour || letter == 'h' || letter == 'H';
        found.second = found.second || letter == 's' || letter == 'S';
        found.percent = found.percent || letter == '%';
        found.text = found.text || letter == '@';
    }
    return found;
}

vcl_xlsx_style vcl_xlsx_style_of_format(const char *format)
{
    letters found = letters_of(format);
    size_t zeros = strspn(format, "0");
    vcl_xlsx_style style = { .form = VCL_FORM_PLAIN };

    if (strncmp(format, "General", 7) == 0) {
        return style;
    }
    if (found.day || found.year || (found.month && !found.hour && !found.second)) {
        style.form = VCL_FORM_DATE;
    } else if (found.hour || found.second) {
        style.form = VCL_FORM_TIME;
    } else if (found.percent) {
        style.form = VCL_FORM_PERCENT;
    } else if (found.text) {
        style.form = VCL_FORM_TEXT;
    } else if (zeros > 1 && zeros <= 32 && format[zeros] == '\0') {
        style.form = VCL_FORM_TEXT;
        style.width = (uint8_t)zeros;
    }
    return style;
}

/* Those that no workbook writes out; 27 … 36 and 50 … 58 are dates of East Asia. */
static vcl_xlsx_style style_built_in(uint32_t id)
{
    bool is_date = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 ||
                   (id >= 50 && id <= 58);
    bool is_time = (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47);
    vcl_xlsx_style style = { .form = VCL_FORM_PLAIN };

    if (is_date) {
        style.form = VCL_FORM_DATE;
    } else if (is_time) {
        style.form = VCL_FORM_TIME;
    } else if (id == 9 || id == 10) {
        style.form = VCL_FORM_PERCENT;
    } else if (id == 49) {
        style.form = VCL_FORM_TEXT;
    }
    return style;
}

/* What stands at a format's number. */
typedef struct own_format {
    bool is_there;
    vcl_xlsx_style style;
} own_format;

typedef struct style_list {
    vcl_array formats; /* of own_format, by number */
    vcl_array *out;
    bool in_formats;
    bool in_cells;
} style_list;

static vcl_status add_format(style_list *styles, const char **attributes, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const char *code = vcl_xlsx_attribute(attributes, "formatCode");
    uint32_t id = 0;

    if (code == NULL ||
        !vcl_xlsx_integer(vcl_xlsx_attribute(attributes, "numFmtId"), UINT16_MAX, &id)) {
        return VCL_OK;
    }
    if (id >= styles->formats.count) {
        TRY(vcl_array_resize(&styles->formats, (size_t)id + 1, err));
    }
    ((own_format *)styles->formats.items)[id] =
        (own_format){ .is_there = true, .style = vcl_xlsx_style_of_format(code) };
done:
    return status;
}

static vcl_xlsx_style style_of(const style_list *styles, uint32_t id)
{
    const own_format *formats = styles->formats.items;

    return id < styles->formats.count && formats[id].is_there ? formats[id].style
                                                              : style_built_in(id);
}

static vcl_status begin_element(void *context, const char *name, const char **attributes,
                                vcl_error *err)
{
    style_list *styles = context;
    uint32_t id = 0;

    if (strcmp(name, "numFmts") == 0 || strcmp(name, "cellXfs") == 0) {
        styles->in_formats = name[0] == 'n';
        styles->in_cells = name[0] == 'c';
    } else if (strcmp(name, "numFmt") == 0 && styles->in_formats) {
        return add_format(styles, attributes, err);
    } else if (strcmp(name, "xf") == 0 && styles->in_cells) {
        (void)vcl_xlsx_integer(vcl_xlsx_attribute(attributes, "numFmtId"), UINT16_MAX, &id);
        vcl_xlsx_style style = style_of(styles, id);
        return vcl_array_add(styles->out, &style, err);
    }
    return VCL_OK;
}

static vcl_status end_element(void *context, const char *name, vcl_error *err)
{
    style_list *styles = context;

    (void)err;
    if (strcmp(name, "numFmts") == 0) {
        styles->in_formats = false;
    } else if (strcmp(name, "cellXfs") == 0) {
        styles->in_cells = false;
    }
    return VCL_OK;
}

vcl_status vcl_xlsx_read_styles(vcl_xlsx_archive *archive, const char *part, vcl_array *out,
                                vcl_error *err)
{
    static const vcl_xlsx_handlers handlers = { begin_element, end_element, NULL };
    style_list styles = { .out = out };

    vcl_array_init(&styles.formats, sizeof(own_format));
    vcl_status status = vcl_xlsx_walk(archive, part, &handlers, &styles, err);
    vcl_array_release(&styles.formats);
    return status;
}
