/* The chain as it stands on a day: who is active, which links carry goods, and the members of
 * groups and cooperatives that are on the books but not among the records. */
#ifndef MODEL_STATE_H
#define MODEL_STATE_H

#include "base/bits.h"
#include "model/chain.h"

typedef struct vcl_state {
    const vcl_chain *chain;
    vcl_date as_of; /* VCL_NO_DATE: dates are not looked at */
    uint64_t *active; /* bits by actor */
    uint64_t *carries; /* bits by link: active, and a membership or supply, not an input */
    uint64_t *receives; /* bits by actor: some link to it carries goods */
    uint32_t *implied; /* by actor: implied members, 0 for most; active where the record is */
    vcl_array sales; /* of uint32_t: the links that carry supplies to buyers, ascending */
} vcl_state;

/* The chain on `as_of`, with the actors `without[0 .. count)` taken as dissolved while their
 * implied members stay as they are, by up to `threads` threads. Release in any case.
 * O(actors + links), and what vcl_census_known() says. VCL_ERROR_MEMORY. */
vcl_status vcl_state_init(vcl_state *state, const vcl_chain *chain, vcl_date as_of,
                          const uint32_t *without, size_t count, uint32_t threads, vcl_error *err);
void vcl_state_release(vcl_state *state);

#endif
