/* load/regions with each of our allocations failing in turn: VCL_ERROR_MEMORY, no leak, and afterwards
 * the same outlines. Those of jansson 2.14 do not fail here: where it cannot lengthen a text it may
 * leave out a character and say nothing. */
#include "load/maps.h"
#include "model/regions.h"
#include "support/alloc.h"

typedef void begin_failing(size_t nth);

static void read_with_each_failing(begin_failing *begin)
{
    const char *const json =
        COLLECTION(FEATURE("1", "{'name': 'Huyện Hòa An'}", SQUARE(106, 21)) "," FEATURE(
            "2", "{'name': 'Nơi khác'}", SQUARE(107, 21)));
    char path[] = "/tmp/vclink-map-XXXXXX";
    vcl_chain *chain = chain_of(places_drawing);
    bool failed = true;
    size_t nth;

    write_map(path, json);
    for (nth = 1; failed; nth++) {
        vcl_regions *regions = NULL;
        vcl_error err = { 0 };
        begin(nth);
        vcl_status status = vcl_regions_load(path, chain, &regions, &err);
        failed = allocations_failed() > 0;
        fail_allocation(0);
        assert_int_equal(status, failed ? VCL_ERROR_MEMORY : VCL_OK);
        assert_int_equal(err.status, status);
        assert_int_equal(regions != NULL, status == VCL_OK);
        if (regions != NULL) {
            assert_int_equal(vcl_regions_count(regions), 1);
            assert_int_equal(regions->points.count, 4);
        }
        vcl_regions_free(regions);
    }
    assert_true(nth > 20);
    unlink(path);
    vcl_chain_free(chain);
}

static void reading_a_map_fails_cleanly(void **state)
{
    (void)state;
    read_with_each_failing(fail_allocation);
    read_with_each_failing(fail_allocations_from);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reading_a_map_fails_cleanly),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
