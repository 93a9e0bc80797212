/* Sets listed by product, by counting; each list made a set of sets, whose number is the class. */
#include "graph/classes.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"

struct listing {
    const vcl_chain *chain;
    size_t *start; /* by product, one more: where its sets begin */
    size_t *next; /* by product: where its next set goes */
    uint32_t *sets; /* by product */
};

/* Counts the sets of each product, or, once they are counted, lists them. */
static void list(struct listing *listing, bool place)
{
    const vcl_sets *sets = &listing->chain->sets;

    for (uint32_t number = 0; number < vcl_sets_count(sets); number++) {
        vcl_set set = vcl_sets_at(sets, number);
        for (uint32_t i = 0; i < set.count; i++) {
            if (place) {
                listing->sets[listing->next[set.items[i]]++] = number;
            } else {
                listing->start[set.items[i] + 1]++;
            }
        }
    }
}

static vcl_status list_sets(struct listing *listing, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t products = listing->chain->product_count;

    TRY(vcl_alloc(&listing->start, (size_t)products + 1, sizeof *listing->start, err));
    TRY(vcl_alloc(&listing->next, products, sizeof *listing->next, err));
    list(listing, false);
    for (uint32_t product = 0; product < products; product++) {
        listing->next[product] = listing->start[product];
        listing->start[product + 1] += listing->start[product];
    }
    TRY(vcl_alloc(&listing->sets, listing->start[products], sizeof(uint32_t), err));
    list(listing, true);
done:
    return status;
}

/* The first product of each list of sets leads its class. */
static vcl_status find_leaders(vcl_classes *classes, const struct listing *listing, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t products = listing->chain->product_count;
    vcl_sets lists = { 0 };
    uint32_t *first = NULL; /* by class: 1 + its first product, 0 if none yet */

    TRY(vcl_sets_init(&lists, err));
    TRY(vcl_alloc(&first, (size_t)products + 1, sizeof *first, err));
    for (uint32_t product = 0; product < products; product++) {
        uint32_t class = 0;
        TRY(vcl_sets_intern(&lists, listing->sets + listing->start[product],
                            (uint32_t)(listing->start[product + 1] - listing->start[product]),
                            &class, err));
        first[class] = first[class] == 0 ? product + 1 : first[class];
        classes->leader[product] = first[class] - 1;
    }
done:
    vcl_sets_release(&lists);
    free(first);
    return status;
}

/* Sets that differ do so in a leader too: who is in one and not in the other leads a class or shares
 * its sets with one who does. So each keeps its number. */
static vcl_status reduce_sets(vcl_classes *classes, const vcl_chain *chain, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t *leaders = NULL;

    TRY(vcl_alloc(&leaders, chain->product_count, sizeof *leaders, err));
    for (uint32_t number = 0; number < vcl_sets_count(&chain->sets); number++) {
        vcl_set set = vcl_sets_at(&chain->sets, number);
        uint32_t count = 0;
        uint32_t same = 0;
        for (uint32_t i = 0; i < set.count; i++) {
            if (classes->leader[set.items[i]] == set.items[i]) {
                leaders[count++] = set.items[i];
            }
        }
        TRY(vcl_sets_intern(&classes->sets, leaders, count, &same, err));
    }
done:
    free(leaders);
    return status;
}

vcl_status vcl_classes_init(vcl_classes *classes, const vcl_chain *chain, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct listing listing = { .chain = chain };

    *classes = (vcl_classes){ 0 };
    TRY(vcl_sets_init(&classes->sets, err));
    TRY(vcl_alloc(&classes->leader, chain->product_count, sizeof(uint32_t), err));
    TRY(list_sets(&listing, err));
    TRY(find_leaders(classes, &listing, err));
    TRY(reduce_sets(classes, chain, err));
done:
    free(listing.start);
    free(listing.next);
    free(listing.sets);
    return status;
}

void vcl_classes_release(vcl_classes *classes)
{
    free(classes->leader);
    vcl_sets_release(&classes->sets);
    *classes = (vcl_classes){ 0 };
}
