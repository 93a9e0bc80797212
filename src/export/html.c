/* html: the report, one file that holds its page, its scripts and its data and loads nothing. */
#include "export/exporter.h"

#include "base/error.h"
#include "base/message.h"
#include "base/try.h"
#include "export/html_data.h"
#include "export/html_escape.h"
#include "export/page.h"
#include "model/table.h"

/* Appends a message as text of HTML. */
static void add_message(vcl_text *out, vcl_message message, vcl_language language,
                        const char *argument)
{
    vcl_text sentence = { 0 };

    vcl_message_format(&sentence, message, language, &argument, 1);
    out->failed = out->failed || sentence.failed;
    vcl_html_add_text(out, (vcl_slice){ sentence.bytes, sentence.size });
    vcl_text_release(&sentence);
}

static void add_title(vcl_text *out, const vcl_result *result, vcl_language language)
{
    add_message(out,
                result->dataset_name != NULL ? VCL_MSG_REPORT_TITLE : VCL_MSG_REPORT_TITLE_UNNAMED,
                language, result->dataset_name);
}

/* Whoever sees it may have got the file from somebody who speaks the other language. */
static void add_noscript(vcl_text *out)
{
    static const char *const tags[] = { "<p lang=\"en\">", "<p lang=\"vi\">" };

    for (int language = VCL_VIETNAMESE; language >= VCL_ENGLISH; language--) {
        vcl_text_add(out, tags[language]);
        add_message(out, VCL_MSG_REPORT_NEEDS_SCRIPT, (vcl_language)language, NULL);
        vcl_text_add(out, "</p>");
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
        add_noscript(&out);
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
