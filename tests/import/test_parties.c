/* Whom rows mean: links that are certain, the review list for the rest, and its decisions. */
#include "registered.h"

#include "sheet/sheet.h"

static const char text[] = "organisations\n"
                           "id=007|name=HTX nông nghiệp Tân Lạc\n"
                           "id=C2|name=HTX nông nghiệp Tấn Lạc\n"
                           "id=U|name=Liên hiệp HTX Hòa Bình\n"
                           "enterprises\n"
                           "id=E1|name=Công ty TNHH Nông sản Xanh|tax_id=0100109106\n"
                           "id=E2|name=Công ty cổ phần Nông sản Sạch\n"
                           "contracts\n"
                           "seller=HTX Tân Lạc|buyer=Cty TNHH Nông sản Xanh\n"
                           "seller=007|buyer=Nông sản Xanh\n"
                           "seller=C2|buyer=Nông sản Xanh\n"
                           "seller=C2|buyer=HTX Mua Bán\n"
                           "members\n"
                           "id=H|organisation=Tân Lạc\n";

/* What a table of the log says in a row of a sheet, how often. */
static size_t lines_of(const registered *own, const char *sheet, int64_t row)
{
    const vcl_table *table = vcl_result_find_table(own->told, "log");
    size_t columns[2];
    size_t lines = 0;

    assert_true(vcl_table_find_column(table, "sheet", &columns[0]));
    assert_true(vcl_table_find_column(table, "row", &columns[1]));
    for (size_t i = 0; i < vcl_table_row_count(table); i++) {
        const vcl_value *cells = vcl_table_row(table, i);
        lines += strcmp(cells[columns[0]].text, sheet) == 0 && !cells[columns[1]].is_null &&
                 cells[columns[1]].integer == row;
    }
    return lines;
}

static void a_sale_that_waits_is_told_of_once(void **state)
{
    (void)state;
    registered own =
        register_all("organisations\n"
                     "name=HTX A|buyer=Big C|contract=có|start=2024-01-01|end=2025-12-31\n");

    assert_int_equal(lines_of(&own, "organisations", 2), 1);
    assert_told(&own, "organisations", 2, "waiting", "Big C");
    forget(&own);
}

/* One has for an id the tax code that another has too, and a third is called so. */
static void an_exact_id_is_no_tax_code(void **state)
{
    (void)state;
    registered own = register_all("enterprises\n"
                                  "id=0100109106|name=Công ty X|tax_id=0100109106\n"
                                  "id=e2|name=Công ty X, chi nhánh|tax_id=0100109106\n"
                                  "id=e3|name=0100109106\n"
                                  "organisations\n"
                                  "id=h|name=HTX H\n"
                                  "contracts\n"
                                  "seller_id=h|buyer_id=0100109106|buyer=Công ty X\n"
                                  "seller_id=h|buyer_id=e2\n"
                                  "seller_id=h|buyer_id=e3|buyer=0100109106\n");

    assert_int_equal(own.counts.links, 3);
    assert_int_equal(own.counts.waiting, 0);
    forget(&own);
}

/* A file with decisions; the caller removes it. */
static void write_decisions(char *path, const char *lines)
{
    int descriptor = mkstemp(path);

    assert_true(descriptor >= 0);
    FILE *file = fdopen(descriptor, "wb");
    assert_non_null(file);
    (void)fprintf(file, "\xEF\xBB\xBFwritten;role;decision\r\n%s", lines);
    (void)fclose(file);
}

static registered decide(const char *lines)
{
    char path[] = "/tmp/vclink-test-XXXXXX";

    write_decisions(path, lines);
    registered own = try_registers(text, &(vcl_import_options){ .decisions = path });
    (void)unlink(path);
    return own;
}

/* The cell of the review list in the row of what is written. */
static const vcl_value *reviewed(const registered *own, const char *written, const char *column)
{
    const vcl_table *table = vcl_result_find_table(own->review, "review");
    size_t key = 0;
    size_t wanted = 0;

    assert_true(vcl_table_find_column(table, "written", &key));
    assert_true(vcl_table_find_column(table, column, &wanted));
    for (size_t i = 0; i < vcl_table_row_count(table); i++) {
        if (strcmp(vcl_table_row(table, i)[key].text, written) == 0) {
            return &vcl_table_row(table, i)[wanted];
        }
    }
    fail_msg("%s is not in the review list", written);
    return NULL;
}

static void what_is_not_certain_waits_with_candidates(void **state)
{
    (void)state;
    registered own = register_all(text);

    assert_int_equal(own.counts.links, 0);
    assert_int_equal(own.counts.named, 4);
    assert_int_equal(own.counts.waiting, 4);
    assert_int_equal(reviewed(&own, "Nông sản Xanh", "cells")->integer, 2);
    assert_string_equal(reviewed(&own, "Nông sản Xanh", "candidate_1")->text, "E1");
    assert_string_equal(reviewed(&own, "Nông sản Xanh", "role")->text, "buyer");
    assert_string_equal(reviewed(&own, "Nông sản Xanh", "first")->text, "so.xlsx, contracts!E3");
    assert_string_equal(reviewed(&own, "HTX Tân Lạc", "candidate_1")->text, "007");
    assert_string_equal(reviewed(&own, "Tân Lạc", "role")->text, "organisation");
    assert_true(reviewed(&own, "Tân Lạc", "decision")->is_null);
    assert_told(&own, "contracts", 3, "waiting", "Nông sản Xanh");
    forget(&own);
}

static void decisions_give_the_links(void **state)
{
    (void)state;
    registered own = decide("HTX Tân Lạc;seller;7\r\n" /* a spreadsheet dropped the zeros */
                            "Nông sản Xanh;buyer;E1\r\n"
                            "HTX Mua Bán;buyer;mới\r\n"
                            "Tân Lạc;organisation;Bỏ qua\r\n");

    assert_int_equal(own.status, VCL_OK);
    assert_int_equal(own.counts.waiting, 0);
    assert_int_equal(own.counts.links, 3);
    assert_int_equal(own.counts.joined, 1); /* 007 is the same as HTX Tân Lạc */
    assert_has(&own, "{\"source\": \"007\", \"target\": \"E1\", \"kind\": \"supply\"}");
    assert_has(&own, "{\"source\": \"C2\", \"target\": \"E1\", \"kind\": \"supply\"}");
    assert_has(&own, "{\"id\": \"htx-mua-ban\", \"kind\": \"cooperative\", \"name\": \"HTX Mua "
                     "Bán\"}");
    assert_has_not(&own, "membership");
    assert_string_equal(reviewed(&own, "Tân Lạc", "decision")->text, "Bỏ qua");
    assert_string_equal(reviewed(&own, "HTX Mua Bán", "decision")->text, "mới");
    forget(&own);
}

static void the_review_list_itself_serves_as_decisions(void **state)
{
    (void)state;
    char path[] = "/tmp/vclink-test-XXXXXX";
    registered first = decide("Nông sản Xanh;buyer;E1\r\nTân Lạc;organisation;skip\r\n");
    char *list = exported(first.review, VCL_USE_FIGURES, "csv");
    int descriptor = mkstemp(path);

    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, list, strlen(list)), (ssize_t)strlen(list));
    (void)close(descriptor);
    registered second = try_registers(text, &(vcl_import_options){ .decisions = path });
    assert_int_equal(second.status, VCL_OK);
    assert_string_equal(second.text, first.text);
    char *again = exported(second.review, VCL_USE_FIGURES, "csv");
    assert_string_equal(again, list);
    (void)unlink(path);
    free(again);
    free(list);
    forget(&second);
    forget(&first);
}

static void a_new_actor_is_made_once_and_may_say_its_kind(void **state)
{
    (void)state;
    static const char rows[] = "organisations\n"
                               "id=A|name=HTX A\n"
                               "contracts\n"
                               "seller=A|buyer=Chợ Nghĩa|contract=oral\n"
                               "seller=Đông Lai|buyer=chợ nghĩa\n";
    char path[] = "/tmp/vclink-test-XXXXXX";

    write_decisions(path, "Chợ Nghĩa;buyer;new\nchợ nghĩa;buyer;new\nĐông Lai;seller;new THT\n");
    registered own = try_registers(rows, &(vcl_import_options){ .decisions = path });
    (void)unlink(path);
    assert_int_equal(own.status, VCL_OK);
    assert_has(&own, "{\"id\": \"cho-nghia\", \"kind\": \"enterprise\"");
    assert_has_not(&own, "cho-nghia-2");
    assert_has(&own, "{\"id\": \"dong-lai\", \"kind\": \"group\"");
    assert_int_equal(own.counts.links, 2);
    forget(&own);
}

static void a_decision_that_cannot_be_followed_is_an_error(void **state)
{
    static const struct {
        const char *lines;
        const char *place;
        const char *value;
    } wrong[] = {
        { "Nông sản Xanh;buyer;E9\n", ":2", "E9" },
        { "Nông sản Xanh;buyer;H\n", ":2", "H" },
        { "Tân Lạc;organisation;E1\n", ":2", "E1" },
        { "x;buyer;E1\nNông sản Xanh;kunde;E1\n", ":3", "kunde" },
        { "Nông sản Xanh;buyer;E1\nNông sản Xanh;buyer;E2\n", ":3", "Nông sản Xanh" },
        { "HTX Tân Lạc;seller;new xyz\n", ":2", "new xyz" },
        { "Tân Lạc;organisation;new\n", ":2", "new" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        registered own = decide(wrong[i].lines);
        assert_int_equal(own.status, VCL_ERROR_INPUT);
        assert_non_null(strstr(own.err.arguments[0], wrong[i].place));
        assert_string_equal(own.err.arguments[1], wrong[i].value);
        forget(&own);
    }
}

static void a_decision_that_nothing_needs_is_noted(void **state)
{
    (void)state;
    registered own = decide("Cty TNHH Nông sản Xanh;buyer;E2\n");
    char *log = exported(own.told, VCL_USE_FIGURES, "csv");

    assert_non_null(strstr(log, "was not needed"));
    assert_has_not(&own, "\"target\": \"E2\"");
    free(log);
    forget(&own);
}

static void a_decision_that_nothing_needs_stays_in_the_list(void **state)
{
    (void)state;
    registered own = decide("Chợ Xa;buyer;E1\nHTX Tân Lạc;buyer;007\nNông sản Xanh;buyer;E1\n");
    const vcl_table *table = vcl_result_find_table(own.review, "review");
    size_t column = 0;

    assert_string_equal(reviewed(&own, "Chợ Xa", "decision")->text, "E1");
    assert_int_equal(reviewed(&own, "Chợ Xa", "cells")->integer, 0);
    assert_true(vcl_table_find_column(table, "written", &column));
    assert_string_equal(vcl_table_row(table, vcl_table_row_count(table) - 2)[column].text,
                        "Chợ Xa");
    char *log = exported(own.told, VCL_USE_FIGURES, "csv");
    assert_non_null(strstr(log, "as seller it waits"));
    free(log);
    forget(&own);
}

static void a_decision_may_be_a_name_or_a_tax_code_that_one_alone_has(void **state)
{
    (void)state;
    registered own = decide("Nông sản Xanh;buyer;0100109106\n"
                            "HTX Tân Lạc;seller;Hợp tác xã nông nghiệp Tân Lạc\n");

    assert_int_equal(own.status, VCL_OK);
    assert_has(&own, "{\"source\": \"C2\", \"target\": \"E1\", \"kind\": \"supply\"}");
    assert_has(&own, "{\"source\": \"007\", \"target\": \"E1\", \"kind\": \"supply\"}");
    forget(&own);
}

static void a_cell_that_may_name_several_says_so(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "id=A|name=HTX A\n"
                                  "enterprises\n"
                                  "name=Cty B\n"
                                  "name=Cty C\n"
                                  "contracts\n"
                                  "seller=A|buyer=Cty B và Cty C\n"
                                  "seller=A|buyer=Cty D\n");

    assert_told(&own, "contracts", 2, "waiting", "write a row for each");
    assert_non_null(
        strstr(reviewed(&own, "Cty B và Cty C", "reason")->text, "write a row for each"));
    assert_null(strstr(reviewed(&own, "Cty D", "reason")->text, "write a row for each"));
    forget(&own);
}

static void another_list_is_no_review_list(void **state)
{
    (void)state;
    char path[] = "/tmp/vclink-test-XXXXXX";
    int descriptor = mkstemp(path);

    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, "a,b\n1,2\n", 8), 8);
    (void)close(descriptor);
    registered own = try_registers(text, &(vcl_import_options){ .decisions = path });
    assert_int_equal(own.status, VCL_ERROR_INPUT);
    (void)unlink(path);
    forget(&own);
}

/* One of the labelled pairs: `listed` is an organisation, `named` sells. */
static void check_pair(const char *listed, const char *named, bool same, size_t *found)
{
    char rows[2048];

    (void)snprintf(rows, sizeof rows,
                   "organisations\nid=A|kind=cooperative|name=%s\n"
                   "enterprises\nid=ZZZ|name=Công ty ZZZ\n"
                   "contracts\nseller=%s|buyer_id=ZZZ\n",
                   listed, named);
    registered own = register_all(rows);
    bool linked = strstr(own.text, "\"source\": \"A\"") != NULL;
    if (linked && !same) {
        fail_msg("%s is taken for %s", named, listed);
    }
    if (linked) {
        ++*found;
    } else if (same) {
        const vcl_value *first = reviewed(&own, named, "candidate_1");
        *found += !first->is_null && strcmp(first->text, "A") == 0;
    }
    forget(&own);
}

static const char *cell_text(const vcl_sheet *sheet, size_t row, uint32_t column)
{
    return vcl_sheet_cell_at(sheet, vcl_sheet_row_at(sheet, row), column)->text;
}

static void no_name_links_falsely_and_nearly_all_true_ones_are_found(void **state)
{
    vcl_workbook *workbook = NULL;
    size_t found = 0;
    size_t true_pairs = 0;

    (void)state;
    assert_int_equal(vcl_workbook_open(VCL_SOURCE_DIR "/tests/names/names.csv", &workbook, NULL),
                     VCL_OK);
    const vcl_sheet *sheet = vcl_workbook_sheet(workbook, 0);
    assert_true(sheet->rows.count > 300);
    for (size_t i = 1; i < sheet->rows.count; i++) {
        bool same = strcmp(cell_text(sheet, i, 3), "same") == 0;
        true_pairs += same;
        check_pair(cell_text(sheet, i, 1), cell_text(sheet, i, 2), same, &found);
    }
    assert_true((double)found >= 0.95 * (double)true_pairs);
    vcl_workbook_free(workbook);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_certain_waits_with_candidates),
        cmocka_unit_test(a_sale_that_waits_is_told_of_once),
        cmocka_unit_test(an_exact_id_is_no_tax_code),
        cmocka_unit_test(decisions_give_the_links),
        cmocka_unit_test(the_review_list_itself_serves_as_decisions),
        cmocka_unit_test(a_new_actor_is_made_once_and_may_say_its_kind),
        cmocka_unit_test(a_decision_that_cannot_be_followed_is_an_error),
        cmocka_unit_test(a_decision_that_nothing_needs_is_noted),
        cmocka_unit_test(a_decision_that_nothing_needs_stays_in_the_list),
        cmocka_unit_test(a_decision_may_be_a_name_or_a_tax_code_that_one_alone_has),
        cmocka_unit_test(a_cell_that_may_name_several_says_so),
        cmocka_unit_test(another_list_is_no_review_list),
        cmocka_unit_test(no_name_links_falsely_and_nearly_all_true_ones_are_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
