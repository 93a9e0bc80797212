/* Places: listed or gathered, and which one a row means. */
#include "registered.h"

static const char listed[] = "places\n"
                             "id=17|name=Tỉnh Hòa Bình|level=province\n"
                             "id=155|name=Huyện Tân Lạc|level=district|parent=17\n"
                             "id=156|name=Huyện Lạc Sơn|level=district|parent=Hòa Bình\n"
                             "id=1|name=Xã Đông Lai|level=commune|parent=155\n"
                             "id=2|name=Xã Quyết Thắng|level=commune|parent=155\n"
                             "id=3|name=Xã Quyết Thắng|level=commune|parent=156\n"
                             "id=4|name=Thị trấn Vụ Bản|level=commune|parent=156\n"
                             "organisations\n";

static registered with(const char *rows)
{
    char text[4096];

    (void)snprintf(text, sizeof text, "%s%s", listed, rows);
    return register_all(text);
}

static void names_find_their_place_with_or_without_the_word_of_a_level(void **state)
{
    (void)state;
    registered own = with("id=A|name=HTX A|place=1\n"
                          "id=B|name=HTX B|place=xã đông lai\n"
                          "id=C|name=HTX C|commune=Đông Lai\n"
                          "id=D|name=HTX D|place=TT. Vụ Bản\n"
                          "id=E|name=HTX E|district=Tân Lạc\n"
                          "id=F|name=HTX F|place=Đông Lai, Tân Lạc, Hoà Bình\n");

    assert_has(&own, "\"name\": \"HTX A\", \"place\": \"1\"");
    assert_has(&own, "\"name\": \"HTX B\", \"place\": \"1\"");
    assert_has(&own, "\"name\": \"HTX C\", \"place\": \"1\"");
    assert_has(&own, "\"name\": \"HTX D\", \"place\": \"4\"");
    assert_has(&own, "\"name\": \"HTX E\", \"place\": \"155\"");
    assert_has(&own, "\"name\": \"HTX F\", \"place\": \"1\"");
    forget(&own);
}

static void a_district_tells_two_communes_of_a_name_apart(void **state)
{
    (void)state;
    registered own = with("id=A|name=HTX A|commune=Quyết Thắng|district=Lạc Sơn\n"
                          "id=B|name=HTX B|commune=Xã Quyết Thắng\n"
                          "id=C|name=HTX C|place=Quyết Thắng, huyện Tân Lạc\n");

    assert_has(&own, "\"name\": \"HTX A\", \"place\": \"3\"");
    assert_has(&own, "\"name\": \"HTX B\"}}");
    assert_has(&own, "\"name\": \"HTX C\", \"place\": \"2\"");
    assert_told(&own, "organisations", 3, "not_used", "fits several places");
    assert_int_equal(own.counts.cells, 1);
    forget(&own);
}

static void another_mark_or_level_is_another_place(void **state)
{
    (void)state;
    registered own = with("id=A|name=HTX A|commune=Đồng Lai\n"
                          "id=B|name=HTX B|commune=Thị trấn Đông Lai\n"
                          "id=C|name=HTX C|commune=Đồng Lai|district=Tân Lạc\n");

    assert_has(&own, "\"name\": \"HTX A\"}}");
    assert_has(&own, "\"name\": \"HTX B\"}}");
    assert_has(&own, "\"name\": \"HTX C\", \"place\": \"155\"");
    assert_told(&own, "organisations", 2, "not_used", "not in the sheet of places");
    forget(&own);
}

static void a_level_beside_the_name_counts_as_in_it(void **state)
{
    (void)state;
    registered own = register_all("places\n"
                                  "id=1|name=Tân Lạc|level=huyện\n"
                                  "id=2|name=Tân Lạc|level=Cấp xã|parent=1\n"
                                  "organisations\n"
                                  "id=A|name=HTX A|commune=Tân Lạc\n"
                                  "id=B|name=HTX B|district=Tân Lạc\n"
                                  "id=C|name=HTX C|place=Tân Lạc\n");

    assert_has(&own, "\"name\": \"HTX A\", \"place\": \"2\"");
    assert_has(&own, "\"name\": \"HTX B\", \"place\": \"1\"");
    assert_has(&own, "\"name\": \"HTX C\"}}");
    forget(&own);
}

static void places_that_lie_in_each_other_lose_that_alone(void **state)
{
    (void)state;
    registered own = register_all("places\n"
                                  "id=1|name=A|parent=2\n"
                                  "id=2|name=B|parent=3\n"
                                  "id=3|name=C|parent=2\n"
                                  "id=4|name=D|parent=4\n"
                                  "organisations\n"
                                  "id=X|name=HTX X|place=1\n");

    assert_has(&own, "{\"place\": {\"id\": \"1\", \"name\": \"A\", \"parent\": \"2\"}}");
    assert_has(&own, "{\"place\": {\"id\": \"2\", \"name\": \"B\"}}");
    assert_has(&own, "{\"place\": {\"id\": \"4\", \"name\": \"D\"}}");
    assert_told(&own, "places", 3, "not_used", "within each other");
    assert_told(&own, "places", 4, "not_used", "within each other");
    assert_told(&own, "places", 5, "not_used", "within each other");
    forget(&own);
}

static void without_a_register_a_tree_is_gathered(void **state)
{
    (void)state;
    registered own = register_all(
        "organisations\n"
        "id=A|name=HTX A|commune=Đông Lai\n"
        "id=B|name=HTX B|commune=Xã Đông Lai|district=Tân Lạc|province=Hòa Bình\n"
        "id=C|name=HTX C|commune=Thị trấn Mãn Đức|district=Huyện Tân Lạc|province=Hoà Bình\n"
        "id=D|name=HTX D|district=Tân Lạc\n");

    assert_has(&own, "{\"place\": {\"id\": \"hoa-binh/tan-lac/dong-lai\", \"name\": \"Xã Đông "
                     "Lai\", \"level\": \"commune\", \"parent\": \"hoa-binh/tan-lac\"}}");
    assert_has(&own, "{\"place\": {\"id\": \"hoa-binh/tan-lac\", \"name\": \"Huyện Tân Lạc\", "
                     "\"level\": \"district\", \"parent\": \"hoa-binh\"}}");
    assert_has(&own, "\"name\": \"HTX A\", \"place\": \"hoa-binh/tan-lac/dong-lai\"");
    assert_has(&own, "\"name\": \"HTX D\", \"place\": \"hoa-binh/tan-lac\"");
    assert_has_not(&own, "\"hoa-binh-2\"");
    forget(&own);
}

static void gathered_communes_of_one_name_stay_two(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "id=A|name=HTX A|commune=Xã Yên Lạc|district=Yên Thủy\n"
                                  "id=B|name=HTX B|commune=Thị trấn Yên Lạc|district=Yên Thủy\n"
                                  "id=C|name=HTX C|commune=Xã Yên Lạc|district=Lạc Thủy\n");

    assert_has(&own, "{\"place\": {\"id\": \"yen-thuy/yen-lac\"");
    assert_has(&own, "{\"place\": {\"id\": \"yen-thuy/yen-lac-2\"");
    assert_has(&own, "{\"place\": {\"id\": \"lac-thuy/yen-lac\"");
    forget(&own);
}

static void the_word_of_a_level_may_belong_to_a_name(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "id=A|name=HTX A|commune=Bản Thượng\n"
                                  "id=B|name=HTX B|commune=Bản Thượng, Xã Đông Lai\n"
                                  "id=C|name=HTX C|commune=Xã Bản Thượng\n");

    assert_has(&own, "\"name\": \"HTX A\", \"place\": \"ban-thuong\"");
    assert_has(&own, "\"name\": \"HTX B\", \"place\": \"dong-lai/thuong\"");
    assert_has(&own, "\"name\": \"HTX C\", \"place\": \"ban-thuong\"");
    forget(&own);
}

static void a_commune_without_its_district_is_none_of_several(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "id=A|name=HTX A|commune=Xã Hòa Bình|district=X\n"
                                  "id=B|name=HTX B|commune=Hòa Bình|district=Y\n"
                                  "id=C|name=HTX C|commune=Hòa Bình\n"
                                  "id=D|name=HTX D|commune=Xã Hòa Bình\n"
                                  "id=E|name=HTX E|commune=Vân Sơn|district=X\n"
                                  "id=F|name=HTX F|commune=Vân Sơn|district=Y\n"
                                  "id=G|name=HTX G|commune=Vân Sơn\n");

    assert_has(&own, "\"name\": \"HTX A\", \"place\": \"x/hoa-binh\"");
    assert_has(&own, "\"name\": \"HTX B\", \"place\": \"y/hoa-binh\"");
    assert_has(&own, "\"name\": \"HTX C\"}");
    assert_has(&own, "\"name\": \"HTX D\"}");
    assert_has(&own, "\"name\": \"HTX G\"}");
    assert_has_not(&own, "\"id\": \"van-son\"");
    assert_told(&own, "organisations", 4, "not_used", "fits several places");
    assert_told(&own, "organisations", 5, "not_used", "fits several places");
    forget(&own);
}

static void a_name_without_a_word_beside_two_with_one_makes_no_third(void **state)
{
    (void)state;
    registered own = register_all("organisations\n"
                                  "id=A|name=HTX A|commune=Xã Yên Lạc|district=Yên Thủy\n"
                                  "id=B|name=HTX B|commune=Thị trấn Yên Lạc|district=Yên Thủy\n"
                                  "id=C|name=HTX C|commune=Yên Lạc|district=Yên Thủy\n");

    assert_has(&own, "\"name\": \"HTX A\", \"place\": \"yen-thuy/yen-lac");
    assert_has(&own, "\"name\": \"HTX C\", \"place\": \"yen-thuy\"");
    assert_has_not(&own, "yen-lac-3");
    assert_told(&own, "organisations", 4, "not_used", "fits several places");
    forget(&own);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_find_their_place_with_or_without_the_word_of_a_level),
        cmocka_unit_test(a_district_tells_two_communes_of_a_name_apart),
        cmocka_unit_test(another_mark_or_level_is_another_place),
        cmocka_unit_test(a_level_beside_the_name_counts_as_in_it),
        cmocka_unit_test(places_that_lie_in_each_other_lose_that_alone),
        cmocka_unit_test(without_a_register_a_tree_is_gathered),
        cmocka_unit_test(gathered_communes_of_one_name_stay_two),
        cmocka_unit_test(the_word_of_a_level_may_belong_to_a_name),
        cmocka_unit_test(a_commune_without_its_district_is_none_of_several),
        cmocka_unit_test(a_name_without_a_word_beside_two_with_one_makes_no_third),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
