/* The records of JSON Lines: one a line, blank lines aside. */
#include <string.h>

#include "load/scan_parts.h"

/* The size of the line that begins the window, without its end; false if it is too long, and then
 * most of it is passed. The file's last line may lack an end. */
static bool measure_line(vcl_scan *scan, size_t *size)
{
    vcl_source *source = scan->source;
    size_t searched = 0;

    while (searched <= VCL_RECORD_LIMIT) {
        const char *begin = source->window.bytes + searched;
        const char *end = memchr(begin, '\n', source->window.size - searched);
        searched = end == NULL ? source->window.size : (size_t)(end - source->window.bytes);
        if (end != NULL || !vcl_source_more(source)) {
            *size = searched;
            return searched <= VCL_RECORD_LIMIT;
        }
    }
    return false;
}

/* Passes the rest of a line, and its end. */
static void pass_line(vcl_scan *scan)
{
    const vcl_slice *window = &scan->source->window;
    const char *end = NULL;

    do {
        end = memchr(window->bytes, '\n', window->size);
        vcl_scan_pass(scan, end == NULL ? window->size : (size_t)(end - window->bytes) + 1);
    } while (end == NULL && vcl_source_more(scan->source));
}

/* Hands lines to the quick reader, if there is one. False if it takes none. */
static bool pass_plain_lines(vcl_scan *scan)
{
    vcl_quick_taken taken = { 0 };

    if (scan->quick != NULL) {
        vcl_scan_look_ahead(scan);
        taken = vcl_quick_lines(scan->quick, scan->source->window, scan->line);
        vcl_scan_pass_taken(scan, taken);
    }
    return taken.size > 0;
}

bool vcl_scan_next_line(vcl_scan *scan, vcl_record *record)
{
    size_t size = 0;

    while (vcl_scan_peek(scan) != VCL_SCAN_END) {
        if (pass_plain_lines(scan)) {
            continue;
        }
        *record = vcl_scan_record(scan, VCL_PART_LINE, false);
        if (measure_line(scan, &size)) {
            record->bytes = (vcl_slice){ scan->source->window.bytes, size };
            vcl_scan_pass(scan, size);
            return true;
        }
        vcl_scan_report_too_long(scan, record);
        pass_line(scan);
    }
    scan->state = VCL_SCAN_DONE;
    return false;
}
