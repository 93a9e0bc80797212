/* Which part of a workbook refers to which: the relationships of the Open Packaging Conventions. */
#ifndef SHEET_XLSX_RELATIONS_H
#define SHEET_XLSX_RELATIONS_H

#include "sheet/xlsx_xml.h"

typedef struct vcl_xlsx_relation {
    const char *id;
    const char *type; /* the last word of its URI, such as "worksheet" */
    const char *target; /* a part's name */
} vcl_xlsx_relation;

/* Those of the part `source` ("" being the archive itself), an array of vcl_xlsx_relation whose
 * texts go to the arena. A part without a list of them has none. VCL_ERROR_INPUT,
 * VCL_ERROR_MEMORY. */
vcl_status vcl_xlsx_read_relations(vcl_xlsx_archive *archive, const char *source, vcl_arena *arena,
                                   vcl_array *out, vcl_error *err);

/* The first of a type, or of an id; NULL where there is none. */
const vcl_xlsx_relation *vcl_xlsx_relation_of_type(const vcl_array *relations, const char *type);
const vcl_xlsx_relation *vcl_xlsx_relation_of_id(const vcl_array *relations, const char *id);

#endif
