/* The careful reader of what is said of the dataset itself. */
#include <stdio.h>

#include "base/try.h"
#include "load/careful_parts.h"

static const char *const format_words[] = { "vclink" };
static const vcl_words formats = { format_words, 1, NULL, VCL_MSG_UNKNOWN_DATASET_FORMAT };

static const vcl_range versions = { -0x1p62, 0x1p62 };

static void check_version(vcl_field field)
{
    double version = vcl_field_integer(field, versions);

    if (version < 1.0 || version > 1.0) {
        vcl_field_report(&field, VCL_PROBLEM_UNSUPPORTED_VERSION, VCL_MSG_UNSUPPORTED_VERSION,
                         NULL);
    }
}

void vcl_careful_header(vcl_part part, const vcl_field *field)
{
    switch (part) {
    case VCL_PART_FORMAT:
        vcl_field_word(*field, &formats, VCL_NO_WORD);
        break;
    case VCL_PART_VERSION:
        check_version(*field);
        break;
    case VCL_PART_DIRECTED:
        if (vcl_field_flag(*field) == VCL_NO) {
            vcl_field_report(field, VCL_PROBLEM_UNDIRECTED, VCL_MSG_UNDIRECTED, NULL);
        }
        break;
    case VCL_PART_MULTIGRAPH:
        vcl_field_flag(*field);
        break;
    default:
        break;
    }
}

/* JSON Lines may bring a second one, and then it would depend on their order which holds. */
static bool is_second(vcl_careful *careful, const vcl_field *field)
{
    char line[24];
    vcl_diagnostics *diagnostics = field->reader->diagnostics;

    if (careful->graph_line == 0) {
        careful->graph_line = diagnostics->line;
        return false;
    }
    snprintf(line, sizeof line, "%llu", (unsigned long long)careful->graph_line);
    vcl_diagnostics_add(diagnostics, &(vcl_fault){ .code = VCL_PROBLEM_DUPLICATE_KEY,
                                                   .message = VCL_MSG_SECOND_GRAPH,
                                                   .path = &field->path,
                                                   .detail = line });
    return true;
}

vcl_status vcl_careful_graph(vcl_careful *careful, const vcl_field *field, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_graph_record graph = { 0 };

    if (!vcl_field_is_object(*field)) {
        return VCL_OK;
    }
    graph.name = vcl_field_text(vcl_field_at(field, "name"));
    graph.currency = vcl_field_text(vcl_field_at(field, "currency"));
    graph.source = vcl_field_text(vcl_field_at(field, "source"));
    graph.as_of = vcl_field_date(vcl_field_at(field, "as_of"));
    TRY(vcl_diagnostics_status(field->reader->diagnostics, err));
    if (!is_second(careful, field)) {
        TRY(vcl_builder_add_graph(careful->builder, &graph, err));
    }
done:
    return status;
}
