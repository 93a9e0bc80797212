/* What looking at a column and reading its cells have in common. */
#ifndef REGISTERS_COLUMN_PARTS_H
#define REGISTERS_COLUMN_PARTS_H

#include "registers/column.h"

/* The text in lower case, in scratch->lower. */
vcl_slice vcl_column_lower(vcl_column_scratch *scratch, vcl_slice text);

/* Does a field take numbers that may have decimals, or thousands? */
bool vcl_column_takes_decimals(vcl_takes takes);
bool vcl_column_takes_days(vcl_takes takes);

#endif
