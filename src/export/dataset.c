/* A dataset as stated: in the form in which a dataset of ours is kept, a document with a record a
 * line, or JSON Lines. What holds anyway is left out, numbers have all of their digits, records and
 * keys stand in one order: the same chain gives the same bytes, wherever its tables come from. */
#include "export/exporter.h"

#include <string.h>

#include "base/try.h"
#include "export/handled.h"
#include "export/network.h"
#include "export/ordered.h"
#include "export/register_rows.h"
#include "export/rowjson.h"

/* Names in a document and in a line, by vcl_records; NULL for what stands within actors. */
static const char *const names[VCL_RECORDS_COUNT][2] = {
    [VCL_RECORDS_PRODUCTS] = { "products", "product" },
    [VCL_RECORDS_PLACES] = { "places", "place" },
    [VCL_RECORDS_ACTORS] = { "nodes", "node" },
    [VCL_RECORDS_DEALS] = { "links", "link" },
};

struct writer {
    const vcl_result *result;
    vcl_output *output;
    vcl_handled handled;
    vcl_text line;
    bool as_lines;
};

/* A link's one product stands under "product". */
static vcl_status add_link_products(vcl_text *line, const vcl_value *products, vcl_error *err)
{
    const vcl_value only = { .text = products->list.items[0] };

    return products->list.count == 1
               ? vcl_rowjson_add_member(line, "product", &only, VCL_TEXT, true, err)
               : vcl_rowjson_add_member(line, "products", products, VCL_LIST, true, err);
}

static vcl_status add_actor_products(struct writer *writer, const vcl_value *row, vcl_error *err)
{
    const char *id = row[VCL_ACTOR_ID].text;

    if (vcl_handled_count(&writer->handled, id) == 0) {
        return VCL_OK;
    }
    vcl_text_add(&writer->line, ", \"products\": ");
    return vcl_handled_add(&writer->line, &writer->handled, id, true, err);
}

static vcl_status add_record(struct writer *writer, vcl_records number, const vcl_value *row,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_table_kind *kind = &vcl_record_kinds[number];

    vcl_text_add_byte(&writer->line, '{');
    for (size_t i = 0; i < kind->column_count; i++) {
        const vcl_column *column = kind->columns[i];
        if (number == VCL_RECORDS_ACTORS && i == VCL_ACTOR_PRODUCTS) {
            TRY(add_actor_products(writer, row, err));
        } else if (!vcl_network_has(row + i, column->type)) {
            continue;
        } else if (number == VCL_RECORDS_DEALS && i == VCL_DEAL_PRODUCTS) {
            TRY(add_link_products(&writer->line, row + i, err));
        } else {
            TRY(vcl_rowjson_add_member(&writer->line, column->name, row + i, column->type, true,
                                       err));
        }
    }
    vcl_text_add_byte(&writer->line, '}');
done:
    return status;
}

/* Around each record, and around all of them: in a document they are a list. */
static vcl_status write_records(struct writer *writer, vcl_records number, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_ordered rows = { 0 };
    vcl_text *line = &writer->line;

    TRY(vcl_ordered_init(&rows, writer->result, number, err));
    if (!writer->as_lines) {
        vcl_text_add(line, ",\n\"");
        vcl_text_add(line, names[number][0]);
        vcl_text_add(line, "\": [");
    }
    for (size_t i = 0; i < rows.count; i++) {
        vcl_text_add(line, writer->as_lines ? "{\"" : i == 0 ? "\n" : ",\n");
        vcl_text_add(line, writer->as_lines ? names[number][1] : "");
        vcl_text_add(line, writer->as_lines ? "\": " : "");
        TRY(add_record(writer, number, rows.rows[i], err));
        vcl_text_add(line, writer->as_lines ? "}\n" : "");
        TRY(vcl_output_flush(writer->output, line, err));
    }
    if (!writer->as_lines) {
        vcl_text_add(line, rows.count > 0 ? "\n]" : "]");
    }
    TRY(vcl_output_flush(writer->output, line, err));
done:
    vcl_ordered_release(&rows);
    return status;
}

/* name, as_of, currency, source: what is known of the dataset as a whole. */
static vcl_status add_graph(struct writer *writer, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const char *const known[][2] = {
        { "name", writer->result->dataset_name },
        { "as_of", vcl_network_as_of(writer->result) },
        { "currency", writer->result->dataset_currency },
        { "source", writer->result->dataset_source },
    };

    vcl_text_add(&writer->line, "{");
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const vcl_value value = { .text = known[i][1] };
        if (value.text != NULL) {
            TRY(vcl_rowjson_add_member(&writer->line, known[i][0], &value, VCL_TEXT, true, err));
        }
    }
    vcl_text_add(&writer->line, "}");
done:
    return status;
}

static vcl_status write_dataset(struct writer *writer, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_handled_init(&writer->handled, writer->result, err));
    vcl_text_add(&writer->line, writer->as_lines
                                    ? "{\"graph\": "
                                    : "{\"format\": \"vclink\", \"version\": 1, \"directed\": "
                                      "true, \"multigraph\": true,\n\"graph\": ");
    TRY(add_graph(writer, err));
    vcl_text_add(&writer->line, writer->as_lines ? "}\n" : "");
    for (vcl_records i = 0; i < VCL_RECORDS_COUNT; i++) {
        if (names[i][0] != NULL) {
            TRY(write_records(writer, i, err));
        }
    }
    vcl_text_add(&writer->line, writer->as_lines ? "" : "}\n");
    TRY(vcl_output_flush(writer->output, &writer->line, err));
done:
    return status;
}

static vcl_status write_as(const vcl_result *result, bool as_lines, vcl_output *output,
                           vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct writer writer = { .result = result, .output = output, .as_lines = as_lines };

    TRY(vcl_registers_check(result, err));
    TRY(write_dataset(&writer, err));
done:
    vcl_text_release(&writer.line);
    vcl_handled_release(&writer.handled);
    return status;
}

vcl_status vcl_write_dataset(const vcl_result *result, const vcl_export_options *options,
                             vcl_output *output, vcl_error *err)
{
    (void)options;
    return write_as(result, false, output, err);
}

vcl_status vcl_write_datalines(const vcl_result *result, const vcl_export_options *options,
                               vcl_output *output, vcl_error *err)
{
    (void)options;
    return write_as(result, true, output, err);
}
