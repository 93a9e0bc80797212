/* A Data Package: a folder with a CSV file for each table, and datapackage.json, which says what
 * they hold. R, Python and spreadsheets read the files as they are; Frictionless tools also read
 * their types, units and keys. The folder appears whole or not at all. */
#include "export/package.h"

#include "base/output_folder.h"
#include "base/try.h"
#include "export/csv.h"

static const vcl_manifest manifest = { "datapackage.json", VCL_PACKAGE_BEGINNING };

static vcl_status write_description(const vcl_result *result, const vcl_export_options *options,
                                    vcl_output_folder *folder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_output output = { 0 };

    TRY(vcl_output_folder_add(folder, manifest.name, &output, err));
    TRY(vcl_package_describe(result, options, &output, err));
    TRY(vcl_output_commit(&output, err));
done:
    vcl_output_release(&output);
    return status;
}

static vcl_status write_table(const vcl_table *table, const vcl_export_options *options,
                              vcl_output_folder *folder, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_output output = { 0 };
    vcl_text name = { 0 };

    vcl_text_add(&name, vcl_table_name(table));
    vcl_text_add(&name, ".csv");
    TRY(vcl_text_status(&name, err));
    TRY(vcl_output_folder_add(folder, vcl_text_bytes(&name), &output, err));
    TRY(vcl_csv_write(table, options, &output, err));
    TRY(vcl_output_commit(&output, err));
done:
    vcl_output_release(&output);
    vcl_text_release(&name);
    return status;
}

vcl_status vcl_write_package(const vcl_result *result, const vcl_export_options *options,
                             const char *path, vcl_error *err)
{
    vcl_status status = VCL_OK;
    vcl_output_folder folder = { 0 };

    TRY(vcl_output_folder_open(&folder, path, &manifest, err));
    TRY(write_description(result, options, &folder, err));
    for (size_t i = 0; i < vcl_result_table_count(result); i++) {
        TRY(write_table(vcl_result_table(result, i), options, &folder, err));
    }
    TRY(vcl_output_folder_commit(&folder, err));
done:
    vcl_output_folder_release(&folder);
    return status;
}
