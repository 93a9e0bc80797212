/* A folder for files that are only ever temporary. */
#include "base/scratch.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/error.h"
#include "base/text.h"
#include "base/try.h"

/* Only its owner may look inside. */
enum { private_mode = 0700 };

static vcl_status open_folder(vcl_scratch *scratch, const char *target, vcl_error *err)
{
    int number = 0;
    vcl_status status = VCL_OK;

    vcl_temporary_sweep(target);
    status = vcl_temporary_folder(target, private_mode, &scratch->folder, &scratch->descriptor,
                                  &number, err);
    return status == VCL_ERROR_IO ? vcl_fail_file(err, target, number) : status;
}

static vcl_status open_file(vcl_scratch *scratch, const char *name, vcl_error *err)
{
    int descriptor = -1;
    int number = 0;
    vcl_status status =
        vcl_temporary_within(scratch->folder, name, &scratch->file, &descriptor, &number, err);

    if (status == VCL_OK) {
        close(descriptor);
    }
    return status == VCL_ERROR_IO ? vcl_fail_file(err, scratch->folder->path, number) : status;
}

vcl_status vcl_scratch_open(vcl_scratch *scratch, const char *name, vcl_error *err)
{
    const char *folder = getenv("TMPDIR");
    vcl_text target = { 0 };
    vcl_status status = VCL_OK;

    *scratch = (vcl_scratch){ .descriptor = -1 };
    vcl_text_add(&target, folder != NULL && folder[0] != '\0' ? folder : "/tmp");
    vcl_text_add(&target, "/scratch");
    TRY(vcl_text_status(&target, err));
    TRY(open_folder(scratch, vcl_text_bytes(&target), err));
    TRY(open_file(scratch, name, err));
done:
    vcl_text_release(&target);
    if (status != VCL_OK) {
        vcl_scratch_release(scratch);
    }
    return status;
}

void vcl_scratch_release(vcl_scratch *scratch)
{
    vcl_temporary_drop(scratch->file);
    vcl_temporary_drop(scratch->folder);
    if (scratch->descriptor > 0) {
        close(scratch->descriptor);
    }
    *scratch = (vcl_scratch){ .descriptor = -1 };
}
