/* A limit on memory, so that a chain too large for the machine is refused and nothing is killed. */
#ifndef VCLINK_MEMORY_H
#define VCLINK_MEMORY_H

#include <stdint.h>

#include <vclink/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* From now on, whatever of vclink would take the whole process beyond `bytes` of resident memory
 * fails with VCL_ERROR_MEMORY, and the error says how much would have been needed; 0, as at the
 * start: no limit. It holds for all threads and chains. Where the system does not tell what is
 * resident (no /proc), it has no effect. */
VCL_API void vcl_memory_limit(uint64_t bytes);

/* Bytes of memory that the machine has, or that the process's control group allows, if that is
 * less; 0 where neither is known. */
VCL_API uint64_t vcl_memory_of_machine(void);

#ifdef __cplusplus
}
#endif

#endif
