/* The formats of a workbook's cells: letters, ink and numbers, for light paper. */
#include <stdio.h>

#include "export/xlsx.h"

enum { ink = 0x1F2933, quiet_ink = 0x616E7C, heading_ink = 0x12395B, heading_fill = 0xDCE8F2 };
enum { line_ink = 0x9FB3C8, bad_ink = 0xA61B1B, link_ink = 0x1A5FB4 };
enum { paper = 0xFFFFFF, example_ink = 0x7B8794 };

static lxw_format *new_format(vcl_xlsx *xlsx)
{
    lxw_format *format = workbook_add_format(xlsx->book);

    if (format == NULL) {
        vcl_xlsx_note(xlsx, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return NULL;
    }
    format_set_font_name(format, "Arial"); /* has every Vietnamese letter, and is everywhere */
    format_set_font_size(format, 10);
    format_set_font_color(format, ink);
    return format;
}

/* Indented, so that it does not touch what stands to the right of it. */
static lxw_format *numbered(vcl_xlsx *xlsx, const char *number_format)
{
    lxw_format *format = new_format(xlsx);

    if (format != NULL) {
        format_set_num_format(format, number_format);
        format_set_align(format, LXW_ALIGN_RIGHT);
        format_set_indent(format, 1);
    }
    return format;
}

static lxw_format *texts(vcl_xlsx *xlsx)
{
    lxw_format *format = new_format(xlsx);

    if (format != NULL) {
        format_set_num_format(format, "@");
    }
    return format;
}

static lxw_format *total_of(lxw_format *format)
{
    if (format != NULL) {
        format_set_bold(format);
        format_set_top(format, LXW_BORDER_THIN);
        format_set_top_color(format, line_ink);
    }
    return format;
}

/* `indent` keeps what is aligned to the right clear of the filter's button. */
static lxw_format *heading(vcl_xlsx *xlsx, uint8_t align, uint8_t indent)
{
    lxw_format *format = new_format(xlsx);

    if (format != NULL) {
        format_set_bold(format);
        format_set_font_color(format, heading_ink);
        format_set_bg_color(format, heading_fill);
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_bottom_color(format, line_ink);
        format_set_text_wrap(format);
        format_set_align(format, align);
        format_set_indent(format, indent);
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    }
    return format;
}

static lxw_format *lettered(vcl_xlsx *xlsx, double size, bool bold, lxw_color_t color)
{
    lxw_format *format = new_format(xlsx);

    if (format != NULL) {
        format_set_font_size(format, size);
        format_set_font_color(format, color);
        if (bold) {
            format_set_bold(format);
        }
    }
    return format;
}

/* White letters: these headings are to be seen first. */
static lxw_format *key_heading(vcl_xlsx *xlsx)
{
    lxw_format *format = heading(xlsx, LXW_ALIGN_LEFT, 0);

    if (format != NULL) {
        format_set_font_color(format, paper);
        format_set_bg_color(format, heading_ink);
    }
    return format;
}

static lxw_format *example_of(lxw_format *format)
{
    if (format != NULL) {
        format_set_italic(format);
        format_set_font_color(format, example_ink);
    }
    return format;
}

static lxw_format *group(vcl_xlsx *xlsx)
{
    lxw_format *format = lettered(xlsx, 10, true, heading_ink);

    if (format != NULL) {
        format_set_bg_color(format, heading_fill);
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    }
    return format;
}

static void make_register_styles(vcl_xlsx *xlsx)
{
    static const char day[] = "dd/mm/yyyy";
    lxw_format **styles = xlsx->styles;

    styles[VCL_XLSX_KEY_HEADING] = key_heading(xlsx);
    styles[VCL_XLSX_DAY] = numbered(xlsx, day);
    styles[VCL_XLSX_GENERAL] = numbered(xlsx, "General");
    styles[VCL_XLSX_EXAMPLE] = example_of(texts(xlsx));
    styles[VCL_XLSX_EXAMPLE_NUMBER] = example_of(numbered(xlsx, "General"));
    styles[VCL_XLSX_EXAMPLE_DAY] = example_of(numbered(xlsx, day));
    styles[VCL_XLSX_GROUP] = group(xlsx);
}

/* #,##0.00 */
static void add_real_formats(vcl_xlsx *xlsx)
{
    char number_format[32];

    for (int i = 0; i < VCL_XLSX_DECIMALS; i++) {
        snprintf(number_format, sizeof number_format, "#,##0%s%.*s", i > 0 ? "." : "", i,
                 "000000000");
        xlsx->reals[i] = numbered(xlsx, number_format);
        xlsx->totals[i] = total_of(numbered(xlsx, number_format));
    }
}

void vcl_xlsx_make_styles(vcl_xlsx *xlsx)
{
    lxw_format **styles = xlsx->styles;

    add_real_formats(xlsx);
    make_register_styles(xlsx);
    styles[VCL_XLSX_PLAIN] = new_format(xlsx);
    styles[VCL_XLSX_ID] = texts(xlsx);
    styles[VCL_XLSX_INTEGER] = numbered(xlsx, "#,##0");
    styles[VCL_XLSX_RANK] = numbered(xlsx, "0");
    styles[VCL_XLSX_RATE] = numbered(xlsx, "0.0%");
    styles[VCL_XLSX_DATE] =
        numbered(xlsx, xlsx->options->language == VCL_VIETNAMESE ? "dd/mm/yyyy" : "yyyy-mm-dd");
    styles[VCL_XLSX_BESIDE] = new_format(xlsx);
    styles[VCL_XLSX_PROSE] = new_format(xlsx);
    styles[VCL_XLSX_HEADING] = heading(xlsx, LXW_ALIGN_LEFT, 0);
    styles[VCL_XLSX_HEADING_RIGHT] = heading(xlsx, LXW_ALIGN_RIGHT, 2);
    styles[VCL_XLSX_TOTAL] = total_of(new_format(xlsx));
    styles[VCL_XLSX_TOTAL_INTEGER] = total_of(numbered(xlsx, "#,##0"));
    styles[VCL_XLSX_TITLE] = lettered(xlsx, 18, true, heading_ink);
    styles[VCL_XLSX_ANSWER] = lettered(xlsx, 14, true, bad_ink);
    styles[VCL_XLSX_SECTION] = lettered(xlsx, 12, true, heading_ink);
    styles[VCL_XLSX_ASIDE] = lettered(xlsx, 10, false, quiet_ink);
    styles[VCL_XLSX_LINK] = lettered(xlsx, 10, false, link_ink);
    if (styles[VCL_XLSX_PROSE] != NULL) {
        format_set_text_wrap(styles[VCL_XLSX_PROSE]);
        format_set_align(styles[VCL_XLSX_PROSE], LXW_ALIGN_VERTICAL_TOP);
    }
    if (styles[VCL_XLSX_BESIDE] != NULL) {
        format_set_indent(styles[VCL_XLSX_BESIDE], 1);
    }
}
