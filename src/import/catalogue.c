/* Products: the register of them, and what cells say. */
#include "import/catalogue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"
#include "base/unicode.h"
#include "import/catalogue_parts.h"
#include "import/slug.h"
#include "model/nearest.h"
#include "values/flag.h"
#include "values/list.h"

void vcl_catalogue_init(vcl_catalogue *catalogue)
{
    *catalogue = (vcl_catalogue){ 0 };
    vcl_array_init(&catalogue->products, sizeof(vcl_product_draft));
    vcl_owners_init(&catalogue->ids);
    vcl_owners_init(&catalogue->names);
    vcl_idmap_init(&catalogue->cells);
    vcl_array_init(&catalogue->cell_mentions, sizeof(vcl_mentions));
    vcl_array_init(&catalogue->mentions, sizeof(vcl_mention));
}

void vcl_catalogue_release(vcl_catalogue *catalogue)
{
    free(catalogue->row_cell);
    vcl_array_release(&catalogue->mentions);
    vcl_array_release(&catalogue->cell_mentions);
    vcl_idmap_release(&catalogue->cells);
    vcl_owners_release(&catalogue->names);
    vcl_owners_release(&catalogue->ids);
    vcl_array_release(&catalogue->products);
}

const vcl_product_draft *vcl_catalogue_product(const vcl_catalogue *catalogue, uint32_t product)
{
    return (const vcl_product_draft *)catalogue->products.items + product;
}

const vcl_mention *vcl_catalogue_mention(const vcl_catalogue *catalogue, uint32_t number)
{
    return (const vcl_mention *)catalogue->mentions.items + number;
}

vcl_mentions vcl_catalogue_row(const vcl_catalogue *catalogue, uint32_t row)
{
    uint32_t cell = catalogue->row_cell[row];

    return cell == VCL_NONE ? (vcl_mentions){ 0 }
                            : ((const vcl_mentions *)catalogue->cell_mentions.items)[cell];
}

const vcl_entry *vcl_catalogue_cell(const vcl_draft *draft, uint32_t row)
{
    static const vcl_register_field fields[VCL_REGISTER_COUNT] = {
        [VCL_REGISTER_DATASET] = VCL_FIELD_COUNT,
        [VCL_REGISTER_ORGANISATIONS] = VCL_FIELD_ORGANISATIONS_PRODUCTS,
        [VCL_REGISTER_ENTERPRISES] = VCL_FIELD_ENTERPRISES_PRODUCTS,
        [VCL_REGISTER_CONTRACTS] = VCL_FIELD_CONTRACTS_PRODUCTS,
        [VCL_REGISTER_MEMBERS] = VCL_FIELD_MEMBERS_PRODUCTS,
        [VCL_REGISTER_OUTPUTS] = VCL_FIELD_OUTPUTS_PRODUCT,
        [VCL_REGISTER_PRODUCTS] = VCL_FIELD_COUNT,
        [VCL_REGISTER_PLACES] = VCL_FIELD_COUNT,
    };

    return vcl_draft_entry(draft, row, fields[vcl_draft_register(draft, row)]);
}

vcl_slice vcl_catalogue_key(vcl_text *scratch, vcl_slice name)
{
    vcl_text_clear(scratch);
    vcl_unicode_twin_key(scratch, name);
    return (vcl_slice){ vcl_text_bytes(scratch), scratch->size };
}

/* An id says it exactly, a name in its own spelling or another. */
static vcl_status find_product(const vcl_catalogue *catalogue, vcl_text *scratch, vcl_slice text,
                               uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;

    *out = vcl_owners_find(&catalogue->ids, text);
    if (*out == VCL_NONE) {
        vcl_slice key = vcl_catalogue_key(scratch, text);
        TRY(vcl_text_status(scratch, err));
        uint32_t owner = vcl_owners_find(&catalogue->names, key);
        *out = owner == VCL_SEVERAL_OWNERS ? VCL_NONE : owner;
    }
done:
    return status;
}

/* For taking a cell apart. */
typedef struct reading {
    const vcl_catalogue *catalogue;
    vcl_text scratch;
} reading;

static bool is_known(void *context, vcl_slice name)
{
    reading *own = context;
    uint32_t product = VCL_NONE;

    (void)find_product(own->catalogue, &own->scratch, name, &product, NULL);
    return product != VCL_NONE;
}

/* The entries of a cell. A cell of one product, or one that is known as it stands, is not parted. */
static vcl_status take_apart(reading *own, const vcl_entry *entry, vcl_array *items, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_reading how = { 0 };

    items->count = 0;
    if (vcl_register_field_at(entry->field)->takes == VCL_TAKES_PRODUCT) {
        vcl_list_item whole = { .name = entry->text };
        return vcl_array_add(items, &whole, err);
    }
    TRY(vcl_list_read(entry->text, is_known, own, items, &how, err));
    TRY(vcl_text_status(&own->scratch, err));
done:
    return status;
}

/* The mentions of a cell that is new. */
static vcl_status add_cell(vcl_catalogue *catalogue, reading *own, const vcl_entry *entry,
                           vcl_array *items, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_mentions cell = { .first = (uint32_t)catalogue->mentions.count };

    TRY(take_apart(own, entry, items, err));
    for (size_t i = 0; i < items->count; i++) {
        const vcl_list_item *item = (const vcl_list_item *)items->items + i;
        vcl_mention mention = { .name = item->name, .amount = item->amount };
        TRY(find_product(catalogue, &own->scratch, item->name, &mention.product, err));
        TRY(vcl_array_add(&catalogue->mentions, &mention, err));
    }
    cell.count = (uint32_t)items->count;
    TRY(vcl_array_add(&catalogue->cell_mentions, &cell, err));
done:
    return status;
}

/* Every different cell is taken apart once. */
static vcl_status read_cells(vcl_catalogue *catalogue, vcl_draft *draft, vcl_error *err)
{
    vcl_status status = VCL_OK;
    reading own = { .catalogue = catalogue };
    vcl_text key = { 0 };
    vcl_array items;

    vcl_array_init(&items, sizeof(vcl_list_item));
    for (uint32_t row = 0; row < draft->row_count; row++) {
        const vcl_entry *entry = vcl_catalogue_cell(draft, row);
        catalogue->row_cell[row] = VCL_NONE;
        if (entry == NULL) {
            continue;
        }
        vcl_text_clear(&key); /* a product and products may stand in the same words */
        vcl_text_add_byte(&key, (char)vcl_register_field_at(entry->field)->takes);
        vcl_text_add_slice(&key, entry->text);
        TRY(vcl_text_status(&key, err));
        TRY(vcl_idmap_intern(&catalogue->cells, (vcl_slice){ key.bytes, key.size },
                             &catalogue->row_cell[row], err));
        if (catalogue->row_cell[row] == catalogue->cell_mentions.count) {
            TRY(add_cell(catalogue, &own, entry, &items, err));
        }
    }
done:
    vcl_array_release(&items);
    vcl_text_release(&key);
    vcl_text_release(&own.scratch);
    return status;
}

bool vcl_catalogue_is_tick(vcl_text *scratch, vcl_slice name)
{
    vcl_text_clear(scratch);
    vcl_unicode_lower(scratch, name);
    return vcl_flag_is_tick((vcl_slice){ vcl_text_bytes(scratch), scratch->size });
}

static vcl_status say_tick(vcl_draft *draft, uint32_t row, const vcl_mention *mention,
                           bool *is_tick, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const char *name = NULL;
    vcl_text lower = { 0 };

    *is_tick = vcl_catalogue_is_tick(&lower, mention->name);
    TRY(vcl_text_status(&lower, err));
    if (*is_tick) {
        TRY(vcl_draft_keep(draft, mention->name, &name, err));
        vcl_draft_say_part(draft, row, vcl_catalogue_cell(draft, row), VCL_LOG_NOT_USED,
                           VCL_MSG_CELL_TICK, name, NULL);
    }
done:
    vcl_text_release(&lower);
    return status;
}

static vcl_status say_unknown(vcl_catalogue *catalogue, vcl_draft *draft, uint32_t row,
                              const vcl_mention *mention, vcl_nearest *nearest, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_entry *entry = vcl_catalogue_cell(draft, row);
    const char *name = NULL;
    const char *meant = NULL;
    bool is_tick = false;

    TRY(say_tick(draft, row, mention, &is_tick, err));
    if (is_tick) {
        return VCL_OK;
    }
    TRY(vcl_draft_keep(draft, mention->name, &name, err));
    for (size_t i = 0; nearest->ids.count == 0 && i < catalogue->products.count; i++) {
        const vcl_product_draft *product = vcl_catalogue_product(catalogue, (uint32_t)i);
        TRY(vcl_nearest_add(nearest, product->name != NULL ? product->name : product->id, err));
    }
    TRY(vcl_nearest_find(nearest, name, &meant, err));
    vcl_draft_say_part(
        draft, row, entry, VCL_LOG_NOT_USED,
        meant != NULL ? VCL_MSG_IMPORT_PRODUCT_MEANT : VCL_MSG_IMPORT_PRODUCT_UNKNOWN, name, meant);
done:
    return status;
}

static vcl_status say_all(vcl_catalogue *catalogue, vcl_draft *draft, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_nearest nearest;

    vcl_nearest_init(&nearest);
    for (uint32_t i = 0; i < draft->row_count; i++) {
        uint32_t row = draft->order[i];
        vcl_mentions cell = vcl_catalogue_row(catalogue, row);
        char count[12];
        if (cell.count == 0) {
            continue;
        }
        (void)snprintf(count, sizeof count, "%u", (unsigned)cell.count);
        vcl_draft_count(draft, row, vcl_catalogue_cell(draft, row),
                        cell.count > 1 ? VCL_MSG_READ_LIST : VCL_MSG_READ_LIST_ONE, NULL, count);
        for (uint32_t j = cell.first; j < cell.first + cell.count; j++) {
            const vcl_mention *mention = vcl_catalogue_mention(catalogue, j);
            if (mention->product == VCL_NONE) {
                TRY(say_unknown(catalogue, draft, row, mention, &nearest, err));
            }
        }
    }
done:
    vcl_nearest_release(&nearest);
    return status;
}

vcl_status vcl_catalogue_read(vcl_catalogue *catalogue, vcl_draft *draft, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_alloc(&catalogue->row_cell, draft->row_count, sizeof *catalogue->row_cell, err));
    TRY(vcl_catalogue_declare(catalogue, draft, err));
    if (!catalogue->is_declared) {
        TRY(vcl_catalogue_gather(catalogue, draft, err));
    }
    TRY(read_cells(catalogue, draft, err));
    TRY(say_all(catalogue, draft, err));
done:
    return status;
}
