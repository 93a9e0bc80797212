/* A dataset that says nothing yet: what a template of registers is made from. */
#include <vclink/import.h>

#include "base/error.h"
#include "base/try.h"
#include "model/records.h"

vcl_status vcl_import_template(vcl_result **out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_result *result = NULL;

    vcl_error_clear(err);
    *out = NULL;
    TRY(vcl_result_new(&result, err));
    for (size_t i = 0; i < VCL_RECORDS_COUNT; i++) {
        vcl_table *table = NULL;
        TRY(vcl_result_add(result, &vcl_record_kinds[i], &table, err));
    }
    *out = result;
    result = NULL;
done:
    vcl_result_free(result);
    return status;
}
