/* A binary heap in an array: the entries below i are 2i + 1 and 2i + 2. */
#include "graph/heap.h"

#include <assert.h>

#include "base/try.h"

void vcl_heap_init(vcl_heap *heap)
{
    vcl_array_init(&heap->entries, sizeof(vcl_heap_entry));
}

void vcl_heap_release(vcl_heap *heap)
{
    vcl_array_release(&heap->entries);
}

static void swap(vcl_heap_entry *a, vcl_heap_entry *b)
{
    vcl_heap_entry kept = *a;

    *a = *b;
    *b = kept;
}

vcl_status vcl_heap_push(vcl_heap *heap, uint32_t key, uint32_t vertex, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_heap_entry entry = { key, vertex };
    vcl_heap_entry *entries = NULL;

    TRY(vcl_array_add(&heap->entries, &entry, err));
    entries = heap->entries.items;
    for (size_t i = heap->entries.count - 1; i > 0 && entries[(i - 1) / 2].key < entries[i].key;
         i = (i - 1) / 2) {
        swap(entries + i, entries + (i - 1) / 2);
    }
done:
    return status;
}

/* Lets the first entry sink to its place. */
static void sink(vcl_heap_entry *entries, size_t count)
{
    size_t i = 0;

    for (size_t child = 1; child < count; child = 2 * i + 1) {
        child += child + 1 < count && entries[child + 1].key > entries[child].key ? 1 : 0;
        if (entries[child].key <= entries[i].key) {
            return;
        }
        swap(entries + i, entries + child);
        i = child;
    }
}

uint32_t vcl_heap_pop(vcl_heap *heap)
{
    vcl_heap_entry *entries = heap->entries.items;
    uint32_t vertex = 0;

    assert(heap->entries.count > 0);
    vertex = entries[0].vertex;
    entries[0] = entries[--heap->entries.count];
    sink(entries, heap->entries.count);
    return vertex;
}
