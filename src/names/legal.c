/* Legal forms in names. */
#include "names/legal.h"

#include <string.h>

const char *vcl_legal_kind(vcl_slice key)
{
    static const struct {
        const char *form;
        const char *kind;
    } forms[] = {
        { "htx", "cooperative" }, { "tht", "group" },       { "lhhtx", "union" },
        { "cty", "enterprise" },  { "dntn", "enterprise" }, { "dn", "enterprise" },
        { "hkd", "enterprise" },
    };

    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        size_t size = strlen(forms[i].form);
        if (key.size > size && key.bytes[size] == ' ' &&
            memcmp(key.bytes, forms[i].form, size) == 0) {
            return forms[i].kind;
        }
    }
    return NULL;
}

bool vcl_legal_is_organisation(const char *kind)
{
    return strcmp(kind, "group") == 0 || strcmp(kind, "cooperative") == 0 ||
           strcmp(kind, "union") == 0;
}
