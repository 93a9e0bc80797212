/* As few points as a map needs, on a grid of round coordinates. */
#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"
#include "model/regions.h"

/* The grid that outlines are drawn on: its lines are 1 / scale degrees apart, a power of ten, so
 * that coordinates have few digits. */
struct grid {
    double west; /* of the whole, in cells */
    double south;
    double extent; /* the longer side of the whole, in cells */
    double scale;
};

static const double LEAST_CELLS = 2000.0; /* to the extent: twice as fine as what is told apart */
static const double TOLD_APART = 0.001; /* of the extent: a point of a map as large as a screen */
static const double FINEST = 1e6; /* a tenth of a metre */

static struct grid choose_grid(const vcl_point *points, size_t count)
{
    struct grid grid = { HUGE_VAL, HUGE_VAL, 0.0, FINEST };
    double east = -HUGE_VAL;
    double north = -HUGE_VAL;

    for (size_t i = 0; i < count; i++) {
        grid.west = fmin(grid.west, points[i].longitude);
        grid.south = fmin(grid.south, points[i].latitude);
        east = fmax(east, points[i].longitude);
        north = fmax(north, points[i].latitude);
    }
    grid.extent = fmax(east - grid.west, north - grid.south);
    while (grid.scale > 1.0 && grid.extent * grid.scale >= 10.0 * LEAST_CELLS) {
        grid.scale /= 10.0;
    }
    grid.west = round(grid.west * grid.scale);
    grid.south = round(grid.south * grid.scale);
    grid.extent *= grid.scale;
    return grid;
}

static void to_grid(const vcl_array *points, const struct grid *grid, vcl_grid_point *out)
{
    const vcl_point *items = points->items;

    for (size_t i = 0; i < points->count; i++) {
        out[i].x = (int32_t)(round(items[i].longitude * grid->scale) - grid->west);
        out[i].y = (int32_t)(round(items[i].latitude * grid->scale) - grid->south);
    }
}

static void from_grid(const vcl_grid_point *points, const struct grid *grid, vcl_array *out)
{
    vcl_point *items = out->items;

    for (size_t i = 0; i < out->count; i++) {
        items[i].longitude = (grid->west + points[i].x) / grid->scale;
        items[i].latitude = (grid->south + points[i].y) / grid->scale;
    }
}

/* Leaves out rings of which nothing is left, islets mostly, and regions without rings. */
static void drop_empty(vcl_regions *regions)
{
    vcl_region *region = regions->regions.items;
    vcl_ring *rings = regions->rings.items;
    uint32_t kept_rings = 0;
    size_t kept = 0;

    for (size_t i = 0; i < regions->regions.count; i++) {
        vcl_region old = region[i];
        uint32_t first = kept_rings;
        for (uint32_t k = 0; k < old.count; k++) {
            if (rings[old.first + k].count > 0) {
                rings[kept_rings++] = rings[old.first + k];
            }
        }
        if (kept_rings > first) {
            region[kept++] = (vcl_region){ old.place, first, kept_rings - first };
        }
    }
    regions->regions.count = kept;
    regions->rings.count = kept_rings;
}

vcl_status vcl_regions_simplify(vcl_regions *regions, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct grid grid = choose_grid(regions->points.items, regions->points.count);
    vcl_grid_point *points = NULL;

    TRY(vcl_alloc(&points, regions->points.count, sizeof *points, err));
    to_grid(&regions->points, &grid, points);
    TRY(vcl_outline_simplify(points, &regions->points.count, regions->rings.items,
                             regions->rings.count, TOLD_APART * grid.extent, err));
    from_grid(points, &grid, &regions->points);
    drop_empty(regions);
done:
    free(points);
    return status;
}
