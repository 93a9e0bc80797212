/* flows: how goods pass from kind to kind, for a Sankey diagram; implied members included. */
#include <math.h>
#include <stdlib.h>

#include "analysis/analysis.h"
#include "analysis/rows.h"
#include "base/amount.h"
#include "base/memory.h"
#include "base/try.h"

static const vcl_column *const columns[] = {
    &vcl_columns[VCL_COL_SOURCE_KIND],     &vcl_columns[VCL_COL_TARGET_KIND],
    &vcl_columns[VCL_COL_FLOW_LINKS],      &vcl_columns[VCL_COL_FLOW_NODES],
    &vcl_columns[VCL_COL_FLOW_HOUSEHOLDS], &vcl_columns[VCL_COL_FLOW_UNCOVERED],
    &vcl_columns[VCL_COL_FLOW_VOLUME],
};

enum { PAIRS = VCL_KIND_COUNT * VCL_KIND_COUNT };

struct pair {
    uint64_t links;
    uint64_t nodes;
    uint64_t households;
    uint64_t uncovered; /* of these */
    double volume_kg; /* NaN where none is known */
    uint32_t last_source; /* 1 + the source last counted: links stand in the order of sources */
    bool joined; /* by an arc, which may be of implied members */
};

static int pair_of(int source_kind, int target_kind)
{
    return source_kind * VCL_KIND_COUNT + target_kind;
}

static void count_links(const vcl_study *study, struct pair pairs[PAIRS])
{
    const vcl_chain *chain = study->chain;

    for (uint32_t i = 0; i < chain->link_count; i++) {
        const vcl_link *link = chain->links + i;
        double volume_kg = vcl_link_terms(chain, link)->volume_kg;
        struct pair *pair = NULL;
        if (!vcl_bits_has(study->state.carries, i)) {
            continue;
        }
        pair = pairs + pair_of(chain->actors[link->source].kind, chain->actors[link->target].kind);
        pair->links++;
        pair->nodes += pair->last_source != link->source + 1 ? 1 : 0;
        pair->last_source = link->source + 1;
        if (!isnan(volume_kg)) { /* of millions of memberships it is not known */
            pair->volume_kg = vcl_amount_add_known(pair->volume_kg, volume_kg);
        }
    }
}

/* The sources of arcs, each with its pairs as marks. Arcs stand in the order of their sources. */
struct sources {
    uint32_t *vertices;
    uint64_t *marks;
    uint32_t count;
};

static void mark_sources(const vcl_study *study, struct pair pairs[PAIRS], struct sources *sources)
{
    const vcl_fold *fold = &study->fold;

    for (uint32_t i = 0; i < fold->arc_count; i++) {
        const vcl_arc *arc = fold->arcs + i;
        int pair = pair_of(fold->vertices[arc->source].kind, fold->vertices[arc->target].kind);
        pairs[pair].joined = true;
        if (i == 0 || fold->arcs[i - 1].source != arc->source) {
            sources->vertices[sources->count++] = arc->source;
        }
        sources->marks[sources->count - 1] |= (uint64_t)1 << pair;
    }
}

/* Adds households to those pairs that they are marked with; few pairs are joined at all. */
static void add_marked(const vcl_study *study, const uint64_t *marks, struct pair pairs[PAIRS])
{
    const vcl_fold *fold = &study->fold;
    uint32_t joined[PAIRS] = { 0 };
    uint32_t count = 0;

    for (uint32_t pair = 0; pair < PAIRS; pair++) {
        joined[count] = pair;
        count += pairs[pair].joined ? 1 : 0;
    }
    for (uint32_t vertex = fold->organisation_count; vertex < fold->vertex_count; vertex++) {
        uint64_t households = fold->vertices[vertex].households;
        bool covered = (study->coverage.any[vertex] & VCL_COVERED) != 0;
        for (uint32_t i = 0; i < count; i++) {
            uint64_t marked = (marks[vertex] >> joined[i] & 1) * households;
            pairs[joined[i]].households += marked;
            pairs[joined[i]].uncovered += covered ? 0 : marked;
        }
    }
}

/* Households that are among a pair's sources or reach one, each once. */
static vcl_status count_households(vcl_study *study, struct pair pairs[PAIRS], vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_fold *fold = &study->fold;
    struct sources sources = { 0 };

    TRY(vcl_alloc(&sources.vertices, fold->vertex_count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&sources.marks, fold->vertex_count, sizeof(uint64_t), err));
    mark_sources(study, pairs, &sources);
    TRY(vcl_study_paths(study, err));
    TRY(vcl_reach_ask(&study->paths, sources.vertices, sources.count, err));
    free(sources.vertices);
    sources.vertices = NULL;
    /* From now on the marks are those of all vertices. */
    TRY(vcl_reach_mark(&study->paths, sources.marks, sources.marks, err));
    add_marked(study, sources.marks, pairs);
done:
    free(sources.marks);
    free(sources.vertices);
    return status;
}

static vcl_status run(vcl_study *study, vcl_table *table, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct pair pairs[PAIRS] = { 0 };

    for (int pair = 0; pair < PAIRS; pair++) {
        pairs[pair].volume_kg = (double)NAN;
    }
    count_links(study, pairs);
    TRY(count_households(study, pairs, err));
    for (int pair = 0; pair < PAIRS; pair++) {
        if (pairs[pair].joined) {
            vcl_table_add_term(table, vcl_kind_word((vcl_kind)(pair / VCL_KIND_COUNT)));
            vcl_table_add_term(table, vcl_kind_word((vcl_kind)(pair % VCL_KIND_COUNT)));
            vcl_table_add_integer(table, (int64_t)pairs[pair].links);
            vcl_table_add_integer(table, (int64_t)pairs[pair].nodes);
            vcl_table_add_integer(table, (int64_t)pairs[pair].households);
            vcl_table_add_integer(table, (int64_t)pairs[pair].uncovered);
            vcl_table_add_real(table, pairs[pair].volume_kg);
        }
    }
done:
    return status;
}

const vcl_analysis vcl_analysis_flows = {
    .kind =
        &(const vcl_table_kind){
            "flows", { "Flows", "Dòng hàng hóa" }, columns, sizeof columns / sizeof *columns },
    .run = run,
};
