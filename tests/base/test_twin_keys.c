/* base/twin_keys: the same keys as base/unicode makes, one character at a time. */
#include "base/twin_keys.h"

#include "support/assert.h"
#include "support/chance.h"

static void assert_as_unicode(vcl_twin_keys *keys, vcl_slice text)
{
    vcl_text key = { 0 };
    vcl_text expected = { 0 };

    vcl_twin_key(keys, &key, text);
    vcl_unicode_twin_key(&expected, text);
    assert_int_equal(key.size, expected.size);
    assert_string_equal(vcl_text_bytes(&key), vcl_text_bytes(&expected));
    vcl_text_release(&key);
    vcl_text_release(&expected);
}

/* Writes a code point below U+10000; its size. */
static size_t encode(uint32_t codepoint, char out[3])
{
    if (codepoint < 0x80) {
        out[0] = (char)codepoint;
        return 1;
    }
    if (codepoint < 0x800) {
        out[0] = (char)(0xC0 | codepoint >> 6);
        out[1] = (char)(0x80 | (codepoint & 0x3F));
        return 2;
    }
    out[0] = (char)(0xE0 | codepoint >> 12);
    out[1] = (char)(0x80 | (codepoint >> 6 & 0x3F));
    out[2] = (char)(0x80 | (codepoint & 0x3F));
    return 3;
}

static void every_character_has_the_same_key(void **state)
{
    vcl_twin_keys keys = { 0 };

    (void)state;
    for (uint32_t codepoint = 0; codepoint < 0x3000; codepoint++) {
        char text[3];
        size_t size = encode(codepoint, text);
        assert_as_unicode(&keys, (vcl_slice){ text, size });
        assert_as_unicode(&keys, (vcl_slice){ text, size }); /* once more, known by then */
    }
}

/* Mostly plain; sometimes a mark, another script or half a character. */
static size_t add_any(struct chance *chance, char out[3])
{
    uint64_t dice = next_of(chance) % 64;
    uint32_t any = (uint32_t)(next_of(chance) >> 20);

    if (dice == 0) {
        return encode(0x300 + any % 0x30, out);
    }
    if (dice == 1) {
        return encode(0x1000 + any % 0xC000, out);
    }
    if (dice == 2) {
        out[0] = (char)(0x80 + any % 0x80);
        return 1;
    }
    if (dice < 12) {
        out[0] = " \t\n-b"[any % 5];
        return 1;
    }
    return encode(dice < 32 ? any % 0x300 : dice < 48 ? 0x1EA0 + any % 0x5A : 1 + any % 0x7F, out);
}

static void texts_of_any_length_have_the_same_key(void **state)
{
    vcl_twin_keys keys = { 0 };
    struct chance chance = { .state = 5 };

    (void)state;
    for (int round = 0; round < 40000; round++) {
        char text[3 * 80];
        size_t count = next_of(&chance) % 80;
        size_t size = 0;
        for (size_t i = 0; i < count; i++) {
            size += add_any(&chance, text + size);
        }
        assert_as_unicode(&keys, (vcl_slice){ text, size });
    }
}

/* The longest bodies and tones that one character can have, as many as are taken. */
static void a_text_of_one_character_many_times_has_the_same_key(void **state)
{
    vcl_twin_keys keys = { 0 };

    (void)state;
    for (uint32_t codepoint = 0x20; codepoint < 0x1F00; codepoint++) {
        char text[3 * 64];
        size_t size = 0;
        for (size_t i = 0; i < 64; i++) {
            size += encode(codepoint, text + size);
        }
        assert_as_unicode(&keys, (vcl_slice){ text, size });
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_has_the_same_key),
        cmocka_unit_test(texts_of_any_length_have_the_same_key),
        cmocka_unit_test(a_text_of_one_character_many_times_has_the_same_key),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
