/* The inside of an id map, shared by the files that find slotted ids (idmap.c) and those in a row
 * (idmap_row.c). */
#ifndef BASE_IDMAP_PARTS_H
#define BASE_IDMAP_PARTS_H

#include "base/idmap.h"

/* The upper half of the hash is kept: growing never reads the ids again, and probing hardly ever
 * reads one that is not sought. */
struct vcl_idmap_slot {
    uint32_t hash;
    uint32_t occupant; /* the id's number + 1; 0 marks an empty slot */
};

enum { LONG = 1 };

/* A short id, or a long one that stands elsewhere, with LONG in the byte where every short one has
 * its last NUL. */
union vcl_idmap_id {
    vcl_short_id own;
    struct {
        const char *text;
        char unused[VCL_SHORT_ID - sizeof(const char *)];
        char mark;
    } elsewhere;
};

static inline const union vcl_idmap_id *vcl_idmap_at(const vcl_idmap *map, uint32_t number)
{
    return (const union vcl_idmap_id *)map->ids.items + number;
}

static inline bool vcl_idmap_is_short(const union vcl_idmap_id *id)
{
    return id->elsewhere.mark != LONG;
}

vcl_idmap_key vcl_idmap_key_of_short(const vcl_idmap *map, const vcl_short_id *id);

/* The slot of the id that is sought, or the empty one where it belongs. There are slots. */
struct vcl_idmap_slot *vcl_idmap_slot_of(const vcl_idmap *map, const vcl_idmap_key *sought);

/* Keeps the table at most three quarters full after `more` ids. */
vcl_status vcl_idmap_make_room(vcl_idmap *map, size_t more, vcl_error *err);

/* Gives an id that is not there the next number, but no slot. */
vcl_status vcl_idmap_add_short(vcl_idmap *map, const vcl_short_id *id, vcl_error *err);

/* May an id that has no slot be in the row? */
bool vcl_idmap_may_be_in_row(const vcl_idmap *map, const vcl_idmap_key *key);

/* Gives the ids of the row their slots. */
vcl_status vcl_idmap_give_up_row(vcl_idmap *map, vcl_error *err);

/* The row must not pass the id of that number, which is slotted. */
void vcl_idmap_limit_row(vcl_idmap *map, uint32_t slotted);

#endif
