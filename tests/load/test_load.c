/* load/load: a dataset from a file or memory, in either form, becomes a chain. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <vclink/chain.h>

#include "base/message.h"
#include "base/text.h"
#include "load/source.h"
#include "model/chain.h"
#include "support/assert.h"

static const char document[] =
    "{\"format\": \"vclink\", \"version\": 1, \"directed\": true, \"multigraph\": true,\n"
    " \"graph\": {\"name\": \"Tân Lạc 2023\", \"as_of\": \"2023-12-31\", \"currency\": \"VND\"},\n"
    " \"products\": [{\"id\": \"pomelo\"}],\n"
    " \"places\": [{\"id\": \"17\"}, {\"id\": \"155\", \"parent\": \"17\"}],\n"
    " \"nodes\": [{\"id\": \"f1\", \"kind\": \"farmer\", \"place\": \"155\"},\n"
    "  {\"id\": \"h9\", \"kind\": \"farmer\", \"count\": 40},\n"
    "  {\"id\": \"c1\", \"kind\": \"cooperative\", \"members\": 65, \"products\": [\"pomelo\"]},\n"
    "  {\"id\": \"e1\", \"kind\": \"enterprise\"}],\n"
    " \"links\": [{\"source\": \"f1\", \"target\": \"c1\"},\n"
    "  {\"source\": \"c1\", \"target\": \"e1\", \"volume_kg\": 80000}]}\n";

static const char lines[] =
    "{\"link\": {\"source\": \"c1\", \"target\": \"e1\", \"volume_kg\": 80000}}\n"
    "{\"node\": {\"id\": \"e1\", \"kind\": \"enterprise\"}}\n"
    "{\"node\": {\"id\": \"c1\", \"kind\": \"cooperative\", \"members\": 65, \"products\": "
    "[\"pomelo\"]}}\n"
    "{\"node\": {\"id\": \"h9\", \"kind\": \"farmer\", \"count\": 40}}\n"
    "{\"node\": {\"id\": \"f1\", \"kind\": \"farmer\", \"place\": 155}}\n"
    "{\"place\": {\"id\": 155, \"parent\": 17}}\n"
    "{\"link\": {\"source\": \"f1\", \"target\": \"c1\"}}\n"
    "{\"place\": {\"id\": 17}}\n"
    "{\"product\": {\"id\": \"pomelo\"}}\n"
    "{\"graph\": {\"currency\": \"VND\", \"as_of\": \"2023-12-31\", \"name\": \"Tân Lạc 2023\"}}";

/* What a load gave; zeroed to begin with. */
typedef struct loading {
    vcl_status status;
    vcl_error err;
    vcl_problems *problems;
    vcl_chain *chain;
} loading;

static void load_text(loading *loaded, const char *text, const vcl_load_options *options)
{
    assert_int_equal(vcl_problems_new(&loaded->problems, NULL), VCL_OK);
    loaded->status = vcl_chain_load_memory(text, strlen(text), "test.json", options,
                                           loaded->problems, &loaded->chain, &loaded->err);
}

static void load_file(loading *loaded, const char *path)
{
    assert_int_equal(vcl_problems_new(&loaded->problems, NULL), VCL_OK);
    loaded->status = vcl_chain_load(path, NULL, loaded->problems, &loaded->chain, &loaded->err);
}

static void release(loading *loaded)
{
    vcl_chain_free(loaded->chain);
    vcl_problems_free(loaded->problems);
}

static void assert_example(const loading *loaded)
{
    const vcl_chain *chain = loaded->chain;

    assert_int_equal(loaded->status, VCL_OK);
    assert_int_equal(vcl_problems_count(loaded->problems), 0);
    assert_int_equal(vcl_chain_actor_count(chain), 4);
    assert_int_equal(vcl_chain_link_count(chain), 2);
    assert_int_equal(vcl_chain_product_count(chain), 1);
    assert_int_equal(vcl_chain_place_count(chain), 2);
    assert_string_equal(vcl_chain_name(chain), "Tân Lạc 2023");
    assert_string_equal(vcl_chain_as_of(chain), "2023-12-31");
    assert_string_equal(vcl_chain_currency(chain), "VND");
    assert_string_equal(vcl_chain_actor_id(chain, 0), "c1");
    assert_int_equal(vcl_chain_actor_kind(chain, 0), VCL_COOPERATIVE);
    assert_int_equal(vcl_actor_members(chain, 0), 65);
    assert_string_equal(chain->places[chain->actors[2].place].id, "155");
    assert_int_equal(vcl_actor_count(chain, 3), 40);
    assert_int_equal(vcl_link_terms(chain, chain->links + 0)->kind, VCL_SUPPLY);
    assert_close(vcl_link_terms(chain, chain->links + 0)->volume_kg, 80000.0, 0.0);
}

static void both_forms_give_the_same_chain(void **state)
{
    loading from_document = { 0 };
    loading from_lines = { 0 };

    (void)state;
    load_text(&from_document, document, NULL);
    assert_example(&from_document);
    assert_true(from_document.chain->is_document);
    load_text(&from_lines, lines, NULL);
    assert_example(&from_lines);
    assert_false(from_lines.chain->is_document);
    release(&from_lines);
    release(&from_document);
}

static void an_empty_dataset_is_a_chain(void **state)
{
    loading empty = { 0 };

    (void)state;
    load_text(&empty, "{\"nodes\": [], \"links\": []}", NULL);
    assert_int_equal(empty.status, VCL_OK);
    assert_int_equal(vcl_chain_actor_count(empty.chain), 0);
    release(&empty);
    load_text(&empty, "{\"graph\": {\"name\": \"x\"}}\n", NULL);
    assert_int_equal(empty.status, VCL_OK);
    assert_string_equal(vcl_chain_name(empty.chain), "x");
    release(&empty);
}

static void nothing_at_all_is_no_dataset(void **state)
{
    loading nothing = { 0 };

    (void)state;
    assert_int_equal(vcl_problems_new(&nothing.problems, NULL), VCL_OK);
    nothing.status = vcl_chain_load_memory(NULL, 0, "nothing", NULL, nothing.problems,
                                           &nothing.chain, &nothing.err);
    assert_int_equal(nothing.status, VCL_ERROR_INPUT);
    assert_null(nothing.chain);
    assert_string_equal(vcl_problems_at(nothing.problems, 0)->code, "not-a-dataset");
    assert_string_equal(vcl_problems_at(nothing.problems, 0)->file, "nothing");
    release(&nothing);
}

static void errors_leave_no_chain_and_say_so(void **state)
{
    loading wrong = { 0 };

    (void)state;
    load_text(&wrong, "{\"nodes\": [\n{\"id\": \"a\", \"kind\": \"farmr\"}], \"links\": []}", NULL);
    assert_int_equal(wrong.status, VCL_ERROR_INPUT);
    assert_int_equal(wrong.err.message, VCL_MSG_DATA_HAS_ERRORS);
    assert_null(wrong.chain);
    assert_int_equal(vcl_problems_errors(wrong.problems), 1);
    assert_int_equal(vcl_problems_at(wrong.problems, 0)->line, 2);
    assert_string_equal(vcl_problems_at(wrong.problems, 0)->pointer, "/nodes/0/kind");
    assert_string_equal(vcl_problems_at(wrong.problems, 0)->suggestion, "farmer");
    release(&wrong);
}

static void warnings_leave_the_chain(void **state)
{
    loading odd = { 0 };

    (void)state;
    load_text(&odd,
              "{\"node\": {\"id\": \"u\", \"kind\": \"union\", \"members\": 3}}\n{\"x\": 1}\n",
              NULL);
    assert_int_equal(odd.status, VCL_OK);
    assert_int_equal(vcl_chain_actor_count(odd.chain), 1);
    assert_int_equal(vcl_problems_warnings(odd.problems), 2);
    release(&odd);
}

static void an_unreadable_record_hides_links_to_what_it_may_have_said(void **state)
{
    loading wrong = { 0 };

    (void)state;
    load_text(&wrong,
              "{\"node\": {\"id\": \"a\" \"kind\": \"farmer\"}}\n"
              "{\"node\": {\"id\": \"b\", \"kind\": \"enterprise\"}}\n"
              "{\"link\": {\"source\": \"a\", \"target\": \"b\"}}\n",
              NULL);
    assert_int_equal(wrong.status, VCL_ERROR_INPUT);
    assert_int_equal(vcl_problems_count(wrong.problems), 1);
    release(&wrong);
}

static void a_second_graph_is_an_error(void **state)
{
    loading wrong = { 0 };

    (void)state;
    load_text(&wrong, "{\"graph\": {}}\n\n{\"graph\": {\"as_of\": \"2023-12-31\"}}\n", NULL);
    assert_int_equal(wrong.status, VCL_ERROR_INPUT);
    assert_string_equal(vcl_problems_at(wrong.problems, 0)->code, "duplicate-key");
    assert_string_equal(vcl_problems_at(wrong.problems, 0)->pointer, "/graph");
    assert_int_equal(vcl_problems_at(wrong.problems, 0)->line, 3);
    assert_string_equal(vcl_problems_at(wrong.problems, 0)->detail, "1");
    release(&wrong);
}

static void an_as_of_date_that_is_none_is_wrong_usage(void **state)
{
    loading wrong = { 0 };

    (void)state;
    load_text(&wrong, document, &(vcl_load_options){ .as_of = "31/12/2023" });
    assert_int_equal(wrong.status, VCL_ERROR_USAGE);
    assert_int_equal(wrong.err.message, VCL_MSG_BAD_AS_OF);
    assert_string_equal(wrong.err.arguments[0], "31/12/2023");
    assert_null(wrong.chain);
    release(&wrong);
}

static void a_folder_and_a_missing_file_cannot_be_read(void **state)
{
    loading wrong = { 0 };

    (void)state;
    load_file(&wrong, ".");
    assert_int_equal(wrong.status, VCL_ERROR_IO);
    assert_int_equal(wrong.err.message, VCL_MSG_IS_FOLDER);
    release(&wrong);
    load_file(&wrong, "no such folder/no such file");
    assert_int_equal(wrong.status, VCL_ERROR_IO);
    assert_int_equal(wrong.err.message, VCL_MSG_NO_SUCH_FILE);
    assert_null(wrong.chain);
    release(&wrong);
}

/* The path of a new file in the folder for temporary ones; static. */
static const char *write_file(const char *bytes, size_t size)
{
    static char path[] = "/tmp/vclink-test-XXXXXX";
    int descriptor;

    memcpy(path + sizeof path - 7, "XXXXXX", 6);
    descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, bytes, size), size);
    close(descriptor);
    return path;
}

static void a_file_is_read_like_memory(void **state)
{
    const char *path = write_file(document, sizeof document - 1);
    loading example = { 0 };

    (void)state;
    load_file(&example, path);
    assert_example(&example);
    release(&example);
    unlink(path);
}

static void standard_input_is_read_like_a_file(void **state)
{
    const char *path = write_file(lines, sizeof lines - 1);
    loading example = { 0 };

    (void)state;
    assert_non_null(freopen(path, "r", stdin));
    load_file(&example, "-");
    assert_example(&example);
    release(&example);
    unlink(path);
}

typedef struct progress_note {
    uint64_t calls;
    uint64_t read;
    uint64_t total;
} progress_note;

static void note_progress(uint64_t bytes_read, uint64_t bytes_total, void *context)
{
    progress_note *progress = context;

    assert_true(bytes_read > progress->read);
    progress->calls++;
    progress->read = bytes_read;
    progress->total = bytes_total;
}

/* Many farmers as JSON Lines. */
static void write_farmers(vcl_text *out, int count)
{
    for (int i = 0; i < count; i++) {
        vcl_text_add(out, "{\"node\": {\"id\": ");
        vcl_text_add_integer(out, i);
        vcl_text_add(out, ", \"kind\": \"farmer\", \"name\": \"Nguyễn Văn Đông\"}}\n");
    }
}

static void progress_is_told_block_by_block(void **state)
{
    vcl_text text = { 0 };
    progress_note progress = { 0 };
    loading many = { 0 };

    (void)state;
    write_farmers(&text, 20000);
    load_text(&many, vcl_text_bytes(&text),
              &(vcl_load_options){ .progress = note_progress, .progress_context = &progress });
    assert_int_equal(many.status, VCL_OK);
    assert_int_equal(progress.read, text.size);
    assert_int_equal(progress.total, text.size);
    assert_int_equal(progress.calls, (text.size + VCL_BLOCK_SIZE - 1) / VCL_BLOCK_SIZE);
    release(&many);
    vcl_text_release(&text);
}

static void a_file_of_many_blocks_is_read_whole(void **state)
{
    vcl_text text = { 0 };
    loading many = { 0 };
    const char *path;

    (void)state;
    write_farmers(&text, 20000);
    path = write_file(text.bytes, text.size);
    load_file(&many, path);
    assert_int_equal(many.status, VCL_OK);
    assert_int_equal(vcl_problems_count(many.problems), 0);
    assert_int_equal(vcl_chain_actor_count(many.chain), 20000);
    release(&many);
    unlink(path);
    vcl_text_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_forms_give_the_same_chain),
        cmocka_unit_test(an_empty_dataset_is_a_chain),
        cmocka_unit_test(nothing_at_all_is_no_dataset),
        cmocka_unit_test(errors_leave_no_chain_and_say_so),
        cmocka_unit_test(warnings_leave_the_chain),
        cmocka_unit_test(an_unreadable_record_hides_links_to_what_it_may_have_said),
        cmocka_unit_test(a_second_graph_is_an_error),
        cmocka_unit_test(an_as_of_date_that_is_none_is_wrong_usage),
        cmocka_unit_test(a_folder_and_a_missing_file_cannot_be_read),
        cmocka_unit_test(a_file_is_read_like_memory),
        cmocka_unit_test(standard_input_is_read_like_a_file),
        cmocka_unit_test(progress_is_told_block_by_block),
        cmocka_unit_test(a_file_of_many_blocks_is_read_whole),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
