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
}

/* A record's kind, by which a line holds it: one alone. */
static const char *read_line_node(vcl_quick *quick, const char *at, vcl_quick_slot *slot,
                                  void *record)
{
    (void)slot;
    (void)record;
    if (quick->part != VCL_PART_UNKNOWN) {
        return NULL;
    }
    quick->part = VCL_PART_NODES;
    return vcl_quick_node(quick, at);
}

static const char *read_line_link(vcl_quick *quick, const char *at, vcl_quick_slot *slot,
                                  void *record)
{
    (void)slot;
    (void)record;
    if (quick->part != VCL_PART_UNKNOWN) {
        return NULL;
    }
    quick->part = VCL_PART_LINKS;
    return vcl_quick_link(quick, at);
}

static const vcl_quick_field line_fields[] = {
    { "node", read_line_node, 0, NULL, NULL },
    { "link", read_line_link, 0, NULL, NULL },
};

const vcl_quick_shape VCL_QUICK_LINE = { line_fields, 2, NULL };

/* Nothing larger is a record. */
static const char *end_of(vcl_slice window)
{
    return window.bytes + (window.size < VCL_RECORD_LIMIT ? window.size : VCL_RECORD_LIMIT);
}

/* Hands over what was read. False where that fails. */
static bool hand_over(vcl_quick *quick, vcl_position at)
{
    if (quick->part == VCL_PART_NODES) {
        quick->node.at = at;
        quick->status = vcl_builder_add_node(quick->builder, &quick->node, NULL);
    } else {
        quick->link.at = at;
        quick->link.in_edges = quick->part == VCL_PART_EDGES;
        quick->status = vcl_builder_add_link(quick->builder, &quick->link, NULL);
    }
    return quick->status == VCL_OK;
}

/* A line, its end included. */
static const char *read_line(vcl_quick *quick, const char *at)
{
    quick->scratch_size = 0;
    quick->part = VCL_PART_UNKNOWN;
    at = vcl_quick_object(quick, &quick->line_habit, at, NULL);
    if (at != NULL && *at != '\n') {
        at = vcl_quick_long_space(quick, at);
    }
    return at != NULL && *at == '\n' && quick->part != VCL_PART_UNKNOWN ? at + 1 : NULL;
}

size_t vcl_quick_lines(vcl_quick *quick, vcl_slice window, uint64_t line, uint64_t *count)
{
    const char *at = window.bytes;
    const char *next = NULL;

    *count = 0;
    quick->end = end_of(window);
    while (quick->status == VCL_OK && quick->end - at >= VCL_QUICK_ROOM &&
           (next = read_line(quick, at)) != NULL) {
        uint64_t number = line + *count;
        vcl_position position = { number < UINT32_MAX ? (uint32_t)number : UINT32_MAX, VCL_NONE };
        if (hand_over(quick, position)) {
            at = next;
            ++*count;
        }
    }
    return (size_t)(at - window.bytes);
}

size_t vcl_quick_element(vcl_quick *quick, vcl_slice window, vcl_part part, vcl_position at)
{
    const char *behind = NULL;
    const char *follower = NULL;

    quick->end = end_of(window);
    if (window.size < VCL_QUICK_ROOM || part > VCL_PART_EDGES) {
        return 0;
    }
    quick->scratch_size = 0;
    quick->part = part;
    behind = part == VCL_PART_NODES ? vcl_quick_node(quick, window.bytes)
                                    : vcl_quick_link(quick, window.bytes);
    follower = behind == NULL ? NULL : vcl_quick_space(quick, behind);
    if (follower == NULL || (*follower != ',' && *follower != ']') || !hand_over(quick, at)) {
        return 0;
    }
    return (size_t)(behind - window.bytes);
}
