/* Filling a caller's error. */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <vclink/status.h>

#include "base/message.h"

/* Fills *err (NULL is allowed) unless it already tells of a failure, and returns `status`, so that
 * a failure reads `return vcl_fail(...)`. Arguments may be NULL; they are copied. */
vcl_status vcl_fail(vcl_error *err, vcl_status status, vcl_message message, const char *first,
                    const char *second);

/* VCL_ERROR_MEMORY. */
vcl_status vcl_fail_memory(vcl_error *err);

/* VCL_ERROR_IO with the sentence for the errno `number` ("FILE: no such file or folder");
 * VCL_ERROR_MEMORY for ENOMEM. */
vcl_status vcl_fail_file(vcl_error *err, const char *path, int number);

/* Sets *err to VCL_OK. Public entries call it first. NULL is allowed. */
void vcl_error_clear(vcl_error *err);

#endif
