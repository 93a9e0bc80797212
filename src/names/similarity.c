/* How alike two words are: edits after F. J. Damerau, "A technique for computer detection and
 * correction of spelling errors" (1964), no place edited twice. */
#include "names/similarity.h"

#include <string.h>

#include "base/unicode.h"

void vcl_word_of(vcl_word *out, vcl_slice text)
{
    size_t size = 0;

    *out = (vcl_word){ 0 };
    for (size_t i = 0; i < text.size && out->size < VCL_WORD_LETTERS; i += size) {
        int32_t letter = vcl_unicode_decode(vcl_slice_from(text, i), &size);
        out->letters[out->size++] = letter;
        out->numeral = out->numeral || (letter >= '0' && letter <= '9');
    }
}

static const double LEAST_ALIKE = 0.6;

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

static uint32_t edits(const vcl_word *a, const vcl_word *b)
{
    uint32_t rows[3][VCL_WORD_LETTERS + 1];

    for (uint32_t j = 0; j <= b->size; j++) {
        rows[0][j] = j;
    }
    for (uint32_t i = 1; i <= a->size; i++) {
        uint32_t *row = rows[i % 3];
        const uint32_t *above = rows[(i + 2) % 3];
        row[0] = i;
        for (uint32_t j = 1; j <= b->size; j++) {
            bool same = a->letters[i - 1] == b->letters[j - 1];
            row[j] = least(above[j - 1] + !same, least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a->letters[i - 1] == b->letters[j - 2] &&
                a->letters[i - 2] == b->letters[j - 1]) {
                row[j] = least(row[j], rows[(i + 1) % 3][j - 2] + 1);
            }
        }
    }
    return rows[a->size % 3][b->size];
}

double vcl_word_similarity(const vcl_word *a, const vcl_word *b)
{
    uint32_t longer = a->size > b->size ? a->size : b->size;
    uint32_t shorter = least(a->size, b->size);
    bool same =
        a->size == b->size && memcmp(a->letters, b->letters, a->size * sizeof *a->letters) == 0;

    if (same || a->numeral || b->numeral || 2 * shorter < longer) {
        return same ? 1.0 : 0.0;
    }
    double alike = 1.0 - (double)edits(a, b) / longer;
    return alike < LEAST_ALIKE ? 0.0 : alike;
}
