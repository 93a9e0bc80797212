/* The answer, computed from tables by their names and columns: what the first screen, the first
 * sheet and whoever else opens with it have in common. Missing tables have nothing to tell. */
#ifndef EXPORT_HEADLINE_H
#define EXPORT_HEADLINE_H

#include <stdbool.h>
#include <stdint.h>

#include <vclink/table.h>

#include "base/message.h"
#include "export/best.h"

/* What `coverage` says of one kind over all; `active` are those that sell and are no buyers. */
typedef struct vcl_headline_count {
    int64_t active, covered, inactive, not_applicable, buyers;
} vcl_headline_count;

/* False if none of that kind is active and sells, or the table is missing. */
bool vcl_headline_count_of(const vcl_result *result, const char *kind, vcl_headline_count *out);

/* Whom the answer is about: cooperatives where some are active and sell, else households, groups
 * or unions; a kind of the table `coverage`, or NULL if nobody sells. */
const char *vcl_headline_kind(const vcl_result *result);

/* "cooperatives", "hợp tác xã". */
const char *vcl_headline_noun(const char *kind, vcl_language language);

/* Appends "2023-12-31", in Vietnamese "31/12/2023"; what is no date as it is, made visible. */
void vcl_headline_add_date(vcl_text *out, const char *date, vcl_language language);

/* The name of a row's actor, else its id. */
const char *vcl_headline_actor(const vcl_table *table, size_t row);

/* Those of a row's table that the answer is about: those of `kind`, all of them where that is
 * farmers, who have no rows. */
bool vcl_headline_concerns(const vcl_table *table, size_t row, const char *kind);

enum { VCL_REASONS_AT_MOST = 10 };

/* How many rows bear each linkage, in the order of their first appearance. */
typedef struct vcl_headline_reasons {
    const char *linkage[VCL_REASONS_AT_MOST];
    int64_t count[VCL_REASONS_AT_MOST];
    size_t size;
    int64_t all; /* rows */
} vcl_headline_reasons;

/* Of the rows of `unlinked` or `gaps` that concern `kind`. `table` may be NULL. O(rows). */
vcl_headline_reasons vcl_headline_reasons_of(const vcl_table *table, const char *kind);

/* The most frequent first. */
vcl_best vcl_headline_order(const vcl_headline_reasons *reasons);

/* The `limit` rows with the highest figures in two columns, of those where one is above 0; with
 * enterprises, or without. `table` may be NULL. O(rows). */
vcl_best vcl_headline_heaviest(const vcl_table *table, const char *households,
                               const char *cooperatives, bool enterprises, size_t limit);

#endif
