/* How much went in and came out. */
#include "import/tally.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"
#include "registers/log_parts.h"

/* The row with a number in a source, or VCL_NONE. */
static uint32_t find_row(const vcl_draft *draft, vcl_cell_place at)
{
    const vcl_source *sources = draft->rows->sources.items;
    uint32_t low = at.source < draft->rows->sources.count ? sources[at.source].first_row : 0;
    uint32_t end = at.source < draft->rows->sources.count ? sources[at.source].end_row : 0;
    uint32_t high = end;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (vcl_draft_row(draft, middle)->number < at.row) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < end && vcl_draft_row(draft, low)->number == at.row ? low : VCL_NONE;
}

static int compare_places(const void *first, const void *second)
{
    const vcl_cell_place *a = first;
    const vcl_cell_place *b = second;

    if (a->source != b->source) {
        return a->source < b->source ? -1 : 1;
    }
    return (a->row > b->row) - (a->row < b->row);
}

/* Different rows that the sheets' reader named and did not hand on. */
static vcl_status count_passed(const vcl_draft *draft, size_t logged, size_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_log_line *lines = draft->log->lines.items;
    vcl_array places;

    vcl_array_init(&places, sizeof(vcl_cell_place));
    *out = 0;
    for (size_t i = 0; i < logged; i++) {
        if (lines[i].at.row > 0 && find_row(draft, lines[i].at) == VCL_NONE) {
            TRY(vcl_array_add(&places, &lines[i].at, err));
        }
    }
    vcl_cell_place *items = places.items;
    if (places.count > 0) {
        qsort(items, places.count, sizeof *items, compare_places);
    }
    for (size_t i = 0; i < places.count; i++) {
        *out += i == 0 || compare_places(&items[i - 1], &items[i]) != 0;
    }
done:
    vcl_array_release(&places);
    return status;
}

/* Cells that were not used, of rows that were. */
static size_t count_cells(const vcl_draft *draft)
{
    const vcl_log_line *lines = draft->log->lines.items;
    size_t count = 0;

    for (size_t i = 0; i < draft->log->lines.count; i++) {
        bool unused = lines[i].result == VCL_LOG_NOT_USED || lines[i].result == VCL_LOG_WAITING;
        if (unused && lines[i].at.row > 0 && lines[i].at.column > 0) {
            uint32_t row = find_row(draft, lines[i].at);
            count += row != VCL_NONE && draft->fates[row] != VCL_FATE_NAMED;
        }
    }
    return count;
}

vcl_status vcl_tally(vcl_draft *draft, size_t logged, size_t waiting, vcl_import_counts *out,
                     vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t fates[VCL_FATES] = { 0 };
    size_t passed = 0;

    for (uint32_t row = 0; row < draft->row_count; row++) {
        if (draft->fates[row] == VCL_FATES) {
            vcl_draft_name(draft, row, NULL, VCL_MSG_IMPORT_ROW_NOTHING, NULL);
        }
        fates[draft->fates[row]]++;
    }
    if (draft->log->failed) {
        return VCL_OK; /* its lines are not all there; the caller says so */
    }
    TRY(count_passed(draft, logged, &passed, err));
    *out = (vcl_import_counts){ .rows = draft->row_count + passed,
                                .actors = fates[VCL_FATE_ACTOR],
                                .links = fates[VCL_FATE_LINK],
                                .others = fates[VCL_FATE_OTHER],
                                .joined = fates[VCL_FATE_JOINED],
                                .named = fates[VCL_FATE_NAMED] + passed,
                                .cells = count_cells(draft),
                                .waiting = waiting };
done:
    return status;
}
