/* Links, as lines of a dataset. */
#include "import/links.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"
#include "import/facts.h"
#include "import/handlings.h"

/* Where a register states what a link is. */
typedef struct link_fields {
    vcl_register_field kind;
    vcl_register_field volume;
    vcl_register_field delivered;
    vcl_register_field value;
    vcl_register_field contract;
    vcl_register_field start;
    vcl_register_field end;
    vcl_register_field status;
    const char *usual; /* the kind where none is stated */
} link_fields;

static const link_fields contract_fields = {
    VCL_FIELD_CONTRACTS_KIND,  VCL_FIELD_CONTRACTS_VOLUME,   VCL_FIELD_CONTRACTS_DELIVERED,
    VCL_FIELD_CONTRACTS_VALUE, VCL_FIELD_CONTRACTS_CONTRACT, VCL_FIELD_CONTRACTS_START,
    VCL_FIELD_CONTRACTS_END,   VCL_FIELD_CONTRACTS_STATUS,   "supply"
};
static const link_fields member_fields = { VCL_FIELD_COUNT,       VCL_FIELD_COUNT,
                                           VCL_FIELD_COUNT,       VCL_FIELD_COUNT,
                                           VCL_FIELD_COUNT,       VCL_FIELD_MEMBERS_START,
                                           VCL_FIELD_MEMBERS_END, VCL_FIELD_MEMBERS_LINK_STATUS,
                                           "membership" };
static const link_fields organisation_fields = { VCL_FIELD_COUNT,
                                                 VCL_FIELD_ORGANISATIONS_VOLUME,
                                                 VCL_FIELD_COUNT,
                                                 VCL_FIELD_COUNT,
                                                 VCL_FIELD_ORGANISATIONS_CONTRACT,
                                                 VCL_FIELD_ORGANISATIONS_START,
                                                 VCL_FIELD_ORGANISATIONS_END,
                                                 VCL_FIELD_COUNT,
                                                 "supply" };

/* What links are made of. */
typedef struct writer {
    vcl_lines *lines;
    vcl_draft *draft;
    const vcl_catalogue *catalogue;
    const vcl_actor_list *actors;
    const vcl_subjects *subjects;
    const vcl_parties *parties;
    vcl_idmap said; /* the text of every link */
    vcl_array said_rows; /* of uint32_t, by that: who said it first */
    vcl_array ids; /* of const char *: work space */
} writer;

static int compare_ids(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The products that the link names, in one order, each once. */
static vcl_status write_products(writer *own, vcl_mentions cell, vcl_error *err)
{
    vcl_status status = VCL_OK;

    own->ids.count = 0;
    for (uint32_t i = cell.first; i < cell.first + cell.count; i++) {
        uint32_t product = vcl_catalogue_mention(own->catalogue, i)->product;
        if (product != VCL_NONE) {
            TRY(vcl_array_add(&own->ids, &vcl_catalogue_product(own->catalogue, product)->id, err));
        }
    }
    const char **ids = own->ids.items;
    if (own->ids.count == 0) {
        return VCL_OK;
    }
    qsort(ids, own->ids.count, sizeof *ids, compare_ids);
    vcl_lines_begin_list(own->lines, "products");
    for (size_t i = 0; i < own->ids.count; i++) {
        if (i == 0 || strcmp(ids[i - 1], ids[i]) != 0) {
            vcl_lines_add_item(own->lines, vcl_slice_of(ids[i]));
        }
    }
    vcl_lines_end_list(own->lines);
done:
    return status;
}

static void write_number(writer *own, const char *key, uint32_t row, vcl_register_field field)
{
    const vcl_entry *entry = vcl_draft_entry(own->draft, row, field);

    if (entry != NULL && vcl_facts_in_range(own->draft, row, entry)) {
        vcl_lines_add_number(own->lines, key, entry->number);
    }
}

static void write_date(writer *own, const char *key, uint32_t row, vcl_register_field field)
{
    const vcl_entry *entry = vcl_draft_entry(own->draft, row, field);
    char date[VCL_DATE_SIZE];

    if (entry != NULL && entry->date != VCL_NO_DATE) {
        vcl_date_format(entry->date, date);
        vcl_lines_add_text(own->lines, key, vcl_slice_of(date));
    }
}

/* Words; those that hold anyway are not stated, so that two rows which say the same are the same. */
static void write_word(writer *own, const char *key, uint32_t row, vcl_register_field field,
                       const char *usual)
{
    const vcl_entry *entry = vcl_draft_entry(own->draft, row, field);

    if (entry != NULL && strcmp(entry->word, usual) != 0) {
        vcl_lines_add_text(own->lines, key, vcl_slice_of(entry->word));
    }
}

/* The volume: of its own column, else what stands with the one product. */
static void write_volume(writer *own, uint32_t row, const link_fields *fields, vcl_mentions cell)
{
    const vcl_entry *entry = vcl_draft_entry(own->draft, row, fields->volume);
    double volume_kg = (double)NAN;

    if (entry != NULL) {
        write_number(own, "volume_kg", row, fields->volume);
        return;
    }
    for (uint32_t i = cell.first; fields == &contract_fields && i < cell.first + cell.count; i++) {
        if (vcl_handlings_amount(own->draft, row, vcl_catalogue_mention(own->catalogue, i),
                                 &volume_kg) &&
            cell.count > 1) {
            vcl_draft_say(own->draft, row, vcl_catalogue_cell(own->draft, row), VCL_LOG_NOT_USED,
                          VCL_MSG_IMPORT_AMOUNT_OF_SEVERAL, NULL);
            return;
        }
    }
    vcl_lines_add_number(own->lines, "volume_kg", volume_kg);
}

/* A link between two actors, as a row says it. */
typedef struct deal {
    uint32_t row;
    uint32_t source;
    uint32_t target;
    const link_fields *fields;
    vcl_mentions products;
    bool without_volume;
} deal;

static vcl_status write_deal(writer *own, const deal *d, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_entry *kind = vcl_draft_entry(own->draft, d->row, d->fields->kind);
    const char *word = kind != NULL ? kind->word : d->fields->usual;

    vcl_lines_begin(own->lines, "link");
    vcl_lines_add_text(own->lines, "source",
                       vcl_slice_of(vcl_actor_list_at(own->actors, d->source)->id));
    vcl_lines_add_text(own->lines, "target",
                       vcl_slice_of(vcl_actor_list_at(own->actors, d->target)->id));
    vcl_lines_add_text(own->lines, "kind", vcl_slice_of(word));
    TRY(write_products(own, d->products, err));
    if (!d->without_volume) {
        write_volume(own, d->row, d->fields, d->products);
    }
    write_number(own, "delivered_kg", d->row, d->fields->delivered);
    write_number(own, "value", d->row, d->fields->value);
    write_word(own, "contract", d->row, d->fields->contract, "");
    write_date(own, "start", d->row, d->fields->start);
    write_date(own, "end", d->row, d->fields->end);
    write_word(own, "status", d->row, d->fields->status, "active");
done:
    return status;
}

/* Another row said it: which one. */
static vcl_status say_same(writer *own, uint32_t row, uint32_t first, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text place = { 0 };

    vcl_draft_add_row(own->draft, &place, first, row);
    TRY(vcl_text_status(&place, err));
    vcl_draft_say(own->draft, row, NULL, VCL_LOG_NOTE, VCL_MSG_IMPORT_SAME_LINK,
                  vcl_text_bytes(&place));
done:
    vcl_text_release(&place);
    return status;
}

/* Writes the link, unless it was written before or leads to itself. */
static vcl_status add_deal(writer *own, const deal *d, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text *text = &own->lines->text;
    size_t start = text->size;
    uint32_t before = vcl_idmap_count(&own->said);
    uint32_t number = 0;

    if (d->source == d->target) {
        vcl_draft_name(own->draft, d->row, NULL, VCL_MSG_IMPORT_SELF_LINK,
                       vcl_actor_list_at(own->actors, d->source)->id);
        return VCL_OK;
    }
    TRY(write_deal(own, d, err));
    TRY(vcl_text_status(text, err));
    TRY(vcl_idmap_intern(&own->said, (vcl_slice){ text->bytes + start, text->size - start },
                         &number, err));
    if (number == before) {
        TRY(vcl_array_add(&own->said_rows, &d->row, err));
        vcl_draft_give(own->draft, d->row, VCL_FATE_LINK);
        return vcl_lines_end(own->lines, d->row, err);
    }
    text->size = start;
    text->bytes[start] = '\0';
    vcl_draft_give(own->draft, d->row, VCL_FATE_JOINED);
    TRY(say_same(own, d->row, ((const uint32_t *)own->said_rows.items)[number], err));
done:
    return status;
}

/* The actor that a row names in a role; VCL_NONE if it waits, or if the row names none, which the log
 * then says. */
static uint32_t find_end(writer *own, uint32_t row, vcl_role role, vcl_message missing)
{
    const vcl_reference *reference = vcl_parties_of_row(own->parties, row, role, 0);

    if (reference == NULL) {
        vcl_draft_name(own->draft, row, NULL, missing, NULL);
        return VCL_NONE;
    }
    return vcl_parties_at(own->parties, reference->party)->actor;
}

/* Does a cell name products, but none that is known? A link without any would carry everything. */
static bool are_all_unknown(const writer *own, vcl_mentions cell)
{
    for (uint32_t i = cell.first; i < cell.first + cell.count; i++) {
        if (vcl_catalogue_mention(own->catalogue, i)->product != VCL_NONE) {
            return false;
        }
    }
    return cell.count > 0;
}

static vcl_status add_contract(writer *own, uint32_t row, vcl_error *err)
{
    deal d = { .row = row,
               .source = find_end(own, row, VCL_ROLE_SELLER, VCL_MSG_IMPORT_NO_SELLER),
               .target = find_end(own, row, VCL_ROLE_BUYER, VCL_MSG_IMPORT_NO_BUYER),
               .fields = &contract_fields,
               .products = vcl_catalogue_row(own->catalogue, row) };

    if (d.source == VCL_NONE || d.target == VCL_NONE) {
        vcl_draft_give(own->draft, row, VCL_FATE_NAMED);
        return VCL_OK;
    }
    if (are_all_unknown(own, d.products)) {
        vcl_draft_name(own->draft, row, NULL, VCL_MSG_IMPORT_NO_KNOWN_PRODUCT, NULL);
        return VCL_OK;
    }
    return add_deal(own, &d, err);
}

static vcl_status add_membership(writer *own, uint32_t row, vcl_error *err)
{
    const vcl_reference *organisation =
        vcl_parties_of_row(own->parties, row, VCL_ROLE_ORGANISATION, 0);
    const vcl_reference *member = vcl_parties_of_row(own->parties, row, VCL_ROLE_MEMBER, 0);
    deal d = { .row = row, .source = own->subjects->row_actor[row], .fields = &member_fields };

    if (organisation == NULL && own->draft->fates[row] == VCL_FATES) {
        vcl_draft_name(own->draft, row, NULL, VCL_MSG_IMPORT_NO_ORGANISATION, NULL);
    }
    if (organisation == NULL) {
        return VCL_OK;
    }
    d.target = vcl_parties_at(own->parties, organisation->party)->actor;
    if (d.source == VCL_NONE && member == NULL && own->draft->fates[row] == VCL_FATES) {
        vcl_draft_name(own->draft, row, NULL, VCL_MSG_IMPORT_ROW_NOBODY, NULL);
    }
    if (d.source == VCL_NONE || d.target == VCL_NONE) {
        vcl_draft_give(own->draft, row, VCL_FATE_NAMED); /* the log says that it waits */
        return VCL_OK;
    }
    return add_deal(own, &d, err);
}

/* What tells of a sale in the row of an organisation that sells to nobody known. */
static void name_sale(writer *own, uint32_t row)
{
    static const vcl_register_field fields[] = { VCL_FIELD_ORGANISATIONS_CONTRACT,
                                                 VCL_FIELD_ORGANISATIONS_VOLUME,
                                                 VCL_FIELD_ORGANISATIONS_START,
                                                 VCL_FIELD_ORGANISATIONS_END };

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const vcl_entry *entry = vcl_draft_entry(own->draft, row, fields[i]);
        if (entry != NULL) {
            vcl_draft_say(own->draft, row, entry, VCL_LOG_NOT_USED, VCL_MSG_IMPORT_SALE_TO_NOBODY,
                          NULL);
        }
    }
}

/* The sales of an organisation to the buyers in its own row; what it sells is only certain where it
 * has one product, a volume only where there is one buyer. */
static vcl_status add_sales(writer *own, uint32_t row, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_mentions products = vcl_catalogue_row(own->catalogue, row);
    const vcl_entry *volume = vcl_draft_entry(own->draft, row, VCL_FIELD_ORGANISATIONS_VOLUME);
    bool several = vcl_parties_of_row(own->parties, row, VCL_ROLE_BUYER, 1) != NULL;
    const vcl_reference *reference = NULL;
    size_t sales = 0;
    bool waits = false; /* a decision will use the cells of the sale */

    for (size_t i = 0;
         (reference = vcl_parties_of_row(own->parties, row, VCL_ROLE_BUYER, i)) != NULL; i++) {
        deal d = { .row = row,
                   .source = own->subjects->row_actor[row],
                   .target = vcl_parties_at(own->parties, reference->party)->actor,
                   .fields = &organisation_fields,
                   .products = products.count == 1 ? products : (vcl_mentions){ 0 },
                   .without_volume = several };
        waits = waits || vcl_parties_at(own->parties, reference->party)->state == VCL_PARTY_WAITING;
        if (d.target != VCL_NONE) {
            TRY(add_deal(own, &d, err));
            sales++;
        }
    }
    if (sales == 0 && !waits) {
        name_sale(own, row);
    } else if (sales > 0 && several && volume != NULL) {
        vcl_draft_say(own->draft, row, volume, VCL_LOG_NOT_USED, VCL_MSG_IMPORT_VOLUME_OF_SEVERAL,
                      NULL);
    }
done:
    return status;
}

static vcl_status add_row(writer *own, uint32_t row, vcl_error *err)
{
    switch (vcl_draft_register(own->draft, row)) {
    case VCL_REGISTER_CONTRACTS:
        return add_contract(own, row, err);
    case VCL_REGISTER_MEMBERS:
        return add_membership(own, row, err);
    case VCL_REGISTER_ORGANISATIONS:
        return own->subjects->row_actor[row] != VCL_NONE ? add_sales(own, row, err) : VCL_OK;
    default:
        return VCL_OK;
    }
}

vcl_status vcl_links_write(vcl_lines *lines, vcl_draft *draft, const vcl_catalogue *catalogue,
                           const vcl_actor_list *actors, const vcl_subjects *subjects,
                           const vcl_parties *parties, vcl_error *err)
{
    vcl_status status = VCL_OK;
    writer own = { lines, draft, catalogue, actors, subjects, parties, { 0 }, { 0 }, { 0 } };

    vcl_idmap_init(&own.said);
    vcl_array_init(&own.said_rows, sizeof(uint32_t));
    vcl_array_init(&own.ids, sizeof(const char *));
    for (uint32_t i = 0; i < draft->row_count; i++) {
        TRY(add_row(&own, draft->order[i], err));
    }
done:
    vcl_array_release(&own.ids);
    vcl_array_release(&own.said_rows);
    vcl_idmap_release(&own.said);
    return status;
}
