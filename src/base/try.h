/* The control flow of every function that can fail: one status, one exit. */
#ifndef BASE_TRY_H
#define BASE_TRY_H

#include <vclink/status.h>

/* Leaves for `done:` with the status of `call` where it is not VCL_OK. */
#define TRY(call)                                                                                  \
    do {                                                                                           \
        status = (call);                                                                           \
        if (status != VCL_OK) {                                                                    \
            goto done;                                                                             \
        }                                                                                          \
    } while (0)

#endif
