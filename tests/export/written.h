/* What the tests of the exporters share: results made by hand, and what vcl_export() writes. */
#ifndef EXPORT_WRITTEN_H
#define EXPORT_WRITTEN_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/message.h"
#include "export/exporter.h"
#include "model/table.h"
#include "support/assert.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* A kind of table over static columns. */
#define TABLE_KIND(variable, table_name, english, vietnamese, list)                                \
    static const vcl_table_kind variable = { .name = (table_name),                                 \
                                             .title = { (english), (vietnamese) },                 \
                                             .columns = (list),                                    \
                                             .column_count = COUNT_OF(list) }

/* A table of cooperatives with a column of every type. */
static const vcl_column column_id = { "id",           VCL_TEXT,       "",
                                      VCL_COLUMN_KEY, { "Id", "Mã" }, { "id of the actor", "mã" } };
static const vcl_column column_name = { "name", VCL_TEXT,          "",
                                        0,      { "Name", "Tên" }, { "name of the actor", "tên" } };
static const vcl_column column_linkage = {
    "linkage", VCL_TERM, "", 0, { "Linkage", "Liên kết" }, { "its linkage", "tình trạng" }
};
static const vcl_column column_products = {
    "products", VCL_LIST, "", 0, { "Products", "Sản phẩm" }, { "what it sells", "sản phẩm" }
};
static const vcl_column column_households = { "households",
                                              VCL_INTEGER,
                                              "households",
                                              VCL_COLUMN_TOTAL,
                                              { "Households", "Số hộ" },
                                              { "its members", "số thành viên" } };
static const vcl_column column_unsold = {
    "unsold_kg", VCL_REAL, "kg", VCL_COLUMN_TOTAL, { "Unsold, kg", "Tồn, kg" }, { "output", "tồn" }
};
static const vcl_column column_rate = { "rate_of_active",    VCL_REAL,
                                        "fraction",          VCL_COLUMN_RATE,
                                        { "Rate", "Tỷ lệ" }, { "share", "tỷ lệ" } };

static const vcl_column column_active = {
    "active", VCL_BOOLEAN, "", 0, { "Active", "Hoạt động" }, { "whether", "có hay không" }
};
static const vcl_column *const flag_columns[] = { &column_id, &column_active };
TABLE_KIND(flag_kind, "flags", "Flags", "Có hay không", flag_columns);

static const vcl_column *const sample_columns[] = {
    &column_id,         &column_name,   &column_linkage, &column_products,
    &column_households, &column_unsold, &column_rate,
};
TABLE_KIND(sample_kind, "unlinked", "Without a buyer", "Chưa có đầu ra", sample_columns);

/* An empty result with one empty table. The caller frees it. */
static inline vcl_result *result_of(const vcl_table_kind *kind, vcl_table **table)
{
    vcl_result *result = NULL;

    assert_int_equal(vcl_result_new(&result, NULL), VCL_OK);
    assert_int_equal(vcl_result_add(result, kind, table, NULL), VCL_OK);
    return result;
}

static inline void add_sample_row(vcl_table *table, const char *id, const char *name,
                                  const char *linkage, int64_t households, double unsold_kg)
{
    vcl_table_add_text(table, id);
    vcl_table_add_text(table, name);
    vcl_table_add_term(table, linkage);
    vcl_table_add_list(table, (const char *const[]){ "pomelo", "tea" }, 2);
    vcl_table_add_integer(table, households);
    vcl_table_add_real(table, unsold_kg);
    vcl_table_add_real(table, 0.25);
}

/* Three cooperatives; the last one's figures are null. */
static inline vcl_result *sample_result(void)
{
    vcl_table *table = NULL;
    vcl_result *result = result_of(&sample_kind, &table);

    result->dataset_name = "Tân Lạc";
    result->dataset_as_of = "2023-12-31";
    add_sample_row(table, "c1", "HTX Đông Lai", "isolated", 40000, 1234.5);
    add_sample_row(table, "c2", "HTX Quyết Chiến", "volume_gap", 7, 0.1);
    vcl_table_add_text(table, "c3");
    vcl_table_add_text(table, NULL);
    vcl_table_add_term(table, NULL);
    vcl_table_add_list(table, NULL, 0);
    vcl_table_add_null(table);
    vcl_table_add_real(table, -0.0);
    vcl_table_add_null(table);
    assert_int_equal(vcl_table_status(table, NULL), VCL_OK);
    return result;
}

/* Two rows that say yes and no, and one that does not say. */
static inline vcl_result *flag_result(void)
{
    vcl_table *table = NULL;
    vcl_result *result = result_of(&flag_kind, &table);

    vcl_table_add_text(table, "c1");
    vcl_table_add_boolean(table, true);
    vcl_table_add_text(table, "c2");
    vcl_table_add_boolean(table, false);
    vcl_table_add_text(table, "c3");
    vcl_table_add_null(table);
    return result;
}

/* A whole file; the caller frees it. */
static inline char *contents(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    long size = 0;

    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    size = ftell(file);
    rewind(file);
    bytes = calloc((size_t)size + 1, 1);
    assert_non_null(bytes);
    assert_int_equal(fread(bytes, 1, (size_t)size, file), (size_t)size);
    fclose(file);
    return bytes;
}

/* What vcl_export() writes, by way of a file; the caller frees it. */
static inline char *written(const vcl_result *result, const vcl_export_options *options)
{
    char path[] = "/tmp/vclink-export-XXXXXX";
    vcl_error err = { 0 };
    int descriptor = mkstemp(path);
    char *bytes = NULL;

    assert_true(descriptor >= 0);
    assert_int_equal(close(descriptor), 0);
    assert_int_equal(vcl_export(result, options, path, &err), VCL_OK);
    bytes = contents(path);
    unlink(path);
    return bytes;
}

/* Frees the result. */
static inline void assert_written(vcl_result *result, const vcl_export_options *options,
                                  const char *expected)
{
    char *bytes = written(result, options);

    assert_string_equal(bytes, expected);
    free(bytes);
    vcl_result_free(result);
}

static inline void assert_contains(const char *text, const char *expected)
{
    if (strstr(text, expected) == NULL) {
        fail_msg("\"%s\" is not in:\n%s", expected, text);
    }
}

static inline void assert_lacks(const char *text, const char *unexpected)
{
    if (strstr(text, unexpected) != NULL) {
        fail_msg("\"%s\" is in:\n%s", unexpected, text);
    }
}

#endif
