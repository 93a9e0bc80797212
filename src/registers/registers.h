/* The registers that an office keeps: which sheets, which columns, what a cell of each takes. Known
 * to the template, the import and the export alike; registers.def is their only home. */
#ifndef REGISTERS_REGISTERS_H
#define REGISTERS_REGISTERS_H

#include <stddef.h>

#include <vclink/message.h>

/* What a cell of a field holds. */
typedef enum vcl_takes {
    VCL_TAKES_ID, /* a text, its zeros counting */
    VCL_TAKES_NAME,
    VCL_TAKES_TEXT,
    VCL_TAKES_TEXTS, /* several, separated */
    VCL_TAKES_TAX_CODE,
    VCL_TAKES_KIND, /* words of ours: of an actor */
    VCL_TAKES_STATUS,
    VCL_TAKES_LINK_KIND,
    VCL_TAKES_LINK_STATUS,
    VCL_TAKES_CONTRACT,
    VCL_TAKES_FLAG,
    VCL_TAKES_COUNT, /* whole */
    VCL_TAKES_MASS, /* kg a year in the dataset, tonnes in a register */
    VCL_TAKES_MONEY, /* the currency; millions of it in a register */
    VCL_TAKES_AREA, /* ha */
    VCL_TAKES_LATITUDE,
    VCL_TAKES_LONGITUDE,
    VCL_TAKES_STARS, /* 1 to 5, several */
    VCL_TAKES_DATE,
    VCL_TAKES_END_DATE, /* a month alone is its last day */
    VCL_TAKES_FOUNDED, /* a year, a month or a day */
    VCL_TAKES_PLACE, /* id or name of a place */
    VCL_TAKES_PARENT, /* the same, of the place that a place lies in */
    VCL_TAKES_PRODUCT, /* id or name of one */
    VCL_TAKES_PRODUCTS, /* of several, amounts with them where the cell says so */
    VCL_TAKES_PARTY, /* id, tax code or name of an actor, whoever it is */
    VCL_TAKES_PARTY_ID, /* its id alone */
    VCL_TAKES_SELLER,
    VCL_TAKES_SELLER_ID,
    VCL_TAKES_SELLER_TAX_CODE,
    VCL_TAKES_BUYER,
    VCL_TAKES_BUYER_ID,
    VCL_TAKES_BUYER_TAX_CODE,
    VCL_TAKES_ORGANISATION,
    VCL_TAKES_ORGANISATION_ID,
} vcl_takes;

/* How a field is used. */
typedef enum vcl_field_use {
    VCL_FIELD_PLAIN,
    VCL_FIELD_KEY, /* says whom or what a row is about: one of these at least must be filled in */
    VCL_FIELD_EXTRA, /* understood, but neither in the template nor in an export */
} vcl_field_use;

typedef enum vcl_register {
#define REGISTER(number, key, english, vietnamese, others, meaning, noi_dung) VCL_REGISTER_##number,
#define FIELD(owner, number, key, takes, use, english, vietnamese, others, meaning, y_nghia,       \
              example, vi_du)
#include "registers/registers.def"
#undef FIELD
#undef REGISTER
    VCL_REGISTER_COUNT
} vcl_register;

/* All fields of all registers, those of a register side by side. */
typedef enum vcl_register_field {
#define REGISTER(number, key, english, vietnamese, others, meaning, noi_dung)
#define FIELD(owner, number, key, takes, use, english, vietnamese, others, meaning, y_nghia,       \
              example, vi_du)                                                                      \
    VCL_FIELD_##owner##_##number,
#include "registers/registers.def"
#undef FIELD
#undef REGISTER
    VCL_FIELD_COUNT
} vcl_register_field;

typedef struct vcl_register_definition {
    const char *key; /* "organisations": the name of its CSV file, and in a mapping */
    const char *title[2]; /* by vcl_language: the name of the sheet */
    const char *others; /* other names, separated by | */
    const char *meaning[2];
} vcl_register_definition;

typedef struct vcl_register_field_definition {
    vcl_register owner;
    const char *key; /* "tax_id": in a mapping */
    vcl_takes takes;
    vcl_field_use use;
    const char *heading[2]; /* without a unit */
    const char *others;
    const char *meaning[2];
    const char *example[2]; /* "" where there is none */
} vcl_register_field_definition;

/* Static. */
const vcl_register_definition *vcl_register_at(vcl_register number);
const vcl_register_field_definition *vcl_register_field_at(vcl_register_field number);

/* The first field of a register, and the one behind its last. O(fields). */
vcl_register_field vcl_register_first(vcl_register number);
vcl_register_field vcl_register_end(vcl_register number);

#endif
