/* A teller tells farmers apart by what they do: those who do the same find each other by a hash of
 * it. Several tellers, each with farmers of its own, may work at a time. */
#ifndef MODEL_TELLER_H
#define MODEL_TELLER_H

#include "base/hash.h"
#include "model/habits.h"

enum { VCL_TELLER_BATCH = 32 };

/* A farmer's habit that is to be found among the others. */
typedef struct vcl_told {
    vcl_habit habit;
    uint32_t hash;
    size_t first_flow; /* in the flows of the batch */
} vcl_told;

/* A habit of one flow or none that was told lately. */
typedef struct vcl_lately {
    uint64_t key[2]; /* all that tells it from others */
    uint32_t number; /* of the habit, + 1; 0: none */
} vcl_lately;

enum { VCL_LATELY_BITS = 12, VCL_LATELY = 1 << VCL_LATELY_BITS };

typedef struct vcl_teller {
    const vcl_state *state;
    vcl_array habits; /* of vcl_habit, in the order of their coming */
    vcl_arena kept; /* their flows */
    uint32_t *of_actor; /* by actor: the number of its habit is left there, VCL_NONE if none */

    /* private */
    vcl_hash_key key;
    struct vcl_teller_slot *slots; /* open addressing, at most half full */
    unsigned slot_bits; /* 2^slot_bits slots, once there are any */
    vcl_lately lately[VCL_LATELY]; /* by a hash of their keys, without probing */
    vcl_told batch[VCL_TELLER_BATCH]; /* so that memory is fetched for many at a time */
    size_t batch_count;
    vcl_array flows; /* of the batch */
} vcl_teller;

/* For about so many farmers. Allocates nothing. Both must outlive it. Release in any case. */
void vcl_teller_init(vcl_teller *teller, const vcl_state *state, uint32_t *of_actor,
                     uint32_t farmers);
void vcl_teller_release(vcl_teller *teller);

/* Tells the active farmers among the actors [first, end). Expected O(actors + links).
 * VCL_ERROR_MEMORY. */
vcl_status vcl_teller_tell(vcl_teller *teller, uint32_t first, uint32_t end, vcl_error *err);

#endif
