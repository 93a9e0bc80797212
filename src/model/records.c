/* The tables of a dataset as stated: their columns. */
#include "model/records.h"

#include "model/columns.h"

static const vcl_column *const product_columns[VCL_PRODUCT_COLUMNS] = {
    [VCL_PRODUCT_ID] = &vcl_columns[VCL_COL_PRODUCT_ID],
    [VCL_PRODUCT_NAME] = &vcl_columns[VCL_COL_PRODUCT_NAME],
    [VCL_PRODUCT_NAME_EN] = &vcl_columns[VCL_COL_NAME_ENGLISH],
};

static const vcl_column *const place_columns[VCL_PLACE_COLUMNS] = {
    [VCL_PLACE_ID] = &vcl_columns[VCL_COL_PLACE_ID],
    [VCL_PLACE_NAME] = &vcl_columns[VCL_COL_PLACE_OWN_NAME],
    [VCL_PLACE_LEVEL] = &vcl_columns[VCL_COL_PLACE_LEVEL],
    [VCL_PLACE_PARENT] = &vcl_columns[VCL_COL_PARENT],
    [VCL_PLACE_LATITUDE] = &vcl_columns[VCL_COL_LATITUDE],
    [VCL_PLACE_LONGITUDE] = &vcl_columns[VCL_COL_LONGITUDE],
};

static const vcl_column *const actor_columns[VCL_ACTOR_COLUMNS] = {
    [VCL_ACTOR_ID] = &vcl_columns[VCL_COL_ID],
    [VCL_ACTOR_KIND] = &vcl_columns[VCL_COL_KIND],
    [VCL_ACTOR_NAME] = &vcl_columns[VCL_COL_NAME],
    [VCL_ACTOR_FORM] = &vcl_columns[VCL_COL_FORM],
    [VCL_ACTOR_PLACE] = &vcl_columns[VCL_COL_PLACE],
    [VCL_ACTOR_SECTOR] = &vcl_columns[VCL_COL_SECTOR],
    [VCL_ACTOR_STATUS] = &vcl_columns[VCL_COL_STATED_STATUS],
    [VCL_ACTOR_SELLS] = &vcl_columns[VCL_COL_STATED_SELLS],
    [VCL_ACTOR_BUYER] = &vcl_columns[VCL_COL_STATED_BUYER],
    [VCL_ACTOR_COUNT] = &vcl_columns[VCL_COL_STATED_COUNT],
    [VCL_ACTOR_MEMBERS] = &vcl_columns[VCL_COL_MEMBERS],
    [VCL_ACTOR_PRODUCTS] = &vcl_columns[VCL_COL_NODE_PRODUCTS],
    [VCL_ACTOR_CERTIFICATES] = &vcl_columns[VCL_COL_CERTIFICATES],
    [VCL_ACTOR_REQUIRES] = &vcl_columns[VCL_COL_REQUIRES],
    [VCL_ACTOR_HIGH_TECH] = &vcl_columns[VCL_COL_HIGH_TECH],
    [VCL_ACTOR_FOUNDED] = &vcl_columns[VCL_COL_FOUNDED],
    [VCL_ACTOR_TAX_ID] = &vcl_columns[VCL_COL_TAX_ID],
    [VCL_ACTOR_AREA] = &vcl_columns[VCL_COL_AREA],
    [VCL_ACTOR_WORKERS] = &vcl_columns[VCL_COL_WORKERS],
    [VCL_ACTOR_TURNOVER] = &vcl_columns[VCL_COL_TURNOVER],
    [VCL_ACTOR_RATING] = &vcl_columns[VCL_COL_RATING],
    [VCL_ACTOR_LATITUDE] = &vcl_columns[VCL_COL_LATITUDE],
    [VCL_ACTOR_LONGITUDE] = &vcl_columns[VCL_COL_LONGITUDE],
};

static const vcl_column *const handled_columns[VCL_HANDLED_COLUMNS] = {
    [VCL_HANDLED_ACTOR] = &vcl_columns[VCL_COL_HANDLED_ACTOR],
    [VCL_HANDLED_PRODUCT] = &vcl_columns[VCL_COL_HANDLED_PRODUCT],
    [VCL_HANDLED_OUTPUT] = &vcl_columns[VCL_COL_HANDLED_OUTPUT],
    [VCL_HANDLED_DEMAND] = &vcl_columns[VCL_COL_DEMAND],
    [VCL_HANDLED_OCOP] = &vcl_columns[VCL_COL_OCOP],
};

static const vcl_column *const deal_columns[VCL_DEAL_COLUMNS] = {
    [VCL_DEAL_SOURCE] = &vcl_columns[VCL_COL_SOURCE],
    [VCL_DEAL_TARGET] = &vcl_columns[VCL_COL_TARGET],
    [VCL_DEAL_KIND] = &vcl_columns[VCL_COL_LINK_KIND],
    [VCL_DEAL_PRODUCTS] = &vcl_columns[VCL_COL_LINK_PRODUCTS],
    [VCL_DEAL_VOLUME] = &vcl_columns[VCL_COL_LINK_VOLUME],
    [VCL_DEAL_DELIVERED] = &vcl_columns[VCL_COL_DELIVERED],
    [VCL_DEAL_VALUE] = &vcl_columns[VCL_COL_LINK_VALUE],
    [VCL_DEAL_CONTRACT] = &vcl_columns[VCL_COL_CONTRACT],
    [VCL_DEAL_START] = &vcl_columns[VCL_COL_START],
    [VCL_DEAL_END] = &vcl_columns[VCL_COL_END],
    [VCL_DEAL_STATUS] = &vcl_columns[VCL_COL_STATED_LINK_STATUS],
};

const vcl_table_kind vcl_record_kinds[VCL_RECORDS_COUNT] = {
    [VCL_RECORDS_PRODUCTS] = { "products",
                               { "Products", "Sản phẩm" },
                               product_columns,
                               VCL_PRODUCT_COLUMNS },
    [VCL_RECORDS_PLACES] = { "places", { "Places", "Địa bàn" }, place_columns, VCL_PLACE_COLUMNS },
    [VCL_RECORDS_ACTORS] = { "actors",
                             { "Actors as stated", "Tác nhân theo số liệu đã khai" },
                             actor_columns,
                             VCL_ACTOR_COLUMNS },
    [VCL_RECORDS_HANDLED] = { "handled",
                              { "Products of actors", "Sản phẩm của từng tác nhân" },
                              handled_columns,
                              VCL_HANDLED_COLUMNS },
    [VCL_RECORDS_DEALS] = { "deals",
                            { "Links as stated", "Liên kết theo số liệu đã khai" },
                            deal_columns,
                            VCL_DEAL_COLUMNS },
};
