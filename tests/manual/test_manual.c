/* The manual and the completions say what the tables say, of new commands and options too. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "manual/completions.h"
#include "manual/page.h"
#include "manual/values.h"
#include "support/assert.h"

const cli_option *__real_cli_option_at(size_t index);
const cli_option *__wrap_cli_option_at(size_t index);
const cli_command *__real_cli_command_at(size_t index);
const cli_command *__wrap_cli_command_at(size_t index);

enum { CLI_FOR_WEIGH = 1 << 30 };

static const char *grain_word(size_t index)
{
    static const char *const words[] = { "rice", "maize", NULL };

    return words[index];
}

static const char *grain_meaning(const char *word, vcl_language language)
{
    (void)language;
    return strcmp(word, "rice") == 0 ? "it's rice: [wet], $5 \"a\" `bag`" : "maize";
}

/* What somebody might add tomorrow. */
static const cli_option new_option = { .name = "--grain",
                                       .letter = 'g',
                                       .takes = CLI_TAKES_WORD,
                                       .where = CLI_FOR_WEIGH | CLI_FOR_CHECK,
                                       .help = CLI_TEXT_HELP_FORMAT,
                                       .word = grain_word,
                                       .meaning = grain_meaning };
static const cli_command new_command = { .name = "weigh",
                                         .help = "vclink weigh --help",
                                         .bit = CLI_FOR_WEIGH,
                                         .most_operands = 1,
                                         .synopsis = CLI_TEXT_CHECK_SYNOPSIS,
                                         .summary = CLI_TEXT_CHECK_SUMMARY,
                                         .details = CLI_TEXT_CHECK_DETAILS };

const cli_option *__wrap_cli_option_at(size_t index)
{
    const cli_option *option = __real_cli_option_at(index);

    if (option == NULL && index > 0 && __real_cli_option_at(index - 1) != NULL) {
        return &new_option;
    }
    return option;
}

const cli_command *__wrap_cli_command_at(size_t index)
{
    const cli_command *command = __real_cli_command_at(index);

    if (command == NULL && index > 0 && __real_cli_command_at(index - 1) != NULL) {
        return &new_command;
    }
    return command;
}

/* What `print` prints; the caller frees it. */
static char *text_of(void (*print)(FILE *stream))
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);

    assert_non_null(stream);
    print(stream);
    assert_int_equal(fclose(stream), 0);
    return text;
}

static char *page_of(const cli_command *command, vcl_language language)
{
    char *text = NULL;
    size_t size = 0;
    manual_page page = { .stream = open_memstream(&text, &size),
                         .language = language,
                         .date = "2026-11-22",
                         .command = command };

    assert_non_null(page.stream);
    manual_page_print(&page);
    assert_int_equal(fclose(page.stream), 0);
    return text;
}

static void assert_holds(const char *text, const char *part)
{
    if (strstr(text, part) == NULL) {
        print_error("\"%s\" is not in:\n%s\n", part, text);
        fail();
    }
}

/* "\fB\-\-as\-of\fR" for "--as-of". */
static void typed(const char *text, char *buffer, size_t size)
{
    size_t used = (size_t)snprintf(buffer, size, "\\fB");

    for (; *text != '\0' && used + 8 < size; text++) {
        used += (size_t)snprintf(buffer + used, size - used, *text == '-' ? "\\-" : "%c", *text);
    }
    snprintf(buffer + used, size - used, "\\fR");
}

static void assert_page_holds(const char *page, const char *text)
{
    char set[256];

    typed(text, set, sizeof set);
    assert_holds(page, set);
}

static void assert_page_tells(const cli_command *command, vcl_language language)
{
    char *page = page_of(command, language);
    const cli_option *option;

    for (size_t i = 0; (option = cli_option_at(i)) != NULL; i++) {
        if (!manual_option_is_of(option, command)) {
            continue;
        }
        assert_page_holds(page, option->name);
        for (size_t k = 0; option->takes == CLI_TAKES_WORD && option->word(k) != NULL; k++) {
            assert_page_holds(page, option->word(k));
        }
    }
    free(page);
}

static void a_page_tells_every_option_of_its_command(void **state)
{
    const cli_command *command;

    (void)state;
    for (int language = VCL_ENGLISH; language <= VCL_VIETNAMESE; language++) {
        assert_page_tells(NULL, (vcl_language)language);
        for (size_t i = 0; (command = cli_command_at(i)) != NULL; i++) {
            assert_page_tells(command, (vcl_language)language);
        }
    }
}

static void the_page_of_vclink_names_every_command(void **state)
{
    char *page = page_of(NULL, VCL_VIETNAMESE);
    const cli_command *command;
    char name[64];

    (void)state;
    for (size_t i = 0; (command = cli_command_at(i)) != NULL; i++) {
        snprintf(name, sizeof name, "vclink-%s", command->name);
        assert_page_holds(page, name);
    }
    free(page);
}

static void the_pages_of_tables_tell_each_and_their_columns(void **state)
{
    char *analyze = page_of(cli_command_find("analyze"), VCL_ENGLISH);
    char *list = page_of(cli_command_find("list"), VCL_VIETNAMESE);

    (void)state;
    for (size_t i = 0; i < vcl_analysis_count(); i++) {
        assert_page_holds(analyze, vcl_analysis_name(i));
        assert_holds(list, vcl_analysis_title(i, VCL_VIETNAMESE));
        for (size_t k = 0; k < vcl_analysis_column_count(i); k++) {
            assert_page_holds(list, vcl_analysis_column(i, k)->name);
        }
    }
    free(analyze);
    free(list);
}

static void completions_know_commands_options_words_and_tables(void **state)
{
    void (*const prints[])(FILE *) = { manual_bash_print, manual_zsh_print, manual_fish_print };

    (void)state;
    for (size_t p = 0; p < sizeof prints / sizeof prints[0]; p++) {
        char *text = text_of(prints[p]);
        const cli_option *option;
        for (size_t i = 0; cli_command_at(i) != NULL; i++) {
            assert_holds(text, cli_command_at(i)->name);
        }
        for (size_t i = 0; (option = cli_option_at(i)) != NULL; i++) {
            assert_holds(text, option->name + 2);
            for (size_t k = 0; option->takes == CLI_TAKES_WORD && option->word(k) != NULL; k++) {
                assert_holds(text, option->word(k));
            }
        }
        for (size_t i = 0; i < vcl_analysis_count(); i++) {
            assert_holds(text, vcl_analysis_name(i));
        }
        free(text);
    }
}

static void completions_offer_a_new_option_where_it_stands(void **state)
{
    char *bash = text_of(manual_bash_print);
    char *zsh = text_of(manual_zsh_print);
    char *fish = text_of(manual_fish_print);

    (void)state;
    assert_holds(bash, "check,--grain | check,-g | weigh,--grain | weigh,-g) "
                       "takes=words words='rice maize' ;;");
    assert_holds(bash, "weigh) words='--grain' ;;");
    assert_holds(bash, "weigh,0) takes=files ;;");
    assert_holds(zsh, "'(-g --grain)'{-g+,--grain=}'[");
    assert_holds(fish, "complete -c vclink -n '__vclink_in check weigh' -s g -l grain -x -a ");
    free(bash);
    free(zsh);
    free(fish);
}

static void what_a_word_means_is_quoted_for_each_shell(void **state)
{
    char *zsh = text_of(manual_zsh_print);
    char *fish = text_of(manual_fish_print);

    (void)state;
    assert_holds(zsh, "rice\\:\"it'\\''s rice\\: [wet], \\$5 \\\"a\\\" \\`bag\\`\"");
    assert_holds(fish, "rice\\t\"it\\'s rice: [wet], \\\\$5 \\\\\"a\\\\\" `bag`\"");
    free(zsh);
    free(fish);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_tells_every_option_of_its_command),
        cmocka_unit_test(the_page_of_vclink_names_every_command),
        cmocka_unit_test(the_pages_of_tables_tell_each_and_their_columns),
        cmocka_unit_test(completions_know_commands_options_words_and_tables),
        cmocka_unit_test(completions_offer_a_new_option_where_it_stands),
        cmocka_unit_test(what_a_word_means_is_quoted_for_each_shell),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
