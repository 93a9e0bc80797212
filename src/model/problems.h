/* Collecting problems. The kinds of problem are listed in problems.def. */
#ifndef MODEL_PROBLEMS_H
#define MODEL_PROBLEMS_H

#include <vclink/problem.h>

#include "base/arena.h"
#include "base/message.h"

typedef enum vcl_problem_code {
#define PROBLEM(id, code, severity) VCL_PROBLEM_##id,
#include "model/problems.def"
#undef PROBLEM
    VCL_PROBLEM_COUNT
} vcl_problem_code;

/* What the finder of a problem says of it; texts are copied, NULL where absent. `value` stands in
 * the message as {0}, `detail` as {1}, `suggestion` follows as "did you mean …?". */
typedef struct vcl_finding {
    vcl_problem_code code;
    vcl_message message;
    uint64_t line; /* 0 where no line applies */
    const char *pointer;
    const char *value;
    const char *detail;
    const char *suggestion;
} vcl_finding;

/* Findings added from now on are about `file`. VCL_ERROR_MEMORY. */
vcl_status vcl_problems_begin_file(vcl_problems *problems, const char *file, vcl_error *err);

/* Adds one; after 1,000 of a code in a file only their number is kept. Values longer than 120
 * characters are cut, with an ellipsis. VCL_ERROR_MEMORY. */
vcl_status vcl_problems_add(vcl_problems *problems, const vcl_finding *finding, vcl_error *err);

/* Appends the sentence of a problem, as vcl_problem_text() writes it. */
void vcl_problem_format(vcl_text *out, const vcl_problem *problem, vcl_language language);

/* Counts `more` of a code in this file, of which nothing but their number is known. */
void vcl_problems_count_more(vcl_problems *problems, vcl_problem_code code, uint64_t more);

/* Errors found in the current file. */
uint64_t vcl_problems_file_errors(const vcl_problems *problems);

/* Would one more of `code` in this file be kept? Saves the work of finding a suggestion. */
bool vcl_problems_wants(const vcl_problems *problems, vcl_problem_code code);

#endif
