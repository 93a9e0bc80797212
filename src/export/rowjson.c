/* Rows as JSON objects: what is plain is written at once, the rest by jansson. */
#include "export/rowjson.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/try.h"
#include "base/unicode.h"
#include "export/escape.h"

enum { significant_digits = 12 };

static int append_bytes(const char *bytes, size_t size, void *text)
{
    vcl_text_add_slice(text, (vcl_slice){ bytes, size });
    return 0;
}

vcl_status vcl_rowjson_add(vcl_text *out, json_t *value, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text raw = { 0 };
    const size_t flags = JSON_REAL_PRECISION(significant_digits) | JSON_ENCODE_ANY;

    if (value == NULL || json_dump_callback(value, append_bytes, &raw, flags) != 0) {
        status = vcl_fail_memory(err);
        goto done;
    }
    TRY(vcl_text_status(&raw, err));
    vcl_escape_json(out, (vcl_slice){ raw.bytes, raw.size });
    TRY(vcl_text_status(out, err));
done:
    vcl_text_release(&raw);
    json_decref(value);
    return status;
}

vcl_status vcl_rowjson_write(vcl_output *output, const char *lead, json_t *value, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text line = { 0 };

    vcl_text_add(&line, lead);
    TRY(vcl_rowjson_add(&line, value, err));
    vcl_output_write(output, (vcl_slice){ line.bytes, line.size });
done:
    vcl_text_release(&line);
    return status;
}

json_t *vcl_rowjson_string(const char *text)
{
    vcl_text nfc = { 0 };
    json_t *string = NULL;

    if (text == NULL) {
        return json_null();
    }
    vcl_unicode_nfc(&nfc, vcl_slice_of(text));
    if (!nfc.failed) {
        string = json_stringn(vcl_text_bytes(&nfc), nfc.size);
    }
    vcl_text_release(&nfc);
    return string;
}

static json_t *list_of(const vcl_value *value)
{
    json_t *list = json_array();

    for (size_t i = 0; i < value->list.count; i++) {
        if (json_array_append_new(list, vcl_rowjson_string(value->list.items[i])) != 0) {
            json_decref(list);
            return NULL;
        }
    }
    return list;
}

/* Negative zero is written as 0; what is not finite is undefined. */
static json_t *real_of(double value)
{
    if (!isfinite(value)) {
        return json_null();
    }
    return json_real(value == 0.0 ? 0.0 : value);
}

json_t *vcl_rowjson_value(const vcl_value *value, vcl_type type)
{
    if (value->is_null) {
        return json_null();
    }
    switch (type) {
    case VCL_INTEGER:
        return json_integer(value->integer);
    case VCL_REAL:
        return real_of(value->real);
    case VCL_LIST:
        return list_of(value);
    case VCL_BOOLEAN:
        return json_boolean(value->boolean);
    case VCL_TEXT:
    case VCL_TERM:
        break;
    }
    return vcl_rowjson_string(value->text);
}

static int set_cell(json_t *object, const vcl_column *column, const vcl_value *value)
{
    return json_object_set_new_nocheck(object, column->name,
                                       vcl_rowjson_value(value, column->type));
}

int vcl_rowjson_set_row(json_t *object, const vcl_table *table, size_t row)
{
    const vcl_value *values = vcl_table_row(table, row);

    for (size_t i = 0; i < vcl_table_column_count(table); i++) {
        if (set_cell(object, vcl_table_column(table, i), &values[i]) != 0) {
            return -1;
        }
    }
    return 0;
}

int vcl_rowjson_set_known(json_t *object, const vcl_table *table, size_t row)
{
    const vcl_value *values = vcl_table_row(table, row);

    for (size_t i = 0; i < vcl_table_column_count(table); i++) {
        if (!values[i].is_null && set_cell(object, vcl_table_column(table, i), &values[i]) != 0) {
            return -1;
        }
    }
    return 0;
}

/* Would jansson write it between quotes as it is? So it does with letters of Vietnamese, U+00C0 to
 * U+01BF and U+1000 to U+1FFF, and with what ASCII can show. */
static bool is_plain(vcl_slice text)
{
    /* A bit for each byte, by its first digit; between letters and the rest of ASCII a branch would
     * be guessed wrong in every other word. */
    static const unsigned plain[16] = { 0,      0,      0xFFFB, 0xFFFF, 0xFFFF, 0xEFFF,
                                        0xFFFF, 0x7FFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF,
                                        0x0078, 0,      0x0002, 0 };
    unsigned all = 1;

    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];
        all &= plain[byte >> 4] >> (byte & 0xF);
    }
    return all != 0;
}

/* As jansson writes a real: it shows that it is one, and has no zeros before its exponent. False
 * where that is left to jansson. */
static bool add_real(vcl_text *out, double value)
{
    char digits[VCL_DECIMAL_SIZE];
    size_t size = vcl_decimal_of_real(value, digits);
    bool has_exponent = size > 4 && digits[size - 4] == 'e';

    if (has_exponent && digits[size - 2] == '0') {
        digits[size - 2] = digits[size - 1];
        size--;
    }
    vcl_text_add_slice(out, (vcl_slice){ digits, size });
    if (size > 0 && !has_exponent && memchr(digits, '.', size) == NULL) {
        vcl_text_add(out, ".0");
    }
    return size > 0;
}

vcl_status vcl_rowjson_add_string(vcl_text *out, const char *text, vcl_error *err)
{
    vcl_slice bytes = vcl_slice_of(text);

    if (!is_plain(bytes)) {
        return vcl_rowjson_add(out, vcl_rowjson_string(text), err);
    }
    vcl_text_add_byte(out, '"');
    vcl_text_add_slice(out, bytes);
    vcl_text_add_byte(out, '"');
    return VCL_OK;
}

static vcl_status add_list(vcl_text *out, const vcl_value *value, vcl_error *err)
{
    vcl_status status = VCL_OK;

    vcl_text_add_byte(out, '[');
    for (size_t i = 0; i < value->list.count; i++) {
        vcl_text_add(out, i > 0 ? ", " : "");
        TRY(vcl_rowjson_add_string(out, value->list.items[i], err));
    }
    vcl_text_add_byte(out, ']');
done:
    return status;
}

/* What jansson would write, at once where that is plain to see. */
static vcl_status add_value(vcl_text *out, const vcl_value *value, vcl_type type, vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (value->is_null) {
        vcl_text_add(out, "null");
    } else if (type == VCL_INTEGER) {
        vcl_text_add_integer(out, value->integer);
    } else if (type == VCL_TEXT || type == VCL_TERM) {
        TRY(vcl_rowjson_add_string(out, value->text, err));
    } else if (type == VCL_LIST) {
        TRY(add_list(out, value, err));
    } else if (type != VCL_REAL || !add_real(out, value->real)) {
        TRY(vcl_rowjson_add(out, vcl_rowjson_value(value, type), err));
    }
done:
    return status;
}

vcl_status vcl_rowjson_add_member(vcl_text *out, const char *key, const vcl_value *value,
                                  vcl_type type, bool exact, vcl_error *err)
{
    bool is_first = out->size > 0 && out->bytes[out->size - 1] == '{';

    vcl_text_add(out, is_first ? "\"" : ", \"");
    vcl_text_add(out, key);
    vcl_text_add(out, "\": ");
    if (exact && type == VCL_REAL && !value->is_null && isfinite(value->real)) {
        vcl_text_add_exact(out, value->real);
        return VCL_OK;
    }
    return add_value(out, value, type, err);
}

vcl_status vcl_rowjson_rows_init(vcl_rowjson_rows *rows, const vcl_table *table, bool named,
                                 vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t columns = vcl_table_column_count(table);

    *rows = (vcl_rowjson_rows){ .table = table };
    TRY(vcl_alloc(&rows->ends, columns, sizeof *rows->ends, err));
    vcl_text_add(&rows->leads, named ? "{\"table\": \"" : "{");
    vcl_text_add(&rows->leads, named ? vcl_table_name(table) : "");
    vcl_text_add(&rows->leads, named ? "\"" : "");
    for (size_t i = 0; i < columns; i++) {
        vcl_text_add(&rows->leads, i > 0 || named ? ", \"" : "\"");
        vcl_text_add(&rows->leads, vcl_table_column(table, i)->name);
        vcl_text_add(&rows->leads, "\": ");
        rows->ends[i] = rows->leads.size;
    }
    TRY(vcl_text_status(&rows->leads, err));
done:
    return status;
}

void vcl_rowjson_rows_release(vcl_rowjson_rows *rows)
{
    vcl_text_release(&rows->leads);
    free(rows->ends);
    *rows = (vcl_rowjson_rows){ 0 };
}

vcl_status vcl_rowjson_add_row(vcl_text *out, const vcl_rowjson_rows *rows, size_t row,
                               vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_value *values = vcl_table_row(rows->table, row);
    size_t begin = 0;

    for (size_t i = 0; i < vcl_table_column_count(rows->table); i++) {
        vcl_slice lead = { rows->leads.bytes + begin, rows->ends[i] - begin };
        vcl_text_add_slice(out, lead);
        TRY(add_value(out, values + i, vcl_table_column(rows->table, i)->type, err));
        begin = rows->ends[i];
    }
    vcl_text_add_byte(out, '}');
    TRY(vcl_text_status(out, err));
done:
    return status;
}
