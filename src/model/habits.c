/* Farmers told apart by several tellers, whose habits are then sorted together. */
#include "model/habits.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "base/try.h"
#include "model/teller.h"

/* A thread's part of the work. */
struct worker {
    vcl_teller teller;
    uint32_t first; /* its habits among all */
    vcl_status status;
    vcl_error error;
};

struct telling {
    const vcl_chain *chain;
    struct worker *workers;
    uint8_t *worker_of; /* by piece; there are at most 64 */
    uint32_t *of_actor;
    const uint32_t *moved; /* sorted: of each of all */
    uint32_t first;
};

static void tell_piece(void *context, uint32_t number, uint32_t piece)
{
    struct telling *telling = context;
    struct worker *worker = telling->workers + number;

    telling->worker_of[piece] = (uint8_t)number;
    if (worker->status == VCL_OK) {
        worker->status =
            vcl_teller_tell(&worker->teller, piece * VCL_PIECE,
                            vcl_parallel_end(piece, telling->chain->actor_count), &worker->error);
    }
}

/* A farmer's number is that which its teller gave until it is that among all, sorted. */
static void number_piece(void *context, uint32_t number, uint32_t piece)
{
    struct telling *telling = context;
    const uint32_t *moved = telling->moved + telling->workers[telling->worker_of[piece]].first;
    uint32_t end = vcl_parallel_end(piece, telling->chain->actor_count);

    (void)number;
    for (uint32_t actor = piece * VCL_PIECE; actor < end; actor++) {
        uint32_t habit = telling->of_actor[actor];
        if (habit != VCL_NONE) {
            telling->of_actor[actor] = telling->first + moved[habit];
        }
    }
}

/* Moves what the tellers have found to `habits`, and releases the rest. */
static vcl_status gather(struct telling *telling, vcl_habits *habits, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_array *all = &habits->habits;

    for (uint32_t i = 0; i < habits->threads; i++) {
        struct worker *worker = telling->workers + i;
        vcl_array *found = &worker->teller.habits;
        if (worker->status != VCL_OK) {
            if (err != NULL) {
                *err = worker->error;
            }
            return worker->status;
        }
        worker->first = (uint32_t)all->count;
        habits->flows[i] = worker->teller.kept;
        worker->teller.kept = (vcl_arena){ 0 };
        if (i == 0) {
            *all = *found;
            vcl_array_init(found, sizeof(vcl_habit));
        } else if (found->count > 0) {
            TRY(vcl_array_make_room(all, found->count, err));
            memcpy((vcl_habit *)all->items + all->count, found->items,
                   found->count * sizeof(vcl_habit));
            all->count += found->count;
        }
        vcl_teller_release(&worker->teller);
    }
done:
    return status;
}

static vcl_status tell_apart(struct telling *telling, vcl_habits *habits, const vcl_state *state,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t *moved = NULL;
    vcl_parallel parallel = { .context = telling,
                              .pieces = vcl_parallel_pieces(telling->chain->actor_count),
                              .work = tell_piece };

    TRY(vcl_alloc(&telling->worker_of, parallel.pieces, sizeof(uint8_t), err));
    TRY(vcl_alloc(&telling->workers, habits->threads, sizeof *telling->workers, err));
    for (uint32_t i = 0; i < habits->threads; i++) {
        vcl_teller_init(&telling->workers[i].teller, state, telling->of_actor,
                        telling->chain->actor_count / habits->threads);
    }
    vcl_parallel_run(&parallel, habits->threads);
    TRY(gather(telling, habits, err));
    TRY(vcl_habits_sort(&habits->habits, &moved, err));
    telling->moved = moved;
    parallel.work = number_piece;
    vcl_parallel_run(&parallel, habits->threads);
done:
    for (uint32_t i = 0; telling->workers != NULL && i < habits->threads; i++) {
        vcl_teller_release(&telling->workers[i].teller);
    }
    free(telling->workers);
    free(telling->worker_of);
    free(moved);
    return status;
}

vcl_status vcl_habits_init(vcl_habits *habits, const vcl_state *state, uint32_t threads,
                           uint32_t first, uint32_t *of_actor, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct telling telling = { .chain = state->chain, .of_actor = of_actor, .first = first };

    *habits = (vcl_habits){ .threads = threads };
    vcl_array_init(&habits->habits, sizeof(vcl_habit));
    TRY(vcl_alloc(&habits->flows, threads, sizeof *habits->flows, err));
    TRY(tell_apart(&telling, habits, state, err));
done:
    return status;
}

void vcl_habits_release(vcl_habits *habits)
{
    vcl_array_release(&habits->habits);
    for (uint32_t i = 0; habits->flows != NULL && i < habits->threads; i++) {
        vcl_arena_release(habits->flows + i);
    }
    free(habits->flows);
    *habits = (vcl_habits){ 0 };
}
