/* base/short_id: short ids in two words. */
#include "base/short_id.h"

#include <string.h>

#include "support/assert.h"

/* Of every length; whatever stands behind the id in memory. */
static void an_id_is_filled_up_with_nul(void **state)
{
    static const char letters[] = "abcdefghijklmno############";
    char expected[VCL_SHORT_ID + 1];

    (void)state;
    for (size_t size = 0; size <= VCL_SHORT_ID; size++) {
        vcl_short_id id = vcl_short_id_of((vcl_slice){ size == 0 ? NULL : letters, size });
        memset(expected, 0, sizeof expected);
        memcpy(expected, letters, size);
        assert_memory_equal(id.text, expected, sizeof expected);
        assert_int_equal(vcl_short_id_size(&id), size);
    }
}

static void ids_compare_by_their_bytes(void **state)
{
    static const char *const sorted[] = {
        "",         "a",         "a ",         "aa",        "abcdefgh",       "abcdefgh1",
        "abcdefgi", "abcdefgi0", "abcdefgi0a", "abcdefgi1", "abcdefghijklmn", "abcdefghijklmno",
        "b",        "\xC4\x90",  "\xFF",
    };
    enum { count = sizeof sorted / sizeof sorted[0] };

    (void)state;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < count; j++) {
            vcl_short_id a = vcl_short_id_of(vcl_slice_of(sorted[i]));
            vcl_short_id b = vcl_short_id_of(vcl_slice_of(sorted[j]));
            assert_int_equal(vcl_short_id_equal(&a, &b), i == j);
            assert_int_equal(vcl_short_id_before(&a, &b), strcmp(sorted[i], sorted[j]) < 0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_id_is_filled_up_with_nul),
        cmocka_unit_test(ids_compare_by_their_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
