/* Ids packed in order. */
#include "model/ids.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"

vcl_status vcl_ids_init(vcl_ids *ids, const vcl_idmap *names, const uint32_t *order, uint32_t count,
                        vcl_error *err)
{
    vcl_status status = VCL_OK;
    char *at = NULL;

    *ids = (vcl_ids){ .count = count };
    TRY(vcl_alloc(&ids->texts, vcl_idmap_size(names) + VCL_SHORT_ID, 1, err));
    TRY(vcl_alloc(&ids->starts, count / VCL_IDS_STEP + 1, sizeof *ids->starts, err));
    at = ids->texts;
    for (uint32_t i = 0; i < count; i++) {
        if (i % VCL_IDS_STEP == 0) {
            ids->starts[i / VCL_IDS_STEP] = (uint64_t)(at - ids->texts);
        }
        at += vcl_idmap_copy(names, order[i], at);
    }
done:
    return status;
}

void vcl_ids_release(vcl_ids *ids)
{
    free(ids->texts);
    free(ids->starts);
    *ids = (vcl_ids){ 0 };
}

const char *vcl_ids_at(const vcl_ids *ids, uint32_t index)
{
    const char *text = ids->texts + ids->starts[index / VCL_IDS_STEP];

    assert(index < ids->count);
    for (uint32_t left = index % VCL_IDS_STEP; left > 0; left--) {
        text += strlen(text) + 1;
    }
    return text;
}
