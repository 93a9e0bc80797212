/* Handing parcels to a thread, a few of them in a ring. */
#include "load/relay.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"
#include "load/parcel.h"

/* One is filled, one is unpacked, the others even out who is faster now. */
enum { RING = 4 };

struct vcl_relay {
    vcl_builder *builder;
    uint64_t filled; /* parcels handed over so far; the next one is being filled */
    bool hired;
    bool alone; /* there is no thread to be had */
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    uint64_t handed; /* as filled, for the thread */
    uint64_t unpacked;
    bool dismissed;
    vcl_status status; /* of the builder, on the thread; once it failed, nothing more is taken in */
    vcl_error err;
    vcl_parcel parcels[RING];
};

static vcl_parcel *parcel_at(vcl_relay *relay, uint64_t number)
{
    return relay->parcels + number % RING;
}

vcl_status vcl_relay_new(vcl_builder *builder, vcl_relay **out, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_alloc(out, 1, sizeof **out, err));
    (*out)->builder = builder;
    pthread_mutex_init(&(*out)->mutex, NULL);
    pthread_cond_init(&(*out)->changed, NULL);
done:
    return status;
}

/* Unpacks parcels until it is dismissed. */
static void *work(void *context)
{
    vcl_relay *relay = context;

    pthread_mutex_lock(&relay->mutex);
    while (!relay->dismissed) {
        if (relay->unpacked == relay->handed) {
            pthread_cond_wait(&relay->changed, &relay->mutex);
            continue;
        }
        vcl_parcel *parcel = parcel_at(relay, relay->unpacked);
        vcl_status status = relay->status;
        pthread_mutex_unlock(&relay->mutex);
        if (status == VCL_OK) {
            status = vcl_parcel_unpack(parcel, relay->builder, &relay->err);
        }
        parcel->size = 0;
        pthread_mutex_lock(&relay->mutex);
        relay->status = status;
        relay->unpacked++;
        pthread_cond_broadcast(&relay->changed);
    }
    pthread_mutex_unlock(&relay->mutex);
    return NULL;
}

static void dismiss(vcl_relay *relay)
{
    if (relay->hired) {
        pthread_mutex_lock(&relay->mutex);
        relay->dismissed = true;
        pthread_cond_broadcast(&relay->changed);
        pthread_mutex_unlock(&relay->mutex);
        pthread_join(relay->thread, NULL);
    }
}

void vcl_relay_free(vcl_relay *relay)
{
    if (relay != NULL) {
        dismiss(relay);
        pthread_cond_destroy(&relay->changed);
        pthread_mutex_destroy(&relay->mutex);
        free(relay);
    }
}

/* Waits until at most `left` parcels are to be unpacked. The builder's error, if there was one. */
static vcl_status wait_for(vcl_relay *relay, uint64_t left, vcl_error *err)
{
    pthread_mutex_lock(&relay->mutex);
    while (relay->handed - relay->unpacked > left) {
        pthread_cond_wait(&relay->changed, &relay->mutex);
    }
    vcl_status status = relay->status;
    if (status != VCL_OK && err != NULL && err->status == VCL_OK) {
        *err = relay->err;
    }
    pthread_mutex_unlock(&relay->mutex);
    return status;
}

/* Where no thread is to be had, all goes on without. */
static void hire(vcl_relay *relay)
{
    if (!relay->hired && !relay->alone) {
        relay->hired = pthread_create(&relay->thread, NULL, work, relay) == 0;
        relay->alone = !relay->hired;
    }
}

/* Hands over the parcel that is full; there is an empty one again. */
static vcl_status hand_over(vcl_relay *relay, vcl_error *err)
{
    hire(relay);
    if (relay->alone) {
        return vcl_parcel_unpack(parcel_at(relay, relay->filled), relay->builder, err);
    }
    relay->filled++;
    pthread_mutex_lock(&relay->mutex);
    relay->handed = relay->filled;
    pthread_cond_broadcast(&relay->changed);
    pthread_mutex_unlock(&relay->mutex);
    return wait_for(relay, RING - 1, err);
}

vcl_status vcl_relay_wait(vcl_relay *relay, vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (relay != NULL) {
        TRY(wait_for(relay, 0, err));
        TRY(vcl_parcel_unpack(parcel_at(relay, relay->filled), relay->builder, err));
    }
done:
    return status;
}

vcl_status vcl_relay_add(vcl_relay *relay, vcl_part part, const void *record, vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (vcl_parcel_pack(parcel_at(relay, relay->filled), part, record)) {
        return VCL_OK;
    }
    TRY(hand_over(relay, err));
    if (!vcl_parcel_pack(parcel_at(relay, relay->filled), part, record)) { /* too large for any */
        TRY(vcl_relay_wait(relay, err));
        TRY(vcl_parcel_bypass(relay->builder, part, record, err));
    }
done:
    return status;
}
