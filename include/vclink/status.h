/* What every function of vclink answers with: a status, and an error that the caller owns.
 *
 * An error holds data, not a sentence: the message and its arguments. vcl_error_text() turns it
 * into a sentence of either language when somebody wants to read it. The first error wins: a
 * function that fails fills *err once, and its callers only pass it on. */
#ifndef VCLINK_STATUS_H
#define VCLINK_STATUS_H

#include <stddef.h>

#include <vclink/message.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum vcl_status {
    VCL_OK = 0,
    VCL_ERROR_USAGE = 2,    /* an option or argument that cannot be followed */
    VCL_ERROR_INPUT = 3,    /* the data has errors; the problems say which */
    VCL_ERROR_IO = 4,       /* a file could not be read or written */
    VCL_ERROR_MEMORY = 5,   /* out of memory */
    VCL_ERROR_INTERNAL = 6, /* igraph failed, or a figure that must be finite is not */
} vcl_status;

/* Longest argument that an error keeps, with its closing NUL; what is longer is cut. */
#define VCL_ERROR_ARGUMENT_SIZE 512

typedef struct vcl_error {
    vcl_status status;
    int message; /* a message id, for vcl_error_text() */
    char arguments[2][VCL_ERROR_ARGUMENT_SIZE];
} vcl_error;

/* Writes what went wrong as one line without a line end, in `language`, into `buffer` of `size`
 * bytes, always NUL-terminated and cut where it does not fit (never within a character). Control
 * and bidirectional characters of the arguments are shown as <U+001B>. `size` 0 writes nothing.
 * O(size). */
VCL_API void vcl_error_text(const vcl_error *err, vcl_language language, char *buffer,
                            size_t size);

/* The version of this library, such as "0.1.0"; static. */
VCL_API const char *vcl_version(void);

/* The version of igraph in use, such as "0.10.2"; static. */
VCL_API const char *vcl_igraph_version(void);

#ifdef __cplusplus
}
#endif

#endif
