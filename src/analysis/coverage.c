/* coverage: how many of each kind are covered, in all, by product, place and sector. Farmers count
 * as households, implied members included. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/analysis.h"
#include "analysis/rows.h"
#include "base/memory.h"
#include "base/try.h"

static const vcl_column *const columns[] = {
    &vcl_columns[VCL_COL_SCOPE],          &vcl_columns[VCL_COL_SCOPE_KEY],
    &vcl_columns[VCL_COL_SCOPE_NAME],     &vcl_columns[VCL_COL_SCOPE_LEVEL],
    &vcl_columns[VCL_COL_KIND],           &vcl_columns[VCL_COL_TOTAL],
    &vcl_columns[VCL_COL_INACTIVE],       &vcl_columns[VCL_COL_BUYERS_OF_KIND],
    &vcl_columns[VCL_COL_NOT_APPLICABLE], &vcl_columns[VCL_COL_ACTIVE],
    &vcl_columns[VCL_COL_DIRECT],         &vcl_columns[VCL_COL_INDIRECT],
    &vcl_columns[VCL_COL_COVERED],        &vcl_columns[VCL_COL_COVERED_UNSTATED],
    &vcl_columns[VCL_COL_RATE_OF_ACTIVE], &vcl_columns[VCL_COL_RATE_OF_ALL],
};

/* Enterprises have no row. */
enum { KINDS = VCL_ENTERPRISE };

struct cell {
    uint64_t inactive;
    uint64_t buyers;
    uint64_t not_applicable;
    uint64_t active;
    uint64_t direct;
    uint64_t covered;
    uint64_t unstated;
};

/* The cells of a scope, KINDS for each key. */
struct census {
    const vcl_study *study;
    struct cell all[KINDS];
    struct cell *products;
    struct cell *places;
    struct cell *sectors;
};

/* An actor's record, or its implied members, to be counted. */
struct counted {
    uint32_t vertex; /* VCL_NONE where inactive */
    uint32_t products; /* a set */
    uint32_t place;
    uint32_t sector;
    vcl_kind kind;
    uint64_t weight;
    bool buyer;
    bool sells;
};

static void add_to(struct cell *cell, const struct counted *counted, uint8_t flags)
{
    if (counted->vertex == VCL_NONE) {
        cell->inactive += counted->weight;
    } else if (counted->buyer) {
        cell->buyers += counted->weight;
    } else if (!counted->sells) {
        cell->not_applicable += counted->weight;
    } else {
        cell->active += counted->weight;
        cell->covered += (flags & VCL_COVERED) != 0 ? counted->weight : 0;
        cell->direct += (flags & VCL_DIRECT) != 0 ? counted->weight : 0;
    }
}

/* Under each product that it lists. */
static void count_products(struct census *census, const struct counted *counted)
{
    const vcl_study *study = census->study;
    vcl_set set = vcl_sets_at(&study->chain->sets, counted->products);

    for (uint32_t i = 0; i < set.count; i++) {
        struct cell *cells = census->products + (size_t)set.items[i] * KINDS;
        uint8_t flags = counted->vertex == VCL_NONE
                            ? 0
                            : vcl_coverage_for(&study->coverage, counted->vertex, set.items[i]);
        add_to(cells + counted->kind, counted, flags);
    }
}

/* In all, in its place and its sector; and, as only the active ones have a vertex by which to be
 * counted at once with those alike, under its products if it is inactive. */
static void count(struct census *census, const struct counted *counted)
{
    bool active = counted->vertex != VCL_NONE;
    uint8_t flags = active ? census->study->coverage.any[counted->vertex] : 0;

    add_to(census->all + counted->kind, counted, flags);
    if (counted->place != VCL_NONE) {
        add_to(census->places + (size_t)counted->place * KINDS + counted->kind, counted, flags);
    }
    if (counted->sector != VCL_NONE) {
        add_to(census->sectors + (size_t)counted->sector * KINDS + counted->kind, counted, flags);
    }
    if (!active) {
        count_products(census, counted);
    }
}

static void count_vertices(struct census *census)
{
    const vcl_fold *fold = &census->study->fold;

    for (uint32_t i = 0; i < fold->vertex_count; i++) {
        const vcl_vertex *vertex = fold->vertices + i;
        struct counted counted = { .vertex = i,
                                   .products = vertex->products,
                                   .kind = (vcl_kind)vertex->kind,
                                   .weight = vertex->households,
                                   .buyer = vertex->buyer,
                                   .sells = vertex->sells };
        if (vertex->kind != VCL_ENTERPRISE) {
            count_products(census, &counted);
        }
    }
}

static void count_actors(struct census *census)
{
    const vcl_study *study = census->study;

    for (uint32_t i = 0; i < study->chain->actor_count; i++) {
        const vcl_actor *actor = study->chain->actors + i;
        struct counted counted = { .vertex = study->fold.of_actor[i],
                                   .products = actor->products,
                                   .place = actor->place,
                                   .sector = vcl_actor_sector(study->chain, i),
                                   .kind = (vcl_kind)actor->kind,
                                   .weight = vcl_actor_count(study->chain, i),
                                   .buyer = actor->buyer,
                                   .sells = actor->sells };
        if (actor->kind != VCL_ENTERPRISE) {
            count(census, &counted);
        }
        counted.weight = study->state.implied[i];
        if (counted.weight > 0) {
            counted.vertex = vcl_fold_of_implied(&study->fold, i);
            counted.kind = VCL_FARMER;
            counted.buyer = false;
            counted.sells = true;
            count(census, &counted);
        }
    }
}

/* What stands in a place stands in the places around it too. */
static vcl_status add_up_places(struct census *census, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = census->study->chain;
    uint32_t *order = NULL;

    TRY(vcl_rows_places_upward(chain, &order, err));
    for (uint32_t i = 0; i < chain->place_count; i++) {
        uint32_t parent = chain->places[order[i]].parent;
        for (int kind = 0; kind < KINDS && parent != VCL_NONE; kind++) {
            const struct cell *from = census->places + (size_t)order[i] * KINDS + kind;
            struct cell *to = census->places + (size_t)parent * KINDS + kind;
            to->inactive += from->inactive;
            to->buyers += from->buyers;
            to->not_applicable += from->not_applicable;
            to->active += from->active;
            to->direct += from->direct;
            to->covered += from->covered;
        }
    }
done:
    free(order);
    return status;
}

/* Those that list nothing and are covered in a layer, by kind. Of them only those send in the layer
 * that stand there in another way than in the unstated one, of which `unstated` is the count. */
static void count_unstated(const vcl_study *study, uint32_t number,
                           const struct cell unstated[KINDS], struct cell cells[KINDS])
{
    const vcl_layer *layer = study->layers.layers + number;
    uint32_t nothing = study->chain->product_count;

    for (int kind = 0; kind < KINDS; kind++) {
        cells[kind].unstated = unstated[kind].unstated;
    }
    for (uint32_t i = 0; i < layer->vertex_count; i++) {
        const vcl_vertex *vertex = study->fold.vertices + layer->vertices[i];
        if (vertex->products != 0 || !vcl_layer_sends(layer, i) || !vcl_vertex_counts(vertex)) {
            continue;
        }
        if (number != VCL_UNSTATED_LAYER &&
            vcl_coverage_for(&study->coverage, layer->vertices[i], nothing) != 0) {
            cells[vertex->kind].unstated -= vertex->households;
        }
        if (study->coverage.of_layer[number][i] != 0) {
            cells[vertex->kind].unstated += vertex->households;
        }
    }
}

/* Once a layer, however many products share it. */
static vcl_status add_unstated(struct census *census, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_study *study = census->study;
    static const struct cell none[KINDS] = { 0 };
    struct cell *of_layer = NULL;

    TRY(vcl_alloc(&of_layer, (size_t)study->layers.count * KINDS, sizeof *of_layer, err));
    for (uint32_t layer = 0; layer < study->layers.count; layer++) {
        count_unstated(study, layer, layer == VCL_UNSTATED_LAYER ? none : of_layer,
                       of_layer + (size_t)layer * KINDS);
    }
    for (uint32_t product = 0; product < study->chain->product_count; product++) {
        for (size_t kind = 0; kind < KINDS; kind++) {
            size_t from = (size_t)study->layers.of_product[product] * KINDS;
            census->products[(size_t)product * KINDS + kind].unstated =
                of_layer[from + kind].unstated;
        }
    }
done:
    free(of_layer);
    return status;
}

static double rate(uint64_t part, uint64_t whole)
{
    return whole == 0 ? (double)NAN : (double)part / (double)whole;
}

static void add_row(vcl_table *table, const vcl_chain *chain, vcl_scope scope, uint32_t index,
                    vcl_kind kind, const struct cell *cell)
{
    uint64_t total = cell->inactive + cell->buyers + cell->not_applicable + cell->active;

    if (scope != VCL_SCOPE_ALL && total == 0 && cell->unstated == 0) {
        return;
    }
    vcl_rows_add_scope(table, chain, scope, index);
    vcl_table_add_term(table, vcl_kind_word(kind));
    vcl_table_add_integer(table, (int64_t)total);
    vcl_table_add_integer(table, (int64_t)cell->inactive);
    vcl_table_add_integer(table, (int64_t)cell->buyers);
    vcl_table_add_integer(table, (int64_t)cell->not_applicable);
    vcl_table_add_integer(table, (int64_t)cell->active);
    vcl_table_add_integer(table, (int64_t)cell->direct);
    vcl_table_add_integer(table, (int64_t)(cell->covered - cell->direct));
    vcl_table_add_integer(table, (int64_t)cell->covered);
    if (scope == VCL_SCOPE_PRODUCT) {
        vcl_table_add_integer(table, (int64_t)cell->unstated);
    } else {
        vcl_table_add_null(table);
    }
    vcl_table_add_real(table, rate(cell->covered, cell->active));
    vcl_table_add_real(table, rate(cell->covered, total));
}

static void add_rows(vcl_table *table, const vcl_chain *chain, vcl_scope scope, uint32_t index,
                     const struct cell *cells)
{
    for (int kind = 0; kind < KINDS; kind++) {
        add_row(table, chain, scope, index, (vcl_kind)kind, cells + kind);
    }
}

struct named_sector {
    const char *name;
    uint32_t sector;
};

static int compare_sectors(const void *a, const void *b)
{
    return strcmp(((const struct named_sector *)a)->name, ((const struct named_sector *)b)->name);
}

static vcl_status add_sectors(const struct census *census, vcl_table *table, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = census->study->chain;
    uint32_t count = vcl_idmap_count(&chain->sectors);
    struct named_sector *order = NULL;

    TRY(vcl_alloc(&order, count, sizeof *order, err));
    for (uint32_t i = 0; i < count; i++) {
        order[i] = (struct named_sector){ vcl_idmap_name(&chain->sectors, i), i };
    }
    if (count > 0) {
        qsort(order, count, sizeof *order, compare_sectors);
    }
    for (uint32_t i = 0; i < count; i++) {
        add_rows(table, chain, VCL_SCOPE_SECTOR, order[i].sector,
                 census->sectors + (size_t)order[i].sector * KINDS);
    }
done:
    free(order);
    return status;
}

static vcl_status run(vcl_study *study, vcl_table *table, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = study->chain;
    struct census census = { .study = study };
    size_t row = KINDS * sizeof(struct cell);

    TRY(vcl_alloc(&census.products, chain->product_count, row, err));
    TRY(vcl_alloc(&census.places, chain->place_count, row, err));
    TRY(vcl_alloc(&census.sectors, vcl_idmap_count(&chain->sectors), row, err));
    count_actors(&census);
    count_vertices(&census);
    TRY(add_up_places(&census, err));
    TRY(add_unstated(&census, err));
    add_rows(table, chain, VCL_SCOPE_ALL, 0, census.all);
    for (uint32_t i = 0; i < chain->product_count; i++) {
        add_rows(table, chain, VCL_SCOPE_PRODUCT, i, census.products + (size_t)i * KINDS);
    }
    for (uint32_t i = 0; i < chain->place_count; i++) {
        add_rows(table, chain, VCL_SCOPE_PLACE, i, census.places + (size_t)i * KINDS);
    }
    TRY(add_sectors(&census, table, err));
done:
    free(census.products);
    free(census.places);
    free(census.sectors);
    return status;
}

const vcl_analysis vcl_analysis_coverage = {
    .kind = { "coverage",
              { "Coverage", "Tỷ lệ có đầu ra" },
              columns,
              sizeof columns / sizeof *columns },
    .run = run,
};
