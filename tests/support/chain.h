/* Hand-drawn chains. A drawing has one record a line, or several with ; between them, and ' for ":
 * what it is, its id (in quotes if it has a blank), for a link the ids of both ends, and then fields
 * of the dataset format. A line that begins with { or a blank is JSON as it stands.
 *
 *     vcl_chain *chain = chain_of("as_of 2023-12-31\n"
 *                                 "farmer f 'count': 40; cooperative c\n"
 *                                 "link f c 'product': 'tea'\n");
 */
#ifndef SUPPORT_CHAIN_H
#define SUPPORT_CHAIN_H

#include <stdlib.h>
#include <string.h>

#include <vclink/vclink.h>

#include "base/text.h"
#include "model/chain.h"
#include "support/assert.h"

static inline vcl_slice skip_blanks(vcl_slice text)
{
    while (text.size > 0 && text.bytes[0] == ' ') {
        text = vcl_slice_from(text, 1);
    }
    return text;
}

/* Takes the next word off the record; one in quotes may hold blanks. */
static inline vcl_slice take_word(vcl_slice *record)
{
    vcl_slice word = skip_blanks(*record);
    char end = word.size > 0 && word.bytes[0] == '\'' ? '\'' : ' ';
    size_t size = 0;

    word = vcl_slice_from(word, end == '\'' ? 1 : 0);
    while (size < word.size && word.bytes[size] != end) {
        size++;
    }
    *record = skip_blanks(vcl_slice_from(word, size + (size < word.size ? 1 : 0)));
    word.size = size;
    return word;
}

static inline bool is_word(vcl_slice word, const char *expected)
{
    return word.size == strlen(expected) && memcmp(word.bytes, expected, word.size) == 0;
}

/* Writes BEFORE, then the record's next word in quotes. */
static inline void write_word(vcl_text *out, const char *before, vcl_slice *record)
{
    vcl_text_add(out, before);
    vcl_text_add_byte(out, '\'');
    vcl_text_add_slice(out, take_word(record));
    vcl_text_add_byte(out, '\'');
}

/* A record as a line of JSON, with ' for ". */
static inline void write_drawn(vcl_text *out, vcl_slice record)
{
    vcl_slice whole = record;
    vcl_slice word = take_word(&record);

    if (is_word(word, "as_of")) {
        write_word(out, "{'graph': {'as_of': ", &record);
    } else if (is_word(word, "link")) {
        write_word(out, "{'link': {'source': ", &record);
        write_word(out, ", 'target': ", &record);
    } else if (is_word(word, "product") || is_word(word, "place")) {
        vcl_text_add(out, is_word(word, "place") ? "{'place': {" : "{'product': {");
        write_word(out, "'id': ", &record);
    } else {
        write_word(out, "{'node': {'kind': ", &whole);
        write_word(out, ", 'id': ", &record);
    }
    vcl_text_add(out, record.size > 0 ? ", " : "");
    vcl_text_add_slice(out, record);
    vcl_text_add(out, "}}\n");
}

/* Writes the records of a line; returns where the next line begins. */
static inline const char *write_line(vcl_text *out, const char *line)
{
    vcl_slice rest = { line, strcspn(line, "\n") };
    const char *next = line + rest.size + (line[rest.size] == '\n' ? 1 : 0);

    if (*line == '{' || *line == ' ') {
        vcl_text_add_slice(out, (vcl_slice){ line, (size_t)(next - line) });
        return next;
    }
    while (rest.size > 0) {
        const char *end = memchr(rest.bytes, ';', rest.size);
        size_t size = end == NULL ? rest.size : (size_t)(end - rest.bytes);
        write_drawn(out, (vcl_slice){ rest.bytes, size });
        rest = skip_blanks(vcl_slice_from(rest, size + (end == NULL ? 0 : 1)));
    }
    return next;
}

/* The JSON of a drawing; the caller releases it. */
static inline vcl_text json_of(const char *drawing)
{
    vcl_text json = { 0 };

    while (*drawing != '\0') {
        drawing = write_line(&json, drawing);
    }
    assert_int_equal(vcl_text_status(&json, NULL), VCL_OK);
    for (size_t i = 0; i < json.size; i++) {
        json.bytes[i] = json.bytes[i] == '\'' ? '"' : json.bytes[i];
    }
    return json;
}

/* Loads a drawing; `*out` is NULL where it has errors. */
static inline vcl_status load_drawing(const char *drawing, const vcl_load_options *options,
                                      vcl_problems *problems, vcl_chain **out)
{
    vcl_text json = json_of(drawing);
    vcl_status status = vcl_chain_load_memory(vcl_text_bytes(&json), json.size, "drawing", options,
                                              problems, out, NULL);

    vcl_text_release(&json);
    return status;
}

static inline void print_problems(const vcl_problems *problems)
{
    char sentence[1024];

    for (size_t i = 0; i < vcl_problems_count(problems); i++) {
        const vcl_problem *problem = vcl_problems_at(problems, i);
        vcl_problem_text(problem, VCL_ENGLISH, sentence, sizeof sentence);
        print_error("%s:%d: %s: %s\n", problem->file, (int)problem->line, problem->pointer,
                    sentence);
    }
}

/* The chain of a drawing, for the caller to free; the test fails where it has errors. */
static inline vcl_chain *chain_of(const char *drawing)
{
    vcl_problems *problems = NULL;
    vcl_chain *chain = NULL;

    assert_int_equal(vcl_problems_new(&problems, NULL), VCL_OK);
    if (load_drawing(drawing, NULL, problems, &chain) != VCL_OK) {
        print_problems(problems);
        fail_msg("the drawing is no chain:\n%s", drawing);
    }
    vcl_problems_free(problems);
    return chain;
}

/* A text of the file stands in a problem as JSON does, which drawings are easier to read without. */
static inline vcl_slice without_quotes(const char *value)
{
    vcl_slice text = vcl_slice_of(value);

    if (text.size >= 2 && value[0] == '"' && value[text.size - 1] == '"') {
        text = (vcl_slice){ value + 1, text.size - 2 };
    }
    return text;
}

/* "self-link 3 /link f", a line for each problem: code, line, pointer, value, and where there is one
 * (detail) and ?suggestion. */
static inline void write_problem(vcl_text *out, const vcl_problem *problem)
{
    vcl_text_add(out, problem->code);
    vcl_text_add_byte(out, ' ');
    vcl_text_add_integer(out, (int64_t)problem->line);
    vcl_text_add_byte(out, ' ');
    vcl_text_add(out, problem->pointer);
    if (problem->value != NULL) {
        vcl_text_add_byte(out, ' ');
        vcl_text_add_slice(out, without_quotes(problem->value));
    }
    if (problem->detail != NULL) {
        vcl_text_add(out, " (");
        vcl_text_add(out, problem->detail);
        vcl_text_add_byte(out, ')');
    }
    if (problem->suggestion != NULL) {
        vcl_text_add(out, " ?");
        vcl_text_add(out, problem->suggestion);
    }
    vcl_text_add_byte(out, '\n');
}

/* The problems of a drawing as it stands on `as_of` (NULL: its own day), for the caller to free. */
static inline vcl_problems *problems_of(const char *as_of, const char *drawing)
{
    vcl_load_options options = { .as_of = as_of };
    vcl_problems *problems = NULL;
    vcl_chain *chain = NULL;
    vcl_status status;

    assert_int_equal(vcl_problems_new(&problems, NULL), VCL_OK);
    status = load_drawing(drawing, &options, problems, &chain);
    assert_int_equal(status, vcl_problems_errors(problems) > 0 ? VCL_ERROR_INPUT : VCL_OK);
    assert_int_equal(chain != NULL, status == VCL_OK);
    vcl_chain_free(chain);
    return problems;
}

static inline void assert_problems_on(const char *as_of, const char *drawing, const char *expected)
{
    vcl_problems *problems = problems_of(as_of, drawing);
    vcl_text found = { 0 };

    for (size_t i = 0; i < vcl_problems_count(problems); i++) {
        write_problem(&found, vcl_problems_at(problems, i));
    }
    assert_string_equal(vcl_text_bytes(&found), expected);
    vcl_text_release(&found);
    vcl_problems_free(problems);
}

static inline void assert_problems(const char *drawing, const char *expected)
{
    assert_problems_on(NULL, drawing, expected);
}

/* Only their codes, blanks between them. */
static inline void assert_codes_on(const char *as_of, const char *drawing, const char *expected)
{
    vcl_problems *problems = problems_of(as_of, drawing);
    vcl_text found = { 0 };

    for (size_t i = 0; i < vcl_problems_count(problems); i++) {
        vcl_text_add(&found, i == 0 ? "" : " ");
        vcl_text_add(&found, vcl_problems_at(problems, i)->code);
    }
    assert_string_equal(vcl_text_bytes(&found), expected);
    vcl_text_release(&found);
    vcl_problems_free(problems);
}

static inline void assert_codes(const char *drawing, const char *expected)
{
    assert_codes_on(NULL, drawing, expected);
}

/* The number of an actor, which must be there. */
static inline uint32_t actor_of(const vcl_chain *chain, const char *id)
{
    size_t index = 0;

    if (!vcl_chain_find_actor(chain, id, &index)) {
        fail_msg("there is no actor %s", id);
    }
    return (uint32_t)index;
}

/* The number of a product, which must be there; "*" is the unstated one. */
static inline uint32_t product_of(const vcl_chain *chain, const char *id)
{
    uint32_t product = 0;

    while (product < chain->product_count && strcmp(chain->products[product].id, id) != 0) {
        product++;
    }
    if (product == chain->product_count && strcmp(id, "*") != 0) {
        fail_msg("there is no product %s", id);
    }
    return product;
}

#endif
