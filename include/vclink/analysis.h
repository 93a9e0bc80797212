/* Analyses: from a chain to tables. What each figure means is said in README.md. */
#ifndef VCLINK_ANALYSIS_H
#define VCLINK_ANALYSIS_H

#include <stdbool.h>
#include <stddef.h>

#include <vclink/chain.h>
#include <vclink/problem.h>
#include <vclink/status.h>
#include <vclink/table.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The parts of the work that take long on large chains. */
typedef enum vcl_stage {
    VCL_STAGE_STUDY = 0,      /* the layers of products and who is covered: all tables */
    VCL_STAGE_REACH = 1,      /* who reaches whom: buyers, unlinked, gaps, nodes, links */
    VCL_STAGE_CENTRALITY = 2, /* betweenness and harmonic centrality: buyers, centrality, nodes */
} vcl_stage;

/* How far a stage is. */
typedef struct vcl_step {
    vcl_stage stage;
    double done; /* 0 when it begins … 1 */
    double seconds_left; /* an estimate, NaN where none can be made */
} vcl_step;

/* Called now and then while a stage runs, on any thread but by one at a time. It must not call the
 * library. */
typedef void vcl_watcher(const vcl_step *step, void *context);

/* What the figures depend on besides the data; and how they are computed, which changes none. */
typedef struct vcl_study_options {
    const char *as_of; /* "YYYY-MM-DD", or NULL: the dataset's */
    const char *const *without; /* ids of actors taken as dissolved, their implied members active */
    size_t without_count;
    bool organisations_only; /* `nodes` and `links` leave farmers out */
    unsigned threads; /* 0: as many as the machine runs at a time */
    vcl_watcher *watcher; /* or NULL */
    void *watcher_context;
} vcl_study_options;

/* What a stage does, for people: "betweenness and harmonic centrality". Static. */
VCL_API const char *vcl_stage_title(vcl_stage stage, vcl_language language);

/* Is the table `index`, below vcl_analysis_count(), one of those that wait for the stage? */
VCL_API bool vcl_analysis_waits_for(size_t index, vcl_stage stage);

/* The tables that there are, in their order. `index` must be below vcl_analysis_count(). Names,
 * titles and columns are static. */
VCL_API size_t vcl_analysis_count(void);
VCL_API const char *vcl_analysis_name(size_t index);
VCL_API const char *vcl_analysis_title(size_t index, vcl_language language);
VCL_API size_t vcl_analysis_column_count(size_t index);
VCL_API const vcl_column *vcl_analysis_column(size_t index, size_t column);

/* Is the table `index`, below vcl_analysis_count(), computed only where it is named? Such tables
 * show the network itself and may be as long as the dataset; they come after the others. */
VCL_API bool vcl_analysis_is_on_demand(size_t index);

/* Computes the tables `names[0 .. name_count)`, in the order of vcl_analysis_name(), each once; all
 * but those on demand if `name_count` is 0. `options` may be NULL. What tables share is computed
 * once.
 *
 * On success the caller frees `*out`, which keeps nothing of the chain. On failure `*out` is NULL:
 * VCL_ERROR_USAGE (an unknown table, an unknown id in `without`, an impossible date),
 * VCL_ERROR_MEMORY, VCL_ERROR_INTERNAL. igraph is used on the calling thread, so one thread at a
 * time may be in here; the host's igraph error handler and OpenMP setting are put back.
 * Time: O(V E) for betweenness on the folded graph, else O((V + E) layers). */
VCL_API vcl_status vcl_analyze(const vcl_chain *chain, const vcl_study_options *options,
                               const char *const *names, size_t name_count, vcl_result **out,
                               vcl_error *err);

/* The problems of one or several loads as a result with the table `problems`, messages in
 * `language`. The caller frees `*out`. VCL_ERROR_MEMORY. */
VCL_API vcl_status vcl_problems_result(const vcl_problems *problems, vcl_language language,
                                       vcl_result **out, vcl_error *err);

/* The catalogue as a result with the table `tables`: every table with its columns, their types,
 * units and meaning in `language`. The caller frees `*out`. VCL_ERROR_MEMORY. */
VCL_API vcl_status vcl_catalogue_result(vcl_language language, vcl_result **out, vcl_error *err);

#ifdef __cplusplus
}
#endif

#endif
