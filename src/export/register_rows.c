/* Registers made ready, and those of their rows that are plain to see. */
#include "export/register_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/idmap.h"
#include "base/memory.h"
#include "base/try.h"
#include "base/unicode.h"
#include "export/network.h"
#include "export/register_parts.h"
#include "registers/place_name.h"
#include "values/blank.h"

/* Whom a key means: by key, the record, or VCL_NONE where there are several. */
struct bearers {
    vcl_idmap keys;
    vcl_array records; /* of uint32_t */
    bool are_places;
    vcl_text bare;
    vcl_text key;
};

/* The key of a text: without regard to case, marks, spaces and punctuation, which is more than an
 * import asks for; of a place without the word of its level, too. */
static vcl_status key_of(struct bearers *bearers, const char *text, vcl_slice *out, vcl_error *err)
{
    vcl_status status = VCL_OK;

    vcl_text_clear(&bearers->bare);
    vcl_text_clear(&bearers->key);
    if (bearers->are_places) {
        (void)vcl_place_name_read(&bearers->bare, vcl_slice_of(text));
    } else {
        vcl_text_add(&bearers->bare, text);
    }
    TRY(vcl_text_status(&bearers->bare, err));
    vcl_unicode_search_key(&bearers->key,
                           (vcl_slice){ vcl_text_bytes(&bearers->bare), bearers->bare.size });
    TRY(vcl_text_status(&bearers->key, err));
    *out = (vcl_slice){ vcl_text_bytes(&bearers->key), bearers->key.size };
done:
    return status;
}

static vcl_status bear(struct bearers *bearers, const vcl_value *text, size_t record,
                       vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t number = 0;
    uint32_t own = (uint32_t)record;
    vcl_slice key = { 0 };

    if (text->is_null) {
        return VCL_OK;
    }
    TRY(key_of(bearers, text->text, &key, err));
    TRY(vcl_idmap_intern(&bearers->keys, key, &number, err));
    if (number == bearers->records.count) {
        return vcl_array_add(&bearers->records, &own, err);
    }
    uint32_t *bearer = (uint32_t *)bearers->records.items + number;
    *bearer = *bearer == own ? own : VCL_NONE;
done:
    return status;
}

/* Would a list take the end of the name for an amount, "Bưởi 30 tấn"? */
static bool ends_in_amount(const char *name)
{
    static const char number[] = "0123456789., ";

    for (const char *at = name; (at = strchr(at, ' ')) != NULL; at++) {
        if (at[1] >= '0' && at[1] <= '9' && at[1 + strspn(at + 1, number)] != '\0') {
            return true;
        }
    }
    return false;
}

/* May it stand in a list, or as a path of places? */
static bool is_one_entry(const char *name)
{
    static const char *const separators[] = { ";", ",", "/",    "+",    "&",    "\n",   "\r",
                                              "(", ":", " và ", " Và ", " VÀ ", " and " };
    size_t size = strlen(name);

    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        if (strstr(name, separators[i]) != NULL) {
            return false;
        }
    }
    return size > 0 && strchr("-*. ", name[0]) == NULL && strchr(". ", name[size - 1]) == NULL &&
           !ends_in_amount(name);
}

/* A name calls its record if no other record has a name or an id that reads much the same. */
static vcl_status init_calls(vcl_register_calls *calls, const vcl_result *result,
                             vcl_records number, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct bearers bearers = { .are_places = number == VCL_RECORDS_PLACES };
    size_t texts = number == VCL_RECORDS_PRODUCTS ? VCL_PRODUCT_COLUMNS : VCL_PLACE_NAME + 1;

    vcl_idmap_init(&bearers.keys);
    vcl_array_init(&bearers.records, sizeof(uint32_t));
    TRY(vcl_ordered_init(&calls->rows, result, number, err));
    TRY(vcl_alloc(&calls->by_name, calls->rows.count, sizeof *calls->by_name, err));
    for (size_t i = 0; i < calls->rows.count; i++) {
        for (size_t k = 0; k < texts; k++) {
            TRY(bear(&bearers, calls->rows.rows[i] + k, i, err));
        }
    }
    for (size_t i = 0; i < calls->rows.count; i++) {
        const vcl_value *name = calls->rows.rows[i] + 1;
        vcl_slice key = { 0 };
        if (name->is_null || !is_one_entry(name->text)) {
            continue;
        }
        TRY(key_of(&bearers, name->text, &key, err));
        uint32_t found = vcl_idmap_find(&bearers.keys, key);
        calls->by_name[i] =
            key.size > 0 && ((const uint32_t *)bearers.records.items)[found] == (uint32_t)i;
    }
done:
    vcl_text_release(&bearers.key);
    vcl_text_release(&bearers.bare);
    vcl_array_release(&bearers.records);
    vcl_idmap_release(&bearers.keys);
    return status;
}

static void release_calls(vcl_register_calls *calls)
{
    free(calls->by_name);
    vcl_ordered_release(&calls->rows);
}

vcl_status vcl_registers_check(const vcl_result *result, vcl_error *err)
{
    return result->without_count == 0
               ? VCL_OK
               : vcl_fail(err, VCL_ERROR_USAGE, VCL_MSG_RECORDS_WITHOUT, result->without[0], NULL);
}

/* An id that an import takes for an empty cell would come back as another one; spaces alone, which
 * nobody means, it names itself. */
static vcl_status check_ids(const vcl_ordered *rows, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text lower = { 0 };

    for (size_t i = 0; i < rows->count; i++) {
        const char *id = rows->rows[i]->text;
        vcl_text_clear(&lower);
        vcl_unicode_lower(&lower, vcl_slice_of(id));
        TRY(vcl_text_status(&lower, err));
        if (lower.size > 0 && vcl_blank_is((vcl_slice){ lower.bytes, lower.size })) {
            TRY(vcl_fail(err, VCL_ERROR_INPUT, VCL_MSG_REGISTER_BLANK_ID, id, NULL));
        }
    }
done:
    vcl_text_release(&lower);
    return status;
}

vcl_status vcl_registers_init(vcl_registers *registers, const vcl_result *result,
                              vcl_language language, vcl_error *err)
{
    vcl_status status = VCL_OK;

    *registers = (vcl_registers){ .result = result, .language = language };
    TRY(init_calls(&registers->products, result, VCL_RECORDS_PRODUCTS, err));
    TRY(init_calls(&registers->places, result, VCL_RECORDS_PLACES, err));
    TRY(vcl_ordered_init(&registers->actors, result, VCL_RECORDS_ACTORS, err));
    TRY(vcl_ordered_init(&registers->deals, result, VCL_RECORDS_DEALS, err));
    TRY(vcl_handled_init(&registers->handled, result, err));
    TRY(check_ids(&registers->products.rows, err));
    TRY(check_ids(&registers->places.rows, err));
    TRY(check_ids(&registers->actors, err));
done:
    return status;
}

void vcl_registers_release(vcl_registers *registers)
{
    for (size_t i = 0; i < VCL_FIELD_COUNT; i++) {
        vcl_text_release(&registers->texts[i]);
    }
    vcl_handled_release(&registers->handled);
    vcl_ordered_release(&registers->deals);
    vcl_ordered_release(&registers->actors);
    release_calls(&registers->places);
    release_calls(&registers->products);
}

static vcl_status fill_dataset(vcl_registers *registers, vcl_register number,
                               vcl_register_take *take, void *context, vcl_error *err)
{
    const vcl_result *result = registers->result;
    const char *as_of = vcl_network_as_of(result);

    if (result->dataset_name == NULL && as_of == NULL && result->dataset_currency == NULL &&
        result->dataset_source == NULL) {
        return VCL_OK;
    }
    vcl_registers_clear(registers, number);
    vcl_registers_put_text(registers, VCL_FIELD_DATASET_NAME, result->dataset_name);
    if (as_of != NULL) {
        const vcl_value day = { .text = as_of };
        vcl_registers_put(registers, VCL_FIELD_DATASET_AS_OF, &day, VCL_TEXT);
    }
    vcl_registers_put_text(registers, VCL_FIELD_DATASET_CURRENCY, result->dataset_currency);
    vcl_registers_put_text(registers, VCL_FIELD_DATASET_SOURCE, result->dataset_source);
    return vcl_registers_give(registers, number, take, context, err);
}

/* A row for each record, whose columns are those of the register in the same order. */
static vcl_status fill_alike(vcl_registers *registers, const vcl_ordered *rows,
                             const vcl_table_kind *kind, vcl_register number,
                             vcl_register_take *take, void *context, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (size_t i = 0; i < rows->count; i++) {
        vcl_registers_clear(registers, number);
        for (size_t k = 0; k < kind->column_count; k++) {
            vcl_registers_put(registers, vcl_register_first(number) + (vcl_register_field)k,
                              rows->rows[i] + k, kind->columns[k]->type);
        }
        TRY(vcl_registers_give(registers, number, take, context, err));
    }
done:
    return status;
}

static vcl_status fill_products(vcl_registers *registers, vcl_register number,
                                vcl_register_take *take, void *context, vcl_error *err)
{
    return fill_alike(registers, &registers->products.rows, &vcl_record_kinds[VCL_RECORDS_PRODUCTS],
                      number, take, context, err);
}

static vcl_status fill_places(vcl_registers *registers, vcl_register number,
                              vcl_register_take *take, void *context, vcl_error *err)
{
    return fill_alike(registers, &registers->places.rows, &vcl_record_kinds[VCL_RECORDS_PLACES],
                      number, take, context, err);
}

vcl_status vcl_registers_each(vcl_registers *registers, vcl_register number,
                              vcl_register_take *take, void *context, vcl_error *err)
{
    static vcl_registers_fill *const fills[VCL_REGISTER_COUNT] = {
        [VCL_REGISTER_DATASET] = fill_dataset,
        [VCL_REGISTER_ORGANISATIONS] = vcl_registers_fill_actors,
        [VCL_REGISTER_ENTERPRISES] = vcl_registers_fill_actors,
        [VCL_REGISTER_CONTRACTS] = vcl_registers_fill_contracts,
        [VCL_REGISTER_MEMBERS] = vcl_registers_fill_members,
        [VCL_REGISTER_OUTPUTS] = vcl_registers_fill_outputs,
        [VCL_REGISTER_PRODUCTS] = fill_products,
        [VCL_REGISTER_PLACES] = fill_places,
    };

    registers->handled.next = 0;
    return fills[number](registers, number, take, context, err);
}
