/* Is a workbook whole? It is a ZIP archive of XML parts (APPNOTE 6.3, ECMA-376 part 2): each part
 * must unpack, and its elements must all be closed. */
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "export/xlsx.h"

enum { block_size = 1 << 16, end_size = 22, directory_size = 46, header_size = 30 };
enum { end_mark = 0x06054B50, directory_mark = 0x02014B50, header_mark = 0x04034B50 };

/* Where in its XML a part is. */
struct scan {
    int64_t depth; /* open elements */
    int64_t tags;
    char before; /* the last byte */
    char second; /* the first one of this tag */
    bool in_tag;
    bool broken;
};

static uint32_t number_at(const unsigned char *bytes, int size)
{
    uint32_t number = 0;

    for (int i = size - 1; i >= 0; i--) {
        number = number << 8 | bytes[i];
    }
    return number;
}

static bool read_at(FILE *file, long at, void *bytes, size_t size)
{
    return fseek(file, at, SEEK_SET) == 0 && fread(bytes, 1, size, file) == size;
}

/* "<" and ">" stand in tags only, for texts and attributes write them as entities. */
static void scan_byte(struct scan *scan, char byte)
{
    if (byte == '<') {
        scan->broken = scan->broken || scan->in_tag;
        scan->in_tag = true;
        scan->second = '\0';
    } else if (byte == '>') {
        scan->broken = scan->broken || !scan->in_tag;
        scan->in_tag = false;
        scan->tags++;
        scan->depth += scan->second == '/' ? -1 : 1;
        scan->depth -= scan->before == '/' || scan->second == '?' ? 1 : 0;
        scan->broken = scan->broken || scan->depth < 0;
    } else if (scan->in_tag && scan->second == '\0') {
        scan->second = byte;
    }
    scan->before = byte;
}

static bool is_closed(const struct scan *scan)
{
    return !scan->broken && !scan->in_tag && scan->depth == 0 && scan->tags > 0;
}

/* Unpacks what stands at the place in `file` where it is. */
static bool unpack(FILE *file, z_stream *stream, struct scan *scan)
{
    static const size_t size = block_size;
    unsigned char in[block_size / 4];
    unsigned char out[block_size];
    int state = Z_OK;

    while (state == Z_OK) {
        if (stream->avail_in == 0) {
            stream->avail_in = (uInt)fread(in, 1, sizeof in, file);
            stream->next_in = in;
        }
        stream->next_out = out;
        stream->avail_out = (uInt)size;
        state = inflate(stream, Z_NO_FLUSH);
        for (size_t i = 0; i < size - stream->avail_out; i++) {
            scan_byte(scan, (char)out[i]);
        }
    }
    return state == Z_STREAM_END;
}

/* `entry` is the part's entry in the directory. */
static bool is_part_whole(FILE *file, const unsigned char *entry)
{
    unsigned char header[header_size];
    struct scan scan = { 0 };
    z_stream stream = { 0 };
    long at = (long)number_at(entry + 42, 4);
    bool whole = false;

    if (!read_at(file, at, header, sizeof header) || number_at(header, 4) != header_mark) {
        return false;
    }
    at += header_size + (long)number_at(header + 26, 2) + (long)number_at(header + 28, 2);
    if (fseek(file, at, SEEK_SET) != 0 || inflateInit2(&stream, -MAX_WBITS) != Z_OK) {
        return false;
    }
    whole = unpack(file, &stream, &scan) && is_closed(&scan) &&
            stream.total_out == number_at(entry + 24, 4);
    inflateEnd(&stream);
    return whole;
}

/* All entries of the directory, which begins at `at`. */
static bool are_parts_whole(FILE *file, long at, uint32_t count)
{
    unsigned char entry[directory_size];

    for (uint32_t i = 0; i < count; i++) {
        if (!read_at(file, at, entry, sizeof entry) || number_at(entry, 4) != directory_mark ||
            !is_part_whole(file, entry)) {
            return false;
        }
        at += directory_size + (long)number_at(entry + 28, 2) + (long)number_at(entry + 30, 2) +
              (long)number_at(entry + 32, 2);
    }
    return count > 0;
}

bool vcl_xlsx_is_whole(const char *path)
{
    FILE *file = fopen(path, "rb");
    unsigned char end[end_size]; /* no comment follows it */
    bool whole = file != NULL && fseek(file, -(long)end_size, SEEK_END) == 0 &&
                 fread(end, 1, sizeof end, file) == sizeof end && number_at(end, 4) == end_mark &&
                 are_parts_whole(file, (long)number_at(end + 16, 4), number_at(end + 10, 2));

    if (file != NULL) {
        fclose(file);
    }
    return whole;
}
