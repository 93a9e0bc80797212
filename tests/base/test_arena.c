/* base/arena: texts are copied, never move, and go together. */
#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/assert.h"

static const char *copy(vcl_arena *arena, vcl_slice text)
{
    const char *out = NULL;

    assert_int_equal(vcl_arena_copy(arena, text, &out, NULL), VCL_OK);
    return out;
}

static void a_copy_outlives_the_original(void **state)
{
    vcl_arena arena = { 0 };
    char original[] = "Hoà An";
    const char *kept = copy(&arena, vcl_slice_of(original));

    (void)state;
    memset(original, '#', sizeof original - 1);
    assert_string_equal(kept, "Hoà An");
    vcl_arena_release(&arena);
}

static void many_texts_never_move(void **state)
{
    enum { count = 20000 };
    static const char *kept[count];
    vcl_arena arena = { 0 };
    char text[20];

    (void)state;
    for (int i = 0; i < count; i++) {
        snprintf(text, sizeof text, "HTX-%d", i);
        kept[i] = copy(&arena, vcl_slice_of(text));
    }
    for (int i = 0; i < count; i++) {
        snprintf(text, sizeof text, "HTX-%d", i);
        assert_string_equal(kept[i], text);
    }
    vcl_arena_release(&arena);
}

static void texts_of_every_size_around_a_block_are_kept(void **state)
{
    enum { largest = 70000 };
    vcl_arena arena = { 0 };
    char *text = malloc(largest);

    (void)state;
    assert_non_null(text);
    memset(text, 'x', largest);
    for (size_t size = 0; size < largest; size = size * 5 / 4 + 1) {
        const char *kept = copy(&arena, (vcl_slice){ text, size });
        assert_int_equal(strlen(kept), size);
        assert_memory_equal(kept, text, size);
    }
    free(text);
    vcl_arena_release(&arena);
}

static void an_empty_text_is_a_text(void **state)
{
    vcl_arena arena = { 0 };

    (void)state;
    assert_string_equal(copy(&arena, (vcl_slice){ NULL, 0 }), "");
    vcl_arena_release(&arena);
}

static void a_slice_needs_no_closing_nul(void **state)
{
    vcl_arena arena = { 0 };

    (void)state;
    assert_string_equal(copy(&arena, (vcl_slice){ "HTX-09", 3 }), "HTX");
    vcl_arena_release(&arena);
}

static void blocks_are_aligned_for_any_object(void **state)
{
    vcl_arena arena = { 0 };
    long double *number = NULL;

    (void)state;
    for (size_t size = 0; size < 200; size++) {
        copy(&arena, (vcl_slice){ "abcdefgh", size % 9 });
        assert_int_equal(vcl_arena_alloc(&arena, sizeof *number, &number, NULL), VCL_OK);
        assert_int_equal((uintptr_t)number % _Alignof(max_align_t), 0);
        *number = 1.0L;
    }
    vcl_arena_release(&arena);
}

static void a_block_of_no_bytes_has_an_address(void **state)
{
    vcl_arena arena = { 0 };
    char *block = NULL;

    (void)state;
    assert_int_equal(vcl_arena_alloc(&arena, 0, &block, NULL), VCL_OK);
    assert_non_null(block);
    vcl_arena_release(&arena);
}

static void too_much_is_refused_and_the_arena_stays(void **state)
{
    vcl_arena arena = { 0 };
    const char *kept = copy(&arena, vcl_slice_of("kept"));
    const char *out = NULL;
    void *block = NULL;
    vcl_error err = { 0 };

    (void)state;
    assert_int_equal(vcl_arena_alloc(&arena, SIZE_MAX, &block, &err), VCL_ERROR_MEMORY);
    assert_int_equal(vcl_arena_alloc(&arena, SIZE_MAX / 2, &block, NULL), VCL_ERROR_MEMORY);
    assert_int_equal(vcl_arena_copy(&arena, (vcl_slice){ "a", SIZE_MAX }, &out, NULL),
                     VCL_ERROR_MEMORY);
    assert_int_equal(err.status, VCL_ERROR_MEMORY);
    assert_string_equal(kept, "kept");
    assert_string_equal(copy(&arena, vcl_slice_of("more")), "more");
    vcl_arena_release(&arena);
}

static void a_released_arena_is_empty(void **state)
{
    vcl_arena arena = { 0 };

    (void)state;
    vcl_arena_release(&arena);
    copy(&arena, vcl_slice_of("a"));
    vcl_arena_release(&arena);
    assert_null(arena.blocks);
    assert_string_equal(copy(&arena, vcl_slice_of("b")), "b");
    vcl_arena_release(&arena);
}

static void a_slice_knows_its_size(void **state)
{
    (void)state;
    assert_int_equal(vcl_slice_of("Hoà").size, 4);
    assert_int_equal(vcl_slice_of("").size, 0);
    assert_int_equal(vcl_slice_of(NULL).size, 0);
    assert_int_equal(vcl_slice_from(vcl_slice_of("Hoà"), 2).size, 2);
    assert_string_equal(vcl_slice_from(vcl_slice_of("Hoà"), 2).bytes, "à");
    assert_int_equal(vcl_slice_from(vcl_slice_of("Hoà"), 4).size, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_copy_outlives_the_original),
        cmocka_unit_test(many_texts_never_move),
        cmocka_unit_test(texts_of_every_size_around_a_block_are_kept),
        cmocka_unit_test(an_empty_text_is_a_text),
        cmocka_unit_test(a_slice_needs_no_closing_nul),
        cmocka_unit_test(blocks_are_aligned_for_any_object),
        cmocka_unit_test(a_block_of_no_bytes_has_an_address),
        cmocka_unit_test(too_much_is_refused_and_the_arena_stays),
        cmocka_unit_test(a_released_arena_is_empty),
        cmocka_unit_test(a_slice_knows_its_size),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
