/* The bridge to igraph: its errors as ours, one thread, and a host left as it was.
 *
 * igraph keeps its error handler, its stack of things to free, and OpenMP its number of threads,
 * in globals; so does this bridge keep the reason of the last error: the one global of vclink, with
 * its lock. One thread at a time may be between enter and exit. */
#ifndef GRAPH_BRIDGE_H
#define GRAPH_BRIDGE_H

#include <igraph.h>

#include <vclink/status.h>

#include "base/try.h"

typedef struct vcl_bridge {
    igraph_error_handler_t *error_handler;
    igraph_warning_handler_t *warning_handler;
    int threads;
} vcl_bridge;

/* Installs our handlers and one thread; remembers the host's in *bridge. */
void vcl_bridge_enter(vcl_bridge *bridge);

/* Puts the host's back. */
void vcl_bridge_exit(const vcl_bridge *bridge);

/* Between enter and exit several threads of ours may work, but only the one that has the lock may call
 * igraph. Locking gives it one thread of OpenMP, which counts them by thread. */
void vcl_bridge_lock(void);
void vcl_bridge_unlock(void);

/* The status for an igraph error code, with its reason in *err: VCL_ERROR_MEMORY or
 * VCL_ERROR_INTERNAL. */
vcl_status vcl_bridge_status(igraph_error_t code, vcl_error *err);

/* Leaves for `done:` where an igraph call fails. */
#define TRY_IG(call)                                                                               \
    do {                                                                                           \
        igraph_error_t igraph_code_ = (call);                                                      \
        if (igraph_code_ != IGRAPH_SUCCESS) {                                                      \
            status = vcl_bridge_status(igraph_code_, err);                                         \
            goto done;                                                                             \
        }                                                                                          \
    } while (0)

#endif
