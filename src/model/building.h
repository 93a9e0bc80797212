/* The inside of a builder, shared by the files that fill it (builder.c), that resolve what records
 * say of each other (resolve_*.c) and that review the chain (review.c). */
#ifndef MODEL_BUILDING_H
#define MODEL_BUILDING_H

#include "model/builder.h"
#include "model/namer.h"
#include "model/pointer.h"

/* A place in the data that names a product or a place which was not yet declared. */
typedef struct vcl_mention {
    uint32_t name; /* in product_ids or place_ids */
    vcl_position at;
    vcl_section section;
    const char *field; /* "products", "product", "place", "parent" */
    uint32_t element; /* VCL_NONE where the field is no array */
    bool is_object; /* the pointer goes on with /product */
} vcl_mention;

enum { VCL_MENTIONS_OF_A_NAME = 1000 };

/* The ids of one list, declared or only mentioned. */
typedef struct vcl_namespace {
    vcl_array declared_line; /* of uint32_t by name: the line of its record, 0 if none */
    vcl_array of_record; /* of uint32_t: the name that each record of the list bears */
    vcl_array mention_count; /* of uint32_t by name: mentions before it was declared */
    vcl_array mentions; /* of vcl_mention; at most VCL_MENTIONS_OF_A_NAME of a name */
    bool has_list; /* some record declares */
} vcl_namespace;

/* Where a record of a document stands. */
typedef struct vcl_document_position {
    uint32_t line;
    uint32_t index : 31;
    uint32_t in_edges : 1; /* stands in `edges`, not `links` */
} vcl_document_position;

/* Texts that may differ only in the way they are typed. */
typedef struct vcl_twin_list {
    vcl_array twins; /* of struct vcl_twin: those whose keys may be shared */
    vcl_arena keys;
} vcl_twin_list;

/* Of ids, then names: of organisations, then places. */
enum { VCL_TWIN_LISTS = 4 };

typedef struct vcl_twins {
    vcl_twin_list lists[VCL_TWIN_LISTS];
} vcl_twins;

/* What a record's number of a value means, by its lowest bits. */
typedef struct vcl_known {
    uint32_t number; /* 0: none */
    uint32_t means;
} vcl_known;

enum { VCL_KNOWN = 512 };

struct vcl_builder {
    vcl_chain *chain; /* actors, links, products and places still as in the arrays below */
    vcl_problems *problems;
    vcl_namer *namer; /* of those that are not named yet */
    vcl_batch *batch; /* the namer's, that is being filled */
    vcl_short_id last_id; /* of the last node, where it is short, else empty */
    uint32_t owner_count; /* nodes of which amounts were told */
    uint32_t *moved_sets; /* by set as records tell it: that of the chain */
    uint32_t *moved_places; /* by name of a place: the chain's place */
    vcl_array spare; /* of uint32_t: served once, its memory serves again */
    uint32_t *actor_of; /* by name, once actors are sorted, VCL_NONE where no node bears it */
    uint32_t *grouped_at; /* by link, once they are sorted: where its record stands */
    uint32_t *actor_at; /* by actor, once they are sorted: where its node stands */
    vcl_interns
        terms; /* of vcl_terms, by the terms of named links; kind may be VCL_KIND_UNSTATED */
    uint32_t plain_terms[VCL_INPUT + 2][VCL_LINK_BREACHED + 1]
                        [VCL_CONTRACT_NONE + 1]; /* by words: the number of such terms + 1 */
    uint32_t plain_household; /* the number + 1 of one household of no sector */
    vcl_array products; /* of vcl_product, those declared */
    vcl_array places; /* of vcl_place, those declared; parent is a name of place_ids */
    vcl_array positions; /* of vcl_document_position, in a document only */
    vcl_array scratch; /* of uint32_t: the set being made */
    vcl_known known_sets[VCL_KNOWN]; /* by products_seen: sets of declared products */
    vcl_known known_places[VCL_KNOWN]; /* by place_seen: names of declared places */
    vcl_namespace product_names;
    vcl_namespace place_names;
    bool unreadable; /* some record could not be read at all */
    uint32_t threads;
    vcl_text pointer;
    vcl_twins twins; /* between what two threads write to while records are read, untouched by both */
    vcl_naming naming; /* of nodes and links */
};

/* A link's kind before it is inferred. */
enum { VCL_KIND_UNSTATED = 255 };

/* Keeps where a node or link of a document stands: *out is its number from 1. */
vcl_status vcl_builder_add_position(vcl_builder *builder, vcl_position at, bool in_edges,
                                    uint32_t *out, vcl_error *err);

/* Notes where a node or link stands: *out is the line in JSON Lines, in a document the position's
 * number. */
static inline vcl_status vcl_builder_note_position(vcl_builder *builder, vcl_position at,
                                                   bool in_edges, uint32_t *out, vcl_error *err)
{
    *out = at.line;
    return builder->chain->is_document ? vcl_builder_add_position(builder, at, in_edges, out, err)
                                       : VCL_OK;
}

/* What was noted. */
vcl_position vcl_builder_position(const vcl_builder *builder, uint32_t at);

/* The section in which a link stands. */
vcl_section vcl_builder_section(const vcl_builder *builder, uint32_t at);

/* Writes `text` as a JSON string over whatever `out` held; what is hidden stays as it is. */
void vcl_builder_quote(vcl_text *out, const char *text);

/* Adds a finding whose pointer is that of the record, /FIELD and /ELEMENT unless VCL_NONE (field
 * may be NULL). `finding` holds the rest; its value is a text of the file and comes out quoted. */
vcl_status vcl_builder_report(vcl_builder *builder, vcl_finding finding, vcl_section section,
                              vcl_position at, const char *field, uint32_t element, vcl_error *err);

/* Reports an id that an earlier record, on line `previous`, already bears. */
vcl_status vcl_builder_report_twice(vcl_builder *builder, vcl_message message, vcl_slice id,
                                    uint32_t previous, vcl_section section, vcl_position at,
                                    vcl_error *err);

/* Keeps `text` as it is written (tables show it as NFC); an empty one as NULL. VCL_ERROR_MEMORY, as
 * all of these. */
vcl_status vcl_builder_keep(vcl_builder *builder, vcl_slice text, const char **out, vcl_error *err);

/* The number of `id` in a list; both arrays by name grow with it. */
vcl_status vcl_builder_name(vcl_idmap *ids, vcl_namespace *names, vcl_slice id, uint32_t *out,
                            vcl_error *err);

/* The number of `id`, which is named at a place in the data. */
vcl_status vcl_builder_mention(vcl_idmap *ids, vcl_namespace *names, vcl_slice id,
                               vcl_mention mention, uint32_t *out, vcl_error *err);

/* The name of the place `id`, which is thereby mentioned; VCL_NONE where `id` is empty. */
vcl_status vcl_builder_place(vcl_builder *builder, vcl_slice id, vcl_mention at, uint32_t *out,
                             vcl_error *err);

/* The next place in the batch. */
static inline vcl_waiting *vcl_builder_waiting(vcl_builder *builder)
{
    vcl_waiting *items = builder->batch->items;

    /* Another thread read what stands ahead. */
    __builtin_prefetch(items + (builder->batch->count + 32) % VCL_BATCH, 1);
    return items + builder->batch->count;
}

/* Puts a node, whose actor was written in its place, or a link into the batch, which is named when it
 * is full. `owns`: amounts were told of the node, whose actor is builder->owner_count - 1 until all is
 * named. */
vcl_status vcl_builder_wait_node(vcl_builder *builder, vcl_slice id, uint32_t at, bool owns,
                                 vcl_error *err);
vcl_status vcl_builder_wait_link(vcl_builder *builder, vcl_slice source, vcl_slice target,
                                 uint32_t terms, uint32_t at, vcl_error *err);

/* Has all named, tells amounts whose they are, and reports ids that stand twice. */
vcl_status vcl_builder_settle(vcl_builder *builder, vcl_error *err);

/* Sorts products and places by id, reports unknown ones and cycles, gives the chain its own, renames
 * what links and amounts say of them, and finds the new names for actors. O(n log n). */
vcl_status vcl_resolve_lists(vcl_builder *builder, vcl_error *err);

/* Actors to be placed: `count` names in the order of their ids, among which the chain's organisations
 * stand where it says. */
typedef struct vcl_placing {
    vcl_builder *builder;
    uint32_t *order;
    uint32_t count;
    bool in_order; /* all names are there, and those of farmers as they came */
} vcl_placing;

/* Gives the chain its actors, who then say its sets and places, and builder->actor_at; counts
 * households. O(n). */
vcl_status vcl_place_actors(const vcl_placing *placing, vcl_error *err);

/* Sorts actors by id and reports names that links bear but no node. O(n log n). */
vcl_status vcl_resolve_ends(vcl_builder *builder, vcl_error *err);

/* The terms of links in the end: kinds are inferred where they are not stated, and how a link is
 * treated follows from its source. Raw terms become up to four. */
enum { VCL_VARIANTS = 4 };

typedef struct vcl_settling {
    const vcl_terms *raw;
    uint32_t *variants; /* four for each raw terms: 1 + the number of the settled ones */
    vcl_interns settled; /* of vcl_terms */
    uint32_t *rank; /* by number, once they are sorted */
} vcl_settling;

/* Of the builder's terms. Release in any case. */
vcl_status vcl_settling_init(vcl_settling *settling, const vcl_builder *builder, vcl_error *err);
void vcl_settling_release(vcl_settling *settling);

/* The number of settled terms that were not met yet: raw ones of a kind as inferred, from a source that
 * sells or not. Expected O(1). */
vcl_status vcl_settle_anew(vcl_settling *settling, uint32_t raw, uint8_t inferred, bool sells,
                           uint32_t *out, vcl_error *err);

/* Gives a link between two actors the number of its settled terms. An unstated kind is a membership
 * where both ends are in farmer < group < cooperative < union and the source ranks lower, else a
 * supply. Expected O(1). */
static inline vcl_status vcl_settle(vcl_settling *settling, const vcl_actor *source,
                                    const vcl_actor *target, vcl_link *link, vcl_error *err)
{
    bool upward = target->kind != VCL_ENTERPRISE && source->kind < target->kind;
    uint8_t inferred = upward ? VCL_MEMBERSHIP : VCL_SUPPLY;
    uint32_t known =
        settling->variants[(size_t)link->terms * VCL_VARIANTS + inferred * 2 + source->sells];

    if (known == 0) {
        return vcl_settle_anew(settling, link->terms, inferred, source->sells, &link->terms, err);
    }
    link->terms = known - 1;
    return VCL_OK;
}

/* Gives the chain the settled terms, sorted, where those of a number have its rank. O(n log n). */
vcl_status vcl_settling_sort(vcl_settling *settling, vcl_chain *chain, vcl_error *err);

/* Gives the chain its links with actors for names and settled terms, unsorted as these are, grouped
 * by source in the order of actors; within a group in none. Links of which an end is unknown are
 * dropped. O(n log n), linear where farmers come in the order of their ids. */
vcl_status vcl_group_links(vcl_builder *builder, vcl_settling *settling, vcl_error *err);

/* A review of links as they stand on `as_of`, one behind the other. */
typedef struct vcl_review_of_links {
    vcl_builder *builder;
    vcl_date as_of;
    uint32_t last; /* the last link whose layers were looked at, VCL_NONE if none, */
    bool stands; /* and whether it stands in any */
} vcl_review_of_links;

/* Warnings about the link of that number, which is in its place. Expected O(1). */
vcl_status vcl_review_any_link(vcl_review_of_links *review, uint32_t number, vcl_error *err);

/* The same, at once for most: of a farmer's membership without both dates there is nothing to say.
 * `of_farmer`: the source is one. */
static inline vcl_status vcl_review_link(vcl_review_of_links *review, uint32_t number,
                                         bool of_farmer, vcl_error *err)
{
    const vcl_chain *chain = review->builder->chain;
    const vcl_link *link = chain->links + number;
    const vcl_terms *terms = vcl_link_terms(chain, link);
    bool plain = of_farmer && terms->kind == VCL_MEMBERSHIP &&
                 chain->actors[link->target].kind != VCL_ENTERPRISE &&
                 (terms->start == VCL_NO_DATE || terms->end == VCL_NO_DATE);

    return plain ? VCL_OK : vcl_review_any_link(review, number, err);
}

/* Gives the chain its terms and its links, sorted and indexed by either end; drops those to
 * themselves and exact duplicates with a warning, reviews the others as they stand on `as_of`, and
 * fills in who buys. O(n log n). */
vcl_status vcl_resolve_links(vcl_builder *builder, vcl_date as_of, vcl_error *err);

/* Finds ids and names of organisations and places that may have twins, once actors and places are
 * sorted. Of the builder it touches the twins alone. O(n log n). */
vcl_status vcl_twins_find(vcl_builder *builder, vcl_error *err);
void vcl_twins_release(vcl_twins *twins);

/* Warnings about the chain as a whole, its links aside, as it stands on `as_of`, and about twins that
 * were found. O(n log n). */
vcl_status vcl_review(vcl_builder *builder, vcl_date as_of, vcl_error *err);

/* The part of it about twins. */
vcl_status vcl_twins_report(vcl_builder *builder, vcl_error *err);

#endif
