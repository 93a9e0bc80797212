/* Document or JSON Lines? Told by what the file contains, never by its name. */
#ifndef LOAD_CONTAINER_H
#define LOAD_CONTAINER_H

#include "load/source.h"

typedef enum vcl_container {
    VCL_CONTAINER_NONE, /* empty, or it does not begin with an object */
    VCL_CONTAINER_NOT_UTF8, /* it does not even begin with a character */
    VCL_CONTAINER_DOCUMENT,
    VCL_CONTAINER_LINES,
} vcl_container;

/* No record may be longer. */
#define VCL_RECORD_LIMIT ((size_t)16 * 1024 * 1024)

/* Looks at the first object and drops nothing but a byte-order mark. The first key that occurs in
 * one form only decides. Where none does, the object is a line if it stands on one line and either
 * more follows or it holds the key `graph` alone. An object that is still undecided after
 * VCL_RECORD_LIMIT cannot be a line. */
vcl_container vcl_container_detect(vcl_source *source);

#endif
