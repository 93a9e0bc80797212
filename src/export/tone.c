/* Colours of a terminal: the eight that every one has. */
#include "export/tone.h"

#include <string.h>

const char *vcl_tone_begin(vcl_tone tone)
{
    static const char *const sequences[] = {
        [VCL_TONE_PLAIN] = "",
        [VCL_TONE_HEADING] = "\x1b[1m",
        [VCL_TONE_ASIDE] = "\x1b[2m",
        [VCL_TONE_GOOD] = "\x1b[32m",
        [VCL_TONE_MIDDLING] = "\x1b[33m",
        [VCL_TONE_BAD] = "\x1b[31m",
        [VCL_TONE_NEUTRAL] = "\x1b[36m",
    };

    return sequences[tone];
}

const char *vcl_tone_end(vcl_tone tone)
{
    return tone == VCL_TONE_PLAIN ? "" : "\x1b[0m";
}

vcl_tone vcl_tone_of_term(const char *term)
{
    static const struct {
        const char *term;
        vcl_tone tone;
    } tones[] = {
        { "isolated", VCL_TONE_BAD },         { "no_buyer", VCL_TONE_BAD },
        { "dead_end", VCL_TONE_BAD },         { "lapsed", VCL_TONE_BAD },
        { "upcoming", VCL_TONE_BAD },         { "buyer_inactive", VCL_TONE_BAD },
        { "product_mismatch", VCL_TONE_BAD }, { "product_gap", VCL_TONE_MIDDLING },
        { "volume_gap", VCL_TONE_MIDDLING },  { "linked", VCL_TONE_GOOD },
        { "direct", VCL_TONE_GOOD },          { "indirect", VCL_TONE_GOOD },
        { "uncovered", VCL_TONE_BAD },
    };

    for (size_t i = 0; i < sizeof tones / sizeof tones[0]; i++) {
        if (strcmp(tones[i].term, term) == 0) {
            return tones[i].tone;
        }
    }
    return VCL_TONE_PLAIN;
}

vcl_tone vcl_tone_of_coverage(double rate)
{
    if (rate >= 2.0 / 3.0) {
        return VCL_TONE_GOOD;
    }
    return rate >= 1.0 / 3.0 ? VCL_TONE_MIDDLING : VCL_TONE_BAD;
}
