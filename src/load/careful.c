/* Reads records with jansson. */
#include "load/careful.h"

#include "base/try.h"
#include "load/careful_parts.h"
#include "load/parse.h"

void vcl_careful_init(vcl_careful *careful, vcl_builder *builder, vcl_diagnostics *diagnostics)
{
    *careful = (vcl_careful){ .builder = builder, .reader.diagnostics = diagnostics };
    vcl_array_init(&careful->node_products, sizeof(vcl_node_product));
    vcl_array_init(&careful->link_products, sizeof(vcl_link_product));
    vcl_array_init(&careful->certificates, sizeof(vcl_slice));
    vcl_array_init(&careful->requires, sizeof(vcl_slice));
    vcl_array_init(&careful->listed, sizeof(vcl_listed_product));
}

void vcl_careful_release(vcl_careful *careful)
{
    vcl_array_release(&careful->listed);
    vcl_array_release(&careful->requires);
    vcl_array_release(&careful->certificates);
    vcl_array_release(&careful->link_products);
    vcl_array_release(&careful->node_products);
    vcl_arena_release(&careful->reader.texts);
}

void vcl_careful_keep(const vcl_field *field, vcl_array *array, const void *item)
{
    if (vcl_array_add(array, item, NULL) != VCL_OK) {
        vcl_diagnostics_fail(field->reader->diagnostics);
    }
}

void vcl_careful_texts(vcl_array *items, vcl_field field)
{
    items->count = 0;
    if (!vcl_field_is_array(field)) {
        return;
    }
    for (size_t i = 0; i < json_array_size(field.value); i++) {
        vcl_slice text = vcl_field_text(vcl_field_element(&field, i));
        if (text.size > 0) {
            vcl_careful_keep(&field, items, &text);
        }
    }
}

bool vcl_careful_begin(const vcl_field *field, uint64_t *errors)
{
    *errors = vcl_diagnostics_errors(field->reader->diagnostics);
    return vcl_field_is_object(*field);
}

bool vcl_careful_is_wrong(const vcl_field *field, uint64_t errors)
{
    return vcl_diagnostics_errors(field->reader->diagnostics) > errors;
}

static vcl_status read_part(vcl_careful *careful, vcl_part part, const vcl_field *field,
                            vcl_position at, vcl_error *err)
{
    switch (part) {
    case VCL_PART_NODES:
        return vcl_careful_node(careful, field, at, err);
    case VCL_PART_LINKS:
    case VCL_PART_EDGES:
        return vcl_careful_link(careful, field, at, part == VCL_PART_EDGES, err);
    case VCL_PART_PRODUCTS:
        return vcl_careful_product(careful, field, at, err);
    case VCL_PART_PLACES:
        return vcl_careful_place(careful, field, at, err);
    case VCL_PART_GRAPH:
        return vcl_careful_graph(careful, field, err);
    default:
        vcl_careful_header(part, field);
        return VCL_OK;
    }
}

/* The members of a line: a record by its kind, or what a document's header says. */
static const struct {
    const char *key;
    vcl_part part;
} line_members[] = {
    { "node", VCL_PART_NODES },
    { "link", VCL_PART_LINKS },
    { "product", VCL_PART_PRODUCTS },
    { "place", VCL_PART_PLACES },
    { "graph", VCL_PART_GRAPH },
    { "format", VCL_PART_FORMAT },
    { "version", VCL_PART_VERSION },
    { "directed", VCL_PART_DIRECTED },
    { "multigraph", VCL_PART_MULTIGRAPH },
};

static vcl_status read_line(vcl_careful *careful, const vcl_field *line, vcl_position at,
                            vcl_error *err)
{
    vcl_status status = VCL_OK;
    bool is_known = false;

    if (!json_is_object(line->value)) {
        line->reader->diagnostics->unreadable = true;
        vcl_field_report(line, VCL_PROBLEM_JSON_SYNTAX, VCL_MSG_NOT_OBJECT, NULL);
        return VCL_OK;
    }
    for (size_t i = 0; i < sizeof line_members / sizeof line_members[0]; i++) {
        vcl_field field = vcl_field_at(line, line_members[i].key);
        if (field.value != NULL) {
            is_known = true;
            TRY(read_part(careful, line_members[i].part, &field, at, err));
        }
    }
    if (!is_known) {
        vcl_diagnostics_add(
            line->reader->diagnostics,
            &(vcl_fault){ .code = VCL_PROBLEM_UNKNOWN_RECORD, .message = VCL_MSG_UNKNOWN_RECORD });
    }
done:
    return status;
}

/* The member of a document that should be an array, and is something else. */
static void read_no_array(const vcl_field *field)
{
    if (field->value != NULL) {
        vcl_field_is_array(*field);
        field->reader->diagnostics->unreadable = true;
    }
}

static vcl_status read_member(vcl_careful *careful, const vcl_record *record,
                              const vcl_field *field, vcl_error *err)
{
    if (vcl_part_is_array(record->part)) {
        if (record->is_element) {
            return read_part(careful, record->part, field, record->at, err);
        }
        read_no_array(field);
        return VCL_OK;
    }
    if (record->part == VCL_PART_LINE) {
        return read_line(careful, field, record->at, err);
    }
    if (record->part < VCL_PART_UNKNOWN && field->value != NULL) {
        return read_part(careful, record->part, field, record->at, err);
    }
    return VCL_OK;
}

vcl_status vcl_careful_read(vcl_careful *careful, const vcl_record *record, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_diagnostics *diagnostics = careful->reader.diagnostics;
    json_t *json = vcl_parse_record(diagnostics, record);
    vcl_record_path path;
    vcl_field field = { .reader = &careful->reader, .path.key = "" };

    if (json != NULL) {
        vcl_record_path_init(&path, record);
        if (path.end != NULL) {
            field.path = *path.end;
        }
        field.value = json_is_null(json) && !record->is_element ? NULL : json;
        TRY(read_member(careful, record, &field, err));
    }
    TRY(vcl_diagnostics_status(diagnostics, err));
done:
    vcl_arena_release(&careful->reader.texts);
    json_decref(json);
    return status;
}
