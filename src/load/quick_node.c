/* The quick reader of nodes. */
#include <math.h>
#include <string.h>

#include "load/quick_parts.h"
#include "load/vocabulary.h"

#define PLACE(member) offsetof(vcl_node_record, member)

static const vcl_quick_field fields[] = {
    { "id", vcl_quick_read_id, PLACE(id), NULL, NULL },
    { "kind", vcl_quick_read_word, PLACE(kind), &VCL_NODE_KINDS, NULL },
    { "status", vcl_quick_read_word, PLACE(status), &VCL_NODE_STATUSES, NULL },
    { "count", vcl_quick_read_integer, PLACE(count), NULL, &VCL_COUNTS },
    { "members", vcl_quick_read_integer, PLACE(members), NULL, &VCL_MEMBER_COUNTS },
    { "sells", vcl_quick_read_flag, PLACE(sells), NULL, NULL },
    { "buyer", vcl_quick_read_flag, PLACE(buyer), NULL, NULL },
    { "place", vcl_quick_read_place, PLACE(place), NULL, NULL },
    { "sector", vcl_quick_read_text, PLACE(sector), NULL, NULL },
    { "products", vcl_quick_read_node_products, 0, NULL, NULL },
    { "name", vcl_quick_read_text, PLACE(name), NULL, NULL },
    { "tax_id", vcl_quick_read_text_or_integer, PLACE(tax_id), NULL, NULL },
    { "rating", vcl_quick_read_text, PLACE(rating), NULL, NULL },
    { "form", vcl_quick_read_text, PLACE(form), NULL, NULL },
    { "founded", vcl_quick_read_founded, PLACE(founded), NULL, NULL },
    { "certificates", vcl_quick_read_certificates, 0, NULL, NULL },
    { "requires", vcl_quick_read_requires, 0, NULL, NULL },
    { "high_tech", vcl_quick_read_flag, PLACE(high_tech), NULL, NULL },
    { "turnover", vcl_quick_read_number, PLACE(turnover), NULL, &VCL_AMOUNTS },
    { "area_ha", vcl_quick_read_number, PLACE(area_ha), NULL, &VCL_AMOUNTS },
    { "workers", vcl_quick_read_whole, PLACE(workers), NULL, &VCL_AMOUNTS },
    { "lat", vcl_quick_read_number, PLACE(latitude), NULL, &VCL_LATITUDES },
    { "lon", vcl_quick_read_number, PLACE(longitude), NULL, &VCL_LONGITUDES },
};

const vcl_quick_shape VCL_QUICK_NODE = { fields, sizeof fields / sizeof fields[0],
                                         vcl_quick_pass_value };

const vcl_node_record VCL_QUICK_BLANK_NODE = {
    .kind = VCL_NO_WORD,
    .status = VCL_ACTIVE,
    .members = VCL_NONE,
    .turnover = (double)NAN,
    .area_ha = (double)NAN,
    .workers = (double)NAN,
    .latitude = (double)NAN,
    .longitude = (double)NAN,
};

/* Does nothing miss, and nothing stand where it is an error or ignored with a warning? */
static bool is_plain(const vcl_node_record *node)
{
    bool has_members = node->kind == VCL_GROUP || node->kind == VCL_COOPERATIVE;

    return node->id.size > 0 && node->kind != VCL_NO_WORD &&
           (node->kind == VCL_FARMER ? node->buyer == VCL_UNSTATED : node->count == 0) &&
           (has_members || node->members == VCL_NONE) &&
           (node->kind != VCL_ENTERPRISE || node->sells == VCL_UNSTATED);
}

const char *vcl_quick_node(vcl_quick *quick, const char *at)
{
    vcl_node_record *node = &quick->node;

    memcpy(node, &quick->blank_node, sizeof *node);
    at = vcl_quick_object(quick, &quick->node_habit, at, node);
    if (at == NULL || !is_plain(node)) {
        return NULL;
    }
    node->count = node->count == 0 ? 1 : node->count;
    return at;
}
