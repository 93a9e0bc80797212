/* nodes: every actor with its figures, by id. What an actor has no figure for is null. */

#include "analysis/analysis.h"
#include "analysis/rows.h"
#include "base/try.h"

static const vcl_column *const columns[] = {
    &vcl_columns[VCL_COL_ID],
    &vcl_columns[VCL_COL_NAME],
    &vcl_columns[VCL_COL_KIND],
    &vcl_columns[VCL_COL_PLACE],
    &vcl_columns[VCL_COL_PLACE_NAME],
    &vcl_columns[VCL_COL_SECTOR],
    &vcl_columns[VCL_COL_STATUS],
    &vcl_columns[VCL_COL_NODE_PRODUCTS],
    &vcl_columns[VCL_COL_COUNT],
    &vcl_columns[VCL_COL_MEMBERS],
    &vcl_columns[VCL_COL_IS_ACTIVE],
    &vcl_columns[VCL_COL_IS_BUYER],
    &vcl_columns[VCL_COL_SELLS],
    &vcl_columns[VCL_COL_NODE_COVERAGE],
    &vcl_columns[VCL_COL_LINKAGE],
    &vcl_columns[VCL_COL_FIRST_BUYERS],
    &vcl_columns[VCL_COL_NODE_HOUSEHOLDS],
    &vcl_columns[VCL_COL_NODE_UNCOVERED],
    &vcl_columns[VCL_COL_OUTPUT],
    &vcl_columns[VCL_COL_NODE_IN_DEGREE],
    &vcl_columns[VCL_COL_NODE_OUT_DEGREE],
    &vcl_columns[VCL_COL_NODE_PAGERANK],
    &vcl_columns[VCL_COL_NODE_BETWEENNESS],
    &vcl_columns[VCL_COL_NODE_HARMONIC],
    &vcl_columns[VCL_COL_SUPPLIERS],
    &vcl_columns[VCL_COL_REACH_HOUSEHOLDS],
    &vcl_columns[VCL_COL_NODE_EXCLUSIVE],
    &vcl_columns[VCL_COL_NODE_SHAPLEY],
    &vcl_columns[VCL_COL_UPSTREAM_HOUSEHOLDS],
    &vcl_columns[VCL_COL_HOUSEHOLDS_LOST],
    &vcl_columns[VCL_COL_HOUSEHOLDS_HURT],
    &vcl_columns[VCL_COL_COOPERATIVES_LOST],
    &vcl_columns[VCL_COL_COOPERATIVES_HURT],
    &vcl_columns[VCL_COL_LATITUDE],
    &vcl_columns[VCL_COL_LONGITUDE],
    &vcl_columns[VCL_COL_FORM],
    &vcl_columns[VCL_COL_CERTIFICATES],
    &vcl_columns[VCL_COL_REQUIRES],
    &vcl_columns[VCL_COL_FOUNDED],
    &vcl_columns[VCL_COL_TAX_ID],
    &vcl_columns[VCL_COL_TURNOVER],
    &vcl_columns[VCL_COL_AREA],
    &vcl_columns[VCL_COL_WORKERS],
    &vcl_columns[VCL_COL_RATING],
    &vcl_columns[VCL_COL_HIGH_TECH],
};

/* The actor at hand. */
struct row {
    const vcl_study *study;
    vcl_table *table;
    uint32_t actor;
    uint32_t vertex; /* VCL_NONE where it is inactive */
    uint32_t buyer; /* among the study's buyers: the first one not before it */
};

static const vcl_actor *record_of(const struct row *row)
{
    return row->study->chain->actors + row->actor;
}

static bool is_farmer(const struct row *row)
{
    return record_of(row)->kind == VCL_FARMER;
}

static void add_nulls(const struct row *row, int count)
{
    for (int i = 0; i < count; i++) {
        vcl_table_add_null(row->table);
    }
}

/* Adds a number where it is known. */
static void add_if(const struct row *row, bool known, uint64_t number)
{
    if (known) {
        vcl_table_add_integer(row->table, (int64_t)number);
    } else {
        vcl_table_add_null(row->table);
    }
}

/* id … products */
static vcl_status add_identity(const struct row *row, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_chain *chain = row->study->chain;
    const vcl_actor *record = record_of(row);
    const vcl_place *place = record->place == VCL_NONE ? NULL : chain->places + record->place;
    uint32_t sector = vcl_actor_sector(chain, row->actor);

    vcl_rows_add_actor(row->table, chain, row->actor);
    vcl_table_add_text(row->table, place == NULL ? NULL : place->id);
    vcl_table_add_text(row->table, place == NULL ? NULL : place->name);
    vcl_table_add_text(row->table,
                       sector == VCL_NONE ? NULL : vcl_idmap_name(&chain->sectors, sector));
    vcl_table_add_term(row->table, vcl_rows_statuses[record->status]);
    TRY(vcl_rows_add_products(row->table, chain, record->products, err));
done:
    return status;
}

/* count … sells */
static void add_size(const struct row *row)
{
    const vcl_chain *chain = row->study->chain;
    const vcl_actor *record = record_of(row);
    uint32_t members = vcl_actor_members(chain, row->actor);

    add_if(row, is_farmer(row), vcl_actor_count(chain, row->actor));
    add_if(row, members != VCL_NONE, members);
    vcl_table_add_boolean(row->table, vcl_bits_has(row->study->state.active, row->actor));
    vcl_table_add_boolean(row->table, record->buyer);
    vcl_table_add_boolean(row->table, record->sells);
}

/* NULL for those who cannot be covered. */
static const char *coverage_of(const struct row *row)
{
    uint8_t flags = 0;

    if (row->vertex == VCL_NONE || !vcl_vertex_counts(row->study->fold.vertices + row->vertex)) {
        return NULL;
    }
    flags = row->study->coverage.any[row->vertex];
    if ((flags & VCL_COVERED) == 0) {
        return "uncovered";
    }
    return (flags & VCL_DIRECT) != 0 ? "direct" : "indirect";
}

/* Of an active farmer those of the record, of an organisation those who reach it. */
static vcl_upstream households_of(const struct row *row)
{
    uint64_t count = vcl_actor_count(row->study->chain, row->actor);
    bool covered = (row->study->coverage.any[row->vertex] & VCL_COVERED) != 0;

    if (!is_farmer(row)) {
        return row->study->upstream[row->vertex];
    }
    return (vcl_upstream){ .households = count,
                           .uncovered = covered || !record_of(row)->sells ? 0 : count };
}

/* coverage … output_kg */
static void add_standing(const struct row *row)
{
    const vcl_study *study = row->study;
    const char *coverage = coverage_of(row);
    bool is_active = row->vertex != VCL_NONE;
    vcl_upstream upstream = is_active ? households_of(row) : (vcl_upstream){ 0 };

    vcl_table_add_term(row->table, coverage);
    vcl_table_add_term(row->table,
                       vcl_linkage_word((vcl_linkage)study->linkages.of_actor[row->actor]));
    add_if(row, coverage != NULL, coverage == NULL ? 0 : study->buyers.of_first[row->vertex]);
    add_if(row, is_active, upstream.households);
    add_if(row, is_active, upstream.uncovered);
    vcl_table_add_real(row->table, vcl_rows_output(study->chain, row->actor));
}

/* in_degree … harmonic */
static void add_centrality(const struct row *row)
{
    const vcl_centrality *centrality = &row->study->centrality;
    uint32_t vertex = row->vertex == VCL_NONE ? VCL_NONE : centrality->of_vertex[row->vertex];

    if (vertex == VCL_NONE) {
        add_nulls(row, 5);
        return;
    }
    vcl_table_add_integer(row->table, (int64_t)centrality->in_degree[vertex]);
    vcl_table_add_integer(row->table, (int64_t)centrality->out_degree[vertex]);
    vcl_table_add_real(row->table, centrality->pagerank[vertex]);
    vcl_table_add_real(row->table, centrality->betweenness[vertex]);
    vcl_table_add_real(row->table, centrality->harmonic[vertex]);
}

/* suppliers … upstream_households; buyers stand in the order of ids, as rows do. */
static void add_buyer(struct row *row)
{
    const vcl_buyers *buyers = &row->study->buyers;
    const vcl_buyer *buyer = buyers->buyers + row->buyer;

    if (row->buyer == buyers->count || buyer->vertex != row->vertex) {
        add_nulls(row, 5);
        return;
    }
    row->buyer++;
    vcl_table_add_integer(row->table, (int64_t)vcl_rows_suppliers(row->study, row->actor));
    vcl_table_add_integer(row->table, (int64_t)buyer->households.reach);
    vcl_table_add_integer(row->table, (int64_t)buyer->households.exclusive);
    vcl_table_add_real(row->table, buyer->households.shapley);
    vcl_table_add_integer(row->table, (int64_t)buyer->households.upstream);
}

/* households_lost … cooperatives_hurt */
static void add_losses(const struct row *row)
{
    const vcl_loss *loss = NULL;

    if (row->vertex == VCL_NONE || is_farmer(row)) {
        add_nulls(row, 4);
        return;
    }
    loss = row->study->losses.losses + row->vertex;
    vcl_table_add_integer(row->table, (int64_t)loss->households_lost);
    vcl_table_add_integer(row->table, (int64_t)loss->households_hurt);
    vcl_table_add_integer(row->table, (int64_t)loss->cooperatives_lost);
    vcl_table_add_integer(row->table, (int64_t)loss->cooperatives_hurt);
}

/* lat … high_tech, which nothing is told of farmers */
static void add_facts(const struct row *row)
{
    const vcl_facts *facts = vcl_actor_facts(row->study->chain, row->actor);

    if (facts == NULL) {
        add_nulls(row, 12);
        return;
    }
    vcl_table_add_real(row->table, facts->latitude);
    vcl_table_add_real(row->table, facts->longitude);
    vcl_table_add_text(row->table, facts->form);
    vcl_rows_add_texts(row->table, facts->certificates);
    vcl_rows_add_texts(row->table, facts->requires);
    vcl_table_add_text(row->table, facts->founded);
    vcl_table_add_text(row->table, facts->tax_id);
    vcl_table_add_real(row->table, facts->turnover);
    vcl_table_add_real(row->table, facts->area_ha);
    vcl_table_add_real(row->table, facts->workers);
    vcl_table_add_text(row->table, facts->rating);
    vcl_rows_add_tri(row->table, (vcl_tri)facts->high_tech);
}

static vcl_status add_row(struct row *row, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(add_identity(row, err));
    add_size(row);
    add_standing(row);
    add_centrality(row);
    add_buyer(row);
    add_losses(row);
    add_facts(row);
done:
    return status;
}

static size_t count_rows(const vcl_study *study)
{
    size_t rows = 0;

    for (uint32_t i = 0; i < study->chain->actor_count; i++) {
        rows += vcl_rows_is_shown(study, i) ? 1 : 0;
    }
    return rows;
}

static vcl_status run(vcl_study *study, vcl_table *table, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct row row = { .study = study, .table = table };

    TRY(vcl_table_reserve(table, count_rows(study), err));
    TRY(vcl_study_all_upstream(study, err));
    TRY(vcl_study_buyers(study, err));
    TRY(vcl_study_losses(study, err));
    TRY(vcl_study_centrality(study, err));
    for (row.actor = 0; row.actor < study->chain->actor_count; row.actor++) {
        row.vertex = study->fold.of_actor[row.actor];
        if (vcl_rows_is_shown(study, row.actor)) {
            TRY(add_row(&row, err));
            TRY(vcl_rows_check_memory(table, err));
        }
    }
done:
    return status;
}

const vcl_analysis vcl_analysis_nodes = {
    .kind =
        &(const vcl_table_kind){
            "nodes", { "Actors", "Các tác nhân" }, columns, sizeof columns / sizeof *columns },
    .run = run,
    .asks_for = VCL_PART_BUYERS | VCL_PART_LOSSES | VCL_PART_CENTRALITY,
    .waits_for = 1U << VCL_STAGE_REACH | 1U << VCL_STAGE_CENTRALITY,
    .on_demand = true,
    .every_vertex = true,
};
