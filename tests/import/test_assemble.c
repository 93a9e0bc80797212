/* From rows to a dataset: products, amounts, links; what is not used is named; nothing depends on the
 * order of rows. */
#include "registered.h"

static void products_without_a_register_are_those_named(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "id=A|name=HTX A|products=bưởi đỏ; Quýt\n"
                                  "id=B|name=HTX B|products=Bưởi đỏ (120 tấn), Cam: 30 tấn\n"
                                  "outputs\n"
                                  "actor_id=A|product=Rau, củ, quả|output=5000\n");

    assert_has(&own, "{\"product\": {\"id\": \"buoi-do\", \"name\": \"Bưởi đỏ\"}}");
    assert_has(&own, "{\"product\": {\"id\": \"rau-cu-qua\", \"name\": \"Rau, củ, quả\"}}");
    assert_has(&own, "\"products\": [{\"product\": \"buoi-do\", \"output_kg\": 120000}, "
                     "{\"product\": \"cam\", \"output_kg\": 30000}]");
    assert_has(&own, "\"products\": [\"buoi-do\", \"quyt\", {\"product\": \"rau-cu-qua\", "
                     "\"output_kg\": 5000}]");
    forget(&own);
}

static void products_that_were_made_are_told(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "id=A|name=HTX A|products=Chè: 60%; Quýt\n"
                                  "id=B|name=HTX B|products=chè\n");

    assert_has(&own, "{\"product\": {\"id\": \"che\", \"name\": \"Chè\"}}");
    assert_has_not(&own, "60");
    assert_told(&own, "organisations", 0, "used", "names in this column: 2 (Chè; Quýt)");
    forget(&own);
}

static void a_register_of_products_knows_them_all(void **state)
{
    (void)state;
    registered own = register_all("products\n"
                                  "id=pomelo|name=Bưởi đỏ|name_en=Red pomelo\n"
                                  "name=Quýt\n"
                                  "id=*|name=Cam\n"
                                  "organisations\n"
                                  "id=A|name=HTX A|products=Bưởi đỏ; Red Pomelo; Buoi do\n"
                                  "id=B|name=HTX B|products=pomelo|output=7000|ocop=4; 3\n"
                                  "id=C|name=HTX C|products=pomelo; Quýt|output=7000\n");

    assert_has(&own, "\"name\": \"HTX A\", \"products\": [\"pomelo\"]");
    assert_has(&own, "[{\"product\": \"pomelo\", \"output_kg\": 7000, \"ocop\": [3, 4]}]");
    assert_has(&own, "\"name\": \"HTX C\", \"products\": [\"pomelo\", \"quyt\"]");
    assert_told(&own, "products", 4, "not_used", "cannot be the id of a product");
    assert_told(&own, "organisations", 2, "not_used", "did you mean \"Bưởi đỏ\"?");
    assert_told(&own, "organisations", 4, "not_used", "several products");
    forget(&own);
}

static void a_contract_about_what_is_unknown_is_no_contract_about_anything(void **state)
{
    (void)state;
    registered own = register_all("products\n"
                                  "id=pomelo|name=Bưởi đỏ\n"
                                  "organisations\n"
                                  "id=A|name=HTX A\n"
                                  "enterprises\n"
                                  "id=E|name=Công ty TNHH Xanh\n"
                                  "contracts\n"
                                  "seller=A|buyer=E|products=Sầu riêng; Mít|volume=1000\n"
                                  "seller=A|buyer=E|products=Sầu riêng; pomelo\n");

    assert_has(&own, "\"target\": \"E\", \"kind\": \"supply\", \"product\": \"pomelo\"}");
    assert_int_equal(own.counts.links, 1);
    assert_int_equal(own.counts.named, 1);
    assert_told(&own, "contracts", 2, "not_used", "none of the products of this row is known");
    forget(&own);
}

static void contracts_become_links(void **state)
{
    (void)state;
    registered own = register_all(
        "organisations\n"
        "id=A|name=HTX A\n"
        "enterprises\n"
        "id=E|name=Công ty TNHH Xanh|tax_id=0100109106\n"
        "contracts\n"
        "seller=HTX "
        "A|buyer=0100109106|products=Bưởi|volume=80000|contract=written|start=2025-01-01|"
        "end=2027-12-31\n"
        "seller_id=A|seller=Hợp tác xã A|buyer=Cty TNHH Xanh|kind=input|status=ended\n"
        "seller=A|buyer=E|kind=supply|status=active\n"
        "seller=HTX A|buyer=E\n"
        "seller=HTX A|buyer=HTX A\n"
        "seller=HTX A|volume=1\n");

    assert_has(&own, "{\"link\": {\"source\": \"A\", \"target\": \"E\", \"kind\": \"supply\", "
                     "\"product\": \"buoi\", \"volume_kg\": 80000, \"contract\": \"written\", "
                     "\"start\": \"2025-01-01\", \"end\": \"2027-12-31\"}}");
    assert_has(&own, "\"kind\": \"input\", \"status\": \"ended\"}}");
    assert_has(&own, "{\"source\": \"A\", \"target\": \"E\", \"kind\": \"supply\"}}");
    assert_int_equal(own.counts.links, 3);
    assert_int_equal(own.counts.joined, 1);
    assert_int_equal(own.counts.named, 2);
    assert_told(&own, "contracts", 6, "not_used", "both sides");
    assert_told(&own, "contracts", 7, "not_used", "no buyer");
    forget(&own);
}

static void an_organisation_may_name_its_buyers_itself(void **state)
{
    (void)state;
    registered own =
        register_all("organisations\n"
                     "id=A|name=HTX A|products=Bưởi|buyer=Công ty X|volume=900\n"
                     "id=B|name=HTX B|products=Bưởi|buyer=Công ty X; Công ty Y|volume=9\n"
                     "id=C|name=HTX C|contract=oral\n"
                     "enterprises\n"
                     "id=X|name=Công ty X\n"
                     "id=Y|name=Công ty Y\n");

    assert_has(&own, "{\"source\": \"A\", \"target\": \"X\", \"kind\": \"supply\", \"product\": "
                     "\"buoi\", \"volume_kg\": 900}");
    assert_has(&own, "{\"source\": \"B\", \"target\": \"Y\", \"kind\": \"supply\", \"product\": "
                     "\"buoi\"}");
    assert_told(&own, "organisations", 3, "not_used", "several buyers");
    assert_told(&own, "organisations", 4, "not_used", "no buyer that is known");
    forget(&own);
}

static void facts_that_differ_or_do_not_fit_are_named(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "id=A|name=HTX A|members=65|latitude=120\n"
                                  "id=A|name=HTX A|members=70\n"
                                  "id=U|name=Liên hiệp HTX U|members=12\n"
                                  "members\n"
                                  "id=H|count=0|organisation_id=A\n");

    assert_has(&own, "\"members\": 65");
    assert_has_not(&own, "\"lat\"");
    assert_told(&own, "organisations", 2, "not_used", "too small or too large");
    assert_told(&own, "organisations", 3, "not_used", "65 (so.xlsx, organisations!");
    assert_told(&own, "organisations", 4, "not_used", "not kept for this kind");
    assert_told(&own, "members", 2, "not_used", "too small or too large");
    assert_int_equal(own.counts.cells, 4);
    forget(&own);
}

static void what_the_dataset_shows_goes_back_to_its_row(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "id=A|name=HTX Hoà Bình|status=suspended\n"
                                  "id=B|name=HTX Hòa Bình\n"
                                  "enterprises\n"
                                  "id=E|name=Công ty E\n"
                                  "contracts\n"
                                  "seller_id=A|buyer_id=E\n"
                                  "seller_id=E|buyer_id=B\n");

    assert_told(&own, "contracts", 3, "note", "runs upstream");
    assert_told(&own, "organisations", 2, "note", "suspended");
    forget(&own);
}

static void the_callers_word_goes_before_the_registers(void **state)
{
    (void)state;
    static const vcl_import_options options = { .name = "Huyện X", .as_of = "2025-12-31" };
    static const char text[] = "dataset\n"
                               "name=Cũ|as_of=2020-01-01|currency=EUR|source=Sổ\n"
                               "organisations\n"
                               "id=A|name=HTX A\n";
    registered own = try_registers(text, &options);

    assert_has(&own, "{\"graph\": {\"name\": \"Huyện X\", \"as_of\": \"2025-12-31\", \"currency\": "
                     "\"EUR\", \"source\": \"Sổ\"}}");
    forget(&own);
    own = try_registers(text, &(vcl_import_options){ .as_of = "31/12/2025" });
    assert_int_equal(own.status, VCL_ERROR_USAGE);
    forget(&own);
}

static void no_rows_are_an_empty_dataset(void **state)
{
    (void)state;
    registered own = register_all("organisations\n");

    assert_has(&own, "{\"graph\": {}}");
    assert_int_equal(own.counts.rows, 0);
    forget(&own);
}

/* Rows of one sheet, to be shuffled. */
static const char *const rows[] = {
    "name=HTX Tân Lạc|commune=Xã Đông Lai|district=Tân Lạc|members=65|products=Bưởi|output=1000",
    "name=HTX Tấn Lạc|commune=Đông Lai|members=12|products=bưởi; quýt",
    "name=Hợp tác xã Tân Lạc|commune=Đông Lai|district=Huyện Tân Lạc|members=70|sector=crops",
    "name=HTX Tân Lạc|commune=Xã Quyết Thắng|district=Tân Lạc|buyer=Công ty Xanh",
    "id=7|name=HTX 1|tax_id=0100109106",
    "tax_id=0100109106|name=HTX Một|buyer=Công ty Lạ; Công ty Xanh",
    "id=7|name=HTX Mot|members=4|products=Bưởi|output=2000",
    "name=THT Nam Sơn|products=Quýt (20 tấn)|district=Tân Lạc",
    "name=THT Nam Sơn|products=Quýt (30 tấn)|district=Tân Lạc",
};
static const char *const members[] = {
    "name=Lan|organisation=HTX 1",       "name=Lan|organisation=HTX 1|products=Bưởi",
    "name=Hoa|organisation=THT Nam Sơn", "name=Lan|organisation=HTX 1",
    "count=40|organisation=HTX Không",   "name=HTX 1|organisation=THT Nam Sơn",
};

enum { ROWS = sizeof rows / sizeof *rows, MEMBERS = sizeof members / sizeof *members };

static void add_shuffled(char *text, size_t size, const char *const *all, size_t count,
                         unsigned *seed)
{
    size_t order[16];

    for (size_t i = 0; i < count; i++) {
        *seed = *seed * 1103515245u + 12345u;
        size_t other = (*seed >> 16) % (i + 1);
        order[i] = order[other];
        order[other] = i;
    }
    for (size_t i = 0; i < count; i++) {
        size_t used = strlen(text);
        (void)snprintf(text + used, size - used, "%s\n", all[order[i]]);
    }
}

static void shuffling_rows_changes_no_byte(void **state)
{
    (void)state;
    char *first = NULL;
    unsigned seed = 7;

    for (int turn = 0; turn < 60; turn++) {
        char text[4096] = "organisations\n";
        add_shuffled(text, sizeof text, rows, ROWS, &seed);
        strncat(text, "members\n", sizeof text - strlen(text) - 1);
        add_shuffled(text, sizeof text, members, MEMBERS, &seed);
        strncat(text, "enterprises\nname=Công ty Xanh\n", sizeof text - strlen(text) - 1);
        registered own = register_all(text);
        if (first == NULL) {
            first = own.text;
            own.text = NULL;
        } else {
            assert_string_equal(own.text, first);
        }
        forget(&own);
    }
    free(first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(products_without_a_register_are_those_named),
        cmocka_unit_test(products_that_were_made_are_told),
        cmocka_unit_test(a_register_of_products_knows_them_all),
        cmocka_unit_test(a_contract_about_what_is_unknown_is_no_contract_about_anything),
        cmocka_unit_test(contracts_become_links),
        cmocka_unit_test(an_organisation_may_name_its_buyers_itself),
        cmocka_unit_test(facts_that_differ_or_do_not_fit_are_named),
        cmocka_unit_test(what_the_dataset_shows_goes_back_to_its_row),
        cmocka_unit_test(the_callers_word_goes_before_the_registers),
        cmocka_unit_test(no_rows_are_an_empty_dataset),
        cmocka_unit_test(shuffling_rows_changes_no_byte),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
