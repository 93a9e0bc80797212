/* Naming: the ids of nodes and links become numbers, their names, in the order in which they are met.
 *
 * Nodes and links wait for each other in a batch: looking an id up in a large map means waiting for
 * memory, which for many at a time is done once. Nothing here is read or written elsewhere until
 * all is named, so a batch may be named on another thread while the next one fills. */
#ifndef MODEL_NAMING_H
#define MODEL_NAMING_H

#include "model/chain.h"

/* The kind of a name that no node bears. */
enum { VCL_NO_ACTOR = 255 };

/* An id in a batch. */
typedef struct vcl_waiting_id {
    uint32_t name; /* of an id too long to wait, or VCL_NONE */
    bool is_last; /* it is that of the last node before it */
    uint8_t size;
    char bytes[VCL_SHORT_ID];
} vcl_waiting_id;

/* A node or a link in a batch. */
typedef struct vcl_waiting {
    vcl_waiting_id ids[2]; /* a node's id; a link's source and target */
    bool is_link;
    bool owns; /* a node of which amounts are told */
    uint32_t at; /* where its record stands */
    uint32_t terms; /* of a link */
    vcl_actor actor; /* of a node */
} vcl_waiting;

enum { VCL_BATCH = 1024 };

typedef struct vcl_batch {
    uint32_t count;
    vcl_waiting items[VCL_BATCH];
} vcl_batch;

/* A node whose id another one bears. */
typedef struct vcl_repeated {
    uint32_t name;
    uint32_t at;
} vcl_repeated;

typedef struct vcl_naming {
    vcl_idmap names; /* ids of nodes, declared or only named by links */
    vcl_array actors; /* of vcl_actor by name; of kind VCL_NO_ACTOR where no node bears it (yet) */
    vcl_array node_at; /* of uint32_t by name: where its node stands, 0 if none */
    vcl_array links; /* of vcl_link; ends are names */
    vcl_array link_at; /* of uint32_t by link: where its record stands */
    vcl_array owners; /* of uint32_t: the names of nodes that own amounts, in their order */
    vcl_array repeated; /* of vcl_repeated */
    uint32_t last_node; /* the name of the node that was named last */
} vcl_naming;

/* Nothing named; allocates nothing. */
void vcl_naming_init(vcl_naming *naming);
void vcl_naming_release(vcl_naming *naming);

/* Names what is in the batch and empties it, also on failure. Expected O(batch).
 * VCL_ERROR_MEMORY. */
vcl_status vcl_naming_settle(vcl_naming *naming, vcl_batch *batch, vcl_error *err);

#endif
