/* The register of products. */
#include <string.h>

#include "base/try.h"
#include "import/catalogue_parts.h"
#include "import/slug.h"

/* Whom a name is known to mean: the first who bears it, or nobody where another does too. */
static vcl_status bear_name(vcl_catalogue *catalogue, vcl_text *scratch, vcl_slice name,
                            uint32_t product, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_slice key = vcl_catalogue_key(scratch, name);

    TRY(vcl_text_status(scratch, err));
    TRY(vcl_owners_share(&catalogue->names, key, product, err));
done:
    return status;
}

static vcl_status bear_names(vcl_catalogue *catalogue, uint32_t product, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_product_draft *own = vcl_catalogue_product(catalogue, product);
    vcl_text scratch = { 0 };

    TRY(bear_name(catalogue, &scratch, vcl_slice_of(own->name), product, err));
    TRY(bear_name(catalogue, &scratch, vcl_slice_of(own->name_en), product, err));
done:
    vcl_text_release(&scratch);
    return status;
}

/* A text of the row for the product, unless it has one. */
static vcl_status fill(vcl_draft *draft, uint32_t row, vcl_register_field field, const char **out,
                       vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_entry *entry = vcl_draft_entry(draft, row, field);

    if (entry == NULL) {
        return VCL_OK;
    }
    if (*out == NULL) {
        TRY(vcl_draft_keep(draft, entry->text, out, err));
    } else if (strlen(*out) != entry->text.size ||
               memcmp(*out, entry->text.bytes, entry->text.size) != 0) {
        vcl_draft_say(draft, row, entry, VCL_LOG_NOT_USED, VCL_MSG_IMPORT_DIFFERS, *out);
    }
done:
    return status;
}

/* The product with the row's id, else without one that with its name; a new one if there is none. */
static vcl_status find_or_add(vcl_catalogue *catalogue, vcl_draft *draft, uint32_t row,
                              vcl_idmap *keys, vcl_array *by_key, uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_slice id = vcl_draft_text(draft, row, VCL_FIELD_PRODUCTS_ID);
    vcl_slice name = vcl_draft_text(draft, row, VCL_FIELD_PRODUCTS_NAME);
    vcl_text scratch = { 0 };
    vcl_text key = { 0 };
    vcl_product_draft product = { .row = row };
    uint32_t number = 0;

    vcl_slice folded = vcl_catalogue_key(&scratch, name);
    TRY(vcl_text_status(&scratch, err));
    vcl_text_add(&key, id.size > 0 ? "i" : "n");
    vcl_text_add_slice(&key, id.size > 0 ? id : folded);
    TRY(vcl_text_status(&key, err));
    TRY(vcl_idmap_intern(keys, (vcl_slice){ key.bytes, key.size }, &number, err));
    if (number == by_key->count) {
        *out = (uint32_t)catalogue->products.count;
        TRY(vcl_array_add(by_key, out, err));
        if (id.size > 0) {
            TRY(vcl_draft_keep(draft, id, &product.id, err));
        }
        TRY(vcl_array_add(&catalogue->products, &product, err));
        vcl_draft_give(draft, row, VCL_FATE_OTHER);
    } else {
        *out = ((const uint32_t *)by_key->items)[number];
        vcl_draft_give(draft, row, VCL_FATE_JOINED);
        vcl_draft_say(draft, row, NULL, VCL_LOG_NOTE, VCL_MSG_IMPORT_SAME_PRODUCT, NULL);
    }
done:
    vcl_text_release(&key);
    vcl_text_release(&scratch);
    return status;
}

static bool is_reserved(vcl_slice id)
{
    return id.size == 1 && id.bytes[0] == '*';
}

static vcl_status read_rows(vcl_catalogue *catalogue, vcl_draft *draft, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_idmap keys;
    vcl_array by_key;

    vcl_idmap_init(&keys);
    vcl_array_init(&by_key, sizeof(uint32_t));
    for (uint32_t i = 0; i < draft->row_count; i++) {
        uint32_t row = draft->order[i];
        uint32_t product = 0;
        if (vcl_draft_register(draft, row) != VCL_REGISTER_PRODUCTS) {
            continue;
        }
        catalogue->is_declared = true;
        if (is_reserved(vcl_draft_text(draft, row, VCL_FIELD_PRODUCTS_ID))) {
            vcl_draft_name(draft, row, vcl_draft_entry(draft, row, VCL_FIELD_PRODUCTS_ID),
                           VCL_MSG_IMPORT_RESERVED_ID, NULL);
            continue;
        }
        TRY(find_or_add(catalogue, draft, row, &keys, &by_key, &product, err));
        vcl_product_draft *own = (vcl_product_draft *)catalogue->products.items + product;
        TRY(fill(draft, row, VCL_FIELD_PRODUCTS_NAME, &own->name, err));
        TRY(fill(draft, row, VCL_FIELD_PRODUCTS_NAME_EN, &own->name_en, err));
    }
done:
    vcl_array_release(&by_key);
    vcl_idmap_release(&keys);
    return status;
}

/* Ids for those that have none. */
static vcl_status make_ids(vcl_catalogue *catalogue, vcl_draft *draft, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_product_draft *products = catalogue->products.items;
    vcl_idmap taken;
    vcl_array slugs;
    vcl_text base = { 0 };

    vcl_idmap_init(&taken);
    vcl_array_init(&slugs, sizeof(vcl_slug));
    for (uint32_t i = 0; i < catalogue->products.count; i++) {
        vcl_slug slug = { .owner = i };
        if (products[i].id != NULL) {
            TRY(vcl_slug_take(&taken, vcl_slice_of(products[i].id), NULL, err));
            continue;
        }
        vcl_text_clear(&base);
        vcl_slug_add(&base, vcl_slice_of(products[i].name));
        vcl_text_add(&base, base.size == 0 ? "product" : "");
        TRY(vcl_text_status(&base, err));
        TRY(vcl_draft_keep(draft, (vcl_slice){ base.bytes, base.size }, &slug.base, err));
        TRY(vcl_array_add(&slugs, &slug, err));
    }
    TRY(vcl_slug_settle(&slugs, &taken, &draft->texts, err));
    for (size_t i = 0; i < slugs.count; i++) {
        const vcl_slug *slug = (const vcl_slug *)slugs.items + i;
        products[slug->owner].id = slug->id;
    }
done:
    vcl_text_release(&base);
    vcl_array_release(&slugs);
    vcl_idmap_release(&taken);
    return status;
}

/* Makes all of them known by id and name. */
vcl_status vcl_catalogue_index(vcl_catalogue *catalogue, vcl_draft *draft, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(make_ids(catalogue, draft, err));
    for (uint32_t i = 0; i < catalogue->products.count; i++) {
        vcl_slice id = vcl_slice_of(vcl_catalogue_product(catalogue, i)->id);
        TRY(vcl_owners_claim(&catalogue->ids, id, i, err));
        TRY(bear_names(catalogue, i, err));
    }
done:
    return status;
}

vcl_status vcl_catalogue_declare(vcl_catalogue *catalogue, vcl_draft *draft, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(read_rows(catalogue, draft, err));
    TRY(vcl_catalogue_index(catalogue, draft, err));
done:
    return status;
}
