/* What holds of the figures of any chain: they do not depend on names, on order, on the container or
 * on how households are recorded. */
#include "analysis/redrawn.h"
#include "support/figures.h"
#include "support/random_chain.h"
#include "support/rich_chain.h"

enum { CHAINS = 400 };

static const vcl_study_options no_farmers = { .organisations_only = true };

static bool is_one_of(const char *const *names, const char *name)
{
    for (size_t i = 0; names[i] != NULL; i++) {
        if (strcmp(names[i], name) == 0) {
            return true;
        }
    }
    return false;
}

static void assert_same_cell(vcl_type type, const vcl_value *a, const vcl_value *b)
{
    vcl_text texts[2] = { { 0 }, { 0 } };

    assert_int_equal(a->is_null, b->is_null);
    if (type == VCL_REAL && !a->is_null) {
        assert_close(a->real, b->real, 1e-9);
        return;
    }
    write_cell(texts, type, a);
    write_cell(texts + 1, type, b);
    assert_string_equal(vcl_text_bytes(texts), vcl_text_bytes(texts + 1));
    vcl_text_release(texts);
    vcl_text_release(texts + 1);
}

/* Two rows, cell by cell, leaving out the columns `except` (NULL-terminated). */
static void assert_same_row(const vcl_table *table, const vcl_value *a, const vcl_value *b,
                            const char *const *except)
{
    for (size_t i = 0; i < vcl_table_column_count(table); i++) {
        const vcl_column *column = vcl_table_column(table, i);
        if (!is_one_of(except, column->name)) {
            assert_same_cell(column->type, a + i, b + i);
        }
    }
}

static void assert_same_table(const vcl_result *a, const vcl_result *b, const char *name,
                              const char *const *except)
{
    const vcl_table *first = vcl_result_find_table(a, name);
    const vcl_table *second = vcl_result_find_table(b, name);

    assert_int_equal(vcl_table_row_count(first), vcl_table_row_count(second));
    for (size_t row = 0; row < vcl_table_row_count(first); row++) {
        assert_same_row(first, vcl_table_row(first, row), vcl_table_row(second, row), except);
    }
}

/* To the last digit. */
static void assert_same_text(const vcl_table *a, const vcl_table *b)
{
    vcl_text first = text_of_table(a, NULL);
    vcl_text second = text_of_table(b, NULL);

    assert_string_equal(vcl_text_bytes(&first), vcl_text_bytes(&second));
    vcl_text_release(&first);
    vcl_text_release(&second);
}

/* The lines of a text from the last to the first; the caller releases it. */
static vcl_text lines_backward(const char *text)
{
    vcl_text backward = { 0 };
    size_t end = strlen(text);

    while (end > 0) {
        size_t start = end - 1;
        while (start > 0 && text[start - 1] != '\n') {
            start--;
        }
        vcl_text_add_slice(&backward, (vcl_slice){ text + start, end - start });
        end = start;
    }
    return backward;
}

/* Takes both chains over. */
static void assert_same_figures(vcl_chain *a, vcl_chain *b)
{
    vcl_result *first = analyze_everything(a, NULL);
    vcl_result *second = analyze_everything(b, NULL);

    for (size_t i = 0; i < vcl_analysis_count(); i++) {
        assert_same_text(vcl_result_table(first, i), vcl_result_table(second, i));
    }
    vcl_result_free(first);
    vcl_result_free(second);
    vcl_chain_free(a);
    vcl_chain_free(b);
}

static void the_order_of_records_changes_nothing(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < CHAINS; seed++) {
        vcl_chain *chain = random_chain(seed);
        assert_same_figures(chain, redraw(chain, (struct redrawing){ .backward = true }));
    }
}

/* With places, sectors, amounts, volumes and dates too. */
static void the_order_of_lines_changes_nothing(void **state)
{
    vcl_text backward = lines_backward(rich_chain);

    (void)state;
    assert_same_figures(chain_of(rich_chain), chain_of(vcl_text_bytes(&backward)));
    vcl_text_release(&backward);
}

/* Appends the records of one kind in a drawing's lines as an array, or the only one of them. */
static void gather_records(vcl_text *out, const char *lines, const char *kind, const char *array)
{
    char begin[24];
    const char *separator = "";

    snprintf(begin, sizeof begin, "{\"%s\": ", kind);
    vcl_text_add(out, array);
    for (const char *line = lines; *line != '\0'; line += strcspn(line, "\n") + 1) {
        size_t size = strlen(begin);
        if (strncmp(line, begin, size) == 0) {
            vcl_text_add(out, separator);
            vcl_text_add_slice(out, (vcl_slice){ line + size, strcspn(line, "\n") - size - 1 });
            separator = ", ";
        }
    }
}

/* As one document, its links first and called edges. */
static void the_container_changes_nothing(void **state)
{
    vcl_text lines = json_of(rich_chain);
    vcl_text document = { 0 };

    (void)state;
    gather_records(&document, lines.bytes, "link", "{'edges': [");
    gather_records(&document, lines.bytes, "node", "], 'nodes': [");
    gather_records(&document, lines.bytes, "place", "], 'places': [");
    gather_records(&document, lines.bytes, "product", "], 'products': [");
    gather_records(&document, lines.bytes, "graph", "], 'graph': ");
    vcl_text_add(&document, "}");
    assert_same_figures(chain_of(rich_chain), chain_of(vcl_text_bytes(&document)));
    vcl_text_release(&document);
    vcl_text_release(&lines);
}

static void each_table_alone_is_as_among_all(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < CHAINS; seed++) {
        vcl_chain *chain = random_chain(seed);
        vcl_result *all = analyze_everything(chain, NULL);
        for (size_t i = 0; i < vcl_analysis_count(); i++) {
            vcl_result *alone = analyze(chain, vcl_analysis_name(i));
            assert_same_text(vcl_result_table(alone, 0), vcl_result_table(all, i));
            vcl_result_free(alone);
        }
        vcl_result_free(all);
        vcl_chain_free(chain);
    }
}

static int compare_lines(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The lines of a text, sorted; the caller frees them. The text ends up in pieces. */
static char **sorted_lines(vcl_text *text, size_t count)
{
    char **lines = calloc(count + 1, sizeof *lines);
    char *at = text->bytes;

    assert_non_null(lines);
    for (size_t i = 0; i < count; i++) {
        lines[i] = at;
        at += strcspn(at, "\n");
        *at++ = '\0';
    }
    qsort(lines, count, sizeof *lines, compare_lines);
    return lines;
}

/* What rows say but for the ids of actors, by which they are ordered. */
static void assert_same_in_some_order(const vcl_table *first, const vcl_table *second,
                                      const char *columns)
{
    vcl_text texts[] = { text_of_table(first, columns), text_of_table(second, columns) };
    size_t count = vcl_table_row_count(first);

    assert_int_equal(vcl_table_row_count(second), count);
    char **lines = sorted_lines(texts, count);
    char **others = sorted_lines(texts + 1, count);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(lines[i], others[i]);
    }
    free(lines);
    free(others);
    vcl_text_release(texts);
    vcl_text_release(texts + 1);
}

/* Rows found by their ids: ties in the order, and among top buyers, go by id. */
static void assert_same_but_for_names(const vcl_chain *chain, const vcl_table *first,
                                      const vcl_table *second)
{
    static const char *const except[] = { "id", "rank", "top_buyer", NULL };
    bool by_id = strcmp(vcl_table_column(first, 0)->name, "id") == 0;
    char buffer[16];

    assert_int_equal(vcl_table_row_count(first), vcl_table_row_count(second));
    for (size_t row = 0; row < vcl_table_row_count(first); row++) {
        const vcl_value *cells = vcl_table_row(first, row);
        size_t other = row;
        if (by_id) {
            uint32_t actor = actor_of(chain, cells[0].text);
            other = row_of(second, redrawn_id(chain, actor, true, buffer));
        }
        assert_same_row(first, cells, vcl_table_row(second, other), except);
    }
}

/* Of actors drawn alike the one with the smaller id comes first: names change a layout. */
static void assert_same_named(const vcl_chain *chain, const vcl_table *first,
                              const vcl_table *second)
{
    const char *name = vcl_table_name(first);

    if (strcmp(name, "links") == 0) {
        assert_same_in_some_order(first, second,
                                  "kind products status active households leads_to_buyer");
    } else if (strcmp(name, "deals") == 0) {
        assert_same_in_some_order(first, second, "kind products contract start end status");
    } else if (strcmp(name, "handled") == 0) {
        assert_same_in_some_order(first, second, "product output_kg demand_kg ocop");
    } else if (strcmp(name, "products") == 0) {
        assert_same_text(first, second);
    } else if (strcmp(name, "layout") != 0) {
        assert_same_but_for_names(chain, first, second);
    }
}

static void names_of_actors_change_nothing_but_ids(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < CHAINS; seed++) {
        vcl_chain *chain = random_chain(seed);
        vcl_chain *renamed = redraw(chain, (struct redrawing){ .renamed = true });
        vcl_result *results[] = { analyze_everything(chain, NULL),
                                  analyze_everything(renamed, NULL) };
        for (size_t i = 0; i < vcl_analysis_count(); i++) {
            const vcl_table *first = vcl_result_table(results[0], i);
            const vcl_table *second = vcl_result_table(results[1], i);
            assert_same_named(chain, first, second);
        }
        vcl_result_free(results[0]);
        vcl_result_free(results[1]);
        vcl_chain_free(renamed);
        vcl_chain_free(chain);
    }
}

static void households_in_one_record_or_in_many_give_the_same(void **state)
{
    static const char *const none[] = { NULL };
    static const char *const records[] = { "nodes", "links", "farmers", "written",
                                           "oral",  "none",  "unknown", "ending_12_months",
                                           NULL };

    (void)state;
    for (uint64_t seed = 0; seed < CHAINS; seed++) {
        vcl_chain *chain = random_chain(seed);
        vcl_chain *split = redraw(chain, (struct redrawing){ .split = true });
        vcl_result *results[] = { analyze_everything(chain, &no_farmers),
                                  analyze_everything(split, &no_farmers) };
        for (size_t i = 0; i < vcl_analysis_count(); i++) {
            const char *name = vcl_analysis_name(i);
            bool counts_records = strcmp(name, "summary") == 0 || strcmp(name, "flows") == 0 ||
                                  strcmp(name, "contracts") == 0;
            assert_same_table(results[0], results[1], name, counts_records ? records : none);
        }
        vcl_result_free(results[0]);
        vcl_result_free(results[1]);
        vcl_chain_free(split);
        vcl_chain_free(chain);
    }
}

/* Centrality, degrees, linkage and numbers of nodes and links leave implied members out. */
static void implied_members_are_as_one_more_farmer(void **state)
{
    static const char *const none[] = { NULL };
    static const char *const centrality[] = { "suppliers", "pagerank", "betweenness", "harmonic",
                                              "in_degree", "linkage",  NULL };
    static const char *const records[] = { "nodes", "links", "farmers", "households_implied",
                                           NULL };

    (void)state;
    for (uint64_t seed = 0; seed < CHAINS; seed++) {
        vcl_chain *chain = random_chain(seed);
        vcl_chain *spelled = redraw(chain, (struct redrawing){ .spelled = true });
        vcl_result *results[] = { analyze_everything(chain, &no_farmers),
                                  analyze_everything(spelled, &no_farmers) };
        assert_same_table(results[0], results[1], "coverage", none);
        assert_same_table(results[0], results[1], "critical", none);
        assert_same_table(results[0], results[1], "gaps", none);
        assert_same_table(results[0], results[1], "buyers", centrality);
        assert_same_table(results[0], results[1], "flows", records);
        assert_same_table(results[0], results[1], "summary", records);
        assert_same_table(results[0], results[1], "nodes", centrality);
        assert_same_table(results[0], results[1], "links", none);
        vcl_result_free(results[0]);
        vcl_result_free(results[1]);
        vcl_chain_free(spelled);
        vcl_chain_free(chain);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_order_of_records_changes_nothing),
        cmocka_unit_test(the_order_of_lines_changes_nothing),
        cmocka_unit_test(the_container_changes_nothing),
        cmocka_unit_test(each_table_alone_is_as_among_all),
        cmocka_unit_test(names_of_actors_change_nothing_but_ids),
        cmocka_unit_test(households_in_one_record_or_in_many_give_the_same),
        cmocka_unit_test(implied_members_are_as_one_more_farmer),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
