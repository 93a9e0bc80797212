/* What is wrong with a record that cannot be parsed: where, and near what. */
#ifndef LOAD_PARSE_FAULT_H
#define LOAD_PARSE_FAULT_H

#include "load/record.h"

/* Is the record UTF-8? Reports where it is not. */
bool vcl_parse_check_utf8(vcl_diagnostics *diagnostics, const vcl_record *record);

/* Reports what jansson has against the record. Its text is taken apart. */
void vcl_parse_report(vcl_diagnostics *diagnostics, const vcl_record *record, json_error_t *error);

#endif
