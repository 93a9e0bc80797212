/* model/fold: farmers that behave alike become one vertex, and only those. */
#include "model/fold.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/parallel.h"
#include "base/text.h"
#include "support/chain.h"

/* A chain that is folded. */
typedef struct folded {
    vcl_chain *chain;
    vcl_state state;
    vcl_fold fold;
} folded;

static folded *fold_without(const char *drawing, const char *gone)
{
    folded *made = calloc(1, sizeof *made);
    uint32_t actor = 0;

    assert_non_null(made);
    made->chain = chain_of(drawing);
    actor = gone == NULL ? 0 : actor_of(made->chain, gone);
    assert_int_equal(vcl_state_init(&made->state, made->chain, made->chain->as_of, &actor,
                                    gone == NULL ? 0 : 1, 2, NULL),
                     VCL_OK);
    assert_int_equal(vcl_fold_init(&made->fold, &made->state, 2, NULL), VCL_OK);
    return made;
}

static folded *fold_of(const char *drawing)
{
    return fold_without(drawing, NULL);
}

static void release(folded *made)
{
    vcl_fold_release(&made->fold);
    vcl_state_release(&made->state);
    vcl_chain_free(made->chain);
    free(made);
}

static uint32_t vertex_of(const folded *made, const char *id)
{
    return made->fold.of_actor[actor_of(made->chain, id)];
}

static uint64_t households_of(const folded *made, const char *id)
{
    return made->fold.vertices[vertex_of(made, id)].households;
}

/* Are the farmers f and g, drawn with these fields and links, one vertex? */
static void assert_one_vertex(bool expected, const char *f, const char *g, const char *links)
{
    char drawing[1200];

    snprintf(drawing, sizeof drawing,
             "as_of 2023-01-01\n"
             "farmer f %s\n"
             "farmer g %s\n"
             "cooperative c; cooperative d; enterprise e\n"
             "%s",
             f, g, links);
    folded *made = fold_of(drawing);
    if ((vertex_of(made, "f") == vertex_of(made, "g")) != expected) {
        fail_msg("f and g are %s vertex in:\n%s", expected ? "not one" : "one", drawing);
    }
    release(made);
}

static void farmers_that_do_the_same_are_one_vertex(void **state)
{
    (void)state;
    assert_one_vertex(true, "", "", "");
    assert_one_vertex(true, "", "", "link f c; link g c\n");
    assert_one_vertex(true, "'products': ['a', 'b']", "'products': ['b', 'a']",
                      "link f c 'product': 'a'; link g c 'products': ['a']\n");
    assert_one_vertex(true, "", "",
                      "link f c; link f d\n"
                      "link g d; link g c\n");
}

static void facts_that_no_path_depends_on_do_not_keep_them_apart(void **state)
{
    (void)state;
    assert_one_vertex(true, "'place': 'x', 'sector': 's', 'count': 7", "'place': 'y'",
                      "link f c 'volume_kg': 5, 'contract': 'written'; link g c\n");
    assert_one_vertex(true, "", "",
                      "link f c 'kind': 'supply'\n"
                      "link g c 'kind': 'membership'\n");
    assert_one_vertex(true, "", "",
                      "link f c 'kind': 'supply'; link f c\n"
                      "link g c\n");
}

static void links_that_carry_nothing_do_not_either(void **state)
{
    (void)state;
    assert_one_vertex(true, "", "", "link f c 'status': 'ended'\n");
    assert_one_vertex(true, "", "", "link f c 'end': '2022-12-31'\n");
    assert_one_vertex(true, "", "", "link f e 'kind': 'input'; link e g 'kind': 'input'\n");
}

static void products_selling_ends_and_what_links_carry_keep_farmers_apart(void **state)
{
    (void)state;
    assert_one_vertex(false, "'products': ['a']", "", "");
    assert_one_vertex(false, "'products': ['a']", "'products': ['a', 'b']", "");
    assert_one_vertex(false, "'sells': false", "", "");
    assert_one_vertex(false, "", "", "link f c\n");
    assert_one_vertex(false, "", "", "link f c; link g d\n");
    assert_one_vertex(false, "", "", "link f c; link g c 'product': 'a'\n");
    assert_one_vertex(false, "", "", "link f c; link g c; link g d\n");
}

static void a_farmer_that_receives_is_left_alone(void **state)
{
    (void)state;
    assert_one_vertex(false, "", "", "link e f 'kind': 'supply'\n");
    assert_one_vertex(false, "", "",
                      "link e f 'kind': 'supply'\n"
                      "link e g 'kind': 'supply'\n");
    assert_one_vertex(true, "", "", "link e f 'kind': 'supply', 'status': 'ended'\n");
}

/* Even in no layer: a link whose ends handle none of its products still joins them. */
static void a_farmer_that_receives_what_nobody_handles_is_left_alone(void **state)
{
    (void)state;
    assert_one_vertex(false, "'products': ['a']", "'products': ['a']",
                      "link e f 'kind': 'supply', 'product': 'b'\n");
}

static void inactive_actors_have_no_vertex(void **state)
{
    folded *made = fold_of("farmer f 'status': 'dissolved'\n"
                           "farmer g\n"
                           "cooperative c 'status': 'suspended', 'members': 5\n"
                           "link g c\n");

    (void)state;
    assert_int_equal(made->fold.vertex_count, 1);
    assert_int_equal(made->fold.organisation_count, 0);
    assert_int_equal(made->fold.arc_count, 0);
    assert_int_equal(vertex_of(made, "f"), VCL_NONE);
    assert_int_equal(vertex_of(made, "c"), VCL_NONE);
    assert_int_equal(vcl_fold_of_implied(&made->fold, actor_of(made->chain, "c")), VCL_NONE);
    release(made);
}

static void households_add_up(void **state)
{
    folded *made = fold_of("farmer a 'count': 1000000000\n"
                           "farmer b 'count': 1000000000\n"
                           "farmer d 'count': 1000000000\n"
                           "farmer f 'count': 1000000000\n"
                           "farmer g 'count': 1000000000\n"
                           "farmer h 'count': 3, 'products': ['tea']\n"
                           "cooperative c\n");

    (void)state;
    assert_int_equal(households_of(made, "a"), 5000000000u);
    assert_int_equal(households_of(made, "h"), 3);
    assert_int_equal(households_of(made, "c"), 1);
    assert_int_equal(made->fold.vertices[vertex_of(made, "g")].actor, actor_of(made->chain, "a"));
    release(made);
}

static void organisations_come_first_then_farmers_then_implied_members(void **state)
{
    folded *made = fold_of("farmer a\n"
                           "cooperative z 'members': 9, 'products': ['tea']\n"
                           "enterprise b\n"
                           "link a b\n"
                           "link z b\n");
    const vcl_vertex *vertices = made->fold.vertices;

    (void)state;
    assert_int_equal(made->fold.vertex_count, 4);
    assert_int_equal(made->fold.organisation_count, 2);
    assert_int_equal(vertex_of(made, "b"), 0);
    assert_true(vertices[0].buyer);
    assert_int_equal(vertex_of(made, "z"), 1);
    assert_int_equal(vertex_of(made, "a"), 2);
    assert_int_equal(vcl_fold_of_implied(&made->fold, actor_of(made->chain, "z")), 3);
    assert_true(vertices[3].implied);
    assert_true(vertices[3].sells);
    assert_int_equal(vertices[3].kind, VCL_FARMER);
    assert_int_equal(vertices[3].households, 9);
    assert_int_equal(vertices[3].products, vertices[1].products);
    release(made);
}

static void implied_members_deliver_to_their_organisation_alone(void **state)
{
    folded *made = fold_of("cooperative c 'members': 9, 'products': ['tea']\n"
                           "enterprise e\n"
                           "link c e 'product': 'tea'\n");
    uint32_t implied = vcl_fold_of_implied(&made->fold, 0);

    (void)state;
    assert_int_equal(made->fold.arcs_out[implied + 1] - made->fold.arcs_out[implied], 1);
    assert_int_equal(made->fold.arcs[made->fold.arcs_out[implied]].target, 0);
    assert_int_equal(made->fold.arcs[made->fold.arcs_out[implied]].products, 0);
    release(made);
}

static void the_implied_members_of_one_that_is_gone_have_nowhere_to_go(void **state)
{
    folded *made = fold_without("cooperative c 'members': 9\n"
                                "enterprise e\n"
                                "link c e\n",
                                "c");
    uint32_t implied = vcl_fold_of_implied(&made->fold, 0);

    (void)state;
    assert_int_equal(vertex_of(made, "c"), VCL_NONE);
    assert_int_equal(made->fold.vertices[implied].households, 9);
    assert_int_equal(made->fold.arc_count, 0);
    release(made);
}

/* Parallel links that carry the same are one arc; those that carry other products are more. */
static void arcs_are_sorted_and_distinct(void **state)
{
    folded *made = fold_of("cooperative c\n"
                           "enterprise e\n"
                           "enterprise d\n"
                           "link c e 'volume_kg': 1\n"
                           "link c e 'volume_kg': 2\n"
                           "link c e 'product': 'tea'\n"
                           "link c d\n"
                           "link d e\n");
    const vcl_fold *fold = &made->fold;

    (void)state;
    assert_int_equal(fold->arc_count, 4);
    for (uint32_t i = 1; i < fold->arc_count; i++) {
        const vcl_arc *a = fold->arcs + i - 1;
        const vcl_arc *b = fold->arcs + i;
        assert_true(
            a->source < b->source || (a->source == b->source && a->target < b->target) ||
            (a->source == b->source && a->target == b->target && a->products < b->products));
    }
    for (uint32_t vertex = 0; vertex < fold->vertex_count; vertex++) {
        for (uint32_t i = fold->arcs_out[vertex]; i < fold->arcs_out[vertex + 1]; i++) {
            assert_int_equal(fold->arcs[i].source, vertex);
        }
    }
    release(made);
}

/* The farmers left alone stand in another order than their ids: arcs to them are sorted too. */
static void arcs_to_farmers_are_sorted_by_vertex(void **state)
{
    folded *made = fold_of("farmer a 'products': ['tea']\n"
                           "farmer b\n"
                           "enterprise e\n"
                           "link e a 'kind': 'supply'\n"
                           "link e b 'kind': 'supply'\n");

    (void)state;
    assert_true(vertex_of(made, "b") < vertex_of(made, "a"));
    assert_int_equal(made->fold.arcs[0].target, vertex_of(made, "b"));
    assert_int_equal(made->fold.arcs[1].target, vertex_of(made, "a"));
    release(made);
}

static void assert_same_fold(const vcl_fold *a, const vcl_fold *b)
{
    assert_int_equal(a->vertex_count, b->vertex_count);
    assert_int_equal(a->arc_count, b->arc_count);
    for (uint32_t i = 0; i < a->vertex_count; i++) {
        assert_int_equal(a->vertices[i].actor, b->vertices[i].actor);
        assert_int_equal(a->vertices[i].households, b->vertices[i].households);
        assert_int_equal(a->vertices[i].products, b->vertices[i].products);
    }
    for (uint32_t i = 0; i < a->arc_count; i++) {
        assert_int_equal(a->arcs[i].source, b->arcs[i].source);
        assert_int_equal(a->arcs[i].target, b->arcs[i].target);
        assert_int_equal(a->arcs[i].products, b->arcs[i].products);
    }
}

static void the_order_of_records_does_not_matter(void **state)
{
    folded *one = fold_of("farmer a 'products': ['rice']\n"
                          "farmer b 'count': 3\n"
                          "farmer d\n"
                          "cooperative c 'members': 9, 'products': ['tea', 'rice']\n"
                          "enterprise e\n"
                          "link a c\n"
                          "link b c 'product': 'tea'\n"
                          "link d c 'product': 'tea'\n"
                          "link c e\n");
    folded *other = fold_of("link d c 'product': 'tea'\n"
                            "link c e\n"
                            "enterprise e\n"
                            "cooperative c 'products': ['rice', 'tea'], 'members': 9\n"
                            "link b c 'product': 'tea'\n"
                            "farmer d\n"
                            "farmer b 'count': 3\n"
                            "link a c\n"
                            "farmer a 'products': ['rice']\n");

    (void)state;
    assert_same_fold(&one->fold, &other->fold);
    release(one);
    release(other);
}

/* Farmers of several pieces of work, who do what those of other pieces do, too. */
static char *draw_many(void)
{
    vcl_text drawing = { 0 };
    char line[120];

    vcl_text_add(&drawing, "cooperative c0; cooperative c1; cooperative c2; enterprise e\n");
    for (int i = 0; i < 3 * VCL_PIECE; i++) {
        snprintf(line, sizeof line, "farmer f%06d 'products': ['p%d']; link f%06d c%d%s\n", i,
                 i % 5, i, i % 3, i % 7 == 0 ? " 'product': 'p0'" : "");
        vcl_text_add(&drawing, line);
        if (i % 11 == 0) {
            snprintf(line, sizeof line, "link f%06d e\n", i);
            vcl_text_add(&drawing, line);
        }
    }
    return drawing.bytes;
}

static void the_number_of_threads_does_not_matter(void **state)
{
    char *drawing = draw_many();
    folded *two = fold_of(drawing);
    vcl_fold other;

    (void)state;
    for (uint32_t threads = 1; threads <= 4; threads++) {
        assert_int_equal(vcl_fold_init(&other, &two->state, threads, NULL), VCL_OK);
        assert_same_fold(&two->fold, &other);
        assert_memory_equal(two->fold.of_actor, other.of_actor,
                            two->chain->actor_count * sizeof *other.of_actor);
        vcl_fold_release(&other);
    }
    /* five lists, three cooperatives, a link for one product or any, a second link or none */
    assert_int_equal(two->fold.vertex_count, 4 + 5 * 3 * 2 * 2);
    release(two);
    free(drawing);
}

static void an_empty_chain_folds_to_nothing(void **state)
{
    folded *made = fold_of("{'graph': {'name': 'x'}}\n");

    (void)state;
    assert_int_equal(made->fold.vertex_count, 0);
    assert_int_equal(made->fold.arc_count, 0);
    assert_int_equal(made->fold.arcs_out[0], 0);
    release(made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(farmers_that_do_the_same_are_one_vertex),
        cmocka_unit_test(facts_that_no_path_depends_on_do_not_keep_them_apart),
        cmocka_unit_test(links_that_carry_nothing_do_not_either),
        cmocka_unit_test(products_selling_ends_and_what_links_carry_keep_farmers_apart),
        cmocka_unit_test(a_farmer_that_receives_is_left_alone),
        cmocka_unit_test(a_farmer_that_receives_what_nobody_handles_is_left_alone),
        cmocka_unit_test(inactive_actors_have_no_vertex),
        cmocka_unit_test(households_add_up),
        cmocka_unit_test(organisations_come_first_then_farmers_then_implied_members),
        cmocka_unit_test(implied_members_deliver_to_their_organisation_alone),
        cmocka_unit_test(the_implied_members_of_one_that_is_gone_have_nowhere_to_go),
        cmocka_unit_test(arcs_are_sorted_and_distinct),
        cmocka_unit_test(arcs_to_farmers_are_sorted_by_vertex),
        cmocka_unit_test(the_order_of_records_does_not_matter),
        cmocka_unit_test(the_number_of_threads_does_not_matter),
        cmocka_unit_test(an_empty_chain_folds_to_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
