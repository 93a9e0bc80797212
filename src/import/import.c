/* Import: from files to a dataset, its log and its review list. */
#include <vclink/import.h>

#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/try.h"
#include "import/assemble.h"
#include "model/table.h"
#include "registers/sheets.h"

struct vcl_import {
    vcl_result *dataset;
    vcl_result *log;
    vcl_result *review;
    vcl_import_counts counts;
};

void vcl_import_free(vcl_import *import)
{
    if (import != NULL) {
        vcl_result_free(import->review);
        vcl_result_free(import->log);
        vcl_result_free(import->dataset);
        free(import);
    }
}

const vcl_result *vcl_import_dataset(const vcl_import *import)
{
    return import->dataset;
}

const vcl_result *vcl_import_log(const vcl_import *import)
{
    return import->log;
}

const vcl_result *vcl_import_review(const vcl_import *import)
{
    return import->review;
}

vcl_import_counts vcl_import_count(const vcl_import *import)
{
    return import->counts;
}

/* The log last: all that comes before may add to it. */
static vcl_status read_all(vcl_import *import, const char *const *paths, size_t count,
                           const vcl_import_options *options, vcl_log *log, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_rows rows;

    vcl_rows_init(&rows);
    TRY(vcl_sheets_read(paths, count, options, &rows, log, err));
    TRY(vcl_assemble(&rows, log, options, &import->dataset, &import->review, &import->counts, err));
    TRY(vcl_log_finish(log, &import->log, err));
done:
    vcl_rows_release(&rows);
    return status;
}

vcl_status vcl_import_read(const char *const *paths, size_t count,
                           const vcl_import_options *options, vcl_import **out, vcl_error *err)
{
    static const vcl_import_options usual = { 0 };
    vcl_status status = VCL_OK;
    vcl_import *import = NULL;
    vcl_log log;

    vcl_error_clear(err);
    *out = NULL;
    options = options != NULL ? options : &usual;
    vcl_log_init(&log, options->language);
    TRY(vcl_alloc(&import, 1, sizeof *import, err));
    TRY(read_all(import, paths, count, options, &log, err));
    *out = import;
    import = NULL;
done:
    vcl_import_free(import);
    vcl_log_release(&log);
    return status;
}
