/* Hashing under a secret key: who does not know it cannot make texts that collide.
 *
 * The core of wyhash (Wang Yi 2019): words xor secret words, multiplied to 128 bits and folded to
 * 64. A hash never leaves the process, so words are read in the machine's byte order. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

typedef struct vcl_hash_key {
    uint64_t words[2];
} vcl_hash_key;

/* A key that differs from run to run. */
void vcl_hash_make_key(vcl_hash_key *key);

/* O(size). `bytes` may be NULL where size is 0. */
uint64_t vcl_hash_bytes(const vcl_hash_key *key, const void *bytes, size_t size);

__extension__ typedef unsigned __int128 vcl_uint128;

static inline uint64_t vcl_hash_fold(uint64_t a, uint64_t b)
{
    vcl_uint128 product = (vcl_uint128)a * b;

    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* Of two words without a key, for tables that lose nothing but time where two share a slot: the highest
 * bits depend on all of both. */
static inline uint64_t vcl_hash_mix(uint64_t a, uint64_t b)
{
    return a * 0x9E3779B97F4A7C15u ^ b * 0xBF58476D1CE4E5B9u;
}

/* Of two words. */
static inline uint64_t vcl_hash_pair(const vcl_hash_key *key, uint64_t a, uint64_t b)
{
    uint64_t mixed = vcl_hash_fold(a ^ key->words[0], b ^ key->words[1]);

    return vcl_hash_fold(mixed ^ key->words[1], 0x9E3779B97F4A7C15u);
}

#endif
