/* The data of a report, column by column: names of columns stand once, not in every row. */
#include "export/html_data.h"

#include <math.h>

#include "base/error.h"
#include "base/try.h"
#include "export/html_escape.h"
#include "export/html_words.h"
#include "model/regions.h"
#include "model/table.h"

static void add_string(vcl_text *out, const char *text)
{
    if (text == NULL) {
        vcl_text_add(out, "null");
    } else {
        vcl_html_add_string(out, vcl_slice_of(text));
    }
}

/* `"key":"text"` after `lead`. */
static void add_member(vcl_text *out, const char *lead, const char *key, const char *text)
{
    vcl_text_add(out, lead);
    add_string(out, key);
    vcl_text_add_byte(out, ':');
    add_string(out, text);
}

static void add_strings(vcl_text *out, const char *const *items, size_t count)
{
    vcl_text_add_byte(out, '[');
    for (size_t i = 0; i < count; i++) {
        vcl_text_add(out, i == 0 ? "" : ",");
        add_string(out, items[i]);
    }
    vcl_text_add_byte(out, ']');
}

/* Labels by vcl_language. */
static void add_pair(vcl_text *out, const char *key, const char *const labels[2])
{
    add_string(out, key);
    vcl_text_add_byte(out, ':');
    add_strings(out, labels, 2);
}

static void add_head(vcl_text *out, const vcl_result *result, vcl_language language)
{
    add_member(out, "{", "language", language == VCL_VIETNAMESE ? "vi" : "en");
    add_member(out, ",\n\"dataset\":{", "name", result->dataset_name);
    add_member(out, ",", "as_of", result->dataset_as_of);
    add_member(out, ",", "currency", result->dataset_currency);
    add_member(out, ",", "source", result->dataset_source);
    add_member(out, "},\n\"tool\":{", "name", "vclink");
    add_member(out, ",", "version", vcl_version());
    add_member(out, ",", "igraph", vcl_igraph_version());
    add_member(out, "},\n\"options\":{", "as_of", result->option_as_of);
    vcl_text_add(out, ",\"without\":");
    add_strings(out, result->without, result->without_count);
    vcl_text_add(out, "},\n\"organisations_only\":");
    vcl_text_add(out, result->organisations_only ? "true" : "false");
}

static void add_words(vcl_text *out, const vcl_array *words,
                      const char *(*label)(const char *, vcl_language))
{
    vcl_text_add_byte(out, '{');
    for (size_t i = 0; i < words->count; i++) {
        const char *word = ((const char *const *)words->items)[i];
        const char *labels[] = { label(word, VCL_ENGLISH), label(word, VCL_VIETNAMESE) };
        vcl_text_add(out, i == 0 ? "" : ",");
        add_pair(out, word, labels);
    }
    vcl_text_add_byte(out, '}');
}

static vcl_status add_all_words(vcl_text *out, const vcl_result *result, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_array terms = { .item_size = sizeof(const char *) };
    vcl_array units = { .item_size = sizeof(const char *) };

    TRY(vcl_html_terms(&terms, result, err));
    TRY(vcl_html_units(&units, result, err));
    vcl_text_add(out, ",\n\"terms\":");
    add_words(out, &terms, vcl_term_label);
    vcl_text_add(out, ",\n\"units\":");
    add_words(out, &units, vcl_unit_label);
done:
    vcl_array_release(&terms);
    vcl_array_release(&units);
    return status;
}

static void add_flags(vcl_text *out, unsigned flags)
{
    static const char *const names[] = { "rate", "total", "rank", "key", "date" };
    const char *set[sizeof names / sizeof names[0]];
    size_t count = 0;

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if ((flags >> i & 1U) != 0) {
            set[count++] = names[i];
        }
    }
    add_strings(out, set, count);
}

static void add_column(vcl_text *out, const vcl_column *column)
{
    bool is_term = column->type == VCL_TERM; /* which the page shows by its label */

    add_member(out, "{", "name", column->name);
    add_member(out, ",", "type", is_term ? "term" : vcl_type_name(column->type));
    add_member(out, ",", "unit", column->unit);
    vcl_text_add(out, ",\"flags\":");
    add_flags(out, column->flags);
    vcl_text_add_byte(out, ',');
    add_pair(out, "label", column->label);
    vcl_text_add_byte(out, ',');
    add_pair(out, "description", column->description);
    vcl_text_add_byte(out, '}');
}

static void add_value(vcl_text *out, const vcl_value *value, vcl_type type)
{
    if (value->is_null || (type == VCL_REAL && !isfinite(value->real))) {
        vcl_text_add(out, "null");
        return;
    }
    switch (type) {
    case VCL_INTEGER:
        vcl_text_add_integer(out, value->integer);
        break;
    case VCL_REAL:
        vcl_text_add_real(out, value->real);
        break;
    case VCL_TEXT:
    case VCL_TERM:
        add_string(out, value->text);
        break;
    case VCL_LIST:
        add_strings(out, value->list.items, value->list.count);
        break;
    case VCL_BOOLEAN:
        vcl_text_add(out, value->boolean ? "true" : "false");
        break;
    }
}

static void add_values(vcl_text *out, const vcl_table *table, size_t column, size_t rows)
{
    vcl_type type = vcl_table_column(table, column)->type;

    vcl_text_add_byte(out, '[');
    for (size_t i = 0; i < rows; i++) {
        vcl_text_add(out, i == 0 ? "" : ",");
        add_value(out, vcl_table_row(table, i) + column, type);
    }
    vcl_text_add_byte(out, ']');
}

static vcl_status write_table(const vcl_table *table, size_t rows, vcl_output *output,
                              vcl_text *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const char *titles[] = { vcl_table_title(table, VCL_ENGLISH),
                             vcl_table_title(table, VCL_VIETNAMESE) };

    add_string(out, vcl_table_name(table));
    vcl_text_add(out, ":{");
    add_pair(out, "title", titles);
    vcl_text_add(out, ",\"columns\":[");
    for (size_t i = 0; i < vcl_table_column_count(table); i++) {
        vcl_text_add(out, i == 0 ? "\n" : ",\n");
        add_column(out, vcl_table_column(table, i));
    }
    vcl_text_add(out, "],\n\"values\":[");
    for (size_t i = 0; i < vcl_table_column_count(table); i++) {
        vcl_text_add(out, i == 0 ? "\n" : ",\n");
        add_values(out, table, i, rows);
        TRY(vcl_output_flush(output, out, err));
    }
    vcl_text_add(out, "]}");
done:
    return status;
}

static void add_ring(vcl_text *out, const vcl_point *points, size_t count)
{
    vcl_text_add_byte(out, '[');
    for (size_t i = 0; i < count; i++) {
        vcl_text_add(out, i == 0 ? "[" : ",[");
        vcl_text_add_real(out, points[i].longitude);
        vcl_text_add_byte(out, ',');
        vcl_text_add_real(out, points[i].latitude);
        vcl_text_add_byte(out, ']');
    }
    vcl_text_add_byte(out, ']');
}

static void add_region(vcl_text *out, const vcl_regions *regions, const vcl_region *region)
{
    const vcl_ring *rings = regions->rings.items;
    const vcl_point *points = regions->points.items;

    add_member(out, "{", "place", region->place);
    vcl_text_add(out, ",\"rings\":[");
    for (uint32_t i = 0; i < region->count; i++) {
        const vcl_ring *ring = rings + region->first + i;
        vcl_text_add(out, i == 0 ? "" : ",");
        add_ring(out, points + ring->first, ring->count);
    }
    vcl_text_add(out, "]}");
}

static vcl_status write_regions(const vcl_regions *regions, vcl_output *output, vcl_text *out,
                                vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_region *items = regions != NULL ? regions->regions.items : NULL;

    if (regions == NULL) {
        vcl_text_add(out, "null");
        return VCL_OK;
    }
    vcl_text_add_byte(out, '[');
    for (size_t i = 0; i < regions->regions.count; i++) {
        vcl_text_add(out, i == 0 ? "\n" : ",\n");
        add_region(out, regions, items + i);
        TRY(vcl_output_flush(output, out, err));
    }
    vcl_text_add_byte(out, ']');
done:
    return status;
}

vcl_status vcl_html_write_data(const vcl_result *result, const vcl_export_options *options,
                               vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text out = { 0 };

    add_head(&out, result, options->language);
    TRY(add_all_words(&out, result, err));
    vcl_text_add(&out, ",\n\"tables\":{");
    for (size_t i = 0; i < vcl_result_table_count(result); i++) {
        const vcl_table *table = vcl_result_table(result, i);
        vcl_text_add(&out, i == 0 ? "\n" : ",\n");
        TRY(write_table(table, vcl_exporter_rows(table, options), output, &out, err));
    }
    vcl_text_add(&out, "},\n\"regions\":");
    TRY(write_regions(options->regions, output, &out, err));
    vcl_text_add(&out, "}");
    TRY(vcl_output_flush(output, &out, err));
done:
    vcl_text_release(&out);
    return status;
}
