/* The namer: nodes and links wait in a batch, and whoever has filled one goes on with the next while a
 * thread names the first. The thread is hired when a batch is full: small files never need it. */
#ifndef MODEL_NAMER_H
#define MODEL_NAMER_H

#include "model/naming.h"

typedef struct vcl_namer vcl_namer;

/* `naming` must outlive it, and is the namer's until vcl_namer_finish(). VCL_ERROR_MEMORY. */
vcl_status vcl_namer_new(vcl_naming *naming, vcl_namer **out, vcl_error *err);

/* Dismisses the thread; what was not named may be lost. NULL is allowed. */
void vcl_namer_free(vcl_namer *namer);

/* The batch to be filled. */
vcl_batch *vcl_namer_batch(vcl_namer *namer);

/* Has the batch named, beside the caller if `may_hire` and a thread is to be had; there is an empty one
 * again. VCL_ERROR_MEMORY, also of an earlier batch. */
vcl_status vcl_namer_take(vcl_namer *namer, bool may_hire, vcl_error *err);

/* Has all named, and dismisses the thread. VCL_ERROR_MEMORY. */
vcl_status vcl_namer_finish(vcl_namer *namer, vcl_error *err);

#endif
