/* Products, places and actors as lines of a dataset. */
#ifndef IMPORT_NODES_H
#define IMPORT_NODES_H

#include "import/handlings.h"
#include "import/lines.h"

/* Append a record for each. VCL_ERROR_MEMORY. */
vcl_status vcl_nodes_write_products(vcl_lines *lines, const vcl_catalogue *catalogue,
                                    vcl_error *err);
vcl_status vcl_nodes_write_places(vcl_lines *lines, vcl_draft *draft,
                                  const vcl_gazetteer *gazetteer, vcl_error *err);
vcl_status vcl_nodes_write_actors(vcl_lines *lines, vcl_draft *draft,
                                  const vcl_gazetteer *gazetteer, const vcl_catalogue *catalogue,
                                  const vcl_actor_list *actors, const vcl_subjects *subjects,
                                  const vcl_handlings *handlings, vcl_error *err);

#endif
