/* On whom it all hangs: the buyers, and the organisations in the middle, whose loss would leave the
 * most households without any buyer. */
#include "export/overview.h"

#include "export/best.h"
#include "export/number.h"
#include "export/view.h"

enum { shown_at_most = 5, columns = 3 };

/* Where a panel's figures stand. */
struct losses {
    const vcl_table *table;
    vcl_view households;
    vcl_view cooperatives;
};

static struct losses losses_of(const vcl_overview *overview, const char *table,
                               const char *households, const char *cooperatives)
{
    const vcl_table *found = vcl_overview_table(overview, table);

    return (struct losses){
        .table = found,
        .households = vcl_view_find(found, households),
        .cooperatives = vcl_view_find(found, cooperatives),
    };
}

/* Those whose loss would strand somebody; enterprises stand among the buyers, not here. */
static vcl_best heaviest(const struct losses *losses, bool enterprises)
{
    vcl_view kind = vcl_view_find(losses->table, "kind");
    vcl_best heaviest = { .limit = shown_at_most };

    for (size_t row = 0; row < vcl_view_rows(losses->table); row++) {
        int64_t households = vcl_view_number(losses->households, row);
        int64_t cooperatives = vcl_view_number(losses->cooperatives, row);
        if ((households > 0 || cooperatives > 0) &&
            (enterprises || !vcl_view_is(kind, row, "enterprise"))) {
            vcl_best_offer(&heaviest, row, households, cooperatives);
        }
    }
    return heaviest;
}

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

static void fill_panel(vcl_overview *overview, vcl_grid *grid, const struct losses *losses,
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
        vcl_cell_put_visible(&cells[0], VCL_TONE_PLAIN,
                             vcl_overview_actor(losses->table, row->row));
        put_loss(overview, &cells[1], row->first);
        put_loss(overview, &cells[2], row->second);
    }
}

void vcl_overview_hubs(vcl_overview *overview)
{
    struct losses buyers =
        losses_of(overview, "buyers", "exclusive_households", "exclusive_cooperatives");
    struct losses middle = losses_of(overview, "critical", "households_lost", "cooperatives_lost");
    vcl_best top_buyers = heaviest(&buyers, true);
    vcl_best top_middle = heaviest(&middle, false);
    vcl_grid left = { 0 };
    vcl_grid right = { 0 };

    fill_panel(overview, &left, &buyers, &top_buyers, VCL_MSG_OVERVIEW_BUYERS);
    fill_panel(overview, &right, &middle, &top_middle, VCL_MSG_OVERVIEW_MIDDLE);
    if (left.rows > 0 || right.rows > 0) {
        vcl_overview_heading_aside(overview, VCL_MSG_OVERVIEW_HUBS, VCL_MSG_OVERVIEW_HUBS_ASIDE,
                                   NULL);
        vcl_overview_panels(overview, &left, &right);
    }
    vcl_grid_release(&left);
    vcl_grid_release(&right);
}
