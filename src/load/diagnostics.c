/* Findings about records, with their line and JSON Pointer. */
#include "load/diagnostics.h"

#include <assert.h>

#include "base/error.h"

/* Record, list, element, list, element: no path of ours is longer. */
enum { PATH_LIMIT = 8 };

void vcl_diagnostics_init(vcl_diagnostics *diagnostics, vcl_problems *problems)
{
    *diagnostics = (vcl_diagnostics){ .problems = problems };
}

void vcl_diagnostics_release(vcl_diagnostics *diagnostics)
{
    vcl_text_release(&diagnostics->pointer);
    vcl_text_release(&diagnostics->value);
}

static bool is_top(const vcl_path *path)
{
    return path->key != NULL && path->key[0] == '\0';
}

/* Our keys hold neither ~ nor /, so nothing is escaped. */
static void show_path(vcl_text *out, const vcl_path *path)
{
    const vcl_path *steps[PATH_LIMIT] = { NULL };
    size_t count = 0;

    vcl_text_add(out, "");
    for (; path != NULL && !is_top(path); path = path->parent) {
        assert(count < PATH_LIMIT);
        steps[count++] = path;
    }
    while (count > 0) {
        const vcl_path *step = steps[--count];
        vcl_text_add_byte(out, '/');
        if (step->key != NULL) {
            vcl_text_add(out, step->key);
        } else {
            vcl_text_add_integer(out, (int64_t)step->index);
        }
    }
}

static void show_string(vcl_text *out, vcl_slice string)
{
    vcl_text_add_byte(out, '"');
    for (size_t i = 0; i < string.size; i++) {
        char byte = string.bytes[i];
        if (byte == '"' || byte == '\\') {
            vcl_text_add_byte(out, '\\');
        }
        vcl_text_add_byte(out, byte);
    }
    vcl_text_add_byte(out, '"');
}

void vcl_diagnostics_show(vcl_text *out, const json_t *value)
{
    switch (json_typeof(value)) {
    case JSON_STRING:
        show_string(out, (vcl_slice){ json_string_value(value), json_string_length(value) });
        break;
    case JSON_INTEGER:
        vcl_text_add_integer(out, json_integer_value(value));
        break;
    case JSON_REAL:
        vcl_text_add_real(out, json_real_value(value));
        break;
    case JSON_TRUE:
    case JSON_FALSE:
        vcl_text_add(out, json_is_true(value) ? "true" : "false");
        break;
    case JSON_ARRAY:
        vcl_text_add(out, json_array_size(value) == 0 ? "[]" : "[…]");
        break;
    case JSON_OBJECT:
        vcl_text_add(out, json_object_size(value) == 0 ? "{}" : "{…}");
        break;
    case JSON_NULL:
        vcl_text_add(out, "null");
        break;
    }
}

void vcl_diagnostics_add(vcl_diagnostics *diagnostics, const vcl_fault *fault)
{
    vcl_finding finding = { .code = fault->code,
                            .message = fault->message,
                            .line = diagnostics->line,
                            .value = fault->shown,
                            .detail = fault->detail,
                            .suggestion = fault->suggestion };

    vcl_text_clear(&diagnostics->pointer);
    vcl_text_clear(&diagnostics->value);
    show_path(&diagnostics->pointer, fault->path);
    finding.pointer = vcl_text_bytes(&diagnostics->pointer);
    if (fault->value != NULL) {
        vcl_diagnostics_show(&diagnostics->value, fault->value);
        finding.value = vcl_text_bytes(&diagnostics->value);
    }
    if (vcl_text_status(&diagnostics->pointer, NULL) != VCL_OK ||
        vcl_text_status(&diagnostics->value, NULL) != VCL_OK ||
        vcl_problems_add(diagnostics->problems, &finding, NULL) != VCL_OK) {
        diagnostics->failed = true;
    }
}

void vcl_diagnostics_fail(vcl_diagnostics *diagnostics)
{
    diagnostics->failed = true;
}

vcl_status vcl_diagnostics_status(const vcl_diagnostics *diagnostics, vcl_error *err)
{
    return diagnostics->failed ? vcl_fail_memory(err) : VCL_OK;
}

uint64_t vcl_diagnostics_errors(const vcl_diagnostics *diagnostics)
{
    return vcl_problems_file_errors(diagnostics->problems);
}
