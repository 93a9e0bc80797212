/* The careful reader of nodes. */
#include <math.h>

#include "base/try.h"
#include "load/careful_parts.h"
#include "load/vocabulary.h"

static void warn(const vcl_field *field, vcl_problem_code code, vcl_message message)
{
    vcl_field_report(field, code, message, NULL);
}

static void check_count(vcl_node_record *node, const vcl_field *object)
{
    vcl_field field = vcl_field_at(object, "count");

    node->count = 1;
    if (field.value != NULL && node->kind != VCL_FARMER && node->kind != VCL_NO_WORD) {
        vcl_field_report(&field, VCL_PROBLEM_MISPLACED_FIELD, VCL_MSG_COUNT_MISPLACED, NULL);
        return;
    }
    double count = vcl_field_integer(field, VCL_COUNTS);
    if (!isnan(count)) {
        node->count = (uint32_t)count;
    }
}

static void check_members(vcl_node_record *node, const vcl_field *object)
{
    vcl_field field = vcl_field_at(object, "members");
    double members = vcl_field_integer(field, VCL_MEMBER_COUNTS);

    node->members = VCL_NONE;
    if (isnan(members)) {
        return;
    }
    if (node->kind == VCL_GROUP || node->kind == VCL_COOPERATIVE) {
        node->members = (uint32_t)members;
    } else if (node->kind == VCL_UNION) {
        warn(&field, VCL_PROBLEM_MEMBERS_IGNORED, VCL_MSG_MEMBERS_OF_UNION);
    } else if (node->kind != VCL_NO_WORD) {
        warn(&field, VCL_PROBLEM_MEMBERS_IGNORED, VCL_MSG_MEMBERS_IGNORED);
    }
}

static void check_sells(vcl_node_record *node, const vcl_field *object)
{
    vcl_field field = vcl_field_at(object, "sells");

    node->sells = (uint8_t)vcl_field_flag(field);
    if (node->sells != VCL_UNSTATED && node->kind == VCL_ENTERPRISE) {
        node->sells = VCL_UNSTATED;
        warn(&field, VCL_PROBLEM_SELLS_IGNORED, VCL_MSG_SELLS_IGNORED);
    }
}

static void check_buyer(vcl_node_record *node, const vcl_field *object)
{
    vcl_field field = vcl_field_at(object, "buyer");

    if (field.value != NULL && node->kind == VCL_FARMER) {
        vcl_field_report(&field, VCL_PROBLEM_MISPLACED_FIELD, VCL_MSG_BUYER_MISPLACED, NULL);
    } else {
        node->buyer = (uint8_t)vcl_field_flag(field);
    }
}

static void check_texts(vcl_node_record *node, const vcl_field *object)
{
    node->place = vcl_field_id(vcl_field_at(object, "place"));
    node->sector = vcl_field_text(vcl_field_at(object, "sector"));
    node->name = vcl_field_text(vcl_field_at(object, "name"));
    node->tax_id = vcl_field_text_or_integer(vcl_field_at(object, "tax_id"));
    node->rating = vcl_field_text(vcl_field_at(object, "rating"));
    node->form = vcl_field_text(vcl_field_at(object, "form"));
    node->founded = vcl_field_founded(vcl_field_at(object, "founded"));
}

static void check_numbers(vcl_node_record *node, const vcl_field *object)
{
    node->high_tech = (uint8_t)vcl_field_flag(vcl_field_at(object, "high_tech"));
    node->turnover = vcl_field_number(vcl_field_at(object, "turnover"), VCL_AMOUNTS);
    node->area_ha = vcl_field_number(vcl_field_at(object, "area_ha"), VCL_AMOUNTS);
    node->workers = vcl_field_integer(vcl_field_at(object, "workers"), VCL_AMOUNTS);
    node->latitude = vcl_field_number(vcl_field_at(object, "lat"), VCL_LATITUDES);
    node->longitude = vcl_field_number(vcl_field_at(object, "lon"), VCL_LONGITUDES);
}

static void check_lists(vcl_careful *careful, vcl_node_record *node, const vcl_field *object)
{
    vcl_careful_node_products(careful, object);
    vcl_careful_texts(&careful->certificates, vcl_field_at(object, "certificates"));
    vcl_careful_texts(&careful->requires, vcl_field_at(object, "requires"));
    node->products = careful->node_products.items;
    node->product_count = careful->node_products.count;
    node->certificates = careful->certificates.items;
    node->certificate_count = careful->certificates.count;
    node->requires = careful->requires.items;
    node->require_count = careful->requires.count;
}

static void check_node(vcl_careful *careful, vcl_node_record *node, const vcl_field *object)
{
    vcl_field_require(object, "id");
    node->id = vcl_field_id(vcl_field_at(object, "id"));
    vcl_field_require(object, "kind");
    node->kind = vcl_field_word(vcl_field_at(object, "kind"), &VCL_NODE_KINDS, VCL_NO_WORD);
    node->status = vcl_field_word(vcl_field_at(object, "status"), &VCL_NODE_STATUSES, VCL_ACTIVE);
    check_count(node, object);
    check_members(node, object);
    check_sells(node, object);
    check_buyer(node, object);
    check_texts(node, object);
    check_numbers(node, object);
    check_lists(careful, node, object);
}

vcl_status vcl_careful_node(vcl_careful *careful, const vcl_field *field, vcl_position at,
                            vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_node_record node = { .at = at };
    uint64_t errors = 0;

    if (!vcl_careful_begin(field, &errors)) {
        field->reader->diagnostics->unreadable = true;
        return VCL_OK;
    }
    check_node(careful, &node, field);
    TRY(vcl_diagnostics_status(field->reader->diagnostics, err));
    if (!vcl_careful_is_wrong(field, errors)) {
        TRY(vcl_builder_add_node(careful->builder, &node, err));
    } else if (node.id.size > 0) {
        TRY(vcl_builder_note_node(careful->builder, node.id, at, err));
    }
done:
    return status;
}
