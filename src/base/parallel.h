/* Work cut into pieces, done by several threads and taken in in the order of the pieces: so what
 * comes out does not depend on their number. */
#ifndef BASE_PARALLEL_H
#define BASE_PARALLEL_H

#include <stdint.h>

typedef struct vcl_parallel {
    void *context;
    uint32_t pieces;
    /* Does a piece. Called on any thread; `worker` is below the number of workers, and no two calls
     * at a time have the same: its work space may serve. */
    void (*work)(void *context, uint32_t worker, uint32_t piece);
    /* Takes in what the piece came to, before its worker goes on to another. Called for one piece
     * at a time, in their order. NULL where nothing need be taken in. */
    void (*take)(void *context, uint32_t worker, uint32_t piece);
} vcl_parallel;

/* Does all pieces on `workers` threads (at least 1), the calling one among them; where the system
 * gives fewer threads, on those. */
void vcl_parallel_run(const vcl_parallel *parallel, uint32_t workers);

/* Many items cut into pieces of so many: */
enum { VCL_PIECE = 1 << 16 };

/* the number of pieces, */
static inline uint32_t vcl_parallel_pieces(uint32_t items)
{
    return items / VCL_PIECE + (items % VCL_PIECE > 0 ? 1 : 0);
}

/* and where each ends; it begins at piece * VCL_PIECE. */
static inline uint32_t vcl_parallel_end(uint32_t piece, uint32_t items)
{
    uint32_t first = piece * VCL_PIECE;

    return items - first < VCL_PIECE ? items : first + VCL_PIECE;
}

/* The number of threads to take where `wanted` are asked for, 0 being as many as the machine runs at
 * a time: at least 1, at most 64. */
uint32_t vcl_parallel_threads(unsigned wanted);

#endif
