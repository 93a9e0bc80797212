/* Taking twigs off. Of the arcs of a part it is enough to know how many are left and, all their
 * other ends exclusive-or'ed, the one at the end. */
#include "graph/twigs.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"

/* The arcs of a part that are left. */
struct arcs {
    uint32_t in;
    uint32_t out;
    uint32_t others; /* the other ends, exclusive-or'ed */
};

static void count_arcs(const vcl_order *order, struct arcs *arcs)
{
    for (uint32_t part = 0; part < order->part_count; part++) {
        for (uint32_t i = order->next_start[part]; i < order->next_start[part + 1]; i++) {
            uint32_t next = order->next[i];
            arcs[part].out++;
            arcs[part].others ^= next;
            arcs[next].in++;
            arcs[next].others ^= part;
        }
    }
}

/* Takes a part off if it hangs by one arc or none, and then goes on with what it hung on. */
static void take_off(vcl_twigs *twigs, struct arcs *arcs, uint32_t part)
{
    while (!twigs->is_twig[part] && arcs[part].in + arcs[part].out <= 1) {
        bool hangs = arcs[part].in + arcs[part].out == 1;
        vcl_twig twig = { part, hangs ? arcs[part].others : VCL_NONE, arcs[part].out == 1 };

        twigs->is_twig[part] = true;
        twigs->twigs[twigs->count++] = twig;
        if (!hangs) {
            return;
        }
        arcs[twig.stem].in -= twig.leads ? 1 : 0;
        arcs[twig.stem].out -= twig.leads ? 0 : 1;
        arcs[twig.stem].others ^= part;
        part = twig.stem;
    }
}

vcl_status vcl_twigs_init(vcl_twigs *twigs, const vcl_order *order, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct arcs *arcs = NULL;

    *twigs = (vcl_twigs){ 0 };
    TRY(vcl_alloc_written(&arcs, order->part_count, sizeof *arcs, err));
    TRY(vcl_alloc(&twigs->twigs, order->part_count, sizeof *twigs->twigs, err));
    TRY(vcl_alloc(&twigs->is_twig, order->part_count, sizeof(bool), err));
    count_arcs(order, arcs);
    for (uint32_t part = 0; part < order->part_count; part++) {
        take_off(twigs, arcs, part);
    }
done:
    free(arcs);
    return status;
}

void vcl_twigs_release(vcl_twigs *twigs)
{
    free(twigs->twigs);
    free(twigs->is_twig);
    *twigs = (vcl_twigs){ 0 };
}
