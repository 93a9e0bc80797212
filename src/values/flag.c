/* Yes and no. */
#include "values/flag.h"

static const char *const yes[] = { "có", "co",  "x", "✓",    "✔",    "☑",     "v",
                                   "1",  "yes", "y", "true", "đúng", "đã có", "rồi" };
static const char *const no[] = { "không", "khong", "ko",   "k",       "0",        "no", "n",
                                  "false", "sai",   "chưa", "chưa có", "không có", "☐" };

static bool is_among(vcl_slice cell, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (vcl_reading_is(cell, words[i])) {
            return true;
        }
    }
    return false;
}

vcl_reading vcl_flag_read(vcl_slice cell, bool *out)
{
    cell = vcl_reading_trim(cell);
    *out = is_among(cell, yes, sizeof yes / sizeof *yes);
    if (*out) {
        return vcl_reading_as(VCL_MSG_READ_YES);
    }
    if (is_among(cell, no, sizeof no / sizeof *no)) {
        return vcl_reading_as(VCL_MSG_READ_NO);
    }
    return vcl_reading_not(VCL_MSG_CELL_NOT_YES_NO);
}

bool vcl_flag_is_tick(vcl_slice cell)
{
    return is_among(vcl_reading_trim(cell), yes, sizeof yes / sizeof *yes);
}
