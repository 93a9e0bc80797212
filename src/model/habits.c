/* Farmers told apart by several tellers, whose habits are then put together and sorted. */
#include "model/habits.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "base/try.h"
#include "model/teller.h"

/* A thread's part of the work. */
struct worker {
    vcl_teller teller;
    uint32_t *numbers; /* among all: of each of its habits */
    vcl_status status;
    vcl_error error;
};

struct telling {
    const vcl_chain *chain;
    struct worker *workers;
    uint8_t *worker_of; /* by piece; there are at most 64 */
    uint32_t *of_actor;
    const uint32_t *moved; /* sorted: of each number among all */
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
    const uint32_t *numbers = telling->workers[telling->worker_of[piece]].numbers;

    uint32_t end = vcl_parallel_end(piece, telling->chain->actor_count);

    (void)number;
    for (uint32_t actor = piece * VCL_PIECE; actor < end; actor++) {
        uint32_t habit = telling->of_actor[actor];
        if (habit != VCL_NONE) {
            telling->of_actor[actor] = telling->first + telling->moved[numbers[habit]];
        }
    }
}

/* Puts the habits of all workers together with those of the first. */
static vcl_status unite(struct telling *telling, uint32_t threads, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_teller *all = &telling->workers->teller;

    for (uint32_t i = 0; i < threads; i++) {
        struct worker *worker = telling->workers + i;
        const vcl_habit *habits = worker->teller.habits.items;
        if (worker->status != VCL_OK) {
            if (err != NULL) {
                *err = worker->error;
            }
            return worker->status;
        }
        TRY(vcl_alloc(&worker->numbers, worker->teller.habits.count, sizeof(uint32_t), err));
        for (uint32_t k = 0; k < worker->teller.habits.count; k++) {
            worker->numbers[k] = k;
            if (i > 0) {
                TRY(vcl_teller_take(all, habits + k, worker->numbers + k, err));
            }
        }
    }
done:
    return status;
}

/* Moves what the tellers have found to `habits`, and releases the rest. */
static void hand_over(struct telling *telling, vcl_habits *habits)
{
    for (uint32_t i = 0; i < habits->threads; i++) {
        vcl_teller *teller = &telling->workers[i].teller;
        habits->flows[i] = teller->kept;
        teller->kept = (vcl_arena){ 0 };
        if (i == 0) {
            habits->habits = teller->habits;
            vcl_array_init(&teller->habits, sizeof(vcl_habit));
        }
        vcl_teller_release(teller);
    }
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
        vcl_teller_init(&telling->workers[i].teller, state, telling->of_actor);
    }
    vcl_parallel_run(&parallel, habits->threads);
    TRY(unite(telling, habits->threads, err));
    hand_over(telling, habits);
    TRY(vcl_habits_sort(&habits->habits, &moved, err));
    telling->moved = moved;
    parallel.work = number_piece;
    vcl_parallel_run(&parallel, habits->threads);
done:
    for (uint32_t i = 0; telling->workers != NULL && i < habits->threads; i++) {
        vcl_teller_release(&telling->workers[i].teller);
        free(telling->workers[i].numbers);
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
