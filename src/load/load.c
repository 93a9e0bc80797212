/* Loading: source -> scan -> quick or careful -> builder -> chain. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <vclink/chain.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/parallel.h"
#include "base/try.h"
#include "load/careful.h"
#include "load/scan.h"

static vcl_status date_of_options(const vcl_load_options *options, vcl_date *out, vcl_error *err)
{
    *out = VCL_NO_DATE;
    if (options != NULL && options->as_of != NULL &&
        !vcl_date_parse(vcl_slice_of(options->as_of), out)) {
        return vcl_fail(err, VCL_ERROR_USAGE, VCL_MSG_BAD_AS_OF, options->as_of, NULL);
    }
    return VCL_OK;
}

/* So many bytes are read between two looks at the memory. */
enum { LOOK_EVERY = 16 * 1024 * 1024 };

/* Refuses to read on where memory has passed its limit. */
static vcl_status look_at_memory(const vcl_source *source, uint64_t *next, vcl_error *err)
{
    if (source->offset < *next) {
        return VCL_OK;
    }
    *next = source->offset + LOOK_EVERY;
    return vcl_memory_check(err);
}

static uint32_t threads_of(const vcl_load_options *options)
{
    return vcl_parallel_threads(options == NULL ? 0 : options->threads);
}

/* Blocks that another thread reads are larger: to wake it, and to be woken, takes as long as to look
 * at some kilobytes. */
static size_t block_size(const vcl_load_options *options)
{
    return threads_of(options) > 1 ? 2 * (size_t)VCL_BLOCK_SIZE : VCL_BLOCK_SIZE;
}

/* malloc maps what is larger by itself, and once that is freed keeps as much on its heap, where arrays
 * that grow leave holes: it would cost some bytes a farmer. */
static_assert(sizeof(vcl_quick) < 128 * 1024, "a reader is freed before the chain is made");

static vcl_status read_records(vcl_source *source, vcl_diagnostics *diagnostics,
                               vcl_builder *builder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_scan scan = { 0 };
    vcl_careful careful = { 0 };
    vcl_quick *quick = NULL; /* too large for a small stack */
    vcl_record record;
    uint64_t before = vcl_memory_resident();
    uint64_t next = LOOK_EVERY;

    vcl_careful_init(&careful, builder, diagnostics);
    vcl_scan_begin(&scan, source, diagnostics);
    TRY(vcl_alloc(&quick, 1, sizeof *quick, err));
    vcl_quick_init(quick, builder, scan.container == VCL_CONTAINER_LINES);
    scan.quick = quick;
    vcl_builder_set_document(builder, scan.container == VCL_CONTAINER_DOCUMENT);
    while (vcl_scan_next(&scan, &record)) {
        TRY(vcl_careful_read(&careful, &record, err));
        TRY(look_at_memory(source, &next, err));
    }
    TRY(vcl_scan_status(&scan, err));
    if (diagnostics->unreadable) {
        vcl_builder_note_unreadable(builder);
    }
done:
    vcl_memory_foresee(before, source->offset, source->total, err);
    vcl_scan_release(&scan);
    vcl_careful_release(&careful);
    free(quick);
    return status;
}

static vcl_status build(vcl_source *source, vcl_date as_of, vcl_problems *problems, vcl_chain **out,
                        vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_builder *builder = NULL;
    vcl_diagnostics diagnostics = { 0 };

    vcl_diagnostics_init(&diagnostics, problems);
    TRY(vcl_builder_new(problems, &builder, err));
    vcl_builder_set_threads(builder, threads_of(source->options));
    TRY(read_records(source, &diagnostics, builder, err));
    TRY(vcl_builder_finish(builder, as_of, out, err));
done:
    vcl_builder_free(builder);
    vcl_diagnostics_release(&diagnostics);
    return status;
}

vcl_status vcl_chain_load(const char *path, const vcl_load_options *options, vcl_problems *problems,
                          vcl_chain **out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_source source = { .descriptor = -1 };
    vcl_date as_of = VCL_NO_DATE;

    assert(path != NULL && problems != NULL && out != NULL);
    *out = NULL;
    vcl_error_clear(err);
    TRY(date_of_options(options, &as_of, err));
    TRY(vcl_problems_begin_file(problems, path, err));
    TRY(vcl_source_open(&source, path, block_size(options), options, err));
    TRY(build(&source, as_of, problems, out, err));
done:
    vcl_source_release(&source);
    return status;
}

vcl_status vcl_chain_load_memory(const char *bytes, size_t size, const char *name,
                                 const vcl_load_options *options, vcl_problems *problems,
                                 vcl_chain **out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_source source = { .descriptor = -1 };
    vcl_date as_of = VCL_NO_DATE;

    assert((bytes != NULL || size == 0) && name != NULL && problems != NULL && out != NULL);
    *out = NULL;
    vcl_error_clear(err);
    TRY(date_of_options(options, &as_of, err));
    TRY(vcl_problems_begin_file(problems, name, err));
    vcl_source_open_memory(&source, (vcl_slice){ bytes, size }, VCL_BLOCK_SIZE, options);
    TRY(build(&source, as_of, problems, out, err));
done:
    vcl_source_release(&source);
    return status;
}
