/* base/outline: what is left of outlines, and that shared borders stay shared. */
#include "base/outline.h"

#include <stdlib.h>
#include <string.h>

#include "support/assert.h"
#include "support/chance.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* Simplifies one ring in place; how many points are left. */
static size_t simplify(vcl_grid_point *points, size_t count, double tolerance)
{
    vcl_ring ring = { 0, (uint32_t)count };

    assert_int_equal(vcl_outline_simplify(points, &count, &ring, 1, tolerance, NULL), VCL_OK);
    assert_int_equal(ring.count, count);
    return count;
}

static bool has_point(const vcl_grid_point *points, size_t count, int32_t x, int32_t y)
{
    for (size_t i = 0; i < count; i++) {
        if (points[i].x == x && points[i].y == y) {
            return true;
        }
    }
    return false;
}

static void points_near_the_line_go_and_corners_stay(void **state)
{
    vcl_grid_point square[] = { { 0, 0 },     { 50, 1 },  { 100, 0 }, { 100, 0 }, { 99, 50 },
                                { 100, 100 }, { 40, 99 }, { 0, 100 }, { 0, 0 } };
    size_t count = simplify(square, COUNT_OF(square), 2.0);

    (void)state;
    assert_int_equal(count, 4);
    assert_true(has_point(square, count, 0, 0) && has_point(square, count, 100, 0));
    assert_true(has_point(square, count, 100, 100) && has_point(square, count, 0, 100));
}

static void a_point_beyond_the_tolerance_stays(void **state)
{
    vcl_grid_point square[] = { { 0, 0 }, { 50, -3 }, { 100, 0 }, { 100, 100 }, { 0, 100 } };

    (void)state;
    assert_int_equal(simplify(square, COUNT_OF(square), 2.0), 5);
}

static void less_than_a_triangle_is_nothing(void **state)
{
    vcl_grid_point line[] = { { 0, 0 }, { 10, 0 }, { 20, 0 }, { 10, 0 } };
    vcl_grid_point islet[] = { { 5, 5 }, { 6, 5 }, { 6, 6 }, { 5, 6 } };
    vcl_grid_point same[] = { { 1, 1 }, { 1, 1 }, { 1, 1 } };

    (void)state;
    assert_int_equal(simplify(line, COUNT_OF(line), 1.0), 0);
    assert_int_equal(simplify(islet, COUNT_OF(islet), 3.0), 0);
    assert_int_equal(simplify(same, COUNT_OF(same), 1.0), 0);
    assert_int_equal(simplify(same, 0, 1.0), 0);
}

static int compare_points(const void *a, const void *b)
{
    const vcl_grid_point *left = a;
    const vcl_grid_point *right = b;

    return left->x != right->x ? (left->x > right->x) - (left->x < right->x)
                               : (left->y > right->y) - (left->y < right->y);
}

static void where_a_ring_begins_and_which_way_it_goes_makes_no_difference(void **state)
{
    enum { POINTS = 200 };
    struct chance chance = { 5 };
    vcl_grid_point ring[POINTS];
    vcl_grid_point turned[POINTS];

    (void)state;
    for (int i = 0; i < POINTS; i++) {
        double angle = 6.283185307 * i / POINTS;
        double radius = 1000.0 + any_of(&chance, 30);
        ring[i] =
            (vcl_grid_point){ (int32_t)(radius * cos(angle)), (int32_t)(radius * sin(angle)) };
    }
    for (int i = 0; i < POINTS; i++) {
        turned[i] = ring[(POINTS + 77 - i) % POINTS];
    }
    size_t count = simplify(ring, POINTS, 20.0);
    assert_true(count > 10 && count < POINTS / 2);
    assert_int_equal(simplify(turned, POINTS, 20.0), count);
    qsort(ring, count, sizeof *ring, compare_points);
    qsort(turned, count, sizeof *turned, compare_points);
    assert_memory_equal(ring, turned, count * sizeof *ring);
}

/* Two squares side by side; the border between them wiggles, one takes it upward, the other one
 * downward. */
static void a_shared_border_stays_shared_and_its_ends_stay(void **state)
{
    enum { BORDER = 101, RING = BORDER + 2 };
    struct chance chance = { 9 };
    vcl_grid_point points[2 * RING];
    vcl_ring rings[2] = { { 0, RING }, { RING, RING } };
    size_t count = 2 * RING;
    size_t shared = 0;

    (void)state;
    for (int i = 0; i < BORDER; i++) {
        int32_t x = i == 0 || i == BORDER - 1 ? 500 : 490 + (int32_t)any_of(&chance, 21);
        points[i] = (vcl_grid_point){ x, 10 * i };
        points[RING + BORDER - 1 - i] = points[i];
    }
    points[BORDER] = (vcl_grid_point){ 0, 1000 };
    points[BORDER + 1] = (vcl_grid_point){ 0, 0 };
    points[RING + BORDER] = (vcl_grid_point){ 1000, 0 };
    points[RING + BORDER + 1] = (vcl_grid_point){ 1000, 1000 };
    assert_int_equal(vcl_outline_simplify(points, &count, rings, 2, 8.0, NULL), VCL_OK);
    for (uint32_t i = 0; i < rings[0].count; i++) {
        shared += has_point(points + rings[1].first, rings[1].count, points[i].x, points[i].y);
    }
    assert_int_equal(rings[0].count, rings[1].count);
    assert_int_equal(shared, rings[0].count - 2);
    assert_true(shared > 5 && shared < BORDER / 2);
    assert_true(has_point(points, rings[0].count, 500, 0));
    assert_true(has_point(points, rings[0].count, 500, 1000));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(points_near_the_line_go_and_corners_stay),
        cmocka_unit_test(a_point_beyond_the_tolerance_stays),
        cmocka_unit_test(less_than_a_triangle_is_nothing),
        cmocka_unit_test(where_a_ring_begins_and_which_way_it_goes_makes_no_difference),
        cmocka_unit_test(a_shared_border_stays_shared_and_its_ends_stay),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
