/* Sorting rows of records by pointers to them. */
#include "export/ordered.h"

#include <stdlib.h>
#include <string.h>

#include "base/amount.h"
#include "base/memory.h"
#include "base/try.h"

static int compare_lists(const vcl_value *a, const vcl_value *b)
{
    int order = 0;

    for (size_t i = 0; i < a->list.count && i < b->list.count && order == 0; i++) {
        order = strcmp(a->list.items[i], b->list.items[i]);
    }
    return order != 0 ? order : (a->list.count > b->list.count) - (a->list.count < b->list.count);
}

static int compare_values(const vcl_value *a, const vcl_value *b, vcl_type type)
{
    if (a->is_null || b->is_null) {
        return (int)b->is_null - (int)a->is_null;
    }
    switch (type) {
    case VCL_INTEGER:
        return (a->integer > b->integer) - (a->integer < b->integer);
    case VCL_BOOLEAN:
        return (int)a->boolean - (int)b->boolean;
    case VCL_REAL:
        return vcl_amount_compare(a->real, b->real);
    case VCL_LIST:
        return compare_lists(a, b);
    case VCL_TEXT:
    case VCL_TERM:
        break;
    }
    return strcmp(a->text, b->text);
}

static int compare_columns(const vcl_value *a, const vcl_value *b, vcl_records number,
                           const size_t *columns, size_t count)
{
    int order = 0;

    for (size_t i = 0; i < count && order == 0; i++) {
        vcl_type type = vcl_record_kinds[number].columns[columns[i]]->type;
        order = compare_values(a + columns[i], b + columns[i], type);
    }
    return order;
}

typedef int compare_rows(const void *first, const void *second);

/* Ids stand in the first column of products, places and actors alike. */
static int compare_ids(const void *first, const void *second)
{
    const vcl_value *const *a = first;
    const vcl_value *const *b = second;

    return strcmp((*a)->text, (*b)->text);
}

static int compare_handled(const void *first, const void *second)
{
    static const size_t columns[] = { VCL_HANDLED_ACTOR, VCL_HANDLED_PRODUCT, VCL_HANDLED_OUTPUT,
                                      VCL_HANDLED_DEMAND, VCL_HANDLED_OCOP };
    const vcl_value *const *a = first;
    const vcl_value *const *b = second;

    return compare_columns(*a, *b, VCL_RECORDS_HANDLED, columns, sizeof columns / sizeof *columns);
}

static int compare_deals(const void *first, const void *second)
{
    static const size_t columns[] = {
        VCL_DEAL_SOURCE, VCL_DEAL_TARGET, VCL_DEAL_KIND,     VCL_DEAL_PRODUCTS,
        VCL_DEAL_START,  VCL_DEAL_END,    VCL_DEAL_VOLUME,   VCL_DEAL_DELIVERED,
        VCL_DEAL_VALUE,  VCL_DEAL_STATUS, VCL_DEAL_CONTRACT,
    };
    const vcl_value *const *a = first;
    const vcl_value *const *b = second;

    return compare_columns(*a, *b, VCL_RECORDS_DEALS, columns, sizeof columns / sizeof *columns);
}

vcl_status vcl_ordered_init(vcl_ordered *ordered, const vcl_result *result, vcl_records number,
                            vcl_error *err)
{
    static compare_rows *const comparisons[VCL_RECORDS_COUNT] = {
        [VCL_RECORDS_PRODUCTS] = compare_ids, [VCL_RECORDS_PLACES] = compare_ids,
        [VCL_RECORDS_ACTORS] = compare_ids,   [VCL_RECORDS_HANDLED] = compare_handled,
        [VCL_RECORDS_DEALS] = compare_deals,
    };
    vcl_status status = VCL_OK;
    const vcl_table *table = vcl_result_find_table(result, vcl_record_kinds[number].name);
    bool is_sorted = true;

    *ordered = (vcl_ordered){ .count = vcl_table_row_count(table) };
    TRY(vcl_alloc(&ordered->rows, ordered->count, sizeof *ordered->rows, err));
    for (size_t i = 0; i < ordered->count; i++) {
        ordered->rows[i] = vcl_table_row(table, i);
        is_sorted = is_sorted &&
                    (i == 0 || comparisons[number](ordered->rows + i - 1, ordered->rows + i) <= 0);
    }
    if (!is_sorted) {
        qsort(ordered->rows, ordered->count, sizeof *ordered->rows, comparisons[number]);
    }
done:
    return status;
}

void vcl_ordered_release(vcl_ordered *ordered)
{
    free(ordered->rows);
    *ordered = (vcl_ordered){ 0 };
}

bool vcl_ordered_index(const vcl_ordered *ordered, const char *id, size_t *index)
{
    size_t low = 0;
    size_t high = ordered->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(ordered->rows[middle][0].text, id) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    *index = low;
    return low < ordered->count && strcmp(ordered->rows[low][0].text, id) == 0;
}

const vcl_value *vcl_ordered_find(const vcl_ordered *ordered, const char *id)
{
    size_t index = 0;

    return vcl_ordered_index(ordered, id, &index) ? ordered->rows[index] : NULL;
}
