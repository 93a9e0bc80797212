/* The shortest list of the three that is not empty names the candidates soonest; which one does
 * not matter to the answer. */
#include "model/carried.h"

vcl_carried vcl_carried_by(const vcl_sets *sets, uint32_t link, uint32_t source, uint32_t target)
{
    vcl_set own = vcl_sets_at(sets, link);
    vcl_set from = vcl_sets_at(sets, source);
    vcl_set to = vcl_sets_at(sets, target);

    if (own.count > 0) {
        return (vcl_carried){ own, { from, to } };
    }
    if (from.count > 0 && (to.count == 0 || from.count <= to.count)) {
        return (vcl_carried){ from, { to, own } };
    }
    return (vcl_carried){ to, { from, own } };
}

bool vcl_carried_has(const vcl_carried *carried, uint32_t candidate)
{
    for (int i = 0; i < 2; i++) {
        if (carried->others[i].count > 0 && !vcl_set_contains(carried->others[i], candidate)) {
            return false;
        }
    }
    return true;
}

bool vcl_carried_any(const vcl_carried *carried)
{
    for (uint32_t i = 0; i < carried->candidates.count; i++) {
        if (vcl_carried_has(carried, carried->candidates.items[i])) {
            return true;
        }
    }
    return carried->candidates.count == 0;
}
