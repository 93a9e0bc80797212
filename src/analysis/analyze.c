/* The catalogue of analyses, and running those that are asked for on one study. */
#include <assert.h>
#include <pthread.h>
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

/* With several threads what takes longest is found before any table is filled; with one, each part
 * when it is asked for, which takes less memory at a time. */
static vcl_status prepare(vcl_study *study, const struct request *request, vcl_error *err)
{
    unsigned parts = 0;

    study->organisations_only = request->organisations_only;
    for (size_t i = 0; i < ANALYSES; i++) {
        study->every_vertex |= request->wanted[i] && catalogue[i]->every_vertex;
        parts |= request->wanted[i] ? catalogue[i]->asks_for : 0;
    }
    return study->pace.threads > 1 ? vcl_study_prepare(study, parts, err) : VCL_OK;
}

/* A table to be filled. */
struct filling {
    const vcl_analysis *analysis;
    vcl_study *study;
    vcl_table *table;
};

static vcl_status fill(void *context, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const struct filling *filling = context;

    TRY(filling->analysis->run(filling->study, filling->table, err));
    TRY(vcl_table_status(filling->table, err));
    vcl_table_trim(filling->table);
    vcl_memory_give_back();
done:
    return status;
}

/* Those on demand may change what others look at. */
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
    struct filling fillings[ANALYSES];
    vcl_job jobs[ANALYSES];
    uint32_t count = 0;

    TRY(vcl_array_reserve(&result->tables, ANALYSES, err)); /* so that none moves */
    for (size_t i = 0; i < ANALYSES; i++) {
        if (request->wanted[i]) {
            fillings[count] = (struct filling){ .analysis = catalogue[i], .study = study };
            jobs[count] = (vcl_job){ fill, fillings + count };
            TRY(vcl_result_add(result, catalogue[i]->kind, &fillings[count++].table, err));
        }
    }
    TRY(vcl_jobs_run(jobs, count, may_share(request) ? request->pace.threads : 1, err));
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

/* Whoever watches a study whose parts are found beside each other: it is called by one at a time, and
 * hears of the stage that began last until that ends. */
struct audience {
    pthread_mutex_t turn;
    vcl_watcher *watcher;
    void *context;
    vcl_stage stage;
    bool hears; /* of that stage */
};

static void tell_audience(const vcl_step *step, void *context)
{
    struct audience *audience = context;

    pthread_mutex_lock(&audience->turn);
    if (step->done == 0.0 || !audience->hears) {
        audience->stage = step->stage;
        audience->hears = true;
    }
    if (step->stage == audience->stage) {
        audience->hears = step->done < 1.0;
        audience->watcher(step, audience->context);
    }
    pthread_mutex_unlock(&audience->turn);
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
    struct audience audience = { 0 };

    vcl_error_clear(err);
    *out = NULL;
    options = options == NULL ? &none : options;
    pthread_mutex_init(&audience.turn, NULL);
    audience.watcher = options->watcher;
    audience.context = options->watcher_context;
    TRY(choose_tables(&request, names, name_count, err));
    TRY(choose_date(&request, chain, options->as_of, err));
    TRY(choose_without(&request, chain, options, err));
    request.organisations_only = options->organisations_only;
    request.pace = (vcl_pace){ .threads = vcl_parallel_threads(options->threads),
                               .watcher = options->watcher == NULL ? NULL : tell_audience,
                               .context = &audience };
    TRY(vcl_result_new(&result, err));
    TRY(describe(result, chain, &request, options->as_of, err));
    TRY(study_and_run(chain, &request, result, err));
    *out = result;
    result = NULL;
done:
    vcl_result_free(result);
    free(request.without);
    pthread_mutex_destroy(&audience.turn);
    return status;
}
