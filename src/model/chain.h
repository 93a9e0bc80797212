/* The chain: actors, links, products and places in columns of plain arrays.
 *
 * Invariants once built: actors, products and places are sorted by id in byte order, and an index
 * is the position; links are sorted by every field, none is to itself, no two are equal; sets of
 * products are numbered by their contents. So nothing depends on the order of records. */
#ifndef MODEL_CHAIN_H
#define MODEL_CHAIN_H

#include <stdbool.h>
#include <stdint.h>

#include <vclink/chain.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/date.h"
#include "base/idmap.h"
#include "model/ids.h"
#include "model/interns.h"
#include "model/sets.h"

enum { VCL_KIND_COUNT = 5 };

typedef enum vcl_actor_status {
    VCL_ACTIVE = 0,
    VCL_SUSPENDED = 1,
    VCL_DISSOLVED = 2,
} vcl_actor_status;

typedef enum vcl_link_kind {
    VCL_MEMBERSHIP = 0,
    VCL_SUPPLY = 1,
    VCL_INPUT = 2,
} vcl_link_kind;

typedef enum vcl_link_status {
    VCL_LINK_ACTIVE = 0,
    VCL_LINK_ENDED = 1,
    VCL_LINK_BREACHED = 2,
} vcl_link_status;

typedef enum vcl_contract {
    VCL_CONTRACT_UNKNOWN = 0,
    VCL_CONTRACT_WRITTEN = 1,
    VCL_CONTRACT_ORAL = 2,
    VCL_CONTRACT_NONE = 3,
} vcl_contract;

/* A fact that may not be stated. */
typedef enum vcl_tri { VCL_UNSTATED = 0, VCL_NO = 1, VCL_YES = 2 } vcl_tri;

/* Where a record stands in its file. */
typedef struct vcl_position {
    uint32_t line; /* from 1 */
    uint32_t index; /* within its array in a document; VCL_NONE in JSON Lines */
} vcl_position;

/* Few bytes, for farmers are many; what else is told of it stands in chain->households for a farmer,
 * in chain->facts for the others. */
typedef struct vcl_actor {
    uint32_t place; /* VCL_NONE if not stated */
    uint32_t products; /* a set; 0: not stated, so any */
    uint32_t more; /* in chain->households or chain->facts */
    uint8_t kind; /* vcl_kind */
    uint8_t status; /* vcl_actor_status */
    bool sells;
    bool buyer; /* buys for the market, default filled in */
} vcl_actor;

/* What is told of a farmer besides; stored once for all of whom the same is told. */
typedef struct vcl_household {
    uint32_t count; /* households the record stands for */
    uint32_t sector; /* in chain->sectors, VCL_NONE if not stated */
} vcl_household;

/* What is told of an actor that is no farmer. Texts are NULL and numbers NaN where not stated. */
typedef struct vcl_facts {
    const char *name;
    const char *tax_id;
    const char *rating;
    const char *form;
    const char *founded; /* as written: a year, a month or a day */
    const char **certificates; /* NULL-terminated, or NULL */
    const char **requires; /* the same */
    double turnover; /* a year, in the dataset's currency */
    double area_ha;
    double workers;
    double latitude;
    double longitude;
    uint32_t members; /* on the books, groups and cooperatives; VCL_NONE if not stated */
    uint32_t sector; /* in chain->sectors, VCL_NONE if not stated */
    uint8_t high_tech; /* vcl_tri */
    uint8_t buyer; /* vcl_tri, as the record says */
} vcl_facts;

/* What an actor says of one of its products, a year; kept only where it says something. Sorted by
 * actor, then product. */
typedef struct vcl_amount {
    uint32_t actor;
    uint32_t product;
    double output_kg; /* NaN where not stated */
    double demand_kg;
    uint16_t ocop[6]; /* certified products by stars 1 … 5; [0] is unused */
} vcl_amount;

/* What a link says, its ends aside; stored once for all that say the same, as millions of plain
 * memberships do. Sorted by every field, so links that compare by their number compare by what they
 * say. */
typedef struct vcl_terms {
    uint32_t products; /* a set; 0: carries anything */
    vcl_date start; /* VCL_NO_DATE where not stated */
    vcl_date end;
    uint8_t kind; /* vcl_link_kind as stated or inferred */
    uint8_t treated; /* the same, but VCL_INPUT where the source does not sell */
    uint8_t status; /* vcl_link_status */
    uint8_t contract; /* vcl_contract */
    double volume_kg; /* a year; NaN where not stated */
    double delivered_kg;
    double value;
} vcl_terms;

typedef struct vcl_link {
    uint32_t source; /* actors */
    uint32_t target;
    uint32_t terms; /* in chain->terms */
} vcl_link;

typedef struct vcl_product {
    const char *id;
    const char *name; /* NULL where not stated */
    const char *name_en;
    vcl_position at;
    bool declared;
} vcl_product;

typedef struct vcl_place {
    const char *id;
    const char *name;
    const char *name_en;
    const char *level;
    double latitude; /* NaN where not stated */
    double longitude;
    uint32_t parent; /* VCL_NONE for a root */
    vcl_position at;
    bool declared;
} vcl_place;

/* The positions [first, end). */
typedef struct vcl_span {
    uint32_t first;
    uint32_t end;
} vcl_span;

struct vcl_chain {
    vcl_actor *actors;
    uint32_t actor_count;
    vcl_array organisations; /* of uint32_t: the actors that are no farmers, ascending */
    uint64_t households_told; /* those that the records of farmers stand for */
    uint32_t idle_farmers; /* those who are not active; mostly nobody */
    vcl_link *links; /* sorted by source first: the links out of one actor are neighbours */
    uint32_t link_count;
    vcl_terms *terms;
    uint32_t *links_in; /* link indices by target, see vcl_links_in() */
    uint32_t *out_start; /* where the links out of every VCL_LINKS_STEP-th actor begin; an end */
    uint32_t *in_start; /* the same for links_in */
    vcl_span *out_of; /* by facts: the links out of that organisation, */
    vcl_span *in_of; /* and where those to it stand in links_in */
    vcl_product *products;
    uint32_t product_count;
    vcl_place *places;
    uint32_t place_count;
    vcl_ids ids; /* of actors */
    vcl_interns households; /* of vcl_household */
    vcl_array facts; /* of vcl_facts */
    vcl_array amounts; /* of vcl_amount */
    vcl_sets sets;
    vcl_idmap product_ids;
    vcl_idmap place_ids;
    vcl_idmap sectors; /* NFC; numbers in no order */
    vcl_arena texts;
    const char *name;
    const char *currency;
    const char *source;
    vcl_date as_of; /* VCL_NO_DATE where not stated */
    char as_of_text[VCL_DATE_SIZE];
    bool is_document; /* pointers read /nodes/3, else /node */
};

/* Most actors have one link: a mark for a few of them finds it. */
enum { VCL_LINKS_STEP = 16 };

/* Where the links out of an actor stand in chain->links; where the numbers of the links to it stand
 * in chain->links_in. O(1) for organisations, else O(log n) in the links of its neighbours. */
vcl_span vcl_links_out(const vcl_chain *chain, uint32_t actor);
vcl_span vcl_links_in(const vcl_chain *chain, uint32_t actor);

/* The former without chain->out_of, of any actor. O(log n) in the same. */
vcl_span vcl_links_out_sought(const vcl_chain *chain, uint32_t actor);

/* What a link says. */
static inline const vcl_terms *vcl_link_terms(const vcl_chain *chain, const vcl_link *link)
{
    return chain->terms + link->terms;
}

/* Is a link's own status active and the day within its start and end, both included? */
static inline bool vcl_terms_are_current(const vcl_terms *terms, vcl_date as_of)
{
    if (terms->status != VCL_LINK_ACTIVE) {
        return false;
    }
    return as_of == VCL_NO_DATE || ((terms->start == VCL_NO_DATE || terms->start <= as_of) &&
                                    (terms->end == VCL_NO_DATE || as_of <= terms->end));
}

/* Is an actor an organisation? Asked of actors that ascend, with *next 0 at first: it reads nothing of
 * the actors themselves, who are many more. Amortised O(1). */
static inline bool vcl_meets_organisation(const vcl_chain *chain, uint32_t actor, size_t *next)
{
    const uint32_t *organisations = chain->organisations.items;

    while (*next < chain->organisations.count && organisations[*next] < actor) {
        (*next)++;
    }
    return *next < chain->organisations.count && organisations[*next] == actor;
}

/* An actor's id. */
const char *vcl_actor_id(const vcl_chain *chain, uint32_t actor);

/* The name of an actor that is no farmer, NULL where it has none. */
const char *vcl_actor_name(const vcl_chain *chain, uint32_t actor);

/* What is told of an actor that is no farmer, NULL for farmers. */
const vcl_facts *vcl_actor_facts(const vcl_chain *chain, uint32_t actor);

/* The households that a farmer's record stands for; 1 for all others. */
static inline uint32_t vcl_actor_count(const vcl_chain *chain, uint32_t actor)
{
    const vcl_household *households = chain->households.items.items;
    const vcl_actor *record = chain->actors + actor;

    return record->kind == VCL_FARMER ? households[record->more].count : 1;
}

/* Members on the books of a group or cooperative; VCL_NONE where not stated, and for all others. */
uint32_t vcl_actor_members(const vcl_chain *chain, uint32_t actor);

/* In chain->sectors, VCL_NONE if not stated. */
static inline uint32_t vcl_actor_sector(const vcl_chain *chain, uint32_t actor)
{
    const vcl_household *households = chain->households.items.items;
    const vcl_facts *facts = chain->facts.items;
    const vcl_actor *record = chain->actors + actor;

    return record->kind == VCL_FARMER ? households[record->more].sector
                                      : facts[record->more].sector;
}

/* What `actor` says of `product`, or NULL. O(log n). */
const vcl_amount *vcl_chain_amount(const vcl_chain *chain, uint32_t actor, uint32_t product);

/* Our word for a kind: "farmer" … "enterprise". Static. */
const char *vcl_kind_word(vcl_kind kind);

#endif
