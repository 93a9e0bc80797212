/* Messages by id, in both languages. */
#include "base/message.h"

#include <assert.h>
#include <string.h>

static const char *const templates[VCL_MESSAGE_COUNT][2] = {
#define MESSAGE(id, english, vietnamese) { english, vietnamese },
#include "base/messages.def"
#undef MESSAGE
};

vcl_language vcl_language_of_locale(const char *locale)
{
    return locale != NULL && strncmp(locale, "vi", 2) == 0 ? VCL_VIETNAMESE : VCL_ENGLISH;
}

const char *vcl_message_template(vcl_message message, vcl_language language)
{
    assert(message < VCL_MESSAGE_COUNT);
    return templates[message][language == VCL_VIETNAMESE ? 1 : 0];
}

static bool is_placeholder(const char *at)
{
    return at[0] == '{' && at[1] >= '0' && at[1] <= '9' && at[2] == '}';
}

void vcl_message_format(vcl_text *out, vcl_message message, vcl_language language,
                        const char *const *arguments, size_t count)
{
    const char *at = vcl_message_template(message, language);

    while (*at != '\0') {
        size_t plain = strcspn(at, "{");
        vcl_text_add_slice(out, (vcl_slice){ at, plain });
        at += plain;
        if (is_placeholder(at)) {
            size_t index = (size_t)(at[1] - '0');
            vcl_text_add_visible(out, vcl_slice_of(index < count ? arguments[index] : NULL));
            at += 3;
        } else if (*at != '\0') {
            vcl_text_add_byte(out, *at++);
        }
    }
}
