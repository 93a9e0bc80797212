/* Simplifying outlines on a grid, so that borders that two of them share stay shared. */
#ifndef BASE_OUTLINE_H
#define BASE_OUTLINE_H

#include <stddef.h>
#include <stdint.h>

#include <vclink/status.h>

/* A point of the grid; |x| and |y| up to 2^24. */
typedef struct vcl_grid_point {
    int32_t x;
    int32_t y;
} vcl_grid_point;

/* A closed line: points[first .. first + count), the last joined to the first. */
typedef struct vcl_ring {
    uint32_t first;
    uint32_t count;
} vcl_ring;

/* Drops points that lie within `tolerance` cells of the line through those that stay (Douglas and
 * Peucker, 1973), and those that repeat the one before. Points where more than two lines meet stay,
 * and a line between two of them loses the same points whichever ring it belongs to and whichever
 * way round. Points and rings keep their order; a ring of which less than a triangle is left has
 * count 0. `*point_count` becomes what is left. O(n log n) as a rule, O(n²) for spirals.
 * VCL_ERROR_MEMORY, the points then undefined. */
vcl_status vcl_outline_simplify(vcl_grid_point *points, size_t *point_count, vcl_ring *rings,
                                size_t ring_count, double tolerance, vcl_error *err);

#endif
