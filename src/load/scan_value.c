/* Taking one value out of a document. */
#include "load/scan_parts.h"

/* Passes the rest of a value that is too long to be kept, from behind what `extent` has seen. */
static void pass_value(vcl_scan *scan, vcl_extent *extent, bool found)
{
    vcl_scan_pass(scan, extent->size);
    extent->size = 0;
    while (!found && vcl_source_more(scan->source)) {
        found = vcl_extent_find(extent, scan->source->window);
        vcl_scan_pass(scan, extent->size);
        extent->size = 0;
    }
}

/* A member that we do not know may be of any length. */
static bool refuse_value(vcl_scan *scan, const vcl_record *record, vcl_extent *extent, bool found)
{
    bool is_known = record->part != VCL_PART_UNKNOWN;

    if (is_known) {
        vcl_scan_report_too_long(scan, record);
    }
    pass_value(scan, extent, found);
    if (is_known && vcl_scan_peek(scan) == VCL_SCAN_END) {
        scan->state = VCL_SCAN_DONE;
    }
    return false;
}

/* The byte behind `size` bytes and white space; VCL_SCAN_END where there is none in sight. */
static int byte_behind(const vcl_scan *scan, size_t size)
{
    do {
        vcl_slice rest = vcl_slice_from(scan->source->window, size);
        size_t space = vcl_scan_count_space(rest);
        if (space < rest.size) {
            return (unsigned char)rest.bytes[space];
        }
        size += space;
    } while (size <= VCL_RECORD_LIMIT && vcl_source_more(scan->source));
    return VCL_SCAN_END;
}

bool vcl_scan_take(vcl_scan *scan, vcl_record *record)
{
    vcl_extent extent = { 0 };
    bool found = false;

    do {
        found = vcl_extent_find(&extent, scan->source->window);
    } while (!found && extent.size <= VCL_RECORD_LIMIT && vcl_source_more(scan->source));
    if (extent.size > VCL_RECORD_LIMIT) {
        return refuse_value(scan, record, &extent, found);
    }
    scan->follower = byte_behind(scan, extent.size);
    record->bytes = (vcl_slice){ scan->source->window.bytes, extent.size };
    vcl_scan_pass(scan, extent.size);
    if (!found && vcl_extent_is_open(&extent)) {
        scan->state = VCL_SCAN_DONE;
    }
    return true;
}
