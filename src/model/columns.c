/* The dictionary of columns. */
#include "model/columns.h"

enum { VCL_COLUMN_0 = 0 }; /* no flags */

const vcl_column vcl_columns[VCL_COLUMN_COUNT] = {
#define COLUMN(key, name, type, unit, flags, label, nhan, description, mo_ta)                      \
    { name, VCL_##type, unit, VCL_COLUMN_##flags, { label, nhan }, { description, mo_ta } },
#include "model/columns.def"
#undef COLUMN
};
