/* How totals, remarks and sections begin. */
#include "registers/row_words.h"

#include <string.h>

#include "values/reading.h"

static bool begins_with(vcl_slice text, const char *beginning)
{
    size_t size = strlen(beginning);

    return text.size >= size && memcmp(text.bytes, beginning, size) == 0;
}

bool vcl_row_begins_with_any(vcl_slice text, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (begins_with(text, list[i])) {
            return true;
        }
    }
    return false;
}

bool vcl_row_holds(vcl_slice text, const char *part)
{
    size_t size = strlen(part);

    for (size_t i = 0; i + size <= text.size; i++) {
        if (memcmp(text.bytes + i, part, size) == 0) {
            return true;
        }
    }
    return false;
}

/* "cộng i+ii", "tổng (i) + (ii)" */
static bool is_sum_of_sections(vcl_slice label)
{
    static const char *const sums[] = { "cộng ", "tổng ", "tổng cộng " };

    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
        size_t at = strlen(sums[i]);
        bool begins = begins_with(label, sums[i]) && label.size > at;
        while (begins && at < label.size && strchr("ivx+,&() ", label.bytes[at]) != NULL) {
            at++;
        }
        if (begins && at == label.size) {
            return true;
        }
    }
    return false;
}

/* Not "Tổng công ty …", which is a company. */
bool vcl_row_is_total(vcl_slice label)
{
    static const char *const whole[] = {
        "tổng", "tổng cộng", "cộng",      "tổng số",    "total",
        "sum",  "tong",      "tong cong", "toàn huyện", "toàn tỉnh"
    };
    static const char *const begun[] = { "tổng cộng",  "tổng số",       "tổng:",       "tổng (",
                                         "cộng:",      "cộng (",        "cộng toàn",   "tổng toàn",
                                         "total:",     "total (",       "grand total", "cộng xã",
                                         "cộng huyện", "cộng thị trấn", "cộng phường", "cộng tỉnh",
                                         "cộng mục",   "cộng phần",     "cộng nhóm",   "tổng xã",
                                         "tổng huyện", "tiểu cộng",     "subtotal" };

    while (label.size > 0 && strchr(":. ", label.bytes[label.size - 1]) != NULL) {
        label.size--;
    }
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        if (vcl_reading_is(label, whole[i])) {
            return true;
        }
    }
    return is_sum_of_sections(label) ||
           vcl_row_begins_with_any(label, begun, sizeof begun / sizeof *begun);
}

bool vcl_row_is_remark(vcl_slice label)
{
    static const char *const begun[] = { "ghi chú", "người lập",   "lưu ý",     "nguồn:",
                                         "note:",   "notes:",      "source:",   "(ký",
                                         "ký tên",  "thủ trưởng",  "nơi nhận",  "người tổng hợp",
                                         "(*",      "*",           "chú thích", "tm. ubnd",
                                         "tm.ubnd", "xác nhận của" };

    return vcl_row_begins_with_any(label, begun, sizeof begun / sizeof *begun) ||
           (vcl_row_holds(label, "ngày") && vcl_row_holds(label, "tháng") &&
            vcl_row_holds(label, "năm"));
}

bool vcl_row_names_place(vcl_slice label)
{
    static const char *const places[] = { "huyện ",     "xã ",   "thị trấn ", "phường ",
                                          "thành phố ", "tỉnh ", "thị xã ",   "quận " };

    return vcl_row_begins_with_any(label, places, sizeof places / sizeof *places);
}

bool vcl_row_is_note(vcl_slice label)
{
    static const char *const begun[] = { "ghi chú", "lưu ý", "nguồn:", "note:",    "notes:",
                                         "source:", "(*",    "*",      "chú thích" };

    return vcl_row_begins_with_any(label, begun, sizeof begun / sizeof *begun);
}

static bool is_roman_digit(char byte)
{
    return byte == 'I' || byte == 'V' || byte == 'X' || byte == 'L';
}

/* "I", "IV", "A": how sections are numbered where rows have 1, 2, 3. Its size, 0 if it is none. */
size_t vcl_row_section_number(vcl_slice text)
{
    size_t size = 0;

    while (size < text.size && is_roman_digit(text.bytes[size])) {
        size++;
    }
    if (size == 0 && text.size > 0 && text.bytes[0] >= 'A' && text.bytes[0] <= 'H') {
        size = 1;
    }
    return size;
}

/* "II. Xã Đông Hưng" */
bool vcl_row_begins_as_section(vcl_slice text)
{
    size_t size = vcl_row_section_number(text);

    return size > 0 && text.size > size + 1 && strchr(".)/-", text.bytes[size]) != NULL &&
           text.bytes[size + 1] == ' ';
}
