/* How places become known, and are found: for the files of the gazetteer. */
#ifndef IMPORT_GAZETTEER_PARTS_H
#define IMPORT_GAZETTEER_PARTS_H

#include "import/gazetteer.h"

enum { VCL_PATH_PARTS = 8 };

/* A place as a row states it, with what it lies in. */
typedef struct vcl_path_part {
    vcl_register_field field; /* of the cell it stands in */
    vcl_slice text;
    vcl_place_name own;
    uint32_t bare; /* in gazetteer->bare */
} vcl_path_part;

typedef struct vcl_path {
    vcl_path_part parts[VCL_PATH_PARTS]; /* the smallest first */
    size_t count;
} vcl_path;

/* The number of a name without the word of its level, in gazetteer->bare. VCL_ERROR_MEMORY. */
vcl_status vcl_gazetteer_number(vcl_gazetteer *gazetteer, vcl_slice key, uint32_t *out,
                                vcl_error *err);

/* Appends the parts of a cell, which may hold several with commas between them; `levels` are those
 * of its column. VCL_ERROR_MEMORY. */
vcl_status vcl_path_add(vcl_gazetteer *gazetteer, vcl_path *path, const vcl_entry *entry,
                        unsigned levels, vcl_error *err);

/* Finds the path of every row: all that it says of its place. Rows of a register that say the same
 * share one. VCL_ERROR_MEMORY. */
vcl_status vcl_paths_read(vcl_gazetteer *gazetteer, const vcl_draft *draft, vcl_error *err);

uint32_t vcl_paths_count(const vcl_gazetteer *gazetteer);
void vcl_paths_get(const vcl_gazetteer *gazetteer, uint32_t number, vcl_path *out);

/* Which place of all (`within` VCL_NONE) or of those right in `within` a part means: the one whose
 * word is the same, else the one that fits. VCL_NONE: none or, then *several, more than one. */
uint32_t vcl_gazetteer_find(const vcl_gazetteer *gazetteer, const vcl_path_part *part,
                            uint32_t within, bool *several);

/* The same where the parts from `start` on say what it lies in. */
uint32_t vcl_gazetteer_find_path(const vcl_gazetteer *gazetteer, const vcl_path *path, size_t start,
                                 bool *several);

/* Could the part mean the place? */
bool vcl_gazetteer_fits(const vcl_place_draft *place, const vcl_path_part *part);

/* Adds a place, known by its name, but by no id yet. VCL_ERROR_MEMORY. */
vcl_status vcl_gazetteer_add(vcl_gazetteer *gazetteer, const vcl_place_draft *place,
                             vcl_error *err);

/* Gives ids to those that have none, and makes all known by them. VCL_ERROR_MEMORY. */
vcl_status vcl_gazetteer_index(vcl_gazetteer *gazetteer, vcl_draft *draft, vcl_error *err);

/* Reads the register of places. VCL_ERROR_MEMORY. */
vcl_status vcl_gazetteer_declare(vcl_gazetteer *gazetteer, vcl_draft *draft, vcl_error *err);

/* Makes places of all that rows name, where there is no register of them. VCL_ERROR_MEMORY. */
vcl_status vcl_gazetteer_gather(vcl_gazetteer *gazetteer, vcl_draft *draft, vcl_error *err);

#endif
