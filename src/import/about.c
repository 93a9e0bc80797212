/* What the dataset as a whole is about. */
#include "import/about.h"

#include "base/error.h"
#include "base/try.h"
#include "import/facts.h"

enum { FIELDS = 4 };

/* The first row in order gives each fact; others that say something else are named. */
typedef struct about {
    const vcl_entry *entries[FIELDS];
    uint32_t rows[FIELDS];
    uint32_t row;
} about;

static void read_row(vcl_draft *draft, uint32_t row, about *out)
{
    vcl_draft_give(draft, row, out->row == VCL_NONE ? VCL_FATE_OTHER : VCL_FATE_JOINED);
    if (out->row != VCL_NONE) {
        vcl_draft_say(draft, row, NULL, VCL_LOG_NOTE, VCL_MSG_IMPORT_SAME_DATASET, NULL);
    }
    out->row = out->row == VCL_NONE ? row : out->row;
    for (size_t i = 0; i < FIELDS; i++) {
        const vcl_entry *entry =
            vcl_draft_entry(draft, row, (vcl_register_field)(VCL_FIELD_DATASET_NAME + i));
        if (entry != NULL && out->entries[i] == NULL) {
            out->entries[i] = entry;
            out->rows[i] = row;
        } else if (entry != NULL && !vcl_entry_equals(entry, out->entries[i])) {
            vcl_facts_say_difference(draft, row, entry, out->rows[i], out->entries[i]);
        }
    }
}

static void add(vcl_lines *lines, const char *key, const char *option, const vcl_entry *entry)
{
    if (option != NULL) {
        vcl_lines_add_text(lines, key, vcl_slice_of(option));
    } else if (entry != NULL) {
        vcl_lines_add_text(lines, key, entry->text);
    }
}

static void add_date(vcl_lines *lines, const char *option, const vcl_entry *entry)
{
    char date[VCL_DATE_SIZE];

    if (option == NULL && entry != NULL && entry->date != VCL_NO_DATE) {
        vcl_date_format(entry->date, date);
        option = date;
    }
    add(lines, "as_of", option, NULL);
}

vcl_status vcl_about_write(vcl_lines *lines, vcl_draft *draft, const vcl_import_options *options,
                           vcl_error *err)
{
    about own = { .row = VCL_NONE };
    vcl_date date = VCL_NO_DATE;

    if (options->as_of != NULL && !vcl_date_parse(vcl_slice_of(options->as_of), &date)) {
        return vcl_fail(err, VCL_ERROR_USAGE, VCL_MSG_BAD_AS_OF, options->as_of, NULL);
    }
    for (uint32_t i = 0; i < draft->row_count; i++) {
        if (vcl_draft_register(draft, draft->order[i]) == VCL_REGISTER_DATASET) {
            read_row(draft, draft->order[i], &own);
        }
    }
    vcl_lines_begin(lines, "graph");
    add(lines, "name", options->name, own.entries[VCL_FIELD_DATASET_NAME - VCL_FIELD_DATASET_NAME]);
    add_date(lines, options->as_of, own.entries[VCL_FIELD_DATASET_AS_OF - VCL_FIELD_DATASET_NAME]);
    add(lines, "currency", options->currency,
        own.entries[VCL_FIELD_DATASET_CURRENCY - VCL_FIELD_DATASET_NAME]);
    add(lines, "source", NULL, own.entries[VCL_FIELD_DATASET_SOURCE - VCL_FIELD_DATASET_NAME]);
    return vcl_lines_end(lines, own.row, err);
}
