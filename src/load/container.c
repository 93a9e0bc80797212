/* Document or JSON Lines? */
#include "load/container.h"

#include <string.h>

#include "base/unicode.h"
#include "load/extent.h"

enum { END = -1 };

/* What the first object has shown so far. Offsets are within the window. */
typedef struct first_object {
    vcl_source *source;
    size_t at;
    size_t depth;
    size_t keys; /* at the top level */
    size_t graph_keys; /* those that are `graph` */
    bool has_newline;
} first_object;

static int byte_at(first_object *object, size_t offset)
{
    while (offset >= object->source->window.size) {
        if (offset >= VCL_RECORD_LIMIT || !vcl_source_more(object->source)) {
            return END;
        }
    }
    return (unsigned char)object->source->window.bytes[offset];
}

static bool is_space(int byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static int next_byte(first_object *object)
{
    while (is_space(byte_at(object, object->at))) {
        object->has_newline |= byte_at(object, object->at) == '\n';
        object->at++;
    }
    return byte_at(object, object->at);
}

static bool is_one_of(vcl_slice key, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (strlen(*words) == key.size && memcmp(*words, key.bytes, key.size) == 0) {
            return true;
        }
    }
    return false;
}

/* VCL_CONTAINER_NONE where a key may stand in both forms. */
static vcl_container form_of_key(vcl_slice key)
{
    static const char *const of_document[] = {
        "nodes", "links", "edges", "products", "places", NULL
    };
    static const char *const of_line[] = { "node", "link", "product", "place", NULL };

    if (is_one_of(key, of_document)) {
        return VCL_CONTAINER_DOCUMENT;
    }
    return is_one_of(key, of_line) ? VCL_CONTAINER_LINES : VCL_CONTAINER_NONE;
}

static vcl_slice rest_of(const first_object *object, size_t offset)
{
    return vcl_slice_from(object->source->window, offset);
}

/* The string at object->at, without its quotation marks; object->at is then behind it. */
static vcl_slice pass_string(first_object *object)
{
    vcl_extent extent = { 0 };
    size_t begin = object->at;
    vcl_slice text = { 0 };

    while (!vcl_extent_find(&extent, rest_of(object, begin)) &&
           byte_at(object, begin + extent.size) != END) {
    }
    object->at = begin + extent.size;
    if (extent.size >= 2) {
        text = rest_of(object, begin + 1);
        text.size = extent.size - 2;
    }
    return text;
}

/* A string at the top level, which is a key if a colon follows. */
static vcl_container look_at_string(first_object *object)
{
    static const char *const graph[] = { "graph", NULL };
    vcl_slice text = pass_string(object);
    vcl_container form = form_of_key(text);
    bool is_graph = is_one_of(text, graph);

    if (object->depth != 1 || next_byte(object) != ':') {
        return VCL_CONTAINER_NONE;
    }
    object->keys++;
    object->graph_keys += is_graph;
    return form;
}

/* Goes on to the key that decides, or to the end of the object. */
static vcl_container look_at_object(first_object *object)
{
    vcl_container form = VCL_CONTAINER_NONE;

    do {
        int byte = next_byte(object);
        if (byte == END) {
            return VCL_CONTAINER_DOCUMENT;
        }
        if (byte == '"') {
            form = look_at_string(object);
            continue;
        }
        object->depth += byte == '{' || byte == '[';
        object->depth -= byte == '}' || byte == ']';
        object->at++;
    } while (form == VCL_CONTAINER_NONE && object->depth > 0);
    return form;
}

static vcl_container look_behind_object(first_object *object)
{
    bool is_line = !object->has_newline;
    bool is_graph = object->graph_keys > 0 && object->graph_keys == object->keys;

    if (is_line && (is_graph || next_byte(object) != END)) {
        return VCL_CONTAINER_LINES;
    }
    return VCL_CONTAINER_DOCUMENT;
}

static void drop_byte_order_mark(first_object *object)
{
    if (byte_at(object, 0) == 0xEF && byte_at(object, 1) == 0xBB && byte_at(object, 2) == 0xBF) {
        vcl_source_drop(object->source, 3);
    }
}

/* Does the window hold a whole character at `offset`, or nothing at all? */
static bool is_text_at(first_object *object, size_t offset)
{
    size_t size = 0;

    if (byte_at(object, offset) == END) {
        return true;
    }
    byte_at(object, offset + 3);
    return vcl_unicode_decode(rest_of(object, offset), &size) >= 0;
}

vcl_container vcl_container_detect(vcl_source *source)
{
    first_object object = { .source = source };
    vcl_container form = VCL_CONTAINER_NONE;

    drop_byte_order_mark(&object);
    if (next_byte(&object) != '{') {
        return is_text_at(&object, object.at) ? VCL_CONTAINER_NONE : VCL_CONTAINER_NOT_UTF8;
    }
    object.has_newline = false;
    form = look_at_object(&object);
    return form == VCL_CONTAINER_NONE ? look_behind_object(&object) : form;
}
