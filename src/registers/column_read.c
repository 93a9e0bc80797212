/* Reading one cell by what its column takes. */
#include <string.h>

#include <vclink/table.h>

#include "base/try.h"
#include "base/unicode.h"
#include "registers/column_parts.h"
#include "registers/words.h"
#include "values/code.h"
#include "values/flag.h"

enum { LONGEST_BLANK = 40 }; /* bytes of a text that may say "nothing" */

static bool is_space_at(vcl_slice text, size_t at, size_t *size)
{
    static const char *const spaces[] = { " ",        "\t",           "\r",          "\n",
                                          "\xC2\xA0", "\xE2\x80\x8B", "\xEF\xBB\xBF" };

    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
        *size = strlen(spaces[i]);
        if (text.size - at >= *size && memcmp(text.bytes + at, spaces[i], *size) == 0) {
            return true;
        }
    }
    return false;
}

/* Without white space at the ends, that which nobody sees included. */
static vcl_slice trim(vcl_slice text)
{
    size_t size = 0;

    while (text.size > 0 && is_space_at(text, 0, &size)) {
        text = vcl_slice_from(text, size);
    }
    for (size_t back = 1; back <= 3 && back <= text.size; back++) {
        if (is_space_at(text, text.size - back, &size) && size == back) {
            text.size -= back;
            back = 0;
        }
    }
    return text;
}

/* Cheap to tell for most texts: only those that begin so may say "nothing". */
static bool may_be_blank(vcl_slice text)
{
    return text.size == 0 ||
           (text.size <= LONGEST_BLANK &&
            ((unsigned char)text.bytes[0] >= 0x80 || strchr("-./nNkKcC", text.bytes[0]) != NULL));
}

/* `text` is in lower case. */
static bool says_nothing(vcl_takes takes, vcl_slice text)
{
    bool names = takes == VCL_TAKES_BUYER || takes == VCL_TAKES_SELLER ||
                 takes == VCL_TAKES_ORGANISATION || takes == VCL_TAKES_PRODUCTS ||
                 takes == VCL_TAKES_PRODUCT;

    return vcl_reading_is_blank(text) || (names && vcl_reading_is_none(text));
}

static bool holds_several(vcl_takes takes)
{
    return takes == VCL_TAKES_TEXTS || takes == VCL_TAKES_PRODUCTS || takes == VCL_TAKES_STARS;
}

/* A cell as a text of NFC, on one line unless it is a list; *out lies in `texts`. */
static vcl_status keep_text(const vcl_column_reader *reader, vcl_slice text,
                            vcl_column_scratch *scratch, vcl_arena *texts, vcl_slice *out,
                            vcl_error *err)
{
    vcl_status status = VCL_OK;
    const char *kept = NULL;

    vcl_text_clear(&scratch->text);
    vcl_unicode_nfc(&scratch->text, text);
    TRY(vcl_text_status(&scratch->text, err));
    for (size_t i = 0; !holds_several(reader->takes) && i < scratch->text.size; i++) {
        char *byte = scratch->text.bytes + i;
        *byte = *byte == '\n' || *byte == '\r' || *byte == '\t' ? ' ' : *byte;
    }
    TRY(vcl_arena_copy(texts, (vcl_slice){ vcl_text_bytes(&scratch->text), scratch->text.size },
                       &kept, err));
    *out = (vcl_slice){ kept, scratch->text.size };
done:
    return status;
}

/* "31/12/2025" */
static vcl_slice written_date(vcl_date date, char buffer[VCL_DATE_SIZE])
{
    char iso[VCL_DATE_SIZE];

    vcl_date_format(date, iso);
    memcpy(buffer, iso + 8, 2);
    memcpy(buffer + 3, iso + 5, 2);
    memcpy(buffer + 6, iso, 4);
    buffer[2] = buffer[5] = '/';
    buffer[10] = '\0';
    return (vcl_slice){ buffer, 10 };
}

/* One cell that is being read. */
typedef struct reading_of {
    const vcl_column_reader *reader;
    const vcl_workbook *workbook;
    const vcl_sheet_cell *cell;
    vcl_slice text; /* trimmed */
    vcl_column_scratch *scratch;
    vcl_arena *texts;
    vcl_entry *out;
} reading_of;

static bool is_date_cell(const reading_of *r, vcl_date *date)
{
    return r->cell->kind == VCL_CELL_NUMBER && r->cell->form == VCL_FORM_DATE &&
           vcl_workbook_date(r->workbook, vcl_sheet_number(r->cell), date);
}

static vcl_status read_text(reading_of *r, vcl_reading *reading, vcl_error *err)
{
    vcl_date date = 0;
    char buffer[VCL_DATE_SIZE];
    vcl_slice text = is_date_cell(r, &date) ? written_date(date, buffer) : r->text;

    *reading = vcl_reading_as(VCL_MSG_READ_TEXT);
    if (r->reader->takes == VCL_TAKES_TEXTS &&
        vcl_flag_is_tick(vcl_column_lower(r->scratch, text))) {
        *reading = vcl_reading_not(VCL_MSG_CELL_TICK);
        return vcl_text_status(&r->scratch->lower, err);
    }
    return keep_text(r->reader, text, r->scratch, r->texts, &r->out->text, err);
}

static vcl_status read_id(reading_of *r, vcl_reading *reading, vcl_error *err)
{
    vcl_slice id = { 0 };

    if (r->cell->kind == VCL_CELL_NUMBER && r->cell->form == VCL_FORM_DATE) {
        *reading = vcl_reading_not(VCL_MSG_CELL_ID_DATE);
        return VCL_OK;
    }
    *reading = vcl_id_read(r->text, &id);
    return reading->understood ? keep_text(r->reader, id, r->scratch, r->texts, &r->out->text, err)
                               : VCL_OK;
}

static vcl_status read_tax_code(reading_of *r, vcl_reading *reading, vcl_error *err)
{
    char code[VCL_TAX_CODE_SIZE];

    *reading = vcl_tax_code_read(r->text, code);
    return reading->understood
               ? keep_text(r->reader, vcl_slice_of(code), r->scratch, r->texts, &r->out->text, err)
               : VCL_OK;
}

/* "65 (nữ 30)", "7 hộ, 20 người" */
static bool has_two_numbers(vcl_slice text)
{
    size_t runs = 0;
    bool apart = true;

    for (size_t i = 0; i < text.size; i++) {
        bool digit = vcl_reading_is_digit(text.bytes[i]);
        runs += digit && apart;
        apart = !digit && (apart || strchr(".,", text.bytes[i]) == NULL);
    }
    return runs > 1;
}

static vcl_reading read_amount(reading_of *r)
{
    const vcl_column_reader *reader = r->reader;
    double *out = &r->out->number;
    vcl_reading reading =
        r->cell->kind == VCL_CELL_NUMBER
            ? vcl_quantity_of_number(vcl_sheet_number(r->cell), &reader->quantity, out)
            : vcl_quantity_read(vcl_column_lower(r->scratch, r->text), &reader->quantity, out);

    if (reading.message == VCL_MSG_CELL_UNIT_MISSING && !reader->unit.understood) {
        return reader->unit;
    }
    if (reading.message == VCL_MSG_CELL_UNIT_MISSING && reader->takes == VCL_TAKES_MONEY) {
        return vcl_reading_not(VCL_MSG_CELL_UNIT_MISSING_MONEY);
    }
    if (reading.message == VCL_MSG_CELL_UNIT_UNKNOWN && reader->takes == VCL_TAKES_COUNT &&
        has_two_numbers(r->text)) {
        return vcl_reading_not(VCL_MSG_CELL_NOT_EXACT);
    }
    /* A row of households stands for one at least. */
    double least = reader->field == VCL_FIELD_MEMBERS_COUNT ? 1.0 : 0.0;
    if (reading.understood && *out < least) {
        return vcl_reading_not(least > 0.0 ? VCL_MSG_CELL_BELOW_ONE : VCL_MSG_CELL_NEGATIVE);
    }
    return reading;
}

static vcl_reading read_degrees(reading_of *r)
{
    double most = r->reader->takes == VCL_TAKES_LATITUDE ? 90.0 : 180.0;
    vcl_digits digits = { 0 };
    vcl_slice rest = { 0 };
    vcl_reading reading = vcl_reading_as(VCL_MSG_READ_NUMBER);

    if (r->cell->kind == VCL_CELL_NUMBER) {
        r->out->number = vcl_sheet_number(r->cell);
    } else {
        reading = vcl_number_read(vcl_column_lower(r->scratch, r->text),
                                  r->reader->quantity.decimal, &digits, &rest);
        if (reading.understood && rest.size > 0 && !vcl_reading_is(rest, "°")) {
            reading = vcl_reading_not(VCL_MSG_CELL_NOT_NUMBER);
        } else if (reading.understood && !vcl_number_value(digits, 0, &r->out->number)) {
            reading = vcl_reading_not(VCL_MSG_CELL_NUMBER_LONG);
        }
    }
    bool within = r->out->number >= -most && r->out->number <= most;
    return reading.understood && !within ? vcl_reading_not(VCL_MSG_CELL_NOT_DEGREES) : reading;
}

static vcl_reading read_day(reading_of *r, vcl_date *date)
{
    if (r->cell->kind == VCL_CELL_NUMBER && r->cell->form == VCL_FORM_DATE) {
        return is_date_cell(r, date) ? vcl_reading_as(VCL_MSG_READ_DATE_CELL)
                                     : vcl_reading_not(VCL_MSG_CELL_NOT_DATE);
    }
    return vcl_day_read(vcl_column_lower(r->scratch, r->text), &r->reader->days, date);
}

/* As exact as it is stated: "2017", "2017-05", "2017-05-20". */
static vcl_status read_founded(reading_of *r, vcl_reading *reading, vcl_error *err)
{
    vcl_date date = VCL_NO_DATE;
    char text[VCL_DATE_SIZE] = "";

    *reading = read_day(r, &date);
    if (!reading->understood) {
        return VCL_OK;
    }
    vcl_date_format(date, text);
    if (reading->message == VCL_MSG_READ_DATE_YEAR_START) {
        text[4] = '\0';
        *reading = vcl_reading_as(VCL_MSG_READ_FOUNDED);
    } else if (reading->message == VCL_MSG_READ_DATE_MONTH_START) {
        text[7] = '\0';
        *reading = vcl_reading_as(VCL_MSG_READ_FOUNDED);
    }
    return keep_text(r->reader, vcl_slice_of(text), r->scratch, r->texts, &r->out->text, err);
}

/* Reads the cell by what its field takes. */
static vcl_status read_value(reading_of *r, vcl_reading *reading, vcl_error *err)
{
    switch (r->reader->takes) {
    case VCL_TAKES_ID:
    case VCL_TAKES_PARTY_ID:
    case VCL_TAKES_SELLER_ID:
    case VCL_TAKES_BUYER_ID:
    case VCL_TAKES_ORGANISATION_ID:
        return read_id(r, reading, err);
    case VCL_TAKES_TAX_CODE:
    case VCL_TAKES_SELLER_TAX_CODE:
    case VCL_TAKES_BUYER_TAX_CODE:
        return read_tax_code(r, reading, err);
    case VCL_TAKES_KIND:
    case VCL_TAKES_STATUS:
    case VCL_TAKES_LINK_KIND:
    case VCL_TAKES_LINK_STATUS:
    case VCL_TAKES_CONTRACT:
        *reading = vcl_word_read(r->reader->takes, r->text, &r->scratch->key, &r->out->word);
        return vcl_text_status(&r->scratch->key, err);
    case VCL_TAKES_FLAG:
        *reading = vcl_flag_read(vcl_column_lower(r->scratch, r->text), &r->out->flag);
        break;
    case VCL_TAKES_COUNT:
    case VCL_TAKES_MASS:
    case VCL_TAKES_MONEY:
    case VCL_TAKES_AREA:
        *reading = read_amount(r);
        break;
    case VCL_TAKES_LATITUDE:
    case VCL_TAKES_LONGITUDE:
        *reading = read_degrees(r);
        break;
    case VCL_TAKES_DATE:
    case VCL_TAKES_END_DATE:
        *reading = read_day(r, &r->out->date);
        break;
    case VCL_TAKES_FOUNDED:
        return read_founded(r, reading, err);
    default:
        return read_text(r, reading, err);
    }
    return vcl_text_status(&r->scratch->lower, err);
}

vcl_status vcl_column_read(const vcl_column_reader *reader, const vcl_workbook *workbook,
                           const vcl_sheet_cell *cell, vcl_column_scratch *scratch,
                           vcl_arena *texts, vcl_entry *out, vcl_cell_outcome *outcome,
                           vcl_reading *reading, vcl_error *err)
{
    vcl_status status = VCL_OK;
    reading_of r = { reader,  workbook, cell, trim((vcl_slice){ cell->text, cell->size }),
                     scratch, texts,    out };

    *out = (vcl_entry){ .field = reader->field, .column = reader->column };
    *outcome = VCL_CELL_IS_BLANK;
    if (cell->kind == VCL_CELL_ERROR || cell->kind == VCL_CELL_FORMULA) {
        *outcome = VCL_CELL_IS_REFUSED;
        *reading = vcl_reading_not(cell->kind == VCL_CELL_ERROR ? VCL_MSG_CELL_ERROR
                                                                : VCL_MSG_CELL_FORMULA);
        return VCL_OK;
    }
    if (r.text.size == 0 ||
        (may_be_blank(r.text) && says_nothing(reader->takes, vcl_column_lower(scratch, r.text)))) {
        return vcl_text_status(&scratch->lower, err);
    }
    TRY(read_value(&r, reading, err));
    *outcome = reading->understood ? VCL_CELL_IS_READ : VCL_CELL_IS_REFUSED;
    if (reader->takes == VCL_TAKES_PRODUCTS) {
        out->amounts = reader->amounts;
    }
done:
    return status;
}

static const char *unit_shown(vcl_takes takes)
{
    return takes == VCL_TAKES_MASS ? " kg" : takes == VCL_TAKES_AREA ? " ha" : "";
}

void vcl_column_add_understood(vcl_text *out, const vcl_entry *entry, vcl_language language)
{
    vcl_takes takes = vcl_register_field_at(entry->field)->takes;
    char date[VCL_DATE_SIZE] = "";

    if (entry->text.size > 0) {
        vcl_text_add_slice(out, entry->text);
    } else if (vcl_column_takes_decimals(takes)) {
        vcl_text_add_real(out, entry->number);
        vcl_text_add(out, unit_shown(takes));
    } else if (vcl_column_takes_days(takes) && entry->date == VCL_NO_DATE) {
        vcl_text_add(out, vcl_message_template(VCL_MSG_DATE_WITHOUT_END, language));
    } else if (vcl_column_takes_days(takes)) {
        vcl_date_format(entry->date, date);
        vcl_text_add(out, date);
    } else if (takes == VCL_TAKES_FLAG) {
        vcl_text_add(out, vcl_term_label(entry->flag ? "true" : "false", language));
    } else if (takes == VCL_TAKES_KIND || takes == VCL_TAKES_STATUS ||
               takes == VCL_TAKES_LINK_KIND || takes == VCL_TAKES_LINK_STATUS ||
               takes == VCL_TAKES_CONTRACT) {
        vcl_text_add(out, vcl_term_label(entry->word, language));
    }
}
