/* Which products actors handle: from rows to one record for each actor and product. */
#include "import/handlings.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/try.h"
#include "base/unicode.h"
#include "import/facts.h"
#include "values/quantity.h"

void vcl_handlings_init(vcl_handlings *handlings)
{
    vcl_array_init(&handlings->items, sizeof(vcl_handling));
}

void vcl_handlings_release(vcl_handlings *handlings)
{
    vcl_array_release(&handlings->items);
}

bool vcl_handlings_amount(vcl_draft *draft, uint32_t row, const vcl_mention *mention, double *out)
{
    static const vcl_quantity_column plain = { .quantity = VCL_QUANTITY_MASS };
    const vcl_entry *entry = vcl_catalogue_cell(draft, row);
    bool list = vcl_register_field_at(entry->field)->takes == VCL_TAKES_PRODUCTS;
    vcl_text lower = { 0 };

    if (mention->amount.size == 0) {
        return false;
    }
    vcl_unicode_lower(&lower, mention->amount);
    draft->log->failed = draft->log->failed || lower.failed;
    vcl_reading reading =
        vcl_quantity_read((vcl_slice){ vcl_text_bytes(&lower), lower.size },
                          list && entry->amounts != NULL ? entry->amounts : &plain, out);
    vcl_text_release(&lower);
    if (!reading.understood) {
        vcl_draft_say(draft, row, entry, VCL_LOG_NOT_USED, reading.message, NULL);
    }
    return reading.understood;
}

/* Where a register states amounts. */
typedef struct amount_fields {
    vcl_register_field output;
    vcl_register_field demand;
    vcl_register_field ocop;
} amount_fields;

static const amount_fields *fields_of(vcl_register kind)
{
    static const amount_fields organisations = { VCL_FIELD_ORGANISATIONS_OUTPUT,
                                                 VCL_FIELD_ORGANISATIONS_DEMAND,
                                                 VCL_FIELD_ORGANISATIONS_OCOP };
    static const amount_fields enterprises = { VCL_FIELD_ENTERPRISES_OUTPUT,
                                               VCL_FIELD_ENTERPRISES_DEMAND,
                                               VCL_FIELD_ENTERPRISES_OCOP };
    static const amount_fields members = { VCL_FIELD_MEMBERS_OUTPUT, VCL_FIELD_COUNT,
                                           VCL_FIELD_COUNT };
    static const amount_fields outputs = { VCL_FIELD_OUTPUTS_OUTPUT, VCL_FIELD_OUTPUTS_DEMAND,
                                           VCL_FIELD_OUTPUTS_OCOP };

    switch (kind) {
    case VCL_REGISTER_ORGANISATIONS:
        return &organisations;
    case VCL_REGISTER_ENTERPRISES:
        return &enterprises;
    case VCL_REGISTER_MEMBERS:
        return &members;
    case VCL_REGISTER_OUTPUTS:
        return &outputs;
    default:
        return NULL;
    }
}

/* What is read, and from what. */
typedef struct reader {
    vcl_handlings *handlings;
    vcl_draft *draft;
    const vcl_catalogue *catalogue;
    const vcl_actor_list *actors;
    const vcl_subjects *subjects;
    const vcl_parties *parties;
} reader;

/* "4", "4; 3", "OCOP 4 sao": every figure from 1 to 5 that stands alone. */
static bool read_stars(vcl_slice text, uint16_t *stars)
{
    bool any = false;

    for (size_t i = 0; i < text.size; i++) {
        if (!vcl_reading_is_digit(text.bytes[i])) {
            continue;
        }
        bool alone = i + 1 == text.size || !vcl_reading_is_digit(text.bytes[i + 1]);
        if (!alone || text.bytes[i] < '1' || text.bytes[i] > '5') {
            return false;
        }
        stars[text.bytes[i] - '0']++;
        any = true;
    }
    return any;
}

/* The amounts of the row's own columns, which tell of its one product. */
static void read_columns(reader *own, uint32_t row, const amount_fields *fields, vcl_handling *out)
{
    const vcl_entry *output = vcl_draft_entry(own->draft, row, fields->output);
    const vcl_entry *demand = vcl_draft_entry(own->draft, row, fields->demand);
    const vcl_entry *ocop = vcl_draft_entry(own->draft, row, fields->ocop);

    if (output != NULL && vcl_facts_in_range(own->draft, row, output)) {
        out->output = output;
        out->output_kg = output->number;
    }
    if (demand != NULL && vcl_facts_in_range(own->draft, row, demand)) {
        out->demand = demand;
        out->demand_kg = demand->number;
    }
    if (ocop != NULL && read_stars(ocop->text, out->stars)) {
        out->ocop = ocop;
    } else if (ocop != NULL) {
        memset(out->stars, 0, sizeof out->stars);
        vcl_draft_say(own->draft, row, ocop, VCL_LOG_NOT_USED, VCL_MSG_IMPORT_STARS, NULL);
    }
}

/* Amounts without one product to tell of. */
static void name_columns(reader *own, uint32_t row, const amount_fields *fields, bool several)
{
    const vcl_register_field all[] = { fields->output, fields->demand, fields->ocop };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        const vcl_entry *entry = vcl_draft_entry(own->draft, row, all[i]);
        if (entry != NULL) {
            vcl_draft_say(
                own->draft, row, entry, VCL_LOG_NOT_USED,
                several ? VCL_MSG_IMPORT_AMOUNT_OF_SEVERAL : VCL_MSG_IMPORT_AMOUNT_OF_NONE, NULL);
        }
    }
}

/* The amount in the cell of products is what a buyer takes, and what everybody else produces. */
static void read_mention(reader *own, uint32_t row, const vcl_mention *mention, vcl_handling *out)
{
    double amount_kg = (double)NAN;

    if (!vcl_handlings_amount(own->draft, row, mention, &amount_kg)) {
        return;
    }
    const vcl_entry *cell = vcl_catalogue_cell(own->draft, row);
    bool buys = strcmp(vcl_actor_list_at(own->actors, out->actor)->kind, "enterprise") == 0;
    if (buys && out->demand == NULL) {
        out->demand = cell;
        out->demand_kg = amount_kg;
    } else if (!buys && out->output == NULL) {
        out->output = cell;
        out->output_kg = amount_kg;
    }
}

static vcl_status read_row(reader *own, uint32_t row, uint32_t actor, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const amount_fields *fields = fields_of(vcl_draft_register(own->draft, row));
    vcl_mentions cell = vcl_catalogue_row(own->catalogue, row);

    for (uint32_t i = cell.first; i < cell.first + cell.count; i++) {
        const vcl_mention *mention = vcl_catalogue_mention(own->catalogue, i);
        vcl_handling handling = { .actor = actor,
                                  .product = mention->product,
                                  .order = (uint32_t)own->handlings->items.count,
                                  .row = row,
                                  .output_kg = (double)NAN,
                                  .demand_kg = (double)NAN };
        if (mention->product == VCL_NONE) {
            continue;
        }
        if (cell.count == 1) {
            read_columns(own, row, fields, &handling);
        }
        read_mention(own, row, mention, &handling);
        TRY(vcl_array_add(&own->handlings->items, &handling, err));
        if (vcl_draft_register(own->draft, row) == VCL_REGISTER_OUTPUTS) {
            vcl_draft_give(own->draft, row, VCL_FATE_OTHER);
        }
    }
    if (cell.count != 1 || vcl_catalogue_mention(own->catalogue, cell.first)->product == VCL_NONE) {
        name_columns(own, row, fields, cell.count > 1);
    }
done:
    return status;
}

/* A row of amounts that gave nothing. */
static void name_row(reader *own, uint32_t row)
{
    if (own->draft->fates[row] != VCL_FATES) {
        return;
    }
    if (vcl_parties_of_row(own->parties, row, VCL_ROLE_ACTOR, 0) == NULL) {
        vcl_draft_name(own->draft, row, NULL, VCL_MSG_IMPORT_ROW_NOBODY, NULL);
    } else if (own->subjects->row_actor[row] == VCL_NONE) {
        vcl_draft_give(own->draft, row, VCL_FATE_NAMED); /* the log says that it waits */
    } else {
        vcl_draft_name(own->draft, row, NULL, VCL_MSG_IMPORT_NO_PRODUCT, NULL);
    }
}

static int compare_handlings(const void *first, const void *second)
{
    const vcl_handling *a = first;
    const vcl_handling *b = second;

    if (a->actor != b->actor) {
        return a->actor < b->actor ? -1 : 1;
    }
    if (a->product != b->product) {
        return a->product < b->product ? -1 : 1;
    }
    return (a->order > b->order) - (a->order < b->order);
}

static bool differ(double a, double b)
{
    return a < b || a > b;
}

/* Adds what a later record says to an earlier one of the same actor and product. */
static void merge(vcl_draft *draft, vcl_handling *into, const vcl_handling *from)
{
    if (from->output != NULL && into->output == NULL) {
        into->output = from->output;
        into->output_kg = from->output_kg;
    } else if (from->output != NULL && differ(from->output_kg, into->output_kg)) {
        vcl_facts_say_difference(draft, from->row, from->output, into->row, into->output);
    }
    if (from->demand != NULL && into->demand == NULL) {
        into->demand = from->demand;
        into->demand_kg = from->demand_kg;
    } else if (from->demand != NULL && differ(from->demand_kg, into->demand_kg)) {
        vcl_facts_say_difference(draft, from->row, from->demand, into->row, into->demand);
    }
    if (from->ocop != NULL && into->ocop == NULL) {
        into->ocop = from->ocop;
        memcpy(into->stars, from->stars, sizeof into->stars);
    } else if (from->ocop != NULL && memcmp(from->stars, into->stars, sizeof into->stars) != 0) {
        vcl_facts_say_difference(draft, from->row, from->ocop, into->row, into->ocop);
    }
}

static void merge_all(vcl_handlings *handlings, vcl_draft *draft)
{
    vcl_handling *items = handlings->items.items;
    size_t kept = 0;

    if (handlings->items.count == 0) {
        return;
    }
    qsort(items, handlings->items.count, sizeof *items, compare_handlings);
    for (size_t i = 1; i < handlings->items.count; i++) {
        if (items[i].actor == items[kept].actor && items[i].product == items[kept].product) {
            merge(draft, &items[kept], &items[i]);
        } else {
            items[++kept] = items[i];
        }
    }
    handlings->items.count = kept + 1;
}

vcl_status vcl_handlings_read(vcl_handlings *handlings, vcl_draft *draft,
                              const vcl_catalogue *catalogue, const vcl_actor_list *actors,
                              const vcl_subjects *subjects, const vcl_parties *parties,
                              vcl_error *err)
{
    vcl_status status = VCL_OK;
    reader own = { handlings, draft, catalogue, actors, subjects, parties };

    for (uint32_t i = 0; i < draft->row_count; i++) {
        uint32_t row = draft->order[i];
        if (subjects->row_actor[row] != VCL_NONE) {
            TRY(read_row(&own, row, subjects->row_actor[row], err));
        }
        if (vcl_draft_register(draft, row) == VCL_REGISTER_OUTPUTS) {
            name_row(&own, row);
        }
    }
    merge_all(handlings, draft);
done:
    return status;
}
