/* The ids of actors in byte order, packed: the texts stand one behind the other, and where every
 * sixteenth begins is noted. Millions of short ids cost their letters and little more. */
#ifndef MODEL_IDS_H
#define MODEL_IDS_H

#include "base/idmap.h"

typedef struct vcl_ids {
    char *texts;
    uint64_t *starts; /* of every VCL_IDS_STEP-th text */
    uint32_t count;
} vcl_ids;

enum { VCL_IDS_STEP = 16 };

/* The names[order[0 .. count)] of a map. Release in any case. O(bytes). VCL_ERROR_MEMORY. */
vcl_status vcl_ids_init(vcl_ids *ids, const vcl_idmap *names, const uint32_t *order, uint32_t count,
                        vcl_error *err);
void vcl_ids_release(vcl_ids *ids);

/* NUL-terminated, valid until release. O(VCL_IDS_STEP). */
const char *vcl_ids_at(const vcl_ids *ids, uint32_t index);

/* Do numbers of names[] stand in the byte order of the names? O(count). */
bool vcl_ids_are_sorted(const vcl_idmap *names, const uint32_t *numbers, uint32_t count);

/* Sorts numbers of names[] by the byte order of the names. Those that are sorted cost one look at
 * each, others O(bytes). VCL_ERROR_MEMORY. */
vcl_status vcl_ids_sort(const vcl_idmap *names, uint32_t *numbers, uint32_t count, vcl_error *err);

#endif
