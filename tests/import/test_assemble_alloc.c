/* An import with each of our allocations failing in turn: out of memory is said, nothing leaks (the
 * sanitizers' build looks), and what does not fail gives the same. */
#include "registered.h"

#include "support/alloc.h"

static const char gathered[] =
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

static const char listed[] =
    "places\nid=1|name=Huyện Tân Lạc|level=huyện\nname=Đông Lai|level=xã|parent=Tân Lạc\n"
    "name=Đông Lai|level=xã|parent=Tân Lạc\nid=3|name=A|parent=4\nid=4|name=B|parent=3\n"
    "organisations\nid=A|name=HTX A|commune=Đông Lai|district=Tân Lạc\nid=B|name=HTX B|place=Lạ\n"
    "members\nid=H|organisation=Á\n"
    "contracts\nseller=A|buyer=Chợ\nseller=B|buyer=Công ty Lạ\nseller=A|buyer=Chợ Khác\n";

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

static run run_with_failure(size_t nth, const char *text, const char *decisions)
{
    const vcl_import_options options = { .decisions = decisions };
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
static void check(const char *text, const char *decisions)
{
    run whole = run_with_failure(0, text, decisions);
    size_t failed = 1;

    assert_int_equal(whole.status, VCL_OK);
    for (size_t nth = 1; failed > 0; nth++) {
        run own = run_with_failure(nth, text, decisions);
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

static void an_import_is_whole_or_not(void **state)
{
    (void)state;
    check(gathered, NULL);
}

static void one_with_decisions_is_whole_or_not(void **state)
{
    static const char lines[] = "written,role,decision\nChợ,buyer,new\nCông ty Lạ,buyer,skip\n"
                                "Á,organisation,A\nChợ Khác,buyer,B\nX,seller,A\n";
    char path[] = "/tmp/vclink-test-XXXXXX";
    int descriptor = mkstemp(path);

    (void)state;
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, lines, strlen(lines)), (ssize_t)strlen(lines));
    (void)close(descriptor);
    check(listed, path);
    (void)unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_import_is_whole_or_not),
        cmocka_unit_test(one_with_decisions_is_whole_or_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
