/* The registers as rows of typed values. */
#include "registers/rows.h"

void vcl_rows_init(vcl_rows *rows)
{
    *rows = (vcl_rows){ 0 };
    vcl_array_init(&rows->sources, sizeof(vcl_source));
    vcl_array_init(&rows->rows, sizeof(vcl_row));
    vcl_array_init(&rows->entries, sizeof(vcl_entry));
}

void vcl_rows_release(vcl_rows *rows)
{
    vcl_array_release(&rows->sources);
    vcl_array_release(&rows->rows);
    vcl_array_release(&rows->entries);
    vcl_arena_release(&rows->texts);
}

const vcl_entry *vcl_row_entry(const vcl_rows *rows, const vcl_row *row, vcl_register_field field)
{
    const vcl_entry *entries = (const vcl_entry *)rows->entries.items + row->first;
    uint32_t low = 0;
    uint32_t high = row->count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (entries[middle].field < field) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < row->count && entries[low].field == field ? &entries[low] : NULL;
}
