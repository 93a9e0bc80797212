/* Which words need labels. */
#include "export/html_words.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/try.h"

static int compare_words(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void sort_words(vcl_array *words)
{
    if (words->count > 0) {
        qsort(words->items, words->count, words->item_size, compare_words);
    }
}

static bool has_word(const vcl_array *words, const char *word)
{
    const char *const *items = words->items;

    for (size_t i = 0; i < words->count; i++) {
        if (items[i] == word || strcmp(items[i], word) == 0) {
            return true;
        }
    }
    return false;
}

static vcl_status add_word(vcl_array *words, const char *word, vcl_error *err)
{
    return has_word(words, word) ? VCL_OK : vcl_array_add(words, &word, err);
}

static vcl_status add_terms_of_column(vcl_array *words, const vcl_table *table, size_t column,
                                      vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (size_t i = 0; i < vcl_table_row_count(table); i++) {
        const vcl_value *value = vcl_table_row(table, i) + column;
        if (!value->is_null) {
            TRY(add_word(words, value->text, err));
        }
    }
done:
    return status;
}

vcl_status vcl_html_terms(vcl_array *words, const vcl_result *result, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (size_t i = 0; i < vcl_result_table_count(result); i++) {
        const vcl_table *table = vcl_result_table(result, i);
        for (size_t k = 0; k < vcl_table_column_count(table); k++) {
            if (vcl_table_column(table, k)->type == VCL_TERM) {
                TRY(add_terms_of_column(words, table, k, err));
            }
        }
    }
    sort_words(words);
done:
    return status;
}

vcl_status vcl_html_units(vcl_array *words, const vcl_result *result, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (size_t i = 0; i < vcl_result_table_count(result); i++) {
        const vcl_table *table = vcl_result_table(result, i);
        for (size_t k = 0; k < vcl_table_column_count(table); k++) {
            const char *unit = vcl_table_column(table, k)->unit;
            if (unit[0] != '\0') {
                TRY(add_word(words, unit, err));
            }
        }
    }
    sort_words(words);
done:
    return status;
}
