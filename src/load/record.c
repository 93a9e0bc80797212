/* A record as it stands in the file. */
#include "load/record.h"

#include <assert.h>
#include <string.h>

static const char *const part_names[VCL_KNOWN_PART_COUNT] = {
    [VCL_PART_NODES] = "nodes",       [VCL_PART_LINKS] = "links",
    [VCL_PART_EDGES] = "edges",       [VCL_PART_PRODUCTS] = "products",
    [VCL_PART_PLACES] = "places",     [VCL_PART_GRAPH] = "graph",
    [VCL_PART_FORMAT] = "format",     [VCL_PART_VERSION] = "version",
    [VCL_PART_DIRECTED] = "directed", [VCL_PART_MULTIGRAPH] = "multigraph",
};

void vcl_record_path_init(vcl_record_path *path, const vcl_record *record)
{
    *path = (vcl_record_path){ 0 };
    if (record->part >= VCL_PART_UNKNOWN) {
        return;
    }
    path->part.key = vcl_part_name(record->part);
    path->element.parent = &path->part;
    path->element.index = record->at.index;
    path->end = record->is_element ? &path->element : &path->part;
}

const char *vcl_part_name(vcl_part part)
{
    assert(part < VCL_PART_UNKNOWN);
    return part_names[part];
}

vcl_part vcl_part_find(vcl_slice key)
{
    int part = 0;

    while (part < VCL_KNOWN_PART_COUNT && (strlen(part_names[part]) != key.size ||
                                           memcmp(part_names[part], key.bytes, key.size) != 0)) {
        part++;
    }
    return (vcl_part)part;
}

bool vcl_part_is_array(vcl_part part)
{
    return part <= VCL_PART_PLACES;
}
