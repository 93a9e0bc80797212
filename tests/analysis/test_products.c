/* analysis/products: what is traded. */
#include "support/figures.h"

static void products_stand_by_id_with_their_names(void **state)
{
    (void)state;
    assert_drawn_rows("product tea 'name': 'Chè'\n"
                      "product pomelo 'name': 'Bưởi đỏ', 'name_en': 'Red pomelo'\n"
                      "product 7\n",
                      "products", NULL, "7 - -\npomelo Bưởi đỏ Red pomelo\ntea Chè -\n");
}

static void products_that_are_only_mentioned_stand_there_too(void **state)
{
    (void)state;
    assert_drawn_rows("group g 'products': ['tea']\n"
                      "enterprise e\n"
                      "link g e 'product': 'rice', 'status': 'ended'\n",
                      "products", "id", "rice\ntea\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(products_stand_by_id_with_their_names),
        cmocka_unit_test(products_that_are_only_mentioned_stand_there_too),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
