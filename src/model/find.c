/* Finding an actor by an id that someone typed. */
#include <string.h>

#include "base/text.h"
#include "base/unicode.h"
#include "model/chain.h"
#include "model/nearest.h"

/* The place of `id` in the byte order of ids, or of the next one. */
static uint32_t place_of(const vcl_chain *chain, const char *id)
{
    uint32_t low = 0;
    uint32_t high = chain->actor_count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (strcmp(vcl_actor_id(chain, middle), id) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static bool is_plain(const char *id)
{
    while (*id != '\0' && (unsigned char)*id < 0x80) {
        id++;
    }
    return *id == '\0';
}

/* The only actor whose id is shown as `id` is: ids are shown as NFC, whatever their form. Where
 * memory runs out, none. */
static uint32_t shown_as(const vcl_chain *chain, const char *id)
{
    vcl_text wanted = { 0 };
    vcl_text shown = { 0 };
    uint32_t found = VCL_NONE;
    uint32_t count = 0;

    vcl_unicode_nfc(&wanted, vcl_slice_of(id));
    for (uint32_t i = 0; i < chain->actor_count && !wanted.failed && !shown.failed; i++) {
        const char *other = vcl_actor_id(chain, i);
        if (is_plain(other)) {
            continue;
        }
        vcl_text_clear(&shown);
        vcl_unicode_nfc(&shown, vcl_slice_of(other));
        if (shown.size == wanted.size && memcmp(shown.bytes, wanted.bytes, shown.size) == 0) {
            found = i;
            count++;
        }
    }
    if (wanted.failed || shown.failed || count != 1) {
        found = VCL_NONE;
    }
    vcl_text_release(&wanted);
    vcl_text_release(&shown);
    return found;
}

bool vcl_chain_find_actor(const vcl_chain *chain, const char *id, size_t *index)
{
    uint32_t found = place_of(chain, id);

    if (found == chain->actor_count || strcmp(vcl_actor_id(chain, found), id) != 0) {
        found = is_plain(id) ? VCL_NONE : shown_as(chain, id);
    }
    if (found != VCL_NONE && index != NULL) {
        *index = found;
    }
    return found != VCL_NONE;
}

const char *vcl_chain_nearest_id(const vcl_chain *chain, const char *id)
{
    vcl_nearest nearest;
    const char *found = NULL;

    vcl_nearest_init(&nearest);
    for (uint32_t i = 0; i < chain->actor_count; i++) {
        /* Where memory runs out a suggestion is not worth a failure. */
        (void)vcl_nearest_add(&nearest, vcl_actor_id(chain, i), NULL);
    }
    (void)vcl_nearest_find(&nearest, id, &found, NULL);
    vcl_nearest_release(&nearest);
    return found;
}
