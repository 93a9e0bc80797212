/* A dataset in the making. */
#include "import/draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"
#include "import/draft_order.h"

vcl_status vcl_draft_init(vcl_draft *draft, const vcl_rows *rows, vcl_log *log, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t count = rows->rows.count;

    *draft = (vcl_draft){ .rows = rows, .log = log, .row_count = (uint32_t)count };
    TRY(vcl_alloc(&draft->fates, count, sizeof *draft->fates, err));
    memset(draft->fates, VCL_FATES, count);
    TRY(vcl_alloc(&draft->order, count, sizeof *draft->order, err));
    TRY(vcl_draft_sort(draft, err));
done:
    return status;
}

void vcl_draft_release(vcl_draft *draft)
{
    vcl_text_release(&draft->scratch);
    vcl_arena_release(&draft->texts);
    free(draft->order);
    free(draft->fates);
}

const vcl_row *vcl_draft_row(const vcl_draft *draft, uint32_t row)
{
    return (const vcl_row *)draft->rows->rows.items + row;
}

const vcl_source *vcl_draft_source(const vcl_draft *draft, uint32_t row)
{
    return (const vcl_source *)draft->rows->sources.items + vcl_draft_row(draft, row)->source;
}

vcl_register vcl_draft_register(const vcl_draft *draft, uint32_t row)
{
    return vcl_draft_source(draft, row)->kind;
}

const vcl_entry *vcl_draft_entry(const vcl_draft *draft, uint32_t row, vcl_register_field field)
{
    return field == VCL_FIELD_COUNT ? NULL
                                    : vcl_row_entry(draft->rows, vcl_draft_row(draft, row), field);
}

vcl_slice vcl_draft_text(const vcl_draft *draft, uint32_t row, vcl_register_field field)
{
    const vcl_entry *entry = vcl_draft_entry(draft, row, field);

    return entry != NULL ? entry->text : (vcl_slice){ 0 };
}

uint32_t vcl_draft_head(const vcl_draft *draft, uint32_t row)
{
    while (vcl_draft_row(draft, row)->continues != VCL_NONE) {
        row = vcl_draft_row(draft, row)->continues;
    }
    return row;
}

void vcl_draft_give(vcl_draft *draft, uint32_t row, vcl_fate fate)
{
    if (fate < draft->fates[row]) {
        draft->fates[row] = (uint8_t)fate;
    }
}

static vcl_cell_place place_of(const vcl_draft *draft, uint32_t row, const vcl_entry *entry)
{
    const vcl_row *own = vcl_draft_row(draft, row);

    return (vcl_cell_place){ own->source, own->number, entry != NULL ? entry->column : 0 };
}

static void add_value(vcl_text *out, const vcl_entry *entry)
{
    char date[VCL_DATE_SIZE] = "";

    switch (vcl_register_field_at(entry->field)->takes) {
    case VCL_TAKES_KIND:
    case VCL_TAKES_STATUS:
    case VCL_TAKES_LINK_KIND:
    case VCL_TAKES_LINK_STATUS:
    case VCL_TAKES_CONTRACT:
        vcl_text_add(out, entry->word);
        break;
    case VCL_TAKES_FLAG:
        vcl_text_add(out, entry->flag ? "có" : "không");
        break;
    case VCL_TAKES_DATE:
    case VCL_TAKES_END_DATE:
        if (entry->date != VCL_NO_DATE) {
            vcl_date_format(entry->date, date);
        }
        vcl_text_add(out, date);
        break;
    default:
        vcl_text_add_real(out, entry->number);
        break;
    }
}

void vcl_draft_add_written(vcl_text *out, const vcl_entry *entry)
{
    if (entry->text.size > 0) {
        vcl_text_add_slice(out, entry->text);
    } else {
        add_value(out, entry);
    }
}

/* The cell as it stands, valid until the next; "" where there is none. */
static const char *written(vcl_draft *draft, const vcl_entry *entry)
{
    vcl_text_clear(&draft->scratch);
    if (entry != NULL) {
        vcl_draft_add_written(&draft->scratch, entry);
    }
    draft->log->failed = draft->log->failed || draft->scratch.failed;
    return vcl_text_bytes(&draft->scratch);
}

void vcl_draft_say_part(vcl_draft *draft, uint32_t row, const vcl_entry *entry,
                        vcl_log_result result, vcl_message message, const char *part,
                        const char *more)
{
    const char *arguments[] = { part, more };

    vcl_log_add(draft->log, place_of(draft, row, entry),
                entry != NULL ? entry->field : VCL_FIELD_COUNT, result, message, arguments, 2);
}

void vcl_draft_say(vcl_draft *draft, uint32_t row, const vcl_entry *entry, vcl_log_result result,
                   vcl_message message, const char *more)
{
    vcl_draft_say_part(draft, row, entry, result, message,
                       entry != NULL ? written(draft, entry) : more, more);
}

void vcl_draft_name(vcl_draft *draft, uint32_t row, const vcl_entry *entry, vcl_message message,
                    const char *more)
{
    vcl_draft_give(draft, row, VCL_FATE_NAMED);
    vcl_draft_say(draft, row, entry, VCL_LOG_NOT_USED, message, more);
}

void vcl_draft_count(vcl_draft *draft, uint32_t row, const vcl_entry *entry, vcl_message message,
                     const char *part, const char *understood)
{
    vcl_cell_place at = place_of(draft, row, entry);
    bool wanted = vcl_log_wants_example(draft->log, at, entry->field, message);

    part = part == NULL && wanted ? written(draft, entry) : part;
    vcl_log_count(draft->log, at, entry->field, message, wanted ? part : NULL,
                  wanted ? understood : NULL);
}

void vcl_draft_add_place(const vcl_draft *draft, vcl_text *out, uint32_t row,
                         const vcl_entry *entry)
{
    vcl_log_add_place(draft->log, out, place_of(draft, row, entry));
}

void vcl_draft_add_row(const vcl_draft *draft, vcl_text *out, uint32_t row, uint32_t from)
{
    if (vcl_draft_row(draft, row)->source == vcl_draft_row(draft, from)->source) {
        vcl_text_add_integer(out, vcl_draft_row(draft, row)->number);
    } else {
        vcl_draft_add_place(draft, out, row, NULL);
    }
}

vcl_status vcl_draft_keep(vcl_draft *draft, vcl_slice text, const char **out, vcl_error *err)
{
    return vcl_arena_copy(&draft->texts, text, out, err);
}

static bool is_same_text(vcl_slice a, vcl_slice b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.bytes, b.bytes, a.size) == 0);
}

bool vcl_entry_equals(const vcl_entry *a, const vcl_entry *b)
{
    switch (vcl_register_field_at(a->field)->takes) {
    case VCL_TAKES_KIND:
    case VCL_TAKES_STATUS:
    case VCL_TAKES_LINK_KIND:
    case VCL_TAKES_LINK_STATUS:
    case VCL_TAKES_CONTRACT:
        return strcmp(a->word, b->word) == 0;
    case VCL_TAKES_FLAG:
        return a->flag == b->flag;
    case VCL_TAKES_DATE:
    case VCL_TAKES_END_DATE:
        return a->date == b->date;
    case VCL_TAKES_COUNT:
    case VCL_TAKES_MASS:
    case VCL_TAKES_MONEY:
    case VCL_TAKES_AREA:
    case VCL_TAKES_LATITUDE:
    case VCL_TAKES_LONGITUDE:
        return !(a->number < b->number) && !(a->number > b->number);
    default:
        return is_same_text(a->text, b->text);
    }
}
