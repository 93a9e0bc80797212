/* model/find: an actor by its id, as written and as shown. */
#include "model/chain.h"

#include "support/chain.h"

/* é as one character and as e with a mark. */
#define COMPOSED "\xC3\xA9"
#define DECOMPOSED "e\xCC\x81"

static void assert_found(const vcl_chain *chain, const char *id, const char *expected)
{
    size_t index = 0;

    if (expected == NULL) {
        assert_false(vcl_chain_find_actor(chain, id, &index));
    } else {
        assert_true(vcl_chain_find_actor(chain, id, &index));
        assert_string_equal(vcl_chain_actor_id(chain, index), expected);
    }
}

static void an_id_is_found_as_it_is_shown(void **state)
{
    vcl_chain *chain = chain_of("{'node': {'id': 'h" DECOMPOSED "', 'kind': 'farmer'}}\n"
                                "{'node': {'id': 'he', 'kind': 'farmer'}}\n");

    (void)state;
    assert_found(chain, "h" DECOMPOSED, "h" DECOMPOSED);
    assert_found(chain, "h" COMPOSED, "h" DECOMPOSED);
    assert_found(chain, "he", "he");
    assert_found(chain, "g" COMPOSED, NULL);
    assert_found(chain, "h", NULL);
    vcl_chain_free(chain);
}

static void as_it_is_written_comes_first_and_two_shown_alike_are_none(void **state)
{
    vcl_chain *chain = chain_of("{'node': {'id': 'h" DECOMPOSED "', 'kind': 'farmer'}}\n"
                                "{'node': {'id': 'h" COMPOSED "', 'kind': 'farmer'}}\n"
                                "{'node': {'id': 'x" DECOMPOSED COMPOSED "', 'kind': 'farmer'}}\n"
                                "{'node': {'id': 'x" COMPOSED DECOMPOSED "', 'kind': 'farmer'}}\n");

    (void)state;
    assert_found(chain, "h" COMPOSED, "h" COMPOSED);
    assert_found(chain, "h" DECOMPOSED, "h" DECOMPOSED);
    assert_found(chain, "x" COMPOSED COMPOSED, NULL);
    vcl_chain_free(chain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_id_is_found_as_it_is_shown),
        cmocka_unit_test(as_it_is_written_comes_first_and_two_shown_alike_are_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
