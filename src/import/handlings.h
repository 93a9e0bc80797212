/* Which products actors handle, and how much of each they produce or take in a year. */
#ifndef IMPORT_HANDLINGS_H
#define IMPORT_HANDLINGS_H

#include "import/catalogue.h"
#include "import/subjects.h"

enum { VCL_MOST_STARS = 5 };

typedef struct vcl_handling {
    uint32_t actor;
    uint32_t product;
    uint32_t order; /* in which it was said */
    uint32_t row;
    double output_kg; /* NaN where not stated, as */
    double demand_kg;
    uint16_t stars[VCL_MOST_STARS + 1]; /* how many certified products have so many */
    const vcl_entry *output; /* the cells they stand in, or NULL */
    const vcl_entry *demand;
    const vcl_entry *ocop;
} vcl_handling;

typedef struct vcl_handlings {
    vcl_array items; /* of vcl_handling, by actor and product, each once */
} vcl_handlings;

void vcl_handlings_init(vcl_handlings *handlings);
void vcl_handlings_release(vcl_handlings *handlings);

/* Reads the products and amounts of all rows, and names the cells that cannot be used: an amount of
 * several products at once, or another than that of an earlier row. O(n log n).
 * VCL_ERROR_MEMORY. */
vcl_status vcl_handlings_read(vcl_handlings *handlings, vcl_draft *draft,
                              const vcl_catalogue *catalogue, const vcl_actor_list *actors,
                              const vcl_subjects *subjects, const vcl_parties *parties,
                              vcl_error *err);

/* Reads the amount that stands with a product in a cell; false if there is none or it cannot be
 * used, which is named. */
bool vcl_handlings_amount(vcl_draft *draft, uint32_t row, const vcl_mention *mention, double *out);

#endif
