/* export/dataset: what a chain states, as a dataset again. */
#include "recorded.h"

static const vcl_export_options document = { .use = VCL_USE_NETWORK, .format = "dataset" };
static const vcl_export_options lines = { .use = VCL_USE_NETWORK, .format = "datalines" };

static const char drawing[] =
    "product tea 'name': 'Chè', 'name_en': 'Tea'; product rice\n"
    "place 17; place 155 'name': 'Tân Lạc', 'level': 'district', 'parent': '17', 'lat': 20.61, "
    "'lon': 105.25\n"
    "farmer f 'count': 40, 'place': '155', 'products': ['tea']; farmer g 'count': 1\n"
    "cooperative c 'name': 'HTX Đông Lai', 'members': 65, 'sells': true, 'buyer': false, "
    "'certificates': ['VietGAP'], 'founded': '2012', 'tax_id': '0100109106', 'high_tech': false, "
    "'products': [{'product': 'tea', 'output_kg': 0.1, 'ocop': [4, 3]}, "
    "'rice'], 'status': 'suspended'\n"
    "enterprise e 'products': [{'product': 'tea', 'demand_kg': 300000}], 'sector': 'x'\n"
    "link f c; link c e 'product': 'tea', 'volume_kg': 80000, 'value': 1.5e15, "
    "'contract': 'none', 'start': '2021-01-01', 'status': 'ended'\n"
    "link c e 'products': ['tea', 'rice'], 'delivered_kg': 0.30000000000000004\n"
    "as_of 2023-12-31\n";

static void a_document_has_a_record_a_line(void **state)
{
    (void)state;
    assert_written(
        records_of(drawing), &document,
        "{\"format\": \"vclink\", \"version\": 1, \"directed\": true, \"multigraph\": true,\n"
        "\"graph\": {\"as_of\": \"2023-12-31\"},\n"
        "\"products\": [\n"
        "{\"id\": \"rice\"},\n"
        "{\"id\": \"tea\", \"name\": \"Chè\", \"name_en\": \"Tea\"}\n"
        "],\n"
        "\"places\": [\n"
        "{\"id\": \"155\", \"name\": \"Tân Lạc\", \"level\": \"district\", \"parent\": \"17\", "
        "\"lat\": 20.61, \"lon\": 105.25},\n"
        "{\"id\": \"17\"}\n"
        "],\n"
        "\"nodes\": [\n"
        "{\"id\": \"c\", \"kind\": \"cooperative\", \"name\": \"HTX Đông Lai\", \"status\": "
        "\"suspended\", \"buyer\": false, \"members\": 65, \"products\": [\"rice\", {\"product\": "
        "\"tea\", \"output_kg\": 0.1, \"ocop\": [3, 4]}], \"certificates\": [\"VietGAP\"], "
        "\"high_tech\": false, \"founded\": \"2012\", \"tax_id\": \"0100109106\"},\n"
        "{\"id\": \"e\", \"kind\": \"enterprise\", \"sector\": \"x\", \"products\": "
        "[{\"product\": \"tea\", \"demand_kg\": 300000}]},\n"
        "{\"id\": \"f\", \"kind\": \"farmer\", \"place\": \"155\", \"count\": 40, \"products\": "
        "[\"tea\"]},\n"
        "{\"id\": \"g\", \"kind\": \"farmer\"}\n"
        "],\n"
        "\"links\": [\n"
        "{\"source\": \"c\", \"target\": \"e\", \"kind\": \"supply\", \"products\": [\"rice\", "
        "\"tea\"], \"delivered_kg\": 0.30000000000000004},\n"
        "{\"source\": \"c\", \"target\": \"e\", \"kind\": \"supply\", \"product\": \"tea\", "
        "\"volume_kg\": 80000, \"value\": 1500000000000000, \"contract\": \"none\", \"start\": "
        "\"2021-01-01\", \"status\": \"ended\"},\n"
        "{\"source\": \"f\", \"target\": \"c\", \"kind\": \"membership\"}\n"
        "]}\n");
}

static void lines_are_the_same_records(void **state)
{
    char *bytes = NULL;
    vcl_result *result = records_of(drawing);

    (void)state;
    bytes = written(result, &lines);
    assert_contains(bytes, "{\"graph\": {\"as_of\": \"2023-12-31\"}}\n"
                           "{\"product\": {\"id\": \"rice\"}}\n");
    assert_contains(bytes, "\n{\"place\": {\"id\": \"17\"}}\n");
    assert_contains(bytes, "\n{\"node\": {\"id\": \"g\", \"kind\": \"farmer\"}}\n");
    assert_contains(bytes, "\n{\"link\": {\"source\": \"f\", \"target\": \"c\", \"kind\": "
                           "\"membership\"}}\n");
    free(bytes);
    vcl_result_free(result);
}

/* What is written is read, and written again, as the same bytes. */
static void assert_written_again(const vcl_export_options *options)
{
    vcl_result *result = records_of(drawing);
    char *bytes = written(result, options);
    vcl_problems *problems = NULL;
    vcl_chain *again = NULL;

    assert_int_equal(vcl_problems_new(&problems, NULL), VCL_OK);
    assert_int_equal(
        vcl_chain_load_memory(bytes, strlen(bytes), "again", NULL, problems, &again, NULL), VCL_OK);
    assert_written(records_of_chain(again), options, bytes);
    vcl_problems_free(problems);
    vcl_chain_free(again);
    free(bytes);
    vcl_result_free(result);
}

static void reading_and_writing_again_changes_nothing(void **state)
{
    (void)state;
    assert_written_again(&document);
    assert_written_again(&lines);
}

static void the_order_of_rows_and_tables_does_not_count(void **state)
{
    vcl_result *result = records_of(drawing);
    vcl_result *other = reversed(result);

    (void)state;
    other->dataset_as_of = "2023-12-31";
    for (size_t i = 0; i < 2; i++) {
        const vcl_export_options *options = i == 0 ? &document : &lines;
        char *bytes = written(result, options);
        char *others = written(other, options);
        assert_string_equal(others, bytes);
        free(bytes);
        free(others);
    }
    vcl_result_free(result);
    vcl_result_free(other);
}

static void an_empty_dataset_is_a_whole_document(void **state)
{
    (void)state;
    assert_written(records_of(" {\"graph\": {}}\n"), &document,
                   "{\"format\": \"vclink\", \"version\": 1, \"directed\": true, "
                   "\"multigraph\": true,\n\"graph\": {},\n\"products\": [],\n\"places\": [],\n"
                   "\"nodes\": [],\n\"links\": []}\n");
    assert_written(records_of(" {\"graph\": {}}\n"), &lines, "{\"graph\": {}}\n");
}

static void nobody_can_be_left_out_of_what_is_stated(void **state)
{
    vcl_chain *chain = chain_of(drawing);
    const char *const names[] = { "products", "places", "actors", "handled", "deals" };
    const char *const without[] = { "e" };
    const vcl_study_options options = { .without = without, .without_count = 1 };
    vcl_result *result = NULL;
    vcl_error err = { 0 };

    (void)state;
    assert_int_equal(vcl_analyze(chain, &options, names, COUNT_OF(names), &result, NULL), VCL_OK);
    assert_int_equal(vcl_export(result, &document, "/dev/null", &err), VCL_ERROR_USAGE);
    assert_int_equal(err.message, VCL_MSG_RECORDS_WITHOUT);
    vcl_result_free(result);
    vcl_chain_free(chain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document_has_a_record_a_line),
        cmocka_unit_test(lines_are_the_same_records),
        cmocka_unit_test(reading_and_writing_again_changes_nothing),
        cmocka_unit_test(the_order_of_rows_and_tables_does_not_count),
        cmocka_unit_test(an_empty_dataset_is_a_whole_document),
        cmocka_unit_test(nobody_can_be_left_out_of_what_is_stated),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
