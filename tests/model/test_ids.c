/* model/ids: names sorted by their bytes and packed. */
#include "model/ids.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/assert.h"
#include "support/chance.h"

static const vcl_idmap *sorted_names; /* qsort() has no context */

static int compare_numbers(const void *a, const void *b)
{
    return strcmp(vcl_idmap_name(sorted_names, *(const uint32_t *)a),
                  vcl_idmap_name(sorted_names, *(const uint32_t *)b));
}

/* Sorts the names of `map`, given in the order of `order`, packs them, and holds both against the C
 * library. */
static void assert_sorts_and_packs(const vcl_idmap *map, uint32_t *order)
{
    uint32_t count = vcl_idmap_count(map);
    uint32_t *expected = malloc((count + 1) * sizeof *expected);
    vcl_ids ids;

    assert_non_null(expected);
    sorted_names = map;
    for (uint32_t i = 0; i < count; i++) {
        expected[i] = order[i];
    }
    qsort(expected, count, sizeof *expected, compare_numbers);
    assert_int_equal(vcl_ids_sort(map, order, count, NULL), VCL_OK);
    for (uint32_t i = 0; i < count; i++) {
        assert_int_equal(order[i], expected[i]);
    }
    assert_int_equal(vcl_ids_init(&ids, map, order, count, NULL), VCL_OK);
    assert_int_equal(ids.count, count);
    for (uint32_t i = 0; i < count; i++) {
        assert_string_equal(vcl_ids_at(&ids, i), vcl_idmap_name(map, order[i]));
    }
    vcl_ids_release(&ids);
    free(expected);
}

static void assert_sorts(const vcl_idmap *map)
{
    uint32_t count = vcl_idmap_count(map);
    uint32_t *order = malloc((count + 1) * sizeof *order);

    assert_non_null(order);
    for (uint32_t i = 0; i < count; i++) {
        order[i] = i;
    }
    assert_sorts_and_packs(map, order);
    assert_sorts_and_packs(map, order); /* what is sorted stays */
    free(order);
}

static void add(vcl_idmap *map, const char *id)
{
    uint32_t number = 0;

    assert_int_equal(vcl_idmap_intern(map, vcl_slice_of(id), &number, NULL), VCL_OK);
}

static void no_ids_are_sorted(void **state)
{
    vcl_idmap map;

    (void)state;
    vcl_idmap_init(&map);
    assert_sorts(&map);
    vcl_idmap_release(&map);
}

static void ids_of_every_length_are_sorted(void **state)
{
    vcl_idmap map;
    char id[60] = "";

    (void)state;
    vcl_idmap_init(&map);
    memset(id, 'x', sizeof id - 1);
    for (size_t size = sizeof id - 1; size > 0; size--) {
        id[size] = '\0';
        add(&map, id);
        id[size - 1] = '\xC3';
        add(&map, id);
        id[size - 1] = 'x';
    }
    assert_sorts(&map);
    vcl_idmap_release(&map);
}

static void numbered_ids_are_sorted_in_any_order(void **state)
{
    enum { count = 20000 };
    vcl_idmap map;
    char id[40];

    (void)state;
    vcl_idmap_init(&map);
    for (uint32_t i = 0; i < count; i++) {
        snprintf(id, sizeof id, "H%08u", (unsigned)(i * 7919u % count));
        add(&map, id);
        snprintf(id, sizeof id, "a long prefix of all of them %u", (unsigned)(i * 7919u % count));
        add(&map, id);
    }
    assert_sorts(&map);
    vcl_idmap_release(&map);
}

/* All begin alike, one of them ends there. */
static void ids_that_begin_alike_are_sorted(void **state)
{
    enum { count = 500 };
    vcl_idmap map;
    char id[40];

    (void)state;
    vcl_idmap_init(&map);
    for (uint32_t i = 0; i < count; i++) {
        snprintf(id, sizeof id, "commune-%05u", (unsigned)(i * 7919u % count));
        add(&map, id);
    }
    assert_sorts(&map);
    add(&map, "commune-");
    assert_sorts(&map);
    vcl_idmap_release(&map);
}

/* Each id goes on where the one before it ends. */
static void nested_ids_are_sorted_without_deep_calls(void **state)
{
    enum { count = 2000 };
    static char id[count + 1];
    vcl_idmap map;

    (void)state;
    memset(id, 'a', count);
    vcl_idmap_init(&map);
    for (uint32_t size = count; size > 0; size--) {
        uint32_t number = 0;
        assert_int_equal(vcl_idmap_intern(&map, (vcl_slice){ id, size }, &number, NULL), VCL_OK);
    }
    assert_sorts(&map);
    vcl_idmap_release(&map);
}

static void random_ids_are_sorted(void **state)
{
    vcl_idmap map;
    char id[24];
    struct chance chance = { 20 };

    (void)state;
    vcl_idmap_init(&map);
    for (uint32_t i = 0; i < 5000; i++) {
        size_t size = any_of(&chance, sizeof id - 1);
        for (size_t k = 0; k < size; k++) {
            id[k] = (char)(any_of(&chance, 3) == 0 ? 0x81 + any_of(&chance, 3)
                                                   : 'a' + any_of(&chance, 2));
        }
        id[size] = '\0';
        add(&map, id);
    }
    assert_sorts(&map);
    vcl_idmap_release(&map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_ids_are_sorted),
        cmocka_unit_test(ids_of_every_length_are_sorted),
        cmocka_unit_test(numbered_ids_are_sorted_in_any_order),
        cmocka_unit_test(ids_that_begin_alike_are_sorted),
        cmocka_unit_test(nested_ids_are_sorted_without_deep_calls),
        cmocka_unit_test(random_ids_are_sorted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
