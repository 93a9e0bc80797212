/* The fields of a record: numbers and dates. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "load/field.h"

static void report_range(const vcl_field *field, vcl_range range)
{
    vcl_text text = { 0 };

    if (isinf(range.high)) {
        vcl_text_add(&text, "≥ ");
        vcl_text_add_real(&text, range.low);
    } else {
        vcl_text_add_real(&text, range.low);
        vcl_text_add(&text, " … ");
        vcl_text_add_real(&text, range.high);
    }
    vcl_field_report(field, VCL_PROBLEM_OUT_OF_RANGE, VCL_MSG_OUT_OF_RANGE, vcl_text_bytes(&text));
    vcl_text_release(&text);
}

double vcl_field_number(vcl_field field, vcl_range range)
{
    double number = json_number_value(field.value);

    if (field.value == NULL) {
        return (double)NAN;
    }
    if (!json_is_number(field.value)) {
        vcl_field_report(&field, VCL_PROBLEM_WRONG_TYPE, VCL_MSG_NOT_NUMBER, NULL);
        return (double)NAN;
    }
    if (number < range.low || number > range.high) {
        report_range(&field, range);
        return (double)NAN;
    }
    return number + 0.0; /* -0.0 is 0 */
}

double vcl_field_integer(vcl_field field, vcl_range range)
{
    double number = json_number_value(field.value);

    if (field.value == NULL) {
        return (double)NAN;
    }
    if (!json_is_number(field.value) || number != floor(number)) {
        vcl_field_report(&field, VCL_PROBLEM_WRONG_TYPE, VCL_MSG_NOT_INTEGER, NULL);
        return (double)NAN;
    }
    if (fabs(number) >= 0x1p63) {
        report_range(&field, range);
        return (double)NAN;
    }
    return vcl_field_number(field, range);
}

static void report_date(const vcl_field *field, vcl_message message)
{
    vcl_field_report(field, VCL_PROBLEM_BAD_DATE, message, NULL);
}

vcl_date vcl_field_date(vcl_field field)
{
    vcl_slice text = vcl_field_text(field);
    vcl_date date = VCL_NO_DATE;

    if (json_is_string(field.value) && !vcl_date_parse(text, &date)) {
        report_date(&field, VCL_MSG_BAD_DATE);
        return VCL_NO_DATE;
    }
    return date;
}

bool vcl_field_is_period(vcl_slice text)
{
    char day[] = "0000-01-01";
    vcl_date date = VCL_NO_DATE;

    if (text.size != 4 && text.size != 7 && text.size != 10) {
        return false;
    }
    memcpy(day, text.bytes, text.size);
    return vcl_date_parse((vcl_slice){ day, sizeof day - 1 }, &date);
}

/* A year that is a number, as its four digits. */
static vcl_slice founded_in(const vcl_field *field)
{
    char digits[24];
    vcl_slice text = { 0 };

    text.size = (size_t)snprintf(digits, sizeof digits, "%04.0f", json_number_value(field->value));
    text.bytes = digits;
    if (!vcl_field_is_period(text)) {
        report_range(field, (vcl_range){ 1.0, 9999.0 });
        return (vcl_slice){ 0 };
    }
    if (vcl_arena_copy(&field->reader->texts, text, &text.bytes, NULL) != VCL_OK) {
        vcl_diagnostics_fail(field->reader->diagnostics);
        return (vcl_slice){ 0 };
    }
    return text;
}

vcl_slice vcl_field_founded(vcl_field field)
{
    vcl_slice text = { json_string_value(field.value), json_string_length(field.value) };

    if (json_is_number(field.value) &&
        json_number_value(field.value) == floor(json_number_value(field.value))) {
        return founded_in(&field);
    }
    if (field.value != NULL && !json_is_string(field.value)) {
        vcl_field_report(&field, VCL_PROBLEM_WRONG_TYPE, VCL_MSG_NOT_FOUNDED, NULL);
        return (vcl_slice){ 0 };
    }
    if (json_is_string(field.value) && !vcl_field_is_period(text)) {
        report_date(&field, VCL_MSG_BAD_FOUNDED);
        return (vcl_slice){ 0 };
    }
    return text;
}
