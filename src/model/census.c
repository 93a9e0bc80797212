/* Counting the households of organisations, by the sets of organisations that they belong to. */
#include "model/census.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"

static bool is_current_membership(const vcl_census *census, const vcl_link *link)
{
    const vcl_terms *terms = vcl_link_terms(census->chain, link);

    return terms->kind == VCL_MEMBERSHIP && vcl_terms_are_current(terms, census->as_of);
}

/* Farmers are entered: many have links of the same terms, one behind the other. */
struct entering {
    vcl_census *census;
    vcl_array room; /* of uint32_t: the organisations of the farmer at hand */
    uint32_t terms; /* those looked at last, */
    bool are_membership; /* and what came of it */
    uint32_t households; /* what every farmer's record stands for, 0 where they differ */
};

static uint32_t same_households(const vcl_chain *chain)
{
    const vcl_household *households = chain->households.items.items;

    for (size_t i = 1; i < chain->households.items.count; i++) {
        if (households[i].count != households[0].count) {
            return 0;
        }
    }
    return chain->households.items.count > 0 ? households[0].count : 0;
}

/* Is this the membership of a farmer in a group or cooperative? */
static bool counts(struct entering *entering, const vcl_link *link)
{
    uint8_t kind = entering->census->chain->actors[link->target].kind;

    if (link->terms != entering->terms) {
        entering->terms = link->terms;
        entering->are_membership = is_current_membership(entering->census, link);
    }
    return entering->are_membership && (kind == VCL_GROUP || kind == VCL_COOPERATIVE);
}

/* Enters households under a set of several organisations. */
static vcl_status enter_set(vcl_census *census, uint32_t *organisations, uint32_t count,
                            uint32_t households, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t set = 0;

    TRY(vcl_sets_intern(&census->sets, organisations, count, &set, err));
    if (set >= census->households.count) {
        TRY(vcl_array_resize(&census->households, (size_t)set + 1, err));
    }
    ((uint64_t *)census->households.items)[set] += households;
done:
    return status;
}

/* Enters a farmer whose links out are [first, end), under the groups and cooperatives that it belongs
 * to. */
static vcl_status enter_farmer(struct entering *entering, uint32_t first, uint32_t end,
                               vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = entering->census->chain;
    const vcl_link *links = chain->links;
    uint32_t households = entering->households > 0 ? entering->households
                                                   : vcl_actor_count(chain, links[first].source);
    uint32_t one = 0;
    uint32_t *organisations = &one;
    uint32_t count = 0;

    if (end - first > 1) {
        TRY(vcl_array_reserve(&entering->room, end - first, err));
        organisations = entering->room.items;
    }
    for (uint32_t i = first; i < end; i++) {
        if (counts(entering, links + i)) {
            organisations[count++] = chain->actors[links[i].target].more;
        }
    }
    if (count == 1) { /* as most have */
        entering->census->alone[organisations[0]] += households;
    } else if (count > 1) {
        TRY(enter_set(entering->census, organisations, count, households, err));
    }
done:
    return status;
}

/* Links stand in the order of their sources. */
static vcl_status enter_farmers(vcl_census *census, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = census->chain;
    const vcl_link *links = chain->links;
    struct entering entering = { .census = census,
                                 .terms = VCL_NONE,
                                 .households = same_households(chain) };
    size_t next_organisation = 0;

    vcl_array_init(&entering.room, sizeof(uint32_t));
    for (uint32_t first = 0, end = 0; first < chain->link_count; first = end) {
        uint32_t source = links[first].source;
        for (end = first + 1; end < chain->link_count && links[end].source == source;) {
            end++;
        }
        if (!vcl_meets_organisation(chain, source, &next_organisation)) {
            TRY(enter_farmer(&entering, first, end, err));
        }
    }
    TRY(vcl_array_resize(&census->households, vcl_sets_count(&census->sets), err));
done:
    vcl_array_release(&entering.room);
    return status;
}

/* The sum, or UINT32_MAX where it is larger. */
static uint32_t add_up(uint32_t sum, uint64_t more)
{
    return more < UINT32_MAX - sum ? sum + (uint32_t)more : UINT32_MAX;
}

/* Lists the sets of each organisation, by counting, and sums up its households. */
static vcl_status list_sets(vcl_census *census, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const uint64_t *households = census->households.items;
    uint32_t sets = vcl_sets_count(&census->sets);
    uint32_t *start = census->sets_of_start;

    TRY(vcl_alloc(&census->sets_of, census->sets.items.count, sizeof(uint32_t), err));
    for (size_t i = 0; i < census->sets.items.count; i++) {
        start[((const uint32_t *)census->sets.items.items)[i]]++;
    }
    for (size_t i = 0; i < census->chain->facts.count; i++) {
        start[i + 1] += start[i];
        census->all[i] = add_up(0, census->alone[i]);
    }
    for (uint32_t set = 0; set < sets; set++) {
        vcl_set view = vcl_sets_at(&census->sets, set);
        for (uint32_t i = 0; i < view.count; i++) {
            uint32_t *all = census->all + view.items[i];
            *all = add_up(*all, households[set]);
            census->sets_of[--start[view.items[i]]] = set;
        }
    }
done:
    return status;
}

/* The next cooperative that a group belongs to whose links out are `left`, which shrink; VCL_NONE at
 * the end. Links out stand in the order of their targets. */
static uint32_t next_cooperative(const vcl_census *census, vcl_span *left, uint32_t last)
{
    const vcl_chain *chain = census->chain;

    while (left->first < left->end) {
        const vcl_link *link = chain->links + left->first++;
        if (link->target != last && chain->actors[link->target].kind == VCL_COOPERATIVE &&
            is_current_membership(census, link)) {
            return link->target;
        }
    }
    return VCL_NONE;
}

/* Lists the groups of each cooperative, by counting: a cooperative has few groups among many
 * farmers. With `groups` NULL they are only counted. */
static void enter_groups(vcl_census *census, uint32_t *groups)
{
    const vcl_chain *chain = census->chain;
    const uint32_t *organisations = chain->organisations.items;
    uint32_t *start = census->groups_of_start;

    for (size_t i = chain->organisations.count; i-- > 0;) { /* from the end, as places are taken */
        vcl_span left = vcl_links_out(chain, organisations[i]);
        uint32_t cooperative = VCL_NONE;
        if (chain->actors[organisations[i]].kind != VCL_GROUP) {
            continue;
        }
        while ((cooperative = next_cooperative(census, &left, cooperative)) != VCL_NONE) {
            uint32_t number = chain->actors[cooperative].more;
            if (groups == NULL) {
                start[number]++;
            } else {
                groups[--start[number]] = organisations[i];
            }
        }
    }
}

static vcl_status list_groups(vcl_census *census, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t count = census->chain->facts.count;
    uint32_t *start = NULL;

    TRY(vcl_alloc(&census->groups_of_start, count + 1, sizeof(uint32_t), err));
    start = census->groups_of_start;
    enter_groups(census, NULL);
    for (size_t i = 0; i < count; i++) {
        start[i + 1] += start[i];
    }
    TRY(vcl_alloc(&census->groups_of, start[count], sizeof(uint32_t), err));
    enter_groups(census, census->groups_of);
done:
    return status;
}

vcl_status vcl_census_init(vcl_census *census, const vcl_chain *chain, vcl_date as_of,
                           vcl_error *err)
{
    vcl_status status = VCL_OK;

    *census = (vcl_census){ .chain = chain, .as_of = as_of };
    vcl_array_init(&census->households, sizeof(uint64_t));
    TRY(vcl_sets_init(&census->sets, err));
    TRY(vcl_alloc(&census->all, chain->facts.count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&census->sets_of_start, chain->facts.count + 1, sizeof(uint32_t), err));
    TRY(vcl_alloc(&census->alone, chain->facts.count, sizeof(uint64_t), err));
    TRY(enter_farmers(census, err));
    TRY(vcl_alloc(&census->counted_for, vcl_sets_count(&census->sets), sizeof(uint32_t), err));
    TRY(list_sets(census, err));
    TRY(list_groups(census, err));
done:
    return status;
}

void vcl_census_release(vcl_census *census)
{
    vcl_sets_release(&census->sets);
    vcl_array_release(&census->households);
    free(census->alone);
    free(census->all);
    free(census->sets_of);
    free(census->sets_of_start);
    free(census->counted_for);
    free(census->groups_of);
    free(census->groups_of_start);
    *census = (vcl_census){ 0 };
}

static uint32_t sets_count_of(const vcl_census *census, uint32_t organisation)
{
    uint32_t number = census->chain->actors[organisation].more;

    return census->sets_of_start[number + 1] - census->sets_of_start[number];
}

/* The groups of a cooperative; a group has none. */
static vcl_span groups_of(const vcl_census *census, uint32_t organisation)
{
    const uint32_t *start = census->groups_of_start + census->chain->actors[organisation].more;

    return (vcl_span){ start[0], start[1] };
}

/* Among an organisation and its groups, the one that is in most sets. */
static uint32_t find_largest(const vcl_census *census, uint32_t organisation)
{
    vcl_span groups = groups_of(census, organisation);
    uint32_t largest = organisation;

    for (uint32_t i = groups.first; i < groups.end; i++) {
        uint32_t group = census->groups_of[i];
        largest = sets_count_of(census, group) > sets_count_of(census, largest) ? group : largest;
    }
    return largest;
}

/* The households of an organisation that are counted for `cooperative` the first time; those of
 * `largest` have been. */
static uint64_t count_once(vcl_census *census, uint32_t organisation, uint32_t cooperative,
                           uint32_t largest)
{
    const uint64_t *households = census->households.items;
    uint32_t number = census->chain->actors[organisation].more;
    uint32_t number_of_largest = census->chain->actors[largest].more;
    uint64_t known = census->alone[number];

    for (uint32_t i = census->sets_of_start[number]; i < census->sets_of_start[number + 1]; i++) {
        uint32_t set = census->sets_of[i];
        if (census->counted_for[set] != cooperative + 1) {
            bool counted = vcl_set_contains(vcl_sets_at(&census->sets, set), number_of_largest);
            known += counted ? 0 : households[set];
            census->counted_for[set] = cooperative + 1;
        }
    }
    return known;
}

uint64_t vcl_census_known(vcl_census *census, uint32_t organisation, const uint32_t *implied,
                          uint32_t enough)
{
    vcl_span groups = groups_of(census, organisation);
    uint32_t largest = find_largest(census, organisation);
    uint64_t known = census->all[census->chain->actors[largest].more];

    if (organisation != largest && known < enough) {
        known += count_once(census, organisation, organisation, largest);
    }
    for (uint32_t i = groups.first; i < groups.end && known < enough; i++) {
        uint32_t group = census->groups_of[i];
        known += implied[group];
        known += group == largest ? 0 : count_once(census, group, organisation, largest);
    }
    return known;
}
