/* Sorting names by their bytes: American flag sort (McIlroy, Bostic and McIlroy 1993), in place, on
 * eight bytes of each name at a time, without the bits in which all agree: of digits four remain. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"
#include "model/ids.h"

enum {
    KEY_SIZE = 8, /* bytes of a name that its key is made of */
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

static void set_key(struct entry *entry, uint64_t key)
{
    entry->key[0] = (uint32_t)(key >> 32);
    entry->key[1] = (uint32_t)key;
}

/* The lower bits of each byte of a key, the first byte highest, that are kept. */
struct packing {
    unsigned bits[KEY_SIZE];
    unsigned sum;
};

/* Where keys differ in the bits of `differing`, all bits above agree in each byte. */
static struct packing packing_of(uint64_t differing)
{
    struct packing packing = { .sum = 0 };

    for (unsigned i = 0; i < KEY_SIZE; i++) {
        unsigned byte = (unsigned)(differing >> (56 - 8 * i)) & 0xFFu;
        while (byte >> packing.bits[i] != 0) {
            packing.bits[i]++;
        }
        packing.sum += packing.bits[i];
    }
    return packing;
}

/* Keeps the order of keys; `packing` keeps some bits. */
static uint64_t pack(const struct packing *packing, uint64_t key)
{
    uint64_t packed = 0;

    for (unsigned i = 0; i < KEY_SIZE; i++) {
        uint64_t byte = key >> (56 - 8 * i) & ((1u << packing->bits[i]) - 1);
        packed = packed << packing->bits[i] | byte;
    }
    return packed << (64 - packing->sum);
}

/* Makes keys of the bytes of the names of entries [first, end) from `depth` on; the bytes that they
 * come to. */
static unsigned load_keys(struct sorting *sorting, size_t first, size_t end, size_t depth)
{
    struct entry *entries = sorting->entries;
    uint64_t differing = 0;
    struct packing packing;

    for (size_t i = first; i < end; i++) {
        uint64_t key = vcl_idmap_bytes(sorting->names, entries[i].number, depth);
        set_key(entries + i, key);
        differing |= key ^ key_of(entries + first);
    }
    packing = packing_of(differing);
    for (size_t i = first; i < end && packing.sum > 0; i++) {
        set_key(entries + i, pack(&packing, key_of(entries + i)));
    }
    return (packing.sum + 7) / 8;
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

/* Entries that are to be sorted: their names are equal before `depth`, and in the first `byte` of the
 * `size` bytes of their keys, which were made of the names from `depth` on. */
struct part {
    size_t first;
    size_t end;
    size_t depth;
    unsigned byte;
    unsigned size;
};

/* Names that differ go on where their keys are equal. Only the smaller parts are left to further
 * calls, so that these never nest deep. */
static void sort_part(struct sorting *sorting, struct part part)
{
    size_t ends[256];

    while (part.end - part.first > FEW) {
        size_t start = part.first;
        struct part largest = { 0 };
        if (part.byte == part.size) {
            part.byte = 0;
            part.depth += KEY_SIZE;
            part.size = load_keys(sorting, part.first, part.end, part.depth);
            continue;
        }
        deal(sorting->entries, part.first, part.end, part.byte, ends);
        part.byte++;
        for (size_t i = 0; i < 256; start = ends[i++]) {
            struct part own = { start, ends[i], part.depth, part.byte, part.size };
            bool larger = own.end - own.first > largest.end - largest.first;
            if (own.first < own.end) {
                sort_part(sorting, larger ? largest : own);
                largest = larger ? own : largest;
            }
        }
        part = largest;
    }
    insertion_sort(sorting, part.first, part.end);
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
    struct part part;

    if (vcl_ids_are_sorted(names, numbers, count)) {
        return VCL_OK;
    }
    TRY(vcl_alloc(&sorting.entries, count, sizeof *sorting.entries, err));
    for (uint32_t i = 0; i < count; i++) {
        sorting.entries[i].number = numbers[i];
    }
    beginning = common_beginning(names, numbers, count);
    part = (struct part){ .end = count, .depth = beginning };
    part.size = load_keys(&sorting, 0, count, beginning);
    sort_part(&sorting, part);
    for (uint32_t i = 0; i < count; i++) {
        numbers[i] = sorting.entries[i].number;
    }
done:
    free(sorting.entries);
    return status;
}
