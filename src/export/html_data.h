/* The data of a report: one JSON document within a script element of the page. */
#ifndef EXPORT_HTML_DATA_H
#define EXPORT_HTML_DATA_H

#include "export/exporter.h"

/* Writes the document: what the figures were computed from, the labels of all terms and units that
 * occur, every table column by column, and the outlines of places.
 *
 *     {"language": "vi", "dataset": {...}, "tool": {...}, "options": {...},
 *      "organisations_only": false,
 *      "terms": {"cooperative": ["cooperative", "hợp tác xã"], ...}, "units": {...},
 *      "tables": {"summary": {"title": [...], "columns": [{"name", "type", "unit", "flags", "label",
 *                 "description"}, ...], "values": [[of the first column, ...], ...]}, ...},
 *      "regions": null or [{"place": "24", "rings": [[[longitude, latitude], ...], ...]}, ...]}
 *
 * Labels are pairs, by vcl_language. VCL_ERROR_MEMORY. O(size of the output). */
vcl_status vcl_html_write_data(const vcl_result *result, const vcl_export_options *options,
                               vcl_output *output, vcl_error *err);

#endif
