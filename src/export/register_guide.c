/* The guide to the registers. */
#include "export/register_guide.h"

#include <string.h>

#include "base/message.h"
#include "base/try.h"

/* In words: what a cell takes. */
static vcl_message takes_message(vcl_takes takes)
{
    static const vcl_message messages[] = {
        [VCL_TAKES_ID] = VCL_MSG_GUIDE_TAKES_ID,
        [VCL_TAKES_NAME] = VCL_MSG_GUIDE_TAKES_TEXT,
        [VCL_TAKES_TEXT] = VCL_MSG_GUIDE_TAKES_TEXT,
        [VCL_TAKES_TEXTS] = VCL_MSG_GUIDE_TAKES_TEXTS,
        [VCL_TAKES_TAX_CODE] = VCL_MSG_GUIDE_TAKES_TAX_CODE,
        [VCL_TAKES_KIND] = VCL_MSG_GUIDE_TAKES_WORD,
        [VCL_TAKES_STATUS] = VCL_MSG_GUIDE_TAKES_WORD,
        [VCL_TAKES_LINK_KIND] = VCL_MSG_GUIDE_TAKES_WORD,
        [VCL_TAKES_LINK_STATUS] = VCL_MSG_GUIDE_TAKES_WORD,
        [VCL_TAKES_CONTRACT] = VCL_MSG_GUIDE_TAKES_WORD,
        [VCL_TAKES_FLAG] = VCL_MSG_GUIDE_TAKES_WORD,
        [VCL_TAKES_COUNT] = VCL_MSG_GUIDE_TAKES_COUNT,
        [VCL_TAKES_MASS] = VCL_MSG_GUIDE_TAKES_NUMBER,
        [VCL_TAKES_MONEY] = VCL_MSG_GUIDE_TAKES_NUMBER,
        [VCL_TAKES_AREA] = VCL_MSG_GUIDE_TAKES_NUMBER,
        [VCL_TAKES_LATITUDE] = VCL_MSG_GUIDE_TAKES_NUMBER,
        [VCL_TAKES_LONGITUDE] = VCL_MSG_GUIDE_TAKES_NUMBER,
        [VCL_TAKES_STARS] = VCL_MSG_GUIDE_TAKES_STARS,
        [VCL_TAKES_DATE] = VCL_MSG_GUIDE_TAKES_DATE,
        [VCL_TAKES_END_DATE] = VCL_MSG_GUIDE_TAKES_DATE,
        [VCL_TAKES_FOUNDED] = VCL_MSG_GUIDE_TAKES_FOUNDED,
        [VCL_TAKES_PLACE] = VCL_MSG_GUIDE_TAKES_PLACE,
        [VCL_TAKES_PARENT] = VCL_MSG_GUIDE_TAKES_PLACE,
        [VCL_TAKES_PRODUCT] = VCL_MSG_GUIDE_TAKES_PRODUCT,
        [VCL_TAKES_PRODUCTS] = VCL_MSG_GUIDE_TAKES_PRODUCTS,
        [VCL_TAKES_PARTY] = VCL_MSG_GUIDE_TAKES_PARTY,
        [VCL_TAKES_PARTY_ID] = VCL_MSG_GUIDE_TAKES_ID,
        [VCL_TAKES_SELLER] = VCL_MSG_GUIDE_TAKES_PARTY,
        [VCL_TAKES_SELLER_ID] = VCL_MSG_GUIDE_TAKES_ID,
        [VCL_TAKES_SELLER_TAX_CODE] = VCL_MSG_GUIDE_TAKES_TAX_CODE,
        [VCL_TAKES_BUYER] = VCL_MSG_GUIDE_TAKES_PARTY,
        [VCL_TAKES_BUYER_ID] = VCL_MSG_GUIDE_TAKES_ID,
        [VCL_TAKES_BUYER_TAX_CODE] = VCL_MSG_GUIDE_TAKES_TAX_CODE,
        [VCL_TAKES_ORGANISATION] = VCL_MSG_GUIDE_TAKES_PARTY,
        [VCL_TAKES_ORGANISATION_ID] = VCL_MSG_GUIDE_TAKES_ID,
    };

    return messages[takes];
}

/* The words of a list, or in general. */
static void add_takes(vcl_text *out, vcl_register_field field, vcl_language language)
{
    vcl_takes takes = vcl_register_field_at(field)->takes;
    const char *const *words = vcl_registers_words(field);

    for (size_t i = 0; words != NULL && words[i] != NULL; i++) {
        vcl_text_add(out, i > 0 ? " | " : "");
        vcl_text_add(out, vcl_term_label(words[i], language));
    }
    if (words == NULL) {
        vcl_text_add(out, vcl_message_template(takes_message(takes), language));
    }
}

static vcl_status give_field(const vcl_registers *registers, vcl_register_field field,
                             vcl_language language, vcl_guide_take *take, void *context,
                             vcl_error *err)
{
    vcl_status status = VCL_OK;
    const vcl_register_field_definition *definition = vcl_register_field_at(field);
    vcl_text own = { 0 };
    vcl_text other = { 0 };
    vcl_text takes = { 0 };

    vcl_registers_heading(&own, registers, field, language);
    vcl_registers_heading(&other, registers, field, (vcl_language)!language);
    add_takes(&takes, field, language);
    TRY(vcl_text_status(&own, err));
    TRY(vcl_text_status(&other, err));
    TRY(vcl_text_status(&takes, err));
    const char *const cells[VCL_GUIDE_CELLS] = {
        [VCL_GUIDE_SHEET] = vcl_register_at(definition->owner)->title[registers->language],
        [VCL_GUIDE_COLUMN] = own.bytes,
        [VCL_GUIDE_OTHER] = other.bytes,
        [VCL_GUIDE_NEEDED] = definition->use == VCL_FIELD_KEY ? "*" : NULL,
        [VCL_GUIDE_TAKES] = takes.bytes,
        [VCL_GUIDE_MEANING] = definition->meaning[language],
        [VCL_GUIDE_EXAMPLE] = definition->example[language],
    };
    take(context, VCL_GUIDE_FIELD, cells);
done:
    vcl_text_release(&takes);
    vcl_text_release(&other);
    vcl_text_release(&own);
    return status;
}

static void give_beginning(vcl_language language, bool has_examples, vcl_guide_take *take,
                           void *context)
{
    static const vcl_message steps[VCL_GUIDE_STEPS] = {
        VCL_MSG_GUIDE_ROWS,   VCL_MSG_GUIDE_NEEDED,  VCL_MSG_GUIDE_ORDER,   VCL_MSG_GUIDE_TEXTS,
        VCL_MSG_GUIDE_IMPORT, VCL_MSG_GUIDE_SECRETS, VCL_MSG_GUIDE_EXAMPLE,
    };
    static const vcl_message headings[VCL_GUIDE_CELLS] = {
        VCL_MSG_XLSX_SHEET,          VCL_MSG_GUIDE_HEADING,       VCL_MSG_GUIDE_OTHER_HEADING,
        VCL_MSG_GUIDE_NEEDED_SHORT,  VCL_MSG_GUIDE_TAKES_HEADING, VCL_MSG_XLSX_DEFINED_MEANING,
        VCL_MSG_GUIDE_EXAMPLE_SHORT,
    };
    const char *cells[VCL_GUIDE_CELLS] = { vcl_message_template(VCL_MSG_GUIDE_TITLE, language) };

    take(context, VCL_GUIDE_TITLE, cells);
    for (size_t i = 0; i < VCL_GUIDE_STEPS; i++) {
        cells[0] = vcl_message_template(steps[i], language);
        if (has_examples || steps[i] != VCL_MSG_GUIDE_EXAMPLE) {
            take(context, VCL_GUIDE_STEP, cells);
        }
    }
    for (size_t i = 0; i < VCL_GUIDE_CELLS; i++) {
        cells[i] = vcl_message_template(headings[i], language);
    }
    take(context, VCL_GUIDE_HEADINGS, cells);
}

vcl_status vcl_registers_guide(const vcl_registers *registers, vcl_language language,
                               bool has_examples, vcl_guide_take *take, void *context,
                               vcl_error *err)
{
    vcl_status status = VCL_OK;

    give_beginning(language, has_examples, take, context);
    for (vcl_register i = 0; i < VCL_REGISTER_COUNT; i++) {
        const char *const cells[VCL_GUIDE_CELLS] = {
            [VCL_GUIDE_SHEET] = vcl_register_at(i)->title[registers->language],
            [VCL_GUIDE_MEANING] = vcl_register_at(i)->meaning[language],
        };
        take(context, VCL_GUIDE_REGISTER, cells);
        for (vcl_register_field k = vcl_register_first(i); k < vcl_register_end(i); k++) {
            if (vcl_registers_shows(k)) {
                TRY(give_field(registers, k, language, take, context, err));
            }
        }
    }
done:
    return status;
}
