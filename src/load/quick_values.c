/* Readers of one value of a plain record, each into its place in the record. */
#include <string.h>

#include "load/quick_parts.h"
#include "load/quick_text.h"

static void *place_of(const vcl_quick_slot *slot, void *record)
{
    return (char *)record + slot->offset;
}

static const char *text_or_integer(vcl_quick *quick, const char *at, vcl_slice *out)
{
    return *at == '"' ? vcl_quick_text(quick, at, out) : vcl_quick_integer_text(at, out);
}

const char *vcl_quick_read_text(vcl_quick *quick, const char *at, vcl_quick_slot *slot,
                                void *record)
{
    return vcl_quick_text(quick, at, place_of(slot, record));
}

const char *vcl_quick_read_text_or_integer(vcl_quick *quick, const char *at, vcl_quick_slot *slot,
                                           void *record)
{
    return text_or_integer(quick, at, place_of(slot, record));
}

const char *vcl_quick_read_id(vcl_quick *quick, const char *at, vcl_quick_slot *slot, void *record)
{
    return vcl_quick_is_empty_text(at) ? NULL : text_or_integer(quick, at, place_of(slot, record));
}

/* One without escapes is seen. */
const char *vcl_quick_read_place(vcl_quick *quick, const char *at, vcl_quick_slot *slot,
                                 void *record)
{
    vcl_node_record *node = record;
    vcl_quick_value *value = vcl_quick_seen_at(&quick->places, at);
    const char *begin = at;

    if (vcl_quick_run_fits(&value->run, at)) {
        node->place = (vcl_slice){ at + 1, value->run.size - 2 };
        node->place_seen = value->number;
        return at + value->run.size;
    }
    at = vcl_quick_read_id(quick, at, slot, node);
    if (at != NULL && node->place.bytes == begin + 1 && vcl_quick_see(value, begin, at)) {
        node->place_seen = value->number;
    }
    return at;
}

const char *vcl_quick_product_id(vcl_quick *quick, const char *at, vcl_slice *out)
{
    at = text_or_integer(quick, at, out);
    return at == NULL || out->size == 0 || (out->size == 1 && out->bytes[0] == '*') ? NULL : at;
}

const char *vcl_quick_read_product_id(vcl_quick *quick, const char *at, vcl_quick_slot *slot,
                                      void *record)
{
    return vcl_quick_product_id(quick, at, place_of(slot, record));
}

const char *vcl_quick_read_founded(vcl_quick *quick, const char *at, vcl_quick_slot *slot,
                                   void *record)
{
    vcl_slice *text = place_of(slot, record);

    at = text_or_integer(quick, at, text);
    return at != NULL && vcl_field_is_period(*text) ? at : NULL;
}

static const char *read_new_word(vcl_quick *quick, const char *at, vcl_quick_slot *slot,
                                 uint8_t *word)
{
    const char *begin = at;
    vcl_slice text = { 0 };

    at = vcl_quick_text(quick, at, &text);
    *word = at == NULL ? VCL_NO_WORD : vcl_words_find(slot->field->words, text);
    if (*word == VCL_NO_WORD) {
        return NULL;
    }
    vcl_quick_run_set(&slot->word, begin, at);
    slot->word_index = *word;
    return at;
}

/* The word that the field held last is tried first. */
const char *vcl_quick_read_word(vcl_quick *quick, const char *at, vcl_quick_slot *slot,
                                void *record)
{
    uint8_t *word = place_of(slot, record);

    if (vcl_quick_run_fits(&slot->word, at)) {
        *word = slot->word_index;
        return at + slot->word.size;
    }
    return read_new_word(quick, at, slot, word);
}

/* true or false. What follows it, or NULL. */
static const char *read_flag(const char *at, bool *out)
{
    *out = memcmp(at, "true", 4) == 0;
    if (*out) {
        return at + 4;
    }
    return memcmp(at, "false", 5) == 0 ? at + 5 : NULL;
}

const char *vcl_quick_read_flag(vcl_quick *quick, const char *at, vcl_quick_slot *slot,
                                void *record)
{
    uint8_t *flag = place_of(slot, record);
    bool is_true = false;

    (void)quick;
    at = read_flag(at, &is_true);
    *flag = is_true ? VCL_YES : VCL_NO;
    return at;
}

const char *vcl_quick_read_date(vcl_quick *quick, const char *at, vcl_quick_slot *slot,
                                void *record)
{
    vcl_slice text = { 0 };

    at = vcl_quick_text(quick, at, &text);
    return at != NULL && vcl_date_parse(text, place_of(slot, record)) ? at : NULL;
}

static const char *number_in_range(const char *at, const vcl_range *range, double *out,
                                   bool *is_integer)
{
    at = vcl_quick_number(at, out, is_integer);
    return at != NULL && *out >= range->low && *out <= range->high ? at : NULL;
}

const char *vcl_quick_read_number(vcl_quick *quick, const char *at, vcl_quick_slot *slot,
                                  void *record)
{
    bool is_integer = false;

    (void)quick;
    return number_in_range(at, slot->field->range, place_of(slot, record), &is_integer);
}

const char *vcl_quick_read_whole(vcl_quick *quick, const char *at, vcl_quick_slot *slot,
                                 void *record)
{
    bool is_integer = false;

    (void)quick;
    at = number_in_range(at, slot->field->range, place_of(slot, record), &is_integer);
    return is_integer ? at : NULL;
}

const char *vcl_quick_read_integer(vcl_quick *quick, const char *at, vcl_quick_slot *slot,
                                   void *record)
{
    uint32_t *integer = place_of(slot, record);
    bool is_integer = false;
    double number = 0.0;

    (void)quick;
    at = number_in_range(at, slot->field->range, &number, &is_integer);
    if (at == NULL || !is_integer) {
        return NULL;
    }
    *integer = (uint32_t)number;
    return at;
}

const char *vcl_quick_pass_value(vcl_quick *quick, const char *at, vcl_quick_slot *slot,
                                 void *record)
{
    vcl_slice text = { 0 };
    double number = 0.0;
    bool is_such = false;

    (void)slot;
    (void)record;
    switch (*at) {
    case '"':
        return vcl_quick_text(quick, at, &text);
    case 't':
    case 'f':
        return read_flag(at, &is_such);
    default:
        return vcl_quick_number(at, &number, &is_such);
    }
}
