/* Points of a drawing: columns side by side, blocks where a tier is large, the rest at the foot. */
#include "graph/drawing.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"
#include "graph/tiers.h"

static const double STEP_X = 2.0; /* between the columns of a block: names stand beside points */
static const double LEAST_GAP = 8.0; /* between tiers, for links to be told apart */
static const double GAPS = 0.9; /* all of them, as a share of the height, where that is more */
static const double ASPECT = 1.6; /* width to height, about that of a screen */
static const double FOOT_GAP = 3.0;
enum { LEAST_ROWS = 12, WRAPPED_ROWS = 60 }; /* a tier of more rows may become a block */

/* What a number of rows comes to. */
struct sheet {
    uint32_t rows; /* of the tiers */
    uint32_t tiers; /* those that are not empty */
    double gap;
    double width;
    uint32_t foot_columns;
    double height; /* the foot included */
};

static uint32_t size_of(const vcl_tiers *tiers, uint32_t tier)
{
    return tiers->start[tier + 1] - tiers->start[tier];
}

static uint32_t columns_of(const vcl_tiers *tiers, uint32_t tier, uint32_t rows)
{
    return (size_of(tiers, tier) + rows - 1) / rows;
}

/* Columns of the foot: as wide as the tiers, or a screen where there are none. */
static void measure_foot(struct sheet *sheet, uint32_t without_links)
{
    double least_width = sqrt(without_links * STEP_X * ASPECT);
    double width = sheet->width > least_width ? sheet->width : least_width;

    sheet->foot_columns = (uint32_t)(width / STEP_X) + 1;
    sheet->height = sheet->tiers > 0 ? sheet->rows + FOOT_GAP : 0.0;
    sheet->height += ceil((double)without_links / sheet->foot_columns);
}

static struct sheet measure(const vcl_tiers *tiers, uint32_t rows, uint32_t without_links)
{
    struct sheet sheet = { .rows = rows };
    uint32_t columns = 0;

    for (uint32_t tier = 0; tier < VCL_TIER_COUNT; tier++) {
        columns += columns_of(tiers, tier, rows);
        sheet.tiers += size_of(tiers, tier) > 0;
    }
    if (sheet.tiers > 1) {
        sheet.gap = fmax(LEAST_GAP, GAPS * rows / (sheet.tiers - 1));
    }
    if (sheet.tiers > 0) {
        sheet.width = STEP_X * (columns - sheet.tiers) + sheet.gap * (sheet.tiers - 1);
    }
    measure_foot(&sheet, without_links);
    return sheet;
}

static uint32_t first_rows(const vcl_tiers *tiers)
{
    uint32_t rows = LEAST_ROWS;

    for (uint32_t tier = 0; tier < VCL_TIER_COUNT; tier++) {
        rows = size_of(tiers, tier) > rows ? size_of(tiers, tier) : rows;
    }
    return rows < WRAPPED_ROWS ? rows : WRAPPED_ROWS;
}

/* The fewest rows that give the aspect, tried in growing steps; gaps then take the room that is
 * left. */
static struct sheet choose_sheet(const vcl_tiers *tiers, uint32_t without_links)
{
    uint32_t rows = first_rows(tiers);
    struct sheet sheet = measure(tiers, rows, without_links);
    double spare;

    while (sheet.width > ASPECT * sheet.height && rows < tiers->count) {
        rows += rows / 16 + 1;
        sheet = measure(tiers, rows, without_links);
    }
    spare = ASPECT * sheet.rows - sheet.width;
    if (sheet.tiers > 1 && spare > 0.0) {
        sheet.gap += spare / (sheet.tiers - 1);
        sheet.width += spare;
        measure_foot(&sheet, without_links);
    }
    return sheet;
}

/* Row by row, each point a little lower than the one before it, so that y keeps the order and no
 * link runs along a row. A small tier is spread over the whole height. */
static void place_tiers(vcl_drawing *drawing, const vcl_tiers *tiers, const struct sheet *sheet)
{
    double left = 0.0;

    for (uint32_t tier = 0; tier < VCL_TIER_COUNT; tier++) {
        const uint32_t *order = tiers->order + tiers->start[tier];
        uint32_t count = size_of(tiers, tier);
        uint32_t columns = columns_of(tiers, tier, sheet->rows);
        for (uint32_t i = 0; i < count; i++) {
            drawing->x[order[i]] = left + STEP_X * (i % columns);
            drawing->y[order[i]] = (i + 0.5) * sheet->rows / count;
        }
        if (count > 0) {
            left += STEP_X * (columns - 1) + sheet->gap;
        }
    }
}

static void place_foot(vcl_drawing *drawing, const vcl_tiers *tiers, const struct sheet *sheet,
                       uint32_t without_links)
{
    double top = sheet->tiers > 0 ? sheet->rows + FOOT_GAP : 0.0;

    for (uint32_t i = 0; i < without_links; i++) {
        uint32_t vertex = tiers->order[tiers->count + i];
        drawing->x[vertex] = STEP_X * (i % sheet->foot_columns);
        drawing->y[vertex] = top + i / sheet->foot_columns;
    }
}

vcl_status vcl_drawing_init(vcl_drawing *drawing, const vcl_network *network, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_tiers tiers = { 0 };

    *drawing = (vcl_drawing){ 0 };
    TRY(vcl_alloc(&drawing->x, network->count, sizeof *drawing->x, err));
    TRY(vcl_alloc(&drawing->y, network->count, sizeof *drawing->y, err));
    TRY(vcl_tiers_init(&tiers, network, err));
    TRY(vcl_tiers_sort(&tiers, network, err));
    struct sheet sheet = choose_sheet(&tiers, network->count - tiers.count);
    place_tiers(drawing, &tiers, &sheet);
    place_foot(drawing, &tiers, &sheet, network->count - tiers.count);
done:
    vcl_tiers_release(&tiers);
    return status;
}

void vcl_drawing_release(vcl_drawing *drawing)
{
    free(drawing->x);
    free(drawing->y);
    *drawing = (vcl_drawing){ 0 };
}
