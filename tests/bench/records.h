/* Writes records of a dataset, fast: as JSON Lines or as one document, with the spaces that Python
 * writes or without any, texts as they are or with all letters beyond ASCII as \u escapes. */
#ifndef BENCH_RECORDS_H
#define BENCH_RECORDS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

typedef struct records {
    FILE *stream; /* borrowed */
    bool document; /* else JSON Lines */
    bool compact; /* no spaces behind commas and colons */
    bool ascii; /* \u escapes */
    size_t used;
    bool begun; /* does something stand before in this object or array? */
    char bytes[1 << 16];
} records;

/* A record `{"wrapper": {` … `}}` on a line, or in a document one more of an array's items. */
void record_begin(records *records, const char *wrapper);
void record_end(records *records);

/* Fields of the record begun. Keys and ids are ASCII that needs no escape. */
void field_text(records *records, const char *key, const char *text);
void field_id(records *records, const char *key, const char *prefix, int digits, uint64_t number);
void field_number(records *records, const char *key, uint64_t number);
void field_tenths(records *records, const char *key, uint64_t tenths);
void field_array(records *records, const char *key);
void array_end(records *records);

/* An item of an array, and objects as items. */
void item_text(records *records, const char *text);
void item_begin(records *records);
void item_end(records *records);

/* What frames a document's arrays: text as it is. */
void records_frame(records *records, const char *text);

/* False if anything could not be written. */
bool records_flush(records *records);

#endif
