/* igraph's handlers and threads. */
#include "graph/bridge.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"

/* Of libgomp, against which igraph is built; declared here because clang's <omp.h> is elsewhere. */
int omp_get_max_threads(void);
void omp_set_num_threads(int count);

/* The first reason given since enter: IGRAPH_CHECK raises again with an empty one. */
static char first_reason[VCL_ERROR_ARGUMENT_SIZE];

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* With more, PageRank's last bits differ from run to run. */
static void use_one_thread(void)
{
    omp_set_num_threads(1);
}

void vcl_bridge_lock(void)
{
    pthread_mutex_lock(&lock);
    use_one_thread();
}

void vcl_bridge_unlock(void)
{
    pthread_mutex_unlock(&lock);
}

static void note_error(const char *reason, const char *file, int line, igraph_error_t code)
{
    (void)file;
    (void)line;
    (void)code;
    if (first_reason[0] == '\0' && reason != NULL) {
        snprintf(first_reason, sizeof first_reason, "%s", reason);
    }
    IGRAPH_FINALLY_FREE();
}

static void ignore_warning(const char *reason, const char *file, int line)
{
    (void)reason;
    (void)file;
    (void)line;
}

void vcl_bridge_enter(vcl_bridge *bridge)
{
    first_reason[0] = '\0';
    bridge->error_handler = igraph_set_error_handler(note_error);
    bridge->warning_handler = igraph_set_warning_handler(ignore_warning);
    bridge->threads = omp_get_max_threads();
    use_one_thread();
    IGRAPH_FINALLY_ENTER();
}

void vcl_bridge_exit(const vcl_bridge *bridge)
{
    IGRAPH_FINALLY_EXIT();
    omp_set_num_threads(bridge->threads);
    igraph_set_warning_handler(bridge->warning_handler);
    igraph_set_error_handler(bridge->error_handler);
}

vcl_status vcl_bridge_status(igraph_error_t code, vcl_error *err)
{
    if (code == IGRAPH_ENOMEM) {
        return vcl_fail_memory(err);
    }
    return vcl_fail(err, VCL_ERROR_INTERNAL, VCL_MSG_IGRAPH_FAILED, igraph_strerror(code),
                    first_reason);
}

const char *vcl_igraph_version(void)
{
    const char *version = "";

    igraph_version(&version, NULL, NULL, NULL);
    return version;
}
