/* import/owners: whose a text is. */
#include "import/owners.h"

#include "support/assert.h"

static uint32_t owner_of(const vcl_owners *owners, const char *text)
{
    return vcl_owners_find(owners, vcl_slice_of(text));
}

static void a_claim_stays_with_the_first(void **state)
{
    (void)state;
    vcl_owners owners;

    vcl_owners_init(&owners);
    assert_int_equal(vcl_owners_claim(&owners, vcl_slice_of("HTX-01"), 7, NULL), VCL_OK);
    assert_int_equal(vcl_owners_claim(&owners, vcl_slice_of("HTX-01"), 8, NULL), VCL_OK);
    assert_int_equal(vcl_owners_claim(&owners, vcl_slice_of("HTX-1"), 8, NULL), VCL_OK);
    assert_int_equal(owner_of(&owners, "HTX-01"), 7);
    assert_int_equal(owner_of(&owners, "HTX-1"), 8);
    assert_int_equal(owner_of(&owners, "HTX-2"), VCL_NONE);
    vcl_owners_release(&owners);
}

static void what_two_share_has_several_owners(void **state)
{
    (void)state;
    vcl_owners owners;

    vcl_owners_init(&owners);
    for (uint32_t owner = 0; owner < 3; owner++) {
        assert_int_equal(vcl_owners_share(&owners, vcl_slice_of("quýt"), owner, NULL), VCL_OK);
        assert_int_equal(vcl_owners_share(&owners, vcl_slice_of("cam"), 5, NULL), VCL_OK);
    }
    assert_int_equal(owner_of(&owners, "quýt"), VCL_SEVERAL_OWNERS);
    assert_int_equal(owner_of(&owners, "cam"), 5);
    vcl_owners_release(&owners);
}

static void an_empty_text_is_nobodys(void **state)
{
    (void)state;
    vcl_owners owners;

    vcl_owners_init(&owners);
    assert_int_equal(vcl_owners_claim(&owners, vcl_slice_of(""), 1, NULL), VCL_OK);
    assert_int_equal(vcl_owners_share(&owners, vcl_slice_of(""), 1, NULL), VCL_OK);
    assert_int_equal(owner_of(&owners, ""), VCL_NONE);
    vcl_owners_release(&owners);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_claim_stays_with_the_first),
        cmocka_unit_test(what_two_share_has_several_owners),
        cmocka_unit_test(an_empty_text_is_nobodys),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
