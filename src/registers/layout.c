/* How a sheet is laid out. Each of the first rows, alone and with the one below it, is taken for the
 * headings of each register in turn; that which explains most columns is it. */
#include "base/try.h"
#include "registers/layout_parts.h"
#include "values/reading.h"

enum {
    MOST_ROWS = 30, /* that are looked at for headings */
    MOST_COLUMNS = 512,
    LONGEST_HEADING = 300,
    /* What the sheet's name is worth, in columns. */
    NAMED_EXACTLY = 3,
    NAMED_WITHIN = 2,
    NAMED_IN_TITLE = 1,
};

void vcl_sheet_layout_init(vcl_sheet_layout *layout)
{
    *layout = (vcl_sheet_layout){ .kind = VCL_REGISTER_COUNT };
    vcl_array_init(&layout->columns, sizeof(vcl_layout_column));
}

void vcl_sheet_layout_release(vcl_sheet_layout *layout)
{
    vcl_array_release(&layout->columns);
    vcl_arena_release(&layout->texts);
}

const vcl_sheet_cell *vcl_sheet_layout_shown(const vcl_sheet *sheet, uint32_t row, uint32_t column)
{
    const vcl_sheet_cell *cell = vcl_sheet_cell_at(sheet, vcl_sheet_find_row(sheet, row), column);
    const vcl_sheet_range *range = cell->kind == VCL_CELL_EMPTY && sheet->merged.count > 0
                                       ? vcl_sheet_find_merged(sheet, row, column)
                                       : NULL;

    if (range == NULL) {
        return cell;
    }
    return vcl_sheet_cell_at(sheet, vcl_sheet_find_row(sheet, range->first_row),
                             range->first_column);
}

static vcl_slice heading_text(const vcl_sheet_cell *cell)
{
    vcl_slice text = { cell->text, cell->size };
    bool readable = (cell->kind == VCL_CELL_TEXT || cell->kind == VCL_CELL_NUMBER) &&
                    cell->size <= LONGEST_HEADING;

    return readable ? vcl_reading_trim(text) : (vcl_slice){ 0 };
}

/* The two parts of a column's heading. What spans several columns stands above each; without merged
 * cells, as in CSV, above those that follow until the next. */
void vcl_layout_parts_of(const vcl_layout_finding *f, const vcl_layout_attempt *a, uint32_t column,
                         vcl_slice *upper, vcl_slice *lower)
{
    const vcl_sheet_row *last = vcl_sheet_find_row(f->sheet, a->last_row);

    *upper = (vcl_slice){ 0 };
    *lower = heading_text(vcl_sheet_cell_at(f->sheet, last, column));
    if (a->row == a->last_row) {
        return;
    }
    *upper = heading_text(vcl_sheet_layout_shown(f->sheet, a->row, column));
    for (uint32_t i = column;
         f->sheet->merged.count == 0 && upper->size == 0 && lower->size > 0 && i-- > 1;) {
        *upper = heading_text(vcl_sheet_layout_shown(f->sheet, a->row, i));
    }
}

/* A heading that a mapping names means what that says. */
static void map_heading(vcl_layout_finding *f, vcl_slice lower, vcl_heading *heading)
{
    const vcl_mapped_column *mapped =
        lower.size > 0 ? vcl_mapping_column(f->mapping, f->mapped, lower, 0, &f->headings->part)
                       : NULL;

    for (vcl_register i = 0; mapped != NULL && i < VCL_REGISTER_COUNT; i++) {
        heading->fields[i] =
            mapped->field != NULL ? vcl_mapping_field(i, mapped->field) : VCL_FIELD_COUNT;
    }
}

static vcl_status find_headings(vcl_layout_finding *f, const vcl_layout_attempt *a, vcl_error *err)
{
    vcl_status status = VCL_OK;

    f->found.count = 0;
    for (uint32_t column = 1; column <= a->columns; column++) {
        vcl_slice upper = { 0 };
        vcl_slice lower = { 0 };
        vcl_layout_parts_of(f, a, column, &upper, &lower);
        vcl_heading heading = vcl_headings_find(f->headings, upper, lower);
        if (f->mapped != NULL) {
            map_heading(f, lower.size > 0 ? lower : upper, &heading);
        }
        TRY(vcl_array_add(&f->found, &heading, err));
    }
    TRY(vcl_headings_status(f->headings, err));
done:
    return status;
}

/* Which fields of a register the headings have. */
typedef struct columns_known {
    bool has[VCL_FIELD_COUNT];
    int count;
    int keys;
} columns_known;

static columns_known known_in(const vcl_layout_finding *f, vcl_register kind)
{
    columns_known known = { 0 };
    const vcl_heading *found = f->found.items;

    for (size_t i = 0; i < f->found.count; i++) {
        vcl_register_field field = found[i].fields[kind];
        if (field < VCL_FIELD_COUNT && !known.has[field]) {
            known.has[field] = true;
            known.count++;
            known.keys += vcl_register_field_at(field)->use == VCL_FIELD_KEY;
        }
    }
    return known;
}

/* Has the register what it cannot do without? */
static bool is_complete(const columns_known *known, vcl_register kind, bool is_named)
{
    const bool *has = known->has;

    if (known->keys == 0 || (known->count < 2 && !is_named)) {
        return false;
    }
    switch (kind) {
    case VCL_REGISTER_CONTRACTS:
        return (has[VCL_FIELD_CONTRACTS_SELLER] || has[VCL_FIELD_CONTRACTS_SELLER_ID]) &&
               (has[VCL_FIELD_CONTRACTS_BUYER] || has[VCL_FIELD_CONTRACTS_BUYER_ID]);
    case VCL_REGISTER_OUTPUTS:
        return has[VCL_FIELD_OUTPUTS_OUTPUT] || has[VCL_FIELD_OUTPUTS_DEMAND] ||
               has[VCL_FIELD_OUTPUTS_OCOP];
    case VCL_REGISTER_DATASET:
        return is_named || has[VCL_FIELD_DATASET_AS_OF] || has[VCL_FIELD_DATASET_CURRENCY];
    case VCL_REGISTER_MEMBERS:
        return has[VCL_FIELD_MEMBERS_NAME] || has[VCL_FIELD_MEMBERS_ID] ||
               has[VCL_FIELD_MEMBERS_ORGANISATION] || has[VCL_FIELD_MEMBERS_ORGANISATION_ID];
    default:
        return true;
    }
}

/* A list of organisations that names their buyers knows columns that contracts do not: only then is
 * it preferred to them. */
static bool goes_before(const vcl_layout_attempt *a, vcl_register kind, int score)
{
    bool contracts = kind == VCL_REGISTER_CONTRACTS && a->kind == VCL_REGISTER_ORGANISATIONS;

    return score > a->score || (contracts && score == a->score);
}

static vcl_status judge(vcl_layout_finding *f, vcl_layout_attempt *a, vcl_error *err)
{
    vcl_status status = VCL_OK;

    a->kind = VCL_REGISTER_COUNT;
    TRY(find_headings(f, a, err));
    for (vcl_register kind = 0; kind < VCL_REGISTER_COUNT; kind++) {
        bool asked = f->mapped != NULL && f->mapped->kind < VCL_REGISTER_COUNT;
        columns_known known = known_in(f, kind);
        int score = known.count + (f->named == kind ? f->worth : 0);
        bool eligible = asked ? kind == f->mapped->kind && known.count > 0
                              : is_complete(&known, kind, f->named == kind);
        if (eligible && goes_before(a, kind, score)) {
            a->kind = kind;
            a->score = score;
        }
    }
done:
    return status;
}

/* The register that the sheet's name names, or else a title above its headings. */
static void find_name(vcl_layout_finding *f)
{
    vcl_naming_strength strength = VCL_NAMES_NONE;

    f->named = vcl_headings_register(f->headings, vcl_slice_of(f->sheet->name), &strength);
    f->worth = strength == VCL_NAMES_EXACTLY ? NAMED_EXACTLY : NAMED_WITHIN;
    for (size_t i = 0; strength == VCL_NAMES_NONE && i < f->sheet->rows.count && i < 5; i++) {
        const vcl_sheet_row *row = vcl_sheet_row_at(f->sheet, i);
        vcl_slice title = heading_text(vcl_sheet_cell_of(f->sheet, row, 0));
        if (row->count == 1) {
            f->named = vcl_headings_register(f->headings, title, &strength);
            f->worth = NAMED_IN_TITLE;
        }
    }
}

/* Does a heading of the row go over several columns, so that more is said below? */
static bool has_span(const vcl_layout_finding *f, uint32_t row, uint32_t columns)
{
    const vcl_sheet_row *upper = vcl_sheet_find_row(f->sheet, row);
    const vcl_sheet_row *lower = vcl_sheet_find_row(f->sheet, row + 1);

    for (uint32_t i = 2; lower != NULL && i <= columns; i++) {
        if (vcl_sheet_cell_at(f->sheet, upper, i)->kind == VCL_CELL_EMPTY &&
            vcl_sheet_cell_at(f->sheet, lower, i)->kind != VCL_CELL_EMPTY) {
            return true;
        }
    }
    return false;
}

/* The last row that a heading of the row is merged down to. */
static uint32_t merged_end(const vcl_layout_finding *f, uint32_t row, uint32_t columns)
{
    uint32_t end = row;

    for (uint32_t i = 1; f->sheet->merged.count > 0 && i <= columns; i++) {
        const vcl_sheet_range *range = vcl_sheet_find_merged(f->sheet, row, i);
        bool has = range != NULL && vcl_sheet_layout_shown(f->sheet, row, i)->size > 0;
        end = has && range->last_row > end ? range->last_row : end;
    }
    return end;
}

/* Does the row below only tell apart what stands under one heading: years, "Tổng số"? */
static bool goes_on(const vcl_layout_finding *f, uint32_t row)
{
    const vcl_sheet_row *lower = vcl_sheet_find_row(f->sheet, row + 1);
    size_t going = 0;

    for (size_t i = 0; lower != NULL && i < lower->count; i++) {
        vcl_slice text = heading_text(vcl_sheet_cell_of(f->sheet, lower, i));
        bool goes = text.size > 0 && vcl_headings_goes_on(f->headings, text);
        if (text.size > 0 && vcl_reading_is_digit(text.bytes[0]) && !goes) {
            return false;
        }
        going += goes;
    }
    return going > 0;
}

static uint32_t column_count(const vcl_layout_finding *f)
{
    return f->sheet->last_column < MOST_COLUMNS ? f->sheet->last_column : MOST_COLUMNS;
}

/* Looks at the row, and at the row together with the one below it. */
static vcl_status try_row(vcl_layout_finding *f, uint32_t row, vcl_layout_attempt *best,
                          vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t columns = column_count(f);

    for (uint32_t depth = 0; depth < 2; depth++) {
        vcl_layout_attempt a = { .row = row, .last_row = row + depth, .columns = columns };
        if (depth == 1 && !has_span(f, row, columns)) {
            break;
        }
        TRY(judge(f, &a, err));
        /* A title above headings adds nothing to them. */
        bool alone = a.score == best->score && a.row == best->last_row && best->row < a.row;
        bool below = depth == 1 && a.score == best->score && best->last_row == row &&
                     best->row == row && a.kind == best->kind &&
                     (merged_end(f, row, columns) > row || goes_on(f, row));
        if (a.kind < VCL_REGISTER_COUNT && (a.score > best->score || alone || below)) {
            *best = a;
        }
    }
done:
    return status;
}

/* Does the row have a text in every column that the mapping names by its letters? */
static bool has_lettered(vcl_layout_finding *f, const vcl_sheet_row *row)
{
    bool has = false;

    for (uint32_t i = 1; i <= column_count(f); i++) {
        bool named = vcl_mapping_column(f->mapping, f->mapped, (vcl_slice){ 0 }, i,
                                        &f->headings->part) != NULL;
        const vcl_sheet_cell *cell = vcl_sheet_cell_at(f->sheet, row, i);
        if (named && heading_text(cell).size == 0) {
            return false;
        }
        has = has || named;
    }
    return has;
}

/* A register that a mapping states, whose headings say nothing to us: in the row that it states, or
 * the first that could have them. */
static void take_mapped(vcl_layout_finding *f, vcl_layout_attempt *best)
{
    uint32_t row = f->mapped->heading_row;

    for (size_t i = 0; row == 0 && i < f->sheet->rows.count && i < MOST_ROWS; i++) {
        const vcl_sheet_row *candidate = vcl_sheet_row_at(f->sheet, i);
        row = has_lettered(f, candidate) ? candidate->number : 0;
    }
    if (vcl_sheet_find_row(f->sheet, row) != NULL) {
        *best = (vcl_layout_attempt){ row, row, column_count(f), 0, f->mapped->kind };
    }
}

static vcl_status find_best(vcl_layout_finding *f, vcl_layout_attempt *best, vcl_error *err)
{
    vcl_status status = VCL_OK;

    *best = (vcl_layout_attempt){ .kind = VCL_REGISTER_COUNT };
    bool is_stated = f->mapped != NULL && f->mapped->heading_row > 0;
    if (is_stated) {
        TRY(try_row(f, f->mapped->heading_row, best, err));
    }
    for (size_t i = 0; !is_stated && i < f->sheet->rows.count && i < MOST_ROWS; i++) {
        TRY(try_row(f, vcl_sheet_row_at(f->sheet, i)->number, best, err));
    }
    if (best->kind == VCL_REGISTER_COUNT && f->mapped != NULL &&
        f->mapped->kind < VCL_REGISTER_COUNT) {
        take_mapped(f, best);
    }
done:
    return status;
}

vcl_status vcl_sheet_layout_find(vcl_headings *headings, const vcl_sheet *sheet,
                                 const vcl_mapping *mapping, const vcl_mapped_sheet *mapped,
                                 vcl_sheet_layout *layout, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_layout_finding f = {
        .headings = headings, .sheet = sheet, .mapping = mapping, .mapped = mapped
    };
    vcl_layout_attempt best = { 0 };

    vcl_array_init(&f.found, sizeof(vcl_heading));
    find_name(&f);
    TRY(find_best(&f, &best, err));
    if (best.kind < VCL_REGISTER_COUNT) {
        layout->kind = best.kind;
        layout->heading_row = best.row;
        layout->last_heading_row = best.last_row;
        uint32_t merged = merged_end(&f, best.row, best.columns);
        if (merged > best.last_row && merged <= best.last_row + 2) {
            layout->last_heading_row = merged;
        }
        TRY(find_headings(&f, &best, err));
        TRY(vcl_layout_add_columns(&f, &best, layout, err));
        layout->kind_word = vcl_layout_kind_word(&f, layout);
    }
    TRY(vcl_headings_status(headings, err));
done:
    vcl_array_release(&f.found);
    return status;
}
