/* From bytes to jansson's tree: one record, or what is no dataset. */
#ifndef LOAD_PARSE_H
#define LOAD_PARSE_H

#include "load/record.h"

/* The record as JSON, for the caller to json_decref(), and the diagnostics' line set to its own.
 * NULL where it is not UTF-8 or not JSON, which is then reported, or where memory ran out, which the
 * diagnostics remember. Integers beyond 64 bits come as reals. O(size of the record). */
json_t *vcl_parse_record(vcl_diagnostics *diagnostics, const vcl_record *record);

/* json_loadb() where an error can be believed: jansson calls some failed allocations a syntax error
 * and others nothing at all, so one counts once it is told twice. */
json_t *vcl_parse_surely(vcl_slice bytes, size_t flags, json_error_t *error);

/* Is it want of memory that such an error tells of? */
bool vcl_parse_lacked_memory(const json_error_t *error);

#endif
