/* What is wrong with the structure around the records. */
#include <stdio.h>
#include <string.h>

#include "base/unicode.h"
#include "load/scan_parts.h"

/* The character that begins the window, for a message; the byte where it is none. */
static void show_character(vcl_slice window, char buffer[8])
{
    size_t size = 0;

    buffer[0] = '\0';
    if (window.size == 0) {
        return;
    }
    if (vcl_unicode_decode(window, &size) < 0) {
        snprintf(buffer, 8, "0x%02X", (unsigned)(unsigned char)window.bytes[0]);
        return;
    }
    memcpy(buffer, window.bytes, size);
    buffer[size] = '\0';
}

void vcl_scan_report(vcl_scan *scan, vcl_message message)
{
    char position[48];
    char found[8];

    vcl_scan_look_ahead(scan); /* a block may end within a character */
    if (vcl_source_status(scan->source, NULL) != VCL_OK) {
        return;
    }
    if (scan->source->window.size == 0) {
        message = VCL_MSG_DOCUMENT_ENDS;
    }
    show_character(scan->source->window, found);
    snprintf(position, sizeof position, "%llu:%llu", (unsigned long long)scan->line,
             (unsigned long long)(scan->source->offset - scan->line_start + 1));
    scan->diagnostics->line = scan->line;
    vcl_diagnostics_add(scan->diagnostics, &(vcl_fault){ .code = VCL_PROBLEM_JSON_SYNTAX,
                                                         .message = message,
                                                         .shown = found,
                                                         .detail = position });
}

void vcl_scan_report_too_long(vcl_scan *scan, const vcl_record *record)
{
    vcl_record_path path;

    vcl_record_path_init(&path, record);
    scan->diagnostics->line = record->at.line;
    scan->diagnostics->unreadable = true;
    vcl_diagnostics_add(scan->diagnostics, &(vcl_fault){ .code = VCL_PROBLEM_RECORD_TOO_LONG,
                                                         .message = VCL_MSG_RECORD_TOO_LONG,
                                                         .path = path.end });
}

void vcl_scan_report_no_dataset(vcl_scan *scan)
{
    int first = vcl_scan_peek(scan);
    vcl_fault fault = { .code = VCL_PROBLEM_JSON_SYNTAX, .message = VCL_MSG_NOT_A_DATASET };

    if (vcl_source_status(scan->source, NULL) != VCL_OK) {
        return;
    }
    if (first == VCL_SCAN_END) {
        fault.code = VCL_PROBLEM_NOT_A_DATASET;
        fault.message = VCL_MSG_EMPTY_FILE;
    } else if (scan->container == VCL_CONTAINER_NOT_UTF8) {
        fault.code = VCL_PROBLEM_UTF8;
        fault.message = VCL_MSG_NOT_UTF8_FILE;
    }
    scan->diagnostics->line = first == VCL_SCAN_END ? 1 : scan->line;
    vcl_diagnostics_add(scan->diagnostics, &fault);
}
