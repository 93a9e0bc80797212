/* Filling the cells of a row; for the files of register_rows.h only. */
#ifndef EXPORT_REGISTER_PARTS_H
#define EXPORT_REGISTER_PARTS_H

#include "export/register_rows.h"

/* The power of ten that a field's unit is of the dataset's: 3 for tonnes of kg. */
int vcl_registers_power(const vcl_registers *registers, vcl_takes takes);

/* Appends value / 10^power as a decimal number with a point: the value's own digits, as many as
 * give it back. */
void vcl_registers_add_decimal(vcl_text *out, double value, int power);

/* Each fills the cell of a field; null, NULL and an empty list leave it empty. */
void vcl_registers_put_text(vcl_registers *registers, vcl_register_field field, const char *text);
void vcl_registers_put_number(vcl_registers *registers, vcl_register_field field, double value);

/* A value of a table of records as the field takes it. */
void vcl_registers_put(vcl_registers *registers, vcl_register_field field, const vcl_value *value,
                       vcl_type type);

/* What calls the record of that id; the id itself where there is none. */
const char *vcl_registers_call(const vcl_register_calls *calls, const char *id);

/* Empties the cells of a register. */
void vcl_registers_clear(vcl_registers *registers, vcl_register number);

/* Hands the row on. VCL_ERROR_MEMORY where its cells could not be made. */
vcl_status vcl_registers_give(vcl_registers *registers, vcl_register number,
                              vcl_register_take *take, void *context, vcl_error *err);

/* The rows of single registers. */
typedef vcl_status vcl_registers_fill(vcl_registers *registers, vcl_register number,
                                      vcl_register_take *take, void *context, vcl_error *err);
vcl_registers_fill vcl_registers_fill_actors;
vcl_registers_fill vcl_registers_fill_outputs;
vcl_registers_fill vcl_registers_fill_members;
vcl_registers_fill vcl_registers_fill_contracts;

/* Fills the cells of an actor's facts in its own register, or of a household's in that of members;
 * of one product alone its amounts, too. Actors must come in the order of their ids. */
void vcl_registers_put_actor(vcl_registers *registers, const vcl_value *actor, vcl_register number);

/* Is it a link that says no more than that an actor belongs to an organisation, and when? */
bool vcl_registers_is_plain(const vcl_registers *registers, const vcl_value *deal);

#endif
