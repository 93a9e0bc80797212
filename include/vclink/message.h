/* The languages of labels and messages. Keys, ids and codes are never translated. */
#ifndef VCLINK_MESSAGE_H
#define VCLINK_MESSAGE_H

#if defined(__GNUC__)
#define VCL_API __attribute__((visibility("default")))
#else
#define VCL_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef enum vcl_language {
    VCL_ENGLISH = 0,
    VCL_VIETNAMESE = 1,
} vcl_language;

/* The language that a locale name such as "vi_VN.UTF-8" asks for: Vietnamese where it begins with
 * "vi", else English. NULL is English. */
VCL_API vcl_language vcl_language_of_locale(const char *locale);

#ifdef __cplusplus
}
#endif

#endif
