/* Exporters: figures as JSON, NDJSON, CSV, or as text for a terminal; the chain as a network in the
 * formats of other tools. */
#ifndef VCLINK_EXPORT_H
#define VCLINK_EXPORT_H

#include <stdbool.h>
#include <stddef.h>

#include <vclink/regions.h>
#include <vclink/status.h>
#include <vclink/table.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What a format is for. Names are unique within a use. */
typedef enum vcl_export_use {
    VCL_USE_FIGURES = 0, /* whatever tables there are: vclink analyze */
    VCL_USE_NETWORK = 1, /* the chain with its figures, for other tools: vclink export */
    VCL_USE_PAGE = 2,    /* a page to read: vclink report */
    VCL_USE_TEMPLATE = 3, /* empty registers to fill in, of vcl_import_template() */
} vcl_export_use;

typedef struct vcl_export_format {
    vcl_export_use use;
    const char *name;
    const char *endings;        /* of its files' names, separated by spaces: "dot gv"; or "" */
    const char *description[2]; /* by vcl_language */
    bool needs_figures;         /* every table that vcl_analyze() computes unasked */
    const char *const *needs;   /* and these tables; NULL after the last */
    bool is_folder;             /* a folder of files: it needs a path */
} vcl_export_format;

/* The format at `index` among those of a use; NULL after the last. Static. O(formats). */
VCL_API const vcl_export_format *vcl_export_format_at(vcl_export_use use, size_t index);

/* The format of that name, or whose files' names end in `ending` ("gv"); NULL if none does. */
VCL_API const vcl_export_format *vcl_export_find(vcl_export_use use, const char *name);
VCL_API const vcl_export_format *vcl_export_find_ending(vcl_export_use use, const char *ending);

/* The formats of VCL_USE_FIGURES. `index` must be below vcl_export_count(). Static. */
VCL_API size_t vcl_export_count(void);
VCL_API const char *vcl_export_name(size_t index);
VCL_API const char *vcl_export_description(size_t index, vcl_language language);

typedef struct vcl_export_options {
    vcl_export_use use;
    const char *format;     /* the name of one of that use; NULL is its first, or "json" */
    vcl_language language;  /* of headings and of words in registers; JSON, NDJSON, CSV have none */
    size_t top;             /* only the first rows of each table; 0: all */
    bool color;             /* "table" and "overview": with terminal colours */
    bool byte_order_mark;   /* CSV: begin with one, so that Excel reads Vietnamese names */
    char separator;         /* CSV: between cells; 0: a comma */
    size_t width;           /* "table" and "overview": columns of the terminal; 0: 100 */
    const char *source;     /* "overview": what the next command should name; or NULL */
    const char *edge_key;   /* "nodelink": where its links stand, "links" (NULL) or "edges" */
    const vcl_regions *regions; /* "html": outlines of places, for its map; or NULL */
    unsigned threads;       /* "json": that write its rows; 0: as many as the machine runs */
} vcl_export_options;

/* Writes `result` to the file `path`, or to standard output if `path` is NULL or "-". A regular
 * file is replaced as a whole or not at all; a device or pipe is written to. A format that is a
 * folder needs a path, and likewise appears whole or not at all. `options` may be NULL.
 *
 * VCL_ERROR_USAGE (an unknown format; a table that it needs is missing; CSV with more than one
 * table; a folder without a path; somebody left out of a dataset or of registers), VCL_ERROR_IO,
 * VCL_ERROR_MEMORY. O(size of the output). Reals have 12 significant digits in every locale, those of
 * a dataset as many as they need, those of registers 15. */
VCL_API vcl_status vcl_export(const vcl_result *result, const vcl_export_options *options,
                              const char *path, vcl_error *err);

/* One of several outputs. */
typedef struct vcl_export_part {
    const vcl_result *result;
    const vcl_export_options *options; /* NULL is allowed */
    const char *path;
} vcl_export_part;

/* vcl_export() of several results, each to a path of its own: all of them appear or none. Standard
 * output, devices and pipes are written to once every file is; where one of these fails no file
 * appears. When all is on the disk the files are renamed in the order of the parts; only a rename
 * that fails could leave those before it. Statuses as above. */
VCL_API vcl_status vcl_export_together(const vcl_export_part *parts, size_t count, vcl_error *err);

/* Removes the half-written files of a vcl_export() under way, if there are any. For a signal handler
 * that is about to end the process: async-signal-safe. */
VCL_API void vcl_export_abandon(void);

#ifdef __cplusplus
}
#endif

#endif
