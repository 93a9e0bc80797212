/* What a C programmer would write in an afternoon on jansson and igraph, as a measure for vclink:
 * every record a tree of jansson, every household a vertex of igraph, every product a graph.
 *
 * It finds, of a file of JSON Lines: who reaches a buyer, product by product; of each layer the
 * dominator tree, and from it how many households lose that layer with each actor; PageRank. It
 * knows kinds, status, products, dates and inputs, but no `count`, `members`, `sells`, `buyer`
 * and no errors in the data. Prints three figures that vclink has too.
 *
 *   with_igraph FILE */
#include <igraph.h>
#include <inttypes.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_PRODUCTS = 63 };

typedef struct actor {
    char *id;
    uint64_t products; /* a bit each; 0 is "not stated" */
    bool farmer;
    bool cooperative;
    bool enterprise;
    bool active;
    bool covered;
    bool other_than_inputs; /* has links, not all of them inputs */
    bool inputs;
} actor;

typedef struct trade {
    uint32_t source;
    uint32_t target;
    uint64_t products;
    bool current; /* and no input */
} trade;

static actor *actors;
static size_t actor_count, actor_room;
static trade *trades;
static size_t trade_count, trade_room;
static uint32_t *table; /* of ids: actor number + 1 */
static size_t table_size;
static char *products[MOST_PRODUCTS];
static unsigned product_count;
static char as_of[16];
static igraph_integer_t *local; /* an actor's vertex in the layer at hand, or -1 */
static uint32_t *members; /* the layer's actors */
static igraph_integer_t most_lost;

static void *grown(void *items, size_t *room, size_t size)
{
    *room = *room == 0 ? 1024 : *room * 2;
    items = realloc(items, *room * size);
    if (items == NULL) {
        fputs("with_igraph: out of memory\n", stderr);
        exit(5);
    }
    return items;
}

/* ---- reading ---- */

static size_t slot_of(const char *id)
{
    uint64_t hash = 14695981039346656037u; /* Fowler, Noll, Vo */

    for (const char *at = id; *at != '\0'; at++) {
        hash = (hash ^ (unsigned char)*at) * 1099511628211u;
    }
    for (size_t slot = hash & (table_size - 1);; slot = (slot + 1) & (table_size - 1)) {
        if (table[slot] == 0 || strcmp(actors[table[slot] - 1].id, id) == 0) {
            return slot;
        }
    }
}

static void grow_table(void)
{
    free(table);
    table_size = table_size == 0 ? 4096 : table_size * 2;
    table = calloc(table_size, sizeof *table);
    for (size_t i = 0; i < actor_count; i++) {
        table[slot_of(actors[i].id)] = (uint32_t)(i + 1);
    }
}

/* The actor of that id, which may be mentioned before it is described. */
static uint32_t actor_of(const char *id)
{
    if (actor_count * 2 >= table_size) {
        grow_table();
    }
    size_t slot = slot_of(id);
    if (table[slot] == 0) {
        if (actor_count == actor_room) {
            actors = grown(actors, &actor_room, sizeof *actors);
        }
        actors[actor_count++] = (actor){ .id = strdup(id) };
        table[slot] = (uint32_t)actor_count;
    }
    return table[slot] - 1;
}

static uint64_t product_bit(const char *id)
{
    for (unsigned i = 0; i < product_count; i++) {
        if (strcmp(products[i], id) == 0) {
            return UINT64_C(1) << i;
        }
    }
    if (product_count == MOST_PRODUCTS) {
        fputs("with_igraph: too many products\n", stderr);
        exit(3);
    }
    products[product_count] = strdup(id);
    return UINT64_C(1) << product_count++;
}

static const char *text_of(const json_t *record, const char *key)
{
    const char *text = json_string_value(json_object_get(record, key));

    return text != NULL ? text : "";
}

static uint64_t products_of(const json_t *record)
{
    const char *product = text_of(record, "product");
    uint64_t bits = *product != '\0' ? product_bit(product) : 0;
    size_t i = 0;
    json_t *item = NULL;

    json_array_foreach(json_object_get(record, "products"), i, item)
    {
        bits |=
            product_bit(json_is_string(item) ? json_string_value(item) : text_of(item, "product"));
    }
    return bits;
}

static bool is_active(const json_t *record)
{
    const char *status = text_of(record, "status");

    return *status == '\0' || strcmp(status, "active") == 0;
}

static void read_node(const json_t *node)
{
    uint32_t number = actor_of(text_of(node, "id")); /* may move the actors */
    actor *actor = &actors[number];
    const char *kind = text_of(node, "kind");

    actor->farmer = strcmp(kind, "farmer") == 0;
    actor->cooperative = strcmp(kind, "cooperative") == 0;
    actor->enterprise = strcmp(kind, "enterprise") == 0;
    actor->active = is_active(node);
    actor->products = products_of(node);
}

/* The as-of date must come first in the file, as it does in the natural order. */
static bool is_current(const json_t *link)
{
    const char *start = text_of(link, "start");
    const char *end = text_of(link, "end");

    return is_active(link) && (*start == '\0' || strcmp(start, as_of) <= 0) &&
           (*end == '\0' || strcmp(end, as_of) >= 0);
}

static void read_link(const json_t *link)
{
    bool input = strcmp(text_of(link, "kind"), "input") == 0;
    trade trade = { .source = actor_of(text_of(link, "source")),
                    .target = actor_of(text_of(link, "target")),
                    .products = products_of(link),
                    .current = !input && is_current(link) };

    actors[trade.source].inputs |= input;
    actors[trade.target].inputs |= input;
    actors[trade.source].other_than_inputs |= !input;
    actors[trade.target].other_than_inputs |= !input;
    if (trade_count == trade_room) {
        trades = grown(trades, &trade_room, sizeof *trades);
    }
    trades[trade_count++] = trade;
}

static void read_record(const json_t *line)
{
    const json_t *graph = json_object_get(line, "graph");
    const json_t *node = json_object_get(line, "node");
    const json_t *link = json_object_get(line, "link");

    if (node != NULL) {
        read_node(node);
    } else if (link != NULL) {
        read_link(link);
    } else if (graph != NULL) {
        snprintf(as_of, sizeof as_of, "%s", text_of(graph, "as_of"));
    }
}

static bool read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *line = NULL;
    size_t room = 0;
    ssize_t length = 0;

    if (file == NULL) {
        perror(path);
        return false;
    }
    while ((length = getline(&line, &room, file)) != -1) {
        json_t *record = json_loadb(line, (size_t)length, 0, NULL);
        if (record == NULL) {
            fprintf(stderr, "with_igraph: %s: not JSON\n", path);
            return false;
        }
        read_record(record);
        json_decref(record);
    }
    free(line);
    return fclose(file) == 0;
}

/* ---- analysing ---- */

static bool is_buyer(const actor *actor)
{
    return actor->enterprise && (actor->other_than_inputs || !actor->inputs);
}

/* Is what lists these products in the layer of that product, or (0) in the unstated one? */
static bool in_layer(uint64_t listed, uint64_t product)
{
    return listed == 0 || (listed & product) != 0;
}

/* The layer's graph; buyers join in one more vertex, the market, its last. */
static void build_layer(uint64_t product, igraph_t *layer)
{
    igraph_vector_int_t ends;
    igraph_integer_t count = 0;

    igraph_vector_int_init(&ends, 0);
    for (size_t i = 0; i < actor_count; i++) {
        bool stands = actors[i].active && in_layer(actors[i].products, product);
        local[i] = stands ? count : -1;
        if (stands) {
            members[count++] = (uint32_t)i;
        }
    }
    for (size_t i = 0; i < trade_count; i++) {
        igraph_integer_t source = local[trades[i].source];
        igraph_integer_t target = local[trades[i].target];
        if (trades[i].current && source >= 0 && target >= 0 &&
            in_layer(trades[i].products, product)) {
            igraph_vector_int_push_back(&ends, source);
            igraph_vector_int_push_back(&ends, target);
        }
    }
    for (igraph_integer_t i = 0; i < count; i++) {
        if (is_buyer(&actors[members[i]])) {
            igraph_vector_int_push_back(&ends, i);
            igraph_vector_int_push_back(&ends, count);
        }
    }
    igraph_create(layer, &ends, count + 1, IGRAPH_DIRECTED);
    igraph_vector_int_destroy(&ends);
}

static void mark_covered(const igraph_t *layer)
{
    igraph_vector_int_t reached;
    igraph_integer_t market = igraph_vcount(layer) - 1;

    igraph_vector_int_init(&reached, 0);
    igraph_subcomponent(layer, &reached, market, IGRAPH_IN);
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&reached); i++) {
        igraph_integer_t vertex = VECTOR(reached)[i];
        if (vertex != market && !is_buyer(&actors[members[vertex]])) {
            actors[members[vertex]].covered = true;
        }
    }
    igraph_vector_int_destroy(&reached);
}

/* The households below each vertex of the dominator tree, leaves first. */
static void sum_subtrees(const igraph_vector_int_t *dominators, igraph_integer_t *households)
{
    igraph_integer_t count = igraph_vector_int_size(dominators);
    igraph_integer_t *children = calloc((size_t)count, sizeof *children);

    for (igraph_integer_t i = 0; i < count; i++) {
        if (VECTOR(*dominators)[i] >= 0) {
            children[VECTOR(*dominators)[i]]++;
        }
    }
    for (igraph_integer_t i = 0; i < count; i++) {
        igraph_integer_t leaf = i;
        while (children[leaf] == 0) {
            igraph_integer_t above = VECTOR(*dominators)[leaf];
            children[leaf] = -1;
            if (above < 0) {
                break;
            }
            households[above] += households[leaf];
            children[above]--;
            leaf = above;
        }
    }
    free(children);
}

static void find_losses(const igraph_t *layer)
{
    igraph_integer_t market = igraph_vcount(layer) - 1;
    igraph_integer_t *households = calloc((size_t)market + 1, sizeof *households);
    igraph_vector_int_t dominators;

    igraph_vector_int_init(&dominators, 0);
    igraph_dominator_tree(layer, market, &dominators, NULL, NULL, IGRAPH_IN);
    for (igraph_integer_t i = 0; i < market; i++) {
        households[i] = actors[members[i]].farmer && VECTOR(dominators)[i] >= 0;
    }
    sum_subtrees(&dominators, households);
    for (igraph_integer_t i = 0; i < market; i++) {
        if (!actors[members[i]].farmer && households[i] > most_lost) {
            most_lost = households[i];
        }
    }
    igraph_vector_int_destroy(&dominators);
    free(households);
}

static void analyse_layer(uint64_t product)
{
    igraph_t layer;

    build_layer(product, &layer);
    mark_covered(&layer);
    find_losses(&layer);
    igraph_destroy(&layer);
}

/* The highest of an enterprise, on the simple graph of all that is active. */
static double highest_pagerank(void)
{
    igraph_vector_int_t ends;
    igraph_vector_t ranks;
    igraph_t whole;
    double highest = 0.0;
    igraph_integer_t count = 0;

    for (size_t i = 0; i < actor_count; i++) {
        local[i] = actors[i].active ? count++ : -1;
    }
    igraph_vector_int_init(&ends, 0);
    igraph_vector_init(&ranks, 0);
    for (size_t i = 0; i < trade_count; i++) {
        if (trades[i].current && actors[trades[i].source].active &&
            actors[trades[i].target].active) {
            igraph_vector_int_push_back(&ends, local[trades[i].source]);
            igraph_vector_int_push_back(&ends, local[trades[i].target]);
        }
    }
    igraph_create(&whole, &ends, count, IGRAPH_DIRECTED);
    igraph_simplify(&whole, true, true, NULL);
    igraph_pagerank(&whole, IGRAPH_PAGERANK_ALGO_PRPACK, &ranks, NULL, igraph_vss_all(),
                    IGRAPH_DIRECTED, 0.85, NULL, NULL);
    for (size_t i = 0; i < actor_count; i++) {
        if (actors[i].enterprise && actors[i].active && VECTOR(ranks)[local[i]] > highest) {
            highest = VECTOR(ranks)[local[i]];
        }
    }
    igraph_destroy(&whole);
    igraph_vector_destroy(&ranks);
    igraph_vector_int_destroy(&ends);
    return highest;
}

static void print_figures(void)
{
    size_t households = 0;
    size_t cooperatives = 0;

    for (size_t i = 0; i < actor_count; i++) {
        households += actors[i].covered && actors[i].farmer;
        cooperatives += actors[i].covered && actors[i].cooperative;
    }
    printf("{\"cooperatives_covered\": %zu, \"farmers_covered\": %zu, \"most_lost\": %" PRId64
           ", \"highest_pagerank\": %.12g}\n",
           cooperatives, households, (int64_t)most_lost, highest_pagerank());
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fputs("usage: with_igraph FILE\n", stderr);
        return 2;
    }
    if (!read_file(argv[1])) {
        return 3;
    }
    local = calloc(actor_count + 1, sizeof *local);
    members = calloc(actor_count + 1, sizeof *members);
    for (unsigned i = 0; i < product_count; i++) {
        analyse_layer(UINT64_C(1) << i);
    }
    analyse_layer(0);
    print_figures();
    return 0;
}
