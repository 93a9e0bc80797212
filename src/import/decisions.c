/* Decisions, from a review list. */
#include "import/decisions.h"

#include <string.h>

#include "base/error.h"
#include "base/try.h"
#include "base/unicode.h"
#include "load/vocabulary.h"
#include "sheet/sheet.h"
#include "values/reading.h"

const char *vcl_role_word(vcl_role role)
{
    static const char *const words[VCL_ROLES] = { "seller", "buyer", "organisation", "member",
                                                  "actor" };

    return words[role];
}

void vcl_decisions_init(vcl_decisions *decisions)
{
    *decisions = (vcl_decisions){ 0 };
    vcl_array_init(&decisions->items, sizeof(vcl_decision));
    vcl_idmap_init(&decisions->keys);
    vcl_array_init(&decisions->by_key, sizeof(uint32_t));
}

void vcl_decisions_release(vcl_decisions *decisions)
{
    vcl_arena_release(&decisions->texts);
    vcl_array_release(&decisions->by_key);
    vcl_idmap_release(&decisions->keys);
    vcl_array_release(&decisions->items);
}

/* The text that two ways to write the same share: a spreadsheet may have taken a tax code for a
 * number, and put an apostrophe before what looks like a formula. */
static void add_key(vcl_text *out, vcl_role role, vcl_slice written)
{
    written = vcl_reading_trim(written);
    if (written.size > 1 && written.bytes[0] == '\'') {
        written = vcl_slice_from(written, 1);
    }
    size_t zeros = 0;
    size_t digits = 0;
    while (digits < written.size && vcl_reading_is_digit(written.bytes[digits])) {
        zeros += zeros == digits && written.bytes[digits] == '0';
        digits++;
    }
    vcl_text_add_byte(out, (char)('a' + role));
    vcl_text_add_slice(out, vcl_slice_from(written, digits == written.size ? zeros : 0));
}

/* Which column holds what. */
typedef struct layout {
    uint32_t written;
    uint32_t role;
    uint32_t decision;
} layout;

/* Is it the ASCII word, in either case? */
static bool is_word(const vcl_sheet_cell *cell, const char *word)
{
    vcl_slice text = vcl_reading_trim((vcl_slice){ cell->text, cell->size });
    bool same = text.size == strlen(word);

    for (size_t i = 0; same && i < text.size; i++) {
        char byte = text.bytes[i];
        same = (byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte) == word[i];
    }
    return same;
}

static bool find_columns(const vcl_sheet *sheet, const vcl_sheet_row *row, layout *out)
{
    *out = (layout){ 0 };
    for (size_t i = 0; i < row->count; i++) {
        const vcl_sheet_cell *cell = vcl_sheet_cell_of(sheet, row, i);
        out->written = is_word(cell, "written") ? cell->column : out->written;
        out->role = is_word(cell, "role") ? cell->column : out->role;
        out->decision = is_word(cell, "decision") ? cell->column : out->decision;
    }
    return out->written > 0 && out->role > 0 && out->decision > 0;
}

static vcl_slice text_at(const vcl_sheet *sheet, const vcl_sheet_row *row, uint32_t column)
{
    const vcl_sheet_cell *cell = vcl_sheet_cell_at(sheet, row, column);

    return vcl_reading_trim((vcl_slice){ cell->text, cell->size });
}

static vcl_status fail_at(const vcl_decisions *decisions, uint32_t row, vcl_message message,
                          vcl_slice value, vcl_error *err)
{
    vcl_text place = { 0 };
    char cut[VCL_ERROR_ARGUMENT_SIZE];

    vcl_text_add(&place, decisions->path);
    if (row > 0) {
        vcl_text_add(&place, ":");
        vcl_text_add_integer(&place, row);
    }
    vcl_text_cut(cut, sizeof cut, value);
    vcl_status status = place.failed
                            ? vcl_fail_memory(err)
                            : vcl_fail(err, VCL_ERROR_INPUT, message, vcl_text_bytes(&place), cut);
    vcl_text_release(&place);
    return status;
}

static bool read_role(vcl_slice text, vcl_role *out)
{
    for (vcl_role role = 0; role < VCL_ROLES; role++) {
        if (vcl_reading_is(text, vcl_role_word(role))) {
            *out = role;
            return true;
        }
    }
    return false;
}

static vcl_status add(vcl_decisions *decisions, vcl_role role, vcl_decision *item, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text key = { 0 };
    uint32_t number = 0;
    uint32_t index = (uint32_t)decisions->items.count;

    add_key(&key, role, vcl_slice_of(item->written));
    TRY(vcl_text_status(&key, err));
    TRY(vcl_idmap_intern(&decisions->keys, (vcl_slice){ key.bytes, key.size }, &number, err));
    if (number < decisions->by_key.count) {
        const vcl_decision *other = (const vcl_decision *)decisions->items.items +
                                    ((const uint32_t *)decisions->by_key.items)[number];
        if (strcmp(other->decision, item->decision) != 0) {
            status = fail_at(decisions, item->row, VCL_MSG_DECISION_TWICE,
                             vcl_slice_of(item->written), err);
        }
        goto done;
    }
    TRY(vcl_array_add(&decisions->by_key, &index, err));
    TRY(vcl_array_add(&decisions->items, item, err));
done:
    vcl_text_release(&key);
    return status;
}

static vcl_status read_row(vcl_decisions *decisions, const vcl_sheet *sheet,
                           const vcl_sheet_row *row, const layout *columns, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_slice decision = text_at(sheet, row, columns->decision);
    vcl_slice written = text_at(sheet, row, columns->written);
    vcl_decision item = { .row = row->number, .named_as = VCL_ROLES };
    vcl_role role = VCL_ROLE_SELLER;

    if (decision.size == 0 || written.size == 0) {
        return VCL_OK;
    }
    if (!read_role(text_at(sheet, row, columns->role), &role)) {
        return fail_at(decisions, row->number, VCL_MSG_DECISION_ROLE,
                       text_at(sheet, row, columns->role), err);
    }
    TRY(vcl_unicode_copy(&decisions->texts, written, &item.written, err));
    TRY(vcl_unicode_copy(&decisions->texts, decision, &item.decision, err));
    item.role = role;
    TRY(add(decisions, role, &item, err));
done:
    return status;
}

static vcl_status read_sheet(vcl_decisions *decisions, const vcl_sheet *sheet, vcl_error *err)
{
    vcl_status status = VCL_OK;
    layout columns;
    size_t first = 0;

    while (first < sheet->rows.count &&
           !find_columns(sheet, vcl_sheet_row_at(sheet, first), &columns)) {
        first++;
    }
    if (first == sheet->rows.count) {
        return fail_at(decisions, 0, VCL_MSG_DECISION_NO_LIST, (vcl_slice){ 0 }, err);
    }
    for (size_t i = first + 1; i < sheet->rows.count; i++) {
        TRY(read_row(decisions, sheet, vcl_sheet_row_at(sheet, i), &columns, err));
    }
done:
    return status;
}

vcl_status vcl_decisions_read(vcl_decisions *decisions, const char *path, vcl_log *log,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_workbook *workbook = NULL;

    if (path == NULL) {
        return VCL_OK;
    }
    decisions->path = path;
    decisions->source = vcl_log_add_sheet(log, path, NULL);
    TRY(vcl_workbook_open(path, &workbook, err));
    TRY(read_sheet(decisions, vcl_workbook_sheet(workbook, 0), err));
done:
    vcl_workbook_free(workbook);
    return status;
}

static vcl_status find(const vcl_decisions *decisions, vcl_role role, const char *written,
                       vcl_decision **out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text key = { 0 };

    *out = NULL;
    add_key(&key, role, vcl_slice_of(written));
    TRY(vcl_text_status(&key, err));
    uint32_t number = vcl_idmap_find(&decisions->keys, (vcl_slice){ key.bytes, key.size });
    if (number != VCL_NONE) {
        *out = (vcl_decision *)decisions->items.items +
               ((const uint32_t *)decisions->by_key.items)[number];
    }
done:
    vcl_text_release(&key);
    return status;
}

vcl_status vcl_decisions_find(vcl_decisions *decisions, vcl_role role, const char *written,
                              const vcl_decision **out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_decision *item = NULL;

    TRY(find(decisions, role, written, &item, err));
    *out = item;
    if (item != NULL) {
        item->used = true;
        return VCL_OK;
    }
    for (vcl_role other = 0; other < VCL_ROLES; other++) {
        TRY(find(decisions, other, written, &item, err));
        if (item != NULL && role < item->named_as) {
            item->named_as = role;
        }
    }
done:
    return status;
}

static bool is_one_of(vcl_slice text, const char *first, const char *second, const char *third)
{
    return vcl_reading_is(text, first) || vcl_reading_is(text, second) ||
           vcl_reading_is(text, third);
}

static const char *kind_of(vcl_slice text)
{
    uint8_t exact = vcl_words_find(&VCL_NODE_KINDS, text);
    const char *near = exact != VCL_NO_WORD ? VCL_NODE_KINDS.words[exact]
                                            : vcl_words_nearest(&VCL_NODE_KINDS, text);

    return near != NULL ? near : "";
}

vcl_status vcl_decision_read(const vcl_decision *decision, vcl_verdict *out, const char **kind,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text lower = { 0 };

    *out = VCL_VERDICT_ID;
    *kind = NULL;
    vcl_unicode_lower(&lower, vcl_slice_of(decision->decision));
    TRY(vcl_text_status(&lower, err));
    vcl_slice text = { vcl_text_bytes(&lower), lower.size };
    if (is_one_of(text, "skip", "bỏ qua", "bỏ")) {
        *out = VCL_VERDICT_SKIP;
    } else if (vcl_reading_take(&text, "new") || vcl_reading_take(&text, "mới") ||
               vcl_reading_take(&text, "tạo mới")) {
        *out = VCL_VERDICT_NEW;
        *kind = text.size > 0 ? kind_of(text) : NULL;
    }
done:
    vcl_text_release(&lower);
    return status;
}

vcl_status vcl_decision_fail(const vcl_decisions *decisions, const vcl_decision *decision,
                             vcl_message message, vcl_error *err)
{
    return fail_at(decisions, decision->row, message, vcl_slice_of(decision->decision), err);
}

void vcl_decisions_say_unused(const vcl_decisions *decisions, vcl_log *log)
{
    const vcl_decision *items = decisions->items.items;

    for (size_t i = 0; i < decisions->items.count; i++) {
        if (items[i].used) {
            continue;
        }
        bool elsewhere = items[i].named_as != VCL_ROLES;
        vcl_log_add(log, (vcl_cell_place){ decisions->source, items[i].row, 0 }, VCL_FIELD_COUNT,
                    VCL_LOG_NOTE, elsewhere ? VCL_MSG_DECISION_OTHER_ROLE : VCL_MSG_DECISION_UNUSED,
                    (const char *const[]){ items[i].written, items[i].decision,
                                           vcl_role_word(items[i].role),
                                           elsewhere ? vcl_role_word(items[i].named_as) : NULL },
                    4);
    }
}
