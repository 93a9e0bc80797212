/* Which encoding, and decoding it by the C library's iconv. */
#include "sheet/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/try.h"
#include "base/unicode.h"
#include "sheet/build.h"

/* Looked at to tell UTF-16 without a mark. */
enum { sample_size = 4096 };

typedef struct mark {
    vcl_slice bytes;
    vcl_sheet_encoding encoding;
} mark;

static bool begins_with(vcl_slice bytes, vcl_slice beginning)
{
    return bytes.size >= beginning.size &&
           memcmp(bytes.bytes, beginning.bytes, beginning.size) == 0;
}

/* The mark that `bytes` begin with, or NULL. */
static const mark *mark_of(vcl_slice bytes)
{
    static const mark marks[] = {
        { { "\xEF\xBB\xBF", 3 }, VCL_ENCODING_UTF8 },
        { { "\xFF\xFE", 2 }, VCL_ENCODING_UTF16_LE },
        { { "\xFE\xFF", 2 }, VCL_ENCODING_UTF16_BE },
    };

    for (size_t i = 0; bytes.size > 0 && i < sizeof marks / sizeof *marks; i++) {
        if (begins_with(bytes, marks[i].bytes)) {
            return &marks[i];
        }
    }
    return NULL;
}

/* Digits, separators and half of the letters of any Vietnamese text have a zero byte in UTF-16, at
 * the same side of each pair. */
static bool is_utf16(vcl_slice bytes, vcl_sheet_encoding *encoding)
{
    size_t zeros[2] = { 0 };
    size_t size = bytes.size < sample_size ? bytes.size : sample_size;

    for (size_t i = 0; i < size; i++) {
        zeros[i % 2] += bytes.bytes[i] == '\0' ? 1 : 0;
    }
    *encoding = zeros[0] > zeros[1] ? VCL_ENCODING_UTF16_BE : VCL_ENCODING_UTF16_LE;
    size_t most = zeros[0] > zeros[1] ? zeros[0] : zeros[1];
    size_t least = zeros[0] + zeros[1] - most;
    return bytes.size % 2 == 0 && most > size / 8 && most > 8 * least;
}

/* The first byte that is not UTF-8; its size where all are. `*is_utf8`: are there more characters
 * of several bytes than bytes that are wrong? Windows-1258 hardly ever looks so. */
static size_t first_wrong(vcl_slice bytes, bool *is_utf8)
{
    size_t first = bytes.size;
    size_t wrong = 0;
    size_t right = 0;
    size_t size = 0;

    if (vcl_unicode_valid(bytes, &first)) {
        *is_utf8 = true;
        return bytes.size;
    }
    for (size_t i = 0; i < bytes.size; i += size) {
        bool is_right = vcl_unicode_decode(vcl_slice_from(bytes, i), &size) >= 0;
        wrong += is_right ? 0 : 1;
        right += size > 1 ? 1 : 0;
    }
    *is_utf8 = right > wrong;
    return first;
}

/* The number of the line that holds bytes.bytes[offset], in units of `width` bytes. */
static uint64_t line_at(vcl_slice bytes, size_t offset, vcl_sheet_encoding encoding)
{
    size_t width = encoding == VCL_ENCODING_UTF16_LE || encoding == VCL_ENCODING_UTF16_BE ? 2 : 1;
    size_t low = encoding == VCL_ENCODING_UTF16_BE ? 1 : 0;
    uint64_t line = 1;

    for (size_t i = 0; i + width <= offset; i += width) {
        bool is_ascii = width == 1 || bytes.bytes[i + 1 - low] == '\0';
        bool ends = bytes.bytes[i + low] == '\n';
        bool next_ends = i + width + low < offset && bytes.bytes[i + width + low] == '\n';
        bool returns = bytes.bytes[i + low] == '\r' && !next_ends;
        line += is_ascii && (ends || returns) ? 1 : 0;
    }
    return line;
}

static vcl_status fail_at(const char *path, vcl_slice bytes, size_t offset,
                          vcl_sheet_encoding encoding, vcl_error *err)
{
    return vcl_build_fail_number(path, line_at(bytes, offset, encoding), VCL_MSG_CSV_ENCODING, err);
}

/* Room for `size` bytes and a NUL. */
static vcl_status allocate(size_t size, char **out, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_memory_ask(size, err));
    *out = malloc(size + 1);
    status = *out != NULL ? VCL_OK : vcl_fail_memory(err);
done:
    return status;
}

static vcl_status copy(vcl_slice bytes, vcl_slice *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    char *block = NULL;

    TRY(allocate(bytes.size, &block, err));
    if (bytes.size > 0) {
        memcpy(block, bytes.bytes, bytes.size);
    }
    block[bytes.size] = '\0';
    *out = (vcl_slice){ block, bytes.size };
done:
    return status;
}

/* No byte of Windows-1258 and no unit of UTF-16 takes more than three of UTF-8. `*offset`: the
 * first byte that cannot be decoded, where one cannot. */
static vcl_status convert(vcl_slice bytes, const char *from, vcl_slice *out, size_t *offset,
                          vcl_error *err)
{
    vcl_status status = VCL_OK;
    iconv_t converter = iconv_open("UTF-8", from);
    char *block = NULL;
    char *source = (char *)(uintptr_t)bytes.bytes; /* iconv() does not write there */
    size_t left = bytes.size;
    size_t room = bytes.size * 3;

    if (converter == (iconv_t)-1) {
        return errno == ENOMEM ? vcl_fail_memory(err) : VCL_ERROR_INPUT;
    }
    TRY(allocate(room, &block, err));
    char *target = block;
    size_t converted = iconv(converter, &source, &left, &target, &room);
    if (converted == (size_t)-1 || iconv(converter, NULL, NULL, &target, &room) == (size_t)-1) {
        free(block);
        *offset = bytes.size - left;
        status = VCL_ERROR_INPUT;
        goto done;
    }
    *target = '\0';
    *out = (vcl_slice){ block, (size_t)(target - block) };
done:
    iconv_close(converter);
    return status;
}

static vcl_status compose(vcl_slice *text, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text composed = { 0 };

    vcl_unicode_nfc(&composed, *text);
    vcl_text_add_slice(&composed, (vcl_slice){ 0 }); /* allocates, where there is nothing */
    TRY(vcl_text_status(&composed, err));
    free((char *)(uintptr_t)text->bytes);
    *text = (vcl_slice){ composed.bytes, composed.size };
    composed = (vcl_text){ 0 };
done:
    vcl_text_release(&composed);
    return status;
}

static vcl_status decode(vcl_slice bytes, vcl_sheet_encoding encoding, vcl_slice *out,
                         size_t *offset, vcl_error *err)
{
    static const char *const names[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "CP1258" };
    vcl_status status = VCL_OK;

    if (encoding == VCL_ENCODING_UTF8) {
        return copy(bytes, out, err);
    }
    TRY(convert(bytes, names[encoding], out, offset, err));
    if (encoding == VCL_ENCODING_WINDOWS_1258) {
        TRY(compose(out, err));
    }
done:
    return status;
}

/* `*text` is what stands behind the mark. */
static vcl_status tell(const char *path, vcl_slice bytes, vcl_sheet_encoding *encoding,
                       vcl_slice *text, vcl_error *err)
{
    const mark *found = mark_of(bytes);
    bool is_utf8 = true;

    *text = vcl_slice_from(bytes, found != NULL ? found->bytes.size : 0);
    if (found == NULL && is_utf16(*text, encoding)) {
        return VCL_OK;
    }
    *encoding = found != NULL ? found->encoding : VCL_ENCODING_UTF8;
    if (*encoding == VCL_ENCODING_UTF8) {
        size_t wrong = first_wrong(*text, &is_utf8);
        if (wrong < text->size && (is_utf8 || found != NULL)) {
            return fail_at(path, *text, wrong, *encoding, err);
        }
        *encoding = wrong < text->size ? VCL_ENCODING_WINDOWS_1258 : VCL_ENCODING_UTF8;
    }
    return VCL_OK;
}

vcl_status vcl_encoding_decode(const char *path, vcl_slice bytes, vcl_sheet_encoding *encoding,
                               vcl_slice *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_slice text = { 0 };
    size_t offset = 0;

    *out = (vcl_slice){ 0 };
    TRY(tell(path, bytes, encoding, &text, err));
    TRY(decode(text, *encoding, out, &offset, err));
done:
    if (status == VCL_ERROR_INPUT) {
        status = fail_at(path, text, offset, *encoding, err); /* unless tell() did */
    }
    if (status != VCL_OK) {
        free((char *)(uintptr_t)out->bytes);
        *out = (vcl_slice){ 0 };
    }
    return status;
}
