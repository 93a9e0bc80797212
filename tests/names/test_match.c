/* import/match: exact links, the labelled pairs of names.csv, and what stays apart. */
#include "names/match.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "names/name.h"
#include "values/read.h"

static vcl_party party(const char *id, const char *tax_code, const char *name, const char *place)
{
    return (vcl_party){ .id = vcl_slice_of(id),
                        .tax_code = vcl_slice_of(tax_code),
                        .name = vcl_slice_of(name),
                        .place = vcl_slice_of(place) };
}

static void add(vcl_matcher *matcher, vcl_party reference)
{
    assert_int_equal(vcl_matcher_add(matcher, &reference, NULL), VCL_OK);
}

static const char *id_of(const vcl_matcher *matcher, uint32_t reference)
{
    return reference == VCL_NONE ? "" : vcl_matcher_reference(matcher, reference)->id.bytes;
}

/* Asserts what is said, and the id that was linked or else is the first candidate. */
static void assert_match(vcl_matcher *matcher, vcl_party sought, vcl_message says, const char *id)
{
    vcl_match match;

    assert_int_equal(vcl_matcher_find(matcher, &sought, &match, NULL), VCL_OK);
    assert_says(sought.name.bytes, match.reading, says);
    uint32_t first = match.reading.understood ? match.reference
                     : match.count > 0        ? match.candidates[0].reference
                                              : VCL_NONE;
    assert_string_equal(id_of(matcher, first), id);
    assert_int_equal(match.reading.understood, match.reference != VCL_NONE);
    assert_true(!match.reading.understood || match.count == 0);
    for (size_t i = 0; i < match.count; i++) {
        assert_true(match.candidates[i].score > 0.0 && match.candidates[i].score <= 1.0);
        assert_true(i == 0 || match.candidates[i].score <= match.candidates[i - 1].score);
    }
}

/* Six organisations; in reverse where `reversed`. */
static void fill(vcl_matcher *matcher, bool reversed)
{
    const vcl_party all[] = {
        party("c1", "2400000008", "HTX Tân Thành", "Kim Bôi"),
        party("c2", "", "Hợp tác xã Tân Thành", "Lương Sơn"),
        party("c3", "", "HTX Đông Lai", "Tân Lạc"),
        party("e1", "0100000042", "Công ty TNHH Minh Tâm", "Hà Nội"),
        party("e2", "0100000042-001", "Chi nhánh Minh Tâm", "Hà Nội"),
        party("007", "", "Công ty TNHH Minh Tấm", "Hà Nội"),
    };

    vcl_matcher_init(matcher);
    for (size_t i = 0; i < 6; i++) {
        add(matcher, all[reversed ? 5 - i : i]);
    }
    assert_int_equal(vcl_matcher_prepare(matcher, NULL), VCL_OK);
}

static void exact_ids_tax_codes_and_names_link(void **state)
{
    (void)state;
    for (int reversed = 0; reversed <= 1; reversed++) {
        vcl_matcher matcher;
        fill(&matcher, reversed == 1);
        assert_match(&matcher, party("c3", "", "", ""), VCL_MSG_MATCH_ID, "c3");
        assert_match(&matcher, party("7", "", "", ""), VCL_MSG_MATCH_NONE, "007");
        assert_match(&matcher, party("C3", "", "", ""), VCL_MSG_MATCH_NONE, "c3");
        assert_match(&matcher, party("", "MST 0100 000 042", "", ""), VCL_MSG_MATCH_TAX_CODE, "e1");
        assert_match(&matcher, party("", "100000042", "", ""), VCL_MSG_MATCH_TAX_CODE, "e1");
        assert_match(&matcher, party("", "0100000042001", "", ""), VCL_MSG_MATCH_TAX_CODE, "e2");
        assert_match(&matcher, party("", "0100000043", "", ""), VCL_MSG_CELL_TAX_CODE_CHECK, "");
        assert_match(&matcher, party("", "", "hợp tác xã đông lai", ""), VCL_MSG_MATCH_NAME, "c3");
        assert_match(&matcher,
                     party("Cty TNHH Minh Tấm", "Cty TNHH Minh Tấm", "Cty TNHH Minh Tấm", ""),
                     VCL_MSG_MATCH_NAME, "007");
        assert_match(&matcher, party("e1", "0100000042", "Minh Tâm", ""), VCL_MSG_MATCH_ID, "e1");
        vcl_matcher_release(&matcher);
    }
}

static void what_means_several_goes_to_review(void **state)
{
    vcl_matcher matcher;

    (void)state;
    fill(&matcher, false);
    assert_match(&matcher, party("", "", "HTX Tân Thành", ""), VCL_MSG_MATCH_SEVERAL, "c1");
    assert_match(&matcher, party("", "", "HTX Tân Thành", "lương sơn"), VCL_MSG_MATCH_SEVERAL,
                 "c2");
    assert_match(&matcher, party("", "2400000008", "HTX Tân Thành", ""), VCL_MSG_MATCH_TAX_CODE,
                 "c1");
    assert_match(&matcher, party("c3", "", "HTX Tân Thành", ""), VCL_MSG_MATCH_CONFLICT, "c1");
    assert_match(&matcher, party("c3", "0100000042", "", ""), VCL_MSG_MATCH_CONFLICT, "c3");
    assert_match(&matcher, party("", "", "HTX Đông Lại", ""), VCL_MSG_MATCH_NONE, "c3");
    assert_match(&matcher, party("", "", "", ""), VCL_MSG_MATCH_NONE, "");
    assert_match(&matcher, party("", "", "Zzz", ""), VCL_MSG_MATCH_NONE, "");
    vcl_matcher_release(&matcher);
}

static void nobody_is_found_among_nobody(void **state)
{
    vcl_matcher matcher;

    (void)state;
    vcl_matcher_init(&matcher);
    assert_int_equal(vcl_matcher_prepare(&matcher, NULL), VCL_OK);
    assert_match(&matcher, party("c1", "0100000042", "HTX Đông Lai", "x"), VCL_MSG_MATCH_NONE, "");
    vcl_matcher_release(&matcher);
}

enum { MOST_PAIRS = 1000 };

typedef struct pair {
    char fields[4][256]; /* a, b, same or different, why */
} pair;

/* names.csv: every field in quotation marks, which are doubled within. */
static size_t read_pairs(pair *pairs)
{
    FILE *file = fopen(VCL_SOURCE_DIR "/tests/names/names.csv", "rb");
    size_t count = 0;
    char line[1024];

    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    while (fgets(line, sizeof line, file) != NULL) {
        const char *byte = line;
        assert_in_range(count, 0, MOST_PAIRS - 1);
        for (size_t field = 0; field < 4; field++) {
            char *out = pairs[count].fields[field];
            assert_int_equal(*byte++, '"');
            while (byte[0] != '"' || byte[1] == '"') {
                byte += *byte == '"';
                *out++ = *byte++;
            }
            *out = '\0';
            byte += 2;
        }
        count++;
    }
    assert_int_equal(fclose(file), 0);
    return count;
}

typedef struct tally {
    size_t same;
    size_t different;
    size_t linked;
    size_t first;
    size_t false_links;
} tally;

static void judge(vcl_matcher *matcher, const pair *p, tally *t)
{
    vcl_party sought = party("", "", p->fields[0], "");
    bool same = strcmp(p->fields[2], "same") == 0;
    vcl_match match;

    assert_int_equal(vcl_matcher_find(matcher, &sought, &match, NULL), VCL_OK);
    uint32_t first = match.count > 0 ? match.candidates[0].reference : VCL_NONE;
    bool is_linked = strcmp(id_of(matcher, match.reference), p->fields[1]) == 0;
    bool is_first = strcmp(id_of(matcher, first), p->fields[1]) == 0;
    t->same += same;
    t->different += !same;
    t->linked += same && is_linked;
    t->first += same && is_first;
    if (match.reference != VCL_NONE && same != is_linked) {
        print_error("false link: %s to %s\n", p->fields[0], id_of(matcher, match.reference));
        t->false_links++;
    } else if (same && !is_linked && !is_first) {
        print_message("missed: %s is %s (%s), before it stands %s\n", p->fields[0], p->fields[1],
                      p->fields[3], id_of(matcher, first));
    }
}

/* The references are all second names, each its own id, together: every other one is a chance to
 * err. */
static void labelled_names_link_rightly_or_come_first(void **state)
{
    static pair pairs[MOST_PAIRS];
    size_t count = read_pairs(pairs);
    tally t = { 0 };
    vcl_matcher matcher;

    (void)state;
    vcl_matcher_init(&matcher);
    for (size_t i = 0; i < count; i++) {
        add(&matcher, party(pairs[i].fields[1], "", pairs[i].fields[1], ""));
    }
    assert_int_equal(vcl_matcher_prepare(&matcher, NULL), VCL_OK);
    for (size_t i = 0; i < count; i++) {
        judge(&matcher, &pairs[i], &t);
    }
    print_message("%zu pairs: %zu same, %zu linked and %zu first of the candidates; %zu different; "
                  "%zu false links\n",
                  count, t.same, t.linked, t.first, t.different, t.false_links);
    assert_true(count >= 300);
    assert_int_equal(t.false_links, 0);
    assert_true((t.linked + t.first) * 100 >= t.same * 95);
    vcl_matcher_release(&matcher);
}

static bool is_plain(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9');
}

/* No key stands one letter or digit away from another: none of them is dropped. */
static void any_other_letter_or_digit_makes_another_key(void **state)
{
    static pair pairs[MOST_PAIRS];
    size_t count = read_pairs(pairs);
    vcl_text key = { 0 };
    vcl_text other = { 0 };

    (void)state;
    for (size_t i = 0; i < 2 * count; i++) {
        char *name = pairs[i / 2].fields[i % 2];
        vcl_text_clear(&key);
        vcl_name_key(&key, vcl_slice_of(name));
        for (char *byte = name; *byte != '\0'; byte++) {
            char right = *byte;
            if (!is_plain(right) || right == 'q' || right == 'Q' || right == '8') {
                continue;
            }
            *byte = right <= '9' ? '8' : 'q';
            vcl_text_clear(&other);
            vcl_name_key(&other, vcl_slice_of(name));
            assert_string_not_equal(vcl_text_bytes(&key), vcl_text_bytes(&other));
            *byte = right;
        }
    }
    vcl_text_release(&other);
    vcl_text_release(&key);
}

static const char *const syllables[] = {
    "Tân", "Lạc",   "Hòa",  "Bình",  "Yên", "Thủy",  "Sơn",   "Đông",  "Nam",   "Bắc",
    "Tây", "Thanh", "Minh", "Phú",   "Quý", "Hồng",  "Giang", "Ngọc",  "Lương", "Mỹ",
    "Vân", "Hợp",   "Tiến", "Thắng", "Lợi", "Phong", "Quang", "Trung", "Kim",   "Bôi",
    "Cao", "Mai",   "Châu", "Đà",    "Kỳ",  "Xuân",  "Hạ",    "Thu",   "Đức",   "Tài",
};

enum { SYLLABLES = sizeof syllables / sizeof *syllables, MANY = 10000 };

/* A name of three syllables for each number below 40^3. */
static void name_of(char *buffer, size_t size, const char *form, unsigned number)
{
    snprintf(buffer, size, "%s %s %s %s", form, syllables[number % SYLLABLES],
             syllables[number / SYLLABLES % SYLLABLES],
             syllables[number / SYLLABLES / SYLLABLES % SYLLABLES]);
}

/* Ten thousand names against ten thousand: a half links, a half has nothing but candidates. */
static void ten_thousand_names_find_their_own(void **state)
{
    vcl_matcher matcher;
    char name[128];
    size_t linked = 0;
    clock_t begun = clock();

    (void)state;
    vcl_matcher_init(&matcher);
    for (unsigned i = 0; i < MANY; i++) {
        name_of(name, sizeof name, "HTX nông nghiệp", i * 7 % 64000);
        char id[16];
        snprintf(id, sizeof id, "%u", i);
        add(&matcher, party(id, "", name, ""));
    }
    assert_int_equal(vcl_matcher_prepare(&matcher, NULL), VCL_OK);
    for (unsigned i = 0; i < MANY; i++) {
        name_of(name, sizeof name, i % 2 == 0 ? "Hợp tác xã NN" : "Công ty TNHH", i * 7 % 64000);
        vcl_party sought = party("", "", name, "");
        vcl_match match;
        assert_int_equal(vcl_matcher_find(&matcher, &sought, &match, NULL), VCL_OK);
        linked += match.reading.understood;
        if (match.reading.understood) {
            char id[16];
            snprintf(id, sizeof id, "%u", i);
            assert_string_equal(id_of(&matcher, match.reference), id);
        } else {
            assert_int_equal(match.count, VCL_CANDIDATES);
        }
    }
    print_message("%d names against %d: %.2f s\n", MANY, MANY,
                  (double)(clock() - begun) / CLOCKS_PER_SEC);
    assert_int_equal(linked, MANY / 2);
    vcl_matcher_release(&matcher);
}

static void many_unknown_names_take_bounded_steps(void **state)
{
    enum { CROWD = 6000 };
    (void)state;
    vcl_matcher matcher;
    vcl_match found;
    char name[64];

    vcl_matcher_init(&matcher);
    for (int i = 0; i < 4 * CROWD; i++) {
        (void)snprintf(name, sizeof name, "HTX Sông Lô %d", i);
        const vcl_party reference = { .id = vcl_slice_of(name), .name = vcl_slice_of(name) };
        assert_int_equal(vcl_matcher_add(&matcher, &reference, NULL), VCL_OK);
    }
    assert_int_equal(vcl_matcher_prepare(&matcher, NULL), VCL_OK);
    for (int i = 0; i < CROWD; i++) {
        (void)snprintf(name, sizeof name, "HTX Sông Cầu x%d", i);
        const vcl_party sought = { .name = vcl_slice_of(name) };
        assert_int_equal(vcl_matcher_find(&matcher, &sought, &found, NULL), VCL_OK);
        assert_true(found.count > 0);
    }
    assert_true(matcher.steps < 110000000);
    vcl_matcher_release(&matcher);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exact_ids_tax_codes_and_names_link),
        cmocka_unit_test(what_means_several_goes_to_review),
        cmocka_unit_test(nobody_is_found_among_nobody),
        cmocka_unit_test(labelled_names_link_rightly_or_come_first),
        cmocka_unit_test(any_other_letter_or_digit_makes_another_key),
        cmocka_unit_test(ten_thousand_names_find_their_own),
        cmocka_unit_test(many_unknown_names_take_bounded_steps),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
