/* CSV (RFC 4180): one table, a header line of column names, LF, UTF-8. Null and the empty list are
 * empty, lists are joined with ";", rates are fractions, reals have 12 significant digits. Texts
 * are defused for spreadsheets (vcl_escape_csv); numbers never need it. */
#include "export/csv.h"

#include <math.h>

#include "base/error.h"
#include "base/try.h"
#include "export/escape.h"

static const char byte_order_mark[] = "\xEF\xBB\xBF";

/* The names of the tables, and the file in an example of what to type. */
static vcl_status fail_table_count(const vcl_result *result, const vcl_export_options *options,
                                   vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text names = { 0 };

    for (size_t i = 0; i < vcl_result_table_count(result); i++) {
        vcl_text_add(&names, i == 0 ? "" : ", ");
        vcl_text_add(&names, vcl_table_name(vcl_result_table(result, i)));
    }
    TRY(vcl_text_status(&names, err));
    status = vcl_fail(err, VCL_ERROR_USAGE, VCL_MSG_CSV_ONE_TABLE, vcl_text_bytes(&names),
                      options->source != NULL ? options->source : "FILE");
done:
    vcl_text_release(&names);
    return status;
}

/* Each item is defused, for "a;=1+1" is two cells to a spreadsheet that splits at ";". */
static void add_list(vcl_text *line, const vcl_value *value, char separator)
{
    vcl_text joined = { 0 };

    for (size_t i = 0; i < value->list.count; i++) {
        vcl_slice item = vcl_slice_of(value->list.items[i]);
        vcl_text_add(&joined, i == 0 ? "" : ";");
        vcl_text_add(&joined, i > 0 && vcl_escape_is_formula(item) ? "'" : "");
        vcl_text_add_slice(&joined, item);
    }
    vcl_escape_csv(line, (vcl_slice){ vcl_text_bytes(&joined), joined.size }, separator);
    line->failed = line->failed || joined.failed;
    vcl_text_release(&joined);
}

static void add_value(vcl_text *line, const vcl_value *value, vcl_type type, char separator)
{
    if (value->is_null || (type == VCL_REAL && !isfinite(value->real))) {
        return;
    }
    switch (type) {
    case VCL_INTEGER:
        vcl_text_add_integer(line, value->integer);
        break;
    case VCL_REAL:
        vcl_text_add_real(line, value->real == 0.0 ? 0.0 : value->real);
        break;
    case VCL_LIST:
        add_list(line, value, separator);
        break;
    case VCL_BOOLEAN:
        vcl_text_add(line, value->boolean ? "true" : "false");
        break;
    case VCL_TEXT:
    case VCL_TERM:
        vcl_escape_csv(line, vcl_slice_of(value->text), separator);
        break;
    }
}

static void add_header(vcl_text *line, const vcl_table *table, char separator)
{
    for (size_t i = 0; i < vcl_table_column_count(table); i++) {
        if (i > 0) {
            vcl_text_add_byte(line, separator);
        }
        vcl_text_add(line, vcl_table_column(table, i)->name);
    }
    vcl_text_add_byte(line, '\n');
}

static void add_row(vcl_text *line, const vcl_table *table, size_t row, char separator)
{
    const vcl_value *values = vcl_table_row(table, row);

    for (size_t i = 0; i < vcl_table_column_count(table); i++) {
        if (i > 0) {
            vcl_text_add_byte(line, separator);
        }
        add_value(line, &values[i], vcl_table_column(table, i)->type, separator);
    }
    vcl_text_add_byte(line, '\n');
}

static vcl_status write_rows(const vcl_table *table, size_t count, char separator,
                             vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text line = { 0 };

    add_header(&line, table, separator);
    TRY(vcl_output_flush(output, &line, err));
    for (size_t i = 0; i < count; i++) {
        add_row(&line, table, i, separator);
        TRY(vcl_output_flush(output, &line, err));
    }
done:
    vcl_text_release(&line);
    return status;
}

vcl_status vcl_csv_write(const vcl_table *table, const vcl_export_options *options,
                         vcl_output *output, vcl_error *err)
{
    if (options->byte_order_mark) {
        vcl_output_write(output, vcl_slice_of(byte_order_mark));
    }
    return write_rows(table, vcl_exporter_rows(table, options),
                      options->separator != '\0' ? options->separator : ',', output, err);
}

vcl_status vcl_write_csv(const vcl_result *result, const vcl_export_options *options,
                         vcl_output *output, vcl_error *err)
{
    if (vcl_result_table_count(result) != 1) {
        return fail_table_count(result, options, err);
    }
    return vcl_csv_write(vcl_result_table(result, 0), options, output, err);
}
