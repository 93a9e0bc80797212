/* What a drawn chain states, as a result with the tables of records: as an import has it, too. */
#ifndef EXPORT_RECORDED_H
#define EXPORT_RECORDED_H

#include "model/records.h"
#include "support/figures.h"
#include "written.h"

/* For the caller to free. */
static inline vcl_result *records_of_chain(const vcl_chain *chain)
{
    const char *names[VCL_RECORDS_COUNT];
    vcl_result *result = NULL;

    for (size_t i = 0; i < VCL_RECORDS_COUNT; i++) {
        names[i] = vcl_record_kinds[i].name;
    }
    assert_int_equal(vcl_analyze(chain, NULL, names, VCL_RECORDS_COUNT, &result, NULL), VCL_OK);
    return result;
}

static inline vcl_result *records_of(const char *drawing)
{
    vcl_chain *chain = chain_of(drawing);
    vcl_result *result = records_of_chain(chain);

    vcl_chain_free(chain);
    return result;
}

static inline void copy_cell(vcl_table *table, vcl_type type, const vcl_value *value)
{
    if (value->is_null) {
        vcl_table_add_null(table);
    } else if (type == VCL_INTEGER) {
        vcl_table_add_integer(table, value->integer);
    } else if (type == VCL_REAL) {
        vcl_table_add_real(table, value->real);
    } else if (type == VCL_BOOLEAN) {
        vcl_table_add_boolean(table, value->boolean);
    } else if (type == VCL_LIST) {
        vcl_table_add_list(table, value->list.items, value->list.count);
    } else if (type == VCL_TERM) {
        vcl_table_add_term(table, value->text);
    } else {
        vcl_table_add_text(table, value->text);
    }
}

/* The same with the last row of each table first. */
static inline vcl_result *reversed(const vcl_result *result)
{
    vcl_result *other = NULL;

    assert_int_equal(vcl_result_new(&other, NULL), VCL_OK);
    for (size_t i = 0; i < VCL_RECORDS_COUNT; i++) {
        const vcl_table *from =
            vcl_result_find_table(result, vcl_record_kinds[VCL_RECORDS_COUNT - 1 - i].name);
        vcl_table *to = NULL;
        assert_int_equal(vcl_result_add(other, from->kind, &to, NULL), VCL_OK);
        for (size_t row = vcl_table_row_count(from); row > 0; row--) {
            for (size_t k = 0; k < vcl_table_column_count(from); k++) {
                copy_cell(to, vcl_table_column(from, k)->type, vcl_table_row(from, row - 1) + k);
            }
        }
    }
    return other;
}

#endif
