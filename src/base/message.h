/* Messages by id, in both languages: messages.def is their only home. */
#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

#include <vclink/message.h>

#include "base/text.h"

typedef enum vcl_message {
#define MESSAGE(id, english, vietnamese) VCL_MSG_##id,
#include "base/messages.def"
#undef MESSAGE
    VCL_MESSAGE_COUNT
} vcl_message;

/* The template of a message, such as "unknown node {0}"; static. */
const char *vcl_message_template(vcl_message message, vcl_language language);

/* Appends the message with {0} … {9} replaced by `arguments` (NULL ones by nothing), which are made
 * visible (vcl_text_add_visible). */
void vcl_message_format(vcl_text *out, vcl_message message, vcl_language language,
                        const char *const *arguments, size_t count);

#endif
