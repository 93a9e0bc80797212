/* On whom it all hangs: the buyers, and the organisations in the middle, whose loss would leave the
 * most households without any buyer. */
#include "export/overview.h"

#include "export/number.h"

enum { shown_at_most = 5, columns = 3 };

static void fill_header(vcl_overview *overview, vcl_cell *cells, vcl_message title)
{
    vcl_cell_put(&cells[0], VCL_LEFT, VCL_TONE_ASIDE, vcl_overview_word(overview, title));
    vcl_cell_put(&cells[1], VCL_RIGHT, VCL_TONE_ASIDE,
                 vcl_overview_word(overview, VCL_MSG_OVERVIEW_HOUSEHOLDS));
    vcl_cell_put(&cells[2], VCL_RIGHT, VCL_TONE_ASIDE,
                 vcl_overview_word(overview, VCL_MSG_OVERVIEW_COOPS));
}

/* Nothing where nobody is lost. */
static void put_loss(vcl_overview *overview, vcl_cell *cell, int64_t lost)
{
    vcl_number number = vcl_number_of_integer(lost, overview->screen.language);

    vcl_cell_put(cell, VCL_RIGHT, VCL_TONE_PLAIN, lost > 0 ? number.bytes : "");
}

static void fill_panel(vcl_overview *overview, vcl_grid *grid, const vcl_table *table,
                       const vcl_best *rows, vcl_message title)
{
    grid->has_heading = true;
    vcl_grid_init(grid, &overview->screen, rows->count + 1, columns);
    if (rows->count == 0 || grid->capacity == 0) {
        return;
    }
    fill_header(overview, vcl_grid_add_row(grid), title);
    for (size_t i = 0; i < rows->count; i++) {
        const vcl_best_row *row = &rows->rows[i];
        vcl_cell *cells = vcl_grid_add_row(grid);
        vcl_cell_put_visible(&cells[0], VCL_TONE_PLAIN, vcl_headline_actor(table, row->row));
        put_loss(overview, &cells[1], row->first);
        put_loss(overview, &cells[2], row->second);
    }
}

void vcl_overview_hubs(vcl_overview *overview)
{
    const vcl_table *buyers = vcl_overview_table(overview, "buyers");
    const vcl_table *critical = vcl_overview_table(overview, "critical");
    vcl_best top_buyers = vcl_headline_heaviest(buyers, "exclusive_households",
                                                "exclusive_cooperatives", true, shown_at_most);
    vcl_best top_middle = vcl_headline_heaviest(critical, "households_lost", "cooperatives_lost",
                                                false, shown_at_most);
    vcl_grid left = { 0 };
    vcl_grid right = { 0 };

    fill_panel(overview, &left, buyers, &top_buyers, VCL_MSG_OVERVIEW_BUYERS);
    fill_panel(overview, &right, critical, &top_middle, VCL_MSG_OVERVIEW_MIDDLE);
    if (left.rows > 0 || right.rows > 0) {
        vcl_overview_heading_aside(overview, VCL_MSG_OVERVIEW_HUBS, VCL_MSG_OVERVIEW_HUBS_ASIDE,
                                   NULL);
        vcl_overview_panels(overview, &left, &right);
    }
    vcl_grid_release(&left);
    vcl_grid_release(&right);
}
