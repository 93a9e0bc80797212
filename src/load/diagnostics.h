/* Findings about records, with their line and JSON Pointer.
 *
 * Adding never needs a check: where memory runs out the diagnostics remember it and say so in
 * vcl_diagnostics_status(). */
#ifndef LOAD_DIAGNOSTICS_H
#define LOAD_DIAGNOSTICS_H

#include <jansson.h>
#include <stdbool.h>

#include "base/text.h"
#include "model/problems.h"

/* A place in a record: a member or an element of the place above. NULL stands for the top, as does
 * the key "". */
typedef struct vcl_path {
    const struct vcl_path *parent;
    const char *key; /* NULL: the element `index` of an array */
    size_t index;
} vcl_path;

typedef struct vcl_diagnostics {
    vcl_problems *problems;
    uint64_t line; /* where the current record begins */
    bool unreadable; /* some record could not be read, so that ids may be missing */
    bool failed; /* memory ran out */
    vcl_text pointer;
    vcl_text value;
} vcl_diagnostics;

/* What is wrong with a value. */
typedef struct vcl_fault {
    vcl_problem_code code;
    vcl_message message;
    const vcl_path *path;
    const json_t *value; /* shown as short JSON, or NULL */
    const char *shown; /* the value where there is no JSON of it, or NULL */
    const char *detail; /* or NULL */
    const char *suggestion; /* or NULL */
} vcl_fault;

/* `problems` must outlive it. Allocates nothing. */
void vcl_diagnostics_init(vcl_diagnostics *diagnostics, vcl_problems *problems);
void vcl_diagnostics_release(vcl_diagnostics *diagnostics);

/* Reports a fault in the current record. */
void vcl_diagnostics_add(vcl_diagnostics *diagnostics, const vcl_fault *fault);

/* Remembers that memory ran out elsewhere. */
void vcl_diagnostics_fail(vcl_diagnostics *diagnostics);

/* VCL_OK or VCL_ERROR_MEMORY. */
vcl_status vcl_diagnostics_status(const vcl_diagnostics *diagnostics, vcl_error *err);

/* Errors reported in this file so far. */
uint64_t vcl_diagnostics_errors(const vcl_diagnostics *diagnostics);

/* Appends `value` as JSON; what arrays and objects hold is left out ("[…]", "{…}"), for it may be
 * personal. */
void vcl_diagnostics_show(vcl_text *out, const json_t *value);

#endif
