/* Registers as a folder of CSV files, a file each, with a guide. Each begins with a byte order mark,
 * so that Excel reads Vietnamese. A folder that holds anything is never replaced, for these files are
 * to be filled in. */
#include <string.h>

#include "base/message.h"
#include "base/output_folder.h"
#include "base/try.h"
#include "export/escape.h"
#include "export/exporter.h"
#include "export/register_guide.h"

static const char byte_order_mark[] = "\xEF\xBB\xBF";

/* No file begins like that: whatever stands in a folder is somebody's. */
static const vcl_manifest nobody = { "guide.csv", "\n" };

struct file {
    vcl_registers *registers;
    vcl_register number;
    vcl_output *output;
    vcl_text line;
    bool is_example;
};

static void add_headings(struct file *file)
{
    vcl_text heading = { 0 };
    bool is_first = true;

    for (vcl_register_field i = vcl_register_first(file->number);
         i < vcl_register_end(file->number); i++) {
        if (!vcl_registers_shows(i)) {
            continue;
        }
        vcl_text_clear(&heading);
        vcl_registers_heading(&heading, file->registers, i, file->registers->language);
        vcl_text_add(&file->line, is_first ? "" : ",");
        vcl_escape_csv(&file->line, vcl_slice_of(vcl_text_bytes(&heading)), ',');
        is_first = false;
    }
    vcl_text_add_byte(&file->line, '\n');
    file->line.failed = file->line.failed || heading.failed;
    vcl_text_release(&heading);
}

/* 1.234 may be read as one thousand two hundred thirty-four: 1.2340 may not. */
static void add_number(vcl_text *line, const char *text)
{
    const char *point = strchr(text, '.');

    vcl_text_add(line, text);
    vcl_text_add(line, point != NULL && strlen(point + 1) == 3 ? "0" : "");
}

/* "2025-12-31" as "31/12/2025". */
static void add_day(vcl_text *line, const char *text)
{
    vcl_text_add_slice(line, (vcl_slice){ text + 8, 2 });
    vcl_text_add_byte(line, '/');
    vcl_text_add_slice(line, (vcl_slice){ text + 5, 2 });
    vcl_text_add_byte(line, '/');
    vcl_text_add_slice(line, (vcl_slice){ text, 4 });
}

static const char *example_of(const struct file *file, vcl_register_field field)
{
    return vcl_register_field_at(field)->example[file->registers->language];
}

static vcl_status take_row(void *context, const vcl_register_cell *cells, vcl_error *err)
{
    struct file *file = context;
    bool is_first = true;

    for (vcl_register_field i = vcl_register_first(file->number);
         i < vcl_register_end(file->number); i++) {
        if (!vcl_registers_shows(i)) {
            continue;
        }
        vcl_text_add(&file->line, is_first ? "" : ",");
        is_first = false;
        if (file->is_example) { /* as it stands: so an import knows it */
            vcl_escape_csv(&file->line, vcl_slice_of(example_of(file, i)), ',');
        } else if (cells[i].type == VCL_REGISTER_NUMBER) {
            add_number(&file->line, cells[i].text);
        } else if (cells[i].type == VCL_REGISTER_DATE) {
            add_day(&file->line, cells[i].text);
        } else if (cells[i].type == VCL_REGISTER_TEXT) {
            vcl_escape_csv(&file->line, vcl_slice_of(cells[i].text), ',');
        }
    }
    vcl_text_add_byte(&file->line, '\n');
    return vcl_output_flush(file->output, &file->line, err);
}

static vcl_status write_rows(struct file *file, bool is_template, vcl_error *err)
{
    vcl_status status = VCL_OK;

    vcl_output_write(file->output, vcl_slice_of(byte_order_mark));
    add_headings(file);
    file->is_example = is_template;
    if (is_template) {
        TRY(vcl_registers_example(file->registers, file->number, take_row, file, err));
    } else {
        TRY(vcl_registers_each(file->registers, file->number, take_row, file, err));
    }
    TRY(vcl_output_flush(file->output, &file->line, err));
done:
    return status;
}

/* Opens `key`.csv in the folder. */
static vcl_status open_file(vcl_output_folder *folder, const char *key, vcl_output *output,
                            vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text name = { 0 };

    vcl_text_add(&name, key);
    vcl_text_add(&name, ".csv");
    TRY(vcl_text_status(&name, err));
    TRY(vcl_output_folder_add(folder, vcl_text_bytes(&name), output, err));
done:
    vcl_text_release(&name);
    return status;
}

static vcl_status write_register(vcl_registers *registers, vcl_register number, bool is_template,
                                 vcl_output_folder *folder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_output output = { 0 };
    struct file file = { .registers = registers, .number = number, .output = &output };

    TRY(open_file(folder, vcl_register_at(number)->key, &output, err));
    TRY(write_rows(&file, is_template, err));
    TRY(vcl_output_commit(&output, err));
done:
    vcl_output_release(&output);
    vcl_text_release(&file.line);
    return status;
}

static void take_guide(void *context, vcl_guide_row kind, const char *const cells[VCL_GUIDE_CELLS])
{
    vcl_text *text = context;
    size_t count = kind == VCL_GUIDE_TITLE || kind == VCL_GUIDE_STEP ? 1 : VCL_GUIDE_CELLS;

    for (size_t i = 0; i < count; i++) {
        vcl_text_add(text, i > 0 ? "," : "");
        if (cells[i] != NULL) {
            vcl_escape_csv(text, vcl_slice_of(cells[i]), ',');
        }
    }
    vcl_text_add_byte(text, '\n');
}

static vcl_status write_guide(const vcl_registers *registers, bool is_template,
                              vcl_output_folder *folder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_output output = { 0 };
    vcl_text text = { 0 };

    TRY(open_file(folder, "guide", &output, err));
    vcl_text_add(&text, byte_order_mark);
    TRY(vcl_registers_guide(registers, registers->language, is_template, take_guide, &text, err));
    TRY(vcl_output_flush(&output, &text, err));
    TRY(vcl_output_commit(&output, err));
done:
    vcl_text_release(&text);
    vcl_output_release(&output);
    return status;
}

static vcl_status write_folder(const vcl_result *result, const vcl_export_options *options,
                               bool is_template, const char *path, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_output_folder folder = { 0 };
    vcl_registers registers = { 0 };

    TRY(vcl_registers_init(&registers, result, options->language, err));
    TRY(vcl_output_folder_open(&folder, path, &nobody, err));
    TRY(write_guide(&registers, is_template, &folder, err));
    for (vcl_register i = 0; i < VCL_REGISTER_COUNT; i++) {
        TRY(write_register(&registers, i, is_template, &folder, err));
    }
    TRY(vcl_output_folder_commit(&folder, err));
done:
    vcl_output_folder_release(&folder);
    vcl_registers_release(&registers);
    return status;
}

vcl_status vcl_write_registers_csv(const vcl_result *result, const vcl_export_options *options,
                                   const char *path, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_registers_check(result, err));
    TRY(write_folder(result, options, false, path, err));
done:
    return status;
}

vcl_status vcl_write_template_csv(const vcl_result *result, const vcl_export_options *options,
                                  const char *path, vcl_error *err)
{
    return write_folder(result, options, true, path, err);
}
