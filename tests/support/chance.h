/* Chance that is the same in every run: Steele, Lea and Flood (2014), SplitMix64. */
#ifndef SUPPORT_CHANCE_H
#define SUPPORT_CHANCE_H

#include <stdbool.h>
#include <stdint.h>

struct chance {
    uint64_t state; /* any seed */
};

static inline uint64_t next_of(struct chance *chance)
{
    uint64_t mixed = chance->state += 0x9E3779B97F4A7C15u;

    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBu;
    return mixed ^ mixed >> 31;
}

/* From 0 to `count` - 1. */
static inline uint32_t any_of(struct chance *chance, uint32_t count)
{
    return (uint32_t)(next_of(chance) % count);
}

/* True `part` times in a hundred. */
static inline bool happens(struct chance *chance, uint32_t part)
{
    return any_of(chance, 100) < part;
}

#endif
