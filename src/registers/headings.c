/* What a heading above a column means. */
#include "registers/headings.h"

#include <string.h>

#include "base/try.h"
#include "base/unicode.h"
#include "registers/headings_parts.h"
#include "values/reading.h"

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
vcl_slice vcl_headings_key(vcl_headings *headings, vcl_slice text)
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
    shorten(key, "hopdong", "hd");
    shorten(key, "doanhnghiep", "dn");
    return (vcl_slice){ vcl_text_bytes(key), key->size };
}

/* Does it end in a year? Then without it. */
static vcl_slice without_year(vcl_slice key)
{
    if (key.size <= 4) {
        return key;
    }
    size_t start = key.size - 4;
    const char *digits = key.bytes + start;

    if ((memcmp(digits, "19", 2) != 0 && memcmp(digits, "20", 2) != 0) ||
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
    vcl_slice key = vcl_headings_key(headings, text);

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
            try_line(headings, vcl_headings_take(&text, '\n'), found);
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
    vcl_slice key = vcl_headings_key(headings, text);

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (vcl_reading_is(key, names[i])) {
            return true;
        }
    }
    return false;
}

/* "Tổng số" below "Số thành viên", beside "Trong đó: nữ". */
static bool is_sum(vcl_headings *headings, vcl_slice text)
{
    static const char *const sums[] = { "tong", "tongso", "tongcong", "cong", "total", "chung" };
    vcl_slice key = vcl_headings_key(headings, text);

    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
        if (vcl_reading_is(key, sums[i])) {
            return true;
        }
    }
    return false;
}

bool vcl_headings_goes_on(vcl_headings *headings, vcl_slice text)
{
    vcl_slice key = vcl_headings_key(headings, text);
    bool is_year = key.size == 4 && (key.bytes[0] == '1' || key.bytes[0] == '2') &&
                   vcl_reading_is_digit(key.bytes[1]) && vcl_reading_is_digit(key.bytes[2]) &&
                   vcl_reading_is_digit(key.bytes[3]);

    return is_year || without_year(key).size < key.size || is_sum(headings, text);
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
    vcl_heading found = vcl_headings_none();

    if (upper.size == 0 || lower.size == 0) {
        try_cell(headings, upper.size == 0 ? lower : upper, &found);
        return found;
    }
    vcl_heading above = vcl_headings_none();
    vcl_heading below = vcl_headings_none();
    bool names = is_name(headings, lower);
    bool sums = is_sum(headings, lower);
    try_both(headings, upper, lower, &found);
    try_cell(headings, upper, &above);
    try_cell(headings, lower, &below);
    for (size_t i = 0; i < VCL_REGISTER_COUNT; i++) {
        if (found.fields[i] != VCL_FIELD_COUNT) {
            continue;
        }
        /* The tax code below "Bên mua" is not that of the row. */
        bool party = is_party(above.fields[i]);
        if (sums && !party) {
            found.fields[i] = above.fields[i];
            continue;
        }
        found.fields[i] = !party ? below.fields[i] : names ? above.fields[i] : VCL_FIELD_COUNT;
    }
    return found;
}

bool vcl_headings_is_ordinal(vcl_headings *headings, vcl_slice text)
{
    static const char *const ordinals[] = {
        "stt", "tt", "no", "sott", "sothutu", "thutu", "order"
    };
    vcl_slice first = vcl_headings_take(&text, '\n');
    vcl_slice key = vcl_headings_key(headings, first);

    for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++) {
        if (vcl_reading_is(key, ordinals[i])) {
            return true;
        }
    }
    return key.size == 0 && vcl_reading_is(vcl_reading_trim(first), "#");
}

vcl_status vcl_headings_status(const vcl_headings *headings, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_text_status(&headings->key, err));
    TRY(vcl_text_status(&headings->part, err));
done:
    return status;
}
