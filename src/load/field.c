/* The fields of a record: texts, ids, words and flags. */
#include "load/field.h"

#include <math.h>
#include <stdio.h>
vcl_field vcl_field_at(const vcl_field *object, const char *key)
{
    const json_t *value = json_object_get(object->value, key);
    vcl_field field = { .reader = object->reader, .path = { &object->path, key, 0 } };

    field.value = json_is_null(value) ? NULL : value;
    return field;
}

vcl_field vcl_field_element(const vcl_field *array, size_t index)
{
    return (vcl_field){ .reader = array->reader,
                        .value = json_array_get(array->value, index),
                        .path = { &array->path, NULL, index } };
}

void vcl_field_report(const vcl_field *field, vcl_problem_code code, vcl_message message,
                      const char *detail)
{
    vcl_diagnostics_add(field->reader->diagnostics, &(vcl_fault){ .code = code,
                                                                  .message = message,
                                                                  .path = &field->path,
                                                                  .value = field->value,
                                                                  .detail = detail });
}

static void report_type(const vcl_field *field, vcl_message message)
{
    vcl_field_report(field, VCL_PROBLEM_WRONG_TYPE, message, NULL);
}

bool vcl_field_require(const vcl_field *object, const char *key)
{
    vcl_field field = vcl_field_at(object, key);
    vcl_field record = *object;

    if (field.value != NULL) {
        return true;
    }
    record.value = NULL;
    vcl_field_report(&record, VCL_PROBLEM_MISSING_FIELD, VCL_MSG_MISSING_FIELD, key);
    return false;
}

bool vcl_field_is_object(vcl_field field)
{
    if (field.value != NULL && !json_is_object(field.value)) {
        report_type(&field, VCL_MSG_NOT_OBJECT);
    }
    return json_is_object(field.value);
}

bool vcl_field_is_array(vcl_field field)
{
    if (field.value != NULL && !json_is_array(field.value)) {
        report_type(&field, VCL_MSG_NOT_ARRAY);
    }
    return json_is_array(field.value);
}

static vcl_slice string_of(const json_t *value)
{
    return (vcl_slice){ json_string_value(value), json_string_length(value) };
}

vcl_slice vcl_field_text(vcl_field field)
{
    if (json_is_string(field.value)) {
        return string_of(field.value);
    }
    if (field.value != NULL) {
        report_type(&field, VCL_MSG_NOT_TEXT);
    }
    return (vcl_slice){ 0 };
}

static vcl_slice decimal_of(const vcl_field *field)
{
    char buffer[24];
    int size =
        snprintf(buffer, sizeof buffer, "%" JSON_INTEGER_FORMAT, json_integer_value(field->value));
    vcl_slice text = { buffer, (size_t)size };

    if (vcl_arena_copy(&field->reader->texts, text, &text.bytes, NULL) != VCL_OK) {
        vcl_diagnostics_fail(field->reader->diagnostics);
        return (vcl_slice){ 0 };
    }
    return text;
}

/* Does it come from an integer beyond 64 bits? */
static bool is_huge(const json_t *value)
{
    return json_is_real(value) && fabs(json_real_value(value)) >= 0x1p63;
}

static vcl_slice text_or_integer(const vcl_field *field, vcl_message message)
{
    if (json_is_string(field->value)) {
        return string_of(field->value);
    }
    if (json_is_integer(field->value)) {
        return decimal_of(field);
    }
    if (is_huge(field->value)) {
        vcl_field_report(field, VCL_PROBLEM_OUT_OF_RANGE, VCL_MSG_OUT_OF_RANGE, "-2⁶³ … 2⁶³ - 1");
    } else if (field->value != NULL) {
        report_type(field, message);
    }
    return (vcl_slice){ 0 };
}

vcl_slice vcl_field_text_or_integer(vcl_field field)
{
    return text_or_integer(&field, VCL_MSG_NOT_TEXT_OR_INTEGER);
}

vcl_slice vcl_field_id(vcl_field field)
{
    vcl_slice id = text_or_integer(&field, VCL_MSG_NOT_ID);

    if (json_is_string(field.value) && id.size == 0) {
        vcl_field_report(&field, VCL_PROBLEM_EMPTY_ID, VCL_MSG_EMPTY_ID, NULL);
    }
    return id;
}

vcl_slice vcl_field_product_id(vcl_field field)
{
    vcl_slice id = vcl_field_id(field);

    if (id.size == 1 && id.bytes[0] == '*') {
        vcl_field_report(&field, VCL_PROBLEM_RESERVED_ID, VCL_MSG_RESERVED_ID, NULL);
        return (vcl_slice){ 0 };
    }
    return id;
}

vcl_tri vcl_field_flag(vcl_field field)
{
    if (field.value == NULL) {
        return VCL_UNSTATED;
    }
    if (!json_is_boolean(field.value)) {
        report_type(&field, VCL_MSG_NOT_BOOLEAN);
        return VCL_UNSTATED;
    }
    return json_is_true(field.value) ? VCL_YES : VCL_NO;
}

static void report_word(const vcl_field *field, const vcl_words *words, vcl_slice text)
{
    vcl_diagnostics *diagnostics = field->reader->diagnostics;
    vcl_text choice = { 0 };
    vcl_fault fault = { .code = VCL_PROBLEM_UNKNOWN_VALUE,
                        .message = words->unknown,
                        .path = &field->path,
                        .value = field->value };

    for (size_t i = 0; i < words->count; i++) {
        vcl_text_add(&choice, i == 0 ? "" : ", ");
        vcl_text_add(&choice, words->words[i]);
    }
    fault.detail = vcl_text_bytes(&choice);
    if (vcl_problems_wants(diagnostics->problems, fault.code)) {
        fault.suggestion = vcl_words_nearest(words, text);
    }
    vcl_diagnostics_add(diagnostics, &fault);
    vcl_text_release(&choice);
}

uint8_t vcl_field_word(vcl_field field, const vcl_words *words, uint8_t absent)
{
    vcl_slice text = vcl_field_text(field);
    uint8_t word = VCL_NO_WORD;

    if (field.value == NULL) {
        return absent;
    }
    if (json_is_string(field.value)) {
        word = vcl_words_find(words, text);
        if (word == VCL_NO_WORD) {
            report_word(&field, words, text);
        }
    }
    return word;
}
