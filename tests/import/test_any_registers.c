/* Registers made of few words by chance, so that all collide with all: every row has one fate, the
 * dataset has no error, and the order of rows changes no byte of it. */
#include "registered.h"

static const char *const ids[] = {
    "A", "a", "B", "htx-tan-lac", "007", "7", "0100109106", "ho-0001"
};
static const char *const names[] = { "HTX Tân Lạc",
                                     "Hợp tác xã Tân Lạc",
                                     "HTX Tấn Lạc",
                                     "THT Tân Lạc",
                                     "HTX 1",
                                     "HTX 01",
                                     "Công ty Xanh",
                                     "Cty Xanh",
                                     "Liên hiệp HTX Xanh",
                                     "A",
                                     "007",
                                     "Lan",
                                     "0100109106",
                                     "!!!",
                                     "HTX" };
static const char *const products[] = { "Bưởi",         "bưởi; Quýt", "Bưởi (3 tấn), Na: 2 tạ",
                                        "Rau, củ, quả", "*",          "buoi",
                                        "Bưởi và Na",   "???" };
static const char *const places[] = { "Tân Lạc",
                                      "Huyện Tân Lạc",
                                      "Xã Đông Lai",
                                      "Đông Lai",
                                      "Đông Lai, Tân Lạc",
                                      "A",
                                      "thôn 3, xã Đông Lai, Tân Lạc" };
static const char *const texts[] = { "x", "y; z", "4", "4; 3", "9 sao" };
static const char *const years[] = { "2017", "2017-05", "2017-05-20" };
static const char *const numbers[] = { "0", "1", "65", "-3", "1e300", "1000.5" };
static const char *const dates[] = { "2024-01-01", "2025-12-31" };
static const char *const flags[] = { "yes", "no" };
static const char *const kinds[] = { "farmer", "group", "cooperative", "union", "enterprise" };
static const char *const statuses[] = { "active", "suspended", "dissolved" };
static const char *const link_kinds[] = { "supply", "input", "membership" };
static const char *const link_statuses[] = { "active", "ended", "breached" };
static const char *const contracts[] = { "written", "oral", "none" };
static const char *const tax_codes[] = { "0100109106", "0312345674" };

#define POOL(pool)                                                                                 \
    *count = sizeof(pool) / sizeof *(pool);                                                        \
    return pool

/* Words that a field may hold. */
static const char *const *pool_of(vcl_takes takes, size_t *count)
{
    switch (takes) {
    case VCL_TAKES_ID:
    case VCL_TAKES_PARTY_ID:
    case VCL_TAKES_SELLER_ID:
    case VCL_TAKES_BUYER_ID:
    case VCL_TAKES_ORGANISATION_ID:
        POOL(ids);
    case VCL_TAKES_NAME:
    case VCL_TAKES_PARTY:
    case VCL_TAKES_SELLER:
    case VCL_TAKES_BUYER:
    case VCL_TAKES_ORGANISATION:
        POOL(names);
    case VCL_TAKES_TAX_CODE:
    case VCL_TAKES_SELLER_TAX_CODE:
    case VCL_TAKES_BUYER_TAX_CODE:
        POOL(tax_codes);
    case VCL_TAKES_KIND:
        POOL(kinds);
    case VCL_TAKES_STATUS:
        POOL(statuses);
    case VCL_TAKES_LINK_KIND:
        POOL(link_kinds);
    case VCL_TAKES_LINK_STATUS:
        POOL(link_statuses);
    case VCL_TAKES_CONTRACT:
        POOL(contracts);
    case VCL_TAKES_FLAG:
        POOL(flags);
    case VCL_TAKES_DATE:
    case VCL_TAKES_END_DATE:
        POOL(dates);
    case VCL_TAKES_PLACE:
    case VCL_TAKES_PARENT:
        POOL(places);
    case VCL_TAKES_PRODUCT:
    case VCL_TAKES_PRODUCTS:
        POOL(products);
    case VCL_TAKES_TEXT:
    case VCL_TAKES_TEXTS:
    case VCL_TAKES_STARS:
        POOL(texts);
    case VCL_TAKES_FOUNDED:
        POOL(years);
    default:
        POOL(numbers);
    }
}

static unsigned draw(unsigned *seed, size_t below)
{
    *seed = *seed * 1103515245u + 12345u;
    return (*seed >> 16) % (unsigned)below;
}

/* Products and places are told apart by names of theirs, not by texts and names of actors. */
static const char *word_of(vcl_register owner, vcl_register_field field, unsigned *seed)
{
    vcl_takes takes = vcl_register_field_at(field)->takes;
    size_t count = 0;

    if (field == VCL_FIELD_PRODUCTS_NAME || field == VCL_FIELD_PLACES_NAME) {
        takes = owner == VCL_REGISTER_PRODUCTS ? VCL_TAKES_PRODUCT : VCL_TAKES_PLACE;
    } else if (field == VCL_FIELD_PLACES_LEVEL) {
        static const char *const levels[] = { "xã", "huyện", "vùng" };
        return levels[draw(seed, 3)];
    }
    const char *const *pool = pool_of(takes, &count);
    return pool[draw(seed, count)];
}

enum { SHEETS = 7, ROWS = 9, LINE = 2048 };

typedef struct sheet {
    vcl_register kind;
    size_t count;
    char rows[ROWS][LINE];
} sheet;

static void make_row(sheet *own, char *line, unsigned *seed)
{
    size_t used = 0;
    unsigned density = 1 + draw(seed, 4);

    line[0] = '\0';
    for (vcl_register_field field = vcl_register_first(own->kind);
         field < vcl_register_end(own->kind); field++) {
        bool key = vcl_register_field_at(field)->use == VCL_FIELD_KEY;
        if (draw(seed, key ? 3 : 8) < (key ? 2 : density)) {
            used += (size_t)snprintf(line + used, LINE - used, "%s%s=%s", used > 0 ? "|" : "",
                                     vcl_register_field_at(field)->key,
                                     word_of(own->kind, field, seed));
        }
    }
    if (used == 0) {
        vcl_register_field field = vcl_register_first(own->kind);
        (void)snprintf(line, LINE, "%s=%s", vcl_register_field_at(field)->key,
                       word_of(own->kind, field, seed));
    }
}

static void make_sheets(sheet *sheets, unsigned *seed)
{
    for (size_t i = 0; i < SHEETS; i++) {
        sheets[i].kind = (vcl_register)draw(seed, VCL_REGISTER_COUNT);
        sheets[i].count = draw(seed, ROWS + 1);
        for (size_t j = 0; j < sheets[i].count; j++) {
            make_row(&sheets[i], sheets[i].rows[j], seed);
        }
    }
}

static void shuffle(sheet *sheets, unsigned *seed)
{
    static char kept[LINE];

    for (size_t i = 0; i < SHEETS; i++) {
        for (size_t j = sheets[i].count; j > 1; j--) {
            size_t other = draw(seed, j);
            memcpy(kept, sheets[i].rows[j - 1], LINE);
            memmove(sheets[i].rows[j - 1], sheets[i].rows[other], LINE);
            memcpy(sheets[i].rows[other], kept, LINE);
        }
    }
}

static void write_sheets(const sheet *sheets, char *out, size_t size)
{
    size_t used = 0;

    out[0] = '\0';
    for (size_t i = 0; i < SHEETS; i++) {
        used +=
            (size_t)snprintf(out + used, size - used, "%s\n", vcl_register_at(sheets[i].kind)->key);
        for (size_t j = 0; j < sheets[i].count; j++) {
            used += (size_t)snprintf(out + used, size - used, "%s\n", sheets[i].rows[j]);
        }
    }
    assert_true(used < size);
}

static void every_row_has_one_fate_and_no_order_counts(void **state)
{
    static sheet sheets[SHEETS];
    static char text[SHEETS * ROWS * LINE];

    (void)state;
    for (unsigned turn = 0; turn < 400; turn++) {
        unsigned seed = turn;
        make_sheets(sheets, &seed);
        write_sheets(sheets, text, sizeof text);
        registered first = register_all(text);
        shuffle(sheets, &seed);
        write_sheets(sheets, text, sizeof text);
        registered second = register_all(text);
        if (strcmp(first.text, second.text) != 0) {
            print_error("turn %u:\n%s", turn, text);
        }
        assert_string_equal(first.text, second.text);
        assert_int_equal(first.counts.actors, second.counts.actors);
        assert_int_equal(first.counts.links, second.counts.links);
        assert_int_equal(first.counts.named, second.counts.named);
        forget(&second);
        forget(&first);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_has_one_fate_and_no_order_counts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
