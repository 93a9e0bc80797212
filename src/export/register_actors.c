/* Registers of actors: organisations, enterprises, and how much of which product each handles. */
#include <string.h>

#include "base/try.h"
#include "export/register_parts.h"

#define NONE VCL_FIELD_COUNT /* it does not stand there */

/* The fields that a column of actors stands in, by register. */
static const struct actor_field {
    vcl_actor_column column;
    vcl_register_field organisations;
    vcl_register_field enterprises;
    vcl_register_field members;
} actor_fields[] = {
#define IN(name) VCL_FIELD_ORGANISATIONS_##name, VCL_FIELD_ENTERPRISES_##name
#define IN_ALL(name) IN(name), VCL_FIELD_MEMBERS_##name
    { VCL_ACTOR_ID, IN_ALL(ID) },
    { VCL_ACTOR_NAME, IN_ALL(NAME) },
    { VCL_ACTOR_KIND, VCL_FIELD_ORGANISATIONS_KIND, NONE, VCL_FIELD_MEMBERS_KIND },
    { VCL_ACTOR_FORM, IN(FORM), NONE },
    { VCL_ACTOR_TAX_ID, IN(TAX_ID), NONE },
    { VCL_ACTOR_PLACE, IN_ALL(PLACE) },
    { VCL_ACTOR_SECTOR, IN_ALL(SECTOR) },
    { VCL_ACTOR_STATUS, IN_ALL(STATUS) },
    { VCL_ACTOR_SELLS, VCL_FIELD_ORGANISATIONS_SELLS, NONE, VCL_FIELD_MEMBERS_SELLS },
    { VCL_ACTOR_BUYER, IN(BUYS), NONE },
    { VCL_ACTOR_COUNT, NONE, NONE, VCL_FIELD_MEMBERS_COUNT },
    { VCL_ACTOR_MEMBERS, VCL_FIELD_ORGANISATIONS_MEMBERS, NONE, NONE },
    { VCL_ACTOR_PRODUCTS, IN_ALL(PRODUCTS) },
    { VCL_ACTOR_CERTIFICATES, IN(CERTIFICATES), NONE },
    { VCL_ACTOR_REQUIRES, IN(REQUIRES), NONE },
    { VCL_ACTOR_HIGH_TECH, IN(HIGH_TECH), NONE },
    { VCL_ACTOR_FOUNDED, IN(FOUNDED), NONE },
    { VCL_ACTOR_AREA, IN(AREA), NONE },
    { VCL_ACTOR_WORKERS, IN(WORKERS), NONE },
    { VCL_ACTOR_TURNOVER, IN(TURNOVER), NONE },
    { VCL_ACTOR_RATING, IN(RATING), NONE },
    { VCL_ACTOR_LATITUDE, IN(LATITUDE), NONE },
    { VCL_ACTOR_LONGITUDE, IN(LONGITUDE), NONE },
#undef IN_ALL
#undef IN
};

/* The same of a column of `handled`. A register of members has one for output alone. */
static const struct amount_field {
    vcl_handled_column column;
    vcl_register_field organisations;
    vcl_register_field enterprises;
    vcl_register_field members;
    vcl_register_field outputs;
} amount_fields[] = {
    { VCL_HANDLED_OUTPUT, VCL_FIELD_ORGANISATIONS_OUTPUT, VCL_FIELD_ENTERPRISES_OUTPUT,
      VCL_FIELD_MEMBERS_OUTPUT, VCL_FIELD_OUTPUTS_OUTPUT },
    { VCL_HANDLED_DEMAND, VCL_FIELD_ORGANISATIONS_DEMAND, VCL_FIELD_ENTERPRISES_DEMAND, NONE,
      VCL_FIELD_OUTPUTS_DEMAND },
    { VCL_HANDLED_OCOP, VCL_FIELD_ORGANISATIONS_OCOP, VCL_FIELD_ENTERPRISES_OCOP, NONE,
      VCL_FIELD_OUTPUTS_OCOP },
};

enum { AMOUNTS = sizeof amount_fields / sizeof *amount_fields };

static vcl_register register_of(const vcl_value *actor)
{
    const char *kind = actor[VCL_ACTOR_KIND].text;

    return strcmp(kind, "farmer") == 0       ? VCL_REGISTER_MEMBERS
           : strcmp(kind, "enterprise") == 0 ? VCL_REGISTER_ENTERPRISES
                                             : VCL_REGISTER_ORGANISATIONS;
}

static vcl_register_field amount_field(const struct amount_field *field, vcl_register number)
{
    return number == VCL_REGISTER_ORGANISATIONS ? field->organisations
           : number == VCL_REGISTER_ENTERPRISES ? field->enterprises
           : number == VCL_REGISTER_MEMBERS     ? field->members
                                                : field->outputs;
}

static bool says(const vcl_value *row, vcl_handled_column column)
{
    return !row[column].is_null && (column != VCL_HANDLED_OCOP || row[column].list.count > 0);
}

/* Can all that is said of one product stand in a row of the register? */
static bool fits(const vcl_value *row, vcl_register number)
{
    for (size_t i = 0; i < AMOUNTS; i++) {
        if (says(row, amount_fields[i].column) && amount_field(&amount_fields[i], number) == NONE) {
            return false;
        }
    }
    return true;
}

static void put_amounts(vcl_registers *registers, const vcl_value *row, vcl_register number)
{
    const vcl_table_kind *kind = &vcl_record_kinds[VCL_RECORDS_HANDLED];

    for (size_t i = 0; i < AMOUNTS; i++) {
        vcl_register_field field = amount_field(&amount_fields[i], number);
        if (field != NONE) {
            vcl_registers_put(registers, field, row + amount_fields[i].column,
                              kind->columns[amount_fields[i].column]->type);
        }
    }
}

void vcl_registers_put_actor(vcl_registers *registers, const vcl_value *actor, vcl_register number)
{
    const vcl_table_kind *kind = &vcl_record_kinds[VCL_RECORDS_ACTORS];
    size_t products = vcl_handled_count(&registers->handled, actor[VCL_ACTOR_ID].text);
    const vcl_value *first =
        products > 0 ? registers->handled.rows.rows[registers->handled.next] : NULL;

    for (size_t i = 0; i < sizeof actor_fields / sizeof *actor_fields; i++) {
        const struct actor_field *own = &actor_fields[i];
        vcl_register_field field = number == VCL_REGISTER_ORGANISATIONS ? own->organisations
                                   : number == VCL_REGISTER_ENTERPRISES ? own->enterprises
                                                                        : own->members;
        if (field != NONE) {
            vcl_registers_put(registers, field, actor + own->column,
                              kind->columns[own->column]->type);
        }
    }
    if (products == 1 && fits(first, number)) {
        put_amounts(registers, first, number);
    }
}

vcl_status vcl_registers_fill_actors(vcl_registers *registers, vcl_register number,
                                     vcl_register_take *take, void *context, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (size_t i = 0; i < registers->actors.count; i++) {
        const vcl_value *actor = registers->actors.rows[i];
        if (register_of(actor) == number) {
            vcl_registers_clear(registers, number);
            vcl_registers_put_actor(registers, actor, number);
            TRY(vcl_registers_give(registers, number, take, context, err));
        }
    }
done:
    return status;
}

static vcl_status give_outputs(vcl_registers *registers, const vcl_value *actor, size_t products,
                               vcl_register_take *take, void *context, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (size_t i = 0; i < products; i++) {
        const vcl_value *row = registers->handled.rows.rows[registers->handled.next + i];
        if (!says(row, VCL_HANDLED_OUTPUT) && !says(row, VCL_HANDLED_DEMAND) &&
            !says(row, VCL_HANDLED_OCOP)) {
            continue;
        }
        vcl_registers_clear(registers, VCL_REGISTER_OUTPUTS);
        vcl_registers_put(registers, VCL_FIELD_OUTPUTS_ACTOR_ID, actor + VCL_ACTOR_ID, VCL_TEXT);
        vcl_registers_put(registers, VCL_FIELD_OUTPUTS_ACTOR, actor + VCL_ACTOR_NAME, VCL_TEXT);
        vcl_registers_put(registers, VCL_FIELD_OUTPUTS_PRODUCT, row + VCL_HANDLED_PRODUCT,
                          VCL_TEXT);
        put_amounts(registers, row, VCL_REGISTER_OUTPUTS);
        TRY(vcl_registers_give(registers, VCL_REGISTER_OUTPUTS, take, context, err));
    }
done:
    return status;
}

/* What the actors' own rows have no room for. */
vcl_status vcl_registers_fill_outputs(vcl_registers *registers, vcl_register number,
                                      vcl_register_take *take, void *context, vcl_error *err)
{
    vcl_status status = VCL_OK;

    (void)number;
    for (size_t i = 0; i < registers->actors.count; i++) {
        const vcl_value *actor = registers->actors.rows[i];
        size_t products = vcl_handled_count(&registers->handled, actor[VCL_ACTOR_ID].text);
        if (products == 1 &&
            fits(registers->handled.rows.rows[registers->handled.next], register_of(actor))) {
            continue;
        }
        TRY(give_outputs(registers, actor, products, take, context, err));
    }
done:
    return status;
}
