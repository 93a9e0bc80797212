/* Products: those that the register of products lists, or, without one, all that cells name. */
#ifndef IMPORT_CATALOGUE_H
#define IMPORT_CATALOGUE_H

#include "import/draft.h"
#include "import/owners.h"

typedef struct vcl_product_draft {
    const char *id;
    const char *name; /* or NULL */
    const char *name_en; /* or NULL */
    uint32_t row; /* that it came from */
} vcl_product_draft;

/* One entry of a cell. */
typedef struct vcl_mention {
    uint32_t product; /* VCL_NONE: not known */
    vcl_slice name; /* as it stands */
    vcl_slice amount; /* as it stands, empty where none is stated */
} vcl_mention;

/* The entries of a cell: mentions first … first + count - 1. */
typedef struct vcl_mentions {
    uint32_t first;
    uint32_t count;
} vcl_mentions;

typedef struct vcl_catalogue {
    bool is_declared; /* there is a register of products */
    vcl_array products; /* of vcl_product_draft */
    vcl_owners ids;
    vcl_owners names; /* as keys: case, spacing and where a tone mark stands do not count */
    vcl_idmap cells; /* texts of cells */
    vcl_array cell_mentions; /* of vcl_mentions, by cell */
    vcl_array mentions; /* of vcl_mention */
    uint32_t *row_cell; /* by row; VCL_NONE */
} vcl_catalogue;

void vcl_catalogue_init(vcl_catalogue *catalogue);
void vcl_catalogue_release(vcl_catalogue *catalogue);

/* Reads the register of products, and every cell that names some; the log says what was understood
 * and what is not known. O(n log n). VCL_ERROR_MEMORY. */
vcl_status vcl_catalogue_read(vcl_catalogue *catalogue, vcl_draft *draft, vcl_error *err);

/* What the product cell of a row lists. */
vcl_mentions vcl_catalogue_row(const vcl_catalogue *catalogue, uint32_t row);
const vcl_mention *vcl_catalogue_mention(const vcl_catalogue *catalogue, uint32_t number);
const vcl_product_draft *vcl_catalogue_product(const vcl_catalogue *catalogue, uint32_t product);

/* The product cell of a row, or NULL. */
const vcl_entry *vcl_catalogue_cell(const vcl_draft *draft, uint32_t row);

#endif
