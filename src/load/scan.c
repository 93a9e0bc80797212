/* Finds the records of a dataset, one after the other. */
#include "load/scan.h"

#include <string.h>

#include "base/error.h"
#include "load/scan_parts.h"

/* Bytes that the quick reader is given, so that few records are cut by a block's end. */
enum { LOOK_AHEAD = 4096 };

void vcl_scan_pass(vcl_scan *scan, size_t size)
{
    const char *begin = scan->source->window.bytes;
    const char *at = begin;
    const char *newline;

    while (size > 0 && (newline = memchr(at, '\n', size - (size_t)(at - begin))) != NULL) {
        at = newline + 1;
        scan->line++;
        scan->line_start = scan->source->offset + (uint64_t)(at - begin);
    }
    vcl_source_drop(scan->source, size);
}

void vcl_scan_pass_taken(vcl_scan *scan, vcl_quick_taken taken)
{
    size_t last = taken.size; /* behind the last line that ends in it */

    if (taken.lines > 0) {
        while (scan->source->window.bytes[last - 1] != '\n') {
            last--;
        }
        scan->line += taken.lines;
        scan->line_start = scan->source->offset + last;
    }
    vcl_source_drop(scan->source, taken.size);
}

size_t vcl_scan_count_space(vcl_slice bytes)
{
    size_t count = 0;

    while (count < bytes.size && (bytes.bytes[count] == ' ' || bytes.bytes[count] == '\t' ||
                                  bytes.bytes[count] == '\r' || bytes.bytes[count] == '\n')) {
        count++;
    }
    return count;
}

int vcl_scan_peek(vcl_scan *scan)
{
    do {
        vcl_scan_pass(scan, vcl_scan_count_space(scan->source->window));
        if (scan->source->window.size > 0) {
            return (unsigned char)scan->source->window.bytes[0];
        }
    } while (vcl_source_more(scan->source));
    return VCL_SCAN_END;
}

void vcl_scan_look_ahead(vcl_scan *scan)
{
    while (scan->source->window.size < LOOK_AHEAD && vcl_source_more(scan->source)) {
    }
}

vcl_record vcl_scan_record(const vcl_scan *scan, vcl_part part, bool is_element)
{
    vcl_record record = { .part = part, .is_element = is_element };

    record.at.line = scan->line < UINT32_MAX ? (uint32_t)scan->line : UINT32_MAX;
    record.at.index = is_element ? scan->index : VCL_NONE;
    record.column = scan->source->offset - scan->line_start + 1;
    return record;
}

void vcl_scan_begin(vcl_scan *scan, vcl_source *source, vcl_diagnostics *diagnostics)
{
    *scan = (vcl_scan){ .source = source, .diagnostics = diagnostics, .line = 1 };
    vcl_idmap_init(&scan->keys);
    scan->container = vcl_container_detect(source);
    scan->line_start = source->offset;
    switch (scan->container) {
    case VCL_CONTAINER_DOCUMENT:
        scan->state = VCL_SCAN_OPENING;
        break;
    case VCL_CONTAINER_LINES:
        scan->state = VCL_SCAN_LINES;
        break;
    case VCL_CONTAINER_NONE:
    case VCL_CONTAINER_NOT_UTF8:
        scan->state = VCL_SCAN_DONE;
        vcl_scan_report_no_dataset(scan);
        break;
    }
}

void vcl_scan_release(vcl_scan *scan)
{
    vcl_idmap_release(&scan->keys);
}

bool vcl_scan_next(vcl_scan *scan, vcl_record *record)
{
    bool found = scan->state == VCL_SCAN_LINES ? vcl_scan_next_line(scan, record)
                                               : vcl_scan_next_member(scan, record);

    return found && vcl_scan_status(scan, NULL) == VCL_OK;
}

vcl_status vcl_scan_status(const vcl_scan *scan, vcl_error *err)
{
    vcl_status status = vcl_source_status(scan->source, err);

    if (status == VCL_OK && scan->quick != NULL && scan->quick->status != VCL_OK) {
        status = vcl_fail_memory(err);
    }
    return status == VCL_OK ? vcl_diagnostics_status(scan->diagnostics, err) : status;
}
