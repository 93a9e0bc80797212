/* What the scanners of both containers share: moving on while lines are counted. */
#ifndef LOAD_SCAN_PARTS_H
#define LOAD_SCAN_PARTS_H

#include "load/extent.h"
#include "load/scan.h"

enum { VCL_SCAN_END = -1 };

bool vcl_scan_next_line(vcl_scan *scan, vcl_record *record);
bool vcl_scan_next_member(vcl_scan *scan, vcl_record *record);

/* Drops bytes off the window and counts the lines that end in them. */
void vcl_scan_pass(vcl_scan *scan, size_t size);

/* Drops what the quick reader took. */
void vcl_scan_pass_taken(vcl_scan *scan, vcl_quick_taken taken);

/* Passes white space. The byte that follows, or VCL_SCAN_END. */
int vcl_scan_peek(vcl_scan *scan);

/* Has some bytes in the window, unless the file ends before. */
void vcl_scan_look_ahead(vcl_scan *scan);

/* A record that begins at the window's first byte; its bytes are not set. */
vcl_record vcl_scan_record(const vcl_scan *scan, vcl_part part, bool is_element);

/* White space that begins `bytes`. */
size_t vcl_scan_count_space(vcl_slice bytes);

/* Takes the value at the window's first byte and notes what follows it. False if it is too long: it
 * is then reported and passed. One that the file's end cuts short is the last, and whoever reads it
 * will report it. */
bool vcl_scan_take(vcl_scan *scan, vcl_record *record);

/* Reports that the structure is broken at the window's first byte, or at the file's end. */
void vcl_scan_report(vcl_scan *scan, vcl_message message);

/* Reports that there is no first object. */
void vcl_scan_report_no_dataset(vcl_scan *scan);

/* Reports that `record` is longer than VCL_RECORD_LIMIT. */
void vcl_scan_report_too_long(vcl_scan *scan, const vcl_record *record);

#endif
