/* Sorting names by their bytes: American flag sort (McIlroy, Bostic and McIlroy 1993), in place, on
 * eight bytes of each name at a time. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"
#include "model/ids.h"

enum {
    KEY_SIZE = 8, /* bytes of a name that stand beside its number */
    FEW = 24, /* so many are sorted by insertion */
};

/* Two words, so that an entry has no padding. */
struct entry {
    uint32_t key[2];
    uint32_t number;
};

struct sorting {
    const vcl_idmap *names;
    struct entry *entries;
};

static uint64_t key_of(const struct entry *entry)
{
    return (uint64_t)entry->key[0] << 32 | entry->key[1];
}

static unsigned byte_of(const struct entry *entry, unsigned byte)
{
    return entry->key[byte / 4] >> (24 - 8 * (byte % 4)) & 0xFFu;
}

/* Notes the bytes of the names of entries [first, end) from `depth` on. */
static void load_keys(struct sorting *sorting, size_t first, size_t end, size_t depth)
{
    for (size_t i = first; i < end; i++) {
        struct entry *entry = sorting->entries + i;
        uint64_t key = vcl_idmap_bytes(sorting->names, entry->number, depth);
        entry->key[0] = (uint32_t)(key >> 32);
        entry->key[1] = (uint32_t)key;
    }
}

/* Do two entries stand in order, by their keys and the rest of their names? */
static bool in_order(const struct sorting *sorting, const struct entry *a, const struct entry *b)
{
    if (key_of(a) != key_of(b)) {
        return key_of(a) < key_of(b);
    }
    return vcl_idmap_compare(sorting->names, a->number, b->number) <= 0;
}

static void insertion_sort(struct sorting *sorting, size_t first, size_t end)
{
    struct entry *entries = sorting->entries;

    for (size_t i = first + 1; i < end; i++) {
        struct entry moving = entries[i];
        size_t at = i;
        for (; at > first && !in_order(sorting, entries + at - 1, &moving); at--) {
            entries[at] = entries[at - 1];
        }
        entries[at] = moving;
    }
}

/* Brings entries [first, end) into the order of one byte; ends[b] is where those of byte b end. */
static void deal(struct entry *entries, size_t first, size_t end, unsigned byte, size_t ends[256])
{
    size_t next[256];
    size_t start = first;

    for (size_t i = 0; i < 256; i++) {
        ends[i] = 0;
    }
    for (size_t i = first; i < end; i++) {
        ends[byte_of(entries + i, byte)]++;
    }
    for (size_t i = 0; i < 256; i++) {
        next[i] = start;
        start += ends[i];
        ends[i] = start;
    }
    for (size_t i = 0; i < 256; i++) {
        while (next[i] < ends[i]) {
            struct entry *here = entries + next[i];
            unsigned home = byte_of(here, byte);
            struct entry *there = entries + next[home]++;
            struct entry moving = *there;
            *there = *here;
            *here = moving;
        }
    }
}

/* Sorts entries [first, end), whose names are equal and go on before `depth` and in the first
 * `byte` bytes of their keys, which were loaded from `depth` on. Only the smaller parts are left to
 * further calls, so that these never nest deep. */
static void sort_from(struct sorting *sorting, size_t first, size_t end, size_t depth,
                      unsigned byte)
{
    size_t ends[256];

    while (end - first > FEW) {
        size_t largest = 1;
        if (byte == KEY_SIZE) {
            byte = 0;
            depth += KEY_SIZE;
            load_keys(sorting, first, end, depth);
        }
        deal(sorting->entries, first, end, byte, ends);
        byte++;
        for (size_t i = 2; i < 256; i++) {
            largest = ends[i] - ends[i - 1] > ends[largest] - ends[largest - 1] ? i : largest;
        }
        for (size_t i = 1; i < 256; i++) { /* names that end here are one: nothing to sort */
            if (i != largest) {
                sort_from(sorting, ends[i - 1], ends[i], depth, byte);
            }
        }
        first = ends[largest - 1];
        end = ends[largest];
    }
    insertion_sort(sorting, first, end);
}

/* The bytes that all names begin with. */
static size_t common_beginning(const vcl_idmap *names, const uint32_t *numbers, uint32_t count)
{
    const char *first = vcl_idmap_name(names, numbers[0]);
    size_t common = strlen(first);

    for (uint32_t i = 1; i < count; i++) {
        const char *name = vcl_idmap_name(names, numbers[i]);
        size_t same = 0;
        while (same < common && name[same] == first[same]) {
            same++;
        }
        common = same;
    }
    return common;
}

bool vcl_ids_are_sorted(const vcl_idmap *names, const uint32_t *numbers, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        if (vcl_idmap_compare(names, numbers[i - 1], numbers[i]) > 0) {
            return false;
        }
    }
    return true;
}

vcl_status vcl_ids_sort(const vcl_idmap *names, uint32_t *numbers, uint32_t count, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct sorting sorting = { .names = names };
    size_t beginning = 0;

    if (vcl_ids_are_sorted(names, numbers, count)) {
        return VCL_OK;
    }
    TRY(vcl_alloc(&sorting.entries, count, sizeof *sorting.entries, err));
    for (uint32_t i = 0; i < count; i++) {
        sorting.entries[i].number = numbers[i];
    }
    beginning = common_beginning(names, numbers, count);
    load_keys(&sorting, 0, count, beginning);
    sort_from(&sorting, 0, count, beginning, 0);
    for (uint32_t i = 0; i < count; i++) {
        numbers[i] = sorting.entries[i].number;
    }
done:
    free(sorting.entries);
    return status;
}
