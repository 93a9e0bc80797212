/* What is covered: the products and the places where most are without a buyer. */
#include "export/overview.h"

#include <string.h>

#include "export/bar.h"
#include "export/best.h"
#include "export/number.h"
#include "export/view.h"

enum { shown_at_most = 5, columns = 4, levels_at_most = 8 };

/* The columns of `coverage` that are read. */
struct views {
    const vcl_table *table;
    vcl_view scope, key, kind, active, covered, name, level;
};

static struct views find_views(const vcl_overview *overview)
{
    const vcl_table *table = vcl_overview_table(overview, "coverage");

    return (struct views){
        .table = table,
        .scope = vcl_view_find(table, "scope"),
        .key = vcl_view_find(table, "key"),
        .kind = vcl_view_find(table, "kind"),
        .active = vcl_view_find(table, "active"),
        .covered = vcl_view_find(table, "covered"),
        .name = vcl_view_find(table, "name"),
        .level = vcl_view_find(table, "level"),
    };
}

/* A level of places: how many rows, and how many of the kind live in them. */
struct level {
    const char *name; /* NULL: not stated */
    size_t rows;
    int64_t active;
};

static bool is_level(const char *one, const char *other)
{
    return one == other || (one != NULL && other != NULL && strcmp(one, other) == 0);
}

static bool concerns(const vcl_overview *overview, const struct views *views, const char *scope,
                     size_t row)
{
    return vcl_view_is(views->scope, row, scope) && vcl_view_is(views->kind, row, overview->kind) &&
           vcl_view_number(views->active, row) > 0;
}

/* Levels beyond the first few are not looked at: no country has as many. */
static size_t collect_levels(const vcl_overview *overview, const struct views *views,
                             struct level levels[levels_at_most])
{
    size_t count = 0;

    for (size_t row = 0; row < vcl_view_rows(views->table); row++) {
        const char *name = vcl_view_text(views->level, row);
        size_t at = 0;
        if (!concerns(overview, views, "place", row)) {
            continue;
        }
        while (at < count && !is_level(levels[at].name, name)) {
            at++;
        }
        if (at == levels_at_most) {
            continue;
        }
        count = at == count ? count + 1 : count;
        levels[at].name = name;
        levels[at].rows++;
        levels[at].active += vcl_view_number(views->active, row);
    }
    return count;
}

/* The level that tells most: of those with several places the one that most of the kind live in,
 * the uppermost where that is alike. */
static struct level choose_level(const vcl_overview *overview, const struct views *views)
{
    struct level levels[levels_at_most] = { 0 };
    size_t count = collect_levels(overview, views, levels);
    struct level chosen = levels[0];

    for (size_t i = 1; i < count; i++) {
        bool several = levels[i].rows > 1;
        if (several != (chosen.rows > 1)) {
            chosen = several ? levels[i] : chosen;
        } else if (levels[i].active != chosen.active) {
            chosen = levels[i].active > chosen.active ? levels[i] : chosen;
        } else if (levels[i].rows < chosen.rows) {
            chosen = levels[i];
        }
    }
    return chosen;
}

/* On a narrow screen names need the room. */
static size_t bar_width(const vcl_overview *overview)
{
    enum { narrow = 90 };

    return overview->screen.width < narrow ? 5 : 10;
}

/* Pomelo  ██████▌     12/40  30.0% */
static void fill_row(vcl_overview *overview, vcl_cell *cells, const struct views *views, size_t row)
{
    vcl_language language = overview->screen.language;
    const char *name = vcl_view_text(views->name, row);
    int64_t covered = vcl_view_number(views->covered, row);
    int64_t active = vcl_view_number(views->active, row);
    double rate = (double)covered / (double)active;

    vcl_cell_put_visible(&cells[0], VCL_TONE_PLAIN,
                         name != NULL ? name : vcl_view_text(views->key, row));
    vcl_bar_add(&cells[1].text, rate, bar_width(overview));
    cells[1].tone = vcl_tone_of_coverage(rate);
    cells[1].align = VCL_RIGHT; /* never cut */
    vcl_cell_put(&cells[2], VCL_RIGHT, VCL_TONE_PLAIN,
                 vcl_number_of_integer(covered, language).bytes);
    vcl_text_add(&cells[2].text, "/");
    vcl_text_add(&cells[2].text, vcl_number_of_integer(active, language).bytes);
    vcl_cell_put(&cells[3], VCL_RIGHT, VCL_TONE_PLAIN, vcl_number_of_rate(rate, language).bytes);
}

/* The rows of a scope with the most without a buyer; of one level of places where `level` is not
 * NULL. */
static vcl_best worst_of(const vcl_overview *overview, const struct views *views, const char *scope,
                         const struct level *level)
{
    vcl_best worst = { .limit = shown_at_most };

    for (size_t row = 0; row < vcl_view_rows(views->table); row++) {
        if (concerns(overview, views, scope, row) &&
            (level == NULL || is_level(vcl_view_text(views->level, row), level->name))) {
            int64_t active = vcl_view_number(views->active, row);
            vcl_best_offer(&worst, row, active - vcl_view_number(views->covered, row), active);
        }
    }
    return worst;
}

static void fill_panel(vcl_overview *overview, vcl_grid *grid, const struct views *views,
                       vcl_message by, const vcl_best *rows)
{
    grid->has_heading = true;
    vcl_grid_init(grid, &overview->screen, rows->count + 1, columns);
    if (rows->count == 0 || grid->capacity == 0) {
        return;
    }
    vcl_cell_put(&vcl_grid_add_row(grid)[0], VCL_LEFT, VCL_TONE_ASIDE,
                 vcl_overview_word(overview, by));
    for (size_t i = 0; i < rows->count; i++) {
        fill_row(overview, vcl_grid_add_row(grid), views, rows->rows[i].row);
    }
}

void vcl_overview_coverage(vcl_overview *overview)
{
    struct views views = find_views(overview);
    vcl_grid products = { 0 };
    vcl_grid places = { 0 };

    if (overview->kind == NULL) {
        return;
    }
    struct level level = choose_level(overview, &views);
    vcl_best worst_products = worst_of(overview, &views, "product", NULL);
    vcl_best worst_places = worst_of(overview, &views, "place", &level);
    fill_panel(overview, &products, &views, VCL_MSG_OVERVIEW_BY_PRODUCT, &worst_products);
    fill_panel(overview, &places, &views, VCL_MSG_OVERVIEW_BY_PLACE, &worst_places);
    if (products.rows > 0 || places.rows > 0) {
        vcl_overview_heading_aside(overview, VCL_MSG_OVERVIEW_COVERAGE,
                                   VCL_MSG_OVERVIEW_COVERAGE_ASIDE,
                                   vcl_headline_noun(overview->kind, overview->screen.language));
        vcl_overview_panels(overview, &products, &places);
    }
    vcl_grid_release(&products);
    vcl_grid_release(&places);
}
