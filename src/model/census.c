/* Counting the households of organisations, by the sets of organisations that they belong to. */
#include "model/census.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"

static bool is_current_membership(const vcl_census *census, uint32_t link)
{
    const vcl_terms *terms = vcl_link_terms(census->chain, census->chain->links + link);

    return terms->kind == VCL_MEMBERSHIP && vcl_terms_are_current(terms, census->as_of);
}

/* The number of a set of `count` organisations, which may be a new one. Most farmers belong to one
 * alone, whose set is remembered. */
static vcl_status number_set(vcl_census *census, uint32_t *organisations, uint32_t count,
                             uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t *alone = count == 1 ? census->set_of_one + organisations[0] : NULL;

    if (alone != NULL && *alone != 0) {
        *out = *alone;
        return VCL_OK;
    }
    TRY(vcl_sets_intern(&census->sets, organisations, count, out, err));
    if (*out >= census->households.count) {
        TRY(vcl_array_resize(&census->households, (size_t)*out + 1, err));
    }
    if (alone != NULL) {
        *alone = *out; /* set 0 is empty */
    }
done:
    return status;
}

/* Enters a farmer whose links out are [first, end), under the groups and cooperatives that it belongs
 * to. `room` is work space. */
static vcl_status enter_farmer(vcl_census *census, uint32_t first, uint32_t end, vcl_array *room,
                               vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = census->chain;
    uint32_t *organisations = NULL;
    uint32_t count = 0;
    uint32_t set = 0;

    TRY(vcl_array_make_room(room, end - first, err));
    organisations = room->items;
    for (uint32_t i = first; i < end; i++) {
        const vcl_actor *target = chain->actors + chain->links[i].target;
        if ((target->kind == VCL_GROUP || target->kind == VCL_COOPERATIVE) &&
            is_current_membership(census, i)) {
            organisations[count++] = target->more;
        }
    }
    if (count > 0) {
        TRY(number_set(census, organisations, count, &set, err));
        ((uint64_t *)census->households.items)[set] +=
            vcl_actor_count(chain, chain->links[first].source);
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
    vcl_array room;

    vcl_array_init(&room, sizeof(uint32_t));
    for (uint32_t first = 0, end = 0; first < chain->link_count; first = end) {
        uint32_t source = links[first].source;
        for (end = first + 1; end < chain->link_count && links[end].source == source;) {
            end++;
        }
        if (chain->actors[source].kind == VCL_FARMER) {
            TRY(enter_farmer(census, first, end, &room, err));
        }
    }
    TRY(vcl_array_resize(&census->households, vcl_sets_count(&census->sets), err));
done:
    vcl_array_release(&room);
    return status;
}

/* Lists the sets of each organisation, by counting, and sums up their households. */
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
    }
    for (uint32_t set = 0; set < sets; set++) {
        vcl_set view = vcl_sets_at(&census->sets, set);
        for (uint32_t i = 0; i < view.count; i++) {
            uint32_t *all = census->all + view.items[i];
            *all =
                households[set] < UINT32_MAX - *all ? *all + (uint32_t)households[set] : UINT32_MAX;
            census->sets_of[--start[view.items[i]]] = set;
        }
    }
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
    TRY(vcl_alloc(&census->set_of_one, chain->facts.count, sizeof(uint32_t), err));
    TRY(enter_farmers(census, err));
    TRY(vcl_alloc(&census->counted_for, vcl_sets_count(&census->sets), sizeof(uint32_t), err));
    TRY(list_sets(census, err));
done:
    return status;
}

void vcl_census_release(vcl_census *census)
{
    vcl_sets_release(&census->sets);
    vcl_array_release(&census->households);
    free(census->set_of_one);
    free(census->all);
    free(census->sets_of);
    free(census->sets_of_start);
    free(census->counted_for);
    *census = (vcl_census){ 0 };
}

/* The next group that belongs to a cooperative whose links in are `left`, which shrink; VCL_NONE at
 * the end. Links in stand in the order of their sources. */
static uint32_t next_group(const vcl_census *census, vcl_span *left, uint32_t last)
{
    const vcl_chain *chain = census->chain;

    while (left->first < left->end) {
        uint32_t link = chain->links_in[left->first++];
        uint32_t source = chain->links[link].source;
        if (source != last && chain->actors[source].kind == VCL_GROUP &&
            is_current_membership(census, link)) {
            return source;
        }
    }
    return VCL_NONE;
}

static uint32_t sets_count_of(const vcl_census *census, uint32_t organisation)
{
    uint32_t number = census->chain->actors[organisation].more;

    return census->sets_of_start[number + 1] - census->sets_of_start[number];
}

/* Among a cooperative and its groups, the one that is in most sets. */
static uint32_t find_largest(const vcl_census *census, uint32_t cooperative)
{
    vcl_span left = vcl_links_in(census->chain, cooperative);
    uint32_t largest = cooperative;

    for (uint32_t group = next_group(census, &left, VCL_NONE); group != VCL_NONE;
         group = next_group(census, &left, group)) {
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
    uint64_t known = 0;

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
    bool cooperative = census->chain->actors[organisation].kind == VCL_COOPERATIVE;
    uint32_t largest = cooperative ? find_largest(census, organisation) : organisation;
    vcl_span left = vcl_links_in(census->chain, organisation);
    uint32_t group = cooperative ? next_group(census, &left, VCL_NONE) : VCL_NONE;
    uint64_t known = census->all[census->chain->actors[largest].more];

    if (organisation != largest && known < enough) {
        known += count_once(census, organisation, organisation, largest);
    }
    while (group != VCL_NONE && known < enough) {
        known += implied[group];
        known += group == largest ? 0 : count_once(census, group, organisation, largest);
        group = next_group(census, &left, group);
    }
    return known;
}
