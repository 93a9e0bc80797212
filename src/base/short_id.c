/* Short ids in two words. */
#include "base/short_id.h"

#include <string.h>

/* Is the first byte of a word its lowest? */
static bool is_low_first(void)
{
    static const uint16_t one = 1;

    return *(const char *)&one == 1;
}

/* Of one of eight bytes or more the second word is cut from its last eight: ids are made by the
 * million. */
vcl_short_id vcl_short_id_of(vcl_slice id)
{
    vcl_short_id out = { .words = { 0 } };

    if (id.size > 8 && is_low_first()) {
        memcpy(out.words, id.bytes, 8);
        memcpy(out.words + 1, id.bytes + id.size - 8, 8);
        out.words[1] >>= 8 * (16 - id.size);
        return out;
    }
    for (size_t i = 0; i < id.size; i++) {
        out.text[i] = id.bytes[i];
    }
    return out;
}

/* A word that compares as its bytes do. */
static uint64_t in_order(uint64_t word)
{
    return is_low_first() ? __builtin_bswap64(word) : word;
}

bool vcl_short_id_before(const vcl_short_id *a, const vcl_short_id *b)
{
    unsigned word = a->words[0] == b->words[0] ? 1 : 0;

    return in_order(a->words[word]) < in_order(b->words[word]);
}
