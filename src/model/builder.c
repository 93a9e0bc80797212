/* A builder itself; what it takes in is in builder_lists.c, builder_nodes.c and builder_links.c,
 * the chain comes of it in finish.c. */
#include "model/builder.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/try.h"
#include "model/building.h"

static void init_namespace(vcl_namespace *names)
{
    vcl_array_init(&names->declared_line, sizeof(uint32_t));
    vcl_array_init(&names->of_record, sizeof(uint32_t));
    vcl_array_init(&names->mention_count, sizeof(uint32_t));
    vcl_array_init(&names->mentions, sizeof(vcl_mention));
}

static void release_namespace(vcl_namespace *names)
{
    vcl_array_release(&names->declared_line);
    vcl_array_release(&names->of_record);
    vcl_array_release(&names->mention_count);
    vcl_array_release(&names->mentions);
}

static vcl_status new_chain(vcl_chain **out, vcl_error *err)
{
    vcl_status status = VCL_OK;

    TRY(vcl_alloc(out, 1, sizeof **out, err));
    (*out)->as_of = VCL_NO_DATE;
    vcl_array_init(&(*out)->organisations, sizeof(uint32_t));
    vcl_array_init(&(*out)->facts, sizeof(vcl_facts));
    vcl_array_init(&(*out)->amounts, sizeof(vcl_amount));
    vcl_interns_init(&(*out)->households, sizeof(vcl_household));
    vcl_idmap_init(&(*out)->product_ids);
    vcl_idmap_init(&(*out)->place_ids);
    vcl_idmap_init(&(*out)->sectors);
    TRY(vcl_sets_init(&(*out)->sets, err));
done:
    return status;
}

vcl_status vcl_builder_new(vcl_problems *problems, vcl_builder **out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_builder *builder = NULL;

    *out = NULL;
    TRY(vcl_alloc(&builder, 1, sizeof *builder, err));
    builder->problems = problems;
    builder->threads = 1;
    vcl_interns_init(&builder->terms, sizeof(vcl_terms));
    vcl_array_init(&builder->products, sizeof(vcl_product));
    vcl_array_init(&builder->places, sizeof(vcl_place));
    vcl_array_init(&builder->positions, sizeof(vcl_document_position));
    vcl_array_init(&builder->scratch, sizeof(uint32_t));
    vcl_array_init(&builder->spare, sizeof(uint32_t));
    init_namespace(&builder->product_names);
    init_namespace(&builder->place_names);
    vcl_naming_init(&builder->naming);
    TRY(vcl_namer_new(&builder->naming, &builder->namer, err));
    builder->batch = vcl_namer_batch(builder->namer);
    TRY(new_chain(&builder->chain, err));
    *out = builder;
    builder = NULL;
done:
    vcl_builder_free(builder);
    return status;
}

void vcl_builder_free(vcl_builder *builder)
{
    if (builder == NULL) {
        return;
    }
    vcl_chain_free(builder->chain);
    vcl_namer_free(builder->namer);
    vcl_naming_release(&builder->naming);
    vcl_interns_release(&builder->terms);
    vcl_array_release(&builder->products);
    vcl_array_release(&builder->places);
    vcl_array_release(&builder->positions);
    vcl_array_release(&builder->scratch);
    vcl_twins_release(&builder->twins);
    release_namespace(&builder->product_names);
    release_namespace(&builder->place_names);
    vcl_array_release(&builder->spare);
    free(builder->moved_sets);
    free(builder->moved_places);
    free(builder->actor_of);
    free(builder->grouped_at);
    free(builder->actor_at);
    vcl_text_release(&builder->pointer);
    free(builder);
}

void vcl_builder_set_document(vcl_builder *builder, bool is_document)
{
    builder->chain->is_document = is_document;
}

void vcl_builder_set_threads(vcl_builder *builder, uint32_t threads)
{
    builder->threads = threads;
}

void vcl_builder_note_unreadable(vcl_builder *builder)
{
    builder->unreadable = true;
}

vcl_status vcl_builder_add_position(vcl_builder *builder, vcl_position at, bool in_edges,
                                    uint32_t *out, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_document_position position = { at.line, at.index & (UINT32_MAX >> 1), in_edges };

    TRY(vcl_array_add(&builder->positions, &position, err));
    *out = (uint32_t)builder->positions.count;
done:
    return status;
}

vcl_position vcl_builder_position(const vcl_builder *builder, uint32_t at)
{
    const vcl_document_position *positions = builder->positions.items;

    if (!builder->chain->is_document) {
        return (vcl_position){ .line = at, .index = VCL_NONE };
    }
    return (vcl_position){ positions[at - 1].line, positions[at - 1].index };
}

vcl_section vcl_builder_section(const vcl_builder *builder, uint32_t at)
{
    const vcl_document_position *positions = builder->positions.items;
    bool in_edges = builder->chain->is_document && positions[at - 1].in_edges;

    return in_edges ? VCL_SECTION_EDGES : VCL_SECTION_LINKS;
}

void vcl_builder_quote(vcl_text *out, const char *text)
{
    vcl_text_clear(out);
    vcl_text_add_byte(out, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\') {
            vcl_text_add_byte(out, '\\');
        }
        vcl_text_add_byte(out, *text);
    }
    vcl_text_add_byte(out, '"');
}

vcl_status vcl_builder_report(vcl_builder *builder, vcl_finding finding, vcl_section section,
                              vcl_position at, const char *field, uint32_t element, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text value = { 0 };

    if (!vcl_problems_wants(builder->problems, finding.code)) {
        vcl_problems_count_more(builder->problems, finding.code, 1);
        return VCL_OK;
    }
    vcl_pointer_to_record(&builder->pointer, builder->chain->is_document, section, at.index);
    if (field != NULL) {
        vcl_pointer_add_field(&builder->pointer, field, element);
    }
    TRY(vcl_text_status(&builder->pointer, err));
    if (finding.value != NULL) {
        vcl_builder_quote(&value, finding.value);
        TRY(vcl_text_status(&value, err));
        finding.value = value.bytes;
    }
    finding.line = at.line;
    finding.pointer = builder->pointer.bytes;
    TRY(vcl_problems_add(builder->problems, &finding, err));
done:
    vcl_text_release(&value);
    return status;
}

vcl_status vcl_builder_report_twice(vcl_builder *builder, vcl_message message, vcl_slice id,
                                    uint32_t previous, vcl_section section, vcl_position at,
                                    vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text value = { 0 };
    vcl_text line = { 0 };

    vcl_text_add_slice(&value, id);
    vcl_text_add_integer(&line, previous);
    TRY(vcl_text_status(&value, err));
    TRY(vcl_text_status(&line, err));
    TRY(vcl_builder_report(builder,
                           (vcl_finding){ .code = VCL_PROBLEM_DUPLICATE_ID,
                                          .message = message,
                                          .value = value.bytes,
                                          .detail = line.bytes },
                           section, at, "id", VCL_NONE, err));
done:
    vcl_text_release(&value);
    vcl_text_release(&line);
    return status;
}

vcl_status vcl_builder_keep(vcl_builder *builder, vcl_slice text, const char **out, vcl_error *err)
{
    *out = NULL;
    return text.size == 0 ? VCL_OK : vcl_arena_copy(&builder->chain->texts, text, out, err);
}
