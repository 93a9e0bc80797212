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

/* Records with every field, plain farmers and links among them, some that are read with care and some
 * with long texts. */
static vcl_text records_of_all_kinds(void)
{
    static const char *const plain[] = {
        "{\"node\": {\"id\": \"h%u\", \"kind\": \"farmer\", \"place\": \"base\", \"count\": 3, "
        "\"products\": [\"tea\", \"rice\"], \"sector\": \"crops\"}}\n",
        "{\"node\": {\"id\": \"f%u\", \"kind\": \"farmer\", \"place\": \"base\", \"sells\": false, "
        "\"status\": \"suspended\", \"sector\": \"a sector with a long name\", \"products\": "
        "[{\"product\": \"tea\", \"output_kg\": 7.5, \"demand_kg\": 2, \"ocop\": [3, 4]}]}}\n",
        "{\"node\": {\"id\": \"c%u\", \"kind\": \"cooperative\", \"place\": \"base\", \"members\": "
        "65, "
        "\"name\": \"\xC4\x90\xC3\xB4ng Lai\", \"tax_id\": \"5400\", \"rating\": \"good\", "
        "\"form\": \"mixed\", \"founded\": \"2019-05\", \"certificates\": [\"VietGAP\", \"OCOP\"], "
        "\"requires\": [\"GlobalGAP\"], \"turnover\": 12.5, \"area_ha\": 3, \"workers\": 9, "
        "\"lat\": 20.5, \"lon\": 105.25, \"high_tech\": true, \"buyer\": true}}\n",
        "{\"link\": {\"source\": \"h%u\", \"target\": \"c%u\", \"kind\": \"membership\"}}\n",
        "{\"link\": {\"source\": \"c%u\", \"target\": \"h%u\", \"product\": \"tea\", \"products\": "
        "[\"rice\"], \"volume_kg\": 5, \"delivered_kg\": 4, \"value\": 3, \"contract\": "
        "\"written\", "
        "\"start\": \"2021-01-01\", \"end\": \"2025-12-31\", \"status\": \"ended\"}}\n",
        "{\"place\": {\"id\": \"%u\", \"name\": \"T\xC3\xA2n\", \"name_en\": \"New %u\", "
        "\"level\": "
        "\"district\", \"lat\": 1.5, \"lon\": 2}}\n",
        "{\"product\": {\"id\": \"p%u\", \"name\": \"No. %u\", \"name_en\": \"n\"}}\n",
        "{\"node\": {\"id\": \"u%u\", \"k\\u0069nd\": \"union\", \"place\": \"base\"}}\n",
        "{\"link\": {\"source\": \"nobody%u\", \"target\": \"h%u\", \"start\": \"2021-02-31\"}}\n",
        "{\"node\": {\"id\": \"o%u\", \"kind\": \"group\", \"place\": \"base\", \"name\": "
        "\"%0200000d\"}}\n",
    };
    enum { kinds = sizeof plain / sizeof *plain };
    static char line[210000];
    vcl_text text = { 0 };

    vcl_text_add(&text, "{\"place\": {\"id\": \"base\"}}\n{\"product\": {\"id\": "
                        "\"tea\"}}\n{\"product\": {\"id\": \"rice\"}}\n");
    for (unsigned i = 0; i < 8000; i++) {
        unsigned kind = i % (i % 1000 < 990 ? 5 : kinds);
        snprintf(line, sizeof line, plain[kind], i / 5, i / 5, 0);
        vcl_text_add(&text, line);
    }
    return text;
}

static void assert_same_problems(const vcl_problems *a, const vcl_problems *b)
{
    assert_int_equal(vcl_problems_count(a), vcl_problems_count(b));
    assert_int_equal(vcl_problems_errors(a), vcl_problems_errors(b));
    for (size_t i = 0; i < vcl_problems_count(a); i++) {
        const vcl_problem *one = vcl_problems_at(a, i);
        const vcl_problem *two = vcl_problems_at(b, i);
        assert_int_equal(one->line, two->line);
        assert_string_equal(one->code, two->code);
        assert_string_equal(one->pointer, two->pointer);
    }
}

static void assert_same_text(const char *a, const char *b)
{
    assert_string_equal(a == NULL ? "none" : a, b == NULL ? "none" : b);
}

static void assert_same_list(const char *const *a, const char *const *b)
{
    assert_int_equal(a == NULL, b == NULL);
    for (; a != NULL && *a != NULL; a++, b++) {
        assert_string_equal(*a, *b);
    }
    assert_true(b == NULL || *b == NULL);
}

/* Texts, then what is behind them, which holds no padding. */
static void assert_same_facts(const vcl_facts *a, const vcl_facts *b)
{
    assert_same_text(a->name, b->name);
    assert_same_text(a->tax_id, b->tax_id);
    assert_same_text(a->rating, b->rating);
    assert_same_text(a->form, b->form);
    assert_same_text(a->founded, b->founded);
    assert_same_list((const char *const *)a->certificates, (const char *const *)b->certificates);
    assert_same_list((const char *const *)a->requires, (const char *const *)b->requires);
    assert_memory_equal(&a->turnover, &b->turnover,
                        offsetof(vcl_facts, buyer) + 1 - offsetof(vcl_facts, turnover));
}

/* The same as it was on one thread, whatever a record holds. */
static void records_of_all_kinds_are_taken_in_whole(void **state)
{
    vcl_text text = records_of_all_kinds();
    static const char wrong[] = "{\"link\": {\"source\": \"nobody";
    vcl_text without = { 0 }; /* the errors */
    vcl_problems *problems[4];

    (void)state;
    assert_null(load(&text, 1, problems));
    assert_null(load(&text, 2, problems + 1));
    assert_true(vcl_problems_errors(problems[0]) > 5);
    assert_same_problems(problems[0], problems[1]);
    for (const char *at = text.bytes; *at != '\0';) {
        size_t size = strcspn(at, "\n") + 1;
        if (strncmp(at, wrong, strlen(wrong)) != 0) {
            vcl_text_add_slice(&without, (vcl_slice){ at, size });
        }
        at += size;
    }
    vcl_chain *one = load(&without, 1, problems + 2);
    vcl_chain *two = load(&without, 2, problems + 3);
    assert_non_null(one);
    assert_non_null(two);
    assert_same_problems(problems[2], problems[3]);
    assert_same_chain(one, two);
    assert_memory_equal(one->actors, two->actors, one->actor_count * sizeof *one->actors);
    assert_int_equal(one->amounts.count, two->amounts.count);
    for (size_t i = 0; i < one->amounts.count; i++) {
        assert_memory_equal((vcl_amount *)one->amounts.items + i,
                            (vcl_amount *)two->amounts.items + i,
                            offsetof(vcl_amount, ocop) + sizeof(((vcl_amount *)NULL)->ocop));
    }
    assert_int_equal(one->facts.count, two->facts.count);
    for (size_t i = 0; i < one->facts.count; i++) {
        assert_same_facts((vcl_facts *)one->facts.items + i, (vcl_facts *)two->facts.items + i);
    }
    for (uint32_t i = 0; i < one->actor_count; i++) {
        assert_int_equal(vcl_actor_count(one, i), vcl_actor_count(two, i));
    }
    for (uint32_t i = 0; i < one->link_count; i++) {
        assert_memory_equal(vcl_link_terms(one, one->links + i),
                            vcl_link_terms(two, two->links + i), sizeof(vcl_terms));
    }
    assert_int_equal(one->place_count, two->place_count);
    for (uint32_t i = 0; i < one->place_count; i++) {
        assert_same_text(one->places[i].name, two->places[i].name);
        assert_same_text(one->places[i].name_en, two->places[i].name_en);
        assert_same_text(one->places[i].level, two->places[i].level);
        assert_int_equal(one->places[i].parent, two->places[i].parent);
    }
    for (uint32_t i = 0; i < one->product_count; i++) {
        assert_same_text(one->products[i].name, two->products[i].name);
    }
    vcl_chain_free(one);
    vcl_chain_free(two);
    for (size_t i = 0; i < 4; i++) {
        vcl_problems_free(problems[i]);
    }
    vcl_text_release(&text);
    vcl_text_release(&without);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_chain_is_the_same_on_two_threads),
        cmocka_unit_test(so_are_ids_that_stand_twice),
        cmocka_unit_test(records_of_all_kinds_are_taken_in_whole),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
