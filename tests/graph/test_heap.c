/* graph/heap: the largest key comes out first. */
#include "graph/heap.h"

#include "support/assert.h"
#include "support/chance.h"

static void the_largest_key_comes_out_first(void **state)
{
    static const uint32_t keys[] = { 3, 9, 1, 9, 0, 7, 4000000000u };
    static const uint32_t expected[] = { 4000000000u, 9, 9, 7, 3, 1, 0 };
    vcl_heap heap;

    (void)state;
    vcl_heap_init(&heap);
    for (size_t i = 0; i < 7; i++) {
        assert_int_equal(vcl_heap_push(&heap, keys[i], keys[i], NULL), VCL_OK);
    }
    for (size_t i = 0; i < 7; i++) {
        assert_int_equal(vcl_heap_pop(&heap), expected[i]);
    }
    assert_int_equal(heap.entries.count, 0);
    vcl_heap_release(&heap);
}

static void a_vertex_keeps_its_own_key(void **state)
{
    vcl_heap heap;

    (void)state;
    vcl_heap_init(&heap);
    for (uint32_t vertex = 0; vertex < 50; vertex++) {
        assert_int_equal(vcl_heap_push(&heap, 100 - vertex, vertex, NULL), VCL_OK);
    }
    for (uint32_t vertex = 0; vertex < 50; vertex++) {
        assert_int_equal(vcl_heap_pop(&heap), vertex);
    }
    vcl_heap_release(&heap);
}

/* The largest of `keys` that is there, which is then no longer there. */
static uint32_t take_largest(bool *there, uint32_t count)
{
    while (count > 0 && !there[count - 1]) {
        count--;
    }
    assert_true(count > 0);
    there[count - 1] = false;
    return count - 1;
}

static void pushing_and_popping_may_alternate(void **state)
{
    enum { count = 200 };
    struct chance chance = { 1 };
    bool there[count] = { false };
    vcl_heap heap;

    (void)state;
    vcl_heap_init(&heap);
    for (int round = 0; round < 20000; round++) {
        uint32_t key = any_of(&chance, count);
        if (!there[key] && happens(&chance, 52)) {
            assert_int_equal(vcl_heap_push(&heap, key, key, NULL), VCL_OK);
            there[key] = true;
        } else if (heap.entries.count > 0) {
            assert_int_equal(vcl_heap_pop(&heap), take_largest(there, count));
        }
    }
    vcl_heap_release(&heap);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_largest_key_comes_out_first),
        cmocka_unit_test(a_vertex_keeps_its_own_key),
        cmocka_unit_test(pushing_and_popping_may_alternate),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
