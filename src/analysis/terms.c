/* Labels of our own words in either language. */
#include <string.h>

#include <vclink/table.h>

static const struct {
    const char *word;
    const char *label[2];
} terms[] = {
#define TERM(word, english, vietnamese) { word, { english, vietnamese } },
#include "analysis/terms.def"
#undef TERM
};

const char *vcl_term_label(const char *term, vcl_language language)
{
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        if (strcmp(terms[i].word, term) == 0) {
            return terms[i].label[language];
        }
    }
    return term;
}
