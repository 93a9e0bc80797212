/* Handing batches to a thread, one at a time. */
#include "model/clerk.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"

vcl_status vcl_clerk_init(vcl_clerk *clerk, vcl_error *err)
{
    vcl_status status = VCL_OK;

    *clerk = (vcl_clerk){ 0 };
    vcl_naming_init(&clerk->naming);
    pthread_mutex_init(&clerk->mutex, NULL);
    pthread_cond_init(&clerk->changed, NULL);
    TRY(vcl_alloc(&clerk->batches[0], 1, sizeof *clerk->batch, err));
    clerk->batch = clerk->batches[0];
done:
    return status;
}

/* Names batches until it is dismissed. */
static void *work(void *context)
{
    vcl_clerk *clerk = context;

    pthread_mutex_lock(&clerk->mutex);
    while (!clerk->dismissed) {
        vcl_batch *batch = clerk->handed;
        if (batch == NULL) {
            pthread_cond_wait(&clerk->changed, &clerk->mutex);
            continue;
        }
        pthread_mutex_unlock(&clerk->mutex);
        vcl_status status = vcl_naming_settle(&clerk->naming, batch, &clerk->err);
        pthread_mutex_lock(&clerk->mutex);
        clerk->status = clerk->status == VCL_OK ? status : clerk->status;
        clerk->handed = NULL;
        pthread_cond_broadcast(&clerk->changed);
    }
    pthread_mutex_unlock(&clerk->mutex);
    return NULL;
}

/* Where there is no memory or no thread to be had, all goes on without. */
static void hire(vcl_clerk *clerk)
{
    clerk->may_hire = false;
    if (vcl_alloc(&clerk->batches[1], 1, sizeof *clerk->batch, NULL) == VCL_OK) {
        clerk->hired = pthread_create(&clerk->thread, NULL, work, clerk) == 0;
    }
}

static void dismiss(vcl_clerk *clerk)
{
    if (clerk->hired) {
        pthread_mutex_lock(&clerk->mutex);
        clerk->dismissed = true;
        pthread_cond_broadcast(&clerk->changed);
        pthread_mutex_unlock(&clerk->mutex);
        pthread_join(clerk->thread, NULL);
        clerk->hired = false;
    }
}

void vcl_clerk_release(vcl_clerk *clerk)
{
    dismiss(clerk);
    vcl_naming_release(&clerk->naming);
    free(clerk->batches[0]);
    free(clerk->batches[1]);
    pthread_cond_destroy(&clerk->changed);
    pthread_mutex_destroy(&clerk->mutex);
}

void vcl_clerk_allow_thread(vcl_clerk *clerk)
{
    clerk->may_hire = true;
}

vcl_status vcl_clerk_wait(vcl_clerk *clerk, vcl_error *err)
{
    if (!clerk->hired) {
        return VCL_OK;
    }
    pthread_mutex_lock(&clerk->mutex);
    while (clerk->handed != NULL) {
        pthread_cond_wait(&clerk->changed, &clerk->mutex);
    }
    vcl_status status = clerk->status;
    if (status != VCL_OK && err != NULL && err->status == VCL_OK) {
        *err = clerk->err;
    }
    pthread_mutex_unlock(&clerk->mutex);
    return status;
}

vcl_status vcl_clerk_hand_over(vcl_clerk *clerk, vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (clerk->may_hire) {
        hire(clerk);
    }
    if (!clerk->hired) {
        return vcl_naming_settle(&clerk->naming, clerk->batch, err);
    }
    TRY(vcl_clerk_wait(clerk, err));
    pthread_mutex_lock(&clerk->mutex);
    clerk->handed = clerk->batch;
    pthread_cond_broadcast(&clerk->changed);
    pthread_mutex_unlock(&clerk->mutex);
    clerk->batch = clerk->batches[clerk->batch == clerk->batches[0] ? 1 : 0];
done:
    return status;
}

vcl_status vcl_clerk_finish(vcl_clerk *clerk, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_clerk_wait(clerk, err));
    dismiss(clerk);
    TRY(vcl_naming_settle(&clerk->naming, clerk->batch, err));
done:
    return status;
}
