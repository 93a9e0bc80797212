/* Cells of registers: texts, numbers in the units of their headings, lists, and what calls products
 * and places. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/try.h"
#include "export/network.h"
#include "export/register_parts.h"

static bool is_in_dong(const vcl_registers *registers)
{
    const char *currency = registers->result->dataset_currency;

    return currency == NULL || strcmp(currency, "VND") == 0;
}

int vcl_registers_power(const vcl_registers *registers, vcl_takes takes)
{
    return takes == VCL_TAKES_MASS ? 3 : takes == VCL_TAKES_MONEY && is_in_dong(registers) ? 6 : 0;
}

/* "EUR": what an import takes for one. */
static bool is_currency_code(const char *text)
{
    return strlen(text) == 3 && strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

/* "(tấn)", "(triệu đồng)", "(EUR)", "(ha)"; NULL where there is none. */
static const char *unit_of(const vcl_registers *registers, vcl_takes takes, vcl_language language)
{
    if (takes == VCL_TAKES_MONEY && !is_in_dong(registers)) {
        const char *currency = registers->result->dataset_currency;
        return is_currency_code(currency) ? currency
                                          : vcl_message_template(VCL_MSG_REGISTER_UNITS, language);
    }
    return takes == VCL_TAKES_MASS    ? vcl_message_template(VCL_MSG_REGISTER_TONNES, language)
           : takes == VCL_TAKES_MONEY ? vcl_message_template(VCL_MSG_REGISTER_MILLIONS, language)
           : takes == VCL_TAKES_AREA  ? "ha"
                                      : NULL;
}

void vcl_registers_heading(vcl_text *out, const vcl_registers *registers, vcl_register_field field,
                           vcl_language language)
{
    const vcl_register_field_definition *definition = vcl_register_field_at(field);
    const char *unit = unit_of(registers, definition->takes, language);

    vcl_text_add(out, definition->heading[language]);
    if (unit != NULL) {
        vcl_text_add(out, " (");
        vcl_text_add(out, unit);
        vcl_text_add(out, ")");
    }
}

bool vcl_registers_shows(vcl_register_field field)
{
    return vcl_register_field_at(field)->use != VCL_FIELD_EXTRA;
}

size_t vcl_registers_column(vcl_register_field field)
{
    size_t column = 0;

    for (vcl_register_field i = vcl_register_first(vcl_register_field_at(field)->owner); i < field;
         i++) {
        column += vcl_registers_shows(i) ? 1 : 0;
    }
    return column;
}

const char *const *vcl_registers_words(vcl_register_field field)
{
    static const char *const members[] = { "farmer", "group", "cooperative", "union", NULL };
    static const char *const kinds[] = { "group", "cooperative", "union", NULL };
    static const char *const statuses[] = { "active", "suspended", "dissolved", NULL };
    static const char *const link_kinds[] = { "supply", "input", "membership", NULL };
    static const char *const link_statuses[] = { "active", "ended", "breached", NULL };
    static const char *const contracts[] = { "written", "oral", "none", NULL };
    static const char *const flags[] = { "true", "false", NULL };

    vcl_takes takes = vcl_register_field_at(field)->takes;

    return field == VCL_FIELD_MEMBERS_KIND  ? members
           : takes == VCL_TAKES_KIND        ? kinds
           : takes == VCL_TAKES_STATUS      ? statuses
           : takes == VCL_TAKES_LINK_KIND   ? link_kinds
           : takes == VCL_TAKES_LINK_STATUS ? link_statuses
           : takes == VCL_TAKES_CONTRACT    ? contracts
           : takes == VCL_TAKES_FLAG        ? flags
                                            : NULL;
}

/* `digits`, of which the first `whole` stand before the point; whole may be below 0 or beyond. */
static void add_with_point(vcl_text *out, const char *digits, int whole)
{
    int count = (int)strlen(digits);

    for (int i = whole < 0 ? whole : 0; i < count || i < whole; i++) {
        if (i == whole) {
            vcl_text_add_byte(out, '.');
        }
        vcl_text_add_byte(out, i < 0 || i >= count ? '0' : digits[i]);
    }
}

/* The fewest digits that are read back as `value`, but 15 at least; zeros at their end go. How many of
 * them stand before the point. */
static int digits_of(double value, char *digits)
{
    enum { safe = 15, most = 17 };
    char written[64];
    const char *at = written;
    size_t count = 0;

    for (int kept = safe; kept <= most; kept++) {
        snprintf(written, sizeof written, "%.*e", kept - 1, value);
        if (strtod(written, NULL) == value) {
            break;
        }
    }
    for (; *at != 'e'; at++) { /* whatever the locale's decimal mark is, it is no digit */
        if (*at >= '0' && *at <= '9') {
            digits[count++] = *at;
        }
    }
    while (count > 1 && digits[count - 1] == '0') {
        count--;
    }
    digits[count] = '\0';
    return (int)strtol(at + 1, NULL, 10) + 1;
}

void vcl_registers_add_decimal(vcl_text *out, double value, int power)
{
    enum { most_places = 40 };
    char digits[64];
    int whole = digits_of(fabs(value), digits) - power;

    vcl_text_add(out, value < 0.0 ? "-" : "");
    if (abs(whole) > most_places) {
        vcl_text_add_real(out, fabs(value) * pow(10.0, -power));
    } else {
        vcl_text_add(out, whole <= 0 ? "0" : "");
        add_with_point(out, digits, whole);
    }
}

static void put_made(vcl_registers *registers, vcl_register_field field,
                     vcl_register_cell_type type)
{
    registers->cells[field] = (vcl_register_cell){ type, vcl_text_bytes(&registers->texts[field]) };
}

void vcl_registers_put_text(vcl_registers *registers, vcl_register_field field, const char *text)
{
    if (text != NULL && text[0] != '\0') {
        registers->cells[field] = (vcl_register_cell){ VCL_REGISTER_TEXT, text };
    }
}

void vcl_registers_put_number(vcl_registers *registers, vcl_register_field field, double value)
{
    vcl_takes takes = vcl_register_field_at(field)->takes;

    vcl_registers_add_decimal(&registers->texts[field], value,
                              vcl_registers_power(registers, takes));
    put_made(registers, field, VCL_REGISTER_NUMBER);
}

const char *vcl_registers_call(const vcl_register_calls *calls, const char *id)
{
    enum { name_column = 1 }; /* of products and places alike */
    size_t index = 0;

    if (!vcl_ordered_index(&calls->rows, id, &index) || !calls->by_name[index]) {
        return id;
    }
    return calls->rows.rows[index][name_column].text;
}

/* Would it be read as several, if it stood alone? */
static bool has_separator(const char *entry)
{
    static const char *const separators[] = { ",", "/", "+", "&", "\n", " và ", " and " };

    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        if (strstr(entry, separators[i]) != NULL) {
            return true;
        }
    }
    return false;
}

/* Entries with semicolons between them; where there is a semicolon nothing else parts them, so one
 * stands behind a single entry that needs it. */
static void put_list(vcl_registers *registers, vcl_register_field field, const vcl_value *value,
                     const vcl_register_calls *calls)
{
    vcl_text *out = &registers->texts[field];

    for (size_t i = 0; i < value->list.count; i++) {
        const char *item = value->list.items[i];
        vcl_text_add(out, i > 0 ? "; " : "");
        vcl_text_add(out, calls != NULL ? vcl_registers_call(calls, item) : item);
    }
    if (value->list.count == 1 && calls == NULL && has_separator(value->list.items[0])) {
        vcl_text_add(out, ";");
    }
    put_made(registers, field, VCL_REGISTER_TEXT);
}

/* "2012", "06/2012", "20/06/2012". */
static void put_period(vcl_registers *registers, vcl_register_field field, const char *text)
{
    vcl_text *out = &registers->texts[field];
    vcl_slice left = vcl_slice_of(text);

    while (left.size > 0) {
        size_t begin = left.size;
        while (begin > 0 && left.bytes[begin - 1] != '-') {
            begin--;
        }
        vcl_text_add(out, out->size > 0 ? "/" : "");
        vcl_text_add_slice(out, vcl_slice_from(left, begin));
        left.size = begin > 0 ? begin - 1 : 0;
    }
    put_made(registers, field, VCL_REGISTER_TEXT);
}

static void put_word(vcl_registers *registers, vcl_register_field field, const char *word)
{
    vcl_registers_put_text(registers, field, vcl_term_label(word, registers->language));
}

static void put_text_of(vcl_registers *registers, vcl_register_field field, const char *text)
{
    switch (vcl_register_field_at(field)->takes) {
    case VCL_TAKES_PLACE:
    case VCL_TAKES_PARENT:
        vcl_registers_put_text(registers, field, vcl_registers_call(&registers->places, text));
        break;
    case VCL_TAKES_PRODUCT:
        vcl_registers_put_text(registers, field, vcl_registers_call(&registers->products, text));
        break;
    case VCL_TAKES_DATE:
    case VCL_TAKES_END_DATE:
        registers->cells[field] = (vcl_register_cell){ VCL_REGISTER_DATE, text };
        break;
    case VCL_TAKES_FOUNDED:
        put_period(registers, field, text);
        break;
    default:
        vcl_registers_put_text(registers, field, text);
        break;
    }
}

void vcl_registers_put(vcl_registers *registers, vcl_register_field field, const vcl_value *value,
                       vcl_type type)
{
    vcl_takes takes = vcl_register_field_at(field)->takes;

    if (!vcl_network_has(value, type)) {
        return;
    }
    switch (type) {
    case VCL_INTEGER:
        vcl_registers_put_number(registers, field, (double)value->integer);
        break;
    case VCL_REAL:
        vcl_registers_put_number(registers, field, value->real);
        break;
    case VCL_BOOLEAN:
        put_word(registers, field, value->boolean ? "true" : "false");
        break;
    case VCL_LIST:
        put_list(registers, field, value,
                 takes == VCL_TAKES_PRODUCTS ? &registers->products : NULL);
        break;
    case VCL_TERM:
        put_word(registers, field, value->text);
        break;
    case VCL_TEXT:
        put_text_of(registers, field, value->text);
        break;
    }
}

void vcl_registers_clear(vcl_registers *registers, vcl_register number)
{
    for (vcl_register_field i = vcl_register_first(number); i < vcl_register_end(number); i++) {
        registers->cells[i] = (vcl_register_cell){ 0 };
        vcl_text_clear(&registers->texts[i]);
    }
}

vcl_status vcl_registers_give(vcl_registers *registers, vcl_register number,
                              vcl_register_take *take, void *context, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (vcl_register_field i = vcl_register_first(number); i < vcl_register_end(number); i++) {
        TRY(vcl_text_status(&registers->texts[i], err));
    }
    TRY(take(context, registers->cells, err));
done:
    return status;
}
