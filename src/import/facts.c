/* What the rows of an actor say of it. */
#include "import/facts.h"

#include <math.h>
#include <string.h>

#include "names/legal.h"
#include "names/name.h"

#define NONE VCL_FIELD_COUNT

/* Where registers state each fact. */
static const vcl_register_field organisation_fields[VCL_FACTS] = {
    [VCL_FACT_NAME] = VCL_FIELD_ORGANISATIONS_NAME,
    [VCL_FACT_FORM] = VCL_FIELD_ORGANISATIONS_FORM,
    [VCL_FACT_SECTOR] = VCL_FIELD_ORGANISATIONS_SECTOR,
    [VCL_FACT_STATUS] = VCL_FIELD_ORGANISATIONS_STATUS,
    [VCL_FACT_SELLS] = VCL_FIELD_ORGANISATIONS_SELLS,
    [VCL_FACT_BUYS] = VCL_FIELD_ORGANISATIONS_BUYS,
    [VCL_FACT_COUNT] = NONE,
    [VCL_FACT_MEMBERS] = VCL_FIELD_ORGANISATIONS_MEMBERS,
    [VCL_FACT_CERTIFICATES] = VCL_FIELD_ORGANISATIONS_CERTIFICATES,
    [VCL_FACT_REQUIRES] = VCL_FIELD_ORGANISATIONS_REQUIRES,
    [VCL_FACT_HIGH_TECH] = VCL_FIELD_ORGANISATIONS_HIGH_TECH,
    [VCL_FACT_FOUNDED] = VCL_FIELD_ORGANISATIONS_FOUNDED,
    [VCL_FACT_TAX_ID] = VCL_FIELD_ORGANISATIONS_TAX_ID,
    [VCL_FACT_AREA] = VCL_FIELD_ORGANISATIONS_AREA,
    [VCL_FACT_WORKERS] = VCL_FIELD_ORGANISATIONS_WORKERS,
    [VCL_FACT_TURNOVER] = VCL_FIELD_ORGANISATIONS_TURNOVER,
    [VCL_FACT_RATING] = VCL_FIELD_ORGANISATIONS_RATING,
    [VCL_FACT_LATITUDE] = VCL_FIELD_ORGANISATIONS_LATITUDE,
    [VCL_FACT_LONGITUDE] = VCL_FIELD_ORGANISATIONS_LONGITUDE,
};
static const vcl_register_field enterprise_fields[VCL_FACTS] = {
    [VCL_FACT_NAME] = VCL_FIELD_ENTERPRISES_NAME,
    [VCL_FACT_FORM] = VCL_FIELD_ENTERPRISES_FORM,
    [VCL_FACT_SECTOR] = VCL_FIELD_ENTERPRISES_SECTOR,
    [VCL_FACT_STATUS] = VCL_FIELD_ENTERPRISES_STATUS,
    [VCL_FACT_SELLS] = NONE,
    [VCL_FACT_BUYS] = VCL_FIELD_ENTERPRISES_BUYS,
    [VCL_FACT_COUNT] = NONE,
    [VCL_FACT_MEMBERS] = NONE,
    [VCL_FACT_CERTIFICATES] = VCL_FIELD_ENTERPRISES_CERTIFICATES,
    [VCL_FACT_REQUIRES] = VCL_FIELD_ENTERPRISES_REQUIRES,
    [VCL_FACT_HIGH_TECH] = VCL_FIELD_ENTERPRISES_HIGH_TECH,
    [VCL_FACT_FOUNDED] = VCL_FIELD_ENTERPRISES_FOUNDED,
    [VCL_FACT_TAX_ID] = VCL_FIELD_ENTERPRISES_TAX_ID,
    [VCL_FACT_AREA] = VCL_FIELD_ENTERPRISES_AREA,
    [VCL_FACT_WORKERS] = VCL_FIELD_ENTERPRISES_WORKERS,
    [VCL_FACT_TURNOVER] = VCL_FIELD_ENTERPRISES_TURNOVER,
    [VCL_FACT_RATING] = VCL_FIELD_ENTERPRISES_RATING,
    [VCL_FACT_LATITUDE] = VCL_FIELD_ENTERPRISES_LATITUDE,
    [VCL_FACT_LONGITUDE] = VCL_FIELD_ENTERPRISES_LONGITUDE,
};
static const vcl_register_field member_fields[VCL_FACTS] = {
    [VCL_FACT_NAME] = VCL_FIELD_MEMBERS_NAME,
    [VCL_FACT_FORM] = NONE,
    [VCL_FACT_SECTOR] = VCL_FIELD_MEMBERS_SECTOR,
    [VCL_FACT_STATUS] = VCL_FIELD_MEMBERS_STATUS,
    [VCL_FACT_SELLS] = VCL_FIELD_MEMBERS_SELLS,
    [VCL_FACT_BUYS] = NONE,
    [VCL_FACT_COUNT] = VCL_FIELD_MEMBERS_COUNT,
    [VCL_FACT_MEMBERS] = NONE,
    [VCL_FACT_CERTIFICATES] = NONE,
    [VCL_FACT_REQUIRES] = NONE,
    [VCL_FACT_HIGH_TECH] = NONE,
    [VCL_FACT_FOUNDED] = NONE,
    [VCL_FACT_TAX_ID] = NONE,
    [VCL_FACT_AREA] = NONE,
    [VCL_FACT_WORKERS] = NONE,
    [VCL_FACT_TURNOVER] = NONE,
    [VCL_FACT_RATING] = NONE,
    [VCL_FACT_LATITUDE] = NONE,
    [VCL_FACT_LONGITUDE] = NONE,
};

static const vcl_register_field *fields_of(vcl_register kind)
{
    switch (kind) {
    case VCL_REGISTER_ORGANISATIONS:
        return organisation_fields;
    case VCL_REGISTER_ENTERPRISES:
        return enterprise_fields;
    case VCL_REGISTER_MEMBERS:
        return member_fields;
    default:
        return NULL;
    }
}

/* May an actor of this kind have the fact? A household's name is personal, and nothing is told of it
 * beyond these. */
static bool has_fact(const char *kind, vcl_fact fact)
{
    bool household = strcmp(kind, "farmer") == 0;

    switch (fact) {
    case VCL_FACT_SECTOR:
    case VCL_FACT_STATUS:
        return true;
    case VCL_FACT_COUNT:
        return household;
    case VCL_FACT_SELLS:
        return strcmp(kind, "enterprise") != 0;
    case VCL_FACT_MEMBERS:
        return strcmp(kind, "group") == 0 || strcmp(kind, "cooperative") == 0;
    default:
        return !household;
    }
}

typedef struct range {
    double least;
    double most;
} range;

static range range_of(const vcl_entry *entry)
{
    static const double most_counted = 1e9;

    switch (vcl_register_field_at(entry->field)->takes) {
    case VCL_TAKES_LATITUDE:
        return (range){ -90.0, 90.0 };
    case VCL_TAKES_LONGITUDE:
        return (range){ -180.0, 180.0 };
    case VCL_TAKES_COUNT:
        return (range){ entry->field == VCL_FIELD_MEMBERS_COUNT ? 1.0 : 0.0, most_counted };
    case VCL_TAKES_MASS:
    case VCL_TAKES_MONEY:
    case VCL_TAKES_AREA:
        return (range){ 0.0, HUGE_VAL };
    default:
        return (range){ -HUGE_VAL, HUGE_VAL };
    }
}

static bool is_number(const vcl_entry *entry)
{
    range whole = range_of(entry);

    return isfinite(whole.least) || isfinite(whole.most);
}

bool vcl_facts_in_range(vcl_draft *draft, uint32_t row, const vcl_entry *entry)
{
    range own = range_of(entry);
    bool counts = vcl_register_field_at(entry->field)->takes == VCL_TAKES_COUNT;

    if (!is_number(entry)) {
        return true;
    }
    if (!isfinite(entry->number) || entry->number < own.least || entry->number > own.most) {
        vcl_draft_say(draft, row, entry, VCL_LOG_NOT_USED, VCL_MSG_IMPORT_RANGE, NULL);
        return false;
    }
    if (counts && floor(entry->number) < entry->number) {
        vcl_draft_say(draft, row, entry, VCL_LOG_NOT_USED, VCL_MSG_CELL_NOT_WHOLE, NULL);
        return false;
    }
    return true;
}

void vcl_facts_say_difference(vcl_draft *draft, uint32_t row, const vcl_entry *entry,
                              uint32_t row_of_that, const vcl_entry *stays)
{
    vcl_text text = { 0 };

    vcl_draft_add_written(&text, stays);
    vcl_text_add(&text, " (");
    vcl_draft_add_place(draft, &text, row_of_that, stays);
    vcl_text_add(&text, ")");
    vcl_draft_say(draft, row, entry, VCL_LOG_NOT_USED, VCL_MSG_IMPORT_DIFFERS,
                  vcl_text_bytes(&text));
    draft->log->failed = draft->log->failed || text.failed;
    vcl_text_release(&text);
}

/* Two spellings of one name are no difference. */
static bool is_same(vcl_draft *draft, const vcl_entry *a, const vcl_entry *b, vcl_fact fact)
{
    if (vcl_entry_equals(a, b) || fact != VCL_FACT_NAME) {
        return vcl_entry_equals(a, b);
    }
    vcl_text first = { 0 };
    vcl_text second = { 0 };
    vcl_name_key(&first, a->text);
    vcl_name_key(&second, b->text);
    bool same = strcmp(vcl_text_bytes(&first), vcl_text_bytes(&second)) == 0;
    draft->log->failed = draft->log->failed || first.failed || second.failed;
    vcl_text_release(&second);
    vcl_text_release(&first);
    return same;
}

static void read_fact(vcl_draft *draft, uint32_t row, const vcl_entry *entry, const char *kind,
                      vcl_fact fact, vcl_actor_facts_draft *out)
{
    if (fact == VCL_FACT_NAME && !has_fact(kind, fact)) {
        vcl_draft_count(draft, row, entry, VCL_MSG_IMPORT_HOUSEHOLD_NAME, "", NULL);
    } else if (!has_fact(kind, fact)) {
        vcl_draft_say(draft, row, entry, VCL_LOG_NOT_USED, VCL_MSG_IMPORT_NOT_OF_KIND, NULL);
    } else if (!vcl_facts_in_range(draft, row, entry)) {
        return;
    } else if (out->entries[fact] == NULL) {
        out->entries[fact] = entry;
        out->rows[fact] = row;
    } else if (!is_same(draft, entry, out->entries[fact], fact)) {
        vcl_facts_say_difference(draft, row, entry, out->rows[fact], out->entries[fact]);
    }
}

/* The kind and the place are known already; a row that says another is named. */
static void compare_identity(vcl_draft *draft, const vcl_actor_draft *actor,
                             const vcl_gazetteer *gazetteer, uint32_t row)
{
    const vcl_identity_fields *fields = vcl_identity_fields_of(vcl_draft_register(draft, row));
    const vcl_entry *kind = vcl_draft_entry(draft, row, fields->kind);
    uint32_t place = vcl_gazetteer_row(gazetteer, row);

    if (kind != NULL && strcmp(kind->word, actor->kind) != 0) {
        vcl_draft_say(draft, row, kind, VCL_LOG_NOT_USED, VCL_MSG_IMPORT_DIFFERS, actor->kind);
    }
    if (place != VCL_NONE && actor->place != VCL_NONE && place != actor->place) {
        vcl_draft_say(draft, row, NULL, VCL_LOG_NOT_USED, VCL_MSG_IMPORT_OTHER_PLACE,
                      vcl_gazetteer_place(gazetteer, place)->id);
    }
}

void vcl_facts_read(vcl_draft *draft, const vcl_actor_list *actors, const vcl_gazetteer *gazetteer,
                    const vcl_subjects *subjects, uint32_t actor, vcl_actor_facts_draft *out)
{
    const vcl_actor_draft *own = vcl_actor_list_at(actors, actor);

    *out = (vcl_actor_facts_draft){ 0 };
    for (uint32_t i = subjects->first[actor]; i < subjects->first[actor + 1]; i++) {
        uint32_t row = subjects->rows[i];
        const vcl_register_field *fields = fields_of(vcl_draft_register(draft, row));
        if (fields == NULL) {
            continue;
        }
        compare_identity(draft, own, gazetteer, row);
        for (vcl_fact fact = 0; fact < VCL_FACTS; fact++) {
            const vcl_entry *entry = vcl_draft_entry(draft, row, fields[fact]);
            if (entry != NULL) {
                read_fact(draft, row, entry, own->kind, fact, out);
            }
        }
    }
}
