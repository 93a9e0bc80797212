/* What the formats of a network share: the tables `nodes` and `links`, and which of their columns
 * say who is joined to whom. All other columns are attributes. */
#ifndef EXPORT_NETWORK_H
#define EXPORT_NETWORK_H

#include <vclink/table.h>

#include "base/output.h"

typedef struct vcl_network {
    const vcl_table *nodes;
    const vcl_table *links;
    size_t id; /* columns of nodes */
    size_t name;
    size_t source; /* columns of links */
    size_t target;
} vcl_network;

/* Both tables and these columns must be there. */
vcl_network vcl_network_of(const vcl_result *result);

/* The column of that name, which must be there. */
size_t vcl_network_column(const vcl_table *table, const char *name);

/* The text of a cell; "" where it is null. */
vcl_slice vcl_network_text(const vcl_table *table, size_t row, size_t column);

/* What to call the actor of a row: its name, or its id where it has none. */
vcl_slice vcl_network_label(const vcl_network *network, size_t row);

/* Do two rows of links join the same two? Such links are neighbours. */
bool vcl_network_parallel(const vcl_network *network, size_t a, size_t b);

/* The day that the figures are of: asked for, else the dataset's; or NULL. */
const char *vcl_network_as_of(const vcl_result *result);

/* Is it one of the columns id, source, target, which say who is joined? */
bool vcl_network_joins(const vcl_network *network, const vcl_table *table, size_t column);

/* Is there something to write: not null, not an empty list, not a real that is not finite? */
bool vcl_network_has(const vcl_value *value, vcl_type type);

/* The ids of those left out, "--without", as a list. */
vcl_value vcl_network_without(const vcl_result *result);

/* Appends such a value as plain text, without escaping. The items of a list are joined by ";", where
 * a ";" or "\" of an item's own stands behind a "\". */
void vcl_network_add_value(vcl_text *out, const vcl_value *value, vcl_type type);

/* Appends what a format says of a row of nodes or of links. */
typedef void vcl_network_add(vcl_text *out, const vcl_network *network, size_t row);

/* Writes every node, then every link, in the order of their tables. VCL_ERROR_MEMORY. */
vcl_status vcl_network_write(const vcl_network *network, vcl_network_add *add_node,
                             vcl_network_add *add_link, vcl_output *output, vcl_error *err);

#endif
