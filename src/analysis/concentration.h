/* Concentration of sales on buyers.
 * Herfindahl (1950): the sum of squared shares; 1/n when even, 1 when one buyer takes all. */
#ifndef ANALYSIS_CONCENTRATION_H
#define ANALYSIS_CONCENTRATION_H

#include <stdbool.h>

#include "base/array.h"
#include "model/chain.h"

/* Sales being collected; a zeroed one is empty. */
typedef struct vcl_sales {
    vcl_array sales; /* of vcl_sale, one a buyer, by actor */
    bool equal; /* some link has no volume to go by */
} vcl_sales;

typedef struct vcl_sale {
    uint32_t buyer;
    double volume_kg;
} vcl_sale;

typedef struct vcl_concentration {
    uint32_t buyers;
    uint32_t top_buyer;
    double top_share;
    double hhi;
    const char *basis; /* "volume" where every link has one above 0, else "equal" */
} vcl_concentration;

/* Empties it. */
void vcl_sales_begin(vcl_sales *sales);

/* Adds a link's sale; links must come in the order of buyers. `counts` false: its volume does not
 * serve. VCL_ERROR_MEMORY. */
vcl_status vcl_sales_add(vcl_sales *sales, uint32_t buyer, double volume_kg, bool counts,
                         vcl_error *err);

/* Of at least one sale. The smaller id wins a tie, volumes compared as rounded to 6 decimals.
 * O(buyers). */
vcl_concentration vcl_sales_concentration(const vcl_sales *sales);

#endif
