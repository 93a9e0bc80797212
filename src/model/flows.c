/* Collecting flows. */
#include "model/flows.h"

#include <stdlib.h>

#include "base/try.h"

int vcl_flow_compare(const vcl_flow *first, const vcl_flow *second)
{
    if (first->target != second->target) {
        return first->target < second->target ? -1 : 1;
    }
    return (first->products > second->products) - (first->products < second->products);
}

static int compare(const void *a, const void *b)
{
    return vcl_flow_compare(a, b);
}

/* Sorts and makes distinct; the new count. */
static size_t sort_flows(vcl_flow *flows, size_t count)
{
    size_t kept = 0;

    qsort(flows, count, sizeof *flows, compare);
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || vcl_flow_compare(flows + kept - 1, flows + i) != 0) {
            flows[kept++] = flows[i];
        }
    }
    return kept;
}

vcl_status vcl_flows_along(const vcl_state *state, vcl_span links, vcl_array *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = state->chain;
    vcl_flow *flows = NULL;
    size_t count = 0;

    if (links.first == links.end) {
        return VCL_OK;
    }
    TRY(vcl_array_make_room(out, links.end - links.first, err));
    flows = (vcl_flow *)out->items + out->count;
    for (uint32_t i = links.first; i < links.end; i++) {
        const vcl_link *link = chain->links + i;
        if (vcl_bits_has(state->carries, i)) {
            flows[count++] = (vcl_flow){ link->target, vcl_link_terms(chain, link)->products };
        }
    }
    out->count += count > 1 ? sort_flows(flows, count) : count;
done:
    return status;
}
