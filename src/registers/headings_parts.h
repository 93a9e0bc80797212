/* What indexing headings and finding them have in common. */
#ifndef REGISTERS_HEADINGS_PARTS_H
#define REGISTERS_HEADINGS_PARTS_H

#include "registers/headings.h"

/* The key of a text, in headings->key; empty where memory runs out, which that remembers. */
vcl_slice vcl_headings_key(vcl_headings *headings, vcl_slice text);

/* Means nothing in any register. */
vcl_heading vcl_headings_none(void);

/* Cuts the part before the next `mark`, or all, off the front of *text. */
vcl_slice vcl_headings_take(vcl_slice *text, char mark);

#endif
