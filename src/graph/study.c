/* Making a study's parts, in the order in which they stand on each other. */
#include "graph/study.h"

#include <math.h>
#include <stdlib.h>

#include "base/jobs.h"
#include "base/memory.h"
#include "base/try.h"

vcl_status vcl_study_init(vcl_study *study, const vcl_chain *chain, vcl_date as_of,
                          const uint32_t *without, size_t without_count, const vcl_pace *pace,
                          vcl_error *err)
{
    vcl_status status = VCL_OK;

    *study = (vcl_study){ .chain = chain, .pace = *pace };
    vcl_memory_give_back(); /* of loading */
    vcl_pace_begin(&study->pace, VCL_STAGE_STUDY, (double)NAN);
    TRY(vcl_state_init(&study->state, chain, as_of, without, without_count, pace->threads, err));
    vcl_pace_tell(&study->pace, 0.2);
    TRY(vcl_fold_init(&study->fold, &study->state, pace->threads, err));
    vcl_pace_tell(&study->pace, 0.4);
    TRY(vcl_layers_init(&study->layers, &study->fold, err));
    vcl_pace_tell(&study->pace, 0.7);
    TRY(vcl_coverage_init(&study->coverage, &study->layers, err));
    vcl_pace_tell(&study->pace, 0.9);
    TRY(vcl_linkages_init(&study->linkages, &study->coverage, err));
    vcl_memory_give_back();
done:
    return status;
}

void vcl_study_release(vcl_study *study)
{
    free(study->upstream);
    vcl_centrality_release(&study->centrality);
    vcl_losses_release(&study->losses);
    vcl_buyers_release(&study->buyers);
    vcl_reach_release(&study->paths);
    vcl_linkages_release(&study->linkages);
    vcl_coverage_release(&study->coverage);
    vcl_layers_release(&study->layers);
    vcl_fold_release(&study->fold);
    vcl_state_release(&study->state);
}

vcl_status vcl_study_paths(vcl_study *study, vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (!study->has_paths) {
        TRY(vcl_reach_init_all(&study->paths, &study->layers, err));
        study->paths.pace = study->pace;
        study->has_paths = true;
    }
done:
    return status;
}

vcl_status vcl_study_buyers(vcl_study *study, vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (!study->has_buyers) {
        TRY(vcl_study_upstream(study, err));
        TRY(vcl_buyers_init(&study->buyers, &study->coverage, &study->pace, study->every_vertex,
                            err));
        vcl_buyers_tell_upstream(&study->buyers, study->upstream);
        study->has_buyers = true;
        vcl_memory_give_back();
    }
done:
    return status;
}

vcl_status vcl_study_losses(vcl_study *study, vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (!study->has_losses) {
        TRY(vcl_losses_init(&study->losses, &study->coverage, err));
        study->has_losses = true;
        vcl_memory_give_back();
    }
done:
    return status;
}

vcl_status vcl_study_centrality(vcl_study *study, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_pace pace = study->pace; /* its own, for other parts are found beside it */

    if (!study->has_centrality) {
        TRY(vcl_centrality_init(&study->centrality, &study->fold, &pace, study->every_vertex, err));
        study->has_centrality = true;
        vcl_memory_give_back();
    }
done:
    return status;
}

/* Is it a buyer, or an organisation without a buyer or with a gap? */
static bool shows_upstream(const vcl_study *study, uint32_t vertex)
{
    const vcl_vertex *record = study->fold.vertices + vertex;
    uint8_t linkage = study->linkages.of_actor[record->actor];

    return record->buyer || (linkage != VCL_NO_LINKAGE && linkage != VCL_LINKED);
}

static vcl_status find_upstream(vcl_study *study, bool all, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t organisations = study->fold.organisation_count;
    uint32_t *vertices = NULL;
    vcl_upstream *found = NULL;
    uint32_t count = 0;

    TRY(vcl_alloc(&vertices, organisations, sizeof *vertices, err));
    TRY(vcl_alloc(&found, organisations, sizeof *found, err));
    for (uint32_t i = 0; i < organisations; i++) {
        if (all || shows_upstream(study, i)) {
            vertices[count++] = i;
        }
    }
    TRY(vcl_study_paths(study, err));
    TRY(vcl_upstream_find(&study->coverage, &study->paths, vertices, count, found, err));
    vcl_reach_rest(&study->paths); /* as a rule no more sums will be asked for */
    free(study->upstream);
    TRY(vcl_alloc(&study->upstream, organisations, sizeof *study->upstream, err));
    for (uint32_t i = 0; i < count; i++) {
        study->upstream[vertices[i]] = found[i];
    }
    study->has_all_upstream = all;
done:
    free(vertices);
    free(found);
    return status;
}

vcl_status vcl_study_all_upstream(vcl_study *study, vcl_error *err)
{
    return study->has_all_upstream ? VCL_OK : find_upstream(study, true, err);
}

vcl_status vcl_study_upstream(vcl_study *study, vcl_error *err)
{
    return study->upstream != NULL ? VCL_OK : find_upstream(study, false, err);
}

static vcl_status find_buyers(void *context, vcl_error *err)
{
    return vcl_study_buyers(context, err);
}

static vcl_status find_shown_upstream(void *context, vcl_error *err)
{
    return vcl_study_upstream(context, err);
}

static vcl_status find_losses(void *context, vcl_error *err)
{
    return vcl_study_losses(context, err);
}

static vcl_status find_centrality(void *context, vcl_error *err)
{
    return vcl_study_centrality(context, err);
}

vcl_status vcl_study_prepare(vcl_study *study, unsigned parts, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_job jobs[3];
    uint32_t count = 0;

    /* Buyers have need of what is upstream. */
    if ((parts & VCL_PART_BUYERS) != 0) {
        jobs[count++] = (vcl_job){ find_buyers, study };
    } else if ((parts & VCL_PART_UPSTREAM) != 0) {
        jobs[count++] = (vcl_job){ find_shown_upstream, study };
    }
    if ((parts & VCL_PART_CENTRALITY) != 0) {
        jobs[count++] = (vcl_job){ find_centrality, study };
    }
    if ((parts & VCL_PART_LOSSES) != 0) {
        jobs[count++] = (vcl_job){ find_losses, study };
    }
    TRY(vcl_jobs_run(jobs, count, study->pace.threads, err));
    vcl_memory_give_back();
done:
    return status;
}
