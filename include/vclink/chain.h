/* A value chain: farmers, groups, cooperatives, unions and enterprises, the links between them,
 * products and places, as loaded from a dataset of format version 1. Immutable once loaded; it may
 * be read by several threads. */
#ifndef VCLINK_CHAIN_H
#define VCLINK_CHAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <vclink/problem.h>
#include <vclink/status.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct vcl_chain vcl_chain;

typedef enum vcl_kind {
    VCL_FARMER = 0,
    VCL_GROUP = 1,
    VCL_COOPERATIVE = 2,
    VCL_UNION = 3,
    VCL_ENTERPRISE = 4,
} vcl_kind;

/* Called now and then while a file is read. `bytes_read` grows from call to call; `bytes_total` is
 * 0 where the size is not known (a pipe). When both are equal all is read; what the records say of
 * each other is then still to be resolved. */
typedef void vcl_progress(uint64_t bytes_read, uint64_t bytes_total, void *context);

typedef struct vcl_load_options {
    const char *as_of; /* "YYYY-MM-DD" or NULL: the dataset's; only warnings depend on it */
    vcl_progress *progress; /* or NULL */
    void *progress_context;
    unsigned threads; /* 0: as many as serve, which are two on a machine that has them */
} vcl_load_options;

/* Loads the dataset in the file `path` ("-": standard input), a document or JSON Lines, as a
 * stream. `options` may be NULL. Whatever is wrong with the data is added to `problems`.
 *
 * On success `*out` is a chain that the caller frees. On failure it is NULL: VCL_ERROR_INPUT (the
 * data has errors, see `problems`), VCL_ERROR_IO, VCL_ERROR_USAGE (options->as_of is no date),
 * VCL_ERROR_MEMORY. O(n log n) in records, memory for actors and links only. */
VCL_API vcl_status vcl_chain_load(const char *path, const vcl_load_options *options,
                                  vcl_problems *problems, vcl_chain **out, vcl_error *err);

/* The same from `size` bytes in memory, which need no closing NUL. `name` stands for the file in
 * problems. */
VCL_API vcl_status vcl_chain_load_memory(const char *bytes, size_t size, const char *name,
                                         const vcl_load_options *options, vcl_problems *problems,
                                         vcl_chain **out, vcl_error *err);

/* NULL is allowed. */
VCL_API void vcl_chain_free(vcl_chain *chain);

/* The dataset's name, as-of date ("YYYY-MM-DD"), currency and source; NULL where not stated. Owned
 * by the chain. */
VCL_API const char *vcl_chain_name(const vcl_chain *chain);
VCL_API const char *vcl_chain_as_of(const vcl_chain *chain);
VCL_API const char *vcl_chain_currency(const vcl_chain *chain);
VCL_API const char *vcl_chain_source(const vcl_chain *chain);

/* Numbers of records; ignored links (to itself, exact duplicates) are left out. */
VCL_API size_t vcl_chain_actor_count(const vcl_chain *chain);
VCL_API size_t vcl_chain_link_count(const vcl_chain *chain);
VCL_API size_t vcl_chain_product_count(const vcl_chain *chain);
VCL_API size_t vcl_chain_place_count(const vcl_chain *chain);

/* An actor by its place in the byte order of ids; `index` must be below the count. O(1). */
VCL_API const char *vcl_chain_actor_id(const vcl_chain *chain, size_t index);
VCL_API const char *vcl_chain_actor_name(const vcl_chain *chain, size_t index); /* or NULL */
VCL_API vcl_kind vcl_chain_actor_kind(const vcl_chain *chain, size_t index);

/* Finds an actor by its id as it is written in the data, else by its id as it is shown (NFC), if
 * only one is shown so: true and `*index` if there is one. `index` may be NULL. O(log n), O(n) for
 * the latter. */
VCL_API bool vcl_chain_find_actor(const vcl_chain *chain, const char *id, size_t *index);

/* The id nearest to one that is not there ("HTX-9": "HTX-09"), or NULL if none is near. O(n). */
VCL_API const char *vcl_chain_nearest_id(const vcl_chain *chain, const char *id);

#ifdef __cplusplus
}
#endif

#endif
