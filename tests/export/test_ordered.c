/* export/ordered: rows of records in the order of a dataset, whatever that of their table. */
#include "export/ordered.h"

#include "recorded.h"

/* The cells of a column, with spaces between them; for the caller to free. */
static char *column_of(const vcl_result *result, vcl_records number, size_t column)
{
    vcl_ordered ordered = { 0 };
    vcl_text out = { 0 };

    assert_int_equal(vcl_ordered_init(&ordered, result, number, NULL), VCL_OK);
    for (size_t i = 0; i < ordered.count; i++) {
        write_cell(&out, vcl_record_kinds[number].columns[column]->type, ordered.rows[i] + column);
        vcl_text_add_byte(&out, ' ');
    }
    vcl_ordered_release(&ordered);
    return out.bytes;
}

static void assert_column(const vcl_result *result, vcl_records number, size_t column,
                          const char *expected)
{
    char *cells = column_of(result, number, column);

    assert_string_equal(cells, expected);
    free(cells);
}

/* Equal up to the products, links go by their days, then by their amounts; null comes first. */
static void rows_go_by_ids_and_links_by_all_they_say(void **state)
{
    vcl_result *result =
        records_of("place b; place a; cooperative c 'products': ['tea', 'rice']; enterprise e\n"
                   "link c e 'start': '2021-01-01', 'volume_kg': 2; link c e\n"
                   "link c e 'start': '2020-01-01', 'volume_kg': 3\n"
                   "link c e 'start': '2021-01-01', 'volume_kg': 1\n"
                   "link c e 'product': 'tea', 'volume_kg': 0\n"
                   "as_of 2022-01-01\n");
    vcl_result *other = reversed(result);

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        const vcl_result *each = i == 0 ? result : other;
        assert_column(each, VCL_RECORDS_PLACES, VCL_PLACE_ID, "a b ");
        assert_column(each, VCL_RECORDS_HANDLED, VCL_HANDLED_PRODUCT, "rice tea ");
        assert_column(each, VCL_RECORDS_DEALS, VCL_DEAL_VOLUME, "- 3 1 2 0 ");
    }
    vcl_result_free(other);
    vcl_result_free(result);
}

static void a_row_is_found_by_its_id(void **state)
{
    vcl_result *result = records_of("group b; group d 'name': 'D'; group f\n");
    vcl_ordered ordered = { 0 };
    size_t index = 0;

    (void)state;
    assert_int_equal(vcl_ordered_init(&ordered, result, VCL_RECORDS_ACTORS, NULL), VCL_OK);
    assert_true(vcl_ordered_index(&ordered, "f", &index));
    assert_int_equal(index, 2);
    assert_string_equal(vcl_ordered_find(&ordered, "d")[VCL_ACTOR_NAME].text, "D");
    assert_null(vcl_ordered_find(&ordered, "a"));
    assert_null(vcl_ordered_find(&ordered, "c"));
    assert_null(vcl_ordered_find(&ordered, "g"));
    vcl_ordered_release(&ordered);
    vcl_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_go_by_ids_and_links_by_all_they_say),
        cmocka_unit_test(a_row_is_found_by_its_id),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
