/* model/namer: batches are named in their order, on a thread or without. */
#include "model/namer.h"

#include <stdio.h>
#include <string.h>

#include "model/building.h"
#include "support/assert.h"

enum { NODES = 10 * VCL_BATCH + 7 };

static const char *id_of(uint32_t number)
{
    static char id[VCL_SHORT_ID + 1];

    snprintf(id, sizeof id, "n%08u", (unsigned)number);
    return id;
}

/* Puts a farmer into the batch, and takes the batch where it is full. */
static void put_farmer(vcl_namer *namer, uint32_t number, bool may_hire)
{
    vcl_batch *batch = vcl_namer_batch(namer);
    vcl_waiting *waiting = batch->items + batch->count++;

    *waiting = (vcl_waiting){ .at = number + 1, .id_as = VCL_WAITING_ID };
    waiting->id.id = vcl_short_id_of(vcl_slice_of(id_of(number)));
    waiting->actor = (vcl_actor){ .place = number, .kind = VCL_FARMER };
    if (batch->count == VCL_BATCH) {
        assert_int_equal(vcl_namer_take(namer, may_hire, NULL), VCL_OK);
    }
}

static void batches_are_named_in_their_order(void **state)
{
    (void)state;
    for (int may_hire = 0; may_hire < 2; may_hire++) {
        vcl_naming naming;
        vcl_namer *namer = NULL;
        vcl_naming_init(&naming);
        assert_int_equal(vcl_namer_new(&naming, &namer, NULL), VCL_OK);
        for (uint32_t i = 0; i < NODES; i++) {
            put_farmer(namer, i, may_hire == 1);
        }
        assert_int_equal(vcl_namer_finish(namer, NULL), VCL_OK);
        assert_int_equal(vcl_idmap_count(&naming.names), NODES);
        assert_int_equal(naming.actors.count, NODES);
        for (uint32_t i = 0; i < NODES; i++) {
            assert_string_equal(vcl_idmap_name(&naming.names, i), id_of(i));
            assert_int_equal(((const vcl_actor *)naming.actors.items)[i].place, i);
            assert_int_equal(((const uint32_t *)naming.node_at.items)[i], i + 1);
        }
        vcl_namer_free(namer);
        vcl_naming_release(&naming);
    }
}

/* A namer may be left with batches that nobody has named. */
static void what_was_not_named_may_be_lost(void **state)
{
    vcl_naming naming;
    vcl_namer *namer = NULL;

    (void)state;
    vcl_naming_init(&naming);
    assert_int_equal(vcl_namer_new(&naming, &namer, NULL), VCL_OK);
    for (uint32_t i = 0; i < NODES; i++) {
        put_farmer(namer, i, true);
    }
    vcl_namer_free(namer);
    vcl_naming_release(&naming);
    vcl_namer_free(NULL);
}

static void long_ids_that_wait_take_little_memory(void **state)
{
    enum { size = 10000 };
    static char id[size];
    vcl_problems *problems = NULL;
    vcl_builder *builder = NULL;
    vcl_link_record link = { .at = { 1, VCL_NONE } };

    (void)state;
    memset(id, 'x', sizeof id);
    link.source = (vcl_slice){ id, size };
    link.target = (vcl_slice){ id, size - 1 };
    assert_int_equal(vcl_problems_new(&problems, NULL), VCL_OK);
    assert_int_equal(vcl_builder_new(problems, &builder, NULL), VCL_OK);
    for (uint32_t i = 0; i < 3 * VCL_BATCH; i++) {
        assert_int_equal(vcl_builder_add_link(builder, &link, NULL), VCL_OK);
        assert_true(builder->batch->long_ids.capacity < 2 * (VCL_BATCH_LONG_IDS + 2 * size));
    }
    assert_int_equal(vcl_builder_settle(builder, NULL), VCL_OK);
    assert_int_equal(vcl_idmap_count(&builder->naming.names), 2);
    assert_int_equal(builder->naming.links.count, 3 * VCL_BATCH);
    vcl_builder_free(builder);
    vcl_problems_free(problems);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(batches_are_named_in_their_order),
        cmocka_unit_test(what_was_not_named_may_be_lost),
        cmocka_unit_test(long_ids_that_wait_take_little_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
