/* load/scan: the records of a document and of JSON Lines, whatever the borders of blocks. */
#include <stdlib.h>
#include <string.h>

#include "records.h"

static void a_document_gives_the_elements_of_its_arrays(void **state)
{
    (void)state;
    assert_scan("{\"nodes\": [{\"id\": 1}, {\"id\": 2}],\n \"links\": [ {\"a\": [1, {}]} ]}",
                "nodes/0 1:12 {\"id\": 1}\n"
                "nodes/1 1:23 {\"id\": 2}\n"
                "links/0 2:13 {\"a\": [1, {}]}\n");
}

static void other_members_come_whole(void **state)
{
    (void)state;
    assert_scan("{\"format\":\"vclink\",\"version\":1,\"directed\":true,\"multigraph\":false,\n"
                "\"graph\":{\"name\":\"x\"},\"nodes\":[],\"links\":[]}",
                "format 1:11 \"vclink\"\n"
                "version 1:30 1\n"
                "directed 1:43 true\n"
                "multigraph 1:61 false\n"
                "graph 2:9 {\"name\":\"x\"}\n");
}

static void links_and_edges_are_both_read(void **state)
{
    (void)state;
    assert_scan("{\"nodes\":[],\"links\":[1,2],\"edges\":[3]}", "links/0 1:22 1\n"
                                                                "links/1 1:24 2\n"
                                                                "edges/0 1:36 3\n");
}

static void unknown_members_come_in_pieces(void **state)
{
    (void)state;
    assert_scan("{\"a\":[1,[2]],\"b\":{\"c\":[]},\"d\":null,\"nodes\":[],\"edges\":[]}",
                "unknown/0 1:7 1\n"
                "unknown/1 1:9 [2]\n"
                "unknown 1:18 {\"c\":[]}\n"
                "unknown 1:31 null\n");
}

static void texts_hide_brackets_commas_and_quotation_marks(void **state)
{
    (void)state;
    assert_scan("{\"nodes\":[{\"id\":\"]}{[,\\\"\\\\\"},\"\\\\\"],\"links\":[]}",
                "nodes/0 1:11 {\"id\":\"]}{[,\\\"\\\\\"}\n"
                "nodes/1 1:30 \"\\\\\"\n");
}

static void a_key_may_be_written_with_escapes(void **state)
{
    (void)state;
    assert_scan("{\"n\\u006fdes\":[1],\"links\":[]}", "nodes/0 1:16 1\n");
}

static void null_is_an_absent_array(void **state)
{
    (void)state;
    assert_scan("{\"nodes\":null,\"links\":[]}", "nodes 1:10 null\n! missing-field 1 \n");
    assert_scan("{\"nodes\":[],\"links\":null,\"edges\":[]}", "links 1:21 null\n");
}

static void an_array_that_is_none_comes_whole(void **state)
{
    (void)state;
    assert_scan("{\"nodes\":{\"a\":1},\"links\":5}", "nodes 1:10 {\"a\":1}\nlinks 1:26 5\n");
}

static void a_document_must_have_nodes_and_links(void **state)
{
    (void)state;
    assert_scan("\n\n{\"nodes\":[]}", "! missing-field 3 \n");
    assert_scan("{\"links\":[]}", "! missing-field 1 \n");
    assert_scan("{}", "! missing-field 1 \n! missing-field 1 \n");
}

static void lines_give_a_record_each(void **state)
{
    (void)state;
    assert_scan("{\"node\": 1}\n{\"link\": 2}\n",
                "line 1:1 {\"node\": 1}\nline 2:1 {\"link\": 2}\n");
    assert_scan("{\"graph\":{}}\n{\"node\": 1}",
                "line 1:1 {\"graph\":{}}\nline 2:1 {\"node\": 1}\n");
}

static void blank_lines_count_and_are_passed(void **state)
{
    (void)state;
    assert_scan("\n \t\r\n  {\"node\": 1}\n\n\r\n{\"link\": 2}", "line 3:3 {\"node\": 1}\n"
                                                                 "line 6:1 {\"link\": 2}\n");
}

static void crlf_ends_lines(void **state)
{
    (void)state;
    assert_scan("{\"node\": 1}\r\n{\"link\": 2}\r\n",
                "line 1:1 {\"node\": 1}\r\nline 2:1 {\"link\": 2}\r\n");
    assert_scan("{\"nodes\":\r\n[\r\n1\r\n],\"links\":[]}\r\n", "nodes/0 3:1 1\n");
}

static void a_byte_order_mark_is_passed(void **state)
{
    (void)state;
    assert_scan("\xEF\xBB\xBF{\"nodes\":[1],\"links\":[]}", "nodes/0 1:11 1\n");
    assert_scan("\xEF\xBB\xBF{\"node\": 1}\n", "line 1:1 {\"node\": 1}\n");
    assert_scan("\xEF\xBB\xBF", "! not-a-dataset 1 \n");
}

static void a_file_without_an_object_is_no_dataset(void **state)
{
    (void)state;
    assert_scan("", "! not-a-dataset 1 \n");
    assert_scan(" \r\n\t\n", "! not-a-dataset 1 \n");
    assert_scan("[1]", "! json-syntax 1 \n");
    assert_scan("\n\n5", "! json-syntax 3 \n");
    assert_scan("id,kind\n", "! json-syntax 1 \n");
    assert_scan("Đông", "! json-syntax 1 \n");
    assert_scan("\xFF\xFE{", "! utf8 1 \n");
}

static void the_first_telling_key_decides(void **state)
{
    (void)state;
    assert_scan("{\"x\":{\"node\":1},\"nodes\":[],\"node\":2,\"links\":[]}",
                "unknown 1:6 {\"node\":1}\nunknown 1:35 2\n");
    assert_scan("{\"x\":\"nodes\",\"node\":2,\"nodes\":[]}",
                "line 1:1 {\"x\":\"nodes\",\"node\":2,\"nodes\":[]}\n");
}

static void what_follows_decides_where_no_key_does(void **state)
{
    (void)state;
    assert_scan("{\"x\":1}\n{\"y\":2}", "line 1:1 {\"x\":1}\nline 2:1 {\"y\":2}\n");
    assert_scan("{\"format\":\"vclink\"}\n{\"node\":2}\n",
                "line 1:1 {\"format\":\"vclink\"}\nline 2:1 {\"node\":2}\n");
    assert_scan("{\"graph\":{}}", "line 1:1 {\"graph\":{}}\n");
    assert_scan("{\"graph\":{},\"x\":1}\n",
                "graph 1:10 {}\nunknown 1:17 1\n! missing-field 1 \n! missing-field 1 \n");
    assert_scan("{\n\"graph\":{}}\n", "graph 2:9 {}\n! missing-field 1 \n! missing-field 1 \n");
}

static void a_missing_comma_is_reported_and_read_over(void **state)
{
    (void)state;
    assert_scan("{\"nodes\":[{}\n{}]\n\"links\":[]}",
                "nodes/0 1:11 {}\nnodes/1 2:1 {}\n! json-syntax 2 \n! json-syntax 3 \n");
}

static void a_comma_too_many_is_reported_and_read_over(void **state)
{
    (void)state;
    assert_scan("{\"nodes\":[{},\n],\"links\":[],\n}",
                "nodes/0 1:11 {}\n! json-syntax 2 \n! json-syntax 3 \n");
}

static void a_missing_bracket_is_reported_once(void **state)
{
    (void)state;
    assert_scan("{\"nodes\":[{},\n\"links\":[]}", "nodes/0 1:11 {}\n! json-syntax 2 \n");
}

static void broken_structure_is_reported_once(void **state)
{
    (void)state;
    assert_scan("{\"nodes\" [], \"links\": []}", "! json-syntax 1 \n");
    assert_scan("{\"nodes\":[,{}],\"links\":[]}", "! json-syntax 1 \n");
    assert_scan("{\"nodes\":,\"links\":[]}", "! json-syntax 1 \n");
    assert_scan("{\"nodes\":[],links:[]}", "! json-syntax 1 \n");
    assert_scan("{\"nodes\":[1 2],\"links\":[]}", "nodes/0 1:11 1\n! json-syntax 1 \n");
}

static void a_cut_document_is_reported_where_it_ends(void **state)
{
    (void)state;
    assert_scan("{", "! json-syntax 1 \n");
    assert_scan("{\"nodes\":[{}\n", "nodes/0 1:11 {}\n! json-syntax 2 \n");
    assert_scan("{\"nodes\":[],\"links\":[]\n\n", "! json-syntax 3 \n");
    assert_scan("{\"nodes\":[{\"id\":\"a", "nodes/0 1:11 {\"id\":\"a\n");
    assert_scan("{\"nodes\":[12", "nodes/0 1:11 12\n! json-syntax 1 \n");
}

static void only_white_space_may_follow_a_document(void **state)
{
    (void)state;
    assert_scan("{\"nodes\":[],\"links\":[]} \n\t\r\n", "");
    assert_scan("{\"nodes\":[],\"links\":[]}\n}", "! json-syntax 2 \n");
}

static void a_key_that_stands_twice_is_reported(void **state)
{
    (void)state;
    assert_scan(
        "{\"nodes\":[1],\n\"x\":1,\"x\":2,\n\"nodes\":[2],\"links\":[],\n\"graph\":{},\"graph\":3}",
        "nodes/0 1:11 1\nunknown 2:5 1\nunknown 2:11 2\nnodes/0 3:10 2\ngraph 4:9 {}\n"
        "unknown 4:20 3\n"
        "! duplicate-key 2 \n! duplicate-key 3 \n! duplicate-key 4 \n");
}

static void lines_within_a_record_are_counted(void **state)
{
    (void)state;
    assert_scan("{\"nodes\":[\n{\"a\":\n1,\n\"b\":2}, {\"c\":\n3},\n4],\"links\":[]}",
                "nodes/0 2:1 {\"a\":\n1,\n\"b\":2}\nnodes/1 4:9 {\"c\":\n3}\nnodes/2 6:1 4\n");
}

/* `head`, then `size` times `filler`, then `tail`; for the caller to free. */
static vcl_slice long_text(const char *head, char filler, size_t size, const char *tail)
{
    size_t head_size = strlen(head);
    size_t tail_size = strlen(tail);
    char *text = malloc(head_size + size + tail_size);

    assert_non_null(text);
    memcpy(text, head, head_size);
    memset(text + head_size, filler, size);
    memcpy(text + head_size + size, tail, tail_size);
    return (vcl_slice){ text, head_size + size + tail_size };
}

static void assert_long_scan(const char *head, char filler, const char *tail, const char *expected)
{
    vcl_slice text = long_text(head, filler, VCL_RECORD_LIMIT, tail);

    assert_scan_of_memory(text, VCL_BLOCK_SIZE, expected);
    free((char *)text.bytes);
}

static void a_record_that_is_too_long_is_passed(void **state)
{
    (void)state;
    assert_long_scan("{\"nodes\":[\n{\"id\":\"", 'x', "\"},\n{}],\"links\":[]}",
                     "nodes/1 3:1 {}\n! record-too-long 2 /nodes/0\n");
    assert_long_scan("{\"nodes\":[],\"links\":[],\"graph\":[", '[', "\n],\n\"x\":1}",
                     "! record-too-long 1 /graph\n");
    assert_long_scan("{\"node\":0}\n{\"node\":\"", 'x', "\"}\n{\"node\":2}\n",
                     "line 1:1 {\"node\":0}\nline 3:1 {\"node\":2}\n! record-too-long 2 \n");
    assert_long_scan("{\"node\":0}\n{\"node\":\"", 'x', "",
                     "line 1:1 {\"node\":0}\n! record-too-long 2 \n");
}

static void an_unknown_member_may_be_of_any_length(void **state)
{
    (void)state;
    assert_long_scan("{\"nodes\":[1],\"x\":{\"y\":\"", '\n', "\"},\"links\":[2]}",
                     "nodes/0 1:11 1\nlinks/0 16777217:13 2\n");
}

static void an_object_too_long_for_a_line_is_a_document(void **state)
{
    (void)state;
    assert_long_scan("{\"x\":\"", 'x', "\",\"nodes\":[1],\"links\":[]}", "nodes/0 1:16777234 1\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document_gives_the_elements_of_its_arrays),
        cmocka_unit_test(other_members_come_whole),
        cmocka_unit_test(links_and_edges_are_both_read),
        cmocka_unit_test(unknown_members_come_in_pieces),
        cmocka_unit_test(texts_hide_brackets_commas_and_quotation_marks),
        cmocka_unit_test(a_key_may_be_written_with_escapes),
        cmocka_unit_test(null_is_an_absent_array),
        cmocka_unit_test(an_array_that_is_none_comes_whole),
        cmocka_unit_test(a_document_must_have_nodes_and_links),
        cmocka_unit_test(lines_give_a_record_each),
        cmocka_unit_test(blank_lines_count_and_are_passed),
        cmocka_unit_test(crlf_ends_lines),
        cmocka_unit_test(a_byte_order_mark_is_passed),
        cmocka_unit_test(a_file_without_an_object_is_no_dataset),
        cmocka_unit_test(the_first_telling_key_decides),
        cmocka_unit_test(what_follows_decides_where_no_key_does),
        cmocka_unit_test(a_missing_comma_is_reported_and_read_over),
        cmocka_unit_test(a_comma_too_many_is_reported_and_read_over),
        cmocka_unit_test(a_missing_bracket_is_reported_once),
        cmocka_unit_test(broken_structure_is_reported_once),
        cmocka_unit_test(a_cut_document_is_reported_where_it_ends),
        cmocka_unit_test(only_white_space_may_follow_a_document),
        cmocka_unit_test(a_key_that_stands_twice_is_reported),
        cmocka_unit_test(lines_within_a_record_are_counted),
        cmocka_unit_test(a_record_that_is_too_long_is_passed),
        cmocka_unit_test(an_unknown_member_may_be_of_any_length),
        cmocka_unit_test(an_object_too_long_for_a_line_is_a_document),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
