/* Yes and no: có, không, x, ✓, 1, 0. */
#ifndef VALUES_FLAG_H
#define VALUES_FLAG_H

#include "values/reading.h"

/* An empty cell is neither: whether it means no in a column of ticks, its reader knows. */
vcl_reading vcl_flag_read(vcl_slice cell, bool *out);

/* Does a lower-case cell say no more than yes, where it should say what? */
bool vcl_flag_is_tick(vcl_slice cell);

#endif
