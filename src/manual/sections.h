/* The sections of a manual page. Each prints its heading too, or nothing where it has nothing to
 * say. */
#ifndef MANUAL_SECTIONS_H
#define MANUAL_SECTIONS_H

#include "manual/page.h"
#include "manual/prose.h"

void section_heading(const manual_page *page, manual_prose heading);
void section_options(const manual_page *page);
void section_tables(const manual_page *page);
void section_exits(const manual_page *page);
void section_environment(const manual_page *page);

/* What the details of the page's command say, without the examples among them. */
void section_details(const manual_page *page);

/* The examples of the page's command; of vclink itself the first one of each command. */
void section_examples(const manual_page *page);

#endif
