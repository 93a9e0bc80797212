/* model/pointer: where a record stands, as a JSON Pointer. */
#include "model/pointer.h"

#include "support/assert.h"

static void assert_record(bool is_document, vcl_section section, uint32_t index,
                          const char *expected)
{
    vcl_text pointer = { 0 };

    vcl_text_add(&pointer, "what stood here");
    vcl_pointer_to_record(&pointer, is_document, section, index);
    assert_string_equal(vcl_text_bytes(&pointer), expected);
    vcl_text_release(&pointer);
}

static void a_record_of_a_document_has_its_place_in_an_array(void **state)
{
    (void)state;
    assert_record(true, VCL_SECTION_PRODUCTS, 0, "/products/0");
    assert_record(true, VCL_SECTION_PLACES, 7, "/places/7");
    assert_record(true, VCL_SECTION_NODES, 4294967294u, "/nodes/4294967294");
    assert_record(true, VCL_SECTION_LINKS, 3, "/links/3");
    assert_record(true, VCL_SECTION_EDGES, 3, "/edges/3");
}

static void a_record_of_a_line_has_its_kind(void **state)
{
    (void)state;
    assert_record(false, VCL_SECTION_PRODUCTS, VCL_NONE, "/product");
    assert_record(false, VCL_SECTION_PLACES, VCL_NONE, "/place");
    assert_record(false, VCL_SECTION_NODES, VCL_NONE, "/node");
    assert_record(false, VCL_SECTION_LINKS, VCL_NONE, "/link");
    assert_record(false, VCL_SECTION_EDGES, VCL_NONE, "/link");
}

static void the_graph_is_one_in_either_form(void **state)
{
    (void)state;
    assert_record(true, VCL_SECTION_GRAPH, VCL_NONE, "/graph");
    assert_record(false, VCL_SECTION_GRAPH, VCL_NONE, "/graph");
}

static void fields_and_elements_are_appended(void **state)
{
    vcl_text pointer = { 0 };

    (void)state;
    vcl_pointer_to_record(&pointer, true, VCL_SECTION_NODES, 2);
    vcl_pointer_add_field(&pointer, "products", 5);
    assert_string_equal(vcl_text_bytes(&pointer), "/nodes/2/products/5");
    vcl_pointer_add_field(&pointer, "product", VCL_NONE);
    assert_string_equal(vcl_text_bytes(&pointer), "/nodes/2/products/5/product");
    vcl_text_release(&pointer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_record_of_a_document_has_its_place_in_an_array),
        cmocka_unit_test(a_record_of_a_line_has_its_kind),
        cmocka_unit_test(the_graph_is_one_in_either_form),
        cmocka_unit_test(fields_and_elements_are_appended),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
