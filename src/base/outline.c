/* Douglas–Peucker on the lines between junctions. Coordinates are whole numbers, so distances are
 * compared exactly and ties are decided by the points alone: both rings that share a border decide
 * alike. */
#include "base/outline.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"

/* A point and one of its neighbours on some ring. */
struct pair {
    vcl_grid_point at;
    vcl_grid_point next;
};

/* Positions on a ring, from .. to going forward, `to` perhaps beyond its end. */
struct stretch {
    uint32_t from;
    uint32_t to;
};

struct simplifier {
    vcl_grid_point *points;
    bool *kept;
    struct pair *pairs;
    size_t pair_count;
    struct stretch *stack;
    double tolerance;
};

static int compare_points(vcl_grid_point a, vcl_grid_point b)
{
    if (a.x != b.x) {
        return a.x < b.x ? -1 : 1;
    }
    return a.y < b.y ? -1 : a.y > b.y;
}

static int compare_pairs(const void *a, const void *b)
{
    const struct pair *left = a;
    const struct pair *right = b;
    int order = compare_points(left->at, right->at);

    return order != 0 ? order : compare_points(left->next, right->next);
}

/* Drops points that repeat the one before; moves rings together. */
static void close_up(vcl_grid_point *points, size_t *point_count, vcl_ring *rings,
                     size_t ring_count, const bool *kept)
{
    uint32_t used = 0;

    for (size_t i = 0; i < ring_count; i++) {
        vcl_ring old = rings[i];
        uint32_t first = used;
        for (uint32_t k = 0; k < old.count; k++) {
            vcl_grid_point point = points[old.first + k];
            bool repeated = used > first && compare_points(points[used - 1], point) == 0;
            if (!repeated && (kept == NULL || kept[old.first + k])) {
                points[used++] = point;
            }
        }
        while (used > first + 1 && compare_points(points[used - 1], points[first]) == 0) {
            used--;
        }
        used = used - first < 3 ? first : used;
        rings[i] = (vcl_ring){ first, used - first };
    }
    *point_count = used;
}

static vcl_grid_point at(const struct simplifier *simplifier, const vcl_ring *ring, uint32_t place)
{
    return simplifier->points[ring->first + place % ring->count];
}

/* Every line segment seen from both its ends, each once. */
static void list_pairs(struct simplifier *simplifier, const vcl_ring *rings, size_t ring_count)
{
    size_t count = 0;
    size_t distinct = 0;

    for (size_t i = 0; i < ring_count; i++) {
        for (uint32_t k = 0; k < rings[i].count; k++) {
            vcl_grid_point here = at(simplifier, rings + i, k);
            vcl_grid_point next = at(simplifier, rings + i, k + 1);
            simplifier->pairs[count++] = (struct pair){ here, next };
            simplifier->pairs[count++] = (struct pair){ next, here };
        }
    }
    if (count > 0) {
        qsort(simplifier->pairs, count, sizeof *simplifier->pairs, compare_pairs);
    }
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || compare_pairs(simplifier->pairs + i, simplifier->pairs + i - 1) != 0) {
            simplifier->pairs[distinct++] = simplifier->pairs[i];
        }
    }
    simplifier->pair_count = distinct;
}

/* Where the pairs of `point` begin. */
static size_t find_pairs(const struct simplifier *simplifier, vcl_grid_point point)
{
    size_t low = 0;
    size_t high = simplifier->pair_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_points(simplifier->pairs[middle].at, point) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* Has it other than two neighbours? */
static bool is_junction(const struct simplifier *simplifier, vcl_grid_point point)
{
    size_t first = find_pairs(simplifier, point);
    size_t end = first;

    while (end < simplifier->pair_count && compare_points(simplifier->pairs[end].at, point) == 0) {
        end++;
    }
    return end - first != 2;
}

static double square(double value)
{
    return value * value;
}

/* How far a point is from the line through two others, times their distance; from the one point
 * where they are the same, squared. Exact for whole numbers. */
static double offset(vcl_grid_point point, vcl_grid_point a, vcl_grid_point b)
{
    double ab_x = (double)b.x - a.x;
    double ab_y = (double)b.y - a.y;
    double ap_x = (double)point.x - a.x;
    double ap_y = (double)point.y - a.y;
    double area = ab_x * ap_y - ab_y * ap_x;

    if (ab_x == 0.0 && ab_y == 0.0) {
        return square(ap_x) + square(ap_y);
    }
    return area < 0.0 ? -area : area;
}

/* The place between from and to that is farthest off their line; the smaller point of equals. */
static uint32_t farthest(const struct simplifier *simplifier, const vcl_ring *ring,
                         struct stretch stretch, double *largest)
{
    vcl_grid_point a = at(simplifier, ring, stretch.from);
    vcl_grid_point b = at(simplifier, ring, stretch.to);
    uint32_t found = stretch.from + 1;

    *largest = -1.0;
    for (uint32_t i = stretch.from + 1; i < stretch.to; i++) {
        vcl_grid_point point = at(simplifier, ring, i);
        double off = offset(point, a, b);
        if (off > *largest ||
            (off == *largest && compare_points(point, at(simplifier, ring, found)) < 0)) {
            *largest = off;
            found = i;
        }
    }
    return found;
}

static bool is_far(const struct simplifier *simplifier, vcl_grid_point a, vcl_grid_point b,
                   double off)
{
    double length = square((double)b.x - a.x) + square((double)b.y - a.y);
    double limit = square(simplifier->tolerance);

    return length > 0.0 ? square(off) > limit * length : off > limit;
}

static void keep(struct simplifier *simplifier, const vcl_ring *ring, uint32_t place)
{
    simplifier->kept[ring->first + place % ring->count] = true;
}

static void simplify_stretch(struct simplifier *simplifier, const vcl_ring *ring,
                             struct stretch whole)
{
    size_t depth = 0;

    simplifier->stack[depth++] = whole;
    while (depth > 0) {
        struct stretch stretch = simplifier->stack[--depth];
        double off;
        if (stretch.to - stretch.from < 2) {
            continue;
        }
        uint32_t middle = farthest(simplifier, ring, stretch, &off);
        if (is_far(simplifier, at(simplifier, ring, stretch.from), at(simplifier, ring, stretch.to),
                   off)) {
            keep(simplifier, ring, middle);
            simplifier->stack[depth++] = (struct stretch){ stretch.from, middle };
            simplifier->stack[depth++] = (struct stretch){ middle, stretch.to };
        }
    }
}

/* A ring without junctions is held at its smallest point, wherever it begins. */
static uint32_t first_kept(struct simplifier *simplifier, const vcl_ring *ring)
{
    uint32_t smallest = 0;

    for (uint32_t i = 0; i < ring->count; i++) {
        if (simplifier->kept[ring->first + i]) {
            return i;
        }
        if (compare_points(at(simplifier, ring, i), at(simplifier, ring, smallest)) < 0) {
            smallest = i;
        }
    }
    keep(simplifier, ring, smallest);
    return smallest;
}

static void simplify_ring(struct simplifier *simplifier, const vcl_ring *ring)
{
    uint32_t first;
    uint32_t from;

    for (uint32_t i = 0; i < ring->count; i++) {
        simplifier->kept[ring->first + i] = is_junction(simplifier, at(simplifier, ring, i));
    }
    if (ring->count == 0) {
        return;
    }
    first = first_kept(simplifier, ring);
    from = first;
    for (uint32_t i = first + 1; i <= first + ring->count; i++) {
        if (simplifier->kept[ring->first + i % ring->count]) {
            simplify_stretch(simplifier, ring, (struct stretch){ from, i });
            from = i;
        }
    }
}

vcl_status vcl_outline_simplify(vcl_grid_point *points, size_t *point_count, vcl_ring *rings,
                                size_t ring_count, double tolerance, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct simplifier simplifier = { .points = points, .tolerance = tolerance };

    close_up(points, point_count, rings, ring_count, NULL);
    TRY(vcl_alloc(&simplifier.kept, *point_count, sizeof *simplifier.kept, err));
    TRY(vcl_alloc(&simplifier.pairs, 2 * *point_count, sizeof *simplifier.pairs, err));
    TRY(vcl_alloc(&simplifier.stack, *point_count + 1, sizeof *simplifier.stack, err));
    list_pairs(&simplifier, rings, ring_count);
    for (size_t i = 0; i < ring_count; i++) {
        simplify_ring(&simplifier, rings + i);
    }
    close_up(points, point_count, rings, ring_count, simplifier.kept);
done:
    free(simplifier.kept);
    free(simplifier.pairs);
    free(simplifier.stack);
    return status;
}
