/* A ring of blocks between the thread that reads and the one that looks at what was read. */
#include "load/ahead.h"

#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/try.h"

/* Two are in use, the others are filled. */
enum { RING = 4, IN_USE = 2 };

struct block {
    size_t size; /* 0 at the end and after a failure */
    char *bytes; /* VCL_AHEAD_ROOM behind the beginning of what was allocated */
};

struct vcl_ahead {
    int descriptor;
    size_t block_size;
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    uint64_t filled; /* blocks so far */
    uint64_t asked; /* the same, of those asked for */
    int error; /* of the last block */
    bool stopped;
    char *memory;
    struct block blocks[RING];
};

static size_t read_block(const vcl_ahead *ahead, char *bytes, int *error)
{
    ssize_t count;

    do {
        count = read(ahead->descriptor, bytes, ahead->block_size);
    } while (count < 0 && errno == EINTR);
    *error = count < 0 ? errno : 0;
    return count < 0 ? 0 : (size_t)count;
}

/* May the next block be filled: is the one that it takes the place of no more in use? */
static bool has_room(const vcl_ahead *ahead)
{
    return ahead->filled + IN_USE < ahead->asked + RING;
}

/* Fills blocks until there are no more or it is stopped. */
static void *work(void *context)
{
    vcl_ahead *ahead = context;
    size_t size = 1;

    pthread_mutex_lock(&ahead->mutex);
    while (size > 0 && !ahead->stopped) {
        if (!has_room(ahead)) {
            pthread_cond_wait(&ahead->changed, &ahead->mutex);
            continue;
        }
        struct block *block = ahead->blocks + ahead->filled % RING;
        int error = 0;
        pthread_mutex_unlock(&ahead->mutex);
        size = read_block(ahead, block->bytes, &error);
        pthread_mutex_lock(&ahead->mutex);
        block->size = size;
        ahead->error = error;
        ahead->filled++;
        pthread_cond_broadcast(&ahead->changed);
    }
    pthread_mutex_unlock(&ahead->mutex);
    return NULL;
}

vcl_status vcl_ahead_new(int descriptor, size_t block_size, vcl_ahead **out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_ahead *ahead = NULL;
    size_t size = VCL_AHEAD_ROOM + block_size;

    *out = NULL;
    TRY(vcl_alloc(&ahead, 1, sizeof *ahead, err));
    TRY(vcl_alloc(&ahead->memory, RING, size, err));
    ahead->descriptor = descriptor;
    ahead->block_size = block_size;
    for (size_t i = 0; i < RING; i++) {
        ahead->blocks[i].bytes = ahead->memory + i * size + VCL_AHEAD_ROOM;
    }
    pthread_mutex_init(&ahead->mutex, NULL);
    pthread_cond_init(&ahead->changed, NULL);
    if (pthread_create(&ahead->thread, NULL, work, ahead) == 0) {
        *out = ahead;
        return VCL_OK;
    }
    pthread_cond_destroy(&ahead->changed);
    pthread_mutex_destroy(&ahead->mutex);
done:
    if (ahead != NULL) {
        free(ahead->memory);
    }
    free(ahead);
    return status;
}

void vcl_ahead_free(vcl_ahead *ahead)
{
    if (ahead == NULL) {
        return;
    }
    pthread_mutex_lock(&ahead->mutex);
    ahead->stopped = true;
    pthread_cond_broadcast(&ahead->changed);
    pthread_mutex_unlock(&ahead->mutex);
    pthread_join(ahead->thread, NULL);
    pthread_cond_destroy(&ahead->changed);
    pthread_mutex_destroy(&ahead->mutex);
    free(ahead->memory);
    free(ahead);
}

size_t vcl_ahead_next(vcl_ahead *ahead, char **block, int *error)
{
    pthread_mutex_lock(&ahead->mutex);
    while (ahead->filled == ahead->asked) {
        pthread_cond_wait(&ahead->changed, &ahead->mutex);
    }
    struct block next = ahead->blocks[ahead->asked % RING];
    ahead->asked += next.size > 0 ? 1 : 0; /* the last one may be asked for again */
    *error = next.size > 0 ? 0 : ahead->error;
    pthread_cond_broadcast(&ahead->changed);
    pthread_mutex_unlock(&ahead->mutex);
    *block = next.bytes;
    return next.size;
}
