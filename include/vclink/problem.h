/* Problems: what is wrong with a dataset, all at once, each with its place.
 *
 * Loading fills a vcl_problems. Errors mean that no chain could be made; warnings let work go on.
 * The problems come out as a table like any other (code, file, line, pointer, message, value,
 * suggestion), or as lines "FILE:LINE: error: POINTER: message". */
#ifndef VCLINK_PROBLEM_H
#define VCLINK_PROBLEM_H

#include <stddef.h>
#include <stdint.h>

#include <vclink/status.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum vcl_severity {
    VCL_WARNING = 0,
    VCL_SEVERITY_ERROR = 1,
} vcl_severity;

typedef struct vcl_problems vcl_problems;

/* One problem. Texts belong to the vcl_problems and live as long as it does. */
typedef struct vcl_problem {
    vcl_severity severity;
    const char *code;       /* such as "unknown-node"; stable, never translated */
    const char *file;       /* as the caller named it; "-" is standard input */
    uint64_t line;          /* from 1; 0 where no line applies */
    const char *pointer;    /* JSON Pointer (RFC 6901) within the document or the line's record */
    const char *value;      /* the value that is wrong, or NULL */
    const char *suggestion; /* what was probably meant, or NULL */
    int message;            /* for vcl_problem_text() */
    const char *detail;     /* the message's further argument, or NULL */
} vcl_problem;

/* Makes an empty list. `*out` is NULL on failure. VCL_ERROR_MEMORY. */
VCL_API vcl_status vcl_problems_new(vcl_problems **out, vcl_error *err);

/* NULL is allowed. */
VCL_API void vcl_problems_free(vcl_problems *problems);

/* How many were found, those not kept included (after 1,000 of a code only their number is). */
VCL_API uint64_t vcl_problems_errors(const vcl_problems *problems);
VCL_API uint64_t vcl_problems_warnings(const vcl_problems *problems);

/* Those that are kept, in the order of files as loaded, then lines, then pointers. `index` must be
 * below the count. O(1) after the first call, which sorts. */
VCL_API size_t vcl_problems_count(const vcl_problems *problems);
VCL_API const vcl_problem *vcl_problems_at(const vcl_problems *problems, size_t index);

/* How many of `code` were found beyond those kept. */
VCL_API uint64_t vcl_problems_omitted(const vcl_problems *problems, const char *code);

/* The sentence of a problem in `language`, without its place, cut to `size` bytes with the closing
 * NUL. Control and bidirectional characters of the data are shown as <U+001B>. */
VCL_API void vcl_problem_text(const vcl_problem *problem, vcl_language language, char *buffer,
                              size_t size);

#ifdef __cplusplus
}
#endif

#endif
