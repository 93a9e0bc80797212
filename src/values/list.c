/* Several entries in one cell. */
#include "values/list.h"

#include <string.h>

#include "base/try.h"
#include "base/unicode.h"
#include "values/unit.h"

/* Separators by strength; those of a level part only what the levels before left whole. */
enum { LEVELS = 3 };

static bool is_gap(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/* `text` without white space, bullets and closing marks at its ends. */
static vcl_slice tidy(vcl_slice text)
{
    while (text.size > 0 && (is_gap(text.bytes[0]) || strchr("-+*.,;", text.bytes[0]) != NULL)) {
        text = vcl_slice_from(text, 1);
    }
    while (text.size > 0 && (is_gap(text.bytes[text.size - 1]) ||
                             strchr(".,;:", text.bytes[text.size - 1]) != NULL)) {
        text.size--;
    }
    return text;
}

static bool is_digit_at(vcl_slice text, size_t at)
{
    return at < text.size && vcl_reading_is_digit(text.bytes[at]);
}

/* Is the slash at `at` that of "tấn/năm" or "1/2"? */
static bool is_inner_slash(vcl_slice text, size_t at)
{
    static const char *const words[] = { "năm", "vụ", "tháng", "quý", "ha", "lứa" };
    vcl_slice rest = vcl_reading_trim(vcl_slice_from(text, at + 1));

    if (at > 0 && is_digit_at(text, at - 1) && is_digit_at(text, at + 1)) {
        return true;
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        vcl_slice tail = rest;
        if (vcl_reading_take(&tail, words[i])) {
            return true;
        }
    }
    return false;
}

/* "và" as a word of its own. */
static bool is_and(vcl_slice text, size_t at)
{
    static const char *const ands[] = { " và ", " Và ", " VÀ ", " and " };

    for (size_t i = 0; i < sizeof ands / sizeof *ands; i++) {
        size_t size = strlen(ands[i]);
        if (text.size - at > size && memcmp(text.bytes + at, ands[i], size) == 0) {
            return true;
        }
    }
    return false;
}

/* The size of the separator of `level` at `at`, 0 if none stands there. */
static size_t separator_at(vcl_slice text, size_t at, int level)
{
    char byte = text.bytes[at];

    if (level == 0) {
        return byte == ';' || byte == '\n' || byte == '\r';
    }
    if (level == 1) {
        return byte == ',' && !(at > 0 && is_digit_at(text, at - 1) && is_digit_at(text, at + 1));
    }
    if (byte == '/') {
        return !is_inner_slash(text, at);
    }
    if (byte == '+' || byte == '&') {
        return 1;
    }
    /* The four bytes of " và"; the space behind it is trimmed from what follows. */
    return byte == ' ' && is_and(text, at) ? 4 : 0;
}

/* Does the end of `text` from `at` on hold an amount: a number and a unit of mass, or a share? */
static bool is_amount(vcl_slice text, size_t at, vcl_text *lower)
{
    int power = 0;
    size_t unit = at;

    while (unit < text.size &&
           (vcl_reading_is_digit(text.bytes[unit]) || strchr("., ", text.bytes[unit]) != NULL)) {
        unit++;
    }
    vcl_text_clear(lower);
    vcl_unicode_lower(lower, vcl_slice_from(text, unit));
    vcl_slice rest = { vcl_text_bytes(lower), lower->size };
    if (vcl_reading_is(vcl_reading_trim(rest), "%")) {
        return true;
    }
    return unit < text.size && vcl_unit_read(rest, VCL_QUANTITY_MASS, &power).understood;
}

/* Takes "(120 tấn)" off the end; what does not begin with a number belongs to the name. */
static bool take_parentheses(vcl_list_item *item)
{
    vcl_slice name = item->name;
    size_t open = name.size;

    if (name.size == 0 || name.bytes[name.size - 1] != ')') {
        return false;
    }
    while (open > 0 && name.bytes[open - 1] != '(') {
        open--;
    }
    vcl_slice inner =
        open > 0 ? tidy((vcl_slice){ name.bytes + open, name.size - 1 - open }) : (vcl_slice){ 0 };
    if (!is_digit_at(inner, 0)) {
        return false;
    }
    *item = (vcl_list_item){ tidy((vcl_slice){ name.bytes, open - 1 }), inner };
    return true;
}

static vcl_list_item item_of(vcl_slice part, vcl_text *lower)
{
    vcl_list_item item = { .name = part };

    if (take_parentheses(&item)) {
        return item;
    }
    for (size_t i = 1; i < part.size; i++) {
        if (!is_digit_at(part, i) || !(is_gap(part.bytes[i - 1]) || part.bytes[i - 1] == ':') ||
            !is_amount(part, i, lower)) {
            continue;
        }
        vcl_slice name = tidy((vcl_slice){ part.bytes, i });
        while (name.size > 0 &&
               (name.bytes[name.size - 1] == '-' || is_gap(name.bytes[name.size - 1]))) {
            name.size--;
        }
        return (vcl_list_item){ name, vcl_slice_from(part, i) };
    }
    return item;
}

typedef struct splitting {
    vcl_list_is_known is_known;
    void *context;
    vcl_array *items;
    vcl_text lower; /* scratch */
} splitting;

static vcl_status split(splitting *s, vcl_slice part, int level, vcl_error *err);

static vcl_status add_part(splitting *s, vcl_slice part, int level, vcl_error *err)
{
    part = tidy(part);
    if (part.size == 0) {
        return VCL_OK;
    }
    if (level == LEVELS || (s->is_known != NULL && s->is_known(s->context, part))) {
        vcl_list_item item = item_of(part, &s->lower);
        return vcl_array_add(s->items, &item, err);
    }
    return split(s, part, level, err);
}

static vcl_status split(splitting *s, vcl_slice part, int level, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t start = 0;
    int depth = 0;

    for (size_t i = 0; i < part.size; i++) {
        depth += part.bytes[i] == '(';
        depth -= part.bytes[i] == ')' && depth > 0;
        size_t size = depth == 0 ? separator_at(part, i, level) : 0;
        if (size > 0) {
            TRY(add_part(s, (vcl_slice){ part.bytes + start, i - start }, level + 1, err));
            start = i + size;
            i += size - 1;
        }
    }
    TRY(add_part(s, vcl_slice_from(part, start), level + 1, err));
done:
    return status;
}

vcl_status vcl_list_read(vcl_slice cell, vcl_list_is_known is_known, void *context,
                         vcl_array *items, vcl_reading *reading, vcl_error *err)
{
    vcl_status status = VCL_OK;
    splitting s = { .is_known = is_known, .context = context, .items = items };
    size_t before = items->count;

    TRY(add_part(&s, cell, 0, err));
    TRY(vcl_text_status(&s.lower, err));
    *reading =
        vcl_reading_as(items->count - before > 1 ? VCL_MSG_READ_LIST : VCL_MSG_READ_LIST_ONE);
done:
    vcl_text_release(&s.lower);
    return status;
}
