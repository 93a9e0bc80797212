/* A workbook: its list of sheets, then its strings and styles, then each sheet. */
#include "sheet/xlsx.h"

#include <string.h>

#include "base/error.h"
#include "base/try.h"
#include "sheet/build.h"
#include "sheet/xlsx_relations.h"
#include "sheet/xlsx_sheet.h"
#include "sheet/xlsx_styles.h"
#include "sheet/xlsx_text.h"

/* A sheet as the workbook lists it. */
typedef struct listed_sheet {
    const char *name;
    const char *relation; /* its id */
    bool is_hidden;
} listed_sheet;

typedef struct xlsx_reader {
    vcl_xlsx_archive archive;
    vcl_workbook *workbook;
    const char *part; /* that of the workbook */
    vcl_array relations; /* of vcl_xlsx_relation: of the archive, then of the workbook */
    vcl_array sheets; /* of listed_sheet */
    vcl_xlsx_shared shared;
    vcl_arena texts; /* that are needed only while reading */
    bool is_workbook; /* as its first element says */
} xlsx_reader;

bool vcl_xlsx_is_archive(vcl_slice bytes)
{
    return bytes.size >= 4 && memcmp(bytes.bytes, "PK", 2) == 0 &&
           (memcmp(bytes.bytes + 2, "\3\4", 2) == 0 || memcmp(bytes.bytes + 2, "\5\6", 2) == 0);
}

static vcl_status fail(const xlsx_reader *reader, vcl_message message, vcl_error *err)
{
    return vcl_fail(err, VCL_ERROR_INPUT, message, reader->archive.path, NULL);
}

/* Takes the archive's own relation to the workbook. */
static vcl_status find_workbook(xlsx_reader *reader, vcl_error *err)
{
    vcl_status status = VCL_OK;

    if (vcl_xlsx_archive_find(&reader->archive, "mimetype") != NULL &&
        vcl_xlsx_archive_find(&reader->archive, "content.xml") != NULL) {
        return fail(reader, VCL_MSG_SHEET_OPEN_DOCUMENT, err);
    }
    TRY(vcl_xlsx_read_relations(&reader->archive, "", &reader->texts, &reader->relations, err));
    const vcl_xlsx_relation *found =
        vcl_xlsx_relation_of_type(&reader->relations, "officeDocument");
    if (found == NULL) {
        return fail(reader, VCL_MSG_SHEET_NO_WORKBOOK, err);
    }
    reader->part = found->target;
    reader->relations.count = 0;
    size_t size = strlen(reader->part);
    if (size > 4 && strcmp(reader->part + size - 4, ".bin") == 0) {
        status = fail(reader, VCL_MSG_SHEET_BINARY, err);
    }
done:
    return status;
}

static vcl_status list_sheet(xlsx_reader *reader, const char **attributes, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const char *state = vcl_xlsx_attribute(attributes, "state");
    const char *id = vcl_xlsx_attribute(attributes, "id");
    listed_sheet sheet = { .is_hidden = state != NULL && strcmp(state, "visible") != 0 };

    if (reader->sheets.count == VCL_XLSX_MOST_PARTS) {
        return fail(reader, VCL_MSG_SHEET_MANY_PARTS, err);
    }
    TRY(vcl_arena_copy(&reader->texts, vcl_slice_of(vcl_xlsx_attribute(attributes, "name")),
                       &sheet.name, err));
    TRY(vcl_arena_copy(&reader->texts, vcl_slice_of(id), &sheet.relation, err));
    TRY(vcl_array_add(&reader->sheets, &sheet, err));
done:
    return status;
}

/* The first element says whether it is a workbook: documents and slides are kept alike. */
static vcl_status begin_element(void *context, const char *name, const char **attributes,
                                vcl_error *err)
{
    xlsx_reader *reader = context;

    if (!reader->is_workbook && strcmp(name, "workbook") != 0) {
        return fail(reader, VCL_MSG_SHEET_NO_WORKBOOK, err);
    }
    reader->is_workbook = true;
    if (strcmp(name, "workbookPr") == 0) {
        reader->workbook->begins_1904 = vcl_xlsx_is_true(attributes, "date1904");
    } else if (strcmp(name, "sheet") == 0) {
        return list_sheet(reader, attributes, err);
    }
    return VCL_OK;
}

static vcl_status read_shared(xlsx_reader *reader, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_xlsx_relation *strings =
        vcl_xlsx_relation_of_type(&reader->relations, "sharedStrings");
    const vcl_xlsx_relation *styles = vcl_xlsx_relation_of_type(&reader->relations, "styles");

    if (strings != NULL) {
        TRY(vcl_xlsx_read_strings(&reader->archive, strings->target, &reader->workbook->texts,
                                  &reader->shared.strings, err));
    }
    if (styles != NULL) {
        TRY(vcl_xlsx_read_styles(&reader->archive, styles->target, &reader->shared.styles, err));
    }
done:
    return status;
}

/* Sheets of charts and macros hold no cells. */
static vcl_status read_sheet(xlsx_reader *reader, const listed_sheet *listed, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_sheet *sheet = NULL;
    const vcl_xlsx_relation *relation =
        vcl_xlsx_relation_of_id(&reader->relations, listed->relation);

    if (relation == NULL) {
        return vcl_fail(err, VCL_ERROR_INPUT, VCL_MSG_SHEET_PART_MISSING, reader->archive.path,
                        listed->name);
    }
    if (strcmp(relation->type, "worksheet") != 0) {
        return VCL_OK;
    }
    TRY(vcl_build_sheet(reader->workbook, vcl_slice_of(listed->name), &sheet, err));
    sheet->is_hidden = listed->is_hidden;
    TRY(vcl_xlsx_read_sheet(&reader->archive, relation->target, &reader->shared,
                            &reader->workbook->texts, sheet, err));
done:
    return status;
}

static vcl_status read_all(xlsx_reader *reader, vcl_error *err)
{
    static const vcl_xlsx_handlers handlers = { begin_element, NULL, NULL };
    vcl_status status = VCL_OK;

    TRY(find_workbook(reader, err));
    TRY(vcl_xlsx_walk(&reader->archive, reader->part, &handlers, reader, err));
    TRY(vcl_xlsx_read_relations(&reader->archive, reader->part, &reader->texts, &reader->relations,
                                err));
    TRY(read_shared(reader, err));
    for (size_t i = 0; i < reader->sheets.count; i++) {
        TRY(read_sheet(reader, (const listed_sheet *)reader->sheets.items + i, err));
    }
done:
    return status;
}

vcl_status vcl_xlsx_read(const char *path, vcl_slice bytes, vcl_workbook *workbook, vcl_error *err)
{
    vcl_status status = VCL_OK;
    xlsx_reader reader = { .workbook = workbook };

    vcl_array_init(&reader.relations, sizeof(vcl_xlsx_relation));
    vcl_array_init(&reader.sheets, sizeof(listed_sheet));
    vcl_array_init(&reader.shared.strings, sizeof(vcl_slice));
    vcl_array_init(&reader.shared.styles, sizeof(vcl_xlsx_style));
    TRY(vcl_xlsx_archive_open(&reader.archive, path, bytes, err));
    TRY(read_all(&reader, err));
done:
    vcl_array_release(&reader.shared.styles);
    vcl_array_release(&reader.shared.strings);
    vcl_array_release(&reader.sheets);
    vcl_array_release(&reader.relations);
    vcl_arena_release(&reader.texts);
    vcl_xlsx_archive_release(&reader.archive);
    return status;
}
