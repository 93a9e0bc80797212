/* The parts of a workbook, which is a ZIP archive, by minizip.
 *
 * Against archives that are made to harm: at most VCL_XLSX_MOST_PARTS parts, none above
 * VCL_XLSX_FREELY_UNPACKED that grows more than VCL_XLSX_MOST_GROWTH-fold, and
 * VCL_SHEET_MOST_UNPACKED bytes read in all, a part that is read again counting again. */
#ifndef SHEET_XLSX_ARCHIVE_H
#define SHEET_XLSX_ARCHIVE_H

#include <minizip/unzip.h>

#include "sheet/sheet.h"

enum {
    VCL_XLSX_MOST_PARTS = 10000,
    VCL_XLSX_MOST_GROWTH = 300,
    VCL_XLSX_FREELY_UNPACKED = 16 << 20,
};

typedef struct vcl_xlsx_archive {
    const char *path; /* for messages */
    vcl_slice bytes;
    ZPOS64_T position; /* in bytes */
    unzFile file;
    vcl_array parts; /* of vcl_xlsx_part */
    vcl_arena names;
    uint64_t unpacked; /* so far */
    uint64_t left; /* of the part that is open */
} vcl_xlsx_archive;

typedef struct vcl_xlsx_part {
    const char *name; /* without a slash before it */
    unz64_file_pos at;
    uint64_t packed;
    uint64_t size;
    bool is_encrypted;
} vcl_xlsx_part;

/* Lists the parts. What is given must outlive the archive, which stays where it is. It must be
 * released after a failure, too. VCL_ERROR_INPUT, VCL_ERROR_MEMORY. */
vcl_status vcl_xlsx_archive_open(vcl_xlsx_archive *archive, const char *path, vcl_slice bytes,
                                 vcl_error *err);
void vcl_xlsx_archive_release(vcl_xlsx_archive *archive);

/* The part of a name, letter case aside, or NULL. O(parts). */
const vcl_xlsx_part *vcl_xlsx_archive_find(const vcl_xlsx_archive *archive, const char *name);

/* Begins reading a part; no other may be open. VCL_ERROR_INPUT. */
vcl_status vcl_xlsx_archive_begin(vcl_xlsx_archive *archive, const vcl_xlsx_part *part,
                                  vcl_error *err);

/* The next bytes of the part that was begun, at most `room`; 0 at its end. VCL_ERROR_INPUT. */
vcl_status vcl_xlsx_archive_next(vcl_xlsx_archive *archive, const vcl_xlsx_part *part, void *out,
                                 int room, int *size, vcl_error *err);

/* Ends reading a part, also one that was not read to its end. */
void vcl_xlsx_archive_end(vcl_xlsx_archive *archive);

#endif
