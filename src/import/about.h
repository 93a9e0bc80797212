/* What the dataset as a whole is about: its register of one row, and what the caller says. */
#ifndef IMPORT_ABOUT_H
#define IMPORT_ABOUT_H

#include "import/draft.h"
#include "import/lines.h"

/* Writes the record of the dataset; the caller's options go before the register. VCL_ERROR_USAGE
 * where options->as_of is no date; VCL_ERROR_MEMORY. */
vcl_status vcl_about_write(vcl_lines *lines, vcl_draft *draft, const vcl_import_options *options,
                           vcl_error *err);

#endif
