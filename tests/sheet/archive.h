/* A ZIP archive of stored parts, in memory: APPNOTE.TXT, 4.3. */
#ifndef TESTS_SHEET_ARCHIVE_H
#define TESTS_SHEET_ARCHIVE_H

#include <zlib.h>

#include "base/text.h"

/* Zeroed to begin with; vcl_text_release() both. */
typedef struct archive {
    vcl_text parts;
    vcl_text list;
    unsigned count;
} archive;

static inline void add_number(vcl_text *out, unsigned long value, unsigned bytes)
{
    for (unsigned i = 0; i < bytes; i++) {
        vcl_text_add_byte(out, (char)(value >> 8 * i & 0xFF));
    }
}

/* What stands before a part and in the list alike. */
static inline void add_header(vcl_text *out, vcl_slice name, vcl_slice content)
{
    add_number(out, 20, 2); /* version needed */
    add_number(out, 0, 4); /* flags; stored */
    add_number(out, 0x21 << 16, 4); /* 1 January 1980 */
    add_number(out, crc32(0, (const Bytef *)content.bytes, (uInt)content.size), 4);
    add_number(out, content.size, 4);
    add_number(out, content.size, 4);
    add_number(out, name.size, 2);
    add_number(out, 0, 2); /* no extra field */
}

static inline void add_part(archive *archive, const char *path, vcl_slice content)
{
    vcl_slice name = vcl_slice_of(path);
    size_t offset = archive->parts.size;

    vcl_text_add(&archive->parts, "PK\3\4");
    add_header(&archive->parts, name, content);
    vcl_text_add_slice(&archive->parts, name);
    vcl_text_add_slice(&archive->parts, content);
    vcl_text_add(&archive->list, "PK\1\2");
    add_number(&archive->list, 20, 2); /* version made by */
    add_header(&archive->list, name, content);
    add_number(&archive->list, 0, 4); /* no comment, first disk */
    add_number(&archive->list, 0, 4);
    add_number(&archive->list, 0, 2);
    add_number(&archive->list, offset, 4);
    vcl_text_add_slice(&archive->list, name);
    archive->count++;
}

/* Puts the list behind the parts, which are then the archive. */
static inline vcl_slice end_archive(archive *archive)
{
    size_t offset = archive->parts.size;

    vcl_text_add_slice(&archive->parts, (vcl_slice){ archive->list.bytes, archive->list.size });
    vcl_text_add(&archive->parts, "PK\5\6");
    add_number(&archive->parts, 0, 4);
    add_number(&archive->parts, archive->count, 2);
    add_number(&archive->parts, archive->count, 2);
    add_number(&archive->parts, archive->list.size, 4);
    add_number(&archive->parts, offset, 4);
    add_number(&archive->parts, 0, 2);
    return (vcl_slice){ archive->parts.bytes, archive->parts.size };
}

#endif
