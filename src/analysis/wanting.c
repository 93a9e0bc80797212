/* Listing actors by linkage, with the households behind them. */
#include "analysis/wanting.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"

vcl_status vcl_wanting_list(vcl_study *study, vcl_wanting_test *passes, vcl_wanting_unsold *unsold,
                            vcl_wanting_order *order, vcl_wanting **out, uint32_t *count,
                            vcl_error *err)
{
    vcl_status status = VCL_OK;

    *count = 0;
    TRY(vcl_study_upstream(study, err));
    TRY(vcl_alloc(out, study->fold.organisation_count, sizeof **out, err));
    for (uint32_t vertex = 0; vertex < study->fold.organisation_count; vertex++) {
        uint32_t actor = study->fold.vertices[vertex].actor;
        vcl_linkage linkage = (vcl_linkage)study->linkages.of_actor[actor];
        if (passes(linkage)) {
            (*out)[(*count)++] = (vcl_wanting){ .actor = actor,
                                                .linkage = linkage,
                                                .upstream = study->upstream[vertex],
                                                .unsold_kg = unsold(study, actor) };
        }
    }
    if (*count > 0) {
        qsort(*out, *count, sizeof **out, order);
    }
done:
    return status;
}

void vcl_wanting_add_actor(vcl_table *table, const vcl_chain *chain, const vcl_wanting *wanting)
{
    const vcl_actor *actor = chain->actors + wanting->actor;
    bool placed = actor->place != VCL_NONE;
    uint32_t sector = vcl_actor_sector(chain, wanting->actor);

    vcl_table_add_text(table, vcl_actor_id(chain, wanting->actor));
    vcl_table_add_term(table, vcl_kind_word((vcl_kind)actor->kind));
    vcl_table_add_text(table, vcl_actor_name(chain, wanting->actor));
    vcl_table_add_text(table, placed ? chain->places[actor->place].id : NULL);
    vcl_table_add_text(table, placed ? chain->places[actor->place].name : NULL);
    vcl_table_add_text(table, sector == VCL_NONE ? NULL : vcl_idmap_name(&chain->sectors, sector));
    vcl_table_add_term(table, vcl_linkage_word(wanting->linkage));
}
