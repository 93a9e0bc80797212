/* How products become known: for the files of the catalogue. */
#ifndef IMPORT_CATALOGUE_PARTS_H
#define IMPORT_CATALOGUE_PARTS_H

#include "import/catalogue.h"

/* The register of products, if there is one. VCL_ERROR_MEMORY. */
vcl_status vcl_catalogue_declare(vcl_catalogue *catalogue, vcl_draft *draft, vcl_error *err);

/* All products that cells name, where there is none. VCL_ERROR_MEMORY. */
vcl_status vcl_catalogue_gather(vcl_catalogue *catalogue, vcl_draft *draft, vcl_error *err);

/* Gives ids to the products that have none, and makes all of them known. VCL_ERROR_MEMORY. */
vcl_status vcl_catalogue_index(vcl_catalogue *catalogue, vcl_draft *draft, vcl_error *err);

/* The key of a name in `scratch`, which says whether there was memory; valid until the next. */
vcl_slice vcl_catalogue_key(vcl_text *scratch, vcl_slice name);

/* Is a name that is no product's only a tick? The same of `scratch`. */
bool vcl_catalogue_is_tick(vcl_text *scratch, vcl_slice name);

#endif
