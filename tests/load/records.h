/* Scans a text block by block and writes down what is found, a line for each record and problem. */
#ifndef TESTS_LOAD_RECORDS_H
#define TESTS_LOAD_RECORDS_H

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

static inline void scan_text(vcl_text *out, vcl_slice text, size_t block_size)
{
    vcl_problems *problems = NULL;
    vcl_diagnostics diagnostics;
    vcl_source source;
    vcl_scan scan;
    vcl_record record;

    assert_int_equal(vcl_problems_new(&problems, NULL), VCL_OK);
    vcl_diagnostics_init(&diagnostics, problems);
    vcl_source_open_memory(&source, text, block_size, NULL);
    vcl_scan_begin(&scan, &source, &diagnostics);
    while (vcl_scan_next(&scan, &record)) {
        write_record(out, &record);
    }
    assert_int_equal(vcl_scan_status(&scan, NULL), VCL_OK);
    write_problems(out, problems);
    vcl_scan_release(&scan);
    vcl_source_release(&source);
    vcl_diagnostics_release(&diagnostics);
    vcl_problems_free(problems);
}

/* The same with blocks of every size: the borders of blocks must change nothing. */
static inline void assert_scan(const char *text, const char *expected)
{
    size_t size = vcl_slice_of(text).size;

    for (size_t block_size = 1; block_size <= size + 1; block_size++) {
        vcl_text found = { 0 };
        scan_text(&found, (vcl_slice){ text, size }, block_size);
        assert_string_equal(vcl_text_bytes(&found), expected);
        vcl_text_release(&found);
    }
}

#endif
