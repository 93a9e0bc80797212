/* import/name: what is certainly the same name, and what is not. */
#include "names/name.h"

#include "values/read.h"

static const char *const same[][2] = {
    { "HTX Đông Lai", "Hợp tác xã Đông Lai" },
    { "HTX Đông Lai", "  htx   ĐÔNG  LAI. " },
    { "HTX Hoà Bình", "HTX Hòa Bình" },
    { "HTX Thuỷ Sản", "HTX Thủy sản" },
    { "HTX Đông Lai", "HTX Đo\u0302ng Lai" },
    { "H.T.X Đông Lai", "HTX Đông Lai" },
    { "HTX NN Tân Tiến", "Hợp tác xã Nông nghiệp Tân Tiến" },
    { "HTX DVNN Tân Tiến", "HTX Dịch vụ nông nghiệp Tân Tiến" },
    { "HTX SX&TM Tân Tiến", "HTX Sản xuất và Thương mại Tân Tiến" },
    { "HTX SX - TM Tân Tiến", "HTX Sản xuất, thương mại Tân Tiến" },
    { "THT Na Chi Lăng", "Tổ hợp tác Na Chi Lăng" },
    { "LHHTX Bắc Giang", "Liên hiệp hợp tác xã Bắc Giang" },
    { "LH HTX Bắc Giang", "Liên hiệp HTX Bắc Giang" },
    { "Tổ hợp tác xã Tân Lạc", "THT xã Tân Lạc" },
    { "CTCP Minh Tâm", "Công ty cổ phần Minh Tâm" },
    { "Cty CP Minh Tâm", "Công ty Cổ phần \"Minh Tâm\"" },
    { "Công ty TNHH MTV Minh Tâm", "Cty trách nhiệm hữu hạn một thành viên Minh Tâm" },
    { "CT TNHH 1TV Minh Tâm", "Công ty TNHH Một thành viên Minh Tâm" },
    { "Công ty TNHH TM DV XNK Minh Tâm",
      "Công ty TNHH Thương mại Dịch vụ Xuất nhập khẩu Minh Tâm" },
    { "DNTN Minh Tâm", "Doanh nghiệp tư nhân Minh Tâm" },
    { "HKD Minh Tâm", "Hộ kinh doanh Minh Tâm" },
    { "HTX M'Nông", "HTX M’Nông" },
    { "HTX ST25", "HTX ST 25" },
    { "Công ty C.P. Việt Nam", "Công ty CP Việt Nam" },
};

static const char *const different[][2] = {
    { "HTX Tân Lạc", "HTX Tấn Lạc" },
    { "HTX 1", "HTX 2" },
    { "HTX 1", "HTX 01" },
    { "HTX 1", "HTX số 1" },
    { "HTX 1-2", "HTX 12" },
    { "HTX I", "HTX II" },
    { "Cty Minh Tâm", "Cty Minh Tấm" },
    { "HTX Quý Dậu", "HTX Quí Dậu" },
    { "HTX Đông", "HTX Dông" },
    { "HTX Đông Lai", "THT Đông Lai" },
    { "HTX Đông Lai", "Đông Lai" },
    { "HTX TM", "HTX Thương mại" },
    { "Cty TNHH NN Minh Tâm", "Cty TNHH Nông nghiệp Minh Tâm" },
    { "HTX Minh Tâm DV", "HTX Minh Tâm Dịch vụ" },
    { "Công ty TNHH Minh Tâm", "Công ty TNHH MTV Minh Tâm" },
    { "Công ty TNHH Minh Tâm", "Công ty CP Minh Tâm" },
    { "HTX A+", "HTX A" },
    { "HTX Hồng Hà", "HTX Hà Hồng" },
    { "HTX M'Nông", "HTX MNông" },
    { "HTX Sản xuất và Thương mại X", "HTX Sản xuất Thương mại X" },
};

static void key_of(vcl_text *out, const char *name)
{
    vcl_text_clear(out);
    vcl_name_key(out, vcl_slice_of(name));
    assert_false(out->failed);
}

static void names_that_are_certainly_the_same_share_a_key(void **state)
{
    vcl_text a = { 0 };
    vcl_text b = { 0 };

    (void)state;
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        key_of(&a, same[i][0]);
        key_of(&b, same[i][1]);
        assert_string_equal(vcl_text_bytes(&a), vcl_text_bytes(&b));
    }
    for (size_t i = 0; i < sizeof different / sizeof *different; i++) {
        key_of(&a, different[i][0]);
        key_of(&b, different[i][1]);
        assert_string_not_equal(vcl_text_bytes(&a), vcl_text_bytes(&b));
    }
    vcl_text_release(&b);
    vcl_text_release(&a);
}

static void odd_texts_have_keys_without_nul(void **state)
{
    static const char odd[] = "HTX\0A\xFF\x01 B\xE2\x80\xAE";
    vcl_text key = { 0 };

    (void)state;
    key_of(&key, "");
    assert_string_equal(vcl_text_bytes(&key), "");
    key_of(&key, " - . ' ( ) ");
    assert_string_equal(vcl_text_bytes(&key), "");
    vcl_text_clear(&key);
    vcl_name_key(&key, (vcl_slice){ odd, sizeof odd - 1 });
    assert_int_equal(strlen(vcl_text_bytes(&key)), key.size);
    vcl_text_release(&key);
}

static void words_spell_out_what_the_key_leaves(void **state)
{
    vcl_text a = { 0 };
    vcl_text b = { 0 };

    (void)state;
    vcl_name_words(&a, vcl_slice_of("HTX NLN CNC Tân Lạc"));
    vcl_name_words(&b, vcl_slice_of("Hợp tác xã Nông lâm nghiệp công nghệ cao Tân Lạc"));
    assert_string_equal(vcl_text_bytes(&a), vcl_text_bytes(&b));
    vcl_text_release(&b);
    vcl_text_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_that_are_certainly_the_same_share_a_key),
        cmocka_unit_test(odd_texts_have_keys_without_nul),
        cmocka_unit_test(words_spell_out_what_the_key_leaves),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
