/* Tables by byte of a row and by value of that byte. */
#include "graph/columns.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"

enum {
    BYTE_BITS = 8,
    BYTE_VALUES = 256,
    WORD_BYTES = 8,
};

static size_t table_size(const vcl_core *core)
{
    return (size_t)core->words * WORD_BYTES * BYTE_VALUES;
}

static bool is_nothing(const vcl_weights *weights)
{
    for (size_t way = 0; way < VCL_WAYS; way++) {
        if (weights->of[way] != 0.0) {
            return false;
        }
    }
    return true;
}

/* Adds a row's weights under the value of each of its bytes, zero aside. */
static void collect_row(vcl_weights *table, const uint64_t *row, uint32_t words,
                        const vcl_weights *weights)
{
    for (uint32_t word = 0; word < words; word++) {
        vcl_weights *values = table + (size_t)word * WORD_BYTES * BYTE_VALUES;
        for (uint64_t rest = row[word]; rest != 0; rest >>= BYTE_BITS) {
            if (rest % BYTE_VALUES != 0) {
                vcl_weights_add(values + rest % BYTE_VALUES, weights);
            }
            values += BYTE_VALUES;
        }
    }
}

/* Is the row of a part that was met the same as the one before? So are most that lie far upstream
 * of their goals. */
static bool is_repeated(const vcl_core *core, uint32_t place)
{
    return place > 0 && memcmp(vcl_core_row(core, place), vcl_core_row(core, place - 1),
                               core->words * sizeof(uint64_t)) == 0;
}

/* Rows that follow each other and are the same are added up first. */
static void collect_rows(const vcl_core *core, const vcl_weights *weights, vcl_weights *table)
{
    vcl_weights sum = { { 0.0 } };

    for (uint32_t place = 0; place < core->met_count; place++) {
        if (!is_repeated(core, place)) {
            sum = (vcl_weights){ { 0.0 } };
        }
        vcl_weights_add(&sum, weights + core->part_of[core->met[place]]);
        if (!is_nothing(&sum) && (place + 1 == core->met_count || !is_repeated(core, place + 1))) {
            collect_row(table, vcl_core_row(core, place), core->words, &sum);
        }
    }
}

/* The sum of all values that have bit `bit`, the highest that is left; what they hold besides it
 * goes to the values without it. */
static vcl_weights take_bit(vcl_weights *values, uint32_t bit)
{
    uint32_t half = 1u << bit;
    vcl_weights sum = { { 0.0 } };

    for (uint32_t value = 0; value < half; value++) {
        vcl_weights_add(&sum, values + half + value);
        vcl_weights_add(values + value, values + half + value);
    }
    return sum;
}

vcl_status vcl_columns_sum(const vcl_core *core, const vcl_weights *weights, uint32_t count,
                           vcl_weights *sums, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_weights *table = NULL;

    TRY(vcl_alloc(&table, table_size(core), sizeof *table, err));
    collect_rows(core, weights, table);
    for (uint32_t first = 0; first < count; first += BYTE_BITS) {
        for (uint32_t bit = BYTE_BITS; bit-- > 0;) {
            vcl_weights sum = take_bit(table + (size_t)first / BYTE_BITS * BYTE_VALUES, bit);
            if (first + bit < count) {
                sums[first + bit] = sum;
            }
        }
    }
done:
    free(table);
    return status;
}

/* table[value] becomes the sum of the numbers of the goals whose bits a value has. */
static void fill_values(const vcl_core *core, uint32_t *values, const uint32_t *numbers,
                        const uint32_t *goals, uint32_t count)
{
    for (uint32_t bit = 0; bit < BYTE_BITS && bit < count; bit++) {
        uint32_t half = 1u << bit;
        uint32_t number = numbers[core->part_of[goals[bit]]];
        for (uint32_t value = 0; value < half; value++) {
            values[half + value] = values[value] + number;
        }
    }
}

static uint32_t count_row(const uint32_t *table, const uint64_t *row, uint32_t words)
{
    uint32_t sum = 0;

    for (uint32_t word = 0; word < words; word++) {
        const uint32_t *values = table + (size_t)word * WORD_BYTES * BYTE_VALUES;
        for (uint64_t rest = row[word]; rest != 0; rest >>= BYTE_BITS) {
            sum += values[rest % BYTE_VALUES];
            values += BYTE_VALUES;
        }
    }
    return sum;
}

vcl_status vcl_columns_count(const vcl_core *core, const uint32_t *numbers, const uint32_t *goals,
                             uint32_t count, uint32_t *counts, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t *table = NULL;
    uint32_t sum = 0;

    TRY(vcl_alloc(&table, table_size(core), sizeof *table, err));
    for (uint32_t first = 0; first < count; first += BYTE_BITS) {
        fill_values(core, table + (size_t)first / BYTE_BITS * BYTE_VALUES, numbers, goals + first,
                    count - first);
    }
    for (uint32_t place = 0; place < core->met_count; place++) {
        sum = is_repeated(core, place) ? sum
                                       : count_row(table, vcl_core_row(core, place), core->words);
        counts[core->met[place]] += sum;
    }
done:
    free(table);
    return status;
}
