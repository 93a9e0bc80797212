/* Handing batches to a thread, a few of them in a ring. */
#include "model/namer.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"

/* One is filled, one is named, the others even out who is faster now. */
enum { RING = 4 };

struct vcl_namer {
    vcl_naming *naming;
    uint64_t filled; /* batches handed over so far; the next one is being filled */
    bool hired;
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    uint64_t handed; /* as filled, for the thread */
    uint64_t named;
    bool dismissed;
    vcl_status status; /* on the thread; once it failed, nothing more is named */
    vcl_error err;
    vcl_batch batches[RING];
};

vcl_status vcl_namer_new(vcl_naming *naming, vcl_namer **out, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_alloc(out, 1, sizeof **out, err));
    (*out)->naming = naming;
    pthread_mutex_init(&(*out)->mutex, NULL);
    pthread_cond_init(&(*out)->changed, NULL);
done:
    return status;
}

static vcl_batch *batch_at(vcl_namer *namer, uint64_t number)
{
    return namer->batches + number % RING;
}

vcl_batch *vcl_namer_batch(vcl_namer *namer)
{
    return batch_at(namer, namer->filled);
}

/* Names batches until there are none and it is dismissed. */
static void *work(void *context)
{
    vcl_namer *namer = context;

    pthread_mutex_lock(&namer->mutex);
    while (namer->named < namer->handed || !namer->dismissed) {
        if (namer->named == namer->handed) {
            pthread_cond_wait(&namer->changed, &namer->mutex);
            continue;
        }
        vcl_batch *batch = batch_at(namer, namer->named);
        vcl_status status = namer->status;
        pthread_mutex_unlock(&namer->mutex);
        if (status == VCL_OK) {
            status = vcl_naming_settle(namer->naming, batch, &namer->err);
        }
        pthread_mutex_lock(&namer->mutex);
        namer->status = status;
        namer->named++;
        pthread_cond_broadcast(&namer->changed);
    }
    pthread_mutex_unlock(&namer->mutex);
    return NULL;
}

/* The thread's error, if there was one. */
static vcl_status status_of(const vcl_namer *namer, vcl_error *err)
{
    if (namer->status != VCL_OK && err != NULL && err->status == VCL_OK) {
        *err = namer->err;
    }
    return namer->status;
}

/* Waits until the batch that is filled next is empty. */
static vcl_status hand_over(vcl_namer *namer, vcl_error *err)
{
    pthread_mutex_lock(&namer->mutex);
    namer->handed = ++namer->filled;
    pthread_cond_broadcast(&namer->changed);
    while (namer->handed - namer->named == RING) {
        pthread_cond_wait(&namer->changed, &namer->mutex);
    }
    vcl_status status = status_of(namer, err);
    pthread_mutex_unlock(&namer->mutex);
    return status;
}

vcl_status vcl_namer_take(vcl_namer *namer, bool may_hire, vcl_error *err)
{
    if (may_hire && !namer->hired) {
        namer->hired = pthread_create(&namer->thread, NULL, work, namer) == 0;
    }
    return namer->hired ? hand_over(namer, err)
                        : vcl_naming_settle(namer->naming, vcl_namer_batch(namer), err);
}

static void dismiss(vcl_namer *namer)
{
    if (namer->hired) {
        pthread_mutex_lock(&namer->mutex);
        namer->dismissed = true;
        pthread_cond_broadcast(&namer->changed);
        pthread_mutex_unlock(&namer->mutex);
        pthread_join(namer->thread, NULL);
        namer->hired = false;
    }
}

vcl_status vcl_namer_finish(vcl_namer *namer, vcl_error *err)
{
    vcl_status status = VCL_OK;

    dismiss(namer);
    TRY(status_of(namer, err));
    TRY(vcl_naming_settle(namer->naming, vcl_namer_batch(namer), err));
done:
    return status;
}

void vcl_namer_free(vcl_namer *namer)
{
    if (namer == NULL) {
        return;
    }
    dismiss(namer);
    for (size_t i = 0; i < RING; i++) {
        vcl_text_release(&namer->batches[i].long_ids);
    }
    pthread_cond_destroy(&namer->changed);
    pthread_mutex_destroy(&namer->mutex);
    free(namer);
}
