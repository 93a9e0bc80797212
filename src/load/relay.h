/* The relay: records that one thread reads, another one takes into the builder.
 *
 * They travel in parcels, in their order. What is found in them is reported as on one thread, as
 * whoever else would speak to the builder or report a problem waits until it has taken in all. The
 * thread is hired when the first parcel is full: small files never need it. */
#ifndef LOAD_RELAY_H
#define LOAD_RELAY_H

#include "load/record.h"
#include "model/builder.h"

typedef struct vcl_relay vcl_relay;

/* `builder` must outlive it. VCL_ERROR_MEMORY. */
vcl_status vcl_relay_new(vcl_builder *builder, vcl_relay **out, vcl_error *err);

/* Dismisses the thread; what was not waited for may be lost. NULL is allowed. */
void vcl_relay_free(vcl_relay *relay);

/* Hands on a record that is copied, as vcl_parcel_pack(); what is wrong with it goes to the problems.
 * VCL_ERROR_MEMORY, also of an earlier record. */
vcl_status vcl_relay_add(vcl_relay *relay, vcl_part part, const void *record, vcl_error *err);

/* Waits until the builder has taken in all. NULL is allowed. VCL_ERROR_MEMORY. */
vcl_status vcl_relay_wait(vcl_relay *relay, vcl_error *err);

#endif
