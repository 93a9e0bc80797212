/* The order in which the rows of registers are walked: by what they say. */
#include "import/draft_order.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"

/* A row with those that continue it. */
typedef struct unit {
    uint32_t row;
    uint32_t source;
    uint32_t rank;
    vcl_slice content;
} unit;

/* Who is listed as an organisation is one, whatever other registers say of it. */
static uint32_t rank_of(vcl_register kind)
{
    static const uint32_t ranks[VCL_REGISTER_COUNT] = {
        [VCL_REGISTER_DATASET] = 0,     [VCL_REGISTER_PRODUCTS] = 1,
        [VCL_REGISTER_PLACES] = 2,      [VCL_REGISTER_ORGANISATIONS] = 3,
        [VCL_REGISTER_ENTERPRISES] = 4, [VCL_REGISTER_MEMBERS] = 5,
        [VCL_REGISTER_OUTPUTS] = 6,     [VCL_REGISTER_CONTRACTS] = 7,
    };

    return ranks[kind];
}

/* Fields are told apart by their number, and the end of each by a byte that no text holds. */
static void add_content(const vcl_draft *draft, vcl_text *out, uint32_t row)
{
    const vcl_row *own = vcl_draft_row(draft, row);
    const vcl_entry *entries = (const vcl_entry *)draft->rows->entries.items + own->first;

    for (uint32_t i = 0; i < own->count; i++) {
        vcl_text_add_byte(out, (char)(1 + entries[i].field / 64));
        vcl_text_add_byte(out, (char)(1 + entries[i].field % 64));
        vcl_draft_add_written(out, &entries[i]);
        vcl_text_add_byte(out, '\x01');
    }
    vcl_text_add_byte(out, '\x02');
}

static int compare_units(const void *first, const void *second)
{
    const unit *a = first;
    const unit *b = second;
    size_t shorter = a->content.size < b->content.size ? a->content.size : b->content.size;

    if (a->rank != b->rank) {
        return a->rank < b->rank ? -1 : 1;
    }
    if (a->source != b->source) {
        return a->source < b->source ? -1 : 1;
    }
    int order = shorter > 0 ? memcmp(a->content.bytes, b->content.bytes, shorter) : 0;
    if (order == 0) {
        order = (a->content.size > b->content.size) - (a->content.size < b->content.size);
    }
    return order != 0 ? order : (a->row > b->row) - (a->row < b->row);
}

/* Where the rows end that go on with `row`; they stand right behind it. */
static uint32_t end_of_unit(const vcl_draft *draft, uint32_t row)
{
    uint32_t end = row + 1;

    while (end < draft->row_count && vcl_draft_row(draft, end)->continues != VCL_NONE) {
        end++;
    }
    return end;
}

static vcl_status collect(vcl_draft *draft, vcl_array *units, vcl_arena *arena, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text content = { 0 };

    for (uint32_t row = 0; row < draft->row_count;) {
        uint32_t end = end_of_unit(draft, row);
        unit u = { .row = row,
                   .source = vcl_draft_row(draft, row)->source,
                   .rank = rank_of(vcl_draft_register(draft, row)) };
        vcl_text_clear(&content);
        for (uint32_t i = row; i < end; i++) {
            add_content(draft, &content, i);
        }
        TRY(vcl_text_status(&content, err));
        u.content.size = content.size;
        TRY(vcl_arena_copy(arena, (vcl_slice){ vcl_text_bytes(&content), content.size },
                           &u.content.bytes, err));
        TRY(vcl_array_add(units, &u, err));
        row = end;
    }
done:
    vcl_text_release(&content);
    return status;
}

vcl_status vcl_draft_sort(vcl_draft *draft, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_array units;
    vcl_arena arena = { 0 };
    uint32_t count = 0;

    vcl_array_init(&units, sizeof(unit));
    TRY(collect(draft, &units, &arena, err));
    if (units.count > 0) {
        qsort(units.items, units.count, sizeof(unit), compare_units);
    }
    for (size_t i = 0; i < units.count; i++) {
        uint32_t row = ((const unit *)units.items)[i].row;
        uint32_t end = end_of_unit(draft, row);
        for (; row < end; row++) {
            draft->order[count++] = row;
        }
    }
done:
    vcl_arena_release(&arena);
    vcl_array_release(&units);
    return status;
}
