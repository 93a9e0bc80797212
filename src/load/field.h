/* The fields of a record, checked one by one.
 *
 * A vcl_field is a value and its place. The readers below check its type and range, report what is
 * wrong, and then answer as if it were absent: an empty slice, NaN, VCL_UNSTATED, VCL_NO_DATE. They
 * never need a check: where memory runs out, the diagnostics remember. Slices belong to the JSON
 * tree or to the reader's texts. */
#ifndef LOAD_FIELD_H
#define LOAD_FIELD_H

#include "base/date.h"
#include "load/diagnostics.h"
#include "load/words.h"
#include "model/chain.h"

/* What readers need besides the value. */
typedef struct vcl_reader {
    vcl_diagnostics *diagnostics;
    vcl_arena texts; /* decimal strings of integer ids */
} vcl_reader;

typedef struct vcl_field {
    vcl_reader *reader;
    const json_t *value; /* NULL where absent or null */
    vcl_path path; /* its parent is the path of the field it came from */
} vcl_field;

typedef struct vcl_range {
    double low;
    double high; /* HUGE_VAL: no limit */
} vcl_range;

/* A member of an object and an element of an array, which must outlive what is returned. An element
 * that is null is no absent one: it has the wrong type. */
vcl_field vcl_field_at(const vcl_field *object, const char *key);
vcl_field vcl_field_element(const vcl_field *array, size_t index);

/* Is it an object, or an array? Reports where it is something else. False, too, where absent. */
bool vcl_field_is_object(vcl_field field);
bool vcl_field_is_array(vcl_field field);

vcl_slice vcl_field_text(vcl_field field);

/* A text or an integer, as text. */
vcl_slice vcl_field_text_or_integer(vcl_field field);

/* A non-empty text or an integer, as text. */
vcl_slice vcl_field_id(vcl_field field);

/* The same, and not "*". */
vcl_slice vcl_field_product_id(vcl_field field);

/* A year, a month or a day, as written. */
vcl_slice vcl_field_founded(vcl_field field);

/* Is it such a text: "2010", "2010-05" or "2010-05-31"? The first two stand for their first day. */
bool vcl_field_is_period(vcl_slice text);

vcl_tri vcl_field_flag(vcl_field field);

/* The index of the word, `absent` where there is none, VCL_NO_WORD where it is wrong. */
uint8_t vcl_field_word(vcl_field field, const vcl_words *words, uint8_t absent);

double vcl_field_number(vcl_field field, vcl_range range);

/* A number without a fraction; 3.0 is one. */
double vcl_field_integer(vcl_field field, vcl_range range);

vcl_date vcl_field_date(vcl_field field);

/* Reports that `key` is missing in `object`, unless it is there. False if it is not. */
bool vcl_field_require(const vcl_field *object, const char *key);

/* Reports something else that is wrong with a field; `detail` may be NULL. */
void vcl_field_report(const vcl_field *field, vcl_problem_code code, vcl_message message,
                      const char *detail);

#endif
