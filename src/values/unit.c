/* Units as registers name them. */
#include "values/unit.h"

#include <string.h>

typedef struct unit {
    vcl_quantity quantity;
    const char *word;
    int power;
} unit;

static const unit units[] = {
    { VCL_QUANTITY_MASS, "kg", 0 },
    { VCL_QUANTITY_MASS, "kgs", 0 },
    { VCL_QUANTITY_MASS, "kilogam", 0 },
    { VCL_QUANTITY_MASS, "ki-lô-gam", 0 },
    { VCL_QUANTITY_MASS, "cân", 0 },
    { VCL_QUANTITY_MASS, "gam", -3 },
    { VCL_QUANTITY_MASS, "g", -3 },
    { VCL_QUANTITY_MASS, "yến", 1 },
    { VCL_QUANTITY_MASS, "tạ", 2 },
    { VCL_QUANTITY_MASS, "tấn", 3 },
    { VCL_QUANTITY_MASS, "tan", 3 },
    { VCL_QUANTITY_MASS, "t", 3 },
    { VCL_QUANTITY_MASS, "tonnes", 3 },
    { VCL_QUANTITY_MASS, "tonne", 3 },
    { VCL_QUANTITY_MONEY, "đồng", 0 },
    { VCL_QUANTITY_MONEY, "dong", 0 },
    { VCL_QUANTITY_MONEY, "đ", 0 },
    { VCL_QUANTITY_MONEY, "₫", 0 },
    { VCL_QUANTITY_MONEY, "vnđ", 0 },
    { VCL_QUANTITY_MONEY, "vnd", 0 },
    { VCL_QUANTITY_MONEY, "đơn vị tiền tệ", 0 },
    { VCL_QUANTITY_MONEY, "currency units", 0 },
    { VCL_QUANTITY_MONEY, "trđ", 6 },
    { VCL_QUANTITY_MONEY, "tr.đ", 6 },
    { VCL_QUANTITY_AREA, "ha", 0 },
    { VCL_QUANTITY_AREA, "hecta", 0 },
    { VCL_QUANTITY_AREA, "héc-ta", 0 },
    { VCL_QUANTITY_AREA, "héc ta", 0 },
    { VCL_QUANTITY_AREA, "km2", 2 },
    { VCL_QUANTITY_AREA, "km²", 2 },
    { VCL_QUANTITY_AREA, "m2", -4 },
    { VCL_QUANTITY_AREA, "m²", -4 },
    { VCL_QUANTITY_AREA, "mét vuông", -4 },
    { VCL_QUANTITY_COUNT, "hộ", 0 },
    { VCL_QUANTITY_COUNT, "người", 0 },
    { VCL_QUANTITY_COUNT, "thành viên", 0 },
    { VCL_QUANTITY_COUNT, "xã viên", 0 },
    { VCL_QUANTITY_COUNT, "hội viên", 0 },
    { VCL_QUANTITY_COUNT, "lao động", 0 },
    { VCL_QUANTITY_COUNT, "members", 0 },
    { VCL_QUANTITY_COUNT, "households", 0 },
    { VCL_QUANTITY_COUNT, "people", 0 },
    { VCL_QUANTITY_SHARE, "%", -2 },
    { VCL_QUANTITY_SHARE, "phần trăm", -2 },
    { VCL_QUANTITY_SHARE, "percent", -2 },
};

/* What multiplies the unit behind it, and where that is money stands alone. */
static const unit scales[] = {
    { VCL_QUANTITY_MONEY, "nghìn", 3 },   { VCL_QUANTITY_MONEY, "ngàn", 3 },
    { VCL_QUANTITY_MONEY, "nghin", 3 },   { VCL_QUANTITY_MONEY, "k", 3 },
    { VCL_QUANTITY_MONEY, "triệu", 6 },   { VCL_QUANTITY_MONEY, "trieu", 6 },
    { VCL_QUANTITY_MONEY, "tr.", 6 },     { VCL_QUANTITY_MONEY, "tr", 6 },
    { VCL_QUANTITY_MONEY, "tỷ", 9 },      { VCL_QUANTITY_MONEY, "tỉ", 9 },
    { VCL_QUANTITY_MONEY, "ty", 9 },      { VCL_QUANTITY_MONEY, "million", 6 },
    { VCL_QUANTITY_MONEY, "billion", 9 },
};

static const char *const years[] = { "/năm", "/ năm", "một năm", "mỗi năm", "hàng năm",
                                     "/nam", "/year", "a year",  "per year" };

static const char *const periods[] = { "vụ",   "tháng", "quý",   "tuần",
                                       "ngày", "lứa",   "month", "season" };

static const char *const regional[] = { "sào", "mẫu", "công", "sao", "mau", "cong" };

static bool ends_with_any(vcl_slice text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (vcl_reading_take_last(&text, words[i])) {
            return true;
        }
    }
    return false;
}

static bool begins_with_any(vcl_slice text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (vcl_reading_take(&text, words[i])) {
            return true;
        }
    }
    return false;
}

static bool find_unit(vcl_slice text, vcl_quantity quantity, int *power)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (units[i].quantity == quantity && vcl_reading_is(text, units[i].word)) {
            *power += units[i].power;
            return true;
        }
    }
    return false;
}

/* At most two: "nghìn tỷ". */
static int take_scales(vcl_slice *text)
{
    int power = 0;

    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
            if (vcl_reading_take(text, scales[i].word)) {
                power += scales[i].power;
                break;
            }
        }
    }
    return power;
}

vcl_reading vcl_unit_read(vcl_slice text, vcl_quantity quantity, int *power)
{
    *power = 0;
    text = vcl_reading_trim(text);
    for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
        if (vcl_reading_take_last(&text, years[i])) {
            break;
        }
    }
    while (text.size > 0 && text.bytes[text.size - 1] == '.') { /* "tr.đ." */
        text.size--;
    }
    if (find_unit(text, quantity, power)) {
        return vcl_reading_as(VCL_MSG_READ_UNIT_CELL);
    }
    if (quantity == VCL_QUANTITY_AREA &&
        begins_with_any(text, regional, sizeof regional / sizeof *regional)) {
        return vcl_reading_not(VCL_MSG_CELL_UNIT_REGIONAL);
    }
    if (ends_with_any(text, periods, sizeof periods / sizeof *periods)) {
        return vcl_reading_not(VCL_MSG_CELL_UNIT_PERIOD);
    }
    *power = take_scales(&text);
    bool alone = text.size == 0 && *power > 0 &&
                 (quantity == VCL_QUANTITY_MONEY || quantity == VCL_QUANTITY_COUNT);
    if (quantity != VCL_QUANTITY_SHARE && (alone || find_unit(text, quantity, power))) {
        return vcl_reading_as(VCL_MSG_READ_UNIT_CELL);
    }
    return vcl_reading_not(VCL_MSG_CELL_UNIT_UNKNOWN);
}

/* The part of a heading where its unit would stand. */
static vcl_slice unit_part(vcl_slice heading)
{
    size_t end = heading.size;

    if (end > 0 && heading.bytes[end - 1] == ')') {
        end--;
        for (size_t i = end; i-- > 0;) {
            if (heading.bytes[i] == '(') {
                return vcl_reading_trim((vcl_slice){ heading.bytes + i + 1, end - i - 1 });
            }
        }
        return (vcl_slice){ 0 };
    }
    for (size_t i = end; i-- > 0;) {
        if (heading.bytes[i] == ',' || heading.bytes[i] == ':') {
            return vcl_reading_trim(vcl_slice_from(heading, i + 1));
        }
    }
    return (vcl_slice){ 0 };
}

bool vcl_unit_of_heading(vcl_slice heading, vcl_quantity quantity, int *power, vcl_reading *reading)
{
    vcl_slice part = unit_part(vcl_reading_trim(heading));

    *reading = vcl_reading_as(VCL_MSG_READ_NUMBER);
    (void)(vcl_reading_take(&part, "đvt:") || vcl_reading_take(&part, "đơn vị tính:") ||
           vcl_reading_take(&part, "đơn vị:"));
    if (part.size == 0) {
        return false;
    }
    vcl_reading found = vcl_unit_read(part, quantity, power);
    if (found.understood) {
        *reading = vcl_reading_as(VCL_MSG_READ_UNIT_HEADING);
        return true;
    }
    if (found.message != VCL_MSG_CELL_UNIT_UNKNOWN) {
        *reading = found;
    }
    return false;
}
