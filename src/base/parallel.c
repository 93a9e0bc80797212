/* Threads that fetch pieces and wait for their turn to hand them in. */
#include "base/parallel.h"

#include <pthread.h>
#include <stdbool.h>
#include <unistd.h>

enum { MOST_WORKERS = 64 };

struct crew {
    const vcl_parallel *parallel;
    pthread_mutex_t mutex;
    pthread_cond_t turned;
    uint32_t next; /* the piece to be fetched */
    uint32_t turn; /* the piece to be taken in */
};

struct worker {
    struct crew *crew;
    uint32_t number;
    pthread_t thread;
};

static bool fetch(struct crew *crew, uint32_t *piece)
{
    pthread_mutex_lock(&crew->mutex);
    bool some = crew->next < crew->parallel->pieces;
    if (some) {
        *piece = crew->next++;
    }
    pthread_mutex_unlock(&crew->mutex);
    return some;
}

static void hand_in(struct crew *crew, uint32_t worker, uint32_t piece)
{
    if (crew->parallel->take == NULL) {
        return;
    }
    pthread_mutex_lock(&crew->mutex);
    while (crew->turn != piece) {
        pthread_cond_wait(&crew->turned, &crew->mutex);
    }
    crew->parallel->take(crew->parallel->context, worker, piece);
    crew->turn++;
    pthread_cond_broadcast(&crew->turned);
    pthread_mutex_unlock(&crew->mutex);
}

static void *toil(void *context)
{
    const struct worker *worker = context;
    const vcl_parallel *parallel = worker->crew->parallel;
    uint32_t piece = 0;

    while (fetch(worker->crew, &piece)) {
        parallel->work(parallel->context, worker->number, piece);
        hand_in(worker->crew, worker->number, piece);
    }
    return NULL;
}

void vcl_parallel_run(const vcl_parallel *parallel, uint32_t workers)
{
    struct crew crew = { .parallel = parallel };
    struct worker staff[MOST_WORKERS];
    uint32_t hired = 1;

    pthread_mutex_init(&crew.mutex, NULL);
    pthread_cond_init(&crew.turned, NULL);
    staff[0] = (struct worker){ .crew = &crew, .number = 0 };
    while (hired < workers && hired < MOST_WORKERS && hired < parallel->pieces) {
        staff[hired] = (struct worker){ .crew = &crew, .number = hired };
        if (pthread_create(&staff[hired].thread, NULL, toil, staff + hired) != 0) {
            break;
        }
        hired++;
    }
    toil(staff);
    while (hired-- > 1) {
        pthread_join(staff[hired].thread, NULL);
    }
    pthread_cond_destroy(&crew.turned);
    pthread_mutex_destroy(&crew.mutex);
}

uint32_t vcl_parallel_threads(unsigned wanted)
{
    long machine = sysconf(_SC_NPROCESSORS_ONLN);

    if (wanted == 0) {
        wanted = machine < 1 ? 1 : (unsigned)machine;
    }
    return wanted < MOST_WORKERS ? wanted : MOST_WORKERS;
}
