/* load: a chain is the same on one thread and on two. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "model/chain.h"
#include "support/assert.h"
#include "support/chance.h"

enum { RECORDS = 12000 };

/* Nodes and links in any order, ids short and long, some amounts, some ids twice. */
static vcl_text records_of(uint64_t seed, bool twice)
{
    vcl_text text = { 0 };
    struct chance chance = { seed };
    char line[300];

    for (uint32_t i = 0; i < RECORDS; i++) {
        uint32_t number = i / 2;
        bool is_long = number % 97 == 0;
        uint32_t target = any_of(&chance, RECORDS / 2);
        if (i % 2 == 0) {
            uint32_t id = twice && i % 1000 == 500 ? number - 3 : number;
            snprintf(line, sizeof line,
                     "{\"node\": {\"id\": \"n%u%s\", \"kind\": \"%s\", \"place\": \"%u\", "
                     "\"products\": [%s]}}\n",
                     id, id % 97 == 0 ? "-with-a-long-id" : "",
                     number % 5 == 0 ? "cooperative" : "group", number % 60,
                     number % 7 == 0 ? "{\"product\": \"tea\", \"output_kg\": 5}, \"rice\""
                                     : "\"rice\"");
        } else {
            snprintf(line, sizeof line,
                     "{\"link\": {\"source\": \"n%u%s\", \"target\": \"n%u%s\", "
                     "\"kind\": \"supply\", \"volume_kg\": %u}}\n",
                     number, is_long ? "-with-a-long-id" : "", target,
                     target % 97 == 0 ? "-with-a-long-id" : "", i % 3);
        }
        vcl_text_add(&text, line);
    }
    return text;
}

static vcl_chain *load(const vcl_text *text, unsigned threads, vcl_problems **problems)
{
    vcl_load_options options = { .threads = threads };
    vcl_chain *chain = NULL;

    assert_int_equal(vcl_problems_new(problems, NULL), VCL_OK);
    vcl_chain_load_memory(text->bytes, text->size, "records", &options, *problems, &chain, NULL);
    return chain;
}

static void assert_same_chain(const vcl_chain *a, const vcl_chain *b)
{
    assert_int_equal(a->actor_count, b->actor_count);
    assert_int_equal(a->link_count, b->link_count);
    assert_int_equal(a->amounts.count, b->amounts.count);
    for (uint32_t i = 0; i < a->actor_count; i++) {
        assert_string_equal(vcl_actor_id(a, i), vcl_actor_id(b, i));
        assert_int_equal(a->actors[i].place, b->actors[i].place);
        assert_int_equal(a->actors[i].products, b->actors[i].products);
        assert_int_equal(a->actors[i].kind, b->actors[i].kind);
    }
    assert_memory_equal(a->links, b->links, a->link_count * sizeof *a->links);
    for (size_t i = 0; i < a->amounts.count; i++) {
        const vcl_amount *first = (const vcl_amount *)a->amounts.items + i;
        const vcl_amount *second = (const vcl_amount *)b->amounts.items + i;
        assert_int_equal(first->actor, second->actor);
        assert_int_equal(first->product, second->product);
    }
}

static void a_chain_is_the_same_on_two_threads(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed < 6; seed++) {
        vcl_text text = records_of(seed, false);
        vcl_problems *problems[2];
        vcl_chain *one = load(&text, 1, problems);
        vcl_chain *two = load(&text, 2, problems + 1);
        assert_non_null(one);
        assert_non_null(two);
        assert_same_chain(one, two);
        assert_int_equal(vcl_problems_warnings(problems[0]), vcl_problems_warnings(problems[1]));
        vcl_chain_free(one);
        vcl_chain_free(two);
        vcl_problems_free(problems[0]);
        vcl_problems_free(problems[1]);
        vcl_text_release(&text);
    }
}

static void so_are_ids_that_stand_twice(void **state)
{
    vcl_text text = records_of(9, true);
    vcl_problems *problems[2];

    (void)state;
    assert_null(load(&text, 1, problems));
    assert_null(load(&text, 2, problems + 1));
    assert_true(vcl_problems_errors(problems[0]) > 5);
    assert_int_equal(vcl_problems_count(problems[0]), vcl_problems_count(problems[1]));
    for (size_t i = 0; i < vcl_problems_count(problems[0]); i++) {
        const vcl_problem *one = vcl_problems_at(problems[0], i);
        const vcl_problem *two = vcl_problems_at(problems[1], i);
        assert_int_equal(one->line, two->line);
        assert_string_equal(one->pointer, two->pointer);
    }
    vcl_problems_free(problems[0]);
    vcl_problems_free(problems[1]);
    vcl_text_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_chain_is_the_same_on_two_threads),
        cmocka_unit_test(so_are_ids_that_stand_twice),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
