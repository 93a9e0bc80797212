/* import/list: several entries in one cell. */
#include "values/list.h"

#include "values/read.h"

/* Entries of `cell` as "name=amount|name|…". */
static void assert_list(const char *cell, vcl_list_is_known is_known, const char *expected)
{
    vcl_array items;
    vcl_text text = { 0 };
    vcl_reading reading = { 0 };

    vcl_array_init(&items, sizeof(vcl_list_item));
    assert_int_equal(vcl_list_read(vcl_slice_of(cell), is_known, NULL, &items, &reading, NULL),
                     VCL_OK);
    const vcl_list_item *all = items.items;
    for (size_t i = 0; i < items.count; i++) {
        vcl_text_add(&text, i > 0 ? "|" : "");
        vcl_text_add_slice(&text, all[i].name);
        vcl_text_add(&text, all[i].amount.size > 0 ? "=" : "");
        vcl_text_add_slice(&text, all[i].amount);
    }
    assert_string_equal(vcl_text_bytes(&text), expected);
    assert_says(cell, reading, items.count > 1 ? VCL_MSG_READ_LIST : VCL_MSG_READ_LIST_ONE);
    vcl_text_release(&text);
    vcl_array_release(&items);
}

static void separators_part(void **state)
{
    (void)state;
    assert_list("Vải thiều", NULL, "Vải thiều");
    assert_list("Vải thiều, Bưởi", NULL, "Vải thiều|Bưởi");
    assert_list("Vải thiều; Bưởi;", NULL, "Vải thiều|Bưởi");
    assert_list("Vải thiều/Bưởi / Na", NULL, "Vải thiều|Bưởi|Na");
    assert_list("Vải thiều\nBưởi\r\nNa", NULL, "Vải thiều|Bưởi|Na");
    assert_list("- Vải thiều\n- Bưởi", NULL, "Vải thiều|Bưởi");
    assert_list("Vải thiều và Bưởi", NULL, "Vải thiều|Bưởi");
    assert_list("Vải thiều & Bưởi + Na", NULL, "Vải thiều|Bưởi|Na");
    assert_list("Vải, nhãn; bưởi và cam", NULL, "Vải|nhãn|bưởi|cam");
    assert_list("", NULL, "");
    assert_list(" ; , ", NULL, "");
    assert_list("Vàng anh", NULL, "Vàng anh");
}

static void amounts_stay_with_their_names(void **state)
{
    (void)state;
    assert_list("Vải thiều (120 tấn); Bưởi: 30 tấn", NULL, "Vải thiều=120 tấn|Bưởi=30 tấn");
    assert_list("Vải thiều (120,5 tấn), Bưởi 30 tạ", NULL, "Vải thiều=120,5 tấn|Bưởi=30 tạ");
    assert_list("Vải thiều: 120,5 tấn, Bưởi - 30 tấn", NULL, "Vải thiều=120,5 tấn|Bưởi=30 tấn");
    assert_list("Vải: 1.200 tấn/năm / Bưởi: 30 tấn/năm", NULL, "Vải=1.200 tấn/năm|Bưởi=30 tấn/năm");
    assert_list("Bưởi 30tấn", NULL, "Bưởi=30tấn");
    assert_list("Bưởi (30)", NULL, "Bưởi=30");
    assert_list("Gạo (nếp cái hoa vàng)", NULL, "Gạo (nếp cái hoa vàng)");
    assert_list("Rau (cải, su hào); nấm", NULL, "Rau (cải, su hào)|nấm");
    assert_list("Chè: 60%; Bưởi 40 %", NULL, "Chè=60%|Bưởi=40 %");
    assert_list("Giống lúa ST25", NULL, "Giống lúa ST25");
    assert_list("Lúa OM 18", NULL, "Lúa OM 18");
}

static bool knows(void *context, vcl_slice name)
{
    (void)context;
    return vcl_reading_is(name, "Rau, củ, quả") || vcl_reading_is(name, "Chè/trà");
}

static void a_known_name_is_not_parted(void **state)
{
    (void)state;
    assert_list("Rau, củ, quả", knows, "Rau, củ, quả");
    assert_list("Rau, củ, quả; Chè/trà", knows, "Rau, củ, quả|Chè/trà");
    assert_list("Chè/trà, nấm", knows, "Chè/trà|nấm");
    assert_list("Rau, củ, quả", NULL, "Rau|củ|quả");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(separators_part),
        cmocka_unit_test(amounts_stay_with_their_names),
        cmocka_unit_test(a_known_name_is_not_parted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
