/* Texts of a workbook, and the list of those that cells share. */
#include "sheet/xlsx_text.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/try.h"

void vcl_xlsx_text_begin(vcl_xlsx_text *text, const char *element)
{
    if (strcmp(element, "rPh") == 0) {
        text->readings++;
    } else if (strcmp(element, "t") == 0) {
        text->is_open = text->readings == 0;
    }
}

void vcl_xlsx_text_end(vcl_xlsx_text *text, const char *element)
{
    if (strcmp(element, "rPh") == 0 && text->readings > 0) {
        text->readings--;
    } else if (strcmp(element, "t") == 0) {
        text->is_open = false;
    }
}

static int value_of_hex(char byte)
{
    const char *digits = "0123456789abcdef0123456789ABCDEF";
    const char *found = byte != '\0' ? strchr(digits, byte) : NULL;

    return found != NULL ? (int)((found - digits) % 16) : -1;
}

/* The code of "_xHHHH_", or -1; surrogates stay as they are written. */
static int read_escape(vcl_slice text)
{
    int code = 0;

    if (text.size < 7 || text.bytes[0] != '_' || text.bytes[1] != 'x' || text.bytes[6] != '_') {
        return -1;
    }
    for (size_t i = 2; i < 6; i++) {
        int digit = value_of_hex(text.bytes[i]);
        if (digit < 0) {
            return -1;
        }
        code = code * 16 + digit;
    }
    return code >= 0xD800 && code <= 0xDFFF ? -1 : code;
}

/* As UTF-8; U+0000, which no text may hold, as nothing. */
static size_t write_code(char *out, int code)
{
    if (code < 0x80) {
        out[0] = (char)code;
        return code > 0 ? 1 : 0;
    }
    if (code < 0x800) {
        out[0] = (char)(0xC0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    out[0] = (char)(0xE0 | code >> 12);
    out[1] = (char)(0x80 | (code >> 6 & 0x3F));
    out[2] = (char)(0x80 | (code & 0x3F));
    return 3;
}

/* In place, as no escape is shorter than what it stands for. */
static void undo_escapes(vcl_text *text)
{
    size_t target = 0;

    if (text->bytes == NULL || strstr(text->bytes, "_x") == NULL) {
        return;
    }
    for (size_t i = 0; i < text->size;) {
        int code = read_escape((vcl_slice){ text->bytes + i, text->size - i });
        if (code >= 0) {
            target += write_code(text->bytes + target, code);
            i += 7;
        } else {
            text->bytes[target++] = text->bytes[i++];
        }
    }
    text->size = target;
    text->bytes[target] = '\0';
}

vcl_status vcl_xlsx_text_take(vcl_xlsx_text *text, vcl_arena *arena, vcl_slice *out, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_text_status(&text->bytes, err));
    undo_escapes(&text->bytes);
    out->size = text->bytes.size;
    TRY(vcl_arena_copy(arena, (vcl_slice){ text->bytes.bytes, text->bytes.size }, &out->bytes,
                       err));
    vcl_text_clear(&text->bytes);
done:
    return status;
}

typedef struct string_list {
    const char *path;
    const char *part;
    vcl_arena *arena;
    vcl_array *out;
    vcl_xlsx_text text;
    uint64_t bytes; /* of all texts */
} string_list;

static vcl_status begin_element(void *context, const char *name, const char **attributes,
                                vcl_error *err)
{
    (void)attributes;
    (void)err;
    vcl_xlsx_text_begin(&((string_list *)context)->text, name);
    return VCL_OK;
}

static vcl_status add_text(void *context, vcl_slice text, vcl_error *err)
{
    string_list *strings = context;

    if (strings->text.is_open) {
        vcl_text_add_slice(&strings->text.bytes, text);
    }
    if (strings->text.bytes.size > VCL_SHEET_LONGEST_TEXT) {
        return vcl_fail(err, VCL_ERROR_INPUT, VCL_MSG_SHEET_TEXT_TOO_LONG, strings->path,
                        strings->part);
    }
    return VCL_OK;
}

/* Many texts ask for memory now and then. */
static vcl_status ask(string_list *strings, size_t size, vcl_error *err)
{
    uint64_t before = strings->bytes / VCL_MEMORY_LARGE;

    strings->bytes += size + sizeof(vcl_slice);
    return strings->bytes / VCL_MEMORY_LARGE > before ? vcl_memory_ask(VCL_MEMORY_LARGE, err)
                                                      : VCL_OK;
}

static vcl_status end_element(void *context, const char *name, vcl_error *err)
{
    vcl_status status = VCL_OK;
    string_list *strings = context;
    vcl_slice text = { 0 };

    vcl_xlsx_text_end(&strings->text, name);
    if (strcmp(name, "si") == 0) {
        TRY(ask(strings, strings->text.bytes.size, err));
        TRY(vcl_xlsx_text_take(&strings->text, strings->arena, &text, err));
        TRY(vcl_array_add(strings->out, &text, err));
    }
done:
    return status;
}

vcl_status vcl_xlsx_read_strings(vcl_xlsx_archive *archive, const char *part, vcl_arena *arena,
                                 vcl_array *out, vcl_error *err)
{
    static const vcl_xlsx_handlers handlers = { begin_element, end_element, add_text };
    string_list strings = { .path = archive->path, .part = part, .arena = arena, .out = out };
    vcl_status status = vcl_xlsx_walk(archive, part, &handlers, &strings, err);

    vcl_text_release(&strings.text.bytes);
    return status;
}
