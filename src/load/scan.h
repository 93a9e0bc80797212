/* Finds the records of a dataset, one after the other: the elements of a document's arrays and its
 * other members, or the lines of JSON Lines.
 *
 * Plain records may go to a quick reader, as they are found; the caller is given all others.
 *
 * Streams: only the current record is in memory. What is wrong with the structure around the
 * records goes to the diagnostics; what is wrong within a record is for its reader to find.
 * A record longer than VCL_RECORD_LIMIT is reported and passed over (in a member that we do not
 * know it is only passed over). */
#ifndef LOAD_SCAN_H
#define LOAD_SCAN_H

#include "base/idmap.h"
#include "load/container.h"
#include "load/quick.h"

typedef enum vcl_scan_state {
    VCL_SCAN_OPENING, /* before the document's opening brace */
    VCL_SCAN_FIRST_MEMBER, /* a key or the closing brace is next */
    VCL_SCAN_MEMBER, /* a key is next */
    VCL_SCAN_AFTER_MEMBER, /* a comma or the closing brace is next */
    VCL_SCAN_FIRST_ELEMENT, /* an element or the closing bracket is next */
    VCL_SCAN_ELEMENT, /* an element is next */
    VCL_SCAN_AFTER_ELEMENT, /* a comma or the closing bracket is next */
    VCL_SCAN_LINES, /* a line of JSON Lines is next */
    VCL_SCAN_DONE,
} vcl_scan_state;

typedef struct vcl_scan {
    vcl_source *source;
    vcl_diagnostics *diagnostics;
    vcl_quick *quick; /* set behind begin, or NULL: takes plain records */
    vcl_container container;
    vcl_scan_state state;
    uint64_t line; /* of the window's first byte, from 1 */
    uint64_t line_start; /* its offset in the file */
    uint64_t opening_line; /* where the document begins */
    vcl_part part; /* the array that is being read */
    uint32_t index; /* of its next element */
    int follower; /* the byte behind the last value and white space; negative if there is none */
    uint32_t seen; /* parts that are there, bit by bit */
    vcl_idmap keys; /* of the document */
} vcl_scan;

/* Detects the container. What it is given must outlive the scan. */
void vcl_scan_begin(vcl_scan *scan, vcl_source *source, vcl_diagnostics *diagnostics);
void vcl_scan_release(vcl_scan *scan);

/* Finds the next record that the quick reader does not take. False at the end, and where vcl_scan_status() is not VCL_OK. Amortised
 * O(bytes). */
bool vcl_scan_next(vcl_scan *scan, vcl_record *record);

/* VCL_OK, VCL_ERROR_IO or VCL_ERROR_MEMORY, that of the quick reader too. */
vcl_status vcl_scan_status(const vcl_scan *scan, vcl_error *err);

#endif
