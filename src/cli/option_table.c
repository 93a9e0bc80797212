/* The table of options. */
#include <string.h>

#include "cli/import_format.h"
#include "cli/options.h"

static const char *format_word(size_t index)
{
    return index < vcl_export_count() ? vcl_export_name(index) : NULL;
}

/* The overview is of figures alone. */
static const char *table_format_word(size_t index)
{
    size_t wanted = index;

    for (size_t i = 0; i < vcl_export_count(); i++) {
        bool overview = strcmp(vcl_export_name(i), "overview") == 0;
        if (!overview && wanted-- == 0) {
            return vcl_export_name(i);
        }
    }
    return NULL;
}

static const char *network_word(size_t index)
{
    const vcl_export_format *format = vcl_export_format_at(VCL_USE_NETWORK, index);

    return format != NULL ? format->name : NULL;
}

static const char *figures_meaning(const char *word, vcl_language language)
{
    return vcl_export_find(VCL_USE_FIGURES, word)->description[language];
}

static const char *network_meaning(const char *word, vcl_language language)
{
    return vcl_export_find(VCL_USE_NETWORK, word)->description[language];
}

static const char *edge_key_word(size_t index)
{
    static const char *const words[] = { "links", "edges", NULL };

    return words[index];
}

static const char *language_word(size_t index)
{
    static const char *const words[] = { "vi", "en", NULL };

    return words[index];
}

static const char *color_word(size_t index)
{
    static const char *const words[] = { "auto", "always", "never", NULL };

    return words[index];
}

static const char *template_word(size_t index)
{
    const vcl_export_format *format = vcl_export_format_at(VCL_USE_TEMPLATE, index);

    return format != NULL ? format->name : NULL;
}

static const char *template_meaning(const char *word, vcl_language language)
{
    return vcl_export_find(VCL_USE_TEMPLATE, word)->description[language];
}

static const char *decimal_word(size_t index)
{
    static const char *const words[] = { "comma", "point", NULL };

    return words[index];
}

#define FIELD(name) offsetof(cli_settings, name)

static const cli_option options[] = {
    { .name = "--as-of",
      .takes = CLI_TAKES_TEXT,
      .where = CLI_FOR_READING,
      .field = FIELD(as_of),
      .argument = CLI_TEXT_DATE,
      .help = CLI_TEXT_HELP_AS_OF },
    { .name = "--without",
      .takes = CLI_TAKES_TEXTS,
      .where = CLI_FOR_ANALYZE | CLI_FOR_EXPORT | CLI_FOR_REPORT,
      .field = FIELD(without),
      .argument = CLI_TEXT_ID,
      .help = CLI_TEXT_HELP_WITHOUT },
    { .name = "--skip",
      .takes = CLI_TAKES_TEXTS,
      .where = CLI_FOR_ANALYZE,
      .field = FIELD(skip),
      .argument = CLI_TEXT_TABLE,
      .help = CLI_TEXT_HELP_SKIP },
    { .name = "--format",
      .takes = CLI_TAKES_WORD,
      .where = CLI_FOR_ANALYZE,
      .field = FIELD(format),
      .help = CLI_TEXT_HELP_FORMAT,
      .word = format_word,
      .meaning = figures_meaning },
    { .name = "--format",
      .takes = CLI_TAKES_WORD,
      .where = CLI_FOR_CHECK,
      .field = FIELD(format),
      .help = CLI_TEXT_HELP_CHECK_FORMAT,
      .word = table_format_word },
    { .name = "--format",
      .takes = CLI_TAKES_WORD,
      .where = CLI_FOR_LIST,
      .field = FIELD(format),
      .help = CLI_TEXT_HELP_LIST_FORMAT,
      .word = table_format_word,
      .meaning = figures_meaning },
    { .name = "--to",
      .takes = CLI_TAKES_WORD,
      .where = CLI_FOR_EXPORT,
      .field = FIELD(format),
      .help = CLI_TEXT_HELP_TO,
      .word = network_word,
      .meaning = network_meaning },
    { .name = "--to",
      .takes = CLI_TAKES_WORD,
      .where = CLI_FOR_IMPORT,
      .field = FIELD(format),
      .help = CLI_TEXT_HELP_IMPORT_TO,
      .word = cli_import_format,
      .meaning = network_meaning },
    { .name = "--to",
      .takes = CLI_TAKES_WORD,
      .where = CLI_FOR_TEMPLATE,
      .field = FIELD(format),
      .help = CLI_TEXT_HELP_TEMPLATE_TO,
      .word = template_word,
      .meaning = template_meaning },
    { .name = "--edge-key",
      .takes = CLI_TAKES_WORD,
      .where = CLI_FOR_EXPORT,
      .field = FIELD(edge_key),
      .help = CLI_TEXT_HELP_EDGE_KEY,
      .word = edge_key_word },
    { .name = "--regions",
      .takes = CLI_TAKES_TEXT,
      .where = CLI_FOR_REPORT,
      .field = FIELD(regions),
      .argument = CLI_TEXT_FILE,
      .help = CLI_TEXT_HELP_REGIONS },
    { .name = "--output",
      .letter = 'o',
      .takes = CLI_TAKES_TEXT,
      .where = CLI_FOR_WORK | CLI_FOR_EXPORT | CLI_FOR_REPORT | CLI_FOR_REGISTERS,
      .field = FIELD(output),
      .argument = CLI_TEXT_FILE,
      .help = CLI_TEXT_HELP_OUTPUT },
    { .name = "--mapping",
      .takes = CLI_TAKES_TEXT,
      .where = CLI_FOR_IMPORT,
      .field = FIELD(mapping),
      .argument = CLI_TEXT_FILE,
      .help = CLI_TEXT_HELP_MAPPING },
    { .name = "--suggest-mapping",
      .takes = CLI_TAKES_NOTHING,
      .where = CLI_FOR_IMPORT,
      .field = FIELD(suggest_mapping),
      .help = CLI_TEXT_HELP_SUGGEST_MAPPING },
    { .name = "--decisions",
      .takes = CLI_TAKES_TEXT,
      .where = CLI_FOR_IMPORT,
      .field = FIELD(decisions),
      .argument = CLI_TEXT_FILE,
      .help = CLI_TEXT_HELP_DECISIONS },
    { .name = "--review",
      .takes = CLI_TAKES_TEXT,
      .where = CLI_FOR_IMPORT,
      .field = FIELD(review),
      .argument = CLI_TEXT_FILE,
      .help = CLI_TEXT_HELP_REVIEW },
    { .name = "--log",
      .takes = CLI_TAKES_TEXT,
      .where = CLI_FOR_IMPORT,
      .field = FIELD(log),
      .argument = CLI_TEXT_FILE,
      .help = CLI_TEXT_HELP_LOG },
    { .name = "--decimal",
      .takes = CLI_TAKES_WORD,
      .where = CLI_FOR_IMPORT,
      .field = FIELD(decimal),
      .help = CLI_TEXT_HELP_DECIMAL,
      .word = decimal_word },
    { .name = "--as-of",
      .takes = CLI_TAKES_TEXT,
      .where = CLI_FOR_IMPORT,
      .field = FIELD(as_of),
      .argument = CLI_TEXT_DATE,
      .help = CLI_TEXT_HELP_IMPORT_AS_OF },
    { .name = "--name",
      .takes = CLI_TAKES_TEXT,
      .where = CLI_FOR_IMPORT,
      .field = FIELD(name),
      .argument = CLI_TEXT_TEXT,
      .help = CLI_TEXT_HELP_NAME },
    { .name = "--currency",
      .takes = CLI_TAKES_TEXT,
      .where = CLI_FOR_IMPORT,
      .field = FIELD(currency),
      .argument = CLI_TEXT_TEXT,
      .help = CLI_TEXT_HELP_CURRENCY },
    { .name = "--top",
      .takes = CLI_TAKES_NUMBER,
      .where = CLI_FOR_ANALYZE,
      .field = FIELD(top),
      .argument = CLI_TEXT_NUMBER,
      .help = CLI_TEXT_HELP_TOP },
    { .name = "--threads",
      .takes = CLI_TAKES_NUMBER,
      .where = CLI_FOR_READING,
      .field = FIELD(threads),
      .argument = CLI_TEXT_NUMBER,
      .help = CLI_TEXT_HELP_THREADS },
    { .name = "--max-memory",
      .takes = CLI_TAKES_SIZE,
      .where = CLI_FOR_READING | CLI_FOR_IMPORT,
      .field = FIELD(max_memory),
      .argument = CLI_TEXT_SIZE,
      .help = CLI_TEXT_HELP_MAX_MEMORY },
    { .name = "--bom",
      .takes = CLI_TAKES_NOTHING,
      .where = CLI_FOR_WORK,
      .field = FIELD(byte_order_mark),
      .help = CLI_TEXT_HELP_BOM },
    { .name = "--color",
      .takes = CLI_TAKES_WORD,
      .where = CLI_FOR_WORK | CLI_FOR_IMPORT,
      .field = FIELD(color),
      .help = CLI_TEXT_HELP_COLOR,
      .word = color_word },
    { .name = "--quiet",
      .letter = 'q',
      .takes = CLI_TAKES_NOTHING,
      .where = CLI_FOR_READING,
      .field = FIELD(quiet),
      .help = CLI_TEXT_HELP_QUIET },
    { .name = "--quiet",
      .letter = 'q',
      .takes = CLI_TAKES_NOTHING,
      .where = CLI_FOR_REGISTERS,
      .field = FIELD(quiet),
      .help = CLI_TEXT_HELP_QUIET_REGISTERS },
    { .name = "--lang",
      .takes = CLI_TAKES_WORD,
      .where = CLI_FOR_ALL,
      .field = FIELD(language_word),
      .help = CLI_TEXT_HELP_LANG,
      .word = language_word },
    { .name = "--help",
      .letter = 'h',
      .takes = CLI_TAKES_NOTHING,
      .where = CLI_FOR_ALL,
      .field = FIELD(help),
      .help = CLI_TEXT_HELP_HELP },
    { .name = "--version",
      .letter = 'V',
      .takes = CLI_TAKES_NOTHING,
      .where = CLI_FOR_TOP,
      .field = FIELD(version),
      .help = CLI_TEXT_HELP_VERSION },
};

const cli_option *cli_option_at(size_t index)
{
    return index < sizeof options / sizeof options[0] ? &options[index] : NULL;
}

void cli_option_words(const cli_option *option, const char *separator, char *buffer, size_t size)
{
    size_t used = 0;

    buffer[0] = '\0';
    for (size_t i = 0; option->word(i) != NULL && used < size; i++) {
        int added =
            snprintf(buffer + used, size - used, "%s%s", i > 0 ? separator : "", option->word(i));
        used += added > 0 ? (size_t)added : 0;
    }
}
