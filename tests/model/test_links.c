/* model/resolve_links: kinds, ignored links, the order of links, and who buys. */
#include <stdio.h>

#include "support/chain.h"

static void a_kind_that_is_absent_follows_from_both_ends(void **state)
{
    /* m: membership, s: supply; a row a source, a column a target, both from farmer on. */
    static const char *const expected[] = { "smmms", "ssmms", "sssms", "sssss", "sssss" };
    static const char *const words[] = { "farmer", "group", "cooperative", "union", "enterprise" };
    char drawing[400];

    (void)state;
    for (size_t source = 0; source < VCL_KIND_COUNT; source++) {
        for (size_t target = 0; target < VCL_KIND_COUNT; target++) {
            snprintf(drawing, sizeof drawing,
                     "{'node': {'id': 'a', 'kind': '%s'}}\n{'node': {'id': 'b', 'kind': '%s'}}\n"
                     "link a b\n",
                     words[source], words[target]);
            vcl_chain *chain = chain_of(drawing);
            assert_int_equal(vcl_link_terms(chain, chain->links + 0)->kind,
                             expected[source][target] == 'm' ? VCL_MEMBERSHIP : VCL_SUPPLY);
            assert_int_equal(vcl_link_terms(chain, chain->links + 0)->treated,
                             vcl_link_terms(chain, chain->links + 0)->kind);
            vcl_chain_free(chain);
        }
    }
}

static void a_kind_that_is_stated_stays(void **state)
{
    vcl_chain *chain = chain_of("farmer f\n"
                                "cooperative c\n"
                                "link f c 'kind': 'input'\n"
                                "link f c 'kind': 'supply'\n"
                                "link f c 'kind': 'membership'\n");

    (void)state;
    assert_int_equal(chain->link_count, 3);
    assert_int_equal(vcl_link_terms(chain, chain->links + 0)->kind, VCL_MEMBERSHIP);
    assert_int_equal(vcl_link_terms(chain, chain->links + 1)->kind, VCL_SUPPLY);
    assert_int_equal(vcl_link_terms(chain, chain->links + 2)->kind, VCL_INPUT);
    vcl_chain_free(chain);
}

/* Its memberships keep their kind, by which its households are known. */
static void links_out_of_who_does_not_sell_are_treated_as_inputs(void **state)
{
    vcl_chain *chain = chain_of("farmer f 'sells': false\n"
                                "cooperative c\n"
                                "enterprise e\n"
                                "link f c\n"
                                "link f e\n"
                                "link c f 'kind': 'supply'\n");

    (void)state;
    assert_int_equal(vcl_link_terms(chain, chain->links + 0)->treated, VCL_SUPPLY); /* c to f */
    assert_int_equal(vcl_link_terms(chain, chain->links + 1)->kind, VCL_MEMBERSHIP);
    assert_int_equal(vcl_link_terms(chain, chain->links + 1)->treated, VCL_INPUT);
    assert_int_equal(vcl_link_terms(chain, chain->links + 2)->kind, VCL_SUPPLY);
    assert_int_equal(vcl_link_terms(chain, chain->links + 2)->treated, VCL_INPUT);
    vcl_chain_free(chain);
}

#define ENDS                                                                                       \
    "farmer f\n"                                                                                   \
    "cooperative c\n"

static void exact_duplicates_are_ignored_with_a_warning(void **state)
{
    vcl_chain *chain = NULL;

    (void)state;
    assert_problems(ENDS "link f c\n"
                         "link f c\n"
                         "link f c\n",
                    "duplicate-link 4 /link f (3)\n"
                    "duplicate-link 5 /link f (3)\n");
    chain = chain_of(ENDS "link f c; link f c\n");
    assert_int_equal(vcl_chain_link_count(chain), 1);
    vcl_chain_free(chain);
}

static void defaults_are_filled_in_before_links_are_compared(void **state)
{
    (void)state;
    assert_codes(ENDS "link f c\n"
                      "link f c 'kind': 'membership', 'status': 'active', 'products': [], "
                      "'volume_kg': null, 'unknown': 5\n",
                 "duplicate-link");
    assert_codes(ENDS "link f c 'product': 'tea', 'products': ['rice', 'tea']\n"
                      "link f c 'products': ['tea', 'rice']\n",
                 "duplicate-link");
    assert_codes(ENDS "link f c 'volume_kg': 0.0\n"
                      "link f c 'volume_kg': -0.0\n",
                 "duplicate-link");
}

static void links_that_differ_in_a_known_field_are_two(void **state)
{
    static const char *const fields[] = {
        "'kind': 'supply'",      "'product': 'tea'",  "'volume_kg': 0",
        "'delivered_kg': 0",     "'value': 0",        "'contract': 'none'",
        "'start': '2023-01-01'", "'status': 'ended'", "'end': '2023-01-01'",
    };
    char drawing[400];

    (void)state;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        snprintf(drawing, sizeof drawing,
                 "as_of 2023-06-30\n" ENDS "link f c\n"
                 "link f c %s\n",
                 fields[i]);
        vcl_chain *chain = chain_of(drawing);
        assert_int_equal(chain->link_count, 2);
        vcl_chain_free(chain);
    }
}

static void an_absent_contract_is_not_none(void **state)
{
    vcl_chain *chain = chain_of(ENDS "link f c\n"
                                     "link f c 'contract': 'none'\n");

    (void)state;
    assert_int_equal(chain->link_count, 2);
    assert_int_equal(vcl_link_terms(chain, chain->links + 0)->contract, VCL_CONTRACT_UNKNOWN);
    assert_int_equal(vcl_link_terms(chain, chain->links + 1)->contract, VCL_CONTRACT_NONE);
    vcl_chain_free(chain);
}

static void the_first_in_the_file_of_several_duplicates_stays(void **state)
{
    (void)state;
    assert_problems(
        "{'nodes': [{'id': 'f', 'kind': 'farmer'}, {'id': 'c', 'kind': 'cooperative'}],\n"
        " 'edges': [{'source': 'f', 'target': 'c'}, {'source': 'f', 'target': 'c'}]}",
        "duplicate-link 2 /edges/1 f (2)\n");
}

static void a_link_to_itself_is_ignored_with_a_warning(void **state)
{
    vcl_chain *chain = chain_of(ENDS "link f c\n"
                                     "link c c\n"
                                     "link c c\n");

    (void)state;
    assert_int_equal(vcl_chain_link_count(chain), 1);
    vcl_chain_free(chain);
    assert_problems(ENDS "link c c\n"
                         "link c c\n",
                    "self-link 3 /link c\n"
                    "self-link 4 /link c\n");
}

static void links_are_sorted_and_found_from_either_end(void **state)
{
    vcl_chain *chain = chain_of("link c e\n"
                                "link b c 'product': 'tea'\n"
                                "link a e\n"
                                "link a c\n"
                                "link b c\n"
                                "farmer a\n"
                                "farmer b\n"
                                "cooperative c\n"
                                "enterprise e\n");

    (void)state;
    for (uint32_t i = 1; i < chain->link_count; i++) {
        assert_true(chain->links[i - 1].source <= chain->links[i].source);
    }
    for (uint32_t actor = 0; actor < chain->actor_count; actor++) {
        vcl_span out = vcl_links_out(chain, actor);
        vcl_span in = vcl_links_in(chain, actor);
        for (uint32_t i = out.first; i < out.end; i++) {
            assert_int_equal(chain->links[i].source, actor);
        }
        for (uint32_t i = in.first; i < in.end; i++) {
            assert_int_equal(chain->links[chain->links_in[i]].target, actor);
        }
    }
    assert_int_equal(vcl_links_out(chain, 3).end, 5);
    assert_int_equal(vcl_links_in(chain, 3).end, 5);
    assert_int_equal(vcl_links_in(chain, 2).end - vcl_links_in(chain, 2).first, 3);
    vcl_chain_free(chain);
}

/* Forty farmers of a cooperative, from the first or from the last; it stands between them. */
static vcl_chain *chain_of_members(bool backwards)
{
    vcl_text drawing = { 0 };
    char line[160];

    vcl_text_add(&drawing, "cooperative f20c; enterprise e\nlink f20c e\n");
    for (int i = 0; i < 40; i++) {
        int number = backwards ? 39 - i : i;
        snprintf(line, sizeof line,
                 "farmer f%02d; link f%02d f20c; link f%02d e; link f%02d e; link f%02d f20c\n",
                 number, number, number, number, number);
        vcl_text_add(&drawing, line);
    }
    vcl_chain *chain = chain_of(vcl_text_bytes(&drawing));
    vcl_text_release(&drawing);
    return chain;
}

static void links_stand_in_one_order_whether_few_or_many_come_out_of_it(void **state)
{
    vcl_chain *forwards = chain_of_members(false);
    vcl_chain *backwards = chain_of_members(true);

    (void)state;
    assert_int_equal(forwards->link_count, 81);
    assert_int_equal(backwards->link_count, 81);
    for (uint32_t i = 0; i < 81; i++) {
        const vcl_link *link = forwards->links + i;
        assert_memory_equal(link, backwards->links + i, sizeof *link);
        assert_true(i == 0 || link[-1].source < link->source ||
                    (link[-1].source == link->source && link[-1].target < link->target));
        assert_true(vcl_links_out(forwards, link->source).first <= i);
        assert_true(vcl_links_out(forwards, link->source).end > i);
    }
    vcl_chain_free(forwards);
    vcl_chain_free(backwards);
}

/* Cooperatives before, between and behind forty farmers, and an enterprise; in four parts, of which
 * `order` says which comes when. */
static vcl_chain *chain_in_order(const int order[4])
{
    static const char *const organisations[] = { "a1c", "f20c", "z9c" };
    vcl_text parts[4] = { { 0 } };
    vcl_text drawing = { 0 };
    char line[80];

    vcl_text_add(parts + 0, "enterprise e\n");
    for (int i = 0; i < 3; i++) {
        snprintf(line, sizeof line, "cooperative %s\n", organisations[i]);
        vcl_text_add(parts + 0, line);
        snprintf(line, sizeof line, "link %s e\n", organisations[i]);
        vcl_text_add(parts + 1, line);
    }
    for (int i = 0; i < 40; i++) {
        snprintf(line, sizeof line, "farmer f%02d\n", i);
        vcl_text_add(parts + 2, line);
        snprintf(line, sizeof line, "link f%02d %s\n", i, organisations[i % 3]);
        vcl_text_add(parts + 3, line);
    }
    for (int i = 0; i < 4; i++) {
        vcl_text_add(&drawing, vcl_text_bytes(parts + order[i]));
    }
    vcl_chain *chain = chain_of(vcl_text_bytes(&drawing));
    vcl_text_release(&drawing);
    for (int i = 0; i < 4; i++) {
        vcl_text_release(parts + i);
    }
    return chain;
}

static void assert_same_chain(const vcl_chain *a, const vcl_chain *b)
{
    assert_int_equal(a->actor_count, b->actor_count);
    assert_int_equal(a->link_count, b->link_count);
    for (uint32_t i = 0; i < a->actor_count; i++) {
        vcl_span in[] = { vcl_links_in(a, i), vcl_links_in(b, i) };
        assert_string_equal(vcl_actor_id(a, i), vcl_actor_id(b, i));
        assert_int_equal(a->actors[i].kind, b->actors[i].kind);
        assert_int_equal(in[0].end - in[0].first, in[1].end - in[1].first);
    }
    for (uint32_t i = 0; i < a->link_count; i++) {
        assert_memory_equal(a->links + i, b->links + i, sizeof *a->links);
        assert_int_equal(a->links_in[i], b->links_in[i]);
    }
}

static void chains_are_the_same_whatever_comes_first(void **state)
{
    const int natural[] = { 0, 1, 2, 3 };
    vcl_chain *first = chain_in_order(natural);

    (void)state;
    assert_int_equal(first->link_count, 43);
    for (int i = 0; i < 256; i++) {
        int order[] = { i & 3, i >> 2 & 3, i >> 4 & 3, i >> 6 & 3 };
        if ((1 << order[0] | 1 << order[1] | 1 << order[2] | 1 << order[3]) == 15) {
            vcl_chain *other = chain_in_order(order);
            assert_same_chain(first, other);
            vcl_chain_free(other);
        }
    }
    vcl_chain_free(first);
}

static void assert_buyer(const char *drawing, bool expected)
{
    vcl_chain *chain = chain_of(drawing);

    if (chain->actors[actor_of(chain, "x")].buyer != expected) {
        fail_msg("x %s in:\n%s", expected ? "buys" : "does not buy", drawing);
    }
    vcl_chain_free(chain);
}

static void an_enterprise_buys_by_default_and_the_others_do_not(void **state)
{
    (void)state;
    assert_buyer("enterprise x\n", true);
    assert_buyer("farmer x\n", false);
    assert_buyer("group x\n", false);
    assert_buyer("cooperative x; farmer f; link f x\n", false);
    assert_buyer("union x; cooperative c; link c x\n", false);
}

static void what_is_stated_stands(void **state)
{
    (void)state;
    assert_buyer("enterprise x 'buyer': false; farmer f; link f x\n", false);
    assert_buyer("enterprise x 'buyer': true; farmer f\n"
                 "link x f 'kind': 'input'\n",
                 true);
    assert_buyer("cooperative x 'buyer': true\n", true);
    assert_buyer("union x 'buyer': false\n", false);
}

static void an_enterprise_with_inputs_only_does_not_buy(void **state)
{
    (void)state;
    assert_buyer("enterprise x; farmer f; link x f 'kind': 'input'\n", false);
    assert_buyer("enterprise x; farmer f; link f x 'kind': 'input'\n", false);
    assert_buyer("enterprise x; farmer f; link x f 'kind': 'input'\n"
                 "link f x\n",
                 true);
    assert_buyer("enterprise x; farmer f; link x f 'kind': 'input'\n"
                 "link x f 'kind': 'supply'\n",
                 true);
}

static void a_link_counts_for_that_whatever_its_status(void **state)
{
    (void)state;
    assert_buyer("as_of 2023-01-01; enterprise x; farmer f 'status': 'dissolved'\n"
                 "link x f 'kind': 'input'\n"
                 "link f x 'status': 'breached', 'end': '1999-12-31'\n",
                 true);
    assert_buyer("enterprise x; farmer f\n"
                 "link x f 'kind': 'input', 'status': 'ended'\n",
                 false);
}

static void links_from_who_does_not_sell_count_as_inputs(void **state)
{
    (void)state;
    assert_buyer("enterprise x; cooperative c 'sells': false; link c x\n", false);
    assert_buyer("enterprise x; cooperative c 'sells': false; link x c\n", true);
}

static void ignored_links_do_not_count(void **state)
{
    (void)state;
    assert_buyer("enterprise x; link x x 'kind': 'input'\n", true);
    assert_buyer("enterprise x; farmer f; link x x 'kind': 'supply'\n"
                 "link x f 'kind': 'input'\n",
                 false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_kind_that_is_absent_follows_from_both_ends),
        cmocka_unit_test(a_kind_that_is_stated_stays),
        cmocka_unit_test(links_out_of_who_does_not_sell_are_treated_as_inputs),
        cmocka_unit_test(exact_duplicates_are_ignored_with_a_warning),
        cmocka_unit_test(defaults_are_filled_in_before_links_are_compared),
        cmocka_unit_test(links_that_differ_in_a_known_field_are_two),
        cmocka_unit_test(an_absent_contract_is_not_none),
        cmocka_unit_test(the_first_in_the_file_of_several_duplicates_stays),
        cmocka_unit_test(a_link_to_itself_is_ignored_with_a_warning),
        cmocka_unit_test(links_are_sorted_and_found_from_either_end),
        cmocka_unit_test(links_stand_in_one_order_whether_few_or_many_come_out_of_it),
        cmocka_unit_test(chains_are_the_same_whatever_comes_first),
        cmocka_unit_test(an_enterprise_buys_by_default_and_the_others_do_not),
        cmocka_unit_test(what_is_stated_stands),
        cmocka_unit_test(an_enterprise_with_inputs_only_does_not_buy),
        cmocka_unit_test(a_link_counts_for_that_whatever_its_status),
        cmocka_unit_test(links_from_who_does_not_sell_count_as_inputs),
        cmocka_unit_test(ignored_links_do_not_count),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
