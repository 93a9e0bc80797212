/* Outlines of places. */
#include "model/regions.h"

#include <stdlib.h>

#include "base/memory.h"

vcl_status vcl_regions_new(vcl_regions **out, vcl_error *err)
{
    vcl_status status = vcl_alloc(out, 1, sizeof **out, err);

    if (status == VCL_OK) {
        vcl_array_init(&(*out)->regions, sizeof(vcl_region));
        vcl_array_init(&(*out)->rings, sizeof(vcl_ring));
        vcl_array_init(&(*out)->points, sizeof(vcl_point));
    }
    return status;
}

size_t vcl_regions_count(const vcl_regions *regions)
{
    return regions->regions.count;
}

const char *vcl_regions_property(const vcl_regions *regions)
{
    return regions->property;
}

size_t vcl_regions_unmatched(const vcl_regions *regions)
{
    return regions->unmatched;
}

const char *vcl_regions_example(const vcl_regions *regions, size_t index)
{
    return index < VCL_REGIONS_EXAMPLES ? regions->examples[index] : NULL;
}

void vcl_regions_free(vcl_regions *regions)
{
    if (regions == NULL) {
        return;
    }
    vcl_array_release(&regions->regions);
    vcl_array_release(&regions->rings);
    vcl_array_release(&regions->points);
    vcl_arena_release(&regions->texts);
    free(regions);
}
