/* What a dataset says, as tables without figures: the records as stated. A chain gives them and an
 * import gives them, so whoever writes a dataset or registers need not know where they come from.
 *
 * A cell is null where the dataset does not say it, and where it says what holds anyway: status
 * active, sells true, count 1, the contract not known; a list is empty. The kind of a link is always
 * there. `products` of an actor are those that it lists, in byte order; their amounts stand in
 * `handled`, which has a row for each of them, in the order of actor and product. */
#ifndef MODEL_RECORDS_H
#define MODEL_RECORDS_H

#include "model/table.h"

/* In the order in which an import has them. */
typedef enum vcl_records {
    VCL_RECORDS_PRODUCTS,
    VCL_RECORDS_PLACES,
    VCL_RECORDS_ACTORS,
    VCL_RECORDS_HANDLED,
    VCL_RECORDS_DEALS,
    VCL_RECORDS_COUNT
} vcl_records;

/* By vcl_records. The tables of these kinds have the following columns, in this order. */
extern const vcl_table_kind vcl_record_kinds[VCL_RECORDS_COUNT];

typedef enum vcl_product_column {
    VCL_PRODUCT_ID,
    VCL_PRODUCT_NAME,
    VCL_PRODUCT_NAME_EN,
    VCL_PRODUCT_COLUMNS
} vcl_product_column;

typedef enum vcl_place_column {
    VCL_PLACE_ID,
    VCL_PLACE_NAME,
    VCL_PLACE_LEVEL,
    VCL_PLACE_PARENT,
    VCL_PLACE_LATITUDE,
    VCL_PLACE_LONGITUDE,
    VCL_PLACE_COLUMNS
} vcl_place_column;

typedef enum vcl_actor_column {
    VCL_ACTOR_ID,
    VCL_ACTOR_KIND, /* a term, as all of our own words */
    VCL_ACTOR_NAME,
    VCL_ACTOR_FORM,
    VCL_ACTOR_PLACE, /* an id */
    VCL_ACTOR_SECTOR,
    VCL_ACTOR_STATUS,
    VCL_ACTOR_SELLS,
    VCL_ACTOR_BUYER,
    VCL_ACTOR_COUNT,
    VCL_ACTOR_MEMBERS,
    VCL_ACTOR_PRODUCTS, /* ids */
    VCL_ACTOR_CERTIFICATES,
    VCL_ACTOR_REQUIRES,
    VCL_ACTOR_HIGH_TECH,
    VCL_ACTOR_FOUNDED, /* a year, a month or a day: a text */
    VCL_ACTOR_TAX_ID,
    VCL_ACTOR_AREA, /* ha */
    VCL_ACTOR_WORKERS,
    VCL_ACTOR_TURNOVER, /* a year, in the currency */
    VCL_ACTOR_RATING,
    VCL_ACTOR_LATITUDE,
    VCL_ACTOR_LONGITUDE,
    VCL_ACTOR_COLUMNS
} vcl_actor_column;

typedef enum vcl_handled_column {
    VCL_HANDLED_ACTOR, /* an id */
    VCL_HANDLED_PRODUCT, /* an id */
    VCL_HANDLED_OUTPUT, /* kg a year */
    VCL_HANDLED_DEMAND,
    VCL_HANDLED_OCOP, /* "3", "3", "4": ascending */
    VCL_HANDLED_COLUMNS
} vcl_handled_column;

typedef enum vcl_deal_column {
    VCL_DEAL_SOURCE, /* an id */
    VCL_DEAL_TARGET,
    VCL_DEAL_KIND,
    VCL_DEAL_PRODUCTS, /* ids */
    VCL_DEAL_VOLUME, /* kg a year */
    VCL_DEAL_DELIVERED,
    VCL_DEAL_VALUE, /* a year, in the currency */
    VCL_DEAL_CONTRACT,
    VCL_DEAL_START, /* "YYYY-MM-DD" */
    VCL_DEAL_END,
    VCL_DEAL_STATUS,
    VCL_DEAL_COLUMNS
} vcl_deal_column;

#endif
