/* One record, from bytes to jansson's tree. */
#include "load/parse.h"

#include "load/parse_fault.h"
#include "load/widen.h"

enum { FLAGS = JSON_REJECT_DUPLICATES | JSON_DECODE_ANY };

/* jansson sets no code where it has nothing to say, as after some failed allocations. */
static json_t *load(vcl_slice bytes, size_t flags, json_error_t *error)
{
    *error = (json_error_t){ 0 };
    return json_loadb(bytes.bytes, bytes.size, flags, error);
}

json_t *vcl_parse_surely(vcl_slice bytes, size_t flags, json_error_t *error)
{
    json_t *json = load(bytes, flags, error);

    for (int again = 0; json == NULL && again < 2; again++) {
        enum json_error_code before = json_error_code(error);
        json = load(bytes, flags, error);
        if (json == NULL && json_error_code(error) == before) {
            break;
        }
    }
    return json;
}

bool vcl_parse_lacked_memory(const json_error_t *error)
{
    return json_error_code(error) == json_error_unknown ||
           json_error_code(error) == json_error_out_of_memory;
}

static json_t *load_widened(vcl_diagnostics *diagnostics, vcl_slice bytes, json_error_t *error)
{
    vcl_text widened = { 0 };
    json_t *json = NULL;

    vcl_widen_integers(&widened, bytes);
    if (vcl_text_status(&widened, NULL) == VCL_OK) {
        json = vcl_parse_surely((vcl_slice){ widened.bytes, widened.size }, FLAGS, error);
    } else {
        vcl_diagnostics_fail(diagnostics);
    }
    vcl_text_release(&widened);
    return json;
}

json_t *vcl_parse_record(vcl_diagnostics *diagnostics, const vcl_record *record)
{
    json_error_t error;
    json_t *json = NULL;

    diagnostics->line = record->at.line;
    if (!vcl_parse_check_utf8(diagnostics, record)) {
        return NULL;
    }
    json = vcl_parse_surely(record->bytes, FLAGS, &error);
    if (json == NULL && json_error_code(&error) == json_error_numeric_overflow) {
        json = load_widened(diagnostics, record->bytes, &error);
    }
    if (json != NULL) {
        return json;
    }
    if (vcl_parse_lacked_memory(&error)) {
        vcl_diagnostics_fail(diagnostics);
    } else {
        vcl_parse_report(diagnostics, record, &error);
    }
    return NULL;
}
