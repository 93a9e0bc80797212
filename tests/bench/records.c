/* Writes records of a dataset, fast. */
#include "records.h"

#include <assert.h>
#include <string.h>

/* More than any one piece of text takes, escaped. */
enum { ROOM = 4096 };

bool records_flush(records *records)
{
    bool done = fwrite(records->bytes, 1, records->used, records->stream) == records->used;

    records->used = 0;
    return fflush(records->stream) == 0 && done;
}

static void put(records *records, const char *text, size_t length)
{
    assert(length <= ROOM);
    if (records->used + length > sizeof records->bytes) {
        records_flush(records); /* what fails stays in ferror */
    }
    memcpy(records->bytes + records->used, text, length);
    records->used += length;
}

static void put_text(records *records, const char *text)
{
    put(records, text, strlen(text));
}

static void put_number(records *records, int digits, uint64_t number)
{
    char text[20];
    int at = (int)sizeof text;

    do {
        text[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    while ((int)sizeof text - at < digits) {
        text[--at] = '0';
    }
    put(records, text + at, sizeof text - (size_t)at);
}

/* The letter at `text`, two or three bytes of UTF-8, as \uXXXX; returns where the next begins. */
static const char *put_escape(records *records, const char *text)
{
    const unsigned char *bytes = (const unsigned char *)text;
    unsigned letter = (bytes[0] & 0x1Fu) << 6 | (bytes[1] & 0x3Fu);
    int length = 2;
    char escape[8];

    assert((bytes[0] & 0xF8u) != 0xF0u); /* no Vietnamese letter takes four */
    if ((bytes[0] & 0xF0u) == 0xE0u) {
        letter = (bytes[0] & 0x0Fu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
        length = 3;
    }
    snprintf(escape, sizeof escape, "\\u%04x", letter);
    put(records, escape, 6);
    return text + length;
}

static void put_quoted(records *records, const char *text)
{
    put(records, "\"", 1);
    if (records->ascii) {
        while (*text != '\0') {
            size_t plain = 0;
            while ((unsigned char)text[plain] < 0x80 && text[plain] != '\0') {
                plain++;
            }
            put(records, text, plain);
            text += plain;
            if (*text != '\0') {
                text = put_escape(records, text);
            }
        }
    } else {
        put_text(records, text);
    }
    put(records, "\"", 1);
}

static void put_comma(records *records)
{
    if (records->begun) {
        put(records, ", ", records->compact ? 1 : 2);
    }
    records->begun = true;
}

static void put_key(records *records, const char *key)
{
    put_comma(records);
    put(records, "\"", 1);
    put_text(records, key);
    put(records, "\": ", records->compact ? 2 : 3);
}

void record_begin(records *records, const char *wrapper)
{
    if (records->document) {
        put_text(records, records->begun ? ",\n{" : "\n{");
    } else {
        records->begun = false;
        put(records, "{", 1);
        put_key(records, wrapper);
        put(records, "{", 1);
    }
    records->begun = false;
}

void record_end(records *records)
{
    put_text(records, records->document ? "}" : "}}\n");
    records->begun = true;
}

void field_text(records *records, const char *key, const char *text)
{
    put_key(records, key);
    put_quoted(records, text);
}

void field_id(records *records, const char *key, const char *prefix, int digits, uint64_t number)
{
    put_key(records, key);
    put(records, "\"", 1);
    put_text(records, prefix);
    put_number(records, digits, number);
    put(records, "\"", 1);
}

void field_number(records *records, const char *key, uint64_t number)
{
    put_key(records, key);
    put_number(records, 1, number);
}

void field_tenths(records *records, const char *key, uint64_t tenths)
{
    field_number(records, key, tenths / 10);
    put(records, ".", 1);
    put_number(records, 1, tenths % 10);
}

void field_array(records *records, const char *key)
{
    put_key(records, key);
    put(records, "[", 1);
    records->begun = false;
}

void array_end(records *records)
{
    put(records, "]", 1);
    records->begun = true;
}

void item_text(records *records, const char *text)
{
    put_comma(records);
    put_quoted(records, text);
}

void item_begin(records *records)
{
    put_comma(records);
    put(records, "{", 1);
    records->begun = false;
}

void item_end(records *records)
{
    put(records, "}", 1);
    records->begun = true;
}

void records_frame(records *records, const char *text)
{
    put_text(records, text);
    records->begun = false;
}
