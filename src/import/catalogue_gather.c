/* Products where there is no register of them: all that cells name. */
#include <string.h>

#include "base/try.h"
#include "import/catalogue_parts.h"
#include "values/list.h"

enum { MOST_TOLD = 8 }; /* names of products made of a column, in the log */

/* Names that have been met, by key; of several spellings the first in byte order stays. */
typedef struct gathering {
    vcl_idmap keys;
    vcl_array products; /* of vcl_product_draft, by key */
    vcl_text scratch;
} gathering;

static bool is_met(void *context, vcl_slice name)
{
    gathering *own = context;
    vcl_slice key = vcl_catalogue_key(&own->scratch, name);

    return key.size > 0 && vcl_idmap_find(&own->keys, key) != VCL_NONE;
}

static vcl_status meet(gathering *own, vcl_draft *draft, uint32_t row, vcl_slice name,
                       vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_product_draft product = { .row = row };
    uint32_t number = 0;
    bool is_tick = vcl_catalogue_is_tick(&own->scratch, name);
    vcl_slice key = vcl_catalogue_key(&own->scratch, name);

    TRY(vcl_text_status(&own->scratch, err));
    if (key.size == 0 || is_tick) {
        return VCL_OK;
    }
    TRY(vcl_idmap_intern(&own->keys, key, &number, err));
    TRY(vcl_draft_keep(draft, name, &product.name, err));
    if (number == own->products.count) {
        return vcl_array_add(&own->products, &product, err);
    }
    vcl_product_draft *met = (vcl_product_draft *)own->products.items + number;
    if (strcmp(product.name, met->name) < 0) {
        met->name = product.name;
    }
done:
    return status;
}

/* Cells of one product first: what stands alone is one name, whatever commas are in it. */
static vcl_status gather_cells(gathering *own, vcl_draft *draft, bool single, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_reading how = { 0 };
    vcl_array items;

    vcl_array_init(&items, sizeof(vcl_list_item));
    for (uint32_t i = 0; i < draft->row_count; i++) {
        uint32_t row = draft->order[i];
        const vcl_entry *entry = vcl_catalogue_cell(draft, row);
        if (entry == NULL ||
            (vcl_register_field_at(entry->field)->takes == VCL_TAKES_PRODUCT) != single) {
            continue;
        }
        if (single) {
            TRY(meet(own, draft, row, entry->text, err));
            continue;
        }
        items.count = 0;
        TRY(vcl_list_read(entry->text, is_met, own, &items, &how, err));
        for (size_t j = 0; j < items.count; j++) {
            TRY(meet(own, draft, row, ((const vcl_list_item *)items.items)[j].name, err));
        }
    }
done:
    vcl_array_release(&items);
    return status;
}

/* Of the products that a column named first: how many, and some. */
static vcl_status say_made(const gathering *own, vcl_draft *draft, uint32_t source, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_product_draft *products = own->products.items;
    const vcl_entry *entry = NULL;
    vcl_text count = { 0 };
    vcl_text names = { 0 };
    size_t made = 0;

    for (size_t i = 0; i < own->products.count; i++) {
        if (vcl_draft_row(draft, products[i].row)->source == source) {
            entry = vcl_catalogue_cell(draft, products[i].row);
            vcl_text_add(&names, made > 0 && made < MOST_TOLD ? "; " : "");
            vcl_text_add(&names, made < MOST_TOLD ? products[i].name : "");
            made++;
        }
    }
    vcl_text_add(&names, made > MOST_TOLD ? "; …" : "");
    vcl_text_add_integer(&count, (int64_t)made);
    TRY(vcl_text_status(&names, err));
    TRY(vcl_text_status(&count, err));
    if (made > 0) {
        vcl_log_add(draft->log, (vcl_cell_place){ source, 0, entry->column }, entry->field,
                    VCL_LOG_USED, VCL_MSG_IMPORT_PRODUCTS_MADE,
                    (const char *const[]){ count.bytes, names.bytes }, 2);
    }
done:
    vcl_text_release(&names);
    vcl_text_release(&count);
    return status;
}

vcl_status vcl_catalogue_gather(vcl_catalogue *catalogue, vcl_draft *draft, vcl_error *err)
{
    vcl_status status = VCL_OK;
    gathering own = { 0 };

    vcl_idmap_init(&own.keys);
    vcl_array_init(&own.products, sizeof(vcl_product_draft));
    TRY(gather_cells(&own, draft, true, err));
    TRY(gather_cells(&own, draft, false, err));
    for (uint32_t i = 0; i < draft->rows->sources.count; i++) {
        TRY(say_made(&own, draft, i, err));
    }
    for (size_t i = 0; i < own.products.count; i++) {
        TRY(vcl_array_add(&catalogue->products, (vcl_product_draft *)own.products.items + i, err));
    }
    TRY(vcl_catalogue_index(catalogue, draft, err));
done:
    vcl_text_release(&own.scratch);
    vcl_array_release(&own.products);
    vcl_idmap_release(&own.keys);
    return status;
}
