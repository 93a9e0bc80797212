/* Relationships: xl/_rels/workbook.xml.rels for xl/workbook.xml. */
#include "sheet/xlsx_relations.h"

#include <string.h>

#include "base/error.h"
#include "base/try.h"

typedef struct relation_list {
    vcl_slice folder; /* of the part that refers, with its slash */
    vcl_arena *arena;
    vcl_array *out;
    const char *path;
} relation_list;

static vcl_slice folder_of(const char *part)
{
    const char *slash = strrchr(part, '/');

    return (vcl_slice){ part, slash != NULL ? (size_t)(slash - part) + 1 : 0 };
}

/* Takes the last folder off "xl/worksheets/". */
static void leave_folder(vcl_text *path)
{
    if (path->size > 0) {
        path->size--;
    }
    while (path->size > 0 && path->bytes[path->size - 1] != '/') {
        path->size--;
    }
}

/* The part that a target such as "../sheet.xml" or "/xl/sheet.xml" names. */
static vcl_status resolve(const relation_list *relations, const char *target, const char **out,
                          vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text path = { 0 };

    vcl_text_add_slice(&path, *target == '/' ? (vcl_slice){ 0 } : relations->folder);
    while (*target != '\0' && !path.failed) {
        size_t size = strcspn(target, "/");
        if (size == 2 && strncmp(target, "..", 2) == 0) {
            leave_folder(&path);
        } else if (size > 0 && !(size == 1 && *target == '.')) {
            vcl_text_add_slice(&path, (vcl_slice){ target, size });
            vcl_text_add(&path, target[size] == '/' ? "/" : "");
        }
        target += size + (target[size] == '/' ? 1 : 0);
    }
    TRY(vcl_text_status(&path, err));
    TRY(vcl_arena_copy(relations->arena, (vcl_slice){ path.bytes, path.size }, out, err));
done:
    vcl_text_release(&path);
    return status;
}

static vcl_status begin_element(void *context, const char *name, const char **attributes,
                                vcl_error *err)
{
    vcl_status status = VCL_OK;
    relation_list *relations = context;
    const char *id = vcl_xlsx_attribute(attributes, "Id");
    const char *type = vcl_xlsx_attribute(attributes, "Type");
    const char *target = vcl_xlsx_attribute(attributes, "Target");
    const char *mode = vcl_xlsx_attribute(attributes, "TargetMode");
    vcl_xlsx_relation relation = { 0 };

    if (strcmp(name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL ||
        (mode != NULL && strcmp(mode, "External") == 0)) {
        return VCL_OK;
    }
    if (relations->out->count == VCL_XLSX_MOST_PARTS) {
        return vcl_fail(err, VCL_ERROR_INPUT, VCL_MSG_SHEET_MANY_PARTS, relations->path, NULL);
    }
    const char *slash = strrchr(type, '/');
    TRY(vcl_arena_copy(relations->arena, vcl_slice_of(id), &relation.id, err));
    TRY(vcl_arena_copy(relations->arena, vcl_slice_of(slash != NULL ? slash + 1 : type),
                       &relation.type, err));
    TRY(resolve(relations, target, &relation.target, err));
    TRY(vcl_array_add(relations->out, &relation, err));
done:
    return status;
}

/* "xl/_rels/workbook.xml.rels" of "xl/workbook.xml". */
static void add_name(vcl_text *out, const char *source)
{
    vcl_slice folder = folder_of(source);

    vcl_text_add_slice(out, folder);
    vcl_text_add(out, "_rels/");
    vcl_text_add(out, source + folder.size);
    vcl_text_add(out, ".rels");
}

vcl_status vcl_xlsx_read_relations(vcl_xlsx_archive *archive, const char *source, vcl_arena *arena,
                                   vcl_array *out, vcl_error *err)
{
    static const vcl_xlsx_handlers handlers = { begin_element, NULL, NULL };
    vcl_status status = VCL_OK;
    relation_list relations = {
        .folder = folder_of(source), .arena = arena, .out = out, .path = archive->path
    };
    vcl_text name = { 0 };

    add_name(&name, source);
    TRY(vcl_text_status(&name, err));
    if (vcl_xlsx_archive_find(archive, name.bytes) != NULL) {
        TRY(vcl_xlsx_walk(archive, name.bytes, &handlers, &relations, err));
    }
done:
    vcl_text_release(&name);
    return status;
}

const vcl_xlsx_relation *vcl_xlsx_relation_of_type(const vcl_array *relations, const char *type)
{
    const vcl_xlsx_relation *items = relations->items;

    for (size_t i = 0; i < relations->count; i++) {
        if (strcmp(items[i].type, type) == 0) {
            return &items[i];
        }
    }
    return NULL;
}

const vcl_xlsx_relation *vcl_xlsx_relation_of_id(const vcl_array *relations, const char *id)
{
    const vcl_xlsx_relation *items = relations->items;

    for (size_t i = 0; i < relations->count; i++) {
        if (strcmp(items[i].id, id) == 0) {
            return &items[i];
        }
    }
    return NULL;
}
