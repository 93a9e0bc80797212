/* Collecting problems: kept up to a number of each kind, counted beyond it, sorted when read. */
#include "model/problems.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/try.h"

/* So many of a kind are kept in each file. */
enum { KEPT_OF_A_CODE = 1000 };

/* Values are cut to so many bytes. */
enum { VALUE_SIZE = 120 };

static const struct {
    const char *code;
    vcl_severity severity;
} kinds[] = {
#define PROBLEM(id, code, severity) { code, severity },
#include "model/problems.def"
#undef PROBLEM
};

typedef struct kept_problem {
    vcl_problem problem;
    size_t file; /* which of the files loaded */
    size_t found; /* the position in the order of finding */
} kept_problem;

struct vcl_problems {
    vcl_array kept; /* of kept_problem */
    bool sorted;
    vcl_arena texts;
    const char *file;
    size_t file_number;
    uint64_t file_counts[VCL_PROBLEM_COUNT];
    uint64_t counts[VCL_PROBLEM_COUNT];
    uint64_t kept_counts[VCL_PROBLEM_COUNT];
};

vcl_status vcl_problems_new(vcl_problems **out, vcl_error *err)
{
    vcl_status status;

    vcl_error_clear(err);
    status = vcl_alloc(out, 1, sizeof **out, err);
    if (status == VCL_OK) {
        vcl_array_init(&(*out)->kept, sizeof(kept_problem));
        (*out)->file = "";
    }
    return status;
}

void vcl_problems_free(vcl_problems *problems)
{
    if (problems != NULL) {
        vcl_array_release(&problems->kept);
        vcl_arena_release(&problems->texts);
        free(problems);
    }
}

vcl_status vcl_problems_begin_file(vcl_problems *problems, const char *file, vcl_error *err)
{
    problems->file_number++;
    memset(problems->file_counts, 0, sizeof problems->file_counts);
    return vcl_arena_copy(&problems->texts, vcl_slice_of(file), &problems->file, err);
}

bool vcl_problems_wants(const vcl_problems *problems, vcl_problem_code code)
{
    return problems->file_counts[code] < KEPT_OF_A_CODE;
}

/* Copies `text`, cut with an ellipsis at a character's border; NULL stays NULL. */
static vcl_status keep_text(vcl_problems *problems, const char *text, size_t limit,
                            const char **out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_slice slice = vcl_slice_of(text);
    vcl_text cut = { 0 };

    *out = NULL;
    if (text == NULL) {
        return VCL_OK;
    }
    if (slice.size > limit) {
        slice.size = limit;
        while (slice.size > 0 && ((unsigned char)text[slice.size] & 0xC0u) == 0x80u) {
            slice.size--;
        }
        vcl_text_add_slice(&cut, slice);
        vcl_text_add(&cut, "…");
        TRY(vcl_text_status(&cut, err));
        slice = (vcl_slice){ cut.bytes, cut.size };
    }
    TRY(vcl_arena_copy(&problems->texts, slice, out, err));
done:
    vcl_text_release(&cut);
    return status;
}

static vcl_status keep(vcl_problems *problems, const vcl_finding *finding, vcl_error *err)
{
    vcl_status status = VCL_OK;
    kept_problem kept = { .file = problems->file_number, .found = problems->kept.count };
    vcl_problem *problem = &kept.problem;

    problem->severity = kinds[finding->code].severity;
    problem->code = kinds[finding->code].code;
    problem->file = problems->file;
    problem->line = finding->line;
    problem->message = (int)finding->message;
    TRY(keep_text(problems, finding->pointer == NULL ? "" : finding->pointer, VALUE_SIZE * 4,
                  &problem->pointer, err));
    TRY(keep_text(problems, finding->value, VALUE_SIZE, &problem->value, err));
    TRY(keep_text(problems, finding->detail, VALUE_SIZE, &problem->detail, err));
    TRY(keep_text(problems, finding->suggestion, VALUE_SIZE, &problem->suggestion, err));
    TRY(vcl_array_add(&problems->kept, &kept, err));
    problems->sorted = false;
    problems->kept_counts[finding->code]++;
done:
    return status;
}

vcl_status vcl_problems_add(vcl_problems *problems, const vcl_finding *finding, vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (vcl_problems_wants(problems, finding->code)) {
        TRY(keep(problems, finding, err));
    }
    problems->file_counts[finding->code]++;
    problems->counts[finding->code]++;
done:
    return status;
}

static uint64_t sum_of(const uint64_t counts[VCL_PROBLEM_COUNT], vcl_severity severity)
{
    uint64_t sum = 0;

    for (size_t code = 0; code < VCL_PROBLEM_COUNT; code++) {
        sum += kinds[code].severity == severity ? counts[code] : 0;
    }
    return sum;
}

void vcl_problems_count_more(vcl_problems *problems, vcl_problem_code code, uint64_t more)
{
    problems->file_counts[code] += more;
    problems->counts[code] += more;
}

uint64_t vcl_problems_file_errors(const vcl_problems *problems)
{
    return sum_of(problems->file_counts, VCL_SEVERITY_ERROR);
}

uint64_t vcl_problems_errors(const vcl_problems *problems)
{
    return sum_of(problems->counts, VCL_SEVERITY_ERROR);
}

uint64_t vcl_problems_warnings(const vcl_problems *problems)
{
    return sum_of(problems->counts, VCL_WARNING);
}

uint64_t vcl_problems_omitted(const vcl_problems *problems, const char *code)
{
    for (size_t i = 0; i < VCL_PROBLEM_COUNT; i++) {
        if (strcmp(kinds[i].code, code) == 0) {
            return problems->counts[i] - problems->kept_counts[i];
        }
    }
    return 0;
}

/* Numbers within pointers compare as numbers: /nodes/9 before /nodes/10. */
static int compare_pointers(const char *a, const char *b)
{
    while (*a != '\0' && *b != '\0') {
        size_t digits_a = strspn(a, "0123456789");
        size_t digits_b = strspn(b, "0123456789");
        if (digits_a > 0 && digits_b > 0 && digits_a != digits_b) {
            return digits_a < digits_b ? -1 : 1;
        }
        if (*a != *b) {
            return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
        }
        a++;
        b++;
    }
    return (*a != '\0') - (*b != '\0');
}

static int compare_problems(const void *a, const void *b)
{
    const kept_problem *first = a;
    const kept_problem *second = b;
    int order = 0;

    if (first->file != second->file) {
        return first->file < second->file ? -1 : 1;
    }
    if (first->problem.line != second->problem.line) {
        return first->problem.line < second->problem.line ? -1 : 1;
    }
    order = compare_pointers(first->problem.pointer, second->problem.pointer);
    if (order == 0) {
        order = strcmp(first->problem.code, second->problem.code);
    }
    return order != 0 ? order : (first->found > second->found) - (first->found < second->found);
}

size_t vcl_problems_count(const vcl_problems *problems)
{
    return problems->kept.count;
}

const vcl_problem *vcl_problems_at(const vcl_problems *problems, size_t index)
{
    const kept_problem *kept = problems->kept.items;

    assert(index < problems->kept.count);
    if (!problems->sorted) {
        /* The order is part of what the list is; sorting late only spares work. */
        vcl_problems *list = (vcl_problems *)problems;
        qsort(list->kept.items, list->kept.count, sizeof(kept_problem), compare_problems);
        list->sorted = true;
    }
    return &kept[index].problem;
}

void vcl_problem_format(vcl_text *out, const vcl_problem *problem, vcl_language language)
{
    const char *arguments[] = { problem->value, problem->detail };

    vcl_message_format(out, (vcl_message)problem->message, language, arguments, 2);
    if (problem->suggestion != NULL) {
        vcl_message_format(out, VCL_MSG_DID_YOU_MEAN, language, &problem->suggestion, 1);
    }
}

void vcl_problem_text(const vcl_problem *problem, vcl_language language, char *buffer, size_t size)
{
    vcl_text text = { 0 };

    vcl_problem_format(&text, problem, language);
    vcl_text_cut(buffer, size, (vcl_slice){ text.bytes, text.size });
    vcl_text_release(&text);
}
