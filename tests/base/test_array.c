/* base/array: a growable array keeps what it was given. */
#include "base/array.h"

#include <string.h>

#include "support/assert.h"

typedef struct odd_item {
    char bytes[7];
} odd_item;

static void an_array_keeps_items_in_their_order(void **state)
{
    vcl_array array;

    (void)state;
    vcl_array_init(&array, sizeof(uint32_t));
    for (uint32_t i = 0; i < 100000; i++) {
        assert_int_equal(vcl_array_add(&array, &i, NULL), VCL_OK);
        assert_true(array.count <= array.capacity);
    }
    assert_int_equal(array.count, 100000);
    for (uint32_t i = 0; i < 100000; i++) {
        assert_int_equal(((const uint32_t *)array.items)[i], i);
    }
    vcl_array_release(&array);
}

static void items_may_have_any_size(void **state)
{
    vcl_array array;
    odd_item item = { "abcdef" };

    (void)state;
    vcl_array_init(&array, sizeof item);
    for (size_t i = 0; i < 50; i++) {
        item.bytes[0] = (char)('0' + i);
        assert_int_equal(vcl_array_add(&array, &item, NULL), VCL_OK);
    }
    for (size_t i = 0; i < 50; i++) {
        assert_int_equal(((const odd_item *)array.items)[i].bytes[0], '0' + i);
        assert_string_equal(((const odd_item *)array.items)[i].bytes + 1, "bcdef");
    }
    vcl_array_release(&array);
}

static void growing_happens_few_times(void **state)
{
    vcl_array array;
    size_t moves = 0;

    (void)state;
    vcl_array_init(&array, 1);
    for (size_t i = 0; i < 100000; i++) {
        size_t before = array.capacity;
        assert_int_equal(vcl_array_add(&array, "a", NULL), VCL_OK);
        moves += array.capacity != before;
    }
    assert_true(moves < 20);
    vcl_array_release(&array);
}

static void an_empty_array_owns_nothing(void **state)
{
    vcl_array array;

    (void)state;
    vcl_array_init(&array, 4);
    assert_null(array.items);
    assert_int_equal(vcl_array_reserve(&array, 0, NULL), VCL_OK);
    assert_int_equal(vcl_array_resize(&array, 0, NULL), VCL_OK);
    vcl_array_trim(&array);
    assert_null(array.items);
    vcl_array_release(&array);
    vcl_array_release(&array);
}

static void reserving_makes_room_and_no_items(void **state)
{
    vcl_array array;
    void *items = NULL;

    (void)state;
    vcl_array_init(&array, sizeof(int));
    assert_int_equal(vcl_array_reserve(&array, 1000, NULL), VCL_OK);
    assert_int_equal(array.count, 0);
    assert_int_equal(array.capacity, 1000);
    items = array.items;
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(vcl_array_add(&array, &i, NULL), VCL_OK);
    }
    assert_ptr_equal(array.items, items);
    assert_int_equal(vcl_array_reserve(&array, 10, NULL), VCL_OK);
    assert_int_equal(array.capacity, 1000);
    vcl_array_release(&array);
}

static void resizing_zeroes_what_is_new(void **state)
{
    vcl_array array;

    (void)state;
    vcl_array_init(&array, 1);
    for (size_t i = 0; i < 8; i++) {
        assert_int_equal(vcl_array_add(&array, &"abcdefgh"[i], NULL), VCL_OK);
    }
    assert_int_equal(vcl_array_resize(&array, 3, NULL), VCL_OK);
    assert_int_equal(vcl_array_resize(&array, 100, NULL), VCL_OK);
    assert_int_equal(array.count, 100);
    assert_memory_equal(array.items, "abc", 3);
    for (size_t i = 3; i < 100; i++) {
        assert_int_equal(((const char *)array.items)[i], 0);
    }
    vcl_array_release(&array);
}

static void trimming_gives_back_only_what_is_free(void **state)
{
    vcl_array array;

    (void)state;
    vcl_array_init(&array, 1);
    assert_int_equal(vcl_array_reserve(&array, 1000, NULL), VCL_OK);
    assert_int_equal(vcl_array_add(&array, "a", NULL), VCL_OK);
    vcl_array_trim(&array);
    assert_int_equal(array.capacity, 1);
    assert_memory_equal(array.items, "a", 1);
    assert_int_equal(vcl_array_resize(&array, 0, NULL), VCL_OK);
    vcl_array_trim(&array);
    assert_null(array.items);
    assert_int_equal(array.capacity, 0);
    vcl_array_release(&array);
}

static void too_many_items_are_refused_and_the_array_stays(void **state)
{
    vcl_array array;
    vcl_error err = { 0 };
    int item = 7;

    (void)state;
    vcl_array_init(&array, sizeof item);
    assert_int_equal(vcl_array_add(&array, &item, NULL), VCL_OK);
    assert_int_equal(vcl_array_reserve(&array, SIZE_MAX, &err), VCL_ERROR_MEMORY);
    assert_int_equal(vcl_array_reserve(&array, SIZE_MAX / sizeof item, NULL), VCL_ERROR_MEMORY);
    assert_int_equal(vcl_array_resize(&array, SIZE_MAX, NULL), VCL_ERROR_MEMORY);
    assert_int_equal(err.status, VCL_ERROR_MEMORY);
    assert_int_equal(array.count, 1);
    assert_int_equal(*(const int *)array.items, 7);
    vcl_array_release(&array);
}

static void a_released_array_may_be_filled_again(void **state)
{
    vcl_array array;

    (void)state;
    vcl_array_init(&array, 1);
    assert_int_equal(vcl_array_add(&array, "a", NULL), VCL_OK);
    vcl_array_release(&array);
    assert_int_equal(array.count, 0);
    assert_int_equal(vcl_array_add(&array, "b", NULL), VCL_OK);
    assert_memory_equal(array.items, "b", 1);
    vcl_array_release(&array);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_array_keeps_items_in_their_order),
        cmocka_unit_test(items_may_have_any_size),
        cmocka_unit_test(growing_happens_few_times),
        cmocka_unit_test(an_empty_array_owns_nothing),
        cmocka_unit_test(reserving_makes_room_and_no_items),
        cmocka_unit_test(resizing_zeroes_what_is_new),
        cmocka_unit_test(trimming_gives_back_only_what_is_free),
        cmocka_unit_test(too_many_items_are_refused_and_the_array_stays),
        cmocka_unit_test(a_released_array_may_be_filled_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
