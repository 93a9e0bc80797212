/* Links: from contracts, memberships and the buyers that organisations name, as lines of a
 * dataset. */
#ifndef IMPORT_LINKS_H
#define IMPORT_LINKS_H

#include "import/catalogue.h"
#include "import/lines.h"
#include "import/subjects.h"

/* Appends a record for each link. A row that says what another one says is joined to it; one that
 * gives none is named. O(n). VCL_ERROR_MEMORY. */
vcl_status vcl_links_write(vcl_lines *lines, vcl_draft *draft, const vcl_catalogue *catalogue,
                           const vcl_actor_list *actors, const vcl_subjects *subjects,
                           const vcl_parties *parties, vcl_error *err);

#endif
