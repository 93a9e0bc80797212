/* The records of a document: the elements of its arrays, and its other members. */
#include <string.h>

#include "load/parse.h"
#include "load/scan_parts.h"

/* Whatever stands behind is lost. */
static bool give_up(vcl_scan *scan, vcl_message message)
{
    vcl_scan_report(scan, message);
    scan->diagnostics->unreadable = true;
    scan->state = VCL_SCAN_DONE;
    return false;
}

/* The part that a key opens. Arrays that stand twice are both read, all else is read once. */
static vcl_part note_key(vcl_scan *scan, const json_t *json)
{
    vcl_slice key = { json_string_value(json), json_string_length(json) };
    vcl_part part = vcl_part_find(key);
    uint32_t count = vcl_idmap_count(&scan->keys);
    uint32_t number = 0;

    if (vcl_idmap_intern(&scan->keys, key, &number, NULL) != VCL_OK) {
        vcl_diagnostics_fail(scan->diagnostics);
        return VCL_PART_UNKNOWN;
    }
    if (number == count) {
        return part;
    }
    vcl_diagnostics_add(scan->diagnostics, &(vcl_fault){ .code = VCL_PROBLEM_DUPLICATE_KEY,
                                                         .message = VCL_MSG_DUPLICATE_MEMBER,
                                                         .value = json });
    return vcl_part_is_array(part) ? part : VCL_PART_UNKNOWN;
}

/* Reads a key and its colon. False where the structure is broken. */
static bool take_key(vcl_scan *scan)
{
    vcl_record record = vcl_scan_record(scan, VCL_PART_KEY, false);
    json_t *key = NULL;

    if (vcl_scan_peek(scan) != '"') {
        return give_up(scan, VCL_MSG_KEY_EXPECTED);
    }
    if (vcl_scan_take(scan, &record)) {
        key = vcl_parse_record(scan->diagnostics, &record);
    }
    scan->part = key == NULL ? VCL_PART_UNKNOWN : note_key(scan, key);
    json_decref(key);
    if (scan->state == VCL_SCAN_DONE) {
        return false;
    }
    if (vcl_scan_peek(scan) != ':') {
        return give_up(scan, VCL_MSG_COLON_EXPECTED);
    }
    vcl_scan_pass(scan, 1);
    return true;
}

static bool begins_value(int byte)
{
    return byte != VCL_SCAN_END && strchr(",:}]", byte) == NULL;
}

/* Opens an array of records, or takes any other value whole. */
static bool take_member(vcl_scan *scan, vcl_record *record)
{
    int byte = 0;

    if (!take_key(scan)) {
        return false;
    }
    byte = vcl_scan_peek(scan);
    if (!begins_value(byte)) {
        return give_up(scan, VCL_MSG_VALUE_EXPECTED);
    }
    if (byte != 'n') {
        scan->seen |= UINT32_C(1) << scan->part;
    }
    if (byte == '[' && (vcl_part_is_array(scan->part) || scan->part == VCL_PART_UNKNOWN)) {
        vcl_scan_pass(scan, 1);
        scan->index = 0;
        scan->state = VCL_SCAN_FIRST_ELEMENT;
        return false;
    }
    scan->state = VCL_SCAN_AFTER_MEMBER;
    *record = vcl_scan_record(scan, scan->part, false);
    return vcl_scan_take(scan, record);
}

/* Hands elements to the quick reader, if there is one. False if it takes none. */
static bool pass_plain_elements(vcl_scan *scan)
{
    vcl_quick_taken taken = { 0 };

    if (scan->quick != NULL) {
        vcl_scan_look_ahead(scan);
        taken = vcl_quick_elements(scan->quick, scan->source->window, scan->part, scan->line,
                                   scan->index);
        vcl_scan_pass_taken(scan, taken);
        scan->index += taken.records;
    }
    return taken.size > 0;
}

/* A colon behind an element means that the array's closing bracket is missing. */
static bool take_element(vcl_scan *scan, vcl_record *record)
{
    bool is_taken = false;

    scan->state = VCL_SCAN_AFTER_ELEMENT;
    if (pass_plain_elements(scan)) {
        return false;
    }
    *record = vcl_scan_record(scan, scan->part, true);
    is_taken = vcl_scan_take(scan, record);
    scan->index++;
    return is_taken && scan->follower != ':';
}

static void report_missing(vcl_scan *scan, const char *field)
{
    vcl_diagnostics_add(scan->diagnostics, &(vcl_fault){ .code = VCL_PROBLEM_MISSING_FIELD,
                                                         .message = VCL_MSG_MISSING_FIELD,
                                                         .detail = field });
}

static bool has_seen(const vcl_scan *scan, vcl_part part)
{
    return (scan->seen & UINT32_C(1) << part) != 0;
}

/* At the closing brace. Where there are no nodes at all, none is unknown. */
static void close_document(vcl_scan *scan)
{
    vcl_scan_pass(scan, 1);
    if (vcl_scan_peek(scan) != VCL_SCAN_END) {
        vcl_scan_report(scan, VCL_MSG_DOCUMENT_GOES_ON);
    }
    scan->state = VCL_SCAN_DONE;
    scan->diagnostics->line = scan->opening_line;
    if (!has_seen(scan, VCL_PART_NODES)) {
        scan->diagnostics->unreadable = true;
        report_missing(scan, "nodes");
    }
    if (!has_seen(scan, VCL_PART_LINKS) && !has_seen(scan, VCL_PART_EDGES)) {
        report_missing(scan, "links");
    }
}

static void close_array(vcl_scan *scan)
{
    vcl_scan_pass(scan, 1);
    scan->state = VCL_SCAN_AFTER_MEMBER;
}

static void open_document(vcl_scan *scan)
{
    scan->opening_line = scan->line;
    scan->state = VCL_SCAN_FIRST_MEMBER;
    vcl_scan_pass(scan, 1);
}

/* Behind a member or an element, where it is not closed: a comma. Where one is missing but the next
 * one begins with `opening`, it can be read all the same. */
static void pass_comma(vcl_scan *scan, int byte, char opening, vcl_scan_state next)
{
    if (byte != ',' && byte != opening) {
        give_up(scan, VCL_MSG_COMMA_EXPECTED);
        return;
    }
    if (byte == ',') {
        vcl_scan_pass(scan, 1);
    } else {
        vcl_scan_report(scan, VCL_MSG_COMMA_EXPECTED);
    }
    scan->state = next;
}

/* Before or behind a member. */
static bool step_member(vcl_scan *scan, vcl_record *record, int byte)
{
    if (byte == '}') {
        if (scan->state == VCL_SCAN_MEMBER) {
            vcl_scan_report(scan, VCL_MSG_SURPLUS_COMMA);
        }
        close_document(scan);
        return false;
    }
    if (scan->state == VCL_SCAN_AFTER_MEMBER) {
        pass_comma(scan, byte, '"', VCL_SCAN_MEMBER);
        return false;
    }
    return take_member(scan, record);
}

/* Before or behind an element. */
static bool step_element(vcl_scan *scan, vcl_record *record, int byte)
{
    if (byte == ']') {
        if (scan->state == VCL_SCAN_ELEMENT) {
            vcl_scan_report(scan, VCL_MSG_SURPLUS_COMMA);
        }
        close_array(scan);
        return false;
    }
    if (scan->state == VCL_SCAN_AFTER_ELEMENT) {
        pass_comma(scan, byte, '{', VCL_SCAN_ELEMENT);
        return false;
    }
    return begins_value(byte) ? take_element(scan, record) : give_up(scan, VCL_MSG_VALUE_EXPECTED);
}

static bool step(vcl_scan *scan, vcl_record *record)
{
    int byte = vcl_scan_peek(scan);

    if (byte == VCL_SCAN_END) {
        return give_up(scan, VCL_MSG_DOCUMENT_ENDS);
    }
    switch (scan->state) {
    case VCL_SCAN_OPENING:
        open_document(scan);
        return false;
    case VCL_SCAN_FIRST_MEMBER:
    case VCL_SCAN_MEMBER:
    case VCL_SCAN_AFTER_MEMBER:
        return step_member(scan, record, byte);
    default:
        return step_element(scan, record, byte);
    }
}

bool vcl_scan_next_member(vcl_scan *scan, vcl_record *record)
{
    while (scan->state != VCL_SCAN_DONE) {
        if (step(scan, record)) {
            return true;
        }
    }
    return false;
}
