/* The report's page, of which cmake/page.cmake makes a C file: bytes, and slots between them that
 * are filled for each report. */
#ifndef EXPORT_PAGE_H
#define EXPORT_PAGE_H

#include <stddef.h>

/* {{language}} in page.html is VCL_PAGE_LANGUAGE, and so on. */
typedef enum vcl_page_slot {
    VCL_PAGE_BYTES, /* no slot: the bytes that stand there */
    VCL_PAGE_LANGUAGE, /* "vi" or "en" */
    VCL_PAGE_TITLE, /* of the document, as text of HTML */
    VCL_PAGE_NOSCRIPT, /* what those read who allow no script, as HTML */
    VCL_PAGE_DATA, /* the data, as JSON within a script element */
} vcl_page_slot;

typedef struct vcl_page_part {
    vcl_page_slot slot;
    const unsigned char *bytes; /* UTF-8, not NUL-terminated; NULL for slots */
    size_t size;
} vcl_page_part;

extern const vcl_page_part vcl_page_parts[];
extern const size_t vcl_page_part_count;

#endif
