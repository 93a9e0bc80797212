/* Writes a made-up chain of the size and shape of a whole country: for every 10 million farming
 * households 70,000 groups, 30,000 cooperatives, 130 unions and 20,000 enterprises, in the
 * 3,321 communes of 34 provinces. Names, links and figures are drawn at random.
 *
 *   national [--farmers 10000000] [--seed 1] [--shuffled] [--document] [--compact] [--ascii] > FILE
 *
 * Each record has a slot, and is drawn from the seed and its slot's number alone. So the records
 * are the same in any order and form, and shuffling (by a Feistel network over the slots, after Luby
 * and Rackoff, 1988) needs no memory. */
#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "records.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const char *const products[][2] = {
    { "lua", "Lúa gạo" },
    { "ngo", "Ngô" },
    { "san", "Sắn" },
    { "khoai-lang", "Khoai lang" },
    { "lac", "Lạc" },
    { "mia", "Mía" },
    { "che", "Chè" },
    { "que", "Quế" },
    { "mo", "Mơ" },
    { "vai", "Vải thiều" },
    { "nhan", "Nhãn" },
    { "cam", "Cam" },
    { "buoi", "Bưởi" },
    { "chuoi", "Chuối" },
    { "rau", "Rau an toàn" },
    { "nam", "Nấm" },
    { "lon", "Lợn thịt" },
    { "ga", "Gà đồi" },
    { "bo", "Bò thịt" },
    { "mat-ong", "Mật ong" },
    { "ca-phe", "Cà phê" },
    { "ho-tieu", "Hồ tiêu" },
    { "dieu", "Điều" },
    { "sau-rieng", "Sầu riêng" },
    { "thanh-long", "Thanh long" },
    { "xoai", "Xoài" },
    { "ca-tra", "Cá tra" },
    { "tom", "Tôm nước lợ" },
};

static const struct province {
    unsigned code;
    const char *name;
} provinces[] = {
    { 1, "Thành phố Hà Nội" },       { 4, "Tỉnh Cao Bằng" },     { 8, "Tỉnh Tuyên Quang" },
    { 11, "Tỉnh Điện Biên" },        { 12, "Tỉnh Lai Châu" },    { 14, "Tỉnh Sơn La" },
    { 15, "Tỉnh Lào Cai" },          { 19, "Tỉnh Thái Nguyên" }, { 20, "Tỉnh Lạng Sơn" },
    { 22, "Tỉnh Quảng Ninh" },       { 24, "Tỉnh Bắc Ninh" },    { 25, "Tỉnh Phú Thọ" },
    { 31, "Thành phố Hải Phòng" },   { 33, "Tỉnh Hưng Yên" },    { 37, "Tỉnh Ninh Bình" },
    { 38, "Tỉnh Thanh Hóa" },        { 40, "Tỉnh Nghệ An" },     { 42, "Tỉnh Hà Tĩnh" },
    { 44, "Tỉnh Quảng Trị" },        { 46, "Thành phố Huế" },    { 48, "Thành phố Đà Nẵng" },
    { 51, "Tỉnh Quảng Ngãi" },       { 52, "Tỉnh Gia Lai" },     { 56, "Tỉnh Khánh Hòa" },
    { 66, "Tỉnh Đắk Lắk" },          { 68, "Tỉnh Lâm Đồng" },    { 75, "Tỉnh Đồng Nai" },
    { 79, "Thành phố Hồ Chí Minh" }, { 80, "Tỉnh Tây Ninh" },    { 82, "Tỉnh Đồng Tháp" },
    { 86, "Tỉnh Vĩnh Long" },        { 91, "Tỉnh An Giang" },    { 92, "Thành phố Cần Thơ" },
    { 96, "Tỉnh Cà Mau" },
};

static const char *const families[] = { "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần",  "Trần",
                                        "Lê",     "Lê",     "Phạm",   "Hoàng",  "Huỳnh", "Phan",
                                        "Vũ",     "Võ",     "Đặng",   "Bùi",    "Đỗ",    "Hồ",
                                        "Ngô",    "Dương",  "Lý",     "Lò",     "Quàng", "Giàng" };
static const char *const middles[] = { "Văn", "Văn", "Thị", "Thị", "Đức", "Hữu", "Ngọc", "Minh" };
static const char *const givens[] = { "An",    "Bình",  "Chiến", "Cường", "Dũng", "Đào",  "Giang",
                                      "Hà",    "Hạnh",  "Hiền",  "Hòa",   "Hồng", "Hùng", "Hương",
                                      "Khánh", "Lan",   "Liên",  "Loan",  "Long", "Mai",  "Nam",
                                      "Nga",   "Nhung", "Phúc",  "Quang", "Sơn",  "Thảo", "Thắng",
                                      "Thủy",  "Tuấn",  "Vinh",  "Yến" };
static const char *const villages[] = { "Đông Lai",    "Tân Sơn",     "Phú Vinh",   "Yên Dũng",
                                        "Hòa Bình",    "Quyết Chiến", "Thanh Hà",   "Mỹ Lộc",
                                        "Xuân Trường", "Bình An",     "Long Phú",   "Ea Kar",
                                        "Mường So",    "Sơn Động",    "Vĩnh Thạnh", "Cẩm Xuyên" };

/* The kinds of record, in the order of the file. */
enum { HEAD, PRODUCT, PROVINCE, COMMUNE, GROUP, COOPERATIVE, UNION, ENTERPRISE, FARMER, SECTIONS };

/* What lists: up to four products; none is "not stated". */
typedef struct basket {
    unsigned count;
    unsigned items[4];
} basket;

typedef struct actor {
    int section;
    uint64_t index;
} actor;

static uint64_t seed = 1;
static uint64_t counts[SECTIONS] = {
    [HEAD] = 1, [PRODUCT] = COUNT(products), [PROVINCE] = COUNT(provinces)
};

/* ---- chance ---- */

/* Steele, Lea, Flood (2014): SplitMix64. */
static uint64_t next(uint64_t *chance)
{
    uint64_t bits = *chance += 0x9E3779B97F4A7C15u;

    bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9u;
    bits = (bits ^ bits >> 27) * 0x94D049BB133111EBu;
    return bits ^ bits >> 31;
}

static uint64_t chance_of(actor actor, unsigned purpose)
{
    uint64_t chance = seed;

    chance = next(&chance) + (uint64_t)actor.section * 16 + purpose;
    chance = next(&chance) + actor.index;
    return next(&chance);
}

/* One of 0 … limit - 1; limit is below 2^32. */
static uint64_t below(uint64_t *chance, uint64_t limit)
{
    return (next(chance) >> 32) * limit >> 32;
}

static bool happens(uint64_t *chance, unsigned percent)
{
    return below(chance, 100) < percent;
}

/* ---- where things stand: the `count` of a kind are spread evenly over `areas` ---- */

static uint64_t area_of(uint64_t index, uint64_t count, uint64_t areas)
{
    return ((index + 1) * areas - 1) / count;
}

static uint64_t commune_of(actor actor)
{
    return area_of(actor.index, counts[actor.section], counts[COMMUNE]);
}

static uint64_t province_of(uint64_t commune)
{
    return area_of(commune, counts[COMMUNE], COUNT(provinces));
}

static actor somewhere_in(uint64_t *chance, int section, uint64_t area, uint64_t areas)
{
    uint64_t first = area * counts[section] / areas;
    uint64_t end = (area + 1) * counts[section] / areas;

    return (actor){ section, first + below(chance, end > first ? end - first : 1) };
}

static actor in_commune(uint64_t *chance, int section, uint64_t commune)
{
    return somewhere_in(chance, section, commune, counts[COMMUNE]);
}

static actor in_province(uint64_t *chance, int section, uint64_t commune)
{
    return somewhere_in(chance, section, province_of(commune), COUNT(provinces));
}

/* ---- what actors list, and whom they deliver to ---- */

/* Each province has eight products. */
static basket basket_of(actor organisation)
{
    uint64_t chance = chance_of(organisation, 1);
    uint64_t first = below(&chance, 8);
    uint64_t step = 1 + 2 * below(&chance, 4);
    uint64_t province = province_of(commune_of(organisation));
    basket basket = { .count = 1 + (unsigned)below(&chance, 3) };

    if (organisation.section == ENTERPRISE) {
        basket.count = happens(&chance, 10) ? 0 : basket.count + 1;
    }
    for (unsigned i = 0; i < basket.count; i++) {
        basket.items[i] = (unsigned)((province * 5 + (first + i * step) % 8) % COUNT(products));
    }
    return basket;
}

static bool handles(basket basket, unsigned product)
{
    for (unsigned i = 0; i < basket.count; i++) {
        if (basket.items[i] == product) {
            return true;
        }
    }
    return basket.count == 0;
}

static actor buyer_of(uint64_t *chance, uint64_t commune, unsigned product)
{
    actor buyer = in_province(chance, ENTERPRISE, commune);

    for (int i = 0; i < 6 && !handles(basket_of(buyer), product); i++) {
        buyer = happens(chance, 90) ? in_province(chance, ENTERPRISE, commune)
                                    : (actor){ ENTERPRISE, below(chance, counts[ENTERPRISE]) };
    }
    return buyer;
}

/* The cooperative that a group belongs to; six in ten do. */
static bool cooperative_of(actor group, actor *cooperative)
{
    uint64_t chance = chance_of(group, 2);

    *cooperative = in_commune(&chance, COOPERATIVE, commune_of(group));
    return happens(&chance, 60);
}

typedef struct household {
    basket basket;
    unsigned memberships;
    actor organisations[2];
    bool sells_itself;
    actor buyer;
} household;

/* A second organisation of the other kind: the cooperative of its group, or a group of its
 * cooperative, if there is one in the commune. */
static void join_second(household *household, uint64_t *chance, uint64_t commune)
{
    actor *second = &household->organisations[1];
    actor first = household->organisations[0];

    if (first.section == GROUP) {
        household->memberships = cooperative_of(first, second) ? 2 : 1;
        return;
    }
    for (int i = 0; household->memberships == 1 && i < 6; i++) {
        actor cooperative = { 0 };
        *second = in_commune(chance, GROUP, commune);
        if (cooperative_of(*second, &cooperative) && cooperative.index == first.index) {
            household->memberships = 2;
        }
    }
}

/* To a buyer of the commune that takes what the household has, if there is one. */
static void sell_itself(household *household, uint64_t *chance, uint64_t commune)
{
    bool wants = happens(chance, household->memberships == 0 ? 60 : 1);

    for (int i = 0; wants && !household->sells_itself && i < 6; i++) {
        household->buyer = in_commune(chance, ENTERPRISE, commune);
        household->sells_itself = household->basket.count == 0 ||
                                  handles(basket_of(household->buyer), household->basket.items[0]);
    }
}

static household household_of(actor farmer)
{
    uint64_t chance = chance_of(farmer, 1);
    uint64_t commune = commune_of(farmer);
    household household = { .memberships = 1 };
    int section = happens(&chance, 75) ? COOPERATIVE : GROUP;
    uint64_t lot = below(&chance, 100);

    household.organisations[0] = happens(&chance, 1) ? in_province(&chance, section, commune)
                                                     : in_commune(&chance, section, commune);
    household.basket = basket_of(household.organisations[0]);
    if (happens(&chance, 25)) {
        household.basket.count = 0;
    } else if (household.basket.count > 1) {
        household.basket.count = happens(&chance, 60) ? 1 : 2;
    }
    if (lot < 4) {
        household.memberships = 0;
    } else if (lot < 14) {
        join_second(&household, &chance, commune);
    }
    sell_itself(&household, &chance, commune);
    return household;
}

/* ---- records ---- */

static void field_actor(records *out, const char *key, actor actor)
{
    static const char *const prefixes[] = { [GROUP] = "THT-",
                                            [COOPERATIVE] = "HTX-",
                                            [UNION] = "LH-",
                                            [ENTERPRISE] = "DN-",
                                            [FARMER] = "H" };

    field_id(out, key, prefixes[actor.section], actor.section == FARMER ? 8 : 5, actor.index + 1);
}

static void begin_link(records *out, actor source, actor target, const char *kind)
{
    record_begin(out, "link");
    field_actor(out, "source", source);
    field_actor(out, "target", target);
    field_text(out, "kind", kind);
}

static void write_link(records *out, actor source, actor target, const char *kind)
{
    begin_link(out, source, target, kind);
    record_end(out);
}

static void field_date(records *out, uint64_t *chance, const char *key, unsigned year,
                       const char *day)
{
    char date[24];

    snprintf(date, sizeof date, "%u-%s", year + (unsigned)below(chance, 6), day);
    field_text(out, key, date);
}

static void write_supply(records *out, uint64_t *chance, actor source, actor target,
                         unsigned product)
{
    static const char *const contracts[] = { "written", "written", "oral", "none" };

    begin_link(out, source, target, "supply");
    field_text(out, "product", products[product][0]);
    if (happens(chance, 70)) {
        field_number(out, "volume_kg", 1000 + below(chance, 500) * 1000);
    }
    if (happens(chance, 80)) {
        field_text(out, "contract", contracts[below(chance, COUNT(contracts))]);
    }
    if (happens(chance, 60)) {
        field_date(out, chance, "start", 2020, "01-01");
        field_date(out, chance, "end", 2024, "12-31");
    }
    record_end(out);
}

static void write_head(records *out)
{
    record_begin(out, "graph");
    field_text(out, "name", "Cả nước (dữ liệu giả định)");
    field_text(out, "as_of", "2025-12-31");
    field_text(out, "currency", "VND");
    record_end(out);
}

static void write_product(records *out, uint64_t index)
{
    record_begin(out, "product");
    field_text(out, "id", products[index][0]);
    field_text(out, "name", products[index][1]);
    record_end(out);
}

static void write_province(records *out, uint64_t index)
{
    record_begin(out, "place");
    field_id(out, "id", "", 2, provinces[index].code);
    field_text(out, "name", provinces[index].name);
    field_text(out, "level", "province");
    record_end(out);
}

static void write_commune(records *out, uint64_t index)
{
    char name[64];

    snprintf(name, sizeof name, "Xã %s %" PRIu64, villages[index % COUNT(villages)],
             index / COUNT(villages) + 1);
    record_begin(out, "place");
    field_id(out, "id", "", 5, index + 1);
    field_text(out, "name", name);
    field_text(out, "level", "commune");
    field_id(out, "parent", "", 2, provinces[province_of(index)].code);
    record_end(out);
}

/* What a producer makes a year, each product with its output; what others list, plainly. */
static void field_products(records *out, uint64_t *chance, basket basket, bool with_output)
{
    if (basket.count == 0) {
        return;
    }
    field_array(out, "products");
    for (unsigned i = 0; i < basket.count; i++) {
        if (with_output) {
            item_begin(out);
            field_text(out, "product", products[basket.items[i]][0]);
            field_number(out, "output_kg", 10000 + below(chance, 900) * 1000);
            item_end(out);
        } else {
            item_text(out, products[basket.items[i]][0]);
        }
    }
    array_end(out);
}

static void begin_node(records *out, actor actor, const char *kind, const char *name)
{
    record_begin(out, "node");
    field_actor(out, "id", actor);
    field_text(out, "kind", kind);
    field_text(out, "name", name);
    field_id(out, "place", "", 5, commune_of(actor) + 1);
}

static void write_organisation(records *out, actor actor)
{
    static const char *const kinds[] = { [GROUP] = "group",
                                         [COOPERATIVE] = "cooperative",
                                         [UNION] = "union",
                                         [ENTERPRISE] = "enterprise" };
    static const char *const titles[] = { [GROUP] = "Tổ hợp tác",
                                          [COOPERATIVE] = "HTX nông nghiệp",
                                          [UNION] = "Liên hiệp HTX",
                                          [ENTERPRISE] = "Công ty TNHH" };
    static const char *const sectors[] = { "crops", "crops", "livestock", "aquaculture", "mixed" };
    uint64_t chance = chance_of(actor, 3);
    char name[96];

    snprintf(name, sizeof name, "%s %s %" PRIu64, titles[actor.section],
             villages[below(&chance, COUNT(villages))], actor.index + 1);
    begin_node(out, actor, kinds[actor.section], name);
    if (actor.section == GROUP || actor.section == COOPERATIVE) {
        uint64_t most = actor.section == GROUP ? 60 : 400;
        field_number(out, "members", 7 + below(&chance, most));
    }
    if (actor.section == COOPERATIVE) {
        field_text(out, "sector", sectors[below(&chance, COUNT(sectors))]);
        field_number(out, "founded", 2003 + below(&chance, 22));
    }
    field_products(out, &chance, basket_of(actor), actor.section == COOPERATIVE);
    if (happens(&chance, 3)) {
        field_text(out, "status", "suspended");
    }
    record_end(out);
}

static void write_farmer(records *out, actor farmer)
{
    household household = household_of(farmer);
    uint64_t chance = chance_of(farmer, 3);
    char name[64];

    snprintf(name, sizeof name, "%s %s %s", families[below(&chance, COUNT(families))],
             middles[below(&chance, COUNT(middles))], givens[below(&chance, COUNT(givens))]);
    begin_node(out, farmer, "farmer", name);
    field_products(out, &chance, household.basket, false);
    if (happens(&chance, 30)) {
        field_tenths(out, "area_ha", 1 + below(&chance, 40));
    }
    record_end(out);
}

/* ---- links; `number` counts from 1, and not every number has a link ---- */

static void write_group_link(records *out, actor group, unsigned number)
{
    uint64_t chance = chance_of(group, 3 + number);
    actor cooperative;

    if (number == 1 && cooperative_of(group, &cooperative)) {
        write_link(out, group, cooperative, "membership");
    } else if (number == 2 && happens(&chance, 15)) {
        unsigned product = basket_of(group).items[0];
        actor buyer = buyer_of(&chance, commune_of(group), product);
        write_supply(out, &chance, group, buyer, product);
    }
}

static void write_cooperative_link(records *out, actor cooperative, unsigned number)
{
    uint64_t chance = chance_of(cooperative, 3 + number);
    basket basket = basket_of(cooperative);
    unsigned product = basket.items[below(&chance, basket.count)];

    if (number == 4) {
        if (happens(&chance, 10)) {
            actor unio = in_province(&chance, UNION, commune_of(cooperative));
            write_link(out, cooperative, unio, "membership");
        }
    } else if (happens(&chance, number == 1 ? 60 : 30)) {
        actor buyer = buyer_of(&chance, commune_of(cooperative), product);
        write_supply(out, &chance, cooperative, buyer, product);
    }
}

static void write_union_link(records *out, actor unio, unsigned number)
{
    uint64_t chance = chance_of(unio, 3 + number);
    unsigned product = basket_of(unio).items[0];
    actor buyer = buyer_of(&chance, commune_of(unio), product);

    write_supply(out, &chance, unio, buyer, product);
}

/* A quarter sell on to another. One in twenty supplies inputs. */
static void write_enterprise_link(records *out, actor enterprise, unsigned number)
{
    uint64_t chance = chance_of(enterprise, 4);
    uint64_t own = chance_of(enterprise, 4 + number);
    bool supplies_inputs = happens(&chance, 5);
    basket basket = basket_of(enterprise);
    uint64_t commune = commune_of(enterprise);

    if (supplies_inputs) {
        write_link(out, enterprise, in_province(&own, COOPERATIVE, commune), "input");
    } else if (number == 1 && basket.count > 0 && happens(&own, 25)) {
        actor buyer = buyer_of(&own, commune, basket.items[0]);
        if (buyer.index != enterprise.index) {
            write_supply(out, &own, enterprise, buyer, basket.items[0]);
        }
    }
}

static void write_farmer_link(records *out, actor farmer, unsigned number)
{
    household household = household_of(farmer);

    if (number <= household.memberships) {
        write_link(out, farmer, household.organisations[number - 1], "membership");
    } else if (number == 3 && household.sells_itself) {
        uint64_t chance = chance_of(farmer, 4);
        begin_link(out, farmer, household.buyer, "supply");
        field_number(out, "volume_kg", 100 + below(&chance, 50) * 100);
        record_end(out);
    }
}

/* ---- slots: each actor has one for its record and one for each link it may have ---- */

static const uint64_t slots[SECTIONS] = {
    [HEAD] = 1,        [PRODUCT] = 1, [PROVINCE] = 1,   [COMMUNE] = 1, [GROUP] = 3,
    [COOPERATIVE] = 5, [UNION] = 4,   [ENTERPRISE] = 4, [FARMER] = 4
};

static void write_node(records *out, actor actor)
{
    switch (actor.section) {
    case HEAD:
        write_head(out);
        break;
    case PRODUCT:
        write_product(out, actor.index);
        break;
    case PROVINCE:
        write_province(out, actor.index);
        break;
    case COMMUNE:
        write_commune(out, actor.index);
        break;
    case FARMER:
        write_farmer(out, actor);
        break;
    default:
        write_organisation(out, actor);
    }
}

static void write_slot(records *out, actor actor, unsigned number)
{
    static void (*const links[])(records *, struct actor, unsigned) = {
        [GROUP] = write_group_link,   [COOPERATIVE] = write_cooperative_link,
        [UNION] = write_union_link,   [ENTERPRISE] = write_enterprise_link,
        [FARMER] = write_farmer_link,
    };

    if (number == 0) {
        write_node(out, actor);
    } else {
        links[actor.section](out, actor, number);
    }
}

static void write_natural(records *out)
{
    for (int section = 0; section < SECTIONS; section++) {
        for (uint64_t i = 0; i < counts[section] * slots[section]; i++) {
            write_slot(out, (actor){ section, i / slots[section] }, (unsigned)(i % slots[section]));
        }
    }
}

/* A document has its lists one after the other. */
static void write_document(records *out)
{
    records_frame(out, "{\"format\": \"vclink\", \"version\": 1, \"directed\": true, "
                       "\"multigraph\": true, \"graph\": ");
    write_head(out);
    for (int section = PRODUCT; section < SECTIONS; section++) {
        static const char *const frames[SECTIONS] = { [PRODUCT] = ",\n\"products\": [",
                                                      [PROVINCE] = "],\n\"places\": [",
                                                      [GROUP] = "],\n\"nodes\": [" };
        if (frames[section] != NULL) {
            records_frame(out, frames[section]);
        }
        for (uint64_t i = 0; i < counts[section]; i++) {
            write_node(out, (actor){ section, i });
        }
    }
    records_frame(out, "],\n\"links\": [");
    for (int section = GROUP; section < SECTIONS; section++) {
        for (uint64_t i = 0; i < counts[section] * slots[section]; i++) {
            if (i % slots[section] != 0) {
                write_slot(out, (actor){ section, i / slots[section] },
                           (unsigned)(i % slots[section]));
            }
        }
    }
    records_frame(out, "]}\n");
}

/* The number that stands where `number` stood, of 0 … 4^bits - 1. */
static uint64_t permuted(uint64_t number, unsigned bits)
{
    uint64_t mask = (UINT64_C(1) << bits) - 1;
    uint64_t left = number >> bits;
    uint64_t right = number & mask;

    for (unsigned round = 0; round < 4; round++) {
        uint64_t mixed = chance_of((actor){ SECTIONS, right }, round) & mask;
        uint64_t old = right;
        right = left ^ mixed;
        left = old;
    }
    return left << bits | right;
}

static void write_numbered(records *out, uint64_t slot)
{
    int section = 0;

    while (slot >= counts[section] * slots[section]) {
        slot -= counts[section] * slots[section];
        section++;
    }
    write_slot(out, (actor){ section, slot / slots[section] }, (unsigned)(slot % slots[section]));
}

static void write_shuffled(records *out)
{
    uint64_t total = 0;
    unsigned bits = 1;

    for (int section = 0; section < SECTIONS; section++) {
        total += counts[section] * slots[section];
    }
    while (total > UINT64_C(1) << 2 * bits) {
        bits++;
    }
    for (uint64_t i = 0; i < UINT64_C(1) << 2 * bits; i++) {
        uint64_t slot = permuted(i, bits);
        if (slot < total) {
            write_numbered(out, slot);
        }
    }
}

/* ---- the command ---- */

static uint64_t scaled(uint64_t of_ten_million, uint64_t least)
{
    uint64_t count = (counts[FARMER] * of_ten_million + 5000000) / 10000000;

    return count > least ? count : least;
}

static void size_sections(uint64_t farmers)
{
    counts[FARMER] = farmers;
    counts[COMMUNE] = scaled(3321, COUNT(provinces));
    counts[GROUP] = scaled(70000, 1);
    counts[COOPERATIVE] = scaled(30000, 1);
    counts[UNION] = scaled(130, 1);
    counts[ENTERPRISE] = scaled(20000, 1);
}

static bool read_number(const char *text, uint64_t most, uint64_t *number)
{
    char *end = NULL;

    errno = 0;
    *number = strtoull(text, &end, 10);
    return errno == 0 && *text >= '0' && *text <= '9' && *end == '\0' && *number <= most;
}

static bool read_options(int argc, char **argv, records *out, uint64_t *farmers, int *shuffled)
{
    int document = 0;
    int compact = 0;
    int ascii = 0;
    int option = 0;
    const struct option options[] = { { "farmers", required_argument, NULL, 'f' },
                                      { "seed", required_argument, NULL, 's' },
                                      { "shuffled", no_argument, shuffled, 1 },
                                      { "document", no_argument, &document, 1 },
                                      { "compact", no_argument, &compact, 1 },
                                      { "ascii", no_argument, &ascii, 1 },
                                      { 0 } };

    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if ((option == 'f' && !read_number(optarg, 99999999, farmers)) ||
            (option == 's' && !read_number(optarg, UINT64_MAX, &seed)) || option == '?') {
            return false;
        }
    }
    out->document = document;
    out->compact = compact;
    out->ascii = ascii;
    return optind == argc && *farmers > 0 && !(document && *shuffled);
}

int main(int argc, char **argv)
{
    static records out = { 0 };
    uint64_t farmers = 10000000;
    int shuffled = 0;

    out.stream = stdout;
    if (!read_options(argc, argv, &out, &farmers, &shuffled)) {
        fputs("usage: national [--farmers 1..99999999] [--seed N] [--compact] [--ascii] "
              "[--document | --shuffled]\n",
              stderr);
        return 2;
    }
    size_sections(farmers);
    if (out.document) {
        write_document(&out);
    } else if (shuffled) {
        write_shuffled(&out);
    } else {
        write_natural(&out);
    }
    if (!records_flush(&out) || ferror(stdout)) {
        perror("national");
        return 4;
    }
    return 0;
}
