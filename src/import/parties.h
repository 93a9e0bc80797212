/* Whom rows name: the sellers and buyers of contracts, organisations and members, whose amounts.
 *
 * What is named in the same words in the same role is sought once. Whoever is not certain waits for
 * a decision; what waits gives nothing, and is named in the log and in the review list. */
#ifndef IMPORT_PARTIES_H
#define IMPORT_PARTIES_H

#include "import/actor_list.h"
#include "import/decisions.h"
#include "names/match.h"

/* What became of a party. */
typedef enum vcl_party_state {
    VCL_PARTY_LINKED,
    VCL_PARTY_WAITING,
    VCL_PARTY_DECIDED, /* somebody said whom it means */
    VCL_PARTY_SKIPPED, /* somebody said that it is to be left out */
} vcl_party_state;

typedef struct vcl_party_draft {
    vcl_role role;
    vcl_party sought; /* place empty */
    const char *written; /* its different texts, with " | " between them */
    uint32_t cells; /* that name it */
    uint32_t row; /* the first in the order of sheets and rows, */
    const vcl_entry *entry; /* and its cell */
    vcl_party_state state;
    vcl_message message; /* why, or how */
    uint32_t actor; /* VCL_NONE unless linked or decided */
    size_t candidate_count;
    uint32_t candidates[VCL_CANDIDATES]; /* actors, best first */
    double scores[VCL_CANDIDATES];
    const char *decision; /* as it stands, or NULL */
} vcl_party_draft;

/* That a row names a party. */
typedef struct vcl_reference {
    uint32_t row;
    uint32_t party;
    const vcl_entry *entry; /* the cell that says most */
} vcl_reference;

typedef struct vcl_parties {
    vcl_array parties; /* of vcl_party_draft */
    vcl_array references; /* of vcl_reference, by row */
    uint32_t *first; /* by row: its first reference, */
    uint32_t *count; /* and how many it has */
    vcl_idmap keys;
    vcl_idmap made; /* names and kinds of actors that somebody decided to make */
    vcl_array made_actors; /* of uint32_t, by that */
} vcl_parties;

void vcl_parties_init(vcl_parties *parties);
void vcl_parties_release(vcl_parties *parties);

/* Gathers all that rows name. O(n). VCL_ERROR_MEMORY. */
vcl_status vcl_parties_gather(vcl_parties *parties, vcl_draft *draft, const vcl_actor_list *actors,
                              vcl_error *err);

/* Seeks organisations and the organisations among members; then (all of them having ids) everybody
 * else. Actors that somebody decided on are added to `actors`. As vcl_matcher_find(), for each
 * party. VCL_ERROR_INPUT (a decision that cannot be followed), VCL_ERROR_MEMORY. */
vcl_status vcl_parties_seek_organisations(vcl_parties *parties, vcl_draft *draft,
                                          vcl_actor_list *actors, vcl_decisions *decisions,
                                          vcl_error *err);
vcl_status vcl_parties_seek_others(vcl_parties *parties, vcl_draft *draft, vcl_actor_list *actors,
                                   vcl_decisions *decisions, vcl_error *err);

/* Tells the log what became of each reference. */
void vcl_parties_say(const vcl_parties *parties, vcl_draft *draft, const vcl_actor_list *actors);

/* The reference of a row in a role, the `nth` from 0, or NULL. */
const vcl_reference *vcl_parties_of_row(const vcl_parties *parties, uint32_t row, vcl_role role,
                                        size_t nth);

const vcl_party_draft *vcl_parties_at(const vcl_parties *parties, uint32_t party);

/* References that wait. */
size_t vcl_parties_waiting(const vcl_parties *parties);

#endif
