/* The catalogue of analyses, and running those that are asked for on one study. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <vclink/analysis.h>

#include "analysis/analysis.h"
#include "base/compare.h"
#include "base/error.h"
#include "base/jobs.h"
#include "base/memory.h"
#include "base/parallel.h"
#include "base/unicode.h"
#include "graph/bridge.h"

static const vcl_analysis *const catalogue[] = {
#define ANALYSIS(name) &vcl_analysis_##name,
#include "analysis/analyses.def"
#undef ANALYSIS
};

enum { ANALYSES = sizeof catalogue / sizeof *catalogue };

size_t vcl_analysis_count(void)
{
    return ANALYSES;
}

const char *vcl_analysis_name(size_t index)
{
    assert(index < ANALYSES);
    return catalogue[index]->kind->name;
}

const char *vcl_analysis_title(size_t index, vcl_language language)
{
    assert(index < ANALYSES);
    return catalogue[index]->kind->title[language];
}

size_t vcl_analysis_column_count(size_t index)
{
    assert(index < ANALYSES);
    return catalogue[index]->kind->column_count;
}

const vcl_column *vcl_analysis_column(size_t index, size_t column)
{
    assert(index < ANALYSES && column < catalogue[index]->kind->column_count);
    return catalogue[index]->kind->columns[column];
}

bool vcl_analysis_is_on_demand(size_t index)
{
    assert(index < ANALYSES);
    return catalogue[index]->on_demand;
}

bool vcl_analysis_waits_for(size_t index, vcl_stage stage)
{
    assert(index < ANALYSES);
    return stage == VCL_STAGE_STUDY || (catalogue[index]->waits_for >> stage & 1U) != 0;
}

/* What the options come to. */
struct request {
    bool wanted[ANALYSES];
    vcl_date as_of;
    uint32_t *without; /* actors, sorted, each once */
    size_t without_count;
    bool organisations_only;
    vcl_pace pace;
};

static vcl_status choose_tables(struct request *request, const char *const *names, size_t count,
                                vcl_error *err)
{
    for (size_t i = 0; i < ANALYSES; i++) {
        request->wanted[i] = count == 0 && !catalogue[i]->on_demand;
    }
    for (size_t i = 0; i < count; i++) {
        size_t found = 0;
        while (found < ANALYSES && strcmp(catalogue[found]->kind->name, names[i]) != 0) {
            found++;
        }
        if (found == ANALYSES) {
            return vcl_fail(err, VCL_ERROR_USAGE, VCL_MSG_TABLE_UNKNOWN, names[i], NULL);
        }
        request->wanted[found] = true;
    }
    return VCL_OK;
}

static vcl_status choose_date(struct request *request, const vcl_chain *chain, const char *as_of,
                              vcl_error *err)
{
    request->as_of = chain->as_of;
    if (as_of != NULL && !vcl_date_parse(vcl_slice_of(as_of), &request->as_of)) {
        return vcl_fail(err, VCL_ERROR_USAGE, VCL_MSG_BAD_AS_OF, as_of, NULL);
    }
    return VCL_OK;
}

static vcl_status choose_without(struct request *request, const vcl_chain *chain,
                                 const vcl_study_options *options, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t kept = 0;

    TRY(vcl_alloc(&request->without, options->without_count, sizeof(uint32_t), err));
    for (size_t i = 0; i < options->without_count; i++) {
        size_t actor = 0;
        if (!vcl_chain_find_actor(chain, options->without[i], &actor)) {
            return vcl_fail(err, VCL_ERROR_USAGE, VCL_MSG_WITHOUT_UNKNOWN, options->without[i],
                            NULL);
        }
        request->without[i] = (uint32_t)actor;
    }
    if (options->without_count > 0) {
        qsort(request->without, options->without_count, sizeof(uint32_t), vcl_compare_uint32);
    }
    for (size_t i = 0; i < options->without_count; i++) {
        if (kept == 0 || request->without[kept - 1] != request->without[i]) {
            request->without[kept++] = request->without[i];
        }
    }
    request->without_count = kept;
done:
    return status;
}

/* NULL stays NULL. */
static vcl_status keep_text(vcl_result *result, const char *text, const char **out, vcl_error *err)
{
    *out = NULL;
    return text == NULL ? VCL_OK : vcl_unicode_copy(&result->texts, vcl_slice_of(text), out, err);
}

/* Notes in the result what it was computed from. */
static vcl_status describe(vcl_result *result, const vcl_chain *chain,
                           const struct request *request, const char *as_of, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(keep_text(result, chain->name, &result->dataset_name, err));
    TRY(keep_text(result, vcl_chain_as_of(chain), &result->dataset_as_of, err));
    TRY(keep_text(result, chain->currency, &result->dataset_currency, err));
    TRY(keep_text(result, chain->source, &result->dataset_source, err));
    TRY(keep_text(result, as_of, &result->option_as_of, err));
    TRY(vcl_arena_alloc(&result->texts, (request->without_count + 1) * sizeof *result->without,
                        &result->without, err));
    for (size_t i = 0; i < request->without_count; i++) {
        TRY(keep_text(result, vcl_actor_id(chain, request->without[i]), result->without + i, err));
    }
    result->without_count = request->without_count;
    result->organisations_only = request->organisations_only;
done:
    return status;
}

static bool asks(const struct request *request, unsigned part)
{
    unsigned parts = 0;

    for (size_t i = 0; i < ANALYSES; i++) {
        parts |= request->wanted[i] ? catalogue[i]->asks_for : 0;
    }
    return (parts & part) != 0;
}

/* With several threads what takes longest is found before any table is filled; with one, each part
 * when it is asked for, which takes less memory at a time. */
static vcl_status prepare(vcl_study *study, const struct request *request, vcl_error *err)
{
    vcl_status status = VCL_OK;

    study->organisations_only = request->organisations_only;
    for (size_t i = 0; i < ANALYSES; i++) {
        study->every_vertex |= request->wanted[i] && catalogue[i]->every_vertex;
    }
    if (study->pace.threads > 1) {
        TRY(vcl_study_prepare(study, asks(request, VCL_ASKS_BUYERS), asks(request, VCL_ASKS_LOSSES),
                              asks(request, VCL_ASKS_CENTRALITY), err));
    }
done:
    return status;
}

/* Tables to be filled: all, or those that follow the study's paths, or the others. */
struct filling {
    vcl_study *study;
    vcl_table **tables; /* by analysis, NULL where not wanted */
    bool along_paths;
    bool others;
};

static vcl_status fill(void *context, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const struct filling *filling = context;

    for (size_t i = 0; i < ANALYSES; i++) {
        vcl_table *table = filling->tables[i];
        if (table == NULL ||
            !(catalogue[i]->along_paths ? filling->along_paths : filling->others)) {
            continue;
        }
        TRY(catalogue[i]->run(filling->study, table, err));
        TRY(vcl_table_status(table, err));
        vcl_table_trim(table);
        vcl_memory_give_back();
    }
done:
    return status;
}

/* Those on demand look at all of the study, one at a time. */
static bool may_share(const struct request *request)
{
    bool may = request->pace.threads > 1;

    for (size_t i = 0; i < ANALYSES; i++) {
        may = may && !(request->wanted[i] && catalogue[i]->on_demand);
    }
    return may;
}

static vcl_status run_wanted(vcl_study *study, const struct request *request, vcl_result *result,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_table *tables[ANALYSES] = { NULL };
    struct filling all = { study, tables, true, true };
    struct filling along_paths = { study, tables, true, false };
    struct filling others = { study, tables, false, true };
    const vcl_job jobs[] = { { fill, &others }, { fill, &along_paths } };

    TRY(vcl_array_reserve(&result->tables, ANALYSES, err)); /* so that none moves */
    for (size_t i = 0; i < ANALYSES; i++) {
        if (request->wanted[i]) {
            TRY(vcl_result_add(result, catalogue[i]->kind, tables + i, err));
        }
    }
    TRY(may_share(request)
            ? vcl_jobs_run(jobs, sizeof jobs / sizeof *jobs, request->pace.threads, err)
            : fill(&all, err));
done:
    return status;
}

/* Records stand in the chain: for them alone nothing is computed. */
static bool needs_study(const struct request *request)
{
    for (size_t i = 0; i < ANALYSES; i++) {
        if (request->wanted[i] && !catalogue[i]->is_record) {
            return true;
        }
    }
    return false;
}

static vcl_status study_and_run(const vcl_chain *chain, const struct request *request,
                                vcl_result *result, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_study study = { .chain = chain, .pace = request->pace };
    vcl_bridge bridge;

    vcl_bridge_enter(&bridge);
    if (needs_study(request)) {
        TRY(vcl_study_init(&study, chain, request->as_of, request->without, request->without_count,
                           &request->pace, err));
    }
    TRY(prepare(&study, request, err));
    TRY(run_wanted(&study, request, result, err));
done:
    vcl_study_release(&study);
    vcl_bridge_exit(&bridge);
    return status;
}

vcl_status vcl_analyze(const vcl_chain *chain, const vcl_study_options *options,
                       const char *const *names, size_t name_count, vcl_result **out,
                       vcl_error *err)
{
    static const vcl_study_options none = { 0 };
    vcl_status status = VCL_OK;
    struct request request = { 0 };
    vcl_result *result = NULL;

    vcl_error_clear(err);
    *out = NULL;
    options = options == NULL ? &none : options;
    TRY(choose_tables(&request, names, name_count, err));
    TRY(choose_date(&request, chain, options->as_of, err));
    TRY(choose_without(&request, chain, options, err));
    request.organisations_only = options->organisations_only;
    request.pace = (vcl_pace){ .threads = vcl_parallel_threads(options->threads),
                               .watcher = options->watcher,
                               .context = options->watcher_context };
    TRY(vcl_result_new(&result, err));
    TRY(describe(result, chain, &request, options->as_of, err));
    TRY(study_and_run(chain, &request, result, err));
    *out = result;
    result = NULL;
done:
    vcl_result_free(result);
    free(request.without);
    return status;
}
