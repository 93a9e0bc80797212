/* What is wrong with a record that cannot be parsed: where, and near what. */
#include "load/parse_fault.h"

#include <stdio.h>
#include <string.h>

#include "base/unicode.h"

enum { POSITION_SIZE = 48 };

/* "LINE:COLUMN" within the file, of a place that is `line` and `column` within the record. */
static void show_position(char buffer[POSITION_SIZE], const vcl_record *record, int line,
                          int column)
{
    uint64_t lines_before = line > 1 ? (uint64_t)line - 1 : 0;
    uint64_t columns_before = line > 1 ? 0 : record->column - 1;

    snprintf(buffer, POSITION_SIZE, "%llu:%llu",
             (unsigned long long)(record->at.line + lines_before),
             (unsigned long long)(columns_before + (column > 0 ? (uint64_t)column : 1)));
}

/* Members that we do not know are not named: their keys may be personal. */
static void report(vcl_diagnostics *diagnostics, const vcl_record *record, vcl_fault *fault)
{
    vcl_record_path path;

    vcl_record_path_init(&path, record);
    fault->path = path.end;
    diagnostics->unreadable = true;
    vcl_diagnostics_add(diagnostics, fault);
}

bool vcl_parse_check_utf8(vcl_diagnostics *diagnostics, const vcl_record *record)
{
    vcl_fault fault = { .code = VCL_PROBLEM_UTF8, .message = VCL_MSG_NOT_UTF8 };
    char position[POSITION_SIZE];
    char byte[8];
    size_t bad = 0;
    int line = 1;
    int column = 1;

    if (vcl_unicode_valid(record->bytes, &bad)) {
        return true;
    }
    for (size_t i = 0; i < bad; i++) {
        bool is_end = record->bytes.bytes[i] == '\n';
        bool continues = ((unsigned char)record->bytes.bytes[i] & 0xC0) == 0x80;
        line += is_end;
        column = is_end ? 1 : column + !continues;
    }
    show_position(position, record, line, column);
    snprintf(byte, sizeof byte, "0x%02X", (unsigned)(unsigned char)record->bytes.bytes[bad]);
    fault.shown = byte;
    fault.detail = position;
    report(diagnostics, record, &fault);
    return false;
}

/* Cuts `text` ("… expected near 'x'") down to what stands in the quotation marks: the token at
 * fault. NULL if there is none. */
static char *token_of(char *text)
{
    static const char marker[] = " near '";
    char *begin = strstr(text, marker);
    char *end = begin == NULL ? NULL : strrchr(begin, '\'');

    if (begin == NULL || end < begin + sizeof marker - 1) {
        return NULL;
    }
    *end = '\0';
    return begin + sizeof marker - 1;
}

/* jansson may end a token within a character. */
static void drop_half_character(char *token)
{
    size_t bad = 0;

    if (token != NULL && !vcl_unicode_valid(vcl_slice_of(token), &bad)) {
        token[bad] = '\0';
    }
}

/* jansson tells the column of a token's last character; NULL is no token. */
static int begin_of_token(int column, const char *token)
{
    for (; token != NULL && *token != '\0'; token++) {
        bool continues = ((unsigned char)*token & 0xC0) == 0x80;
        column -= !continues && token[1] != '\0' && column > 1;
    }
    return column;
}

/* jansson's codes as ours. */
static vcl_fault fault_of(enum json_error_code code, bool has_token)
{
    switch (code) {
    case json_error_premature_end_of_input:
        return (vcl_fault){ .code = VCL_PROBLEM_JSON_SYNTAX, .message = VCL_MSG_JSON_ENDS };
    case json_error_end_of_input_expected:
        return (vcl_fault){ .code = VCL_PROBLEM_JSON_SYNTAX, .message = VCL_MSG_JSON_GOES_ON };
    case json_error_stack_overflow:
        return (vcl_fault){ .code = VCL_PROBLEM_JSON_SYNTAX, .message = VCL_MSG_JSON_TOO_DEEP };
    case json_error_null_character:
    case json_error_null_byte_in_key:
        return (vcl_fault){ .code = VCL_PROBLEM_NUL_CHARACTER, .message = VCL_MSG_NUL_CHARACTER };
    case json_error_duplicate_key:
        return (vcl_fault){ .code = VCL_PROBLEM_DUPLICATE_KEY, .message = VCL_MSG_DUPLICATE_KEY };
    case json_error_numeric_overflow:
        return (vcl_fault){ .code = VCL_PROBLEM_OUT_OF_RANGE, .message = VCL_MSG_NUMBER_TOO_LARGE };
    default:
        return (vcl_fault){ .code = VCL_PROBLEM_JSON_SYNTAX,
                            .message = has_token ? VCL_MSG_JSON_SYNTAX_NEAR : VCL_MSG_JSON_SYNTAX };
    }
}

void vcl_parse_report(vcl_diagnostics *diagnostics, const vcl_record *record, json_error_t *error)
{
    char position[POSITION_SIZE];
    char *token = token_of(error->text);
    vcl_fault fault = fault_of(json_error_code(error), token != NULL);
    bool is_cut = fault.message == VCL_MSG_JSON_ENDS;

    if (is_cut && record->part == VCL_PART_LINE) {
        fault.message = VCL_MSG_LINE_ENDS;
    }
    show_position(position, record, error->line,
                  is_cut ? error->column : begin_of_token(error->column, token));
    drop_half_character(token);
    fault.shown = token;
    fault.detail = position;
    report(diagnostics, record, &fault);
}
