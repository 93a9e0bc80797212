/* graph/drawing: points that keep apart, tiers in their order, few crossings, a fit shape. */
#include "graph/drawing.h"

#include "graph/drawn_network.h"

static double span_of(const double *values, uint32_t count)
{
    double largest = 0.0;

    for (uint32_t i = 0; i < count; i++) {
        assert_true(values[i] >= 0.0);
        largest = values[i] > largest ? values[i] : largest;
    }
    return largest;
}

static bool *linked_in(const drawn_network *made)
{
    bool *linked = calloc(made->network.count + 1, sizeof *linked);

    assert_non_null(linked);
    for (uint32_t i = 0; i < made->network.link_count; i++) {
        linked[made->links[i].source] = true;
        linked[made->links[i].target] = true;
    }
    return linked;
}

static void assert_order(const drawn_network *made, const vcl_drawing *drawing)
{
    bool *linked = linked_in(made);

    for (uint32_t i = 0; i < made->network.count; i++) {
        for (uint32_t k = 0; k < made->network.count; k++) {
            double apart =
                fabs(drawing->x[i] - drawing->x[k]) + fabs(drawing->y[i] - drawing->y[k]);
            assert_true(i == k || apart > 0.1);
            if (linked[i] && linked[k] && made->rank[i] < made->rank[k]) {
                assert_true(drawing->x[i] < drawing->x[k]);
            }
            if (linked[i] && !linked[k]) {
                assert_true(drawing->y[i] < drawing->y[k]);
            }
        }
    }
    free(linked);
}

static void no_two_meet_and_ranks_go_from_left_to_right(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 200; seed++) {
        drawn_network made = random_network(seed, 1 + (uint32_t)seed, (uint32_t)seed * 2 / 3);
        vcl_drawing drawing;
        assert_int_equal(vcl_drawing_init(&drawing, &made.network, NULL), VCL_OK);
        assert_order(&made, &drawing);
        vcl_drawing_release(&drawing);
        release_network(&made);
    }
}

static double turn(const vcl_drawing *drawing, uint32_t a, uint32_t b, uint32_t c)
{
    return (drawing->x[b] - drawing->x[a]) * (drawing->y[c] - drawing->y[a]) -
           (drawing->y[b] - drawing->y[a]) * (drawing->x[c] - drawing->x[a]);
}

/* How many pairs of links, drawn straight, cross. */
static uint32_t crossings_of(const drawn_network *made, const vcl_drawing *drawing)
{
    uint32_t crossings = 0;

    for (uint32_t i = 0; i < made->network.link_count; i++) {
        vcl_drawn_link a = made->links[i];
        for (uint32_t k = 0; k < i; k++) {
            vcl_drawn_link b = made->links[k];
            bool apart = a.source != b.source && a.target != b.target && a.source != b.target &&
                         a.target != b.source;
            crossings += apart &&
                         turn(drawing, a.source, a.target, b.source) *
                                 turn(drawing, a.source, a.target, b.target) <
                             0.0 &&
                         turn(drawing, b.source, b.target, a.source) *
                                 turn(drawing, b.source, b.target, a.target) <
                             0.0;
        }
    }
    return crossings;
}

/* A column for each rank, in the vertices' own order. */
static vcl_drawing drawing_by_number(const drawn_network *made)
{
    uint32_t count = made->network.count;
    vcl_drawing drawing = { calloc(count, sizeof(double)), calloc(count, sizeof(double)) };

    for (uint32_t i = 0; i < count; i++) {
        drawing.x[i] = 20.0 * made->rank[i];
        drawing.y[i] = i;
    }
    return drawing;
}

static void chains_of_one_another_do_not_cross(void **state)
{
    enum { CHAINS = 40 };
    drawn_network made = network_of(3 * CHAINS, 2 * CHAINS);
    vcl_drawing drawing;

    (void)state;
    for (uint32_t i = 0; i < CHAINS; i++) {
        uint32_t middle = CHAINS + i * 7 % CHAINS;
        made.rank[CHAINS + i] = 1;
        made.rank[2 * CHAINS + i] = 3;
        join(&made, i, middle);
        join(&made, middle, 2 * CHAINS + i * 11 % CHAINS);
    }
    assert_int_equal(vcl_drawing_init(&drawing, &made.network, NULL), VCL_OK);
    assert_int_equal(crossings_of(&made, &drawing), 0);
    vcl_drawing_release(&drawing);
    release_network(&made);
}

static void links_cross_less_than_in_the_order_of_numbers(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 20; seed++) {
        drawn_network made = random_network(seed, 120, 120);
        vcl_drawing by_number = drawing_by_number(&made);
        vcl_drawing drawing;
        assert_int_equal(vcl_drawing_init(&drawing, &made.network, NULL), VCL_OK);
        assert_true(4 * crossings_of(&made, &drawing) < 3 * crossings_of(&made, &by_number));
        vcl_drawing_release(&drawing);
        vcl_drawing_release(&by_number);
        release_network(&made);
    }
}

/* `count` vertices of which every second cooperative sells to one of few enterprises. */
static drawn_network wide_network(uint32_t count)
{
    drawn_network made = network_of(count, count);

    for (uint32_t i = 0; i < count; i++) {
        made.rank[i] = i < count / 10 ? 3 : 1;
        if (made.rank[i] == 1 && i % 2 == 0) {
            made.links[made.network.link_count++] = (vcl_drawn_link){ i, i % (count / 10) };
        }
    }
    return made;
}

static void the_whole_is_about_as_wide_as_a_screen(void **state)
{
    const uint32_t counts[] = { 200, 2000, 20000, 100000 };

    (void)state;
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        drawn_network made = wide_network(counts[i]);
        vcl_drawing drawing;
        assert_int_equal(vcl_drawing_init(&drawing, &made.network, NULL), VCL_OK);
        double width = span_of(drawing.x, counts[i]);
        double height = span_of(drawing.y, counts[i]);
        assert_true(width < 2.0 * height);
        assert_true(height < 1.5 * width);
        vcl_drawing_release(&drawing);
        release_network(&made);
    }
}

static void vertices_without_any_links_fill_a_block(void **state)
{
    drawn_network made = network_of(5000, 0);
    vcl_drawing drawing;

    (void)state;
    assert_int_equal(vcl_drawing_init(&drawing, &made.network, NULL), VCL_OK);
    assert_true(span_of(drawing.x, 5000) < 3.0 * span_of(drawing.y, 5000));
    assert_true(span_of(drawing.y, 5000) < 3.0 * span_of(drawing.x, 5000));
    assert_order(&made, &drawing);
    vcl_drawing_release(&drawing);
    release_network(&made);
}

static void nothing_is_drawn_of_nothing(void **state)
{
    drawn_network made = network_of(0, 0);
    vcl_drawing drawing;

    (void)state;
    assert_int_equal(vcl_drawing_init(&drawing, &made.network, NULL), VCL_OK);
    vcl_drawing_release(&drawing);
    release_network(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_two_meet_and_ranks_go_from_left_to_right),
        cmocka_unit_test(chains_of_one_another_do_not_cross),
        cmocka_unit_test(links_cross_less_than_in_the_order_of_numbers),
        cmocka_unit_test(the_whole_is_about_as_wide_as_a_screen),
        cmocka_unit_test(vertices_without_any_links_fill_a_block),
        cmocka_unit_test(nothing_is_drawn_of_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
