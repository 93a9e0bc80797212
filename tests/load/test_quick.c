/* load/quick: what it takes is what the careful reader makes of it, to the byte. Records are drawn
 * from a grammar, each dataset with habits of its own, and bytes of some are then changed.
 *
 * VCLINK_MUTATED_RECORDS: how many records to draw, 200,000 unless set. */
#include "both_ways.h"
#include "support/assert.h"
#include "support/chance.h"

typedef struct file_habits {
    const char *comma;
    const char *colon;
    const char *line_end;
    bool in_lines;
    bool in_order; /* fields come as in the tables below */
    uint32_t fields; /* of a hundred, how many stand in a record */
    uint32_t odd; /* values of a thousand that are odd */
    uint32_t changed; /* records of a thousand whose bytes are changed */
} file_habits;

typedef struct field_choice {
    const char *key;
    const char *values[8]; /* JSON, ends with NULL */
} field_choice;

static const field_choice node_choices[] = {
    { "id", { "\"H00000001\"", "\"f\"", "17", "\"HTX \xC4\x90\xC3\xB4ng Lai\"", "\"h-\\u0111\"" } },
    { "kind", { "\"farmer\"", "\"farmer\"", "\"cooperative\"", "\"group\"", "\"enterprise\"" } },
    { "place",
      { "\"00155\"", "155",
        "\"Xu\xC3\xA2n H\xC3\xB2"
        "a\"",
        "null", "-7" } },
    { "products",
      { "[]", "[\"p01\"]", "[\"p01\", \"p02\" ,3]", "[{\"product\":\"p01\",\"output_kg\":120000}]",
        "[ {\"output_kg\": 0.5, \"product\": \"p1\", \"x\": 1}, {\"product\": 7, \"ocop\": [4, "
        "5]}]",
        "[\"p1\",\"p1\"]", "[{\"product\":\"p\",\"demand_kg\":null,\"ocop\":[]}]" } },
    { "name",
      { "\"Nguy\xE1\xBB\x85n V\xC4\x83n \xC3\x81n\"", "\"Nguy\\u1ec5n V\\u0103n \\u00c1n\"",
        "\"plain\"", "\"a \\\"b\\\" \\\\ \\/ \\n\\t\\r\\b\\f\"",
        "\"\\ud83d\\ude00 \xF0\x9F\x98\x80\"", "\"a name that is longer than eight bytes\"",
        "\"\"" } },
    { "count", { "1", "40", "1000000000", "0", "3.0", "1e2", "1000000001" } },
    { "members", { "65", "0", "1000000000", "12.5", "-1" } },
    { "status", { "\"active\"", "\"suspended\"", "\"dissolved\"", "\"Active\"", "\"\"" } },
    { "sells", { "true", "false", "null", "1" } },
    { "buyer", { "true", "false", "null", "\"no\"" } },
    { "sector", { "\"crops\"", "\"th\xE1\xBB\xA7y s\xE1\xBA\xA3n\"", "\"\\u0111\"" } },
    { "lat", { "20.61", "-89.999999", "0", "90", "90.1", "-0", "-0.0", "1e1" } },
    { "lon", { "105.25", "-180", "179.123456789012", "0.1234567890123456", "180.5" } },
    { "certificates", { "[\"VietGAP\"]", "[]", "[\"\",\"OCOP\"]", "[ \"a\" , \"b\" ]", "[1]" } },
    { "requires", { "[\"VietGAP\"]", "null", "[\"x\",\"y\",\"z\"]", "{}", "[null]" } },
    { "founded", { "2010", "\"2010\"", "\"2010-05\"", "\"2010-05-31\"", "210", "\"2010-13\"" } },
    { "tax_id", { "\"5400123456\"", "5400123456", "12345678901234567890", "1.5" } },
    { "rating", { "\"kh\xC3\xA1\"", "\"\"", "5" } },
    { "form", { "\"trader\"", "null" } },
    { "high_tech", { "true", "false" } },
    { "turnover", { "1000000000", "1234567.25", "123456789012345", "1234567890123456", "1e9" } },
    { "area_ha", { "0.5", "12", "0.000000000000001", "3.14159", "1E2" } },
    { "workers", { "12", "12.0", "12.5", "0" } },
    { "phone", { "\"0912\"", "912", "true", "null", "{\"a\":1}" } },
    { "ghi ch\xC3\xBA", { "\"x\"", "-1.5" } },
    { "i\\u0064", { "\"x\"" } },
};

static const field_choice link_choices[] = {
    { "source", { "\"H00000001\"", "\"f\"", "17", "\"HTX \xC4\x90\"" } },
    { "target", { "\"HTX-00001\"", "\"c\"", "18", "\"\\u0111\"" } },
    { "kind", { "\"membership\"", "\"supply\"", "\"input\"", "null", "\"sale\"" } },
    { "product", { "\"p01\"", "1", "null", "\"*\"", "\"\"" } },
    { "products", { "[\"p01\",\"p02\"]", "[]", "[1]", "[\"p01\"]", "[\"p\",\"p\"]", "[{}]" } },
    { "volume_kg", { "80000", "0", "0.1", "123.456", "99999999.999", "-1", "1e3" } },
    { "delivered_kg", { "80000", "0.30000000000000004", "1.10" } },
    { "value", { "7000000000", "12.50", "null" } },
    { "contract", { "\"written\"", "\"oral\"", "\"none\"", "\"spoken\"" } },
    { "start", { "\"2021-01-01\"", "\"2024-02-29\"", "\"2023-02-29\"", "\"\"" } },
    { "end", { "\"2025-12-31\"", "\"0001-01-01\"", "20251231" } },
    { "status", { "\"active\"", "\"ended\"", "\"breached\"", "null" } },
    { "note", { "\"x\"", "[]", "1" } },
};

static const field_choice product_choices[] = {
    { "id", { "\"p01\"", "1", "\"*\"", "\"c\xC3\xA0 ph\xC3\xAA\"" } },
    { "name", { "\"B\xC6\xB0\xE1\xBB\x9Fi\"", "\"\\u01b0\"", "null", "\"\"" } },
    { "name_en", { "\"Pomelo\"", "1" } },
};

static const field_choice place_choices[] = {
    { "id", { "\"00155\"", "155", "\"\"" } },
    { "name",
      { "\"T\xC3\xA2n L\xE1\xBA\xA1"
        "c\"",
        "\"\"", "null" } },
    { "name_en", { "\"x\"" } },
    { "level", { "\"district\"", "\"commune\"", "1" } },
    { "parent", { "\"17\"", "17", "null", "\"\"" } },
    { "lat", { "20.61", "-90", "91" } },
    { "lon", { "105.25", "1e2" } },
};

static const char *const odd_values[] = {
    "null",        "{}",          "[]",          "\"\"",     "-",
    "01",          "1.",          ".5",          "1e400",    "-0",
    "\"\\ud800\"", "\"\\u0000\"", "\"\\x\"",     "\"\xC3\"", "\"\xED\xA0\x80\"",
    "\"\t\"",      "nul",         "truee",       "\"*\"",    "12345678901234567",
    "\"\\ud83d\"", "[[]]",        "\"a\" \"b\"", "",         "999999999999999999999",
    "\"\x7F\"",    "NaN",         "\"\\",
};

static const char odd_bytes[] =
    "\"\\{}[]:, \n\t\r0123459.-+eEnulltruefalseuXx/*\x01\x7F\x80\xC3\xBF\xFF";

static size_t count_of(const char *const *values)
{
    size_t count = 0;

    while (count < 8 && values[count] != NULL) {
        count++;
    }
    return count;
}

static const char *draw_value(const field_choice *choice, const file_habits *habits,
                              struct chance *chance)
{
    if (any_of(chance, 1000) < habits->odd) {
        return odd_values[any_of(chance, sizeof odd_values / sizeof odd_values[0])];
    }
    return choice->values[any_of(chance, (uint32_t)count_of(choice->values))];
}

static void add_fields(vcl_text *out, const field_choice *choices, uint32_t count, uint32_t needed,
                       const file_habits *habits, struct chance *chance)
{
    uint32_t turn = habits->in_order ? 0 : any_of(chance, count);
    bool is_first = true;

    vcl_text_add_byte(out, '{');
    for (uint32_t i = 0; i < count; i++) {
        uint32_t field = (i + turn) % count;
        if (field >= needed && !happens(chance, habits->fields)) {
            continue;
        }
        vcl_text_add(out, is_first ? "" : habits->comma);
        vcl_text_add_byte(out, '"');
        vcl_text_add(out, choices[field].key);
        vcl_text_add_byte(out, '"');
        vcl_text_add(out, habits->colon);
        vcl_text_add(out, draw_value(&choices[field], habits, chance));
        is_first = false;
    }
    vcl_text_add_byte(out, '}');
}

enum { NODE, LINK, PRODUCT, PLACE };

#define CHOICES(of) of, sizeof of / sizeof of[0]

static const struct {
    const char *in_lines;
    const char *in_document;
    const field_choice *choices;
    size_t count;
    uint32_t needed;
} kinds[] = {
    [NODE] = { "{\"node\"", "\"nodes\"", CHOICES(node_choices), 2 },
    [LINK] = { "{\"link\"", "\"links\"", CHOICES(link_choices), 2 },
    [PRODUCT] = { "{\"product\"", "\"products\"", CHOICES(product_choices), 1 },
    [PLACE] = { "{\"place\"", "\"places\"", CHOICES(place_choices), 1 },
};

static void add_object(vcl_text *out, int kind, const file_habits *habits, struct chance *chance)
{
    add_fields(out, kinds[kind].choices, (uint32_t)kinds[kind].count, kinds[kind].needed, habits,
               chance);
}

/* Changes, adds, takes away or doubles a byte, or the end of the text. */
static void change_bytes(vcl_text *text, size_t begin, struct chance *chance)
{
    size_t at = begin + any_of(chance, (uint32_t)(text->size - begin));
    char byte = odd_bytes[any_of(chance, sizeof odd_bytes - 1)];

    switch (any_of(chance, 4)) {
    case 0:
        text->bytes[at] = byte;
        break;
    case 1:
        vcl_text_add_byte(text, '}');
        memmove(text->bytes + at + 1, text->bytes + at, text->size - at - 1);
        text->bytes[at] = byte;
        break;
    case 2:
        memmove(text->bytes + at, text->bytes + at + 1, text->size - at - 1);
        text->size--;
        break;
    default:
        vcl_text_add_slice(text, (vcl_slice){ "\"id\":1,\"kind\"", any_of(chance, 13) });
        break;
    }
}

static void add_line(vcl_text *out, const file_habits *habits, struct chance *chance)
{
    int kind = happens(chance, 10) ? PRODUCT + happens(chance, 60) : happens(chance, 50);
    size_t begin = out->size;

    vcl_text_add(out, kinds[kind].in_lines);
    vcl_text_add(out, habits->colon);
    add_object(out, kind, habits, chance);
    vcl_text_add(out, happens(chance, 1) ? ",\"note\":1}" : "}");
    if (any_of(chance, 1000) < habits->changed) {
        change_bytes(out, begin, chance);
    }
    vcl_text_add(out, happens(chance, 1) ? "\n\n" : habits->line_end);
}

static void add_array(vcl_text *out, int kind, uint32_t count, const file_habits *habits,
                      struct chance *chance)
{
    bool is_edges = kind == LINK && happens(chance, 20);

    vcl_text_add(out, habits->comma);
    vcl_text_add(out, is_edges ? "\"edges\"" : kinds[kind].in_document);
    vcl_text_add(out, habits->colon);
    vcl_text_add_byte(out, '[');
    for (uint32_t i = 0; i < count; i++) {
        size_t begin = out->size;
        vcl_text_add(out, i == 0 ? "" : habits->comma);
        add_object(out, kind, habits, chance);
        if (any_of(chance, 5000) < habits->changed) {
            change_bytes(out, begin, chance);
        }
    }
    vcl_text_add_byte(out, ']');
}

static void draw_dataset(vcl_text *out, uint32_t records, const file_habits *habits,
                         struct chance *chance)
{
    vcl_text_clear(out);
    if (!habits->in_lines) {
        vcl_text_add(out, "{\"format\":\"vclink\"");
        for (int i = 0; i < 4; i++) {
            int kind = (i + (int)records) % 4;
            add_array(out, kind, kind >= PRODUCT ? records / 20 : records / 2, habits, chance);
        }
        vcl_text_add(out, "}");
        return;
    }
    vcl_text_add(out, "{\"node\":{\"id\":0,\"kind\":\"farmer\"}}\n");
    for (uint32_t i = 0; i < records; i++) {
        add_line(out, habits, chance);
    }
}

static file_habits draw_habits(struct chance *chance)
{
    static const char *const commas[] = { ",", ", ", ", ", " ,\t", ",\n   " };
    static const char *const colons[] = { ":", ": ", ": ", " : " };
    bool in_lines = happens(chance, 70);

    return (file_habits){
        .comma = commas[any_of(chance, in_lines ? 4 : 5)],
        .colon = colons[any_of(chance, 4)],
        .line_end = happens(chance, 20) ? " \r\n" : "\n",
        .in_lines = in_lines,
        .in_order = happens(chance, 80),
        .fields = 3 + any_of(chance, 25),
        .odd = happens(chance, 50) ? 0 : any_of(chance, 100),
        .changed = happens(chance, 30) ? 0 : any_of(chance, 400),
    };
}

/* A copy of exactly its size, so that a sanitizer sees who reads beyond. */
static bool is_same_in_a_copy(const vcl_text *text, size_t block_size, size_t *all, size_t *quickly)
{
    char *copy = malloc(text->size);
    bool is_same = false;

    assert_non_null(copy);
    memcpy(copy, text->bytes, text->size);
    is_same = is_same_both_ways((vcl_slice){ copy, text->size }, block_size, all, quickly);
    free(copy);
    return is_same;
}

static void drawn_records_are_read_alike_both_ways(void **state)
{
    const char *wanted = getenv("VCLINK_MUTATED_RECORDS");
    size_t records = wanted == NULL ? 200000 : strtoull(wanted, NULL, 10);
    struct chance chance = { 7 };
    vcl_text text = { 0 };
    size_t all = 0;
    size_t quickly = 0;

    (void)state;
    for (size_t drawn = 0; drawn < records;) {
        file_habits habits = draw_habits(&chance);
        uint32_t count = happens(&chance, 5) ? 400 : 1 + any_of(&chance, 60);
        draw_dataset(&text, count, &habits, &chance);
        if (!is_same_in_a_copy(&text, 1 + any_of(&chance, 9000), &all, &quickly)) {
            print_error("%.*s\n", (int)text.size, text.bytes);
            fail_msg("read otherwise than with care");
        }
        drawn += count;
    }
    vcl_text_release(&text);
    print_message("%zu nodes and links of %zu records, %zu of them read quickly\n", all, records,
                  quickly);
    assert_true(quickly > all / 3);
}

/* `text` is read alike both ways; `quickly` of its nodes and links are taken. */
static void assert_taken(const char *text, size_t quickly)
{
    vcl_text padded = { 0 };
    size_t all = 0;
    size_t taken = 0;

    vcl_text_add(&padded, text);
    vcl_text_add(&padded, "                                                                \n");
    assert_true(is_same_in_a_copy(&padded, 64, &all, &taken));
    assert_int_equal(taken, quickly);
    vcl_text_release(&padded);
}

static void assert_line_taken(const char *line, bool is_taken)
{
    vcl_text text = { 0 };

    vcl_text_add(&text, "{\"node\":{\"id\":0,\"kind\":\"farmer\"}}\n");
    vcl_text_add(&text, line);
    vcl_text_add_byte(&text, '\n');
    assert_taken(vcl_text_bytes(&text), is_taken ? 2 : 1);
    vcl_text_release(&text);
}

static void assert_node_taken(const char *fields, bool is_taken)
{
    vcl_text line = { 0 };

    vcl_text_add(&line, "{\"node\":{\"id\":\"h\",");
    vcl_text_add(&line, fields);
    vcl_text_add(&line, "}}");
    assert_line_taken(vcl_text_bytes(&line), is_taken);
    vcl_text_release(&line);
}

static void plain_records_are_taken_however_they_are_spaced(void **state)
{
    (void)state;
    assert_line_taken("{\"link\":{\"source\":\"a\",\"target\":\"b\"}}", true);
    assert_line_taken("{\"link\": {\"source\": \"a\", \"target\": \"b\"}}", true);
    assert_line_taken(" { \"link\"\t: {\"target\" :1 ,\"source\":  2 } } \r", true);
    assert_taken("{\"nodes\":[{\"id\":1,\"kind\":\"group\"}, \n{\n\"id\":2,\n\"kind\":\"farmer\"\n}"
                 "],\"links\":[{\"source\":1,\"target\":2}]}",
                 3);
}

static void texts_with_good_escapes_are_taken(void **state)
{
    (void)state;
    assert_node_taken("\"kind\":\"farmer\",\"name\":\"Nguy\\u1ec5n \\ud83d\\uDE00 \\\"\"", true);
    assert_node_taken("\"kind\":\"farmer\",\"name\":\"\\ud83d\"", false);
    assert_node_taken("\"kind\":\"farmer\",\"name\":\"\\udE00\"", false);
    assert_node_taken("\"kind\":\"farmer\",\"name\":\"\\ud83d\\ue000\"", false);
    assert_node_taken("\"kind\":\"farmer\",\"name\":\"\\ud83d\\n\"", false);
    assert_node_taken("\"kind\":\"farmer\",\"name\":\"\\n plain and then \xC3\"", false);
    assert_node_taken("\"kind\":\"farmer\",\"name\":\"\xC3\\n\"", false);
    assert_node_taken("\"kind\":\"farmer\",\"name\":\"\\u0000\"", false);
    assert_node_taken("\"kind\":\"farmer\",\"name\":\"\\u12g4\"", false);
    assert_node_taken("\"kind\":\"farmer\",\"name\":\"\\a\"", false);
    assert_node_taken("\"kind\":\"farmer\",\"name\":\"\xE1\xBB\x85\"", true);
    assert_node_taken("\"kind\":\"farmer\",\"name\":\"\xE1\xBB\"", false);
    assert_node_taken("\"kind\":\"farmer\",\"n\\u0061me\":\"a\"", false);
}

static void what_deserves_a_word_is_left_to_care(void **state)
{
    (void)state;
    assert_node_taken("\"kind\":\"union\",\"sells\":true", true);
    assert_node_taken("\"kind\":\"union\",\"members\":3", false);
    assert_node_taken("\"kind\":\"enterprise\",\"sells\":true", false);
    assert_node_taken("\"kind\":\"farmer\",\"buyer\":false", false);
    assert_node_taken("\"kind\":\"farmer\",\"buyer\":null", true);
    assert_node_taken("\"kind\":\"group\",\"count\":1", false);
    assert_node_taken("\"kind\":\"farmer\",\"kind\":\"farmer\"", false);
    assert_node_taken("\"kind\":\"farmer\",\"x\":1,\"x\":1", false);
    assert_node_taken("\"kind\":\"farmer\",\"products\":[\"p\",\"p\"]", false);
    assert_node_taken("\"kind\":\"farmer\",\"products\":[\"*\"]", false);
    assert_node_taken("\"kind\":\"farmer\",\"products\":[\"p\",]", false);
    assert_node_taken("\"kind\":\"farmer\",\"products\":[\"p\" \"q\"]", false);
    assert_line_taken("{\"node\":{\"id\":\"h\"}}", false);
    assert_line_taken("{\"product\":{\"id\":1},\"node\":{\"id\":1,\"kind\":\"group\"}}", false);
    assert_line_taken("{\"node\":{\"id\":\"\",\"kind\":\"farmer\"}}", false);
    assert_line_taken("{\"link\":{\"source\":\"a\"}}", false);
    assert_line_taken("{\"node\":{\"id\":1,\"kind\":\"farmer\"},\"x\":1}", false);
    assert_line_taken("{}", false);
}

static void numbers_are_taken_where_they_are_exact(void **state)
{
    (void)state;
    assert_node_taken("\"kind\":\"farmer\",\"lat\":-0.30000000000001", true);
    assert_node_taken("\"kind\":\"farmer\",\"turnover\":999999999999999", true);
    assert_node_taken("\"kind\":\"farmer\",\"turnover\":9999999999999999", false);
    assert_node_taken("\"kind\":\"farmer\",\"turnover\":0.1234567890123456", false);
    assert_node_taken("\"kind\":\"farmer\",\"turnover\":1e3", false);
    assert_node_taken("\"kind\":\"farmer\",\"turnover\":01", false);
    assert_node_taken("\"kind\":\"farmer\",\"count\":40", true);
    assert_node_taken("\"kind\":\"farmer\",\"count\":4.5", false);
}

/* What stands between values is compared to its end, though it be long. */
static void a_key_that_only_begins_like_the_last_is_another(void **state)
{
    (void)state;
    assert_taken("{\"link\":{\"source\":1,            \"target\":2}}\n"
                 "{\"link\":{\"source\":1,            \"target\":2}}\n"
                 "{\"link\":{\"source\":1,            \"targez\":2}}\n"
                 "{\"link\":{\"source\":1,            \"target\":2}}\n",
                 3);
}

static void every_record_has_room_for_its_escapes(void **state)
{
    vcl_text text = { 0 };

    (void)state;
    for (int i = 0; i < 1000; i++) {
        vcl_text_add(&text, "{\"node\":{\"id\":1,\"kind\":\"group\",\"name\":\"Nguy\\u1ec5n\"}}\n");
    }
    assert_taken(vcl_text_bytes(&text), 1000);
    vcl_text_release(&text);
}

static void an_element_with_a_colon_behind_it_is_left_to_the_scan(void **state)
{
    (void)state;
    assert_taken("{\"nodes\":[{\"id\":1,\"kind\":\"group\"} : 5],\"links\":[]}", 0);
}

/* Every number of some digits before and behind the point. */
static void decimals_are_read_as_strtod_reads_them(void **state)
{
    struct chance chance = { 3 };
    vcl_text text = { 0 };
    size_t all = 0;
    size_t quickly = 0;

    (void)state;
    for (int i = 0; i < 300; i++) {
        vcl_text_clear(&text);
        for (int j = 0; j < 100; j++) {
            uint32_t digits = 1 + any_of(&chance, 15);
            uint32_t point = any_of(&chance, digits);
            vcl_text_add(&text, "{\"link\":{\"source\":1,\"target\":2,\"value\":");
            vcl_text_add_byte(&text, (char)('1' + any_of(&chance, 9)));
            for (uint32_t k = 1; k < digits; k++) {
                vcl_text_add(&text, k == point ? "." : "");
                vcl_text_add_byte(&text, (char)('0' + any_of(&chance, 10)));
            }
            vcl_text_add(&text, "}}\n");
        }
        assert_true(is_same_in_a_copy(&text, 4096, &all, &quickly));
    }
    assert_true(quickly > 29000);
    vcl_text_release(&text);
}

static void long_lists_and_texts_are_taken_or_left_whole(void **state)
{
    vcl_text text = { 0 };
    size_t all = 0;
    size_t quickly = 0;

    (void)state;
    for (size_t size = 0; size < 5000; size += size < 80 ? 1 : 301) {
        vcl_text_clear(&text);
        vcl_text_add(&text, "{\"node\":{\"id\":1,\"kind\":\"group\",\"products\":[0");
        for (size_t i = 1; i <= size; i++) {
            vcl_text_add(&text, ",");
            vcl_text_add_integer(&text, (int64_t)i);
        }
        vcl_text_add(&text, "],\"certificates\":[\"\\n");
        for (size_t i = 1; i <= size; i++) {
            vcl_text_add(&text, i % 40 == 0 ? "\",\"a" : "x");
        }
        vcl_text_add(&text, "\"]}}\n{\"link\":{\"source\":1,\"target\":2}}\n");
        vcl_text_add(&text, "                                                                \n");
        assert_true(is_same_in_a_copy(&text, 100000, &all, &quickly));
    }
    assert_true(quickly > 90 && quickly < all);
    vcl_text_release(&text);
}

/* Far more of them than are remembered, in lines and in a document, where lists run over lines. */
static void values_are_what_they_are_however_often_they_are_seen(void **state)
{
    static const char *const commas[] = { ", ", ",", " ,\n" };
    struct chance chance = { 5 };

    (void)state;
    for (size_t way = 0; way < 3; way++) {
        vcl_text text = { 0 };
        bool in_lines = way < 2;
        vcl_text_add(&text, in_lines ? "" : "{\"nodes\":[");
        for (int i = 0; i < 20000; i++) {
            char node[200];
            uint32_t some = any_of(&chance, 3000);
            snprintf(node, sizeof node,
                     "{\"id\":%d,\"kind\":\"farmer\",\"place\":\"%u%s\",\"products\":[\"%s%u\"%s\"%"
                     "u\"]}",
                     i, some, some % 7 == 0 ? "\\n" : "", some % 5 == 0 ? "\\u0111" : "p",
                     some / 60, commas[way], some);
            vcl_text_add(&text, in_lines ? "{\"node\":" : i > 0 ? ",\n" : "");
            vcl_text_add(&text, node);
            vcl_text_add(&text, in_lines ? "}\n" : "");
        }
        vcl_text_add(&text, in_lines ? "" : "]}");
        assert_taken(vcl_text_bytes(&text), 20000);
        vcl_text_release(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_records_are_taken_however_they_are_spaced),
        cmocka_unit_test(texts_with_good_escapes_are_taken),
        cmocka_unit_test(what_deserves_a_word_is_left_to_care),
        cmocka_unit_test(numbers_are_taken_where_they_are_exact),
        cmocka_unit_test(a_key_that_only_begins_like_the_last_is_another),
        cmocka_unit_test(every_record_has_room_for_its_escapes),
        cmocka_unit_test(an_element_with_a_colon_behind_it_is_left_to_the_scan),
        cmocka_unit_test(decimals_are_read_as_strtod_reads_them),
        cmocka_unit_test(long_lists_and_texts_are_taken_or_left_whole),
        cmocka_unit_test(values_are_what_they_are_however_often_they_are_seen),
        cmocka_unit_test(drawn_records_are_read_alike_both_ways),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
