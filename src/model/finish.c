/* From a builder to a chain: resolve, check, review. */
#include "base/error.h"
#include "base/jobs.h"
#include "base/try.h"
#include "model/building.h"

/* Households on the books of all records: no implied member is outside of them. */
static vcl_status check_households(vcl_builder *builder, vcl_error *err)
{
    vcl_chain *chain = builder->chain;
    const uint32_t *organisations = chain->organisations.items;
    uint64_t households = chain->households_told;

    for (size_t i = 0; i < chain->organisations.count; i++) {
        uint32_t members = vcl_actor_members(chain, organisations[i]);
        households += members != VCL_NONE ? members : 0;
    }
    if (households <= (uint64_t)1 << 53) {
        return VCL_OK;
    }
    return vcl_problems_add(builder->problems,
                            &(vcl_finding){ .code = VCL_PROBLEM_TOO_MANY_HOUSEHOLDS,
                                            .message = VCL_MSG_TOO_MANY_HOUSEHOLDS },
                            err);
}

/* The day as of which links are resolved and reviewed. */
struct joining {
    vcl_builder *builder;
    vcl_date as_of;
};

static vcl_status join_links(void *context, vcl_error *err)
{
    const struct joining *joining = context;

    return vcl_resolve_links(joining->builder, joining->as_of, err);
}

static vcl_status find_twins(void *context, vcl_error *err)
{
    return vcl_twins_find(context, err);
}

vcl_status vcl_builder_finish(vcl_builder *builder, vcl_date as_of, vcl_chain **out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct joining joining = { builder, as_of == VCL_NO_DATE ? builder->chain->as_of : as_of };
    const vcl_job jobs[] = { { join_links, &joining }, { find_twins, builder } };

    *out = NULL;
    TRY(vcl_builder_settle(builder, err));
    vcl_idmap_seal(&builder->naming.names);
    vcl_idmap_seal(&builder->chain->product_ids);
    vcl_idmap_seal(&builder->chain->place_ids);
    vcl_idmap_seal(&builder->chain->sectors);
    vcl_interns_seal(&builder->chain->households);
    TRY(vcl_resolve_lists(builder, err));
    TRY(vcl_resolve_ends(builder, err));
    TRY(check_households(builder, err));
    if (vcl_problems_file_errors(builder->problems) > 0) {
        return vcl_fail(err, VCL_ERROR_INPUT, VCL_MSG_DATA_HAS_ERRORS, NULL, NULL);
    }
    TRY(vcl_jobs_run(jobs, sizeof jobs / sizeof *jobs, builder->threads, err));
    TRY(vcl_review(builder, joining.as_of, err));
    *out = builder->chain;
    builder->chain = NULL;
done:
    return status;
}
