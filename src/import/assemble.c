/* From the rows of registers to a dataset: what is known first, then who is who, whom rows name, what
 * is told of each, and last the dataset as lines, which are read as any dataset is. */
#include "import/assemble.h"

#include <stdlib.h>

#include <vclink/analysis.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/try.h"
#include "import/about.h"
#include "import/check.h"
#include "import/links.h"
#include "import/nodes.h"
#include "import/review.h"
#include "import/tally.h"

typedef struct assembly {
    vcl_draft draft;
    vcl_catalogue catalogue;
    vcl_gazetteer gazetteer;
    vcl_actor_list actors;
    vcl_decisions decisions;
    vcl_parties parties;
    vcl_subjects subjects;
    vcl_handlings handlings;
    vcl_lines lines;
} assembly;

static void init(assembly *own)
{
    *own = (assembly){ 0 };
    vcl_catalogue_init(&own->catalogue);
    vcl_gazetteer_init(&own->gazetteer);
    vcl_actor_list_init(&own->actors);
    vcl_decisions_init(&own->decisions);
    vcl_parties_init(&own->parties);
    vcl_handlings_init(&own->handlings);
    vcl_lines_init(&own->lines);
}

static void release(assembly *own)
{
    vcl_lines_release(&own->lines);
    vcl_handlings_release(&own->handlings);
    vcl_subjects_release(&own->subjects);
    vcl_parties_release(&own->parties);
    vcl_decisions_release(&own->decisions);
    vcl_actor_list_release(&own->actors);
    vcl_gazetteer_release(&own->gazetteer);
    vcl_catalogue_release(&own->catalogue);
    vcl_draft_release(&own->draft);
}

/* By household: the organisation of its first row, after which it is named. */
static vcl_status name_households(assembly *own, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t *organisation = NULL;
    size_t count = own->actors.actors.count;

    TRY(vcl_alloc(&organisation, count, sizeof *organisation, err));
    for (size_t i = 0; i < count; i++) {
        uint32_t row = vcl_actor_list_at(&own->actors, (uint32_t)i)->row;
        const vcl_reference *reference =
            row == VCL_NONE ? NULL
                            : vcl_parties_of_row(&own->parties, row, VCL_ROLE_ORGANISATION, 0);
        organisation[i] =
            reference != NULL ? vcl_parties_at(&own->parties, reference->party)->actor : VCL_NONE;
    }
    TRY(vcl_actor_list_name_households(&own->actors, &own->draft, organisation, err));
done:
    free(organisation);
    return status;
}

/* Who there is, and whom rows name. */
static vcl_status identify(assembly *own, const vcl_import_options *options, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_catalogue_read(&own->catalogue, &own->draft, err));
    TRY(vcl_gazetteer_read(&own->gazetteer, &own->draft, err));
    TRY(vcl_actor_list_read(&own->actors, &own->draft, &own->gazetteer, err));
    TRY(vcl_actor_list_name_organisations(&own->actors, &own->draft, err));
    TRY(vcl_decisions_read(&own->decisions, options->decisions, own->draft.log, err));
    TRY(vcl_parties_gather(&own->parties, &own->draft, &own->actors, err));
    TRY(vcl_parties_seek_organisations(&own->parties, &own->draft, &own->actors, &own->decisions,
                                       err));
    TRY(name_households(own, err));
    TRY(vcl_parties_seek_others(&own->parties, &own->draft, &own->actors, &own->decisions, err));
    vcl_parties_say(&own->parties, &own->draft, &own->actors);
    vcl_decisions_say_unused(&own->decisions, own->draft.log);
done:
    return status;
}

/* What is told of them, as lines of a dataset. */
static vcl_status write(assembly *own, const vcl_import_options *options, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_subjects_init(&own->subjects, &own->draft, &own->actors, &own->parties, err));
    TRY(vcl_handlings_read(&own->handlings, &own->draft, &own->catalogue, &own->actors,
                           &own->subjects, &own->parties, err));
    TRY(vcl_about_write(&own->lines, &own->draft, options, err));
    TRY(vcl_nodes_write_products(&own->lines, &own->catalogue, err));
    TRY(vcl_nodes_write_places(&own->lines, &own->draft, &own->gazetteer, err));
    TRY(vcl_nodes_write_actors(&own->lines, &own->draft, &own->gazetteer, &own->catalogue,
                               &own->actors, &own->subjects, &own->handlings, err));
    TRY(vcl_links_write(&own->lines, &own->draft, &own->catalogue, &own->actors, &own->subjects,
                        &own->parties, err));
    vcl_subjects_say_joined(&own->subjects, &own->draft, &own->actors, &own->parties);
done:
    return status;
}

/* The tables come from the chain, as those of any dataset: so an import gives what its dataset
 * would give again. */
static vcl_status tabulate(assembly *own, vcl_result **out, vcl_error *err)
{
    static const char *const tables[] = { "products", "places", "actors", "handled", "deals" };
    vcl_status status = VCL_OK;
    vcl_chain *chain = NULL;

    TRY(vcl_check_dataset(&own->draft, &own->lines, &chain, err));
    TRY(vcl_analyze(chain, NULL, tables, sizeof tables / sizeof *tables, out, err));
done:
    vcl_chain_free(chain);
    return status;
}

vcl_status vcl_assemble(const vcl_rows *rows, vcl_log *log, const vcl_import_options *options,
                        vcl_result **dataset, vcl_result **review, vcl_import_counts *counts,
                        vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t logged = log->lines.count; /* by those who read the sheets */
    assembly own;

    init(&own);
    TRY(vcl_draft_init(&own.draft, rows, log, err));
    TRY(identify(&own, options, err));
    TRY(write(&own, options, err));
    TRY(tabulate(&own, dataset, err));
    TRY(vcl_review_result(&own.parties, &own.decisions, &own.draft, &own.actors, review, err));
    TRY(vcl_tally(&own.draft, logged, vcl_parties_waiting(&own.parties), counts, err));
    if (log->failed) {
        status = vcl_fail_memory(err);
    }
done:
    release(&own);
    return status;
}
