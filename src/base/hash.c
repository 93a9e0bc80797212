/* Hashing under a secret key. */
#include "base/hash.h"

#include <string.h>
#include <sys/random.h>
#include <time.h>

/* Where the system has no entropy to give, time and address still differ from run to run. */
void vcl_hash_make_key(vcl_hash_key *key)
{
    struct timespec now = { 0 };

    if (getentropy(key->words, sizeof key->words) != 0) {
        clock_gettime(CLOCK_REALTIME, &now);
        key->words[0] = (uint64_t)now.tv_sec << 30 ^ (uint64_t)now.tv_nsec;
        key->words[1] = (uint64_t)(uintptr_t)key;
    }
}

uint64_t vcl_hash_bytes(const vcl_hash_key *key, const void *bytes, size_t size)
{
    const char *at = bytes;
    uint64_t hash = size;
    uint64_t word = 0;

    for (; size >= sizeof word; size -= sizeof word, at += sizeof word) {
        memcpy(&word, at, sizeof word);
        hash = vcl_hash_fold(word ^ key->words[0], hash ^ key->words[1]);
    }
    word = 0;
    if (size > 0) {
        memcpy(&word, at, size);
    }
    return vcl_hash_pair(key, word, hash);
}
