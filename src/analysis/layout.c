/* layout: where each actor that is no farmer is drawn, by id. Memberships and supplies of any status
 * join them, so that a drawing does not jump when a contract runs out. */
#include "analysis/analysis.h"
#include "base/memory.h"
#include "base/try.h"
#include "graph/drawing.h"

#include <stdlib.h>

static const vcl_column *const columns[] = {
    &vcl_columns[VCL_COL_ID],
    &vcl_columns[VCL_COL_X],
    &vcl_columns[VCL_COL_Y],
};

/* The network, and what its vertices are. */
struct drawn {
    uint32_t count;
    uint32_t *actors; /* by vertex */
    uint32_t *vertices; /* by actor */
    uint8_t *ranks;
    vcl_drawn_link *links;
    uint32_t link_count;
};

static void release(struct drawn *drawn)
{
    free(drawn->actors);
    free(drawn->vertices);
    free(drawn->ranks);
    free(drawn->links);
}

static vcl_status list_actors(struct drawn *drawn, const vcl_chain *chain, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_alloc(&drawn->vertices, chain->actor_count, sizeof *drawn->vertices, err));
    for (uint32_t i = 0; i < chain->actor_count; i++) {
        drawn->count += chain->actors[i].kind != VCL_FARMER;
    }
    TRY(vcl_alloc(&drawn->actors, drawn->count, sizeof *drawn->actors, err));
    TRY(vcl_alloc(&drawn->ranks, drawn->count, sizeof *drawn->ranks, err));
    drawn->count = 0;
    for (uint32_t i = 0; i < chain->actor_count; i++) {
        if (chain->actors[i].kind != VCL_FARMER) {
            drawn->actors[drawn->count] = i;
            drawn->ranks[drawn->count] = (uint8_t)(chain->actors[i].kind - VCL_GROUP);
            drawn->vertices[i] = drawn->count++;
        }
    }
done:
    return status;
}

static bool is_drawn(const vcl_chain *chain, const vcl_link *link)
{
    return vcl_link_terms(chain, link)->treated != VCL_INPUT &&
           chain->actors[link->source].kind != VCL_FARMER &&
           chain->actors[link->target].kind != VCL_FARMER;
}

/* The chain's links are sorted by their ends: parallel ones are neighbours and count once. */
static void add_link(struct drawn *drawn, uint32_t source, uint32_t target)
{
    const vcl_drawn_link *links = drawn->links;
    uint32_t count = drawn->link_count;

    if (count == 0 || links[count - 1].source != source || links[count - 1].target != target) {
        drawn->links[drawn->link_count++] = (vcl_drawn_link){ source, target };
    }
}

static vcl_status list_links(struct drawn *drawn, const vcl_chain *chain, vcl_error *err)
{
    vcl_status status = VCL_OK;
    uint32_t count = 0;

    for (uint32_t i = 0; i < chain->link_count; i++) {
        count += is_drawn(chain, chain->links + i);
    }
    TRY(vcl_alloc(&drawn->links, count, sizeof *drawn->links, err));
    for (uint32_t i = 0; i < chain->link_count; i++) {
        const vcl_link *link = chain->links + i;
        if (is_drawn(chain, link)) {
            add_link(drawn, drawn->vertices[link->source], drawn->vertices[link->target]);
        }
    }
done:
    return status;
}

static vcl_status run(vcl_study *study, vcl_table *table, vcl_error *err)
{
    vcl_status status = VCL_OK;
    struct drawn drawn = { 0 };
    vcl_drawing drawing = { 0 };

    TRY(list_actors(&drawn, study->chain, err));
    TRY(list_links(&drawn, study->chain, err));
    vcl_network network = { drawn.count, drawn.ranks, drawn.links, drawn.link_count };
    TRY(vcl_drawing_init(&drawing, &network, err));
    TRY(vcl_table_reserve(table, drawn.count, err));
    for (uint32_t i = 0; i < drawn.count; i++) {
        vcl_table_add_text(table, vcl_actor_id(study->chain, drawn.actors[i]));
        vcl_table_add_real(table, drawing.x[i]);
        vcl_table_add_real(table, drawing.y[i]);
    }
done:
    vcl_drawing_release(&drawing);
    release(&drawn);
    return status;
}

const vcl_analysis vcl_analysis_layout = {
    .kind = &(const vcl_table_kind){ "layout",
                                     { "Where actors are drawn", "Vị trí trên sơ đồ" },
                                     columns,
                                     sizeof columns / sizeof *columns },
    .run = run,
    .on_demand = true,
};
