/* CSV after RFC 4180, as spreadsheet programs read it: any line ends, any separator, and what
 * follows a closing quotation mark still belongs to the cell. */
#include "sheet/csv.h"

#include <stdlib.h>
#include <string.h>

#include "base/try.h"
#include "sheet/build.h"
#include "sheet/encoding.h"

/* The cells' texts stay where they stand in the file; each is ended by a NUL in the place of what
 * followed it. */
typedef struct csv_reader {
    const char *path;
    vcl_sheet *sheet;
    char *text;
    size_t size;
    size_t at;
    char separator;
    uint32_t row;
    uint32_t column; /* of the cell that is read */
    uint64_t line; /* that `at` stands in */
} csv_reader;

static bool is_end(const csv_reader *reader)
{
    return reader->at >= reader->size;
}

/* Passes a line end if one stands at `at`. */
static bool pass_line_end(csv_reader *reader)
{
    char byte = is_end(reader) ? '\0' : reader->text[reader->at];

    if (byte != '\n' && byte != '\r') {
        return false;
    }
    reader->at++;
    if (byte == '\r' && !is_end(reader) && reader->text[reader->at] == '\n') {
        reader->at++;
    }
    reader->line++;
    return true;
}

/* Moves a quoted text that begins at `at` to its begin, doubled quotation marks as one and line
 * ends as "\n". `*size`: its size. */
static vcl_status read_quoted(csv_reader *reader, size_t *size, vcl_error *err)
{
    uint64_t opened = reader->line;
    size_t target = reader->at;
    size_t begin = target;

    reader->at++;
    while (!is_end(reader)) {
        if (pass_line_end(reader)) {
            reader->text[target++] = '\n';
            continue;
        }
        char byte = reader->text[reader->at++];
        if (byte == '"' && (is_end(reader) || reader->text[reader->at] != '"')) {
            *size = target - begin;
            return VCL_OK;
        }
        reader->at += byte == '"' ? 1 : 0;
        reader->text[target++] = byte;
    }
    return vcl_build_fail_number(reader->path, opened, VCL_MSG_CSV_QUOTE, err);
}

/* Where the unquoted text that begins at `at` ends. */
static size_t end_of_plain(const csv_reader *reader)
{
    size_t end = reader->at;

    while (end < reader->size && reader->text[end] != reader->separator &&
           reader->text[end] != '\n' && reader->text[end] != '\r') {
        end++;
    }
    return end;
}

/* Reads a cell's text, up to what ends it. */
static vcl_status read_text(csv_reader *reader, vcl_slice *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t begin = reader->at;
    size_t size = 0;

    if (!is_end(reader) && reader->text[begin] == '"' && reader->separator != '"') {
        TRY(read_quoted(reader, &size, err));
    }
    size_t end = end_of_plain(reader);
    memmove(reader->text + begin + size, reader->text + reader->at, end - reader->at);
    size += end - reader->at;
    reader->at = end;
    *out = (vcl_slice){ reader->text + begin, size };
done:
    return status;
}

/* An apostrophe that keeps a spreadsheet from computing what follows is no part of the text. Our own
 * CSV has it before = + - @ TAB CR and the full-width ＝ ＋ － ＠. */
static vcl_slice without_guard(vcl_slice text)
{
    static const char *const begun[] = {
        "=",           "+", "-", "@", "\t", "\r", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
        "\xEF\xBC\xA0"
    };

    for (size_t i = 0; i < sizeof begun / sizeof *begun; i++) {
        size_t size = strlen(begun[i]);
        if (text.size > size && text.bytes[0] == '\'' &&
            memcmp(text.bytes + 1, begun[i], size) == 0) {
            return vcl_slice_from(text, 1);
        }
    }
    return text;
}

static vcl_status add_cell(csv_reader *reader, vcl_slice text, vcl_error *err)
{
    vcl_sheet_cell cell = { .text = text.bytes,
                            .size = (uint32_t)text.size,
                            .column = (uint16_t)reader->column,
                            .kind = VCL_CELL_TEXT };
    vcl_message message =
        text.size > VCL_SHEET_LONGEST_TEXT ? VCL_MSG_SHEET_TEXT_TOO_LONG : VCL_MSG_SHEET_TOO_WIDE;

    if (text.size > VCL_SHEET_LONGEST_TEXT || reader->column > VCL_SHEET_MOST_COLUMNS) {
        return vcl_build_fail_at(reader->path, reader->sheet, reader->row, reader->column, message,
                                 err);
    }
    return vcl_build_cell(reader->sheet, &cell, err);
}

static vcl_status read_record(csv_reader *reader, vcl_error *err)
{
    vcl_status status = VCL_OK;
    bool goes_on = true;

    TRY(vcl_build_row(reader->sheet, ++reader->row, err));
    for (reader->column = 1; goes_on; reader->column++) {
        vcl_slice text = { 0 };
        TRY(read_text(reader, &text, err));
        text = without_guard(text);
        size_t end = (size_t)(text.bytes - reader->text) + text.size;
        if (text.size > 0) {
            TRY(add_cell(reader, text, err));
        }
        goes_on = !is_end(reader) && reader->text[reader->at] == reader->separator;
        if (goes_on) {
            reader->at++;
        } else {
            (void)pass_line_end(reader);
        }
        reader->text[end] = '\0'; /* only now, as it may be the separator */
    }
done:
    return status;
}

/* A byte 0 would end a text before its time. */
static vcl_status refuse_zeros(const csv_reader *reader, vcl_error *err)
{
    const char *zero = reader->size > 0 ? memchr(reader->text, '\0', reader->size) : NULL;
    csv_reader before = *reader;

    if (zero == NULL) {
        return VCL_OK;
    }
    before.size = (size_t)(zero - reader->text);
    while (!is_end(&before)) {
        before.at += pass_line_end(&before) ? 0 : 1;
    }
    return vcl_build_fail_number(reader->path, before.line, VCL_MSG_CSV_NUL, err);
}

/* "HTX" of "folder/HTX.csv". */
static vcl_slice name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash != NULL ? slash + 1 : path;
    const char *point = strrchr(name, '.');

    return (vcl_slice){ name,
                        point != NULL && point > name ? (size_t)(point - name) : strlen(name) };
}

vcl_status vcl_csv_read(const char *path, vcl_slice bytes, vcl_workbook *workbook, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_slice text = { 0 };
    csv_reader reader = { .path = path, .line = 1 };

    workbook->is_csv = true;
    TRY(vcl_encoding_decode(path, bytes, &workbook->encoding, &text, err));
    workbook->bytes = (char *)(uintptr_t)text.bytes;
    workbook->separator = vcl_csv_separator(text, &reader.at);
    TRY(vcl_build_sheet(workbook, name_of(path), &reader.sheet, err));
    reader.text = workbook->bytes;
    reader.size = text.size;
    reader.separator = workbook->separator;
    TRY(refuse_zeros(&reader, err));
    reader.line += reader.at > 0 ? 1 : 0;
    while (!is_end(&reader)) {
        TRY(read_record(&reader, err));
    }
    vcl_build_end(reader.sheet);
done:
    return status;
}
