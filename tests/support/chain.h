/* Hand-drawn chains. A drawing is JSON Lines with ' for " and, where a record ends, a comma that may
 * be left over:
 *
 *     vcl_chain *chain = chain_of(FARMER("f", "'count': 40")
 *                                 COOPERATIVE("c", "")
 *                                 LINK("f", "c", "'product': 'tea'"));
 */
#ifndef SUPPORT_CHAIN_H
#define SUPPORT_CHAIN_H

#include <stdlib.h>
#include <string.h>

#include <vclink/vclink.h>

#include "base/text.h"
#include "model/chain.h"
#include "support/assert.h"

#define NODE(kind, id, fields) "{'node': {'id': '" id "', 'kind': '" kind "', " fields "}}\n"
#define FARMER(id, fields) NODE("farmer", id, fields)
#define GROUP(id, fields) NODE("group", id, fields)
#define COOPERATIVE(id, fields) NODE("cooperative", id, fields)
#define UNION(id, fields) NODE("union", id, fields)
#define ENTERPRISE(id, fields) NODE("enterprise", id, fields)
#define LINK(source, target, fields)                                                               \
    "{'link': {'source': '" source "', 'target': '" target "', " fields "}}\n"
#define PRODUCT(id, fields) "{'product': {'id': '" id "', " fields "}}\n"
#define PLACE(id, fields) "{'place': {'id': '" id "', " fields "}}\n"
#define AS_OF(date) "{'graph': {'as_of': '" date "'}}\n"

/* The JSON of a drawing; the caller releases it. */
static inline vcl_text json_of(const char *drawing)
{
    vcl_text json = { 0 };

    for (const char *at = drawing; *at != '\0'; at++) {
        if (strncmp(at, ", }", 3) == 0) {
            at += 2;
        }
        vcl_text_add_byte(&json, *at == '\'' ? '"' : *at);
    }
    assert_int_equal(vcl_text_status(&json, NULL), VCL_OK);
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
