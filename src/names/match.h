/* Whom a register means by an id, a tax code or a name.
 *
 * Exact ids and checked tax codes link, and names with the same key (names/name.h) that only one
 * bears; but only if all that is given and found means the same one. Everything else gets the best
 * candidates with a score for the review list. A place never links: of equal candidates the one
 * there stands first.
 *
 * The score, 0 to 1, is 1 for an equal id, tax code or key; else the words of both names that
 * are paired, each pair as alike as it is (Damerau), as a share of all words, a word weighing
 * its inverse document frequency: soft TF-IDF after W. W. Cohen, P. Ravikumar, S. E. Fienberg,
 * "A Comparison of String Distance Metrics for Name-Matching Tasks" (2003), as a Dice sum. */
#ifndef NAMES_MATCH_H
#define NAMES_MATCH_H

#include "base/idmap.h"
#include "names/similarity.h"
#include "values/reading.h"

/* What is known of one; what is not, is empty. */
typedef struct vcl_party {
    vcl_slice id;
    vcl_slice tax_code;
    vcl_slice name;
    vcl_slice place;
    vcl_slice key; /* vcl_name_key() of the name where it is known already, else empty */
} vcl_party;

/* From texts to the references that bear them. */
typedef struct vcl_bearers {
    vcl_idmap keys;
    vcl_array first; /* of uint32_t by key: the first reference in order */
    vcl_array last; /* the same: the last one */
    vcl_array next; /* of uint32_t by reference: the next with its key, VCL_NONE at the end */
    vcl_array key; /* of uint32_t by reference: its key, VCL_NONE: none */
} vcl_bearers;

typedef struct vcl_matcher {
    vcl_array references; /* of vcl_party, texts in the arena; in order once prepared */
    vcl_arena arena;
    vcl_bearers ids;
    vcl_bearers loose_ids; /* in lower case, without zeros before them */
    vcl_bearers tax_codes;
    vcl_bearers names; /* by vcl_name_key() */
    vcl_bearers bare; /* by name without marks and spaces */
    vcl_idmap words; /* of vcl_name_words() of all references */
    vcl_array letters; /* of vcl_word, by word */
    vcl_array word_starts; /* of uint32_t by reference: where its words begin, and an end */
    vcl_array word_items; /* of uint32_t: words, once each, by reference */
    vcl_array posting_starts; /* of uint32_t by word: where its references begin, and an end */
    vcl_array posting_items; /* of uint32_t: references, by word */
    vcl_idmap sought; /* words that were sought, */
    vcl_array alike_starts; /* of uint32_t by sought word: where those like it begin, and an end */
    vcl_array alike; /* of vcl_alike */
    vcl_array sums; /* of double by reference: work space, zero between searches */
    size_t steps; /* that all searches for candidates took */
} vcl_matcher;

/* A word of references that is like a sought one. */
typedef struct vcl_alike {
    uint32_t word;
    double similarity;
} vcl_alike;

enum { VCL_CANDIDATES = 5 };

typedef struct vcl_candidate {
    uint32_t reference;
    double score; /* rounded to 6 decimals */
} vcl_candidate;

typedef struct vcl_match {
    vcl_reading reading; /* understood: linked; VCL_MSG_MATCH_… */
    uint32_t reference; /* VCL_NONE where it is not linked */
    size_t count; /* of candidates, 0 where it is linked */
    vcl_candidate candidates[VCL_CANDIDATES]; /* best first */
} vcl_match;

/* No references; allocates nothing. */
void vcl_matcher_init(vcl_matcher *matcher);
void vcl_matcher_release(vcl_matcher *matcher);

/* Adds one that may be meant, and copies its texts. VCL_ERROR_MEMORY. */
vcl_status vcl_matcher_add(vcl_matcher *matcher, const vcl_party *reference, vcl_error *err);

/* Call once, when all are added: sorts them, so that nothing depends on the order in which they
 * came, and indexes them. O(n log n) in their words. VCL_ERROR_MEMORY. */
vcl_status vcl_matcher_prepare(vcl_matcher *matcher, vcl_error *err);

/* The reference of a number; valid until release. */
const vcl_party *vcl_matcher_reference(const vcl_matcher *matcher, uint32_t number);

/* Whom `sought` means. One cell that may hold any of them stands in all three of id, tax_code
 * and name. Expected O(words) to link; for candidates, some tens of thousands of steps at most
 * (a thousand once all searches took a hundred million), and the words of all references once for each new word. Not from two threads at a time.
 * VCL_ERROR_MEMORY. */
vcl_status vcl_matcher_find(vcl_matcher *matcher, const vcl_party *sought, vcl_match *out,
                            vcl_error *err);

/* Numbers of what was sought among the bearers, VCL_NONE where no reference has it. */
typedef struct vcl_exact {
    uint32_t id;
    uint32_t tax_code;
    uint32_t name;
} vcl_exact;

/* The key of loose ids in `scratch`, which says whether there was memory; valid until the next. */
vcl_slice vcl_matcher_loose_id(vcl_text *scratch, vcl_slice id);

/* Adds the candidates; vcl_matcher_find() asks for them. */
vcl_status vcl_matcher_rank(vcl_matcher *matcher, const vcl_party *sought, const vcl_exact *exact,
                            vcl_match *out, vcl_error *err);

#endif
