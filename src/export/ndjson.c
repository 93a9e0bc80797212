/* NDJSON (JSON Lines): one row a line, {"table": "unlinked", …its columns}; for streams. */
#include "export/exporter.h"

#include "base/try.h"
#include "export/rowjson.h"

static json_t *line_of(const vcl_table *table, size_t row)
{
    json_t *object = json_object();
    json_t *name = vcl_rowjson_string(vcl_table_name(table));

    if (json_object_set_new(object, "table", name) != 0 ||
        vcl_rowjson_set_row(object, table, row) != 0) {
        json_decref(object);
        return NULL;
    }
    return object;
}

static vcl_status write_table(const vcl_table *table, size_t count, vcl_output *output,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text line = { 0 };

    for (size_t i = 0; i < count; i++) {
        vcl_text_clear(&line);
        TRY(vcl_rowjson_add(&line, line_of(table, i), err));
        vcl_text_add_byte(&line, '\n');
        TRY(vcl_text_status(&line, err));
        vcl_output_write(output, (vcl_slice){ line.bytes, line.size });
    }
done:
    vcl_text_release(&line);
    return status;
}

vcl_status vcl_write_ndjson(const vcl_result *result, const vcl_export_options *options,
                            vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (size_t i = 0; i < vcl_result_table_count(result); i++) {
        const vcl_table *table = vcl_result_table(result, i);
        TRY(write_table(table, vcl_exporter_rows(table, options), output, err));
    }
done:
    return status;
}
