/* The dictionary of columns: columns.def as an array, by number. */
#ifndef MODEL_COLUMNS_H
#define MODEL_COLUMNS_H

#include "model/table.h"

typedef enum vcl_column_number {
#define COLUMN(key, name, type, unit, flags, label, nhan, description, mo_ta) VCL_COL_##key,
#include "model/columns.def"
#undef COLUMN
    VCL_COLUMN_COUNT
} vcl_column_number;

extern const vcl_column vcl_columns[VCL_COLUMN_COUNT];

#endif
