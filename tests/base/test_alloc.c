/* All of base with each allocation failing in turn: VCL_ERROR_MEMORY, and everything stays valid. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/idmap.h"
#include "base/memory.h"
#include "base/output.h"
#include "base/try.h"
#include "base/unicode.h"
#include "support/alloc.h"
#include "support/assert.h"

enum { id_count = 300 };

typedef vcl_status worker(vcl_error *err);
typedef void make_text(vcl_text *out, vcl_slice text);

/* Runs `work` with the first, the second … allocation failing, until none does. */
static void fail_in_turn(worker *work, void (*begin_failing)(size_t nth))
{
    size_t nth = 1;

    for (;; nth++) {
        vcl_error err = { 0 };
        begin_failing(nth);
        vcl_status status = work(&err);
        if (allocations_failed() == 0) {
            break;
        }
        assert_int_equal(status, VCL_ERROR_MEMORY);
        assert_int_equal(err.status, VCL_ERROR_MEMORY);
        assert_int_equal(err.message, VCL_MSG_NO_MEMORY);
    }
    assert_true(nth > 1);
    fail_allocation(0);
    assert_int_equal(work(NULL), VCL_OK);
}

static void fail_each(worker *work)
{
    fail_in_turn(work, fail_allocation);
    fail_in_turn(work, fail_allocations_from);
}

static vcl_status fill_array(vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_array array;

    vcl_array_init(&array, sizeof(int));
    for (int i = 0; i < 100; i++) {
        TRY(vcl_array_add(&array, &i, err));
    }
    TRY(vcl_array_reserve(&array, 1000, err));
    TRY(vcl_array_resize(&array, 2000, err));
done:
    for (size_t i = 0; i < array.count && i < 100; i++) {
        assert_int_equal(((const int *)array.items)[i], i);
    }
    vcl_array_release(&array);
    return status;
}

static void an_array_stays_as_it_was(void **state)
{
    (void)state;
    fail_each(fill_array);
}

static void an_array_that_cannot_be_trimmed_stays(void **state)
{
    vcl_array array;

    (void)state;
    vcl_array_init(&array, 1);
    assert_int_equal(vcl_array_add(&array, "a", NULL), VCL_OK);
    fail_allocation(1);
    vcl_array_trim(&array);
    assert_int_equal(allocations_failed(), 1);
    assert_true(array.capacity > 1);
    assert_memory_equal(array.items, "a", 1);
    vcl_array_release(&array);
}

static vcl_status fill_arena(vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_arena arena = { 0 };
    const char *first = NULL;
    const char *text = NULL;
    int *number = NULL;

    TRY(vcl_arena_copy(&arena, vcl_slice_of("first"), &first, err));
    for (int i = 0; i < 1000; i++) {
        TRY(vcl_arena_copy(&arena, vcl_slice_of("0123456789"), &text, err));
        TRY(vcl_arena_alloc(&arena, sizeof *number, &number, err));
    }
done:
    assert_true(first == NULL || strcmp(first, "first") == 0);
    vcl_arena_release(&arena);
    return status;
}

static void an_arena_keeps_what_it_has(void **state)
{
    (void)state;
    fail_each(fill_arena);
}

static vcl_status fill_idmap(vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_idmap map;
    char id[40];
    uint32_t number = 0;

    vcl_idmap_init(&map);
    for (int i = 0; i < id_count; i++) {
        snprintf(id, sizeof id, "identifier %d", i);
        TRY(vcl_idmap_intern(&map, vcl_slice_of(id), &number, err));
    }
done:
    for (uint32_t i = 0; i < vcl_idmap_count(&map); i++) {
        assert_int_equal(vcl_idmap_find(&map, vcl_slice_of(vcl_idmap_name(&map, i))), i);
    }
    vcl_idmap_release(&map);
    return status;
}

static void an_id_map_finds_what_it_has(void **state)
{
    (void)state;
    fail_each(fill_idmap);
}

/* The id that could not be added is added when memory is back. */
static void an_id_map_goes_on_afterwards(void **state)
{
    vcl_idmap map;
    char id[20];
    uint32_t number = 0;

    (void)state;
    vcl_idmap_init(&map);
    for (uint32_t i = 0; i < id_count; i++) {
        snprintf(id, sizeof id, "%u", (unsigned)i);
        fail_allocation(1);
        if (vcl_idmap_intern(&map, vcl_slice_of(id), &number, NULL) != VCL_OK) {
            assert_int_equal(vcl_idmap_intern(&map, vcl_slice_of(id), &number, NULL), VCL_OK);
        }
        assert_int_equal(number, i);
    }
    fail_allocation(0);
    vcl_idmap_release(&map);
}

static vcl_status make_texts(vcl_error *err)
{
    static make_text *const makers[] = { vcl_text_add_slice, vcl_text_add_visible, vcl_unicode_nfc,
                                         vcl_unicode_twin_key, vcl_unicode_search_key };
    vcl_text text = { 0 };
    vcl_status status = VCL_OK;

    for (int i = 0; i < 20; i++) {
        for (size_t j = 0; j < sizeof makers / sizeof makers[0]; j++) {
            makers[j](&text, vcl_slice_of("Hợp ta\u0301c xã\033 số 07\xFF "));
        }
        vcl_text_add_integer(&text, i);
        vcl_text_add_real(&text, i / 7.0);
    }
    status = vcl_text_status(&text, err);
    assert_true(text.bytes == NULL || text.bytes[text.size] == '\0');
    vcl_text_release(&text);
    return status;
}

static void a_text_remembers_that_memory_ran_out(void **state)
{
    (void)state;
    fail_each(make_texts);
}

static vcl_status allocate(vcl_error *err)
{
    char other = 0;
    char *block = &other;
    vcl_status status = vcl_alloc(&block, 10, 10, err);

    assert_true((status == VCL_OK) == (block != NULL));
    free(block);
    return status;
}

static void a_failed_block_is_null(void **state)
{
    (void)state;
    fail_each(allocate);
}

static vcl_status write_output(vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_output output = { 0 };

    TRY(vcl_output_open(&output, "target", err));
    vcl_output_write(&output, vcl_slice_of("new"));
    TRY(vcl_output_commit(&output, err));
done:
    vcl_output_release(&output);
    assert_int_equal(access("target", F_OK), status == VCL_OK ? 0 : -1);
    unlink("target");
    return status;
}

/* The folder can be removed at the end: it is empty. */
static void an_output_leaves_nothing_behind(void **state)
{
    const char *parent = getenv("TMPDIR");
    char folder[200];

    (void)state;
    snprintf(folder, sizeof folder, "%s/vclink.XXXXXX", parent != NULL ? parent : "/tmp");
    assert_non_null(mkdtemp(folder));
    assert_int_equal(chdir(folder), 0);
    fail_each(write_output);
    assert_int_equal(chdir("/"), 0);
    assert_int_equal(rmdir(folder), 0);
}

static void an_error_has_a_text_without_memory(void **state)
{
    vcl_error err = { 0 };
    char text[40];

    (void)state;
    vcl_fail_memory(&err);
    fail_allocations_from(1);
    vcl_error_text(&err, VCL_VIETNAMESE, text, sizeof text);
    fail_allocation(0);
    assert_string_equal(text, "không đủ bộ nhớ");
}

static void failing_is_counted(void **state)
{
    (void)state;
    fail_allocation(2);
    for (int i = 0; i < 4; i++) {
        allocate(NULL);
    }
    assert_int_equal(allocations_made(), 4);
    assert_int_equal(allocations_failed(), 1);
    fail_allocations_from(2);
    for (int i = 0; i < 4; i++) {
        allocate(NULL);
    }
    assert_int_equal(allocations_made(), 4);
    assert_int_equal(allocations_failed(), 3);
    fail_allocation(0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_array_stays_as_it_was),
        cmocka_unit_test(an_array_that_cannot_be_trimmed_stays),
        cmocka_unit_test(an_arena_keeps_what_it_has),
        cmocka_unit_test(an_id_map_finds_what_it_has),
        cmocka_unit_test(an_id_map_goes_on_afterwards),
        cmocka_unit_test(a_text_remembers_that_memory_ran_out),
        cmocka_unit_test(a_failed_block_is_null),
        cmocka_unit_test(an_output_leaves_nothing_behind),
        cmocka_unit_test(an_error_has_a_text_without_memory),
        cmocka_unit_test(failing_is_counted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
