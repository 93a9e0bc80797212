/* Walking through an XML part, by expat. */
#include "sheet/xlsx_xml.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/try.h"

enum { block_size = 65536 };

typedef struct xml_walker {
    XML_Parser parser;
    const vcl_xlsx_archive *archive;
    const char *part;
    const vcl_xlsx_handlers *handlers;
    void *context;
    unsigned depth;
    unsigned ignored; /* elements of an <extLst> that are open, itself too */
    vcl_status status; /* of the handlers */
    vcl_error *err;
} xml_walker;

static const char *local(const char *name)
{
    const char *colon = strchr(name, ':');

    return colon != NULL ? colon + 1 : name;
}

/* A failure ends the walk. */
static void note(xml_walker *walker, vcl_status status)
{
    if (walker->status == VCL_OK && status != VCL_OK) {
        walker->status = status;
        (void)XML_StopParser(walker->parser, XML_FALSE);
    }
}

/* Expat may call once more after it was stopped. */
static void XMLCALL begin_element(void *context, const char *name, const char **attributes)
{
    xml_walker *walker = context;

    walker->depth++;
    if (walker->depth > VCL_XLSX_DEEPEST) {
        note(walker, vcl_fail(walker->err, VCL_ERROR_INPUT, VCL_MSG_SHEET_TOO_DEEP,
                              walker->archive->path, walker->part));
    }
    if (walker->ignored > 0 || strcmp(local(name), "extLst") == 0) {
        walker->ignored++;
    } else if (walker->status == VCL_OK) {
        note(walker,
             walker->handlers->begin(walker->context, local(name), attributes, walker->err));
    }
}

static void XMLCALL end_element(void *context, const char *name)
{
    xml_walker *walker = context;

    walker->depth--;
    if (walker->ignored > 0) {
        walker->ignored--;
    } else if (walker->status == VCL_OK && walker->handlers->end != NULL) {
        note(walker, walker->handlers->end(walker->context, local(name), walker->err));
    }
}

static void XMLCALL add_text(void *context, const char *bytes, int size)
{
    xml_walker *walker = context;

    if (walker->ignored == 0 && walker->status == VCL_OK) {
        note(walker, walker->handlers->text(walker->context, (vcl_slice){ bytes, (size_t)size },
                                            walker->err));
    }
}

static void XMLCALL refuse_document_type(void *context, const char *name, const char *system,
                                         const char *public, int has_subset)
{
    xml_walker *walker = context;

    (void)name;
    (void)system;
    (void)public;
    (void)has_subset;
    note(walker, vcl_fail(walker->err, VCL_ERROR_INPUT, VCL_MSG_SHEET_DOCUMENT_TYPE,
                          walker->archive->path, walker->part));
}

/* Says where it is not XML: "xl/workbook.xml:12:5". */
static vcl_status fail_syntax(xml_walker *walker)
{
    vcl_status status = VCL_OK;
    vcl_text place = { 0 };

    if (walker->status != VCL_OK) {
        return walker->status;
    }
    if (XML_GetErrorCode(walker->parser) == XML_ERROR_NO_MEMORY) {
        return vcl_fail_memory(walker->err);
    }
    vcl_text_add(&place, walker->part);
    vcl_text_add_byte(&place, ':');
    vcl_text_add_integer(&place, (int64_t)XML_GetCurrentLineNumber(walker->parser));
    vcl_text_add_byte(&place, ':');
    vcl_text_add_integer(&place, (int64_t)XML_GetCurrentColumnNumber(walker->parser) + 1);
    TRY(vcl_text_status(&place, walker->err));
    status = vcl_fail(walker->err, VCL_ERROR_INPUT, VCL_MSG_SHEET_SYNTAX, walker->archive->path,
                      place.bytes);
done:
    vcl_text_release(&place);
    return status;
}

static vcl_status feed(xml_walker *walker, vcl_xlsx_archive *archive, const vcl_xlsx_part *part)
{
    vcl_status status = VCL_OK;
    int size = 1;

    while (size > 0) {
        void *buffer = XML_GetBuffer(walker->parser, block_size);
        if (buffer == NULL) {
            return vcl_fail_memory(walker->err);
        }
        TRY(vcl_xlsx_archive_next(archive, part, buffer, block_size, &size, walker->err));
        if (XML_ParseBuffer(walker->parser, size, size == 0) != XML_STATUS_OK) {
            return fail_syntax(walker);
        }
    }
done:
    return status;
}

static vcl_status walk_open(vcl_xlsx_archive *archive, const vcl_xlsx_part *part,
                            const vcl_xlsx_handlers *handlers, void *context, vcl_error *err)
{
    static const XML_Memory_Handling_Suite memory = { malloc, realloc, free };
    xml_walker walker = { .archive = archive,
                          .part = part->name,
                          .handlers = handlers,
                          .context = context,
                          .parser = XML_ParserCreate_MM(NULL, &memory, NULL),
                          .err = err };

    if (walker.parser == NULL) {
        return vcl_fail_memory(err);
    }
    XML_SetUserData(walker.parser, &walker);
    XML_SetElementHandler(walker.parser, begin_element, end_element);
    XML_SetStartDoctypeDeclHandler(walker.parser, refuse_document_type);
    if (handlers->text != NULL) {
        XML_SetCharacterDataHandler(walker.parser, add_text);
    }
    vcl_status status = feed(&walker, archive, part);
    XML_ParserFree(walker.parser);
    return status;
}

vcl_status vcl_xlsx_walk(vcl_xlsx_archive *archive, const char *name,
                         const vcl_xlsx_handlers *handlers, void *context, vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_xlsx_part *part = vcl_xlsx_archive_find(archive, name);

    if (part == NULL) {
        return vcl_fail(err, VCL_ERROR_INPUT, VCL_MSG_SHEET_PART_MISSING, archive->path, name);
    }
    TRY(vcl_xlsx_archive_begin(archive, part, err));
    status = walk_open(archive, part, handlers, context, err);
    vcl_xlsx_archive_end(archive);
done:
    return status;
}

const char *vcl_xlsx_attribute(const char **attributes, const char *name)
{
    for (; *attributes != NULL; attributes += 2) {
        if (strcmp(local(*attributes), name) == 0) {
            return attributes[1];
        }
    }
    return NULL;
}

bool vcl_xlsx_is_true(const char **attributes, const char *name)
{
    const char *value = vcl_xlsx_attribute(attributes, name);

    return value != NULL && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

bool vcl_xlsx_integer(const char *text, uint32_t most, uint32_t *out)
{
    uint64_t value = 0;

    if (text == NULL || *text == '\0') {
        return false;
    }
    for (; *text != '\0'; text++) {
        if (*text < '0' || *text > '9' || value > most) {
            return false;
        }
        value = value * 10 + (uint64_t)(*text - '0');
    }
    *out = (uint32_t)value;
    return value <= most;
}
