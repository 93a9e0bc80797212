/* Lists to choose from in a workbook of registers: our words stop all others, products, places and
 * parties come from their own sheets and leave other texts possible. */
#include <stdio.h>

#include "base/message.h"
#include "export/xlsx_registers.h"

/* The field whose cells are offered for one that refers to others; false where there is none. */
static bool offered_for(vcl_takes takes, vcl_register_field *out)
{
    static const struct {
        vcl_takes takes;
        vcl_register_field offered;
    } all[] = {
        { VCL_TAKES_PLACE, VCL_FIELD_PLACES_NAME },
        { VCL_TAKES_PARENT, VCL_FIELD_PLACES_NAME },
        { VCL_TAKES_PRODUCT, VCL_FIELD_PRODUCTS_NAME },
        { VCL_TAKES_PRODUCTS, VCL_FIELD_PRODUCTS_NAME },
        { VCL_TAKES_SELLER, VCL_FIELD_ORGANISATIONS_NAME },
        { VCL_TAKES_SELLER_ID, VCL_FIELD_ORGANISATIONS_ID },
        { VCL_TAKES_BUYER, VCL_FIELD_ENTERPRISES_NAME },
        { VCL_TAKES_BUYER_ID, VCL_FIELD_ENTERPRISES_ID },
        { VCL_TAKES_ORGANISATION, VCL_FIELD_ORGANISATIONS_NAME },
        { VCL_TAKES_ORGANISATION_ID, VCL_FIELD_ORGANISATIONS_ID },
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (all[i].takes == takes) {
            *out = all[i].offered;
            return true;
        }
    }
    return false;
}

/* All rows below the heading. */
static void validate(const vcl_register_sheet *sheet, size_t column, lxw_data_validation *rule)
{
    vcl_xlsx_note(sheet->xlsx,
                  worksheet_data_validation_range(sheet->sheet, 1, (lxw_col_t)column,
                                                  VCL_XLSX_ROWS - 1, (lxw_col_t)column, rule));
}

/* The list stops what is not in it. */
static void offer_words(const vcl_register_sheet *sheet, size_t column, const char *const *words)
{
    enum { most = 8 };
    vcl_language language = sheet->registers->language;
    const char *labels[most] = { NULL };
    char message[256];

    for (size_t i = 0; i + 1 < most && words[i] != NULL; i++) {
        labels[i] = vcl_term_label(words[i], language);
    }
    vcl_text_cut(message, sizeof message,
                 vcl_slice_of(vcl_message_template(VCL_MSG_REGISTER_NOT_A_WORD, language)));
    lxw_data_validation rule = { .validate = LXW_VALIDATION_TYPE_LIST,
                                 .value_list = (char **)labels,
                                 .error_message = message };
    validate(sheet, column, &rule);
}

/* The list is as long as its column is filled; other texts stay possible. A cell of several is
 * never questioned. */
static void offer_cells(const vcl_register_sheet *sheet, size_t column, vcl_takes takes,
                        vcl_register_field offered)
{
    vcl_language language = sheet->registers->language;
    vcl_register owner = vcl_register_field_at(offered)->owner;
    const char *title = vcl_register_at(owner)->title[language];
    vcl_text formula = { 0 };
    vcl_text message = { 0 };
    char cells[64];

    snprintf(cells, sizeof cells, "!$%c$2", (char)('A' + (int)vcl_registers_column(offered)));
    vcl_text_add(&formula, "=OFFSET('");
    vcl_text_add(&formula, title);
    vcl_text_add(&formula, "'");
    vcl_text_add(&formula, cells);
    vcl_text_add(&formula, ",0,0,MAX(1,COUNTA('");
    vcl_text_add(&formula, title);
    vcl_text_add(&formula, "'");
    vcl_text_add(&formula, cells);
    snprintf(cells, sizeof cells, ":$%c$%d)),1)", (char)('A' + (int)vcl_registers_column(offered)),
             VCL_XLSX_ROWS);
    vcl_text_add(&formula, cells);
    vcl_message_format(&message, VCL_MSG_REGISTER_NOT_LISTED, language,
                       (const char *const[]){ title }, 1);
    if (!formula.failed && !message.failed) {
        lxw_data_validation rule = { .validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
                                     .value_formula = formula.bytes,
                                     .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
                                     .error_message = message.bytes };
        rule.show_error = takes == VCL_TAKES_PRODUCTS ? LXW_VALIDATION_OFF : LXW_VALIDATION_ON;
        validate(sheet, column, &rule);
    }
    sheet->xlsx->scratch.failed |= formula.failed || message.failed;
    vcl_text_release(&message);
    vcl_text_release(&formula);
}

void vcl_xlsx_add_lists(const vcl_register_sheet *sheet)
{
    for (vcl_register_field i = vcl_register_first(sheet->number);
         i < vcl_register_end(sheet->number); i++) {
        const char *const *words = vcl_registers_words(i);
        vcl_takes takes = vcl_register_field_at(i)->takes;
        vcl_register_field offered = VCL_FIELD_COUNT;
        if (!vcl_registers_shows(i)) {
            continue;
        }
        if (words != NULL) {
            offer_words(sheet, vcl_registers_column(i), words);
        } else if (offered_for(takes, &offered)) {
            offer_cells(sheet, vcl_registers_column(i), takes, offered);
        }
    }
}
