/* The answer, computed from tables by their names and columns. */
#include "export/headline.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "export/view.h"

static vcl_headline_count count_of(const vcl_table *coverage, size_t row)
{
    return (vcl_headline_count){
        .active = vcl_view_number(vcl_view_find(coverage, "active"), row),
        .covered = vcl_view_number(vcl_view_find(coverage, "covered"), row),
        .inactive = vcl_view_number(vcl_view_find(coverage, "inactive"), row),
        .not_applicable = vcl_view_number(vcl_view_find(coverage, "not_applicable"), row),
        .buyers = vcl_view_number(vcl_view_find(coverage, "buyers"), row),
    };
}

bool vcl_headline_count_of(const vcl_result *result, const char *kind, vcl_headline_count *out)
{
    const vcl_table *coverage = vcl_result_find_table(result, "coverage");
    vcl_view scope_view = vcl_view_find(coverage, "scope");
    vcl_view kind_view = vcl_view_find(coverage, "kind");

    for (size_t row = 0; row < vcl_view_rows(coverage); row++) {
        if (!vcl_view_is(scope_view, row, "all")) {
            break; /* the rows of `all` come first */
        }
        if (vcl_view_is(kind_view, row, kind)) {
            *out = count_of(coverage, row);
            return out->active > 0;
        }
    }
    return false;
}

const char *vcl_headline_kind(const vcl_result *result)
{
    static const char *const kinds[] = { "cooperative", "farmer", "group", "union" };
    vcl_headline_count ignored = { 0 };

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (vcl_headline_count_of(result, kinds[i], &ignored)) {
            return kinds[i];
        }
    }
    return NULL;
}

const char *vcl_headline_noun(const char *kind, vcl_language language)
{
    static const struct {
        const char *kind;
        vcl_message noun;
    } nouns[] = {
        { "cooperative", VCL_MSG_OVERVIEW_COOPERATIVES },
        { "farmer", VCL_MSG_OVERVIEW_HOUSEHOLDS },
        { "group", VCL_MSG_OVERVIEW_GROUPS },
        { "union", VCL_MSG_OVERVIEW_UNIONS },
    };

    for (size_t i = 0; i < sizeof nouns / sizeof nouns[0]; i++) {
        if (strcmp(nouns[i].kind, kind) == 0) {
            return vcl_message_template(nouns[i].noun, language);
        }
    }
    return kind;
}

void vcl_headline_add_date(vcl_text *out, const char *date, vcl_language language)
{
    vcl_date ignored = 0;
    char shown[VCL_DATE_SIZE];

    if (language == VCL_ENGLISH || !vcl_date_parse(vcl_slice_of(date), &ignored)) {
        vcl_text_add_visible(out, vcl_slice_of(date));
        return;
    }
    snprintf(shown, sizeof shown, "%.2s/%.2s/%.4s", date + 8, date + 5, date);
    vcl_text_add(out, shown);
}

const char *vcl_headline_actor(const vcl_table *table, size_t row)
{
    const char *name = vcl_view_text(vcl_view_find(table, "name"), row);

    return name != NULL ? name : vcl_view_text(vcl_view_find(table, "id"), row);
}

bool vcl_headline_concerns(const vcl_table *table, size_t row, const char *kind)
{
    return strcmp(kind, "farmer") == 0 || vcl_view_is(vcl_view_find(table, "kind"), row, kind);
}

static void count_reason(vcl_headline_reasons *reasons, const char *linkage)
{
    size_t at = 0;

    reasons->all++;
    if (linkage == NULL) {
        return;
    }
    while (at < reasons->size && strcmp(reasons->linkage[at], linkage) != 0) {
        at++;
    }
    if (at == VCL_REASONS_AT_MOST) {
        return;
    }
    if (at == reasons->size) {
        reasons->linkage[reasons->size++] = linkage;
    }
    reasons->count[at]++;
}

vcl_headline_reasons vcl_headline_reasons_of(const vcl_table *table, const char *kind)
{
    vcl_view linkage = vcl_view_find(table, "linkage");
    vcl_headline_reasons reasons = { 0 };

    for (size_t row = 0; row < vcl_view_rows(table); row++) {
        if (vcl_headline_concerns(table, row, kind)) {
            count_reason(&reasons, vcl_view_text(linkage, row));
        }
    }
    return reasons;
}

vcl_best vcl_headline_order(const vcl_headline_reasons *reasons)
{
    vcl_best order = { .limit = VCL_REASONS_AT_MOST };

    for (size_t i = 0; i < reasons->size; i++) {
        vcl_best_offer(&order, i, reasons->count[i], 0);
    }
    return order;
}

vcl_best vcl_headline_heaviest(const vcl_table *table, const char *households,
                               const char *cooperatives, bool enterprises, size_t limit)
{
    vcl_view kind = vcl_view_find(table, "kind");
    vcl_view first = vcl_view_find(table, households);
    vcl_view second = vcl_view_find(table, cooperatives);
    vcl_best heaviest = { .limit = limit };

    for (size_t row = 0; row < vcl_view_rows(table); row++) {
        int64_t lost[2] = { vcl_view_number(first, row), vcl_view_number(second, row) };
        if ((lost[0] > 0 || lost[1] > 0) &&
            (enterprises || !vcl_view_is(kind, row, "enterprise"))) {
            vcl_best_offer(&heaviest, row, lost[0], lost[1]);
        }
    }
    return heaviest;
}
