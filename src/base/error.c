/* Filling a caller's error, and wording it. */
#include "base/error.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

vcl_status vcl_fail(vcl_error *err, vcl_status status, vcl_message message, const char *first,
                    const char *second)
{
    if (err != NULL && err->status == VCL_OK) {
        err->status = status;
        err->message = (int)message;
        vcl_text_cut(err->arguments[0], sizeof err->arguments[0], vcl_slice_of(first));
        vcl_text_cut(err->arguments[1], sizeof err->arguments[1], vcl_slice_of(second));
    }
    return status;
}

vcl_status vcl_fail_memory(vcl_error *err)
{
    return vcl_fail(err, VCL_ERROR_MEMORY, VCL_MSG_NO_MEMORY, NULL, NULL);
}

/* What people meet most has a sentence in both languages; strerror() knows one at best. */
static vcl_message message_of_errno(int number)
{
    switch (number) {
    case ENOENT:
        return VCL_MSG_NO_SUCH_FILE;
    case EACCES:
    case EPERM:
        return VCL_MSG_NO_PERMISSION;
    case EISDIR:
        return VCL_MSG_IS_FOLDER;
    case ENOTDIR:
        return VCL_MSG_NOT_A_FOLDER;
    case ENOSPC:
        return VCL_MSG_NO_SPACE;
    case EROFS:
        return VCL_MSG_READ_ONLY;
    default:
        return VCL_MSG_FILE_FAILED;
    }
}

vcl_status vcl_fail_file(vcl_error *err, const char *path, int number)
{
    char reason[256] = "";

    if (number == ENOMEM) {
        return vcl_fail_memory(err);
    }
    if (strerror_r(number, reason, sizeof reason) != 0) {
        reason[0] = '\0';
    }
    return vcl_fail(err, VCL_ERROR_IO, message_of_errno(number), path, reason);
}

void vcl_error_clear(vcl_error *err)
{
    if (err != NULL) {
        *err = (vcl_error){ .status = VCL_OK };
    }
}

void vcl_error_text(const vcl_error *err, vcl_language language, char *buffer, size_t size)
{
    const char *arguments[2] = { err->arguments[0], err->arguments[1] };
    vcl_text text = { 0 };
    vcl_message message = (vcl_message)err->message;

    if (err->status != VCL_OK) {
        vcl_message_format(&text, message, language, arguments, 2);
    }
    if (text.failed) { /* without its arguments rather than not at all */
        vcl_text_cut(buffer, size, vcl_slice_of(vcl_message_template(message, language)));
    } else {
        vcl_text_cut(buffer, size, (vcl_slice){ text.bytes, text.size });
    }
    vcl_text_release(&text);
}

const char *vcl_version(void)
{
    return VCL_VERSION;
}
