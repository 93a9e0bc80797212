/* export/registers_csv, and with it what stands in which row and column of a register. */
#define _XOPEN_SOURCE 700 /* nftw() */
#include <vclink/import.h>

#include "recorded.h"
#include "registers/registers.h"
#include "support/folder.h"

static const vcl_export_options english = { .use = VCL_USE_NETWORK,
                                            .format = "registers-csv",
                                            .language = VCL_ENGLISH };
static const vcl_export_options vietnamese = { .use = VCL_USE_NETWORK,
                                               .format = "registers-csv",
                                               .language = VCL_VIETNAMESE };

/* The file of a register, below its headings; for the caller to free. */
static char *rows_of(const char *name)
{
    vcl_text path = { 0 };
    char *bytes = NULL;
    char *rows = NULL;

    vcl_text_add(&path, "out/");
    vcl_text_add(&path, name);
    vcl_text_add(&path, ".csv");
    bytes = contents(vcl_text_bytes(&path));
    rows = strdup(strchr(bytes, '\n') + 1);
    free(bytes);
    vcl_text_release(&path);
    return rows;
}

static void assert_rows_of(const char *name, const char *expected)
{
    char *rows = rows_of(name);

    assert_string_equal(rows, expected);
    free(rows);
}

static void write_out(const char *drawing, const vcl_export_options *options)
{
    vcl_result *result = records_of(drawing);
    vcl_error err = { 0 };

    assert_int_equal(vcl_export(result, options, "out", &err), VCL_OK);
    vcl_result_free(result);
}

static void every_register_has_a_file_with_headings_and_units(void **state)
{
    char *bytes = NULL;

    (void)state;
    write_out("group g\n", &vietnamese);
    assert_int_equal(count_entries("out"), VCL_REGISTER_COUNT + 1);
    bytes = contents("out/outputs.csv");
    assert_string_equal(bytes, "\xEF\xBB\xBFMã đơn vị,Tên đơn vị,Sản phẩm,Sản lượng một năm (tấn),"
                               "Nhu cầu thu mua một năm (tấn),Số sao OCOP\n");
    free(bytes);
    bytes = contents("out/contracts.csv");
    assert_contains(bytes, ",Giá trị một năm (triệu đồng),");
    assert_lacks(bytes, "Mã số thuế bên bán"); /* understood, but not asked for */
    free(bytes);
}

static void an_organisation_has_all_of_its_facts_in_its_row(void **state)
{
    (void)state;
    write_out("place 155 'name': 'Tân Lạc'; product tea 'name': 'Chè'\n"
              "cooperative 007 'name': 'HTX \\'A\\', B', 'tax_id': '0100109106', 'place': '155', "
              "'sector': 'crops', 'status': 'suspended', 'sells': false, 'buyer': false, "
              "'members': 0, 'products': [{'product': 'tea', 'output_kg': 1234.5, 'demand_kg': 10, "
              "'ocop': [4, 3]}], 'certificates': ['VietGAP', 'OCOP'], 'requires': ['x'], "
              "'form': 'f', 'founded': '2012-06', 'high_tech': true, 'area_ha': 2.5, 'workers': 7, "
              "'turnover': 550000000, 'rating': 'khá', 'lat': 20.61, 'lon': 105.25\n"
              "group g 'founded': '2012-06-20'; union u 'founded': '2012'\n",
              &english);
    assert_rows_of("organisations",
                   "007,\"HTX \"\"A\"\", B\",cooperative,0100109106,Tân Lạc,crops,suspended,no,no,"
                   "0,Chè,1.2345,0.01,3; 4,VietGAP; OCOP,x,f,06/2012,yes,2.5,7,550,khá,20.61,"
                   "105.25\n"
                   "g,,group,,,,,,,,,,,,,,,20/06/2012,,,,,,,\n"
                   "u,,union,,,,,,,,,,,,,,,2012,,,,,,,\n");
    assert_rows_of("outputs", "");
    assert_rows_of("enterprises", "");
}

static void several_products_have_their_amounts_in_a_register_of_their_own(void **state)
{
    (void)state;
    write_out("product tea 'name': 'Chè'; product rice; product yam 'name': 'Củ, khoai'\n"
              "enterprise e 'name': 'E', 'products': [{'product': 'tea', 'demand_kg': 1000}, "
              "{'product': 'rice', 'output_kg': 0.5}, 'yam']\n"
              "farmer f 'products': [{'product': 'tea', 'demand_kg': 5}]\n"
              "farmer g 'products': [{'product': 'tea', 'output_kg': 5}]\n",
              &english);
    assert_rows_of("enterprises", "e,E,,,,,,,rice; Chè; yam,,,,,,,,,,,,,\n");
    assert_rows_of("outputs", "e,E,rice,0.0005,,\ne,E,Chè,,1,\nf,,Chè,,0.0050,\n");
    assert_rows_of("members", "f,,farmer,,,,,,Chè,,,,,,\ng,,farmer,,,,,,Chè,0.0050,,,,,\n");
}

/* The facts of a household stand in its first row only. */
static void members_have_a_row_for_each_membership(void **state)
{
    (void)state;
    write_out("place p 'name': 'Xã P'\n"
              "farmer f 'count': 40, 'place': 'p', 'sector': 's', 'sells': false, "
              "'status': 'dissolved'; farmer alone 'count': 2\n"
              "group g 'name': 'Tổ G'; cooperative c 'name': 'HTX C'\n"
              "link f c; link f g 'start': '2021-01-01', 'end': '2022-12-31', 'status': 'ended'\n"
              "link g c\n"
              "as_of 2023-01-01\n",
              &english);
    assert_rows_of("members", "alone,,farmer,2,,,,,,,,,,,\n"
                              "f,,farmer,40,c,HTX C,Xã P,s,,,dissolved,no,,,\n"
                              "f,,farmer,,g,Tổ G,,,,,,,01/01/2021,31/12/2022,ended\n"
                              "g,Tổ G,group,,c,HTX C,,,,,,,,,\n");
    assert_rows_of("contracts", "");
}

static void every_other_link_is_a_contract(void **state)
{
    (void)state;
    write_out("product tea 'name': 'Chè'; product rice 'name': 'Gạo'\n"
              "farmer f; cooperative c 'name': 'HTX C'; enterprise e 'name': 'E'\n"
              "link f c 'volume_kg': 7; link c e 'products': ['tea', 'rice'], "
              "'volume_kg': 80000, 'delivered_kg': 76500, 'value': 1250000, 'contract': 'none', "
              "'start': '2021-01-01', 'status': 'breached'\n"
              "link e f 'kind': 'input', 'contract': 'oral'; link f e 'kind': 'membership'\n"
              "as_of 2023-01-01\n",
              &english);
    assert_rows_of("contracts",
                   "c,HTX C,e,E,supply,Gạo; Chè,80,76.5,1.25,none,01/01/2021,,breached\n"
                   "e,E,f,,input,,,,,oral,,,\n"
                   "f,,c,HTX C,membership,,0.0070,,,,,,\n"
                   "f,,e,E,membership,,,,,,,,\n");
    assert_rows_of("members", "f,,farmer,,,,,,,,,,,,\n");
}

/* Money of another currency is in its own unit. */
static void the_dataset_has_one_row(void **state)
{
    char *bytes = NULL;

    (void)state;
    write_out(" {\"graph\": {\"name\": \"X\", \"as_of\": \"2023-12-31\", \"currency\": \"EUR\"}}\n"
              "enterprise e 'turnover': 1234.5\n",
              &english);
    assert_rows_of("dataset", "X,31/12/2023,EUR,\n");
    bytes = contents("out/enterprises.csv");
    assert_contains(bytes, "Turnover a year (EUR)");
    assert_contains(bytes, ",1234.5,");
    free(bytes);
}

/* Names that read alike, a name that is another's id, a name with a separator: ids are safe. */
static void what_a_name_may_not_call_is_called_by_its_id(void **state)
{
    (void)state;
    write_out("place 1 'name': 'Xã Tân Lạc'; place 2 'name': 'Xã Tấn Lạc'\n"
              "place 3 'name': 'Xã Đông Lai', 'parent': '1'; place 4 'name': '3', 'parent': '3'\n"
              "place 5 'name': 'A, B', 'parent': '4'; place 6 'parent': '5'\n"
              "product a 'name': 'Chè', 'name_en': 'Tea'; product b 'name': 'Tea'\n"
              "product c 'name': 'Gạo'; product d 'name': 'Rau và củ'\n"
              "group g 'products': ['a', 'b', 'c', 'd']\n",
              &english);
    assert_rows_of("places", "1,Xã Tân Lạc,,,,\n2,Xã Tấn Lạc,,,,\n3,Xã Đông Lai,,1,,\n4,3,,"
                             "Xã Đông Lai,,\n5,\"A, B\",,4,,\n6,,,5,,\n");
    assert_rows_of("organisations", "g,,group,,,,,,,,Chè; b; Gạo; d,,,,,,,,,,,,,,\n");
    assert_rows_of("products", "a,Chè,Tea\nb,Tea,\nc,Gạo,\nd,Rau và củ,\n");
}

static void amounts_keep_their_digits_and_are_never_read_as_thousands(void **state)
{
    (void)state;
    write_out("enterprise a 'turnover': 123456789012345, 'workers': 1000000, 'area_ha': 1.5e-7\n"
              "enterprise b 'turnover': 1234567, 'area_ha': 0.1; enterprise c 'turnover': 1000\n"
              "enterprise d 'turnover': 0.30000000000000004, 'area_ha': 1.234\n",
              &english);
    assert_rows_of("enterprises", "a,,,,,,,,,,,,,,,,0.00000015,1000000,123456789.012345,,,\n"
                                  "b,,,,,,,,,,,,,,,,0.1,,1.234567,,,\n"
                                  "c,,,,,,,,,,,,,,,,,,0.0010,,,\n"
                                  "d,,,,,,,,,,,,,,,,1.2340,,0.00000030000000000000004,,,\n");
}

static void rows_stand_in_the_order_of_ids_whatever_that_of_the_tables(void **state)
{
    vcl_result *result = records_of("farmer f; farmer g; cooperative c; enterprise e\n"
                                    "link f c; link g c; link c e 'product': 'tea'\n"
                                    "link c e 'product': 'rice'\n");
    vcl_result *other = reversed(result);
    static const char *const names[] = { "organisations", "members", "contracts" };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        assert_int_equal(vcl_export(result, &english, "out", NULL), VCL_OK);
        char *rows = rows_of(names[i]);
        remove_all("out");
        assert_int_equal(vcl_export(other, &english, "out", NULL), VCL_OK);
        assert_rows_of(names[i], rows);
        remove_all("out");
        free(rows);
    }
    vcl_result_free(other);
    vcl_result_free(result);
}

/* Somebody may have filled them in. */
static void a_folder_with_registers_is_never_replaced(void **state)
{
    vcl_result *result = records_of("group g\n");
    vcl_error err = { 0 };

    (void)state;
    assert_int_equal(vcl_export(result, &english, "out", &err), VCL_OK);
    assert_int_equal(vcl_export(result, &english, "out", &err), VCL_ERROR_IO);
    assert_int_equal(err.message, VCL_MSG_FOLDER_NOT_OURS);
    vcl_result_free(result);
}

static void a_template_has_the_examples_as_they_stand(void **state)
{
    const vcl_export_options options = { .use = VCL_USE_TEMPLATE,
                                         .format = "csv",
                                         .language = VCL_VIETNAMESE };
    vcl_result *result = NULL;

    (void)state;
    assert_int_equal(vcl_import_template(&result, NULL), VCL_OK);
    assert_int_equal(vcl_export(result, &options, "out", NULL), VCL_OK);
    assert_int_equal(count_entries("out"), VCL_REGISTER_COUNT + 1);
    assert_rows_of("products", "SP-01,Bưởi đỏ,Red pomelo\n");
    assert_rows_of("places", "05173,Xã Đông Lai,xã,155,\"20,61\",\"105,25\"\n");
    vcl_result_free(result);
}

#define in_folder(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_folder(every_register_has_a_file_with_headings_and_units),
        in_folder(an_organisation_has_all_of_its_facts_in_its_row),
        in_folder(several_products_have_their_amounts_in_a_register_of_their_own),
        in_folder(members_have_a_row_for_each_membership),
        in_folder(every_other_link_is_a_contract),
        in_folder(the_dataset_has_one_row),
        in_folder(what_a_name_may_not_call_is_called_by_its_id),
        in_folder(amounts_keep_their_digits_and_are_never_read_as_thousands),
        in_folder(rows_stand_in_the_order_of_ids_whatever_that_of_the_tables),
        in_folder(a_folder_with_registers_is_never_replaced),
        in_folder(a_template_has_the_examples_as_they_stand),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
