/* export/rowjson: what is written at once is what jansson writes. */
#include "export/rowjson.h"

#include <math.h>
#include <string.h>

#include "model/table.h"
#include "support/assert.h"

static const vcl_column text_column = { .name = "text", .type = VCL_TEXT };
static const vcl_column real_column = { .name = "real", .type = VCL_REAL };
static const vcl_column count_column = { .name = "count", .type = VCL_INTEGER };
static const vcl_column *const columns[] = { &text_column, &real_column, &count_column };
static const vcl_table_kind kind = { .name = "made", .columns = columns, .column_count = 3 };

/* A row by jansson alone, after the name of its table. */
static void add_expected(vcl_text *out, const char *text, double real, int64_t count)
{
    json_t *object = json_object();
    json_t *number = isnan(real) ? json_null() : json_real(real == 0.0 ? 0.0 : real);

    assert_int_equal(json_object_set_new(object, "table", json_string("made")), 0);
    assert_int_equal(json_object_set_new(object, "text", vcl_rowjson_string(text)), 0);
    assert_int_equal(json_object_set_new(object, "real", number), 0);
    assert_int_equal(json_object_set_new(object, "count", json_integer(count)), 0);
    assert_int_equal(vcl_rowjson_add(out, object, NULL), VCL_OK);
}

static void assert_row(const char *text, double real, int64_t count)
{
    vcl_table table;
    vcl_rowjson_rows rows;
    vcl_text found = { 0 };
    vcl_text expected = { 0 };

    vcl_table_init(&table, &kind);
    vcl_table_add_text(&table, text);
    vcl_table_add_real(&table, real);
    vcl_table_add_integer(&table, count);
    assert_int_equal(vcl_rowjson_rows_init(&rows, &table, true, NULL), VCL_OK);
    assert_int_equal(vcl_rowjson_add_row(&found, &rows, 0, NULL), VCL_OK);
    add_expected(&expected, text, real, count);
    assert_string_equal(vcl_text_bytes(&found), vcl_text_bytes(&expected));
    vcl_text_release(&found);
    vcl_text_release(&expected);
    vcl_rowjson_rows_release(&rows);
    vcl_table_release(&table);
}

/* A character in UTF-8. */
static void encode(uint32_t codepoint, char out[5])
{
    size_t more = codepoint < 0x80 ? 0 : codepoint < 0x800 ? 1 : codepoint < 0x10000 ? 2 : 3;
    static const unsigned leads[] = { 0x00, 0xC0, 0xE0, 0xF0 };

    memset(out, 0, 5);
    for (size_t i = more; i > 0; i--) {
        out[i] = (char)(0x80 | (codepoint & 0x3F));
        codepoint >>= 6;
    }
    out[0] = (char)(leads[more] | codepoint);
}

static void every_character_is_written_as_by_jansson(void **state)
{
    char text[16];
    char character[5];

    (void)state;
    for (uint32_t codepoint = 1; codepoint < 0x20000; codepoint++) {
        if (codepoint >= 0xD800 && codepoint <= 0xDFFF) {
            continue;
        }
        encode(codepoint, character);
        snprintf(text, sizeof text, "a%sb", character);
        assert_row(text, 0.5, (int64_t)codepoint);
    }
    assert_row("", 0.5, 0);
    assert_row(NULL, 0.5, 0);
}

static void every_real_is_written_as_by_jansson(void **state)
{
    static const double digits[] = { 1.0, 1.5, 2.0 / 3.0, 9.99999999999949, 9.9999999999995, 0.7 };

    (void)state;
    for (int exponent = -30; exponent <= 30; exponent++) {
        for (size_t i = 0; i < sizeof digits / sizeof *digits; i++) {
            assert_row("x", digits[i] * pow(10.0, exponent), exponent);
            assert_row("x", -digits[i] * pow(10.0, exponent), exponent);
        }
    }
    assert_row("x", 0.0, INT64_MAX);
    assert_row("x", -0.0, INT64_MIN);
    assert_row("x", (double)NAN, -1);
    assert_row("x", 1e300, -1);
    assert_row("x", 5e-324, -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_is_written_as_by_jansson),
        cmocka_unit_test(every_real_is_written_as_by_jansson),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
