/* One pass over the farmers, by several threads, each with counts of its own; one over the
 * organisations, and one over the classes of those alike. */
#include "analysis/counts.h"

#include <stdlib.h>

#include "analysis/rows.h"
#include "base/memory.h"
#include "base/parallel.h"
#include "base/try.h"

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

static void add_to(vcl_cell *cell, const struct counted *counted, uint8_t flags)
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

/* Under each product that it lists, as covered for none. */
static void count_products(vcl_counts *counts, const struct counted *counted)
{
    vcl_set set = vcl_sets_at(&counts->study->chain->sets, counted->products);

    for (uint32_t i = 0; i < set.count; i++) {
        vcl_cell *cells = counts->products + (size_t)set.items[i] * VCL_CELL_KINDS;
        add_to(cells + counted->kind, counted, 0);
    }
}

/* Those that list a product and are covered in its layer, where whoever is covered counts. */
static void count_covered(vcl_counts *counts, uint32_t number)
{
    const vcl_study *study = counts->study;
    const vcl_layer *layer = study->layers.layers + number;
    const uint8_t *flags = study->coverage.of_layer[number];

    for (uint32_t i = 0; i < layer->vertex_count; i++) {
        const vcl_vertex *vertex = study->fold.vertices + layer->vertices[i];
        vcl_set set = vcl_sets_at(&study->chain->sets, vertex->products);
        for (uint32_t k = 0; (flags[i] & VCL_COVERED) != 0 && k < set.count; k++) {
            vcl_cell *cells = counts->products + (size_t)set.items[k] * VCL_CELL_KINDS;
            if (study->layers.of_product[set.items[k]] == number) {
                cells[vertex->kind].covered += vertex->households;
                cells[vertex->kind].direct += (flags[i] & VCL_DIRECT) != 0 ? vertex->households : 0;
            }
        }
    }
}

/* In its place or none, and its sector; and, as only the active ones have a vertex by which to be
 * counted at once with those alike, under its products if it is inactive. */
static void count(vcl_counts *counts, const struct counted *counted)
{
    const vcl_study *study = counts->study;
    bool active = counted->vertex != VCL_NONE;
    uint8_t flags = active ? study->coverage.any[counted->vertex] : 0;
    size_t place = counted->place != VCL_NONE ? counted->place : study->chain->place_count;

    add_to(counts->places + place * VCL_CELL_KINDS + counted->kind, counted, flags);
    if (counted->sector != VCL_NONE) {
        add_to(counts->sectors + (size_t)counted->sector * VCL_CELL_KINDS + counted->kind, counted,
               flags);
    }
    if (!active) {
        count_products(counts, counted);
    }
}

static void count_vertices(vcl_counts *counts)
{
    const vcl_fold *fold = &counts->study->fold;

    for (uint32_t i = 0; i < fold->vertex_count; i++) {
        const vcl_vertex *vertex = fold->vertices + i;
        struct counted counted = { .vertex = i,
                                   .products = vertex->products,
                                   .kind = (vcl_kind)vertex->kind,
                                   .weight = vertex->households,
                                   .buyer = vertex->buyer,
                                   .sells = vertex->sells };
        if (vertex->kind != VCL_ENTERPRISE) {
            count_products(counts, &counted);
        }
    }
    for (uint32_t number = 0; number < counts->study->layers.count; number++) {
        count_covered(counts, number);
    }
}

static struct counted counted_of(const vcl_study *study, uint32_t actor)
{
    const vcl_actor *record = study->chain->actors + actor;

    return (struct counted){ .vertex = study->fold.of_actor[actor],
                             .products = record->products,
                             .place = record->place,
                             .sector = vcl_actor_sector(study->chain, actor),
                             .kind = (vcl_kind)record->kind,
                             .weight = vcl_actor_count(study->chain, actor),
                             .buyer = record->buyer,
                             .sells = record->sells };
}

/* With their implied members. */
static void count_organisations(vcl_counts *counts)
{
    const vcl_study *study = counts->study;
    const uint32_t *organisations = study->chain->organisations.items;

    for (size_t i = 0; i < study->chain->organisations.count; i++) {
        uint32_t actor = organisations[i];
        struct counted counted = counted_of(study, actor);
        if (counted.kind != VCL_ENTERPRISE) {
            count(counts, &counted);
        }
        counted.weight = study->state.implied[actor];
        if (counted.weight > 0) {
            counted.vertex = vcl_fold_of_implied(&study->fold, actor);
            counted.kind = VCL_FARMER;
            counted.buyer = false;
            counted.sells = true;
            count(counts, &counted);
        }
    }
}

static vcl_status make_cells(vcl_counts *counts, const vcl_study *study, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = study->chain;
    size_t row = VCL_CELL_KINDS * sizeof(vcl_cell);

    *counts = (vcl_counts){ .study = study };
    TRY(vcl_alloc(&counts->products, chain->product_count, row, err));
    TRY(vcl_alloc(&counts->places, (size_t)chain->place_count + 1, row, err));
    TRY(vcl_alloc(&counts->sectors, vcl_idmap_count(&chain->sectors), row, err));
done:
    return status;
}

/* Of farmers; `context` has the counts of each worker. */
static void count_piece(void *context, uint32_t worker, uint32_t piece)
{
    vcl_counts *counts = (vcl_counts *)context + worker;
    const vcl_chain *chain = counts->study->chain;
    uint32_t end = vcl_parallel_end(piece, chain->actor_count);

    for (uint32_t actor = piece * VCL_PIECE; actor < end; actor++) {
        if (chain->actors[actor].kind == VCL_FARMER) {
            struct counted counted = counted_of(counts->study, actor);
            count(counts, &counted);
        }
    }
}

static void add_cell(vcl_cell *to, const vcl_cell *from)
{
    to->inactive += from->inactive;
    to->buyers += from->buyers;
    to->not_applicable += from->not_applicable;
    to->active += from->active;
    to->direct += from->direct;
    to->covered += from->covered;
}

/* The cells of so many keys. */
static void add_cells(vcl_cell *to, const vcl_cell *from, size_t keys)
{
    for (size_t i = 0; i < keys * VCL_CELL_KINDS; i++) {
        add_cell(to + i, from + i);
    }
}

static void add_counts(vcl_counts *to, const vcl_counts *from)
{
    const vcl_chain *chain = to->study->chain;

    add_cells(to->products, from->products, chain->product_count);
    add_cells(to->places, from->places, (size_t)chain->place_count + 1);
    add_cells(to->sectors, from->sectors, vcl_idmap_count(&chain->sectors));
}

static vcl_status count_farmers(vcl_counts *counts, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_study *study = counts->study;
    uint32_t threads = study->pace.threads;
    vcl_counts *of_worker = NULL;
    vcl_parallel parallel = { .pieces = vcl_parallel_pieces(study->chain->actor_count),
                              .work = count_piece };

    TRY(vcl_alloc(&of_worker, threads, sizeof *of_worker, err));
    for (uint32_t i = 0; i < threads; i++) {
        TRY(make_cells(of_worker + i, study, err));
    }
    parallel.context = of_worker;
    vcl_parallel_run(&parallel, threads);
    for (uint32_t i = 0; i < threads; i++) {
        add_counts(counts, of_worker + i);
    }
done:
    for (uint32_t i = 0; of_worker != NULL && i < threads; i++) {
        vcl_counts_release(of_worker + i);
    }
    free(of_worker);
    return status;
}

/* Everyone stands in one place or in none. */
static void add_up_all(vcl_counts *counts)
{
    for (size_t i = 0; i <= counts->study->chain->place_count; i++) {
        add_cells(counts->all, counts->places + i * VCL_CELL_KINDS, 1);
    }
}

/* What stands in a place stands in the places around it too. */
static vcl_status add_up_places(vcl_counts *counts, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = counts->study->chain;
    uint32_t *order = NULL;

    TRY(vcl_rows_places_upward(chain, &order, err));
    for (uint32_t i = 0; i < chain->place_count; i++) {
        uint32_t parent = chain->places[order[i]].parent;
        for (int kind = 0; kind < VCL_CELL_KINDS && parent != VCL_NONE; kind++) {
            const vcl_cell *from = counts->places + (size_t)order[i] * VCL_CELL_KINDS + kind;
            vcl_cell *to = counts->places + (size_t)parent * VCL_CELL_KINDS + kind;
            add_cell(to, from);
        }
    }
done:
    free(order);
    return status;
}

/* Those that list nothing and are covered in a layer, by kind. Of them only those send in the layer
 * that stand there in another way than in the unstated one, of which `unstated` is the count. */
static void count_unstated(const vcl_study *study, uint32_t number,
                           const vcl_cell unstated[VCL_CELL_KINDS], vcl_cell cells[VCL_CELL_KINDS])
{
    const vcl_layer *layer = study->layers.layers + number;

    for (int kind = 0; kind < VCL_CELL_KINDS; kind++) {
        cells[kind].unstated = unstated[kind].unstated;
    }
    for (uint32_t i = 0; i < layer->vertex_count; i++) {
        const vcl_vertex *vertex = study->fold.vertices + layer->vertices[i];
        if (vertex->products != 0 || !vcl_layer_sends(layer, i) || !vcl_vertex_counts(vertex)) {
            continue;
        }
        if (number != VCL_UNSTATED_LAYER && study->coverage.unstated[layer->vertices[i]]) {
            cells[vertex->kind].unstated -= vertex->households;
        }
        if (study->coverage.of_layer[number][i] != 0) {
            cells[vertex->kind].unstated += vertex->households;
        }
    }
}

/* Once a layer, however many products share it. */
static vcl_status add_unstated(vcl_counts *counts, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_study *study = counts->study;
    static const vcl_cell none[VCL_CELL_KINDS] = { 0 };
    vcl_cell *of_layer = NULL;

    TRY(vcl_alloc(&of_layer, (size_t)study->layers.count * VCL_CELL_KINDS, sizeof *of_layer, err));
    for (uint32_t layer = 0; layer < study->layers.count; layer++) {
        count_unstated(study, layer, layer == VCL_UNSTATED_LAYER ? none : of_layer,
                       of_layer + (size_t)layer * VCL_CELL_KINDS);
    }
    for (uint32_t product = 0; product < study->chain->product_count; product++) {
        for (size_t kind = 0; kind < VCL_CELL_KINDS; kind++) {
            size_t from = (size_t)study->layers.of_product[product] * VCL_CELL_KINDS;
            counts->products[(size_t)product * VCL_CELL_KINDS + kind].unstated =
                of_layer[from + kind].unstated;
        }
    }
done:
    free(of_layer);
    return status;
}

vcl_status vcl_counts_init(vcl_counts *counts, const vcl_study *study, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(make_cells(counts, study, err));
    TRY(count_farmers(counts, err));
    count_organisations(counts);
    count_vertices(counts);
    add_up_all(counts);
    TRY(add_up_places(counts, err));
    TRY(add_unstated(counts, err));
done:
    return status;
}

void vcl_counts_release(vcl_counts *counts)
{
    free(counts->products);
    free(counts->places);
    free(counts->sectors);
    *counts = (vcl_counts){ 0 };
}
