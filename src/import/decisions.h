/* What a person decided in the review list of an earlier run: whom a name means. */
#ifndef IMPORT_DECISIONS_H
#define IMPORT_DECISIONS_H

#include "base/array.h"
#include "base/idmap.h"
#include "registers/log.h"

/* As what somebody is named. */
typedef enum vcl_role {
    VCL_ROLE_SELLER,
    VCL_ROLE_BUYER,
    VCL_ROLE_ORGANISATION,
    VCL_ROLE_MEMBER, /* an organisation that belongs to another */
    VCL_ROLE_ACTOR, /* whose amounts a row states */
    VCL_ROLES
} vcl_role;

/* "seller". Static. */
const char *vcl_role_word(vcl_role role);

typedef struct vcl_decision {
    const char *written; /* what stands in the registers */
    const char *decision; /* an id, or a word: new, skip */
    uint32_t row; /* in the file */
    vcl_role role;
    vcl_role named_as; /* what is written waits in this role; VCL_ROLES: in none */
    bool used;
} vcl_decision;

typedef struct vcl_decisions {
    const char *path; /* of the file; NULL: there is none */
    uint32_t source; /* of the file in the log */
    vcl_array items; /* of vcl_decision */
    vcl_idmap keys; /* of role and text */
    vcl_array by_key; /* of uint32_t */
    vcl_arena texts;
} vcl_decisions;

void vcl_decisions_init(vcl_decisions *decisions);
void vcl_decisions_release(vcl_decisions *decisions);

/* Reads the file `path` (NULL: none), a review list whose lines have some decision; the log gets it
 * as a sheet. VCL_ERROR_IO, VCL_ERROR_MEMORY, VCL_ERROR_INPUT: no such list, a role that there is
 * not, two decisions on one thing. */
vcl_status vcl_decisions_read(vcl_decisions *decisions, const char *path, vcl_log *log,
                              vcl_error *err);

/* The decision on what is written so in this role, from now on used; or NULL. A spreadsheet that
 * dropped the zeros before a number has changed nothing. *out is valid until release.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_decisions_find(vcl_decisions *decisions, vcl_role role, const char *written,
                              const vcl_decision **out, vcl_error *err);

/* What a decision says. */
typedef enum vcl_verdict {
    VCL_VERDICT_ID, /* it is an id */
    VCL_VERDICT_NEW, /* make an actor of it */
    VCL_VERDICT_SKIP,
} vcl_verdict;

/* `*kind` is what follows "new", as a kind ("cooperative"); NULL where nothing does, "" where it is
 * none. Static. VCL_ERROR_MEMORY. */
vcl_status vcl_decision_read(const vcl_decision *decision, vcl_verdict *out, const char **kind,
                             vcl_error *err);

/* VCL_ERROR_INPUT with {0} the decision's place and {1} what it says. */
vcl_status vcl_decision_fail(const vcl_decisions *decisions, const vcl_decision *decision,
                             vcl_message message, vcl_error *err);

/* Notes in the log the decisions that nothing needed. */
void vcl_decisions_say_unused(const vcl_decisions *decisions, vcl_log *log);

#endif
