/* The id that was probably meant: one that differs only in case, marks, punctuation or leading
 * zeros, else the one fewest edits away (Levenshtein, at most 2). */
#ifndef MODEL_NEAREST_H
#define MODEL_NEAREST_H

#include <stdbool.h>

#include "base/idmap.h"

typedef struct vcl_nearest {
    vcl_array ids; /* of const char *, the candidates */
    vcl_idmap keys; /* of search keys */
    vcl_array of_key; /* of const char *: the first id, in byte order, of each key */
    bool keyed;
    size_t budget; /* comparisons that may still be made */
} vcl_nearest;

/* No candidates; allocates nothing. */
void vcl_nearest_init(vcl_nearest *nearest);
void vcl_nearest_release(vcl_nearest *nearest);

/* `id` must outlive the search. VCL_ERROR_MEMORY. */
vcl_status vcl_nearest_add(vcl_nearest *nearest, const char *id, vcl_error *err);

/* The candidate nearest to `id`, or NULL if none is near; the smaller in byte order of two equally
 * near. After some millions of comparisons in all it gives up and finds NULL, so that a file full
 * of errors is still read fast. O(candidates). VCL_ERROR_MEMORY. */
vcl_status vcl_nearest_find(vcl_nearest *nearest, const char *id, const char **out, vcl_error *err);

#endif
