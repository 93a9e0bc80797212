/* The finished dataset as the analyses will read it: what they find fault with goes to the rows that
 * it came from. */
#ifndef IMPORT_CHECK_H
#define IMPORT_CHECK_H

#include <vclink/chain.h>

#include "import/draft.h"
#include "import/lines.h"

/* Loads the lines; the caller frees *out. Warnings become notes of the log. VCL_ERROR_INPUT where
 * the dataset has an error: rows say together what none of them says alone; VCL_ERROR_MEMORY. */
vcl_status vcl_check_dataset(vcl_draft *draft, const vcl_lines *lines, vcl_chain **out,
                             vcl_error *err);

#endif
