/* Labels of our own words and units in either language. */
#include <string.h>

#include <vclink/table.h>

typedef struct labelled {
    const char *word;
    const char *label[2];
} labelled;

static const labelled terms[] = {
#define TERM(word, english, vietnamese) { word, { english, vietnamese } },
#include "analysis/terms.def"
#undef TERM
};

static const labelled units[] = {
#define UNIT(unit, vietnamese) { unit, { unit, vietnamese } },
#include "analysis/units.def"
#undef UNIT
};

/* `word` itself where it has no label. */
static const char *label_of(const labelled *list, size_t count, const char *word,
                            vcl_language language)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(list[i].word, word) == 0) {
            return list[i].label[language];
        }
    }
    return word;
}

const char *vcl_term_label(const char *term, vcl_language language)
{
    return label_of(terms, sizeof terms / sizeof *terms, term, language);
}

const char *vcl_unit_label(const char *unit, vcl_language language)
{
    return label_of(units, sizeof units / sizeof *units, unit, language);
}
