/* An import with each of our allocations failing in turn: out of memory is said, nothing leaks (the
 * sanitizers' build looks), and what does not fail gives the same. */
#include "registered.h"

#include "support/alloc.h"

static const char text[] =
    "dataset\nname=X|as_of=2025-12-31\n"
    "products\nid=p|name=Bưởi\nname=Quýt\n"
    "organisations\n"
    "name=HTX Tân Lạc|commune=Xã Đông Lai|district=Tân Lạc|members=65|products=Bưởi (3 tấn); Na|"
    "certificates=VietGAP; OCOP\n"
    "tax_id=0100109106|name=HTX Tấn Lạc|products=Bưởi|output=9|buyer=Công ty Xanh; Công ty Lạ\n"
    "name=Hợp tác xã Tân Lạc|members=70\n"
    "enterprises\nname=Công ty Xanh\n"
    "members\nname=Lan|organisation=HTX Tân Lạc\ncount=3|organisation=Tân Lạc\n"
    "outputs\nactor=HTX Tân Lạc|product=Quýt|output=5|ocop=3\n"
    "contracts\nseller=HTX Tân Lạc|buyer=Công ty Xanh|products=Bưởi|volume=9|start=2025-01-01\n"
    "seller=HTX Tân Lạc|buyer=Công ty Xanh|products=Bưởi|volume=9|start=2025-01-01\n";

/* What one run gave. */
typedef struct run {
    vcl_rows rows;
    vcl_log log;
    vcl_result *dataset;
    vcl_result *review;
    vcl_result *told;
    vcl_import_counts counts;
    vcl_status status;
    size_t failed;
} run;

static run run_with_failure(size_t nth)
{
    static const vcl_import_options options = { 0 };
    run own = { .status = VCL_OK };

    vcl_rows_init(&own.rows);
    vcl_log_init(&own.log, VCL_VIETNAMESE);
    register_text(&own.rows, &own.log, text);
    fail_allocation(nth);
    own.status =
        vcl_assemble(&own.rows, &own.log, &options, &own.dataset, &own.review, &own.counts, NULL);
    if (own.status == VCL_OK) {
        own.status = vcl_log_finish(&own.log, &own.told, NULL);
    }
    own.failed = allocations_failed();
    fail_allocation(0);
    return own;
}

static void release(run *own)
{
    vcl_result_free(own->told);
    vcl_result_free(own->review);
    vcl_result_free(own->dataset);
    vcl_log_release(&own->log);
    vcl_rows_release(&own->rows);
}

static void assert_same(const vcl_result *one, const vcl_result *other, vcl_export_use use,
                        const char *format)
{
    char *first = exported(one, use, format);
    char *second = exported(other, use, format);

    assert_string_equal(first, second);
    free(second);
    free(first);
}

/* Some memory is only asked for to save more of it: then the result is the same without. */
static void an_import_is_whole_or_not(void **state)
{
    run whole = run_with_failure(0);
    size_t failed = 1;

    (void)state;
    assert_int_equal(whole.status, VCL_OK);
    for (size_t nth = 1; failed > 0; nth++) {
        run own = run_with_failure(nth);
        failed = own.failed;
        assert_true(failed == 0 || nth < 20000);
        if (own.status == VCL_OK) {
            assert_same(own.dataset, whole.dataset, VCL_USE_NETWORK, "datalines");
            assert_same(own.review, whole.review, VCL_USE_FIGURES, "csv");
            assert_same(own.told, whole.told, VCL_USE_FIGURES, "csv");
        } else {
            assert_int_equal(own.status, VCL_ERROR_MEMORY);
        }
        release(&own);
    }
    release(&whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_import_is_whole_or_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
