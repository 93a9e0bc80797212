/* What the fields of a record may hold: their words, and the ranges of their numbers. */
#include "load/vocabulary.h"

#include <math.h>

static const char *const node_kinds[] = { "farmer", "group", "cooperative", "union", "enterprise" };

static const vcl_alias node_kind_aliases[] = {
    { "nông dân", "farmer" },
    { "hộ nông dân", "farmer" },
    { "hộ", "farmer" },
    { "household", "farmer" },
    { "tổ hợp tác", "group" },
    { "THT", "group" },
    { "hợp tác xã", "cooperative" },
    { "HTX", "cooperative" },
    { "co-op", "cooperative" },
    { "liên hiệp hợp tác xã", "union" },
    { "liên hiệp HTX", "union" },
    { "LHHTX", "union" },
    { "doanh nghiệp", "enterprise" },
    { "DN", "enterprise" },
    { "company", "enterprise" },
    { "trader", "enterprise" },
    { "buyer", "enterprise" },
    { NULL, NULL },
};

static const char *const node_statuses[] = { "active", "suspended", "dissolved" };

static const char *const link_kinds[] = { "membership", "supply", "input" };

static const vcl_alias link_kind_aliases[] = {
    { "member", "membership" }, { "thành viên", "membership" }, { "sale", "supply" },
    { "buys", "supply" },       { "tiêu thụ", "supply" },       { "cung ứng", "supply" },
    { "đầu vào", "input" },     { "vật tư", "input" },          { NULL, NULL },
};

static const char *const link_statuses[] = { "active", "ended", "breached" };
static const char *const contracts[] = { "written", "oral", "none" };

const vcl_words VCL_NODE_KINDS = { node_kinds, VCL_KIND_COUNT, node_kind_aliases,
                                   VCL_MSG_UNKNOWN_KIND };
const vcl_words VCL_NODE_STATUSES = { node_statuses, 3, NULL, VCL_MSG_UNKNOWN_STATUS };
const vcl_words VCL_LINK_KINDS = { link_kinds, 3, link_kind_aliases, VCL_MSG_UNKNOWN_KIND };
const vcl_words VCL_LINK_STATUSES = { link_statuses, 3, NULL, VCL_MSG_UNKNOWN_STATUS };
const vcl_words VCL_LINK_CONTRACTS = { contracts, 3, NULL, VCL_MSG_UNKNOWN_CONTRACT };

const vcl_range VCL_COUNTS = { 1.0, 1e9 };
const vcl_range VCL_MEMBER_COUNTS = { 0.0, 1e9 };
const vcl_range VCL_STARS = { 1.0, 5.0 };
const vcl_range VCL_LATITUDES = { -90.0, 90.0 };
const vcl_range VCL_LONGITUDES = { -180.0, 180.0 };
const vcl_range VCL_AMOUNTS = { 0.0, HUGE_VAL };
