/* What the long parts of the work are called. */
#include <assert.h>

#include <vclink/analysis.h>

const char *vcl_stage_title(vcl_stage stage, vcl_language language)
{
    static const char *const titles[][2] = {
        [VCL_STAGE_STUDY] = { "the layers of products", "mạng lưới theo từng sản phẩm" },
        [VCL_STAGE_REACH] = { "who reaches whom", "các tuyến tiêu thụ" },
        [VCL_STAGE_CENTRALITY] = { "betweenness and harmonic centrality",
                                   "độ trung gian và độ gần điều hòa" },
    };

    assert((size_t)stage < sizeof titles / sizeof *titles);
    return titles[stage][language];
}
