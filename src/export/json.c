/* JSON: one document with what the figures were computed from, the tables, and the meaning of every
 * column. Rows stand one a line, so that two versions can be compared with `diff`; the tables are
 * written some rows at a time, by several threads, never held as one tree. The same in every language
 * and locale, and by any number of threads. */
#include "export/exporter.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/parallel.h"
#include "base/try.h"
#include "export/rowjson.h"
#include "model/table.h"

#define FORMAT "vclink-metrics"
enum { format_version = 1 };

static void write_text(vcl_output *output, const char *text)
{
    vcl_output_write(output, vcl_slice_of(text));
}

static json_t *dataset_of(const vcl_result *result)
{
    return json_pack("{s:o, s:o}", "name", vcl_rowjson_string(result->dataset_name), "as_of",
                     vcl_rowjson_string(result->dataset_as_of));
}

static json_t *tool_of(void)
{
    return json_pack("{s:s, s:s, s:s}", "name", "vclink", "version", vcl_version(), "igraph",
                     vcl_igraph_version());
}

/* Only what changes figures. */
static json_t *options_of(const vcl_result *result)
{
    json_t *without = json_array();

    for (size_t i = 0; i < result->without_count; i++) {
        if (json_array_append_new(without, vcl_rowjson_string(result->without[i])) != 0) {
            json_decref(without);
            return NULL;
        }
    }
    return json_pack("{s:o, s:o}", "as_of", vcl_rowjson_string(result->option_as_of), "without",
                     without);
}

static vcl_status write_head(const vcl_result *result, vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;

    write_text(output, "{\n  \"format\": \"" FORMAT "\",\n");
    TRY(vcl_rowjson_write(output, "  \"version\": ", json_integer(format_version), err));
    TRY(vcl_rowjson_write(output, ",\n  \"dataset\": ", dataset_of(result), err));
    TRY(vcl_rowjson_write(output, ",\n  \"tool\": ", tool_of(), err));
    TRY(vcl_rowjson_write(output, ",\n  \"options\": ", options_of(result), err));
done:
    return status;
}

static json_t *schema_of(const vcl_table *table, size_t index)
{
    const vcl_column *column = vcl_table_column(table, index);

    return json_pack("{s:s, s:s, s:s, s:s}", "name", column->name, "type",
                     vcl_type_name(column->type), "unit", column->unit, "description",
                     column->description[VCL_ENGLISH]);
}

/* `"name": [`. */
static vcl_status begin_array(vcl_output *output, const vcl_table *table, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_rowjson_write(output, "    ", vcl_rowjson_string(vcl_table_name(table)), err));
    write_text(output, ": [");
done:
    return status;
}

static void end_array(vcl_output *output, size_t count)
{
    write_text(output, count == 0 ? "]" : "\n    ]");
}

static const char *lead_of(size_t index)
{
    return index == 0 ? "\n      " : ",\n      ";
}

/* The rows of a table, a piece at a time. */
struct writing {
    vcl_rowjson_rows rows;
    size_t count;
    vcl_output *output;
    struct page *pages; /* by worker */
    vcl_status status; /* of the first piece that failed */
    vcl_error *err;
};

/* A piece that is written. */
struct page {
    vcl_text text;
    vcl_status status;
    vcl_error err;
};

enum { ROWS_OF_PIECE = 1 << 11 };

static void write_piece(void *context, uint32_t worker, uint32_t piece)
{
    struct writing *writing = context;
    struct page *page = writing->pages + worker;
    size_t first = (size_t)piece * ROWS_OF_PIECE;
    size_t left = writing->count - first;

    vcl_text_clear(&page->text);
    for (size_t i = first; i - first < left && i - first < ROWS_OF_PIECE; i++) {
        vcl_text_add(&page->text, lead_of(i));
        page->status = vcl_rowjson_add_row(&page->text, &writing->rows, i, &page->err);
        if (page->status != VCL_OK) {
            return;
        }
    }
}

static void take_piece(void *context, uint32_t worker, uint32_t piece)
{
    struct writing *writing = context;
    const struct page *page = writing->pages + worker;

    (void)piece;
    if (writing->status != VCL_OK) {
        return;
    }
    writing->status = page->status;
    if (page->status != VCL_OK && writing->err != NULL) {
        *writing->err = page->err;
    }
    vcl_output_write(writing->output, (vcl_slice){ page->text.bytes, page->text.size });
}

static vcl_status write_table(const vcl_table *table, size_t count, unsigned threads,
                              vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct writing writing = { .count = count, .output = output, .err = err };
    vcl_parallel parallel = { .context = &writing, .work = write_piece, .take = take_piece };
    uint32_t workers = vcl_parallel_threads(threads);

    TRY(begin_array(output, table, err));
    TRY(vcl_rowjson_rows_init(&writing.rows, table, false, err));
    TRY(vcl_alloc(&writing.pages, workers, sizeof *writing.pages, err));
    parallel.pieces = (uint32_t)((count + ROWS_OF_PIECE - 1) / ROWS_OF_PIECE);
    vcl_parallel_run(&parallel, workers);
    TRY(writing.status);
    end_array(output, count);
done:
    for (uint32_t i = 0; writing.pages != NULL && i < workers; i++) {
        vcl_text_release(&writing.pages[i].text);
    }
    free(writing.pages);
    vcl_rowjson_rows_release(&writing.rows);
    return status;
}

static vcl_status write_tables(const vcl_result *result, const vcl_export_options *options,
                               vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (size_t i = 0; i < vcl_result_table_count(result); i++) {
        const vcl_table *table = vcl_result_table(result, i);
        write_text(output, i == 0 ? "\n" : ",\n");
        TRY(write_table(table, vcl_exporter_rows(table, options), options->threads, output, err));
    }
done:
    return status;
}

/* What describes its columns. */
static vcl_status write_columns(const vcl_table *table, vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t count = vcl_table_column_count(table);

    TRY(begin_array(output, table, err));
    for (size_t i = 0; i < count; i++) {
        TRY(vcl_rowjson_write(output, lead_of(i), schema_of(table, i), err));
    }
    end_array(output, count);
done:
    return status;
}

static vcl_status write_schema(const vcl_result *result, vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (size_t i = 0; i < vcl_result_table_count(result); i++) {
        const vcl_table *table = vcl_result_table(result, i);
        write_text(output, i == 0 ? "\n" : ",\n");
        TRY(write_columns(table, output, err));
    }
done:
    return status;
}

vcl_status vcl_write_json(const vcl_result *result, const vcl_export_options *options,
                          vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(write_head(result, output, err));
    write_text(output, ",\n  \"tables\": {");
    TRY(write_tables(result, options, output, err));
    write_text(output, "\n  },\n  \"schema\": {");
    TRY(write_schema(result, output, err));
    write_text(output, "\n  }\n}\n");
done:
    return status;
}
