/* Is what a mapping says of a sheet possible there? */
#include <string.h>

#include "base/error.h"
#include "base/try.h"
#include "base/unicode.h"
#include "registers/layout.h"
#include "values/unit.h"

/* One column of the mapping that is looked at. */
typedef struct checking {
    const vcl_sheet_layout *layout;
    const vcl_mapping *mapping;
    const vcl_mapped_sheet *sheet;
    const vcl_mapped_column *column;
} checking;

/* "columns/SL: "nmae"" */
static vcl_status fail_column(const checking *c, const char *value, vcl_message message,
                              const vcl_text *possible, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text place = { 0 };

    vcl_text_add(&place, "columns/");
    vcl_text_add(&place, c->column->name);
    if (value != NULL) {
        vcl_text_add(&place, ": \"");
        vcl_text_add(&place, value);
        vcl_text_add(&place, "\"");
    }
    TRY(vcl_text_status(&place, err));
    TRY(vcl_text_status(possible, err));
    status = vcl_mapping_fail(c->mapping, c->sheet, vcl_text_bytes(&place), message,
                              vcl_text_bytes(possible), err);
done:
    vcl_text_release(&place);
    return status;
}

static bool is_there(const checking *c)
{
    const vcl_layout_column *columns = c->layout->columns.items;

    for (size_t i = 0; i < c->layout->columns.count; i++) {
        if (columns[i].mapped == c->column) {
            return true;
        }
    }
    return false;
}

static vcl_status fail_absent(const checking *c, vcl_error *err)
{
    const vcl_layout_column *columns = c->layout->columns.items;
    vcl_text headings = { 0 };

    for (size_t i = 0; i < c->layout->columns.count; i++) {
        vcl_text_add(&headings, i > 0 ? ", " : "");
        vcl_text_add(&headings, columns[i].heading);
    }
    vcl_status status = fail_column(c, NULL, VCL_MSG_MAPPING_NO_COLUMN, &headings, err);
    vcl_text_release(&headings);
    return status;
}

static vcl_status fail_field(const checking *c, vcl_error *err)
{
    vcl_text keys = { 0 };
    vcl_register_field end = vcl_register_end(c->layout->kind);

    for (vcl_register_field i = vcl_register_first(c->layout->kind); i < end; i++) {
        vcl_text_add(&keys, keys.size > 0 ? ", " : "");
        vcl_text_add(&keys, vcl_register_field_at(i)->key);
    }
    vcl_status status = fail_column(c, c->column->field, VCL_MSG_MAPPING_UNKNOWN_FIELD, &keys, err);
    vcl_text_release(&keys);
    return status;
}

/* The quantity of a field's unit, and units that it may have; NULL: none. */
static const char *units_of(vcl_takes takes, vcl_quantity *quantity)
{
    switch (takes) {
    case VCL_TAKES_MASS:
    case VCL_TAKES_PRODUCTS:
        *quantity = VCL_QUANTITY_MASS;
        return "kg, tạ, tấn";
    case VCL_TAKES_MONEY:
        *quantity = VCL_QUANTITY_MONEY;
        return "đồng, nghìn đồng, triệu đồng, tỷ đồng";
    case VCL_TAKES_AREA:
        *quantity = VCL_QUANTITY_AREA;
        return "ha, m2";
    case VCL_TAKES_COUNT:
        *quantity = VCL_QUANTITY_COUNT;
        return "hộ, người, nghìn hộ";
    default:
        return NULL;
    }
}

static vcl_status check_unit(const checking *c, vcl_register_field field, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text lower = { 0 };
    vcl_text possible = { 0 };
    vcl_quantity quantity = VCL_QUANTITY_MASS;
    int power = 0;
    const char *units = units_of(vcl_register_field_at(field)->takes, &quantity);

    vcl_unicode_lower(&lower, vcl_slice_of(c->column->unit));
    vcl_text_add(&possible, units != NULL ? units : "null");
    TRY(vcl_text_status(&lower, err));
    vcl_slice text = { vcl_text_bytes(&lower), lower.size };
    if (units == NULL || !vcl_unit_read(text, quantity, &power).understood) {
        TRY(fail_column(c, c->column->unit, VCL_MSG_MAPPING_UNKNOWN_UNIT, &possible, err));
    }
done:
    vcl_text_release(&lower);
    vcl_text_release(&possible);
    return status;
}

/* The keys of the fields of all registers, each once. */
static void add_all_keys(vcl_text *out)
{
    for (int i = 0; i < VCL_FIELD_COUNT; i++) {
        const char *key = vcl_register_field_at((vcl_register_field)i)->key;
        bool seen = false;
        for (int j = 0; j < i && !seen; j++) {
            seen = strcmp(vcl_register_field_at((vcl_register_field)j)->key, key) == 0;
        }
        if (!seen) {
            vcl_text_add(out, out->size > 0 ? ", " : "");
            vcl_text_add(out, key);
        }
    }
}

/* Is a field one of some register, if it is not known yet of which? */
static vcl_status check_any_field(const checking *c, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text keys = { 0 };

    for (vcl_register i = 0; c->column->field != NULL && i < VCL_REGISTER_COUNT; i++) {
        if (vcl_mapping_field(i, c->column->field) < VCL_FIELD_COUNT) {
            return VCL_OK;
        }
    }
    if (c->column->field != NULL) {
        add_all_keys(&keys);
        status = fail_column(c, c->column->field, VCL_MSG_MAPPING_UNKNOWN_KEY, &keys, err);
    }
    vcl_text_release(&keys);
    return status;
}

/* No row of headings was found: the first thing in the mapping that may be why. */
static vcl_status fail_headings(const vcl_sheet_layout *layout, const vcl_mapping *mapping,
                                const vcl_mapped_sheet *mapped, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text place = { 0 };

    for (uint32_t i = mapped->first_column; i < mapped->end_column; i++) {
        const vcl_mapped_column *columns = mapping->columns.items;
        checking c = { layout, mapping, mapped, &columns[i] };
        TRY(check_any_field(&c, err));
    }
    if (mapped->heading_row > 0) {
        vcl_text_add(&place, "heading_row: ");
        vcl_text_add_integer(&place, mapped->heading_row);
        TRY(vcl_text_status(&place, err));
        TRY(vcl_mapping_fail(mapping, mapped, vcl_text_bytes(&place), VCL_MSG_MAPPING_WRONG_ROW,
                             NULL, err));
    }
    bool asked = mapped->kind < VCL_REGISTER_COUNT || mapped->end_column > mapped->first_column;
    if (asked) {
        TRY(vcl_mapping_fail(mapping, mapped, "", VCL_MSG_MAPPING_NO_HEADINGS, NULL, err));
    }
done:
    vcl_text_release(&place);
    return status;
}

/* Only one column of a sheet can have a field. */
static vcl_status check_once(const checking *c, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text other = { 0 };
    const vcl_mapped_column *columns = c->mapping->columns.items;

    for (uint32_t i = c->sheet->first_column; &columns[i] < c->column; i++) {
        if (columns[i].field != NULL && strcmp(columns[i].field, c->column->field) == 0) {
            vcl_text_add(&other, columns[i].name);
            status = fail_column(c, c->column->field, VCL_MSG_MAPPING_TWICE, &other, err);
            break;
        }
    }
    vcl_text_release(&other);
    return status;
}

static vcl_status check_column(const checking *c, vcl_error *err)
{
    if (!is_there(c)) {
        return fail_absent(c, err);
    }
    if (c->column->field == NULL) {
        return VCL_OK;
    }
    vcl_register_field field = vcl_mapping_field(c->layout->kind, c->column->field);
    if (field == VCL_FIELD_COUNT) {
        return fail_field(c, err);
    }
    vcl_status status = check_once(c, err);
    return status == VCL_OK && c->column->unit != NULL ? check_unit(c, field, err) : status;
}

vcl_status vcl_sheet_layout_check(const vcl_sheet_layout *layout, const vcl_mapping *mapping,
                                  const vcl_mapped_sheet *mapped, vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (layout->kind == VCL_REGISTER_COUNT) {
        return fail_headings(layout, mapping, mapped, err);
    }
    for (uint32_t i = mapped->first_column; i < mapped->end_column; i++) {
        const vcl_mapped_column *columns = mapping->columns.items;
        checking c = { layout, mapping, mapped, &columns[i] };
        TRY(check_column(&c, err));
    }
done:
    return status;
}
