/* The end of the first sheet: which sheets there are, and what each is for. */
#include <stdio.h>
#include <string.h>

#include "export/xlsx_cover.h"

static vcl_message purpose_of(const char *table)
{
    static const struct {
        const char *table;
        vcl_message purpose;
    } purposes[] = {
        { "summary", VCL_MSG_XLSX_FOR_SUMMARY },
        { "coverage", VCL_MSG_XLSX_FOR_COVERAGE },
        { "unlinked", VCL_MSG_XLSX_FOR_UNLINKED },
        { "gaps", VCL_MSG_XLSX_FOR_GAPS },
        { "buyers", VCL_MSG_XLSX_FOR_BUYERS },
        { "critical", VCL_MSG_XLSX_FOR_CRITICAL },
        { "centrality", VCL_MSG_XLSX_FOR_CENTRALITY },
        { "dependence", VCL_MSG_XLSX_FOR_DEPENDENCE },
        { "markets", VCL_MSG_XLSX_FOR_MARKETS },
        { "contracts", VCL_MSG_XLSX_FOR_CONTRACTS },
        { "flows", VCL_MSG_XLSX_FOR_FLOWS },
        { "nodes", VCL_MSG_XLSX_FOR_NODES },
        { "links", VCL_MSG_XLSX_FOR_LINKS },
        { "places", VCL_MSG_XLSX_FOR_PLACES },
        { "products", VCL_MSG_XLSX_FOR_PRODUCTS },
        { "handled", VCL_MSG_XLSX_FOR_HANDLED },
    };

    for (size_t i = 0; i < sizeof purposes / sizeof purposes[0]; i++) {
        if (strcmp(purposes[i].table, table) == 0) {
            return purposes[i].purpose;
        }
    }
    return VCL_MESSAGE_COUNT;
}

/* Names of sheets are our own words: no quote is in them. */
static void put_sheet(vcl_cover *cover, const char *name)
{
    char link[VCL_XLSX_NAME_SIZE + 20];

    snprintf(link, sizeof link, "internal:'%s'!A1", name);
    vcl_xlsx_note(cover->xlsx, worksheet_write_url(cover->sheet, (lxw_row_t)cover->row, 0, link,
                                                   cover->xlsx->styles[VCL_XLSX_LINK]));
    vcl_cover_text(cover, 0, name, VCL_XLSX_LINK);
}

void vcl_cover_contents(vcl_cover *cover)
{
    static const vcl_message headings[] = { VCL_MSG_XLSX_SHEET, VCL_MSG_XLSX_ROWS,
                                            VCL_MSG_XLSX_FOR };
    const vcl_result *result = cover->xlsx->result;
    char name[VCL_XLSX_NAME_SIZE];

    vcl_cover_section(cover, VCL_MSG_XLSX_SHEETS, VCL_MSG_XLSX_SHEETS, headings, 3, 0x2);
    for (size_t i = 0; i < vcl_result_table_count(result); i++) {
        const vcl_table *table = vcl_result_table(result, i);
        vcl_message purpose = purpose_of(vcl_table_name(table));
        vcl_xlsx_sheet_name(name, table, 0, cover->language);
        put_sheet(cover, name);
        vcl_cover_count(cover, 1, (int64_t)vcl_exporter_rows(table, cover->xlsx->options));
        vcl_cover_text(cover, 2,
                       purpose != VCL_MESSAGE_COUNT ? vcl_cover_word(cover, purpose) : NULL,
                       VCL_XLSX_BESIDE);
        cover->row++;
    }
    put_sheet(cover, vcl_cover_word(cover, VCL_MSG_XLSX_DEFINITIONS));
    vcl_cover_text(cover, 2, vcl_cover_word(cover, VCL_MSG_XLSX_FOR_DEFINITIONS), VCL_XLSX_BESIDE);
}
