/* One record, from bytes to jansson's tree. */
#ifndef LOAD_PARSE_H
#define LOAD_PARSE_H

#include "load/record.h"

/* The record as JSON, for the caller to json_decref(), and the diagnostics' line set to its own.
 * NULL where it is not UTF-8 or not JSON, which is then reported, or where memory ran out, which the
 * diagnostics remember. Integers beyond 64 bits come as reals. O(size of the record). */
json_t *vcl_parse_record(vcl_diagnostics *diagnostics, const vcl_record *record);

#endif
