/* Reads whatever bytes come with the quick reader and without it: what the builder is handed and what
 * is reported must be the same to the byte. For libFuzzer; seeds/ are its first inputs, load.dict its
 * words:
 *
 *     fuzz_quick -dict=tests/fuzz/load.dict CORPUS tests/fuzz/seeds */
#include "load/both_ways.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    vcl_slice bytes = { (const char *)data, size };
    size_t all = 0;
    size_t quickly = 0;

    for (size_t block_size = 64; block_size <= 4096; block_size *= 64) {
        if (!is_same_both_ways(bytes, block_size, &all, &quickly)) {
            abort();
        }
    }
    return 0;
}
