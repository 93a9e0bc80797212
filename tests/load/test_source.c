/* load/source: the window shows every byte of a file once and in order, read ahead or not. */
#define _XOPEN_SOURCE 700 /* nftw() */
#include "load/source.h"

#include "support/chance.h"
#include "support/folder.h"

enum { SIZE = 9 * 1024 * 1024 + 17 };

static char byte_at(size_t i)
{
    return (char)(i * 31 + (i >> 11));
}

static void fill_file(const char *name)
{
    FILE *file = fopen(name, "wb");

    assert_non_null(file);
    for (size_t i = 0; i < SIZE; i++) {
        putc(byte_at(i), file);
    }
    assert_int_equal(fclose(file), 0);
}

/* Looks at the window and drops some of it, at most `most` bytes at a time; none at all while less
 * than `least` are there, as in the middle of a long record. */
static void assert_all_is_seen(unsigned threads, size_t block_size, uint32_t most, size_t least)
{
    vcl_load_options options = { .threads = threads };
    vcl_source source = { .descriptor = -1 };
    struct chance chance = { .state = most };
    size_t seen = 0; /* bytes before the window */

    assert_int_equal(vcl_source_open(&source, "file", block_size, &options, NULL), VCL_OK);
    while (vcl_source_more(&source)) {
        size_t step = source.window.size < least ? 0 : any_of(&chance, most);
        step = step < source.window.size ? step : source.window.size;
        assert_int_equal(source.offset, seen);
        for (size_t i = 0; i < source.window.size; i += 1 + i / 64) {
            assert_int_equal(source.window.bytes[i], byte_at(seen + i));
        }
        vcl_source_drop(&source, step);
        seen += step;
    }
    assert_int_equal(seen + source.window.size, SIZE);
    assert_false(vcl_source_more(&source));
    for (size_t i = 0; i < source.window.size; i++) {
        assert_int_equal(source.window.bytes[i], byte_at(seen + i));
    }
    assert_int_equal(vcl_source_status(&source, NULL), VCL_OK);
    vcl_source_release(&source);
}

static void every_byte_is_seen_once_and_in_order(void **state)
{
    (void)state;
    fill_file("file");
    for (unsigned threads = 1; threads <= 2; threads++) {
        assert_all_is_seen(threads, 65536, 2 * 65536, 0);
        assert_all_is_seen(threads, 10000, 20000, 0);
        assert_all_is_seen(threads, 65536, 8 * 65536, 300000);
        assert_all_is_seen(threads, VCL_BLOCK_SIZE, VCL_BLOCK_SIZE + VCL_BLOCK_SIZE / 8, 0);
    }
}

static void a_source_may_be_left_in_the_middle(void **state)
{
    vcl_load_options options = { .threads = 2 };
    vcl_source source = { .descriptor = -1 };

    (void)state;
    fill_file("file");
    assert_int_equal(vcl_source_open(&source, "file", 1000, &options, NULL), VCL_OK);
    assert_true(vcl_source_more(&source));
    assert_int_equal(source.window.size, 1000);
    vcl_source_release(&source);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_byte_is_seen_once_and_in_order, enter_folder,
                                        leave_folder),
        cmocka_unit_test_setup_teardown(a_source_may_be_left_in_the_middle, enter_folder,
                                        leave_folder),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
