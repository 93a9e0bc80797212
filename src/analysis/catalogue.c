/* Tables about vclink itself and about a load: the columns of all tables, and problems. */
#include <vclink/analysis.h>

#include "analysis/analysis.h"
#include "base/error.h"
#include "base/try.h"
#include "model/problems.h"

static const vcl_column *const catalogue_columns[] = {
    &vcl_columns[VCL_COL_TABLE_NAME],         &vcl_columns[VCL_COL_COLUMN_NAME],
    &vcl_columns[VCL_COL_COLUMN_TYPE],        &vcl_columns[VCL_COL_COLUMN_UNIT],
    &vcl_columns[VCL_COL_COLUMN_DESCRIPTION],
};

static const vcl_table_kind catalogue_kind = {
    "tables",
    { "Tables", "Các bảng" },
    catalogue_columns,
    sizeof catalogue_columns / sizeof *catalogue_columns,
};

static const vcl_column *const problem_columns[] = {
    &vcl_columns[VCL_COL_SEVERITY],     &vcl_columns[VCL_COL_CODE],
    &vcl_columns[VCL_COL_FILE],         &vcl_columns[VCL_COL_LINE],
    &vcl_columns[VCL_COL_POINTER],      &vcl_columns[VCL_COL_VALUE],
    &vcl_columns[VCL_COL_MESSAGE_TEXT], &vcl_columns[VCL_COL_SUGGESTION],
};

static const vcl_table_kind problem_kind = {
    "problems",
    { "Problems", "Các vấn đề của dữ liệu" },
    problem_columns,
    sizeof problem_columns / sizeof *problem_columns,
};

/* Fills the only table of a result. */
typedef void fill(vcl_table *table, const vcl_problems *problems, vcl_language language);

static vcl_status make_result(const vcl_table_kind *kind, fill *fill_table,
                              const vcl_problems *problems, vcl_language language, vcl_result **out,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_result *result = NULL;
    vcl_table *table = NULL;

    vcl_error_clear(err);
    *out = NULL;
    TRY(vcl_result_new(&result, err));
    TRY(vcl_result_add(result, kind, &table, err));
    fill_table(table, problems, language);
    TRY(vcl_table_status(table, err));
    *out = result;
    result = NULL;
done:
    vcl_result_free(result);
    return status;
}

static void fill_catalogue(vcl_table *table, const vcl_problems *problems, vcl_language language)
{
    (void)problems;
    for (size_t i = 0; i < vcl_analysis_count(); i++) {
        for (size_t k = 0; k < vcl_analysis_column_count(i); k++) {
            const vcl_column *column = vcl_analysis_column(i, k);
            vcl_table_add_term(table, vcl_analysis_name(i));
            vcl_table_add_term(table, column->name);
            vcl_table_add_term(table, vcl_type_name(column->type));
            vcl_table_add_term(table, column->unit);
            vcl_table_add_text(table, column->description[language]);
        }
    }
}

static void fill_problems(vcl_table *table, const vcl_problems *problems, vcl_language language)
{
    vcl_text message = { 0 };

    for (size_t i = 0; i < vcl_problems_count(problems); i++) {
        const vcl_problem *problem = vcl_problems_at(problems, i);
        vcl_text_clear(&message);
        vcl_problem_format(&message, problem, language);
        vcl_table_add_term(table, problem->severity == VCL_WARNING ? "warning" : "error");
        vcl_table_add_term(table, problem->code);
        vcl_table_add_text(table, problem->file);
        if (problem->line == 0) {
            vcl_table_add_null(table);
        } else {
            vcl_table_add_integer(table, (int64_t)problem->line);
        }
        vcl_table_add_text(table, problem->pointer);
        vcl_table_add_text(table, problem->value);
        vcl_table_add_text(table, vcl_text_bytes(&message));
        vcl_table_add_text(table, problem->suggestion);
    }
    table->failed = table->failed || vcl_text_status(&message, NULL) != VCL_OK;
    vcl_text_release(&message);
}

vcl_status vcl_catalogue_result(vcl_language language, vcl_result **out, vcl_error *err)
{
    return make_result(&catalogue_kind, fill_catalogue, NULL, language, out, err);
}

vcl_status vcl_problems_result(const vcl_problems *problems, vcl_language language,
                               vcl_result **out, vcl_error *err)
{
    return make_result(&problem_kind, fill_problems, problems, language, out, err);
}
