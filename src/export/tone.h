/* Colours of a terminal, by what they say. */
#ifndef EXPORT_TONE_H
#define EXPORT_TONE_H

#include <vclink/table.h>

typedef enum vcl_tone {
    VCL_TONE_PLAIN = 0,
    VCL_TONE_HEADING, /* bold */
    VCL_TONE_ASIDE, /* dim */
    VCL_TONE_GOOD, /* green */
    VCL_TONE_MIDDLING, /* yellow */
    VCL_TONE_BAD, /* red */
    VCL_TONE_NEUTRAL, /* cyan: a share that is neither good nor bad */
} vcl_tone;

/* The sequence that switches a tone on; "" for the plain one. Static. */
const char *vcl_tone_begin(vcl_tone tone);

/* The sequence that switches every tone off; "" for the plain one. Static. */
const char *vcl_tone_end(vcl_tone tone);

/* Red for a linkage without a buyer, yellow for one with a gap, green for one without; plain for
 * every other term. */
vcl_tone vcl_tone_of_term(const char *term);

/* Green from two thirds covered, yellow from one third, red below. */
vcl_tone vcl_tone_of_coverage(double rate);

#endif
