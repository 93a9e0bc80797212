/* The census: the households known to belong to groups and cooperatives, from current memberships,
 * each household once. A cooperative knows the farmers of its groups, too.
 *
 * Farmers who belong to the same groups and cooperatives are looked at together; and for a
 * cooperative not at all by the one organisation, of those that it knows farmers by, that would be
 * most work. So a group of thousands may belong to thousands of cooperatives. */
#ifndef MODEL_CENSUS_H
#define MODEL_CENSUS_H

#include "model/chain.h"

typedef struct vcl_census {
    const vcl_chain *chain;
    vcl_date as_of;
    vcl_sets sets; /* of organisations, by their facts, that some farmer belongs to, of several */
    vcl_array households; /* of uint64_t, by set */
    uint64_t *alone; /* by facts: households that belong to that organisation alone */
    uint32_t *all; /* by facts: households of its farmers; UINT32_MAX stands for that or more */
    uint32_t *sets_of; /* the sets that an organisation is in */
    uint32_t *sets_of_start; /* by facts, one more */
    uint32_t *groups_of; /* the groups, by actor, that belong to a cooperative, ascending */
    uint32_t *groups_of_start; /* by facts, one more */
    uint32_t *counted_for; /* by set: 1 + the cooperative it was last counted for */
} vcl_census;

/* Release in any case. O(actors + links), expected. VCL_ERROR_MEMORY. */
vcl_status vcl_census_init(vcl_census *census, const vcl_chain *chain, vcl_date as_of,
                           vcl_error *err);
void vcl_census_release(vcl_census *census);

/* The households known to belong to a group or cooperative; any number from `enough` on means that
 * there are at least so many. `implied` has those of groups, by actor. O(1), and for a
 * cooperative with groups the sets that all of them but one, and itself, are in. */
uint64_t vcl_census_known(vcl_census *census, uint32_t organisation, const uint32_t *implied,
                          uint32_t enough);

#endif
