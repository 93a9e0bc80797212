/* base/idmap: from ids to dense numbers. */
#include "base/idmap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/assert.h"

static uint32_t intern(vcl_idmap *map, const char *id)
{
    uint32_t number = VCL_NONE;

    assert_int_equal(vcl_idmap_intern(map, vcl_slice_of(id), &number, NULL), VCL_OK);
    return number;
}

static uint32_t find(const vcl_idmap *map, const char *id)
{
    return vcl_idmap_find(map, vcl_slice_of(id));
}

static void numbers_follow_the_first_appearance(void **state)
{
    vcl_idmap map;

    (void)state;
    vcl_idmap_init(&map);
    assert_int_equal(intern(&map, "F-2"), 0);
    assert_int_equal(intern(&map, "F-1"), 1);
    assert_int_equal(intern(&map, "F-2"), 0);
    assert_int_equal(intern(&map, "HTX"), 2);
    assert_int_equal(vcl_idmap_count(&map), 3);
    assert_string_equal(vcl_idmap_name(&map, 1), "F-1");
    vcl_idmap_release(&map);
}

static void an_empty_map_finds_nothing(void **state)
{
    vcl_idmap map;

    (void)state;
    vcl_idmap_init(&map);
    assert_int_equal(find(&map, "a"), VCL_NONE);
    assert_int_equal(find(&map, ""), VCL_NONE);
    assert_int_equal(vcl_idmap_count(&map), 0);
    vcl_idmap_release(&map);
}

static void finding_adds_nothing(void **state)
{
    vcl_idmap map;

    (void)state;
    vcl_idmap_init(&map);
    intern(&map, "a");
    assert_int_equal(find(&map, "b"), VCL_NONE);
    assert_int_equal(find(&map, "b"), VCL_NONE);
    assert_int_equal(find(&map, "a"), 0);
    assert_int_equal(vcl_idmap_count(&map), 1);
    vcl_idmap_release(&map);
}

static void ids_are_told_apart_by_every_byte(void **state)
{
    static const char *const ids[] = { "",  "a",         "A",        "aa",       "ab",   "b",
                                       "à", "a\u0300",   "abcdefg",  "abcdefgh", " a",   "a ",
                                       "0", "abcdefghi", "abcdefgi", "00",       "\xFF", "\xFE" };
    enum { count = sizeof ids / sizeof ids[0] };
    vcl_idmap map;

    (void)state;
    vcl_idmap_init(&map);
    for (uint32_t i = 0; i < count; i++) {
        assert_int_equal(intern(&map, ids[i]), i);
    }
    for (uint32_t i = 0; i < count; i++) {
        assert_int_equal(find(&map, ids[i]), i);
        assert_string_equal(vcl_idmap_name(&map, i), ids[i]);
    }
    vcl_idmap_release(&map);
}

static void a_beginning_is_another_id(void **state)
{
    vcl_idmap map;
    char id[41] = "";

    (void)state;
    memset(id, 'x', 40);
    vcl_idmap_init(&map);
    for (uint32_t size = 40; size > 0; size--) {
        uint32_t number = VCL_NONE;
        assert_int_equal(vcl_idmap_intern(&map, (vcl_slice){ id, size }, &number, NULL), VCL_OK);
        assert_int_equal(number, 40 - size);
    }
    assert_int_equal(vcl_idmap_find(&map, (vcl_slice){ id, 0 }), VCL_NONE);
    vcl_idmap_release(&map);
}

static void an_empty_id_is_an_id(void **state)
{
    vcl_idmap map;
    uint32_t number = VCL_NONE;

    (void)state;
    vcl_idmap_init(&map);
    assert_int_equal(vcl_idmap_intern(&map, (vcl_slice){ NULL, 0 }, &number, NULL), VCL_OK);
    assert_int_equal(number, 0);
    assert_int_equal(intern(&map, ""), 0);
    assert_string_equal(vcl_idmap_name(&map, 0), "");
    vcl_idmap_release(&map);
}

static void a_long_id_is_kept_whole(void **state)
{
    enum { size = 1000000 };
    vcl_idmap map;
    char *id = malloc(size + 1);

    (void)state;
    assert_non_null(id);
    memset(id, 'x', size);
    id[size] = '\0';
    vcl_idmap_init(&map);
    assert_int_equal(intern(&map, id), 0);
    id[size - 1] = 'y';
    assert_int_equal(intern(&map, id), 1);
    assert_string_equal(vcl_idmap_name(&map, 1), id);
    vcl_idmap_release(&map);
    free(id);
}

static void names_outlive_what_they_were_made_from(void **state)
{
    vcl_idmap map;
    char id[20] = "HTX-09";

    (void)state;
    vcl_idmap_init(&map);
    intern(&map, id);
    memset(id, '#', sizeof id - 1);
    for (int i = 0; i < 10000; i++) {
        snprintf(id, sizeof id, "%d", i);
        intern(&map, id);
    }
    assert_string_equal(vcl_idmap_name(&map, 0), "HTX-09");
    vcl_idmap_release(&map);
}

static void two_hundred_thousand_ids_are_found_again(void **state)
{
    enum { count = 200000 };
    vcl_idmap map;
    char id[20];

    (void)state;
    vcl_idmap_init(&map);
    for (uint32_t i = 0; i < count; i++) {
        snprintf(id, sizeof id, "F-%06u", (unsigned)i);
        if (intern(&map, id) != i) {
            fail_msg("%s was there before", id);
        }
        assert_true((size_t)vcl_idmap_count(&map) <= ((size_t)3 << map.slot_bits) / 4);
    }
    for (uint32_t i = 0; i < count; i++) {
        snprintf(id, sizeof id, "F-%06u", (unsigned)i);
        if (find(&map, id) != i || strcmp(vcl_idmap_name(&map, i), id) != 0) {
            fail_msg("%s is not found", id);
        }
        snprintf(id, sizeof id, "G-%06u", (unsigned)i);
        assert_int_equal(find(&map, id), VCL_NONE);
    }
    vcl_idmap_release(&map);
}

/* By its key an id is found as by itself. */
static void ids_are_named_in_steps(void **state)
{
    enum { count = 3000 };
    vcl_idmap map;
    char id[VCL_SHORT_ID + 1];
    uint32_t right = 0;

    (void)state;
    vcl_idmap_init(&map);
    for (uint32_t i = 0; i < 2 * count; i++) {
        vcl_idmap_key key;
        vcl_short_id own;
        uint32_t number = VCL_NONE;
        snprintf(id, sizeof id, "%.*s%u", (int)(i % count % 11), "letters, and", i % count);
        own = vcl_short_id_of(vcl_slice_of(id));
        vcl_idmap_key_of(&map, &own, &key);
        right += vcl_idmap_guess(&map, &key) == (i < count ? VCL_NONE : i - count) ? 1 : 0;
        assert_int_equal(vcl_idmap_intern_key(&map, &key, &number, NULL), VCL_OK);
        assert_int_equal(number, i % count);
    }
    assert_int_equal(vcl_idmap_count(&map), count);
    assert_true(right > 2 * count - 10);
    vcl_idmap_release(&map);
}

static uint32_t append(vcl_idmap *map, const char *id)
{
    vcl_short_id own = vcl_short_id_of(vcl_slice_of(id));
    uint32_t number = VCL_NONE;

    assert_int_equal(vcl_idmap_append(map, &own, NULL, &number, NULL), VCL_OK);
    return number;
}

/* Numbers are those of the first appearance, however an id came; few of a row take slots. */
static void ids_in_byte_order_stand_in_a_row(void **state)
{
    enum { count = 5000 };
    vcl_idmap map;
    char id[VCL_SHORT_ID + 1];

    (void)state;
    vcl_idmap_init(&map);
    assert_int_equal(intern(&map, "HTX"), 0);
    for (unsigned i = 0; i < count; i++) {
        snprintf(id, sizeof id, "H%05u", i);
        assert_int_equal(append(&map, id), 1 + i);
        assert_int_equal(intern(&map, "HTX"), 0);
    }
    assert_int_equal(map.row_count, count);
    assert_int_equal(map.slotted, 1);
    assert_int_equal(intern(&map, "H"), 1 + count); /* before the row */
    assert_int_equal(intern(&map, "H05000"), 2 + count); /* behind it */
    assert_int_equal(map.row_count, count);
    assert_int_equal(append(&map, "H05000"), 2 + count);
    assert_int_equal(append(&map, "H04999x"), 3 + count);
    assert_int_equal(map.row_count, count + 1);
    assert_int_equal(append(&map, "H05001"), 4 + count); /* beyond a slotted one */
    assert_int_equal(map.row_count, count + 1);
    assert_int_equal(intern(&map, "H02500"), 2501); /* gives the row up */
    assert_int_equal(map.row_count, 0);
    for (unsigned i = 0; i < count; i++) {
        snprintf(id, sizeof id, "H%05u", i);
        assert_int_equal(find(&map, id), 1 + i);
        assert_int_equal(append(&map, id), 1 + i);
    }
    assert_int_equal(vcl_idmap_count(&map), 5 + count);
    vcl_idmap_release(&map);
}

/* Ids in some order, each appended or interned at random, many twice or more: a map without a row
 * must give the same numbers. */
static void a_row_changes_no_number(void **state)
{
    enum { rounds = 300, ids = 400 };
    unsigned seed = 7;

    (void)state;
    for (int round = 0; round < rounds; round++) {
        vcl_idmap map;
        vcl_idmap plain;
        unsigned disorder = 1u << round % 9; /* ids go up, and back by less than that */
        vcl_idmap_init(&map);
        vcl_idmap_init(&plain);
        for (unsigned i = 0; i < ids; i++) {
            char id[24];
            seed = seed * 1664525u + 1013904223u;
            snprintf(id, sizeof id, seed >> 8 & 31 ? "%03u" : "%03u, a long id of it",
                     i + (seed >> 16) % disorder);
            bool is_appended = strlen(id) <= VCL_SHORT_ID && (seed >> 28 & (unsigned)round) == 0;
            assert_int_equal(is_appended ? append(&map, id) : intern(&map, id), intern(&plain, id));
        }
        assert_int_equal(vcl_idmap_count(&map), vcl_idmap_count(&plain));
        assert_int_equal(map.slotted + map.row_count, vcl_idmap_count(&map));
        vcl_idmap_release(&map);
        vcl_idmap_release(&plain);
    }
}

static void ids_compare_by_their_bytes(void **state)
{
    vcl_idmap map;

    (void)state;
    vcl_idmap_init(&map);
    intern(&map, "b");
    intern(&map, "a");
    intern(&map, "an id that is longer than others");
    assert_true(vcl_idmap_compare(&map, 0, 1) > 0);
    assert_true(vcl_idmap_compare(&map, 1, 2) < 0);
    assert_int_equal(vcl_idmap_compare(&map, 2, 2), 0);
    assert_true(vcl_idmap_bytes(&map, 1, 0) == (uint64_t)'a' << 56);
    assert_true(vcl_idmap_bytes(&map, 1, 1) == 0);
    assert_true(vcl_idmap_bytes(&map, 2, 30) == ((uint64_t)'r' << 56 | (uint64_t)'s' << 48));
    assert_int_equal(vcl_idmap_size(&map), 2 + 2 + 33);
    vcl_idmap_release(&map);
}

static void two_maps_hash_differently(void **state)
{
    vcl_idmap a;
    vcl_idmap b;

    (void)state;
    vcl_idmap_init(&a);
    vcl_idmap_init(&b);
    assert_memory_not_equal(&a.key, &b.key, sizeof a.key);
    vcl_idmap_release(&a);
    vcl_idmap_release(&b);
}

static void a_sealed_map_keeps_its_names(void **state)
{
    vcl_idmap map;

    (void)state;
    vcl_idmap_init(&map);
    intern(&map, "a");
    intern(&map, "b");
    vcl_idmap_seal(&map);
    assert_int_equal(vcl_idmap_count(&map), 2);
    assert_string_equal(vcl_idmap_name(&map, 0), "a");
    assert_string_equal(vcl_idmap_name(&map, 1), "b");
    vcl_idmap_release(&map);
}

static void a_released_map_may_be_released_again(void **state)
{
    vcl_idmap map;

    (void)state;
    vcl_idmap_init(&map);
    vcl_idmap_release(&map);
    intern(&map, "a");
    vcl_idmap_release(&map);
    vcl_idmap_release(&map);
    assert_int_equal(vcl_idmap_count(&map), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_follow_the_first_appearance),
        cmocka_unit_test(an_empty_map_finds_nothing),
        cmocka_unit_test(finding_adds_nothing),
        cmocka_unit_test(ids_are_told_apart_by_every_byte),
        cmocka_unit_test(a_beginning_is_another_id),
        cmocka_unit_test(an_empty_id_is_an_id),
        cmocka_unit_test(a_long_id_is_kept_whole),
        cmocka_unit_test(names_outlive_what_they_were_made_from),
        cmocka_unit_test(two_hundred_thousand_ids_are_found_again),
        cmocka_unit_test(ids_are_named_in_steps),
        cmocka_unit_test(ids_in_byte_order_stand_in_a_row),
        cmocka_unit_test(a_row_changes_no_number),
        cmocka_unit_test(ids_compare_by_their_bytes),
        cmocka_unit_test(two_maps_hash_differently),
        cmocka_unit_test(a_sealed_map_keeps_its_names),
        cmocka_unit_test(a_released_map_may_be_released_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
