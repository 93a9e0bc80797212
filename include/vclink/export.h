/* Exporters: tables as JSON, NDJSON, CSV, or as text for a terminal. */
#ifndef VCLINK_EXPORT_H
#define VCLINK_EXPORT_H

#include <stdbool.h>
#include <stddef.h>

#include <vclink/status.h>
#include <vclink/table.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The formats that there are. `index` must be below vcl_export_count(). Static. */
VCL_API size_t vcl_export_count(void);
VCL_API const char *vcl_export_name(size_t index);
VCL_API const char *vcl_export_description(size_t index, vcl_language language);

typedef struct vcl_export_options {
    const char *format;     /* one of vcl_export_name(); NULL is "json" */
    vcl_language language;  /* of headings; JSON, NDJSON and CSV have none and do not change */
    size_t top;             /* only the first rows of each table; 0: all */
    bool color;             /* "table" and "overview": with terminal colours */
    bool byte_order_mark;   /* CSV: begin with one, so that Excel reads Vietnamese names */
    size_t width;           /* "table" and "overview": columns of the terminal; 0: 100 */
    const char *source;     /* "overview": what the next command should name; or NULL */
} vcl_export_options;

/* Writes `result` to the file `path`, or to standard output if `path` is NULL or "-". A regular
 * file is replaced as a whole or not at all; a device or pipe is written to. `options` may be NULL.
 *
 * VCL_ERROR_USAGE (an unknown format; CSV with more than one table), VCL_ERROR_IO,
 * VCL_ERROR_MEMORY. O(size of the output). Reals have 12 significant digits in every locale. */
VCL_API vcl_status vcl_export(const vcl_result *result, const vcl_export_options *options,
                              const char *path, vcl_error *err);

/* Removes the half-written file of a vcl_export() under way, if there is one. For a signal handler
 * that is about to end the process: async-signal-safe. */
VCL_API void vcl_export_abandon(void);

#ifdef __cplusplus
}
#endif

#endif
