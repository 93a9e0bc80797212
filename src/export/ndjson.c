/* NDJSON (JSON Lines): one row a line, {"table": "unlinked", …its columns}; for streams. */
#include "export/exporter.h"

#include "base/try.h"
#include "export/rowjson.h"

static vcl_status write_table(const vcl_table *table, size_t count, vcl_output *output,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text line = { 0 };
    vcl_rowjson_rows rows = { 0 };
    size_t column = 0;
    bool named = !vcl_table_find_column(table, "table", &column); /* else rows name theirs */

    TRY(vcl_rowjson_rows_init(&rows, table, named, err));
    for (size_t i = 0; i < count; i++) {
        vcl_text_clear(&line);
        TRY(vcl_rowjson_add_row(&line, &rows, i, err));
        vcl_text_add_byte(&line, '\n');
        TRY(vcl_text_status(&line, err));
        vcl_output_write(output, (vcl_slice){ line.bytes, line.size });
    }
done:
    vcl_rowjson_rows_release(&rows);
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
