/* Reads plain records: lines, or elements of a document's arrays. */
#include "load/quick.h"

#include "load/container.h"
#include "load/quick_parts.h"

void vcl_quick_init(vcl_quick *quick, vcl_builder *builder, bool in_lines)
{
    *quick = (vcl_quick){ .builder = builder, .in_lines = in_lines };
    quick->blank_node = VCL_QUICK_BLANK_NODE;
    quick->blank_link = VCL_QUICK_BLANK_LINK;
    vcl_quick_habit_init(&quick->line_habit, &VCL_QUICK_LINE);
    vcl_quick_habit_init(&quick->node_habit, &VCL_QUICK_NODE);
    vcl_quick_habit_init(&quick->link_habit, &VCL_QUICK_LINK);
    vcl_quick_habit_init(&quick->product_habit, &VCL_QUICK_PRODUCT);
    vcl_quick_habit_init(&quick->place_habit, &VCL_QUICK_PLACE);
    vcl_quick_habit_init(&quick->listed_habit, &VCL_QUICK_LISTED);
    vcl_quick_seen_init(&quick->places);
    vcl_quick_seen_init(&quick->lists);
}

/* A record of the part quick->part. */
static const char *read_record(vcl_quick *quick, const char *at)
{
    switch (quick->part) {
    case VCL_PART_NODES:
        return vcl_quick_node(quick, at);
    case VCL_PART_LINKS:
    case VCL_PART_EDGES:
        return vcl_quick_link(quick, at);
    case VCL_PART_PRODUCTS:
        return vcl_quick_product(quick, at);
    case VCL_PART_PLACES:
        return vcl_quick_place(quick, at);
    default:
        return NULL;
    }
}

/* The kinds of records, of which a line holds one. */
static const vcl_quick_field line_fields[] = {
    { "node", NULL, VCL_PART_NODES, NULL, NULL },
    { "link", NULL, VCL_PART_LINKS, NULL, NULL },
    { "product", NULL, VCL_PART_PRODUCTS, NULL, NULL },
    { "place", NULL, VCL_PART_PLACES, NULL, NULL },
};

const vcl_quick_shape VCL_QUICK_LINE = { line_fields, sizeof line_fields / sizeof line_fields[0],
                                         NULL };

/* Nothing larger is a record. */
static const char *end_of(vcl_slice window)
{
    return window.bytes + (window.size < VCL_RECORD_LIMIT ? window.size : VCL_RECORD_LIMIT);
}

static vcl_position position_of(uint64_t line, uint32_t index)
{
    return (vcl_position){ line < UINT32_MAX ? (uint32_t)line : UINT32_MAX, index };
}

/* Hands over what was read, which stands at a position. False where that fails. */
static bool hand_over(vcl_quick *quick, vcl_position at)
{
    switch (quick->part) {
    case VCL_PART_NODES:
        quick->node.at = at;
        quick->status = vcl_builder_add_node(quick->builder, &quick->node, NULL);
        break;
    case VCL_PART_PRODUCTS:
        quick->product.at = at;
        quick->status = vcl_builder_add_product(quick->builder, &quick->product, NULL);
        break;
    case VCL_PART_PLACES:
        quick->place.at = at;
        quick->status = vcl_builder_add_place(quick->builder, &quick->place, NULL);
        break;
    default:
        quick->link.at = at;
        quick->link.in_edges = quick->part == VCL_PART_EDGES;
        quick->status = vcl_builder_add_link(quick->builder, &quick->link, NULL);
        break;
    }
    return quick->status == VCL_OK;
}

/* What follows `byte` and the white space before it. */
static const char *pass(vcl_quick *quick, const char *at, char byte)
{
    if (at != NULL && *at != byte) {
        at = vcl_quick_long_space(quick, at);
    }
    return at != NULL && *at == byte ? at + 1 : NULL;
}

/* A line, its end included: an object of one record behind its kind. */
static const char *read_line(vcl_quick *quick, const char *at)
{
    const vcl_quick_slot *kind = NULL;

    quick->scratch_size = 0;
    if (*at++ == '{') {
        kind = vcl_quick_next(quick, &quick->line_habit, quick->line_habit.slots, &at);
    }
    if (kind == NULL || kind->field == NULL) {
        return NULL;
    }
    quick->part = (vcl_part)kind->offset;
    return pass(quick, pass(quick, read_record(quick, at), '}'), '\n');
}

vcl_quick_taken vcl_quick_lines(vcl_quick *quick, vcl_slice window, uint64_t line)
{
    const char *at = window.bytes;
    const char *behind = at;
    uint32_t records = 0;

    quick->end = end_of(window);
    while (quick->status == VCL_OK && quick->end - at >= VCL_QUICK_ROOM &&
           (at = read_line(quick, at)) != NULL &&
           hand_over(quick, position_of(line + records, VCL_NONE))) {
        behind = at;
        records++;
    }
    return (vcl_quick_taken){ (size_t)(behind - window.bytes), records, records };
}

/* What follows an element's end: a comma or the closing bracket; NULL where there is neither. */
static const char *behind_element(vcl_quick *quick, const char *at)
{
    at = vcl_quick_space(quick, at);
    return at != NULL && (*at == ',' || *at == ']') ? at : NULL;
}

vcl_quick_taken vcl_quick_elements(vcl_quick *quick, vcl_slice window, vcl_part part, uint64_t line,
                                   uint32_t index)
{
    vcl_quick_taken taken = { 0 };
    const char *at = window.bytes;

    quick->end = end_of(window);
    quick->part = part;
    quick->lines = 0;
    while (quick->status == VCL_OK && at != NULL && quick->end - at >= VCL_QUICK_ROOM) {
        vcl_position position = position_of(line + quick->lines, index + taken.records);
        const char *end = NULL;
        uint64_t lines = 0;
        quick->scratch_size = 0;
        end = read_record(quick, at);
        lines = quick->lines;
        at = end == NULL ? NULL : behind_element(quick, end);
        if (at == NULL || !hand_over(quick, position)) {
            break;
        }
        taken = (vcl_quick_taken){ (size_t)(end - window.bytes), taken.records + 1, lines };
        at = *at == ',' ? vcl_quick_space(quick, at + 1) : NULL;
    }
    return taken;
}
