/* Scans a text block by block and writes down what is found, a line for each record and problem. */
#ifndef TESTS_LOAD_RECORDS_H
#define TESTS_LOAD_RECORDS_H

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "load/scan.h"
#include "support/assert.h"

static inline const char *part_word(vcl_part part)
{
    if (part < VCL_PART_UNKNOWN) {
        return vcl_part_name(part);
    }
    return part == VCL_PART_LINE ? "line" : "unknown";
}

/* "nodes/3 2:5 {…}", or "graph 1:2 {…}" for what is no element. */
static inline void write_record(vcl_text *out, const vcl_record *record)
{
    vcl_text_add(out, part_word(record->part));
    if (record->is_element) {
        vcl_text_add_byte(out, '/');
        vcl_text_add_integer(out, record->at.index);
    }
    vcl_text_add_byte(out, ' ');
    vcl_text_add_integer(out, record->at.line);
    vcl_text_add_byte(out, ':');
    vcl_text_add_integer(out, (int64_t)record->column);
    vcl_text_add_byte(out, ' ');
    vcl_text_add_slice(out, record->bytes);
    vcl_text_add_byte(out, '\n');
}

/* "! json-syntax 3 /nodes/1". */
static inline void write_problems(vcl_text *out, const vcl_problems *problems)
{
    for (size_t i = 0; i < vcl_problems_count(problems); i++) {
        const vcl_problem *problem = vcl_problems_at(problems, i);
        vcl_text_add(out, problem->severity == VCL_WARNING ? "? " : "! ");
        vcl_text_add(out, problem->code);
        vcl_text_add_byte(out, ' ');
        vcl_text_add_integer(out, (int64_t)problem->line);
        vcl_text_add_byte(out, ' ');
        vcl_text_add(out, problem->pointer);
        vcl_text_add_byte(out, '\n');
    }
}

static inline void scan_source(vcl_text *out, vcl_source *source)
{
    vcl_problems *problems = NULL;
    vcl_diagnostics diagnostics;
    vcl_scan scan;
    vcl_record record;

    assert_int_equal(vcl_problems_new(&problems, NULL), VCL_OK);
    vcl_diagnostics_init(&diagnostics, problems);
    vcl_scan_begin(&scan, source, &diagnostics);
    while (vcl_scan_next(&scan, &record)) {
        write_record(out, &record);
    }
    assert_int_equal(vcl_scan_status(&scan, NULL), VCL_OK);
    write_problems(out, problems);
    vcl_scan_release(&scan);
    vcl_diagnostics_release(&diagnostics);
    vcl_problems_free(problems);
}

static inline void assert_scan_of_source(vcl_source *source, const char *expected)
{
    vcl_text found = { 0 };

    scan_source(&found, source);
    assert_string_equal(vcl_text_bytes(&found), expected);
    vcl_text_release(&found);
    vcl_source_release(source);
}

static inline void assert_scan_of_memory(vcl_slice text, size_t block_size, const char *expected)
{
    vcl_source source;

    vcl_source_open_memory(&source, text, block_size, NULL);
    assert_scan_of_source(&source, expected);
}

static inline void assert_scan_of_file(const char *path, size_t block_size, const char *expected)
{
    vcl_source source;

    assert_int_equal(vcl_source_open(&source, path, block_size, NULL, NULL), VCL_OK);
    assert_scan_of_source(&source, expected);
}

/* From memory and from a file, with blocks of every size: their borders must change nothing. */
static inline void assert_scan(const char *text, const char *expected)
{
    char path[] = "/tmp/vclink-test-XXXXXX";
    size_t size = strlen(text);
    int descriptor = mkstemp(path);

    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, text, size), size);
    close(descriptor);
    for (size_t block_size = 1; block_size <= size + 1; block_size++) {
        assert_scan_of_memory((vcl_slice){ text, size }, block_size, expected);
        assert_scan_of_file(path, block_size, expected);
    }
    unlink(path);
}

#endif
