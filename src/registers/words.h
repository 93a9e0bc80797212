/* Our own words as people write them in a register: "đang hoạt động", "HTX", "bằng văn bản". */
#ifndef REGISTERS_WORDS_H
#define REGISTERS_WORDS_H

#include "registers/registers.h"
#include "values/reading.h"

/* Reads a cell of a field that takes KIND, STATUS, LINK_KIND, LINK_STATUS or CONTRACT; capitals,
 * marks and spaces do not count. *out is the dataset's word, static. `key` is scratch, where lack
 * of memory is remembered. O(size). */
vcl_reading vcl_word_read(vcl_takes takes, vcl_slice cell, vcl_text *key, const char **out);

/* The words that such a field takes, as labels of that language with commas between. */
void vcl_word_add_choices(vcl_text *out, vcl_takes takes, vcl_language language);

#endif
