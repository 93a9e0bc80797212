/* The definitions of registers.def as arrays. */
#include "registers/registers.h"

#include <assert.h>

static const vcl_register_definition registers[VCL_REGISTER_COUNT] = {
#define REGISTER(number, key, english, vietnamese, others, meaning, noi_dung)                      \
    { key, { english, vietnamese }, others, { meaning, noi_dung } },
#define FIELD(owner, number, key, takes, use, english, vietnamese, others, meaning, y_nghia,       \
              example, vi_du)
#include "registers/registers.def"
#undef FIELD
#undef REGISTER
};

static const vcl_register_field_definition fields[VCL_FIELD_COUNT] = {
#define REGISTER(number, key, english, vietnamese, others, meaning, noi_dung)
#define FIELD(owner, number, key, takes, use, english, vietnamese, others, meaning, y_nghia,       \
              example, vi_du)                                                                      \
    { VCL_REGISTER_##owner,    key,    VCL_TAKES_##takes,    VCL_FIELD_##use,                      \
      { english, vietnamese }, others, { meaning, y_nghia }, { example, vi_du } },
#include "registers/registers.def"
#undef FIELD
#undef REGISTER
};

const vcl_register_definition *vcl_register_at(vcl_register number)
{
    assert(number < VCL_REGISTER_COUNT);
    return &registers[number];
}

const vcl_register_field_definition *vcl_register_field_at(vcl_register_field number)
{
    assert(number < VCL_FIELD_COUNT);
    return &fields[number];
}

vcl_register_field vcl_register_first(vcl_register number)
{
    vcl_register_field field = 0;

    while (field < VCL_FIELD_COUNT && fields[field].owner < number) {
        field++;
    }
    return field;
}

vcl_register_field vcl_register_end(vcl_register number)
{
    return vcl_register_first(number + 1);
}
