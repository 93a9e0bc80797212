/* Registers of links: contracts, and who belongs to which organisation. */
#include <string.h>

#include "base/try.h"
#include "export/register_parts.h"

static bool is_kind(const vcl_value *actor, const char *kind)
{
    return actor != NULL && strcmp(actor[VCL_ACTOR_KIND].text, kind) == 0;
}

static bool is_organisation(const vcl_value *actor)
{
    return actor != NULL && !is_kind(actor, "farmer") && !is_kind(actor, "enterprise");
}

bool vcl_registers_is_plain(const vcl_registers *registers, const vcl_value *deal)
{
    const vcl_value *source = vcl_ordered_find(&registers->actors, deal[VCL_DEAL_SOURCE].text);
    const vcl_value *target = vcl_ordered_find(&registers->actors, deal[VCL_DEAL_TARGET].text);

    return strcmp(deal[VCL_DEAL_KIND].text, "membership") == 0 &&
           deal[VCL_DEAL_PRODUCTS].list.count == 0 && deal[VCL_DEAL_VOLUME].is_null &&
           deal[VCL_DEAL_DELIVERED].is_null && deal[VCL_DEAL_VALUE].is_null &&
           deal[VCL_DEAL_CONTRACT].is_null && !is_kind(source, "enterprise") &&
           is_organisation(target);
}

/* The name of an actor, where it has one. */
static void put_name(vcl_registers *registers, vcl_register_field field, const char *id)
{
    const vcl_value *actor = vcl_ordered_find(&registers->actors, id);

    if (actor != NULL) {
        vcl_registers_put(registers, field, actor + VCL_ACTOR_NAME, VCL_TEXT);
    }
}

static void put_contract(vcl_registers *registers, const vcl_value *deal)
{
    static const struct {
        vcl_deal_column column;
        vcl_register_field field;
    } places[] = {
        { VCL_DEAL_SOURCE, VCL_FIELD_CONTRACTS_SELLER_ID },
        { VCL_DEAL_TARGET, VCL_FIELD_CONTRACTS_BUYER_ID },
        { VCL_DEAL_KIND, VCL_FIELD_CONTRACTS_KIND },
        { VCL_DEAL_PRODUCTS, VCL_FIELD_CONTRACTS_PRODUCTS },
        { VCL_DEAL_VOLUME, VCL_FIELD_CONTRACTS_VOLUME },
        { VCL_DEAL_DELIVERED, VCL_FIELD_CONTRACTS_DELIVERED },
        { VCL_DEAL_VALUE, VCL_FIELD_CONTRACTS_VALUE },
        { VCL_DEAL_CONTRACT, VCL_FIELD_CONTRACTS_CONTRACT },
        { VCL_DEAL_START, VCL_FIELD_CONTRACTS_START },
        { VCL_DEAL_END, VCL_FIELD_CONTRACTS_END },
        { VCL_DEAL_STATUS, VCL_FIELD_CONTRACTS_STATUS },
    };
    const vcl_table_kind *kind = &vcl_record_kinds[VCL_RECORDS_DEALS];

    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        vcl_registers_put(registers, places[i].field, deal + places[i].column,
                          kind->columns[places[i].column]->type);
    }
    put_name(registers, VCL_FIELD_CONTRACTS_SELLER, deal[VCL_DEAL_SOURCE].text);
    put_name(registers, VCL_FIELD_CONTRACTS_BUYER, deal[VCL_DEAL_TARGET].text);
}

vcl_status vcl_registers_fill_contracts(vcl_registers *registers, vcl_register number,
                                        vcl_register_take *take, void *context, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (size_t i = 0; i < registers->deals.count; i++) {
        const vcl_value *deal = registers->deals.rows[i];
        if (!vcl_registers_is_plain(registers, deal)) {
            vcl_registers_clear(registers, number);
            put_contract(registers, deal);
            TRY(vcl_registers_give(registers, number, take, context, err));
        }
    }
done:
    return status;
}

static void put_membership(vcl_registers *registers, const vcl_value *deal)
{
    vcl_registers_put(registers, VCL_FIELD_MEMBERS_ORGANISATION_ID, deal + VCL_DEAL_TARGET,
                      VCL_TEXT);
    put_name(registers, VCL_FIELD_MEMBERS_ORGANISATION, deal[VCL_DEAL_TARGET].text);
    vcl_registers_put(registers, VCL_FIELD_MEMBERS_START, deal + VCL_DEAL_START, VCL_TEXT);
    vcl_registers_put(registers, VCL_FIELD_MEMBERS_END, deal + VCL_DEAL_END, VCL_TEXT);
    vcl_registers_put(registers, VCL_FIELD_MEMBERS_LINK_STATUS, deal + VCL_DEAL_STATUS, VCL_TERM);
}

/* Whoever it is; what else is known of an organisation stands in its own register. */
static void put_member(vcl_registers *registers, const vcl_value *actor, bool with_facts)
{
    if (with_facts) {
        vcl_registers_put_actor(registers, actor, VCL_REGISTER_MEMBERS);
        return;
    }
    vcl_registers_put(registers, VCL_FIELD_MEMBERS_ID, actor + VCL_ACTOR_ID, VCL_TEXT);
    vcl_registers_put(registers, VCL_FIELD_MEMBERS_NAME, actor + VCL_ACTOR_NAME, VCL_TEXT);
    vcl_registers_put(registers, VCL_FIELD_MEMBERS_KIND, actor + VCL_ACTOR_KIND, VCL_TERM);
}

/* The links out of `actor` begin at *next; a household's facts stand in its first row, which it has
 * even if it belongs to none. */
static vcl_status give_member(vcl_registers *registers, const vcl_value *actor, size_t *next,
                              vcl_register_take *take, void *context, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const char *id = actor[VCL_ACTOR_ID].text;
    bool is_farmer = is_kind(actor, "farmer");
    size_t given = 0;

    for (; *next < registers->deals.count; (*next)++) {
        const vcl_value *deal = registers->deals.rows[*next];
        int order = strcmp(deal[VCL_DEAL_SOURCE].text, id);
        if (order > 0) {
            break;
        }
        if (order < 0 || !vcl_registers_is_plain(registers, deal)) {
            continue;
        }
        vcl_registers_clear(registers, VCL_REGISTER_MEMBERS);
        put_member(registers, actor, is_farmer && given == 0);
        put_membership(registers, deal);
        TRY(vcl_registers_give(registers, VCL_REGISTER_MEMBERS, take, context, err));
        given++;
    }
    if (is_farmer && given == 0) {
        vcl_registers_clear(registers, VCL_REGISTER_MEMBERS);
        put_member(registers, actor, true);
        TRY(vcl_registers_give(registers, VCL_REGISTER_MEMBERS, take, context, err));
    }
done:
    return status;
}

vcl_status vcl_registers_fill_members(vcl_registers *registers, vcl_register number,
                                      vcl_register_take *take, void *context, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t next = 0;

    (void)number;
    for (size_t i = 0; i < registers->actors.count; i++) {
        TRY(give_member(registers, registers->actors.rows[i], &next, take, context, err));
    }
done:
    return status;
}
