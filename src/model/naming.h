/* Naming: the ids of nodes and links become numbers, their names, in the order in which they are met.
 *
 * Nodes and links wait for each other in a batch: looking an id up in a large map means waiting for
 * memory, which for many at a time is done once. */
#ifndef MODEL_NAMING_H
#define MODEL_NAMING_H

#include "base/text.h"
#include "model/chain.h"
#include "model/kept.h"

/* The kind of a name that no node bears. */
enum { VCL_NO_ACTOR = 255 };

/* How the name of an id in a batch is found. */
typedef enum vcl_waiting_as {
    VCL_WAITING_ID, /* it is sought */
    VCL_WAITING_LONG, /* the same, and it is too long for its place */
    VCL_WAITING_NEXT, /* it is not: a node's that continues those in a row */
    VCL_WAITING_NAME, /* it is known */
    VCL_WAITING_LAST_NODE, /* it is that of the last node */
} vcl_waiting_as;

/* A node's id, or that of an end of a link. */
typedef union vcl_waiting_id {
    vcl_short_id id;
    struct {
        size_t begin; /* in the batch's long_ids */
        size_t size;
    } text;
    uint32_t name;
} vcl_waiting_id;

/* A node or a link in a batch. */
typedef struct vcl_waiting {
    vcl_waiting_id id; /* of a node, of a link's target */
    union {
        vcl_actor actor; /* of a node */
        vcl_waiting_id source; /* of a link */
    };
    uint32_t at; /* where its record stands */
    uint32_t terms; /* of a link */
    uint8_t id_as; /* vcl_waiting_as, never VCL_WAITING_LAST_NODE */
    uint8_t source_as; /* the same, or that */
    bool is_link;
    bool owns; /* a node of which amounts are told */
} vcl_waiting;

enum { VCL_BATCH = 2048, VCL_BATCH_LONG_IDS = 64 * 1024 };

/* Full where either is reached, so that long ids take little memory however often they are named. */
typedef struct vcl_batch {
    uint32_t count;
    vcl_text long_ids;
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
    vcl_kept targets; /* names of those that links named lately */
} vcl_naming;

/* Nothing named; allocates nothing. */
void vcl_naming_init(vcl_naming *naming);
void vcl_naming_release(vcl_naming *naming);

/* Names what is in the batch and empties it, also on failure. Expected O(batch).
 * VCL_ERROR_MEMORY. */
vcl_status vcl_naming_settle(vcl_naming *naming, vcl_batch *batch, vcl_error *err);

#endif
