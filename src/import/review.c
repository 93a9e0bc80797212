/* The review list as a table. */
#include "import/review.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"

static const vcl_column written = { "written",
                                    VCL_TEXT,
                                    "",
                                    0,
                                    { "Written", "Nội dung đã ghi" },
                                    { "what stands in the registers", "nội dung ghi trong sổ" } };
static const vcl_column role = { "role",
                                 VCL_TERM,
                                 "",
                                 0,
                                 { "As", "Vai trò" },
                                 { "in which role somebody is named",
                                   "vai trò được nêu trong sổ" } };
static const vcl_column decision = {
    "decision",
    VCL_TEXT,
    "",
    0,
    { "Decision", "Quyết định" },
    { "to be filled in: an id; new, to make an actor of it; skip, to leave it out",
      "cần điền: mã của đơn vị; \"mới\" nếu là đơn vị chưa có; \"bỏ qua\" nếu không đưa vào" }
};
static const vcl_column cells = {
    "cells", VCL_INTEGER,         "cells",
    0,       { "Cells", "Số ô" }, { "how often it stands there", "số lần ghi như vậy" }
};
static const vcl_column first = { "first",
                                  VCL_TEXT,
                                  "",
                                  0,
                                  { "First place", "Vị trí đầu tiên" },
                                  { "where it stands first", "ô đầu tiên có nội dung này" } };
static const vcl_column reason = { "reason",
                                   VCL_TEXT,
                                   "",
                                   0,
                                   { "Why", "Lý do" },
                                   { "why it is not known whom it means",
                                     "vì sao chưa xác định được đơn vị" } };

#define CANDIDATE(number)                                                                          \
    static const vcl_column id_##number = { "candidate_" #number,                                  \
                                            VCL_TEXT,                                              \
                                            "",                                                    \
                                            0,                                                     \
                                            { "Candidate " #number, "Mã gợi ý " #number },         \
                                            { "id of one that may be meant",                       \
                                              "mã của đơn vị có thể được nói đến" } };             \
    static const vcl_column name_##number = { "name_" #number,                                     \
                                              VCL_TEXT,                                            \
                                              "",                                                  \
                                              0,                                                   \
                                              { "Name " #number, "Tên gợi ý " #number },           \
                                              { "its name", "tên của đơn vị đó" } };               \
    static const vcl_column score_##number = { "score_" #number,                                   \
                                               VCL_REAL,                                           \
                                               "",                                                 \
                                               0,                                                  \
                                               { "Score " #number, "Độ giống " #number },          \
                                               { "how alike they are, from 0 to 1",                \
                                                 "mức độ giống nhau, từ 0 đến 1" } }

CANDIDATE(1);
CANDIDATE(2);
CANDIDATE(3);
CANDIDATE(4);
CANDIDATE(5);

static const vcl_column *const columns[] = {
    &written, &role,    &decision, &cells,   &first,   &reason, &id_1,
    &name_1,  &score_1, &id_2,     &name_2,  &score_2, &id_3,   &name_3,
    &score_3, &id_4,    &name_4,   &score_4, &id_5,    &name_5, &score_5,
};

static const vcl_table_kind kind = {
    "review", { "To be decided", "Danh sách rà soát" }, columns, sizeof columns / sizeof *columns
};

static void add_candidates(vcl_table *table, const vcl_party_draft *party,
                           const vcl_actor_list *actors)
{
    for (size_t i = 0; i < VCL_CANDIDATES; i++) {
        bool known = i < party->candidate_count;
        const vcl_actor_draft *actor =
            known ? vcl_actor_list_at(actors, party->candidates[i]) : NULL;
        vcl_text name = { 0 };
        vcl_text_add_slice(&name, known ? actor->name : (vcl_slice){ 0 });
        vcl_table_add_text(table, known ? actor->id : NULL);
        vcl_table_add_text(table, name.size > 0 ? vcl_text_bytes(&name) : NULL);
        vcl_table_add_real(table, known ? party->scores[i] : (double)NAN);
        table->failed = table->failed || name.failed;
        vcl_text_release(&name);
    }
}

static void add_party(vcl_table *table, const vcl_draft *draft, const vcl_party_draft *party,
                      const vcl_actor_list *actors)
{
    vcl_text place = { 0 };
    vcl_text why = { 0 };

    vcl_draft_add_place(draft, &place, party->row, party->entry);
    vcl_message_format(
        &why, party->message, draft->log->language,
        (const char *const[]){ party->written, party->actor != VCL_NONE
                                                   ? vcl_actor_list_at(actors, party->actor)->id
                                                   : NULL },
        2);
    vcl_table_add_text(table, party->written);
    vcl_table_add_term(table, vcl_role_word(party->role));
    vcl_table_add_text(table, party->decision);
    vcl_table_add_integer(table, party->cells);
    vcl_table_add_text(table, vcl_text_bytes(&place));
    vcl_table_add_text(table, vcl_text_bytes(&why));
    add_candidates(table, party, actors);
    table->failed = table->failed || place.failed || why.failed;
    vcl_text_release(&why);
    vcl_text_release(&place);
}

static int compare_parties(const void *left, const void *right)
{
    const vcl_party_draft *a = *(const vcl_party_draft *const *)left;
    const vcl_party_draft *b = *(const vcl_party_draft *const *)right;

    return a->role != b->role ? (a->role < b->role ? -1 : 1) : strcmp(a->written, b->written);
}

static int compare_decisions(const void *left, const void *right)
{
    const vcl_decision *a = *(const vcl_decision *const *)left;
    const vcl_decision *b = *(const vcl_decision *const *)right;

    return a->role != b->role ? (a->role < b->role ? -1 : 1) : strcmp(a->written, b->written);
}

static void add_unused(vcl_table *table, const vcl_draft *draft, const vcl_decision *item)
{
    vcl_text why = { 0 };

    vcl_message_format(&why, VCL_MSG_DECISION_UNUSED, draft->log->language,
                       (const char *const[]){ item->written, item->decision }, 2);
    vcl_table_add_text(table, item->written);
    vcl_table_add_term(table, vcl_role_word(item->role));
    vcl_table_add_text(table, item->decision);
    vcl_table_add_integer(table, 0);
    vcl_table_add_text(table, NULL);
    vcl_table_add_text(table, vcl_text_bytes(&why));
    for (size_t i = 0; i < VCL_CANDIDATES; i++) {
        vcl_table_add_text(table, NULL);
        vcl_table_add_text(table, NULL);
        vcl_table_add_real(table, (double)NAN);
    }
    table->failed = table->failed || why.failed;
    vcl_text_release(&why);
}

static vcl_status add_all_unused(vcl_table *table, const vcl_draft *draft,
                                 const vcl_decisions *decisions, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_decision **unused = NULL;
    size_t count = 0;

    TRY(vcl_alloc(&unused, decisions->items.count, sizeof *unused, err));
    for (size_t i = 0; i < decisions->items.count; i++) {
        const vcl_decision *item = (const vcl_decision *)decisions->items.items + i;
        if (!item->used) {
            unused[count++] = item;
        }
    }
    qsort(unused, count, sizeof *unused, compare_decisions);
    for (size_t i = 0; i < count; i++) {
        add_unused(table, draft, unused[i]);
    }
done:
    free(unused);
    return status;
}

vcl_status vcl_review_result(const vcl_parties *parties, const vcl_decisions *decisions,
                             const vcl_draft *draft, const vcl_actor_list *actors, vcl_result **out,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_party_draft **listed = NULL;
    vcl_result *result = NULL;
    vcl_table *table = NULL;
    size_t count = 0;

    TRY(vcl_alloc(&listed, parties->parties.count, sizeof *listed, err));
    for (uint32_t i = 0; i < parties->parties.count; i++) {
        if (vcl_parties_at(parties, i)->state != VCL_PARTY_LINKED) {
            listed[count++] = vcl_parties_at(parties, i);
        }
    }
    qsort(listed, count, sizeof *listed, compare_parties);
    TRY(vcl_result_new(&result, err));
    TRY(vcl_result_add(result, &kind, &table, err));
    for (size_t i = 0; i < count; i++) {
        add_party(table, draft, listed[i], actors);
    }
    TRY(add_all_unused(table, draft, decisions, err));
    TRY(vcl_table_status(table, err));
    *out = result;
    result = NULL;
done:
    vcl_result_free(result);
    free(listed);
    return status;
}
