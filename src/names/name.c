/* Names of organisations in one form. Rules replace whole words in a text that has a space
 * before and behind each. */
#include "names/name.h"

#include <string.h>

#include "base/unicode.h"
#include "names/spacing.h"

typedef struct rule {
    const char *from;
    const char *to;
} rule;

/* Legal forms. What one rule makes, another may take up ("công ty cổ phần", "cty cổ phần"). A
 * "tổ hợp tác xã Tân Lạc" is a group of the commune. */
static const rule forms[] = {
    { " tổ hợp tác ", " tht " },
    { " liên hiệp các hợp tác xã ", " lhhtx " },
    { " liên hiệp hợp tác xã ", " lhhtx " },
    { " hợp tác xã ", " htx " },
    { " liên hiệp các htx ", " lhhtx " },
    { " liên hiệp htx ", " lhhtx " },
    { " lh htx ", " lhhtx " },
    { " công ty ", " cty " },
    { " công ti ", " cty " },
    { " c ty ", " cty " },
    { " ctcp ", " cty cp " },
    { " ctycp ", " cty cp " },
    { " ct cp ", " cty cp " },
    { " cty cổ phần ", " cty cp " },
    { " ct cổ phần ", " cty cp " },
    { " trách nhiệm hữu hạn ", " tnhh " },
    { " ct tnhh ", " cty tnhh " },
    { " ct trách nhiệm hữu hạn ", " cty tnhh " },
    { " cttnhh ", " cty tnhh " },
    { " ctytnhh ", " cty tnhh " },
    { " tnhh một thành viên ", " tnhh mtv " },
    { " tnhh 1 thành viên ", " tnhh mtv " },
    { " tnhh 1 tv ", " tnhh mtv " },
    { " doanh nghiệp tư nhân ", " dntn " },
    { " dn tư nhân ", " dntn " },
};

/* Legal forms only where a name begins with them: DN may also be a place. */
static const rule first_forms[] = {
    { " doanh nghiệp ", " dn " },
    { " hộ kinh doanh ", " hkd " },
};

/* Of what a cooperative or company does, right behind its legal form. */
static const rule trades[] = {
    { " dịch vụ ", " dv " },         { " sản xuất ", " sx " }, { " thương mại ", " tm " },
    { " xuất nhập khẩu ", " xnk " }, { " tmdv ", " tm dv " },  { " sxtm ", " sx tm " },
    { " dvtm ", " dv tm " },
};

/* NN can be other things in a company's name. */
static const rule farm_trades[] = {
    { " nông nghiệp ", " nn " },
    { " dvnn ", " dv nn " },
    { " sxnn ", " sx nn " },
};

/* What may stand between those and leaves them what they are. */
static const char *const between[] = {
    " và ",
    " sx ",
    " tm ",
    " dv ",
    " xnk ",
    " nn ",
    " tổng hợp ",
    " chế biến ",
    " đầu tư ",
    " xây dựng ",
    " kinh doanh ",
    " nông sản ",
    " thủy sản ",
    " chăn nuôi ",
    " trồng trọt ",
    " thực phẩm ",
    " nông lâm nghiệp ",
    " nông nghiệp ",
    " lâm nghiệp ",
};

/* For the score: what the short form most often means. */
static const rule spelled[] = {
    { " lien hiep hop tac xa ", " lhhtx " },
    { " to hop tac ", " tht " },
    { " hop tac xa ", " htx " },
    { " cong ty ", " cty " },
    { " co phan ", " cp " },
    { " trach nhiem huu han ", " tnhh " },
    { " mot thanh vien ", " mtv " },
    { " nn ", " nông nghiệp " },
    { " dv ", " dịch vụ " },
    { " sx ", " sản xuất " },
    { " tm ", " thương mại " },
    { " xnk ", " xuất nhập khẩu " },
    { " kd ", " kinh doanh " },
    { " cb ", " chế biến " },
    { " th ", " tổng hợp " },
    { " ns ", " nông sản " },
    { " tp ", " thực phẩm " },
    { " đt ", " đầu tư " },
    { " pt ", " phát triển " },
    { " xd ", " xây dựng " },
    { " dvnn ", " dịch vụ nông nghiệp " },
    { " sxnn ", " sản xuất nông nghiệp " },
    { " dvth ", " dịch vụ tổng hợp " },
    { " nln ", " nông lâm nghiệp " },
    { " sxkd ", " sản xuất kinh doanh " },
    { " tmdv ", " thương mại dịch vụ " },
    { " vlxd ", " vật liệu xây dựng " },
    { " cs ", " cơ sở " },
    { " cssx ", " cơ sở sản xuất " },
    { " hkd ", " hộ kinh doanh " },
    { " cnc ", " công nghệ cao " },
    { " tt ", " thị trấn " },
};

#define COUNT(rules) (sizeof(rules) / sizeof *(rules))

/* Replaces what the rule finds at `at`. */
static void replace_at(vcl_text *text, size_t at, const rule *r)
{
    vcl_text out = { 0 };

    vcl_text_add_slice(&out, (vcl_slice){ text->bytes, at });
    vcl_text_add(&out, r->to);
    vcl_text_add(&out, text->bytes + at + strlen(r->from));
    out.failed = out.failed || text->failed;
    vcl_text_release(text);
    *text = out;
}

static bool begins(const vcl_text *text, size_t at, const char *word)
{
    return !text->failed && text->size >= at && strncmp(text->bytes + at, word, strlen(word)) == 0;
}

/* Replaces by the first rule that fits at `at`, a space. */
static bool replace_here(vcl_text *text, size_t at, const rule *rules, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (text->bytes[at + 1] == rules[i].from[1] && begins(text, at, rules[i].from)) {
            replace_at(text, at, &rules[i]);
            return !text->failed;
        }
    }
    return false;
}

/* At every word, as often as a rule fits. */
static void replace_all(vcl_text *text, const rule *rules, size_t count)
{
    const char *space = text->bytes;

    while (!text->failed && space != NULL && space[1] != '\0') {
        size_t at = (size_t)(space - text->bytes);
        while (replace_here(text, at, rules, count)) {
        }
        space = text->failed ? NULL : strchr(text->bytes + at + 1, ' ');
    }
}

/* Passes over `word` (with a space before and behind) at *at. */
static bool pass(const vcl_text *text, size_t *at, const char *word)
{
    if (!begins(text, *at, word)) {
        return false;
    }
    *at += strlen(word) - 1;
    return true;
}

/* Where what follows the legal form begins; 0 if the name begins with none. */
static size_t after_form(const vcl_text *text, bool *farm)
{
    size_t at = 0;

    *farm = pass(text, &at, " htx ") || pass(text, &at, " tht ") || pass(text, &at, " lhhtx ");
    if (*farm || pass(text, &at, " dntn ") || pass(text, &at, " dn ") || pass(text, &at, " hkd ")) {
        return at;
    }
    if (pass(text, &at, " cty ")) {
        (void)(pass(text, &at, " cp ") || pass(text, &at, " tnhh "));
        (void)pass(text, &at, " mtv ");
    }
    return at;
}

static bool pass_between(const vcl_text *text, size_t *at)
{
    for (size_t i = 0; i < COUNT(between); i++) {
        if (pass(text, at, between[i])) {
            return true;
        }
    }
    return false;
}

/* Shortens the trades behind the legal form. A copy, as nothing is shortened where no name of its
 * own follows: "HTX TM" may be anybody's initials. */
static void shorten_trades(vcl_text *text)
{
    vcl_text out = { 0 };
    bool farm = false;
    size_t at = after_form(text, &farm);

    if (at == 0) {
        return;
    }
    vcl_text_add_slice(&out, (vcl_slice){ text->bytes, text->size });
    bool going = true;
    while (going && !out.failed) {
        going = replace_here(&out, at, trades, COUNT(trades)) ||
                (farm && replace_here(&out, at, farm_trades, COUNT(farm_trades)));
        going = pass_between(&out, &at) || going;
    }
    if (out.failed) {
        text->failed = true;
    } else if (at + 1 < out.size) {
        vcl_text_release(text);
        *text = out;
        return;
    }
    vcl_text_release(&out);
}

/* The words of a name with legal forms in short. */
static vcl_text words_of(vcl_slice name)
{
    vcl_text lower = { 0 };
    vcl_text words = { 0 };

    vcl_unicode_lower(&lower, name);
    vcl_spacing_add(&words, (vcl_slice){ vcl_text_bytes(&lower), lower.size });
    words.failed = words.failed || lower.failed;
    vcl_text_release(&lower);
    replace_all(&words, forms, COUNT(forms));
    if (!words.failed) {
        (void)replace_here(&words, 0, first_forms, COUNT(first_forms));
    }
    return words;
}

static void add_key(vcl_text *out, vcl_text *words)
{
    if (words->failed) {
        out->failed = true;
    } else {
        vcl_unicode_twin_key(out, (vcl_slice){ words->bytes, words->size });
    }
    vcl_text_release(words);
}

void vcl_name_key(vcl_text *out, vcl_slice name)
{
    vcl_text words = words_of(name);

    if (!words.failed) {
        shorten_trades(&words);
    }
    add_key(out, &words);
}

void vcl_name_words(vcl_text *out, vcl_slice name)
{
    vcl_text words = words_of(name);

    replace_all(&words, spelled, COUNT(spelled));
    add_key(out, &words);
}
