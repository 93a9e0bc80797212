/* The finished dataset, read as any other. */
#include "import/check.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/error.h"
#include "base/try.h"
#include "model/problems.h"

static uint32_t row_of(const vcl_lines *lines, const vcl_problem *problem)
{
    bool known = problem->line > 0 && problem->line <= lines->rows.count;

    return known ? ((const uint32_t *)lines->rows.items)[problem->line - 1] : VCL_NONE;
}

/* What no one row says stands with the first sheet. */
static vcl_cell_place place_of(const vcl_draft *draft, uint32_t row)
{
    if (row == VCL_NONE) {
        return (vcl_cell_place){ 0 };
    }
    return (vcl_cell_place){ vcl_draft_row(draft, row)->source, vcl_draft_row(draft, row)->number,
                             0 };
}

static void note(vcl_draft *draft, const vcl_lines *lines, const vcl_problem *problem)
{
    vcl_log_add(draft->log, place_of(draft, row_of(lines, problem)), VCL_FIELD_COUNT, VCL_LOG_NOTE,
                (vcl_message)problem->message,
                (const char *const[]){ problem->value, problem->detail }, 2);
}

/* After many of a kind only their number is known: told once a kind. */
static void note_more(vcl_draft *draft, const vcl_problems *problems)
{
    const char *seen[VCL_PROBLEM_COUNT] = { NULL };
    char number[24];

    for (size_t i = 0; i < vcl_problems_count(problems); i++) {
        const char *code = vcl_problems_at(problems, i)->code;
        uint64_t more = vcl_problems_omitted(problems, code);
        size_t kind = 0;
        while (seen[kind] != NULL && seen[kind] != code) {
            kind++;
        }
        if (seen[kind] == NULL && more > 0) {
            (void)snprintf(number, sizeof number, "%" PRIu64, more);
            vcl_log_add(draft->log, (vcl_cell_place){ 0 }, VCL_FIELD_COUNT, VCL_LOG_NOTE,
                        VCL_MSG_IMPORT_PROBLEMS_MORE, (const char *const[]){ number, code }, 2);
        }
        seen[kind] = code;
    }
}

static vcl_status fail(vcl_draft *draft, const vcl_lines *lines, const vcl_problems *problems,
                       vcl_error *err)
{
    vcl_text place = { 0 };
    vcl_text text = { 0 };
    size_t i = 0;

    while (i + 1 < vcl_problems_count(problems) &&
           vcl_problems_at(problems, i)->severity != VCL_SEVERITY_ERROR) {
        i++;
    }
    vcl_log_add_place(draft->log, &place,
                      place_of(draft, row_of(lines, vcl_problems_at(problems, i))));
    vcl_problem_format(&text, vcl_problems_at(problems, i), draft->log->language);
    vcl_status status = place.failed || text.failed
                            ? vcl_fail_memory(err)
                            : vcl_fail(err, VCL_ERROR_INPUT, VCL_MSG_IMPORT_WRONG,
                                       vcl_text_bytes(&place), vcl_text_bytes(&text));
    vcl_text_release(&text);
    vcl_text_release(&place);
    return status;
}

vcl_status vcl_check_dataset(vcl_draft *draft, const vcl_lines *lines, vcl_chain **out,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_problems *problems = NULL;
    vcl_error own = { 0 };

    TRY(vcl_problems_new(&problems, err));
    status =
        vcl_chain_load_memory(lines->text.bytes, lines->text.size, "", NULL, problems, out, &own);
    if (status == VCL_ERROR_INPUT && vcl_problems_errors(problems) > 0) {
        status = fail(draft, lines, problems, err);
    } else if (status != VCL_OK && err != NULL) {
        *err = own;
    }
    if (status == VCL_OK) {
        for (size_t i = 0; i < vcl_problems_count(problems); i++) {
            note(draft, lines, vcl_problems_at(problems, i));
        }
        note_more(draft, problems);
    }
done:
    vcl_problems_free(problems);
    return status;
}
