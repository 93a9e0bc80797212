/* Where a JSON value ends, found without building it. */
#include "load/extent.h"

static void begin(vcl_extent *extent, char first)
{
    extent->in_string = first == '"';
    extent->depth = first == '{' || first == '[' ? 1 : 0;
    extent->size = vcl_extent_is_open(extent) ? 1 : 0;
}

static bool ends_word(char byte)
{
    switch (byte) {
    case ',':
    case ':':
    case '"':
    case '{':
    case '}':
    case '[':
    case ']':
    case ' ':
    case '\t':
    case '\r':
    case '\n':
        return true;
    default:
        return false;
    }
}

static bool pass_word(vcl_extent *extent, vcl_slice bytes)
{
    while (extent->size < bytes.size && !ends_word(bytes.bytes[extent->size])) {
        extent->size++;
    }
    return extent->size < bytes.size;
}

/* Goes on within a string, over its closing quotation mark if that is there. */
static void pass_string(vcl_extent *extent, vcl_slice bytes)
{
    while (extent->in_string && extent->size < bytes.size) {
        char byte = bytes.bytes[extent->size++];
        if (extent->escaped) {
            extent->escaped = false;
        } else if (byte == '\\') {
            extent->escaped = true;
        } else if (byte == '"') {
            extent->in_string = false;
        }
    }
}

/* Goes on between brackets, up to a string or over the bracket that closes the value. */
static void pass_brackets(vcl_extent *extent, vcl_slice bytes)
{
    while (vcl_extent_is_open(extent) && !extent->in_string && extent->size < bytes.size) {
        char byte = bytes.bytes[extent->size++];
        if (byte == '"') {
            extent->in_string = true;
        } else if (byte == '{' || byte == '[') {
            extent->depth++;
        } else if (byte == '}' || byte == ']') {
            extent->depth--;
        }
    }
}

bool vcl_extent_find(vcl_extent *extent, vcl_slice bytes)
{
    if (bytes.size == 0) {
        return false;
    }
    if (extent->size == 0 && !vcl_extent_is_open(extent)) {
        begin(extent, bytes.bytes[0]);
    }
    if (!vcl_extent_is_open(extent)) {
        return pass_word(extent, bytes);
    }
    while (vcl_extent_is_open(extent) && extent->size < bytes.size) {
        pass_string(extent, bytes);
        pass_brackets(extent, bytes);
    }
    return !vcl_extent_is_open(extent);
}

bool vcl_extent_is_open(const vcl_extent *extent)
{
    return extent->in_string || extent->depth > 0;
}
