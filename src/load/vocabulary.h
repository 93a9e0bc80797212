/* What the fields of a record may hold: their words, in the order of the model's own enumerations,
 * and the ranges of their numbers. Both readers go by it. */
#ifndef LOAD_VOCABULARY_H
#define LOAD_VOCABULARY_H

#include "load/field.h"

extern const vcl_words VCL_NODE_KINDS; /* in the order of vcl_kind */
extern const vcl_words VCL_NODE_STATUSES; /* of vcl_actor_status */
extern const vcl_words VCL_LINK_KINDS; /* of vcl_link_kind */
extern const vcl_words VCL_LINK_STATUSES; /* of vcl_link_status */
extern const vcl_words VCL_LINK_CONTRACTS; /* of vcl_contract, whose first is what is not stated */

extern const vcl_range VCL_COUNTS;
extern const vcl_range VCL_MEMBER_COUNTS;
extern const vcl_range VCL_STARS;
extern const vcl_range VCL_LATITUDES;
extern const vcl_range VCL_LONGITUDES;
extern const vcl_range VCL_AMOUNTS; /* 0 and above */

#endif
