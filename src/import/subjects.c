/* Which rows tell of an actor, and what they give by that. */
#include "import/subjects.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/try.h"

/* Whom the row means by the party that it names in a role. */
static uint32_t meant(const vcl_parties *parties, uint32_t row, vcl_role role)
{
    const vcl_reference *reference = vcl_parties_of_row(parties, row, role, 0);

    return reference != NULL ? vcl_parties_at(parties, reference->party)->actor : VCL_NONE;
}

static uint32_t whom(const vcl_draft *draft, const vcl_actor_list *actors,
                     const vcl_parties *parties, uint32_t row)
{
    if (actors->row_actor[row] != VCL_NONE) {
        return actors->row_actor[row];
    }
    switch (vcl_draft_register(draft, row)) {
    case VCL_REGISTER_MEMBERS:
        return meant(parties, row, VCL_ROLE_MEMBER);
    case VCL_REGISTER_OUTPUTS:
        return meant(parties, row, VCL_ROLE_ACTOR);
    default:
        return VCL_NONE;
    }
}

/* The row that gave the actor, and those that say more of it. */
static void give(vcl_draft *draft, const vcl_actor_list *actors, uint32_t row)
{
    uint32_t actor = actors->row_actor[row];

    if (actor == VCL_NONE) {
        return;
    }
    bool first = vcl_actor_list_at(actors, actor)->row == row;
    vcl_draft_give(draft, row, first ? VCL_FATE_ACTOR : VCL_FATE_JOINED);
}

/* Does the row state a membership? Where it gave nothing the log says that another row states it. */
static bool is_membership(const vcl_draft *draft, const vcl_parties *parties, uint32_t row)
{
    return vcl_draft_register(draft, row) == VCL_REGISTER_MEMBERS &&
           vcl_parties_of_row(parties, row, VCL_ROLE_ORGANISATION, 0) != NULL;
}

/* Cells merged over several rows say so themselves. */
static void say_joined(vcl_draft *draft, uint32_t row, const vcl_actor_draft *actor)
{
    vcl_text first = { 0 };

    vcl_draft_add_row(draft, &first, actor->row, row);
    vcl_draft_say_part(draft, row, NULL, VCL_LOG_NOTE, VCL_MSG_IMPORT_SAME_ACTOR,
                       vcl_text_bytes(&first), actor->id);
    draft->log->failed = draft->log->failed || first.failed;
    vcl_text_release(&first);
}

void vcl_subjects_say_joined(const vcl_subjects *subjects, vcl_draft *draft,
                             const vcl_actor_list *actors, const vcl_parties *parties)
{
    for (uint32_t row = 0; row < draft->row_count; row++) {
        uint32_t actor = subjects->row_actor[row];
        if (draft->fates[row] == VCL_FATE_JOINED && actor != VCL_NONE &&
            vcl_draft_row(draft, row)->continues == VCL_NONE &&
            !is_membership(draft, parties, row)) {
            say_joined(draft, row, vcl_actor_list_at(actors, actor));
        }
    }
}

static void sort_rows(vcl_subjects *subjects, const vcl_draft *draft, size_t actors)
{
    uint32_t *ends = subjects->first + 1; /* of each, moved on as its rows are filled in */

    for (uint32_t row = 0; row < draft->row_count; row++) {
        if (subjects->row_actor[row] != VCL_NONE) {
            ends[subjects->row_actor[row] + 1]++;
        }
    }
    for (size_t i = 0; i < actors; i++) {
        ends[i + 1] += ends[i];
    }
    for (uint32_t i = 0; i < draft->row_count; i++) {
        uint32_t actor = subjects->row_actor[draft->order[i]];
        if (actor != VCL_NONE) {
            subjects->rows[ends[actor]++] = draft->order[i];
        }
    }
}

vcl_status vcl_subjects_init(vcl_subjects *subjects, vcl_draft *draft, const vcl_actor_list *actors,
                             const vcl_parties *parties, vcl_error *err)
{
    vcl_status status = VCL_OK;

    *subjects = (vcl_subjects){ 0 };
    TRY(vcl_alloc(&subjects->row_actor, draft->row_count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&subjects->rows, draft->row_count, sizeof(uint32_t), err));
    TRY(vcl_alloc(&subjects->first, actors->actors.count + 2, sizeof(uint32_t), err));
    for (uint32_t row = 0; row < draft->row_count; row++) {
        subjects->row_actor[row] = whom(draft, actors, parties, row);
        give(draft, actors, row);
    }
    sort_rows(subjects, draft, actors->actors.count);
done:
    return status;
}

void vcl_subjects_release(vcl_subjects *subjects)
{
    free(subjects->first);
    free(subjects->rows);
    free(subjects->row_actor);
}
