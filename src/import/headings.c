/* What a heading above a column means. */
#include "import/headings.h"

#include <string.h>

#include "base/try.h"
#include "base/unicode.h"
#include "import/reading.h"

void vcl_headings_init(vcl_headings *headings)
{
    *headings = (vcl_headings){ 0 };
    vcl_idmap_init(&headings->keys);
    vcl_array_init(&headings->meanings, sizeof(vcl_heading));
    vcl_idmap_init(&headings->names);
    vcl_array_init(&headings->named, sizeof(vcl_register));
}

void vcl_headings_release(vcl_headings *headings)
{
    vcl_idmap_release(&headings->keys);
    vcl_array_release(&headings->meanings);
    vcl_idmap_release(&headings->names);
    vcl_array_release(&headings->named);
    vcl_text_release(&headings->key);
    vcl_text_release(&headings->part);
}

/* Replaces each `from` in the key by the shorter `to`. */
static void shorten(vcl_text *key, const char *from, const char *to)
{
    size_t size = strlen(from);
    size_t shorter = strlen(to);
    char *found = key->bytes;

    while (found != NULL && (found = strstr(found, from)) != NULL) {
        memcpy(found, to, shorter);
        memmove(found + shorter, found + size, strlen(found + size) + 1);
        key->size -= size - shorter;
        found += shorter;
    }
}

/* The key of a text in headings->key. */
static vcl_slice key_of(vcl_headings *headings, vcl_slice text)
{
    vcl_text *key = &headings->key;

    vcl_text_clear(key);
    vcl_unicode_search_key(key, text);
    if (key->failed) {
        return (vcl_slice){ 0 };
    }
    shorten(key, "hoptacxa", "htx");
    shorten(key, "tohoptac", "tht");
    shorten(key, "masothue", "mst");
    return (vcl_slice){ vcl_text_bytes(key), key->size };
}

static vcl_heading no_heading(void)
{
    vcl_heading none;

    for (size_t i = 0; i < VCL_REGISTER_COUNT; i++) {
        none.fields[i] = VCL_FIELD_COUNT;
    }
    return none;
}

/* What stands first for a register stays. */
static vcl_status add_heading(vcl_headings *headings, vcl_slice text, vcl_register_field field,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_register owner = vcl_register_field_at(field)->owner;
    uint32_t number = 0;
    vcl_slice key = key_of(headings, text);

    TRY(vcl_text_status(&headings->key, err));
    if (key.size == 0) {
        return VCL_OK;
    }
    TRY(vcl_idmap_intern(&headings->keys, key, &number, err));
    if (number == headings->meanings.count) {
        vcl_heading none = no_heading();
        TRY(vcl_array_add(&headings->meanings, &none, err));
    }
    vcl_heading *heading = (vcl_heading *)headings->meanings.items + number;
    if (heading->fields[owner] == VCL_FIELD_COUNT) {
        heading->fields[owner] = field;
    }
done:
    return status;
}

/* Cuts the part before the next `mark` off the front of *text. */
static vcl_slice take_part(vcl_slice *text, char mark)
{
    const char *end = memchr(text->bytes, mark, text->size);
    size_t size = end != NULL ? (size_t)(end - text->bytes) : text->size;
    vcl_slice part = { text->bytes, size };

    *text = vcl_slice_from(*text, end != NULL ? size + 1 : size);
    return part;
}

static vcl_status add_others(vcl_headings *headings, vcl_register_field field, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_slice others = vcl_slice_of(vcl_register_field_at(field)->others);

    while (others.size > 0) {
        TRY(add_heading(headings, take_part(&others, '|'), field, err));
    }
    TRY(add_heading(headings, vcl_slice_of(vcl_register_field_at(field)->key), field, err));
done:
    return status;
}

static vcl_status add_name(vcl_headings *headings, vcl_slice text, vcl_register number,
                           vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t name = 0;
    vcl_slice key = key_of(headings, text);

    TRY(vcl_text_status(&headings->key, err));
    if (key.size > 0) {
        TRY(vcl_idmap_intern(&headings->names, key, &name, err));
        if (name == headings->named.count) {
            TRY(vcl_array_add(&headings->named, &number, err));
        }
    }
done:
    return status;
}

static vcl_status add_names(vcl_headings *headings, vcl_register number, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_register_definition *definition = vcl_register_at(number);
    vcl_slice others = vcl_slice_of(definition->others);

    TRY(add_name(headings, vcl_slice_of(definition->title[VCL_ENGLISH]), number, err));
    TRY(add_name(headings, vcl_slice_of(definition->title[VCL_VIETNAMESE]), number, err));
    TRY(add_name(headings, vcl_slice_of(definition->key), number, err));
    while (others.size > 0) {
        TRY(add_name(headings, take_part(&others, '|'), number, err));
    }
done:
    return status;
}

/* Our own headings go before others that are the same without marks. */
vcl_status vcl_headings_prepare(vcl_headings *headings, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (vcl_register_field i = 0; i < VCL_FIELD_COUNT; i++) {
        const vcl_register_field_definition *field = vcl_register_field_at(i);
        TRY(add_heading(headings, vcl_slice_of(field->heading[VCL_VIETNAMESE]), i, err));
        TRY(add_heading(headings, vcl_slice_of(field->heading[VCL_ENGLISH]), i, err));
    }
    for (vcl_register_field i = 0; i < VCL_FIELD_COUNT; i++) {
        TRY(add_others(headings, i, err));
    }
    for (vcl_register i = 0; i < VCL_REGISTER_COUNT; i++) {
        TRY(add_names(headings, i, err));
    }
done:
    return status;
}

/* Does it end in a year? Then without it. */
static vcl_slice without_year(vcl_slice key)
{
    size_t start = key.size >= 4 ? key.size - 4 : 0;
    const char *digits = key.bytes + start;

    if (key.size <= 4 || (memcmp(digits, "19", 2) != 0 && memcmp(digits, "20", 2) != 0) ||
        !vcl_reading_is_digit(digits[2]) || !vcl_reading_is_digit(digits[3]) ||
        vcl_reading_is_digit(digits[-1])) {
        return key;
    }
    return (vcl_slice){ key.bytes, start };
}

/* Lets a key that is known say what `found` leaves open. */
static void look_up(const vcl_headings *headings, vcl_slice key, vcl_heading *found)
{
    uint32_t number = key.size > 0 ? vcl_idmap_find(&headings->keys, key) : VCL_NONE;

    if (number == VCL_NONE) {
        return;
    }
    const vcl_heading *known = (const vcl_heading *)headings->meanings.items + number;
    for (size_t i = 0; i < VCL_REGISTER_COUNT; i++) {
        if (found->fields[i] == VCL_FIELD_COUNT) {
            found->fields[i] = known->fields[i];
        }
    }
}

/* "Tên đơn vị thu mua" is "Đơn vị thu mua"; "Sản lượng năm 2024" is "Sản lượng". */
static void try_text(vcl_headings *headings, vcl_slice text, vcl_heading *found)
{
    vcl_slice key = key_of(headings, text);

    look_up(headings, key, found);
    if (key.size > 3 && memcmp(key.bytes, "ten", 3) == 0) {
        look_up(headings, vcl_slice_from(key, 3), found);
    }
    vcl_slice bare = without_year(key);
    if (bare.size < key.size) {
        look_up(headings, bare, found);
        if (bare.size > 3 && memcmp(bare.bytes + bare.size - 3, "nam", 3) == 0) {
            look_up(headings, (vcl_slice){ bare.bytes, bare.size - 3 }, found);
        }
    }
}

/* Appends `text` without what stands in parentheses. */
static void add_outside(vcl_text *out, vcl_slice text)
{
    int depth = 0;

    for (size_t i = 0; i < text.size; i++) {
        char byte = text.bytes[i];
        depth += byte == '(' || byte == '[';
        if (depth == 0) {
            vcl_text_add_byte(out, byte);
        }
        depth -= (byte == ')' || byte == ']') && depth > 0;
    }
}

/* Drops "1.", "2)" from the front. */
static vcl_slice without_number(vcl_slice text)
{
    size_t at = 0;

    while (at < text.size && vcl_reading_is_digit(text.bytes[at])) {
        at++;
    }
    bool numbered = at > 0 && at < text.size && strchr(".)-", text.bytes[at]) != NULL;
    return numbered ? vcl_slice_from(text, at + 1) : text;
}

/* Whole, without parentheses, before a comma, before a slash. */
static void try_line(vcl_headings *headings, vcl_slice text, vcl_heading *found)
{
    static const char marks[] = ",:;/";

    text = without_number(vcl_reading_trim(text));
    try_text(headings, text, found);
    vcl_text_clear(&headings->part);
    add_outside(&headings->part, text);
    vcl_slice part = { vcl_text_bytes(&headings->part), headings->part.size };
    if (part.size < text.size) {
        try_text(headings, part, found);
    }
    for (size_t i = 0; i + 1 < sizeof marks; i++) {
        const char *end = memchr(part.bytes, marks[i], part.size);
        if (end != NULL) {
            try_text(headings, (vcl_slice){ part.bytes, (size_t)(end - part.bytes) }, found);
        }
    }
}

static void try_cell(vcl_headings *headings, vcl_slice text, vcl_heading *found)
{
    try_line(headings, text, found);
    if (text.size > 0 && memchr(text.bytes, '\n', text.size) != NULL) {
        while (text.size > 0) {
            try_line(headings, take_part(&text, '\n'), found);
        }
    }
}

static bool is_party(vcl_register_field field)
{
    if (field >= VCL_FIELD_COUNT) {
        return false;
    }
    vcl_takes takes = vcl_register_field_at(field)->takes;
    return takes == VCL_TAKES_PARTY || takes == VCL_TAKES_SELLER || takes == VCL_TAKES_BUYER ||
           takes == VCL_TAKES_ORGANISATION;
}

static bool is_name(vcl_headings *headings, vcl_slice text)
{
    static const char *const names[] = { "ten", "tendonvi", "hoten", "hovaten", "name" };
    vcl_slice key = key_of(headings, text);

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (vcl_reading_is(key, names[i])) {
            return true;
        }
    }
    return false;
}

/* The two as one heading, in either order. */
static void try_both(vcl_headings *headings, vcl_slice upper, vcl_slice lower, vcl_heading *found)
{
    vcl_slice order[2][2] = { { upper, lower }, { lower, upper } };

    for (size_t i = 0; i < 2; i++) {
        vcl_text both = { 0 };
        add_outside(&both, order[i][0]);
        vcl_text_add_byte(&both, ' ');
        add_outside(&both, order[i][1]);
        try_text(headings, (vcl_slice){ vcl_text_bytes(&both), both.size }, found);
        headings->part.failed = headings->part.failed || both.failed;
        vcl_text_release(&both);
    }
}

vcl_heading vcl_headings_find(vcl_headings *headings, vcl_slice upper, vcl_slice lower)
{
    vcl_heading found = no_heading();

    if (upper.size == 0 || lower.size == 0) {
        try_cell(headings, upper.size == 0 ? lower : upper, &found);
        return found;
    }
    vcl_heading above = no_heading();
    vcl_heading below = no_heading();
    bool names = is_name(headings, lower);
    try_both(headings, upper, lower, &found);
    try_cell(headings, upper, &above);
    try_cell(headings, lower, &below);
    for (size_t i = 0; i < VCL_REGISTER_COUNT; i++) {
        if (found.fields[i] != VCL_FIELD_COUNT) {
            continue;
        }
        /* The tax code below "Bên mua" is not that of the row. */
        bool party = is_party(above.fields[i]);
        found.fields[i] = !party ? below.fields[i] : names ? above.fields[i] : VCL_FIELD_COUNT;
    }
    return found;
}

bool vcl_headings_is_ordinal(vcl_headings *headings, vcl_slice text)
{
    static const char *const ordinals[] = { "stt", "tt", "no", "sott", "sothutu", "order" };
    vcl_slice first = take_part(&text, '\n');
    vcl_slice key = key_of(headings, first);

    for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++) {
        if (vcl_reading_is(key, ordinals[i])) {
            return true;
        }
    }
    return key.size == 0 && vcl_reading_is(vcl_reading_trim(first), "#");
}

vcl_register vcl_headings_register(vcl_headings *headings, vcl_slice text,
                                   vcl_naming_strength *strength)
{
    const vcl_register *named = headings->named.items;
    vcl_slice key = key_of(headings, text);
    size_t longest = 0;
    vcl_register best = VCL_REGISTER_COUNT;

    *strength = VCL_NAMES_NONE;
    for (uint32_t i = 0; key.size > 0 && i < vcl_idmap_count(&headings->names); i++) {
        const char *name = vcl_idmap_name(&headings->names, i);
        size_t size = strlen(name);
        if (vcl_reading_is(key, name)) {
            *strength = VCL_NAMES_EXACTLY;
            return named[i];
        }
        if (size >= 3 && size > longest && strstr(key.bytes, name) != NULL) {
            *strength = VCL_NAMES_WITHIN;
            longest = size;
            best = named[i];
        }
    }
    return best;
}

const char *vcl_headings_kind_word(vcl_headings *headings, vcl_slice text)
{
    vcl_slice key = key_of(headings, text);
    const char *words[2] = { NULL, NULL };

    if (key.size == 0) {
        return NULL;
    }
    if (strstr(key.bytes, "lienhiephtx") != NULL || strstr(key.bytes, "lhhtx") != NULL ||
        strstr(key.bytes, "lienhiepcachtx") != NULL) {
        return strstr(key.bytes, "tht") == NULL ? "union" : NULL;
    }
    words[0] = strstr(key.bytes, "htx") != NULL || strstr(key.bytes, "cooperatives") != NULL
                   ? "cooperative"
                   : NULL;
    words[1] = strstr(key.bytes, "tht") != NULL ? "group" : NULL;
    return words[0] == NULL ? words[1] : words[1] == NULL ? words[0] : NULL;
}

vcl_status vcl_headings_status(const vcl_headings *headings, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_text_status(&headings->key, err));
    TRY(vcl_text_status(&headings->part, err));
done:
    return status;
}
