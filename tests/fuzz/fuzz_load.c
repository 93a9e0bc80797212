/* Loads whatever bytes come: it must end by itself, with a chain or with errors, and what it tells
 * must be fit to be shown. For libFuzzer; seeds/ are its first inputs, load.dict its words:
 *
 *     fuzz_load -dict=tests/fuzz/load.dict CORPUS tests/fuzz/seeds */
#include <stdlib.h>
#include <string.h>

#include <vclink/chain.h>

#include "base/unicode.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds) {
        abort();
    }
}

static void require_text(const char *text)
{
    if (text != NULL) {
        require(vcl_unicode_valid(vcl_slice_of(text), NULL));
    }
}

static void check_problem(const vcl_problem *problem)
{
    char text[1024];

    require_text(problem->value);
    require_text(problem->detail);
    require_text(problem->suggestion);
    require(problem->pointer[0] == '\0' || problem->pointer[0] == '/');
    for (int language = VCL_ENGLISH; language <= VCL_VIETNAMESE; language++) {
        vcl_problem_text(problem, (vcl_language)language, text, sizeof text);
        require_text(text);
        require(text[0] != '\0');
    }
}

static void check_chain(const vcl_chain *chain)
{
    size_t index = 0;

    for (size_t i = 0; i < vcl_chain_actor_count(chain); i++) {
        const char *id = vcl_chain_actor_id(chain, i);
        require_text(vcl_chain_actor_name(chain, i));
        require(i == 0 || strcmp(vcl_chain_actor_id(chain, i - 1), id) < 0);
        require(vcl_chain_find_actor(chain, id, &index) && index == i);
    }
    require_text(vcl_chain_name(chain));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    vcl_problems *problems = NULL;
    vcl_chain *chain = NULL;
    vcl_error err = { 0 };
    vcl_status status;

    require(vcl_problems_new(&problems, &err) == VCL_OK);
    status = vcl_chain_load_memory((const char *)data, size, "fuzz", NULL, problems, &chain, &err);
    require(status == VCL_OK || status == VCL_ERROR_INPUT);
    require((chain != NULL) == (status == VCL_OK));
    require((vcl_problems_errors(problems) == 0) == (status == VCL_OK));
    for (size_t i = 0; i < vcl_problems_count(problems); i++) {
        check_problem(vcl_problems_at(problems, i));
    }
    if (chain != NULL) {
        check_chain(chain);
    }
    vcl_chain_free(chain);
    vcl_problems_free(problems);
    return 0;
}
