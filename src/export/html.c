/* html: the report, one file that holds its page, its scripts and its data and loads nothing. */
#include "export/exporter.h"

#include "base/error.h"
#include "base/message.h"
#include "base/try.h"
#include "export/headline.h"
#include "export/html_data.h"
#include "export/html_escape.h"
#include "export/number.h"
#include "export/page.h"
#include "model/table.h"

enum { ARGUMENTS = 4 };

/* Appends a message as text of HTML. */
static void add_message(vcl_text *out, vcl_message message, vcl_language language,
                        const char *const arguments[ARGUMENTS])
{
    vcl_text sentence = { 0 };

    vcl_message_format(&sentence, message, language, arguments, ARGUMENTS);
    out->failed = out->failed || sentence.failed;
    vcl_html_add_text(out, (vcl_slice){ sentence.bytes, sentence.size });
    vcl_text_release(&sentence);
}

static void add_title(vcl_text *out, const vcl_result *result, vcl_language language)
{
    add_message(out,
                result->dataset_name != NULL ? VCL_MSG_REPORT_TITLE : VCL_MSG_REPORT_TITLE_UNNAMED,
                language, (const char *const[ARGUMENTS]){ result->dataset_name });
}

/* "No buyer for 303 of 541 cooperatives (56.0%)": the answer, for those who see nothing else. */
static void add_answer(vcl_text *out, const vcl_result *result, vcl_language language)
{
    const char *kind = vcl_headline_kind(result);
    vcl_headline_count count = { 0 };

    if (kind == NULL || !vcl_headline_count_of(result, kind, &count)) {
        return;
    }
    int64_t without = count.active - count.covered;
    vcl_number lacking = vcl_number_of_integer(without, language);
    vcl_number active = vcl_number_of_integer(count.active, language);
    vcl_number rate = vcl_number_of_rate((double)without / (double)count.active, language);
    add_message(out, without > 0 ? VCL_MSG_OVERVIEW_NO_BUYER : VCL_MSG_OVERVIEW_ALL_HAVE_ONE,
                language,
                (const char *const[ARGUMENTS]){ lacking.bytes, active.bytes,
                                                vcl_headline_noun(kind, language), rate.bytes });
    vcl_text_add(out, ".</p><p>");
}

/* Whoever sees it may have got the file from somebody who speaks the other language. */
static void add_noscript(vcl_text *out, const vcl_result *result)
{
    static const char *const tags[] = { "<div lang=\"en\"><p>", "<div lang=\"vi\"><p>" };
    static const char *const none[ARGUMENTS] = { NULL };

    for (int language = VCL_VIETNAMESE; language >= VCL_ENGLISH; language--) {
        vcl_text_add(out, tags[language]);
        add_answer(out, result, (vcl_language)language);
        add_message(out, VCL_MSG_REPORT_NEEDS_SCRIPT, (vcl_language)language, none);
        vcl_text_add(out, "</p></div>");
    }
}

/* What stands in a slot, but for the data. */
static vcl_status write_slot(vcl_page_slot slot, const vcl_result *result, vcl_language language,
                             vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_text out = { 0 };

    if (slot == VCL_PAGE_LANGUAGE) {
        vcl_text_add(&out, language == VCL_VIETNAMESE ? "vi" : "en");
    } else if (slot == VCL_PAGE_TITLE) {
        add_title(&out, result, language);
    } else if (slot == VCL_PAGE_NOSCRIPT) {
        add_noscript(&out, result);
    }
    TRY(vcl_text_status(&out, err));
    vcl_output_write(output, (vcl_slice){ out.bytes, out.size });
done:
    vcl_text_release(&out);
    return status;
}

vcl_status vcl_write_html(const vcl_result *result, const vcl_export_options *options,
                          vcl_output *output, vcl_error *err)
{
    vcl_status status = VCL_OK;

    for (size_t i = 0; i < vcl_page_part_count; i++) {
        const vcl_page_part *part = vcl_page_parts + i;
        if (part->slot == VCL_PAGE_BYTES) {
            vcl_output_write(output, (vcl_slice){ (const char *)part->bytes, part->size });
        } else if (part->slot == VCL_PAGE_DATA) {
            TRY(vcl_html_write_data(result, options, output, err));
        } else {
            TRY(write_slot(part->slot, result, options->language, output, err));
        }
    }
done:
    return status;
}
