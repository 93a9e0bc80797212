/* The parts of a workbook, by minizip over memory. */
#include "sheet/xlsx_archive.h"

#include <string.h>
#include <strings.h>

#include "base/error.h"
#include "base/try.h"

static voidpf ZCALLBACK open_memory(voidpf opaque, const void *path, int mode)
{
    (void)path;
    (void)mode;
    return opaque;
}

static uLong ZCALLBACK read_memory(voidpf opaque, voidpf stream, void *out, uLong size)
{
    vcl_xlsx_archive *archive = opaque;
    ZPOS64_T left = archive->bytes.size - archive->position;

    (void)stream;
    if (size > left) {
        size = (uLong)left;
    }
    memcpy(out, archive->bytes.bytes + archive->position, size);
    archive->position += size;
    return size;
}

static uLong ZCALLBACK write_memory(voidpf opaque, voidpf stream, const void *bytes, uLong size)
{
    (void)opaque;
    (void)stream;
    (void)bytes;
    (void)size;
    return 0;
}

static ZPOS64_T ZCALLBACK tell_memory(voidpf opaque, voidpf stream)
{
    (void)stream;
    return ((vcl_xlsx_archive *)opaque)->position;
}

/* Nothing is sought behind the end. */
static long ZCALLBACK seek_memory(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
    vcl_xlsx_archive *archive = opaque;
    ZPOS64_T from = 0;

    (void)stream;
    if (origin == ZLIB_FILEFUNC_SEEK_CUR) {
        from = archive->position;
    } else if (origin == ZLIB_FILEFUNC_SEEK_END) {
        from = archive->bytes.size;
    }
    if (offset > archive->bytes.size - from) {
        return -1;
    }
    archive->position = from + offset;
    return 0;
}

static int ZCALLBACK nothing_to_close(voidpf opaque, voidpf stream)
{
    (void)opaque;
    (void)stream;
    return 0;
}

static vcl_status fail_part(const vcl_xlsx_archive *archive, vcl_message message, const char *part,
                            vcl_error *err)
{
    return vcl_fail(err, VCL_ERROR_INPUT, message, archive->path, part);
}

/* Some writers part folders by "\". */
static void mend_name(char *name)
{
    for (; *name != '\0'; name++) {
        if (*name == '\\') {
            *name = '/';
        }
    }
}

static vcl_status add_part(vcl_xlsx_archive *archive, vcl_error *err)
{
    vcl_status status = VCL_OK;
    unz_file_info64 info = { 0 };
    vcl_xlsx_part part = { 0 };
    char name[512] = "";

    if (unzGetCurrentFileInfo64(archive->file, &info, name, sizeof name - 1, NULL, 0, NULL, 0) !=
            UNZ_OK ||
        unzGetFilePos64(archive->file, &part.at) != UNZ_OK) {
        return fail_part(archive, VCL_MSG_SHEET_DAMAGED, "ZIP", err);
    }
    mend_name(name);
    TRY(vcl_arena_copy(&archive->names, vcl_slice_of(name + (name[0] == '/' ? 1 : 0)), &part.name,
                       err));
    part.packed = info.compressed_size;
    part.size = info.uncompressed_size;
    part.is_encrypted = (info.flag & 1) != 0;
    TRY(vcl_array_add(&archive->parts, &part, err));
done:
    return status;
}

static vcl_status list_parts(vcl_xlsx_archive *archive, vcl_error *err)
{
    vcl_status status = VCL_OK;
    int result = unzGoToFirstFile(archive->file);

    while (result == UNZ_OK) {
        if (archive->parts.count == VCL_XLSX_MOST_PARTS) {
            return fail_part(archive, VCL_MSG_SHEET_MANY_PARTS, NULL, err);
        }
        TRY(add_part(archive, err));
        result = unzGoToNextFile(archive->file);
    }
    if (result != UNZ_END_OF_LIST_OF_FILE && archive->parts.count > 0) {
        status = fail_part(archive, VCL_MSG_SHEET_DAMAGED, "ZIP", err);
    }
done:
    return status;
}

vcl_status vcl_xlsx_archive_open(vcl_xlsx_archive *archive, const char *path, vcl_slice bytes,
                                 vcl_error *err)
{
    zlib_filefunc64_def functions = {
        .zopen64_file = open_memory,
        .zread_file = read_memory,
        .zwrite_file = write_memory,
        .ztell64_file = tell_memory,
        .zseek64_file = seek_memory,
        .zclose_file = nothing_to_close,
        .zerror_file = nothing_to_close,
        .opaque = archive,
    };

    *archive = (vcl_xlsx_archive){ .path = path, .bytes = bytes };
    vcl_array_init(&archive->parts, sizeof(vcl_xlsx_part));
    archive->file = unzOpen2_64(path, &functions);
    if (archive->file == NULL) {
        return fail_part(archive, VCL_MSG_SHEET_DAMAGED, "ZIP", err);
    }
    return list_parts(archive, err);
}

void vcl_xlsx_archive_release(vcl_xlsx_archive *archive)
{
    if (archive->file != NULL) {
        (void)unzClose(archive->file);
    }
    vcl_array_release(&archive->parts);
    vcl_arena_release(&archive->names);
    archive->file = NULL;
}

const vcl_xlsx_part *vcl_xlsx_archive_find(const vcl_xlsx_archive *archive, const char *name)
{
    const vcl_xlsx_part *parts = archive->parts.items;

    for (size_t i = 0; i < archive->parts.count; i++) {
        if (strcasecmp(parts[i].name, name) == 0) {
            return &parts[i];
        }
    }
    return NULL;
}

static vcl_status check_size(vcl_xlsx_archive *archive, const vcl_xlsx_part *part, vcl_error *err)
{
    bool grows =
        part->size > VCL_XLSX_FREELY_UNPACKED && part->size / VCL_XLSX_MOST_GROWTH > part->packed;

    if (grows || part->size > VCL_SHEET_MOST_UNPACKED - archive->unpacked) {
        return fail_part(archive, VCL_MSG_SHEET_TOO_LARGE, part->name, err);
    }
    archive->unpacked += part->size;
    archive->left = part->size;
    return VCL_OK;
}

vcl_status vcl_xlsx_archive_begin(vcl_xlsx_archive *archive, const vcl_xlsx_part *part,
                                  vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (part->is_encrypted) {
        return fail_part(archive, VCL_MSG_SHEET_PASSWORD, NULL, err);
    }
    TRY(check_size(archive, part, err));
    if (unzGoToFilePos64(archive->file, &part->at) != UNZ_OK ||
        unzOpenCurrentFile(archive->file) != UNZ_OK) {
        status = fail_part(archive, VCL_MSG_SHEET_DAMAGED, part->name, err);
    }
done:
    return status;
}

/* At the end, all bytes must have come and their sum must be right. */
vcl_status vcl_xlsx_archive_next(vcl_xlsx_archive *archive, const vcl_xlsx_part *part, void *out,
                                 int room, int *size, vcl_error *err)
{
    *size = unzReadCurrentFile(archive->file, out, (unsigned)room);
    if (*size > 0) {
        archive->left -= (uint64_t)*size;
        return VCL_OK;
    }
    if (*size < 0 || archive->left > 0 || unzCloseCurrentFile(archive->file) != UNZ_OK) {
        *size = 0;
        return fail_part(archive, VCL_MSG_SHEET_DAMAGED, part->name, err);
    }
    return VCL_OK;
}

void vcl_xlsx_archive_end(vcl_xlsx_archive *archive)
{
    (void)unzCloseCurrentFile(archive->file);
}
