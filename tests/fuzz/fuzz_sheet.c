/* Reads whatever bytes come as a spreadsheet file and checks what came of it. Bytes that begin with
 * "<" are the parts of a workbook with form feeds between them, which first go into an archive: the
 * sheet, then, as far as they are there, strings, styles and the workbook. For libFuzzer;
 * sheet_seeds/ are its first inputs, sheet.dict its words:
 *
 *     fuzz_sheet -dict=tests/fuzz/sheet.dict CORPUS tests/fuzz/sheet_seeds */
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "sheet/archive.h"
#include "sheet/sheet.h"

#define RELATION(id, type, target)                                                                 \
    "<Relationship Id='" id "' Type='x/" type "' Target='" target "'/>"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void ensure(bool condition)
{
    if (!condition) {
        abort();
    }
}

static void check_cell(const vcl_sheet_cell *cell, uint32_t column_before)
{
    ensure(cell->column > column_before && cell->column <= VCL_SHEET_MOST_COLUMNS);
    ensure(strlen(cell->text) == cell->size);
    ensure(vcl_unicode_valid((vcl_slice){ cell->text, cell->size }, NULL));
    ensure(cell->kind != VCL_CELL_EMPTY);
    ensure((cell->kind == VCL_CELL_FORMULA) == (cell->size == 0));
    double number = vcl_sheet_number(cell);
    ensure((cell->kind == VCL_CELL_NUMBER) == (number <= 0.0 || number > 0.0));
}

static void check_sheet(const vcl_sheet *sheet)
{
    uint32_t row_before = 0;
    size_t cells = 0;

    for (size_t i = 0; i < sheet->rows.count; i++) {
        const vcl_sheet_row *row = vcl_sheet_row_at(sheet, i);
        uint32_t column_before = 0;
        ensure(row->number > row_before && row->count > 0 && row->first == cells);
        ensure(vcl_sheet_find_row(sheet, row->number) == row);
        for (size_t j = 0; j < row->count; j++) {
            const vcl_sheet_cell *cell = vcl_sheet_cell_of(sheet, row, j);
            check_cell(cell, column_before);
            ensure(vcl_sheet_cell_at(sheet, row, cell->column) == cell);
            column_before = cell->column;
        }
        row_before = row->number;
        cells += row->count;
    }
    ensure(cells == sheet->cells.count);
}

static vcl_slice archive_of(archive *archive, vcl_slice bytes)
{
    static const char *const names[] = { "xl/sheet.xml", "xl/strings.xml", "xl/styles.xml",
                                         "xl/workbook.xml" };
    vcl_slice parts[] = {
        vcl_slice_of("<a/>"),
        vcl_slice_of("<sst><si><t>a</t></si><si><t>b</t></si></sst>"),
        vcl_slice_of("<a><cellXfs><xf numFmtId='14'/></cellXfs></a>"),
        vcl_slice_of("<workbook><sheets><sheet name='A' id='r1'/></sheets></workbook>"),
    };

    for (size_t i = 0; bytes.size > 0 && i < 4; i++) {
        const char *end = memchr(bytes.bytes, '\f', bytes.size);
        size_t size = end != NULL ? (size_t)(end - bytes.bytes) : bytes.size;
        parts[i] = (vcl_slice){ bytes.bytes, size };
        bytes = vcl_slice_from(bytes, size + (end != NULL ? 1 : 0));
    }
    add_part(archive, "_rels/.rels",
             vcl_slice_of("<R>" RELATION("r", "officeDocument", "xl/workbook.xml") "</R>"));
    add_part(archive, "xl/_rels/workbook.xml.rels",
             vcl_slice_of("<R>" RELATION("r1", "worksheet", "sheet.xml")
                              RELATION("r2", "sharedStrings", "strings.xml")
                                  RELATION("r3", "styles", "styles.xml") "</R>"));
    for (size_t i = 0; i < 4; i++) {
        add_part(archive, names[i], parts[i]);
    }
    return end_archive(archive);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    vcl_slice bytes = { (const char *)data, size };
    archive archive = { 0 };
    vcl_workbook *workbook = NULL;

    if (size > 0 && bytes.bytes[0] == '<') {
        bytes = archive_of(&archive, bytes);
    }
    vcl_status status = vcl_workbook_read("a.csv", bytes, &workbook, NULL);
    ensure((status == VCL_OK) == (workbook != NULL));
    for (size_t i = 0; status == VCL_OK && i < workbook->sheets.count; i++) {
        check_sheet(vcl_workbook_sheet(workbook, i));
    }
    vcl_workbook_free(workbook);
    vcl_text_release(&archive.parts);
    vcl_text_release(&archive.list);
    return 0;
}
