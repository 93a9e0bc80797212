/* Shares and their squares. */
#include "analysis/concentration.h"

#include <math.h>

#include "base/amount.h"
#include "base/try.h"

void vcl_sales_begin(vcl_sales *sales)
{
    sales->sales.item_size = sizeof(vcl_sale);
    sales->sales.count = 0;
    sales->equal = false;
}

vcl_status vcl_sales_add(vcl_sales *sales, uint32_t buyer, double volume_kg, bool counts,
                         vcl_error *err)
{
    vcl_status status = VCL_OK;
    bool known = counts && volume_kg > 0.0; /* NaN is not above 0 */
    vcl_sale sale = { buyer, known ? volume_kg : 0.0 };
    vcl_sale *last = NULL;

    sales->equal = sales->equal || !known;
    if (sales->sales.count > 0) {
        last = (vcl_sale *)sales->sales.items + sales->sales.count - 1;
    }
    if (last != NULL && last->buyer == buyer) {
        last->volume_kg = vcl_amount_add(last->volume_kg, sale.volume_kg);
    } else {
        TRY(vcl_array_add(&sales->sales, &sale, err));
    }
done:
    return status;
}

/* The first of the largest: the smaller id wins a tie. */
static const vcl_sale *top_of(const vcl_sales *sales)
{
    const vcl_sale *top = sales->sales.items;

    for (size_t i = 1; i < sales->sales.count && !sales->equal; i++) {
        const vcl_sale *sale = (const vcl_sale *)sales->sales.items + i;
        if (vcl_amount_round(sale->volume_kg) > vcl_amount_round(top->volume_kg)) {
            top = sale;
        }
    }
    return top;
}

/* The largest sale, so that what is counted in it neither overflows nor vanishes. */
static double largest_of(const vcl_sales *sales)
{
    const vcl_sale *items = sales->sales.items;
    double largest = 0.0;

    for (size_t i = 0; i < sales->sales.count; i++) {
        largest = fmax(largest, items[i].volume_kg);
    }
    return largest;
}

vcl_concentration vcl_sales_concentration(const vcl_sales *sales)
{
    const vcl_sale *items = sales->sales.items;
    const vcl_sale *top = top_of(sales);
    double unit = largest_of(sales);
    double total = 0.0;
    double squares = 0.0;

    for (size_t i = 0; i < sales->sales.count; i++) {
        double share = sales->equal ? 1.0 : items[i].volume_kg / unit;
        total += share;
        squares += share * share;
    }
    return (vcl_concentration){ .buyers = (uint32_t)sales->sales.count,
                                .top_buyer = top->buyer,
                                .top_share = (sales->equal ? 1.0 : top->volume_kg / unit) / total,
                                .hhi = squares / (total * total),
                                .basis = sales->equal ? "equal" : "volume" };
}
