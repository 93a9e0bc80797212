/* Who is who: which rows mean the same actor, and the ids of those that have none. */
#include "registered.h"

static void one_id_is_one_actor(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "id=C1|name=HTX Đông Lai|members=65\n"
                                  "id=C1|name=HTX Đông Lai|sector=crops\n");

    assert_has(&own, "{\"node\": {\"id\": \"C1\", \"kind\": \"cooperative\", \"name\": \"HTX Đông "
                     "Lai\", \"sector\": \"crops\", \"members\": 65}}");
    assert_int_equal(own.counts.actors, 1);
    assert_int_equal(own.counts.joined, 1);
    forget(&own);
}

static void one_tax_code_is_one_actor_unless_ids_differ(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "tax_id=0100109106|name=HTX Đông Lai\n"
                                  "tax_id=0100109106|name=Hợp tác xã Đông Lai|members=5\n"
                                  "id=C2|tax_id=0312345674|name=HTX A\n"
                                  "id=C3|tax_id=0312345674|name=HTX B\n"
                                  "tax_id=0312345674|name=HTX A\n");

    assert_int_equal(own.counts.actors, 3);
    assert_int_equal(own.counts.joined, 1);
    assert_int_equal(own.counts.named, 1);
    assert_has(&own, "\"id\": \"0100109106\"");
    assert_told(&own, "organisations", 6, "not_used", "fits several actors");
    assert_told(&own, "organisations", 4, "note", "tax code of several actors");
    assert_told(&own, "organisations", 5, "note", "tax code of several actors");
    forget(&own);
}

static void names_are_joined_in_one_place_and_kept_apart_in_two(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "name=HTX Thanh Niên|commune=Xã A|district=Huyện Y|members=10\n"
                                  "name=Hợp tác xã Thanh Niên|commune=Xã B|district=Huyện Y\n"
                                  "name=hợp tác xã THANH NIÊN|commune=Xã A|district=Huyện Y\n");

    assert_int_equal(own.counts.actors, 2);
    assert_int_equal(own.counts.joined, 1);
    assert_told(&own, "organisations", 4, "note", "htx-thanh-nien, which row 2");
    assert_has(&own, "\"id\": \"htx-thanh-nien\"");
    assert_has(&own, "\"id\": \"htx-thanh-nien-2\"");
    forget(&own);
}

static void a_place_that_is_not_stated_is_no_other_place(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "name=HTX Đông Lai|commune=Xã Đông Lai\n"
                                  "organisations\n"
                                  "name=HTX Đông Lai|members=65\n");

    assert_int_equal(own.counts.actors, 1);
    assert_has(&own, "\"members\": 65");
    assert_has(&own, "\"place\": \"dong-lai\"");
    forget(&own);
}

static void marks_and_numerals_keep_names_apart(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "name=HTX Tân Lạc\n"
                                  "name=HTX Tấn Lạc\n"
                                  "name=HTX 1\n"
                                  "name=HTX 2\n"
                                  "name=HTX 01\n");

    assert_int_equal(own.counts.actors, 5);
    assert_has(&own, "\"id\": \"htx-tan-lac\"");
    assert_has(&own, "\"id\": \"htx-tan-lac-2\"");
    assert_told(&own, "organisations", 3, "note", "htx-tan-lac-2");
    forget(&own);
}

static void kinds_come_from_the_cell_the_name_or_the_sheet(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "id=A|name=HTX A|kind=union\n"
                                  "id=B|name=THT B\n"
                                  "id=C|name=Liên hiệp HTX C\n"
                                  "id=D|name=Đông Lai\n"
                                  "organisations group\n"
                                  "id=E|name=Đông Lai\n");

    assert_has(&own, "\"id\": \"A\", \"kind\": \"union\"");
    assert_has(&own, "\"id\": \"B\", \"kind\": \"group\"");
    assert_has(&own, "\"id\": \"C\", \"kind\": \"union\"");
    assert_has(&own, "\"id\": \"E\", \"kind\": \"group\"");
    assert_has_not(&own, "\"id\": \"D\"");
    assert_told(&own, "organisations", 5, "not_used", "fill in the kind");
    forget(&own);
}

static void an_organisation_among_buyers_is_that_organisation(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "name=HTX Đông Lai|members=65\n"
                                  "enterprises\n"
                                  "name=Hợp tác xã Đông Lai|form=hub\n"
                                  "name=HTX Khác\n");

    assert_int_equal(own.counts.actors, 2);
    assert_int_equal(own.counts.joined, 1);
    assert_has(&own, "\"kind\": \"cooperative\", \"name\": \"HTX Đông Lai\", \"form\": \"hub\", "
                     "\"buyer\": true, \"members\": 65");
    assert_has(&own, "\"id\": \"htx-khac\", \"kind\": \"enterprise\"");
    assert_told(&own, "enterprises", 3, "note", "listed among enterprises only");
    forget(&own);
}

static void households_without_ids_are_numbered_and_never_joined(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "id=C1|name=HTX Đông Lai\n"
                                  "members\n"
                                  "name=Nguyễn Văn Hùng|organisation=HTX Đông Lai\n"
                                  "name=Nguyễn Văn Hùng|organisation=HTX Đông Lai\n"
                                  "name=Bùi Thị Lan\n"
                                  "id=C1-0001|count=3|organisation_id=C1\n");

    assert_int_equal(own.counts.actors, 5);
    assert_has(&own, "{\"id\": \"C1-0001\", \"kind\": \"farmer\", \"count\": 3}");
    assert_has(&own, "{\"id\": \"C1-0002\", \"kind\": \"farmer\"}");
    assert_has(&own, "{\"id\": \"C1-0003\", \"kind\": \"farmer\"}");
    assert_has(&own, "{\"id\": \"ho-0001\", \"kind\": \"farmer\"}");
    assert_has_not(&own, "Hùng");
    forget(&own);
}

static void a_household_in_two_organisations_is_one(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "id=C1|name=HTX A\n"
                                  "id=C2|name=HTX B\n"
                                  "members\n"
                                  "id=H1|organisation_id=C1\n"
                                  "id=H1|organisation_id=C2\n"
                                  "id=H1|organisation_id=C2\n");

    assert_int_equal(own.counts.actors, 3);
    assert_int_equal(own.counts.links, 1);
    assert_int_equal(own.counts.joined, 1);
    assert_told(&own, "members", 4, "note", "same as row 3");
    assert_told(&own, "members", 0, "used", "one and the same");
    forget(&own);
}

static void a_member_that_is_an_organisation_is_the_listed_one(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "id=U|name=Liên hiệp HTX Tân Lạc\n"
                                  "name=HTX Đông Lai\n"
                                  "members\n"
                                  "name=Hợp tác xã Đông Lai|organisation_id=U\n"
                                  "name=HTX Không Có|organisation_id=U\n");

    assert_int_equal(own.counts.links, 1);
    assert_int_equal(own.counts.named, 1);
    assert_int_equal(own.counts.waiting, 1);
    assert_has(&own, "{\"link\": {\"source\": \"htx-dong-lai\", \"target\": \"U\", \"kind\": "
                     "\"membership\"}}");
    forget(&own);
}

static void merged_rows_go_on_with_their_actor(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "name=HTX Đông Lai|products=Bưởi|output=1000\n"
                                  "+products=Quýt|output=2000\n");

    assert_int_equal(own.counts.actors, 1);
    assert_has(&own, "\"products\": [{\"product\": \"buoi\", \"output_kg\": 1000}, {\"product\": "
                     "\"quyt\", \"output_kg\": 2000}]");
    forget(&own);
}

static void one_tax_code_of_two_names_is_no_reason_to_join(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "tax_id=0100109106|name=HTX A|members=3\n"
                                  "tax_id=0100109106|name=HTX B|members=4\n");

    assert_int_equal(own.counts.actors, 2);
    assert_has(&own, "\"name\": \"HTX A\", \"members\": 3, \"tax_id\": \"0100109106\"");
    assert_has(&own, "\"id\": \"htx-b\", \"kind\": \"cooperative\", \"name\": \"HTX B\", "
                     "\"members\": 4");
    assert_told(&own, "organisations", 3, "not_used", "HTX A has this tax code already");
    forget(&own);
}

static void numbers_of_households_begin_anew_in_each_organisation(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "id=A|name=HTX A\n"
                                  "id=B|name=HTX B\n"
                                  "members\n"
                                  "id=1|name=Nguyễn A|organisation=HTX A\n"
                                  "id=2|name=Trần B|organisation=HTX A\n"
                                  "id=1|name=Lê C|organisation=HTX B\n"
                                  "id=2|name=Phạm D|organisation=HTX B\n"
                                  "id=2|name=Trần B|organisation=HTX B\n"
                                  "id=1|organisation=HTX B|start=2024-01-01\n");

    assert_int_equal(own.counts.actors, 6);
    assert_has(&own, "\"source\": \"A/1\", \"target\": \"A\"");
    assert_has(&own, "\"source\": \"A/2\", \"target\": \"A\"");
    assert_has(&own, "\"source\": \"A/2\", \"target\": \"B\"");
    assert_has(&own, "\"source\": \"B/1\", \"target\": \"B\"");
    assert_has(&own, "\"source\": \"B/1\", \"target\": \"B\", \"kind\": \"membership\", "
                     "\"start\": \"2024-01-01\"");
    assert_has(&own, "\"source\": \"B/2\", \"target\": \"B\"");
    assert_has_not(&own, "\"source\": \"A/1\", \"target\": \"B\"");
    assert_told(&own, "members", 0, "note", "numbers within the organisation");
    forget(&own);
}

static void running_numbers_of_two_lists_are_no_ids(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "id=1|name=HTX A|members=10\n"
                                  "id=2|name=HTX B|members=20\n"
                                  "organisations\n"
                                  "id=1|name=HTX C|members=30\n"
                                  "enterprises\n"
                                  "id=1|name=Cty X\n"
                                  "id=2|name=Cty Y|tax_id=0100109106\n"
                                  "contracts\n"
                                  "seller=HTX A|buyer=Cty X\n"
                                  "seller=1|buyer=2\n");

    assert_int_equal(own.counts.actors, 5);
    assert_int_equal(own.counts.links, 1);
    assert_int_equal(own.counts.waiting, 2);
    assert_has(&own, "\"source\": \"htx-a\", \"target\": \"cty-x\"");
    assert_has(&own, "\"id\": \"htx-c\"");
    assert_has(&own, "\"id\": \"0100109106\"");
    assert_told(&own, "organisations", 0, "note", "running numbers");
    assert_told(&own, "enterprises", 0, "note", "\"HTX A\" (so.xlsx, organisations!A2)");
    forget(&own);
}

static void a_household_is_no_organisation_of_its_number(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "id=01|name=HTX A\n"
                                  "id=02|name=HTX B\n"
                                  "members\n"
                                  "id=01|name=Nguyễn A|organisation=HTX A\n"
                                  "id=02|name=Trần B|organisation=HTX A\n");

    assert_int_equal(own.counts.actors, 4);
    assert_has(&own, "\"source\": \"01/02\", \"target\": \"01\"");
    assert_has_not(&own, "\"source\": \"02\"");
    forget(&own);
}

static void an_id_of_two_names_may_be_a_typo(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "id=HTX-1|name=HTX A\n"
                                  "id=HTX-1|name=HTX B\n"
                                  "members\n"
                                  "id=H-1|name=Nguyễn A|organisation=HTX A\n"
                                  "id=H-1|name=Lê C|organisation=HTX A\n");

    assert_int_equal(own.counts.actors, 2);
    assert_int_equal(own.counts.named, 2);
    assert_told(
        &own, "organisations", 3, "not_used",
        "\"HTX B\" (so.xlsx, organisations!A3) and for \"HTX A\" (so.xlsx, organisations!A2)");
    assert_told(&own, "members", 2, "not_used", "id \"H-1\" stands for");
    forget(&own);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_id_is_one_actor),
        cmocka_unit_test(one_tax_code_is_one_actor_unless_ids_differ),
        cmocka_unit_test(one_tax_code_of_two_names_is_no_reason_to_join),
        cmocka_unit_test(numbers_of_households_begin_anew_in_each_organisation),
        cmocka_unit_test(running_numbers_of_two_lists_are_no_ids),
        cmocka_unit_test(a_household_is_no_organisation_of_its_number),
        cmocka_unit_test(an_id_of_two_names_may_be_a_typo),
        cmocka_unit_test(names_are_joined_in_one_place_and_kept_apart_in_two),
        cmocka_unit_test(a_place_that_is_not_stated_is_no_other_place),
        cmocka_unit_test(marks_and_numerals_keep_names_apart),
        cmocka_unit_test(kinds_come_from_the_cell_the_name_or_the_sheet),
        cmocka_unit_test(an_organisation_among_buyers_is_that_organisation),
        cmocka_unit_test(households_without_ids_are_numbered_and_never_joined),
        cmocka_unit_test(a_household_in_two_organisations_is_one),
        cmocka_unit_test(a_member_that_is_an_organisation_is_the_listed_one),
        cmocka_unit_test(merged_rows_go_on_with_their_actor),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
