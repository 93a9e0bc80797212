/* sheet/: what LibreOffice saves. It takes seconds to start: only with VCLINK_OFFICE set, as
 * scripts/test --all does. */
#define _XOPEN_SOURCE 700 /* nftw() */
#include "sheet/made.h"

#include "base/error.h"

#define CELLS_OF_TEXT                                                                              \
    "sheet openpyxl\n"                                                                             \
    "A1 text Tên HTX\nB1 text MST\nC1 text Ngày\nD1 text TRUE\nE1 text 2\nF1 text #N/A\n"        \
    "G1 text -0.5\nA2 text Tân Lạc\nB2 text 0312345678\nC2 text 2025-12-31\nD2 text FALSE\n"    \
    "F2 text 12:00:00\nG2 text 1.1\nA4 text gộp\nD4 text 25%\nE4 text 0312345678\n"              \
    "F4 text 31 tháng 12\n"

/* Has LibreOffice save openpyxl.xlsx as `format`, and compares what is read from `path`. */
static void assert_saved(const char *format, const char *path, const char *expected)
{
    char command[500];
    vcl_workbook *workbook = NULL;
    vcl_error err = { 0 };
    vcl_text shown = { 0 };
    char sentence[500];

    if (getenv("VCLINK_OFFICE") == NULL) {
        skip();
    }
    snprintf(command, sizeof command,
             "soffice -env:UserInstallation=file://%s/profile --headless --convert-to '%s' "
             "--outdir saved openpyxl.xlsx >office.log 2>&1",
             own_folder, format);
    assert_int_equal(system(command), 0);
    if (vcl_workbook_open(path, &workbook, &err) == VCL_OK) {
        show_workbook(&shown, workbook);
    } else {
        vcl_error_text(&err, VCL_ENGLISH, sentence, sizeof sentence);
        vcl_text_add(&shown, sentence);
    }
    assert_string_equal(vcl_text_bytes(&shown), expected);
    vcl_text_release(&shown);
    vcl_workbook_free(workbook);
}

static void a_workbook_of_libreoffice_is_read(void **state)
{
    (void)state;
    assert_saved("xlsx", "saved/openpyxl.xlsx",
                 "sheet Hợp tác xã\n"
                 "A1 text Tên HTX\nB1 text MST\nC1 text Ngày\nD1 boolean TRUE\nE1 number 2\n"
                 "F1 error #N/A\nG1 number -0.5\nA2 text Tân Lạc\nB2 text 0312345678\n"
                 "C2 number 46022 date 2025-12-31\nD2 boolean FALSE\nF2 number 0.5 time\n"
                 "G2 number 1.1\nA4 text gộp\nD4 number 0.25 percent\n"
                 "E4 number 0312345678 text\nF4 number 46022 date 2025-12-31\nmerged A4:C5\n"
                 "hidden sheet Ẩn\nC14 text một⏎hai\nsheet Trống\n");
}

/* Separator, quotation mark and encoding by the numbers that LibreOffice gives them. */
static void texts_of_libreoffice_are_read(void **state)
{
    (void)state;
    assert_saved("csv:Text - txt - csv (StarCalc):59,34,76,1", "saved/openpyxl.csv",
                 "csv ; utf-8\n" CELLS_OF_TEXT);
    assert_saved("csv:Text - txt - csv (StarCalc):9,34,65535,1", "saved/openpyxl.csv",
                 "csv tab utf-16le\n" CELLS_OF_TEXT);
    assert_saved("csv:Text - txt - csv (StarCalc):44,34,40,1", "saved/openpyxl.csv",
                 "csv , windows-1258\n" CELLS_OF_TEXT);
}

static void its_other_formats_are_told(void **state)
{
    (void)state;
    assert_saved("ods", "saved/openpyxl.ods",
                 "saved/openpyxl.ods: this is an OpenDocument file (.ods); open it in LibreOffice "
                 "or Excel and save it as .xlsx");
    assert_saved("xls", "saved/openpyxl.xls",
                 "saved/openpyxl.xls: this is a file of an old Excel (.xls); open it in Excel or "
                 "LibreOffice and save it as .xlsx");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_workbook_of_libreoffice_is_read),
        cmocka_unit_test(texts_of_libreoffice_are_read),
        cmocka_unit_test(its_other_formats_are_told),
    };

    return cmocka_run_group_tests(tests, make_files, leave_folder);
}
