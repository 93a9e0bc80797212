/* Figures: tables of a run, written out so that a test shows the whole of what it expects. */
#ifndef SUPPORT_FIGURES_H
#define SUPPORT_FIGURES_H

#include "support/chain.h"

/* The table `name` (NULL: all), for the caller to free. */
static inline vcl_result *analyze_with(const vcl_chain *chain, const vcl_study_options *options,
                                       const char *name)
{
    vcl_result *result = NULL;
    vcl_error err = { 0 };
    char sentence[1024];

    if (vcl_analyze(chain, options, &name, name == NULL ? 0 : 1, &result, &err) != VCL_OK) {
        vcl_error_text(&err, VCL_ENGLISH, sentence, sizeof sentence);
        fail_msg("%s", sentence);
    }
    return result;
}

static inline vcl_result *analyze(const vcl_chain *chain, const char *name)
{
    return analyze_with(chain, NULL, name);
}

/* All tables, those on demand too, for the caller to free. */
static inline vcl_result *analyze_everything(const vcl_chain *chain,
                                             const vcl_study_options *options)
{
    const char *names[32];
    size_t count = vcl_analysis_count();
    vcl_result *result = NULL;

    assert_true(count <= 32);
    for (size_t i = 0; i < count; i++) {
        names[i] = vcl_analysis_name(i);
    }
    assert_int_equal(vcl_analyze(chain, options, names, count, &result, NULL), VCL_OK);
    return result;
}

/* A cell as text: null is "-", a list "[a,b]", a real has 12 significant digits. */
static inline void write_cell(vcl_text *out, vcl_type type, const vcl_value *value)
{
    if (value->is_null) {
        vcl_text_add_byte(out, '-');
    } else if (type == VCL_INTEGER) {
        vcl_text_add_integer(out, value->integer);
    } else if (type == VCL_REAL) {
        vcl_text_add_real(out, value->real);
    } else if (type == VCL_BOOLEAN) {
        vcl_text_add(out, value->boolean ? "true" : "false");
    } else if (type == VCL_LIST) {
        vcl_text_add_byte(out, '[');
        for (size_t i = 0; i < value->list.count; i++) {
            vcl_text_add(out, i == 0 ? "" : ",");
            vcl_text_add(out, value->list.items[i]);
        }
        vcl_text_add_byte(out, ']');
    } else {
        vcl_text_add(out, value->text);
    }
}

/* The number of the column whose name stands first in `names`, which goes on to the next. */
static inline size_t next_column(const vcl_table *table, const char **names)
{
    char name[64] = "";
    size_t size = strcspn(*names, " ");
    size_t index = 0;

    assert_true(size < sizeof name);
    memcpy(name, *names, size);
    *names += size;
    *names += strspn(*names, " ");
    if (!vcl_table_find_column(table, name, &index)) {
        fail_msg("%s has no column \"%s\"", vcl_table_name(table), name);
    }
    return index;
}

/* The cells of a row under the columns `names` (NULL: all), blanks between them, as a line. */
static inline void write_row(vcl_text *out, const vcl_table *table, size_t row, const char *names)
{
    const vcl_value *values = vcl_table_row(table, row);
    size_t all = vcl_table_column_count(table);

    for (size_t i = 0; names == NULL ? i < all : *names != '\0'; i++) {
        size_t column = names == NULL ? i : next_column(table, &names);
        vcl_text_add(out, i == 0 ? "" : " ");
        write_cell(out, vcl_table_column(table, column)->type, values + column);
    }
    vcl_text_add_byte(out, '\n');
}

/* The table as text; the caller releases it. */
static inline vcl_text text_of_table(const vcl_table *table, const char *names)
{
    vcl_text text = { 0 };

    for (size_t row = 0; row < vcl_table_row_count(table); row++) {
        write_row(&text, table, row, names);
    }
    return text;
}

/* Runs one analysis and compares its rows, under the columns `names`, line by line. */
static inline void assert_rows_with(const vcl_chain *chain, const vcl_study_options *options,
                                    const char *table, const char *names, const char *expected)
{
    vcl_result *result = analyze_with(chain, options, table);
    vcl_text found = text_of_table(vcl_result_find_table(result, table), names);

    assert_int_equal(vcl_result_table_count(result), 1);
    assert_string_equal(vcl_text_bytes(&found), expected);
    vcl_text_release(&found);
    vcl_result_free(result);
}

static inline void assert_rows(const vcl_chain *chain, const char *table, const char *names,
                               const char *expected)
{
    assert_rows_with(chain, NULL, table, names, expected);
}

/* The same for a drawing that nothing else is asked of. */
static inline void assert_drawn_rows(const char *drawing, const char *table, const char *names,
                                     const char *expected)
{
    vcl_chain *chain = chain_of(drawing);

    assert_rows(chain, table, names, expected);
    vcl_chain_free(chain);
}

/* The same with one actor gone. */
static inline void assert_rows_without(const vcl_chain *chain, const char *id, const char *table,
                                       const char *names, const char *expected)
{
    vcl_study_options options = { .without = &id, .without_count = 1 };

    assert_rows_with(chain, &options, table, names, expected);
}

/* The row of a table whose first column is `id`, which must be there. */
static inline size_t row_of(const vcl_table *table, const char *id)
{
    for (size_t row = 0; row < vcl_table_row_count(table); row++) {
        if (strcmp(vcl_table_row(table, row)->text, id) == 0) {
            return row;
        }
    }
    fail_msg("%s has no row %s", vcl_table_name(table), id);
    return 0;
}

/* A cell by the row's id and the column's name. */
static inline const vcl_value *cell_of(const vcl_result *result, const char *table, const char *id,
                                       const char *name)
{
    const vcl_table *found = vcl_result_find_table(result, table);

    assert_non_null(found);
    return vcl_table_row(found, row_of(found, id)) + next_column(found, &name);
}

#endif
